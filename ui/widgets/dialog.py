"""A question that must be answered before the work goes on."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.button import Button, Kind
from ui.widgets.focus_ring import FocusRing
from ui.widgets.label import Label
from ui.widgets.reading_order import go_on

CANCEL = ""
"""What `ask` returns when the person closed the question without an answer."""


@frozen
class Act:
    """A button: QUIET acts stand at the start, the others at the end; the PRIMARY one has the focus."""

    key: str
    words: str
    kind: Kind = Kind.SECONDARY


class Dialog(QDialog):
    """`Dialog("Save the changes to US v. Marin?", "Four answers are not saved yet.", acts, parent).ask() -> str`.

    Returns the key of the act, `CANCEL` for Escape. `body` is a column between fact and buttons for fields of your own;
    `button(key)` to enable or disable one. Without `ask`: `open()`, then `finished`, then `chosen()`.
    """

    def __init__(
        self,
        question: str,
        fact: str,
        acts: Sequence[Act],
        parent: QWidget | None = None,
        *,
        width: int = 380,
    ) -> None:
        super().__init__(parent)
        self._chosen, self._width = CANCEL, width
        self._buttons = {act.key: Button(act.words, act.kind) for act in acts}
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(fact)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        quiet = 8 if any(act.kind is Kind.QUIET for act in acts) else 0
        column = theme.down(self, margins=(24 - quiet, 20, 24, 20))
        words = theme.down(margins=(quiet, 0, 0, 0))
        words.addWidget(Label(question, Text.SECTION))
        theme.space(words, 6)
        fact_label = Label(fact, Text.BODY, Token.INK2)
        words.addWidget(fact_label)
        self.body = theme.down(gap=12)
        words.addLayout(self.body)
        column.addLayout(words)
        fact_label.setVisible(bool(fact))
        theme.space(column, 20)
        column.addLayout(self._row(acts))
        self.restyle()
        self._ring = FocusRing(self)

    def ask(self) -> str:
        """Show it, wait, and tell the key of the act."""
        self.exec()
        return self._chosen

    def chosen(self) -> str:
        """The key of the act, `CANCEL` while there is none."""
        return self._chosen

    def button(self, key: str) -> Button:
        """The button of an act."""
        return self._buttons[key]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes in reading order: the body was made after the buttons."""
        return go_on(self, forward=forward)

    def event(self, event: QEvent) -> bool:
        """Be as high as its words are at its width: Qt measures a window's words at the width they would like."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            layout = self.layout()
            if layout is not None:
                self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        return super().event(event)

    def restyle(self) -> None:
        """Take the width of the look."""
        self.setFixedWidth(theme.px(self._width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sheet and its border; no shadow."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        brush.fill(painter, whole, theme.colour(Token.PAGE), theme.px(10))
        brush.edge(painter, whole, theme.colour(Token.LINE), theme.px(10))
        painter.end()

    def _row(self, acts: Sequence[Act]) -> QHBoxLayout:
        row = theme.across(gap=8)
        for act in (act for act in acts if act.kind is Kind.QUIET):
            row.addWidget(self._buttons[act.key])
        row.addStretch(1)
        for act in (act for act in acts if act.kind is not Kind.QUIET):
            row.addWidget(self._buttons[act.key])
        for act in acts:
            button = self._buttons[act.key]
            button.setProperty("key", act.key)
            button.clicked.connect(self._on_clicked)
            if act.kind is Kind.PRIMARY:
                button.setDefault(True)
                button.setFocus()
        return row

    def _on_clicked(self) -> None:
        self._chosen = self.sender().property("key")
        self.accept()
