"""The component sheet: every widget in its states on one page, rendered to PNG to be looked at."""

import datetime
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Look, Motion, Scheme, Text, Token
from ui.widgets.attention_row import AttentionRow
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.check import Check
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Act, Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.expander import Expander
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.focus_ring import FocusRing
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.mark import Mark, Shape
from ui.widgets.progress import Progress
from ui.widgets.radio import RadioList
from ui.widgets.rail_item import End, RailItem
from ui.widgets.range_bar import RangeBar, Span
from ui.widgets.segments import Segments
from ui.widgets.slider import BoundedSlider
from ui.widgets.standing import StandingControl
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.switch import Switch
from ui.widgets.table import Bar, Cell, Heading, Marked, Table
from ui.widgets.tabs import Tabs
from ui.widgets.tag import KeyCap, Tag
from ui.widgets.text_area import TextArea
from ui.widgets.texture import Swatch, Texture
from ui.widgets.toast import Toast
from ui.widgets.tone import Tone
from ui.widgets.waterfall_row import Step, WaterfallRow

LOOKS = {
    "light": Look(Scheme.LIGHT),
    "dark": Look(Scheme.DARK),
    "high-contrast": Look(Scheme.HIGH_CONTRAST),
    "arabic": Look(Scheme.LIGHT, rtl=True),
    "150": Look(Scheme.LIGHT, percent=150),
    "200": Look(Scheme.DARK, percent=200),
}

_ARABIC = {
    "Components": "العناصر",
    "Save PDF": "حفظ PDF",
    "Word": "مستند Word",
    "Add evidence": "إضافة دليل",
    "Open the source": "فتح المصدر",
    "Established": "ثابت",
    "Alleged": "مدّعى به",
    "Disputed": "متنازع فيه",
    "Considered": "نُظر فيه",
    "Not raised": "لم يُثَر",
    "Open": "مفتوح",
    "Date of offence": "تاريخ الجرم",
    "Date of sentence": "تاريخ الحكم",
    "Reference": "المرجع",
    "Reasons": "الأسباب",
    "This is before the offence. Give a day from 14 Mar 2026 on.": "هذا قبل الجرم. اكتب يومًا من 14 مارس 2026 فصاعدًا.",
    "Number of persons": "عدد الأشخاص",
    "Disputed, 32 or 24. Proved: 30–37": "متنازع فيه، 32 أو 24. إن ثبت: 30 إلى 37",
    "W-03 may leave on 2 Dec 2026": "قد يغادر الشاهد W-03 في 2 ديسمبر 2026",
    "Take the evidence before that day": "تُسمع شهادته قبل ذلك اليوم",
    "Persons": "الأشخاص",
    "Risk of death": "خطر الموت",
    "Acceptance": "الإقرار بالمسؤولية",
    "Case": "القضية",
    "Threshold": "الشروط الأولية",
    "Aggravating": "التشديد",
    "Mitigating": "التخفيف",
    "Cooperation": "التعاون",
    "Record": "السوابق",
    "120 months, statutory maximum": "120 شهرًا، الحد الأقصى القانوني",
    "None": "لا شيء",
    "Bodily injury": "إصابة جسدية",
    "Serious bodily injury": "إصابة جسدية بالغة",
}

STANDINGS = ("Established", "Alleged", "Disputed", "Considered", "Not raised", "Open")


def render(folder: Path, names: tuple[str, ...] = tuple(LOOKS)) -> list[Path]:
    """Write `7-components-<look>.png` for each look into a folder; the application must exist."""
    written = []
    for name in names:
        theme.apply(LOOKS[name])
        sheet = ComponentSheet()
        sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        sheet.resize(sheet.sizeHint())
        sheet.show()
        sheet.pose()
        QCoreApplication.processEvents()
        sheet.resize(theme.px(1366), sheet.heightForWidth(theme.px(1366)))
        QCoreApplication.processEvents()
        sheet.frame_focus()
        QCoreApplication.processEvents()
        path = folder / f"7-components-{name}.png"
        sheet.grab().save(str(path))
        sheet.close()
        sheet.deleteLater()
        written.append(path)
    return written


