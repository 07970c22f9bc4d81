"""Pins: each number of a pack moved by one, both ways, and the examples run again; what nobody notices is told.

An unnoticed number could be wrong without a sign, so a worked example is missing. A move that no reader would take, or
that a check of the pack objects to, is noticed too.
"""

from collections.abc import Callable, Iterator
from typing import Final

from attrs import define, field, frozen

from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation, Entry, EntryStatus
from sentencing.engine.evaluate import evaluate
from sentencing.errors import Problem
from sentencing.pack.check_effects import check_effects
from sentencing.pack.check_tables import check_tables
from sentencing.pack.checks import check
from sentencing.pack.model import Example, MapEnds, Pack, Step, TableLookup
from sentencing.proof.examples import asked, checks
from sentencing.proof.numbers import UP_AND_DOWN, Number, Spot, Value, numbers

_NOT_TAKEN: Final = (EntryStatus.NOT_MET, EntryStatus.EXCLUDED, EntryStatus.NOT_REACHED, EntryStatus.CONFLICT)

Objection = tuple[str, str]
Progress = Callable[[int, int], None]
"""Told how many numbers are done, of how many."""


@frozen
class Unnoticed:
    """A number that could be another without any example or check noticing."""

    path: str
    line: int
    number: str
    moved: str


@frozen
class Pins:
    """How many numbers were moved, and those whose moves nobody noticed."""

    numbers: int
    unnoticed: tuple[Unnoticed, ...]


def run_pins(pack: Pack, progress: Progress | None = None) -> Pins:
    """Move every number of a pack; examples that do not hold as it stands take no part."""
    runs = _Runs(pack)
    every = tuple(numbers(pack))
    unnoticed: list[Unnoticed] = []
    for done, number in enumerate(every, 1):
        unnoticed += runs.unnoticed(number)
        if progress is not None:
            progress(done, len(every))
    return Pins(len(every), tuple(unnoticed))


@frozen
class _Run:
    """An example with its question and what it went through as the pack stands."""

    example: Example
    question: Question
    derivation: Derivation
    entries: dict[str, Entry]

    @property
    def forks(self) -> bool:
        """Whether the example looks at more than one run, which costs most and may touch anything."""
        return bool(self.example.expect.envelope) or self.example.expect.turns_on is not None


@define
class _Runs:
    """The examples of a pack, ready to be run again under a pack with one number moved."""

    pack: Pack
    runs: tuple[_Run, ...] = field(init=False)
    users: dict[str, tuple[Step, ...]] = field(init=False)
    """table or transform → the steps that read it"""
    known: frozenset[Objection] = field(init=False)

    def __attrs_post_init__(self) -> None:
        reader = AnswerReader(self.pack, whole=True)
        runs = [_run(self.pack, example, asked(reader, example)[0]) for example in self.pack.examples]
        self.runs = tuple(sorted((run for run in runs if run is not None), key=lambda run: run.forks))
        self.users = {name: _users(self.pack, name) for name in (*self.pack.tables, *self.pack.transforms)}
        self.known = frozenset(map(_objection, check(self.pack)))

    def unnoticed(self, number: Number) -> Iterator[Unnoticed]:
        """The moves of one number that nobody notices."""
        touched = [run for run in self.runs if run.forks or self._touches(run, number.spot)]
        for by in UP_AND_DOWN:
            value = number.moved(by)
            moved = number.put(value) if value is not None else None
            if moved is not None and value is not None and not self._notices(moved, number.spot, touched):
                yield Unnoticed(number.spot.path, number.spot.line, _text(number.value), _text(value))

    def _notices(self, moved: Pack, spot: Spot, touched: list[_Run]) -> bool:
        """Whether an example fails or a check objects; the first that does is enough."""
        if any(not each.holds for run in touched for each in checks(moved, run.example, run.question)):
            return True
        # The checks of options search all answers for gaps, which only another condition can open.
        found = (*check_tables(moved), *check_effects(moved)) if spot.table or spot.way else check(moved)
        return any(_objection(problem) not in self.known for problem in found)

    def _touches(self, run: _Run, spot: Spot) -> bool:
        """Whether an example goes past the number at all; one that does not cannot notice it."""
        if spot.table:
            return any(_gave(run.entries[step.id], step, spot.cell) for step in self.users[spot.table])
        entry = run.entries.get(spot.step)
        if entry is None:  # a term, a transform: read anywhere
            return True
        if not spot.way:
            return entry.status is not EntryStatus.NOT_REACHED
        ways = (entry.option or entry.step, entry.step, *(each.option for each in entry.alternatives))
        return entry.status not in _NOT_TAKEN and spot.way in ways


def _objection(problem: Problem) -> Objection:
    return problem.path, problem.message


def _run(pack: Pack, example: Example, question: Question | None) -> _Run | None:
    """An example that holds; one that fails already would seem to notice everything."""
    if question is None or not all(each.holds for each in checks(pack, example, question)):
        return None
    derivation = evaluate(pack, question.established)
    return _Run(example, question, derivation, {entry.step: entry for entry in derivation.entries})


def _gave(entry: Entry, step: Step, cell: str) -> bool:
    """Whether a step was taken and read this cell; where its account does not name the cell, whether it was taken."""
    if entry.status in _NOT_TAKEN:
        return False
    named = [change.how.removeprefix("cell ") for change in entry.changes if change.how.startswith("cell ")]
    return not cell or not named or len(step.ways) > 1 or cell in named


def _users(pack: Pack, name: str) -> tuple[Step, ...]:
    """The steps that read a table, by themselves or through a transform, or that use a transform."""
    through = {
        each.id for each in pack.transforms.values() if name in (_table_of(each.min), _table_of(each.max), each.id)
    }
    return tuple(
        step
        for step in pack.steps
        if any(
            _table_of(getattr(effect, "value", None)) == name
            or (isinstance(effect, MapEnds) and effect.transform in through)
            for way in step.ways
            for effect in way.effects
        )
    )


def _table_of(value: object) -> str:
    return value.table if isinstance(value, TableLookup) else ""


def _text(value: Value) -> str:
    return str(value)
