"""The column of fields, choices and banners."""

import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.components_gallery.placing import off, part, row
from ui.components_gallery.words import t
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.check import Check
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.radio import RadioList
from ui.widgets.slider import BoundedSlider
from ui.widgets.stepper import Stepper
from ui.widgets.switch import Switch
from ui.widgets.tabs import Tabs
from ui.widgets.tag import KeyCap, Tag
from ui.widgets.text_area import TextArea
from ui.widgets.tone import Tone


def entries(focused: list[QWidget]) -> QVBoxLayout:
    """The second column."""
    column = theme.down()
    column.addWidget(Label("Fields: rest, focus, error, disabled", Text.CAPTION_LABEL, Token.INK3))
    theme.space(column, 6)
    _fields(column, focused)
    part(column, "Choice with its list open; stepper at rest, focus, disabled")
    _choice(column, focused)
    part(column, "Bounded judgment: made, not yet made")
    for value in (27, None):
        column.addWidget(BoundedSlider(24, 30, name="Sentence", low_text="24", high_text="30", value=value))
    part(column, "Check, radio, switch")
    check = Check("Chart of the steps", value=True)
    focused.append(check)
    column.addWidget(Flow([check, Check("Annex C"), off(Check("Milder law"))], gap=24))
    options = [("prosecution", "Prosecution note", "The prosecution submits"), ("bench", "Neutral bench note", "")]
    column.addWidget(RadioList(options, name="For whom", value="prosecution"))
    row(column, Switch(name="a", value=True), Switch(name="b"))
    part(column, "Tabs, tags, keys")
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
    part(column, "Banners")
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


class OpenList(QLabel):
    """A picture of a choice's open list: a popup is a window of its own."""

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self._choice = choice

    def take(self) -> None:
        """Open the list, photograph it, close it."""
        self._choice.showPopup()
        QCoreApplication.processEvents()
        popup = self._choice.view().window()
        self._choice.view().setCurrentIndex(self._choice.model().index(1, 0))
        QCoreApplication.processEvents()
        self.setPixmap(popup.grab())
        self._choice.hidePopup()


def _fields(column: QVBoxLayout, focused: list[QWidget]) -> None:
    wrong = "This is no day. Write it as 14 Mar 2026."
    offence = DateField(name="Date of offence", wrong=wrong, value=datetime.date(2026, 3, 14))
    sentence = DateField(name="Date of sentence", wrong=wrong, value=datetime.date(2025, 12, 9))
    sentence.set_problem(t("This is before the offence. Give a day from 14 Mar 2026 on."))
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
        column.addWidget(LabelledField(t(label), control))
        theme.space(column, 12)


def _choice(column: QVBoxLayout, focused: list[QWidget]) -> None:
    options = [
        Option("none", t("None"), "0"),
        Option("bodily", t("Bodily injury"), "+2"),
        Option("serious", t("Serious bodily injury"), "+4"),
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
    off(steppers[2])
    left, right = theme.down(gap=4), theme.down(gap=12)
    left.addWidget(choice)
    left.addWidget(OpenList(choice))
    for stepper in steppers:
        right.addWidget(stepper)
    right.addStretch(1)
    row = theme.across(gap=16)
    row.addLayout(left)
    row.addLayout(right)
    row.addStretch(1)
    column.addLayout(row)
