"""Where the ranges lie inside the statutory frame."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.texture import Texture, draw_texture


@frozen
class Span:
    """A range in months and its texture."""

    low: float
    high: float
    texture: Texture


class RangeBar(QWidget):
    """`RangeBar(0, 120, low_text="0", high_text="120 months, statutory maximum", name="24–30 of 120 months, …")`.

    `set_spans([Span(24, 30, Texture.SOLID), …], name)`: the first goes on top; of a later one only the parts are drawn
    that no earlier one covers, so they stand edge to edge. `name` says the same in words, for a screen reader.
    `set_frame(low, high, low_text, high_text)`. `thick` is 12, 18 in the demonstration.
    """

    def __init__(
        self,
        low: float,
        high: float,
        *,
        low_text: str,
        high_text: str,
        name: str,
        spans: Sequence[Span] = (),
        thick: int = 12,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._frame = (low, high)
        self._texts = (low_text, high_text)
        self._spans = tuple(spans)
        self._thick = thick
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_spans(self, spans: Sequence[Span], name: str) -> None:
        """Show other ranges."""
        if tuple(spans) != self._spans:
            self._spans = tuple(spans)
            self.update()
        if name != self.accessibleName():
            self.setAccessibleName(name)

    def set_frame(self, low: float, high: float, low_text: str, high_text: str) -> None:
        """Show another statutory frame."""
        if (low, high, low_text, high_text) != (*self._frame, *self._texts):
            self._frame, self._texts = (low, high), (low_text, high_text)
            self.update()

    def pieces(self) -> list[Span]:
        """What is drawn: the spans without what earlier ones cover, inside the frame."""
        drawn: list[Span] = []
        for span in self._spans:
            low, high = max(span.low, self._frame[0]), min(span.high, self._frame[1])
            rests = [(low, high)]
            for earlier in drawn:
                rests = [rest for part in rests for rest in _without(part, (earlier.low, earlier.high))]
            drawn += [Span(start, end, span.texture) for start, end in rests if end > start]
        return drawn

    def sizeHint(self) -> QSize:
        """Bar and labels."""
        return QSize(theme.px(240), theme.px(self._thick + 8) + theme.line(Text.CAPTION))

    def minimumSizeHint(self) -> QSize:
        """It may be short."""
        return QSize(theme.px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the ranges and the ends."""
        painter = brush.opened(self)
        thick, track = theme.px(self._thick), theme.px(4)
        bar = QRectF(0, (thick - track) / 2, self.width(), track)
        brush.fill(painter, bar, theme.colour(Token.HAIR), track / 2)
        for piece in reversed(self.pieces()):
            draw_texture(painter, self._place(piece, thick), piece.texture, self.isRightToLeft())
        self._paint_ends(painter)
        painter.end()

    def _place(self, piece: Span, thick: float) -> QRectF:
        low, high = self._frame
        unit = self.width() / max(high - low, 1)
        start, end = (piece.low - low) * unit, (piece.high - low) * unit
        least = theme.px(4)
        if end - start < least:
            start = min(max((start + end - least) / 2, 0), self.width() - least)
            end = start + least
        rect = QRectF(round(start), 0, round(end) - round(start), thick)
        return brush.mirrored(rect, QRectF(0, 0, self.width(), thick), self.isRightToLeft())

    def _paint_ends(self, painter: QPainter) -> None:
        height = theme.line(Text.CAPTION)
        row = QRectF(0, self.height() - height, self.width(), height)
        ink, rtl = theme.colour(Token.INK3), self.isRightToLeft()
        room = self.width() - brush.width(self._texts[0], Text.CAPTION) - theme.px(12)
        brush.words(painter, row, self._texts[0], Text.CAPTION, ink, brush.Side.START, rtl)
        high = brush.shortened(self._texts[1], Text.CAPTION, room)
        brush.words(painter, row, high, Text.CAPTION, ink, brush.Side.END, rtl)


def _without(part: tuple[float, float], taken: tuple[float, float]) -> list[tuple[float, float]]:
    (low, high), (first, last) = part, taken
    if last <= low or first >= high:
        return [part]
    return [(start, end) for start, end in ((low, min(first, high)), (max(last, low), high)) if end > start]
