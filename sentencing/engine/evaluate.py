"""`evaluate`: one assignment under one pack becomes a derivation; pure and total. Nothing else computes a figure."""

from collections.abc import Container, Mapping

from attrs import frozen

from sentencing import __version__
from sentencing.engine.act import Account, Registers
from sentencing.engine.assignment import Assignment
from sentencing.engine.derivation import Derivation, RegisterValue
from sentencing.engine.law import law_of
from sentencing.engine.passage import Passage, Taken, known, register_end
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
    said = tuple(
        each.say for each in pack.contradictions if holds(pack, each.when, assignment, registers, record.applied())
    )
    return Derivation(
        pack=pack.head.id,
        edition=pack.head.edition.id,
        hash=pack.hash,
        engine=__version__,
        entries=tuple(record.entries),
        registers=dict(zip(law.places, registers, strict=True)),
        gate=gate,
        remarks=tuple(record.remarks),
        contradictions=said,
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


def holds(
    pack: Pack,
    condition: Condition,
    assignment: Assignment,
    registers: Registers | None = None,
    applied: Container[str] = (),
) -> bool:
    """Whether a condition holds outside the steps, as `asked-when` and contradictions are read."""
    law = law_of(pack)
    node = law.conditions.node(condition)
    for name in node.names:
        node = law.conditions.assume(node, name, known(law, assignment, name, applied))
    values = law.initial if registers is None else registers
    return law.conditions.settle(node, lambda ref: register_end(values[law.places[ref.register]], ref.side)) is YES
