"""The foot of a card: evidence, reasons, what else may be done, and the citation that opens its source."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sentencing.pack.model import Fact
from ui import theme
from ui.i18n import _
from ui.models.cards import CardView
from ui.models.wording import fact_name
from ui.widgets.button import Button, Kind
from ui.widgets.flow import Flow


class Foot(QWidget):
    """Quiet buttons; the card connects `evidence`, `reasons` and `cite`."""

    apart_wanted = Signal()
    fold_wanted = Signal()

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = fact_name(fact)
        self._fact = name
        self.evidence = Button("", Kind.QUIET, icon="ph.paperclip", name=_("Evidence for {fact}").format(fact=name))
        self.reasons = Button("", Kind.QUIET, icon="ph.pencil-line", name=_("Reasons for {fact}").format(fact=name))
        self.apart = Button("", Kind.QUIET, icon="ph.user")
        self.fold = Button(_("Close"), Kind.QUIET, after="ph.caret-up", name=_("Close {fact}").format(fact=name))
        self.cite = Button("", Kind.QUIET, icon="ph.book-open")
        row = theme.across(self, gap=4)
        row.addWidget(Flow([self.evidence, self.reasons, self.apart, self.fold], gap=8, row_gap=0), 1)
        row.addWidget(self.cite)
        self.apart.clicked.connect(self.apart_wanted)
        self.fold.clicked.connect(self.fold_wanted)

    def show_card(self, view: CardView) -> None:
        """Set what differs."""
        pieces = len(view.evidence)
        self.evidence.setText(_("Evidence, {number}").format(number=pieces) if pieces else _("Add evidence"))
        self.reasons.setText(_("Reasons") if view.reasons else _("Give reasons"))
        self.apart.setText(view.may_differ)
        self.apart.setVisible(bool(view.may_differ))
        self.fold.setVisible(view.folds)
        self.cite.setText(view.cite)
        self.cite.setVisible(bool(view.cite))
        self.cite.setAccessibleName(_("Source of {fact}: {cite}").format(fact=self._fact, cite=view.cite))
