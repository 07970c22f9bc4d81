"""Every act and its keys, made from the table of acts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.actions import acts, menu_words
from ui.i18n import _
from ui.theme import Token
from ui.widgets.button import Kind
from ui.widgets.column import Column
from ui.widgets.dialog import Act, Dialog
from ui.widgets.table import Heading, Table

_HEIGHT = 420


class ShortcutsDialog(Dialog):
    """Help shows what the menus do; nothing here is written twice."""

    def __init__(self, parent: QWidget) -> None:
        fact = _("Arrow keys choose a standing; a letter goes to the word that begins with it. Tab goes on.")
        super().__init__(_("Shortcuts"), fact, [Act("close", _("Close"), Kind.PRIMARY)], parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        native = QKeySequence.SequenceFormat.NativeText
        rows = [
            [menu_words(act.menu), act.words.rstrip("…"), QKeySequence(act.shortcut).toString(native)]
            for act in acts()
            if act.shortcut
        ]
        headings = [Heading(_("Menu")), Heading(_("Act"), stretch=1), Heading(_("Keys"), figures=True)]
        self._table = Table(headings, rows, name=_("Shortcuts"))
        inside = QWidget()
        theme.down(inside, margins=(0, 8, 12, 8)).addWidget(self._table)
        self._room = Column(inside, Token.PAGE)
        self._room.setFixedHeight(theme.px(_HEIGHT))
        self.body.addWidget(self._room)
