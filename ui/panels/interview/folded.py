"""A fact in one line: considered or not raised, and opened in place when it is wanted."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.i18n import _
from ui.models.cards import CardView
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.mark import Shape, draw_mark

_HEIGHT = 44
_START = 12
_TEXT = 40
_BEYOND = 8


class FoldedCard(QPushButton):
    """Mark, question, standing, citation; a click or Enter opens the full card."""

    ring_radius = 4

    def __init__(self, view: CardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self._name()

    def show_card(self, view: CardView) -> None:
        """Set what differs."""
        if view != self._view:
            self._view = view
            self._name()
            self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """One line, any width."""
        return QSize(theme.px(400), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The question may be shortened: the full card has all of it."""
        return QSize(theme.px(240), theme.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line under its hairline."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        text = whole.adjusted(theme.px(_TEXT), 0, -theme.px(_BEYOND), 0)
        if self.underMouse():
            ground = brush.mirrored(text.adjusted(-theme.px(_BEYOND), 2, theme.px(_BEYOND), -1), whole, rtl)
            brush.fill(painter, ground, theme.colour(Token.HOVER), theme.px(4))
        line = brush.mirrored(QRectF(text.left(), 0, text.width(), 1), whole, rtl)
        painter.fillRect(line, theme.colour(Token.HAIR))
        side = theme.px(16)
        mark = QRectF(theme.px(_START), (whole.height() - side) / 2, side, side)
        draw_mark(painter, brush.mirrored(mark, whole, rtl), Shape(self._view.standing), rtl)
        end = text.right() - theme.px(14)
        caret = QRectF(end, 0, theme.px(14), whole.height())
        ink3 = theme.colour(Token.INK3)
        brush.icon(painter, brush.mirrored(caret, whole, rtl), "ph.caret-down", ink3, 14)
        end -= theme.px(12)
        end = self._end_words(painter, whole, end, self._view.short_cite) - theme.px(24)
        end = self._end_words(painter, whole, end, self._view.standing_word) - theme.px(16)
        room = QRectF(text.left(), 0, max(end - text.left(), 0), whole.height())
        question = brush.shortened(self._view.fact.ask, Text.BODY, room.width())
        brush.words(painter, brush.mirrored(room, whole, rtl), question, Text.BODY, theme.colour(Token.INK2), rtl=rtl)
        painter.end()

    def _end_words(self, painter: QPainter, whole: QRectF, end: float, words: str) -> float:
        width = brush.width(words, Text.SMALL)
        room = brush.mirrored(QRectF(end - width, 0, width, whole.height()), whole, self.isRightToLeft())
        ink = theme.colour(Token.INK3)
        brush.words(painter, room, words, Text.SMALL, ink, brush.Side.END, self.isRightToLeft())
        return end - width

    def _name(self) -> None:
        view = self._view
        self.setAccessibleName(f"{view.fact.ask} {view.standing_word}. {_('Open the card')}")
