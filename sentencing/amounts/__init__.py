"""Exact amounts of time and money: ends, intervals and linear forms, read from text and printed back to it.

An amount is a whole number or a `Fraction` of the canonical unit: months for time, the currency unit for money. `LIFE`
is the top of time; `UNBOUNDED_BELOW` and `UNBOUNDED_ABOVE` are the ends that the law leaves open.
"""

from sentencing.amounts.forms import Form, Linear, PerHead, RangeForm, Reference, Side, Term, value_of
from sentencing.amounts.printing import end_text, interval_text, number_text, time_parts
from sentencing.amounts.reading import (
    FORM_EXAMPLES,
    constant,
    read_amount,
    read_form,
    read_fractions,
    read_number,
    read_range,
)
from sentencing.amounts.values import (
    LIFE,
    MONTHS_IN_A_YEAR,
    NO_LIMIT,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Exact,
    Extreme,
    Interval,
    Quantity,
    Rounding,
    Units,
    add,
    exact,
    project,
    rounded,
    times,
)

__all__ = [
    "FORM_EXAMPLES",
    "LIFE",
    "MONTHS_IN_A_YEAR",
    "NO_LIMIT",
    "UNBOUNDED_ABOVE",
    "UNBOUNDED_BELOW",
    "End",
    "Exact",
    "Extreme",
    "Form",
    "Interval",
    "Linear",
    "PerHead",
    "Quantity",
    "RangeForm",
    "Reference",
    "Rounding",
    "Side",
    "Term",
    "Units",
    "add",
    "constant",
    "end_text",
    "exact",
    "interval_text",
    "number_text",
    "project",
    "read_amount",
    "read_form",
    "read_fractions",
    "read_number",
    "read_range",
    "rounded",
    "time_parts",
    "times",
    "value_of",
]
