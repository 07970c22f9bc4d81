"""Median and quartiles are exact, life and open ends are ordered, and small groups are not told."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentencing.amounts import LIFE, UNBOUNDED_ABOVE, UNBOUNDED_BELOW, End
from sentencing.case.class_room.dots import FULL, axis_over, dots, slots
from sentencing.case.class_room.quartiles import Quartiles, quartiles

ENDS = st.lists(
    st.integers(0, 480)
    | st.fractions(0, 480, max_denominator=12)
    | st.sampled_from([LIFE, UNBOUNDED_BELOW, UNBOUNDED_ABOVE]),
    min_size=1,
    max_size=60,
)


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([5, 1, 3, 2, 4], Quartiles(5, 1, Fraction(3, 2), 3, Fraction(9, 2), 5)),
        ([1, 2, 3, 4, 5, 6], Quartiles(6, 1, 2, Fraction(7, 2), 5, 6)),
        ([12, 12, 12, 12, 12], Quartiles(5, 12, 12, 12, 12, 12)),
        ([Fraction(1, 3), 1, 2, 2, 9, 10, 11], Quartiles(7, Fraction(1, 3), 1, 2, 10, 11)),
        ([LIFE, 120, LIFE, 360, LIFE, 240], Quartiles(6, 120, 240, 360, LIFE, LIFE)),
        ([UNBOUNDED_BELOW, 6, 12, 24, LIFE], Quartiles(5, UNBOUNDED_BELOW, UNBOUNDED_BELOW, 12, 24, LIFE)),
    ],
)
def test_the_quartiles_are_the_medians_of_the_halves(values: list[End], found: Quartiles) -> None:
    assert quartiles(values) == found


def test_between_a_number_and_life_the_middle_is_the_number() -> None:
    found = quartiles([60, 120, 240, LIFE, LIFE, LIFE])
    assert found is not None
    assert found.median == 240


@pytest.mark.parametrize("number", range(5))
def test_fewer_than_five_are_not_told(number: int) -> None:
    values: list[End] = [12] * number
    assert quartiles(values) is None
    assert dots(values, slots(20)) is None


@given(ENDS)
def test_every_person_is_one_dot_inside_the_axis_in_order(values: list[End]) -> None:
    axis = axis_over(values)
    plot = dots(values, axis)
    if len(values) < 5:
        assert plot is None
        return
    assert plot is not None
    assert sum(column.people for column in plot.columns) == len(values)
    places = [column.at for column in plot.columns]
    assert places == sorted(places)
    assert all(0 <= place <= FULL for place in places)
    assert plot.lower.at <= plot.median.at <= plot.upper.at
    assert len(axis.ticks) <= 12
    assert [tick.at for tick in axis.ticks] == sorted(tick.at for tick in axis.ticks)


def test_an_axis_has_round_steps_and_a_place_for_life() -> None:
    assert [tick.value for tick in axis_over([14, 71]).ticks] == [12, 24, 36, 48, 60, 72]
    assert [tick.value for tick in axis_over([0, 6]).ticks] == [0, 1, 2, 3, 4, 5, 6]
    with_life = axis_over([0, 120, LIFE])
    assert with_life.ticks[-1].value is LIFE
    assert with_life.place(120) < with_life.place(LIFE) < FULL


def test_one_value_alone_has_an_axis() -> None:
    assert dots([12] * 5, axis_over([12])) is not None
    assert dots([LIFE] * 5, axis_over([LIFE])) is not None
    assert dots([0] * 5, axis_over([0])) is not None
    assert dots([0] * 5, slots(1)) is not None


def test_large_sums_have_few_steps() -> None:
    assert len(axis_over([0, 7_500_000]).ticks) <= 9
