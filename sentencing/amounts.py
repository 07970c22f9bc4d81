"""Exact amounts of time and money: ends, intervals and linear forms, read from text and printed back to it.

An amount is a whole number or a `Fraction` of the canonical unit: months for time, the currency unit for money.
`LIFE` is the top of time; `UNBOUNDED_BELOW` and `UNBOUNDED_ABOVE` are the ends that the law leaves open. No float.
"""

import re
from collections.abc import Callable, Mapping
from enum import Enum
from fractions import Fraction
from typing import Final, NamedTuple

from attrs import frozen

from sentencing.errors import AmountError

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


# ---------------------------------------------------------------------------------------------------------- forms


class Side(Enum):
    """One end of a register, or the whole of a register that has no ends."""

    MIN = "min"
    MAX = "max"
    WHOLE = "value"


class Reference(NamedTuple):
    """An end of a register; the empty register is the one that the verb changes."""

    register: str
    side: Side


class PerHead(NamedTuple):
    """The one product of the format: times a counted fact, or times what it has over a number."""

    fact: str
    over: int


@frozen
class Term:
    """Coefficient × (an amount or an end of a register) × (a count)."""

    coefficient: Exact
    reference: Reference | None = None
    per: PerHead | None = None


@frozen
class Linear:
    """A sum of terms: the only arithmetic inside a scalar."""

    terms: tuple[Term, ...]

    def references(self) -> tuple[Reference, ...]:
        """The register ends that the form reads."""
        return tuple(term.reference for term in self.terms if term.reference is not None)

    def counts(self) -> tuple[str, ...]:
        """The counted facts that the form multiplies by."""
        return tuple(term.per.fact for term in self.terms if term.per is not None)


Form = Linear | Extreme


@frozen
class RangeForm:
    """The two ends of a range, each a form; a single amount has the same form twice."""

    min: Form
    max: Form

    def references(self) -> tuple[Reference, ...]:
        """The register ends that either end reads."""
        return tuple(ref for form in (self.min, self.max) if isinstance(form, Linear) for ref in form.references())

    def counts(self) -> tuple[str, ...]:
        """The counted facts that either end multiplies by."""
        return tuple(fact for form in (self.min, self.max) if isinstance(form, Linear) for fact in form.counts())


def value_of(form: Form, ends: Callable[[Reference], End], count: Callable[[str], int]) -> End:
    """The amount of a form. Life and open ends absorb what is added to them and are not divided or multiplied."""
    if isinstance(form, Extreme):
        return form
    total: Exact = 0
    for term in form.terms:
        amount: Exact = term.coefficient
        if term.per is not None:
            amount = amount * max(count(term.per.fact) - term.per.over, 0)
        if term.reference is not None:
            end = ends(term.reference)
            if isinstance(end, Extreme):
                if amount != 0:
                    return end
                continue
            amount = amount * end
        total = total + amount
    return exact(total)


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


# -------------------------------------------------------------------------------------------------------- reading

_NUMBER = r"\d+(?:\.\d+)?(?:/\d+)?"
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>{_NUMBER})|(?P<sign>[+\-−](?=\s))|(?P<word>[A-Za-z][A-Za-z0-9\-]*(?:\.(?:min|max|value))?))"
)
_FRACTION = re.compile(rf"(?P<sign>[+\-−]?)\s*(?P<number>{_NUMBER})$")
_TIME_UNITS: Final[Mapping[str, str]] = {
    "year": "year", "years": "year", "month": "month", "months": "month", "day": "day", "days": "day",
}  # fmt: skip
FORM_EXAMPLES: Final = "'2 to 6 years', 'up to 15 years', '1/2 min + 1/2 max + 1 day' or '15000 EUR per persons'"


def read_number(text: str) -> Exact:
    """A plain number, `3`, `1/3` or `12.50`, exactly; AmountError otherwise."""
    match = _FRACTION.fullmatch(text.strip())
    if match is None:
        raise AmountError(f"'{text}' is not a number; write it as 3, 1/3 or −1/3")
    number = _plain(match["number"])
    return exact(-number if match["sign"] in ("-", "−") else number)


def read_fractions(text: str) -> tuple[Exact, Exact]:
    """A fraction or a range of fractions, `+1/3 to +1/2` or `-1/3`; the smaller first."""
    first, separator, second = text.partition(" to ")
    low = read_number(first)
    high = read_number(second) if separator else low
    if low > high:
        raise AmountError(f"'{text}' runs downwards; write the smaller end first")
    return low, high


def read_range(text: str, quantity: Quantity, units: Units) -> RangeForm:
    """A range of linear forms, as in `2 to 6 years`, `up to 15 years`, `at least 5 years`, `no limit` or one amount."""
    clean = " ".join(text.split())
    if clean == "no limit":
        return RangeForm(UNBOUNDED_BELOW, UNBOUNDED_ABOVE)
    if clean.startswith("up to "):
        return RangeForm(UNBOUNDED_BELOW, read_form(clean[6:], quantity, units))
    if clean.startswith("at least "):
        return RangeForm(read_form(clean[9:], quantity, units), UNBOUNDED_ABOVE)
    left, separator, right = clean.partition(" to ")
    if not separator:
        form = read_form(clean, quantity, units)
        return RangeForm(form, form)
    upper = UNBOUNDED_ABOVE if right == "no limit" else read_form(right, quantity, units)
    return RangeForm(_left_form(left, right, quantity, units), upper)


