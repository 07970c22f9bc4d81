"""Where a spread comes from: everybody's facts under one weighing, and one set of facts under everybody's weighing.

Facts are what happened; weighing is all that a person decides: judgments and weights. Both are recomputed by the
engine. An amount that somebody chose for facts of their own counts for other facts only inside the range that those
give: elsewhere it would be a departure that nobody made, so it is left open there.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import partial

from attrs import define, evolve, field, frozen

from sentencing.amounts import End, Interval
from sentencing.case.assign import question
from sentencing.case.class_room.folder import Participant
from sentencing.case.class_room.registers import RegisterSpread, axis_of, spread
from sentencing.case.exercise import Exercise, case_of
from sentencing.engine.assignment import Assignment, Decision
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.evaluate import Outcome, outcome
from sentencing.engine.forks import open_gates
from sentencing.engine.law import law_of
from sentencing.engine.passage import height
from sentencing.pack.model import Pack, RegisterKind


class Reference(Enum):
    """Whose facts and weighing are held still: those of the participant in the middle, or the exercise's as given."""

    MEDIAN = "median"
    EXERCISE = "exercise"


@frozen
class Origin:
    """One register three times on one axis: as answered, by the facts alone, by the weighing alone."""

    as_answered: RegisterSpread
    facts: RegisterSpread
    weighing: RegisterSpread


@frozen
class Origins:
    """Where the spread of each result comes from; `left_open` counts the amounts that did not fit the held facts."""

    reference: Reference
    registers: tuple[Origin, ...]
    left_open: int


def reference_of(pack: Pack, exercise: Exercise, group: Sequence[Participant], reference: Reference) -> Assignment:
    """The facts and the weighing that are held still."""
    if reference is Reference.MEDIAN:
        return _middle(pack, group).question.established
    case = case_of(exercise, pack)
    asked, _ = question(case, pack, case.accused[0].id, case.counts[0].id)
    return asked.established


def origins(pack: Pack, group: Sequence[Participant], held: Assignment, reference: Reference) -> Origins:
    """Where the spread of the results of a group comes from."""
    as_answered = [each.outcome for each in group]
    by_facts, by_weighing, left_open = [], [], 0
    weigher = _Weigher(pack)
    for each in group:
        own = each.question.established
        gates = open_gates(law_of(pack), each.question)
        by_facts.append(weigher.weighed(own, held, gates)[0])
        result, fits = weigher.weighed(held, own, gates)
        by_weighing.append(result)
        left_open += not fits
    runs = (as_answered, by_facts, by_weighing)
    found = []
    for register in law_of(pack).results:
        axis = axis_of(pack, register, runs)
        found.append(Origin(*(spread(pack, register, run, axis) for run in runs)))
    return Origins(reference, tuple(found), left_open)


@define
class _Weigher:
    """One's facts under another's weighing. What was computed once is kept: a room repeats itself."""

    pack: Pack
    _kept: dict[object, Outcome] = field(factory=dict, init=False)

    def weighed(self, facts: Assignment, weighing: Assignment, gates: frozenset[str]) -> tuple[Outcome, bool]:
        """The result, and whether every amount of the weighing fits the facts."""
        worded = {name: made for name, made in weighing.judgments.items() if not isinstance(made.value, Interval)}
        if len(worded) == len(weighing.judgments) or facts.facts == weighing.facts:
            return self._outcome(facts, weighing.judgments, gates), True
        bare, whole = (self._outcome(facts, judgments, gates) for judgments in (worded, weighing.judgments))
        figures = [name for name, register in self.pack.registers.items() if register.kind is RegisterKind.FIGURE]
        chosen = [(whole.registers[name], bare.registers[name]) for name in figures]
        fits = whole.registers != bare.registers and all(_inside(*each) for each in chosen)
        return (whole, True) if fits else (bare, False)

    def _outcome(self, facts: Assignment, judgments: Mapping[str, Decision], gates: frozenset[str]) -> Outcome:
        decided = tuple((name, made.value, made.grounds) for name, made in judgments.items())
        key = (tuple(facts.facts.values()), decided, gates)
        if key not in self._kept:
            self._kept[key] = outcome(self.pack, evolve(facts, judgments=judgments), open_gates=gates)
        return self._kept[key]


def _inside(whole: RegisterValue, bare: RegisterValue) -> bool:
    """Whether a figure lies inside the range that is there while nobody chooses."""
    if not isinstance(whole, Interval) or not isinstance(bare, Interval):
        return whole == bare
    return bare.min <= whole.min and whole.max <= bare.max


def _middle(pack: Pack, group: Sequence[Participant]) -> Participant:
    """The participant whose result is the median; of two in the middle the lower, of equals the first by sheet."""
    counted = [each for each in group if each.outcome.gate is None] or list(group)
    ordered = sorted(sorted(counted, key=_sheet), key=partial(_height, pack))
    return ordered[(len(ordered) - 1) // 2]


def _height(pack: Pack, each: Participant) -> tuple[End, ...]:
    """How high a result stands: by its figure, then by the other results."""
    results = law_of(pack).results
    figures = [name for name in results if pack.registers[name].kind is RegisterKind.FIGURE]
    names = (*figures, *(name for name in results if name not in figures))
    heights = (height(each.outcome.registers[name], pack.registers[name].order) for name in names)
    return tuple(end for ends in heights for end in ends)


def _sheet(each: Participant) -> str:
    return each.file.sheet
