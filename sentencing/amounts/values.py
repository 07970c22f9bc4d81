"""Ends and intervals: exact numbers of months or of money, life, and the ends that the law leaves open. No float."""

from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from typing import Final, NamedTuple

from attrs import frozen

MONTHS_IN_A_YEAR: Final = 12

Exact = int | Fraction
"""An exact number; whole values are always `int`, so that equal amounts are equal, print alike and hash fast."""


class Extreme:
    """An end that is no number: life, or no limit on one side. Ordered against every number and each other."""

    __slots__ = ("rank", "text")

    def __init__(self, rank: int, text: str) -> None:
        self.rank = rank
        self.text = text

    def __repr__(self) -> str:
        return f"<{self.text}>"

    def __reduce__(self) -> tuple[Callable[[int], "Extreme"], tuple[int]]:
        return _extreme, (self.rank,)

    def __copy__(self) -> "Extreme":
        return self

    def __deepcopy__(self, memo: object) -> "Extreme":
        return self

    def __lt__(self, other: object) -> bool:
        return self.rank < _rank(other)

    def __le__(self, other: object) -> bool:
        return self.rank <= _rank(other)

    def __gt__(self, other: object) -> bool:
        return self.rank > _rank(other)

    def __ge__(self, other: object) -> bool:
        return self.rank >= _rank(other)


def _rank(other: object) -> int:
    return other.rank if isinstance(other, Extreme) else 0


UNBOUNDED_BELOW: Final = Extreme(-1, "no limit")
LIFE: Final = Extreme(1, "life")
UNBOUNDED_ABOVE: Final = Extreme(2, "no limit")


def _extreme(rank: int) -> Extreme:
    return {-1: UNBOUNDED_BELOW, 1: LIFE, 2: UNBOUNDED_ABOVE}[rank]


End = int | Fraction | Extreme


class Interval(NamedTuple):
    """The two ends of a range, or of a figure that is not chosen yet; equal ends are one amount."""

    min: End
    max: End


NO_LIMIT: Final = Interval(UNBOUNDED_BELOW, UNBOUNDED_ABOVE)


class Quantity(Enum):
    """What an amount measures."""

    TIME = "time"
    MONEY = "money"


@frozen
class Units:
    """How one pack writes amounts: days in a month (0: a day does not exist there) and its currency, if any."""

    days_in_month: int = 0
    currency: str = ""


def exact(value: Exact) -> Exact:
    """The same number, as `int` when it is whole."""
    return value.numerator if value.denominator == 1 else value


class Rounding(Enum):
    """Which way a declared rounding goes."""

    DOWN = "down"
    UP = "up"
    NEAREST = "nearest"


def rounded(value: End, step: Exact, mode: Rounding) -> End:
    """The end as a multiple of `step`; a half goes down (in favour of the accused) under NEAREST."""
    if isinstance(value, Extreme):
        return value
    quotient = Fraction(value) / step
    down = quotient.numerator // quotient.denominator
    if mode is Rounding.UP:
        down = -(-quotient.numerator // quotient.denominator)
    elif mode is Rounding.NEAREST and quotient - down > Fraction(1, 2):
        down += 1
    return exact(down * step)


def add(end: End, amount: End) -> End:
    """The sum of two ends; life and open ends stay what they are."""
    if isinstance(end, Extreme):
        return end
    return amount if isinstance(amount, Extreme) else exact(end + amount)


def times(end: End, factor: Exact) -> End:
    """An end multiplied by an exact factor; life and open ends stay what they are."""
    return end if isinstance(end, Extreme) else exact(end * factor)


def project(value: Interval, at_least: End, at_most: End) -> Interval:
    """Both ends moved into [at_least, at_most]; where the bounds cross, the upper bound wins."""
    return Interval(min(max(value.min, at_least), at_most), min(max(value.max, at_least), at_most))
