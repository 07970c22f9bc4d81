"""The class as a face of the window, and a participant's answers as a file: what both need of dialogs and folders."""

from functools import partial
from pathlib import Path
from uuid import uuid4
from weakref import WeakKeyDictionary

from attrs import define
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from sentencing.case.class_room.answer_file import SUFFIX, answers_of, save_answers
from sentencing.case.exercise import Exercise
from sentencing.errors import CaseFileError
from ui.dialogs.place import PlaceDialog
from ui.dialogs.save_answers import SaveAnswersDialog
from ui.dialogs.trouble import TroubleDialog
from ui.i18n import _, said
from ui.models.shelf import Shelf, sentence_of
from ui.panels.class_room import ClassPage
from ui.session.class_room import ClassReading
from ui.session.session import Session


@define
class _Sheet:
    """What tells two files of one participant from two participants: chance, kept while the case is open."""

    number: str
    vote: int = 1


class ClassRoom(QObject):
    """Owns the page; made when it is first wanted."""

    said = Signal(str)
    left = Signal()

    def __init__(self, window: QWidget, shelf: Shelf) -> None:
        super().__init__(window)
        self._window, self._shelf = window, shelf
        self._sheets: WeakKeyDictionary[Session, _Sheet] = WeakKeyDictionary()
        # Owned by the window from the start: what Python alone owns may be collected in another thread.
        self.page = ClassPage(ClassReading(shelf.library, self), window)
        self.page.hide()
        self.page.left.connect(self.left)
        self.page.folder_wanted.connect(self.ask_folder)
        self.page.failed.connect(self._on_failed)

    def open(self, session: Session | None) -> None:
        """Show the page, at the exercise that is open if there is one."""
        exercise = self._exercise(session) if session is not None else None
        self.page.open(list(self._shelf.exercises()), exercise.id if exercise is not None else "")
        self.page.begin()

    def ask_folder(self) -> None:
        """Ask for the folder with the answer files."""
        dialog = QFileDialog(self._window, _("Folder of answer files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._on_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_save(self, session: Session) -> None:
        """Ask which vote, then where; only of an exercise."""
        exercise = self._exercise(session)
        if exercise is None:
            what = _("This case is no exercise of this machine")
            rest = _(
                "Answers for a class are saved from an exercise. Open one from the shelf of exercises and answer it."
            )
            TroubleDialog(what, rest, self._window).open()
            return
        sheet = self._sheet(session)
        dialog = SaveAnswersDialog(exercise.title, sheet.vote, self._window)
        dialog.wanted.connect(partial(self._ask_place, session))
        dialog.open()

    def save(self, session: Session, vote: int, path: Path) -> None:
        """Save the answers of whom the session looks at."""
        sheet, subject = self._sheet(session), session.subject
        file = answers_of(
            session.case, session.whole_pack, subject.accused, subject.count, sheet=sheet.number, vote=vote
        )
        try:
            save_answers(path, file)
        except CaseFileError as wrong:
            rest = _("{why} Your answers are safe in the window.").format(why=sentence_of(said(str(wrong))))
            TroubleDialog(_("The answers were not saved"), rest, self._window).open()
            return
        sheet.vote = min(vote + 1, 2)
        self.said.emit(_("{name} saved").format(name=path.name))

    def close_work(self) -> None:
        """Stop whatever runs."""
        self.page.close_work()

    # ------------------------------------------------------------------------------------------------ private

    def _exercise(self, session: Session) -> Exercise | None:
        """The exercise that a case was begun from."""
        case = session.case
        for row in self._shelf.exercises():
            if (row.exercise.id, row.exercise.pack) == (case.id, case.guidance.pack):
                return row.exercise
        return None

    def _sheet(self, session: Session) -> _Sheet:
        if session not in self._sheets:
            self._sheets[session] = _Sheet(uuid4().hex[:16])
        return self._sheets[session]

    def _ask_place(self, session: Session, vote: int) -> None:
        sheet = self._sheet(session)
        start = Path(f"{session.case.id}-{vote}-{sheet.number[:6]}{SUFFIX}")
        kinds = _("Answer files ({pattern})").format(pattern=f"*{SUFFIX}")
        dialog = PlaceDialog(_("Save my answers"), kinds, SUFFIX, start, self._window)
        dialog.chosen.connect(partial(self.save, session, vote))
        dialog.open()

    def _on_folder(self, folder: str) -> None:
        self.page.read(Path(folder))

    def _on_failed(self, error: Exception) -> None:
        rest = _("{why} Nothing was changed.").format(why=sentence_of(said(str(error))))
        TroubleDialog(_("The folder could not be read"), rest, self._window).open()
