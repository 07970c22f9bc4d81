"""Papers that are no memo: set by the worker, saved as PDF where the person says, or printed."""

from functools import partial
from pathlib import Path

from attrs import frozen
from PySide6.QtCore import QObject, QSaveFile, Signal
from PySide6.QtWidgets import QApplication, QWidget

from sentencing.memo.document import Document
from sentencing.memo.plain_document import to_plain
from ui.dialogs.place import PlaceDialog
from ui.dialogs.trouble import TroubleDialog
from ui.i18n import _
from ui.main_window.printing import ask_and_print
from ui.models.shelf import sentence_of
from ui.session.memo_worker import Made, MemoWorker, Refused

_PRINTER = 200
_SUFFIX = ".pdf"


@frozen
class _Wanted:
    """What a question to the worker stands for: a file to write, or pages to print."""

    path: Path | None


class Papers(QObject):
    """`ask_save(document, title, stem)` asks for a place; `print_out(document)` for a printer."""

    said = Signal(str)

    def __init__(self, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent or window)
        self._window = window
        self._asked: dict[int, _Wanted] = {}
        self.worker = MemoWorker(self)
        self.worker.made.connect(self._on_made)
        self.worker.refused.connect(self._on_refused)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def is_busy(self) -> bool:
        """Whether a paper is being made."""
        return bool(self._asked)

    def ask_save(self, document: Document, title: str, stem: str) -> None:
        """Ask where, then save."""
        start = Path(f"{stem}{_SUFFIX}")
        dialog = PlaceDialog(title, _("PDF (*.pdf)"), _SUFFIX, start, self._window)
        dialog.chosen.connect(partial(self.save, document))
        dialog.open()

    def save(self, document: Document, path: Path) -> None:
        """Save a paper as PDF."""
        message: dict[str, object] = {"document": to_plain(document), "form": "pdf"}
        self._asked[self.worker.ask(message)] = _Wanted(path)

    def print_out(self, document: Document) -> None:
        """Print a paper; the printer is asked for when its pages are made."""
        message: dict[str, object] = {"document": to_plain(document), "form": "png", "pixels-per-inch": _PRINTER}
        self._asked[self.worker.ask(message)] = _Wanted(None)

    def close(self) -> None:
        """End the worker."""
        self._asked.clear()
        self.worker.close()

    def _on_made(self, made: Made) -> None:
        wanted = self._asked.pop(made.number, None)
        if wanted is None:
            return
        self._rest()
        if wanted.path is None:
            if ask_and_print(made.files, self._window):
                self.said.emit(_("Sent to the printer"))
            return
        file = QSaveFile(str(wanted.path))
        content = made.files[0]
        if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit():
            self.said.emit(_("{name} saved").format(name=wanted.path.name))
        else:
            self._trouble(_("The paper could not be saved"), file.errorString())

    def _on_refused(self, refused: Refused) -> None:
        if self._asked.pop(refused.number, None) is not None:
            self._rest()
            self._trouble(_("The paper could not be made"), refused.why)

    def _rest(self) -> None:
        """A paper is wanted now and then: the worker is not kept for the next one."""
        if not self._asked:
            self.worker.close()

    def _trouble(self, what: str, why: str) -> None:
        TroubleDialog(what, _("{why} Nothing was changed.").format(why=sentence_of(why)), self._window).open()
