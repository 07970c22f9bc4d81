"""The ring stands round what the keyboard reached, and round nothing that the mouse reached."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.button import Button
from ui.widgets.column import Column
from ui.widgets.focus_ring import FocusRing

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def window(shown: Show) -> QWidget:
    window = QWidget()
    column = theme.down(window, gap=12, margins=(20, 20, 20, 20))
    for text in ("One", "Two"):
        column.addWidget(Button(text))
    shown(window)
    return window


def test_it_stands_three_px_outside_what_tab_reached(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window)
    one, two = window.findChildren(Button)
    one.setFocus()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Tab)
    assert ring.target() is two
    assert ring.geometry() == two.geometry().adjusted(-5, -5, 5, 5)


def test_it_does_not_show_for_the_mouse_and_returns_with_the_keyboard(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window)
    one, two = window.findChildren(Button)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=two.geometry().center())
    two.setFocus(Qt.FocusReason.MouseFocusReason)
    assert ring.target() is None
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Backtab)
    assert ring.target() is one


def test_it_follows_moves_and_hides_with_its_widget(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window)
    one, _ = window.findChildren(Button)
    one.setFocus()
    window.resize(window.width() + 80, window.height() + 60)
    QApplication.processEvents()
    assert ring.geometry() == one.geometry().adjusted(-5, -5, 5, 5)
    one.hide()
    assert ring.target() is not one
    window.hide()
    assert ring.target() is None


def test_it_does_not_outlive_its_widget(qtbot: QtBot, window: QWidget) -> None:
    ring = FocusRing(window)
    gone = Button("Gone", parent=window)
    gone.show()
    gone.setFocus()
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, 52)
    QApplication.processEvents()
    window.findChildren(Button)[0].setFocus()
    ring.repaint()
    assert ring.target() is not gone


def test_it_does_not_show_over_what_scrolls_its_widget_away(qtbot: QtBot, shown: Show) -> None:
    window, content = QWidget(), QWidget()
    inner = theme.down(content, gap=400)
    first, last = Button("First"), Button("Last")
    inner.addWidget(first)
    inner.addWidget(last)
    column = Column(content)
    outer = theme.down(window)
    outer.addWidget(Button("Menu"))
    outer.addWidget(column)
    window.resize(300, 200)
    shown(window)
    window.resize(300, 200)
    QApplication.processEvents()
    ring = FocusRing(window)
    ring.show_on(first)
    before = ring.y()
    column.verticalScrollBar().setValue(60)
    QApplication.processEvents()
    assert ring.y() == before - 60
    assert ring._in_sight().top() == column.mapTo(window, QPoint(0, 0)).y()
