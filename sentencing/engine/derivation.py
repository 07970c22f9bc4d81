"""The derivation: every step of one evaluation, what it read, what it changed and why; all that is shown is in it."""

from collections.abc import Iterator, Mapping
from enum import Enum

from attrs import field, frozen

from sentencing.amounts import Exact, Interval, Units, interval_text
from sentencing.pack.model import Cite, GateKind, Pack, Register

RegisterValue = int | str | Interval | None
"""score: int. category: label. range and figure: interval. None: the guidance has not set it."""


class EntryStatus(Enum):
    """What became of a step."""

    APPLIED = "applied"
    NOT_MET = "not-met"
    LESSER = "lesser"
    EXCLUDED = "excluded"
    REPLACED = "replaced"
    WEIGHED = "weighed"
    GATE = "gate"
    NOT_REACHED = "not-reached"
    CONFLICT = "conflict"


@frozen
class Reading:
    """A value that the step read: a fact, a date, a register or an earlier step."""

    name: str
    value: str


@frozen
class Change:
    """What a step did to one register. `how` is language-free: `+2`, `floor 18`, `cell 17/I`, `× 2/3`, `= 12`."""

    register: str
    verb: str
    before: RegisterValue
    after: RegisterValue
    how: str


@frozen
class Alternative:
    """An option that was not taken, and what the compared register would have been with it."""

    option: str
    title: str
    value: RegisterValue


@frozen
class JudgmentReading:
    """A judgment as a step used it: its bounds, the value that counted (None: not made), and why not when it did not.

    `source` is the usual range, `within` the outer one; `departure` says that the value lies between them;
    `rejected` holds the value that was outside the bounds and so counts as not made.
    """

    id: str
    source: Interval | tuple[Exact, Exact] | tuple[str, ...] | None
    within: Interval | None
    value: str | Interval | Exact | None
    reasons: str
    departure: bool = False
    rejected: str | Interval | Exact | None = None


@frozen
class WeightReading:
    """A fact with the word a person gave it; the empty word is not given yet."""

    fact: str
    word: str
    reasons: str


@frozen
class Entry:
    """One step of the derivation."""

    step: str
    stage: str
    title: str
    cites: tuple[Cite, ...]
    line: int
    status: EntryStatus
    option: str = ""
    option_title: str = ""
    readings: tuple[Reading, ...] = ()
    changes: tuple[Change, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    judgment: JudgmentReading | None = None
    weights: tuple[WeightReading, ...] = ()
    gate: GateKind | None = None
    say: str = ""
    excluded_by: tuple[Cite, ...] = ()
    replaced_by: str = ""
    conflict: tuple[str, ...] = ()
    note: str = ""
    gate_open: bool = False
    """A gate that stands here only on a disputed fact: shown, and not stopping."""

    @property
    def counted(self) -> bool:
        """Whether the step stands in the result."""
        return self.status in (EntryStatus.APPLIED, EntryStatus.WEIGHED, EntryStatus.GATE)


@frozen
class Remark:
    """Something about the evaluation that a person must know; `kind` is a key of the message catalogue.

    Kinds: `missing-date` (a date that a condition reads is not given), `out-of-bounds` (a judgment),
    `departure-without-reasons`, `life-not-divided`, `conflict`, `not-set` (a register that a verb reads), `no-cell`,
    `empty-frame` (a range whose lower end is above its upper one).
    """

    kind: str
    step: str
    subject: str = ""


@frozen
class Derivation:
    """One evaluation of one assignment under one pack."""

    pack: str
    edition: str
    hash: str
    engine: str
    entries: tuple[Entry, ...]
    registers: Mapping[str, RegisterValue] = field(hash=False)
    gate: str | None = None
    """The step of the stop gate that ended the evaluation, if any."""
    remarks: tuple[Remark, ...] = ()
    contradictions: tuple[str, ...] = ()
    """What the pack says of answers that cannot stand together."""

    def applied(self) -> tuple[str, ...]:
        """Ids of the steps and chosen options that stand in the result, in order."""
        return tuple(id_ for entry in self.entries if entry.counted for id_ in (entry.step, entry.option) if id_)

    def excluded(self) -> tuple[str, ...]:
        """Ids of the steps that were met but excluded by a rule."""
        return tuple(entry.step for entry in self.entries if entry.status is EntryStatus.EXCLUDED)

    def gates(self) -> tuple[str, ...]:
        """Ids of the gates that were reached."""
        return tuple(entry.step for entry in self.entries if entry.status is EntryStatus.GATE)

    def entry(self, step: str) -> Entry:
        """The entry of a step; KeyError when the pack has no such step."""
        for entry in self.entries:
            if entry.step == step:
                return entry
        raise KeyError(step)

    def moves(self, register: str) -> Iterator[tuple[Entry, RegisterValue, RegisterValue]]:
        """The counted entries that changed a register, each with the value before and after."""
        for entry in self.entries:
            changes = [change for change in entry.changes if change.register == register]
            if changes and entry.counted:
                yield entry, changes[0].before, changes[-1].after


def register_text(value: RegisterValue, register: Register, units: Units) -> str:
    """A register's value as files, JSON, examples and the command line write it; the empty text when it is not set."""
    if value is None:
        return ""
    if isinstance(value, Interval):
        assert register.quantity is not None
        return interval_text(value, register.quantity, units, register.unit)
    return str(value)


def state_text(derivation: Derivation, pack: Pack) -> dict[str, str]:
    """The shown registers of a derivation as text, in the pack's order."""
    return {
        name: register_text(derivation.registers[name], register, pack.units)
        for name, register in pack.registers.items()
        if register.shown
    }
