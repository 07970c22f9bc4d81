"""Circumstances to weigh: a word for each, with reasons; nothing is summed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sentencing.pack.model import Fact
from ui import theme
from ui.i18n import _, ngettext
from ui.models.weighing import WeighedFact, Weighing
from ui.session.desk import Desk
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.expander import Expander
from ui.widgets.flow import Flow
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.segments import Segments
from ui.widgets.text_area import TextArea


class WeighingBlock(QWidget):
    """One step of the guidance in which facts are weighed."""

    def __init__(self, desk: Desk, weighing: Weighing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._step = desk, weighing.step.id
        self._rows: dict[str, _Row] = {}
        self._title = Label(weighing.title, Text.QUESTION)
        self._about = Label("", Text.SMALL, Token.INK3)
        self._place = theme.down()
        column = theme.down(self, margins=(12, 0, 8, 12))
        column.addWidget(Hairline())
        theme.space(column, 20)
        column.addWidget(self._title)
        column.addWidget(self._about)
        theme.space(column, 8)
        column.addLayout(self._place)
        self.show_weighing(weighing)

    @property
    def step(self) -> str:
        """The step's id."""
        return self._step

    def show_weighing(self, weighing: Weighing) -> None:
        """Set what differs."""
        self._about.setText(_about(weighing))
        wanted = [row.fact.id for row in weighing.facts]
        for gone in [fact for fact in self._rows if fact not in wanted]:
            row = self._rows.pop(gone)
            row.hide()
            row.deleteLater()
        for number, weighed in enumerate(weighing.facts):
            if weighed.fact.id not in self._rows:
                made = _Row(self._desk, self._step, weighed.fact, weighing.words)
                self._rows[weighed.fact.id] = made
                self._place.insertWidget(number, made)
            self._rows[weighed.fact.id].show_weighed(weighed)


class _Row(QWidget):
    def __init__(self, desk: Desk, step: str, fact: Fact, words: tuple[tuple[str, str], ...]) -> None:
        super().__init__()
        self._desk, self._step, self._fact = desk, step, fact
        self._name = Label("", Text.BODY)
        self._said = Label("", Text.CAPTION, Token.INK3)
        self._words = Segments(words, name=_("Weight of {fact}").format(fact=fact.name or fact.ask), tight=True)
        self._button = Button(
            _("Reasons"), Kind.QUIET, name=_("Reasons for the weight of {fact}").format(fact=fact.name)
        )
        self._reasons = TextArea(name=_("Reasons for the weight of {fact}").format(fact=fact.name or fact.ask))
        names = theme.down(margins=(0, 4, 0, 4))
        names.addWidget(self._name)
        names.addWidget(self._said)
        row = theme.across(gap=12, margins=(0, 6, 0, 6))
        row.addLayout(names, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(Flow([self._words]), 0, Qt.AlignmentFlag.AlignVCenter)
        column = theme.down(self)
        column.addLayout(row)
        self._room = Expander(self._button, self._reasons, opened=_("open"), closed=_("closed"))
        column.addWidget(self._room)
        column.addWidget(Hairline())
        self._words.edited.connect(self._on_word)
        self._reasons.edited.connect(self._on_reasons)

    def show_weighed(self, weighed: WeighedFact) -> None:
        self._name.setText(weighed.name)
        self._said.setText(weighed.said)
        self._words.set_value(weighed.word)
        self._button.setText(_("Reasons") if weighed.reasons else _("Give reasons"))
        self._reasons.set_value(weighed.reasons)

    def _on_word(self, word: str) -> None:
        self._desk.weigh(self._step, self._fact, word)

    def _on_reasons(self, text: str) -> None:
        self._desk.give_weight_reasons(self._step, self._fact, text)


def _about(weighing: Weighing) -> str:
    words = [_("Nothing is added up.")]
    if weighing.others:
        words.append(
            ngettext(
                "{number} further circumstance is not established and not weighed.",
                "{number} further circumstances are not established and not weighed.",
                weighing.others,
            )
        )
    return " ".join(words) + (f" · {weighing.cite}" if weighing.cite else "")
