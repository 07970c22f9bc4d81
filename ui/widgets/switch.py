"""A fact on or off, in the demonstration."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui import theme
from ui.theme import Token
from ui.widgets import brush

_WIDTH = 36
_HEIGHT = 20


class Switch(QCheckBox):
    """`Switch(name="24 persons", value=True)`: 36 × 20 in a target of 28.

    `value() -> bool`, `set_value(bool)`, signal `edited(bool)`.
    """

    edited = Signal(bool)
    ring_radius = 12

    def __init__(self, *, name: str, value: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setChecked(value)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.edited)

    def value(self) -> bool:
        """Whether it is on."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:
        """Switch silently."""
        self.setChecked(value)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """The target."""
        return QSize(theme.px(_WIDTH), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, filled when on, and the knob at its side."""
        painter = brush.opened(self)
        tall = theme.px(_HEIGHT)
        track = QRectF(0, (self.height() - tall) / 2, theme.px(_WIDTH), tall)
        on, hovered = self.isChecked(), self.underMouse() and self.isEnabled()
        if on:
            token = Token.LINE if not self.isEnabled() else Token.ACCENT2 if hovered else Token.ACCENT
            brush.fill(painter, track, theme.colour(token), tall / 2)
        else:
            brush.fill(painter, track, theme.colour(Token.HOVER if hovered else Token.PAGE), tall / 2)
            edge = Token.LINE if self.isEnabled() else Token.HAIR
            brush.edge(painter, track, theme.colour(edge), tall / 2, 1.25 * theme.percent() / 100)
        at_right = on is not self.isRightToLeft()
        centre = track.right() - tall / 2 if at_right else track.left() + tall / 2
        knob = theme.px(12) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Token.ON_ACCENT if on else Token.LINE))
        painter.drawEllipse(QPointF(centre, track.center().y()), knob, knob)
        painter.end()
