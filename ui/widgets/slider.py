"""A judgment inside its bounds: a slider with one tick for each month and no handle until it is made."""

from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush

_INSET = 9
_TRACK = 4
_KNOB = 18
_LEAST_GAP = 4

_FORWARD = (Qt.Key.Key_Up, Qt.Key.Key_PageUp)
_BACK = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)


class BoundedSlider(QSlider):
    """`BoundedSlider(24, 30, name="Sentence inside the range", low_text="24", high_text="30", unmade="Not yet made")`.

    `number() -> int | None`, `set_value(int | None)`, signal `edited(int)`. While nothing is made the first key gives
    an end: forward and Home the low one, back and End the high one; a click gives the place clicked. `unmade` is what a
    screen reader hears meanwhile. `set_bounds(low, high, low_text, high_text)`. It ignores the wheel.
    """

    edited = Signal(int)
    ring_radius = 6

    def __init__(
        self,
        low: int,
        high: int,
        *,
        name: str,
        low_text: str,
        high_text: str,
        unmade: str = "",
        value: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._texts = (low_text, high_text)
        self._unmade = unmade
        self._told: int | None = None
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleDescription(unmade)
        self.set_value(value)
        self.valueChanged.connect(self._on_value)

    def number(self) -> int | None:
        """What was chosen, None while the judgment is not made."""
        return self._told

    def set_value(self, value: int | None) -> None:
        """Show a choice silently, None takes the handle away."""
        if value == self._told:
            return
        self._told = value
        self.setAccessibleDescription(self._unmade if value is None else "")
        with QSignalBlocker(self):  # Qt always holds a number, also while there is none
            self.setValue(self.minimum() if value is None else value)
        self.update()

    def set_bounds(self, low: int, high: int, low_text: str, high_text: str) -> None:
        """Show other bounds; a choice that stays inside them stays."""
        if (low, high, low_text, high_text) == (self.minimum(), self.maximum(), *self._texts):
            return
        told = self._told
        self._texts = (low_text, high_text)
        self._told = None if told is None else max(low, min(told, high))
        with QSignalBlocker(self):
            self.setRange(low, high)
            self.setValue(low if self._told is None else self._told)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Before the judgment is made a key gives an end, not a step from a place nobody chose."""
        if self._told is not None:
            super().keyPressEvent(event)
            return
        ahead, behind = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            ahead, behind = behind, ahead
        if event.key() in (ahead, *_FORWARD, Qt.Key.Key_Home):
            self._choose(self.minimum())
        elif event.key() in (behind, *_BACK, Qt.Key.Key_End):
            self._choose(self.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The place pressed is the choice."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._choose(self._value_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """It follows the pointer, tick by tick."""
        if self.isSliderDown():
            self._choose(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: it must never change a judgment."""
        event.ignore()

    def sizeHint(self) -> QSize:
        """Track, ticks and labels."""
        return QSize(theme.px(320), theme.px(44))

    def minimumSizeHint(self) -> QSize:
        """It may be short."""
        return QSize(theme.px(140), theme.px(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, what is chosen of it, ticks, ends and handle."""
        painter = brush.opened(self)
        track = self._track()
        radius = track.height() / 2
        brush.fill(painter, track, theme.colour(Token.HAIR), radius)
        self._paint_ticks(painter, track)
        self._paint_ends(painter, track)
        if self._told is not None:
            at = self._place_of(self._told)
            first = self._place_of(self.minimum())
            token = Token.ACCENT if self.isEnabled() else Token.LINE
            done = QRectF(min(first, at), track.top(), abs(at - first), track.height())
            brush.fill(painter, done, theme.colour(token), radius)
            knob = theme.px(_KNOB) / 2 - 1
            painter.setBrush(theme.colour(Token.PAGE))
            painter.setPen(QPen(theme.colour(token), 2 * theme.percent() / 100))
            painter.drawEllipse(QPointF(at, track.center().y()), knob - 1, knob - 1)
        painter.end()

    def _on_value(self, value: int) -> None:
        self.update()
        if value != self._told:
            self._told = value
            self.setAccessibleDescription("")
            self.edited.emit(value)

    def _choose(self, value: int) -> None:
        """Also the value Qt already holds is a choice when none was made."""
        if value == self.value():
            self._on_value(value)
        else:
            self.setValue(value)

    def _track(self) -> QRectF:
        inset, tall = theme.px(_INSET), theme.px(_TRACK)
        return QRectF(inset, theme.px(_INSET) + 1 - tall / 2, self.width() - 2 * inset, tall)

    def _place_of(self, value: int) -> float:
        track = self._track()
        part = (value - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        return track.right() - part * track.width() if self.isRightToLeft() else track.left() + part * track.width()

    def _value_at(self, place: float) -> int:
        track = self._track()
        part = (place - track.left()) / max(track.width(), 1)
        part = 1 - part if self.isRightToLeft() else part
        return round(self.minimum() + min(max(part, 0), 1) * (self.maximum() - self.minimum()))

    def _paint_ticks(self, painter: QPainter, track: QRectF) -> None:
        months = max(self.maximum() - self.minimum(), 1)
        step = 1 if track.width() / months >= _LEAST_GAP else 12
        top = track.bottom() + theme.px(7)
        for month in range(self.minimum(), self.maximum() + 1, step):
            tick = QRectF(round(self._place_of(month)), top, 1, theme.px(4))
            painter.fillRect(tick, theme.colour(Token.LINE))

    def _paint_ends(self, painter: QPainter, track: QRectF) -> None:
        height = theme.line(Text.CAPTION)
        row = QRectF(0, self.height() - height, self.width(), height)
        ink = theme.colour(Token.INK3)
        brush.words(painter, row, self._texts[0], Text.CAPTION, ink, brush.Side.START, self.isRightToLeft())
        brush.words(painter, row, self._texts[1], Text.CAPTION, ink, brush.Side.END, self.isRightToLeft())
