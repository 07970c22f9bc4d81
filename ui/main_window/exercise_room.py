"""The exercises as a face of the window: what they need of dialogs, folders, the worker and the printer."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sentencing.case.exercise import Exercise
from sentencing.case.exercise_making import Told, exercise_of, without_answer
from sentencing.errors import CaseFileError, PackError
from sentencing.memo.document import Document
from sentencing.memo.exercise_sheets import answer_sheet, hand_out
from ui.dialogs.place import PlaceDialog
from ui.dialogs.trouble import TroubleDialog
from ui.i18n import _, language
from ui.main_window.papers import Papers
from ui.models.shelf import ExerciseRow, Shelf, country, sentence_of
from ui.panels.exercises import ExerciseShelf, MakeExercise
from ui.panels.exercises import reader as acts
from ui.session import own_exercises
from ui.session.session import Session

_YAML = ".yaml"


class ExerciseRoom(QObject):
    """Owns the shelf and the form; made when they are first wanted."""

    said = Signal(str)
    left = Signal()
    shown = Signal(object)
    """A face to show: the shelf or the form."""
    open_wanted = Signal(object)
    demonstration_wanted = Signal(object)
    changed = Signal()
    """The exercises on this machine are others."""

    def __init__(self, window: QWidget, shelf: Shelf) -> None:
        super().__init__(window)
        self._window, self._source = window, shelf
        self._session: Session | None = None
        self.papers = Papers(window, self)
        self.papers.said.connect(self.said)
        self.shelf = ExerciseShelf(shelf.read, window)
        self.form = MakeExercise(window)
        self.shelf.hide()
        self.form.hide()
        self.shelf.left.connect(self.left)
        self.form.left.connect(self.left)
        self.form.made.connect(self.make)
        self.shelf.add_wanted.connect(self.ask_add)
        self.shelf.wanted.connect(self.do)

    def open(self, chosen: str = "") -> None:
        """Show the shelf."""
        self._renew(chosen)
        self.shown.emit(self.shelf)
        self.shelf.begin()

    def begin_making(self, session: Session) -> None:
        """Show the form for an exercise from the open case."""
        self._session = session
        self.shown.emit(self.form)
        self.form.begin(session.case)

    def make(self, told: Told) -> None:
        """Keep the exercise that was written, and show it on the shelf."""
        session = self._session
        if session is None:
            return
        subject = session.subject
        exercise = exercise_of(session.case, session.whole_pack, subject.accused, subject.count, told)
        try:
            own_exercises.keep(exercise, self._source.own_exercises)
        except (CaseFileError, OSError) as wrong:
            self._trouble(_("The exercise could not be kept"), wrong)
            return
        self.said.emit(_("Exercise kept: {title}").format(title=exercise.title))
        self.changed.emit()
        self.open(exercise.id)

    def do(self, act: str, row: ExerciseRow) -> None:
        """Do what a person wants with an exercise."""
        exercise = row.exercise
        match act:
            case acts.OPEN:
                self.open_wanted.emit(exercise)
            case acts.DEMONSTRATE:
                self.demonstration_wanted.emit(exercise)
            case acts.TAKE:
                self._ask_file(exercise, _("Take the exercise along"), exercise.id)
            case acts.HAND_OUT:
                self._ask_file(
                    without_answer(exercise), _("File for participants"), f"{exercise.id}-{_('participants')}"
                )
            case acts.REMOVE:
                self.remove(row)
            case acts.SAVE_HAND_OUT:
                self._save(exercise, answers=False)
            case acts.SAVE_ANSWERS:
                self._save(exercise, answers=True)
            case acts.PRINT_HAND_OUT:
                self._print(exercise, answers=False)
            case acts.PRINT_ANSWERS:
                self._print(exercise, answers=True)

    def ask_add(self) -> None:
        """Ask for a file with an exercise."""
        dialog = PlaceDialog(_("Add an exercise"), _("Exercises (*.yaml)"), _YAML, None, self._window)
        dialog.chosen.connect(self.add)
        dialog.open()

    def add(self, chosen: Path) -> None:
        """Read a file, and keep a copy of it when it is an exercise."""
        try:
            _path, exercise = own_exercises.add(chosen, self._source.own_exercises)
        except (PackError, CaseFileError, OSError) as wrong:
            self._trouble(_("The exercise was not added"), wrong)
            return
        self.said.emit(_("Exercise added: {title}").format(title=exercise.title))
        self.changed.emit()
        self._renew(exercise.id)

    def remove(self, row: ExerciseRow) -> None:
        """Delete one of the trainer's own."""
        if row.path is None or not row.is_own:
            return
        try:
            own_exercises.remove(row.path)
        except PackError as wrong:
            self._trouble(_("The exercise was not removed"), wrong)
            return
        self.said.emit(_("{title} removed").format(title=row.title))
        self.changed.emit()
        self._renew("")

    def write(self, exercise: Exercise, path: Path) -> None:
        """Write an exercise as one file."""
        try:
            own_exercises.write(exercise, path)
        except CaseFileError as wrong:
            self._trouble(_("The exercise was not written"), wrong)
            return
        self.said.emit(_("{name} saved").format(name=path.name))

    # ------------------------------------------------------------------------------------------------ private

    def _renew(self, chosen: str) -> None:
        names = {entry.id: country(entry) for entry in self._source.packs}
        groups: dict[str, list[ExerciseRow]] = {}
        for row in self._source.exercises():
            groups.setdefault(names.get(row.exercise.pack, row.exercise.pack), []).append(row)
        self.shelf.show_rows(sorted(groups.items()), chosen)

    def _ask_file(self, exercise: Exercise, title: str, stem: str) -> None:
        start = Path(f"{stem}{_YAML}")
        dialog = PlaceDialog(title, _("Exercises (*.yaml)"), _YAML, start, self._window)
        dialog.chosen.connect(partial(self.write, exercise))
        dialog.open()

    def _paper(self, exercise: Exercise, *, answers: bool) -> Document | None:
        try:
            pack = self._source.read(exercise.pack, exercise.edition)
        except PackError as wrong:
            self._trouble(_("The paper could not be made"), wrong)
            return None
        return (answer_sheet if answers else hand_out)(exercise, pack, language())

    def _save(self, exercise: Exercise, *, answers: bool) -> None:
        document = self._paper(exercise, answers=answers)
        title = _("Save the answer sheet") if answers else _("Save the hand-out")
        stem = f"{exercise.id}-{_('answers') if answers else _('hand-out')}"
        if document is not None:
            self.papers.ask_save(document, title, stem)

    def _print(self, exercise: Exercise, *, answers: bool) -> None:
        document = self._paper(exercise, answers=answers)
        if document is not None:
            self.papers.print_out(document)

    def _trouble(self, what: str, wrong: Exception) -> None:
        rest = _("{why} Nothing was changed.").format(why=sentence_of(str(wrong)))
        TroubleDialog(what, rest, self._window).open()
