"""One step of the guidance as it reads, with its table, its definitions and the worked examples that prove it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sentencing.pack.model import Pack
from sentencing.pack.reading import Row, StepText
from sentencing.proof.proving import Proved
from ui import theme
from ui.i18n import _, ngettext
from ui.models.guidance_reading import example_view, passing
from ui.models.wording import short_cite
from ui.panels.guidance.example_row import ExampleRow
from ui.theme import Text, Token
from ui.widgets.brush import Side
from ui.widgets.button import Button, Kind
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.table import Heading, Table

_AT_ONCE = 3
"""Examples shown beside a step before the person asks for the others; those that fail are always shown."""


class StepBlock(QWidget):
    """A step; `line_wanted(line)` when a person goes from it to the source."""

    line_wanted = Signal(int)

    def __init__(
        self,
        step: StepText,
        pack: Pack,
        proved: Sequence[Proved],
        places: Mapping[str, frozenset[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pack = pack
        self._here, self._through = _proving(step, proved, places)
        self._line = step.line
        self._column = theme.down(self, margins=(0, 20, 0, 8))
        self._say_head(step)
        self._say_rule(step)
        self._say_table(step)
        for name, text in step.defines:
            self._add(Label(_("{name}: {text}").format(name=name, text=text), Text.LAW, Token.INK2), 4)
        if step.note:
            self._add(Label(step.note, Text.LAW, Token.INK3), 4)
        self._examples = theme.down()
        self._column.addLayout(self._examples)
        self._more: Button | None = None
        self._say_examples()

    def example_rows(self) -> tuple[ExampleRow, ...]:
        """The examples in sight."""
        return tuple(self.findChildren(ExampleRow))

    # ------------------------------------------------------------------------------------------------ private

    def _say_head(self, step: StepText) -> None:
        cites = "  ".join(short_cite(cite, self._pack) for cite in step.cites[:1])
        title = f"{cites}  {step.title}" if cites else step.title
        row = theme.across(gap=8)
        row.addWidget(Label(title, Text.QUESTION), 1)
        source = Button("", Kind.QUIET, icon="ph.code", name=_("Show “{step}” in the source").format(step=step.title))
        source.clicked.connect(self._on_source)
        row.addWidget(source)
        self._column.addLayout(row)

    def _say_rule(self, step: StepText) -> None:
        if step.says:
            self._add(Label(step.says, Text.LAW_READING), 2)
        if step.unless:
            self._add(Label(step.unless, Text.LAW, Token.INK2), 4)

    def _say_table(self, step: StepText) -> None:
        if step.rows:
            theme.space(self._column, 8)
            self._column.addWidget(Hairline())
        for row in step.rows:
            self._column.addWidget(_TableRow(row))
            self._column.addWidget(Hairline())
        if step.rows:
            theme.space(self._column, 6)
        if step.grid is not None:
            theme.space(self._column, 8)
            headings = [Heading(name or _("Row"), figures=number > 0) for number, name in enumerate(step.grid.columns)]
            rows = [tuple(_short(cell) for cell in row) for row in step.grid.rows]
            self._column.addWidget(Table(headings, rows, name=step.title))

    def _say_examples(self) -> None:
        if not self._here and not self._through:
            return
        theme.space(self._examples, 12)
        head = theme.across(gap=12)
        head.addWidget(Label(_("Worked examples"), Text.SMALL_SELECTED), 1)
        head.addWidget(
            Label(passing((*self._here, *self._through)), Text.SMALL, Token.INK2, wraps=False, side=Side.END)
        )
        self._examples.addLayout(head)
        theme.space(self._examples, 4)
        self._examples.addWidget(Hairline())
        failing = [each for each in self._here if not each.result.holds]
        good = [each for each in self._here if each.result.holds]
        shown = [*failing, *good[: max(_AT_ONCE - len(failing), 1)]]
        self._show(shown)
        self._rest = [each for each in (*self._here, *self._through) if each not in shown]
        if self._rest:
            words = ngettext("Show {number} more that passes through here", "Show {number} more", len(self._rest))
            self._more = Button(words, Kind.LINK, after="ph.caret-down")
            self._more.clicked.connect(self._on_more)
            row = theme.across()
            row.addWidget(self._more)
            row.addStretch(1)
            self._examples.addLayout(row)

    def _show(self, examples: Sequence[Proved]) -> None:
        for each in examples:
            row = ExampleRow(example_view(each, self._pack))
            row.clicked.connect(self._on_example)
            self._examples.addWidget(row)

    def _add(self, widget: QWidget, above: int) -> None:
        theme.space(self._column, above)
        self._column.addWidget(widget)

    def _on_more(self) -> None:
        if self._more is not None:
            first = len(self.example_rows())
            self._show(self._rest)
            self._rest = []
            row = self.example_rows()[first]
            row.show()  # a row takes the focus only once it is shown
            row.setFocus(Qt.FocusReason.TabFocusReason)
            self._more.hide()

    def _on_source(self) -> None:
        self.line_wanted.emit(self._line)

    def _on_example(self) -> None:
        row = self.sender()
        assert isinstance(row, ExampleRow)
        self.line_wanted.emit(row.view.line)


class _TableRow(QWidget):
    """One option or one line of a table: what it is for, and what it gives at the end."""

    def __init__(self, row: Row) -> None:
        super().__init__()
        line = theme.across(self, gap=16, margins=(0, 5, 0, 6))
        words = theme.down()
        words.addWidget(Label(row.title, Text.LAW))
        if row.when:
            words.addWidget(Label(row.when, Text.SMALL, Token.INK3))
        line.addLayout(words, 3)
        line.addWidget(Label(row.gives, Text.LAW, side=Side.END), 2)


def _proving(
    step: StepText, proved: Sequence[Proved], places: Mapping[str, frozenset[str]]
) -> tuple[list[Proved], list[Proved]]:
    """The examples that stand here in full, and those that also name the step or went through it."""
    here = [each for each in proved if step.id in places.get(each.result.example.id, ())]
    through = [each for each in proved if each not in here and step.knows & (each.reached | each.named)]
    return here, through


def _short(cell: str) -> str:
    """`18–24` of `18 to 24 months`: a grid has one unit, which its step names."""
    return cell.removesuffix(" months").replace(" to ", "–") if cell.endswith(" months") else cell
