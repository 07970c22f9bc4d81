"""The main window: which of its two faces is shown, the start page or the open case, and what surrounds it.

It stands before anything that reads law is imported: that follows in another thread while the start page is painted.
"""

from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThread, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui import theme
from ui.actions import Actions
from ui.crash import CrashWatch, Report
from ui.i18n import _
from ui.panels.home import Home
from ui.panels.status import StatusBar
from ui.settings import PAGE, Settings
from ui.widgets.focus_ring import FocusRing
from ui.widgets.reading_order import go_on
from ui.widgets.toast import Toast

if TYPE_CHECKING:
    from ui.main_window.exercise_room import ExerciseRoom
    from ui.main_window.office import Office
    from ui.main_window.workspace import Workspace
    from ui.models.shelf import Shelf
    from ui.session.session import Session

TITLE = "Sentencing Guidance"
SUFFIX = ".sentencing"
_SIZE = (1366, 768)
_LEAST = (900, 560)


class MainWindow(QMainWindow):
    """Owns the one open case; nothing of it is in the title."""

    stands = Signal()
    """The start page is painted, and the menus answer."""
    ready = Signal()
    """The guidance on this machine is offered: everything can be done."""

    def __init__(self, settings: Settings, shelf: "Shelf | None" = None) -> None:
        super().__init__()
        self.settings = settings
        self._shelf = shelf
        self._workspace: Workspace | None = None
        self._covered: QWidget | None = None
        self._leaving = False
        self._fetched = False
        self._is_ready = False
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self.home = Home(settings)
        self.status = StatusBar()
        self.toast = Toast(self)
        self.actions_ = Actions(self)
        self._faces = QStackedWidget()
        self._build()
        self._ring = FocusRing(self)
        self._watch = CrashWatch(self)
        self._fetch = _Fetch(self)
        self._connect()
        self._refresh()

    @property
    def is_ready(self) -> bool:
        """Whether everything can be done."""
        return self._is_ready

    @property
    def workspace(self) -> "Workspace | None":
        """The open case on the screen."""
        return self._workspace

    @property
    def session(self) -> "Session | None":
        """The open case."""
        return self._workspace.session if self._workspace is not None else None

    @cached_property
    def office(self) -> "Office":
        """Everything that works on cases; made when it is first needed, and waited for if it is still being fetched."""
        made: Office = import_module("ui.main_window.office").Office(self, self.settings, self._shelf)
        made.files.opened.connect(self._on_opened)
        made.files.left_behind.connect(self.home.show_left_behind)
        made.said.connect(self.toast.say)
        made.commands.shelf_wanted.connect(self._on_shelf)
        made.commands.exercises_wanted.connect(self._on_exercises)
        made.commands.making_wanted.connect(self._on_making)
        made.commands.class_wanted.connect(self._on_class)
        made.demonstrating.shown.connect(self._on_demonstration)
        return made

    def watch(self) -> None:
        """Tell the person of unexpected errors from now on."""
        self._watch.watch()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order, whatever was made first."""
        return go_on(self, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        """Once the window is painted, fetch what works on cases."""
        super().showEvent(event)
        if not self._fetched:
            self._fetched = True
            QTimer.singleShot(0, self, self._on_stands)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about unsaved changes; then remember where the window was."""
        self._fetch.wait()
        if not self._leaving and self._workspace is not None and not self.office.files.is_saved():
            event.ignore()
            self.office.files.leave_then(self._on_left)
            return
        self.settings.keep_geometry(self.saveGeometry())
        if self._workspace is not None:
            self.settings.set(PAGE, self._workspace.page.value)
            self._workspace.close_case()
            self.office.files.close()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The result column is wider in a wide window."""
        super().resizeEvent(event)
        if self._workspace is not None:
            self._workspace.fit(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A case file may be dropped anywhere."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the case that was dropped."""
        paths = _dropped(event)
        if paths:
            self.office.files.open(paths[0])

    # ------------------------------------------------------------------------------------------------ private

    def _build(self) -> None:
        self._faces.addWidget(self.home)
        central = QWidget()
        column = theme.down(central)
        column.addWidget(self._faces, 1)
        column.addWidget(self.status)
        self.setCentralWidget(central)
        self.actions_.fill(self.menuBar())
        theme.dress(self.menuBar())
        self.menuBar().setAccessibleName(_("Menus"))
        geometry = self.settings.geometry()
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        self._on_look()

    def _connect(self) -> None:
        self.home.begun.connect(self._on_begun)
        self.home.open_wanted.connect(self._on_open)
        self.home.file_wanted.connect(self._on_file)
        self.home.exercise_wanted.connect(self._on_exercise)
        self.home.recover_wanted.connect(self._on_recover)
        self.home.discard_wanted.connect(self._on_discard)
        self.home.guidance_wanted.connect(self._on_shelf)
        self.home.shelf_wanted.connect(self._on_exercises)
        self.status.shortcuts_wanted.connect(self._on_shortcuts)
        self.actions_.wanted.connect(self._on_act)
        self.toast.undone.connect(self._on_undo)
        self._fetch.finished.connect(self._on_fetched)
        self._watch.crashed.connect(self._on_crashed)
        theme.changed.connect(self._on_look)

    def _on_stands(self) -> None:
        self.stands.emit()
        self._fetch.start()

    def _on_fetched(self) -> None:
        self.home.show_shelf(self.office.shelf)
        number = len(self.office.shelf.packs)
        self.status.say_packs(_("{number} guidance packs on this machine").format(number=number))
        self.office.files.look_for_left_behind()
        self._is_ready = True
        self.ready.emit()

    def _on_opened(self, session: "Session | None") -> None:
        """Show a case, or the start page."""
        before = self._workspace
        self._workspace = self.office.workspace(session) if session is not None else None
        if session is not None and self._workspace is not None:
            session.changed.connect(self._refresh)
            session.sealed.changed.connect(self._refresh)
            session.removed.connect(self._on_removed)
            self._workspace.page_changed.connect(self._refresh)
            self._faces.addWidget(self._workspace)
            self._workspace.fit(self.width())
        self._faces.setCurrentWidget(self._workspace or self.home)
        if before is not None:
            before.close_case()
            self._faces.removeWidget(before)
            before.deleteLater()
        self.status.follow(session)
        self.home.refresh()
        self._refresh()

    def _on_demonstration(self, page: QWidget | None) -> None:
        """Show a demonstration and nothing else, or what it covered."""
        covering = self._faces.currentWidget()
        if page is not None:
            self._covered = covering
            self._faces.addWidget(page)
        elif covering is not None:
            self._faces.removeWidget(covering)
        self.menuBar().setVisible(page is None)
        self.status.setVisible(page is None)
        self._faces.setCurrentWidget(page or self._covered or self.home)

    def _on_exercises(self) -> None:
        """Show the shelf of exercises."""
        self._exercise_room().open()

    def _on_making(self, session: "Session") -> None:
        """Show the form that makes an exercise from the open case."""
        self._exercise_room().begin_making(session)

    def _exercise_room(self) -> "ExerciseRoom":
        room = self.office.exercises
        if self._faces.indexOf(room.shelf) < 0:
            self._faces.addWidget(room.shelf)
            self._faces.addWidget(room.form)
            room.shown.connect(self._faces.setCurrentWidget)
            room.left.connect(self._on_shelf_left)
            room.changed.connect(self._on_exercises_changed)
        return room

    def _on_class(self) -> None:
        """Show the class, at the open exercise if there is one."""
        room = self.office.class_room
        if self._faces.indexOf(room.page) < 0:
            self._faces.addWidget(room.page)
            room.left.connect(self._on_shelf_left)
        self._faces.setCurrentWidget(room.page)
        room.open(self.session)

    def _on_exercises_changed(self) -> None:
        self.home.show_shelf(self.office.shelf)

    def _on_shelf(self) -> None:
        """Show the guidance shelf, with the open case if there is one."""
        room = self.office.guidance
        if self._faces.indexOf(room.shelf) < 0:
            self._faces.addWidget(room.shelf)
            room.left.connect(self._on_shelf_left)
        self._faces.setCurrentWidget(room.shelf)
        room.open(self.session)

    def _on_shelf_left(self) -> None:
        self._faces.setCurrentWidget(self._workspace or self.home)

    def _refresh(self) -> None:
        workspace = self._workspace
        self.actions_.set_open(workspace is not None)
        desk = workspace.desk() if workspace is not None else None
        for key, words, name in (
            ("undo", _("Undo"), desk.undo_name if desk is not None else ""),
            ("redo", _("Redo"), desk.redo_name if desk is not None else ""),
        ):
            self.actions_[key].setText(f"{words}: {name}" if name else words)
            self.actions_[key].setEnabled(bool(name))
        if workspace is not None:
            self.toast.dismiss()

    def _on_begun(self, beginning: object) -> None:
        self.office.begin(beginning)

    def _on_open(self) -> None:
        self.office.files.ask_open()

    def _on_file(self, path: Path) -> None:
        self.office.files.open(path)

    def _on_exercise(self, exercise: object) -> None:
        self.office.begin_exercise(exercise)

    def _on_recover(self, left: object) -> None:
        self.office.recover(left)

    def _on_discard(self, left: object) -> None:
        self.office.discard(left)

    def _on_act(self, key: str) -> None:
        if self._workspace is not None and self.actions_.needs_case(key):
            self._faces.setCurrentWidget(self._workspace)
        self.office.commands.do(key)

    def _on_shortcuts(self) -> None:
        self.office.commands.do("shortcuts")

    def _on_undo(self) -> None:
        self.office.commands.do("undo")

    def _on_crashed(self, report: Report) -> None:
        self.office.show_crash(report)

    def _on_left(self) -> None:
        self._leaving = True
        self.close()

    def _on_removed(self, words: str) -> None:
        self.toast.say(words, _("Undo"))

    def _on_look(self) -> None:
        self.menuBar().setFont(theme.font(theme.Text.SMALL))
        self.menuBar().setFixedHeight(theme.px(36))
        self.actions_["dark"].setChecked(theme.scheme() is theme.Scheme.DARK)
        if self._workspace is not None:
            self._workspace.fit(self.width())


class _Fetch(QThread):
    """Imports what works on cases while the start page is painted."""

    def run(self) -> None:
        import_module("ui.main_window.office")


def _dropped(event: QDropEvent) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in files if path.suffix == SUFFIX]
