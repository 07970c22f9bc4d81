"""Finds what would betray a sealed answer: an open part of the pack that reads what only the sealed part knows.

The open result is the evaluation without the sealed part. It must not depend on it anywhere, not even by a question
that appears or disappears.
"""

from collections.abc import Iterable, Iterator, Mapping

from sentencing.errors import Problem
from sentencing.pack.conditions import Applied, Condition, RegisterTest, atoms, names
from sentencing.pack.model import Assistance, Pack, Place, Step
from sentencing.pack.reads import amounts_read, registers_read, steps_of

_REASON = "What is sealed may not move or show anything in an open paper; seal this too, or do not read it."


def leaks(pack: Pack) -> tuple[Problem, ...]:
    """Every open step, question or judgment that reads a sealed one, directly or through a register."""
    if pack.head.assistance is not Assistance.SEALED:
        return tuple(_sealed_in_an_open_pack(pack))
    return tuple(_Leaks(pack).all())


def _sealed_in_an_open_pack(pack: Pack) -> Iterator[Problem]:
    sections: Mapping[str, Iterable[tuple[str, bool, Place]]] = {
        "facts": [(fact.id, fact.sealed, fact.place) for fact in pack.facts.values()],
        "judgments": [(each.id, each.sealed, each.place) for each in pack.judgments.values() if not each.step],
        "steps": [(step.id, step.sealed, step.place) for step in pack.steps],
    }
    for section, parts in sections.items():
        for id_, sealed, place in parts:
            if sealed:
                found = "'sealed: yes' in a pack with 'assistance: open'."
                right = "Leave it out, or make the pack's assistance sealed."
                yield Problem(found, f"{section}.{id_}", place.line, place.column, right)


class _Leaks:
    """The sealed names of one pack, and who reads them."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._answers = {fact.id for fact in pack.facts.values() if fact.sealed}
        self._answers |= {each.id for each in pack.judgments.values() if each.sealed}
        self._steps = {id_ for step in pack.steps if step.sealed for id_ in steps_of(step)}
        written_sealed, written_open = set[str](), set[str]()
        for step in pack.steps:
            for way in (step.effects, *(option.effects for option in step.options)):
                (written_sealed if step.sealed else written_open).update(effect.register for effect in way)
        self._registers = written_sealed - written_open

    def all(self) -> Iterator[Problem]:
        """The problems in the order of the file."""
        for fact in self._pack.facts.values():
            if not fact.sealed:
                yield from self._condition(fact.asked_when, f"facts.{fact.id}.asked-when", fact.place)
        for judgment in self._pack.judgments.values():
            if not judgment.sealed:
                path = f"judgments.{judgment.id}"
                yield from self._condition(judgment.when, f"{path}.when", judgment.place)
                for name in self._answers.intersection(judgment.grounds):
                    yield _problem(f"the sealed fact '{name}' is a ground.", path, judgment.place)
        for step in self._pack.steps:
            if not step.sealed:
                yield from self._step(step)

    def _step(self, step: Step) -> Iterator[Problem]:
        path = f"steps.{step.id}"
        for condition in (step.when, step.unless, *(option.when for option in step.options)):
            yield from self._condition(condition, path, step.place)
        for name in dict.fromkeys(amounts_read(step, self._pack)):
            if name in self._answers:
                yield _problem(f"this open step reads '{name}', which is sealed.", path, step.place)
        for name in dict.fromkeys(registers_read(step, self._pack)):
            if name in self._registers:
                yield _problem(f"this open step reads '{name}', which only sealed steps write.", path, step.place)

    def _condition(self, condition: Condition, path: str, place: Place) -> Iterator[Problem]:
        for name in names(condition):
            if name in self._answers:
                yield _problem(f"this open part reads '{name}', which is sealed.", path, place)
        for atom in atoms(condition):
            match atom:
                case Applied(name) if name in self._steps:
                    yield _problem(f"this open part asks whether the sealed step '{name}' applied.", path, place)
                case RegisterTest(reference) if reference.register in self._registers:
                    found = f"this open part reads '{reference.register}', which only sealed steps write."
                    yield _problem(found, path, place)
                case _:
                    pass


def _problem(found: str, path: str, place: Place) -> Problem:
    return Problem(found, path, place.line, place.column, right=_REASON)
