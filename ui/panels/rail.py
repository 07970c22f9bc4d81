"""The rail: which case, whose part of it, and the nine pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.pages import PageId, RailRow, case_head, page_word, rail_rows
from ui.models.subjects import subject_options
from ui.session.session import Session
from ui.theme import Text, Token
from ui.widgets.choice import Choice, Option
from ui.widgets.column import Column
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.rail_link import End, RailLink
from ui.widgets.surface import Surface

_WIDTH = 212
_NARROW = 64
_NARROW_FROM = 130


class Rail(Surface):
    """Leads anywhere at any time."""

    page_wanted = Signal(PageId)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(Token.GROUND, hair_end=True, parent=parent)
        self._session = session
        self._items = {page: RailLink(page.number, page_word(page)) for page in PageId}
        self._title = Label("", Text.BODY_SELECTED, most=3)
        self._about = Label("", Text.CAPTION, Token.INK3)
        self._accused = Choice([], name=_("Accused"))
        self._count = Choice([], name=_("Count"))
        self._advice = Label(_("Advisory. The person decides and gives reasons."), Text.CAPTION, Token.INK3)
        self._head = QWidget()
        self._foot = QWidget()
        self._inside = QWidget()
        self._build()
        for item in self._items.values():
            item.clicked.connect(self._on_item)
        self._accused.edited.connect(self._on_accused)
        self._count.edited.connect(self._on_count)
        session.changed.connect(self._refresh)
        self.restyle()
        self._refresh()

    def set_current(self, page: PageId) -> None:
        """Mark the page that is shown."""
        for each, item in self._items.items():
            item.set_current(each is page)

    def item(self, page: PageId) -> RailLink:
        """The button of a page."""
        return self._items[page]

    def restyle(self) -> None:
        """Take the width that belongs to the text size."""
        narrow = theme.percent() >= _NARROW_FROM
        for item in self._items.values():
            item.set_narrow(narrow)
        self._head.setVisible(not narrow)
        self._foot.setVisible(not narrow)
        self.setFixedWidth(_NARROW * theme.percent() // 100 if narrow else theme.px(_WIDTH))

    def _build(self) -> None:
        head = theme.down(self._head, margins=(12, 8, 12, 8))
        head.addWidget(self._title)
        head.addWidget(self._about)
        theme.space(head, 4)
        head.addWidget(self._accused)
        theme.space(head, 4)
        head.addWidget(self._count)
        foot = theme.down(self._foot, gap=10, margins=(12, 0, 12, 8))
        foot.addWidget(Hairline())
        foot.addWidget(self._advice)
        column = theme.down(self._inside, gap=2, margins=(8, 8, 0, 8))
        column.addWidget(self._head)
        for item in self._items.values():
            column.addWidget(item)
        column.addStretch(1)
        column.addWidget(self._foot)
        outer = theme.down(self, margins=(0, 0, 1, 0))
        outer.addWidget(Column(self._inside, Token.GROUND))

    def _refresh(self) -> None:
        scene = self._session.scene
        head = case_head(scene)
        self._title.setText(head.title)
        self._about.setText("\n".join(head.lines))
        for row in rail_rows(scene):
            self._show_row(row)
        accused, counts = subject_options(scene)
        for choice, options, value in (
            (self._accused, accused, scene.subject.accused),
            (self._count, counts, scene.subject.count),
        ):
            choice.set_options([Option(key, word) for key, word in options])
            choice.set_value(value if value in dict(options) else "")
            choice.setVisible(len(options) > 1)

    def _show_row(self, row: RailRow) -> None:
        end = End.SEALED if row.is_sealed else End.DONE if row.is_done else End.COUNT if row.count else End.NOTHING
        item = self._items[row.page]
        item.set_state(end, count=row.count, attention=row.attention, spoken=row.spoken)

    def _on_item(self) -> None:
        for page, item in self._items.items():
            if item is self.sender():
                self.page_wanted.emit(page)

    def _on_accused(self, accused: str) -> None:
        self._session.look_at(accused, self._session.subject.count)

    def _on_count(self, count: str) -> None:
        self._session.look_at(self._session.subject.accused, count)
