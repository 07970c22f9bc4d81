"""The pack: one jurisdiction's law on sentencing migrant smuggling, read, typed and frozen.

Everything refers to everything by id; order is the order of the file, which is the order of the law.
"""

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from sentencing.amounts import End, Exact, Quantity, RangeForm, Rounding, Units
from sentencing.pack.conditions import TRUE, Condition
from sentencing.pack.kinds import (
    About,
    Assesses,
    Assistance,
    Choose,
    EditionRule,
    FactKind,
    GateKind,
    Group,
    JudgmentKind,
    Proposal,
    RegisterKind,
    Relation,
    Status,
    Worse,
)
from sentencing.pack.steps import (
    NOWHERE,
    Add,
    Cell,
    Cite,
    Effect,
    GateRule,
    Limit,
    MapEnds,
    Option,
    Pick,
    Place,
    Scale,
    Set,
    Stage,
    Step,
    TableLookup,
    Value,
    Weigh,
)

CASE_DATES = ("offence-date", "conviction-date", "sentence-date")


@frozen
class Source:
    """What a citation opens: title, address, a quotation of at most 25 words, and how the text was read."""

    id: str
    title: str
    url: str = ""
    quote: str = ""
    read: str = "second-hand"
    copy: str = ""
    place: Place = NOWHERE


@frozen
class LeftOut:
    """Something the pack knowingly does not encode; printed in every memo."""

    title: str
    say: str
    cites: tuple[Cite, ...] = ()


@frozen
class Edition:
    """One edition's days, both inclusive; `last` None is open. ISO dates."""

    id: str
    first: str
    last: str | None = None
    unverified_after: str | None = None


@frozen
class Head:
    """What the pack says of itself."""

    id: str
    title: str
    jurisdiction: str
    authority: str
    language: str
    status: Status
    edition: Edition
    choice_of_edition: EditionRule
    assesses: Assesses
    numeric_proposal: Proposal
    assistance: Assistance
    headline: str
    leaves_out: tuple[LeftOut, ...] = ()
    country: str = ""
    """The country or body for the reader, `United States`; the jurisdiction's code when the pack gives none."""


@frozen
class RoundingRule:
    """A register's rounding at the end, with the rule that orders it. `step` is in canonical units."""

    step: Exact
    mode: Rounding
    cites: tuple[Cite, ...]
    unit: str = "month"


@frozen
class Register:
    """One line of the state that the steps work on."""

    id: str
    kind: RegisterKind
    title: str
    quantity: Quantity | None = None
    unit: str = "month"
    order: tuple[str, ...] = ()
    shown: bool = True
    rounding: RoundingRule | None = None
    beside: tuple[tuple[str, str], ...] = ()
    """How a second penalty stands to this one: ((register, `either` | `both` | `either-or-both`), …); text only."""
    place: Place = NOWHERE


FactValue = str | int | End
"""yes-no, choice, date: text. count: int. time, money: an exact amount in canonical units."""


@frozen
class Fact:
    """What happened: the question, its values and its default."""

    id: str
    kind: FactKind
    ask: str
    default: FactValue
    name: str = ""
    """One to three words for charts and lists."""
    values: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(factory=dict, hash=False)
    lowest: FactValue | None = None
    highest: FactValue | None = None
    worse: Worse | None = None
    not_monotone: str = ""
    informational: str = ""
    """Why the fact moves no result, when it is meant to move none."""
    group: Group = Group.CONDUCT
    themes: tuple[str, ...] = ()
    about: About = About.EVENT
    first: bool = False
    asked_when: Condition = TRUE
    sealed: bool = False
    help: str = ""
    evidence: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    place: Place = NOWHERE

    def label(self, value: FactValue) -> str:
        """How a value reads: its label, or its id in words."""
        text = str(value)
        return self.labels.get(text, text.replace("-", " ").capitalize())


@frozen
class Judgment:
    """What the law leaves to a person; always takes reasons."""

    id: str
    kind: JudgmentKind
    ask: str
    title: str = ""
    values: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(factory=dict, hash=False)
    until_made: str | None = None
    grounds: tuple[str, ...] = ()
    requires: tuple[str, ...] = ("reasons",)
    when: Condition = TRUE
    sealed: bool = False
    help: str = ""
    step: str = ""
    """The step or option whose range asks for it; empty for a judgment that the pack declares."""
    cites: tuple[Cite, ...] = ()
    place: Place = NOWHERE

    def label(self, value: str) -> str:
        """How a value reads."""
        return self.labels.get(value, value.replace("-", " ").capitalize())


@frozen
class NamedTerm:
    """A named condition, `aggravating-role`; conditions in the model have it expanded already."""

    id: str
    title: str
    when: Condition
    cites: tuple[Cite, ...] = ()
    place: Place = NOWHERE


