"""The one open case and its file: begin, open, save, recover, leave; asks once about unsaved changes."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QDateTime, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sentencing.case.exercise import Exercise, case_of
from sentencing.case.model import Author
from sentencing.errors import CaseFileError, PackError, SealError
from ui import paths
from ui.dialogs.place import PlaceDialog
from ui.dialogs.trouble import TroubleDialog
from ui.dialogs.unsaved import DISCARD, SAVE, UnsavedDialog
from ui.i18n import _
from ui.models.beginning import Beginning, LeftBehind
from ui.models.opening import opening_words
from ui.models.shelf import Shelf, new_case, sentence_of
from ui.session import recovery, storage
from ui.session.recovery import SUFFIX, Recovery
from ui.session.seals import SealWork
from ui.session.session import Session
from ui.settings import AUTHOR_NAME, AUTHOR_ROLE, SEAL_MINUTES, Settings

AUTOSAVE_MS = 2000
SEAL_MS = 8000
"""How long after its beginning a new case gets its empty seal: late enough not to disturb the first answers."""

Then = Callable[[], None]

if TYPE_CHECKING:
    from sentencing.case.sealed import Seal


class Files(QObject):
    """Owns the session; the window shows what it says is open."""

    opened = Signal(object)
    """The session that is open now, or None for the start page."""
    left_behind = Signal(object)
    said = Signal(str)
    saved = Signal()

    def __init__(self, shelf: Shelf, settings: Settings, window: QWidget, recovery_folder: Path | None = None) -> None:
        super().__init__(window)
        self._shelf, self._settings, self._window = shelf, settings, window
        self._folder = recovery_folder or paths.recovery_folder()
        self._session: Session | None = None
        self._recovery: Recovery | None = None
        self._then: Then | None = None
        self._after_save: Then | None = None
        self._seals = SealWork(self)
        self._seals.sealed.connect(self._on_seal)
        self._seals.refused.connect(self._on_no_seal)
        self._seal_soon = QTimer(self, singleShot=True, interval=SEAL_MS)
        self._seal_soon.timeout.connect(self._ask_seal)
        self._autosave = QTimer(self, singleShot=True, interval=AUTOSAVE_MS)
        self._autosave.timeout.connect(self._on_autosave)

    # -------------------------------------------------------------------------------------------------- begin

    def begin(self, beginning: Beginning) -> None:
        """Begin an empty case under an edition."""
        try:
            pack = self._shelf.read(beginning.pack, beginning.edition)
        except PackError as error:
            self._trouble(_("This guidance cannot be used"), str(error), _("Choose another, or mend the file."))
            return
        author = Author(self._settings.get(AUTHOR_NAME), self._settings.get(AUTHOR_ROLE))
        case = new_case(pack, uuid4().hex, beginning.offence, beginning.sentence, author)
        self.show(Session(case, pack))

    def begin_exercise(self, exercise: Exercise) -> None:
        """Begin the case of an exercise."""
        try:
            pack = self._shelf.read(exercise.pack, exercise.edition)
        except PackError as error:
            self._trouble(_("This exercise cannot be used"), str(error), _("Choose another, or mend the file."))
            return
        self.show(Session(case_of(exercise, pack), pack))

    # --------------------------------------------------------------------------------------------------- open

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        self.leave_then(self._ask_open)

    def open(self, path: Path) -> None:
        """Open a case file; ask first about unsaved changes of the one that is open."""
        self.leave_then(partial(self._open, path))

    def look_for_left_behind(self) -> None:
        """Say what an earlier start left behind, if anything."""
        path = next(recovery.left_behind(self._folder), None)
        left = None
        if path is not None:
            when = QDateTime.fromSecsSinceEpoch(int(path.stat().st_mtime))
            left = LeftBehind(path, when.toString("d MMM, HH:mm"))
        self.left_behind.emit(left)

    def recover(self, left: LeftBehind) -> None:
        """Open what an earlier start left behind; it stays on disk until the case is saved."""
        session = self._read(left.path, None)
        if session is not None:
            session.recovered()
            self.show(session)
            self._on_autosave()
            self.discard(left)

    def discard(self, left: LeftBehind) -> None:
        """Throw away what an earlier start left behind."""
        recovery.discard(left.path)
        self.look_for_left_behind()

    # --------------------------------------------------------------------------------------------------- save

    def save(self) -> None:
        """Save where the case is kept, or ask for a place."""
        self._save_then(None)

    def ask_save_as(self) -> None:
        """Ask for a place and save there."""
        if self._session is not None:
            self._ask_save(self._session)

    def save_as(self, path: Path) -> None:
        """Save in a place."""
        session = self._session
        if session is None:
            return
        if session.sealed.seal() is None:
            self._after_save = partial(self.save_as, path)  # the seal of a new case is still being made
            self._ask_seal()
            self.said.emit(_("The sealed part is made first; the case is saved in a moment."))
            return
        try:
            storage.save(session, path)
        except (CaseFileError, SealError) as error:
            self._then = None
            safe = _("Your answers are safe in the window. Save again, or save elsewhere.")
            self._trouble(_("The case could not be saved"), str(error), safe)
            return
        session.saved_as(path, session.case)
        if self._recovery is not None:
            self._recovery.clear()
        self._settings.remember(path, QDateTime.currentDateTime().toString("yyyy-MM-ddTHH:mm"))
        self.saved.emit()
        self._go_on()

    # -------------------------------------------------------------------------------------------------- leave

    def close_case(self) -> None:
        """Go to the start page."""
        self.leave_then(self._close_case)

    def is_saved(self) -> bool:
        """Whether nothing would be lost by leaving."""
        return self._session is None or self._session.is_saved

    def leave_then(self, then: Then) -> None:
        """Do something that leaves the open case; ask first when it has unsaved changes."""
        if self.is_saved():
            then()
            return
        self._then = then
        dialog = UnsavedDialog(self._window)
        dialog.answered.connect(self._on_answered)
        dialog.open()

    def close(self) -> None:
        """The window closes; what was discarded is discarded."""
        self._autosave.stop()
        self._seal_soon.stop()
        self._seals.cancel()
        if self._session is not None:
            self._session.close()
        if self._recovery is not None:
            self._recovery.close()

    def keep_recovery_in(self, folder: Path) -> None:
        """Keep unsaved work in another folder; for pictures and tests."""
        self._folder = folder

    def show(self, session: Session | None) -> None:
        """Let this case be the open one, or none; what was open before is closed without a question."""
        before, self._session = self._session, session
        self._autosave.stop()
        self._seal_soon.stop()
        self._seals.cancel()
        if self._recovery is not None:
            self._recovery.close()
            self._recovery = None
        if session is not None:
            session.changed.connect(self._on_changed)
            session.failed.connect(self._on_failed)
            session.sealed.changed.connect(self._on_changed)
            session.sealed.lock_after(self._settings.get(SEAL_MINUTES))
            if session.sealed.seal() is None:
                self._seal_soon.start()
        self.opened.emit(session)
        if before is not None:
            before.close()
            before.deleteLater()

    # ------------------------------------------------------------------------------------------------- private

    def _close_case(self) -> None:
        self.show(None)

    def _ask_open(self) -> None:
        dialog = PlaceDialog(_("Open a case"), _kinds(), SUFFIX, None, self._window)
        dialog.chosen.connect(self._open)
        dialog.open()

    def _open(self, path: Path) -> None:
        session = self._read(path, path)
        if session is not None:
            self._settings.remember(path, QDateTime.currentDateTime().toString("yyyy-MM-ddTHH:mm"))
            self.show(session)

    def _read(self, path: Path, kept: Path | None) -> Session | None:
        try:
            opened = storage.open_file(path)
        except CaseFileError as error:
            self._settings.forget(path)
            self._trouble(_("This case cannot be opened"), str(error), _("Nothing was changed on disk."))
            return None
        session = storage.session_of(opened, kept)
        title, words = opening_words(opened, session is not None)
        if title:
            TroubleDialog(title, words, self._window).open()
        return session

    def _ask_save(self, session: Session) -> None:
        start = session.path or Path(f"{_('case')}{SUFFIX}")
        dialog = PlaceDialog(_("Save the case"), _kinds(), SUFFIX, start, self._window)
        dialog.chosen.connect(self.save_as)
        dialog.left.connect(self._on_not_saved)
        dialog.open()

    def _on_not_saved(self) -> None:
        self._then = None

    def _save_then(self, then: Then | None) -> None:
        self._then = then
        session = self._session
        if session is None:
            return
        if session.path is None:
            self._ask_save(session)
        else:
            self.save_as(session.path)

    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _ask_seal(self) -> None:
        if not self._seals.is_busy:
            self._seals.make_empty()

    def _on_seal(self, seal: "Seal") -> None:
        if self._session is not None:
            self._session.sealed.take_seal(seal)
        again, self._after_save = self._after_save, None
        if again is not None:
            again()

    def _on_no_seal(self, why: str) -> None:
        if self._after_save is not None:
            self._after_save = self._then = None
            safe = _("Your answers are safe in the window and in the recovery file.")
            self._trouble(_("The case could not be saved"), sentence_of(why), safe)

    def _on_answered(self, answer: str) -> None:
        then, self._then = self._then, None
        if answer == SAVE:
            self._save_then(then)
        elif answer == DISCARD and then is not None:
            then()

    def _on_failed(self, error: Exception) -> None:
        """The second stage went wrong: the headline stands, and the error is reported like any other."""
        sys.excepthook(type(error), error, error.__traceback__)

    def _on_changed(self) -> None:
        if self._session is not None and not self._session.is_saved:
            self._autosave.start()

    def _on_autosave(self) -> None:
        session = self._session
        if session is None or session.is_saved:
            return
        if self._recovery is None:
            self._recovery = Recovery(self._folder)
        try:
            storage.keep_for_recovery(session, self._recovery.path)
        except (CaseFileError, SealError) as error:
            self.said.emit(sentence_of(str(error)))

    def _trouble(self, what: str, why: str, to_do: str) -> None:
        TroubleDialog(what, f"{sentence_of(why)} {to_do}", self._window).open()


def _kinds() -> str:
    return _("Cases ({pattern})").format(pattern=f"*{SUFFIX}")
