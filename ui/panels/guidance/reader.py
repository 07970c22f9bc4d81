"""The open edition in the middle of the shelf: what it is, and four views of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import theme
from ui.i18n import _
from ui.models.guidance_reading import about, heading
from ui.models.guidance_shelf import EditionRow
from ui.panels.guidance.difference_page import DifferencePage
from ui.panels.guidance.effect_page import EffectPage
from ui.panels.guidance.source_column import SourceColumn
from ui.panels.guidance.source_page import SourcePage
from ui.panels.guidance.text_page import TextPage
from ui.session.guidance_reading import Checked
from ui.session.session import Session
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.label import Label
from ui.widgets.progress import Progress
from ui.widgets.surface import Surface
from ui.widgets.tabs import Tabs

TEXT, DIFFERENCES, EFFECT, SOURCES, SOURCE = "text", "differences", "effect", "sources", "source"


class Reader(Surface):
    """`show_edition(checked)`, `show_unread(row)`; `hold(source)` takes the source column in as a fifth view."""

    line_wanted = Signal(int)
    remove_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.PAGE, parent=parent)
        self._found: Checked | None = None
        self._session: Session | None = None
        self._stale: set[str] = set()
        self._title = Label("", Text.TITLE)
        self._about = Label("", Text.SMALL, Token.INK2)
        self.remove = Button(_("Remove"), Kind.QUIET, icon="ph.trash")
        self.progress = Progress("", cancel=_("Stop"))
        self.tabs = Tabs(_tabs(), name=_("Views of the edition"))
        self.text = TextPage()
        self.differences = DifferencePage()
        self.effect = EffectPage()
        self.sources = SourcePage()
        self._views = {TEXT: self.text, DIFFERENCES: self.differences, EFFECT: self.effect, SOURCES: self.sources}
        self._stack = QStackedWidget()
        self._source: SourceColumn | None = None
        self._build()
        self.tabs.edited.connect(self._on_tab)
        self.remove.clicked.connect(self.remove_wanted)
        self.progress.cancelled.connect(self.stop_wanted)
        self.text.line_wanted.connect(self.line_wanted)
        self.differences.line_wanted.connect(self.line_wanted)

    def show_edition(self, found: Checked, row: EditionRow | None) -> None:
        """Show what came of reading an edition; each view is made when it is looked at."""
        self._found = found
        title = heading(found.pack.head) if found.pack is not None else (row.title if row is not None else "")
        self._title.setText(title)
        self._about.setText(about(found))
        self.remove.setVisible(row is not None and row.is_own)
        self.progress.hide()
        self.tabs.show()
        self._stack.show()
        self.tabs.set_count(DIFFERENCES, str(len(found.differences)) if found.differences else "")
        self.tabs.setTabText(1, self.tabs.tabText(1))  # the bar measures its tabs again only with their words
        self._stale = set(self._views)
        self._refresh()

    def show_unread(self, row: EditionRow) -> None:
        """Say of an edition that exists and was not read what that means."""
        self._found = None
        self._title.setText(_("Edition of {day}").format(day=row.title))
        self._about.setText(
            _(
                "An edition of this day is known to exist. Its text was not read, so it cannot be used here. Cases "
                "after this day are worked out under the edition before it, and every page says so."
            )
        )
        self.remove.hide()
        self.progress.hide()
        self.tabs.hide()
        self._stack.hide()

    def show_progress(self, done: int, whole: int) -> None:
        """Say how many examples have been run."""
        words = _("Running worked example {done} of {whole}").format(done=done, whole=whole)
        self.progress.set_progress(words, done, whole)
        self.progress.setVisible(done < whole)

    def follow(self, session: Session | None) -> None:
        """The case whose effect is shown; the view is made again when it is looked at."""
        self._session = session
        self.stale_effect()

    def stale_effect(self) -> None:
        """The case is another than the one the effect was made for."""
        if self._found is not None:
            self._stale.add(EFFECT)
            self._refresh()

    def hold(self, source: SourceColumn | None) -> None:
        """Take the source column in as a view of its own, or give it back."""
        if (source is not None) == (self._source is not None):
            return
        if source is not None:
            self._stack.addWidget(source)
            self.tabs.setTabData(self.tabs.addTab(_("Source")), SOURCE)
        elif self._source is not None:
            self._stack.removeWidget(self._source)
            if self.tabs.value() == SOURCE:
                self.show_view(TEXT)
            self.tabs.removeTab(self.tabs.count() - 1)
        self._source = source

    def show_view(self, key: str) -> None:
        """Turn to a view."""
        self.tabs.set_value(key)
        self._refresh()

    def begin(self) -> None:
        """Put the focus on the tabs."""
        self.tabs.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def close_work(self) -> None:
        """Stop whatever runs."""
        self.effect.close_work()

    # ------------------------------------------------------------------------------------------------ private

    def _build(self) -> None:
        column = theme.down(self, margins=(32, 18, 16, 0))
        head = theme.across(gap=12)
        head.addWidget(self._title, 1)
        head.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        theme.space(column, 4)
        column.addWidget(self._about)
        theme.space(column, 8)
        column.addWidget(self.progress)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        for view in self._views.values():
            self._stack.addWidget(view)
        self.progress.hide()
        self.remove.hide()

    def _refresh(self) -> None:
        key, found = self.tabs.value(), self._found
        view: QWidget | None = self._views.get(key, self._source)
        if view is not None:
            self._stack.setCurrentWidget(view)
        if found is None or key not in self._stale:
            return
        self._stale.discard(key)
        match key:
            case "text":
                self.text.show_text(found)
            case "differences":
                self.differences.show_differences(found)
            case "effect":
                self.effect.show_effect(found, self._session)
            case "sources":
                self.sources.show_sources(found)

    def _on_tab(self, _key: str) -> None:
        self._refresh()


def _tabs() -> list[tuple[str, str, str]]:
    return [
        (TEXT, _("Text and examples"), ""),
        (DIFFERENCES, _("Differences"), ""),
        (EFFECT, _("Effect on the open case"), ""),
        (SOURCES, _("Sources"), ""),
    ]
