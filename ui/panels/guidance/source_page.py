"""The sources of an edition, how each was read, and what the pack knowingly leaves out."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from sentencing.pack.model import Cite, Pack
from ui import theme
from ui.i18n import _
from ui.models.guidance_reading import read_line
from ui.models.shelf import rule_words, status_line
from ui.models.sources import source_view
from ui.session.guidance_reading import Checked
from ui.theme import Text, Token
from ui.widgets.column import Column
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.tag import Tag
from ui.widgets.tone import Tone


class SourcePage(Column):
    """`show_sources(checked)`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QWidget(), Token.PAGE, most=720, parent=parent)

    def show_sources(self, found: Checked) -> None:
        """Show what the edition rests on."""
        inside = QWidget()
        column = theme.down(inside, margins=(0, 14, 16, 40))
        pack = found.pack
        if pack is None:
            words = _("They are shown once the problems that stand in the source are mended.")
            column.addWidget(Label(words, Text.BODY, Token.INK2))
        else:
            column.addWidget(Label(f"{status_line(pack.head)} {rule_words(pack.head.choice_of_edition)}", Text.BODY))
            theme.space(column, 20)
            self._sources(column, pack)
            theme.space(column, 24)
            self._left_out(column, pack)
        column.addStretch(1)
        self.setWidget(inside)

    def _sources(self, column: QVBoxLayout, pack: Pack) -> None:
        head = theme.across(gap=12)
        head.addWidget(Label(_("Sources"), Text.QUESTION), 1)
        head.addWidget(Label(read_line(pack), Text.SMALL, Token.INK2, wraps=False))
        column.addLayout(head)
        theme.space(column, 4)
        column.addWidget(Hairline())
        for source in pack.sources.values():
            view = source_view(pack, Cite(source.id))
            whole = source.read == "text"
            theme.space(column, 10)
            row = theme.across(gap=12)
            row.addWidget(Label(view.title, Text.SMALL_STRONG), 1)
            tag = Tag(_("Read as text"), Tone.INFO, icon="ph.check")
            row.addWidget(tag if whole else Tag(_("Second hand"), Tone.CAUTION, icon="ph.warning"))
            column.addLayout(row)
            column.addWidget(Label(view.read, Text.SMALL, Token.INK2))
            if view.quote:
                column.addWidget(Label(_("“{quote}”").format(quote=view.quote), Text.LAW, Token.INK2))
            if view.url:
                column.addWidget(Label(view.url, Text.CAPTION, Token.INK3))
            theme.space(column, 8)
            column.addWidget(Hairline())

    def _left_out(self, column: QVBoxLayout, pack: Pack) -> None:
        column.addWidget(Label(_("What it leaves out"), Text.QUESTION))
        theme.space(column, 4)
        column.addWidget(Hairline())
        if not pack.head.leaves_out:
            column.addWidget(Label(_("The pack names nothing that it leaves out."), Text.SMALL, Token.INK2))
        for left in pack.head.leaves_out:
            theme.space(column, 10)
            column.addWidget(Label(left.title, Text.SMALL_STRONG))
            column.addWidget(Label(left.say, Text.LAW, Token.INK2))
            theme.space(column, 8)
            column.addWidget(Hairline())
