"""What moved it: a large waterfall with the numbers of each step as controls, and weights in words below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from sentencing.proof.weights import Weight
from ui import theme
from ui.i18n import _
from ui.models.demonstration.every_number import text_of, weight_word
from ui.models.demonstration.steps import StepLine, StepsView, WordLine
from ui.panels.demonstration.steps import Steps, words_at
from ui.session.demonstration import Demonstration, Reveal
from ui.theme import Text, Token
from ui.widgets.brush import Side
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.waterfall_row import Step, WaterfallRow

_CONTROL = 124
_WORD = 172
_GAP = 12
_LARGE = 130
_AIR = 1.08
"""The longest bar ends a little before the row does."""


class Moves(QWidget):
    """Rows are kept while the steps stay the same, so that the focus stays on the control that a key moves."""

    def __init__(self, desk: Demonstration, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[MoveLine] = []
        self._headings = (_heading(), _heading())
        self._empty = Label(_("Nothing moves the result."), Text.BODY, Token.INK3)
        head = theme.across(gap=_GAP)
        head.addStretch(1)
        for heading in self._headings:
            head.addWidget(heading)
        self._head = QWidget()
        self._head.setLayout(head)
        self._place = theme.down(gap=12)
        column = theme.down(self)
        column.addWidget(self._head)
        theme.space(column, 4)
        column.addLayout(self._place)
        column.addWidget(self._empty)
        column.addStretch(1)
        self.restyle()

    def restyle(self) -> None:
        """Take the widths of the look."""
        for heading in self._headings:
            heading.setFixedWidth(theme.px(_CONTROL))
        self._head.setVisible(theme.percent() < _LARGE)

    def refresh(self, view: StepsView) -> None:
        """Set what differs."""
        total = len(view.lines) + len(view.words)
        while len(self._rows) > total:
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < total:
            row = MoveLine(self._desk)
            self._rows.append(row)
            self._place.addWidget(row)
        scale = (0.0, view.scale * _AIR)
        for row, line in zip(self._rows, view.lines, strict=False):
            row.show_step(line, scale)
        for row, word in zip(self._rows[len(view.lines) :], view.words, strict=True):
            row.show_word(word)
        for row, name in zip(self._rows, view.names, strict=True):
            row.reveal(self._desk.reveal, name, self._rows.index(row))
        for heading, words in zip(self._headings, view.headings, strict=True):
            heading.setText(words if self._desk.reveal is None else "")
        self._empty.setVisible(not total)

    def begin(self) -> None:
        """Put the focus on the first number."""
        for row in self._rows:
            if row.begin():
                return

    def ask(self) -> None:
        """Put the focus where the next reason is wanted."""
        for row in self._rows:
            if row.ask():
                return


def _heading() -> Label:
    return Label("", Text.BODY, Token.INK3, wraps=False, side=Side.MIDDLE)


class MoveLine(QWidget):
    """One step with its two controls, or one weighed fact with its word; and the reason that the room gives."""

    def __init__(self, desk: Demonstration) -> None:
        super().__init__()
        self._desk = desk
        self._weights: tuple[Weight | None, Weight | None] = (None, None)
        self._word: WordLine | None = None
        self._step = ""
        self._full: tuple[Step, tuple[float, float]] | None = None
        self._row = WaterfallRow(_BLANK, scale=(0, 1), big=True)
        self._controls = (Steps(name="", width=_CONTROL), Steps(name="", width=_CONTROL))
        self._places = (QWidget(), QWidget())
        self._question = Label(_("Why?"), Text.BODY, Token.INK2, wraps=False)
        self._reason = Field(name=_("The room's reason"))
        self._given = Label("", Text.BODY, Token.INK2)
        self._captions = (Label("", Text.BODY, Token.INK3), Label("", Text.BODY, Token.INK3))
        self._line = theme.across(gap=_GAP)
        self._line.addWidget(self._row, 1)
        beside = theme.across(gap=_GAP)
        for place, caption, control in zip(self._places, self._captions, self._controls, strict=True):
            column = theme.down(place)
            column.addWidget(caption)
            column.addWidget(control)
            column.addStretch(1)
            beside.addWidget(place, 0, Qt.AlignmentFlag.AlignLeading)
        beside.addStretch(1)
        self._line.addLayout(beside)
        self._reason_line = QWidget()
        asked = theme.across(self._reason_line, gap=10, margins=(8, 4, 0, 4))
        asked.addWidget(self._question)
        asked.addWidget(self._reason, 1)
        given = theme.across(margins=(8, 0, 0, 4))
        given.addWidget(self._given)
        self._given_line = QWidget()
        self._given_line.setLayout(given)
        self._title = Label("", Text.QUESTION)
        title = theme.across(margins=(8, 12, 8, 8))
        title.addWidget(self._title)
        self._title_line = QWidget()
        self._title_line.setLayout(title)
        column = theme.down(self)
        column.addWidget(self._title_line)
        column.addLayout(self._line)
        column.addWidget(self._reason_line)
        column.addWidget(self._given_line)
        self._controls[0].edited.connect(self._on_first)
        self._controls[1].edited.connect(self._on_second)
        self._reason.returnPressed.connect(self._on_reason)
        self._row.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.restyle()

    def restyle(self) -> None:
        """Take the widths of the look; large text puts the controls below their step."""
        is_large = theme.percent() >= _LARGE
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(below if is_large else across)
        for caption in self._captions:
            caption.setVisible(is_large)
        first, second = self._places
        first.setFixedWidth(theme.px(_CONTROL if self._word is None else 2 * _CONTROL + _GAP))
        second.setFixedWidth(theme.px(_CONTROL))

    def show_step(self, line: StepLine, scale: tuple[float, float]) -> None:
        """Show a step of the waterfall."""
        self._take_word(None)
        self._title_line.setVisible(False)
        self._step = line.row.step
        self._weights = (line.first, line.second)
        self._full = (_step(line), scale)
        for caption, control, weight in zip(self._captions, self._controls, self._weights, strict=True):
            control.setVisible(weight is not None)
            caption.setText(weight_word(weight) if weight is not None else "")
            if weight is not None:
                what = _("{step}: {what}").format(step=line.row.name, what=weight_word(weight))
                if what != control.accessibleName():
                    control.setAccessibleName(what)
                control.offer(weight.low, weight.high, weight.place, _Text(weight), weight.stride)

    def show_word(self, line: WordLine) -> None:
        """Show a weighed fact: its bar is as long as its word is heavy."""
        self._take_word(line)
        self._title.setText(_("{step}, in words").format(step=line.title))
        self._title_line.setVisible(bool(line.title))
        self._step = f"{line.step}.{line.fact}"
        self._weights = (None, None)
        self._full = (_word_step(line), (0.0, float(len(line.words) - 1)))
        first, second = self._controls
        for caption in self._captions:
            caption.setText("")
        second.setVisible(False)
        first.setVisible(True)
        first.setAccessibleName(_("Weight of {name}").format(name=line.name))
        first.offer(0, len(line.words) - 1, line.place, words_at(line.labels))

    def _take_word(self, word: WordLine | None) -> None:
        is_other = (self._word is None) is not (word is None)
        self._word = word
        if is_other:
            self._controls[0].set_width(_CONTROL if word is None else _WORD)
            self.restyle()

    def reveal(self, reveal: Reveal | None, name: str, number: int) -> None:
        """Show as much as the room has come to."""
        assert self._full is not None
        step, scale = self._full
        seen = reveal is None or number < reveal.seen
        asked = reveal is not None and reveal.wants_reasons and number == reveal.seen
        self._row.set_scale(scale)
        self._row.set_step(step if seen else Step(step.name, step.citation, "", "", 0, 0, step.name))
        for place in self._places:
            place.setVisible(reveal is None and not (self._word is not None and place is self._places[1]))
        self._reason_line.setVisible(asked)
        given = reveal.reasons.get(name, "") if reveal is not None and seen else ""
        self._given.setText(given)
        self._given_line.setVisible(bool(given))
        self.setVisible(seen or asked)

    def begin(self) -> bool:
        """Take the focus, if there is a number to move."""
        for control in self._controls:
            if control.isVisible():
                control.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return False

    def ask(self) -> bool:
        """Take the focus, if a reason is wanted here."""
        if self._reason_line.isVisible():
            self._reason.set_value("")
            self._reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
        return False

    def _on_first(self, place: int) -> None:
        if self._word is not None:
            self._desk.set_word(self._word.step, self._word.fact, self._word.words[place])
        elif self._weights[0] is not None:
            self._desk.move(self._weights[0], place)

    def _on_second(self, place: int) -> None:
        if self._weights[1] is not None:
            self._desk.move(self._weights[1], place)

    def _on_reason(self) -> None:
        self._desk.give_reason(self._step, self._reason.value())


class _Text:
    """What stands at a place of a number."""

    def __init__(self, weight: Weight) -> None:
        self._weight = weight

    def __call__(self, place: int) -> str:
        return text_of(self._weight, place)


_BLANK = Step("", "", "", "", 0, 0, "")


def _step(line: StepLine) -> Step:
    row = line.row
    citation = ", ".join(part for part in (row.cite, row.note, line.said) if part)
    spoken = _("{name} {beside}: {move}, then {reached}").format(
        name=row.name, beside=citation, move=row.move or row.reached, reached=row.reached
    )
    ghost = (line.ghost.start, line.ghost.end) if line.ghost is not None else None
    return Step(
        name=row.name,
        citation=citation,
        move=row.move,
        level=row.reached,
        before=row.start,
        after=row.end,
        spoken=spoken,
        floor_from=row.turn if row.turn != row.end and row.end > row.start else None,
        base=row.is_base,
        ghost=ghost if ghost != (row.start, row.end) else None,
    )


def _word_step(line: WordLine) -> Step:
    word = line.labels[line.place] if line.place is not None else _("no weight yet")
    was = _("at the start: {word}").format(word=line.labels[line.ghost]) if line.ghost is not None else ""
    return Step(
        name=line.name,
        citation=was,
        move="" if line.place is None else word,
        level="",
        before=0.0,
        after=float(line.place or 0),
        spoken=_("{name}: {word}").format(name=line.name, word=word),
        ghost=(0.0, float(line.ghost)) if line.ghost else None,
    )
