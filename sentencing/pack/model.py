"""The pack: one jurisdiction's law on sentencing migrant smuggling, read, typed and frozen.

Everything refers to everything by id; order is the order of the file, which is the order of the law.
"""

from collections.abc import Mapping
from enum import Enum
from functools import cached_property

from attrs import field, frozen

from sentencing.amounts import End, Exact, Quantity, RangeForm, Rounding, Units
from sentencing.pack.conditions import FALSE, TRUE, Condition

CASE_DATES = ("offence-date", "conviction-date", "sentence-date")


class Status(Enum):
    """How far a pack may be trusted; printed on every output."""

    OFFICIAL = "official"
    REVIEWED = "reviewed"
    DRAFT = "draft"
    TRAINING = "training"


class EditionRule(Enum):
    """Which edition governs: the day of the offence, of the sentence, the milder, or sentence unless harsher."""

    OFFENCE_DATE = "offence-date"
    SENTENCE_DATE = "sentence-date"
    MILDER = "milder"
    SENTENCE_DATE_UNLESS_HARSHER = "sentence-date-unless-harsher"


class Assesses(Enum):
    """Whether an accused's counts are assessed one by one or together."""

    EACH_COUNT = "each-count"
    ALL_COUNTS = "all-counts"


class Proposal(Enum):
    """What a prosecutor's memo may propose under this law."""

    RANGE = "range"
    FIGURE = "figure"
    NONE = "none"


class Assistance(Enum):
    """Whether cooperation is sealed or its reduction is public by statute."""

    SEALED = "sealed"
    OPEN = "open"


class RegisterKind(Enum):
    """What a register holds: an integer, a label, a range of law, or the figure of this case."""

    SCORE = "score"
    CATEGORY = "category"
    RANGE = "range"
    FIGURE = "figure"


class FactKind(Enum):
    """What answers a fact."""

    YES_NO = "yes-no"
    COUNT = "count"
    CHOICE = "choice"
    MONEY = "money"
    TIME = "time"
    DATE = "date"


class JudgmentKind(Enum):
    """What a person decides; FRACTION and AMOUNT are asked for by a step whose effect is a range."""

    TIME = "time"
    MONEY = "money"
    CATEGORY = "category"
    YES_NO = "yes-no"
    CHOICE = "choice"
    ORDER = "order"
    FRACTION = "fraction"
    SCORE = "score"


class Worse(Enum):
    """Which answers are worse for the accused."""

    YES = "yes"
    NO = "no"
    MORE = "more"
    LESS = "less"
    LATER = "later"
    EARLIER = "earlier"


class About(Enum):
    """Whether an answer is normally the same for everyone, for one count, or for one accused."""

    EVENT = "event"
    COUNT = "count"
    ACCUSED = "accused"


class Group(Enum):
    """The page of the interview on which a fact stands."""

    THRESHOLD = "threshold"
    CONDUCT = "conduct"
    AGGRAVATING = "aggravating"
    MITIGATING = "mitigating"
    COOPERATION = "cooperation"
    RECORD = "record"


class Choose(Enum):
    """How one option is taken among several."""

    ONE = "one"
    FIRST = "first"
    GREATEST = "greatest"


class GateKind(Enum):
    """What a gate does: ends the assessment, flags it on page one, or cautions."""

    STOP = "stop"
    REFER = "refer"
    WARN = "warn"


class Relation(Enum):
    """How two facts overlap; a caution, never a number."""

    SAME_CONDUCT = "same-conduct"
    SEPARATE_OFFENCE = "separate-offence"
    ELEMENT_OF_OFFENCE = "element-of-offence"


@frozen
class Place:
    """Where in the pack's file something stands, counted from 1."""

    line: int = 0
    column: int = 0


@frozen
class Cite:
    """A source and a pinpoint in it: `gl 2L1.1(b)(6)`."""

    source: str
    pinpoint: str = ""


