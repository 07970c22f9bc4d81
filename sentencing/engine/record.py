"""The record of an evaluation: how each step's doings become an entry that a reader can check."""

from attrs import evolve

from sentencing.amounts import Extreme, Quantity, Units, end_text
from sentencing.engine.act import Account
from sentencing.engine.assignment import Assignment
from sentencing.engine.derivation import (
    Alternative,
    Entry,
    EntryStatus,
    Reading,
    Remark,
    WeightReading,
)
from sentencing.engine.law import Law, Stride
from sentencing.engine.passage import Taken
from sentencing.pack.model import Fact, FactKind, FactValue

COUNTED = (EntryStatus.APPLIED, EntryStatus.WEIGHED, EntryStatus.GATE)


def fact_text(fact: Fact, value: FactValue, units: Units) -> str:
    """A fact's value as files, answers and memos write it."""
    if fact.kind is FactKind.TIME and not isinstance(value, str):
        return end_text(value, Quantity.TIME, units)
    if fact.kind is FactKind.MONEY and not isinstance(value, str):
        return end_text(value, Quantity.MONEY, units)
    return value.text if isinstance(value, Extreme) else str(value)


class Record:
    """Collects the entries and remarks of one evaluation, in the order of the steps."""

    def __init__(self, law: Law, assignment: Assignment, open_gates: frozenset[str]) -> None:
        self._law = law
        self._assignment = assignment
        self._open_gates = open_gates
        self._read: dict[str, Reading] = {}
        self.entries: list[Entry] = []
        self.remarks: list[Remark] = []

    def not_reached(self, stride: Stride) -> None:
        """A step after the gate that ended the assessment."""
        step = stride.step
        entry = Entry(step.id, step.stage, step.title, step.cites, step.place.line, EntryStatus.NOT_REACHED)
        self.entries.append(entry)

    def entry(self, stride: Stride, taken: Taken, account: Account) -> None:
        """What one step did."""
        step, gate = stride.step, stride.step.gate
        way = taken.way
        option = way if way is not None and way is not stride.itself else None
        cites = step.cites if option is None else option.all_cites
        entry = Entry(
            step=step.id,
            stage=step.stage,
            title=step.title,
            cites=cites,
            line=step.place.line,
            status=taken.status,
            option=option.id if option is not None else "",
            option_title=option.title if option is not None else "",
            readings=self._readings(stride),
            changes=tuple(account.changes),
            alternatives=_alternatives(taken),
            judgment=account.judgments[0] if account.judgments else None,
            weights=self._weights(stride),
            gate=gate.kind if gate is not None else None,
            say=gate.say if gate is not None else "",
            excluded_by=step.unless_cites if taken.status is EntryStatus.EXCLUDED else (),
            conflict=taken.conflict,
            note=(option.note if option is not None else "") or step.note,
            gate_open=taken.status is EntryStatus.GATE and step.id in self._open_gates,
        )
        self.entries.append(entry)
        self.remarks += account.remarks
        if taken.status is EntryStatus.CONFLICT:
            self.remarks.append(Remark("conflict", step.id, ", ".join(taken.conflict)))
        for date in stride.dates:
            if not self._assignment.dates.get(date):
                self.remarks.append(Remark("missing-date", step.id, date))
        replaced = (way.replaces or step.replaces) if way is not None else ""
        if replaced:
            self._replace(replaced, entry)

    def _readings(self, stride: Stride) -> tuple[Reading, ...]:
        return tuple([self._reading(name) for name in stride.asks])

    def _reading(self, name: str) -> Reading:
        """What a step read under one name; the same for every step, so made once."""
        found = self._read.get(name)
        if found is None:
            pack, assignment = self._law.pack, self._assignment
            if name in assignment.facts:
                text = fact_text(pack.facts[name], assignment.facts[name], pack.units)
            else:
                decision = assignment.judgments.get(name)
                value = decision.value if decision is not None else None
                text = str(value if value is not None else pack.judgments[name].until_made or "")
            found = self._read[name] = Reading(name, text)
        return found

    def _weights(self, stride: Stride) -> tuple[WeightReading, ...]:
        if stride.step.weigh is None:
            return ()
        given = self._assignment.weights
        weights = []
        for fact in stride.step.weigh.facts:
            weight = given.get((stride.step.id, fact))
            weights.append(WeightReading(fact, weight.word if weight else "", weight.reasons if weight else ""))
        return tuple(weights)

    def _replace(self, stage: str, by: Entry) -> None:
        self.entries = [
            evolve(entry, status=EntryStatus.REPLACED, replaced_by=by.option or by.step)
            if entry.stage == stage and entry.status in COUNTED and entry.step != by.step
            else entry
            for entry in self.entries
        ]


def _alternatives(taken: Taken) -> tuple[Alternative, ...]:
    if not taken.candidates:
        return ()
    return tuple(Alternative(way.id, way.title, value) for way, value in taken.candidates if way is not taken.way)
