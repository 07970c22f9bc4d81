"""The memo page: a bar above, the pages below."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _, ngettext, said
from ui.panels.memo.sheets import Sheets
from ui.session.memo import MemoMaker
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.surface import Surface
from ui.widgets.tag import Tag
from ui.widgets.tone import Tone

_ZOOMS = (0, 50, 75, 100, 125, 150, 200)


class MemoPage(Surface):
    """Pages are made while it is in sight."""

    print_wanted = Signal()

    def __init__(self, memo: MemoMaker, parent: QWidget | None = None) -> None:
        super().__init__(Token.PAGE, parent=parent)
        self._memo = memo
        self._shown: tuple[bytes, ...] = ()
        self._title = Label(_("Memo"), Text.SECTION, wraps=False)
        self._draft = Tag("", Tone.CAUTION, icon="ph.warning-circle")
        self._state = Label("", Text.SMALL, Token.INK3, wraps=False)
        self._print = Button(_("Print"), Kind.QUIET, icon="ph.printer")
        self._smaller = Button("", Kind.QUIET, icon="ph.minus", name=_("Smaller"))
        self._zoom = Button("", Kind.QUIET, name=_("Fit the width"))
        self._larger = Button("", Kind.QUIET, icon="ph.plus", name=_("Larger"))
        self._place = Label("", Text.SMALL, Token.INK2, wraps=False)
        self._up = Button("", Kind.QUIET, icon="ph.caret-up", name=_("Page before"))
        self._down = Button("", Kind.QUIET, icon="ph.caret-down", name=_("Next page"))
        self._problem = Banner("", tone=Tone.ERROR)
        self._sheets = Sheets()
        self._build()
        self._print.clicked.connect(self.print_wanted)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self._zoom.clicked.connect(self._on_fit)
        self._up.clicked.connect(self._on_up)
        self._down.clicked.connect(self._on_down)
        self._sheets.place_changed.connect(self._show_place)
        self._sheets.resolution_wanted.connect(memo.set_resolution)
        memo.changed.connect(self._refresh)
        self._refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to make pages."""
        super().showEvent(event)
        self._memo.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """No pages are made that nobody sees."""
        super().hideEvent(event)
        self._memo.wake(False)

    @property
    def zoom_button(self) -> Button:
        """Says the zoom, and fits the width when pressed."""
        return self._zoom

    def pages(self) -> int:
        """How many pages are shown."""
        return self._sheets.count()

    def _build(self) -> None:
        bar = Surface(Token.PAGE, hair_bottom=True)
        row = theme.across(bar, gap=8, margins=(24, 7, 16, 8))
        row.addWidget(self._title)
        row.addWidget(self._draft)
        row.addWidget(self._state, 1)
        for widget in (self._print, self._smaller, self._zoom, self._larger, self._place, self._up, self._down):
            row.addWidget(widget)
        column = theme.down(self)
        column.addWidget(bar)
        problem = theme.down(margins=(24, 0, 24, 0))
        problem.addWidget(self._problem)
        column.addLayout(problem)
        column.addWidget(self._sheets, 1)

    def _refresh(self) -> None:
        memo = self._memo
        if memo.pages is not self._shown:
            self._shown = memo.pages
            self._sheets.show_pages(memo.pages)
        self._draft.setText(_draft_words(memo.drafts))
        self._draft.setToolTip("\n".join(memo.drafts))
        self._draft.setAccessibleDescription("\n".join(memo.drafts))
        self._draft.setVisible(bool(memo.drafts))
        self._state.setText(_("Writing…") if memo.is_busy else "")
        self._problem.set_words(said(memo.problem), _("The memo could not be made") if memo.problem else "")
        self._problem.setVisible(bool(memo.problem))
        self._show_place()

    def _show_place(self) -> None:
        pages = self._sheets.count()
        words = _("Page {number} of {pages}").format(number=self._sheets.current(), pages=pages) if pages else ""
        self._place.setText(words)
        percent = self._sheets.percent()
        self._zoom.setText(f"{percent} %" if percent else _("Fit width"))
        self._up.setEnabled(self._sheets.current() > 1)
        self._down.setEnabled(self._sheets.current() < pages)
        self._smaller.setEnabled(percent != _ZOOMS[1])
        self._larger.setEnabled(percent != _ZOOMS[-1])

    def _on_smaller(self) -> None:
        now = self._sheets.percent() or 100
        self._sheets.set_percent(max((zoom for zoom in _ZOOMS[1:] if zoom < now), default=_ZOOMS[1]))

    def _on_larger(self) -> None:
        now = self._sheets.percent() or 75
        self._sheets.set_percent(min((zoom for zoom in _ZOOMS if zoom > now), default=_ZOOMS[-1]))

    def _on_fit(self) -> None:
        self._sheets.set_percent(0)

    def _on_up(self) -> None:
        self._sheets.go_to(self._sheets.current() - 1)

    def _on_down(self) -> None:
        self._sheets.go_to(self._sheets.current() + 1)


def _draft_words(drafts: tuple[str, ...]) -> str:
    if len(drafts) == 1:
        return drafts[0]
    return ngettext("Draft: {number} thing is missing", "Draft: {number} things are missing", len(drafts))
