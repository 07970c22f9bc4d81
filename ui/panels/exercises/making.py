"""Making an exercise from the open case: what a trainer writes, and the names that must still go out of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from sentencing.case.exercise_making import Told
from sentencing.case.model import Case
from ui import theme
from ui.i18n import _
from ui.models.exercises import names_left
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.page import Page
from ui.widgets.text_area import TextArea
from ui.widgets.tone import Tone


class MakeExercise(Page):
    """`begin(case)` empties it; `made(told)` when it may be kept: it has a title and a text, and no name is left."""

    left = Signal()
    made = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        about = _(
            "The answers of the open case go over as they stand between the parties. "
            "Names, reasons, evidence, judgments and everything sealed stay behind."
        )
        super().__init__(_("An exercise from this case"), about, parent=parent)
        self._case: Case | None = None
        self.title_field = Field(name=_("Title"))
        self.minutes = Field(name=_("Minutes"))
        self.teaches = Field(name=_("What it teaches"))
        self.hand_out = TextArea(name=_("Text for the participants"))
        self.found = TextArea(name=_("What the court found, one finding a line"))
        self.sentence = TextArea(name=_("Sentence of the court"))
        self.note = TextArea(name=_("Note for the trainer"))
        self.names = Banner("", tone=Tone.CAUTION)
        self.keep = Button(_("Keep the exercise"), Kind.PRIMARY, height=36)
        self.leave = Button(_("Cancel"), Kind.QUIET)
        self._build()
        for control in (self.title_field, self.minutes, self.teaches):
            control.edited.connect(self._refresh)
        for area in (self.hand_out, self.found, self.sentence, self.note):
            area.edited.connect(self._refresh)
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self.left)

    def begin(self, case: Case) -> None:
        """Start with an empty form for a case."""
        self._case = case
        for field in (self.title_field, self.minutes, self.teaches):
            field.set_value("")
            field.set_problem("")
        for area in (self.hand_out, self.found, self.sentence, self.note):
            area.set_value("")
        self._refresh()
        self.title_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def told(self) -> Told:
        """What is written."""
        return Told(
            title=self.title_field.value(),
            hand_out=self.hand_out.value(),
            minutes=self.minutes.value(),
            teaches=self.teaches.value(),
            found=tuple(line for line in self.found.value().split("\n") if line.strip()),
            sentence=self.sentence.value(),
            note=self.note.value(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves; nothing was kept."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build(self) -> None:
        column = self.content
        head = theme.across(gap=16)
        head.addWidget(LabelledField(_("Title"), self.title_field), 4, Qt.AlignmentFlag.AlignTop)
        head.addWidget(LabelledField(_("Minutes"), self.minutes), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        theme.space(column, 14)
        column.addWidget(LabelledField(_("What it teaches"), self.teaches))
        theme.space(column, 14)
        column.addWidget(LabelledField(_("Text for the participants"), self.hand_out))
        theme.space(column, 22)
        column.addWidget(Label(_("Sealed until revealed"), Text.SECTION))
        theme.space(column, 2)
        column.addWidget(Label(_("What participants do not get before the discussion."), Text.SMALL, Token.INK2))
        theme.space(column, 10)
        for label, area in (
            (_("What the court found, one finding a line"), self.found),
            (_("Sentence of the court"), self.sentence),
            (_("Note for the trainer"), self.note),
        ):
            column.addWidget(LabelledField(label, area))
            theme.space(column, 14)
        column.addWidget(self.names)
        theme.space(column, 16)
        column.addWidget(Flow([self.keep, self.leave], gap=8))

    def _refresh(self) -> None:
        told = self.told()
        names = names_left(self._case, told.texts) if self._case is not None else ()
        if names:
            words = _("These words stand in the case's own names, reference or evidence. Take them out of the text.")
            self.names.set_words(words, _("Still there: {names}").format(names=", ".join(names)))
            self.names.set_tone(Tone.CAUTION)
        elif not told.title.strip() or not told.hand_out.strip():
            words = _("Give it a title and a text for the participants.")
            self.names.set_words(words)
            self.names.set_tone(Tone.INFO)
        else:
            self.names.set_words(_("No name, reference or evidence of the case stands in the text."))
            self.names.set_tone(Tone.INFO, "ph.check")
        minutes = told.minutes.strip()
        wrong = bool(minutes) and not (minutes.isdecimal() and len(minutes) <= 4)
        self.minutes.set_problem(_("Write a number of minutes, as 20.") if wrong else "")
        self.keep.setEnabled(bool(told.title.strip() and told.hand_out.strip()) and not names and not wrong)

    def _on_keep(self) -> None:
        self.made.emit(self.told())
