"""What each established fact contributes: the result without it, and which step makes good what goes with it."""

from collections.abc import Mapping

from attrs import field, frozen

from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation, Entry, RegisterValue
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import open_gates, with_values
from sentencing.engine.law import law_of
from sentencing.pack.model import FactValue, Pack


@frozen
class Contribution:
    """One fact taken away alone, the rest as established.

    `made_good` is the step at which the last difference in the registers vanished, when the result is the same without
    the fact: its floor, cap or exclusion explains why the fact changes nothing here.
    """

    fact: str
    value: FactValue
    without: FactValue
    registers: Mapping[str, RegisterValue] = field(hash=False)
    gate: str | None
    changes: bool
    made_good: Entry | None


def contributions(pack: Pack, question: Question, derivation: Derivation) -> tuple[Contribution, ...]:
    """The contribution of every fact that is not at its default and that some step of the derivation read."""
    gates = open_gates(law_of(pack), question)
    results = law_of(pack).results
    read = {reading.name for entry in derivation.entries for reading in entry.readings}
    found = []
    for fact in pack.facts.values():
        value = question.established.facts[fact.id]
        if value == fact.default or fact.id not in read:
            continue
        other = evaluate(pack, with_values(question.established, {fact.id: fact.default}), open_gates=gates)
        changes = other.gate != derivation.gate or any(
            other.registers[name] != derivation.registers[name] for name in results
        )
        found.append(
            Contribution(
                fact=fact.id,
                value=value,
                without=fact.default,
                registers=other.registers,
                gate=other.gate,
                changes=changes,
                made_good=None if changes else _made_good(pack, derivation, other),
            )
        )
    return tuple(found)


def _made_good(pack: Pack, derivation: Derivation, other: Derivation) -> Entry | None:
    """The entry after which the registers of two derivations are the same again for good, if they ever differed."""
    mine: dict[str, RegisterValue] = dict.fromkeys(pack.registers)
    theirs: dict[str, RegisterValue] = dict.fromkeys(pack.registers)
    made_good: Entry | None = None
    differed = False
    for left, right in zip(derivation.entries, other.entries, strict=True):
        for changed, entry in ((mine, left), (theirs, right)):
            if entry.counted:
                changed.update({change.register: change.after for change in entry.changes})
        differs = mine != theirs
        if differed and not differs:
            made_good = right if right.changes else left
        differed = differs
    return made_good
