"""The shelf of exercises: the list by country, and the chosen one beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from sentencing.errors import PackError
from sentencing.pack.model import Pack
from ui import theme
from ui.i18n import _, problem_text
from ui.models.exercises import answer_view, exercise_view
from ui.models.shelf import ExerciseRow
from ui.panels.exercises.link import ExerciseLink
from ui.panels.exercises.reader import ExerciseReader
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.column import Column
from ui.widgets.label import Label
from ui.widgets.surface import Surface

_WIDTH = 300
_WIDE_MOST = 380

Read = Callable[[str, str], Pack]
"""Pack and edition → the pack whole; PackError when it cannot be used."""


class ExerciseShelf(Surface):
    """`show_rows(groups)`; `wanted(act, row)` when something is to be done with the chosen exercise."""

    left = Signal()
    add_wanted = Signal()
    wanted = Signal(str, object)

    def __init__(self, read: Read, parent: QWidget | None = None) -> None:
        super().__init__(Token.PAGE, parent=parent)
        self._read = read
        self._rows: list[ExerciseRow] = []
        self._links: list[ExerciseLink] = []
        self._row: ExerciseRow | None = None
        self.back = Button(_("Back"), Kind.QUIET, icon="ph.arrow-left")
        self.add = Button(_("Add an exercise…"), icon="ph.plus")
        self.reader = ExerciseReader()
        self._none = Label(_("No exercises are on this machine yet."), Text.SMALL, Token.INK2)
        self._inside = QWidget()
        self._place = theme.down(self._inside, margins=(8, 0, 0, 16))
        self._side = Surface(Token.GROUND, hair_end=True)
        side = theme.down(self._side, margins=(0, 8, 1, 0))
        head = theme.across(margins=(10, 0, 16, 8))
        head.addWidget(self.back)
        head.addStretch(1)
        side.addLayout(head)
        side.addWidget(Column(self._inside, Token.GROUND), 1)
        foot = theme.across(margins=(16, 10, 16, 12))
        foot.addWidget(self.add)
        foot.addStretch(1)
        side.addLayout(foot)
        row = theme.across(self)
        row.addWidget(self._side)
        row.addWidget(self.reader, 1)
        self.back.clicked.connect(self.left)
        self.add.clicked.connect(self.add_wanted)
        self.reader.wanted.connect(self._on_wanted)
        self.reader.revealed.connect(self._on_revealed)
        self.restyle()

    @property
    def row(self) -> ExerciseRow | None:
        """The chosen exercise."""
        return self._row

    def links(self) -> tuple[ExerciseLink, ...]:
        """The rows as they stand."""
        return tuple(self._links)

    def show_rows(self, groups: list[tuple[str, list[ExerciseRow]]], chosen: str = "") -> None:
        """Show the exercises by country, and one of them: that of an id, or the first."""
        while (entry := self._place.takeAt(0)) is not None:
            widget = entry.widget()
            if widget is not None and widget is not self._none:
                widget.hide()
                widget.deleteLater()
        self._rows, self._links = [], []
        for title, rows in groups:
            holder = QWidget()
            theme.down(holder, margins=(14, 12, 8, 6)).addWidget(Label(title, Text.CAPTION_LABEL, Token.INK3))
            self._place.addWidget(holder)
            for row in rows:
                link = ExerciseLink(row.title, row.teaches, row.minutes)
                link.setProperty("number", len(self._rows))
                link.clicked.connect(self._on_clicked)
                self._rows.append(row)
                self._links.append(link)
                self._place.addWidget(link)
        self._none.setVisible(not groups)
        if not groups:
            self._place.addWidget(self._none)
        self._place.addStretch(1)
        wanted = chosen or (self._row.exercise.id if self._row is not None else "")
        number = next((i for i, row in enumerate(self._rows) if row.exercise.id == wanted), 0)
        self.reader.setVisible(bool(self._rows))
        if self._rows:
            self._choose(number)

    def begin(self) -> None:
        """Put the focus on the chosen exercise."""
        chosen = next((link for link in self._links if link.isChecked()), None)
        (chosen or self.add).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Take the width of the text size."""
        self._side.setFixedWidth(min(theme.px(_WIDTH), _WIDE_MOST))

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight the answer is sealed again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.reader.answer.seal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------------ private

    def _choose(self, number: int) -> None:
        row = self._row = self._rows[number]
        self._links[number].setChecked(True)
        pack = self._pack(row)
        if pack is None:
            why = _("It needs the guidance “{pack}”, edition {edition}, which is not on this machine.")
            words = why.format(pack=row.exercise.pack, edition=row.exercise.edition)
            self.reader.show_trouble(row.title, words, is_own=row.is_own)
            return
        problems = row.exercise.problems(pack)
        if problems:
            self.reader.show_trouble(row.title, problem_text(problems[0]), is_own=row.is_own)
        else:
            self.reader.show_exercise(exercise_view(row.exercise, pack), is_own=row.is_own)

    def _pack(self, row: ExerciseRow) -> Pack | None:
        try:
            return self._read(row.exercise.pack, row.exercise.edition)
        except PackError:
            return None

    def _on_clicked(self) -> None:
        self._choose(self.sender().property("number"))

    def _on_wanted(self, act: str) -> None:
        if self._row is not None:
            self.wanted.emit(act, self._row)

    def _on_revealed(self) -> None:
        pack = self._pack(self._row) if self._row is not None else None
        if self.reader.answer.is_open or pack is None or self._row is None:
            self.reader.answer.seal()
        else:
            self.reader.answer.show_answer(answer_view(self._row.exercise, pack))
