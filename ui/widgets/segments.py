"""One choice out of a few words that are all in sight: radio buttons in one frame."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush

_HEIGHT = 32
_ROW_GAP = 4


class Segments(QGroupBox):
    """`Segments([("none", "None"), ("great", "Great")], name="Fixed fee")`: keys and words, in reading order.

    `value() -> str` ("" while nothing is chosen), `set_value(key)`, signal `edited(str)`: a person chose another.
    Arrows move and choose, Home and End go to the ends, a first letter to the next word that begins with it.
    Breaks into rows when it is narrower than its words; `tight` has less room around them.
    """

    edited = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        name: str,
        value: str = "",
        tight: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._padding = 9 if tight else 13
        self._measured: list[int] = []
        self._group = QButtonGroup(self)
        self._segments = [_Segment(key, word, self) for key, word in options]
        for segment in self._segments:
            self._group.addButton(segment)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_value(value)
        self._group.buttonClicked.connect(self._on_clicked)
        self._told = value

    def value(self) -> str:
        """The key of the chosen word."""
        return next((segment.key for segment in self._segments if segment.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose silently; "" leaves nothing chosen. KeyError for a key that is not among the options."""
        if value == self.value():
            return
        if value and value not in (segment.key for segment in self._segments):
            raise KeyError(value)
        self._group.setExclusive(False)
        for segment in self._segments:
            segment.setChecked(segment.key == value)
        self._group.setExclusive(True)
        self._told = value
        self.update()

    def set_words(self, words: Sequence[str]) -> None:
        """Show the options in other words, the keys unchanged."""
        for segment, word in zip(self._segments, words, strict=True):
            segment.setText(word)
        self.restyle()

    def segment(self, key: str) -> QRadioButton:
        """The radio button of a key: to focus it, or to give it a tooltip."""
        return next(segment for segment in self._segments if segment.key == key)

    def restyle(self) -> None:
        """The words have another width."""
        self._measured = []
        self.updateGeometry()
        self._place()

    def choose_near(self, segment: QRadioButton, key: int, text: str) -> bool:
        """Move the choice as a key asks; False when the key means nothing here."""
        here = self._segments.index(segment)  # type: ignore[arg-type]
        last = len(self._segments) - 1
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.isRightToLeft():
            forward, back = back, forward
        if key in (forward, Qt.Key.Key_Down):
            target = min(here + 1, last)
        elif key in (back, Qt.Key.Key_Up):
            target = max(here - 1, 0)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            target = 0 if key == Qt.Key.Key_Home else last
        else:
            target = self._beginning_with(text, here)
            if target < 0:
                return False
        chosen = self._segments[target]
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        chosen.setChecked(True)
        self._tell()
        return True

    def hasHeightForWidth(self) -> bool:
        """A narrow one has more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its rows."""
        rows = len(self._rows(width))
        return rows * theme.px(_HEIGHT) + (rows - 1) * theme.px(_ROW_GAP)

    def sizeHint(self) -> QSize:
        """All words in one row."""
        return QSize(sum(self._widths()), theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Two words in a row."""
        widths = sorted(self._widths())
        return QSize(sum(widths[-2:]), theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words into rows; the group box's own handling would reserve room for a title."""
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame of each row and the dividers."""
        painter = brush.opened(self)
        line = theme.colour(Token.LINE if self.isEnabled() else Token.HAIR)
        inset = theme.px(8)
        for row in self._rows(self.width()):
            first, last = self._segments[row[0]].geometry(), self._segments[row[-1]].geometry()
            frame = first.united(last).toRectF()
            brush.fill(painter, frame, theme.colour(Token.PAGE), theme.px(6))
            brush.edge(painter, frame, line, theme.px(6))
            for number in row[1:]:
                before, after = self._segments[number - 1], self._segments[number]
                if before.stands_out() or after.stands_out():
                    continue
                at = after.geometry().right() if self.isRightToLeft() else after.geometry().left()
                tall = frame.adjusted(0, inset, 0, -inset)
                painter.fillRect(QRectF(at, tall.top(), 1, tall.height()), theme.colour(Token.HAIR))
        painter.end()

    def _on_clicked(self) -> None:
        self._tell()

    def _tell(self) -> None:
        self.update()
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit(self._told)

    def _beginning_with(self, text: str, here: int) -> int:
        letter = text.casefold()
        order = [*range(here + 1, len(self._segments)), *range(here + 1)]
        matches = (number for number in order if self._segments[number].text().casefold().startswith(letter))
        return next(matches, -1) if letter.strip() else -1

    def _widths(self) -> list[int]:
        """Measured at 600, so that nothing shifts when another word is chosen."""
        if not self._measured:
            room = 2 * theme.px(self._padding)
            self._measured = [brush.width(part.text(), Text.SMALL_SELECTED) + room for part in self._segments]
        return self._measured

    def _rows(self, width: int) -> list[range]:
        widths = self._widths()
        count = len(widths)
        for rows in range(1, count + 1):
            size = -(-count // rows)
            split = [range(start, min(start + size, count)) for start in range(0, count, size)]
            if all(sum(widths[number] for number in row) <= width for row in split):
                return split
        return [range(number, number + 1) for number in range(count)]

    def _place(self) -> None:
        widths, height = self._widths(), theme.px(_HEIGHT)
        top = 0
        for row in self._rows(self.width()):
            start = 0
            for number in row:
                left = self.width() - start - widths[number] if self.isRightToLeft() else start
                self._segments[number].setGeometry(QRect(left, top, widths[number], height))
                start += widths[number]
            top += height + theme.px(_ROW_GAP)
        self.update()


class _Segment(QRadioButton):
    ring_radius = 6

    def __init__(self, key: str, word: str, parent: Segments) -> None:
        super().__init__(word, parent)
        self.key = key
        self._parts = parent
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def stands_out(self) -> bool:
        """Whether it is filled, so that no divider is wanted beside it."""
        return self.isChecked() or (self.underMouse() and self.isEnabled())

    def sizeHint(self) -> QSize:
        return QSize(brush.width(self.text(), Text.SMALL_SELECTED) + theme.px(18), theme.px(_HEIGHT))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def enterEvent(self, event: object) -> None:
        self._parts.update()

    def leaveEvent(self, event: object) -> None:
        self._parts.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if not (plain and self._parts.choose_near(self, event.key(), event.text())):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = brush.opened(self)
        whole, radius = self.rect().toRectF(), theme.px(6)
        enabled = self.isEnabled()
        ink = Token.INK if enabled else Token.INK3
        if self.isChecked():
            ink = Token.ACCENT if enabled else Token.INK3
            brush.fill(painter, whole, theme.colour(Token.SOFT if enabled else Token.SUNKEN), radius)
            brush.edge(painter, whole, theme.colour(ink), radius, 1.5 * theme.percent() / 100)
        elif enabled and self.underMouse():
            inset = theme.px(2)
            brush.fill(painter, whole.adjusted(inset, inset, -inset, -inset), theme.colour(Token.HOVER), theme.px(4))
        style = Text.SMALL_SELECTED if self.isChecked() else Text.SMALL
        brush.words(painter, whole, self.text(), style, theme.colour(ink), brush.Side.MIDDLE)
        painter.end()
