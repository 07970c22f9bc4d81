"""What each act of the menus does."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sentencing.pack.model import Cite
from ui import paths, theme
from ui.dialogs.about import AboutDialog
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.guidance import GuidanceDialog
from ui.dialogs.leak import LeakDialog
from ui.dialogs.place import PlaceDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.dialogs.source import SourceCard
from ui.dialogs.trouble import TroubleDialog
from ui.i18n import _
from ui.main_window.files import Files
from ui.main_window.printing import ask_and_print
from ui.main_window.workspace import Workspace
from ui.models.pages import PageId
from ui.models.sealed import shared_phrases
from ui.models.shelf import sentence_of
from ui.models.sources import source_view
from ui.session.desk import Desk
from ui.session.session import Session
from ui.settings import PERCENT, SCHEME, Settings

_SIZES = (100, 110, 125, 150, 175, 200)


class Commands(QObject):
    """One method for each act; the table of acts names them."""

    said = Signal(str)
    shelf_wanted = Signal()
    demonstration_wanted = Signal(object)
    exercises_wanted = Signal()
    making_wanted = Signal(object)
    class_wanted = Signal()
    answers_wanted = Signal(object)

    def __init__(self, window: QWidget, files: Files, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._files, self._settings = window, files, settings
        self.workspace: Workspace | None = None
        """The open case on the screen; the window sets it."""
        self._table = self._made_table()

    def do(self, key: str) -> None:
        """Do the act of a key."""
        self._table[key]()

    def _made_table(self) -> dict[str, Callable[[], None]]:
        return {
            "new": self._files.close_case,
            "open": self._files.ask_open,
            "save": self._files.save,
            "save_as": self._files.ask_save_as,
            "print": self.print_memo,
            "close_case": self._files.close_case,
            "quit": self.quit,
            "undo": self.undo,
            "redo": self.redo,
            "preferences": self.preferences,
            **{f"page_{page.number}": partial(self.page, page) for page in PageId},
            "next_page": self.next_page,
            "previous_page": self.previous_page,
            "next_open": self.next_open,
            "to_result": self.to_result,
            "larger": self.larger,
            "smaller": self.smaller,
            "usual_size": self.usual_size,
            "dark": self.dark,
            "add_accused": self.add_accused,
            "add_count": self.add_count,
            "next_accused": self.next_accused,
            "add_evidence": self.add_evidence,
            "lock": self.lock,
            "demonstrate": self.demonstrate,
            "exercises": self.exercises_wanted.emit,
            "make_exercise": self.make_exercise,
            "class_room": self.class_wanted.emit,
            "save_answers": self.save_answers,
            "guidance_shelf": self.guidance_shelf,
            "about_guidance": self.about_guidance,
            "guidance_folder": self.guidance_folder,
            "shortcuts": self.shortcuts,
            "about": self.about,
        }

    @property
    def session(self) -> Session | None:
        """The open case."""
        return self.workspace.session if self.workspace is not None else None

    def desk(self) -> Desk | None:
        """Where undo and edits go: the open case, or its sealed part while its page is in sight."""
        return self.workspace.desk() if self.workspace is not None else None

    def quit(self) -> None:
        """Close the window; it asks about unsaved changes."""
        self._window.close()

    def print_memo(self) -> None:
        """Turn to the memo and print it."""
        if self.workspace is not None:
            self.workspace.print_memo()

    def save_memo(self, form: str) -> None:
        """Ask for a place and save the memo there; first show what of the sealed part would stand in it."""
        if self.session is None:
            return
        shared = shared_phrases(self.session.case, self.session.sealed.sealed)
        if shared:
            dialog = LeakDialog(shared, self._window)
            dialog.allowed.connect(partial(self._ask_memo_place, form))
            dialog.open()
        else:
            self._ask_memo_place(form)

    def _ask_memo_place(self, form: str) -> None:
        if self.workspace is None:
            return
        path = self.workspace.session.path
        stem = path.stem if path is not None else _("memo")
        start = (path.parent if path is not None else Path()) / f"{stem}.{form}"
        kinds = {"pdf": "PDF", "docx": "Word", "html": "HTML"}
        dialog = PlaceDialog(_("Save the memo"), f"{kinds[form]} (*.{form})", f".{form}", start, self._window)
        dialog.chosen.connect(partial(self._write_memo, form))
        dialog.open()

    def _write_memo(self, form: str, path: Path) -> None:
        if self.workspace is not None:
            self.workspace.memo.save(path, form)

    def memo_saved(self, path: Path) -> None:
        """Say that the memo is on disk."""
        self.said.emit(_("{name} saved").format(name=path.name))

    def memo_failed(self, why: str) -> None:
        """Say that no memo was made, and what is safe."""
        rest = _("{why}. The case itself is untouched. Try another form, or leave a part out.").format(
            why=sentence_of(why).removesuffix(".")
        )
        TroubleDialog(_("The memo could not be made"), rest, self._window).open()

    def print_now(self, pages: tuple[bytes, ...]) -> None:
        """Print pages that were made for it."""
        if ask_and_print(pages, self._window):
            self.said.emit(_("Sent to the printer"))

    # --------------------------------------------------------------------------------------------------- edit

    def undo(self) -> None:
        """Take the last step back."""
        desk = self.desk()
        if desk is not None:
            desk.undo()

    def redo(self) -> None:
        """Do it again."""
        desk = self.desk()
        if desk is not None:
            desk.redo()

    def preferences(self) -> None:
        """Show the preferences."""
        PreferencesDialog(self._settings, self._window).open()

    # --------------------------------------------------------------------------------------------------- view

    def page(self, page: PageId) -> None:
        """Turn to a page."""
        if self.workspace is not None:
            self.workspace.show_page(page)
            self.workspace.rail.item(page).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_page(self) -> None:
        """Turn on."""
        if self.workspace is not None:
            self.workspace.turn(1)

    def previous_page(self) -> None:
        """Turn back."""
        if self.workspace is not None:
            self.workspace.turn(-1)

    def next_open(self) -> None:
        """Go to the next fact that nobody has considered."""
        if self.workspace is not None:
            self.workspace.show_next_open()

    def to_result(self) -> None:
        """Put the focus into the result column."""
        if self.workspace is not None:
            self.workspace.result.begin()

    def larger(self) -> None:
        """Take the next larger text size."""
        self._resize(min((size for size in _SIZES if size > theme.percent()), default=_SIZES[-1]))

    def smaller(self) -> None:
        """Take the next smaller text size."""
        self._resize(max((size for size in _SIZES if size < theme.percent()), default=_SIZES[0]))

    def usual_size(self) -> None:
        """Take the usual text size."""
        self._resize(_SIZES[0])

    def dark(self) -> None:
        """Change between light and dark."""
        scheme = theme.Scheme.LIGHT if theme.scheme() is theme.Scheme.DARK else theme.Scheme.DARK
        self._settings.set(SCHEME, scheme.value)
        theme.change(scheme=scheme)

    # --------------------------------------------------------------------------------------------------- case

    def add_accused(self) -> None:
        """Add an accused and turn to the case page."""
        if self.session is not None:
            self.session.add_accused()
            self.page(PageId.CASE)

    def add_count(self) -> None:
        """Add a count and turn to the case page."""
        if self.session is not None:
            self.session.add_count()
            self.page(PageId.CASE)

    def next_accused(self) -> None:
        """Turn to the next accused."""
        session = self.session
        if session is not None:
            ids = [each.id for each in session.case.accused]
            after = ids[(ids.index(session.subject.accused) + 1) % len(ids)]
            session.look_at(after, session.subject.count)

    def add_evidence(self) -> None:
        """Add evidence to the fact whose card the keyboard is in."""
        fact = self.workspace.current_fact() if self.workspace is not None else ""
        if fact:
            self.evidence(fact, "")

    def evidence(self, fact: str, evidence: str) -> None:
        """Show a piece of evidence of a fact, or a new one."""
        desk = self.desk()
        if desk is not None:
            EvidenceDialog(desk, desk.pack.facts[fact], evidence, self._window).open()

    def source(self, cite: Cite) -> None:
        """Open the source card of a citation."""
        desk = self.desk()
        if desk is not None:
            SourceCard(source_view(desk.pack, cite), self._window).open()

    def lock(self) -> None:
        """Lock the sealed part."""
        if self.session is not None:
            self.session.sealed.lock()

    def demonstrate(self) -> None:
        """Show the open case to a room."""
        if self.session is not None:
            self.demonstration_wanted.emit(self.session)

    def make_exercise(self) -> None:
        """Make an exercise from the open case."""
        if self.session is not None:
            self.making_wanted.emit(self.session)

    def save_answers(self) -> None:
        """Save what a participant answered, for the class."""
        if self.session is not None:
            self.answers_wanted.emit(self.session)

    # ------------------------------------------------------------------------------------------ guidance, help

    def guidance_shelf(self) -> None:
        """Show the packs, their text and their source."""
        self.shelf_wanted.emit()

    def about_guidance(self) -> None:
        """Say what this guidance is, how it was read, and what it leaves out."""
        if self.session is not None:
            GuidanceDialog(self.session.pack, self._window).open()

    def guidance_folder(self) -> None:
        """Show the folder in which packs of one's own stand."""
        folder = paths.own_guidance_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def shortcuts(self) -> None:
        """Show every act and its keys."""
        ShortcutsDialog(self._window).open()

    def about(self) -> None:
        """Say what the program is."""
        AboutDialog(self._window).open()

    # ------------------------------------------------------------------------------------------------- private

    def _resize(self, percent: int) -> None:
        self._settings.set(PERCENT, percent)
        theme.change(percent=percent)
