"""What differs from another edition, in words, each difference with what it touches."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sentencing.pack.differences import Difference
from ui import theme
from ui.i18n import _
from ui.models.guidance_reading import DifferenceView, difference_view
from ui.models.texts import day
from ui.session.guidance_reading import Checked
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.column import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.tag import Tag
from ui.widgets.tone import Tone

_AT_ONCE = 60


class DifferencePage(Column):
    """`show_differences(checked)`; `line_wanted(line)` from a difference to its place in the source."""

    line_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QWidget(), Token.PAGE, most=720, parent=parent)
        self._column = theme.down()
        self._rest: list[Difference] = []
        self._found: Checked | None = None
        self._more = Button("", Kind.LINK)

    def show_differences(self, found: Checked) -> None:
        """Show them, numbers and rules first."""
        self._found = found
        inside = QWidget()
        self._column = theme.down(inside, margins=(0, 14, 16, 40))
        self._say_against(found)
        self._rest = list(found.differences)
        self._list = theme.down()
        self._column.addLayout(self._list)
        self._more = Button("", Kind.LINK, after="ph.caret-down")
        self._more.clicked.connect(self._on_more)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._on_more()
        self.setWidget(inside)

    def _say_against(self, found: Checked) -> None:
        if found.pack is None:
            words = _("They are shown once the problems that stand in the source are mended.")
            self._column.addWidget(EmptyState(_("No differences yet"), words))
        elif found.other is None:
            words = _("There is no other edition here. A copy of this one, or an earlier edition, would be compared.")
            self._column.addWidget(EmptyState(_("Nothing to compare with"), words))
        else:
            edition = day(found.other.head.edition.first)
            words = _("Compared with the edition of {day}.").format(day=edition)
            if found.edition.is_copy:
                words = _("Compared with the edition of {day} that came with the program.").format(day=edition)
            if not found.differences:
                words = f"{words} {_('Nothing differs.')}"
            self._column.addWidget(Label(words, Text.BODY, Token.INK2))

    def _on_more(self) -> None:
        found = self._found
        if found is None or found.pack is None:
            self._more.hide()
            return
        for each in self._rest[:_AT_ONCE]:
            row = DifferenceRow(difference_view(each, found.pack))
            row.line_wanted.connect(self.line_wanted)
            self._list.addWidget(row)
        self._rest = self._rest[_AT_ONCE:]
        self._more.setText(_("Show {number} more").format(number=len(self._rest)))
        self._more.setVisible(bool(self._rest))


class DifferenceRow(QWidget):
    """Kind, where, what it was and what it is."""

    line_wanted = Signal(int)

    def __init__(self, view: DifferenceView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = view.line
        self.view = view
        column = theme.down(self, gap=2, margins=(0, 14, 0, 0))
        head = theme.across(gap=10)
        head.addWidget(Label(view.title, Text.SMALL_SELECTED), 1)
        head.addWidget(Tag(view.kind, Tone.PLAIN))
        column.addLayout(head)
        column.addWidget(Label(view.what, Text.CAPTION, Token.INK3))
        theme.space(column, 4)
        grid = theme.grid(gap=12, row_gap=2)
        for number, (word, text, ink) in enumerate(
            ((_("Was"), view.before, Token.INK2), (_("Is"), view.after, Token.INK))
        ):
            grid.addWidget(Label(word, Text.CAPTION_LABEL, Token.INK3, wraps=False), number, 0)
            style, tone = (Text.LAW, ink) if text else (Text.SMALL, Token.INK3)
            grid.addWidget(Label(text or _("not there"), style, tone), number, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        foot = theme.across(gap=12)
        foot.addWidget(Label(view.touches, Text.CAPTION, Token.INK3), 1)
        if view.line:
            source = Button(_("Line {number}").format(number=view.line), Kind.LINK)
            source.setAccessibleName(_("Line {number}: {what}").format(number=view.line, what=view.title))
            source.clicked.connect(self._on_source)
            foot.addWidget(source)
        column.addLayout(foot)
        theme.space(column, 8)
        column.addWidget(Hairline())

    def _on_source(self) -> None:
        self.line_wanted.emit(self._line)
