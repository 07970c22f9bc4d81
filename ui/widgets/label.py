"""Plain text with the line height of its type style."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush, lines
from ui.widgets.brush import Side


class Label(QLabel):
    """`Label("Reasons", Text.CAPTION_LABEL, Token.INK3)`; never rich text, so a name like `<b>Doe</b>` stays a name.

    wraps: break into lines (default) or stay on one, shortened with three dots when too narrow;
    most: at most so many lines, 0 for all; `is_cut()` then says whether "more" is worth offering.
    Setters: `setText`, `set_tone`, `set_style`, `set_most`. `setBuddy` as with QLabel.
    """

    def __init__(
        self,
        text: str = "",
        style: Text = Text.BODY,
        tone: Token = Token.INK,
        *,
        wraps: bool = True,
        most: int = 0,
        side: Side = Side.START,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style, self._tone, self._wraps, self._most, self._side = style, tone, wraps, most, side
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        if text != self.text():
            super().setText(text)
            self.updateGeometry()

    def set_tone(self, tone: Token) -> None:
        """Show in another colour."""
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def set_style(self, style: Text) -> None:
        """Show in another type style."""
        if style is not self._style:
            self._style = style
            self.updateGeometry()
            self.update()

    def set_most(self, most: int) -> None:
        """Allow another number of lines, 0 for all."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def tone(self) -> Token:
        """The colour it shows in."""
        return self._tone

    def is_cut(self) -> bool:
        """Whether lines are missing at the present width."""
        return self._wraps and lines.laid_out(self.text(), self._style, self.width(), self._side, self._most).cut

    def hasHeightForWidth(self) -> bool:
        """A wrapping text does."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """The lines at a width."""
        if not self._wraps:
            return theme.line(self._style)
        return lines.laid_out(self.text(), self._style, width, self._side, self._most).height

    def sizeHint(self) -> QSize:
        """One line when there is room for it."""
        width = lines.one_line(self.text(), self._style)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Wide enough for the longest word, high enough for one line."""
        width = lines.longest_word(self.text(), self._style) if self._wraps else 0
        return QSize(min(width, theme.px(280)), theme.line(self._style))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines at their fixed step."""
        painter = brush.opened(self)
        colour = theme.colour(self._tone if self.isEnabled() else Token.INK3)
        if self._wraps:
            drawn = lines.laid_out(self.text(), self._style, self.width(), self._side, self._most)
            drawn.draw(painter, QPointF(0, self._top(drawn.height)), colour)
        else:
            text = brush.shortened(self.text(), self._style, self.width() + 1)
            brush.words(painter, self.rect().toRectF(), text, self._style, colour, self._side)
        painter.end()

    def _top(self, height: int) -> float:
        spare = max(self.height() - height, 0)
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0
        return spare if self.alignment() & Qt.AlignmentFlag.AlignBottom else spare // 2
