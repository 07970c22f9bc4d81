"""The way into the demonstration and out of it: the window shows it instead of everything else."""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sentencing.case.exercise import Exercise
from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Question
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import Pack
from ui.i18n import _
from ui.models.exercises import questions
from ui.models.shelf import Shelf
from ui.panels.demonstration import DemonstrationPage
from ui.session.demonstration import Demonstration
from ui.session.edits import Subject
from ui.session.session import Session

if TYPE_CHECKING:  # papers are set now and then
    from ui.main_window.papers import Papers


class Demonstrating(QObject):
    """`begin(session)` makes a page of the open case; `shown` tells the page that covers the window, or None."""

    shown = Signal(object)
    said = Signal(str)
    act_wanted = Signal(str)

    def __init__(self, shelf: Shelf, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf, self._window = shelf, window
        self._desk: Demonstration | None = None
        self._page: DemonstrationPage | None = None

    @property
    def page(self) -> DemonstrationPage | None:
        """The demonstration on the screen."""
        return self._page

    def begin(self, session: Session) -> None:
        """Demonstrate the case that is open, without anything personal in it."""
        scene = session.scene
        exercises = self._exercises()
        self._show(scene.pack, scene.question, exercises, _title(session, exercises), scene.subject)

    def begin_exercise(self, exercise: Exercise) -> None:
        """Demonstrate an exercise from the shelf; no case is opened for it."""
        pack = open_pack(self._shelf.read(exercise.pack, exercise.edition))
        parts = (exercise.facts, exercise.judgments, exercise.weights, exercise.dates)
        question, _problems = AnswerReader(pack).question(*parts)
        if question is not None:
            self._show(pack, question, self._exercises(), exercise.title, Subject("A1", ""))

    def _exercises(self) -> list[Exercise]:
        return [row.exercise for row in self._shelf.exercises()]

    def _show(self, pack: Pack, question: Question, exercises: list[Exercise], title: str, subject: Subject) -> None:
        if self._page is not None:
            return
        asked = questions(exercises, pack)
        desk = Demonstration(pack, question, title=title, subject=subject, exercises=asked, parent=self)
        page = DemonstrationPage(desk)
        page.left.connect(self.end)
        page.act_wanted.connect(self.act_wanted)
        page.paper_wanted.connect(self.ask_paper)
        self._desk = desk
        self._page = page
        self.shown.emit(page)
        page.begin()

    @cached_property
    def papers(self) -> "Papers":
        """Whoever sets papers; what it needs is read when the first one is wanted."""
        made: Papers = import_module("ui.main_window.papers").Papers(self._window, self)
        made.said.connect(self.said)
        return made

    def ask_paper(self) -> None:
        """Ask where, and save what the room sees; a changed guidance is named as such on it."""
        if self._desk is not None:
            document = import_module("ui.models.demonstration.paper").paper(self._desk)
            self.papers.ask_save(document, _("Save the demonstration"), _("demonstration"))

    def end(self) -> None:
        """Leave; nothing of it stays."""
        page, self._page, self._desk = self._page, None, None
        if page is not None:
            self.shown.emit(None)
            page.close_demonstration()
            page.deleteLater()


def _title(session: Session, exercises: list[Exercise]) -> str:
    """The title of the exercise that the case was begun from; of any other case none, for it may be a name."""
    case = session.case
    for exercise in exercises:
        if (exercise.id, exercise.pack) == (case.id, case.guidance.pack):
            return exercise.title
    return ""
