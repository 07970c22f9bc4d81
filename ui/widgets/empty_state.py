"""What is missing, what to give and why, and one button to begin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.surface import Surface


class EmptyState(Surface):
    """`EmptyState("No evidence yet", "Name the document …", act="Add evidence", icon="ph.plus")`; signal `clicked`."""

    clicked = Signal()

    def __init__(self, title: str, text: str, *, act: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(Token.GROUND, radius=8, parent=parent)
        column = theme.down(self, margins=(24, 20, 24, 20))
        column.addWidget(Label(title, Text.BODY_SELECTED))
        column.addWidget(Label(text, Text.SMALL, Token.INK2))
        if act:
            self.button = Button(act, icon=icon)
            theme.space(column, 10)
            row = theme.across()
            row.addWidget(self.button)
            row.addStretch(1)
            column.addLayout(row)
            self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.clicked.emit()