def read_form(text: str, quantity: Quantity, units: Units) -> Form:
    """One linear form or `life`; AmountError says which word is wrong and shows the grammar."""
    clean = " ".join(text.split())
    if clean == "life":
        if quantity is not Quantity.TIME:
            raise AmountError("'life' is a term of imprisonment, not an amount of money")
        return LIFE
    if clean == "no limit":
        raise AmountError("'no limit' stands alone or at the upper end of a range, as in '5 years to no limit'")
    return _FormReader(clean, quantity, units).read()


def read_amount(text: str, quantity: Quantity, units: Units) -> Interval:
    """A constant amount or range, as files and results write it; AmountError if it refers to anything."""
    form = read_range(text, quantity, units)
    if form.references() or form.counts():
        raise AmountError(f"'{text}' refers to a register or a count; a plain amount is wanted here")
    value = constant(form)
    if value.min > value.max:
        raise AmountError(f"'{text}' runs downwards; write the smaller end first")
    return value


def constant(form: RangeForm) -> Interval:
    """The value of a form that refers to nothing."""
    return Interval(value_of(form.min, _no_end, _no_count), value_of(form.max, _no_end, _no_count))


def _no_end(reference: Reference) -> End:
    raise AmountError(f"'{reference.register or reference.side.value}' has no value here")


def _no_count(fact: str) -> int:
    raise AmountError(f"'per {fact}' has no value here")


def _left_form(left: str, right: str, quantity: Quantity, units: Units) -> Form:
    """The left end of a range; a unit (and 'per …') that it leaves out is the right end's."""
    if not re.fullmatch(rf"{_NUMBER}(?: \d+/\d+)?", left):
        form = read_form(left, quantity, units)
        if " per " in right and " per " not in left:
            raise AmountError(f"'{left} to {right}': say 'per …' at both ends, or leave the unit out on the left")
        return form
    plain = re.fullmatch(rf"{_NUMBER}(?: \d+/\d+)? (?P<tail>[A-Za-z]+(?: per .*)?)", right)
    if plain is not None and plain["tail"] not in ("min", "max"):
        return read_form(f"{left} {plain['tail']}", quantity, units)
    if left == "0":
        return Linear((Term(0),))
    raise AmountError(f"'{left}' in '{left} to {right}' has no unit; give it one, as in '{left} years'")


def _plain(text: str) -> Exact:
    numerator, separator, denominator = text.partition("/")
    if separator and int(denominator) == 0:
        raise AmountError(f"'{text}' divides by zero")
    return exact(Fraction(numerator) / int(denominator)) if separator else exact(Fraction(numerator))


class _FormReader:
    """Reads `[+|-] number [unit|end] [per count [over n]] …`, token by token."""

    def __init__(self, text: str, quantity: Quantity, units: Units) -> None:
        self._text = text
        self._quantity = quantity
        self._units = units
        self._tokens = self._split(text)
        self._at = 0

    def read(self) -> Linear:
        terms: list[Term] = []
        if not self._tokens:
            raise AmountError(f"an amount is missing; write for example {FORM_EXAMPLES}")
        sign = self._sign(first=True)
        while True:
            terms.extend(self._term(sign))
            if self._at >= len(self._tokens):
                return Linear(tuple(terms))
            sign = self._sign(first=False)

    def _split(self, text: str) -> list[tuple[str, str]]:
        tokens: list[tuple[str, str]] = []
        at = 0
        while at < len(text):
            match = _TOKEN.match(text, at)
            if match is None or match.lastgroup is None:
                raise AmountError(f"'{text[at:].strip()}' in '{text}' is not an amount; write for example {FORM_EXAMPLES}")
            tokens.append((match.lastgroup, match[match.lastgroup]))
            at = match.end()
        return tokens

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "")

    def _sign(self, *, first: bool) -> int:
        kind, text = self._peek()
        if kind == "sign":
            self._at += 1
            return 1 if text == "+" else -1
        if first:
            return 1
        raise AmountError(f"'{text}' in '{self._text}': a + or − between spaces is wanted before it")

    def _term(self, sign: int) -> list[Term]:
        number: Exact = 1
        kind, text = self._peek()
        has_number = kind == "number"
        if has_number:
            self._at += 1
            number = _plain(text)
            kind, text = self._peek()
            if kind == "number" and "/" in text:
                self._at += 1
                number = exact(number + _plain(text))
                kind, text = self._peek()
        if kind != "word":
            raise AmountError(f"'{self._text}': a unit is missing after '{number}'; write for example {FORM_EXAMPLES}")
        self._at += 1
        reference = self._reference(text)
        coefficient = exact(sign * number) if reference is not None else exact(sign * number * self._unit(text))
        if reference is None and not has_number:
            raise AmountError(f"'{text}' in '{self._text}': a number is missing before it")
        term = Term(coefficient, reference, self._per())
        following, word = self._peek()
        if following == "number" and reference is None:  # "5 years 5 months 10 days"
            return [term, *self._term(sign)]
        if following == "word":
            raise AmountError(f"'{word}' in '{self._text}' does not belong there")
        return [term]

    def _reference(self, word: str) -> Reference | None:
        if word in ("min", "max"):
            return Reference("", Side(word))
        name, separator, side = word.rpartition(".")
        return Reference(name, Side(side)) if separator else None

    def _unit(self, word: str) -> Exact:
        if self._quantity is Quantity.MONEY:
            if not self._units.currency:
                raise AmountError(f"'{self._text}': the pack names no currency; add 'currency:' under 'numbers'")
            if word != self._units.currency:
                raise AmountError(f"'{word}' in '{self._text}' is not the pack's currency {self._units.currency}")
            return 1
        unit = _TIME_UNITS.get(word)
        if unit is None:
            raise AmountError(f"'{word}' in '{self._text}' is not a unit of time; use years, months or days")
        if unit == "day" and not self._units.days_in_month:
            raise AmountError(f"'{self._text}': the pack does not say how many days make a month, so it has no days")
        if unit == "day":
            return Fraction(1, self._units.days_in_month)
        return MONTHS_IN_A_YEAR if unit == "year" else 1

    def _per(self) -> PerHead | None:
        if self._peek() != ("word", "per"):
            return None
        self._at += 1
        kind, fact = self._peek()
        if kind != "word":
            raise AmountError(f"'{self._text}': 'per' wants the id of a counted fact")
        self._at += 1
        if self._peek() != ("word", "over"):
            return PerHead(fact, 0)
        self._at += 1
        kind, number = self._peek()
        if kind != "number" or not number.isdigit():
            raise AmountError(f"'{self._text}': 'over' wants a whole number")
        self._at += 1
        return PerHead(fact, int(number))


