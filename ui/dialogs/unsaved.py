"""The one question about unsaved changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import _
from ui.widgets.button import Kind
from ui.widgets.dialog import Act, Dialog

SAVE, DISCARD, CANCEL = "save", "discard", "cancel"


class UnsavedDialog(Dialog):
    """Save, discard or cancel; Escape cancels."""

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        acts = [
            Act(DISCARD, _("Discard"), Kind.QUIET),
            Act(CANCEL, _("Cancel")),
            Act(SAVE, _("Save"), Kind.PRIMARY),
        ]
        fact = _("What you changed since the case was last saved is not in its file yet.")
        super().__init__(_("Save the changes to this case?"), fact, acts, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        self.answered.emit(self.chosen() or CANCEL)
