"""Long work: what it is doing, how far it is, and a way to stop it."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.button import Button
from ui.widgets.label import Label


class Progress(QWidget):
    """`Progress("Writing the memo, page 4 of 6", cancel="Cancel")`; `set_progress(words, done, whole)`, `cancelled()`.

    `whole` 0 means that nobody knows how much there is; the bar then shows its track only.
    """

    cancelled = Signal()

    def __init__(
        self, words: str, *, cancel: str, done: int = 0, whole: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = Label(words, Text.SMALL)
        self._bar = _Bar(words)
        self.button = Button(cancel)
        column = theme.down(gap=6)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        row = theme.across(self, gap=12)
        row.addLayout(column, 1)
        row.addWidget(self.button)
        self.set_progress(words, done, whole)
        self.button.clicked.connect(self._on_cancel)

    def set_progress(self, words: str, done: int, whole: int) -> None:
        """Tell how far it is."""
        self._words.setText(words)
        if words != self._bar.accessibleName():
            self._bar.setAccessibleName(words)
        if (done, max(whole, 1)) != (self._bar.value(), self._bar.maximum()):
            self._bar.setRange(0, max(whole, 1))
            self._bar.setValue(done if whole else 0)

    def _on_cancel(self) -> None:
        self.cancelled.emit()


class _Bar(QProgressBar):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTextVisible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        radius = whole.height() / 2
        brush.fill(painter, whole, theme.colour(Token.HAIR), radius)
        if self.value() > 0:
            part = whole.width() * self.value() / self.maximum()
            done = brush.mirrored(QRectF(0, 0, part, whole.height()), whole, self.isRightToLeft())
            brush.fill(painter, done, theme.colour(Token.ACCENT), radius)
        painter.end()
