"""The demonstration fills the window: what it is about, the large result, the facts, and what moved it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QStackedWidget, QWidget

from ui import theme
from ui.i18n import _
from ui.models.demonstration.every_number import elsewhere_view, number_lines
from ui.models.demonstration.hero import about, guidance_line, hero_view, mark_words
from ui.models.demonstration.steps import steps_view
from ui.panels.demonstration.facts import Facts
from ui.panels.demonstration.lists import ElsewhereList, EveryNumber
from ui.panels.demonstration.moves import Moves
from ui.panels.demonstration.result import Result, hidden_words
from ui.session.demonstration import Demonstration
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.column import Column
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.hairline import Hairline
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.surface import Surface
from ui.widgets.tabs import Tabs
from ui.widgets.tag import KeyCap, Tag
from ui.widgets.tone import Tone

_FACTS = 396
_FACTS_LARGE = 330
_LEAST = 180
"""The views are never lower; when that is too high for the window, all of it scrolls."""
_LARGE = 130
_AZERTY = {"&": 1, "é": 2, '"': 3, "'": 4, "(": 5, "è": 7, "_": 8, "ç": 9, "à": 0}
"""The number row of a French keyboard without Shift; its 6 is a minus, which steps."""
MOVES, NUMBERS, ELSEWHERE = "moves", "numbers", "elsewhere"


class DemonstrationPage(QWidget):
    """Number keys change facts, letters turn views; Escape leaves. Nothing here is saved, and no name is shown."""

    left = Signal()
    paper_wanted = Signal()
    """Save what is seen as a paper."""
    act_wanted = Signal(str)
    """`larger`, `smaller`, `usual_size` or `dark`: the menus are not in sight."""

    def __init__(self, desk: Demonstration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._both = True
        self.setAccessibleName(_("Demonstration"))
        self.result = Result()
        self.facts = Facts(desk)
        self.moves = Moves(desk)
        self.numbers = EveryNumber(desk)
        self.elsewhere = ElsewhereList()
        self._head = _Head(desk)
        self._foot = _Foot(desk)
        self.tabs = Tabs(
            [
                (MOVES, _("What moved it"), ""),
                (NUMBERS, _("Every number"), ""),
                (ELSEWHERE, _("What else would change"), ""),
            ],
            name=_("Views"),
        )
        self._views = QStackedWidget()
        self._columns = {MOVES: self.moves, NUMBERS: self.numbers, ELSEWHERE: self.elsewhere}
        self._build()
        self._connect()
        self._refresh()

    def close_demonstration(self) -> None:
        """Stop whatever runs."""
        self._desk.close()

    def begin(self) -> None:
        """Put the focus on the page, so that number keys work at once."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """Take the width of the facts at the text size in force."""
        self._views.setMinimumHeight(theme.px(_LEAST))
        self._side.setFixedWidth(theme.px(_FACTS if theme.percent() < _LARGE else _FACTS_LARGE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the demonstration; what a control does not want comes here."""
        digit = _digit(event.text())
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        act = self._keys().get(Qt.Key(event.key())) if plain else None
        if plain and digit is not None:
            self.facts.press(digit)
        elif act is not None:
            act()
        else:
            super().keyPressEvent(event)

    # --------------------------------------------------------------------------------------------------- acts

    def show_view(self, view: str) -> None:
        """Turn to what moved it, to every number, or to what else would change."""
        self.tabs.set_value(view)
        if view == NUMBERS:
            self.numbers.refresh(number_lines(self._desk))
        self._views.setCurrentWidget(self._scrolled[view])

    def to_weights(self) -> None:
        """Put the focus on the first number of the view."""
        if self.tabs.value() == ELSEWHERE:
            self.show_view(MOVES)
        (self.numbers if self.tabs.value() == NUMBERS else self.moves).begin()

    def compare(self) -> None:
        """Show before and after, or only what holds now."""
        self._both = not self._both
        self._refresh()

    def escape(self) -> None:
        """Leave; out of a reason that is being typed only back to the page."""
        if isinstance(QApplication.focusWidget(), Field):
            self.begin()
        else:
            self.left.emit()

    def restore(self) -> None:
        """Bring the guidance and the case back."""
        self._desk.restore()
        self.begin()

    def paper(self) -> None:
        """Ask for the paper, unless the room has still to find the result."""
        if self._head.paper.isEnabled():
            self.paper_wanted.emit()

    def step_by_step(self) -> None:
        """Show the derivation one step at a time."""
        self.show_view(MOVES)
        self._desk.show_steps(wants_reasons=False)
        self.begin()

    def with_reasons(self) -> None:
        """Hide the result until the room has given a reason for each step."""
        self.show_view(MOVES)
        self._desk.show_steps(wants_reasons=True)
        self.moves.ask()

    # ------------------------------------------------------------------------------------------------ private

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        return {
            Qt.Key.Key_W: self.to_weights,
            Qt.Key.Key_B: self.compare,
            Qt.Key.Key_R: self.restore,
            Qt.Key.Key_S: self.step_by_step,
            Qt.Key.Key_H: self.with_reasons,
            Qt.Key.Key_N: self._on_numbers,
            Qt.Key.Key_P: self.paper,
            Qt.Key.Key_M: self._on_moves,
            Qt.Key.Key_E: self._on_elsewhere_key,
            Qt.Key.Key_Space: self._desk.next_step,
            Qt.Key.Key_Right: self._desk.next_step,
            Qt.Key.Key_Left: self._desk.previous_step,
            Qt.Key.Key_Escape: self.escape,
        }

    def _build(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = theme.down(self)
        column.addWidget(self._head)
        sheet = Surface(Token.PAGE)
        inner = theme.down(sheet, margins=(32, 16, 20, 0))
        inner.addWidget(self.result)
        theme.space(inner, 12)
        inner.addWidget(Hairline())
        body = theme.across(gap=44)
        self._side = Column(self.facts, Token.PAGE)
        body.addWidget(self._side)
        side = theme.down()
        side.addWidget(self.tabs)
        theme.space(side, 8)
        side.addWidget(self._views, 1)
        body.addLayout(side, 1)
        theme.space(inner, 8)
        inner.addLayout(body, 1)
        column.addWidget(Column(sheet, Token.PAGE), 1)
        column.addWidget(self._foot)
        self._scrolled = {name: Column(widget, Token.PAGE) for name, widget in self._columns.items()}
        for scrolled in self._scrolled.values():
            self._views.addWidget(scrolled)
        self.restyle()

    def _connect(self) -> None:
        self._desk.changed.connect(self._refresh)
        self._desk.elsewhere_changed.connect(self._on_elsewhere)
        self.tabs.edited.connect(self.show_view)
        self._head.restore.clicked.connect(self.restore)
        self._head.leave.clicked.connect(self.left)
        self._head.steps.clicked.connect(self.step_by_step)
        self._head.reasons.clicked.connect(self.with_reasons)
        self._head.both.clicked.connect(self.compare)
        self._head.paper.clicked.connect(self.paper)
        for keys, act in (("Ctrl++", "larger"), ("Ctrl+=", "larger"), ("Ctrl+-", "smaller"), ("Ctrl+0", "usual_size")):
            self._shortcut(keys, act)
        self._shortcut("Ctrl+Shift+D", "dark")

    def _shortcut(self, keys: str, act: str) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setProperty("act", act)
        shortcut.activated.connect(self._on_shortcut)

    def _refresh(self) -> None:
        desk, reveal = self._desk, self._desk.reveal
        steps = steps_view(desk)
        total = len(steps.names)
        hides = reveal is not None and reveal.seen < total
        words = ""
        if reveal is not None and hides:
            words = hidden_words(min(reveal.seen, total), total, wants_reasons=reveal.wants_reasons)
        self.result.show_result(hero_view(desk), hidden=words, both=self._both)
        self.facts.refresh()
        self.moves.refresh(steps)
        if self.tabs.value() == NUMBERS:
            self.numbers.refresh(number_lines(desk))
        self.tabs.set_count(NUMBERS, str(len(desk.weights)))
        self._head.refresh(both=self._both)
        self._head.paper.setEnabled(not hides)
        self._foot.refresh()
        for name in (NUMBERS, ELSEWHERE):
            self.tabs.setTabEnabled(list(self._columns).index(name), not hides)
        if reveal is not None and reveal.wants_reasons and hides:
            self.moves.ask()
        self._on_elsewhere()

    def _on_elsewhere(self) -> None:
        view = elsewhere_view(self._desk, self._desk.elsewhere)
        self.elsewhere.refresh(view)
        self.tabs.set_count(ELSEWHERE, str(view.count) if view.count else "")

    def _on_numbers(self) -> None:
        self.show_view(NUMBERS)
        self.numbers.begin()

    def _on_moves(self) -> None:
        self.show_view(MOVES)

    def _on_elsewhere_key(self) -> None:
        self.show_view(ELSEWHERE)

    def _on_shortcut(self) -> None:
        self.act_wanted.emit(self.sender().property("act"))


def _digit(text: str) -> int | None:
    """The number that was typed, in the digits of any script; on a French keyboard without Shift."""
    if text.isdecimal():
        return int(text)
    return _AZERTY.get(text)


class _Head(Surface):
    """What it is about, the mark of a change, and the acts of the room."""

    def __init__(self, desk: Demonstration) -> None:
        super().__init__(Token.GROUND, hair_bottom=True)
        self._desk = desk
        title, beside = about(desk)
        self.title = Label(title, Text.SECTION, wraps=False)
        self.beside = Label(beside, Text.BODY, Token.INK2, wraps=False)
        self.mark = Tag("", Tone.CAUTION, icon="ph.warning")
        self.steps = Button(_("One step at a time"), Kind.QUIET, icon="ph.list-numbers")
        self.reasons = Button(_("Ask for reasons"), Kind.QUIET, icon="ph.chat-circle")
        self.both = Button("", Kind.QUIET)
        self.restore = Button(_("Restore the guidance"), icon="ph.arrow-counter-clockwise")
        self.paper = Button(_("PDF…"), Kind.QUIET, icon="ph.file-pdf", name=_("Save as PDF…"))
        self.leave = Button(_("Leave"), Kind.QUIET)
        words = theme.across(gap=12)
        words.addWidget(self.title)
        words.addWidget(self.beside, 1)
        self._escape = KeyCap(_("Esc"))
        acts = (self.mark, self.both, self.steps, self.reasons, self.paper, self.restore, self.leave, self._escape)
        self._row = theme.across(self, gap=12, margins=(32, 9, 22, 10))
        self._row.addLayout(words, 1)
        self._acts = Flow(acts, gap=12, row_gap=6)
        self._row.addWidget(self._acts)
        self.restyle()

    def restyle(self) -> None:
        """Large text puts the acts below the title."""
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(below if theme.percent() >= _LARGE else across)
        self._escape.setVisible(theme.percent() < _LARGE)

    def refresh(self, *, both: bool) -> None:
        """Set what differs."""
        words = mark_words(self._desk)
        if self._desk.moved:
            self.mark.set_tag(words, Tone.CAUTION, "ph.warning")
        else:
            self.mark.set_tag(words, Tone.PLAIN, "ph.pencil-simple")
        self.mark.setVisible(bool(words))
        self.both.setText(_("Only now") if both else _("Before and after"))
        self.both.setVisible(self._desk.before is not None)
        self.restore.setText(_restore_words(self._desk))
        self.restore.setVisible(bool(words) or self._desk.reveal is not None)
        reveal = self._desk.reveal
        for button, wants in ((self.steps, False), (self.reasons, True)):
            button.set_kind(Kind.SECONDARY if reveal is not None and reveal.wants_reasons is wants else Kind.QUIET)
        self._acts.updateGeometry()


def _restore_words(desk: Demonstration) -> str:
    if desk.moved:
        return _("Restore the guidance")
    return _("Restore the case") if desk.changed_facts else _("Show everything")


class _Foot(Surface):
    """Which guidance, how much of it is changed, and the keys."""

    def __init__(self, desk: Demonstration) -> None:
        super().__init__(Token.GROUND, hair_top=True)
        self._desk = desk
        self.guidance = Label("", Text.CAPTION, Token.INK3, wraps=False)
        self.keys = Label("", Text.CAPTION, Token.INK3, wraps=False)
        row = theme.across(self, gap=6, margins=(20, 6, 20, 6))
        row.addWidget(Icon("ph.book-open", Token.INK3, size=14))
        row.addWidget(self.guidance, 1)
        row.addWidget(Icon("ph.keyboard", Token.INK3, size=14))
        row.addWidget(self.keys)

    def refresh(self) -> None:
        """Set what differs."""
        self.guidance.setText(guidance_line(self._desk))
        if self._desk.reveal is None:
            words = _(
                "1–9 facts · W weights · N every number · B before and after · S steps · H reasons · P PDF · R restore"
            )
        elif self._desk.reveal.wants_reasons:
            words = _("Enter gives the reason · Left goes back · R shows everything")
        else:
            words = _("Space next step · Left goes back · R shows everything")
        self.keys.setText(words)
