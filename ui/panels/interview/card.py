"""The card of one fact: the question and its definition in place, how it stands, what it does, and what it rests on."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from sentencing.case.model import Standing
from sentencing.pack.model import Cite, Fact
from ui import theme
from ui.i18n import _
from ui.models.cards import CardView
from ui.models.wording import OPEN, fact_name, standing_words
from ui.panels.interview.evidence import EvidenceList
from ui.panels.interview.foot import Foot
from ui.panels.interview.parties import Parties
from ui.panels.interview.reasons import Reasons
from ui.panels.interview.value import ValueControl
from ui.session.desk import Desk
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.banner import Banner
from ui.widgets.brush import Side
from ui.widgets.button import Button, Kind
from ui.widgets.expander import Expander
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.mark import Mark, Shape
from ui.widgets.standing import StandingControl
from ui.widgets.tag import Tag

_LAW_LINES = 3
_MARK_START = 12
_TEXT_START = 40
_BEYOND = 8


class FactCard(QWidget):
    """One fact, opened in full. Parts that a standing does not need are made when it first does."""

    evidence_wanted = Signal(str, str)
    """(fact, evidence); the empty evidence adds a piece."""
    source_wanted = Signal(Cite)
    fact_wanted = Signal(str)
    folded = Signal(str)

    def __init__(self, desk: Desk, view: CardView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._fact, self._view = desk, view.fact, view
        self._current = False
        self._value: ValueControl | None = None
        self._parties: Parties | None = None
        self._banner: Banner | None = None
        self._build()
        self._show(view)

    # ------------------------------------------------------------------------------------------------- public

    @property
    def fact(self) -> Fact:
        """The fact it is about."""
        return self._fact

    @property
    def standing_control(self) -> StandingControl:
        """The six words."""
        return self._standing

    @property
    def party_controls(self) -> tuple[QWidget, QWidget]:
        """What the prosecution and the defence say, while the fact is disputed."""
        assert self._parties is not None, "the fact is not disputed"
        return self._parties.controls()

    def show_card(self, view: CardView) -> None:
        """Set what differs."""
        if view != self._view:
            self._view = view
            self._show(view)

    def set_current(self, current: bool) -> None:
        """Be the card that the keyboard is in."""
        if current != self._current:
            self._current = current
            self.update()

    def begin(self) -> None:
        """Put the focus on the standing control."""
        self._standing.segment(self._standing.value() or OPEN).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        fact = self._fact
        self._mark = Mark(Shape(self._view.standing), name=self._view.standing_word)
        self._question = Label(fact.ask, Text.QUESTION)
        self._effect = Label("", Text.QUESTION, Token.INK, wraps=False, side=Side.END)
        self._law = Label(fact.help, Text.LAW, Token.INK2, most=_LAW_LINES)
        self._cause = Label("", Text.CAPTION, Token.INK3, side=Side.END)
        self._more = Button(
            _("more"), Kind.LINK, name=_("All of the definition of {fact}").format(fact=fact_name(fact))
        )
        self._differs = Tag("", icon="ph.user")
        self._standing = StandingControl(standing_words(), name=fact.ask)
        self._control = Flow([self._standing], gap=12, row_gap=8)
        self._note = Label("", Text.SMALL, Token.INK3)
        self._foot = Foot(fact)
        self._evidence = EvidenceList(self._desk, fact)
        self._reasons = Reasons(self._desk, fact)
        self._evidence_room = Expander(self._foot.evidence, self._evidence, opened=_("open"), closed=_("closed"))
        self._reasons_room = Expander(self._foot.reasons, self._reasons, opened=_("open"), closed=_("closed"))
        self._arrange()
        self._more.clicked.connect(self._on_more)
        self._standing.edited.connect(self._on_standing)
        self._evidence.wanted.connect(self._on_evidence)
        self._evidence_room.toggled.connect(self._on_evidence_opened)
        self._reasons_room.toggled.connect(self._on_reasons_opened)
        self._foot.cite.clicked.connect(self._on_cite)
        self._foot.apart_wanted.connect(self._on_apart)
        self._foot.fold_wanted.connect(self._on_fold)

    def _arrange(self) -> None:
        whole = theme.down(self, margins=(_MARK_START, 20, 0, 14))
        outer = theme.across(gap=_TEXT_START - _MARK_START - 16, margins=(0, 0, _BEYOND, 0))
        whole.addLayout(outer)
        mark = theme.down(margins=(0, 4, 0, 0))
        mark.addWidget(self._mark)
        mark.addStretch(1)
        outer.addLayout(mark)
        column = theme.down()
        outer.addLayout(column, 1)
        head = theme.grid(gap=24)
        head.addWidget(self._question, 0, 0)
        head.addWidget(self._law, 1, 0)
        effect = theme.down()
        effect.addWidget(self._effect)
        effect.addWidget(self._cause)
        effect.addStretch(1)
        head.addLayout(effect, 0, 1, 2, 1)
        head.setColumnStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._differs, 0, Qt.AlignmentFlag.AlignLeft)
        theme.space(column, 12)
        column.addWidget(self._control)
        self._extras = theme.down(gap=8)
        self._extras.addWidget(self._note)
        column.addLayout(self._extras)
        theme.space(whole, 8)
        # A quiet button's ground reaches beyond the text edge, so that its icon and not its ground is aligned.
        foot = theme.down(margins=(_TEXT_START - _MARK_START - _BEYOND, 0, 0, 0))
        foot.addWidget(self._foot)
        whole.addLayout(foot)
        rooms = theme.down(margins=(_TEXT_START - _MARK_START, 0, _BEYOND, 0))
        rooms.addWidget(self._evidence_room)
        rooms.addWidget(self._reasons_room)
        whole.addLayout(rooms)
        self._law.setVisible(bool(self._fact.help))

    # ------------------------------------------------------------------------------------------------ refresh

    def _show(self, view: CardView) -> None:
        self._mark.set_shape(Shape(view.standing), view.standing_word)
        self._effect.setText(view.effect.words)
        self._effect.set_style(Text.PREVIEW if view.effect.is_preview else Text.QUESTION)
        self._effect.set_tone(Token.INK3 if view.effect.is_preview else Token.INK)
        self._cause.setText(view.effect.cause)
        self._cause.setVisible(bool(view.effect.cause))
        self._differs.setText(view.differs)
        self._differs.setVisible(bool(view.differs))
        self._standing.set_value(view.standing)
        self._show_value(view)
        self._show_parties(view)
        self._show_notice(view)
        note = view.note or view.rule
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._foot.show_card(view)
        if self._evidence_room.is_open():
            self._evidence.show_evidence(view.evidence)
        if self._reasons_room.is_open():
            self._reasons.show_reasons(view)
        theme.set_margins(self._extras, (0, 8 if note or view.notice or view.parties else 0, 0, 0))

    def _show_value(self, view: CardView) -> None:
        if view.wants_value and self._value is None:
            self._value = ValueControl(self._fact, self._desk.pack, fact_name(self._fact))
            self._value.edited.connect(self._on_value)
            self._control.add(self._value)
        if self._value is not None:
            if view.wants_value:
                self._value.show_value(view.value, view.options)
            self._value.setVisible(view.wants_value)

    def _show_parties(self, view: CardView) -> None:
        if view.parties and self._parties is None:
            self._parties = Parties(self._desk, self._fact)
            self._extras.insertWidget(0, self._parties)
        if self._parties is not None:
            if view.parties:
                self._parties.show_parties(view)
            self._parties.setVisible(bool(view.parties))

    def _show_notice(self, view: CardView) -> None:
        notice = view.notice
        if notice is not None and self._banner is None:
            self._banner = Banner("", icon="ph.link")
            self._banner.followed.connect(self.fact_wanted)
            self._extras.addWidget(self._banner)
        if self._banner is not None:
            if notice is not None:
                self._banner.set_words(notice.text)
                goes = _("Go to {fact}").format(fact=notice.other_name)
                self._banner.set_links([(notice.other, goes)] if notice.other else [])
            self._banner.setVisible(notice is not None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hairline above the text, and the bar of the current card."""
        painter = brush.opened(self)
        whole, rtl = self.rect().toRectF(), self.isRightToLeft()
        start = theme.px(_TEXT_START)
        line = brush.mirrored(QRectF(start, 0, whole.width() - start - theme.px(_BEYOND), 1), whole, rtl)
        painter.fillRect(line, theme.colour(Token.HAIR))
        if self._current:
            air = theme.px(8)
            bar = QRectF(0, theme.px(20), theme.px(3), whole.height() - theme.px(20) - air)
            brush.fill(painter, brush.mirrored(bar, whole, rtl), theme.colour(Token.ACCENT), theme.px(1.5))
        painter.end()

    def event(self, event: QEvent) -> bool:
        """`more` stands only while lines are missing at the present width."""
        if event.type() is QEvent.Type.Resize:
            self._more.setVisible(self._law.is_cut())
        return super().event(event)

    # ------------------------------------------------------------------------------------------------- verbs

    def _on_standing(self, key: str) -> None:
        self._desk.stand(self._fact, None if key == OPEN else Standing(key))

    def _on_value(self, value: str) -> None:
        self._desk.give_value(self._fact, value)

    def _on_more(self) -> None:
        self._law.set_most(0)
        self._more.hide()

    def _on_evidence(self, evidence: str) -> None:
        self.evidence_wanted.emit(self._fact.id, evidence)

    def _on_evidence_opened(self, opened: bool) -> None:
        if opened:
            self._evidence.show_evidence(self._view.evidence)

    def _on_reasons_opened(self, opened: bool) -> None:
        if opened:
            self._reasons.show_reasons(self._view)
            self._reasons.begin()

    def _on_cite(self) -> None:
        if self._view.citation is not None:
            self.source_wanted.emit(self._view.citation)

    def _on_apart(self) -> None:
        if self._view.differs:
            self._desk.join_again(self._fact)
        else:
            self._desk.set_apart(self._fact)

    def _on_fold(self) -> None:
        self.folded.emit(self._fact.id)
