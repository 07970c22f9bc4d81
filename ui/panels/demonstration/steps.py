"""A number or a word out of an order, moved by keys that are no digits: digits belong to the facts."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QWidget

from ui.i18n import _
from ui.widgets.stepper import Stepper

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_PageUp: 5,
    Qt.Key.Key_PageDown: -5,
}


class Steps(Stepper):
    """`Steps(name="Weight of risk")`, then `offer(low, high, place, text)`: `text(place)` is what stands there.

    `edited(int)` tells the new place. Up and down, plus and minus, page keys; everything else goes to the page.
    """

    def __init__(self, *, name: str, width: int = 124, parent: QWidget | None = None) -> None:
        self._text: Callable[[int], str] = str
        super().__init__(name=name, width=width, height=36, less=_("Less"), more=_("More"), parent=parent)
        self.lineEdit().setReadOnly(True)
        self.lineEdit().setCursor(Qt.CursorShape.ArrowCursor)

    def offer(self, low: int, high: int, place: int | None, text: Callable[[int], str], stride: int = 1) -> None:
        """Show another place, order and words, silently."""
        self._text = text
        with QSignalBlocker(self):
            self.setRange(low, high)
            self.setSingleStep(stride)
        self._told = place
        self._show(place)
        self.lineEdit().deselect()

    def set_width(self, width: int) -> None:
        """Take another width, in px of the design."""
        if width != self._width:
            self._width = width
            self.updateGeometry()

    def stepBy(self, steps: int) -> None:
        """Step, and leave nothing selected: it is not typed over."""
        super().stepBy(steps)
        self.lineEdit().deselect()

    def textFromValue(self, value: int) -> str:
        """What stands at a place."""
        return "" if self._told is None else self._text(value)

    def valueFromText(self, text: str) -> int:
        """Nothing is typed here."""
        return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Everything that is shown is right."""
        return QValidator.State.Acceptable, text, position

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, or leave the key to the page."""
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            self.stepBy(steps)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt would select the text."""
        super().focusInEvent(event)
        self.lineEdit().deselect()


def words_at(words: tuple[str, ...]) -> Callable[[int], str]:
    """The text of a place in a row of words."""
    return partial(_word, words)


def _word(words: tuple[str, ...], place: int) -> str:
    return words[place] if 0 <= place < len(words) else ""