# ------------------------------------------------------------------------------------------------------- printing


def number_text(value: Exact) -> str:
    """`65`, `2/3`, `65 1/3` or `−5`: text that reads back."""
    if isinstance(value, int):
        return str(value)
    whole, rest = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole} {rest}" if whole else f"{sign}{rest}"


def interval_text(value: Interval, quantity: Quantity, units: Units, unit: str = "month") -> str:
    """A range or amount as files, JSON and tests write it: `18 to 24 months`, `360 months to life`, `up to 120 months`."""
    low, high = value
    if low == high or (isinstance(low, Extreme) and low is high):
        return end_text(low, quantity, units, unit)
    if low is UNBOUNDED_BELOW:
        return "no limit" if high is UNBOUNDED_ABOVE else f"up to {end_text(high, quantity, units, unit)}"
    if high is UNBOUNDED_ABOVE:
        return f"at least {end_text(low, quantity, units, unit)}"
    first, second = end_text(low, quantity, units, unit), end_text(high, quantity, units, unit)
    return f"{_without_shared_unit(first, second)} to {second}"


def _without_shared_unit(first: str, second: str) -> str:
    """`18` of `18 months` before `24 months`; a text of more than one unit stays whole."""
    number, _, unit = first.rpartition(" ")
    shares = unit.rstrip("s") == second.rpartition(" ")[2].rstrip("s") and unit in ("month", "months", "year", "years")
    return number if shares and not re.search("[a-z]", number) and not re.search("[a-z] ", second) else first


def end_text(value: End, quantity: Quantity, units: Units, unit: str = "month") -> str:
    """One end: `36 months`, `5 years 5 months 10 days`, `75000 EUR`, `life` or `no limit`."""
    if isinstance(value, Extreme):
        return value.text
    if quantity is Quantity.MONEY:
        return f"{_money_text(value)} {units.currency}".rstrip()
    if unit == "year":
        return _years_text(value, units)
    if unit == "day" and units.days_in_month:
        return _counted(exact(value * units.days_in_month), "day")
    return _counted(value, "month")


def _money_text(value: Exact) -> str:
    return number_text(value)


def _counted(value: Exact, unit: str) -> str:
    return f"{number_text(value)} {unit}" if value == 1 else f"{number_text(value)} {unit}s"


def _years_text(value: Exact, units: Units) -> str:
    years, rest = divmod(value, MONTHS_IN_A_YEAR)
    rest = exact(rest)
    parts = [_counted(years, "year")] if years else []
    months: Exact = rest
    days: Exact = 0
    if units.days_in_month and not isinstance(rest, int):
        whole = int(rest)
        days = exact((rest - whole) * units.days_in_month)
        months = whole
    if months:
        parts.append(_counted(months, "month"))
    if days:
        parts.append(_counted(days, "day"))
    return " ".join(parts) or "0 months"


def years_and_months(value: End, units: Units) -> str:
    """The same amount in years, months and days for a reader: `2 years 6 months`."""
    return value.text if isinstance(value, Extreme) else _years_text(value, units)


# -------------------------------------------------------------------------------------------------------- rounding


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
