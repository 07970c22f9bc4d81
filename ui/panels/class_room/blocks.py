"""Groups on one axis: a title, a dot plot for each group, and the same in a sentence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.i18n import ngettext
from ui.models.class_room.plots import Block, Drawing, PlotRow
from ui.theme import Text, Token
from ui.widgets.dot_plot import DotPlot, Plot, PlotColumn, PlotTick, people_per_dot
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label


class Blocks(QWidget):
    """`show_blocks(blocks, lead, notes)`: what leads stands first, blocks between hairlines, notes at the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Sequence[Block], str, Sequence[str]] = ((), "", ())
        self._column = theme.down(self)

    def show_blocks(self, blocks: Sequence[Block], lead: str = "", notes: Sequence[str] = ()) -> None:
        """Show other groups."""
        if self._shown == (blocks, lead, notes):
            return
        self._shown = (blocks, lead, notes)
        place = renewed(self._column)
        if lead:
            place.addWidget(Label(lead, Text.QUESTION))
            theme.space(place, 12)
        for number, block in enumerate(blocks):
            if number:
                place.addWidget(Hairline())
            place.addWidget(_BlockView(block))
        if notes:
            place.addWidget(Hairline())
            theme.space(place, 10)
        for note in notes:
            place.addWidget(Label(note, Text.BODY, Token.INK2))
        place.addStretch(1)

    def plots(self) -> list[DotPlot]:
        """The plots shown, from above."""
        return [plot for plot in self.findChildren(DotPlot) if not plot.isHidden()]


def renewed(column: QVBoxLayout) -> QVBoxLayout:
    """A new column in place of everything that stood in this one."""
    while (taken := column.takeAt(0)) is not None:
        widget = taken.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    content = QWidget()
    column.addWidget(content)
    return theme.down(content, margins=(0, 0, 0, 24))


class _BlockView(QWidget):
    def __init__(self, block: Block) -> None:
        super().__init__()
        column = theme.down(self, margins=(0, 14, 0, 14))
        head = theme.across(gap=16)
        head.addWidget(Label(block.title, Text.QUESTION), 1)
        column.addLayout(head)
        if block.note:
            column.addWidget(Label(block.note, Text.BODY, Token.INK3))
        drawn = [row for row in block.rows if row.plot is not None]
        per = max((people_per_dot(_plot(row.plot).columns) for row in drawn if row.plot is not None), default=1)
        for row in block.rows:
            theme.space(column, 8)
            _add_row(column, row, per, is_last=row is drawn[-1] if drawn else True)
        if per > 1:
            words = ngettext("A dot is {number} person.", "A dot is {number} people, a small dot fewer.", per)
            column.addWidget(Label(words, Text.CAPTION, Token.INK3))


def _plot(drawing: Drawing) -> Plot:
    return Plot(
        tuple(PlotColumn(*column) for column in drawing.columns),
        tuple(PlotTick(*tick) for tick in drawing.ticks),
        drawing.spoken,
        drawing.half,
        drawing.counted,
    )


def _add_row(column: QVBoxLayout, row: PlotRow, per: int, *, is_last: bool) -> None:
    if row.label:
        head = theme.across(gap=16)
        head.addWidget(Label(row.label, Text.BODY_SELECTED), 1)
        if row.end:
            head.addWidget(Label(row.end, Text.BODY_SELECTED, wraps=False))
        column.addLayout(head)
    if row.plot is not None:
        column.addWidget(DotPlot(_plot(row.plot), has_axis=is_last or row.plot.counted, outlined=row.outlined, per=per))
    column.addWidget(Label(row.sentence, Text.BODY, Token.INK2))
