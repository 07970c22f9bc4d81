"""Stories of a class: twelve answer files, their spread, what splits the room, and the vote after the discussion."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from sentencing.case.class_room.answer_file import answers_of, read_answers, save_answers
from sentencing.case.exercise import Exercise, case_of
from sentencing.case.model import Accused, WeightGiven
from tests.engine.case.class_room.rooms import TWELVE, write
from tests.ui.window.person import LONG, SHELF, Person, begin
from ui import theme
from ui.main_window.class_room import ClassRoom
from ui.panels.class_room.page import FACTS, FILES, ORIGINS, RESULTS, SPLITS, VOTES, WEIGHTS
from ui.widgets.choice import Choice
from ui.widgets.reading_order import stops_of


def exercise(id_: str) -> Exercise:
    return next(row.exercise for row in SHELF.exercises() if row.exercise.id == id_)


@pytest.fixture
def room(person: Person) -> Iterator[ClassRoom]:
    """The class, opened from the keyboard at the exercise of the lorry."""
    person.window.office.begin_exercise(exercise("harbour-lorry"))
    person.press("Ctrl+Shift+T")
    made = person.window.office.class_room
    yield made
    made.close_work()


@pytest.fixture
def twelve(tmp_path: Path) -> Path:
    folder = tmp_path / "room"
    folder.mkdir()
    write(folder)
    return folder


def opened(person: Person, room: ClassRoom, folder: Path) -> None:
    """Choose a folder and wait until it is read."""
    room.page.read(folder)
    person.bot.waitUntil(lambda: not room.page.is_busy and room.page.room is not None, timeout=LONG)


def chooses(person: Person, choice: Choice, key: str) -> None:
    """Go through the words with the keyboard until the one is reached."""
    choice.setFocus(Qt.FocusReason.TabFocusReason)
    person.bot.keyClick(choice, Qt.Key.Key_Home)
    for _step in range(choice.count()):
        if choice.value() == key:
            return
        person.bot.keyClick(choice, Qt.Key.Key_Down)
    raise AssertionError(f"'{key}' is not among the words")


def exercise_key(room: ClassRoom, id_: str) -> str:
    ids = [row.exercise.id for row in SHELF.exercises()]
    assert room.page.side.exercise.count() == len(ids)
    return str(ids.index(id_))


def write_weights(folder: Path, asked: Exercise, words: tuple[str, ...]) -> None:
    """A file for each word, given to the danger in the step that weighs."""
    pack = SHELF.read(asked.pack, asked.edition)
    for number, word in enumerate(words):
        case = case_of(asked, pack).with_weight(WeightGiven("circumstances", "risk", word, reasons="Said aloud"))
        file = answers_of(case, pack, "A1", "C1", sheet=f"{number:08x}", vote=1)
        save_answers(folder / f"{number}.answers", file)


def test_a_participant_saves_answers_without_a_name(person: Person, tmp_path: Path) -> None:
    person.window.office.begin_exercise(exercise("harbour-lorry"))
    person.session.change_accused(Accused("A1", "John Doe", ("C1",)))
    person.stands("inhuman", "established")
    person.press("Ctrl+Shift+M")
    person.sees("No name is asked for", person.dialog())
    person.clicks("Choose a place…", person.dialog())
    path = tmp_path / "mine.answers"
    person.names_file(path)
    person.bot.waitUntil(path.exists, timeout=LONG)
    file, problems = read_answers(path.read_bytes())
    assert problems == ()
    assert file is not None
    assert (file.exercise, file.vote) == ("harbour-lorry", 1)
    assert b"Doe" not in path.read_bytes()


def test_the_next_file_of_the_same_participant_is_the_second_vote(person: Person, tmp_path: Path) -> None:
    person.window.office.begin_exercise(exercise("harbour-lorry"))
    paths = [tmp_path / "before.answers", tmp_path / "after.answers"]
    for path in paths:
        person.press("Ctrl+Shift+M")
        person.clicks("Choose a place…", person.dialog())
        person.names_file(path)
        person.bot.waitUntil(path.exists, timeout=LONG)
    before, after = (json.loads(path.read_text("utf-8")) for path in paths)
    assert before["sheet"] == after["sheet"]
    assert (before.get("vote", 1), after["vote"]) == (1, 2)


def test_a_case_that_is_no_exercise_has_no_answers_to_save(person: Person) -> None:
    begin(person)
    person.press("Ctrl+Shift+M")
    person.sees("Answers for a class are saved from an exercise", person.dialog())
    person.clicks("Close", person.dialog())


def test_twelve_files_show_their_spread(person: Person, room: ClassRoom, twelve: Path) -> None:
    person.sees("No folder is open")
    opened(person, room, twelve)
    person.sees("12 answer files")
    person.sees("Median 18 months. Middle half 12 to 24 months, all 8 to 36 months. 11 people.")
    person.sees("1 person has not chosen.")
    person.sees("Median 12. Middle half 11 to 14 1/2, all 8 to 16. 12 people.")
    person.sees("Maximum: 180 months for everybody.")
    assert len(room.page.results.plots()) == 4


def test_the_room_sees_what_splits_it_and_what_it_is_worth(person: Person, room: ClassRoom, twelve: Path) -> None:
    opened(person, room, twelve)
    chooses(person, room.page.side.held, "exercise")
    person.bot.waitUntil(lambda: not room.page.is_busy, timeout=LONG)
    room.page.tabs.setFocus(Qt.FocusReason.TabFocusReason)
    while room.page.tabs.value() != SPLITS:
        person.press("Right")
    person.sees("The room differs on 4 facts.")
    words = person.words(room.page.splits)
    order = [words.index(name) for name in ("Cooperation", "Inhuman treatment", "Which danger", "Persons\n")]
    assert order == sorted(order)
    assert "6–12 → 12–24" in words
    assert "Range unchanged" in words


def test_the_room_sees_how_much_comes_from_facts_and_how_much_from_weighing(
    person: Person, room: ClassRoom, twelve: Path
) -> None:
    opened(person, room, twelve)
    room.page.show_view(ORIGINS)
    person.sees("by the facts alone 3 months, by the weighing alone 7 months")
    person.sees("Held still: the facts and the weighing of the participant whose result is the median.")
    person.sees("4 chosen amounts lie outside the range of the facts held still.")


def test_before_and_after_the_discussion(person: Person, room: ClassRoom, twelve: Path) -> None:
    write(twelve, [({}, "15")] * 12, vote=2)
    opened(person, room, twelve)
    person.sees("Second vote: 12 answer files")
    person.sees("Term: 15 months for everybody.")
    chooses(person, room.page.side.vote, "1")
    person.sees("First vote: 12 answer files")
    room.page.show_view(VOTES)
    person.sees("11 of 12 who voted twice changed their result.")
    person.sees("All 12 people at 15 months.")


def test_four_people_are_not_shown(person: Person, room: ClassRoom, tmp_path: Path) -> None:
    write(tmp_path, TWELVE[:4])
    opened(person, room, tmp_path)
    for view in (RESULTS, FACTS, SPLITS, ORIGINS, VOTES):
        room.page.show_view(view)
        person.sees("Of so few nothing is shown")
    assert "12" not in person.words(room.page._views)


def test_files_that_are_not_counted_say_why(person: Person, room: ClassRoom, twelve: Path) -> None:
    (twelve / "holiday.jpg").write_bytes(b"\xff\xd8")
    (twelve / "broken.answers").write_bytes(b"{")
    opened(person, room, twelve)
    person.sees("2 files not counted")
    room.page.show_view(FILES)
    table = room.page.files.table
    assert [table.item(row, 0).text() for row in range(table.rowCount())] == ["broken.answers", "holiday.jpg"]
    assert "not JSON" in table.item(0, 1).text()


def test_a_folder_that_is_gone_is_told_and_nothing_breaks(person: Person, room: ClassRoom, tmp_path: Path) -> None:
    room.page.read(tmp_path / "gone")
    person.sees("no such folder", person.dialog())
    person.clicks("Close", person.dialog())
    person.sees("No folder is open")


def test_reading_can_be_cancelled_and_what_was_shown_stays(person: Person, room: ClassRoom, twelve: Path) -> None:
    opened(person, room, twelve)
    room.page.read(twelve)
    assert room.page.side.progress.isVisible()
    person.clicks("Cancel")
    person.bot.waitUntil(lambda: not room.page.is_busy, timeout=LONG)
    assert not room.page.side.progress.isVisible()
    person.sees("12 answer files")


def test_escape_leads_back_to_the_case(person: Person, room: ClassRoom) -> None:
    person.press("Escape", on=room.page)
    assert person.window.workspace is not None
    assert person.window.workspace.isVisible()


def test_weights_in_words_have_their_own_spread(person: Person, room: ClassRoom, tmp_path: Path) -> None:
    words = ("none", "some", "some", "considerable", "decisive", "decisive")
    write_weights(tmp_path, exercise("thirty-two-in-a-boat"), words)
    chooses(person, room.page.side.exercise, exercise_key(room, "thirty-two-in-a-boat"))
    opened(person, room, tmp_path)
    assert room.page.tabs.isTabVisible(2)
    room.page.show_view(WEIGHTS)
    person.sees("None: 1, Some: 2, Considerable: 1, Decisive: 2.")


@pytest.mark.parametrize(("percent", "rtl"), [(100, False), (150, False), (100, True), (150, True)])
def test_everything_is_named_and_nothing_is_cut(
    person: Person, room: ClassRoom, twelve: Path, percent: int, rtl: bool
) -> None:
    write(twelve, [({}, "15")] * 12, vote=2)
    opened(person, room, twelve)
    theme.change(percent=percent, rtl=rtl)
    for view in (RESULTS, FACTS, SPLITS, ORIGINS, VOTES, FILES):
        room.page.show_view(view)
        QApplication.processEvents()
        shown = room.page.shown()
        content = shown.widget()
        assert content is not None
        assert content.minimumSizeHint().width() <= shown.viewport().width(), view
        names = []
        for stop in stops_of(room.page):
            heard = QAccessible.queryAccessibleInterface(stop)
            assert heard is not None
            names.append(heard.text(QAccessible.Text.Name))
        assert all(name.strip() for name in names), names
        assert len(set(names)) == len(names), names
