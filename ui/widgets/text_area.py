"""Several lines of text to type; grows with them from two."""

from PySide6.QtCore import QMimeData, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent, QTextBlockFormat, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from ui import theme
from ui.theme import Text
from ui.widgets import brush
from ui.widgets.field_frame import clear_ground, draw_frame

_LEAST_LINES = 2
_AIR = 10


class TextArea(QTextEdit):
    """`TextArea(name="Reasons", value="…")`: plain text only, also when pasted; Tab leaves it.

    `value() -> str`, `set_value(str)`, signals `edited(str)` at each change by a person and `left()` when the person
    has left; `set_problem(sentence)` as with Field, and `problem_changed(str)`.
    """

    edited = Signal(str)
    left = Signal()
    problem_changed = Signal(str)
    ring_radius = 6

    def __init__(self, *, name: str, value: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told = ""
        self._problem = ""
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        clear_ground(self)
        self.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self.set_value(value)
        self.restyle()
        self.textChanged.connect(self._on_text)

    def value(self) -> str:
        """What is written."""
        return self.toPlainText()

    def set_value(self, value: str) -> None:
        """Write silently; cursor and undo stay when nothing differs."""
        if value != self.toPlainText():
            self._told = value
            self.setPlainText(value)
            self._set_lengths()

    def problem(self) -> str:
        """What is wrong, "" when nothing is."""
        return self._problem

    def set_problem(self, problem: str) -> None:
        """Say what is wrong and what would be right."""
        if problem == self._problem:
            return
        self._problem = problem
        self.setAccessibleDescription(problem)
        self.viewport().update()
        self.problem_changed.emit(problem)

    def restyle(self) -> None:
        """Take the font, the line height and the lengths of the look."""
        self.setFont(theme.font(Text.BODY))
        self._set_lengths()
        self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Pasted text gets the line height too."""
        super().insertFromMimeData(source)
        self._set_steps()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(theme.px(320), self.height())

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(theme.px(120), self.height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person has left; a menu or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """All lines are in sight: the wheel scrolls the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame is ours, the text is Qt's."""
        painter = brush.opened(self.viewport())
        usable = not self.isReadOnly()
        whole = self.viewport().rect().toRectF()
        draw_frame(painter, whole, wrong=bool(self._problem), usable=usable, enabled=self.isEnabled())
        painter.end()
        super().paintEvent(event)

    def _on_text(self) -> None:
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.edited.emit(text)

    def _on_grown(self, _size: QSizeF) -> None:
        self._fit()

    def _fit(self) -> None:
        least = _LEAST_LINES * theme.line(Text.BODY) + 2 * theme.px(_AIR)
        height = max(round(self.document().size().height()), least)
        if height != self.height():
            self.setFixedHeight(height)

    def _set_lengths(self) -> None:
        """A fixed line height puts its extra room over the letters: the margin above is smaller to make good for it."""
        self.setUndoRedoEnabled(False)
        root = self.document().rootFrame()
        frame = root.frameFormat()
        side, above = theme.px(_AIR + 1), theme.px(_AIR - 3)
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        frame.setTopMargin(above)
        frame.setBottomMargin(2 * theme.px(_AIR) - above)
        root.setFrameFormat(frame)
        self._set_steps()
        self.setUndoRedoEnabled(True)

    def _set_steps(self) -> None:
        """QTextEdit keeps a line height only in its blocks, so each block gets it."""
        step = QTextBlockFormat()
        step.setLineHeight(theme.line(Text.BODY), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(step)
        cursor.endEditBlock()
