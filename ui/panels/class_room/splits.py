"""The facts on which the room splits, in the order of what they move, each with its sides and its price."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.class_room.splits import SplitView, count_words
from ui.panels.class_room.blocks import renewed
from ui.theme import Text, Token
from ui.widgets.brush import Side
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label


class Splits(QWidget):
    """`show_splits(views)`: what moves most stands first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[SplitView] | None = None
        self._column = theme.down(self)

    def show_splits(self, views: Sequence[SplitView]) -> None:
        """Show other splits."""
        if views == self._shown:
            return
        self._shown = views
        place = renewed(self._column)
        lead = count_words(len(views)) if views else _("The room is of one mind on every fact.")
        place.addWidget(Label(lead, Text.QUESTION))
        if views:
            about = _(
                "What each answer gives while everything else is held still; what moves the result most is first."
            )
            place.addWidget(Label(about, Text.BODY, Token.INK2))
            theme.space(place, 8)
        for number, view in enumerate(views):
            if number:
                place.addWidget(Hairline())
            place.addWidget(_SplitBlock(view))
        place.addStretch(1)


class _SplitBlock(QWidget):
    def __init__(self, view: SplitView) -> None:
        super().__init__()
        ink = Token.INK if view.changes else Token.INK3
        name = theme.down()
        name.addWidget(Label(view.name, Text.QUESTION))
        name.addWidget(Label(view.ask, Text.LAW, Token.INK2))
        effect = theme.down()
        effect.addWidget(Label(view.effect, Text.QUESTION, ink, side=Side.END, wraps=False))
        if view.cause:
            effect.addWidget(Label(view.cause, Text.CAPTION, Token.INK3, side=Side.END, wraps=False))
        effect.addStretch(1)
        head = theme.across(gap=24)
        head.addLayout(name, 1)
        head.addLayout(effect)
        sides = theme.grid(gap=24, row_gap=2)
        sides.setColumnStretch(0, 1)
        for number, line in enumerate(view.sides):
            sides.addWidget(Label(line.value, Text.BODY), number, 0)
            sides.addWidget(Label(line.people, Text.BODY, Token.INK2, wraps=False), number, 1)
            result = Label(line.result, Text.BODY_STRONG, ink, side=Side.END)
            sides.addWidget(result, number, 2, Qt.AlignmentFlag.AlignRight)
        column = theme.down(self, gap=8, margins=(0, 14, 0, 14))
        column.addLayout(head)
        column.addLayout(sides)
