"""Words of the sealed part that also stand in the open case, before they go into an open paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.i18n import _
from ui.widgets.button import Kind
from ui.widgets.dialog import Act, Dialog

_GO_ON = "go-on"
_SHOWN = 3


class LeakDialog(Dialog):
    """Says which; only a person can tell whether they betray anything."""

    allowed = Signal()

    def __init__(self, phrases: tuple[str, ...], parent: QWidget) -> None:
        quoted = "; ".join(f"“{phrase}”" for phrase in phrases[:_SHOWN])
        fact = _(
            "The same words are in the sealed part and in the open case: {phrases}. Whoever reads the memo reads them. "
            "Change the open text if they could betray who spoke."
        ).format(phrases=quoted)
        acts = [Act(_GO_ON, _("Save all the same"), Kind.QUIET), Act("back", _("Go back"), Kind.PRIMARY)]
        super().__init__(_("Do these words belong in an open paper?"), fact, acts, parent, width=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.finished.connect(self._on_finished)

    def _on_finished(self) -> None:
        if self.chosen() == _GO_ON:
            self.allowed.emit()
