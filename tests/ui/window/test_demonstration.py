"""Stories of a demonstration: a trainer before a room, with the keyboard, a projector and nobody's name."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from attrs import evolve
from PySide6.QtWidgets import QFileDialog, QWidget

from sentencing.case.exercise import Exercise
from sentencing.case.model import Accused, Answer, Evidence, Standing
from tests.ui.window.person import LONG, SHELF, Person
from ui import theme
from ui.panels.demonstration import DemonstrationPage


def exercise(id_: str) -> Exercise:
    return next(row.exercise for row in SHELF.exercises() if row.exercise.id == id_)


@pytest.fixture
def trainer(person: Person) -> Iterator[Person]:
    """A trainer with the exercise of the pass in winter on the screen."""
    person.window.office.begin_exercise(exercise("winter-path"))
    person.press("Ctrl+D")
    yield person
    person.window.office.demonstrating.end()


def page(person: Person) -> DemonstrationPage:
    found = person.window.office.demonstrating.page
    assert found is not None
    return found


def test_the_demonstration_covers_the_window_and_escape_leaves(trainer: Person) -> None:
    trainer.sees("A path over the pass in winter")
    trainer.sees("96–144")
    assert not trainer.window.menuBar().isVisible()
    trainer.press("Escape")
    assert trainer.window.office.demonstrating.page is None
    assert trainer.window.menuBar().isVisible()
    assert trainer.headline() == "96–144"


def test_a_number_key_changes_a_fact_and_one_key_restores(trainer: Person) -> None:
    role = next(line for line in page(trainer).facts.lines() if line.title == "Role")
    trainer.press(str(role.digit))  # organiser is the last word: the first follows
    trainer.sees("As the case stands")
    trainer.sees("With your change")
    trainer.sees("66–96")
    trainer.sees("Answers changed for demonstration")
    trainer.press("R")
    assert "66–96" not in trainer.words()
    assert "With your change" not in trainer.words()


def test_a_weight_is_moved_on_a_copy_and_the_screen_says_so(trainer: Person) -> None:
    session = trainer.session
    trainer.press("W")
    for _step in range(2):
        trainer.press("Tab")
    assert trainer.focus().accessibleName() == "Endangerment: weight"
    before = trainer.focus()
    trainer.press("Down")
    trainer.sees("Modified for demonstration")
    trainer.sees("copy changed in 1 place")
    trainer.sees("The guidance says")
    assert trainer.focus() is before, "the control that is moved keeps the focus"
    assert session.whole_pack.modified == ()
    trainer.press("R")
    assert "Modified for demonstration" not in trainer.words()


def test_what_else_would_change_is_counted(trainer: Person) -> None:
    trainer.press("W")
    trainer.press("Up")
    trainer.press("E")
    trainer.sees("worked examples")
    trainer.sees("of 2 exercises")


def test_every_number_in_use_can_be_moved(trainer: Person) -> None:
    trainer.press("N")
    trainer.press("Up")
    trainer.sees("the guidance says 180")
    trainer.sees("Modified for demonstration")


def test_the_derivation_is_shown_one_step_at_a_time(trainer: Person) -> None:
    trainer.press("S")
    trainer.sees("Hidden until every step is shown: 0 of ")
    assert "96–144" not in trainer.words()
    for _step in range(20):
        trainer.press("Space")
    trainer.sees("96–144")


def test_the_result_is_hidden_until_each_step_has_a_reason(trainer: Person) -> None:
    trainer.press("H")
    assert "96–144" not in trainer.words()
    for number in range(20):
        if "96–144" in trainer.words():
            break
        assert trainer.focus().accessibleName() == "The room's reason", number
        trainer.press("Return")  # no reason: nothing is shown
        assert "96–144" not in trainer.words()
        trainer.types(f"Reason {number}")
        trainer.press("Return")
    trainer.sees("96–144")
    trainer.sees("Reason 1")


def test_the_paper_of_a_changed_guidance_says_so_on_it(trainer: Person, tmp_path: Path) -> None:
    trainer.press("W")
    trainer.press("Up")
    trainer.press("P")
    trainer.names_file(tmp_path / "room.pdf")
    papers = trainer.window.office.demonstrating.papers
    trainer.bot.waitUntil(lambda: not papers.is_busy and (tmp_path / "room.pdf").exists(), timeout=LONG)
    with pikepdf.open(tmp_path / "room.pdf") as printed:
        assert str(printed.docinfo["/Title"]).startswith("Modified for demonstration")
    text = pypdfium2.PdfDocument(tmp_path / "room.pdf")[0].get_textpage().get_text_range()
    assert text.count("Modified for demonstration") >= 2
    assert "The guidance says" in text


def test_no_paper_gives_the_hidden_result_away(trainer: Person) -> None:
    trainer.press("S")
    trainer.press("P")
    assert not trainer.window.findChildren(QFileDialog)


def test_nothing_personal_is_ever_on_the_screen(person: Person) -> None:
    person.window.office.begin_exercise(exercise("harbour-lorry"))
    session = person.session
    told = evolve(session.case, title="US v. Zebulon Quartz", reference="26-cr-0417", court="Court of Nowhere")
    told = told.with_accused(Accused("A1", "Zebulon Quartz", ("C1",)))
    told = told.with_evidence(Evidence("E1", "Statement of Ms Xylander", note="told in confidence"))
    told = told.with_answer(Answer("inhuman", Standing.ESTABLISHED, value="yes", reasons="Zebulon beat her"))
    session.describe(evolve(told, id="another"), "everything")
    person.press("Ctrl+D")
    for keys in ("", "4", "W", "Up", "N", "E", "M", "S", "Space", "R", "H"):
        if keys:
            person.press(keys)
        heard = "\n".join(each.accessibleName() for each in page(person).findChildren(QWidget))
        seen = person.words(page(person)) + heard + person.window.windowTitle()
        for secret in ("Zebulon", "Quartz", "0417", "Nowhere", "Xylander", "confidence", "harbour"):
            assert secret not in seen, keys
    person.window.office.demonstrating.end()


def test_another_case_ends_the_demonstration(trainer: Person) -> None:
    trainer.window.office.begin_exercise(exercise("harbour-lorry"))
    assert trainer.window.office.demonstrating.page is None
    assert trainer.window.menuBar().isVisible()


def test_the_case_that_was_demonstrated_is_untouched(trainer: Person) -> None:
    before = trainer.session.case
    for keys in ("1", "2", "W", "Up", "Up", "Escape"):
        trainer.press(keys)
    assert trainer.session.case is before
    assert trainer.session.undo_name == ""


@pytest.mark.parametrize(("percent", "rtl"), [(150, False), (100, True), (200, False)])
def test_every_act_can_be_reached_at_every_size_and_direction(trainer: Person, percent: int, rtl: bool) -> None:
    theme.change(percent=percent, rtl=rtl)
    trainer.window.resize(1366, 768)
    shown = page(trainer)
    trainer.bot.waitUntil(lambda: shown.width() == trainer.window.width(), timeout=LONG)
    assert shown.minimumSizeHint().width() <= 1366
    trainer.press("W")
    trainer.press("Up")
    trainer.sees("Modified for demonstration")
