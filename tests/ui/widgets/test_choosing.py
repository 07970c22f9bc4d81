"""The controls in which an answer is chosen, pressed as a person presses them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWheelEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui import theme
from ui.widgets.check import Check
from ui.widgets.choice import Choice, Option
from ui.widgets.radio import RadioList
from ui.widgets.segments import Segments
from ui.widgets.slider import BoundedSlider
from ui.widgets.standing import STANDINGS, StandingControl
from ui.widgets.stepper import Stepper
from ui.widgets.switch import Switch
from ui.widgets.tabs import Tabs

Show = Callable[[QWidget], QWidget]
Hear = Callable[[QWidget], QAccessibleInterface]

WORDS = ("Established", "Alleged", "Disputed", "Considered", "Not raised", "Open")
INJURIES = [Option("none", "None", "0"), Option("bodily", "Bodily injury", "+2"), Option("death", "Death", "+10")]


def told(spy: QSignalSpy) -> list[object]:
    return [spy.at(number)[0] for number in range(spy.count())]


def wheel(widget: QWidget) -> QWheelEvent:
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
    return event


@pytest.fixture
def standing(shown: Show) -> StandingControl:
    control = StandingControl(WORDS, name="How many persons?")
    shown(control)
    control.segment("open").setFocus()
    return control


def press(qtbot: QtBot, control: Segments, key: Qt.Key) -> None:
    qtbot.keyClick(control.segment(control.value()), key)


def test_a_fact_is_open_at_the_start(standing: StandingControl) -> None:
    assert standing.value() == "open"


def test_arrows_move_the_standing_and_stop_at_the_ends(qtbot: QtBot, standing: StandingControl) -> None:
    spy = QSignalSpy(standing.edited)
    for _ in range(8):
        press(qtbot, standing, Qt.Key.Key_Left)
    assert standing.value() == "established"
    assert told(spy) == list(reversed(STANDINGS[:-1]))
    press(qtbot, standing, Qt.Key.Key_Right)
    assert standing.value() == "alleged"


def test_home_and_end_go_to_the_ends(qtbot: QtBot, standing: StandingControl) -> None:
    press(qtbot, standing, Qt.Key.Key_Home)
    assert standing.value() == "established"
    press(qtbot, standing, Qt.Key.Key_End)
    assert standing.value() == "open"


def test_a_first_letter_chooses_its_word(qtbot: QtBot, standing: StandingControl) -> None:
    press(qtbot, standing, Qt.Key.Key_D)
    assert standing.value() == "disputed"
    press(qtbot, standing, Qt.Key.Key_N)
    assert standing.value() == "not-raised"


def test_a_letter_with_control_is_left_to_the_window(qtbot: QtBot, standing: StandingControl) -> None:
    qtbot.keyClick(standing.segment("open"), Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert standing.value() == "open"


def test_a_click_anywhere_in_a_word_chooses_it_and_tells_once(qtbot: QtBot, standing: StandingControl) -> None:
    spy = QSignalSpy(standing.edited)
    segment = standing.segment("disputed")
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseClick(segment, Qt.MouseButton.LeftButton, pos=QPoint(segment.width() - 3, 20))
    assert told(spy) == ["disputed"]


def test_a_standing_is_set_silently(standing: StandingControl) -> None:
    spy = QSignalSpy(standing.edited)
    standing.set_value("considered")
    assert standing.value() == "considered"
    assert spy.count() == 0
    with pytest.raises(KeyError):
        standing.set_value("likely")


def test_arrows_follow_the_eye_in_right_to_left(qtbot: QtBot, standing: StandingControl) -> None:
    theme.change(rtl=True)
    first, last = standing.segment("established"), standing.segment("open")
    assert first.x() > last.x()
    press(qtbot, standing, Qt.Key.Key_Right)
    assert standing.value() == "not-raised"


def test_choosing_shifts_nothing(standing: StandingControl) -> None:
    before = [standing.segment(key).geometry() for key in STANDINGS]
    standing.set_value("established")
    assert [standing.segment(key).geometry() for key in STANDINGS] == before


def test_a_narrow_standing_breaks_into_rows_inside_its_width(standing: StandingControl) -> None:
    standing.resize(300, standing.heightForWidth(300))
    assert standing.heightForWidth(300) > 64
    assert all(standing.segment(key).geometry().right() < 300 for key in STANDINGS)


def test_a_screen_reader_hears_question_word_and_choice(standing: StandingControl, hear: Hear) -> None:
    group = hear(standing)
    assert group.role() == QAccessible.Role.Grouping
    assert group.text(QAccessible.Text.Name) == "How many persons?"
    word = hear(standing.segment("open"))
    assert word.role() == QAccessible.Role.RadioButton
    assert word.text(QAccessible.Text.Name) == "Open"
    assert word.state().checked
    assert not hear(standing.segment("alleged")).state().checked


def test_weight_words_may_stand_unchosen(qtbot: QtBot, shown: Show) -> None:
    control = Segments([("none", "None"), ("great", "Great")], name="Fixed fee")
    shown(control)
    assert control.value() == ""
    qtbot.mouseClick(control.segment("great"), Qt.MouseButton.LeftButton)
    assert control.value() == "great"
    control.set_value("")
    assert control.value() == ""


@pytest.fixture
def stepper(shown: Show) -> Stepper:
    control = Stepper(name="Persons", low=-3, high=40, value=24, less="Fewer", more="More")
    shown(control)
    control.setFocus()
    return control


def test_keys_step_within_the_bounds(qtbot: QtBot, stepper: Stepper) -> None:
    spy = QSignalSpy(stepper.edited)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    qtbot.keyClick(stepper, Qt.Key.Key_PageUp)
    qtbot.keyClick(stepper, Qt.Key.Key_PageUp)
    assert told(spy) == [25, 35, 40]
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert stepper.number() == 40


def test_a_number_is_typed(qtbot: QtBot, stepper: Stepper) -> None:
    stepper.selectAll()
    qtbot.keyClicks(stepper, "32")
    assert stepper.number() == 32
    qtbot.keyClicks(stepper, "9")
    assert stepper.number() == 32, "329 is out of bounds and is not taken"


def test_a_negative_number_has_a_true_minus_and_reads_either(qtbot: QtBot, stepper: Stepper) -> None:
    stepper.set_value(-3)
    assert stepper.text() == "\N{MINUS SIGN}3"
    stepper.selectAll()
    qtbot.keyClicks(stepper, "-2")
    assert stepper.number() == -2
    assert stepper.valueFromText("\N{MINUS SIGN}1") == -1


def test_the_signs_are_pressed(qtbot: QtBot, stepper: Stepper) -> None:
    less, more = (child for child in stepper.children() if getattr(child, "accessibleName", str)() in ("Fewer", "More"))
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(less, Qt.MouseButton.LeftButton)
    assert stepper.number() == 23
    assert less.toolTip() == "Fewer"


def test_no_number_shows_nothing_and_the_first_step_gives_the_lowest(qtbot: QtBot, stepper: Stepper) -> None:
    stepper.setRange(1, 40)
    stepper.set_value(None)
    assert stepper.text() == ""
    spy = QSignalSpy(stepper.edited)
    qtbot.keyClick(stepper, Qt.Key.Key_Up)
    assert (stepper.number(), stepper.text(), told(spy)) == (1, "1", [1])


def test_typing_the_lowest_number_into_nothing_is_an_answer(qtbot: QtBot, stepper: Stepper) -> None:
    stepper.setRange(1, 40)
    stepper.set_value(None)
    qtbot.keyClicks(stepper, "1")
    assert stepper.number() == 1


def test_a_screen_reader_hears_name_and_number(stepper: Stepper, hear: Hear) -> None:
    spin = hear(stepper)
    assert spin.role() == QAccessible.Role.SpinBox
    assert spin.text(QAccessible.Text.Name) == "Persons"
    assert spin.valueInterface().currentValue() == 24


def test_the_number_stands_between_the_signs_in_both_directions(stepper: Stepper) -> None:
    field = stepper.lineEdit().geometry()
    assert field.left() > 28
    assert field.right() < stepper.width() - 28
    theme.change(rtl=True, percent=150)
    stepper.resize(stepper.sizeHint())
    assert stepper.lineEdit().width() > 40
    assert stepper.lineEdit().font().pixelSize() == 21


@pytest.fixture
def choice(shown: Show) -> Choice:
    control = Choice(INJURIES, name="Injury", unset="Choose")
    shown(control)
    control.setFocus()
    return control


def test_keys_choose_an_option_and_tell_it(qtbot: QtBot, choice: Choice) -> None:
    spy = QSignalSpy(choice.edited)
    assert choice.value() == ""
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClick(choice, Qt.Key.Key_Down)
    qtbot.keyClicks(choice, "d")
    assert told(spy) == ["none", "bodily", "death"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_shows_every_option_under_the_field(qtbot: QtBot, choice: Choice) -> None:
    choice.set_value("bodily")
    choice.showPopup()
    popup = choice.view().window()
    assert popup.height() == 3 * 30 + 10
    assert choice.view().viewport().height() >= 3 * 30
    qtbot.keyClick(choice.view(), Qt.Key.Key_Down)
    qtbot.keyClick(choice.view(), Qt.Key.Key_Return)
    assert choice.value() == "death"


def test_an_option_is_heard_with_its_effect(choice: Choice) -> None:
    spoken = [choice.itemData(row, Qt.ItemDataRole.AccessibleTextRole) for row in range(choice.count())]
    assert spoken == ["None, 0", "Bodily injury, +2", "Death, +10"]


def test_other_effects_keep_the_choice(choice: Choice) -> None:
    choice.set_value("bodily")
    spy = QSignalSpy(choice.edited)
    choice.set_options([Option("none", "None", "0"), Option("bodily", "Bodily injury", "+4")])
    assert (choice.value(), spy.count()) == ("bodily", 0)
    choice.set_options([Option("none", "None", "0")])
    assert choice.value() == ""


def test_a_screen_reader_hears_the_option_chosen(choice: Choice, hear: Hear) -> None:
    choice.set_value("bodily")
    box = hear(choice)
    assert box.role() == QAccessible.Role.ComboBox
    assert "Injury" in (box.text(QAccessible.Text.Name), box.text(QAccessible.Text.Description))
    assert box.text(QAccessible.Text.Value) == "Bodily injury"


@pytest.fixture
def slider(shown: Show) -> BoundedSlider:
    control = BoundedSlider(24, 30, name="Sentence", low_text="24", high_text="30", unmade="Not yet made")
    shown(control)
    control.setFocus()
    return control


def test_a_judgment_not_made_has_no_number_and_says_so(slider: BoundedSlider, hear: Hear) -> None:
    assert slider.number() is None
    assert hear(slider).text(QAccessible.Text.Description) == "Not yet made"


@pytest.mark.parametrize(
    ("key", "end"),
    [(Qt.Key.Key_Right, 24), (Qt.Key.Key_Home, 24), (Qt.Key.Key_Left, 30), (Qt.Key.Key_End, 30)],
)
def test_the_first_key_gives_an_end(qtbot: QtBot, slider: BoundedSlider, key: Qt.Key, end: int) -> None:
    spy = QSignalSpy(slider.edited)
    qtbot.keyClick(slider, key)
    assert (slider.number(), told(spy)) == (end, [end])


def test_keys_move_a_made_judgment_inside_its_bounds(qtbot: QtBot, slider: BoundedSlider, hear: Hear) -> None:
    slider.set_value(29)
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert slider.number() == 30
    assert hear(slider).role() == QAccessible.Role.Slider
    assert hear(slider).valueInterface().currentValue() == 30


def test_a_click_gives_the_place_clicked_in_both_directions(qtbot: QtBot, slider: BoundedSlider) -> None:
    near_left = QPoint(12, 10)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=near_left)
    assert slider.number() == 24
    theme.change(rtl=True)
    qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=near_left)
    assert slider.number() == 30


def test_other_bounds_keep_a_choice_inside_them(slider: BoundedSlider) -> None:
    slider.set_value(25)
    slider.set_bounds(30, 37, "30", "37")
    assert slider.number() == 30
    slider.set_value(None)
    slider.set_bounds(33, 41, "33", "41")
    assert slider.number() is None


def test_the_wheel_changes_no_answer(stepper: Stepper, choice: Choice, slider: BoundedSlider) -> None:
    for control in (stepper, choice, slider):
        before = (stepper.number(), choice.value(), slider.number())
        assert not wheel(control).isAccepted()
        assert (stepper.number(), choice.value(), slider.number()) == before


def test_check_and_switch_tell_what_a_person_did_and_not_what_was_set(qtbot: QtBot, shown: Show, hear: Hear) -> None:
    for control in (Check("Summary box"), Switch(name="24 persons")):
        shown(control)
        spy = QSignalSpy(control.edited)
        control.set_value(True)
        assert spy.count() == 0
        qtbot.keyClick(control, Qt.Key.Key_Space)
        assert (control.value(), told(spy)) == (False, [False])
        assert hear(control).role() == QAccessible.Role.CheckBox


def test_radio_buttons_exclude_each_other_and_tell_the_key(qtbot: QtBot, shown: Show, hear: Hear) -> None:
    options = [("prosecution", "Prosecution note", "The prosecution submits"), ("bench", "Neutral bench note", "")]
    control = RadioList(options, name="For whom", value="prosecution")
    shown(control)
    spy = QSignalSpy(control.edited)
    qtbot.mouseClick(control.radio("bench"), Qt.MouseButton.LeftButton)
    assert (control.value(), told(spy)) == ("bench", ["bench"])
    assert hear(control.radio("prosecution")).text(QAccessible.Text.Description) == "The prosecution submits"
    assert control.contentsMargins().isNull()


def test_keys_change_the_tab(qtbot: QtBot, shown: Show, hear: Hear) -> None:
    control = Tabs([("text", "Text and examples", ""), ("diff", "Differences", "2")], name="Views")
    shown(control)
    spy = QSignalSpy(control.edited)
    qtbot.keyClick(control, Qt.Key.Key_Right)
    assert (control.value(), told(spy)) == ("diff", ["diff"])
    control.set_value("text")
    assert spy.count() == 1
    assert hear(control).role() == QAccessible.Role.PageTabList
