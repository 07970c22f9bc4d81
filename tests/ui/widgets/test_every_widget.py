"""Claims that hold for every widget: a name, a size, a look in every scheme, and room at every text size."""

import datetime
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.components_gallery import LOOKS, ComponentSheet
from ui.theme import Scheme, Token
from ui.widgets.attention_row import AttentionRow
from ui.widgets.button import Button, Kind
from ui.widgets.check import Check
from ui.widgets.choice import Choice, Option
from ui.widgets.column import Column
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.mark import Shape
from ui.widgets.radio import RadioList
from ui.widgets.rail_link import RailLink
from ui.widgets.segments import Segments
from ui.widgets.slider import BoundedSlider
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.switch import Switch
from ui.widgets.table import Heading, Table
from ui.widgets.tabs import Tabs
from ui.widgets.text_area import TextArea
from ui.widgets.waterfall_row import Step, WaterfallRow

WORDS = [("none", "None"), ("little", "Little"), ("some", "Some")]
STEP = Step("Persons", "(b)(2)", "+3", "15", 12, 15, "Persons, plus 3, 15")

CONTROLS: dict[str, tuple[Callable[[], QWidget], int]] = {
    "primary": (lambda: Button("Save PDF", Kind.PRIMARY), 32),
    "secondary": (lambda: Button("Word"), 32),
    "quiet": (lambda: Button("Add evidence", Kind.QUIET), 32),
    "link": (lambda: Button("Open the source", Kind.LINK), 28),
    "icon button": (lambda: Button("", Kind.QUIET, icon="ph.dots-three", name="More"), 28),
    "segments": (lambda: Segments(WORDS, name="Weight", value="some"), 32),
    "stepper": (lambda: Stepper(name="Persons", value=24), 32),
    "slider": (lambda: BoundedSlider(24, 30, name="Sentence", low_text="24", high_text="30"), 28),
    "choice": (lambda: Choice([Option("a", "Bodily injury", "+2")], name="Injury", value="a"), 32),
    "field": (lambda: Field(name="Reference"), 32),
    "date": (lambda: DateField(name="Date", wrong="wrong", value=datetime.date(2026, 3, 14)), 32),
    "text area": (lambda: TextArea(name="Reasons"), 64),
    "check": (lambda: Check("Summary box"), 28),
    "radio": (lambda: RadioList([("a", "Prosecution note", "")], name="For whom", value="a"), 28),
    "switch": (lambda: Switch(name="24 persons"), 28),
    "rail": (lambda: RailLink(4, "Aggravating"), 36),
    "attention": (lambda: AttentionRow("Number of persons", "Disputed", mark=Shape.DISPUTED), 44),
    "waterfall": (lambda: WaterfallRow(STEP, scale=(0, 24)), 32),
    "tabs": (lambda: Tabs([("a", "Text", ""), ("b", "Differences", "2")], name="Views"), 40),
    "table": (lambda: Table([Heading("Edition", stretch=1)], [["1 Nov 2025"]], name="Editions"), 60),
}


@pytest.fixture(params=CONTROLS)
def control(request: pytest.FixtureRequest, qtbot: QtBot) -> tuple[QWidget, int]:
    make, least = CONTROLS[request.param]
    widget = make()
    qtbot.addWidget(widget)
    return widget, least


@pytest.mark.parametrize("percent", [100, 130, 150, 200])
def test_it_is_as_high_as_it_must_be_at_every_text_size(control: tuple[QWidget, int], percent: int) -> None:
    theme.change(percent=percent)
    widget, least = control
    assert widget.sizeHint().height() >= least * percent / 100 - 1
    assert widget.minimumSizeHint().height() >= least * percent / 100 - 1


def test_all_that_takes_the_focus_is_named_for_a_screen_reader(control: tuple[QWidget, int]) -> None:
    widget, _ = control
    focusable = [
        part for part in (widget, *widget.findChildren(QWidget)) if part.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]
    assert focusable
    for part in focusable:
        if part.focusProxy() is not None or part.objectName().startswith("qt_"):
            continue
        heard = QAccessible.queryAccessibleInterface(part)
        assert heard.text(QAccessible.Text.Name) or heard.text(QAccessible.Text.Description), part
        assert heard.role() != QAccessible.Role.Client, part


def test_it_may_shrink_to_a_column_of_200_at_100_percent(control: tuple[QWidget, int]) -> None:
    widget, _ = control
    assert widget.minimumSizeHint().width() <= 200


def drawn(widget: QWidget) -> QImage:
    widget.resize(widget.sizeHint().expandedTo(widget.minimumSizeHint()))
    return widget.grab().toImage()


def test_it_paints_in_every_scheme_in_both_directions_and_disabled(control: tuple[QWidget, int]) -> None:
    widget, _ = control
    for scheme in Scheme:
        for rtl in (False, True):
            theme.change(scheme=scheme, rtl=rtl)
            enabled = drawn(widget)
            widget.setEnabled(False)
            assert drawn(widget).size() == enabled.size(), "nothing moves when it is disabled"
            widget.setEnabled(True)


def test_a_dark_control_has_no_light_ground(control: tuple[QWidget, int]) -> None:
    theme.change(scheme=Scheme.DARK)
    ground = Surface(Token.PAGE)
    column = theme.down(ground)
    column.addWidget(control[0])
    image = drawn(ground)
    white = sum(image.pixelColor(x, y).lightness() > 240 for x in range(image.width()) for y in range(image.height()))
    assert white < image.width() * image.height() / 20
    control[0].setParent(None)


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("name", LOOKS)
def test_the_component_sheet_shows_every_look_without_a_warning(qtbot: QtBot, name: str) -> None:
    theme.apply(LOOKS[name])
    sheet = ComponentSheet()
    qtbot.addWidget(sheet)
    sheet.resize(theme.px(1366), sheet.heightForWidth(theme.px(1366)))
    sheet.show()
    QCoreApplication.processEvents()
    sheet.frame_focus()
    assert not sheet.grab().isNull()


def test_a_change_of_look_reaches_what_is_already_shown(qtbot: QtBot) -> None:
    sheet = ComponentSheet()
    qtbot.addWidget(sheet)
    sheet.show()
    before = sheet.minimumSizeHint().height()
    theme.change(percent=150, scheme=Scheme.DARK)
    QCoreApplication.processEvents()
    assert sheet.minimumSizeHint().height() > before * 1.3
    assert sheet.grab().toImage().pixelColor(2, 2) == theme.colour(Token.PAGE)


def test_a_column_scrolls_down_only_and_its_bar_is_beside_the_content(qtbot: QtBot) -> None:
    content = Surface()
    content.setMinimumHeight(2000)
    column = Column(content)
    qtbot.addWidget(column)
    column.resize(400, 300)
    column.show()
    assert column.content_width() == 388
    assert column.verticalScrollBar().width() == 12
    assert column.horizontalScrollBar().maximum() == 0 or not column.horizontalScrollBar().isVisible()
    theme.change(rtl=True)
    QCoreApplication.processEvents()
    assert column.verticalScrollBar().mapTo(column, column.verticalScrollBar().rect().topLeft()).x() == 0
