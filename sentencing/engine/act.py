"""What the verbs do to the registers: `act` is pure, from registers before to registers after, with every change told.

A verb reads other registers as they were when the step began, and its own register as the verb before it left it. Where
an amount is asked of a person, the judgment selects on a figure and widens on a range.
"""

from collections.abc import Callable, Mapping

from attrs import field, frozen

from sentencing.amounts import (
    LIFE,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Exact,
    Extreme,
    Interval,
    Quantity,
    RangeForm,
    Reference,
    Side,
    add,
    exact,
    interval_text,
    project,
    rounded,
    times,
    value_of,
)
from sentencing.engine.assignment import Decision
from sentencing.engine.derivation import Change, JudgmentReading, RegisterValue, Remark
from sentencing.engine.hows import factor_text, signed
from sentencing.engine.law import Law, Round, Way, Work
from sentencing.engine.tables import cell_of
from sentencing.pack.model import (
    Add,
    Cell,
    FactValue,
    Limit,
    MapEnds,
    Pick,
    RegisterKind,
    Scale,
    Set,
    TableLookup,
)

Registers = tuple[RegisterValue, ...]
Answers = Mapping[str, FactValue]


@frozen
class Account:
    """What `act` tells of its work when somebody wants a derivation; without one it only computes."""

    step: str
    changes: list[Change] = field(factory=list)
    remarks: list[Remark] = field(factory=list)
    judgments: list[JudgmentReading] = field(factory=list)

    def remark(self, kind: str, subject: str = "") -> None:
        """Notes something that a person must know."""
        self.remarks.append(Remark(kind, self.step, subject))


class _Unset(Exception):
    """A verb read a register that no step has set."""


def act(
    law: Law,
    way: Way,
    registers: Registers,
    answers: Answers,
    judgments: Mapping[str, Decision],
    account: Account | None = None,
) -> Registers:
    """The registers after the effects of a step or option. `answers` holds what its tables and counts read."""
    if not way.effects:
        return registers
    return _Deed(law, way, registers, answers, judgments, account).done()


