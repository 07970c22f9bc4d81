"""What the templates see: plain, frozen text about one accused, nothing sealed, no figure that is not in a derivation.

Numbers are text here. A view goes to the worker as JSON and is read back strictly.
"""

from collections.abc import Callable
from functools import cache

from attrs import field, frozen
from cattrs import Converter

from sentencing.errors import MemoError
from sentencing.memo.annexes import Exhibit, Factor, LeftOutText, Line, Record, SourceRead


@frozen
class Header(Record):
    """Who, where, when, and under which guidance."""

    court: str = ""
    reference: str = ""
    title: str = ""
    accused: str = ""
    offence: str = ""
    days: str = ""
    hearing: str = ""
    author: str = ""
    role: str = ""


@frozen
class Row(Record):
    """A line of the summary box: what matters most, then the rest."""

    label: str
    lead: str = ""
    text: str = ""


@frozen
class Charge(Record):
    """One count, with the facts that belong to it."""

    title: str
    provision: str
    when: str
    convicted: str


@frozen
class Told(Record):
    """A fact where the memo tells it: what is said, on what it rests, what stands against it."""

    id: str
    name: str
    ask: str
    value: str
    standing: str
    basis: str = ""
    reasons: str = ""
    supports: tuple[str, ...] = ()
    opposes: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    group: str = ""
    overlaps: tuple[str, ...] = ()
    """Why it is counted once: what the pack says of facts that overlap with it."""


@frozen
class Read(Record):
    """A fact as a step read it: `told` says that the memo tells it in a paragraph of its own."""

    id: str
    name: str
    value: str
    standing: str
    told: bool


@frozen
class Weighed(Record):
    """A fact with the weight that a person gave it."""

    name: str
    word: str
    reasons: str
    told: bool
    id: str


@frozen
class Step(Record):
    """One step of the computation. `kind`: start, aggravating, mitigating, result, weighing, excluded or conflict."""

    id: str
    kind: str
    title: str
    option: str
    head: str = ""
    """The heading under which it begins a group."""
    reads: tuple[Read, ...] = ()
    effects: tuple[str, ...] = ()
    said: str = ""
    """The effects as one clause."""
    cites: tuple[str, ...] = ()
    excluded_by: tuple[str, ...] = ()
    overlaps: tuple[str, ...] = ()
    weights: tuple[Weighed, ...] = ()
    losers: tuple[str, ...] = ()
    """Options that were not taken, each with what it would have given."""
    note: str = ""
    stage: str = ""


@frozen
class Gate(Record):
    """A gate that was reached: what it says, and whether it stands only on a fact that is not decided."""

    title: str
    say: str
    kind: str
    cites: tuple[str, ...]
    undecided: bool


@frozen
class Decision(Record):
    """A judgment that the law leaves to a person, as the author made it; `value` is empty while it is not made."""

    id: str
    title: str
    ask: str
    value: str
    bounds: str
    departure: bool = False
    rejected: str = ""
    reasons: str = ""
    grounds: tuple[str, ...] = ()
    prosecution: str = ""
    defence: str = ""
    cites: tuple[str, ...] = ()
    proposes: bool = False
    """Whether it is the figure that the memo proposes."""


@frozen
class Outcome(Record):
    """One way a fact may be found, and the result with it, the rest as it stands."""

    value: str
    result: str
    said: str
    stands: bool = False
    """Whether this is the way in which the memo has computed."""


@frozen
class Dispute(Record):
    """A disputed or alleged fact: what each side says, and the result either way."""

    told: Told
    prosecution: str
    defence: str
    outcomes: tuple[Outcome, ...]
    turns: bool
    certain: bool = True
    price: str = ""
    """What it moves over everything else that is open, when that is more than the outcomes show."""
    weighed: bool = False
    """Whether the law leaves the fact to be weighed, so that it may matter though no figure turns on it."""
    evidence: tuple[str, ...] = ()
    """What the pack says may show it."""
    yes_no: bool = False
    same: bool = False
    """Whether the outcomes are equal while the other facts stay as they are."""


