"""A started theme for every test, and the look put back after one that changes it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme import Look, Motion, Scheme

PLAIN = Look(Scheme.LIGHT, motion=Motion.NONE)


@pytest.fixture(scope="session", autouse=True)
def started(qapp: QApplication) -> None:
    theme.start(qapp, PLAIN)


@pytest.fixture(autouse=True)
def plain_look(started: None) -> Iterator[None]:
    yield
    if theme.look() != PLAIN:
        theme.apply(PLAIN)


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Show a widget in a window of its own, at the size it asks for."""

    kept = []

    def show(widget: QWidget) -> QWidget:
        kept.append(widget)
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show


def heard(widget: QWidget) -> QAccessibleInterface:
    """What a screen reader is told of a widget."""
    return QAccessible.queryAccessibleInterface(widget)


@pytest.fixture
def hear() -> Callable[[QWidget], QAccessibleInterface]:
    return heard
