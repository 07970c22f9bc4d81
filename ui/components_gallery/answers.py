"""The column of answers and charts."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui import theme
from ui.components_gallery.placing import hovered, off, part, row
from ui.components_gallery.words import t
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.mark import Mark, Shape
from ui.widgets.range_bar import RangeBar, Span
from ui.widgets.segments import Segments
from ui.widgets.standing import StandingControl
from ui.widgets.table import Bar, Cell, Heading, Marked, Table
from ui.widgets.texture import Swatch, Texture
from ui.widgets.waterfall_row import Step, WaterfallRow

STANDINGS = ("Established", "Alleged", "Disputed", "Considered", "Not raised", "Open")


def answers(focused: list[QWidget]) -> QVBoxLayout:
    """The first column."""
    column = theme.down()
    column.addWidget(Label(t("Components"), Text.TITLE))
    part(column, "Buttons: rest, hover, focus, disabled", 8)
    for text, kind in (
        ("Save PDF", Kind.PRIMARY),
        ("Word", Kind.SECONDARY),
        ("Add evidence", Kind.QUIET),
        ("Open the source", Kind.LINK),
    ):
        buttons = [Button(t(text), kind) for _ in range(4)]
        row(column, buttons[0], hovered(buttons[1]), buttons[2], off(buttons[3]), gap=14)
        focused.append(buttons[2])
        theme.space(column, 10)
    extra = Button("Evidence, 2", Kind.QUIET, icon="ph.paperclip", after="ph.caret-down")
    source = Button("2L1.1(b)(2)", Kind.QUIET, icon="ph.book-open")
    row(column, extra, source, Button("", Kind.QUIET, icon="ph.dots-three", name="More"))
    part(column, "Standing control: rest, hover on “Disputed”, focus, disabled")
    _standings(column, focused)
    part(column, "Weight words; made or not")
    weights = [("none", "None"), ("little", "Little"), ("some", "Some"), ("great", "Great")]
    made = [("made", "Made"), ("not", "Not made"), ("open", "Open")]
    weight = Segments(weights, name="Fixed fee", value="great", tight=True)
    column.addWidget(Flow([weight, Segments(made, name="Motion", value="made")]))
    part(column, "Marks: shape first, colour second")
    column.addLayout(_marks())
    part(column, "Range bar: as it stands, disputed, open; text equivalent beside it")
    spans = [Span(24, 30, Texture.SOLID), Span(24, 37, Texture.HATCHED), Span(24, 57, Texture.DASHED)]
    most = t("120 months, statutory maximum")
    column.addWidget(RangeBar(0, 120, low_text="0", high_text=most, name="24–30 of 120 months", spans=spans))
    legend = theme.across(gap=8)
    for texture, words in ((Texture.SOLID, "stands"), (Texture.HATCHED, "disputed"), (Texture.DASHED, "open")):
        legend.addWidget(Swatch(texture))
        legend.addWidget(Label(words, Text.CAPTION, Token.INK2, wraps=False))
    legend.addStretch(1)
    column.addLayout(legend)
    part(column, "Waterfall rows: rest, hover, focus; floor as outline; decrease as outline")
    _waterfall(column, focused)
    part(column, "Table")
    column.addWidget(_table())
    column.addStretch(1)
    return column


def _standings(column: QVBoxLayout, focused: list[QWidget]) -> None:
    words = [t(word) for word in STANDINGS]
    rest, hover, focus, disabled = (
        StandingControl(words, name="x", value=value) for value in ("open", "established", "disputed", "not-raised")
    )
    hovered(hover.segment("disputed"))
    off(disabled)
    focused.append(focus.segment("disputed"))
    for control in (rest, hover, focus, disabled):
        column.addWidget(control)
        theme.space(column, 8)


def _marks() -> QGridLayout:
    grid = theme.grid(gap=10, row_gap=6)
    words = {
        Shape.OPEN: "Open",
        Shape.ESTABLISHED: "Established, passes",
        Shape.ALLEGED: "Alleged",
        Shape.DISPUTED: "Disputed",
        Shape.CONSIDERED: "Considered, not found",
        Shape.NOT_RAISED: "Not raised",
        Shape.FAILS: "Fails",
    }
    for number, (shape, word) in enumerate(words.items()):
        line, place = divmod(number, 2)
        grid.addWidget(Mark(shape, name=word), line, 2 * place)
        grid.addWidget(Label(t(word), Text.SMALL), line, 2 * place + 1)
    grid.setColumnStretch(3, 1)
    return grid


def _waterfall(column: QVBoxLayout, focused: list[QWidget]) -> None:
    steps = (
        Step("Base level", "(a)(3)", "", "12", 0, 12, "Base level 12", base=True),
        Step(t("Persons"), "(b)(2)", "+3", "15", 12, 15, "Persons, plus 3, 15"),
        Step(t("Risk of death"), "(b)(6), floor 18", "+3", "18", 15, 18, "Risk of death, plus 3, 18", floor_from=17),
        Step(t("Acceptance"), "3E1.1", "−3", "17", 20, 17, "Acceptance, minus 3, 17"),
    )
    rows = [WaterfallRow(step, scale=(0, 24)) for step in steps]
    hovered(rows[2])
    focused.append(rows[3])
    for step_row in rows:
        column.addWidget(step_row)
    changed = Step("Bodily injury", "(b)(7)", "+2", "21", 19, 21, "Bodily injury", ghost=(18, 20))
    theme.space(column, 8)
    column.addWidget(WaterfallRow(changed, scale=(0, 24), big=True))


def _table() -> Table:
    headings = [
        Heading("", narrow=32),
        Heading("Finding", stretch=3),
        Heading("Lower bound", narrow=96),
        Heading("Range", figures=True),
        Heading("Why", stretch=4),
    ]
    rows: list[list[Cell]] = [
        [Marked(Shape.ESTABLISHED, "established"), "Risk of death", Bar(-0.9, "minus 9"), "15–21", "Its floor goes"],
        [Marked(Shape.DISPUTED, "disputed"), "Acceptance", Bar(0.9, "plus 9"), "33–41", "Three levels come back"],
        [Marked(Shape.OPEN, "open"), "24 persons", Bar(0, "0"), "24–30", "Nothing: the floor of 18 makes it good"],
    ]
    return Table(headings, rows, name="What carries the number")
