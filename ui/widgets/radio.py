"""One of a few that exclude each other, with room for a note."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QRadioButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush, lines

_RING = 16
_START = 26


class Radio(QRadioButton):
    """`Radio("Prosecution note", note="The prosecution submits")`: one of a RadioList, which speaks for all."""

    ring_radius = 4

    def __init__(self, text: str, *, note: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._note = note
        self.setAccessibleDescription(note)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least 28; a note that does not fit beside goes below."""
        height = lines.laid_out(self.text(), Text.BODY, width - theme.px(_START)).height + theme.px(6)
        if self._note and not self._fits(width):
            height += lines.laid_out(self._note, Text.CAPTION, width - theme.px(_START)).height
        return max(height, theme.px(28))

    def sizeHint(self) -> QSize:
        """One line, the note at its end."""
        note = brush.width(self._note, Text.CAPTION) + theme.px(16) if self._note else 0
        return QSize(theme.px(_START + 4) + lines.one_line(self.text(), Text.BODY) + note, theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word."""
        return QSize(theme.px(_START) + lines.longest_word(self.text(), Text.BODY), theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring, words and note."""
        painter = brush.opened(self)
        whole, rtl, enabled = self.rect().toRectF(), self.isRightToLeft(), self.isEnabled()
        top, step = theme.px(3), theme.line(Text.BODY)
        square = QRectF(0, round(top + (step - theme.px(_RING)) / 2), theme.px(_RING), theme.px(_RING))
        square = brush.mirrored(square, whole, rtl)
        token = Token.HAIR if not enabled else Token.ACCENT if self.isChecked() else Token.LINE
        painter.setPen(QPen(theme.colour(token), 1.5 * theme.percent() / 100))
        painter.setBrush(theme.colour(Token.HOVER if enabled and self.underMouse() else Token.PAGE))
        painter.drawEllipse(square.adjusted(0.75, 0.75, -0.75, -0.75))
        if self.isChecked():
            dot = theme.px(8) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(token if enabled else Token.INK3))
            painter.drawEllipse(square.center(), dot, dot)
        room = self.width() - theme.px(_START)
        left = 0 if rtl else theme.px(_START)
        drawn = lines.laid_out(self.text(), Text.BODY, room)
        drawn.draw(painter, QPointF(left, top), theme.colour(Token.INK if enabled else Token.INK3))
        if self._note:
            ink = theme.colour(Token.INK3)
            if self._fits(self.width()):
                end = QRectF(left, top, room, step)
                brush.words(painter, end, self._note, Text.CAPTION, ink, brush.Side.END, rtl)
            else:
                note = lines.laid_out(self._note, Text.CAPTION, room)
                note.draw(painter, QPointF(left, top + drawn.height), ink)
        painter.end()

    def _fits(self, width: int) -> bool:
        return self.sizeHint().width() <= width


class RadioList(QGroupBox):
    """`RadioList([("prosecution", "Prosecution note", "The prosecution submits"), …], name="For whom")`.

    key, word, note each. `value() -> str`, `set_value(key)`, signal `edited(str)`, `radio(key)` to disable one.
    """

    edited = Signal(str)

    def __init__(
        self,
        options: Sequence[tuple[str, str, str]],
        *,
        name: str,
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._radios: dict[str, Radio] = {}
        self.setContentsMargins(0, 0, 0, 0)
        column = theme.down(self)
        for key, word, note in options:
            radio = Radio(word, note=note)
            self._radios[key] = radio
            self._group.addButton(radio)
            column.addWidget(radio)
        self._told = ""
        self.set_value(value)
        self._group.buttonClicked.connect(self._on_clicked)

    def value(self) -> str:
        """The key chosen, "" while there is none."""
        return next((key for key, radio in self._radios.items() if radio.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Choose silently."""
        self._told = value
        if value and value != self.value():
            self._radios[value].setChecked(True)

    def radio(self, key: str) -> Radio:
        """The button of a key."""
        return self._radios[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """A group without a frame."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A group box would reserve room for a frame here."""

    def changeEvent(self, event: QEvent) -> None:
        """And here."""
        QWidget.changeEvent(self, event)

    def _on_clicked(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit(self._told)
