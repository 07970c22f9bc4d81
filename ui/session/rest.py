"""The result in two stages: the headline at once; envelope, turns-on, effects and contributions when there is time."""

from collections.abc import Mapping

from attrs import field, frozen

from sentencing.engine.assessment import Assessment, Effect
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation
from sentencing.engine.effects import Threshold, effect_of, effects, nearest_thresholds
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import assess, open_gates
from sentencing.engine.law import law_of
from sentencing.engine.sensitivity import Contribution, contributions
from sentencing.pack.model import FactValue, Pack


@frozen
class Rest:
    """Everything of a result that may come later than the headline."""

    assessment: Assessment
    effects: Mapping[tuple[str, FactValue], Effect] = field(hash=False)
    thresholds: tuple[Threshold, ...] = ()
    contributions: tuple[Contribution, ...] = ()


def headline(pack: Pack, question: Question) -> Derivation:
    """The first stage: the established run, in which gates that stand only on a fork do not stop."""
    gates = open_gates(law_of(pack), question) if question.forks else frozenset[str]()
    return evaluate(pack, question.established, open_gates=gates)


def rest_of(pack: Pack, question: Question) -> Rest:
    """The second stage of one question."""
    assessment = assess(pack, question)
    gates = open_gates(law_of(pack), question)
    found = {(effect.fact, effect.value): effect for effect in effects(pack, question)}
    for fork in question.forks:
        for value in {fork.values[0], fork.prosecution, fork.defence}:
            if fork.name in pack.facts and (fork.name, value) not in found:
                found[fork.name, value] = effect_of(pack, question.established, fork.name, value, gates)
    return Rest(
        assessment,
        found,
        nearest_thresholds(pack, question),
        contributions(pack, question, assessment.established),
    )
