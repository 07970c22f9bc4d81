"""A control with its label above and what is wrong below."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.text_area import TextArea


class LabelledField(QWidget):
    """`LabelledField("Date of offence", DateField(…), note="Local time")`: any control; the label is its buddy.

    Shows the problem of a Field, TextArea or DateField by itself; of another control through `set_problem(sentence)`.
    `control` is the control; `set_label(str)`, `set_note(str)`.
    """

    def __init__(self, label: str, control: QWidget, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._label = Label(label, Text.SMALL_STRONG)
        self._label.setBuddy(control)
        self._note = Label(note, Text.CAPTION, Token.INK3)
        self._problem = ProblemLine()
        column = theme.down(self)
        column.addWidget(self._label)
        theme.space(column, 4)
        column.addWidget(control)
        column.addWidget(self._problem)
        column.addWidget(self._note)
        self._note.setVisible(bool(note))
        if isinstance(control, Field | TextArea | DateField):
            control.problem_changed.connect(self._problem.set_problem)
            self._problem.set_problem(control.problem())

    def set_label(self, label: str) -> None:
        """Show another label."""
        self._label.setText(label)

    def set_note(self, note: str) -> None:
        """Show another note, "" for none."""
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_problem(self, problem: str) -> None:
        """Say what is wrong and what would be right, "" when nothing is."""
        if isinstance(self.control, Field | TextArea | DateField):
            self.control.set_problem(problem)
        else:
            self.control.setAccessibleDescription(problem)
            self._problem.set_problem(problem)


class ProblemLine(QWidget):
    """Icon and sentence in red; takes no room while there is no problem."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label("", Text.SMALL_STRONG, Token.ERROR)
        row = theme.across(self, margins=(20, 4, 0, 0))
        row.addWidget(self._sentence)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def set_problem(self, problem: str) -> None:
        """Show a sentence, or nothing."""
        self._sentence.setText(problem)
        self.setVisible(bool(problem))

    def problem(self) -> str:
        """The sentence shown."""
        return self._sentence.text()

    def minimumSizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(120), theme.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon before the sentence."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        square = QRectF(0, theme.px(4), theme.px(15), theme.line(Text.SMALL))
        place = brush.mirrored(square, whole, self.isRightToLeft())
        brush.icon(painter, place, "ph.warning-circle", theme.colour(Token.ERROR), 14)
        painter.end()