@frozen
class OpenFact(Record):
    """A fact that nobody has answered: the question, and how it was read meanwhile."""

    id: str
    name: str
    ask: str
    read_as: str
    worth: str = ""
    evidence: tuple[str, ...] = ()
    """What the pack says may show it."""
    moves: bool = False
    """Whether an answer could move the result; then `worth` is that answer and what it gives."""


@frozen
class Concern(Record):
    """A question about a piece of evidence or a witness."""

    evidence: str
    questions: tuple[str, ...]


@frozen
class Order(Record):
    """An order: sought, not sought or undecided, with its reasons."""

    title: str
    decision: str
    reasons: str
    cites: tuple[str, ...]


@frozen
class Law(Record):
    """The guidance and why this edition of it."""

    title: str
    authority: str
    edition: str
    days: str
    status: str
    chosen_by: str
    chosen_day: str
    own_source: str
    """The source that a section sign alone refers to."""


@frozen
class Picture(Record):
    """A chart: the drawing, the same in words, and its measures."""

    caption: str
    svg: str
    words: str
    width: int
    height: int


@frozen
class Included(Record):
    """Which optional parts the memo has."""

    summary: bool = True
    computation: bool = True
    chart: bool = True
    annex_a: bool = True
    annex_b: bool = True
    annex_c: bool = True


@frozen
class View(Record):
    """Everything that one memo may say."""

    audience: str
    language: str
    short: bool
    include: Included
    header: Header
    law: Law
    notices: tuple[str, ...]
    drafts: tuple[str, ...]
    """What is missing before the memo can be signed."""
    result: str
    """The headline result in words; empty when the law lets nobody propose one."""
    result_title: str
    result_noun: str
    result_open: bool
    """Whether the result is a figure that nobody has chosen yet, and so only the ends between which it lies."""
    proposal: str
    proposal_title: str
    summary: tuple[Row, ...]
    charges: tuple[Charge, ...]
    charge_facts: tuple[Told, ...]
    threshold: tuple[Told, ...]
    gates: tuple[Gate, ...]
    facts: tuple[Told, ...]
    steps: tuple[Step, ...]
    not_applied: tuple[Told, ...]
    replaced: tuple[Step, ...]
    record: tuple[Told, ...]
    reductions: tuple[Step, ...]
    decisions: tuple[Decision, ...]
    disputes: tuple[Dispute, ...]
    envelope: str
    open_facts: tuple[OpenFact, ...]
    practice: tuple[Told, ...]
    """Answers about how the evidence was won, which move no result."""
    unsaid: tuple[str, ...]
    """Names of the questions of that kind that nobody answered."""
    concerns: tuple[Concern, ...]
    orders: tuple[Order, ...]
    remarks: tuple[str, ...]
    annex_a: tuple[Line, ...]
    not_met: tuple[str, ...]
    """The titles of the steps whose conditions were not met, each with its rule."""
    annex_b: tuple[Factor, ...]
    sources: tuple[SourceRead, ...]
    leaves_out: tuple[LeftOutText, ...]
    exhibits: tuple[Exhibit, ...]
    chart: Picture | None
    range_bar: Picture | None
    to_decide: tuple[str, ...]
    """Names of the facts that the result turns on."""
    idle: tuple[str, ...]
    """Names of the disputed and alleged facts on which nothing turns."""
    ask_next: tuple[OpenFact, ...]
    """The unanswered questions that could move the result most, as many as a page holds."""
    edition_line: str
    hashes: str
    told: tuple[str, ...] = field(factory=tuple)
    """Ids of the facts that have a paragraph of their own."""


def to_plain(view: View) -> dict[str, object]:
    """The view as plain data for JSON, the same view always as the same text."""
    plain: dict[str, object] = _converter().unstructure(view)
    return plain


def from_plain(plain: object) -> View:
    """The view that `to_plain` gave; MemoError when it is anything else."""
    try:
        return _converter().structure(plain, View)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise MemoError(f"this is not a memo's view: {error}") from error


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)
    for kind, name in ((str, "text"), (bool, "true or false"), (int, "a whole number")):
        converter.register_structure_hook(kind, _strict(kind, name))
    return converter


def _strict(kind: type, name: str) -> Callable[[object, type], object]:
    def structure(value: object, _: type) -> object:
        if type(value) is not kind:
            raise ValueError(f"{value!r} is not {name}")
        return value

    return structure
