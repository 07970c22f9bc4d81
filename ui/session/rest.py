"""The result in two stages: the headline at once; envelope, turns-on, effects and contributions when there is time."""

from collections.abc import Mapping

from attrs import field, frozen

from sentencing.engine.assessment import Assessment, Effect
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation
from sentencing.engine.effects import Threshold, effects, nearest_thresholds
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import assess, open_gates, with_values, worst_value
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
    runs: Mapping[tuple[str, FactValue], Derivation] = field(factory=dict, hash=False)
    """(fork, value) → the established run with that fork alone at that value; open facts at their worse end."""


def headline(pack: Pack, question: Question) -> Derivation:
    """The first stage: the established run, in which gates that stand only on a fork do not stop."""
    gates = open_gates(law_of(pack), question) if question.forks else frozenset[str]()
    return evaluate(pack, question.established, open_gates=gates)


def rest_of(pack: Pack, question: Question) -> Rest:
    """The second stage of one question."""
    assessment = assess(pack, question)
    gates = open_gates(law_of(pack), question)
    found = {(effect.fact, effect.value): effect for effect in effects(pack, question)}
    runs: dict[tuple[str, FactValue], Derivation] = {}
    for name in question.missing:
        value = worst_value(pack, pack.facts[name])
        runs[name, value] = evaluate(pack, with_values(question.established, {name: value}), open_gates=gates)
    for fork in question.forks:
        for value in (fork.prosecution, fork.defence) if fork.name in pack.facts else ():
            assignment = with_values(question.established, {fork.name: value})
            run = runs[fork.name, value] = evaluate(pack, assignment, open_gates=gates)
            found[fork.name, value] = Effect(fork.name, value, run.registers, run.gate, run.applied())
    return Rest(
        assessment,
        found,
        nearest_thresholds(pack, question),
        contributions(pack, question, assessment.established),
        runs,
    )
