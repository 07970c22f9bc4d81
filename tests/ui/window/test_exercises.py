"""Stories before the shelf of exercises: choosing, revealing, demonstrating, printing, making one, taking it along."""

from pathlib import Path

import pikepdf
import pytest
from attrs import evolve
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from sentencing.case.exercise import read_exercise
from sentencing.case.model import Accused, Answer, Standing
from tests.ui.window.person import LONG, SHELF, Person
from ui.main_window.exercise_room import ExerciseRoom
from ui.panels.exercises import ExerciseShelf
from ui.session import own_exercises

SECRET = "a term of 15 months with reasons"


@pytest.fixture
def room(person: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ExerciseRoom:
    monkeypatch.setattr(SHELF, "own_exercises", tmp_path / "own")
    person.press("Ctrl+Shift+E")
    return person.window.office.exercises


def chosen(person: Person, room: ExerciseRoom, title: str) -> ExerciseShelf:
    """Choose an exercise by going to it with the keyboard."""
    link = next(each for each in room.shelf.links() if each.title() == title)
    link.setFocus(Qt.FocusReason.TabFocusReason)
    person.press("Space", on=link)
    return room.shelf


def test_the_shelf_shows_what_is_handed_out_and_keeps_the_answer(person: Person, room: ExerciseRoom) -> None:
    chosen(person, room, "A lorry at the harbour")
    person.sees("A driver is stopped at the harbour gate")
    person.sees("20 minutes")
    person.sees("No country, for training")
    everything = [each.text() for each in room.shelf.findChildren(QLabel)]
    assert not [text for text in everything if SECRET in text], "not even a hidden label holds the answer"
    person.clicks("Reveal the answer")
    person.sees(SECRET)
    person.clicks("Seal it again")
    assert SECRET not in person.words()


def test_the_answer_is_sealed_again_when_another_exercise_is_chosen_or_the_shelf_is_left(
    person: Person, room: ExerciseRoom
) -> None:
    shelf = chosen(person, room, "A lorry at the harbour")
    person.clicks("Reveal the answer")
    chosen(person, room, "A path over the pass in winter")
    assert not shelf.reader.answer.is_open
    person.clicks("Reveal the answer")
    person.press("Escape", on=shelf)
    person.press("Ctrl+Shift+E")
    assert not shelf.reader.answer.is_open


def test_an_exercise_is_demonstrated_from_the_shelf_and_escape_leads_back_to_it(
    person: Person, room: ExerciseRoom
) -> None:
    shelf = chosen(person, room, "A path over the pass in winter")
    person.clicks("Demonstrate")
    person.sees("Exercise, no names")
    person.sees("96–144")
    person.press("Escape")
    assert shelf.isVisible()
    assert person.window.session is None, "no case was opened for it"


def test_an_exercise_opens_as_a_case(person: Person, room: ExerciseRoom) -> None:
    chosen(person, room, "A lorry at the harbour")
    person.clicks("Open as a case")
    assert person.session.case.id == "harbour-lorry"


def test_hand_out_and_answer_sheet_are_saved_as_pdf(person: Person, room: ExerciseRoom, tmp_path: Path) -> None:
    chosen(person, room, "A lorry at the harbour")
    person.clicks("Hand-out as PDF…")
    person.names_file(tmp_path / "hand-out.pdf")
    person.clicks("Reveal the answer")
    person.clicks("Answer sheet as PDF…")
    person.names_file(tmp_path / "answers.pdf")
    person.bot.waitUntil(lambda: not room.papers.is_busy and (tmp_path / "answers.pdf").exists(), timeout=LONG)
    for name in ("hand-out.pdf", "answers.pdf"):
        with pikepdf.open(tmp_path / name) as printed:
            assert "A lorry at the harbour" in str(printed.docinfo["/Title"])
    assert not room.papers.worker.is_running, "it is not kept for papers that nobody asks for"


def test_the_file_for_participants_has_no_answer(person: Person, room: ExerciseRoom, tmp_path: Path) -> None:
    chosen(person, room, "A lorry at the harbour")
    person.clicks("File for participants…")
    person.names_file(tmp_path / "for-them.yaml")
    person.bot.waitUntil((tmp_path / "for-them.yaml").exists, timeout=LONG)
    read, problems = read_exercise((tmp_path / "for-them.yaml").read_bytes())
    assert problems == ()
    assert read is not None
    assert (read.found, read.sentence, read.note) == ((), "", "")
    assert read.facts["persons"] == {"prosecution": "27", "defence": "22"}


def test_a_trainer_makes_one_from_a_case_and_no_name_may_stay(person: Person, room: ExerciseRoom) -> None:
    exercise = next(row.exercise for row in SHELF.exercises() if row.exercise.id == "harbour-lorry")
    person.window.office.begin_exercise(exercise)
    case = evolve(person.session.case.with_accused(Accused("A1", "Zoë Müller", ("C1",))), reference="26-cr-0417")
    case = case.with_answer(Answer("inhuman", Standing.CONSIDERED, reasons="Müller was kind"))
    person.session.describe(case, "everything")
    person.window.actions_["make_exercise"].trigger()
    form = room.form
    assert form.title_field.hasFocus()
    person.types("A van at the border")
    person.tab_to("Text for the participants")
    person.types("Muller drove a van, 26-cr-0417.")
    person.sees("Still there: Muller, 26-cr-0417")
    assert not form.keep.isEnabled()
    person.press("Ctrl+A", on=form.hand_out)
    person.types("A driver drove a van.")
    person.sees("No name, reference or evidence of the case stands in the text.")
    person.clicks("Keep the exercise")
    assert room.shelf.isVisible()
    person.sees("A driver drove a van.")
    (path,) = SHELF.own_exercises.glob("*.yaml")
    text = path.read_text("utf-8")
    for secret in ("Zo", "ller", "0417", "kind"):
        assert secret not in text
    assert 'inhuman: "no"' in text


def test_one_taken_along_is_added_elsewhere_and_removed(person: Person, room: ExerciseRoom, tmp_path: Path) -> None:
    lorry = next(row.exercise for row in SHELF.exercises() if row.exercise.id == "harbour-lorry")
    stick = tmp_path / "stick.yaml"
    own_exercises.write(evolve(lorry, id="mine", title="Mine, from elsewhere"), stick)
    person.clicks("Add an exercise…")
    person.names_file(stick)
    person.sees("Mine, from elsewhere", room.shelf.reader)
    person.clicks("Remove")
    assert "mine" not in [row.exercise.id for row in SHELF.exercises()]


def test_what_is_no_exercise_is_refused_with_its_reason(person: Person, room: ExerciseRoom, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("exercise: 1\nid: x\n", "utf-8")
    room.add(wrong)
    assert "is missing" in person.words(person.dialog())
    assert not SHELF.own_exercises.exists()


def test_one_whose_guidance_is_not_here_says_so(person: Person, room: ExerciseRoom) -> None:
    lorry = next(row.exercise for row in SHELF.exercises() if row.exercise.id == "harbour-lorry")
    own_exercises.keep(evolve(lorry, id="far", title="From far away", pack="elsewhere"), SHELF.own_exercises)
    room.open()
    chosen(person, room, "From far away")
    person.sees("which is not on this machine")
    assert not room.shelf.reader.open.isEnabled()
