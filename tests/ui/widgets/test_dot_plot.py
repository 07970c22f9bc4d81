"""A dot for everybody: what is drawn, where, and what is heard."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import Scheme, Token
from ui.widgets.dot_plot import DotPlot, Plot, PlotColumn, PlotTick, people_per_dot

Hear = Callable[[QWidget], QAccessibleInterface]
TICKS = (PlotTick(0, "0"), PlotTick(0.5, "12"), PlotTick(1, "24"))
SPOKEN = "Median 12 months. Middle half 6 to 18 months, all 0 to 24 months. 7 people."


def plot(*columns: tuple[float, int], half: tuple[float, float, float] | None = None) -> Plot:
    return Plot(tuple(PlotColumn(*column) for column in columns), TICKS, SPOKEN, half)


def drawn(qtbot: QtBot, shown: Plot, *, outlined: bool = False, has_axis: bool = True) -> DotPlot:
    widget = DotPlot(shown, outlined=outlined, has_axis=has_axis)
    qtbot.addWidget(widget)
    widget.resize(420, widget.sizeHint().height())
    return widget


def pixels(widget: QWidget, token: Token) -> set[tuple[int, int]]:
    image, wanted = widget.grab().toImage(), theme.colour(token).rgb()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixel(x, y) == wanted}


def test_every_person_is_a_dot_above_the_place(qtbot: QtBot) -> None:
    one, three = (len(pixels(drawn(qtbot, plot((0.5, people))), Token.ACCENT)) for people in (1, 3))
    assert one > 0
    assert three == 3 * one
    columns = {x for x, _y in pixels(drawn(qtbot, plot((0.5, 3))), Token.ACCENT)}
    assert min(columns) > 200
    assert max(columns) < 220


def test_a_dot_stands_for_several_where_a_column_would_be_too_high(qtbot: QtBot) -> None:
    assert people_per_dot(plot((0.1, 12)).columns) == 1
    assert people_per_dot(plot((0.1, 13), (0.2, 1)).columns) == 2
    assert people_per_dot(plot((0.1, 500)).columns) == 42
    small, large = (drawn(qtbot, plot((0.5, people))).height() for people in (12, 500))
    assert small == large


def test_the_middle_half_is_told_by_shape_and_not_by_colour(qtbot: QtBot) -> None:
    widget = drawn(qtbot, plot((0, 2), (0.5, 3), (1, 2), half=(0.25, 0.5, 0.75)))
    bar, tick = pixels(widget, Token.THUMB), pixels(widget, Token.INK)
    assert {x for x, _y in bar} <= set(range(105, 315))
    assert len({x for x, _y in tick}) == 3
    assert min(y for _x, y in tick) < min(y for _x, y in bar), "the tick stands out above the bar"


def test_what_was_before_is_a_ring(qtbot: QtBot) -> None:
    assert not pixels(drawn(qtbot, plot((0.5, 3)), outlined=True), Token.ACCENT)
    assert pixels(drawn(qtbot, plot((0.5, 3)), outlined=True), Token.INK2)


def test_it_is_mirrored_from_right_to_left(qtbot: QtBot) -> None:
    theme.change(rtl=True)
    assert min(x for x, _y in pixels(drawn(qtbot, plot((0, 2))), Token.ACCENT)) > 380


def test_a_screen_reader_hears_the_sentence(qtbot: QtBot, hear: Hear) -> None:
    assert hear(drawn(qtbot, plot((0.5, 7)))).text(QAccessible.Text.Name) == SPOKEN


def test_plots_above_each_other_share_the_axis_of_the_lowest(qtbot: QtBot) -> None:
    above, lowest = (drawn(qtbot, plot((0.5, 3)), has_axis=axis).height() for axis in (False, True))
    assert above < lowest


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_drawn_in_every_look(qtbot: QtBot, scheme: Scheme, percent: int) -> None:
    theme.change(scheme=scheme, percent=percent)
    assert pixels(drawn(qtbot, plot((0.5, 3))), Token.ACCENT)


def test_words_below_the_axis_never_stand_over_each_other(qtbot: QtBot) -> None:
    many = tuple(PlotTick(number / 40, f"{number} months") for number in range(41))
    crowded, one = (Plot((), ticks, SPOKEN) for ticks in (many, many[:1]))
    words = len(pixels(drawn(qtbot, crowded), Token.INK3))
    assert words < 20 * max(len(pixels(drawn(qtbot, one), Token.INK3)), 1)
