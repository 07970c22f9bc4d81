"""Where a file is, or shall be: the system's own dialog, opened without stopping anything else."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class PlaceDialog(QFileDialog):
    """`chosen(path)` when a file was named; `left()` when the person left without. The suffix is added if missing."""

    chosen = Signal(Path)
    left = Signal()

    def __init__(self, title: str, kinds: str, suffix: str, start: Path | None, parent: QWidget) -> None:
        """Ask for a file to open, or with `start` for a place to save."""
        super().__init__(parent, title, str(start.parent) if start is not None else "", kinds)
        self._suffix = suffix
        self._saves = start is not None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if start is not None:
            self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            self.setDefaultSuffix(suffix.removeprefix("."))
            self.selectFile(start.name)
        else:
            self.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.fileSelected.connect(self._on_selected)
        self.rejected.connect(self.left)

    def _on_selected(self, name: str) -> None:
        path = Path(name)
        if self._saves and not path.suffix:
            path = path.with_suffix(self._suffix)
        self.chosen.emit(path)