class ComponentSheet(Surface):
    """The sheet; `pose` opens what is open, `frame_focus` puts rings round what is shown focused."""

    def __init__(self) -> None:
        super().__init__(Token.PAGE)
        self._focused: list[QWidget] = []
        self._rings: list[FocusRing] = []
        row = theme.across(self, gap=48, margins=(40, 28, 40, 28))
        for make, width in ((_first, 494), (_second, 362), (_third, 334)):
            holder = QWidget()
            holder.setLayout(make(self._focused))
            holder.setFixedWidth(theme.px(width))
            row.addWidget(holder)

    def heightForWidth(self, width: int) -> int:
        """The height of the highest column."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else 0

    def pose(self) -> None:
        """Open the list of the choice in place."""
        for holder in self.findChildren(_OpenList):
            holder.take()

    def frame_focus(self) -> None:
        """Show the ring of every control that is shown focused."""
        for widget in self._focused:
            ring = FocusRing(self)
            ring.show_on(widget)
            self._rings.append(ring)


class _OpenList(QLabel):
    """A picture of a choice's open list: a popup is a window of its own."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice

    def take(self) -> None:
        self._choice.showPopup()
        QCoreApplication.processEvents()
        popup = self._choice.view().window()
        self._choice.view().setCurrentIndex(self._choice.model().index(1, 0))
        QCoreApplication.processEvents()
        self.setPixmap(popup.grab())
        self._choice.hidePopup()


def _t(text: str) -> str:
    return _ARABIC.get(text, text) if theme.is_rtl() else text


def _part(column: QVBoxLayout, title: str, above: int = 22) -> None:
    theme.space(column, above)
    column.addWidget(Label(title, Text.CAPTION_LABEL, Token.INK3))
    theme.space(column, 6)


def _row(column: QBoxLayout, *widgets: QWidget, gap: int = 12) -> QHBoxLayout:
    row = theme.across(gap=gap)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    column.addLayout(row)
    return row


def _hovered(widget: QWidget) -> QWidget:
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return widget


def _off(widget: QWidget) -> QWidget:
    widget.setEnabled(False)
    return widget


def _first(focused: list[QWidget]) -> QVBoxLayout:
    column = theme.down()
    column.addWidget(Label(_t("Components"), Text.TITLE))
    _part(column, "Buttons: rest, hover, focus, disabled", 8)
    for text, kind in (
        ("Save PDF", Kind.PRIMARY),
        ("Word", Kind.SECONDARY),
        ("Add evidence", Kind.QUIET),
        ("Open the source", Kind.LINK),
    ):
        buttons = [Button(_t(text), kind) for _ in range(4)]
        _row(column, buttons[0], _hovered(buttons[1]), buttons[2], _off(buttons[3]), gap=14)
        focused.append(buttons[2])
        theme.space(column, 10)
    extra = Button("Evidence, 2", Kind.QUIET, icon="ph.paperclip", after="ph.caret-down")
    source = Button("2L1.1(b)(2)", Kind.QUIET, icon="ph.book-open")
    _row(column, extra, source, Button("", Kind.QUIET, icon="ph.dots-three", name="More"))
    _part(column, "Standing control: rest, hover on “Disputed”, focus, disabled")
    _standings(column, focused)
    _part(column, "Weight words; made or not")
    weights = [("none", "None"), ("little", "Little"), ("some", "Some"), ("great", "Great")]
    made = [("made", "Made"), ("not", "Not made"), ("open", "Open")]
    weight = Segments(weights, name="Fixed fee", value="great", tight=True)
    column.addWidget(Flow([weight, Segments(made, name="Motion", value="made")]))
    _part(column, "Marks: shape first, colour second")
    column.addLayout(_marks())
    _part(column, "Range bar: as it stands, disputed, open; text equivalent beside it")
    spans = [Span(24, 30, Texture.SOLID), Span(24, 37, Texture.HATCHED), Span(24, 57, Texture.DASHED)]
    most = _t("120 months, statutory maximum")
    column.addWidget(RangeBar(0, 120, low_text="0", high_text=most, name="24–30 of 120 months", spans=spans))
    legend = theme.across(gap=8)
    for texture, words in ((Texture.SOLID, "stands"), (Texture.HATCHED, "disputed"), (Texture.DASHED, "open")):
        legend.addWidget(Swatch(texture))
        legend.addWidget(Label(words, Text.CAPTION, Token.INK2, wraps=False))
    legend.addStretch(1)
    column.addLayout(legend)
    _part(column, "Waterfall rows: rest, hover, focus; floor as outline; decrease as outline")
    _waterfall(column, focused)
    _part(column, "Table")
    column.addWidget(_table())
    column.addStretch(1)
    return column


