"""Exact median and quartiles of a group of ends; a group of fewer than five people is never told.

Numbers stay exact; life and open ends are ordered against them. Where the middle lies between two values, it is their
exact mean, and the lower of the two when one of them is no number, as a half goes down under declared rounding.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from attrs import frozen

from sentencing.amounts import LIFE, End, Extreme, exact

LEAST_GROUP: Final = 5
"""The fewest people of whom anything is shown, so that no answer can be traced to who gave it."""


@frozen
class Quartiles:
    """Where a group lies. The quartiles are the medians of the lower and upper half; the middle one is in neither."""

    people: int
    least: End
    lower: End
    median: End
    upper: End
    most: End

    @property
    def half(self) -> End:
        """How wide the middle half of the group lies."""
        return apart(self.lower, self.upper)

    @property
    def whole(self) -> End:
        """How wide the whole group lies."""
        return apart(self.least, self.most)


def may_be_told(people: int) -> bool:
    """Whether a group is large enough to be shown."""
    return people >= LEAST_GROUP


def quartiles(values: Sequence[End]) -> Quartiles | None:
    """Where a group lies; None when it is too small to be told."""
    if not may_be_told(len(values)):
        return None
    ordered = ordered_ends(values)
    half = len(ordered) // 2
    return Quartiles(
        people=len(ordered),
        least=ordered[0],
        lower=_median(ordered[:half]),
        median=_median(ordered),
        upper=_median(ordered[-half:]),
        most=ordered[-1],
    )


def ordered_ends(values: Sequence[End]) -> list[End]:
    """The ends from low to high."""
    return sorted(values, key=_Place)


def apart(low: End, high: End) -> End:
    """How far two ends lie from each other; life or an open end less a number stays what it is."""
    if low is high or low == high:
        return 0
    if isinstance(high, Extreme):
        return high
    if isinstance(low, Extreme):
        return LIFE
    return exact(high - low)


def _median(ordered: Sequence[End]) -> End:
    low, high = ordered[(len(ordered) - 1) // 2], ordered[len(ordered) // 2]
    if isinstance(low, Extreme) or isinstance(high, Extreme):
        return low
    return exact(Fraction(low + high) / 2)


class _Place:
    """Sorts ends of both kinds."""

    __slots__ = ("end",)

    def __init__(self, end: End) -> None:
        self.end = end

    def __lt__(self, other: "_Place") -> bool:
        return self.end < other.end