@frozen
class Source:
    """What a citation opens: title, address, a quotation of at most 25 words, and how the text was read."""

    id: str
    title: str
    url: str = ""
    quote: str = ""
    read: str = "second-hand"
    copy: str = ""
    place: Place = Place()


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
    place: Place = Place()


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
    place: Place = Place()

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
    place: Place = Place()

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
    place: Place = Place()


TableKey = str | int


@frozen
class Band:
    """One row of a banded table: values from `low` to `high`, both included, None open; a label for text keys."""

    low: End | None
    high: End | None
    label: str | None
    cell: "Cell"


Cell = int | str | RangeForm
"""A score, a label, or a range of amounts that may refer to min and max."""


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
    place: Place = Place()


@frozen
class TableLookup:
    """A table as the value of a verb."""

    table: str


@frozen
class Transform:
    """A named map of a register's ends: forms in min and max, or a table that gives one end."""

    id: str
    title: str
    min: RangeForm | TableLookup
    max: RangeForm | TableLookup
    cites: tuple[Cite, ...] = ()
    place: Place = Place()


# ------------------------------------------------------------------------------------------------------ verbs

Value = int | str | RangeForm | TableLookup


@frozen
class Set:
    """register := value, range or table cell."""

    register: str
    value: Value


@frozen
class Add:
    """register += amount or range; a category moves along its order and stops at its ends."""

    register: str
    value: Value


@frozen
class Scale:
    """register × (1 + fraction); with a range of fractions one judgment chooses on a figure, a range widens."""

    register: str
    low: Exact
    high: Exact


@frozen
class MapEnds:
    """Each end of the register goes through a transform."""

    register: str
    transform: str


@frozen
class Limit:
    """Projects the register onto [at_least, at_most]; bounds are forms, labels of a category, or integers."""

    register: str
    at_least: int | str | RangeForm | None = None
    at_most: int | str | RangeForm | None = None


@frozen
class Pick:
    """figure or category := a judgment, from one range and within another."""

    register: str
    judgment: str
    source: str = ""
    within: str = ""


Effect = Set | Add | Scale | MapEnds | Limit | Pick


@frozen
class Weigh:
    """Weight words that a person gives to facts, with reasons; nothing is summed."""

    facts: tuple[str, ...]
    words: tuple[str, ...]
    labels: Mapping[str, str] = field(factory=dict, hash=False)


@frozen
class GateRule:
    """What a gate does and says."""

    kind: GateKind
    say: str


@frozen
class Option:
    """One way a `choose` step can go."""

    id: str
    title: str
    when: Condition = TRUE
    effects: tuple[Effect, ...] = ()
    replaces: str = ""
    cites: tuple[Cite, ...] = ()
    note: str = ""
    place: Place = Place()


@frozen
class Step:
    """One step of the guidance, in the order of the law."""

    id: str
    stage: str
    title: str
    cites: tuple[Cite, ...]
    when: Condition = TRUE
    unless: Condition = FALSE
    unless_cites: tuple[Cite, ...] = ()
    effects: tuple[Effect, ...] = ()
    choose: Choose | None = None
    of: str = ""
    options: tuple[Option, ...] = ()
    weigh: Weigh | None = None
    gate: GateRule | None = None
    replaces: str = ""
    sealed: bool = False
    note: str = ""
    place: Place = Place()

    @property
    def ways(self) -> "tuple[Step | Option, ...]":
        """The step itself and its options: whatever may have effects."""
        return (self, *self.options)


@frozen
class Stage:
    """A part of the guidance: `chapter-two`, Chapter Two."""

    id: str
    title: str


@frozen
class Contradiction:
    """Answers that cannot stand together."""

    when: Condition
    say: str
    place: Place = Place()


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
    place: Place = Place()


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

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other

    @cached_property
    def has_sealed(self) -> bool:
        """Whether anything of the pack is sealed."""
        parts: tuple[Fact | Judgment | Step, ...] = (*self.facts.values(), *self.judgments.values(), *self.steps)
        return self.head.assistance is Assistance.SEALED and any(part.sealed for part in parts)
