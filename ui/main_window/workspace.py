"""One open case in the window: rail, the page in sight, and the column at its end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from sentencing.pack.model import Cite, Group
from ui import theme
from ui.models.attention import Need
from ui.models.pages import PageId, is_sealed, page_word
from ui.panels.case import CasePage
from ui.panels.cooperation import CooperationPage
from ui.panels.interview import InterviewPage
from ui.panels.memo import MemoOptions, MemoPage
from ui.panels.rail import Rail
from ui.panels.recommendation import RecommendationPage
from ui.panels.result import ResultColumn
from ui.session.desk import Desk
from ui.session.memo import MemoMaker
from ui.session.session import Session
from ui.widgets.reading_order import stops_of


class Workspace(QWidget):
    """Pages are made when they are first wanted."""

    page_changed = Signal(PageId)
    evidence_wanted = Signal(str, str)
    source_wanted = Signal(Cite)
    memo_wanted = Signal(str)
    """Save the memo as `pdf`, `docx` or `html`."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._page = PageId.CASE
        self._made: dict[PageId, QWidget] = {}
        self.rail = Rail(session)
        self.result = ResultColumn(session)
        self.memo = MemoMaker(session, self)
        self._options: MemoOptions | None = None
        self._pages = QStackedWidget()
        self._row = theme.across(self)
        self._row.addWidget(self.rail)
        self._row.addWidget(self._pages, 1)
        self._row.addWidget(self.result)
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
        self.result.setVisible(page is not PageId.MEMO)
        if self._options is not None:
            self._options.setVisible(page is PageId.MEMO)
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
        sealed = self._session.sealed
        on_it = self._page is PageId.COOPERATION and is_sealed(self._session.whole_pack)
        return sealed if on_it and not sealed.is_locked else self._session

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
        self.memo.print_pages()

    def fit(self, window_width: int) -> None:
        """Give the columns the widths that belong to a window's width."""
        self.result.fit(window_width)
        if self._options is not None:
            self._options.setFixedWidth(self.result.maximumWidth())

    def close_case(self) -> None:
        """Stop whatever runs for the case."""
        self.memo.close()

    # ------------------------------------------------------------------------------------------------ private

    def _make(self, page: PageId) -> QWidget:
        if page is PageId.COOPERATION and is_sealed(self._session.whole_pack):
            sealed = self._session.sealed
            facts = self._connected(InterviewPage(sealed, Group.COOPERATION, is_sealed=True), page)
            decisions = RecommendationPage(sealed, sealed_only=True)
            decisions.source_wanted.connect(self.source_wanted)
            return CooperationPage(sealed, facts, decisions)
        if page.group is not None:
            return self._connected(InterviewPage(self._session, page.group), page)
        if page is PageId.CASE:
            return CasePage(self._session)
        if page is PageId.RECOMMENDATION:
            recommendation = RecommendationPage(self._session)
            recommendation.source_wanted.connect(self.source_wanted)
            recommendation.fact_wanted.connect(self.show_fact)
            return recommendation
        memo = MemoPage(self.memo)
        memo.print_wanted.connect(self.memo.print_pages)
        self._options = MemoOptions(self.memo)
        self._options.save_wanted.connect(self.memo_wanted)
        self._options.setFixedWidth(self.result.maximumWidth())
        self._row.addWidget(self._options)
        return memo

    def _connected(self, interview: InterviewPage, page: PageId) -> InterviewPage:
        interview.set_next(page_word(list(PageId)[page.number]))
        interview.evidence_wanted.connect(self.evidence_wanted)
        interview.source_wanted.connect(self.source_wanted)
        interview.fact_wanted.connect(self.show_fact)
        interview.next_wanted.connect(self._on_next)
        return interview

    def _on_next(self) -> None:
        """Go on where the next page begins."""
        self.turn(1)
        first = next(stops_of(self.shown()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

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
