"""The guidance shelf: the packs and their editions, the open one as text, and its source with what is wrong in it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.guidance_reading import tag_of
from ui.models.guidance_shelf import EditionRow, Place, ShelfGroup, shelf_groups
from ui.panels.guidance.edition_list import EditionList
from ui.panels.guidance.reader import SOURCE, Reader
from ui.panels.guidance.source_column import SourceColumn
from ui.session.guidance_reading import Checked
from ui.session.guidance_watch import GuidanceWatch
from ui.session.session import Session
from ui.theme import Token
from ui.widgets.surface import Surface

_SOURCE_WIDTH = 470
_MIDDLE_LEAST = 520


class GuidanceShelf(Surface):
    """`open_shelf(session)` shows it; what needs a dialog or another program is asked for by a signal."""

    left = Signal()
    add_wanted = Signal()
    remove_wanted = Signal(object)
    edit_wanted = Signal(object)
    failed = Signal(Exception)

    def __init__(self, places: Sequence[Place], parent: QWidget | None = None) -> None:
        super().__init__(Token.PAGE, parent=parent)
        self._places = tuple(places)
        self._groups: tuple[ShelfGroup, ...] = ()
        self._row: EditionRow | None = None
        self._session: Session | None = None
        self._beside = True
        self.editions = EditionList()
        self.reader = Reader()
        self.source = SourceColumn()
        self.watch = GuidanceWatch(self)
        row = theme.across(self)
        row.addWidget(self.editions)
        row.addWidget(self.reader, 1)
        row.addWidget(self.source)
        self._row_of_columns = row
        self._connect()
        self.restyle()

    @property
    def row(self) -> EditionRow | None:
        """The chosen row."""
        return self._row

    def set_places(self, places: Sequence[Place]) -> None:
        """Look for packs in other folders."""
        self._places = tuple(places)
        self.refresh()

    def open_shelf(self, session: Session | None) -> None:
        """Show the shelf, at the edition of the open case if there is one."""
        self._follow(session)
        self.refresh()
        self._choose(self._wanted_key(session) if session is not None or self._row is None else self._row.key)

    def refresh(self) -> None:
        """Read the list again: an edition was added or removed."""
        self._groups = shelf_groups(self._places)
        self._show_list(self.editions.search.value())

    def choose(self, key: str) -> None:
        """Look at an edition by the path of its file."""
        self.refresh()
        self._choose(key)

    def choose_first(self) -> None:
        """Look at the first edition of the list: the one that was open is gone."""
        self._row = None
        self.refresh()
        self._choose(self._wanted_key(self._session))

    def close_shelf(self) -> None:
        """Stop watching and whatever runs."""
        self._follow(None)
        self.watch.close()
        self.reader.close_work()

    def restyle(self) -> None:
        """Take the widths of the text size."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has no room for the source beside the text: it becomes a view of its own."""
        super().resizeEvent(event)
        self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight nothing is watched or run; coming back reads the edition again."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.close_shelf()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back; F4 and Shift+F4 go through the problems."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F4:
            self.step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """Go to the next or previous problem, wherever the source stands."""
        if not self._beside:
            self.reader.show_view(SOURCE)
        self.source.step(by)

    # ------------------------------------------------------------------------------------------------ private

    def _connect(self) -> None:
        self.editions.chosen.connect(self._on_chosen)
        self.editions.searched.connect(self._show_list)
        self.editions.add_wanted.connect(self.add_wanted)
        self.editions.back.clicked.connect(self.left)
        self.reader.line_wanted.connect(self._on_line)
        self.reader.remove_wanted.connect(self._on_remove)
        self.reader.stop_wanted.connect(self.watch.stop)
        self.source.check_wanted.connect(self.watch.check)
        self.source.edit_wanted.connect(self._on_edit)
        self.watch.begun.connect(self.source.begin_check)
        self.watch.progressed.connect(self.reader.show_progress)
        self.watch.checked.connect(self._on_checked)
        self.watch.failed.connect(self.failed)

    def _wanted_key(self, session: Session | None) -> str:
        """The edition of the open case, or the first that can be read."""
        rows = [row for group in self._groups for row in group.rows if row.edition is not None]
        if session is not None:
            head = session.pack.head
            for row in rows:
                assert row.edition is not None
                if row.edition.folder.name == head.id and row.edition.path.stem == head.edition.id and not row.is_own:
                    return row.key
        return rows[0].key if rows else ""

    def _show_list(self, wanted: str) -> None:
        self.editions.show_groups(shelf_groups(self._places, wanted) if wanted else self._groups)
        if self._row is not None:
            self.editions.choose(self._row.key)

    def _choose(self, key: str) -> None:
        row = self.editions.choose(key)
        if row is not None:
            self._on_chosen(row)

    def _on_chosen(self, row: EditionRow) -> None:
        self._row = row
        if row.edition is None:
            self.reader.show_unread(row)
            return
        if row.edition == self.watch.edition:
            self.watch.check()
        else:
            self.watch.open(row.edition)

    def _on_checked(self, found: Checked) -> None:
        row = self._row
        if row is None or row.edition != found.edition:
            return
        self.editions.tell(row.key, tag_of(found))
        self.source.show_source(found)
        self.source.set_own(row.is_own)
        self.reader.show_edition(found, row)

    def _follow(self, session: Session | None) -> None:
        if self._session is not None and self._session is not session:
            self._session.changed.disconnect(self.reader.stale_effect)
        if session is not None and session is not self._session:
            session.changed.connect(self.reader.stale_effect)
        self._session = session
        self.editions.back.setText(_("Back to the case") if session is not None else _("Back to the start"))
        self.reader.follow(session)

    def _arrange(self) -> None:
        wide = self.width() >= self.editions.width() + theme.px(_MIDDLE_LEAST) + theme.px(_SOURCE_WIDTH)
        if wide == self._beside:
            if wide:
                self.source.setFixedWidth(theme.px(_SOURCE_WIDTH))
            return
        self._beside = wide
        if wide:
            self.reader.hold(None)
            self._row_of_columns.addWidget(self.source)
            self.source.setFixedWidth(theme.px(_SOURCE_WIDTH))
            self.source.show()
        else:
            self.source.setMinimumWidth(0)
            self.source.setMaximumWidth((1 << 24) - 1)
            self.reader.hold(self.source)

    def _on_line(self, line: int) -> None:
        if not self._beside:
            self.reader.show_view(SOURCE)
        self.source.text.reveal_line(line)

    def _on_remove(self) -> None:
        self.remove_wanted.emit(self._row)

    def _on_edit(self) -> None:
        self.edit_wanted.emit(self._row)
