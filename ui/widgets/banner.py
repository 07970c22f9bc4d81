"""A panel that speaks to the reader: an icon, a sentence, and where it leads."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.button import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.tone import Tone

_START = 42


class Banner(QWidget):
    """`Banner("Same conduct as (b)(6). It is counted once, there.", links=[("go", "Go to (b)(6)")])`.

    Signal `followed(str)`: the key of the link. `set_words(text, title)`, `set_links(links)`, `set_tone(tone, icon)`.
    """

    followed = Signal(str)

    def __init__(
        self,
        text: str,
        *,
        tone: Tone = Tone.INFO,
        title: str = "",
        links: Sequence[tuple[str, str]] = (),
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tone, self._icon = tone, icon or tone.icon
        theme.validate((self._icon,))
        self._title = Label(title, Text.BODY_STRONG)
        self._text = Label(text, Text.SMALL, Token.INK2 if title else Token.INK)
        self._links = Flow(gap=14, row_gap=0)
        self._keys: tuple[tuple[str, str], ...] = ()
        column = theme.down(self, margins=(_START, 10, 16, 10))
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._links)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._title.setVisible(bool(title))
        self.set_links(links)

    def set_words(self, text: str, title: str = "") -> None:
        """Say something else."""
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._text.set_tone(Token.INK2 if title else Token.INK)

    def set_tone(self, tone: Tone, icon: str = "") -> None:
        """Say it in another tone."""
        if (tone, icon or tone.icon) != (self._tone, self._icon):
            self._tone, self._icon = tone, icon or tone.icon
            theme.validate((self._icon,))
            self.update()

    def set_links(self, links: Sequence[tuple[str, str]]) -> None:
        """Lead elsewhere: (key, words) each."""
        if tuple(links) != self._keys:
            self._keys = tuple(links)
            self._links.clear()
            for key, words in links:
                link = Button(words, Kind.LINK)
                link.setProperty("key", key)
                link.clicked.connect(self._on_clicked)
                self._links.add(link)
        self._links.setVisible(bool(self._keys))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the icon on the first line."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        brush.soft(painter, whole, self._tone.ground, self._tone.ink, theme.px(6))
        first = theme.line(Text.SMALL if self._title.isHidden() else Text.BODY_STRONG)
        square = QRectF(theme.px(16), theme.px(10), theme.px(16), first)
        place = brush.mirrored(square, whole, self.isRightToLeft())
        brush.icon(painter, place, self._icon, theme.colour(self._tone.ink), 15)
        painter.end()

    def _on_clicked(self) -> None:
        self.followed.emit(self.sender().property("key"))
