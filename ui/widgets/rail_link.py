"""One page in the rail."""

from enum import Enum

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush


class End(Enum):
    """What stands at the end of an item: nothing, a tick, a count, or the lock of the sealed page."""

    NOTHING = "nothing"
    DONE = "done"
    COUNT = "count"
    SEALED = "sealed"


class RailLink(QPushButton):
    """`RailLink(4, "Aggravating")`; `clicked` goes there. 36 high; `set_narrow(True)` gives the 64 px wide form.

    `set_state(end, count="8/9", attention=True, spoken="4 Aggravating, 8 of 9 answered, needs attention")`;
    `set_current(bool)`. `spoken` is the accessible name and the tooltip of the narrow form.
    """

    ring_radius = 6

    def __init__(self, number: int, name: str, *, spoken: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._number = str(number)
        self._end, self._count, self._attention = End.NOTHING, "", False
        self._current = self._narrow = False
        self._name(spoken or f"{number} {name}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def set_state(self, end: End, *, count: str = "", attention: bool = False, spoken: str = "") -> None:
        """Show how far the page is."""
        if (end, count, attention) != (self._end, self._count, self._attention):
            self._end, self._count, self._attention = end, count, attention
            self.update()
        self._name(spoken or f"{self._number} {self.text()}")

    def set_current(self, current: bool) -> None:
        """Be the page that is shown."""
        if current != self._current:
            self._current = current
            self.update()

    def is_current(self) -> bool:
        """Whether its page is shown."""
        return self._current

    def set_narrow(self, narrow: bool) -> None:
        """Show the number and a small mark only."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._name(self.accessibleName())
            self.updateGeometry()
            self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Of the rail's width."""
        return QSize(theme.px(48 if self._narrow else 196), theme.px(42 if self._narrow else 36))

    def minimumSizeHint(self) -> QSize:
        """The name may be shortened."""
        return QSize(theme.px(40 if self._narrow else 120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then number, name and end, or their narrow form."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        self._paint_ground(painter, whole)
        if self._narrow:
            self._paint_narrow(painter, whole)
        else:
            self._paint_wide(painter, whole)
        painter.end()

    def _name(self, spoken: str) -> None:
        if spoken != self.accessibleName():
            self.setAccessibleName(spoken)
        self.setToolTip(spoken if self._narrow else "")

    def _paint_ground(self, painter: QPainter, whole: QRectF) -> None:
        radius = theme.px(6)
        if self._current:
            brush.fill(painter, whole, theme.colour(Token.PAGE), radius)
            brush.edge(painter, whole, theme.colour(Token.HAIR), radius)
            air = theme.px(9)
            bar = QRectF(0, air, theme.px(3), whole.height() - 2 * air)
            place = brush.mirrored(bar, whole, self.isRightToLeft())
            brush.fill(painter, place, theme.colour(Token.ACCENT), theme.px(1.5))
        elif self.underMouse():
            brush.fill(painter, whole, theme.colour(Token.HOVER), radius)

    def _paint_wide(self, painter: QPainter, whole: QRectF) -> None:
        rtl = self.isRightToLeft()
        number = brush.mirrored(QRectF(theme.px(12), 0, theme.px(20), whole.height()), whole, rtl)
        ink3 = theme.colour(Token.INK3)
        brush.words(painter, number, self._number, Text.BODY, ink3, rtl=rtl)
        end = self._end_width()
        room = QRectF(theme.px(34), 0, whole.width() - theme.px(34 + 12) - end, whole.height())
        style = Text.BODY_SELECTED if self._current else Text.BODY
        ink = theme.colour(Token.INK if self._current else Token.INK2)
        name = brush.shortened(self.text(), style, room.width())
        brush.words(painter, brush.mirrored(room, whole, rtl), name, style, ink, rtl=rtl)
        self._paint_end(painter, whole)

    def _end_width(self) -> float:
        dot = theme.px(14) if self._attention else 0
        match self._end:
            case End.NOTHING:
                return dot
            case End.COUNT:
                return brush.width(self._count, Text.SMALL_STRONG) + dot + theme.px(8)
            case End.DONE | End.SEALED:
                return theme.px(16) + dot + theme.px(8)

    def _paint_end(self, painter: QPainter, whole: QRectF) -> None:
        rtl = self.isRightToLeft()
        right = whole.width() - theme.px(12)
        width: float = theme.px(14)
        if self._end is End.COUNT:
            width = brush.width(self._count, Text.SMALL_STRONG)
            room = brush.mirrored(QRectF(right - width, 0, width, whole.height()), whole, rtl)
            brush.words(painter, room, self._count, Text.SMALL_STRONG, theme.colour(Token.INK2), rtl=rtl)
        elif icon := _ICONS.get(self._end):
            room = brush.mirrored(QRectF(right - width, 0, width, whole.height()), whole, rtl)
            token = Token.ACCENT if self._end is End.DONE else Token.INK3
            brush.icon(painter, room, icon, theme.colour(token), 14)
        else:
            width = 0
        if self._attention:
            side, gap = theme.px(6), theme.px(6) if width else 0
            dot = QRectF(right - width - gap - side, (whole.height() - side) / 2, side, side)
            brush.fill(painter, brush.mirrored(dot, whole, rtl), theme.colour(Token.CAUTION), side / 2)

    def _paint_narrow(self, painter: QPainter, whole: QRectF) -> None:
        style = Text.BODY_SELECTED if self._current else Text.BODY_STRONG
        ink = theme.colour(Token.INK if self._current else Token.INK2)
        brush.words(painter, whole, self._number, style, ink, brush.Side.MIDDLE)
        side = theme.px(10)
        corner = QRectF(whole.width() - side - theme.px(5), theme.px(6), side, side)
        corner = brush.mirrored(corner, whole, self.isRightToLeft())
        if self._attention:
            dot = corner.adjusted(theme.px(2), theme.px(2), -theme.px(2), -theme.px(2))
            brush.fill(painter, dot, theme.colour(Token.CAUTION), dot.width() / 2)
        elif icon := _ICONS.get(self._end):
            token = Token.ACCENT if self._end is End.DONE else Token.INK3
            brush.icon(painter, corner, icon, theme.colour(token), 10)


_ICONS = {End.DONE: "ph.check", End.SEALED: "ph.lock-simple"}
