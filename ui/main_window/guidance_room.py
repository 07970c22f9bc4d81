"""The guidance shelf as a face of the window: what it needs of dialogs, folders and other programs."""

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from sentencing.errors import PackError
from sentencing.pack.library import standard_folder
from ui import paths, theme
from ui.dialogs.trouble import TroubleDialog
from ui.i18n import _, ngettext
from ui.models.guidance_shelf import EditionRow, Place
from ui.models.shelf import sentence_of
from ui.panels.guidance import GuidanceShelf
from ui.session import own_guidance
from ui.session.session import Session
from ui.widgets.button import Kind
from ui.widgets.dialog import Act, Dialog

_WIDTH = 460


class GuidanceRoom(QObject):
    """Owns the shelf; made when it is first wanted."""

    said = Signal(str)
    left = Signal()
    changed = Signal()
    """The guidance on this machine is another: some was added or removed."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._asked: tuple[Dialog, EditionRow] | None = None
        self._own = paths.own_guidance_folder()
        # Owned by the window from the start: what Python alone owns may be collected in another thread.
        self.shelf = GuidanceShelf(self._places(), window)
        self.shelf.hide()
        self.shelf.left.connect(self.left)
        self.shelf.add_wanted.connect(self.ask_add)
        self.shelf.remove_wanted.connect(self.ask_remove)
        self.shelf.edit_wanted.connect(self.edit)
        self.shelf.failed.connect(self._on_failed)

    def keep_own_in(self, folder: Path) -> None:
        """Keep the user's own guidance elsewhere."""
        self._own = folder
        self.shelf.set_places(self._places())

    def open(self, session: Session | None) -> None:
        """Show the shelf, with or without an open case."""
        self.shelf.open_shelf(session)
        self.shelf.editions.begin()

    def ask_add(self) -> None:
        """Ask whether a folder or a file."""
        menu = QMenu(self._window)
        theme.dress(menu)
        menu.addAction(_("A pack's folder…")).triggered.connect(self._on_folder)
        menu.addAction(_("One edition's file…")).triggered.connect(self._on_file)
        menu.aboutToHide.connect(menu.deleteLater)
        button = self.shelf.editions.add
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def add(self, chosen: Path) -> None:
        """Check what was chosen, and keep a copy of what can be used; nothing of it is run."""
        try:
            found = own_guidance.look_at(chosen)
            folder = own_guidance.add(found, self._own)
        except (PackError, OSError) as wrong:
            self._trouble(_("The guidance was not added"), wrong)
            return
        words = ngettext("{number} edition added", "{number} editions added", len(found.editions))
        if found.problems:
            left = ngettext("{number} file left out", "{number} files left out", len(found.problems))
            words = _("{added}, {left}").format(added=words, left=left)
        self.said.emit(words)
        self.shelf.choose(str(folder / found.editions[-1].name))
        self.changed.emit()

    def ask_remove(self, row: EditionRow) -> None:
        """Ask once, then take an edition out of the user's own folder."""
        if row.edition is None or not row.is_own:
            return
        fact = _("The copy in your own folder is deleted. Cases keep the guidance that they were saved with.")
        acts = [Act("cancel", _("Keep it")), Act("remove", _("Remove"), Kind.PRIMARY)]
        question = _("Remove “{edition}”?").format(edition=row.title)
        dialog = Dialog(question, fact, acts, self._window, width=_WIDTH)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_answered)
        self._asked = dialog, row
        dialog.open()

    def remove(self, row: EditionRow) -> None:
        """Take an edition out of the user's own folder."""
        if row.edition is None:
            return
        try:
            self.shelf.watch.close()
            own_guidance.remove(row.edition.path, self._own)
        except (PackError, OSError) as wrong:
            self._trouble(_("The guidance was not removed"), wrong)
            return
        self.said.emit(_("{edition} removed").format(edition=row.title))
        self.shelf.choose_first()
        self.changed.emit()

    def edit(self, row: EditionRow) -> None:
        """Open an edition in the author's own editor; what came with the program is copied first."""
        if row.edition is None:
            return
        path = row.edition.path
        if not row.is_own:
            self.add(path)
            path = self._own / path.parent.name / path.name
        if path.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def leave(self) -> None:
        """The case is another: the shelf lets go of it."""
        self.shelf.close_shelf()

    def _places(self) -> tuple[Place, ...]:
        return Place(standard_folder(), False), Place(self._own, True)

    def _on_answered(self) -> None:
        (dialog, row), self._asked = self._asked or (None, None), None
        if dialog is not None and row is not None and dialog.chosen() == "remove":
            self.remove(row)

    def _trouble(self, what: str, wrong: Exception) -> None:
        rest = _("{why} Nothing was changed.").format(why=sentence_of(str(wrong)))
        TroubleDialog(what, rest, self._window).open()

    def _on_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, _("Add a pack"))
        if chosen:
            self.add(Path(chosen))

    def _on_file(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(self._window, _("Add an edition"), "", _("Guidance (*.yaml)"))
        if chosen:
            self.add(Path(chosen))

    def _on_failed(self, wrong: Exception) -> None:
        self._trouble(_("The edition could not be read"), wrong)
