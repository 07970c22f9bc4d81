"""The exercises as a face of the window: what they need of dialogs, folders, the worker and the printer."""

from functools import partial
from pathlib import Path

from attrs import frozen
from PySide6.QtCore import QObject, QSaveFile, Signal
from PySide6.QtWidgets import QApplication, QWidget

from sentencing.case.exercise import Exercise
from sentencing.case.exercise_making import Told, exercise_of, without_answer
from sentencing.errors import CaseFileError, PackError
from sentencing.memo.exercise_sheets import answer_sheet, hand_out
from sentencing.memo.plain_document import to_plain
from ui.dialogs.place import PlaceDialog
from ui.dialogs.trouble import TroubleDialog
from ui.i18n import _, language
from ui.main_window.printing import ask_and_print
from ui.models.shelf import ExerciseRow, Shelf, country, sentence_of
from ui.panels.exercises import ExerciseShelf, MakeExercise
from ui.panels.exercises import reader as acts
from ui.session import own_exercises
from ui.session.memo_worker import Made, MemoWorker, Refused
from ui.session.session import Session

_PRINTER = 200
_YAML = ".yaml"


@frozen
class _Paper:
    """What a question to the worker stands for: a file to write, or pages to print."""

    path: Path | None


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
        self._asked: dict[int, _Paper] = {}
        self.worker = MemoWorker(self)
        self.shelf = ExerciseShelf(shelf.read, window)
        self.form = MakeExercise(window)
        self.shelf.hide()
        self.form.hide()
        self.shelf.left.connect(self.left)
        self.form.left.connect(self.left)
        self.form.made.connect(self.make)
        self.shelf.add_wanted.connect(self.ask_add)
        self.shelf.wanted.connect(self.do)
        self.worker.made.connect(self._on_made)
        self.worker.refused.connect(self._on_refused)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)

    @property
    def is_busy(self) -> bool:
        """Whether a paper is being made."""
        return bool(self._asked)

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
                self._ask_paper(exercise, _("Save the hand-out"), answers=False)
            case acts.SAVE_ANSWERS:
                self._ask_paper(exercise, _("Save the answer sheet"), answers=True)
            case acts.PRINT_HAND_OUT:
                self._set_paper(exercise, None, answers=False)
            case acts.PRINT_ANSWERS:
                self._set_paper(exercise, None, answers=True)

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

    def close(self) -> None:
        """End the worker."""
        self._asked.clear()
        self.worker.close()

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

    def _ask_paper(self, exercise: Exercise, title: str, *, answers: bool) -> None:
        start = Path(f"{exercise.id}-{_('answers') if answers else _('hand-out')}.pdf")
        dialog = PlaceDialog(title, "PDF (*.pdf)", ".pdf", start, self._window)
        dialog.chosen.connect(partial(self._set_paper, exercise, answers=answers))
        dialog.open()

    def _set_paper(self, exercise: Exercise, path: Path | None, *, answers: bool) -> None:
        """Have a paper set by the worker: to a file, or to be printed when there is no path."""
        try:
            pack = self._source.read(exercise.pack, exercise.edition)
        except PackError as wrong:
            self._trouble(_("The paper could not be made"), wrong)
            return
        document = (answer_sheet if answers else hand_out)(exercise, pack, language())
        message: dict[str, object] = {"document": to_plain(document), "form": "pdf" if path is not None else "png"}
        if path is None:
            message["pixels-per-inch"] = _PRINTER
        self._asked[self.worker.ask(message)] = _Paper(path)

    def _on_made(self, made: Made) -> None:
        paper = self._asked.pop(made.number, None)
        if paper is None:
            return
        self._rest()
        if paper.path is None:
            if ask_and_print(made.files, self._window):
                self.said.emit(_("Sent to the printer"))
            return
        file = QSaveFile(str(paper.path))
        content = made.files[0]
        if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit():
            self.said.emit(_("{name} saved").format(name=paper.path.name))
        else:
            self._trouble(_("The paper could not be saved"), CaseFileError(file.errorString()))

    def _on_refused(self, refused: Refused) -> None:
        if self._asked.pop(refused.number, None) is not None:
            self._rest()
            self._trouble(_("The paper could not be made"), CaseFileError(refused.why))

    def _rest(self) -> None:
        """A paper is wanted now and then: the worker is not kept for the next one."""
        if not self._asked:
            self.worker.close()

    def _trouble(self, what: str, wrong: Exception) -> None:
        rest = _("{why} Nothing was changed.").format(why=sentence_of(str(wrong)))
        TroubleDialog(what, rest, self._window).open()