def _standings(column: QVBoxLayout, focused: list[QWidget]) -> None:
    words = [_t(word) for word in STANDINGS]
    rest, hover, focus, off = (
        StandingControl(words, name="x", value=value) for value in ("open", "established", "disputed", "not-raised")
    )
    _hovered(hover.segment("disputed"))
    _off(off)
    focused.append(focus.segment("disputed"))
    for control in (rest, hover, focus, off):
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
        grid.addWidget(Label(_t(word), Text.SMALL), line, 2 * place + 1)
    grid.setColumnStretch(3, 1)
    return grid


def _waterfall(column: QVBoxLayout, focused: list[QWidget]) -> None:
    steps = (
        Step("Base level", "(a)(3)", "", "12", 0, 12, "Base level 12", base=True),
        Step(_t("Persons"), "(b)(2)", "+3", "15", 12, 15, "Persons, plus 3, 15"),
        Step(_t("Risk of death"), "(b)(6), floor 18", "+3", "18", 15, 18, "Risk of death, plus 3, 18", floor_from=17),
        Step(_t("Acceptance"), "3E1.1", "−3", "17", 20, 17, "Acceptance, minus 3, 17"),
    )
    rows = [WaterfallRow(step, scale=(0, 24)) for step in steps]
    _hovered(rows[2])
    focused.append(rows[3])
    for row in rows:
        column.addWidget(row)
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


def _second(focused: list[QWidget]) -> QVBoxLayout:
    column = theme.down()
    column.addWidget(Label("Fields: rest, focus, error, disabled", Text.CAPTION_LABEL, Token.INK3))
    theme.space(column, 6)
    _fields(column, focused)
    _part(column, "Choice with its list open; stepper at rest, focus, disabled")
    _choice(column, focused)
    _part(column, "Bounded judgment: made, not yet made")
    for value in (27, None):
        column.addWidget(BoundedSlider(24, 30, name="Sentence", low_text="24", high_text="30", value=value))
    _part(column, "Check, radio, switch")
    check = Check("Chart of the steps", value=True)
    focused.append(check)
    column.addWidget(Flow([check, Check("Annex C"), _off(Check("Milder law"))], gap=24))
    options = [("prosecution", "Prosecution note", "The prosecution submits"), ("bench", "Neutral bench note", "")]
    column.addWidget(RadioList(options, name="For whom", value="prosecution"))
    _row(column, Switch(name="a", value=True), Switch(name="b"))
    _part(column, "Tabs, tags, keys")
    tabs = [("text", "Text and examples", ""), ("differences", "Differences", "2"), ("effect", "Effect", "")]
    column.addWidget(Tabs(tabs, name="Views"))
    theme.space(column, 10)
    tags: list[QWidget] = [
        Tag("Verified", Tone.INFO, icon="ph.check"),
        Tag("Not read", Tone.CAUTION, icon="ph.warning"),
        Tag("2 problems", Tone.ERROR, icon="ph.warning-circle"),
        Tag("Draft"),
        KeyCap("Esc"),
    ]
    column.addWidget(Flow(tags, gap=8))
    _part(column, "Banners")
    links = [("go", "Go to (b)(6)"), ("different", "It is different conduct")]
    column.addWidget(Banner("Same conduct as (b)(6). It is counted once, there.", links=links, icon="ph.link"))
    theme.space(column, 8)
    unread = "An edition of 1 November 2026 exists and its text has not been read."
    column.addWidget(Banner(unread, tone=Tone.CAUTION))
    theme.space(column, 8)
    lost = "The disk is full. Your answers are safe in the recovery file. Free some space, then save again."
    again = [("again", "Save again"), ("elsewhere", "Save elsewhere")]
    column.addWidget(Banner(lost, tone=Tone.ERROR, title="The case could not be saved", links=again))
    column.addStretch(1)
    return column


