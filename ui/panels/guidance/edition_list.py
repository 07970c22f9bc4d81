"""The list at the start of the shelf: a search, the packs with their editions, and a way to add one's own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.guidance_shelf import EditionRow, ShelfGroup
from ui.panels.guidance.edition_row import EditionLink
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.column import Column
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.surface import Surface

_WIDTH = 264
_WIDE_MOST = 320


class EditionList(Surface):
    """`show_groups(groups)`; `chosen(row)` when a person takes one; `search(text)` at each letter."""

    chosen = Signal(object)
    searched = Signal(str)
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.GROUND, hair_end=True, parent=parent)
        self._links: list[EditionLink] = []
        self._current = ""
        self.search = Field(name=_("Find guidance"), icon="ph.magnifying-glass")
        self.search.setPlaceholderText(_("Find guidance"))
        self.add = Button(_("Add guidance…"), icon="ph.plus")
        self.back = Button(_("Back to the start"), Kind.QUIET, icon="ph.arrow-left")
        self._inside = QWidget()
        self._rows = theme.down(self._inside, margins=(8, 4, 0, 16))
        self._none = Label(_("No guidance has these words."), Text.SMALL, Token.INK2)
        column = theme.down(self, margins=(0, 8, 1, 0))
        way = theme.across(margins=(10, 0, 16, 8))
        way.addWidget(self.back)
        way.addStretch(1)
        column.addLayout(way)
        top = theme.down(margins=(16, 0, 16, 8))
        top.addWidget(self.search)
        column.addLayout(top)
        self._scrolled = Column(self._inside, Token.GROUND)
        column.addWidget(self._scrolled, 1)
        foot = theme.across(margins=(16, 10, 16, 12))
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        self.search.edited.connect(self.searched)
        self.add.clicked.connect(self.add_wanted)
        self.restyle()

    def show_groups(self, groups: Sequence[ShelfGroup]) -> None:
        """Show another list; the chosen edition stays chosen while it is in it."""
        while self._rows.count():
            entry = self._rows.takeAt(0)
            widget = entry.widget() if entry is not None else None
            if widget is not None and widget is not self._none:
                widget.hide()
                widget.deleteLater()
        self._links = []
        for group in groups:
            title = Label(group.title, Text.CAPTION_LABEL, Token.INK3)
            holder = QWidget()
            theme.down(holder, margins=(14, 12, 8, 6)).addWidget(title)
            self._rows.addWidget(holder)
            for row in group.rows:
                link = EditionLink(row)
                link.setChecked(row.key == self._current)
                link.clicked.connect(self._on_clicked)
                self._links.append(link)
                self._rows.addWidget(link)
        self._none.setVisible(not groups)
        if not groups:
            self._rows.addWidget(self._none)
        self._rows.addStretch(1)

    def links(self) -> tuple[EditionLink, ...]:
        """The rows as they stand."""
        return tuple(self._links)

    def choose(self, key: str) -> EditionRow | None:
        """Mark a row as chosen; None when it is not in the list."""
        self._current = key
        QTimer.singleShot(0, self, self._on_chosen)
        found = None
        for link in self._links:
            link.setChecked(link.row.key == key)
            found = link.row if link.row.key == key else found
        return found

    def tell(self, key: str, tag: tuple[str, str, str]) -> None:
        """Say another status of a row."""
        for link in self._links:
            if link.row.key == key:
                link.set_tag(tag)

    def begin(self) -> None:
        """Put the focus into the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Take the width of the text size."""
        self.setFixedWidth(min(theme.px(_WIDTH), _WIDE_MOST))

    def _on_chosen(self) -> None:
        for link in self._links:
            if link.row.key == self._current:
                self._scrolled.reveal(link)

    def _on_clicked(self) -> None:
        link = self.sender()
        assert isinstance(link, EditionLink)
        self._current = link.row.key
        self.chosen.emit(link.row)
