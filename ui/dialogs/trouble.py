"""Something did not work: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.i18n import _
from ui.widgets.button import Kind
from ui.widgets.dialog import Act, Dialog


class TroubleDialog(Dialog):
    """One sentence as title, the rest below; nothing is lost by closing it."""

    def __init__(self, what: str, rest: str, parent: QWidget) -> None:
        super().__init__(what, rest, [Act("close", _("Close"), Kind.PRIMARY)], parent, width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
