"""The fields in which words and days are typed."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.labelled_field import LabelledField, ProblemLine
from ui.widgets.text_area import TextArea

Show = Callable[[QWidget], QWidget]
Hear = Callable[[QWidget], QAccessibleInterface]

WRONG = "This is no day. Write it as 14 Mar 2026 or 2026-03-14."
FIRST = datetime.date(2026, 3, 14)


@pytest.fixture
def day(shown: Show) -> DateField:
    control = DateField(name="Date of offence", wrong=WRONG)
    shown(control)
    control.setFocus()
    return control


@pytest.mark.parametrize(
    "text", ["14 Mar 2026", "14 march 2026", "14. Mar 2026", "14 Mar. 2026", "2026-03-14", " 2026-3-14 "]
)
def test_a_day_is_typed_as_people_write_it(qtbot: QtBot, day: DateField, text: str) -> None:
    spy = QSignalSpy(day.day_edited)
    qtbot.keyClicks(day, text)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.day() == FIRST
    assert day.text() == "14 Mar 2026"
    assert spy.count() == 1


@pytest.mark.parametrize(
    "text", ["3/4/2026", "14.3.2026", "31 Feb 2026", "14 Ma 2026", "14 Ju 2026", "tomorrow", "2026"]
)
def test_what_is_no_day_or_two_days_is_refused_with_a_sentence(qtbot: QtBot, day: DateField, text: str) -> None:
    spy = QSignalSpy(day.day_edited)
    qtbot.keyClicks(day, text)
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert (day.day(), day.problem(), spy.count()) == (None, WRONG, 0)
    assert day.text() == text, "what was typed stays, to be put right"


def test_a_day_out_of_bounds_says_which_bound(qtbot: QtBot, day: DateField, hear: Hear) -> None:
    day.set_bounds(FIRST, None, early="This is before the offence.")
    qtbot.keyClicks(day, "9 Dec 2025")
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert day.problem() == "This is before the offence."
    assert hear(day).text(QAccessible.Text.Description) == "This is before the offence."
    day.set_day(FIRST)
    assert (day.problem(), day.text()) == ("", "14 Mar 2026")


def test_an_emptied_day_is_no_day(qtbot: QtBot, day: DateField) -> None:
    day.set_day(FIRST)
    day.clear()
    qtbot.keyClick(day, Qt.Key.Key_Return)
    assert (day.day(), day.problem()) == (None, "")


def test_months_are_those_of_the_language(qtbot: QtBot) -> None:
    months = (
        *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
        *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
    )
    control = DateField(name="Data", wrong=WRONG, months=months)
    qtbot.addWidget(control)
    assert control.read("14 marzo 2026") == FIRST
    assert control.read("1 ago 2026") == datetime.date(2026, 8, 1)
    assert control.read("14 Mar 2026") == FIRST


def test_a_field_tells_what_was_typed_and_not_what_was_set(qtbot: QtBot, shown: Show, hear: Hear) -> None:
    control = Field(name="Reference", value="26-cr-0417")
    shown(control)
    spy = QSignalSpy(control.edited)
    control.set_value("26-cr-0418")
    assert spy.count() == 0
    qtbot.keyClicks(control, "a")
    assert control.value() == "26-cr-0418a"
    assert spy.count() == 1
    assert hear(control).role() == QAccessible.Role.EditableText
    assert hear(control).text(QAccessible.Text.Name) == "Reference"
    assert hear(control).text(QAccessible.Text.Value) == "26-cr-0418a"


def test_a_text_area_begins_with_two_lines_and_grows(qtbot: QtBot, shown: Show) -> None:
    control = TextArea(name="Reasons")
    shown(control)
    control.resize(300, control.height())
    assert control.height() == 64
    qtbot.keyClicks(
        control, "He ran the boat for a fixed fee and organised nothing at all, for eleven minutes, unlit. " * 2
    )
    assert control.height() == 20 + 22 * round((control.height() - 20) / 22)
    assert control.height() > 64


def test_tab_leaves_a_text_area(qtbot: QtBot, shown: Show) -> None:
    holder = QWidget()
    column = theme.down(holder)
    first, second = TextArea(name="One"), TextArea(name="Two")
    column.addWidget(first)
    column.addWidget(second)
    shown(holder)
    first.setFocus()
    with qtbot.waitSignal(first.left, timeout=1000):
        qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    assert first.value() == ""


def test_pasted_text_is_plain_and_keeps_the_line_height(shown: Show) -> None:
    control = TextArea(name="Reasons")
    shown(control)
    pasted = QMimeData()
    pasted.setHtml("<h1>Big</h1><p><b>bold</b></p>")
    pasted.setText("Big\nbold\nplain")
    control.insertFromMimeData(pasted)
    assert control.value() == "Big\nbold\nplain"
    assert control.height() == 20 + 3 * 22


def test_setting_reasons_is_silent_and_typing_is_not(qtbot: QtBot, shown: Show) -> None:
    control = TextArea(name="Reasons")
    shown(control)
    spy = QSignalSpy(control.edited)
    control.set_value("At least 24 people")
    assert spy.count() == 0
    qtbot.keyClicks(control, "!")
    assert spy.at(0)[0] == "!At least 24 people"


def test_typing_can_be_undone_back_to_what_was_set(qtbot: QtBot, shown: Show) -> None:
    control = TextArea(name="Reasons", value="first")
    shown(control)
    control.selectAll()
    qtbot.keyClicks(control, "x")
    control.undo()
    assert control.value() == "first"


def test_a_label_is_the_buddy_and_the_problem_stands_below(shown: Show) -> None:
    control = Field(name="Date of sentence")
    labelled = LabelledField("Date of sentence", control)
    shown(labelled)
    before = labelled.sizeHint().height()
    control.set_problem("This is before the offence.")
    line = labelled.findChild(ProblemLine)
    assert line.isVisible()
    assert line.problem() == "This is before the offence."
    assert labelled.sizeHint().height() > before
    control.set_problem("")
    assert not line.isVisible()


def test_the_figures_of_another_script_are_read(day: DateField) -> None:
    assert day.read("١٤ Mar 2026") == FIRST
