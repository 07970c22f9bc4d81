"""Dot plots: an axis of round steps with places for life and open ends, and the columns of dots that stand on it.

Places are whole numbers from 0 to `FULL`, so that whoever draws needs no arithmetic of amounts.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Final

from attrs import frozen

from sentencing.amounts import LIFE, UNBOUNDED_ABOVE, UNBOUNDED_BELOW, End, Exact, Extreme, exact
from sentencing.case.class_room.quartiles import Quartiles, ordered_ends, quartiles

FULL: Final = 10_000
_NEAR: Final = FULL // 80
"""Dots nearer to each other than this stand in one column."""
_BESIDE: Final = FULL * 3 // 25
"""The room at an end of the axis for life and open ends."""
_BEYOND: Final = {UNBOUNDED_BELOW.rank: 0, LIFE.rank: FULL - _BESIDE // 3, UNBOUNDED_ABOVE.rank: FULL}
_MOST_TICKS: Final = 9
_STEPS: Final[tuple[Exact, ...]] = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


@frozen
class Tick:
    """A value written at the axis."""

    at: int
    value: End


@frozen
class Axis:
    """Numbers from `low` to `high` between the places `start` and `end`; what is no number stands beyond them."""

    low: Exact
    high: Exact
    start: int
    end: int
    ticks: tuple[Tick, ...]

    def place(self, value: End) -> int:
        """Where a value stands."""
        if isinstance(value, Extreme):
            return _BEYOND[value.rank]
        part = Fraction(value - self.low) / (self.high - self.low)
        return self.start + round(part * (self.end - self.start))


@frozen
class Column:
    """So many people at one place; `first` and `last` are the same unless near values stand together."""

    at: int
    people: int
    first: End
    last: End


@frozen
class Mark:
    """A quartile or the median at its place."""

    at: int
    value: End


@frozen
class Dots:
    """A group on an axis: its quartiles, their places, and its columns from low to high."""

    quartiles: Quartiles
    lower: Mark
    median: Mark
    upper: Mark
    columns: tuple[Column, ...]


def axis_over(values: Iterable[End]) -> Axis:
    """An axis on which all the values fit; round steps, at most nine numbers."""
    ends = list(values)
    numbers = [value for value in ends if not isinstance(value, Extreme)]
    below = any(value is UNBOUNDED_BELOW for value in ends)
    above = any(isinstance(value, Extreme) and value is not UNBOUNDED_BELOW for value in ends)
    least, most = (min(numbers), max(numbers)) if numbers else (0, 1)
    step = _step(most - least)
    low = (Fraction(least) / step).__floor__() * step
    high = (Fraction(most) / step).__ceil__() * step
    if low == high:
        low, high = low - step if low > 0 else low, high + step
    start, end = _BESIDE if below else 0, FULL - _BESIDE if above else FULL
    bare = Axis(exact(low), exact(high), start, end, ())
    count = (Fraction(high - low) / step).__floor__()
    numbered: list[End] = [exact(low + step * number) for number in range(count + 1)]
    beyond = {value for value in ends if isinstance(value, Extreme)}
    ticks = (Tick(bare.place(value), value) for value in ordered_ends((*numbered, *beyond)))
    return Axis(bare.low, bare.high, start, end, tuple(ticks))


def slots(number: int) -> Axis:
    """An axis with a place for each of so many words, which stand at 0, 1, 2 …"""
    width = Fraction(FULL, 2 * max(number, 1))
    start, end = round(width), FULL - round(width)
    if number < 2:
        return Axis(0, 1, FULL // 2, FULL // 2, (Tick(FULL // 2, 0),))
    bare = Axis(0, number - 1, start, end, ())
    return Axis(0, number - 1, start, end, tuple(Tick(bare.place(value), value) for value in range(number)))


def dots(values: Sequence[End], axis: Axis) -> Dots | None:
    """A group on an axis; None when it is too small to be told."""
    found = quartiles(values)
    if found is None:
        return None
    lower, median, upper = (Mark(axis.place(value), value) for value in (found.lower, found.median, found.upper))
    return Dots(found, lower, median, upper, _columns(values, axis))


def _columns(values: Sequence[End], axis: Axis) -> tuple[Column, ...]:
    counted = Counter(values)
    columns: list[Column] = []
    begun = -FULL
    for value in ordered_ends(tuple(counted)):
        at, people = axis.place(value), counted[value]
        if columns and at - begun < _NEAR:
            last = columns[-1]
            columns[-1] = Column((begun + at) // 2, last.people + people, last.first, value)
        else:
            begun = at
            columns.append(Column(at, people, value, value))
    return tuple(columns)


def _step(width: Exact) -> Exact:
    """The smallest round step that needs no more than nine numbers."""
    for step in _STEPS:
        if width <= step * (_MOST_TICKS - 2):
            return step
    step = _STEPS[-1]
    while width > step * (_MOST_TICKS - 2):  # money: 1200, 12,000 … is as round as tens are
        step = step * 10 if step > _STEPS[-1] else 10_000
    return step
