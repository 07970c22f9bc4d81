"""What rows, charts and tables show, and where they put it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import Text, Token
from ui.widgets.attention_row import AttentionRow
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.mark import Mark, Shape
from ui.widgets.rail_link import End, RailLink
from ui.widgets.range_bar import RangeBar, Span
from ui.widgets.table import Bar, Heading, Marked, Table
from ui.widgets.texture import Texture
from ui.widgets.waterfall_row import Step, WaterfallRow

Show = Callable[[QWidget], QWidget]
Hear = Callable[[QWidget], QAccessibleInterface]

PERSONS = Step("Persons", "(b)(2)", "+3", "15", 12, 15, "Persons, (b)(2), plus 3, level 15")


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def pixels(widget: QWidget, token: Token) -> list[tuple[int, int]]:
    image, wanted = picture(widget), theme.colour(token).rgb()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return [(x, y) for x, y in places if image.pixel(x, y) == wanted]


def test_ranges_stand_edge_to_edge_and_never_overlap(qtbot: QtBot) -> None:
    bar = RangeBar(0, 120, low_text="0", high_text="120 months", name="24–30")
    qtbot.addWidget(bar)
    spans = [Span(24, 30, Texture.SOLID), Span(18, 37, Texture.HATCHED), Span(24, 57, Texture.DASHED)]
    bar.set_spans(spans, "24–30, 18–37 if the disputed facts are proved, 24–57 with open facts")
    assert [(piece.low, piece.high, piece.texture) for piece in bar.pieces()] == [
        (24, 30, Texture.SOLID),
        (18, 24, Texture.HATCHED),
        (30, 37, Texture.HATCHED),
        (37, 57, Texture.DASHED),
    ]
    assert bar.accessibleName().startswith("24–30, 18–37")


def test_a_range_beyond_the_frame_is_drawn_to_its_edge(qtbot: QtBot) -> None:
    bar = RangeBar(0, 120, low_text="0", high_text="120", name="x", spans=[Span(100, 180, Texture.SOLID)])
    qtbot.addWidget(bar)
    assert bar.pieces() == [Span(100, 120, Texture.SOLID)]


def test_a_chart_is_mirrored_in_right_to_left(qtbot: QtBot) -> None:
    bar = RangeBar(0, 100, low_text="0", high_text="100", name="x", spans=[Span(10, 20, Texture.SOLID)])
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    assert {x for x, _ in pixels(bar, Token.ACCENT)} <= set(range(40, 80))
    theme.change(rtl=True)
    bar.resize(400, bar.sizeHint().height())
    assert {x for x, _ in pixels(bar, Token.ACCENT)} <= set(range(320, 360))


def row_of(qtbot: QtBot, step: Step, width: int = 300) -> WaterfallRow:
    row = WaterfallRow(step, scale=(0, 24))
    qtbot.addWidget(row)
    row.resize(width, row.sizeHint().height())
    return row


def test_an_increase_is_filled_and_a_decrease_outlined(qtbot: QtBot) -> None:
    up = len(pixels(row_of(qtbot, PERSONS), Token.ACCENT))
    down = Step("Acceptance", "", "−3", "12", 15, 12, "Acceptance")
    outlined = len(pixels(row_of(qtbot, down), Token.ACCENT))
    assert 0 < outlined < up


def test_the_part_a_floor_adds_is_outlined(qtbot: QtBot) -> None:
    floor = Step("Risk", "", "+3", "15", 12, 15, "Risk", floor_from=13)
    assert len(pixels(row_of(qtbot, floor), Token.ACCENT)) < len(pixels(row_of(qtbot, PERSONS), Token.ACCENT))


def test_the_step_everything_starts_from_is_grey(qtbot: QtBot) -> None:
    row = row_of(qtbot, Step("Base level", "", "", "12", 0, 12, "Base level", base=True))
    assert pixels(row, Token.THUMB)
    assert not pixels(row, Token.ACCENT)


def test_a_citation_that_does_not_fit_is_left_out_and_never_cut(qtbot: QtBot) -> None:
    cited = Step("Persons smuggled", "(b)(2), note 3", "+3", "15", 12, 15, "x")
    bare = Step("Persons smuggled", "", "+3", "15", 12, 15, "x")
    assert picture(row_of(qtbot, cited, 200)) == picture(row_of(qtbot, bare, 200))
    assert picture(row_of(qtbot, cited, 400)) != picture(row_of(qtbot, bare, 400))


def test_a_step_is_a_button_that_speaks_its_words(qtbot: QtBot, shown: Show, hear: Hear) -> None:
    row = WaterfallRow(PERSONS, scale=(0, 24))
    shown(row)
    spy = QSignalSpy(row.clicked)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert spy.count() == 1
    assert hear(row).text(QAccessible.Text.Name) == PERSONS.spoken
    assert hear(row).role() == QAccessible.Role.Button


def test_the_demonstration_row_is_58_high(qtbot: QtBot) -> None:
    row = WaterfallRow(PERSONS, scale=(0, 24), big=True)
    qtbot.addWidget(row)
    assert row.sizeHint().height() == 58


def test_what_needs_attention_wraps_instead_of_being_cut(qtbot: QtBot, hear: Hear) -> None:
    row = AttentionRow("Number of persons", "Disputed, 32 or 24. Proved: 30–37", mark=Shape.DISPUTED)
    qtbot.addWidget(row)
    assert row.heightForWidth(160) > row.heightForWidth(400)
    assert hear(row).text(QAccessible.Text.Name) == "Number of persons. Disputed, 32 or 24. Proved: 30–37"


def test_the_narrow_rail_keeps_the_name_for_eye_and_ear(qtbot: QtBot, hear: Hear) -> None:
    page = RailLink(4, "Aggravating")
    qtbot.addWidget(page)
    spoken = "4 Aggravating, 8 of 9 answered, needs attention"
    page.set_state(End.COUNT, count="8/9", attention=True, spoken=spoken)
    assert (page.sizeHint().height(), page.toolTip()) == (36, "")
    page.set_narrow(True)
    assert (page.sizeHint().width(), page.toolTip()) == (48, spoken)
    assert hear(page).text(QAccessible.Text.Name) == spoken


@pytest.mark.parametrize("shape", Shape)
def test_every_mark_has_a_shape_of_its_own_without_colour(qtbot: QtBot, shape: Shape) -> None:
    def grey(other: Shape) -> QImage:
        mark = Mark(other, name=other.value, size=48)
        qtbot.addWidget(mark)
        mark.resize(mark.sizeHint())
        return picture(mark).convertToFormat(QImage.Format.Format_Grayscale8)

    assert all(grey(shape) != grey(other) for other in Shape if other is not shape)


def test_the_half_disc_turns_with_the_direction(qtbot: QtBot) -> None:
    mark = Mark(Shape.DISPUTED, name="Disputed", size=48)
    qtbot.addWidget(mark)
    mark.resize(mark.sizeHint())
    before = picture(mark)
    theme.change(rtl=True)
    assert picture(mark) != before


def test_a_label_shows_a_name_that_looks_like_markup_as_it_is(qtbot: QtBot, hear: Hear) -> None:
    label = Label("<b>Doe</b>")
    qtbot.addWidget(label)
    assert label.sizeHint().width() == Label("<b>Doe</b>").sizeHint().width() > Label("Doe").sizeHint().width()
    assert hear(label).text(QAccessible.Text.Name) == "<b>Doe</b>"


def test_a_label_steps_by_its_line_height(qtbot: QtBot) -> None:
    label = Label("one two three four five six seven eight nine ten", Text.LAW)
    qtbot.addWidget(label)
    assert label.heightForWidth(2000) == 22
    assert label.heightForWidth(120) % 22 == 0
    assert label.minimumSizeHint().height() == 22


def test_a_long_definition_ends_in_dots_and_says_that_there_is_more(qtbot: QtBot) -> None:
    label = Label("word " * 60, Text.LAW, most=2)
    qtbot.addWidget(label)
    label.resize(200, label.heightForWidth(200))
    assert label.height() == 44
    assert label.is_cut()
    label.set_most(0)
    assert label.heightForWidth(200) > 44
    assert not label.is_cut()


def test_a_value_that_does_not_fit_goes_below(shown: Show) -> None:
    first, second = Label("a" * 20, wraps=False), Label("b" * 20, wraps=False)
    row = Flow([first, second])
    shown(row)
    assert first.y() == second.y()
    row.resize(second.sizeHint().width() + 10, row.heightForWidth(second.sizeHint().width() + 10))
    assert second.y() > first.y()
    assert second.x() == 0


@pytest.fixture
def table(shown: Show) -> Table:
    headings = [Heading("", narrow=32), Heading("Finding", stretch=1), Heading("Range", figures=True)]
    rows = [
        [Marked(Shape.DISPUTED, "disputed"), "Changes nothing: the floor of 18 makes good the difference", "24–30"],
        [Marked(Shape.OPEN, "open"), "Acceptance", "33–41"],
    ]
    control = Table(headings, rows, name="What carries the number")
    shown(control)
    return control


def test_a_table_is_as_high_as_its_rows_and_wraps_long_words(table: Table) -> None:
    table.resize(240, table.height())
    assert table.rowHeight(0) > table.rowHeight(1)
    assert table.height() == table.rowHeight(0) + table.rowHeight(1) + table.horizontalHeader().height()
    assert sum(table.columnWidth(column) for column in range(3)) == table.viewport().width()


def test_arrows_go_through_a_table_and_enter_chooses(qtbot: QtBot, table: Table) -> None:
    table.setFocus()
    table.setCurrentCell(0, 0)
    spy = QSignalSpy(table.chosen)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert spy.at(0)[0] == 1
    assert table.ring_rect().height() == table.rowHeight(1)


def test_a_table_is_heard_as_a_table_with_words_for_its_marks(table: Table, hear: Hear) -> None:
    assert hear(table).role() == QAccessible.Role.Table
    assert table.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "disputed"
    heard = [hear(table).child(number) for number in range(hear(table).childCount())]
    assert "Acceptance" in [cell.text(QAccessible.Text.Name) for cell in heard]


def test_the_same_rows_again_change_nothing(table: Table) -> None:
    kept = table.item(1, 1)
    table.set_rows([list(row) for row in table._rows])
    assert table.item(1, 1) is kept


def test_a_bar_cell_says_its_figure(qtbot: QtBot) -> None:
    control = Table([Heading("Moves", narrow=96)], [[Bar(-0.5, "minus 9")]], name="x")
    qtbot.addWidget(control)
    assert control.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "minus 9"
