"""A thing to open from a list: icon, title and note, and what is said of it at the end."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush, lines

_START = 28
_AIR = 10


class ListRow(QPushButton):
    """`ListRow("ph.folder-simple", "Marin", "/home/…", end="today, 12:04")`; `clicked` opens. A hairline ends the row.

    The title and the note wrap; `end` stands on the title's line.
    """

    ring_radius = 4

    def __init__(self, icon: str, title: str, note: str, *, end: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.validate((icon,))
        self._icon, self._title, self._note, self._end = icon, title, note, end
        self.setAccessibleName(". ".join(part for part in (title, note, end) if part))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def title(self) -> str:
        """The first line."""
        return self._title

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines of title and note, and air."""
        title, note = self._lines(width)
        return title.height + (note.height if self._note else 0) + 2 * theme.px(_AIR) + 1

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(theme.px(360), self.heightForWidth(theme.px(360)))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(theme.px(200), theme.px(42))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint icon, words and the hairline."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        if self.underMouse():
            brush.fill(painter, whole.adjusted(0, 1, 0, -2), theme.colour(Token.HOVER), theme.px(4))
        top = theme.px(_AIR)
        square = QRectF(0, top, theme.px(16), theme.line(Text.BODY_STRONG))
        brush.icon(painter, brush.mirrored(square, whole, rtl), self._icon, theme.colour(Token.INK2), 16, rtl)
        title, note = self._lines(self.width())
        left = self._end_room() if rtl else theme.px(_START)
        title.draw(painter, QPointF(left, top), theme.colour(Token.INK))
        note.draw(painter, QPointF(left, top + title.height), theme.colour(Token.INK2))
        end = QRectF(0, top, whole.width(), theme.line(Text.BODY_STRONG))
        brush.words(painter, end, self._end, Text.SMALL, theme.colour(Token.INK3), brush.Side.END, rtl)
        brush.hairline(painter, 0, self.height() - 1, self.width(), theme.colour(Token.HAIR))
        painter.end()

    def _end_room(self) -> int:
        return brush.width(self._end, Text.SMALL) + theme.px(16) if self._end else 0

    def _lines(self, width: int) -> tuple[lines.Lines, lines.Lines]:
        room = width - theme.px(_START) - self._end_room()
        return lines.laid_out(self._title, Text.BODY_STRONG, room), lines.laid_out(self._note, Text.SMALL, room)