class _Deed:
    """One way's effects on one set of registers."""

    def __init__(
        self,
        law: Law,
        way: Way,
        before: Registers,
        answers: Answers,
        judgments: Mapping[str, Decision],
        account: Account | None,
    ) -> None:
        self.law = law
        self.way = way
        self.before = before
        self.answers = answers
        self.judgments = judgments
        self.account = account
        self.after = list(before)

    def done(self) -> Registers:
        for work in self.way.effects:
            place = self.law.places[work.register]
            old = self.after[place]
            try:
                new, how = self._effect(work, old, self.law.kinds[place])
            except _Unset as unset:
                if self.account is not None:
                    self.account.remark("not-set", str(unset))
                continue
            self.after[place] = new
            if self.account is not None and (new != old or isinstance(work, Set)):
                self._tell(self.account, Change(work.register, type(work).__name__.lower(), old, new, how()))
        return tuple(self.after)

    def _tell(self, account: Account, change: Change) -> None:
        account.changes.append(change)
        if isinstance(change.after, Interval) and change.after.min > change.after.max:
            account.remark("empty-frame", change.register)

    def _effect(self, work: Work, old: RegisterValue, kind: RegisterKind) -> tuple[RegisterValue, Callable[[], str]]:
        match work:
            case Set():
                return self._set(work)
            case Add():
                return self._add(work, old, kind)
            case Scale():
                return self._scale(work, _interval(old, work.register), kind)
            case MapEnds():
                return self._map(work, _interval(old, work.register))
            case Limit():
                return self._limit(work, old)
            case Pick():
                return self._pick(work, old, kind)
            case Round(_, rule):
                value = _interval(old, work.register)
                new = Interval(rounded(value.min, rule.step, rule.mode), rounded(value.max, rule.step, rule.mode))
                return new, lambda: f"{rule.mode.value} to {rule.unit}"

    # ---------------------------------------------------------------------------------------------------- verbs

    def _set(self, work: Set) -> tuple[RegisterValue, Callable[[], str]]:
        match work.value:
            case TableLookup(table):
                cell, keys = self._lookup(table)
                if cell is None:
                    raise _Unset(table)
                return self._cell(cell, work.register, None), lambda: f"cell {'/'.join(keys)}"
            case RangeForm() as form:
                value = self._range(form, work.register, None)
                return value, lambda: f"= {self._text(value, work.register)}"
            case int() | str() as plain:
                return plain, lambda: f"= {plain}"

    def _add(self, work: Add, old: RegisterValue, kind: RegisterKind) -> tuple[RegisterValue, Callable[[], str]]:
        value = self._added(work)
        if isinstance(old, str):
            order = self.law.pack.registers[work.register].order
            places = int(str(value))
            return order[min(max(order.index(old) + places, 0), len(order) - 1)], lambda: signed(places)
        if kind is RegisterKind.SCORE:
            points = value if isinstance(value, int) else self._chosen_points(value, work.register)
            return (old if isinstance(old, int) else 0) + points, lambda: signed(points)
        base = _interval(old, work.register)
        if not isinstance(value, RangeForm):
            raise _Unset(work.register)
        more = self._range(value, work.register, base)
        if more.min != more.max and kind is RegisterKind.FIGURE:
            chosen = self._chosen_amount(more)
            more = more if chosen is None else Interval(chosen, chosen)
        return Interval(add(base.min, more.min), add(base.max, more.max)), lambda: f"+{self._text(more, work.register)}"

    def _added(self, work: Add) -> Cell:
        if not isinstance(work.value, TableLookup):
            return work.value
        cell, _ = self._lookup(work.value.table)
        if cell is None:
            raise _Unset(work.value.table)
        return cell

    def _scale(self, work: Scale, old: Interval, kind: RegisterKind) -> tuple[RegisterValue, Callable[[], str]]:
        low, high = work.low, work.high
        if low != high and kind is RegisterKind.FIGURE:
            chosen = self._chosen_number(low, high)
            if chosen is not None:
                low = high = chosen
        if self.account is not None and LIFE in old and (low or high):
            self.account.remark("life-not-divided", work.register)
        new = Interval(times(old.min, exact(1 + low)), times(old.max, exact(1 + high)))
        return new, lambda: factor_text(low, high)

    def _map(self, work: MapEnds, old: Interval) -> tuple[RegisterValue, Callable[[], str]]:
        transform = self.law.pack.transforms[work.transform]
        low = self._mapped(transform.min, work.register, old, lower=True)
        high = self._mapped(transform.max, work.register, old, lower=False)
        return Interval(low, high), lambda: transform.title or transform.id

    def _mapped(self, part: RangeForm | TableLookup, register: str, old: Interval, *, lower: bool) -> End:
        if isinstance(part, TableLookup):
            cell, _ = self._lookup(part.table)
            if cell is None:
                if self.account is not None:
                    self.account.remark("no-cell", part.table)
                return old.min if lower else old.max
            value = self._cell(cell, register, old)
            if not isinstance(value, Interval):
                raise _Unset(register)
            return value.min if lower else value.max
        form = part.min if lower else part.max
        return value_of(form, self._ends(register, old), self._count)

    def _limit(self, work: Limit, old: RegisterValue) -> tuple[RegisterValue, Callable[[], str]]:
        if old is None:
            raise _Unset(work.register)
        if isinstance(old, str):
            return self._limit_category(work, old)
        if isinstance(old, int):
            raised = max(old, work.at_least) if isinstance(work.at_least, int) else old
            new = min(raised, work.at_most) if isinstance(work.at_most, int) else raised
            return new, lambda: f"floor {new}" if new > old else f"cap {new}"
        low_end = self._bound(work.at_least, work.register, old, UNBOUNDED_BELOW)
        high_end = self._bound(work.at_most, work.register, old, UNBOUNDED_ABOVE)
        projected = project(old, low_end, high_end)
        return projected, lambda: self._limit_text(old, projected, work.register)

    def _limit_category(self, work: Limit, old: str) -> tuple[RegisterValue, Callable[[], str]]:
        order = self.law.pack.registers[work.register].order
        low = order.index(str(work.at_least)) if work.at_least is not None else 0
        high = order.index(str(work.at_most)) if work.at_most is not None else len(order) - 1
        new = order[min(max(order.index(old), low), high)]
        return new, lambda: f"floor {new}" if order.index(new) > order.index(old) else f"cap {new}"

    def _bound(self, bound: int | str | RangeForm | None, register: str, own: Interval, absent: End) -> End:
        if not isinstance(bound, RangeForm):
            return absent
        form = bound.min if absent is UNBOUNDED_BELOW else bound.max
        try:
            value = value_of(form, self._ends(register, own), self._count)
        except _Unset:
            return absent
        open_end = isinstance(value, Extreme) and value is not LIFE
        return absent if open_end else value

    def _pick(self, work: Pick, old: RegisterValue, kind: RegisterKind) -> tuple[RegisterValue, Callable[[], str]]:
        decision = self.judgments.get(work.judgment)
        value = decision.value if decision is not None else None
        reasons = decision.reasons if decision is not None else ""
        if kind is RegisterKind.CATEGORY:
            return self._pick_label(work, value, reasons, old)
        source = self._whole(work.source) if work.source else _interval(old, work.register)
        within = self._whole(work.within) if work.within else source
        chosen = value if isinstance(value, Interval) else None
        inside = chosen is not None and within.min <= chosen.min and chosen.max <= within.max
        usual = chosen is not None and source.min <= chosen.min and chosen.max <= source.max
        departure = chosen is not None and inside and not usual
        if self.account is not None:
            made = chosen if inside or usual else None
            rejected = None if made is not None else chosen
            reading = JudgmentReading(work.judgment, source, within, made, reasons, departure, rejected)
            self._told(reading, departure=departure and not reasons)
        if chosen is not None and (inside or usual):
            return chosen, lambda: self._text(chosen, work.register)
        return source, lambda: self._text(source, work.register)

    def _pick_label(
        self, work: Pick, value: object, reasons: str, old: RegisterValue
    ) -> tuple[RegisterValue, Callable[[], str]]:
        order = self.law.pack.registers[work.register].order
        label = str(value) if isinstance(value, str) and value in order else None
        if label is None:
            label = self.law.pack.judgments[work.judgment].until_made
        if self.account is not None:
            made = label if value == label else None
            rejected = value if isinstance(value, str) and value not in order else None
            self._told(JudgmentReading(work.judgment, order, None, made, reasons, rejected=rejected))
        return (label if label is not None else old), lambda: f"= {label}"

    # ----------------------------------------------------------------------------------------------- judgments

    def _chosen_number(self, low: Exact, high: Exact) -> Exact | None:
        decision = self.judgments.get(self.way.id)
        value = decision.value if decision is not None else None
        number = value if isinstance(value, Exact) and not isinstance(value, bool) else None
        inside = number is not None and low <= number <= high
        if self.account is not None:
            made, rejected = (number, None) if inside else (None, number)
            reasons = decision.reasons if decision is not None else ""
            self._told(JudgmentReading(self.way.id, (low, high), None, made, reasons, rejected=rejected))
        return number if inside else None

    def _chosen_points(self, value: Cell, register: str) -> int:
        """The points that a person gave inside a range of points; none until then."""
        bounds = self._range(value, register, None) if isinstance(value, RangeForm) else Interval(0, 0)
        number = self._chosen_number(_number(bounds.min), _number(bounds.max))
        return number if isinstance(number, int) else 0

    def _chosen_amount(self, bounds: Interval) -> End | None:
        decision = self.judgments.get(self.way.id)
        value = decision.value if decision is not None else None
        chosen = value if isinstance(value, Interval) else None
        inside = chosen is not None and bounds.min <= chosen.min and chosen.max <= bounds.max
        if self.account is not None:
            made, rejected = (chosen, None) if inside else (None, chosen)
            reasons = decision.reasons if decision is not None else ""
            self._told(JudgmentReading(self.way.id, bounds, bounds, made, reasons, rejected=rejected))
        return chosen.min if chosen is not None and inside else None

    def _told(self, reading: JudgmentReading, *, departure: bool = False) -> None:
        assert self.account is not None
        self.account.judgments.append(reading)
        if reading.rejected is not None:
            self.account.remark("out-of-bounds", reading.id)
        if departure:
            self.account.remark("departure-without-reasons", reading.id)

    # --------------------------------------------------------------------------------------------- what is read

    def _whole(self, register: str) -> Interval:
        return _interval(self.before[self.law.places[register]], register)

    def _ends(self, register: str, own: Interval | None) -> Callable[[Reference], End]:
        def end(reference: Reference) -> End:
            if reference.register in ("", register) and own is not None:
                return own.min if reference.side is Side.MIN else own.max
            name = reference.register or register
            value = self.before[self.law.places[name]]
            if isinstance(value, int):
                return value
            interval = _interval(value, name)
            return interval.min if reference.side is Side.MIN else interval.max

        return end

    def _count(self, fact: str) -> int:
        value = self.answers[fact]
        return value if isinstance(value, int) else 0

    def _range(self, form: RangeForm, register: str, own: Interval | None) -> Interval:
        ends = self._ends(register, own)
        return Interval(value_of(form.min, ends, self._count), value_of(form.max, ends, self._count))

    def _cell(self, cell: Cell, register: str, own: Interval | None) -> RegisterValue:
        return self._range(cell, register, own) if isinstance(cell, RangeForm) else cell

    def _lookup(self, name: str) -> tuple[Cell | None, tuple[str, ...]]:
        table = self.law.pack.tables[name]
        return cell_of(table, tuple(self._key(key) for key in table.keys))

    def _key(self, key: str) -> End | str:
        if key in self.answers:
            return self.answers[key]
        name, _, side = key.partition(".")
        value = self.before[self.law.places[name]]
        if value is None:
            raise _Unset(name)
        if isinstance(value, Interval):
            return value.min if side == "min" else value.max
        return value

    def _text(self, value: RegisterValue, register: str) -> str:
        if not isinstance(value, Interval):
            return str(value)
        record = self.law.pack.registers[register]
        return interval_text(value, record.quantity or Quantity.TIME, self.law.pack.units, record.unit)

    def _limit_text(self, old: Interval, new: Interval, register: str) -> str:
        parts = []
        if new.min > old.min:
            parts.append(f"floor {self._text(Interval(new.min, new.min), register)}")
        if new.max < old.max:
            parts.append(f"cap {self._text(Interval(new.max, new.max), register)}")
        return ", ".join(parts) or f"limit {self._text(new, register)}"


def _interval(value: RegisterValue, register: str) -> Interval:
    if isinstance(value, Interval):
        return value
    raise _Unset(register)


def _number(end: End) -> Exact:
    """A bound of points, which is always a number."""
    return 0 if isinstance(end, Extreme) else end
