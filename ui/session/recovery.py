"""Unsaved work kept for the next start: a file for each open case, known by its lock from those of other windows."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QLockFile

SUFFIX = ".sentencing"


class Recovery:
    """The place of one open case. What is written there is written by whoever owns the case."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{uuid4().hex}{SUFFIX}"
        self._lock = QLockFile(str(_lock_of(self._path)))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)

    @property
    def path(self) -> Path:
        """Where unsaved work is written."""
        return self._path

    def clear(self) -> None:
        """Nothing is unsaved any more."""
        self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """The case is closed: nothing of it stays."""
        self.clear()
        self._lock.unlock()


def left_behind(folder: Path) -> Iterator[Path]:
    """Work that was left by windows which run no longer, newest first."""
    if not folder.is_dir():
        return
    files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in files:
        lock = QLockFile(str(_lock_of(path)))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            lock.unlock()
            yield path


def discard(path: Path) -> None:
    """Throw away what was left behind."""
    path.unlink(missing_ok=True)
    _lock_of(path).unlink(missing_ok=True)


def _lock_of(path: Path) -> Path:
    return path.with_suffix(".lock")
