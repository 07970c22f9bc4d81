"""What each party says of a disputed fact: who, value, source, and what it would give."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sentencing.pack.model import Fact
from ui import theme
from ui.i18n import _
from ui.models.cards import CardView, PartyView
from ui.models.wording import fact_name
from ui.panels.interview.value import ValueControl
from ui.session.desk import Desk
from ui.theme import Text, Token
from ui.widgets.brush import Side
from ui.widgets.label import Label


class Parties(QWidget):
    """The two rows, prosecution first."""

    def __init__(self, desk: Desk, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._fact = desk, fact
        name = fact_name(fact)
        self._prosecution = _Row(fact, desk, _("{fact}, the prosecution says").format(fact=name))
        self._defence = _Row(fact, desk, _("{fact}, the defence says").format(fact=name))
        grid = theme.grid(self, gap=16, row_gap=8)
        for number, row in enumerate((self._prosecution, self._defence)):
            grid.addWidget(row.who, number, 0)
            grid.addWidget(row.value, number, 1, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(row.source, number, 2)
            grid.addWidget(row.effect, number, 3)
        grid.setColumnStretch(2, 1)
        self._prosecution.value.edited.connect(self._on_prosecution)
        self._defence.value.edited.connect(self._on_defence)

    def controls(self) -> tuple[QWidget, QWidget]:
        """The two value controls."""
        return self._prosecution.value.control, self._defence.value.control

    def show_parties(self, view: CardView) -> None:
        """Set what differs."""
        for row, party in zip((self._prosecution, self._defence), view.parties, strict=False):
            row.show_party(party, view)

    def _on_prosecution(self, value: str) -> None:
        self._desk.give_prosecution(self._fact, value)

    def _on_defence(self, value: str) -> None:
        self._desk.give_defence(self._fact, value)


class _Row:
    def __init__(self, fact: Fact, desk: Desk, name: str) -> None:
        self.who = Label("", Text.SMALL, Token.INK2, wraps=False)
        self.value = ValueControl(fact, desk.pack, name)
        self.source = Label("", Text.SMALL, Token.INK2)
        self.effect = Label("", Text.SMALL_SELECTED, Token.INK, side=Side.END)
        self.who.setBuddy(self.value)

    def show_party(self, party: PartyView, view: CardView) -> None:
        self.who.setText(party.who)
        self.value.show_value(party.value, view.options)
        self.source.setText(party.source)
        self.effect.setText(party.effect)
