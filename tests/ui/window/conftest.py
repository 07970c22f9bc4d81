"""A window with the guidance that ships, settings and recovery of its own, and a person in front of it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.window.person import LONG, SHELF, Person, begin
from ui import theme
from ui.main_window import MainWindow
from ui.settings import Settings
from ui.theme import Look, Motion, Scheme

PLAIN = Look(Scheme.LIGHT, motion=Motion.NONE)


@pytest.fixture(scope="session", autouse=True)
def started(qapp: QApplication) -> None:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    theme.start(qapp, PLAIN)


@pytest.fixture(autouse=True)
def plain_look(started: None) -> Iterator[None]:
    yield
    if theme.look() != PLAIN:
        theme.apply(PLAIN)


@pytest.fixture
def new_window(qtbot: QtBot, tmp_path: Path) -> Callable[[], Person]:
    """Start the program; again and again with the same settings and recovery folder."""

    def start() -> Person:
        window = MainWindow(Settings.of(tmp_path / "settings"), SHELF)
        window.office.files.keep_recovery_in(tmp_path / "recovery")
        qtbot.addWidget(window, before_close_func=_leave)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: window.is_ready and window.isActiveWindow(), timeout=LONG)
        return Person(qtbot, window)

    return start


@pytest.fixture
def person(new_window: Callable[[], Person]) -> Person:
    return new_window()


@pytest.fixture
def at_case(person: Person) -> Person:
    """A person with an empty case under the United States guidance open before her."""
    begin(person)
    return person


def _leave(window: MainWindow) -> None:
    window.office.files.show(None)
