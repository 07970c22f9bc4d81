"""A shelf with the guidance that ships and a folder of one's own, in a started theme."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sentencing.pack.library import standard_folder
from ui import theme
from ui.models.guidance_shelf import Place
from ui.panels.guidance import GuidanceShelf
from ui.theme import Look, Motion, Scheme

PLAIN = Look(Scheme.LIGHT, motion=Motion.NONE)
LONG = 20_000


@pytest.fixture(scope="session", autouse=True)
def started(qapp: QApplication) -> None:
    theme.start(qapp, PLAIN)


@pytest.fixture(autouse=True)
def plain_look(started: None) -> Iterator[None]:
    yield
    if theme.look() != PLAIN:
        theme.apply(PLAIN)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The user's own guidance folder, with a copy of the training scheme to work on."""
    folder = tmp_path / "own" / "training-scheme"
    folder.mkdir(parents=True)
    shipped = standard_folder() / "training-scheme" / "2026-01-01.yaml"
    (folder / shipped.name).write_bytes(shipped.read_bytes())
    return folder.parent


@pytest.fixture
def rest(qtbot: QtBot) -> Callable[[GuidanceShelf], None]:
    """Wait until nothing is read, run or made any more."""

    def wait(shelf: GuidanceShelf) -> None:
        def is_still() -> bool:
            reader = shelf.reader
            return not shelf.watch.is_busy and reader.text.is_complete() and not reader.effect.is_busy

        qtbot.waitUntil(is_still, timeout=LONG)

    return wait


@pytest.fixture
def shelf(qtbot: QtBot, own: Path, rest: Callable[[GuidanceShelf], None]) -> GuidanceShelf:
    """The shelf, open and at rest."""
    made = GuidanceShelf([Place(standard_folder(), False), Place(own, True)])
    qtbot.addWidget(made, before_close_func=_leave)
    made.resize(1366, 702)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow, timeout=LONG)
    made.open_shelf(None)
    rest(made)
    return made


def _leave(shelf: GuidanceShelf) -> None:
    shelf.close_shelf()
