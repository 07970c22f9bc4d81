"""A yes or no that holds for a document or a setting."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush, lines

_BOX = 16
_START = 26


class Check(QCheckBox):
    """`Check("Summary box", value=True)`: `value() -> bool`, `set_value(bool)`, signal `edited(bool)`. Words wrap."""

    edited = Signal(bool)
    ring_radius = 4

    def __init__(self, text: str, *, value: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setChecked(value)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.edited)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Tick silently."""
        self.setChecked(value)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least 28."""
        drawn = lines.laid_out(self.text(), Text.BODY, width - theme.px(_START))
        return max(drawn.height + theme.px(6), theme.px(28))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(_START) + lines.one_line(self.text(), Text.BODY) + theme.px(4), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        return QSize(theme.px(_START) + lines.longest_word(self.text(), Text.BODY), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint box and words."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        top = theme.px(3) + (theme.line(Text.BODY) - theme.px(_BOX)) / 2
        box = brush.mirrored(QRectF(0, round(top), theme.px(_BOX), theme.px(_BOX)), whole, rtl)
        self._paint_box(painter, box)
        drawn = lines.laid_out(self.text(), Text.BODY, self.width() - theme.px(_START))
        at = QPointF(0 if rtl else theme.px(_START), theme.px(3))
        drawn.draw(painter, at, theme.colour(Token.INK if self.isEnabled() else Token.INK3))
        painter.end()

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        radius, enabled = theme.px(4), self.isEnabled()
        hovered = enabled and self.underMouse()
        if not enabled:
            brush.fill(painter, box, theme.colour(Token.SUNKEN), radius)
            brush.edge(painter, box, theme.colour(Token.HAIR), radius)
        elif self.isChecked():
            brush.fill(painter, box, theme.colour(Token.ACCENT2 if hovered else Token.ACCENT), radius)
        else:
            brush.fill(painter, box, theme.colour(Token.HOVER if hovered else Token.PAGE), radius)
            brush.edge(painter, box, theme.colour(Token.LINE), radius, 1.25)
        if self.isChecked():
            unit = box.width() / _BOX
            pen = QPen(theme.colour(Token.ON_ACCENT if enabled else Token.INK3), 1.75 * unit)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            points = ((3.9, 8.3), (6.7, 11.1), (12.1, 5.2))
            painter.drawPolyline([QPointF(box.left() + x * unit, box.top() + y * unit) for x, y in points])
