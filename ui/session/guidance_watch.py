"""The edition on the shelf that is being looked at: read off the thread, and again whenever its author saves it."""

from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from ui.i18n import language
from ui.session.background import Background
from ui.session.guidance_reading import Checked, Edition, checked

SETTLE_MS = 150
"""Editors write a file in several strokes; it is read once they rest."""


class GuidanceWatch(QObject):
    """`open(edition)` reads it; `checked` follows, now and after each save; `stop()` leaves the other examples out."""

    checked = Signal(object)
    progressed = Signal(int, int)
    failed = Signal(Exception)
    begun = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edition: Edition | None = None
        self._stopped = Event()
        self._work = Background[Checked](self)
        self._work.answered.connect(self._on_answered)
        self._work.failed.connect(self.failed)
        self._files = QFileSystemWatcher(self)
        self._files.fileChanged.connect(self._on_saved)
        self._files.directoryChanged.connect(self._on_saved)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.check)
        self._post = _Post(self)
        self._post.told.connect(self.progressed, Qt.ConnectionType.QueuedConnection)
        self._stamp = (0, 0)

    @property
    def edition(self) -> Edition | None:
        """What is being looked at."""
        return self._edition

    @property
    def is_busy(self) -> bool:
        """Whether it is being read."""
        return self._work.is_busy or self._settle.isActive()

    def open(self, edition: Edition) -> None:
        """Look at an edition."""
        if edition != self._edition:
            self._edition = edition
            self.check()

    def check(self) -> None:
        """Read it again and run its examples."""
        if self._edition is None:
            return
        self._settle.stop()
        self._stopped.set()
        self._stopped = Event()
        self._follow(self._edition)
        self.begun.emit()
        told = partial(self._post.tell, self._stopped)
        self._work.ask(partial(checked, self._edition, language(), told))

    def stop(self) -> None:
        """Run no further example; what is known so far is shown."""
        self._stopped.set()

    def close(self) -> None:
        """Leave the edition and stop whatever runs."""
        self._settle.stop()
        self._stopped.set()
        self._work.forget()
        self._work.wait()
        if watched := (*self._files.files(), *self._files.directories()):
            self._files.removePaths(list(watched))
        self._edition = None

    def _follow(self, edition: Edition) -> None:
        """Watch the file and its folder: an editor that saves by renaming takes the watched file away."""
        wanted = {str(path) for path in (edition.path, edition.folder, *_beside(edition.folder)) if path.exists()}
        watched = {*self._files.files(), *self._files.directories()}
        if gone := watched - wanted:
            self._files.removePaths(sorted(gone))
        if new := wanted - watched:
            self._files.addPaths(sorted(new))
        self._stamp = _stamp(edition.path)

    def _on_saved(self, path: str) -> None:
        edition = self._edition
        if edition is None or not edition.path.exists():
            return
        if path == str(edition.folder) and _stamp(edition.path) == self._stamp:
            return  # something else in the folder changed
        self._settle.start()

    def _on_answered(self, found: Checked) -> None:
        if found.edition == self._edition:
            self.checked.emit(found)


class _Post(QObject):
    """Carries the count from the worker's thread."""

    told = Signal(int, int)

    def tell(self, stopped: Event, done: int, whole: int) -> bool:
        if done % 8 == 0 or done == whole:
            self.told.emit(done, whole)
        return not stopped.is_set()


def _beside(folder: Path) -> tuple[Path, ...]:
    """Tables and translations are part of a pack: their files are watched as well."""
    folders = tuple(folder / name for name in ("tables", "texts"))
    return (*folders, *(path for each in folders for path in sorted(each.glob("*")) if path.is_file()))


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
