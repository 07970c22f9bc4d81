"""Whether answers exist under which conditions hold or fail: exact over finite domains, without running the engine.

A counted, priced or dated value is reduced to the bands between the bounds that the conditions test, each with one
representative. What an earlier step did and what a register holds is not an answer: it is either left unknown, so that
what is found is certain, or taken freely, so that what is not found is certainly impossible.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

from attrs import frozen

from sentencing.amounts import LIFE, End, Exact, Extreme, Quantity, end_text, exact
from sentencing.pack.conditions import (
    Always,
    Among,
    Applied,
    Between,
    Condition,
    Count,
    DateTest,
    Ground,
    Not,
    RegisterTest,
    atoms,
)
from sentencing.pack.model import Fact, FactKind, Pack

MOST_TRIES: Final = 20_000
_MEASURED: Final = (FactKind.TIME, FactKind.MONEY)
Answers = Mapping[str, object]
"""A value for each variable: a fact or judgment by id, `applied:b5`, `register:level.value`, `date:offence-date`."""


@frozen
class Goal:
    """A condition and whether it must hold or fail."""

    condition: Condition
    holds: bool


@frozen
class Found:
    """The answers that reach all goals, or None; not `certain` when the search was given up."""

    answers: Answers | None
    certain: bool = True


def truth(condition: Condition, answers: Answers) -> bool | None:
    """Whether a condition holds under what is known; None when that does not decide it."""
    match condition:
        case Always(holds):
            return holds
        case Not(part):
            inner = truth(part, answers)
            return None if inner is None else not inner
        case Count(parts, at_least, at_most):
            return _count_truth(parts, at_least, at_most, answers)
        case _:
            value = answers.get(variable(condition))
            return None if value is None else _accepts(condition, value)


def variable(atom: Condition) -> str:
    """The name of what an atom asks."""
    match atom:
        case Among(name) | Between(name):
            return name
        case Applied(name):
            return f"applied:{name}"
        case Ground(judgment, fact):
            return f"ground:{judgment}:{fact}"
        case DateTest(name):
            return f"date:{name}"
        case RegisterTest(reference):
            return f"register:{reference.register}.{reference.side.value}"
        case _:
            return ""


def search(goals: Sequence[Goal], pack: Pack, known: Answers | None = None, *, freely: bool = False) -> Found:
    """Answers that reach every goal; `freely`: earlier steps and registers may be anything, else they are unknown."""
    return _Search(goals, pack, freely=freely).run(dict(known or {}))


def example_of(answers: Answers, pack: Pack) -> tuple[tuple[str, str], ...]:
    """The facts and judgments among the answers, as text that a case or an example can use."""
    pairs = []
    for name, value in answers.items():
        fact = pack.facts.get(name)
        if fact is not None and isinstance(value, int | Fraction | Extreme) and fact.kind in _MEASURED:
            pairs.append((name, end_text(value, Quantity(fact.kind.value), pack.units)))
        elif fact is not None or name in pack.judgments:
            pairs.append((name, str(value)))
        elif name.startswith("date:"):
            pairs.append((name.removeprefix("date:"), str(value)))
    return tuple(pairs)


def _count_truth(parts: Iterable[Condition], at_least: int, at_most: int, answers: Answers) -> bool | None:
    met = unknown = 0
    for part in parts:
        holds = truth(part, answers)
        met += holds is True
        unknown += holds is None
    if met > at_most or met + unknown < at_least:
        return False
    return True if met >= at_least and met + unknown <= at_most else None


def _accepts(atom: Condition, value: Any) -> bool:
    match atom:
        case Among(_, values):
            return value in values
        case Between(_, low, high) | DateTest(_, low, high):
            return (low is None or value >= low) and (high is None or value <= high)
        case RegisterTest(_, at_least, at_most, above, below, values):
            if isinstance(value, tuple):  # a category: the place in its order, and the label
                value, label = value
                if values:
                    return label in values
            return (
                (at_least is None or value >= at_least)
                and (at_most is None or value <= at_most)
                and (above is None or value > above)
                and (below is None or value < below)
            )
        case _:
            return bool(value)


class _Search:
    """Branches on what the first undecided goal asks, until all are reached or none can be."""

    def __init__(self, goals: Sequence[Goal], pack: Pack, *, freely: bool) -> None:
        self._goals = goals
        self._pack = pack
        self._freely = freely
        self._tests: dict[str, list[Condition]] = {}
        for goal in goals:
            for atom in atoms(goal.condition):
                self._tests.setdefault(variable(atom), []).append(atom)
        self._domains: dict[str, tuple[object, ...]] = {}
        self._tries = 0

    def run(self, answers: dict[str, object]) -> Found:
        found = self._from(answers)
        return Found(found, certain=found is not None or self._tries < MOST_TRIES)

    def _from(self, answers: dict[str, object]) -> dict[str, object] | None:
        self._tries += 1
        if self._tries >= MOST_TRIES:
            return None
        undecided = None
        for goal in self._goals:
            holds = truth(goal.condition, answers)
            if holds is None:
                undecided = undecided or goal
            elif holds is not goal.holds:
                return None
        if undecided is None:
            return answers
        name = self._next(answers)
        for value in self._domain(name) if name else ():
            found = self._from({**answers, name: value})
            if found is not None:
                return found
        return None

    def _next(self, answers: Answers) -> str:
        """A variable that some undecided goal still asks for."""
        for goal in self._goals:
            if truth(goal.condition, answers) is None:
                for atom in atoms(goal.condition):
                    name = variable(atom)
                    if name and name not in answers and (self._freely or not _is_state(name)):
                        return name
        return ""

    def _domain(self, name: str) -> tuple[object, ...]:
        if name not in self._domains:
            self._domains[name] = domain(name, self._tests[name], self._pack)
        return self._domains[name]


def _is_state(name: str) -> bool:
    return name.startswith(("applied:", "register:"))


def domain(name: str, tests: Sequence[Condition], pack: Pack) -> tuple[object, ...]:
    """One value for each band that the tests can tell apart."""
    fact = pack.facts.get(name)
    if fact is not None and fact.values:
        return fact.values
    if name in pack.judgments:
        return pack.judgments[name].values
    if name.startswith(("applied:", "ground:")):
        return (False, True)
    if name.startswith("date:") or (fact is not None and fact.kind is FactKind.DATE):
        return _days(tests)
    if fact is not None and fact.kind is FactKind.COUNT:
        return tuple(value for value in _wholes(tests) if _within(value, fact))
    if fact is not None:
        return tuple(value for value in _amounts(tests) if _within(value, fact))
    return _of_register(name, tests, pack)


def _of_register(name: str, tests: Sequence[Condition], pack: Pack) -> tuple[object, ...]:
    register = pack.registers[name.removeprefix("register:").rpartition(".")[0]]
    if register.order:
        return tuple(enumerate(register.order))
    return _amounts(tests) if register.quantity is not None else _wholes(tests)


def _bounds(tests: Sequence[Condition]) -> list[Any]:
    found: list[Any] = []
    for test in tests:
        match test:
            case Between(_, low, high) | DateTest(_, low, high):
                found += [low, high]
            case RegisterTest(_, at_least, at_most, above, below):
                found += [at_least, at_most, above, below]
            case _:
                pass
    return [bound for bound in dict.fromkeys(found) if bound is not None]


def _wholes(tests: Sequence[Condition]) -> tuple[int, ...]:
    near = {bound + step for bound in _bounds(tests) if isinstance(bound, int) for step in (-1, 0, 1)}
    return tuple(sorted(near)) or (0,)


def _amounts(tests: Sequence[Condition]) -> tuple[End, ...]:
    """Each bound, and something between and beyond them."""
    bounds: list[Exact] = sorted(bound for bound in _bounds(tests) if not isinstance(bound, Extreme))
    between: list[Exact] = [exact(Fraction(low + high) / 2) for low, high in pairwise(bounds)]
    ends: list[Exact] = [max(exact(bounds[0] - 1), 0), exact(bounds[-1] + 1)] if bounds else [0]
    top: list[End] = [LIFE] if any(bound is LIFE for bound in _bounds(tests)) else []
    return (*sorted({*bounds, *between, *ends}), *top)


def _days(tests: Sequence[Condition]) -> tuple[str, ...]:
    near = {day for bound in _bounds(tests) for day in (_moved(bound, -1), bound, _moved(bound, 1))}
    return tuple(sorted(near)) or ("2000-01-01",)


def _moved(day: str, by: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except OverflowError:
        return day


def _within(value: Any, fact: Fact) -> bool:
    low: Any = fact.lowest
    high: Any = fact.highest
    return (low is None or value >= low) and (high is None or value <= high)
