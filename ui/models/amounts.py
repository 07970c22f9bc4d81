"""Registers for the reader: figures, ranges, moves and spoken terms; formatting only."""

from collections.abc import Callable

from attrs import frozen

from sentencing.amounts import (
    LIFE,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Exact,
    Extreme,
    Interval,
    Quantity,
    Units,
    number_text,
    time_parts,
)
from sentencing.engine.derivation import RegisterValue
from sentencing.pack.model import Pack, Register
from ui import theme
from ui.i18n import _, form
from ui.models.texts import isolated

MINUS = "\N{MINUS SIGN}"


@frozen
class Figure:
    """A range or amount for a headline: its figures, the unit beside them, and the same in years and months."""

    text: str
    unit: str = ""
    spoken: str = ""


def figure(value: RegisterValue, register: Register, units: Units) -> Figure:
    """A register's value for the reader; a dash when the guidance has not set it."""
    match value:
        case None:
            return Figure("—")
        case Interval():
            return _interval_figure(value, register, units)
        case int():
            return Figure(isolated(str(value).replace("-", MINUS)))
        case _:
            return Figure(str(value))


def short(value: RegisterValue, register: Register, units: Units) -> str:
    """A register's value without its unit, as charts and lists show it: `24–30`."""
    return figure(value, register, units).text


def full(value: RegisterValue, register: Register, units: Units) -> str:
    """A register's value with its unit: `24–30 months`."""
    shown = figure(value, register, units)
    return f"{shown.text} {shown.unit}".rstrip()


def shift(before: RegisterValue, after: RegisterValue, register: Register, units: Units) -> str:
    """What a change leads from and to: `24–30 → 33–41`; in words where an arrow would turn round."""
    if theme.is_rtl():
        first, second = (_in_figures(value, register, units) for value in (before, after))
        return _("from {before} to {after}").format(before=first, after=second)
    return f"{short(before, register, units)} → {short(after, register, units)}"


def _in_figures(value: RegisterValue, register: Register, units: Units) -> str:
    """A range as a dash between two figures that keep their own direction, where words on both sides would confuse."""
    if not isinstance(value, Interval) or value.min == value.max or register.quantity is not Quantity.TIME:
        return short(value, register, units)
    if isinstance(value.min, Extreme) or isinstance(value.max, Extreme):
        return short(value, register, units)
    return isolated(f"{number_text(value.min)}–{number_text(value.max)}")


def move(before: RegisterValue, after: RegisterValue, register: Register, units: Units) -> str:
    """A move in short: `+3` of a score, the new value of anything else."""
    if isinstance(before, int) and isinstance(after, int):
        return signed(after - before)
    return short(after, register, units)


def signed(number: int) -> str:
    """`+3`, `0`, or `−3` with a true minus."""
    return isolated(f"+{number}" if number > 0 else str(number).replace("-", MINUS))


def how_text(how: str) -> str:
    """What a change says of itself, `+2` or `floor 18`, in the reader's language."""
    word, space, rest = how.partition(" ")
    names = {"floor": _("floor"), "cap": _("cap"), "cell": _("cell")}
    if space and word in names:
        return f"{names[word]} {isolated(rest)}"
    return isolated(how.replace("-", MINUS))


def spoken(value: Interval, units: Units) -> str:
    """A term in years and months: `2 years to 2 years 6 months`."""
    low, high = value
    if low is UNBOUNDED_BELOW:
        return _("no limit") if high is UNBOUNDED_ABOVE else _("up to {high}").format(high=duration(high, units))
    if high is UNBOUNDED_ABOVE:
        return _("at least {low}").format(low=duration(low, units))
    if low == high:
        return duration(low, units)
    return _("{low} to {high}").format(low=duration(low, units), high=duration(high, units))


def duration(end: End, units: Units) -> str:
    """One term in years and months."""
    return end_short(end) if isinstance(end, Extreme) else _time(end, units, "year")


def amount(value: Interval, quantity: Quantity, units: Units) -> str:
    """A chosen amount with its unit: `27 months`, `24–30 months`, `15 000 EUR`."""
    if quantity is Quantity.MONEY:
        return f"{joined(value, _money_short)} {units.currency}".rstrip()
    if value.min == value.max and not isinstance(value.max, Extreme):
        return _time(value.max, units, "month")
    return f"{joined(value, end_short)} {_('months')}"


def _time(months: Exact, units: Units, unit: str) -> str:
    """`2 years 6 months`, each part as the language counts it."""
    said = ""
    for number, each in time_parts(months, units, unit):
        one, many = _counts(each)
        whole = number if isinstance(number, int) else 2
        words = form(one, many, whole).format(n=number_text(number))
        said = _("{years} {months}").format(years=said, months=words) if said else words
    return said


def _counts(unit: str) -> tuple[str, str]:
    return {
        "year": ("{n} year", "{n} years"),
        "month": ("{n} month", "{n} months"),
        "day": ("{n} day", "{n} days"),
    }[unit]


def end_short(end: End) -> str:
    """One end without its unit."""
    if isinstance(end, Extreme):
        return _("life") if end is LIFE else _("no limit")
    return number_text(end)


def headline_register(pack: Pack) -> Register:
    """The register whose value is the headline."""
    return pack.registers[pack.head.headline]


def _interval_figure(value: Interval, register: Register, units: Units) -> Figure:
    if register.quantity is Quantity.MONEY:
        return Figure(joined(value, _money_short), units.currency)
    if register.unit == "day":
        return Figure(joined(value, _Days(units)))
    only = value.max if value.min == value.max else None
    if isinstance(only, Extreme):
        return Figure(end_short(only))
    return Figure(joined(value, end_short), _("month") if only == 1 else _("months"), spoken(value, units))


def joined(value: Interval, text: Callable[[End], str]) -> str:
    """Both ends in figures: `24–30`, `up to 120`, `27`; with a word between where a dash would turn round."""
    low, high = value
    if low == high:
        return text(low)
    if low is UNBOUNDED_BELOW:
        return _("no limit") if high is UNBOUNDED_ABOVE else _("up to {high}").format(high=text(high))
    if high is UNBOUNDED_ABOVE:
        return _("at least {low}").format(low=text(low))
    if theme.is_rtl():
        return _("{low} to {high}").format(low=text(low), high=text(high))
    return f"{text(low)}–{text(high)}"


@frozen
class _Days:
    units: Units

    def __call__(self, end: End) -> str:
        return end_short(end) if isinstance(end, Extreme) else _time(end, self.units, "day")


def _money_short(end: End) -> str:
    if isinstance(end, Extreme):
        return end_short(end)
    return f"{end:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if isinstance(end, int) else number_text(end)
