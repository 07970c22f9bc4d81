"""What moved the result: each applied step as a bar, or the same as a table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.result import MoveRow, ResultView
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.table import Heading, Table
from ui.widgets.waterfall_row import Step, WaterfallRow

_AIR = 1.0 / 0.86
"""The longest bar ends a little before the column does."""


class Moves(QWidget):
    """Rows and table say the same; the switch changes between them."""

    step_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[WaterfallRow] = []
        self._title = Label(_("What moved it"), Text.CAPTION_LABEL, Token.INK3)
        self._switch = Button(_("Table"), Kind.LINK)
        self._empty = Label(_("Nothing has moved it yet."), Text.SMALL, Token.INK3)
        self._table = Table(
            [Heading(_("Step"), stretch=1), Heading(_("Move"), figures=True), Heading(_("Then"), figures=True)],
            name=_("What moved it"),
        )
        self._table.hide()
        head = theme.across(margins=(8, 0, 6, 0))
        head.addWidget(self._title, 1)
        head.addWidget(self._switch)
        self._place = theme.down()
        below = theme.down(margins=(8, 0, 8, 0))
        below.addWidget(self._table)
        below.addWidget(self._empty)
        column = theme.down(self)
        column.addLayout(head)
        column.addLayout(self._place)
        column.addLayout(below)
        self._switch.clicked.connect(self._on_switch)

    def show_moves(self, view: ResultView) -> None:
        """Set what differs."""
        steps = [_step(row) for row in view.moves]
        scale = (0.0, view.scale * _AIR)
        while len(self._rows) > len(steps):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(steps):
            row = WaterfallRow(steps[len(self._rows)], scale=scale)
            row.clicked.connect(self._on_row)
            self._rows.append(row)
            self._place.addWidget(row)
            row.setVisible(self._table.isHidden())
        for row, step, move in zip(self._rows, steps, view.moves, strict=True):
            row.set_step(step)
            row.set_scale(scale)
            row.setProperty("step", move.step)
        self._table.set_rows([[f"{row.name} {_beside(row)}".strip(), row.move, row.reached] for row in view.moves])
        self._empty.setVisible(not view.moves)

    def begin(self) -> None:
        """Put the focus on the switch above the rows."""
        self._switch.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_switch(self) -> None:
        as_table = self._table.isHidden()
        self._table.setVisible(as_table)
        for row in self._rows:
            row.setVisible(not as_table)
        self._switch.setText(_("Bars") if as_table else _("Table"))

    def _on_row(self) -> None:
        self.step_wanted.emit(self.sender().property("step"))


def _beside(row: MoveRow) -> str:
    return ", ".join(part for part in (row.cite, row.note) if part)


def _step(row: MoveRow) -> Step:
    spoken = _("{name} {beside}: {move}, then {reached}").format(
        name=row.name, beside=_beside(row), move=row.move or row.reached, reached=row.reached
    )
    return Step(
        name=row.name,
        citation=_beside(row),
        move=row.move,
        level=row.reached,
        before=row.start,
        after=row.end,
        spoken=spoken,
        floor_from=row.turn if row.turn != row.end and row.end > row.start else None,
        base=row.is_base,
    )