def _fields(column: QVBoxLayout, focused: list[QWidget]) -> None:
    wrong = "This is no day. Write it as 14 Mar 2026."
    offence = DateField(name="Date of offence", wrong=wrong, value=datetime.date(2026, 3, 14))
    sentence = DateField(name="Date of sentence", wrong=wrong, value=datetime.date(2025, 12, 9))
    sentence.set_problem(_t("This is before the offence. Give a day from 14 Mar 2026 on."))
    reference = Field(name="Reference", value="26-cr-0417")
    focused.append(reference)
    category = Field(name="Category", value="Set by the edition")
    category.setEnabled(False)
    search = Field(name="Find guidance", icon="ph.magnifying-glass")
    reasons = TextArea(
        name="Reasons",
        value="At least 24 people stood on an open seven-metre boat rated for six, at night, with two life jackets.",
    )
    for label, control in (
        ("Date of offence", offence),
        ("Reference", reference),
        ("Date of sentence", sentence),
        ("Category", category),
        ("Find", search),
        ("Reasons", reasons),
    ):
        column.addWidget(LabelledField(_t(label), control))
        theme.space(column, 12)


def _choice(column: QVBoxLayout, focused: list[QWidget]) -> None:
    options = [
        Option("none", _t("None"), "0"),
        Option("bodily", _t("Bodily injury"), "+2"),
        Option("serious", _t("Serious bodily injury"), "+4"),
        Option("permanent", "Permanent", "+6"),
        Option("death", "Death", "+10"),
    ]
    choice = Choice(options, name="Injury", value="serious")
    steppers = [
        Stepper(name="Persons", value=24),
        Stepper(name="Persons", value=24),
        Stepper(name="Floor", value=-3, low=-9),
    ]
    focused.append(steppers[1])
    _off(steppers[2])
    left, right = theme.down(gap=4), theme.down(gap=12)
    left.addWidget(choice)
    left.addWidget(_OpenList(choice))
    for stepper in steppers:
        right.addWidget(stepper)
    right.addStretch(1)
    row = theme.across(gap=16)
    row.addLayout(left)
    row.addLayout(right)
    row.addStretch(1)
    column.addLayout(row)


