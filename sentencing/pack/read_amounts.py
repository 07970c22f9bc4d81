"""Reads amounts where a pack writes them, constants, ranges of forms and fractions, and checks what they refer to."""

from functools import lru_cache

from sentencing.amounts import (
    Exact,
    Extreme,
    Interval,
    Quantity,
    RangeForm,
    Side,
    Units,
    constant,
    read_amount,
    read_fractions,
    read_number,
    read_range,
)
from sentencing.errors import AmountError
from sentencing.pack.model import RegisterKind
from sentencing.pack.scope import Scope
from sentencing.pack.spots import Spot

LONGEST_AMOUNT = 200
_WITH_ENDS = (RegisterKind.RANGE, RegisterKind.FIGURE)

# The cells of a grid repeat each other; a table of 258 cells has about 100 different ones.
_range = lru_cache(maxsize=4096)(read_range)


def range_form(spot: Spot, quantity: Quantity, scope: Scope) -> RangeForm | None:
    """A range of linear forms whose references are all known; None after reporting what is wrong."""
    text = _short_text(spot)
    form = parsed_range(spot, text, quantity, scope.units) if text else None
    if form is None or not _references_hold(spot, form, quantity, scope):
        return None
    return form


def parsed_range(spot: Spot, text: str, quantity: Quantity, units: Units) -> RangeForm | None:
    """The form of a text, its references not yet checked."""
    try:
        form = _range(text, quantity, units)
    except AmountError as wrong:
        spot.error(f"{wrong}.")
        return None
    if not form.references() and not form.counts() and _runs_down(constant(form)):
        spot.error(f"'{text}' runs downwards.", right="Write the smaller end first.")
        return None
    return form


def one_form(spot: Spot, quantity: Quantity, scope: Scope) -> RangeForm | None:
    """A single linear form, as a bound is written."""
    form = range_form(spot, quantity, scope)
    if form is None or form.min == form.max:
        return form
    spot.error(f"{spot.shape()} is a range.", right="A bound is one amount, as in '10 years' or 'statutory.max'.")
    return None


def amount(spot: Spot, quantity: Quantity, units: Units) -> Interval | None:
    """A constant amount or range."""
    text = _short_text(spot)
    if not text:
        return None
    try:
        return read_amount(text, quantity, units)
    except AmountError as wrong:
        spot.error(f"{wrong}.")
        return None


def single_amount(spot: Spot, quantity: Quantity, units: Units) -> Exact | Extreme | None:
    """A constant amount that is no range."""
    value = amount(spot, quantity, units)
    if value is None or value.min == value.max:
        return value.min if value is not None else None
    spot.error(f"{spot.shape()} is a range.", right="One amount is wanted here.")
    return None


def fractions(spot: Spot) -> tuple[Exact, Exact] | None:
    """By what a verb scales: a signed fraction or a range of them; `1/3` alone could mean 'to' or 'by': refused."""
    text = _short_text(spot)
    if not text:
        return None
    try:
        low, high = read_fractions(text)
    except AmountError as wrong:
        spot.error(f"{wrong}.", right="Write '-1/3', or '+1/3 to +1/2'.")
        return None
    unsigned = [part for part in text.split(" to ") if part.strip()[0] not in "+-−" and part.strip() != "0"]
    if unsigned:
        spot.error(f"'{unsigned[0]}' has no sign.", right=f"Write +{unsigned[0]} for more, -{unsigned[0]} for less.")
        return None
    if low < -1:
        spot.error(f"'{text}' takes away more than the whole.", right="A fraction is at least -1.")
        return None
    return low, high


def number(spot: Spot) -> Exact | None:
    """An exact number, as a chosen fraction is written: `1/3` or `-1/6`."""
    text = _short_text(spot)
    try:
        return read_number(text) if text else None
    except AmountError as wrong:
        spot.error(f"{wrong}.")
        return None


def whole_range(spot: Spot) -> tuple[int, int] | None:
    """A whole number or a range of them, `2` or `-4 to 0`."""
    text = _short_text(spot)
    if not text:
        return None
    try:
        low, high = read_fractions(text)
    except AmountError:
        spot.error(f"'{text}' is not a whole number.", right="Write '2', '-3' or '-4 to 0'.")
        return None
    if isinstance(low, int) and isinstance(high, int):
        return low, high
    spot.error(f"'{text}' is not whole.", right="A score counts in whole points.")
    return None


def _short_text(spot: Spot) -> str:
    text = spot.text()
    if len(text) <= LONGEST_AMOUNT:
        return text
    spot.error(f"{len(text)} characters are no amount.")
    return ""


def _runs_down(value: Interval) -> bool:
    return value.min > value.max


def _references_hold(spot: Spot, form: RangeForm, quantity: Quantity, scope: Scope) -> bool:
    before = len(spot.report.problems)
    for reference in dict.fromkeys(form.references()):
        if reference.side is Side.WHOLE:
            spot.error(f"'{reference.register}.value' is not an end.", right="A form reads the ends .min and .max.")
        elif reference.register:
            register = scope.register(spot, reference.register, _WITH_ENDS)
            if register is not None and register.quantity is not quantity:
                spot.error(f"'{reference.register}' is not {quantity.value}.")
    for fact in dict.fromkeys(form.counts()):
        scope.counted_fact(spot, fact)
    return len(spot.report.problems) == before
