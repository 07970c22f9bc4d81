"""A whole number between bounds, stepped or typed."""

from PySide6.QtCore import QEvent, QRect, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QSizePolicy, QSpinBox, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush

_MINUS = "\N{MINUS SIGN}"


class Stepper(QSpinBox):
    """`Stepper(name="Persons", low=0, high=999, value=24, less="Fewer", more="More")`; value None shows nothing.

    `number() -> int | None`, `set_value(int | None)`, signal `edited(int)` at each step and each number typed that is
    in bounds; `editingFinished` when the person leaves. Up, down, page keys; − is a true minus, "-" is read too.
    `setRange` as with QSpinBox. It ignores the wheel, which scrolls the page.
    """

    edited = Signal(int)
    ring_radius = 6

    def __init__(
        self,
        *,
        name: str,
        low: int = 0,
        high: int = 99_999,
        value: int | None = None,
        less: str = "",
        more: str = "",
        width: int = 112,
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._width, self._height = width, height
        self._told: int | None = value
        self._less = _StepButton("ph.minus", less, self)
        self._more = _StepButton("ph.plus", more, self)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(name)
        self.setRange(low, high)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()
        self._show(value)
        self._less.clicked.connect(self.stepDown)
        self._more.clicked.connect(self.stepUp)
        self.valueChanged.connect(self._on_value)
        self.lineEdit().textEdited.connect(self._on_typed)

    def number(self) -> int | None:
        """The number, None while there is none."""
        return self._told

    def set_value(self, value: int | None) -> None:
        """Show a number silently; None empties the field."""
        if value != self._told:
            self._told = value
            self._show(value)

    def restyle(self) -> None:
        """Take the font and the lengths of the look."""
        self.setFont(theme.font(Text.BODY_STRONG))
        self.lineEdit().setFont(theme.font(Text.BODY_STRONG))
        self._place()

    def stepBy(self, steps: int) -> None:
        """Step; from nothing the first step gives the lowest number."""
        if self._told is None:
            self._on_value(self.value())
            self._show(self._told)
        else:
            super().stepBy(steps)

    def textFromValue(self, value: int) -> str:
        """With a true minus."""
        if self._told is None:
            return ""
        return str(value).replace("-", _MINUS)

    def valueFromText(self, text: str) -> int:
        """Read either minus and the digits of any script."""
        number = _read(text)
        return self.minimum() if number is None else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """A number in bounds, or what may still become one."""
        number = _read(text)
        if number is None:
            may = not text.strip() or (self.minimum() < 0 and text.strip() in ("-", _MINUS))
            state = QValidator.State.Intermediate if may else QValidator.State.Invalid
        elif self.minimum() <= number <= self.maximum():
            state = QValidator.State.Acceptable
        else:
            growing = 0 <= number < self.minimum() or self.maximum() < number <= 0
            state = QValidator.State.Intermediate if growing else QValidator.State.Invalid
        return state, text, position

    def sizeHint(self) -> QSize:
        """Fixed, whatever the number."""
        return QSize(theme.px(self._width), theme.px(self._height))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the field between the two buttons."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt places the field once more when the widget is first shown."""
        super().showEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Qt places the field again when style, font or direction change."""
        super().changeEvent(event)
        self._place()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: it must never change an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame and dividers; the number is the inner field's, the signs the buttons'."""
        painter = brush.opened(self)
        whole, radius = self.rect().toRectF(), theme.px(6)
        brush.fill(painter, whole, theme.colour(Token.PAGE), radius)
        brush.edge(painter, whole, theme.colour(Token.LINE if self.isEnabled() else Token.HAIR), radius)
        inset, button = theme.px(7), self._button_width()
        for at in (button, self.width() - button):
            painter.fillRect(QRectF(at, inset, 1, self.height() - 2 * inset), theme.colour(Token.HAIR))
        painter.end()

    def _on_value(self, value: int) -> None:
        if value != self._told:
            self._told = value
            self.edited.emit(value)
        self._less.setEnabled(value > self.minimum())
        self._more.setEnabled(value < self.maximum())

    def _on_typed(self, text: str) -> None:
        """Typing the number that Qt already holds changes nothing for Qt, but it is an answer."""
        number = _read(text)
        if self._told is None and number == self.value():
            self._on_value(number)

    def _show(self, value: int | None) -> None:
        """Qt always holds a number, also while there is none: what it then says of it is not an answer."""
        with QSignalBlocker(self):
            self.setValue(self.minimum() if value is None else value)
        with QSignalBlocker(self.lineEdit()):
            self.lineEdit().setText(self.textFromValue(self.value()))
        self._less.setEnabled(value is not None and value > self.minimum())
        self._more.setEnabled(value is None or value < self.maximum())

    def _button_width(self) -> int:
        return theme.px(self._height)

    def _place(self) -> None:
        button = self._button_width()
        start, end = QRect(0, 0, button, self.height()), QRect(self.width() - button, 0, button, self.height())
        less, more = (end, start) if self.isRightToLeft() else (start, end)
        self._less.setGeometry(less)
        self._more.setGeometry(more)
        self.lineEdit().setGeometry(button + 2, 2, self.width() - 2 * button - 4, self.height() - 4)


class _StepButton(QAbstractButton):
    def __init__(self, icon: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(32), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            inset = theme.px(3)
            brush.fill(painter, whole.adjusted(inset, inset, -inset, -inset), theme.colour(Token.HOVER), theme.px(4))
        token = Token.INK2 if self.isEnabled() else Token.LINE
        brush.icon(painter, whole, self._icon, theme.colour(token), 14)
        painter.end()


def _read(text: str) -> int | None:
    plain = text.strip().replace(_MINUS, "-")
    try:
        return int(plain) if "_" not in plain else None
    except ValueError:
        return None
