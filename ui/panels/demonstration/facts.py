"""The facts, each behind the number that changes it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.demonstration.facts import FactLine, FactsView, facts_view
from ui.panels.demonstration.steps import Steps, words_at
from ui.session.demonstration import Demonstration
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.brush import Side
from ui.widgets.button import Button, Kind
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.switch import Switch
from ui.widgets.tag import KeyCap

_VALUE = 164
_SHORT = 112
_ROOM = _VALUE - 2 * 36 - 12
"""What fits between the two buttons; a longer word stands below the name."""


class Facts(QWidget):
    """A page of facts. `press(digit)` is what a number key does: 1 to 9 change a fact, 0 turns the page."""

    def __init__(self, desk: Demonstration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._page = 0
        self._view = facts_view(desk, 0)
        self._rows: list[_Row] = []
        self._hint = Label(_("Press the number"), Text.BODY, Token.INK3, wraps=False, side=Side.END)
        self._more = Button("", Kind.QUIET, after="ph.caret-right")
        head = theme.across(gap=12)
        head.addWidget(Label(_("Facts"), Text.SECTION, wraps=False))
        head.addWidget(self._hint, 1)
        self._place = theme.down()
        turn = theme.across(gap=8, margins=(0, 8, 0, 0))
        self._cap = KeyCap("0", side=28)
        turn.addWidget(self._cap)
        turn.addWidget(self._more)
        turn.addStretch(1)
        column = theme.down(self)
        column.addLayout(head)
        theme.space(column, 8)
        column.addLayout(self._place)
        column.addLayout(turn)
        column.addStretch(1)
        self._more.clicked.connect(self.turn)

    def refresh(self) -> None:
        """Set what differs."""
        self._view = facts_view(self._desk, self._page)
        lines = self._view.lines
        while len(self._rows) > len(lines):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(lines):
            row = _Row()
            row.edited.connect(self._on_edited)
            self._rows.append(row)
            self._place.addWidget(row)
        for row, line in zip(self._rows, lines, strict=True):
            row.show_line(line)
        self._more.setVisible(self._view.pages > 1)
        self._cap.setVisible(self._view.pages > 1)
        self._more.setText(_more_words(self._view))

    def press(self, digit: int) -> None:
        """Do what a number key does."""
        if digit == 0:
            self.turn()
        elif digit <= len(self._rows):
            line = self._view.lines[digit - 1]
            self._desk.set_value(line.name, line.following())
            if digit <= len(self._rows):
                self._rows[digit - 1].begin()

    def turn(self) -> None:
        """Turn to the next page of facts."""
        self._page += 1
        self._page %= self._view.pages
        self.refresh()

    def lines(self) -> tuple[FactLine, ...]:
        """The facts on the page."""
        return self._view.lines

    def _on_edited(self, digit: int, place: int) -> None:
        line = self._view.lines[digit - 1]
        self._desk.set_value(line.name, line.value(place))


def _more_words(view: FactsView) -> str:
    words = _("Other facts, page {page} of {pages}")
    return words.format(page=view.page + 1, pages=view.pages)


class _Row(QWidget):
    edited = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._digit = 0
        self._cap = KeyCap("", side=28)
        self._name = Label("", Text.ROW, most=2)
        self._switch = Switch(name="")
        self._word = Label("", Text.BODY, Token.INK2, wraps=False)
        self._steps = Steps(name="", width=_VALUE)
        words = theme.down(margins=(0, 2, 0, 2))
        words.addWidget(self._name)
        words.addWidget(self._word)
        row = theme.across(gap=14, margins=(0, 0, 2, 0))
        row.addWidget(self._cap)
        row.addLayout(words, 1)
        row.addWidget(self._switch)
        row.addWidget(self._steps)
        self._holder = QWidget()
        self._holder.setLayout(row)
        column = theme.down(self)
        column.addWidget(self._holder)
        column.addWidget(Hairline())
        self._switch.edited.connect(self._on_switched)
        self._steps.edited.connect(self._on_stepped)
        self.restyle()

    def restyle(self) -> None:
        """Take the height of the look."""
        self._holder.setMinimumHeight(theme.px(44))

    def begin(self) -> None:
        """Put the focus on the control."""
        control = self._steps if self._switch.isHidden() else self._switch
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_line(self, line: FactLine) -> None:
        self._digit = line.digit
        self._cap.setText(str(line.digit))
        self._name.setText(line.title)
        self._name.set_tone(Token.INK3 if line.is_at_default else Token.INK)
        control, other = (self._switch, self._steps) if line.is_switch else (self._steps, self._switch)
        if other.hasFocus():
            control.setFocus(Qt.FocusReason.OtherFocusReason)
        other.setVisible(False)
        control.setVisible(True)
        spoken = _("{digit}: {name}").format(digit=line.digit, name=line.title)
        control.setAccessibleName(spoken)
        self._word.setVisible(False)
        if line.is_switch:
            self._switch.set_value(line.is_on)
        elif line.is_count:
            self._steps.set_width(_VALUE)
            self._steps.offer(line.low, line.high, line.place, line.text)
        else:
            self._show_words(line)

    def _show_words(self, line: FactLine) -> None:
        """A choice between its buttons; a word too long for that stands below the name, and its number between them."""
        is_long = max(brush.width(word, Text.BODY_STRONG) for word in line.words) > theme.px(_ROOM)
        self._word.setVisible(is_long)
        self._word.setText(line.text(line.place) if line.place is not None else "")
        self._steps.set_width(_SHORT if is_long else _VALUE)
        numbers = tuple(_("{place}/{total}").format(place=n + 1, total=len(line.words)) for n in range(len(line.words)))
        self._steps.offer(0, len(line.words) - 1, line.place, words_at(numbers) if is_long else line.text)
        self._steps.setAccessibleDescription(self._word.text())

    def _on_switched(self, on: bool) -> None:
        self.edited.emit(self._digit, int(on))

    def _on_stepped(self, place: int) -> None:
        self.edited.emit(self._digit, place)
