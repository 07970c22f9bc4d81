"""The window as it is photographed: real widgets, the invented case, no wish of the user's."""

from pathlib import Path
from time import monotonic, perf_counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from sentencing.case.model import Standing
from sentencing.pack.library import Library
from ui import theme
from ui.gallery.marin import PACK, marin
from ui.main_window import MainWindow
from ui.models.pages import PageId
from ui.models.shelf import Shelf
from ui.session.session import Session
from ui.settings import Settings
from ui.theme import Look

_PATIENCE = 20.0


class Studio:
    """One application, one window."""

    def __init__(self, place: Path) -> None:
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        self._app = app
        theme.start(app)
        self._shelf = Shelf(Library.standard())
        self._settings = Settings.of(place)
        self._settings.remember(Path("/home/alvarez/cases/26-cr-0417.sentencing"), "2026-11-24T12:04")
        self._settings.remember(Path("/home/alvarez/cases/17-2231.sentencing"), "2026-11-23T17:40")
        self._window = MainWindow(self._settings, self._shelf)
        self._window.office.files.keep_recovery_in(place)
        self._window.show()
        self._wait_for_window()

    def dress(self, look: Look, width: int, height: int) -> None:
        """Take a look and a size."""
        theme.apply(look)
        self._window.resize(width, height)
        self._settle()

    def home(self, path: Path) -> Path:
        """The start page."""
        self._window.office.files.show(None)
        self._settle()
        return self._taken(path)

    def page(self, page: PageId, path: Path) -> Path:
        """A page of the case."""
        if self._window.session is None:
            pack = self._shelf.read(PACK, "")
            self._window.office.files.show(Session(marin(pack), pack))
        session, workspace = self._window.session, self._window.workspace
        assert session is not None
        assert workspace is not None
        session.settle()
        workspace.show_page(page)
        self._settle()
        focused = self._app.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if page is PageId.AGGRAVATING:
            workspace.show_fact("unaccompanied-minor")
            self._settle()
        self._settle()
        end = monotonic() + _PATIENCE
        while page is PageId.MEMO and (workspace.memo.is_busy or not workspace.memo.pages) and monotonic() < end:
            self._app.processEvents()
        self._settle()
        return self._taken(path)

    def answered(self, fact: str, standing: Standing | None) -> float:
        """Say how a fact stands; how many milliseconds until the headline was painted again."""
        session = self._window.session
        assert session is not None
        while not session.is_settled:
            self._app.processEvents()
        begun = perf_counter()
        session.stand(session.pack.facts[fact], standing)
        self._app.processEvents()
        return (perf_counter() - begun) * 1000

    def close(self) -> None:
        """End everything that runs."""
        self._window.office.files.show(None)
        self._window.close()

    def _taken(self, path: Path) -> Path:
        self._window.grab().save(str(path))
        return path

    def _settle(self) -> None:
        for _round in range(6):
            self._app.processEvents()
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _wait_for_window(self) -> None:
        end = monotonic() + _PATIENCE
        while not self._window.is_ready and monotonic() < end:
            self._app.processEvents()
