"""What each answer would change: previews before answering, what a fact contributes, the nearest threshold."""

from attrs import frozen

from sentencing.engine.assessment import Effect
from sentencing.engine.assignment import Assignment, Question
from sentencing.engine.evaluate import holds, outcome
from sentencing.engine.forks import open_gates, with_values
from sentencing.engine.law import law_of
from sentencing.engine.thresholds import inside, thresholds
from sentencing.pack.model import Fact, FactKind, FactValue, Pack


@frozen
class Threshold:
    """The nearest value of a counted fact, upwards or downwards, at which the result moves."""

    fact: str
    value: int
    effect: Effect


def effects(pack: Pack, question: Question) -> tuple[Effect, ...]:
    """For every fact that is asked, the result with each of its values, the rest as established."""
    gates = open_gates(law_of(pack), question)
    found = []
    for fact in pack.facts.values():
        if holds(pack, fact.asked_when, question.established):
            found += [effect_of(pack, question.established, fact.id, value, gates) for value in values_of(pack, fact)]
    return tuple(found)


def effect_of(
    pack: Pack, established: Assignment, fact: str, value: FactValue, gates: frozenset[str] = frozenset()
) -> Effect:
    """The result with one fact changed."""
    end = outcome(pack, with_values(established, {fact: value}), open_gates=gates)
    return Effect(fact, value, end.registers, end.gate, end.applied)


def values_of(pack: Pack, fact: Fact) -> tuple[FactValue, ...]:
    """The values worth trying: all of a yes-no or choice, the default and the first of each band of a count."""
    if fact.kind is FactKind.YES_NO:
        return ("yes", "no")
    if fact.kind is FactKind.CHOICE:
        return fact.values
    if fact.kind is FactKind.COUNT:
        return tuple(dict.fromkeys((fact.default, *thresholds(pack, fact.id))))
    return (fact.default,)


def nearest_thresholds(pack: Pack, question: Question) -> tuple[Threshold, ...]:
    """For each counted fact, the nearest value above and below at which a shown register moves."""
    law = law_of(pack)
    gates = open_gates(law, question)
    now = outcome(pack, question.established, open_gates=gates)
    found = []
    for fact in pack.facts.values():
        value = question.established.facts[fact.id]
        if fact.kind is not FactKind.COUNT or not isinstance(value, int):
            continue
        bands = thresholds(pack, fact.id)
        upwards = [each for each in bands if each > value]
        downwards = [each - 1 for each in reversed(bands) if each <= value and inside(each - 1, fact)]
        for tried in (upwards, downwards):
            for each in tried:
                effect = effect_of(pack, question.established, fact.id, each, gates)
                if any(effect.registers[name] != now.registers[name] for name in law.results):
                    found.append(Threshold(fact.id, each, effect))
                    break
    return tuple(found)
