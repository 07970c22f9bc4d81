"""An icon beside a word."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush


class Icon(QLabel):
    """`Icon("ph.clock", Token.CAUTION, size=16)`: decoration unless it gets a `name`. `set_icon(icon, tone)`.

    beside: as high as a line of that text, so that it stands on the first line when both are aligned at the top.
    """

    def __init__(
        self,
        icon: str,
        tone: Token = Token.INK3,
        *,
        size: int = 16,
        name: str = "",
        beside: Text | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.validate((icon,))
        self._icon, self._tone, self._size, self._beside = icon, tone, size, beside
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, tone: Token) -> None:
        """Show another icon."""
        if (icon, tone) != (self._icon, self._tone):
            theme.validate((icon,))
            self._icon, self._tone = icon, tone
            self.update()

    def sizeHint(self) -> QSize:
        """A square, or as high as the line beside it."""
        side = theme.px(self._size)
        return QSize(side, max(theme.line(self._beside), side) if self._beside else side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it."""
        painter = brush.opened(self)
        brush.icon(painter, self.rect().toRectF(), self._icon, theme.colour(self._tone), self._size)
        painter.end()
