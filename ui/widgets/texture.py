"""The three textures that mean the same in every chart, and a swatch for legends."""

from enum import Enum

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Token
from ui.widgets import brush


class Texture(Enum):
    """SOLID: as the case stands. HATCHED: if disputed and alleged facts are proved. DASHED: open facts too.

    OUTLINED: what the guidance says, behind a change of it.
    """

    SOLID = "solid"
    HATCHED = "hatched"
    DASHED = "dashed"
    OUTLINED = "outlined"


class Swatch(QWidget):
    """`Swatch(Texture.HATCHED)`: 18 × 10, for a legend whose words stand beside it."""

    def __init__(self, texture: Texture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texture = texture
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Of the height of a line's letters."""
        return QSize(theme.px(18), theme.px(10))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the texture."""
        painter = brush.opened(self)
        draw_texture(painter, self.rect().toRectF(), self._texture, self.isRightToLeft())
        painter.end()


def draw_texture(painter: QPainter, rect: QRectF, texture: Texture, rtl: bool) -> None:
    """Fill a rectangle with rounded corners of 3 px; the hatch leans in reading direction."""
    radius = theme.px(3)
    match texture:
        case Texture.SOLID:
            brush.fill(painter, rect, theme.colour(Token.ACCENT), radius)
        case Texture.HATCHED:
            _hatch(painter, rect, radius, rtl)
            brush.edge(painter, rect, theme.colour(Token.CAUTION), radius, _stroke())
        case Texture.DASHED:
            pen = QPen(theme.colour(Token.INK2), _stroke())
            pen.setDashPattern([2.6, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            brush.fill(painter, rect, theme.colour(Token.PAGE), radius)
            half = _stroke() / 2
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius - half, radius - half)
        case Texture.OUTLINED:
            brush.fill(painter, rect, theme.colour(Token.PAGE), radius)
            brush.edge(painter, rect, theme.colour(Token.INK2), radius, _stroke())


def _stroke() -> float:
    return 1.25 * theme.percent() / 100


def _hatch(painter: QPainter, rect: QRectF, radius: float, rtl: bool) -> None:
    painter.save()
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    painter.fillPath(path, theme.colour(Token.PAGE))
    painter.setClipPath(path)
    painter.setPen(QPen(theme.colour(Token.CAUTION), 1.4 * theme.percent() / 100))
    step, height = 3.5 * theme.percent() / 100, rect.height()
    at = rect.left() - height
    while at < rect.right():
        low, high = (at + height, at) if rtl else (at, at + height)
        painter.drawLine(QLineF(low, rect.bottom(), high, rect.top()))
        at += step
    painter.restore()
