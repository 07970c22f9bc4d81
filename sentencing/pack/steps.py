"""Steps, options and verbs: what the guidance does to the registers, in the order of the law."""

from collections.abc import Mapping

from attrs import field, frozen

from sentencing.amounts import Exact, RangeForm
from sentencing.pack.conditions import FALSE, TRUE, Condition
from sentencing.pack.kinds import Choose, GateKind


@frozen
class Place:
    """Where in the pack's file something stands, counted from 1."""

    line: int = 0
    column: int = 0


NOWHERE = Place()


@frozen
class Cite:
    """A source and a pinpoint in it: `gl 2L1.1(b)(6)`."""

    source: str
    pinpoint: str = ""


Cell = int | str | RangeForm
"""A score, a label, or a range of amounts that may refer to min and max."""


@frozen
class TableLookup:
    """A table as the value of a verb."""

    table: str


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
    place: Place = NOWHERE


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
    place: Place = NOWHERE

    @property
    def ways(self) -> "tuple[Step | Option, ...]":
        """The step itself and its options: whatever may have effects."""
        return (self, *self.options)


@frozen
class Stage:
    """A part of the guidance: `chapter-two`, Chapter Two."""

    id: str
    title: str
