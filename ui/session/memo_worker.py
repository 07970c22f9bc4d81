"""The window's side of the memo worker: a process that is asked in lines of JSON, killed when it takes too long."""

import base64
import json
import sys
from typing import Any, Final

from attrs import field, frozen
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from ui import paths

SECONDS: Final = 20
_MODULE: Final = ["-m", "sentencing.memo.worker"]

Ask = dict[str, object]


@frozen
class Made:
    """What the worker made: one file, or the pages as pictures, and what went wrong in the pack's own sections."""

    number: int
    files: tuple[bytes, ...] = field(repr=False)
    pages: int = 0
    problems: tuple[str, ...] = ()


@frozen
class Refused:
    """Why there is no memo."""

    number: int
    why: str


class MemoWorker(QObject):
    """`ask(...)` returns the number of a question; `made` or `refused` follows. Started with the first question."""

    made = Signal(Made)
    refused = Signal(Refused)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._number = 0
        self._waiting: dict[int, bool] = {}
        self._late = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._late.timeout.connect(self._on_late)

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return bool(self._waiting)

    @property
    def is_running(self) -> bool:
        """Whether the process stands ready."""
        return self._process is not None

    def start(self) -> None:
        """Start the process unless it runs; it imports what it needs meanwhile."""
        if self._process is None:
            process = QProcess(self)
            process.setWorkingDirectory(str(paths.program_folder()))
            process.readyReadStandardOutput.connect(self._on_output)
            process.errorOccurred.connect(self._on_error)
            process.finished.connect(self._on_finished)
            process.setStandardErrorFile(QProcess.nullDevice())
            process.start(sys.executable, _MODULE)
            self._process = process

    def ask(self, message: Ask) -> int:
        """Ask for a memo; the number names the answer."""
        self.start()
        self._number += 1
        self._waiting[self._number] = True
        line = json.dumps({"id": self._number, **message}, ensure_ascii=False) + "\n"
        assert self._process is not None
        self._process.write(line.encode("utf-8", "replace"))
        self._late.start()
        return self._number

    def cancel(self) -> None:
        """Stop whatever is being made; the next question starts another process."""
        self._waiting.clear()
        self._stop()

    def close(self) -> None:
        """End the process."""
        self.cancel()

    def _stop(self) -> None:
        self._late.stop()
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _on_output(self) -> None:
        process = self._process
        while process is not None and process.canReadLine():
            self._answer(json.loads(bytes(process.readLine().data()).decode()))

    def _answer(self, message: dict[str, Any]) -> None:
        number = message.get("id")
        if not isinstance(number, int) or not self._waiting.pop(number, False):
            return
        if not self._waiting:
            self._late.stop()
        if "error" in message:
            self.refused.emit(Refused(number, str(message["error"])))
            return
        files = tuple(base64.b64decode(each) for each in message.get("files", ()))
        problems = tuple(str(each.get("message", "")) for each in message.get("problems", ()))
        self.made.emit(Made(number, files, int(message.get("pages", 0)), problems))

    def _fail(self, why: str) -> None:
        waiting = list(self._waiting)
        self._waiting.clear()
        self._stop()
        for number in waiting:
            self.refused.emit(Refused(number, why))

    def _on_late(self) -> None:
        self._fail(f"the memo took longer than {SECONDS} seconds and was stopped")

    def _on_error(self, _error: QProcess.ProcessError) -> None:
        self._fail("the part of the program that writes memos could not be started")

    def _on_finished(self) -> None:
        self._fail("the part of the program that writes memos ended before it answered")