@frozen
class Band:
    """One row of a banded table: values from `low` to `high`, both included, None open; a label for text keys."""

    low: End | None
    high: End | None
    label: str | None
    cell: Cell


@frozen
class Table:
    """A lookup by one banded key, or by one or two labelled keys.

    `keys` name facts, registers (`level`) or register ends (`frame.min`). With `cells`, the key is the tuple of values
    as text, as in `("17", "I")`; with `bands`, the single key falls in the first band that holds it.
    """

    id: str
    keys: tuple[str, ...]
    gives: str
    cells: Mapping[tuple[str, ...], Cell] = field(factory=dict, hash=False)
    bands: tuple[Band, ...] = ()
    otherwise: Cell | None = None
    worse: Mapping[str, Worse] = field(factory=dict, hash=False)
    cites: tuple[Cite, ...] = ()
    file: str = ""
    place: Place = NOWHERE


@frozen
class Transform:
    """A named map of a register's ends: forms in min and max, or a table that gives one end."""

    id: str
    title: str
    min: RangeForm | TableLookup
    max: RangeForm | TableLookup
    cites: tuple[Cite, ...] = ()
    place: Place = NOWHERE


@frozen
class Contradiction:
    """Answers that cannot stand together."""

    when: Condition
    say: str
    place: Place = NOWHERE


@frozen
class FactRelation:
    """Facts that overlap: shown beside the card, printed in the memo."""

    facts: tuple[str, ...]
    relation: Relation
    say: str
    cites: tuple[Cite, ...] = ()


@frozen
class Expectation:
    """What a worked example expects; only what is given is compared. Amounts are text."""

    registers: Mapping[str, str] = field(factory=dict)
    applied: tuple[str, ...] = ()
    not_applied: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    gate: str | None = None
    envelope: Mapping[str, str] = field(factory=dict)
    turns_on: tuple[str, ...] | None = None


@frozen
class Example:
    """A worked example: facts in, registers out. `facts` keep the batch format of the command line."""

    id: str
    title: str
    source: str
    facts: Mapping[str, object] = field(hash=False)
    """fact → text | {"prosecution": text, "defence": text} | {"alleged": text}"""
    expect: Expectation = field(hash=False)
    judgments: Mapping[str, object] = field(factory=dict, hash=False)
    """judgment → text | {"value": text, "grounds": [...], "reasons": text}"""
    weights: Mapping[str, Mapping[str, str]] = field(factory=dict, hash=False)
    """step → fact → word"""
    dates: Mapping[str, str] = field(factory=dict, hash=False)
    place: Place = NOWHERE


@frozen
class Pack:
    """One edition of one pack, complete. `hash` is of its text, tables, texts and memo sections (hex SHA-256)."""

    head: Head
    units: Units
    sources: Mapping[str, Source]
    stages: Mapping[str, Stage]
    registers: Mapping[str, Register]
    facts: Mapping[str, Fact]
    judgments: Mapping[str, Judgment]
    terms: Mapping[str, NamedTerm]
    tables: Mapping[str, Table]
    transforms: Mapping[str, Transform]
    contradictions: tuple[Contradiction, ...]
    relations: tuple[FactRelation, ...]
    steps: tuple[Step, ...]
    examples: tuple[Example, ...] = ()
    text: str = field(default="", repr=False)
    hash: str = ""
    folder: str = ""
    modified: tuple[str, ...] = ()
    """Paths of the numbers that were moved for a demonstration; what is made from such a copy must say so."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    @cached_property
    def has_sealed(self) -> bool:
        """Whether anything of the pack is sealed."""
        parts: tuple[Fact | Judgment | Step, ...] = (*self.facts.values(), *self.judgments.values(), *self.steps)
        return self.head.assistance is Assistance.SEALED and any(part.sealed for part in parts)


__all__ = [
    "CASE_DATES",
    "About",
    "Add",
    "Assesses",
    "Assistance",
    "Band",
    "Cell",
    "Choose",
    "Cite",
    "Contradiction",
    "Edition",
    "EditionRule",
    "Effect",
    "Example",
    "Expectation",
    "Fact",
    "FactKind",
    "FactRelation",
    "FactValue",
    "GateKind",
    "GateRule",
    "Group",
    "Head",
    "Judgment",
    "JudgmentKind",
    "LeftOut",
    "Limit",
    "MapEnds",
    "NamedTerm",
    "Option",
    "Pack",
    "Pick",
    "Place",
    "Proposal",
    "Register",
    "RegisterKind",
    "Relation",
    "RoundingRule",
    "Scale",
    "Set",
    "Source",
    "Stage",
    "Status",
    "Step",
    "Table",
    "TableLookup",
    "Transform",
    "Value",
    "Weigh",
    "Worse",
]
