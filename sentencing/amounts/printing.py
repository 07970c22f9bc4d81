"""Amounts printed as text that reads back: in files, JSON, examples and on the command line."""

import re

from sentencing.amounts.values import (
    MONTHS_IN_A_YEAR,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Exact,
    Extreme,
    Interval,
    Quantity,
    Units,
    exact,
)


def number_text(value: Exact) -> str:
    """`65`, `2/3`, `65 1/3` or `−5`: text that reads back."""
    if isinstance(value, int):
        return str(value)
    whole, rest = divmod(abs(value), 1)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole} {rest}" if whole else f"{sign}{rest}"


def interval_text(value: Interval, quantity: Quantity, units: Units, unit: str = "month") -> str:
    """A range or amount as files and JSON write it: `18 to 24 months`, `360 months to life`, `up to 120 months`."""
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
    return _time_text(value, units, unit)


def _money_text(value: Exact) -> str:
    return number_text(value)


def _counted(value: Exact, unit: str) -> str:
    return f"{number_text(value)} {unit}" if value == 1 else f"{number_text(value)} {unit}s"


def time_parts(value: Exact, units: Units, unit: str = "year") -> tuple[tuple[Exact, str], ...]:
    """A time taken apart for a reader, `((2, "year"), (6, "month"))`; or all of it in months or days."""
    if unit == "day" and units.days_in_month:
        return ((exact(value * units.days_in_month), "day"),)
    if unit != "year":
        return ((value, "month"),)
    years, rest = divmod(value, MONTHS_IN_A_YEAR)
    months = exact(rest)
    days: Exact = 0
    if units.days_in_month and not isinstance(months, int):
        whole = int(months)
        days = exact((months - whole) * units.days_in_month)
        months = whole
    parts = ((exact(years), "year"), (months, "month"), (days, "day"))
    return tuple(part for part in parts if part[0]) or ((0, "month"),)


def _time_text(value: Exact, units: Units, unit: str) -> str:
    return " ".join(_counted(number, each) for number, each in time_parts(value, units, unit))
