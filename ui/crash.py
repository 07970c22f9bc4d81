"""An unexpected exception: told with what is safe and what to do; the report quotes nothing of the case."""

import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from attrs import frozen
from PySide6 import __version__ as pyside
from PySide6.QtCore import QObject, Signal

from sentencing import __version__

_SHOWN = 20


@frozen
class Report:
    """What may be passed on: kind of error and places in the program; never a message, which may quote the case."""

    kind: str
    places: tuple[str, ...]

    def text(self) -> str:
        """The report as text."""
        versions = f"Sentencing Guidance {__version__}, Python {platform.python_version()}, Qt for Python {pyside}"
        return "\n".join((self.kind, *self.places, versions, platform.system()))


def report(error: BaseException) -> Report:
    """The report of an error: innermost place last."""
    frames = traceback.extract_tb(error.__traceback__)[-_SHOWN:]
    places = tuple(f"{_inside(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames)
    return Report(type(error).__name__, places)


class CrashWatch(QObject):
    """Hears of every exception that nothing else caught, in any thread; the program goes on."""

    crashed = Signal(Report)

    def watch(self) -> None:
        """Begin to listen."""
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def _on_exception(self, kind: type[BaseException], error: BaseException, place: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, place)
            return
        found = report(error)
        sys.stderr.write(f"{found.text()}\n")
        self.crashed.emit(found)

    def _on_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._on_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)


def _inside(name: str) -> str:
    """The place without the folders above the program: they may name a person."""
    parts = Path(name).parts
    for root in ("ui", "sentencing"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return Path(name).name
