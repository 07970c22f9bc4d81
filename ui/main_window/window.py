"""The main window: which of its two faces is shown, the start page or the open case, and what surrounds it."""

from pathlib import Path

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui import theme
from ui.actions import Actions
from ui.crash import CrashWatch, Report
from ui.dialogs.crashed import CrashDialog
from ui.i18n import _
from ui.main_window.commands import Commands
from ui.main_window.files import SUFFIX, Files
from ui.main_window.workspace import Workspace
from ui.models.pages import PageId
from ui.models.shelf import Shelf
from ui.panels.home import Home
from ui.panels.status import StatusBar
from ui.session.session import Session
from ui.settings import PAGE, Settings
from ui.widgets.focus_ring import FocusRing
from ui.widgets.toast import Toast

TITLE = "Sentencing Guidance"
_SIZE = (1366, 768)
_LEAST = (900, 560)


class MainWindow(QMainWindow):
    """Owns the one open case; nothing of it is in the title."""

    def __init__(self, settings: Settings, shelf: Shelf | None = None) -> None:
        super().__init__()
        self.settings = settings
        self.shelf = shelf or Shelf()
        self._workspace: Workspace | None = None
        self._leaving = False
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_LEAST)
        self.resize(*_SIZE)
        self.home = Home(self.shelf, settings)
        self.status = StatusBar()
        self.toast = Toast(self)
        self.files = Files(self.shelf, settings, self)
        self.commands = Commands(self, self.files, settings)
        self.actions_ = Actions(self, self.commands.table())
        self._faces = QStackedWidget()
        self._build()
        self._connect()
        self._ring = FocusRing(self)
        self._watch = CrashWatch(self)
        self._watch.crashed.connect(self._on_crashed)
        self._refresh()

    @property
    def workspace(self) -> Workspace | None:
        """The open case on the screen."""
        return self._workspace

    @property
    def session(self) -> Session | None:
        """The open case."""
        return self._workspace.session if self._workspace is not None else None

    def watch(self) -> None:
        """Tell the person of unexpected errors from now on."""
        self._watch.watch()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask once about unsaved changes; then remember where the window was."""
        if not self._leaving and not self.files.is_saved():
            event.ignore()
            self.files.leave_then(self._on_left)
            return
        self.settings.keep_geometry(self.saveGeometry())
        if self._workspace is not None:
            self.settings.set(PAGE, self._workspace.page.value)
            self._workspace.close_case()
        self.files.close()
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
            self.files.open(paths[0])

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
        self.home.begun.connect(self.files.begin)
        self.home.open_wanted.connect(self.files.ask_open)
        self.home.file_wanted.connect(self.files.open)
        self.home.exercise_wanted.connect(self.files.begin_exercise)
        self.home.recover_wanted.connect(self.files.recover)
        self.home.discard_wanted.connect(self.files.discard)
        self.home.shelf_read.connect(self._on_shelf)
        self.files.opened.connect(self._on_opened)
        self.files.left_behind.connect(self.home.show_left_behind)
        self.files.said.connect(self.toast.say)
        self.commands.said.connect(self.toast.say)
        self.status.shortcuts_wanted.connect(self.commands.shortcuts)
        self.toast.undone.connect(self.commands.undo)
        theme.changed.connect(self._on_look)

    def _on_opened(self, session: Session | None) -> None:
        """Show a case, or the start page."""
        before = self._workspace
        self._workspace = Workspace(session) if session is not None else None
        if session is not None and self._workspace is not None:
            session.changed.connect(self._refresh)
            session.removed.connect(self._on_removed)
            self._workspace.evidence_wanted.connect(self.commands.evidence)
            self._workspace.source_wanted.connect(self.commands.source)
            self._workspace.memo_wanted.connect(self.commands.save_memo)
            self._workspace.memo.saved.connect(self.commands.memo_saved)
            self._workspace.memo.failed.connect(self.commands.memo_failed)
            self._workspace.memo.printable.connect(self.commands.print_now)
            self._faces.addWidget(self._workspace)
            self._workspace.fit(self.width())
            self._workspace.show_page(PageId.CASE)
        self.commands.workspace = self._workspace
        self._faces.setCurrentWidget(self._workspace or self.home)
        if before is not None:
            before.close_case()
            self._faces.removeWidget(before)
            before.deleteLater()
        self.status.follow(session)
        self.home.refresh()
        self._refresh()

    def _refresh(self) -> None:
        session = self.session
        self.actions_.set_open(session is not None)
        desk = self.commands.desk()
        for key, words, name in (
            ("undo", _("Undo"), desk.undo_name if desk is not None else ""),
            ("redo", _("Redo"), desk.redo_name if desk is not None else ""),
        ):
            self.actions_[key].setText(f"{words}: {name}" if name else words)
            self.actions_[key].setEnabled(bool(name))
        if session is not None:
            self.toast.dismiss()

    def _on_crashed(self, report: Report) -> None:
        CrashDialog(report, self).open()

    def _on_left(self) -> None:
        self._leaving = True
        self.close()

    def _on_removed(self, words: str) -> None:
        self.toast.say(words, _("Undo"))

    def _on_shelf(self, packs: int) -> None:
        self.files.look_for_left_behind()
        self.status.say_packs(_("{number} guidance packs on this machine").format(number=packs))

    def _on_look(self) -> None:
        self.menuBar().setFont(theme.font(theme.Text.SMALL))
        self.menuBar().setFixedHeight(theme.px(36))
        self.actions_["dark"].setChecked(theme.scheme() is theme.Scheme.DARK)
        if self._workspace is not None:
            self._workspace.fit(self.width())


def _dropped(event: QDropEvent) -> list[Path]:
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in files if path.suffix == SUFFIX]
