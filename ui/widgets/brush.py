"""Strokes that several widgets paint alike: frames, fills, words and icons, in reading direction."""

from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import Text, Token


class Side(Enum):
    """Where words stand in their room."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


def opened(widget: QWidget) -> QPainter:
    """A smooth painter on a widget; end it before returning."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def fill(painter: QPainter, rect: QRectF, colour: QColor, radius: float = 0) -> None:
    """Fill a rectangle, rounded when `radius` (device px) is given."""
    if not radius:
        painter.fillRect(rect, colour)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def edge(painter: QPainter, rect: QRectF, colour: QColor, radius: float, width: float = 1) -> None:
    """Draw a border inside a rectangle; half a pixel in, so that one px stays one px."""
    half = width / 2
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = max(radius - half, 0)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), inner, inner)


def hairline(painter: QPainter, start: float, top: float, end: float, colour: QColor) -> None:
    """One crisp px across."""
    painter.fillRect(QRectF(start, top, end - start, 1), colour)


def words(
    painter: QPainter,
    rect: QRectF,
    text: str,
    style: Text,
    colour: QColor,
    side: Side = Side.START,
    rtl: bool | None = None,
) -> None:
    """One line of text, centred in height; START is the right side when the window runs from right to left."""
    rtl = theme.is_rtl() if rtl is None else rtl
    painter.setFont(theme.font(style))
    painter.setPen(colour)
    painter.setLayoutDirection(reading(text, rtl))
    painter.drawText(rect, _flag(side, rtl) | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, text)


def reading(text: str, rtl: bool) -> Qt.LayoutDirection:
    """The direction of a text: in a right-to-left window a bare "+3" or an English citation still reads its own way."""
    if not rtl:
        return Qt.LayoutDirection.LayoutDirectionAuto
    turned = any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in text)
    return Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight


def width(text: str, style: Text) -> int:
    """The room one line of text needs, whole px."""
    return _width(text, style, theme.percent(), theme.is_rtl())


def shortened(text: str, style: Text, room: float) -> str:
    """The text, or its beginning and three dots when it is wider than its room."""
    return theme.metrics(style).elidedText(text, Qt.TextElideMode.ElideRight, room)


def mirrored(rect: QRectF, whole: QRectF, rtl: bool) -> QRectF:
    """A rectangle given as if from left to right, where it stands in reading direction."""
    if not rtl:
        return rect
    return QRectF(whole.left() + whole.right() - rect.right(), rect.top(), rect.width(), rect.height())


def icon(painter: QPainter, rect: QRectF, name: str, colour: QColor, size: float = 16, rtl: bool | None = None) -> None:
    """An icon of `size` design px in the middle of a rectangle; pointing icons turn with the direction."""
    rtl = theme.is_rtl() if rtl is None else rtl
    pixmap = theme.icon(name, colour, theme.px(size), painter.device().devicePixelRatio(), rtl)
    side = theme.px(size)
    centre = rect.center()
    painter.drawPixmap(QPointF(round(centre.x() - side / 2), round(centre.y() - side / 2)), pixmap)


def soft(painter: QPainter, rect: QRectF, ground: Token, border: Token, radius: float) -> None:
    """A soft fill; in high contrast it is white, so it gets a border of its colour."""
    fill(painter, rect, theme.colour(ground), radius)
    if theme.bordered():
        edge(painter, rect, theme.colour(border), radius)


@lru_cache(maxsize=8192)
def _width(text: str, style: Text, _percent: int, _rtl: bool) -> int:
    return int(theme.metrics(style).horizontalAdvance(text) + 0.999)


def _flag(side: Side, rtl: bool) -> int:
    absolute = Qt.AlignmentFlag.AlignAbsolute
    if side is Side.MIDDLE:
        return int(Qt.AlignmentFlag.AlignHCenter.value)
    at_left = (side is Side.START) is not rtl
    return int((absolute | (Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight)).value)
