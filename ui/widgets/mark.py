"""The shapes that say how a fact stands: shape first, colour second."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush


class Shape(Enum):
    """The values are the keys of the standing control; `fails` belongs to worked examples."""

    OPEN = "open"
    ESTABLISHED = "established"
    ALLEGED = "alleged"
    DISPUTED = "disputed"
    CONSIDERED = "considered"
    NOT_RAISED = "not-raised"
    FAILS = "fails"


_SIZE = 16


class Mark(QLabel):
    """`Mark(Shape.DISPUTED, name="Disputed")`: 16 px, or `size`; not focusable. Setter: `set_shape(shape, name)`.

    beside: as high as a line of that text, so that it stands on the first line when both are aligned at the top.
    """

    def __init__(
        self,
        shape: Shape,
        *,
        name: str = "",
        size: int = _SIZE,
        beside: Text | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shape, self._size, self._beside = shape, size, beside
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def shape(self) -> Shape:
        """The shape shown."""
        return self._shape

    def set_shape(self, shape: Shape, name: str) -> None:
        """Show another shape."""
        if shape is not self._shape:
            self._shape = shape
            self.update()
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def sizeHint(self) -> QSize:
        """A square, or as high as the line beside it."""
        side = theme.px(self._size)
        return QSize(side, max(theme.line(self._beside), side) if self._beside else side)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape."""
        painter = brush.opened(self)
        side = theme.px(self._size)
        square = QRectF((self.width() - side) / 2, (self.height() - side) // 2, side, side)
        draw_mark(painter, square, self._shape, self.isRightToLeft())
        painter.end()


def draw_mark(painter: QPainter, square: QRectF, shape: Shape, rtl: bool) -> None:
    """Paint a shape in a square of 16 design px or another size."""
    unit = square.width() / _SIZE
    stroke = 1.5 * unit
    ring = square.adjusted(1.25 * unit, 1.25 * unit, -1.25 * unit, -1.25 * unit)
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match shape:
        case Shape.OPEN:
            _dashed_ring(painter, ring, stroke)
        case Shape.ESTABLISHED:
            _disc(painter, ring.adjusted(-0.5 * unit, -0.5 * unit, 0.5 * unit, 0.5 * unit), Token.ACCENT)
            _tick(painter, square, unit)
        case Shape.ALLEGED:
            _ring(painter, ring, Token.LINE, stroke)
            dot = ring.center()
            _disc(painter, QRectF(dot.x() - 2.5 * unit, dot.y() - 2.5 * unit, 5 * unit, 5 * unit), Token.INK2)
        case Shape.DISPUTED:
            _ring(painter, ring, Token.CAUTION, stroke)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Token.CAUTION))
            painter.drawPie(ring, (270 if rtl else 90) * 16, 180 * 16)
        case Shape.CONSIDERED:
            _ring(painter, ring, Token.LINE, stroke)
            half, middle = 3.25 * unit, ring.center()
            painter.setPen(QPen(theme.colour(Token.INK3), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawLine(QPointF(middle.x() - half, middle.y()), QPointF(middle.x() + half, middle.y()))
        case Shape.NOT_RAISED:
            _ring(painter, ring, Token.LINE, stroke)
        case Shape.FAILS:
            _disc(painter, ring.adjusted(-0.5 * unit, -0.5 * unit, 0.5 * unit, 0.5 * unit), Token.ERROR)
            _exclamation(painter, ring.center(), unit)
    painter.restore()


def _ring(painter: QPainter, ring: QRectF, token: Token, stroke: float) -> None:
    painter.setPen(QPen(theme.colour(token), stroke))
    painter.drawEllipse(ring)


def _dashed_ring(painter: QPainter, ring: QRectF, stroke: float) -> None:
    painter.setPen(QPen(theme.colour(Token.INK2), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    for dash in range(8):
        painter.drawArc(ring, round((dash * 45 + 8) * 16), 29 * 16)


def _disc(painter: QPainter, disc: QRectF, token: Token) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(token))
    painter.drawEllipse(disc)


def _tick(painter: QPainter, square: QRectF, unit: float) -> None:
    pen = QPen(theme.colour(Token.ON_ACCENT), 1.6 * unit)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    left, top = square.left(), square.top()
    points = ((4.9, 8.3), (7.0, 10.4), (11.1, 6.0))
    painter.drawPolyline([QPointF(left + x * unit, top + y * unit) for x, y in points])


def _exclamation(painter: QPainter, middle: QPointF, unit: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(Token.ERROR_SOFT if not theme.bordered() else Token.PAGE))
    painter.drawRoundedRect(QRectF(middle.x() - 0.9 * unit, middle.y() - 4 * unit, 1.8 * unit, 5 * unit), 0.9, 0.9)
    painter.drawEllipse(QPointF(middle.x(), middle.y() + 3.1 * unit), 1.1 * unit, 1.1 * unit)