def _third(focused: list[QWidget]) -> QVBoxLayout:
    column = theme.down()
    column.addWidget(Label("Rail: rest, hover, current, attention, sealed, focus", Text.CAPTION_LABEL, Token.INK3))
    theme.space(column, 6)
    both = theme.across(gap=16)
    both.addWidget(_rail(focused, narrow=False))
    both.addWidget(_rail([], narrow=True))
    both.addStretch(1)
    column.addLayout(both)
    _part(column, "Needs attention: rest, hover")
    column.addWidget(
        AttentionRow(_t("Number of persons"), _t("Disputed, 32 or 24. Proved: 30–37"), mark=Shape.DISPUTED)
    )
    leaving = AttentionRow(_t("W-03 may leave on 2 Dec 2026"), _t("Take the evidence before that day"), icon="ph.clock")
    column.addWidget(_hovered(leaving))
    _part(column, "Evidence, opened below its button")
    _evidence(column)
    _part(column, "Dialog")
    acts = [Act("discard", "Discard", Kind.QUIET), Act("cancel", "Cancel"), Act("save", "Save", Kind.PRIMARY)]
    dialog = Dialog(
        "Save the changes to US v. Marin?", "Four answers and one reason are not saved yet.", acts, width=334
    )
    dialog.setWindowFlags(Qt.WindowType.Widget)
    column.addWidget(dialog, 0, Qt.AlignmentFlag.AlignLeft)
    focused.append(dialog.button("save"))
    _part(column, "Toast")
    holder = Surface(Token.PAGE)
    holder.setFixedHeight(theme.px(56))
    column.addWidget(holder)
    toast = Toast(holder, above=-14)
    toast.say("Number of persons set to 32", "Undo")
    _part(column, "Progress, can be cancelled")
    column.addWidget(Progress("Writing the memo, page 4 of 6", cancel="Cancel", done=62, whole=100))
    _part(column, "Empty state")
    missing = "Name the document or witness, the page, and whether it supports or opposes. The memo cites it."
    column.addWidget(EmptyState("No evidence yet", missing, act=_t("Add evidence"), icon="ph.plus"))
    _part(column, "Type scale")
    for text, style in (
        ("24–30", Text.DISPLAY),
        ("Title 26/32", Text.TITLE),
        ("Section 18/24", Text.SECTION),
        ("Question 16/24", Text.QUESTION),
        ("Body 14/22, the program speaking", Text.BODY),
        ("Law 14/22, the guidance speaking", Text.LAW),
        ("Small 13/20", Text.SMALL),
        ("Caption 12/16", Text.CAPTION_LABEL),
        ("source: {level: 4}", Text.SOURCE),
    ):
        column.addWidget(Label(text, style, Token.INK2 if style is Text.LAW else Token.INK))
    column.addStretch(1)
    return column


def _rail(focused: list[QWidget], *, narrow: bool) -> Surface:
    rail = Surface(Token.GROUND, radius=8)
    column = theme.down(rail, gap=2, margins=(8, 8, 8, 8))
    pages = (
        (1, "Case", End.DONE, "", False),
        (2, "Threshold", End.DONE, "", False),
        (4, "Aggravating", End.COUNT, "8/9", True),
        (5, "Mitigating", End.COUNT, "1/4", True),
        (6, "Cooperation", End.SEALED, "", False),
        (7, "Record", End.DONE, "", False),
    )
    for number, name, end, count, attention in pages:
        page = RailItem(number, _t(name))
        page.set_state(end, count=count, attention=attention)
        page.set_current(number == 4)
        page.set_narrow(narrow)
        if number == 2:
            _hovered(page)
        if number == 7:
            focused.append(page)
        column.addWidget(page)
    return rail


def _evidence(column: QVBoxLayout) -> None:
    button = Button("Evidence, 2", Kind.QUIET)
    body = QWidget()
    rows = theme.down(body)
    note = "Through an interpreter, Mam to Spanish to English; certificate on file"
    leaving = "May leave the country on 2 Dec 2026. Deposition not yet asked for."
    rows.addWidget(
        EvidenceRow("ph.video-camera", "Ex. 4 · Coast Guard deck video", note="Overloaded boat", weight="supports")
    )
    rows.addWidget(
        EvidenceRow("ph.user", "W-03 · passenger", note=note, leaving=leaving, weight="supports", more="More")
    )
    expander = Expander(button, body)
    expander.set_open(True)
    _row(column, button)
    column.addWidget(expander)


def main(folder: Path) -> None:
    """Render all looks without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if isinstance(app, QApplication):
        theme.start(app, Look(Scheme.LIGHT, motion=Motion.NONE))
        render(folder)


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
