"""`evaluate`: one assignment under one pack becomes a derivation; pure and total. Nothing else computes a figure."""

from collections.abc import Mapping

from attrs import frozen

from sentencing import __version__
from sentencing.engine.act import Account
from sentencing.engine.assignment import Assignment
from sentencing.engine.derivation import Derivation, RegisterValue
from sentencing.engine.law import law_of
from sentencing.engine.passage import Passage, Taken, known
from sentencing.engine.record import COUNTED, Record
from sentencing.engine.residual import YES
from sentencing.pack.conditions import Condition
from sentencing.pack.model import Pack


@frozen
class Outcome:
    """The end of an evaluation without its account."""

    registers: Mapping[str, RegisterValue]
    gate: str | None
    applied: tuple[str, ...]


def evaluate(pack: Pack, assignment: Assignment, *, open_gates: frozenset[str] = frozenset()) -> Derivation:
    """The derivation of one assignment. Gates in `open_gates` stand on a disputed fact: shown, and never stopping."""
    law = law_of(pack)
    passage = Passage(law, assignment, open_gates=open_gates)
    record = Record(law, assignment, open_gates)
    registers, rest = law.initial, passage.first_rest()
    gate: str | None = None
    for index, stride in enumerate(passage.strides):
        if gate is not None:
            record.not_reached(stride)
            continue
        account = Account(stride.step.id)
        taken = passage.step(index, registers, rest, account)
        assert isinstance(taken, Taken), f"'{taken}' is asked for and not known"
        record.entry(stride, taken, account)
        rest = passage.after(rest, index, taken)
        registers = taken.registers
        gate = stride.step.id if taken.stopped else None
    together = zip(pack.contradictions, law.contradictions, strict=True)
    return Derivation(
        pack=pack.head.id,
        edition=pack.head.edition.id,
        hash=pack.hash,
        engine=__version__,
        entries=tuple(record.entries),
        registers=dict(zip(law.places, registers, strict=True)),
        gate=gate,
        remarks=tuple(record.remarks),
        contradictions=tuple(each.say for each, place in together if passage.fixed(place) is YES),
    )


def outcome(pack: Pack, assignment: Assignment, *, open_gates: frozenset[str] = frozenset()) -> Outcome:
    """The same evaluation without its account, for where only the end matters."""
    law = law_of(pack)
    passage = Passage(law, assignment, open_gates=open_gates)
    registers, rest = law.initial, passage.first_rest()
    applied: list[str] = []
    gate: str | None = None
    for index, stride in enumerate(passage.strides):
        taken = passage.step(index, registers, rest)
        assert isinstance(taken, Taken), f"'{taken}' is asked for and not known"
        if taken.status in COUNTED:
            applied.append(stride.step.id)
        if taken.stopped:
            gate = stride.step.id
            break
        rest = passage.after(rest, index, taken)
        registers = taken.registers
    return Outcome(dict(zip(law.places, registers, strict=True)), gate, tuple(applied))


def holds(pack: Pack, condition: Condition, assignment: Assignment) -> bool:
    """Whether a condition holds outside the steps, as `asked-when` is read: of facts, judgments and dates."""
    law = law_of(pack)
    node = law.conditions.node(condition)
    for name in node.names:
        node = law.conditions.assume(node, name, known(law, assignment, name))
    return node is YES
