"""How the program speaks up: banners, toasts, dialogs, progress, and what opens below a button."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import Motion
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import CANCEL, Act, Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.expander import Expander
from ui.widgets.label import Label
from ui.widgets.progress import Progress
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone

Show = Callable[[QWidget], QWidget]
Hear = Callable[[QWidget], QAccessibleInterface]

ACTS = [Act("discard", "Discard", Kind.QUIET), Act("cancel", "Cancel"), Act("save", "Save", Kind.PRIMARY)]


def button(widget: QWidget, text: str) -> Button:
    return next(found for found in widget.findChildren(Button) if found.text() == text)


def test_a_banner_leads_where_its_link_says(qtbot: QtBot, shown: Show) -> None:
    banner = Banner("Counted once.", links=[("go", "Go to (b)(6)"), ("different", "It is different conduct")])
    shown(banner)
    spy = QSignalSpy(banner.followed)
    qtbot.mouseClick(button(banner, "It is different conduct"), Qt.MouseButton.LeftButton)
    assert spy.at(0)[0] == "different"
    banner.set_tone(Tone.ERROR)
    banner.set_links([("again", "Save again")])
    qtbot.mouseClick(button(banner, "Save again"), Qt.MouseButton.LeftButton)
    assert spy.at(1)[0] == "again"


def test_a_banner_wraps(qtbot: QtBot) -> None:
    banner = Banner("An edition of 1 November 2026 exists and its text has not been read.", tone=Tone.CAUTION)
    qtbot.addWidget(banner)
    assert banner.heightForWidth(260) > banner.heightForWidth(700)
    assert banner.minimumSizeHint().width() < 260


def test_an_empty_state_begins_what_is_missing(qtbot: QtBot, shown: Show) -> None:
    state = EmptyState("No evidence yet", "Name the document.", act="Add evidence", icon="ph.plus")
    shown(state)
    with qtbot.waitSignal(state.clicked, timeout=1000):
        qtbot.keyClick(state.button, Qt.Key.Key_Space)


@pytest.fixture
def toast(shown: Show) -> Toast:
    window = QWidget()
    window.setMinimumSize(600, 400)
    toast = Toast(window)
    shown(window)
    return toast


def test_a_toast_says_what_was_done_and_undoes_it(qtbot: QtBot, toast: Toast) -> None:
    toast.say("Number of persons set to 32", "Undo")
    assert toast.isVisible()
    assert toast.text() == "Number of persons set to 32"
    undo = next(child for child in toast.findChildren(QWidget) if getattr(child, "text", str)() == "Undo")
    with qtbot.waitSignal(toast.undone, timeout=1000):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_a_toast_stands_at_the_bottom_start_and_stays_there(toast: Toast) -> None:
    toast.say("Saved")
    window = toast.window()
    assert toast.x() == 20
    assert toast.geometry().bottom() < window.height() - 30
    theme.change(rtl=True)
    window.resize(700, 500)
    QCoreApplication.processEvents()
    assert toast.geometry().right() == 700 - 21


def test_the_next_edit_takes_a_toast_away(toast: Toast) -> None:
    toast.say("Saved")
    toast.dismiss()
    assert not toast.isVisible()


@pytest.mark.parametrize(
    ("press", "answer"),
    [(Qt.Key.Key_Return, "save"), (Qt.Key.Key_Escape, CANCEL)],
)
def test_a_dialog_answers_to_enter_and_escape(qtbot: QtBot, press: Qt.Key, answer: str) -> None:
    dialog = Dialog("Save the changes?", "Four answers are not saved yet.", ACTS)
    qtbot.addWidget(dialog)

    def answer_it() -> None:
        qtbot.keyClick(dialog, press)

    QTimer.singleShot(50, answer_it)
    assert dialog.ask() == answer


def test_a_dialog_begins_with_its_main_act_and_speaks_its_question(qtbot: QtBot, hear: Hear) -> None:
    dialog = Dialog("Save the changes?", "Four answers are not saved yet.", ACTS)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.button("save")
    assert hear(dialog).role() == QAccessible.Role.Dialog
    assert hear(dialog).text(QAccessible.Text.Name) == "Save the changes?"
    assert hear(dialog).text(QAccessible.Text.Description) == "Four answers are not saved yet."
    assert dialog.button("discard").x() < dialog.button("cancel").x() < dialog.button("save").x()


def test_progress_tells_how_far_and_can_be_cancelled(qtbot: QtBot, shown: Show, hear: Hear) -> None:
    progress = Progress("Writing the memo", cancel="Cancel")
    shown(progress)
    progress.set_progress("Writing the memo, page 4 of 6", 4, 6)
    bar = progress.findChild(QProgressBar)
    assert hear(bar).role() == QAccessible.Role.ProgressBar
    assert hear(bar).text(QAccessible.Text.Name) == "Writing the memo, page 4 of 6"
    assert hear(bar).valueInterface().currentValue() == 4
    with qtbot.waitSignal(progress.cancelled, timeout=1000):
        qtbot.mouseClick(progress.button, Qt.MouseButton.LeftButton)


def expander_in(shown: Show) -> tuple[Button, Expander]:
    holder = QWidget()
    column = theme.down(holder)
    opener, body = Button("Evidence, 2", Kind.QUIET), Label("Ex. 4 · Coast Guard deck video")
    expander = Expander(opener, body, opened="open", closed="closed")
    column.addWidget(opener)
    column.addWidget(expander)
    column.addStretch(1)
    holder.setMinimumSize(300, 200)
    shown(holder)
    return opener, expander


def test_what_is_closed_takes_no_room_and_opens_with_its_button(qtbot: QtBot, shown: Show, hear: Hear) -> None:
    opener, expander = expander_in(shown)
    assert not expander.isVisible()
    assert hear(opener).text(QAccessible.Text.Description) == "closed"
    spy = QSignalSpy(expander.toggled)
    qtbot.keyClick(opener, Qt.Key.Key_Space)
    assert (expander.isVisible(), expander.is_open(), spy.at(0)[0]) == (True, True, True)
    assert hear(opener).text(QAccessible.Text.Description) == "open"
    qtbot.keyClick(opener, Qt.Key.Key_Space)
    assert not expander.isVisible()


@pytest.mark.parametrize(("motion", "movements"), [(Motion.FULL, 1), (Motion.NONE, 0)])
def test_opening_moves_only_when_things_may_move(qtbot: QtBot, shown: Show, motion: Motion, movements: int) -> None:
    theme.change(motion=motion)
    opener, expander = expander_in(shown)
    finished = QSignalSpy(expander.findChild(QPropertyAnimation).finished)
    qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: expander.maximumHeight() > 1000 and expander.height() >= 22, timeout=2000)
    assert finished.count() == movements


def test_evidence_shows_only_the_lines_it_has(shown: Show, qtbot: QtBot) -> None:
    row = EvidenceRow("ph.user", "W-03 · passenger", weight="supports", more="More about W-03")
    shown(row)
    before = row.sizeHint().height()
    row.set_words("ph.user", "W-03 · passenger", note="Through an interpreter", leaving="May leave on 2 Dec 2026")
    assert row.sizeHint().height() > before
    assert row.button.accessibleName() == "More about W-03"
    with qtbot.waitSignal(row.asked, timeout=1000):
        qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
