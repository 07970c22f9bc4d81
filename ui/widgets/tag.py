"""A status in a word, and a key of the keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.tone import Tone


class Tag(QLabel):
    """`Tag("Verified", Tone.INFO, icon="ph.check")`, `Tag("Draft")`: 22 high. `set_tag(text, tone, icon)`."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme.validate((icon,) if icon else ())
        self._tone, self._icon = tone, icon
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_tag(self, text: str, tone: Tone, icon: str = "") -> None:
        """Say another status."""
        if (text, tone, icon) != (self.text(), self._tone, self._icon):
            theme.validate((icon,) if icon else ())
            self._tone, self._icon = tone, icon
            self.setText(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Icon and word."""
        icon = theme.px(14 + 5) if self._icon else 0
        return QSize(brush.width(self.text(), Text.CAPTION_LABEL) + icon + theme.px(18), theme.px(22))

    def minimumSizeHint(self) -> QSize:
        """The same: a status is not shortened."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon and word."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        ink = theme.colour(self._tone.ink)
        brush.soft(painter, whole, self._tone.ground, self._tone.ink, theme.px(4))
        start = float(theme.px(9))
        if self._icon:
            square = QRectF(start, 0, theme.px(14), whole.height())
            brush.icon(painter, brush.mirrored(square, whole, rtl), self._icon, ink, 14)
            start += theme.px(14 + 5)
        room = QRectF(start, 0, whole.width() - start, whole.height())
        brush.words(painter, brush.mirrored(room, whole, rtl), self.text(), Text.CAPTION_LABEL, ink, rtl=rtl)
        painter.end()


class KeyCap(QLabel):
    """`KeyCap("Esc")`: a key to press, drawn as one; `side` makes it square, for the numbers of the demonstration."""

    def __init__(self, text: str, *, side: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._side = side
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The word, or the square."""
        if self._side:
            return QSize(theme.px(self._side), theme.px(self._side))
        return QSize(brush.width(self.text(), Text.CAPTION_LABEL) + theme.px(12), theme.px(22))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the key."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        brush.fill(painter, whole, theme.colour(Token.GROUND), theme.px(4))
        brush.edge(painter, whole, theme.colour(Token.HAIR), theme.px(4))
        style = Text.BODY if self._side else Text.CAPTION_LABEL
        brush.words(painter, whole, self.text(), style, theme.colour(Token.INK2), brush.Side.MIDDLE)
        painter.end()
