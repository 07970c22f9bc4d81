"""A piece of evidence under a fact."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.button import Button, Kind
from ui.widgets.icon import Icon
from ui.widgets.label import Label


class EvidenceRow(QWidget):
    """`EvidenceRow("ph.video-camera", "Ex. 4 · Coast Guard deck video", note="…", leaving="", weight="supports")`.

    `leaving` is the ochre line with the clock, `more` the accessible name of the ⋯ button; signal `asked()` when it was
    pressed: show a menu at `button`. `set_words(...)` shows another piece. A hairline ends the row.
    """

    asked = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        *,
        note: str = "",
        leaving: str = "",
        weight: str = "",
        more: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = Icon(icon, Token.INK2, beside=Text.SMALL)
        self._title = Label(title, Text.SMALL_STRONG)
        self._note = Label(note, Text.SMALL, Token.INK2)
        self._leaving = Label(leaving, Text.SMALL_STRONG, Token.CAUTION)
        self._weight = Label(weight, Text.SMALL, Token.INK2, wraps=False)
        self.button = Button("", Kind.QUIET, icon="ph.dots-three", name=more, height=28)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()
        self._show_lines()
        self.button.clicked.connect(self.asked)

    def set_words(self, icon: str, title: str, *, note: str = "", leaving: str = "", weight: str = "") -> None:
        """Show another piece of evidence."""
        self._icon.set_icon(icon, Token.INK2)
        self._title.setText(title)
        self._note.setText(note)
        self._leaving.setText(leaving)
        self._weight.setText(weight)
        self._show_lines()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline below and the clock of a leaving date."""
        painter = brush.opened(self)
        brush.hairline(painter, 0, self.height() - 1, self.width(), theme.colour(Token.HAIR))
        if not self._leaving.isHidden():
            line = QRectF(self._leaving.geometry())
            side = theme.px(14)
            rtl = self.isRightToLeft()
            left = line.right() + theme.px(6) if rtl else line.left() - theme.px(20)
            square = QRectF(left, line.top(), side, theme.line(Text.SMALL))
            brush.icon(painter, square, "ph.clock", theme.colour(Token.CAUTION), 14)
        painter.end()

    def _build(self) -> None:
        row = theme.grid(self, gap=8, margins=(0, 6, 0, 7))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._icon, 0, 0, top)
        row.addWidget(self._title, 0, 1)
        row.addWidget(self._weight, 0, 2, top)
        row.addWidget(self.button, 0, 3, 3, 1, top)
        row.addWidget(self._note, 1, 1, 1, 2)
        leaving = theme.across(margins=(20, 2, 0, 0))
        leaving.addWidget(self._leaving)
        row.addLayout(leaving, 2, 1, 1, 2)
        row.setColumnStretch(1, 1)

    def _show_lines(self) -> None:
        self._note.setVisible(bool(self._note.text()))
        self._leaving.setVisible(bool(self._leaving.text()))
        self.update()
