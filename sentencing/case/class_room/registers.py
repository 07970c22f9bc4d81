"""The spread of the results of a group: every shown register, a range at its lower and its upper end."""

from collections.abc import Sequence
from enum import Enum

from attrs import frozen

from sentencing.amounts import UNBOUNDED_ABOVE, UNBOUNDED_BELOW, End, Interval
from sentencing.case.class_room.dots import Axis, Dots, axis_over, dots, slots
from sentencing.case.class_room.quartiles import may_be_told
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.evaluate import Outcome
from sentencing.pack.model import Pack, Register, RegisterKind


class Line(Enum):
    """What of a register stands on an axis. CHOSEN: the figures of those who chose one."""

    VALUE = "value"
    LOWER = "lower"
    UPPER = "upper"
    CHOSEN = "chosen"


@frozen
class Series:
    """One dot plot; without dots it is of fewer than five people, and nothing of it is told."""

    line: Line
    dots: Dots | None


@frozen
class RegisterSpread:
    """Where a group lies in one register."""

    register: str
    axis: Axis
    series: tuple[Series, ...]

    def of(self, line: Line) -> Dots | None:
        """The dots of one line, if there is such a line and it may be told."""
        return next((each.dots for each in self.series if each.line is line), None)


def reached(outcomes: Sequence[Outcome]) -> tuple[Outcome, ...]:
    """The results that no gate stopped."""
    return tuple(each for each in outcomes if each.gate is None)


def axis_of(pack: Pack, register: str, groups: Sequence[Sequence[Outcome]]) -> Axis:
    """One axis for several groups; a group that may not be told leaves no trace on it."""
    order = pack.registers[register].order
    if order:
        return slots(len(order))
    told = [reached(group) for group in groups]
    values = [value for group in told if may_be_told(len(group)) for value in _ends(pack.registers[register], group)]
    return axis_over(values)


def spread(pack: Pack, register: str, group: Sequence[Outcome], axis: Axis) -> RegisterSpread:
    """A group's spread in one register."""
    found = pack.registers[register]
    values = [each.registers[register] for each in reached(group)]
    series = tuple(Series(line, dots(places, axis)) for line, places in _lines(found, values))
    return RegisterSpread(register, axis, series)


def _ends(register: Register, group: Sequence[Outcome]) -> list[End]:
    lines = _lines(register, [each.registers[register.id] for each in group])
    return [value for _, values in lines for value in values]


def _lines(register: Register, values: Sequence[RegisterValue]) -> list[tuple[Line, list[End]]]:
    if register.kind in (RegisterKind.RANGE, RegisterKind.FIGURE):
        ranges = [value for value in values if isinstance(value, Interval)]
        lower, upper = [value.min for value in ranges], [value.max for value in ranges]
        both = [(Line.LOWER, lower), (Line.UPPER, upper)]
        lines = [(line, ends) for line, ends in both if not _is_open(ends)]
        if register.kind is RegisterKind.RANGE:
            return lines
        chosen = [value.min for value in ranges if value.min == value.max]
        return [(Line.CHOSEN, chosen), *(lines if len(chosen) < len(ranges) else ())]
    places: list[End] = [
        register.order.index(v) if isinstance(v, str) else v for v in values if isinstance(v, str | int)
    ]
    return [(Line.VALUE, places)]


def _is_open(ends: Sequence[End]) -> bool:
    """Whether nobody has an end here: `up to 15 years` has no lower one."""
    return all(end is UNBOUNDED_BELOW or end is UNBOUNDED_ABOVE for end in ends)
