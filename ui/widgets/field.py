"""A line of text to type."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.field_frame import clear_ground, draw_frame

_AIR = 9


class Field(QLineEdit):
    """`Field(name="Reference", value="26-cr-0417")`; its label stands above it: see LabelledField.

    `value() -> str`, `set_value(str)`, signal `edited(str)` at each change by a person, `editingFinished` on leaving.
    `set_problem(sentence)` turns the border red, tells a screen reader and emits `problem_changed(str)`; "" clears it.
    """

    edited = Signal(str)
    problem_changed = Signal(str)
    ring_radius = 6

    def __init__(self, *, name: str, value: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(value, parent)
        theme.validate((icon,) if icon else ())
        self._icon = icon
        self._problem = ""
        self.setAccessibleName(name)
        self.setFrame(False)
        clear_ground(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()
        self.textEdited.connect(self._on_typed)

    def value(self) -> str:
        """What is written."""
        return self.text()

    def set_value(self, value: str) -> None:
        """Write silently; the cursor stays where it was when nothing differs."""
        if value != self.text():
            self.setText(value)

    def problem(self) -> str:
        """What is wrong, "" when nothing is."""
        return self._problem

    def set_problem(self, problem: str) -> None:
        """Say what is wrong and what would be right."""
        if problem == self._problem:
            return
        self._problem = problem
        self.setAccessibleDescription(problem)
        self.update()
        self.problem_changed.emit(problem)

    def restyle(self) -> None:
        """Take the font and the lengths of the look."""
        self.setFont(theme.font(Text.BODY))
        self.setFixedHeight(theme.px(32))
        side = Qt.AlignmentFlag.AlignRight if theme.is_rtl() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        start, end = theme.px(34 if self._icon else _AIR), theme.px(_AIR)
        left, right = (end, start) if theme.is_rtl() else (start, end)
        self.setTextMargins(left, 0, right, 0)

    def sizeHint(self) -> QSize:
        """A comfortable length."""
        return QSize(theme.px(220), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """Room for a date."""
        return QSize(theme.px(96), theme.px(32))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame and icon are ours, the text is Qt's."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        usable = not self.isReadOnly()
        draw_frame(painter, whole, wrong=bool(self._problem), usable=usable, enabled=self.isEnabled())
        if self._icon:
            room = brush.mirrored(QRectF(theme.px(6), 0, theme.px(24), whole.height()), whole, self.isRightToLeft())
            brush.icon(painter, room, self._icon, theme.colour(Token.INK3))
        painter.end()
        super().paintEvent(event)

    def _on_typed(self, text: str) -> None:
        self.edited.emit(text)
