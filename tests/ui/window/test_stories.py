"""Stories: a person does something from beginning to end, and reads what comes of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.ui.window.person import SHELF, Person, begin
from ui.dialogs.unsaved import UnsavedDialog
from ui.models.pages import PageId
from ui.session import recovery
from ui.widgets.standing import STANDINGS


def test_a_new_case_reaches_a_provisional_range_by_keyboard_in_eight_answers(person: Person) -> None:
    person.tab_to("Country or body")
    person.types("United")
    person.tab_to("Date of offence")
    person.types("14 Mar 2026")
    person.tab_to("Date of sentence")
    person.types("9 Dec 2026")
    person.tab_to("Start assessment")
    person.press("Space")
    person.sees("Provisional")

    person.press("Ctrl+3")
    answers = 0
    for fact, word in (
        ("conviction", "Any"),
        ("statute", "§1324(a)(1):"),
        ("commercial-organisation", ""),
        ("profit", ""),
        ("family-only", ""),
    ):
        answers += _answered(person, fact, word)
    card = person.card("aliens")
    person.press("Home")  # Established is the first word
    stepper = person.tab_to("Number of aliens")
    person.bot.keyClicks(stepper, "24")
    person.press("Ctrl+4")
    answers += 1 + _answered(person, "risk", "") + _answered(person, "injury", "Bodily")
    assert card.fact.id == "aliens"
    assert answers == 8
    assert person.headline() == "41–51"
    assert "Provisional" in person.words()


def _answered(person: Person, fact: str, word: str) -> int:
    """Say that a fact is established, by keyboard, and choose a value by its first letters when it has one."""
    person.card(fact)
    person.press("Home")
    if word:
        choice = person.tab_to(person.session.pack.facts[fact].name)
        person.bot.keyClicks(choice, word)
    return 1


def test_a_disputed_fact_shows_what_it_is_worth(at_case: Person) -> None:
    person = at_case
    for fact in ("risk", "acceptance"):
        person.stands(fact, "established")
    card = person.stands("aliens", "disputed")
    for control, number in zip(card.party_controls, ("32", "24"), strict=True):
        person.bot.keyClick(control, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        person.bot.keyClicks(control, number)
    person.settled()
    person.sees("If the disputed facts are proved")
    person.sees("Whatever is proved")
    person.sees("+6, range 27–33", card)
    person.sees("+3, range 21–27", card)


def test_undo_and_redo_name_the_step(at_case: Person) -> None:
    person = at_case
    person.stands("risk", "established")
    undo = person.window.actions_["undo"]
    assert "Substantial risk" in undo.text()
    before = person.headline()
    person.press("Ctrl+Z")
    assert person.headline() != before
    assert not undo.isEnabled()
    person.press("Ctrl+Shift+Z")
    assert person.headline() == before


def test_leaving_with_unsaved_changes_asks_once_and_can_be_cancelled(at_case: Person) -> None:
    person = at_case
    person.stands("risk", "established")
    person.window.close()
    dialog = person.dialog()
    assert isinstance(dialog, UnsavedDialog)
    person.clicks("Cancel", dialog)
    assert person.window.isVisible()
    person.window.close()
    person.clicks("Discard", person.dialog())
    person.bot.waitUntil(lambda: not person.window.isVisible())


def test_a_case_is_saved_and_opened_again(at_case: Person, tmp_path: Path) -> None:
    person, path = at_case, tmp_path / "marin.sentencing"
    person.stands("risk", "established")
    before = person.headline()
    person.press("Ctrl+S")
    with person.bot.waitSignal(person.window.office.files.saved, timeout=60_000):
        person.names_file(path)
    assert person.session.is_saved
    person.sees("Saved")
    person.press("Ctrl+W")
    assert person.window.session is None
    assert "marin" in [row.title() for row in person.window.home.recent_rows()]
    person.bot.mouseClick(person.window.home.recent_rows()[0], Qt.MouseButton.LeftButton)
    assert person.headline() == before


def test_work_of_a_killed_program_is_offered_at_the_next_start(
    new_window: Callable[[], Person], tmp_path: Path
) -> None:
    first = new_window()
    begin(first)
    first.stands("risk", "established")
    before = first.headline()
    first.bot.waitUntil(lambda: any((tmp_path / "recovery").glob("*.sentencing")), timeout=10_000)
    kept = next((tmp_path / "recovery").glob("*.sentencing"))
    assert not list(recovery.left_behind(tmp_path / "recovery")), "a running program's work is not offered"
    content = kept.read_bytes()
    first.window.office.files.show(None)  # a killed program would have left its file, and no living lock
    kept.write_bytes(content)

    second = new_window()
    second.sees("with unsaved work on one case")
    second.clicks("Recover it")
    assert second.headline() == before
    assert not second.session.is_saved


def test_a_judgment_is_kept_inside_its_bounds_and_wants_reasons(at_case: Person) -> None:
    person = at_case
    for fact in ("risk", "acceptance"):
        person.stands(fact, "established")
    page = person.goes_to(PageId.RECOMMENDATION)
    block = page.block("term")
    low, high = block.bounds()
    block.begin()
    person.press("Home")
    assert person.session.scene.judgment("term").value == f"{low} months"
    person.press("End")
    assert person.session.scene.judgment("term").value == f"{high} months"
    assert "Give reasons" not in person.words(block)
    reasons = person.tab_to("Reasons for Term of imprisonment")
    person.press("Tab")
    person.sees("Give reasons. The memo stays a draft until then.", block)
    reasons.setFocus()
    person.types("The upper end: eleven minutes of flight.")
    assert "Give reasons" not in person.words(block)


def test_two_accused_share_the_event_and_may_differ(at_case: Person) -> None:
    person = at_case
    person.stands("risk", "established")
    everyone = person.headline()
    person.press("Ctrl+Shift+A")
    assert person.session.subject.accused == "A2"
    assert person.headline() == everyone, "what is about the event is answered once"
    card = person.card("risk")
    person.clicks("It differs for A2", card)
    person.stands("risk", "not-raised")
    assert person.headline() != everyone
    assert "Differs for A2" in person.words(person.card("risk"))
    person.press("Ctrl+Tab")
    assert person.session.subject.accused == "A1"
    assert person.headline() == everyone


@pytest.mark.parametrize("number", range(1, 10))
def test_every_page_is_one_chord_away(at_case: Person, number: int) -> None:
    at_case.press(f"Ctrl+{number}")
    workspace = at_case.window.workspace
    assert workspace is not None
    assert workspace.page.number == number


def test_the_standing_words_stand_in_the_order_of_the_control() -> None:
    assert len(STANDINGS) == 6
    assert SHELF.packs, "the window is tested with the guidance that ships"
