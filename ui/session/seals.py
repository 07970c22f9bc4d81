"""The slow and memory-hungry work on seals, in a child process that can be stopped; the quick work here."""

import base64
import json
import sys
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QProcess, Signal

from sentencing.errors import SealError
from ui import paths

if TYPE_CHECKING:
    from sentencing.case.sealed import Seal, Unlocked

ARGUMENT: Final = "--seal"
"""What starts the program as the child."""
FAILED: Final = "the encryption could not be started; what was sealed before is untouched"


class SealWork(QObject):
    """One question at a time: `sealed(seal)`, `opened(seal or None, unlocked)` or `refused(why)` follows."""

    sealed = Signal(object)
    opened = Signal(object, object)
    refused = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._process is not None

    def make_empty(self) -> None:
        """The seal of a case in which nothing is sealed."""
        self._ask({"verb": "empty"})

    def begin(self, passphrase: str) -> None:
        """An empty part behind a passphrase."""
        self._ask({"verb": "begin", "passphrase": passphrase})

    def unlock(self, seal: "Seal", passphrase: str) -> None:
        """Lay a part open."""
        self._ask({"verb": "unlock", "passphrase": passphrase, "key": _text(seal.key), "part": _text(seal.part)})

    def cancel(self) -> None:
        """Stop; nothing follows."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _ask(self, asked: dict[str, str]) -> None:
        self.cancel()
        process = QProcess(self)
        process.setWorkingDirectory(str(paths.program_folder()))
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        self._process = process
        process.start(sys.executable, _arguments())
        process.write((json.dumps(asked) + "\n").encode())
        process.closeWriteChannel()

    def _on_finished(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        content = bytes(process.readAllStandardOutput().data())
        process.deleteLater()
        try:
            said: dict[str, Any] = json.loads(content)
        except ValueError:
            self.refused.emit(FAILED)
            return
        self._tell(said)

    def _tell(self, said: dict[str, Any]) -> None:
        if "refused" in said:
            self.refused.emit(str(said["refused"]))
            return
        try:
            seal, unlocked = _read(said)
        except SealError as error:
            self.refused.emit(str(error))
            return
        if unlocked is None:
            self.sealed.emit(seal)
        else:
            self.opened.emit(seal, unlocked)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.cancel()
            self.refused.emit(FAILED)


def locked(seal: "Seal", unlocked: "Unlocked") -> "Seal":
    """The seal with another part under the same key. Quick."""
    from sentencing.case.sealed import lock  # noqa: PLC0415 the encryption is imported when something is sealed

    return lock(seal, unlocked)


def _arguments() -> list[str]:
    """A bundle is started by its own name, a checkout as a module."""
    return [ARGUMENT] if getattr(sys, "frozen", False) else ["-m", "ui", ARGUMENT]


def _read(said: dict[str, Any]) -> tuple["Seal | None", "Unlocked | None"]:
    from sentencing.case.json_form import read_sealed  # noqa: PLC0415 as above
    from sentencing.case.sealed import Seal, Unlocked  # noqa: PLC0415 as above

    seal = Seal(base64.b64decode(said["key"]), base64.b64decode(said["part"])) if "key" in said else None
    if "identity" not in said:
        return seal, None
    sealed, problems = read_sealed(base64.b64decode(said["sealed"]))
    if sealed is None:
        raise SealError("the sealed part was opened and cannot be read by this version", problems)
    return seal, Unlocked(sealed, said["identity"])


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
