"""A worked example beside the step it proves: passes or fails, with expected and got."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.i18n import _
from ui.models.guidance_reading import ExampleView
from ui.theme import Text, Token
from ui.widgets import brush, lines
from ui.widgets.mark import Shape, draw_mark

_START = 26
_AIR = 8


class ExampleRow(QPushButton):
    """A focusable row; pressing it goes to the example in the source. A hairline ends it."""

    ring_radius = 4

    def __init__(self, view: ExampleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._end = _("passes") if view.holds else _("fails")
        self.setAccessibleName(". ".join((view.title, self._end, *view.lines, *([view.wrong] if view.wrong else []))))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All its lines and air."""
        return sum(each.height for each, _token in self._laid(width)) + 2 * theme.px(_AIR) + 1

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme.px(400), self.heightForWidth(theme.px(400)))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(theme.px(200), theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint mark, words and the hairline."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        if self.underMouse():
            brush.fill(painter, whole.adjusted(0, 1, 0, -2), theme.colour(Token.HOVER), theme.px(4))
        top = float(theme.px(_AIR))
        side = theme.px(16)
        square = QRectF(0, top + (theme.line(Text.SMALL_STRONG) - side) / 2, side, side)
        shape = Shape.ESTABLISHED if self.view.holds else Shape.FAILS
        draw_mark(painter, brush.mirrored(square, whole, rtl), shape, rtl)
        left = self._end_room() if rtl else theme.px(_START)
        for laid, token in self._laid(self.width()):
            laid.draw(painter, QPointF(left, top), theme.colour(token))
            top += laid.height
        style, ink = (Text.SMALL, Token.INK2) if self.view.holds else (Text.SMALL_SELECTED, Token.ERROR)
        end = QRectF(0, theme.px(_AIR), whole.width(), theme.line(Text.SMALL))
        brush.words(painter, end, self._end, style, theme.colour(ink), brush.Side.END, rtl)
        brush.hairline(painter, 0, self.height() - 1, self.width(), theme.colour(Token.HAIR))
        painter.end()

    def _end_room(self) -> int:
        return brush.width(self._end, Text.SMALL_SELECTED) + theme.px(16)

    def _laid(self, width: int) -> list[tuple[lines.Lines, Token]]:
        room = width - theme.px(_START) - self._end_room()
        rows = [(lines.laid_out(self.view.title, Text.SMALL_STRONG, room), Token.INK)]
        rows += [(lines.laid_out(line, Text.SMALL, room), Token.INK2) for line in self.view.lines if line]
        if self.view.wrong:
            rows.append((lines.laid_out(self.view.wrong, Text.SMALL_SELECTED, room), Token.ERROR))
        return rows
