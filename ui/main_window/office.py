"""What works on cases, behind the window: files, commands, the shelf of guidance, the open case's workspace."""

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from sentencing.case.exercise import Exercise
from ui.crash import Report
from ui.dialogs.crashed import CrashDialog
from ui.main_window.commands import Commands
from ui.main_window.demonstrating import Demonstrating
from ui.main_window.files import Files
from ui.main_window.workspace import Workspace
from ui.models.beginning import Beginning, LeftBehind
from ui.models.pages import PageId
from ui.models.shelf import Shelf
from ui.session.session import Session
from ui.settings import Settings

if TYPE_CHECKING:  # the shelf is made when it is first wanted
    from ui.main_window.class_room import ClassRoom
    from ui.main_window.exercise_room import ExerciseRoom
    from ui.main_window.guidance_room import GuidanceRoom


class Office(QObject):
    """Made once, when the window stands."""

    said = Signal(str)

    def __init__(self, window: QWidget, settings: Settings, shelf: Shelf | None = None) -> None:
        super().__init__(window)
        self._window = window
        self.shelf = shelf or Shelf()
        self.files = Files(self.shelf, settings, window)
        self.commands = Commands(window, self.files, settings)
        self.files.said.connect(self.said)
        self.commands.said.connect(self.said)
        self.demonstrating = Demonstrating(self.shelf, window, self)
        self.demonstrating.said.connect(self.said)
        self.commands.demonstration_wanted.connect(self.demonstrating.begin)
        self.demonstrating.act_wanted.connect(self.commands.do)
        self.files.opened.connect(self.demonstrating.end)
        self.commands.answers_wanted.connect(self._on_answers)

    @cached_property
    def exercises(self) -> "ExerciseRoom":
        """The shelf of exercises, and the form that makes one."""
        made: ExerciseRoom = import_module("ui.main_window.exercise_room").ExerciseRoom(self._window, self.shelf)
        made.said.connect(self.said)
        made.open_wanted.connect(self.begin_exercise)
        made.demonstration_wanted.connect(self.demonstrating.begin_exercise)
        return made

    @cached_property
    def class_room(self) -> "ClassRoom":
        """The page of a class, and the answers of a participant."""
        made: ClassRoom = import_module("ui.main_window.class_room").ClassRoom(self._window, self.shelf)
        made.said.connect(self.said)
        return made

    @cached_property
    def guidance(self) -> "GuidanceRoom":
        """The guidance shelf and what it needs of dialogs."""
        made: GuidanceRoom = import_module("ui.main_window.guidance_room").GuidanceRoom(self._window)
        made.said.connect(self.said)
        self.files.opened.connect(made.leave)
        return made

    def workspace(self, session: Session) -> Workspace:
        """The open case on the screen, its acts connected."""
        made = Workspace(session)
        commands = self.commands
        commands.workspace = made
        made.evidence_wanted.connect(commands.evidence)
        made.source_wanted.connect(commands.source)
        made.memo_wanted.connect(commands.save_memo)
        made.memo.saved.connect(commands.memo_saved)
        made.memo.failed.connect(commands.memo_failed)
        made.memo.printable.connect(commands.print_now)
        made.show_page(PageId.CASE)
        return made

    def begin(self, beginning: object) -> None:
        """Begin an empty case."""
        self.files.begin(cast(Beginning, beginning))

    def begin_exercise(self, exercise: object) -> None:
        """Begin the case of an exercise."""
        self.files.begin_exercise(cast(Exercise, exercise))

    def recover(self, left: object) -> None:
        """Open what an earlier start left behind."""
        self.files.recover(cast(LeftBehind, left))

    def discard(self, left: object) -> None:
        """Throw away what an earlier start left behind."""
        self.files.discard(cast(LeftBehind, left))

    def show_crash(self, report: Report) -> None:
        """Tell the person of an unexpected error."""
        CrashDialog(report, self._window).open()

    def _on_answers(self, session: Session) -> None:
        self.class_room.ask_save(session)
