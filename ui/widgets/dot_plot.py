"""A dot for everybody on one axis, with the middle half of the group as a bar below and its median as a tick."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush

_ROWS = 12
_DOT = 9
_PART = 0.6
"""The size of a dot that stands for fewer people than the others."""
_INSET = 10
_TRACK = 8
_GAP = 6


@frozen
class PlotColumn:
    """So many people at one place, a part of the axis from 0 to 1."""

    at: float
    people: int


@frozen
class PlotTick:
    """Words below the axis."""

    at: float
    words: str


@frozen
class Plot:
    """What is drawn. `half`: where the middle half begins, its median, and where it ends; None where there is no order.

    `spoken` says the same in words. `counted` writes the number over each column: for values in words.
    """

    columns: tuple[PlotColumn, ...]
    ticks: tuple[PlotTick, ...]
    spoken: str
    half: tuple[float, float, float] | None = None
    counted: bool = False


def people_per_dot(columns: Sequence[PlotColumn]) -> int:
    """How many people a dot stands for, so that no column is higher than the plot."""
    most = max((column.people for column in columns), default=1)
    return max(-(-most // _ROWS), 1)


class DotPlot(QWidget):
    """`DotPlot(plot, has_axis=True)`: several above each other share the axis of the lowest; `set_plot(plot)`.

    outlined: rings instead of discs, for what was before. per: people for a dot when several plots share one measure.
    """

    def __init__(
        self,
        plot: Plot,
        *,
        has_axis: bool = True,
        outlined: bool = False,
        per: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._plot, self._has_axis, self._outlined, self._per = plot, has_axis, outlined, per
        self.setAccessibleName(plot.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def plot(self) -> Plot:
        """What is drawn."""
        return self._plot

    def per_dot(self) -> int:
        """How many people a dot stands for."""
        return self._per or people_per_dot(self._plot.columns)

    def set_plot(self, plot: Plot, per: int = 0) -> None:
        """Draw another group."""
        if (plot, per) != (self._plot, self._per):
            self._plot, self._per = plot, per
            self.setAccessibleName(plot.spoken)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """As high as its highest column may be; any width."""
        return QSize(theme.px(420), self._axis_top() + (self._axis_height() if self._has_axis else theme.px(2)))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(theme.px(200), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint axis, dots, and the middle half."""
        painter = brush.opened(self)
        self._paint_axis(painter)
        for column in self._plot.columns:
            self._paint_column(painter, column)
        if self._plot.half is not None:
            self._paint_half(painter, *self._plot.half)
        painter.end()

    # ------------------------------------------------------------------------------------------------ private

    def _rows(self) -> int:
        most = max((column.people for column in self._plot.columns), default=1)
        return min(max(-(-most // self.per_dot()), 3), _ROWS)

    def _dots_top(self) -> int:
        return theme.line(Text.CAPTION) if self._plot.counted else theme.px(2)

    def _base(self) -> int:
        return self._dots_top() + self._rows() * theme.px(_DOT + 1)

    def _axis_top(self) -> int:
        track = theme.px(_TRACK + _GAP) if self._plot.half is not None else 0
        return self._base() + theme.px(_GAP) // 2 + track

    def _axis_height(self) -> int:
        return theme.px(6) + theme.line(Text.CAPTION)

    def _place(self, at: float) -> float:
        inset = theme.px(_INSET)
        along = inset + at * (self.width() - 2 * inset)
        return self.width() - along if self.isRightToLeft() else along

    def _paint_axis(self, painter: QPainter) -> None:
        top = self._axis_top()
        strong = theme.colour(Token.LINE if self._has_axis else Token.HAIR)
        brush.hairline(painter, theme.px(_INSET), top, self.width() - theme.px(_INSET), strong)
        reached = -1.0
        for tick in sorted(self._plot.ticks, key=self._tick_place):
            at = self._tick_place(tick)
            painter.fillRect(QRectF(round(at), self._dots_top(), 1, top - self._dots_top()), theme.colour(Token.HAIR))
            if self._has_axis:
                painter.fillRect(QRectF(round(at), top, 1, theme.px(4)), theme.colour(Token.LINE))
                reached = self._paint_words(painter, tick, at, reached)

    def _tick_place(self, tick: PlotTick) -> float:
        return self._place(tick.at)

    def _paint_words(self, painter: QPainter, tick: PlotTick, at: float, reached: float) -> float:
        """Words in the middle of their place, inside the plot, and never over the words before them."""
        room = self._room_for_words()
        words = brush.shortened(tick.words, Text.CAPTION, room)
        wide = brush.width(words, Text.CAPTION)
        left = min(max(at - wide / 2, 0), self.width() - wide)
        if left < reached:
            return reached
        rect = QRectF(left, self._axis_top() + theme.px(6), wide + 1, theme.line(Text.CAPTION))
        brush.words(painter, rect, words, Text.CAPTION, theme.colour(Token.INK3), brush.Side.MIDDLE)
        return left + wide + theme.px(6)

    def _room_for_words(self) -> float:
        slots = max(len(self._plot.ticks), 1)
        return max(self.width() / slots - theme.px(8), theme.px(28)) if self._plot.counted else float(self.width())

    def _paint_column(self, painter: QPainter, column: PlotColumn) -> None:
        per, size = self.per_dot(), theme.px(_DOT)
        at, base = self._place(column.at), self._base()
        dots = -(-column.people // per)
        for number in range(dots):
            whole = (number + 1) * per <= column.people
            centre = QPointF(at, base - (number + 0.5) * theme.px(_DOT + 1))
            self._paint_dot(painter, centre, size if whole else size * _PART)
        if self._plot.counted:
            top = base - dots * theme.px(_DOT + 1) - theme.line(Text.CAPTION)
            rect = QRectF(at - theme.px(30), top, theme.px(60), theme.line(Text.CAPTION))
            ink = theme.colour(Token.INK2)
            brush.words(painter, rect, str(column.people), Text.CAPTION_LABEL, ink, brush.Side.MIDDLE)

    def _paint_dot(self, painter: QPainter, centre: QPointF, size: float) -> None:
        if self._outlined:
            stroke = max(theme.px(1.5), 1)
            painter.setPen(QPen(theme.colour(Token.INK2), stroke))
            painter.setBrush(theme.colour(Token.PAGE))
            size -= stroke
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Token.ACCENT))
        painter.drawEllipse(centre, size / 2, size / 2)

    def _paint_half(self, painter: QPainter, lower: float, median: float, upper: float) -> None:
        top, tall = self._base() + theme.px(_GAP) // 2, theme.px(_TRACK)
        left, right = sorted((self._place(lower), self._place(upper)))
        least = theme.px(4)
        if right - left < least:
            middle = (left + right) / 2
            left, right = middle - least / 2, middle + least / 2
        brush.fill(painter, QRectF(left, top, right - left, tall), theme.colour(Token.THUMB), theme.px(3))
        at, reach = self._place(median), theme.px(2)
        tick = QRectF(round(at - theme.px(1)), top - reach, max(theme.px(3), 2), tall + 2 * reach)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(tick, theme.colour(Token.INK))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
