"""Amounts and linear forms read from text; what is wrong in one is said with the grammar beside it."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from sentencing.amounts.forms import Form, Linear, PerHead, RangeForm, Reference, Side, Term, value_of
from sentencing.amounts.values import (
    LIFE,
    MONTHS_IN_A_YEAR,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Exact,
    Interval,
    Quantity,
    Units,
    exact,
)
from sentencing.errors import AmountError

_NUMBER = r"[0-9]{1,15}(?:\.[0-9]{1,6})?(?:/[0-9]{1,9})?"
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
                raise AmountError(
                    f"'{text[at:].strip()}' in '{text}' is not an amount; write for example {FORM_EXAMPLES}"
                )
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
