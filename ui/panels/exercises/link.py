"""One exercise in the list: title, what it teaches, and its time."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush, lines

_SIDE = 14
_AIR = 9


class ExerciseLink(QPushButton):
    """A row; the chosen one stands on the page's colour with a border. Arrows go to the next."""

    ring_radius = 6

    def __init__(self, title: str, teaches: str, minutes: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._note = title, " · ".join(part for part in (minutes, teaches) if part)
        self.setAccessibleName(". ".join(part for part in (title, self._note) if part))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def title(self) -> str:
        """The exercise's title."""
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
        return title.height + (note.height if self._note else 0) + 2 * theme.px(_AIR)

    def sizeHint(self) -> QSize:
        """Three lines or so."""
        width = theme.px(280)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(theme.px(120), theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the words."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        if self.isChecked():
            brush.fill(painter, whole, theme.colour(Token.PAGE), theme.px(6))
            brush.edge(painter, whole, theme.colour(Token.LINE if theme.bordered() else Token.HAIR), theme.px(6))
        elif self.underMouse():
            brush.fill(painter, whole, theme.colour(Token.HOVER), theme.px(6))
        title, note = self._lines(self.width())
        left, top = theme.px(_SIDE), theme.px(_AIR)
        title.draw(painter, QPointF(left, top), theme.colour(Token.INK))
        note.draw(painter, QPointF(left, top + title.height), theme.colour(Token.INK2))
        painter.end()

    def _lines(self, width: int) -> tuple[lines.Lines, lines.Lines]:
        room = width - 2 * theme.px(_SIDE)
        return lines.laid_out(self._title, Text.BODY_STRONG, room), lines.laid_out(self._note, Text.SMALL, room)
