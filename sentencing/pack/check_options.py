"""Checks what can be chosen: `one` without gap or overlap, options that are reached, stops that no default trips."""

from collections.abc import Iterator
from itertools import combinations

from sentencing.errors import Problem, Severity
from sentencing.pack.model import Choose, GateKind, Option, Pack, Place, Step
from sentencing.pack.possible import Answers, Found, Goal, example_of, search, truth


def check_options(pack: Pack) -> Iterator[Problem]:
    """Problems of every step's conditions."""
    for step in pack.steps:
        yield from _reachable(step, pack)
        if step.choose is Choose.ONE:
            yield from _gap(step, pack)
            yield from _overlaps(step, pack)
        if step.gate is not None and step.gate.kind is GateKind.STOP:
            yield from _stopped_by_defaults(step, pack)


def _met(step: Step, pack: Pack) -> list[Goal]:
    """The step is met and no two answers contradict each other."""
    return [
        Goal(step.when, holds=True),
        Goal(step.unless, holds=False),
        *(Goal(each.when, holds=False) for each in pack.contradictions),
    ]


def _gap(step: Step, pack: Pack) -> Iterator[Problem]:
    found = search([*_met(step, pack), *(Goal(option.when, holds=False) for option in step.options)], pack)
    if found.answers is not None:
        right = "Exactly one must hold; add the missing case, or an option with 'when: otherwise'."
        yield _problem("no option holds for these answers.", f"steps.{step.id}", step.place, right, found, pack)
    elif not found.certain:
        yield _undecided(step, "whether some option always holds")


def _overlaps(step: Step, pack: Pack) -> Iterator[Problem]:
    for first, second in combinations(step.options, 2):
        goals = [*_met(step, pack), Goal(first.when, holds=True), Goal(second.when, holds=True)]
        found = search(goals, pack)
        if found.answers is not None:
            both = f"'{first.id}' (line {first.place.line}) and '{second.id}' both hold for these answers."
            right = "Exactly one must hold; make them exclude each other, or use 'choose: first' or 'greatest'."
            yield _problem(both, _path(step, second), second.place, right, found, pack)
        elif not found.certain:
            yield _undecided(step, f"whether '{first.id}' and '{second.id}' can both hold")
            return  # the next pairs would take as long


def _reachable(step: Step, pack: Pack) -> Iterator[Problem]:
    """A step or option whose condition no answers meet; what earlier steps did is taken as anything at all."""
    met = _met(step, pack)
    if _never(search(met, pack, freely=True)):
        yield _warning("no answers meet this step.", f"steps.{step.id}", step.place)
        return
    earlier: list[Goal] = []
    for option in step.options:
        if _never(search([*met, Goal(option.when, holds=True), *earlier], pack, freely=True)):
            after = " after the options before it" if earlier else ""
            yield _warning(f"this option is never reached{after}.", _path(step, option), option.place)
        if step.choose is Choose.FIRST:
            earlier.append(Goal(option.when, holds=False))


def _never(found: Found) -> bool:
    return found.answers is None and found.certain


def _stopped_by_defaults(step: Step, pack: Pack) -> Iterator[Problem]:
    """An unanswered fact reads as its default, so a default that stops would end every case before it begins."""
    defaults: Answers = {
        **{name: fact.default for name, fact in pack.facts.items()},
        **{name: each.until_made for name, each in pack.judgments.items() if each.until_made is not None},
    }
    if truth(step.when, defaults) is True and truth(step.unless, defaults) is not True:
        found = "the stop holds for the defaults alone, so a case without answers would end here."
        place, right = step.place, "Change the default of what it reads."
        yield Problem(found, f"steps.{step.id}.when", place.line, place.column, right)


def _path(step: Step, option: Option) -> str:
    return f"steps.{step.id}.options.{option.id}"


def _problem(said: str, path: str, place: Place, right: str, found: Found, pack: Pack) -> Problem:
    example = example_of(found.answers or {}, pack)
    return Problem(said, path, place.line, place.column, right, example=example)


def _warning(said: str, path: str, place: Place) -> Problem:
    right = "Change its condition or delete it."
    return Problem(said, path, place.line, place.column, right, severity=Severity.WARNING)


def _undecided(step: Step, what: str) -> Problem:
    found, place = f"there are too many cases to decide {what}.", step.place
    right = "Split the step, or name parts of its conditions as terms of fewer facts."
    return Problem(found, f"steps.{step.id}", place.line, place.column, right, severity=Severity.WARNING)
