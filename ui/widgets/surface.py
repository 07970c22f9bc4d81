"""A container that paints a token, because a style sheet on a container would stop its palette."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import Token
from ui.widgets import brush


class Surface(QWidget):
    """`Surface(Token.GROUND, radius=8, hair_start=True)`: a ground for a layout, with hairlines at chosen sides."""

    def __init__(
        self,
        token: Token = Token.PAGE,
        *,
        radius: int = 0,
        border: Token | None = None,
        hair_start: bool = False,
        hair_end: bool = False,
        hair_top: bool = False,
        hair_bottom: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._token, self._radius, self._border = token, radius, border
        self._hairs = (hair_start, hair_top, hair_end, hair_bottom)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, radius == 0)

    def set_token(self, token: Token) -> None:
        """Take another ground."""
        if token is not self._token:
            self._token = token
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and its hairlines."""
        painter = brush.opened(self)
        if self._radius:
            whole = self.rect().toRectF()
            brush.fill(painter, whole, theme.colour(self._token), theme.px(self._radius))
            edge = self._border or (Token.LINE if theme.bordered() else None)
            if edge:
                brush.edge(painter, whole, theme.colour(edge), theme.px(self._radius))
        else:
            painter.fillRect(event.rect(), theme.colour(self._token))
        for line in self._lines():
            painter.fillRect(line, theme.colour(Token.HAIR))
        painter.end()

    def _lines(self) -> list[QRectF]:
        start, top, end, bottom = self._hairs
        left, right = (end, start) if self.isRightToLeft() else (start, end)
        width, height = self.width(), self.height()
        sides = ((left, (0, 0, 1, height)), (right, (width - 1, 0, 1, height)))
        levels = ((top, (0, 0, width, 1)), (bottom, (0, height - 1, width, 1)))
        return [QRectF(*line) for wanted, line in (*sides, *levels) if wanted]
