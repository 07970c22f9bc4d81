"""A page of the interview: the facts of one group as cards, in the pack's order."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from sentencing.case.model import Standing
from sentencing.pack.model import Cite, Group
from ui import theme
from ui.i18n import _
from ui.models.cards import CardView, card_view, open_words
from ui.panels.interview.card import FactCard
from ui.panels.interview.folded import FoldedCard
from ui.session.desk import Desk
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.page import Page

_AT_ONCE = 7
"""Cards made before the page is first painted; the others follow while nothing else happens."""

_Slot = FactCard | FoldedCard


class InterviewPage(Page):
    """One group of facts; refreshed while it is in sight, and once more when it comes into sight."""

    evidence_wanted = Signal(str, str)
    source_wanted = Signal(Cite)
    fact_wanted = Signal(str)
    next_wanted = Signal()

    def __init__(self, desk: Desk, group: Group, *, is_sealed: bool = False, parent: QWidget | None = None) -> None:
        title, about = _words(group, is_sealed=is_sealed)
        super().__init__(title, about, gutter=True, parent=parent)
        self._desk, self._group = desk, group
        self._slots: dict[str, _Slot] = {}
        self._current = ""
        self._budget = _AT_ONCE
        self._is_stale = True
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._on_idle)
        self._place = theme.down()
        self._empty = EmptyState(
            _("Nothing is asked here"), _("The guidance asks no question of this kind in this case.")
        )
        self._next = Button("", Kind.PRIMARY, after="ph.arrow-right", height=36)
        self._open = Label("", Text.SMALL, Token.INK2)
        self._build()
        desk.changed.connect(self._on_changed)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)
        self._next.clicked.connect(self.next_wanted)

    def set_next(self, word: str) -> None:
        """Name the page that the way on leads to; the empty word takes the way away."""
        self._next.setText(word)
        self._next.setVisible(bool(word))

    def reveal_fact(self, fact: str) -> None:
        """Open the card of a fact, bring it into sight and put the focus on its standing."""
        self._budget = len(self._desk.scene.pack.facts)
        self._set_current(fact)
        self._refresh()
        card = self._slots.get(fact)
        if isinstance(card, FactCard):
            card.begin()
            QTimer.singleShot(0, self._on_revealed)

    def current_fact(self) -> str:
        """The fact whose card the keyboard was last in."""
        return self._current

    def card(self, fact: str) -> _Slot:
        """The card of a fact as it stands on the page now."""
        return self._slots[fact]

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._is_stale and self._desk.is_open:
            self._refresh()

    # ------------------------------------------------------------------------------------------------ private

    def _build(self) -> None:
        self.content.addLayout(self._place)
        empty = theme.down(margins=(12, 8, 0, 0))
        empty.addWidget(self._empty)
        self.content.addLayout(empty)
        way = theme.across(gap=12, margins=(12, 24, 0, 0))
        way.addWidget(self._next)
        way.addWidget(self._open, 1)
        self.content.addLayout(way)

    def _refresh(self) -> None:
        self._is_stale = False
        scene = self._desk.scene
        facts = scene.asked[self._group]
        wanted = [fact.id for fact in facts]
        for gone in [name for name in self._slots if name not in wanted]:
            self._drop(gone)
        made = 0
        for number, fact in enumerate(facts):
            if fact.id not in self._slots and made >= self._budget:
                break
            made += fact.id not in self._slots
            self._show_card(number, card_view(scene, fact))
        self._budget = _AT_ONCE
        if len(self._slots) < len(wanted):
            self._rest.start()
        still_open = sum(scene.standing(fact.id) is None for fact in facts)
        self._open.setText(open_words(still_open))
        self._empty.setVisible(not facts)

    def _show_card(self, number: int, view: CardView) -> None:
        folds = view.folds and view.fact.id != self._current
        slot = self._slots.get(view.fact.id)
        if slot is not None and isinstance(slot, FoldedCard) is folds:
            slot.show_card(view)
            return
        if slot is not None:
            self._drop(view.fact.id)
        new = self._folded(view) if folds else self._opened(view)
        self._slots[view.fact.id] = new
        self._place.insertWidget(number, new)
        new.show()  # at once, or it could not take the focus yet

    def _opened(self, view: CardView) -> FactCard:
        card = FactCard(self._desk, view)
        card.set_current(view.fact.id == self._current)
        card.evidence_wanted.connect(self.evidence_wanted)
        card.source_wanted.connect(self.source_wanted)
        card.fact_wanted.connect(self.fact_wanted)
        card.folded.connect(self._on_folded)
        return card

    def _folded(self, view: CardView) -> FoldedCard:
        card = FoldedCard(view)
        card.setProperty("fact", view.fact.id)
        card.clicked.connect(self._on_unfolded)
        return card

    def _drop(self, fact: str) -> None:
        slot = self._slots.pop(fact)
        self._place.removeWidget(slot)
        slot.hide()
        slot.deleteLater()

    def _set_current(self, fact: str) -> None:
        if fact == self._current:
            return
        before, self._current = self._current, fact
        for name in (before, fact):
            slot = self._slots.get(name)
            if isinstance(slot, FactCard):
                slot.set_current(name == fact)
        left = self._desk.scene.standing(before) if before else None
        if left in (Standing.NOT_RAISED, Standing.CONSIDERED):
            self._refresh()

    # ------------------------------------------------------------------------------------------------- events

    def _on_changed(self) -> None:
        self._is_stale = True
        if not self._desk.is_open:
            self._clear()
        elif self.isVisible():
            self._refresh()

    def _on_idle(self) -> None:
        if self.isVisible() and self._desk.is_open:
            self._refresh()

    def _clear(self) -> None:
        """Keep nothing of what can no longer be read."""
        self._current = ""
        for fact in list(self._slots):
            self._drop(fact)

    def _on_revealed(self) -> None:
        slot = self._slots.get(self._current)
        if slot is not None:
            self.reveal(slot)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or not self.isAncestorOf(now):
            return
        while now is not None:
            if isinstance(now, FactCard):
                self._set_current(now.fact.id)
                return
            now = now.parentWidget()

    def _on_unfolded(self) -> None:
        self.reveal_fact(self.sender().property("fact"))

    def _on_folded(self, fact: str) -> None:
        self._set_current("")
        slot = self._slots.get(fact)
        if slot is not None:
            slot.setFocus()


def _words(group: Group, *, is_sealed: bool) -> tuple[str, str]:
    order = _("In the order of the guidance. Each answer counts at once; all can be changed.")
    match group:
        case Group.THRESHOLD:
            return _("Threshold"), _(
                "Whether this is smuggling of migrants at all, and whether this person may be charged."
            )
        case Group.CONDUCT:
            return _("Conduct"), _("What was done, under which provision, and in which part.")
        case Group.AGGRAVATING:
            return _("Aggravating circumstances"), order
        case Group.MITIGATING:
            return _("Mitigating circumstances"), order
        case Group.COOPERATION:
            sealed = _("Sealed: nothing on this page stands in an open paper or moves the open result.")
            return _("Cooperation"), sealed if is_sealed else order
        case Group.RECORD:
            return _("Record"), _("Earlier convictions and what the guidance makes of them.")
