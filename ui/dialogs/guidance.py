"""What this guidance is: edition, status, sources and how each was read, and what it knowingly leaves out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sentencing.pack.model import Cite, Pack
from ui import theme
from ui.i18n import _
from ui.models.shelf import rule_words, status_line
from ui.models.sources import source_view
from ui.models.texts import day
from ui.theme import Text, Token
from ui.widgets.button import Kind
from ui.widgets.column import Column
from ui.widgets.dialog import Act, Dialog
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label

_HEIGHT = 420


class GuidanceDialog(Dialog):
    """Everything that a reader needs to judge how far the guidance can be relied on."""

    def __init__(self, pack: Pack, parent: QWidget) -> None:
        head = pack.head
        fact = _("Edition of {day}. {status}").format(day=day(head.edition.first), status=status_line(head))
        super().__init__(head.title, fact, [Act("close", _("Close"), Kind.PRIMARY)], parent, width=640)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        column = theme.down(inside, gap=6, margins=(0, 8, 12, 8))
        column.addWidget(Label(rule_words(head.choice_of_edition), Text.LAW, Token.INK2))
        _section(column, _("What it leaves out"))
        for left in head.leaves_out:
            column.addWidget(Label(left.title, Text.SMALL_STRONG))
            column.addWidget(Label(left.say, Text.SMALL, Token.INK2))
        _section(column, _("Sources"))
        for source in pack.sources.values():
            view = source_view(pack, Cite(source.id))
            column.addWidget(Label(view.title, Text.SMALL_STRONG))
            column.addWidget(Label(view.read, Text.SMALL, Token.INK2))
        self._room = Column(inside, Token.PAGE)
        self._room.setFixedHeight(theme.px(_HEIGHT))
        self._room.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._room.setAccessibleName(_("What this guidance is"))
        self.body.addWidget(self._room)


def _section(column: QVBoxLayout, title: str) -> None:
    theme.space(column, 10)
    column.addWidget(Label(title, Text.QUESTION))
    column.addWidget(Hairline())
