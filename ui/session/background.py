"""Work off the window's thread: one thing at a time, and an answer that came too late is dropped."""

from collections.abc import Callable
from typing import Generic, TypeVar

from attrs import frozen
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

_Result = TypeVar("_Result")


@frozen
class Done(Generic[_Result]):
    """What a piece of work gave, or what went wrong in it."""

    generation: int
    result: _Result | None
    error: Exception | None


class _Post(QObject):
    done = Signal(object)


class _Work(QRunnable):
    def __init__(self, generation: int, work: Callable[[], object], post: _Post) -> None:
        super().__init__()
        self._generation, self._work, self._post = generation, work, post

    def run(self) -> None:
        try:
            done = Done[object](self._generation, self._work(), None)
        except Exception as error:  # noqa: BLE001 whoever asked is told, on the window's thread
            done = Done[object](self._generation, None, error)
        try:
            self._post.done.emit(done)
        except RuntimeError:  # the window has been closed meanwhile
            return


class Background(QObject, Generic[_Result]):
    """`ask(work)` runs it soon; `answered(result)` follows for the newest question only, `failed(error)` likewise."""

    answered = Signal(object)
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._generation = 0
        self._answered = 0
        self._post = _Post()
        self._post.done.connect(self._on_done, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], _Result]) -> None:
        """Ask; what was asked before and has not begun is forgotten, what has begun will be dropped."""
        self._generation += 1
        self._pool.clear()
        self._pool.start(_Work(self._generation, work, self._post))

    def forget(self) -> None:
        """Drop whatever is under way."""
        self._generation += 1
        self._answered = self._generation
        self._pool.clear()

    @property
    def is_busy(self) -> bool:
        """Whether the newest question is still unanswered."""
        return self._answered != self._generation

    def wait(self) -> None:
        """Until nothing runs any more; at the end of the program."""
        self._pool.clear()
        self._pool.waitForDone()

    def _on_done(self, done: Done[_Result]) -> None:
        if done.generation != self._generation:
            return
        self._answered = done.generation
        if done.error is not None:
            self.failed.emit(done.error)
        else:
            self.answered.emit(done.result)
