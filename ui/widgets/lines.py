"""Text broken into lines at a fixed step: what QLabel cannot do, for every widget whose words may wrap."""

from functools import lru_cache

from attrs import frozen
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QTextLayout, QTextOption

from ui import theme
from ui.theme import Text
from ui.widgets.brush import Side, reading, width

_ENDLESS = 1 << 20


@frozen(eq=False)
class Lines:
    """A text laid out in a width; `widest` and `height` in px, `cut` when `most` lines were too few."""

    layout: QTextLayout
    widest: float
    height: int
    cut: bool

    def draw(self, painter: QPainter, at: QPointF, colour: QColor) -> None:
        """Paint with the first line's top at a point."""
        painter.setPen(colour)
        self.layout.draw(painter, at)


def laid_out(text: str, style: Text, room: float, side: Side = Side.START, most: int = 0) -> Lines:
    """The lines of a plain text in a width; `most` lines at most (0: all), the last then ends in three dots.

    Alignment follows the window's direction; a text in another script still reads its own way inside its lines.
    """
    return _laid_out(text, style, round(room), side, most, theme.percent(), theme.is_rtl())


def one_line(text: str, style: Text) -> int:
    """The width the text needs without wrapping; the widest of its own lines."""
    return max(width(part, style) for part in text.split("\n"))


def longest_word(text: str, style: Text) -> int:
    """The width below which words would be cut."""
    return _longest_word(text, style, theme.percent(), theme.is_rtl())


@lru_cache(maxsize=4096)
def _longest_word(text: str, style: Text, _percent: int, _rtl: bool) -> int:
    measure = theme.metrics(style).horizontalAdvance
    return max((int(measure(word) + 0.999) for word in text.replace("-", "- ").replace("–", "– ").split()), default=0)


@lru_cache(maxsize=2048)
def _laid_out(text: str, style: Text, room: int, side: Side, most: int, _percent: int, rtl: bool) -> Lines:
    lines = _broken(text, style, room, side, rtl)
    if not most or lines.layout.lineCount() <= most:
        return lines
    start = lines.layout.lineAt(most - 1).textStart()
    rest = text.replace("\n", " ")[start:]
    last = theme.metrics(style).elidedText(rest, Qt.TextElideMode.ElideRight, room)
    kept = _broken(text[:start] + last, style, room, side, rtl)
    return Lines(kept.layout, kept.widest, min(kept.height, most * theme.line(style)), True)


def _broken(text: str, style: Text, room: int, side: Side, rtl: bool) -> Lines:
    layout = QTextLayout(text.replace("\n", "\u2028"), theme.font(style))
    option = QTextOption(_alignment(side, rtl))
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    option.setTextDirection(reading(text, rtl))
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    step = theme.line(style)
    measures = theme.metrics(style)
    lead = (step - measures.ascent() - measures.descent()) / 2
    count, widest = 0, 0.0
    layout.beginLayout()
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(room, 1) if room else _ENDLESS)
        row.setPosition(QPointF(0, round(count * step + lead + measures.ascent()) - row.ascent()))
        widest = max(widest, row.naturalTextWidth())
        count += 1
    layout.endLayout()
    return Lines(layout, widest, max(count, 1) * step, False)


def _alignment(side: Side, rtl: bool) -> Qt.AlignmentFlag:
    """QTextLayout does not mirror AlignLeft in a right-to-left text, so the side is chosen here."""
    if side is Side.MIDDLE:
        return Qt.AlignmentFlag.AlignHCenter
    at_left = (side is Side.START) is not rtl
    return (Qt.AlignmentFlag.AlignLeft if at_left else Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignAbsolute
