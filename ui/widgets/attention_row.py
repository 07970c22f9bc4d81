"""One thing that needs attention; leads to its card."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush, lines
from ui.widgets.mark import Shape, draw_mark

_START = 34
_END = 30


class AttentionRow(QPushButton):
    """`AttentionRow("Number of persons", "Disputed. Proved: 30–37", mark=Shape.DISPUTED)`; `clicked` leads on.

    Give a mark, or an `icon` (ochre). what 500, why in caption; both wrap. Insets by 8 px as WaterfallRow does.
    `set_words(what, why, mark, icon)`.
    """

    ring_radius = 4

    def __init__(
        self,
        what: str,
        why: str,
        *,
        mark: Shape | None = None,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._what, self._why, self._mark, self._icon = what, why, mark, icon
        theme.validate((icon,) if icon else ())
        self.setAccessibleName(f"{what}. {why}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def set_words(self, what: str, why: str, *, mark: Shape | None = None, icon: str = "") -> None:
        """Show another thing."""
        if (what, why, mark, icon) == (self._what, self._why, self._mark, self._icon):
            return
        theme.validate((icon,) if icon else ())
        self._what, self._why, self._mark, self._icon = what, why, mark, icon
        self.setAccessibleName(f"{what}. {why}")
        self.updateGeometry()
        self.update()

    def what(self) -> str:
        """The first line."""
        return self._what

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Two lines or more, and 5 px above and below."""
        what, why = self._lines(width)
        return what.height + why.height + theme.px(10)

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme.px(280), self.heightForWidth(theme.px(280)))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(theme.px(160), theme.px(46))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, words and the sign that it leads on."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        if self.underMouse() and self.isEnabled():
            brush.fill(painter, whole, theme.colour(Token.HOVER), theme.px(4))
        top = theme.px(5)
        square = QRectF(theme.px(8), top + theme.px(2), theme.px(16), theme.px(16))
        square = brush.mirrored(square, whole, rtl)
        if self._mark:
            draw_mark(painter, square, self._mark, rtl)
        elif self._icon:
            brush.icon(painter, square, self._icon, theme.colour(Token.CAUTION), 16, rtl)
        caret = QRectF(whole.width() - theme.px(22), top + theme.px(3), theme.px(14), theme.px(14))
        brush.icon(painter, brush.mirrored(caret, whole, rtl), "ph.caret-right", theme.colour(Token.INK3), 14, rtl)
        what, why = self._lines(self.width())
        left = theme.px(_END if rtl else _START)
        what.draw(painter, QPointF(left, top), theme.colour(Token.INK))
        why.draw(painter, QPointF(left, top + what.height), theme.colour(Token.INK2))
        painter.end()

    def _lines(self, width: int) -> tuple[lines.Lines, lines.Lines]:
        room = width - theme.px(_START) - theme.px(_END)
        return (
            lines.laid_out(self._what, Text.SMALL_STRONG, room),
            lines.laid_out(self._why, Text.CAPTION, room),
        )
