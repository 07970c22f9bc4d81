"""A weight: one number of the guidance that a result rests on, as a place among those that it could be moved to."""

from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import Final

from attrs import frozen

from sentencing.amounts import MONTHS_IN_A_YEAR, Exact, Quantity, exact, number_text, read_number
from sentencing.errors import AmountError
from sentencing.pack.spots import is_day
from sentencing.proof.numbers import Number, Spot, Value

_LEAST_SPAN: Final = 24
_DAYS: Final = 3660
_LONG: Final = 60
"""From so many months on an amount is stepped by the year."""


class WeightKind(Enum):
    """What a number does in its step."""

    START = "start"
    POINTS = "points"
    FLOOR = "floor"
    CAP = "cap"
    FRACTION = "fraction"
    LEAST = "least"
    MOST = "most"
    PER_HEAD = "per-head"
    CELL = "cell"
    FROM = "from"
    UP_TO = "up-to"
    HOW_MANY = "how-many"
    PART = "part"
    ROUNDING = "rounding"


_VERBS: Final = {"set": WeightKind.START, "add": WeightKind.POINTS, "scale": WeightKind.FRACTION}
_ENDS: Final = {
    "at-least": WeightKind.FLOOR,
    "at-most": WeightKind.CAP,
    "min": WeightKind.LEAST,
    "max": WeightKind.MOST,
    "low": WeightKind.LEAST,
    "high": WeightKind.MOST,
    "over": WeightKind.PER_HEAD,
}
_BOUNDS: Final = {
    "at-least": WeightKind.FROM,
    "above": WeightKind.FROM,
    "first": WeightKind.FROM,
    "at-most": WeightKind.UP_TO,
    "below": WeightKind.UP_TO,
    "last": WeightKind.UP_TO,
}


@frozen
class Weight:
    """One number. Places count from the guidance's own number, 0, in the smallest amount by which it moves.

    `subject` is the register, fact, date, table or transform that the number belongs to; `step` the entry that used it.
    """

    path: str
    step: str
    kind: WeightKind
    subject: str
    quantity: Quantity | None
    origin: Value
    value: Value
    low: int
    high: int
    stride: int
    """How many places one press of a key moves it."""

    @property
    def place(self) -> int:
        """Where the number is now; 0 is where the guidance has it."""
        if isinstance(self.value, str) or isinstance(self.origin, str):
            return (date.fromisoformat(str(self.value)) - date.fromisoformat(str(self.origin))).days
        return int((self.value - self.origin) * self._denominator)

    @property
    def is_moved(self) -> bool:
        """Whether it is not what the guidance says."""
        return self.value != self.origin

    def at(self, place: int) -> Value:
        """The number at a place."""
        if isinstance(self.origin, str):
            return (date.fromisoformat(self.origin) + timedelta(days=place)).isoformat()
        return exact(self.origin + Fraction(place, self._denominator))

    def text(self, place: int) -> str:
        """The number at a place, as text that reads back."""
        value = self.at(place)
        return value if isinstance(value, str) else number_text(value)

    def read(self, text: str) -> int | None:
        """The place of a number that a person wrote; None when it is no number, or none that this can be."""
        if isinstance(self.origin, str):
            if not is_day(text):
                return None
            place: Exact = (date.fromisoformat(text) - date.fromisoformat(self.origin)).days
        else:
            try:
                place = exact((read_number(text) - self.origin) * self._denominator)
            except AmountError:
                return None
        return place if isinstance(place, int) and self.low <= place <= self.high else None

    @property
    def _denominator(self) -> int:
        return 1 if isinstance(self.origin, str) else self.origin.denominator


def weight_of(number: Number, step: str, origin: Value, quantity: Quantity | None) -> Weight:
    """The weight that a number is in a step; `origin` is what the guidance itself says."""
    kind, subject = kind_of(number.spot)
    low, high = _span(origin, signed=number.signed, kind=kind)
    return Weight(
        number.spot.path, step, kind, subject, quantity, origin, number.value, low, high, _stride(origin, quantity)
    )


def _span(origin: Value, *, signed: bool, kind: WeightKind) -> tuple[int, int]:
    """The outermost places; a number that cannot be negative ends at nothing."""
    if isinstance(origin, str):
        return -_DAYS, _DAYS
    span = max(_LEAST_SPAN, 2 * abs(origin.numerator))
    if kind is WeightKind.FRACTION:
        return -origin.numerator - origin.denominator, span
    return (-span if signed else -abs(origin.numerator)), span


def _stride(origin: Value, quantity: Quantity | None) -> int:
    if not isinstance(origin, int):
        return 1
    match quantity:
        case Quantity.MONEY:
            return int(10 ** max(len(str(abs(origin))) - 2, 0))
        case Quantity.TIME:
            return MONTHS_IN_A_YEAR if origin >= _LONG and origin % MONTHS_IN_A_YEAR == 0 else 1
        case None:
            return 1


def kind_of(spot: Spot) -> tuple[WeightKind, str]:
    """What a number does, and the register, fact, date, table or transform that it belongs to."""
    section, name, *rest = spot.path.split(".")
    match section:
        case "numbers":
            return WeightKind.ROUNDING, rest[0]
        case "tables":
            if "bands" in rest and rest[-1] in ("to", "from"):
                return (WeightKind.UP_TO if rest[-1] == "to" else WeightKind.FROM), name
            return _ENDS.get(rest[-1], WeightKind.CELL), name
        case "transforms":
            return WeightKind.PART, name
        case "terms":
            return _bound(rest), _name(rest)
    if rest[0] == "options":
        rest = rest[2:]
    if not spot.way:
        return _bound(rest[1:]), _name(rest[1:])
    verb, register, *ends = rest
    return next((_ENDS[end] for end in reversed(ends) if end in _ENDS), _VERBS.get(verb, WeightKind.PART)), register


def _bound(rest: list[str]) -> WeightKind:
    if "count" in rest:
        return WeightKind.HOW_MANY
    return _BOUNDS.get(rest[-1], WeightKind.FROM)


def _name(rest: list[str]) -> str:
    """The fact, register or date that a condition tests, past the places of its parts."""
    return next((part for part in rest if not part.isdigit()), "")
