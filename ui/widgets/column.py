"""A scrolled column with the slim bar: every page, the rail and the result stand in one."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from ui import theme
from ui.theme import Token
from ui.widgets import brush

_BAR = 12
_HANDLE = 4
_HANDLE_HOVERED = 8


class Column(QScrollArea):
    """`Column(content, Token.PAGE)`: scrolls down only; the bar has its own 12 px and is never over the text.

    most: the content is at most so wide (px of the design) and then stands in the middle. `reveal(widget)` scrolls
    to a child. The content must be able to shrink to the column's width: a test compares the two.
    """

    def __init__(
        self,
        content: QWidget | None = None,
        ground: Token = Token.PAGE,
        *,
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._most = ground, most
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollBar(SlimBar(ground, self))
        self.viewport().setAutoFillBackground(False)
        if content is not None:
            self.setWidget(content)

    def setWidget(self, content: QWidget) -> None:
        """Show a content; one that is not a Surface shows the column's ground."""
        if self._most:
            holder = QWidget()
            holder.setAutoFillBackground(False)
            row = theme.across(holder)
            row.addStretch(1)
            row.addWidget(content, 10_000)
            row.addStretch(1)
            self._held = content
            super().setWidget(holder)
            holder.setAutoFillBackground(False)
            self.restyle()
        else:
            super().setWidget(content)
        content.setAutoFillBackground(False)

    def content_width(self) -> int:
        """The width the content has, without the bar; its minimum must not be more."""
        return self.viewport().width()

    def restyle(self) -> None:
        """Take the lengths of the look."""
        if self._most and self.widget() is not None:
            self._held.setMaximumWidth(theme.px(self._most))

    def reveal(self, widget: QWidget) -> None:
        """Scroll until a child is in sight, with a little air above and below."""
        self.ensureWidgetVisible(widget, 0, theme.px(24))

    def sizeHint(self) -> QSize:
        """The content's width and the bar's; any height."""
        content = self.widget()
        return QSize((content.sizeHint().width() if content else 0) + theme.px(_BAR), theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Step by lines and pages that fit the height."""
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(theme.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground behind the content."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour(self._ground))
        painter.end()


class SlimBar(QScrollBar):
    """The vertical bar of everything that scrolls: a handle of 4 px, 8 when hovered, no arrows, no track."""

    def __init__(self, ground: Token, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._ground = ground
        self._hovered = False

    def sizeHint(self) -> QSize:
        """Twelve px of room."""
        return QSize(theme.px(_BAR), theme.px(40))

    def enterEvent(self, event: QEnterEvent) -> None:
        """The handle grows."""
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """The handle shrinks."""
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and handle."""
        painter = brush.opened(self)
        painter.fillRect(self.rect(), theme.colour(self._ground))
        span = self.maximum() - self.minimum()
        if span > 0:
            air = theme.px(4)
            height = self.height() - 2 * air
            tall = max(height * self.pageStep() / (span + self.pageStep()), theme.px(28))
            top = air + (height - tall) * (self.value() - self.minimum()) / span
            broad = theme.px(_HANDLE_HOVERED if self._hovered or self.isSliderDown() else _HANDLE)
            handle = QRectF((self.width() - broad) / 2, top, broad, tall)
            brush.fill(painter, handle, theme.colour(Token.SCROLL), broad / 2)
        painter.end()
