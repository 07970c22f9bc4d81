"""What carries the number, and the disputed facts with their price."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.sensitivity import PricedRow, carry_rows, priced_rows, threshold_words
from ui.models.wording import OPEN
from ui.session.scene import Scene
from ui.theme import Text, Token
from ui.widgets.label import Label
from ui.widgets.mark import Shape
from ui.widgets.table import Bar, Heading, Marked, Table


class CarryTable(QWidget):
    """The result if one finding fell away, the others unchanged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = [
            Heading(_("Finding"), stretch=3),
            Heading(_("Lower bound moves"), narrow=130),
            Heading("", figures=True),
            Heading(_("Range"), figures=True),
            Heading(_("Why"), stretch=4),
        ]
        self._table = Table(headings, name=_("What carries the number"))
        self._thresholds = Label("", Text.SMALL, Token.INK2)
        self._empty = Label(_("Nothing is established that moves the result."), Text.SMALL, Token.INK3)
        column = theme.down(self, gap=8)
        column.addWidget(Label(_("What carries the number"), Text.SECTION))
        column.addWidget(Label(_("The range if one finding fell away, the others unchanged."), Text.SMALL, Token.INK2))
        column.addWidget(self._table)
        column.addWidget(self._empty)
        column.addWidget(self._thresholds)

    def show_scene(self, scene: Scene) -> None:
        """Set what differs."""
        rows = carry_rows(scene)
        self._table.set_rows([[row.finding, Bar(row.part, row.move), row.move, row.result, row.why] for row in rows])
        self._table.setVisible(bool(rows))
        self._empty.setVisible(not rows and scene.rest is not None)
        words = threshold_words(scene)
        self._thresholds.setText("\n".join(words))
        self._thresholds.setVisible(bool(words))


class PricedTable(QWidget):
    """What the court must decide, and what it need not."""

    fact_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        headings = [
            Heading("", narrow=32),
            Heading(_("Fact"), stretch=4),
            Heading(_("If not proved")),
            Heading(_("If proved")),
            Heading(_("Worth"), stretch=3),
        ]
        self._rows: tuple[PricedRow, ...] = ()
        self._table = Table(headings, name=_("Disputed facts, priced"))
        column = theme.down(self, gap=8)
        column.addWidget(Label(_("Disputed facts, priced"), Text.SECTION))
        column.addWidget(Label(_("What the court must decide, and what it need not."), Text.SMALL, Token.INK2))
        column.addWidget(self._table)
        self._table.chosen.connect(self._on_chosen)

    def show_scene(self, scene: Scene) -> None:
        """Set what differs; without forks there is nothing to show."""
        self._rows = priced_rows(scene)
        self._table.set_rows([[_mark(row.kind), row.name, row.if_not, row.if_proved, row.worth] for row in self._rows])
        self.setVisible(bool(self._rows))

    def _on_chosen(self, number: int) -> None:
        if self._rows[number].fact:
            self.fact_wanted.emit(self._rows[number].fact)


def _mark(kind: str) -> Marked:
    words = {"disputed": _("Disputed"), "alleged": _("Alleged")}
    return Marked(Shape(kind if kind in words else OPEN), words.get(kind, _("Open")))
