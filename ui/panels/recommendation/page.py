"""The recommendation page: what the law leaves to a person, and what its choices rest on."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sentencing.pack.model import Cite
from ui import theme
from ui.i18n import _
from ui.models.judgments import JudgmentView, judgment_views, order_views
from ui.models.weighing import weighings
from ui.panels.recommendation.judgment import JudgmentBlock
from ui.panels.recommendation.tables import CarryTable, PricedTable
from ui.panels.recommendation.weighing import WeighingBlock
from ui.session.desk import Desk
from ui.theme import Text, Token
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.page import Page

_TEXT = (12.0, 0.0, 8.0, 0.0)
"""From the page's content to its text: what stands beside it reaches beyond, as on the pages of cards."""


class RecommendationPage(Page):
    """Judgments first, then weighing, what carries the number, prices, and orders."""

    source_wanted = Signal(Cite)
    fact_wanted = Signal(str)

    def __init__(self, desk: Desk, *, sealed_only: bool = False, parent: QWidget | None = None) -> None:
        about = _(
            "What the law leaves to a person. The program keeps each choice inside its bounds and asks for reasons."
        )
        super().__init__(_("Recommendation"), about, gutter=True, parent=parent)
        self._desk, self._sealed_only = desk, sealed_only
        self._blocks: dict[str, JudgmentBlock] = {}
        self._weighings: dict[str, WeighingBlock] = {}
        self._is_stale = True
        self._judgments = theme.down()
        self._weighing_place = theme.down()
        self._orders = theme.down()
        self._carry = CarryTable()
        self._priced = PricedTable()
        self._nothing = EmptyState(
            _("Nothing to decide yet"), _("The guidance asks for a judgment when the facts that open it are answered.")
        )
        self._orders_title = Label(_("Orders"), Text.SECTION)
        self._orders_about = Label(_("Sought and not sought, both with reasons."), Text.SMALL, Token.INK2)
        self._arrange()
        self._priced.fact_wanted.connect(self.fact_wanted)
        desk.changed.connect(self._on_changed)

    def reveal_judgment(self, judgment: str) -> None:
        """Bring a judgment into sight and put the focus on its control."""
        self._refresh()
        block = self._blocks.get(judgment)
        if block is not None:
            block.begin()
            QTimer.singleShot(0, self, partial(self.reveal, block))

    def block(self, judgment: str) -> JudgmentBlock:
        """The block of a judgment."""
        return self._blocks[judgment]

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up."""
        super().showEvent(event)
        if self._is_stale and self._desk.is_open:
            self._refresh()

    def _arrange(self) -> None:
        nothing = theme.down(margins=_TEXT)
        nothing.addWidget(self._nothing)
        self.content.addLayout(nothing)
        self.content.addLayout(self._judgments)
        self.content.addLayout(self._weighing_place)
        text = theme.down(margins=_TEXT)
        theme.space(text, 20)
        text.addWidget(self._carry)
        theme.space(text, 32)
        text.addWidget(self._priced)
        theme.space(text, 32)
        text.addWidget(self._orders_title)
        text.addWidget(self._orders_about)
        theme.space(text, 12)
        self.content.addLayout(text)
        self.content.addLayout(self._orders)

    def _refresh(self) -> None:
        self._is_stale = False
        scene = self._desk.scene
        judgments, orders = judgment_views(scene), order_views(scene)
        if self._sealed_only:
            judgments, orders = (tuple(v for v in views if v.judgment.sealed) for views in (judgments, orders))
        wanted = {view.judgment.id for view in (*judgments, *orders)}
        for gone in [name for name in self._blocks if name not in wanted]:
            block = self._blocks.pop(gone)
            block.hide()
            block.deleteLater()
        self._show_blocks(judgments, self._judgments)
        self._show_blocks(orders, self._orders)
        self._nothing.setVisible(not judgments)
        self._orders_title.setVisible(bool(orders))
        self._orders_about.setVisible(bool(orders))
        self._carry.setVisible(not self._sealed_only)
        self._priced.hide()
        if not self._sealed_only:
            self._show_weighings()
            self._carry.show_scene(scene)
            self._priced.show_scene(scene)

    def _show_blocks(self, views: tuple[JudgmentView, ...], place: QVBoxLayout) -> None:
        for number, view in enumerate(views):
            block = self._blocks.get(view.judgment.id)
            if block is not None:
                block.show_judgment(view)
                continue
            block = JudgmentBlock(self._desk, view)
            block.source_wanted.connect(self.source_wanted)
            self._blocks[view.judgment.id] = block
            place.insertWidget(number, block)
            block.show()  # at once, or it could not take the focus yet

    def _show_weighings(self) -> None:
        found = weighings(self._desk.scene)
        for gone in [step for step in self._weighings if step not in {each.step.id for each in found}]:
            block = self._weighings.pop(gone)
            block.hide()
            block.deleteLater()
        for number, weighing in enumerate(found):
            if weighing.step.id in self._weighings:
                self._weighings[weighing.step.id].show_weighing(weighing)
            else:
                made = WeighingBlock(self._desk, weighing)
                self._weighings[weighing.step.id] = made
                self._weighing_place.insertWidget(number, made)

    def _on_changed(self) -> None:
        self._is_stale = True
        if not self._desk.is_open:
            self._clear()
        elif self.isVisible():
            self._refresh()

    def _clear(self) -> None:
        """Keep nothing of what can no longer be read."""
        while self._blocks:
            _name, block = self._blocks.popitem()
            block.hide()
            block.deleteLater()
