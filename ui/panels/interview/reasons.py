"""Why a fact stands as it does, and what an established one rests on."""

from PySide6.QtWidgets import QWidget

from sentencing.case.model import Basis
from sentencing.pack.model import Fact
from ui import theme
from ui.i18n import _
from ui.models.cards import CardView
from ui.models.wording import fact_name
from ui.session.desk import Desk
from ui.widgets.labelled_field import LabelledField
from ui.widgets.segments import Segments
from ui.widgets.text_area import TextArea

_NOT_SAID = "not-said"


class Reasons(QWidget):
    """The reasons field, red only after it was left empty where the memo needs it; above it what the fact rests on."""

    def __init__(self, desk: Desk, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._fact = desk, fact
        self._wanted = ""
        self._left = False
        words = [
            (_NOT_SAID, _("Not said")),
            (Basis.ADMITTED.value, _("Admitted")),
            (Basis.AGREED.value, _("Agreed")),
            (Basis.FOUND.value, _("Found")),
        ]
        rests = _("{fact} rests on").format(fact=fact_name(fact))
        self._basis = LabelledField(_("Rests on"), Segments(words, name=rests, tight=True))
        self._text = TextArea(name=_("Reasons for {fact}").format(fact=fact_name(fact)))
        self._reasons = LabelledField(_("Reasons"), self._text)
        column = theme.down(self, gap=12, margins=(0, 4, 0, 8))
        column.addWidget(self._basis)
        column.addWidget(self._reasons)
        assert isinstance(self._basis.control, Segments)
        self._basis.control.edited.connect(self._on_basis)
        self._text.edited.connect(self._on_text)
        self._text.left.connect(self._on_left)

    def show_reasons(self, view: CardView) -> None:
        """Set what differs."""
        self._wanted = view.reasons_wanted
        assert isinstance(self._basis.control, Segments)
        self._basis.control.set_value(view.basis or _NOT_SAID)
        self._basis.setVisible(view.standing == "established")
        self._text.set_value(view.reasons)
        self._tell()

    def begin(self) -> None:
        """Put the cursor into the reasons."""
        self._text.setFocus()

    def _tell(self) -> None:
        missing = self._left and bool(self._wanted) and not self._text.value().strip()
        self._text.set_problem(self._wanted if missing else "")

    def _on_basis(self, value: str) -> None:
        self._desk.give_basis(self._fact, None if value == _NOT_SAID else Basis(value))

    def _on_text(self, text: str) -> None:
        self._desk.give_reasons(self._fact, text)

    def _on_left(self) -> None:
        self._left = True
        self._tell()
