"""Views of one thing, one at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush

_GAP = 26


class Tabs(QTabBar):
    """`Tabs([("text", "Text and examples", ""), ("diff", "Differences", "2")], name="Views")`: key, word, count.

    `value() -> str`, `set_value(key)`, `set_count(key, count)`, signal `edited(str)`. Left and right change the tab.
    """

    edited = Signal(str)
    ring_radius = 6

    def __init__(
        self, tabs: Sequence[tuple[str, str, str]], *, name: str, value: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._counts = {key: count for key, _, count in tabs}
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, word, _ in tabs:
            self.setTabData(self.addTab(word), key)
        self._told = ""
        self.set_value(value or (tabs[0][0] if tabs else ""))
        self.currentChanged.connect(self._on_changed)

    def value(self) -> str:
        """The key of the tab shown."""
        return str(self.tabData(self.currentIndex()) or "")

    def set_value(self, value: str) -> None:
        """Show a tab silently."""
        self._told = value
        for number in range(self.count()):
            if self.tabData(number) == value:
                self.setCurrentIndex(number)

    def set_count(self, key: str, count: str) -> None:
        """Show another number behind a word."""
        if self._counts.get(key) != count:
            self._counts[key] = count
            self.setFont(self.font())
            self.updateGeometry()
            self.update()

    def ring_rect(self) -> QRect:
        """The ring goes round the current tab."""
        return self.tabRect(self.currentIndex()).adjusted(0, theme.px(2), -theme.px(_GAP - 8), -theme.px(2))

    def tabSizeHint(self, index: int) -> QSize:
        """Measured at 600, so that nothing shifts."""
        count = self._counts.get(self.tabData(index), "")
        extra = brush.width(count, Text.SMALL) + theme.px(8) if count else 0
        return QSize(brush.width(self.tabText(index), Text.SMALL_SELECTED) + extra + theme.px(_GAP), theme.px(40))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Tabs that do not fit are reached by the bar's arrows."""
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline, the words and the underline of the current tab."""
        painter = brush.opened(self)
        rtl, bottom = self.isRightToLeft(), self.height()
        brush.hairline(painter, 0, bottom - 1, self.width(), theme.colour(Token.HAIR))
        pointed = self.tabAt(self.mapFromGlobal(self.cursor().pos())) if self.underMouse() else -1
        for number in range(self.count()):
            tab = QRectF(self.tabRect(number))
            room = brush.mirrored(tab.adjusted(0, 0, -theme.px(_GAP - 4), 0), tab, rtl)
            current = number == self.currentIndex()
            style = Text.SMALL_SELECTED if current else Text.SMALL
            ink = Token.INK if current or number == pointed else Token.INK2
            word = self.tabText(number)
            brush.words(painter, room, word, style, theme.colour(ink), rtl=rtl)
            if count := self._counts.get(self.tabData(number), ""):
                start = brush.width(word, Text.SMALL_SELECTED) + theme.px(8)
                behind = brush.mirrored(tab.adjusted(start, 0, 0, 0), tab, rtl)
                brush.words(painter, behind, count, Text.SMALL, theme.colour(Token.INK3), rtl=rtl)
            if current or number == pointed:
                tall = theme.px(2)
                line = QRectF(room.left(), bottom - tall, room.width(), tall)
                painter.fillRect(line, theme.colour(Token.ACCENT if current else Token.THUMB))
        painter.end()

    def _on_changed(self, _index: int) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit(self._told)
