"""Every number in use as a control, and what else would change."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.demonstration.every_number import ElsewhereView, NumberLine, text_of
from ui.panels.demonstration.steps import Steps
from ui.session.demonstration import Demonstration
from ui.theme import Text, Token
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.table import Heading, Table


class EveryNumber(QWidget):
    """The numbers of the waterfall and those beside it: cells, bounds of bands, caps that do not bite."""

    def __init__(self, desk: Demonstration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[_NumberRow] = []
        self._place = theme.down()
        column = theme.down(self)
        about = _("Every number of the guidance that this result rests on. What you change here is a copy.")
        column.addWidget(Label(about, Text.BODY, Token.INK2))
        theme.space(column, 8)
        column.addLayout(self._place)
        column.addStretch(1)

    def refresh(self, lines: tuple[NumberLine, ...]) -> None:
        """Set what differs."""
        while len(self._rows) > len(lines):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(lines):
            row = _NumberRow(self._desk)
            self._rows.append(row)
            self._place.addWidget(row)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line)

    def begin(self) -> None:
        """Put the focus on the first number."""
        if self._rows:
            self._rows[0].control.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _NumberRow(QWidget):
    def __init__(self, desk: Demonstration) -> None:
        super().__init__()
        self._desk = desk
        self._line: NumberLine | None = None
        self._hair = Hairline()
        self._step = Label("", Text.QUESTION)
        self._cite = Label("", Text.BODY, Token.INK3, wraps=False)
        self._head = QWidget()
        head = theme.across(self._head, gap=10)
        head.addWidget(self._step)
        head.addWidget(self._cite, 1)
        self._what = Label("", Text.PREVIEW)
        self._own = Label("", Text.BODY, Token.INK3)
        self.control = Steps(name="")
        words = theme.down()
        for widget in (self._head, self._what, self._own):
            words.addWidget(widget)
        row = theme.across(gap=16, margins=(0, 6, 2, 6))
        row.addLayout(words, 1)
        row.addWidget(self.control, 0, Qt.AlignmentFlag.AlignBottom)
        column = theme.down(self)
        column.addWidget(self._hair)
        column.addLayout(row)
        self.control.edited.connect(self._on_edited)

    def show_line(self, line: NumberLine) -> None:
        self._line = line
        self._step.setText(line.step)
        self._cite.setText(line.cite)
        self._head.setVisible(bool(line.step))
        self._hair.setVisible(bool(line.step))
        self._what.setText(line.what)
        self._own.setText(line.own)
        self._own.setVisible(bool(line.own))
        weight = line.weight
        self.control.setAccessibleName(line.what)
        self.control.offer(weight.low, weight.high, weight.place, self._text, weight.stride)

    def _text(self, place: int) -> str:
        return text_of(self._line.weight, place) if self._line is not None else ""

    def _on_edited(self, place: int) -> None:
        if self._line is not None:
            self._desk.move(self._line.weight, place)


class ElsewhereList(QWidget):
    """The worked examples and exercises that turn out differently, with both figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = Label("", Text.PREVIEW)
        headings = [
            Heading(_("Case"), stretch=2),
            Heading("", stretch=1),
            Heading(_("The guidance says"), figures=True),
            Heading(_("With your change"), figures=True),
        ]
        self._table = Table(headings, name=_("What else would change"))
        column = theme.down(self, gap=16)
        column.addWidget(self._summary)
        column.addWidget(self._table)
        column.addStretch(1)

    def refresh(self, view: ElsewhereView) -> None:
        """Set what differs."""
        self._summary.setText(view.summary)
        self._table.set_rows([(title, kind, before, after) for kind, title, before, after in view.rows])
        self._table.setVisible(bool(view.rows))
