"""One open case in the window: rail, the page in sight, and the column at its end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sentencing.pack.model import Cite
from ui import theme
from ui.models.attention import Need
from ui.models.pages import PageId, page_word
from ui.panels.case import CasePage
from ui.panels.interview import InterviewPage
from ui.panels.rail import Rail
from ui.panels.recommendation import RecommendationPage
from ui.panels.result import ResultColumn
from ui.session.desk import Desk
from ui.session.session import Session
from ui.widgets.page import Page


class Workspace(QWidget):
    """Pages are made when they are first wanted."""

    page_changed = Signal(PageId)
    evidence_wanted = Signal(str, str)
    source_wanted = Signal(Cite)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page = PageId.CASE
        self._made: dict[PageId, QWidget] = {}
        self.rail = Rail(session)
        self.result = ResultColumn(session)
        self._pages = QStackedWidget()
        row = theme.across(self)
        row.addWidget(self.rail)
        row.addWidget(self._pages, 1)
        row.addWidget(self.result)
        self.rail.page_wanted.connect(self.show_page)
        self.result.need_wanted.connect(self._on_need)
        self.result.step_wanted.connect(self._on_step)

    @property
    def session(self) -> Session:
        """The case that is open here."""
        return self._session

    @property
    def page(self) -> PageId:
        """The page in sight."""
        return self._page

    def shown(self) -> QWidget:
        """The page widget in sight."""
        return self._made[self._page]

    def show_page(self, page: PageId) -> None:
        """Turn to a page."""
        if page not in self._made:
            self._made[page] = self._make(page)
            self._pages.addWidget(self._made[page])
        self._page = page
        self._pages.setCurrentWidget(self._made[page])
        self.rail.set_current(page)
        self.page_changed.emit(page)

    def show_fact(self, fact: str) -> None:
        """Turn to the card of a fact."""
        found = self._session.pack.facts.get(fact)
        for page in PageId:
            if found is not None and page.group is found.group:
                self.show_page(page)
                shown = self.shown()
                if isinstance(shown, InterviewPage):
                    shown.reveal_fact(fact)

    def turn(self, by: int) -> None:
        """Turn pages on or back."""
        pages = list(PageId)
        self.show_page(pages[(pages.index(self._page) + by) % len(pages)])
        self.rail.item(self._page).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def desk(self) -> Desk:
        """Where edits and undo go while the page in sight is in sight."""
        return self._session

    def current_fact(self) -> str:
        """The fact whose card the keyboard is in; empty when it is in none."""
        shown = self.shown()
        return shown.current_fact() if isinstance(shown, InterviewPage) else ""

    def show_next_open(self) -> None:
        """Go to the next fact after the current one that nobody has considered."""
        scene = self._session.scene
        order = [fact.id for facts in scene.asked.values() for fact in facts]
        current = self.current_fact()
        start = order.index(current) + 1 if current in order else 0
        following = (*order[start:], *order[:start])
        open_fact = next((fact for fact in following if scene.standing(fact) is None), "")
        if open_fact:
            self.show_fact(open_fact)

    def print_memo(self) -> None:
        """Turn to the memo and print it."""
        self.show_page(PageId.MEMO)

    def fit(self, window_width: int) -> None:
        """Give the columns the widths that belong to a window's width."""
        self.result.fit(window_width)

    # ------------------------------------------------------------------------------------------------ private

    def _make(self, page: PageId) -> QWidget:
        if page.group is not None:
            interview = InterviewPage(self._session, page.group)
            after = list(PageId)[page.number]
            interview.set_next(page_word(after))
            interview.evidence_wanted.connect(self.evidence_wanted)
            interview.source_wanted.connect(self.source_wanted)
            interview.fact_wanted.connect(self.show_fact)
            interview.next_wanted.connect(self._on_next)
            return interview
        if page is PageId.CASE:
            return CasePage(self._session)
        if page is PageId.RECOMMENDATION:
            recommendation = RecommendationPage(self._session)
            recommendation.source_wanted.connect(self.source_wanted)
            recommendation.fact_wanted.connect(self.show_fact)
            return recommendation
        return Page(page_word(page))

    def _on_next(self) -> None:
        self.turn(1)

    def _on_need(self, need: Need) -> None:
        if need.judgment:
            self.show_page(PageId.RECOMMENDATION)
            shown = self.shown()
            if isinstance(shown, RecommendationPage):
                shown.reveal_judgment(need.judgment)
        elif need.fact:
            self.show_fact(need.fact)

    def _on_step(self, step: str) -> None:
        for entry in self._session.scene.derivation.entries:
            if entry.step == step:
                facts = [reading.name for reading in entry.readings if reading.name in self._session.pack.facts]
                if facts:
                    self.show_fact(facts[0])
