"""The page of a class: the column of choices, and beside it results, facts, splits, origins, votes and files."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from sentencing.case.class_room.room import Room, Vote
from ui import theme
from ui.i18n import _, ngettext
from ui.models.class_room.facts import fact_blocks, weight_blocks
from ui.models.class_room.files import file_rows
from ui.models.class_room.results import origins_view, results_view, vote_word, votes_view, width_words
from ui.models.class_room.splits import change_lines, split_views
from ui.models.shelf import ExerciseRow
from ui.panels.class_room.blocks import Blocks
from ui.panels.class_room.side import ClassSide
from ui.panels.class_room.splits import Splits
from ui.panels.class_room.views import Files, Nothing, Votes
from ui.session.class_room import ClassReading, RoomRead
from ui.theme import Text, Token
from ui.widgets.column import Column
from ui.widgets.label import Label
from ui.widgets.surface import Surface
from ui.widgets.tabs import Tabs

RESULTS, FACTS, WEIGHTS, SPLITS, ORIGINS, VOTES, FILES = (
    "results", "facts", "weights", "splits", "origins", "votes", "files",
)  # fmt: skip


class ClassPage(Surface):
    """`open(rows)` offers exercises, `read(folder)` reads one; what needs a dialog is asked for by a signal."""

    left = Signal()
    folder_wanted = Signal()
    failed = Signal(Exception)

    def __init__(self, reading: ClassReading, parent: QWidget | None = None) -> None:
        super().__init__(Token.PAGE, parent=parent)
        self._reading = reading
        self._folder: Path | None = None
        self._read: RoomRead | None = None
        self._vote = 0
        self.setAccessibleName(_("The class"))
        self.side = ClassSide()
        self.title = Label("", Text.TITLE)
        self.about = Label("", Text.BODY, Token.INK2)
        self.results, self.facts, self.weights, self.origins = Blocks(), Blocks(), Blocks(), Blocks()
        self.splits, self.votes, self.files = Splits(), Votes(), Files()
        self.nothing = Nothing()
        words = {
            RESULTS: (_("Results"), self.results),
            FACTS: (_("Facts"), self.facts),
            WEIGHTS: (_("Weights"), self.weights),
            SPLITS: (_("Where it splits"), self.splits),
            ORIGINS: (_("Facts or weighing"), self.origins),
            VOTES: (_("Before and after"), self.votes),
            FILES: (_("Files"), self.files),
        }
        self.tabs = Tabs([(key, word, "") for key, (word, _view) in words.items()], name=_("Views"))
        self._views = QStackedWidget()
        self._columns = {key: _scrolled(word, view) for key, (word, view) in words.items()}
        self._empty = Column(self.nothing, Token.PAGE)
        self._build()
        self._connect()
        self._refresh()

    @property
    def room(self) -> Room | None:
        """The room that is shown."""
        return self._read.room if self._read is not None else None

    @property
    def is_busy(self) -> bool:
        """Whether a folder is being read."""
        return self._reading.is_busy

    def shown(self) -> Column:
        """The view in sight."""
        shown = self._views.currentWidget()
        assert isinstance(shown, Column)
        return shown

    def open(self, rows: Sequence[ExerciseRow], chosen: str = "") -> None:
        """Offer the exercises; `chosen` is the id of the one to begin with."""
        before = self.side.row()
        self.side.set_exercises(rows, chosen or (before.exercise.id if before is not None else ""))
        now = self.side.row()
        if self._read is not None and (now is None or now.exercise != self._read.exercise):
            self._read = None
            self._folder = None
            self.side.set_folder(None)
        self._refresh()

    def show_view(self, view: str) -> None:
        """Turn to one of the views."""
        self.tabs.set_value(view)
        self._show()

    def read(self, folder: Path) -> None:
        """Read a folder of answers to the chosen exercise."""
        self._folder = folder
        self.side.set_folder(folder)
        self._read_again()

    def begin(self) -> None:
        """Put the focus on the first control."""
        self.side.begin()

    def close_work(self) -> None:
        """Stop whatever runs."""
        self._reading.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody waits for what is not in sight."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._reading.stop()

    # ------------------------------------------------------------------------------------------------ private

    def _build(self) -> None:
        row = theme.across(self)
        row.addWidget(self.side)
        main = theme.down(margins=(40, 24, 16, 0))
        main.addWidget(self.title)
        main.addWidget(self.about)
        theme.space(main, 8)
        main.addWidget(self.tabs)
        theme.space(main, 8)
        main.addWidget(self._views, 1)
        row.addLayout(main, 1)
        for column in (*self._columns.values(), self._empty):
            self._views.addWidget(column)

    def _connect(self) -> None:
        side = self.side
        side.left.connect(self.left)
        side.folder_wanted.connect(self.folder_wanted)
        side.again_wanted.connect(self._read_again)
        side.exercise_chosen.connect(self._on_exercise)
        side.held_chosen.connect(self._read_again)
        side.vote_chosen.connect(self._on_vote)
        side.stop_wanted.connect(self._reading.stop)
        self.tabs.edited.connect(self._show)
        self._reading.progressed.connect(self._on_progress)
        self._reading.answered.connect(self._on_answered)
        self._reading.stopped.connect(self._on_stopped)
        self._reading.failed.connect(self._on_failed)

    def _read_again(self) -> None:
        row = self.side.row()
        if row is None or self._folder is None:
            self._refresh()
            return
        self.side.set_busy(busy=True)
        self.side.progress.set_progress(_("Reading the folder"), 0, 0)
        self._reading.read(self._folder, row.exercise, self.side.reference())

    def _on_exercise(self) -> None:
        self._read = None
        self._read_again()

    def _on_vote(self, number: int) -> None:
        self._vote = number
        self._refresh()

    def _on_progress(self, done: int, whole: int) -> None:
        words = _("Reading file {done} of {whole}").format(done=done, whole=whole)
        self.side.progress.set_progress(words, done, whole)

    def _on_answered(self, read: RoomRead) -> None:
        self.side.set_busy(busy=False)
        self._read = read
        numbers = [vote.number for vote in read.room.votes]
        self._vote = self._vote if self._vote in numbers else max(numbers, default=0)
        self.side.set_votes(numbers, self._vote)
        self._refresh()

    def _on_stopped(self) -> None:
        self.side.set_busy(busy=False)

    def _on_failed(self, error: Exception) -> None:
        self.side.set_busy(busy=False)
        self.failed.emit(error)

    def _refresh(self) -> None:
        row = self.side.row()
        self.title.setText(row.title if row is not None else _("The class"))
        read = self._read
        vote = read.room.vote(self._vote) if read is not None else None
        self.about.setText(_about(read.room, vote) if read is not None else "")
        self.about.setVisible(bool(self.about.text()))
        self.tabs.setVisible(read is not None)
        if read is None:
            self.side.set_votes(())
            self.nothing.say_begin(has_exercise=row is not None)
        else:
            self._fill(read, vote)
        self._show()

    def _fill(self, read: RoomRead, vote: Vote | None) -> None:
        room, pack = read.room, read.pack
        rows = file_rows(room)
        self.files.show_files(rows)
        self.tabs.set_count(FILES, str(len(rows)) if rows else "")
        found = vote.findings if vote is not None else None
        if vote is None or found is None:
            self.nothing.say_too_few(vote.people if vote is not None else 0)
            return
        results, origins = results_view(vote, pack), origins_view(found, pack)
        self.results.show_blocks(results.blocks, notes=results.notes)
        self.facts.show_blocks(fact_blocks(found, pack))
        weights = weight_blocks(found, pack)
        self.weights.show_blocks(weights)
        self.tabs.setTabVisible(list(self._columns).index(WEIGHTS), bool(weights))
        splits = split_views(found, pack)
        self.splits.show_splits(splits)
        self.tabs.set_count(SPLITS, str(len(splits)) if splits else "")
        self.origins.show_blocks(origins.blocks, width_words(origins), origins.notes)
        changes = change_lines(room.changes, pack) if room.changes is not None else None
        self.votes.show_votes(votes_view(room, pack).blocks, changes, len(room.votes))

    def _show(self) -> None:
        vote = self.room.vote(self._vote) if self.room is not None else None
        told = vote is not None and vote.findings is not None
        view = self.tabs.value()
        shown = self._columns[view] if told or (self.room is not None and view == FILES) else self._empty
        self._views.setCurrentWidget(shown)


def _about(room: Room, vote: Vote | None) -> str:
    if vote is None:
        return _("No answers to this exercise are in the folder.")
    words = ngettext("{number} answer file", "{number} answer files", vote.people)
    if len(room.votes) > 1:
        words = _("{vote}: {files}").format(vote=vote_word(vote.number), files=words)
    if room.refused:
        words += ", " + ngettext("{number} file not counted", "{number} files not counted", len(room.refused))
    return words


def _scrolled(name: str, view: QWidget) -> Column:
    column = Column(view, Token.PAGE)
    column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the keyboard scrolls what has no controls
    column.setAccessibleName(_("{view}, to scroll").format(view=name))
    return column
