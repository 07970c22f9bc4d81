"""The column of a class: which exercise, which folder, which vote, and what is held still while it is compared."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sentencing.case.class_room.origins import Reference
from ui import theme
from ui.i18n import _
from ui.models.class_room.results import vote_word
from ui.models.shelf import ExerciseRow
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.choice import Choice, Option
from ui.widgets.column import Column
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.progress import Progress
from ui.widgets.surface import Surface

_WIDTH = 300
_WIDE_MOST = 380


class ClassSide(Surface):
    """Signals say what a person wants; nothing here reads a file."""

    left = Signal()
    folder_wanted = Signal()
    again_wanted = Signal()
    exercise_chosen = Signal()
    vote_chosen = Signal(int)
    held_chosen = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.GROUND, hair_end=True, parent=parent)
        self._rows: list[ExerciseRow] = []
        self.back = Button(_("Back"), Kind.QUIET, icon="ph.arrow-left")
        self.exercise = Choice([], name=_("Exercise"), unset=_("Choose an exercise"))
        self.folder = Label("", Text.SMALL, Token.INK2)
        self.choose = Button(_("Choose a folder…"), Kind.PRIMARY, icon="ph.folder-open", height=36)
        self.again = Button(_("Read again"), icon="ph.arrow-clockwise")
        self.progress = Progress(_("Reading"), cancel=_("Cancel"))
        self.vote = Choice([], name=_("Vote"))
        self.held = Choice(
            [
                Option(Reference.MEDIAN.value, _("The middle participant")),
                Option(Reference.EXERCISE.value, _("As handed out")),
            ],
            name=_("Held still"),
            value=Reference.MEDIAN.value,
        )
        self._vote_field = LabelledField(_("Vote"), self.vote)
        self._held_field = LabelledField(_("Held still"), self.held)
        self._build()
        self._connect()
        self.set_busy(busy=False)
        self.set_votes(())
        self.set_folder(None)
        self.restyle()

    def restyle(self) -> None:
        """Large text leaves the room to the plots."""
        self.setFixedWidth(min(theme.px(_WIDTH), _WIDE_MOST))

    def begin(self) -> None:
        """Put the focus on the first control."""
        self.exercise.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_exercises(self, rows: Sequence[ExerciseRow], chosen: str = "") -> None:
        """Offer the exercises of the shelf; `chosen` is an id."""
        self._rows = list(rows)
        self.exercise.set_options([Option(str(number), row.title) for number, row in enumerate(rows)])
        wanted = next((str(n) for n, row in enumerate(rows) if row.exercise.id == chosen), "")
        if wanted:
            self.exercise.set_value(wanted)

    def row(self) -> ExerciseRow | None:
        """The chosen exercise."""
        value = self.exercise.value()
        return self._rows[int(value)] if value else None

    def reference(self) -> Reference:
        """What is held still."""
        return Reference(self.held.value())

    def set_folder(self, folder: Path | None) -> None:
        """Say which folder is open."""
        self.folder.setText(folder.name if folder is not None else _("No folder is open."))
        self.again.setVisible(folder is not None)

    def set_votes(self, votes: Sequence[int], chosen: int = 0) -> None:
        """Offer the votes of the room; one alone needs no choice."""
        self.vote.set_options([Option(str(number), vote_word(number)) for number in votes])
        if chosen in votes:
            self.vote.set_value(str(chosen))
        self._vote_field.setVisible(len(votes) > 1)
        self._held_field.setVisible(bool(votes))

    def set_busy(self, *, busy: bool) -> None:
        """Show or hide how far the reading is."""
        self.progress.setVisible(busy)
        self.choose.setEnabled(not busy)
        self.again.setEnabled(not busy)

    def _build(self) -> None:
        inside = QWidget()
        column = theme.down(inside, margins=(20, 4, 12, 16))
        column.addWidget(Label(_("The class"), Text.SECTION))
        theme.space(column, 16)
        column.addWidget(LabelledField(_("Exercise"), self.exercise))
        theme.space(column, 20)
        column.addWidget(Label(_("Folder of answer files"), Text.SMALL_STRONG))
        column.addWidget(self.folder)
        theme.space(column, 8)
        for button in (self.choose, self.again):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            theme.space(column, 8)
        column.addWidget(self.progress)
        theme.space(column, 12)
        column.addWidget(self._vote_field)
        theme.space(column, 16)
        column.addWidget(self._held_field)
        theme.space(column, 20)
        privacy = _("No names are in the files. Groups of fewer than five people are not shown.")
        column.addWidget(Label(privacy, Text.CAPTION, Token.INK3))
        column.addStretch(1)
        whole = theme.down(self, margins=(0, 8, 1, 0))
        head = theme.across(margins=(10, 0, 16, 8))
        head.addWidget(self.back)
        head.addStretch(1)
        whole.addLayout(head)
        whole.addWidget(Column(inside, Token.GROUND), 1)

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.choose.clicked.connect(self.folder_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.exercise.edited.connect(self.exercise_chosen)
        self.held.edited.connect(self.held_chosen)
        self.vote.edited.connect(self._on_vote)
        self.progress.cancelled.connect(self.stop_wanted)

    def _on_vote(self, value: str) -> None:
        self.vote_chosen.emit(int(value))
