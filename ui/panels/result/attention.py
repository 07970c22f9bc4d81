"""What needs attention; each row leads to its card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.attention import Need
from ui.theme import Text, Token
from ui.widgets.attention_row import AttentionRow
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.mark import Shape

AT_MOST = 4


class Attention(QWidget):
    """At most four, then how many more; they can be shown too."""

    need_wanted = Signal(Need)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AttentionRow] = []
        self._needs: tuple[Need, ...] = ()
        self._all = False
        self._title = Label(_("Needs attention"), Text.CAPTION_LABEL, Token.INK3)
        self._number = Label("", Text.CAPTION, Token.INK3, wraps=False)
        self._more = Button("", Kind.LINK)
        head = theme.across(margins=(8, 0, 8, 4))
        head.addWidget(self._title, 1)
        head.addWidget(self._number)
        self._place = theme.down()
        column = theme.down(self)
        column.addLayout(head)
        column.addLayout(self._place)
        more = theme.across(margins=(32, 0, 8, 0))
        more.addWidget(self._more)
        more.addStretch(1)
        column.addLayout(more)
        self._more.clicked.connect(self._on_more)

    def show_needs(self, needs: tuple[Need, ...]) -> None:
        """Set what differs."""
        self._needs = needs
        shown = needs if self._all else needs[:AT_MOST]
        while len(self._rows) > len(shown):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(shown):
            row = AttentionRow("", "")
            row.setProperty("number", len(self._rows))
            row.clicked.connect(self._on_row)
            self._rows.append(row)
            self._place.addWidget(row)
        for row, need in zip(self._rows, shown, strict=True):
            mark = Shape(need.mark) if need.mark in {shape.value for shape in Shape} else None
            row.set_words(need.what, need.why, mark=mark, icon=need.icon if mark is None else "")
        rest = len(needs) - len(shown)
        self._number.setText(str(len(needs)))
        self._more.setText(_("and {number} more").format(number=rest) if rest else _("Show fewer"))
        self._more.setVisible(bool(rest) or (self._all and len(needs) > AT_MOST))
        self.setVisible(bool(needs))

    def _on_row(self) -> None:
        self.need_wanted.emit(self._needs[self.sender().property("number")])

    def _on_more(self) -> None:
        self._all = not self._all
        self.show_needs(self._needs)
