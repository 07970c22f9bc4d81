"""One applied step of the derivation: its words, its move, and a bar from the old level to the new."""

from attrs import frozen
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush

_INSET = 8


@frozen
class Step:
    """What a row shows. Levels are numbers on the row's scale; the words come ready for the eye and the ear.

    `floor_from` is the level without the floor: from there to `after` the bar is only outlined. `ghost` is the
    guidance's own (before, after), outlined in grey behind a changed step. `base` is the step everything starts from.
    """

    name: str
    citation: str
    move: str
    level: str
    before: float
    after: float
    spoken: str
    floor_from: float | None = None
    base: bool = False
    ghost: tuple[float, float] | None = None


class WaterfallRow(QPushButton):
    """`WaterfallRow(step, scale=(0, 24))`: 32 high, 58 when `big`, for the demonstration; `clicked` leads to the step.

    `set_step(step)`, `set_scale((low, high))`: one scale for all rows. The row insets its words by 8 px for the hover
    ground: give the rows a layout whose margins are 8 less than those of the words around.
    """

    ring_radius = 4

    def __init__(
        self, step: Step, *, scale: tuple[float, float], big: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._step, self._scale, self._big = step, scale, big
        self.setAccessibleName(step.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def step(self) -> Step:
        """What the row shows."""
        return self._step

    def set_step(self, step: Step) -> None:
        """Show another step."""
        if step != self._step:
            self._step = step
            self.setAccessibleName(step.spoken)
            self.update()

    def set_scale(self, scale: tuple[float, float]) -> None:
        """Take another scale."""
        if scale != self._scale:
            self._scale = scale
            self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Any width."""
        return QSize(theme.px(280), theme.px(58 if self._big else 32))

    def minimumSizeHint(self) -> QSize:
        """The name may be shortened, the figures never."""
        return QSize(theme.px(160), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint words, figures and bar."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        if self.underMouse() and self.isEnabled():
            brush.fill(painter, whole, theme.colour(Token.HOVER), theme.px(4))
        inner = whole.adjusted(theme.px(_INSET), 0, -theme.px(_INSET), 0)
        self._paint_words(painter, inner)
        self._paint_bar(painter, inner)
        painter.end()

    def _paint_words(self, painter: QPainter, inner: QRectF) -> None:
        rtl = self.isRightToLeft()
        plain, strong = (Text.ROW, Text.ROW_MOVE) if self._big else (Text.SMALL, Text.SMALL_SELECTED)
        note = Text.BODY if self._big else Text.CAPTION
        height = theme.line(plain)
        top = 0 if self._big else theme.px(2)
        end, ink3 = brush.Side.END, theme.colour(Token.INK3)
        step = self._step

        def room(start: float, stop: float) -> QRectF:
            line = QRectF(inner.left() + start, top, stop - start, height)
            return brush.mirrored(line, inner, rtl)

        level_width = theme.px(52 if self._big else 34)
        brush.words(painter, room(0, inner.width()), step.level, plain, ink3, end, rtl)
        figures = inner.width() - level_width
        brush.words(painter, room(0, figures), step.move, strong, theme.colour(Token.INK), end, rtl)
        free = figures - brush.width(step.move, strong) - theme.px(12)
        name = brush.shortened(step.name, plain, free)
        brush.words(painter, room(0, free), name, plain, theme.colour(Token.INK), rtl=rtl)
        start = brush.width(name, plain) + theme.px(8)
        if step.citation and start + brush.width(step.citation, note) <= free:
            brush.words(painter, room(start, free), step.citation, note, ink3, rtl=rtl)

    def _paint_bar(self, painter: QPainter, inner: QRectF) -> None:
        step, tall = self._step, theme.px(14 if self._big else 4)
        bottom = self.height() - theme.px(8 if self._big else 2)
        middle = bottom - theme.px(7 if self._big else 3)
        track = theme.px(2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(QRectF(inner.left(), middle - track / 2, inner.width(), track), theme.colour(Token.HAIR))
        bar = QRectF(0, middle - tall / 2, 0, tall)
        if step.ghost:
            self._outline(painter, inner, bar, *sorted(step.ghost), token=Token.INK3)
        if step.base:
            self._filled(painter, inner, bar, step.before, step.after, Token.THUMB)
        elif step.after < step.before:
            self._outline(painter, inner, bar, step.after, step.before, token=Token.ACCENT)
        elif step.floor_from is not None:
            self._filled(painter, inner, bar, step.before, step.floor_from, Token.ACCENT)
            self._outline(painter, inner, bar, max(step.floor_from, step.before), step.after, token=Token.ACCENT)
        else:
            self._filled(painter, inner, bar, step.before, step.after, Token.ACCENT)
        self._paint_tick(painter, inner, middle, tall)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_tick(self, painter: QPainter, inner: QRectF, middle: float, tall: float) -> None:
        at, reach = self._place(inner, self._step.after), theme.px(2)
        tick = QRectF(at - theme.px(1), middle - tall / 2 - reach, max(theme.px(2), 1), tall + 2 * reach)
        painter.fillRect(tick, theme.colour(Token.INK))

    def _place(self, inner: QRectF, level: float) -> float:
        low, high = self._scale
        part = min(max((level - low) / max(high - low, 1e-9), 0), 1)
        return round(
            inner.right() - part * inner.width() if self.isRightToLeft() else inner.left() + part * inner.width()
        )

    def _between(self, inner: QRectF, bar: QRectF, low: float, high: float) -> QRectF:
        left, right = sorted((self._place(inner, low), self._place(inner, high)))
        return QRectF(left, bar.top(), right - left, bar.height())

    def _filled(self, painter: QPainter, inner: QRectF, bar: QRectF, low: float, high: float, token: Token) -> None:
        painter.fillRect(self._between(inner, bar, low, high), theme.colour(token))

    def _outline(self, painter: QPainter, inner: QRectF, bar: QRectF, low: float, high: float, *, token: Token) -> None:
        rect = self._between(inner, bar, low, high)
        if rect.width() < 1:
            return
        painter.fillRect(rect, theme.colour(token))
        stroke = max(theme.px(1), 1)
        inside = rect.adjusted(stroke, stroke, -stroke, -stroke)
        if inside.width() > 0:
            painter.fillRect(inside, theme.colour(Token.PAGE))
