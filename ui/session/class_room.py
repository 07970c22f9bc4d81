"""A folder of answer files read off the window's thread, with progress and a way to stop it."""

from functools import partial
from pathlib import Path
from threading import Event

from attrs import frozen
from PySide6.QtCore import QObject, Signal

from sentencing.case.class_room.origins import Reference
from sentencing.case.class_room.room import Room, open_room
from sentencing.case.exercise import Exercise
from sentencing.engine.sealing import open_pack
from sentencing.pack.library import Library
from sentencing.pack.model import Pack
from ui.session.background import Background

_TOLD_EVERY = 10


@frozen
class RoomRead:
    """A room with what it answered; `pack` is the open pack."""

    exercise: Exercise
    pack: Pack
    folder: Path
    reference: Reference
    room: Room


class ClassReading(QObject):
    """`read(folder, exercise, reference)`; then `answered(RoomRead)`, `stopped()` or `failed(Exception)`."""

    progressed = Signal(int, int)
    answered = Signal(object)
    stopped = Signal()
    failed = Signal(Exception)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._stop = Event()
        self._background = Background[RoomRead | None](self)
        self._background.answered.connect(self._on_answered)
        self._background.failed.connect(self.failed)

    @property
    def is_busy(self) -> bool:
        """Whether a folder is being read."""
        return self._background.is_busy

    def read(self, folder: Path, exercise: Exercise, reference: Reference) -> None:
        """Read a folder; one that is being read is dropped."""
        self._stop.set()
        self._stop = Event()
        self._background.ask(partial(self._read, folder, exercise, reference, self._stop))

    def stop(self) -> None:
        """Stop reading; what was shown before stays."""
        self._stop.set()

    def close(self) -> None:
        """Stop and wait until nothing runs."""
        self._stop.set()
        self._background.forget()
        self._background.wait()

    def _read(self, folder: Path, exercise: Exercise, reference: Reference, stop: Event) -> RoomRead | None:
        pack = self._library.read(exercise.pack, exercise.edition)
        room = open_room(folder, exercise, pack, reference, partial(self._goes_on, stop))
        return RoomRead(exercise, open_pack(pack), folder, reference, room) if room is not None else None

    def _goes_on(self, stop: Event, done: int, whole: int) -> bool:
        if not stop.is_set() and (done % _TOLD_EVERY == 0 or done == whole):
            self.progressed.emit(done, whole)
        return not stop.is_set()

    def _on_answered(self, read: RoomRead | None) -> None:
        if read is None:
            self.stopped.emit()
        else:
            self.answered.emit(read)
