"""One edition in the list: its day and how far it may be trusted."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.models.guidance_shelf import EditionRow
from ui.theme import Text, Token
from ui.widgets import brush, lines
from ui.widgets.tone import Tone

_SIDE = 14
_AIR = 8
_TAG = 22
_ICON = 19


class EditionLink(QPushButton):
    """A row; the chosen one stands on the page's colour with a border. Arrows go to the next."""

    ring_radius = 6

    def __init__(self, row: EditionRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = row
        self._tag = (row.tag, row.tone, row.icon)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    @property
    def row(self) -> EditionRow:
        """What it leads to."""
        return self._row

    def set_tag(self, tag: tuple[str, str, str]) -> None:
        """Say another status."""
        if tag != self._tag:
            self._tag = tag
            self._name()
            self.updateGeometry()
            self.update()

    def hitButton(self, pos: QPoint) -> bool:
        """All of it."""
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        """Its words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The title's lines, the tag's and air."""
        return self._title(width).height + theme.px(4) + self._tag_height(width) + 2 * theme.px(_AIR)

    def sizeHint(self) -> QSize:
        """One line and a tag."""
        return QSize(theme.px(240), self.heightForWidth(theme.px(240)))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow."""
        return QSize(theme.px(140), theme.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, day and tag."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        if self.isChecked():
            brush.fill(painter, whole, theme.colour(Token.PAGE), theme.px(6))
            brush.edge(painter, whole, theme.colour(Token.LINE if theme.bordered() else Token.HAIR), theme.px(6))
        elif self.underMouse():
            brush.fill(painter, whole, theme.colour(Token.HOVER), theme.px(6))
        title = self._title(self.width())
        title.draw(painter, QPointF(theme.px(_SIDE), theme.px(_AIR)), theme.colour(Token.INK))
        tone, icon = Tone(self._tag[1]), self._tag[2]
        laid = self._tag_lines(self.width())
        wide = laid.widest + theme.px(18) + (theme.px(_ICON) if icon else 0)
        top = theme.px(_AIR) + title.height + theme.px(4)
        tag = brush.mirrored(QRectF(theme.px(_SIDE), top, wide, self._tag_height(self.width())), whole, rtl)
        brush.soft(painter, tag, tone.ground, tone.ink, theme.px(4))
        if icon:
            square = QRectF(tag.left() + theme.px(8), top, theme.px(14), theme.px(_TAG))
            brush.icon(painter, brush.mirrored(square, tag, rtl), icon, theme.colour(tone.ink), 14)
        inset = theme.px(9) + (theme.px(_ICON) if icon else 0)
        at = tag.right() - inset - self._tag_room(self.width()) if rtl else tag.left() + inset
        laid.draw(painter, QPointF(at, top + theme.px(3)), theme.colour(tone.ink))
        painter.end()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._row.title}. {self._tag[0]}")

    def _title(self, width: int) -> lines.Lines:
        style = Text.BODY_SELECTED if self.isChecked() else Text.BODY
        return lines.laid_out(self._row.title, style, width - 2 * theme.px(_SIDE))

    def _tag_room(self, width: int) -> int:
        return width - 2 * theme.px(_SIDE) - theme.px(18) - (theme.px(_ICON) if self._tag[2] else 0)

    def _tag_lines(self, width: int) -> lines.Lines:
        return lines.laid_out(self._tag[0], Text.CAPTION_LABEL, self._tag_room(width))

    def _tag_height(self, width: int) -> int:
        return self._tag_lines(width).height + theme.px(6)
