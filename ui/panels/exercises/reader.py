"""One exercise as it is handed out; below it the answer, sealed until a person reveals it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.i18n import _
from ui.models.exercises import AnswerView, ExerciseView
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.column import Column
from ui.widgets.flow import Flow
from ui.widgets.hairline import Hairline
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.surface import Surface
from ui.widgets.table import Heading, Table
from ui.widgets.tone import Tone

OPEN, DEMONSTRATE, TAKE, HAND_OUT, REMOVE = "open", "demonstrate", "take", "hand-out", "remove"
SAVE_HAND_OUT, PRINT_HAND_OUT, SAVE_ANSWERS, PRINT_ANSWERS = (
    "save-hand-out", "print-hand-out", "save-answers", "print-answers",
)  # fmt: skip


class ExerciseReader(Column):
    """`show_exercise(view, is_own)`; `wanted(act)` when a person wants one of the acts; `revealed()` for the answer."""

    wanted = Signal(str)
    revealed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._inside = QWidget()
        super().__init__(self._inside, Token.PAGE, most=868, parent=parent)
        self._title = Label("", Text.TITLE)
        self._about = Label("", Text.SMALL, Token.INK3)
        self._teaches = Label("", Text.BODY, Token.INK2)
        self._trouble = Banner("", tone=Tone.CAUTION)
        self._text = theme.down(gap=12)
        self._facts = Table([Heading(_("Question"), stretch=3), Heading(_("As it stands"), stretch=2)], name=_("Facts"))
        self.open = self._button(_("Open as a case"), OPEN, Kind.PRIMARY)
        self.demonstrate = self._button(_("Demonstrate"), DEMONSTRATE)
        self.take = self._button(_("Take along…"), TAKE)
        self.remove = self._button(_("Remove"), REMOVE, Kind.QUIET)
        self.answer = Answer()
        papers = [
            self._button(_("Hand-out as PDF…"), SAVE_HAND_OUT, icon="ph.file-pdf"),
            self._button(_("Print the hand-out…"), PRINT_HAND_OUT, Kind.QUIET, icon="ph.printer"),
            self._button(_("File for participants…"), HAND_OUT, Kind.QUIET, icon="ph.export"),
        ]
        self._body = QWidget()
        column = theme.down(self._inside, margins=(40, 24, 32, 40))
        for label in (self._title, self._about, self._teaches):
            column.addWidget(label)
            theme.space(column, 4)
        theme.space(column, 8)
        column.addWidget(Flow([self.open, self.demonstrate, self.take, self.remove], gap=8))
        theme.space(column, 16)
        column.addWidget(self._trouble)
        body = theme.down(self._body)
        body.addWidget(Hairline())
        theme.space(body, 16)
        body.addLayout(self._text)
        theme.space(body, 20)
        body.addWidget(Label(_("Facts"), Text.SECTION))
        theme.space(body, 4)
        body.addWidget(self._facts)
        theme.space(body, 12)
        body.addWidget(Flow(papers, gap=8))
        theme.space(body, 24)
        body.addWidget(self.answer)
        column.addWidget(self._body)
        column.addStretch(1)
        self.answer.reveal.clicked.connect(self.revealed)
        self.answer.wanted.connect(self.wanted)

    def show_exercise(self, view: ExerciseView, *, is_own: bool) -> None:
        """Show another exercise; its answer is sealed again."""
        self._title.setText(view.title)
        self._say(self._about, view.about)
        self._say(self._teaches, view.teaches)
        self._trouble.hide()
        self._body.show()
        for button in (self.open, self.demonstrate):
            button.setEnabled(True)
        self.remove.setVisible(is_own)
        _clear(self._text)
        for paragraph in view.paragraphs:
            self._text.addWidget(Label(paragraph, Text.LAW_READING))
        self._facts.set_rows(view.facts)
        self.answer.seal()
        self.verticalScrollBar().setValue(0)

    def show_trouble(self, title: str, why: str, *, is_own: bool) -> None:
        """Say why an exercise cannot be used here."""
        self._title.setText(title)
        self._say(self._about, "")
        self._say(self._teaches, "")
        self._trouble.set_words(why)
        self._trouble.show()
        self._body.hide()
        for button in (self.open, self.demonstrate):
            button.setEnabled(False)
        self.remove.setVisible(is_own)

    def _say(self, label: Label, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _button(self, words: str, act: str, kind: Kind = Kind.SECONDARY, *, icon: str = "") -> Button:
        button = Button(words, kind, icon=icon)
        button.setProperty("act", act)
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        self.wanted.emit(self.sender().property("act"))


class Answer(Surface):
    """The reference answer: closed it tells nothing but that it is there."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(Token.GROUND, radius=8)
        self._about = Label("", Text.BODY, Token.INK2)
        self.reveal = Button("", icon="ph.eye")
        self._open = QWidget()
        self._results = Table(
            [Heading(_("The guidance gives"), stretch=1), Heading("", figures=True)], name=_("Results")
        )
        self._court = theme.down(gap=6)
        self._save = Button(_("Answer sheet as PDF…"), icon="ph.file-pdf")
        self._print = Button(_("Print the answer sheet…"), Kind.QUIET, icon="ph.printer")
        head = theme.across(gap=10)
        head.addWidget(Icon("ph.lock-simple", Token.INK2, size=16, beside=Text.SECTION))
        head.addWidget(Label(_("Reference answer"), Text.SECTION), 1)
        head.addWidget(self.reveal)
        column = theme.down(self, gap=8, margins=(24, 18, 24, 20))
        column.addLayout(head)
        column.addWidget(self._about)
        inner = theme.down(self._open, gap=12)
        inner.addWidget(self._results)
        inner.addLayout(self._court)
        inner.addWidget(Flow([self._save, self._print], gap=8))
        column.addWidget(self._open)
        for button, act in ((self._save, SAVE_ANSWERS), (self._print, PRINT_ANSWERS)):
            button.setProperty("act", act)
            button.clicked.connect(self._on_clicked)
        self.seal()

    @property
    def is_open(self) -> bool:
        """Whether it is revealed."""
        return not self._open.isHidden()

    def seal(self) -> None:
        """Close it; what it says is not kept in any widget."""
        self._results.set_rows(())
        _clear(self._court)
        self._open.hide()
        self._about.setText(_("What the guidance gives, what the court did, and the trainer's note."))
        self._about.show()
        self.reveal.setText(_("Reveal the answer"))
        self.reveal.set_icon("ph.eye")

    def show_answer(self, view: AnswerView) -> None:
        """Reveal it."""
        self._results.set_rows(view.results)
        _clear(self._court)
        if view.found or view.sentence:
            self._court.addWidget(Label(_("What the court did"), Text.QUESTION))
        for found in view.found:
            self._court.addWidget(Label(f"– {found}", Text.LAW))
        for text in (view.sentence, view.citation):
            if text:
                self._court.addWidget(Label(text, Text.LAW))
        if view.note:
            self._court.addWidget(Label(_("For the trainer"), Text.QUESTION))
            self._court.addWidget(Label(view.note, Text.LAW))
        self._open.show()
        self._about.hide()
        self.reveal.setText(_("Seal it again"))
        self.reveal.set_icon("ph.eye-slash")

    def _on_clicked(self) -> None:
        self.wanted.emit(self.sender().property("act"))


def _clear(layout: QVBoxLayout) -> None:
    while (place := layout.takeAt(0)) is not None:
        widget = place.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
