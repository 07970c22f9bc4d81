"""What was just done, and a way to undo it."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.label import Label

_SECONDS = 8
_MILLISECONDS = 160
_RISE = 12


class Toast(QWidget):
    """`Toast(window, above=30)`, once for each window; `say("Number of persons set to 32", undo="Undo")`, `undone()`.

    Stands at the bottom start, `above` px over the window's edge; goes after 8 s or with `dismiss()`, which the next
    edit calls; stays while the pointer or the focus is on it. What it says is also spoken.
    """

    undone = Signal()

    def __init__(self, window: QWidget, *, above: int = 30) -> None:
        super().__init__(window)
        self._above = above
        self._text = Label("", Text.SMALL, Token.PAGE, wraps=False)
        self._undo = _Undo()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECONDS * 1000)
        self._movement = QPropertyAnimation(self, b"pos", self)
        self._movement.setDuration(_MILLISECONDS)
        self._movement.setEasingCurve(QEasingCurve.Type.OutCubic)
        row = theme.across(self, gap=16, margins=(42, 10, 10, 10))
        row.addWidget(self._text)
        row.addWidget(self._undo)
        self.hide()
        window.installEventFilter(self)
        self._timer.timeout.connect(self._on_time)
        self._undo.clicked.connect(self._on_undo)

    def say(self, text: str, undo: str = "") -> None:
        """Show and speak; without `undo` there is no button."""
        self._text.setText(text)
        self._undo.setText(undo)
        self._undo.setVisible(bool(undo))
        self.adjustSize()
        place = self._place()
        self.move(place)
        self.raise_()
        self.show()
        if theme.moves():
            self._movement.stop()
            self._movement.setStartValue(place + QPoint(0, theme.px(_RISE)))
            self._movement.setEndValue(place)
            self._movement.start()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def dismiss(self) -> None:
        """Go now."""
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the window's corner."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._movement.stop()
            self.move(self._place())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the tick."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        brush.fill(painter, whole, theme.colour(Token.INK), theme.px(8))
        square = whole.adjusted(theme.px(14), 0, theme.px(16 + 14) - whole.width(), 0)
        place = brush.mirrored(square, whole, self.isRightToLeft())
        brush.icon(painter, place, "ph.check", theme.colour(Token.PAGE), 16)
        painter.end()

    def _place(self) -> QPoint:
        window, air = self.parentWidget() or self, theme.px(20)
        top = window.height() - theme.px(self._above) - air - self.height()
        return QPoint(window.width() - self.width() - air if self.isRightToLeft() else air, top)

    def _on_time(self) -> None:
        if self.underMouse() or self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _on_undo(self) -> None:
        self.dismiss()
        self.undone.emit()


class _Undo(QPushButton):
    ring_radius = 4

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(brush.width(self.text(), Text.SMALL_SELECTED) + theme.px(16), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush.opened(self)
        whole, colour = self.rect().toRectF(), theme.colour(Token.PAGE)
        if self.underMouse() or self.hasFocus():
            brush.edge(painter, whole, colour, theme.px(4))
        brush.words(painter, whole, self.text(), Text.SMALL_SELECTED, colour, brush.Side.MIDDLE)
        painter.end()
