"""The push button in its four voices."""

from enum import Enum

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush


class Kind(Enum):
    """PRIMARY: one per view. SECONDARY: bordered. QUIET: bare, also for destructive acts. LINK: leads somewhere."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    LINK = "link"


_PADDING = {Kind.PRIMARY: 16, Kind.SECONDARY: 14, Kind.QUIET: 8, Kind.LINK: 2}
_ICON = 16
_GAP = 6


class Button(QPushButton):
    """`Button("Save PDF", Kind.PRIMARY, icon="ph.file-pdf")`; `clicked` as with QPushButton.

    icon before, `after` behind the word (`ph.arrow-right`, `ph.caret-down`); pointing icons turn in right-to-left.
    A button without a word needs `name`, which is its accessible name and tooltip. height: 32, 36–40 for a main act.
    Setters: `setText`, `set_icon`, `set_after`, `set_kind`.
    """

    ring_radius = 6

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        after: str = "",
        name: str = "",
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        theme.validate(tuple(given for given in (icon, after) if given))
        self._kind, self._icon, self._after = kind, icon, after
        self._height = 28 if kind is Kind.LINK and height == 32 else height
        if name:
            self.setAccessibleName(name)
        if not text:
            self.setToolTip(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)

    def set_icon(self, icon: str) -> None:
        """Show another icon before the word."""
        if icon != self._icon:
            theme.validate((icon,) if icon else ())
            self._icon = icon
            self._resized()

    def set_after(self, after: str) -> None:
        """Show another icon behind the word."""
        if after != self._after:
            theme.validate((after,) if after else ())
            self._after = after
            self._resized()

    def set_kind(self, kind: Kind) -> None:
        """Take another voice."""
        if kind is not self._kind:
            self._kind = kind
            self._resized()

    def setText(self, text: str) -> None:
        """Show another word."""
        if text != self.text():
            super().setText(text)
            self._resized()

    def sizeHint(self) -> QSize:
        """As wide as what it shows, never under 28 high."""
        height = theme.px(self._height)
        if not self.text():
            return QSize(max(height, theme.px(28)), height)
        return QSize(round(self._content()) + 2 * theme.px(_PADDING[self._kind]), height)

    def minimumSizeHint(self) -> QSize:
        """It does not shrink: a cut verb says something else."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint frame, icons and word."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        hovered = self.isEnabled() and (self.underMouse() or self.isDown())
        self._paint_ground(painter, whole, hovered)
        ink = theme.colour(self._ink(hovered))
        rtl = self.isRightToLeft()
        content = self._content()
        at = (whole.width() - content) / 2
        size = theme.px(_ICON)

        def place(width: float) -> QRectF:
            return brush.mirrored(QRectF(at, 0, width, whole.height()), whole, rtl)

        if self._icon:
            brush.icon(painter, place(size), self._icon, ink, _ICON, rtl)
            at += size + theme.px(_GAP)
        if self.text():
            width = brush.width(self.text(), Text.SMALL_STRONG)
            room = place(width)
            brush.words(painter, room, self.text(), Text.SMALL_STRONG, ink, brush.Side.START, rtl)
            at += width + theme.px(_GAP)
            if self._kind is Kind.LINK and hovered:
                base = room.center().y() + theme.metrics(Text.SMALL_STRONG).ascent() / 2 + theme.px(1)
                brush.hairline(painter, room.left(), round(base), room.right(), ink)
        if self._after:
            brush.icon(painter, place(theme.px(14)), self._after, ink, 14, rtl)
        painter.end()

    def _resized(self) -> None:
        self.updateGeometry()
        self.update()

    def _content(self) -> float:
        parts = [theme.px(_ICON)] if self._icon else []
        if self.text():
            parts.append(brush.width(self.text(), Text.SMALL_STRONG))
        if self._after:
            parts.append(theme.px(14))
        return sum(parts) + theme.px(_GAP) * max(len(parts) - 1, 0)

    def _paint_ground(self, painter: QPainter, whole: QRectF, hovered: bool) -> None:
        radius = theme.px(6)
        match self._kind:
            case Kind.PRIMARY:
                ground = Token.ACCENT2 if hovered else Token.ACCENT
                brush.fill(painter, whole, theme.colour(ground if self.isEnabled() else Token.SUNKEN), radius)
                if not self.isEnabled():
                    brush.edge(painter, whole, theme.colour(Token.HAIR), radius)
            case Kind.SECONDARY:
                brush.fill(painter, whole, theme.colour(Token.HOVER if hovered else Token.PAGE), radius)
                brush.edge(painter, whole, theme.colour(Token.LINE if self.isEnabled() else Token.HAIR), radius)
            case Kind.QUIET:
                if hovered:
                    brush.fill(painter, whole, theme.colour(Token.HOVER), radius)
            case Kind.LINK:
                pass

    def _ink(self, hovered: bool) -> Token:
        if not self.isEnabled():
            return Token.INK3
        match self._kind:
            case Kind.PRIMARY:
                return Token.ON_ACCENT
            case Kind.SECONDARY:
                return Token.INK
            case Kind.QUIET:
                return Token.INK2
            case Kind.LINK:
                return Token.ACCENT2 if hovered else Token.ACCENT
