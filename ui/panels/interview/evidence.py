"""The evidence of a fact: a row each, and what may be done with a piece."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sentencing.case.model import Direction
from sentencing.pack.model import Fact
from ui import theme
from ui.i18n import _
from ui.models.cards import EvidenceView
from ui.session.desk import Desk
from ui.widgets.button import Button, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.hairline import Hairline


class EvidenceList(QWidget):
    """The rows under an open card, an empty state while there are none, and the way to add one."""

    wanted = Signal(str)
    """Open the evidence of this id for editing; the empty text adds another piece."""

    def __init__(self, desk: Desk, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._fact = desk, fact
        self._rows: list[_Row] = []
        self._line = Hairline()
        self._empty = EmptyState(
            _("No evidence yet"),
            _("Name the document or witness, the page, and whether it supports or opposes. The memo cites it."),
            act=_("Add evidence"),
            icon="ph.plus",
        )
        self._add = Button(_("Add evidence"), Kind.QUIET, icon="ph.plus")
        column = theme.down(self, margins=(0, 4, 0, 4))
        column.addWidget(self._line)
        self._place = theme.down()
        column.addLayout(self._place)
        column.addWidget(self._empty)
        column.addWidget(self._add)
        self._empty.clicked.connect(self._on_add)
        self._add.clicked.connect(self._on_add)

    def show_evidence(self, evidence: tuple[EvidenceView, ...]) -> None:
        """Set what differs."""
        while len(self._rows) > len(evidence):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        for row, view in zip(self._rows, evidence, strict=False):
            row.show_evidence(view)
        for view in evidence[len(self._rows) :]:
            row = _Row(view, self)
            self._rows.append(row)
            self._place.addWidget(row)
        for shown in (self._line, self._add):
            shown.setVisible(bool(evidence))
        self._empty.setVisible(not evidence)

    def turn(self, evidence: str, direction: Direction) -> None:
        """Let a piece speak the other way."""
        self._desk.link_evidence(self._fact, evidence, direction)

    def take_off(self, evidence: str) -> None:
        """Take a piece off this fact."""
        self._desk.unlink_evidence(self._fact, evidence)

    def _on_add(self) -> None:
        self.wanted.emit("")


class _Row(EvidenceRow):
    def __init__(self, view: EvidenceView, evidence: EvidenceList) -> None:
        more = _("What to do with {title}").format(title=view.title)
        super().__init__(view.icon, view.title, note=view.note, leaving=view.leaving, weight=view.speaks, more=more)
        self._view, self._list = view, evidence
        self._menu = QMenu(self)
        self._edit = QAction(_("Edit…"), self)
        self._turn = QAction("", self)
        self._take_off = QAction(_("Take off this fact"), self)
        theme.dress(self._menu)
        self._menu.addActions([self._edit, self._turn, self._take_off])
        self._name()
        self.asked.connect(self._on_asked)
        self._edit.triggered.connect(self._on_edit)
        self._turn.triggered.connect(self._on_turn)
        self._take_off.triggered.connect(self._on_take_off)

    def show_evidence(self, view: EvidenceView) -> None:
        if view != self._view:
            self._view = view
            self.set_words(view.icon, view.title, note=view.note, leaving=view.leaving, weight=view.speaks)
            self._name()

    def _name(self) -> None:
        supports = self._view.direction is Direction.FOR
        self._turn.setText(_("It opposes") if supports else _("It supports"))

    def _on_asked(self) -> None:
        self._menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def _on_edit(self) -> None:
        self._list.wanted.emit(self._view.id)

    def _on_turn(self) -> None:
        other = Direction.AGAINST if self._view.direction is Direction.FOR else Direction.FOR
        self._list.turn(self._view.id, other)

    def _on_take_off(self) -> None:
        self._list.take_off(self._view.id)
