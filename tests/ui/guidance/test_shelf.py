"""The guidance shelf as a clerk uses it: reads, searches, compares, writes a copy and sees what is wrong in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sentencing.pack.library import standard_folder
from ui import theme
from ui.panels.guidance import GuidanceShelf
from ui.panels.guidance.difference_page import DifferenceRow
from ui.panels.guidance.edition_row import EditionLink
from ui.panels.guidance.example_row import ExampleRow
from ui.panels.guidance.reader import DIFFERENCES, EFFECT, SOURCE, SOURCES, TEXT

LONG = 20_000
DANGER = ("when: {endangerment: actual}, add: {points: 4}", "when: {endangerment: actual}, add: {points: 5}")
Rest = Callable[[GuidanceShelf], None]


def words(root: QWidget) -> str:
    return "\n".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())


def link(shelf: GuidanceShelf, path: Path) -> EditionLink:
    return next(each for each in shelf.editions.links() if each.row.key == str(path))


def takes(bot: QtBot, shelf: GuidanceShelf, path: Path, rest: Rest) -> None:
    bot.mouseClick(link(shelf, path), Qt.MouseButton.LeftButton)
    rest(shelf)


def saves(path: Path, *changes: tuple[str, str]) -> None:
    """The author saves in an editor of their own."""
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.fixture
def shipped() -> Path:
    return standard_folder() / "training-scheme" / "2026-01-01.yaml"


@pytest.fixture
def copy(own: Path) -> Path:
    return own / "training-scheme" / "2026-01-01.yaml"


def test_every_worked_example_is_run_on_opening_and_stands_beside_its_step(
    qtbot: QtBot, shelf: GuidanceShelf, shipped: Path, rest: Rest
) -> None:
    takes(qtbot, shelf, shipped, rest)
    block = shelf.reader.text.block("danger")
    assert block is not None
    assert "9 of 9 pass" in words(block)
    assert "The first of these that applies is taken." in words(block)
    rows = block.example_rows()
    assert rows[0].view.title == "Danger likely"
    assert rows[0].accessibleName() == "Danger likely. passes. 10, +2: points 12, range 12–24 months"


def test_a_search_leaves_only_what_has_the_words(qtbot: QtBot, shelf: GuidanceShelf) -> None:
    shelf.editions.begin()
    qtbot.keyClicks(shelf.editions.search, "training")
    assert {each.row.title for each in shelf.editions.links()} == {"1 Jan 2000", "1 Jan 2000, your copy"}
    qtbot.keyClicks(shelf.editions.search, " nowhere")
    assert "No guidance has these words." in words(shelf.editions)


def test_an_edition_that_was_not_read_says_that_it_cannot_be_used(qtbot: QtBot, shelf: GuidanceShelf) -> None:
    unread = next(each for each in shelf.editions.links() if each.row.edition is None)
    assert unread.accessibleName() == "1 Nov 2026. Not read, cannot be used"
    qtbot.mouseClick(unread, Qt.MouseButton.LeftButton)
    assert "Its text was not read, so it cannot be used here." in words(shelf.reader)


def test_a_saved_mistake_shows_under_its_words_and_goes_when_it_is_mended(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    takes(qtbot, shelf, copy, rest)
    assert shelf.source.text.findings() == ()
    saves(copy, ("worse: more", "worse: moore"))
    qtbot.waitUntil(lambda: len(shelf.source.text.findings()) == 1, timeout=LONG)
    (finding,) = shelf.source.text.findings()
    assert copy.read_text("utf-8").split("\n")[finding.line - 1][finding.start : finding.end] == "moore"
    assert "Did you mean 'more'?" in shelf.source.text.toPlainText()
    assert "1 problem" in link(shelf, copy).accessibleName()
    saves(copy, ("worse: moore", "worse: more"))
    qtbot.waitUntil(lambda: shelf.source.text.findings() == (), timeout=LONG)
    assert "No problems" in words(shelf.source)


def test_an_editor_that_saves_by_renaming_is_followed_too(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    takes(qtbot, shelf, copy, rest)
    for old, new, number in (("worse: more", "worse: moore", 1), ("worse: moore", "worse: more", 0)):
        beside = copy.with_name("~new")
        beside.write_text(copy.read_text("utf-8").replace(old, new), "utf-8")
        beside.replace(copy)
        qtbot.waitUntil(lambda number=number: len(shelf.source.text.findings()) == number, timeout=LONG)


def test_a_changed_number_is_laid_the_examples_that_it_breaks(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    takes(qtbot, shelf, copy, rest)
    saves(copy, DANGER)
    qtbot.waitUntil(lambda: bool(shelf.source.text.findings()), timeout=LONG)
    rest(shelf)
    shelf.setFocus()
    qtbot.keyClick(shelf, Qt.Key.Key_F4)
    assert "1 of 1" in words(shelf.source)
    assert "2 worked examples fail because of this line." in shelf.source.text.toPlainText()
    block = shelf.reader.text.block("danger")
    assert block is not None
    failing = [row for row in block.example_rows() if not row.view.holds]
    assert failing[0].view.lines == ("Expected points 18",)
    assert failing[0].view.wrong == "Got points 19"


def test_differences_are_said_in_words_with_the_place_in_the_source(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    saves(copy, DANGER)
    takes(qtbot, shelf, copy, rest)
    shelf.reader.show_view(DIFFERENCES)
    (row,) = shelf.reader.differences.findChildren(DifferenceRow)
    assert (row.view.kind, row.view.before, row.view.after) == (
        "A number",
        "add 4, then at least 16",
        "add 5, then at least 16",
    )
    assert "that came with the program" in words(shelf.reader)


def test_without_a_case_the_effect_is_that_on_the_other_editions_examples(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    saves(copy, DANGER)
    takes(qtbot, shelf, copy, rest)
    shelf.reader.show_view(EFFECT)
    rest(shelf)
    qtbot.waitUntil(lambda: "No case is open" in words(shelf.reader.effect), timeout=LONG)
    assert "2 of the other edition's 33 worked examples turn out differently here." in words(shelf.reader.effect)


def test_the_sources_say_how_each_was_read_and_what_is_left_out(
    qtbot: QtBot, shelf: GuidanceShelf, shipped: Path, rest: Rest
) -> None:
    takes(qtbot, shelf, shipped, rest)
    shelf.reader.show_view(SOURCES)
    assert "2 of 2 sources read as text" in words(shelf.reader.sources)
    assert "What it leaves out" in words(shelf.reader.sources)
    assert "The law" in words(shelf.reader.sources)


def test_an_example_leads_to_its_line(qtbot: QtBot, shelf: GuidanceShelf, shipped: Path, rest: Rest) -> None:
    takes(qtbot, shelf, shipped, rest)
    block = shelf.reader.text.block("danger")
    assert block is not None
    row = block.example_rows()[0]
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert shelf.source.text.textCursor().block().text().startswith("- {id: likely")


def test_a_copied_selection_holds_the_source_and_not_the_sentences_between(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    saves(copy, ("worse: more", "worse: moore"))
    takes(qtbot, shelf, copy, rest)
    shelf.source.text.selectAll()
    shelf.source.text.copy()
    assert QApplication.clipboard().text().rstrip("\n") == copy.read_text("utf-8").rstrip("\n")


def test_examples_that_pass_are_folded_and_the_others_follow_on_request(
    qtbot: QtBot, shelf: GuidanceShelf, shipped: Path, rest: Rest
) -> None:
    takes(qtbot, shelf, shipped, rest)
    block = shelf.reader.text.block("start")
    assert block is not None
    assert len(block.example_rows()) == 1
    more = next(each for each in block.findChildren(QWidget) if each.property("text") == "Show 32 more")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(block.example_rows()) == 33
    assert isinstance(QApplication.focusWidget(), ExampleRow)


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("rtl", [False, True])
def test_nothing_is_wider_than_its_column(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest, percent: int, rtl: bool
) -> None:
    theme.change(percent=percent, rtl=rtl)
    takes(qtbot, shelf, copy, rest)
    for view in (TEXT, DIFFERENCES, EFFECT, SOURCES):
        shelf.reader.show_view(view)
        rest(shelf)
    columns = (shelf.reader.text, shelf.reader.differences, shelf.reader.effect, shelf.reader.sources)
    for column in columns:
        content = column.widget()
        assert content is not None
        assert content.minimumSizeHint().width() <= column.content_width(), type(column).__name__


def test_where_there_is_no_room_beside_the_text_the_source_is_a_view_of_its_own(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    theme.change(percent=150)
    saves(copy, DANGER)
    takes(qtbot, shelf, copy, rest)
    shelf.step(1)
    assert shelf.reader.tabs.value() == SOURCE
    assert shelf.source.isVisible()
    theme.change(percent=100)
    qtbot.waitUntil(lambda: shelf.reader.tabs.count() == 4, timeout=LONG)
    assert shelf.source.isVisible()


def test_everything_that_takes_the_focus_has_a_name_and_a_role(
    qtbot: QtBot, shelf: GuidanceShelf, copy: Path, rest: Rest
) -> None:
    saves(copy, DANGER)
    takes(qtbot, shelf, copy, rest)
    for view in (DIFFERENCES, EFFECT, SOURCES, TEXT):
        shelf.reader.show_view(view)
        rest(shelf)
    for widget in shelf.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        heard = QAccessible.queryAccessibleInterface(widget)
        assert heard.text(QAccessible.Text.Name), widget
        assert heard.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), widget
