"""Saving a participant's answers for the class: before or after the discussion, and what is in the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import _
from ui.widgets.button import Kind
from ui.widgets.dialog import Act, Dialog
from ui.widgets.labelled_field import LabelledField
from ui.widgets.segments import Segments

_SAVE = "save"


class SaveAnswersDialog(Dialog):
    """`wanted(vote)` when the person goes on; `vote` is offered first."""

    wanted = Signal(int)

    def __init__(self, title: str, vote: int, parent: QWidget) -> None:
        fact = _(
            "{title}. Your answers, judgments and weights go into one file for the trainer. No name is asked for. "
            "Reasons, evidence and notes stay on this machine."
        ).format(title=title)
        acts = [Act("cancel", _("Cancel")), Act(_SAVE, _("Choose a place…"), Kind.PRIMARY)]
        super().__init__(_("Save my answers"), fact, acts, parent, width=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.vote = Segments(
            [("1", _("First vote")), ("2", _("After the discussion"))], name=_("Which vote"), value=str(vote)
        )
        self.body.addWidget(LabelledField(_("Which vote"), self.vote))
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        if self.chosen() == _SAVE:
            self.wanted.emit(int(self.vote.value()))
