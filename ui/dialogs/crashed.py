"""What is shown after an unexpected error: what happened, what is safe, what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.crash import Report
from ui.i18n import _
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import Act, Dialog


class CrashDialog(Dialog):
    """The program goes on; the report can be copied, and holds nothing of the case."""

    def __init__(self, report: Report, parent: QWidget) -> None:
        fact = _(
            "What you did last may be missing. Everything before it is in the window and in the recovery file. "
            "Save the case under another name, close the program and start it again."
        )
        acts = [Act("close", _("Go on"), Kind.PRIMARY)]
        super().__init__(_("Something in the program went wrong"), fact, acts, parent, width=460)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        copy = Button(_("Copy the report, without anything of the case"), Kind.LINK)
        copy.clicked.connect(self._on_copy)
        self.body.addSpacing(8)
        self.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.text())
