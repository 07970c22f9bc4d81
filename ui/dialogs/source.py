"""The source card: what a citation opens."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.sources import SourceView
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import Act, Dialog
from ui.widgets.icon import Icon
from ui.widgets.label import Label


class SourceCard(Dialog):
    """Title and pinpoint, the quotation in the law's voice, how it was read, and the address to look it up."""

    def __init__(self, source: SourceView, parent: QWidget) -> None:
        super().__init__(source.title, source.pinpoint, [Act("close", _("Close"), Kind.PRIMARY)], parent, width=480)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._url = source.url
        column = theme.down(gap=12, margins=(0, 12, 0, 0))
        if source.quote:
            column.addWidget(Label(f"“{source.quote}”", Text.LAW_READING, Token.INK))
        read = theme.across(gap=8)
        read.addWidget(Icon("ph.eye", Token.INK3), 0, Qt.AlignmentFlag.AlignTop)
        read.addWidget(Label(source.read, Text.SMALL, Token.INK2), 1)
        column.addLayout(read)
        if source.url:
            address = Label(source.url, Text.SMALL, Token.INK2)
            address.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            column.addWidget(address)
            note = _("This program has no network. Copy the address to look it up elsewhere.")
            column.addWidget(Label(note, Text.CAPTION, Token.INK3))
            copy = Button(_("Copy the address"), Kind.SECONDARY, icon="ph.copy")
            copy.clicked.connect(self._on_copy)
            column.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(column)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
