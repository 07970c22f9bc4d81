"""Amounts are exact, read as lawyers write them, and print as text that reads back."""

import contextlib
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentencing.amounts import (
    LIFE,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Interval,
    Quantity,
    Rounding,
    Units,
    constant,
    exact,
    interval_text,
    project,
    read_amount,
    read_fractions,
    read_number,
    read_range,
    rounded,
)
from sentencing.errors import AmountError

EUR = Units(30, "EUR")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("18 to 24 months", "18 to 24 months"),
        ("1 to 7 months", "1 to 7 months"),
        ("0 to 6 months", "0 to 6 months"),
        ("36 months", "36 months"),
        ("3 years", "36 months"),
        ("360 months to life", "360 months to life"),
        ("life", "life"),
        ("0 to life", "0 months to life"),
        ("up to life", "up to life"),
        ("up to 15 years", "up to 180 months"),
        ("at least 5 years", "at least 60 months"),
        ("no limit", "no limit"),
        ("5 years 5 months 10 days", "65 1/3 months"),
        ("65 1/3 months", "65 1/3 months"),
    ],
)
def test_time_prints_in_months_and_reads_back(text: str, written: str) -> None:
    value = read_amount(text, Quantity.TIME, EUR)
    assert interval_text(value, Quantity.TIME, EUR) == written
    assert read_amount(written, Quantity.TIME, EUR) == value


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("65 1/3 months", "5 years 5 months 10 days"),
        ("4 to 8 years", "4 to 8 years"),
        ("1 to 15 years", "1 to 15 years"),
        ("24 to 135 months", "2 years to 11 years 3 months"),
        ("0 to 6 months", "0 to 6 months"),
    ],
)
def test_a_register_in_years_prints_years_months_and_days(text: str, written: str) -> None:
    value = read_amount(text, Quantity.TIME, EUR)
    assert interval_text(value, Quantity.TIME, EUR, "year") == written
    assert read_amount(written, Quantity.TIME, EUR) == value


def test_a_unit_missing_on_the_left_is_the_one_on_the_right() -> None:
    assert read_amount("30000 to 60000 EUR", Quantity.MONEY, EUR) == Interval(30000, 60000)
    per_head = read_range("30000 to 60000 EUR per persons", Quantity.MONEY, EUR)
    assert per_head.counts() == ("persons", "persons")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("10 days", "how many days make a month"),
        ("5 EUR", "names no currency"),
        ("5 weeks", "not a unit of time"),
        ("5", "unit is missing"),
        ("", "amount is missing"),
        ("6 to 2 years", "runs downwards"),
        ("1/0 months", "divides by zero"),
        ("min +1 day", "not an amount"),
        ("30 EUR to 60 EUR per persons", "both ends"),
        ("6 to 9 months 15 days", "has no unit"),
    ],
)
def test_a_wrong_amount_is_refused_with_what_would_be_right(text: str, says: str) -> None:
    quantity = Quantity.MONEY if "EUR" in text else Quantity.TIME
    units = Units() if text == "5 EUR" else Units(0 if text == "10 days" else 30, "EUR")
    with pytest.raises(AmountError, match=says):
        read_amount(text, quantity, units)


def test_fractions_keep_their_sign_and_order() -> None:
    assert read_fractions("+1/3 to +1/2") == (Fraction(1, 3), Fraction(1, 2))
    assert read_fractions("-1/2 to 0") == (Fraction(-1, 2), 0)
    assert read_number("−1/3") == Fraction(-1, 3)
    with pytest.raises(AmountError, match="runs downwards"):
        read_fractions("+1/2 to +1/3")


def test_life_is_above_every_number_and_no_limit_is_outside_everything() -> None:
    assert LIFE > 10**9
    assert Fraction(7, 2) < LIFE
    assert UNBOUNDED_ABOVE > LIFE
    assert UNBOUNDED_BELOW < 0
    assert max(360, LIFE) is LIFE
    assert min(360, LIFE) == 360


def test_a_projection_moves_both_ends_into_the_bounds() -> None:
    """§5G1.1: 51–63 under a maximum of 48 is 48; 41–51 over a minimum of 60 is 60; 51–63 under 60 is 51–60."""
    assert project(Interval(51, 63), UNBOUNDED_BELOW, 48) == Interval(48, 48)
    assert project(Interval(41, 51), 60, UNBOUNDED_ABOVE) == Interval(60, 60)
    assert project(Interval(51, 63), UNBOUNDED_BELOW, 60) == Interval(51, 60)


def test_half_is_rounded_in_favour_of_the_accused() -> None:
    assert rounded(Fraction(5, 2), 1, Rounding.NEAREST) == 2
    assert rounded(Fraction(11, 4), 1, Rounding.NEAREST) == 3
    assert rounded(Fraction(29, 10), 1, Rounding.DOWN) == 2
    assert rounded(Fraction(21, 10), 1, Rounding.UP) == 3
    assert rounded(LIFE, 1, Rounding.DOWN) is LIFE


amounts = st.fractions(min_value=0, max_value=1000, max_denominator=360).map(exact)
ends: st.SearchStrategy[End] = st.one_of(amounts, st.just(LIFE))


@given(ends, ends, st.sampled_from(("month", "year", "day")))
def test_every_interval_of_time_reads_back(first: End, second: End, unit: str) -> None:
    value = Interval(min(first, second), max(first, second))
    assert read_amount(interval_text(value, Quantity.TIME, EUR, unit), Quantity.TIME, EUR) == value


@given(amounts, amounts)
def test_every_interval_of_money_reads_back(first: End, second: End) -> None:
    value = Interval(min(first, second), max(first, second))
    assert read_amount(interval_text(value, Quantity.MONEY, EUR), Quantity.MONEY, EUR) == value


@given(amounts, amounts, ends, ends)
def test_limiting_twice_is_limiting_once(a: End, b: End, c: End, d: End) -> None:
    value, low, high = Interval(min(a, b), max(a, b)), min(c, d), max(c, d)
    once = project(value, low, high)
    assert project(once, low, high) == once


@given(st.text(max_size=40))
def test_any_text_is_an_amount_or_an_amount_error(text: str) -> None:
    for quantity in Quantity:
        with contextlib.suppress(AmountError):
            constant(read_range(text, quantity, EUR))
