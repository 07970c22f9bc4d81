"""What the program is, and what it is not."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sentencing import __version__
from ui.i18n import _
from ui.widgets.button import Kind
from ui.widgets.dialog import Act, Dialog


class AboutDialog(Dialog):
    """Advisory, offline, by whom the law is said."""

    def __init__(self, parent: QWidget) -> None:
        fact = _(
            "Version {version}. It computes only what the guidance states and leaves every decision to a person. "
            "It works without any network and sends nothing anywhere."
        ).format(version=__version__)
        super().__init__("Sentencing Guidance", fact, [Act("close", _("Close"), Kind.PRIMARY)], parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
