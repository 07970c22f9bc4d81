"""Tokens, type, spacing and direction, and that all of it changes at once."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import COLOURS, PAIRS, Scheme, Text, Token


@pytest.mark.parametrize("scheme", Scheme)
@pytest.mark.parametrize(("drawn", "ground", "least"), PAIRS)
def test_what_is_drawn_can_be_read_on_its_ground(scheme: Scheme, drawn: Token, ground: Token, least: float) -> None:
    assert theme.contrast(COLOURS[scheme][drawn], COLOURS[scheme][ground]) >= least


def test_the_contrast_formula_agrees_with_the_published_ends() -> None:
    assert theme.contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert theme.contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)


def test_text_size_scales_type_and_spacing_alike() -> None:
    theme.change(percent=150)
    assert theme.px(8) == 12
    assert theme.font(Text.BODY).pixelSize() == 21
    assert theme.line(Text.BODY) == 33


@pytest.mark.parametrize("text", Text)
def test_no_text_is_under_12_px(text: Text) -> None:
    assert text.value.size >= 12
    assert text.value.line > text.value.size


def test_the_weight_of_plex_sans_is_real() -> None:
    regular = theme.metrics(Text.SMALL).horizontalAdvance("Established")
    medium = theme.metrics(Text.SMALL_STRONG).horizontalAdvance("Established")
    strong = theme.metrics(Text.SMALL_SELECTED).horizontalAdvance("Established")
    assert regular < medium < strong


def test_arabic_titles_stand_taller_and_small_text_does_not() -> None:
    theme.change(rtl=True)
    assert theme.line(Text.TITLE) == round(32 * 1.2)
    assert theme.line(Text.SMALL) == 20


def test_margins_turn_with_the_direction(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = theme.across(holder, margins=(40, 1, 52, 2))
    assert (layout.contentsMargins().left(), layout.contentsMargins().right()) == (40, 52)
    theme.change(rtl=True)
    assert (layout.contentsMargins().left(), layout.contentsMargins().right()) == (52, 40)


def test_layouts_that_live_follow_the_text_size(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    outer = theme.down(holder, gap=8)
    inner = theme.across(gap=4)
    outer.addLayout(inner)
    theme.space(outer, 20)
    theme.change(percent=200)
    assert (outer.spacing(), inner.spacing()) == (16, 8)
    spacer = outer.itemAt(1).spacerItem()
    assert spacer is not None
    assert spacer.sizeHint().height() == 40


def test_a_change_is_told_once_and_restyles_what_lives(qtbot: QtBot) -> None:
    class Restyled(QWidget):
        count = 0

        def restyle(self) -> None:
            self.count += 1

    widget = Restyled()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(theme.changed, timeout=1000):
        theme.change(scheme=Scheme.DARK)
    assert widget.count == 1
    assert theme.colour(Token.PAGE) == COLOURS[Scheme.DARK][Token.PAGE]


def test_an_unknown_icon_is_refused_before_it_is_painted() -> None:
    with pytest.raises(KeyError, match=r"ph\.no-such-icon"):
        theme.validate(("ph.check", "ph.no-such-icon"))


def test_a_pointing_icon_turns_with_the_direction() -> None:
    black = QColor("black")
    forward = theme.icon("ph.caret-right", black, 16, 1.0).toImage()
    assert theme.icon("ph.caret-left", black, 16, 1.0, rtl=True).toImage() == forward
    assert (
        theme.icon("ph.check", black, 16, 1.0, rtl=True).toImage() == theme.icon("ph.check", black, 16, 1.0).toImage()
    )


def test_an_icon_is_drawn_once_for_each_colour_size_and_screen() -> None:
    red = QColor("red")
    assert theme.icon("ph.clock", red, 16, 2.0).cacheKey() == theme.icon("ph.clock", red, 16, 2.0).cacheKey()
    assert theme.icon("ph.clock", red, 16, 2.0).width() == 32
