"""The sealed page: behind a passphrase, with its own undo, and nothing of it anywhere else."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from tests.ui.window.person import LONG, Person
from ui.models.pages import PageId
from ui.panels.cooperation import CooperationPage
from ui.panels.interview import InterviewPage
from ui.panels.interview.card import FactCard
from ui.widgets.field import Field

SLOW = 60_000
PASSPHRASE = "correct horse battery"


def sealed_page(person: Person) -> CooperationPage:
    page = person.goes_to(PageId.COOPERATION)
    assert isinstance(page, CooperationPage)
    return page


def begin_sealing(person: Person) -> CooperationPage:
    page = sealed_page(person)
    for name in ("New passphrase", "New passphrase, again"):
        field(page, name).setFocus()
        person.types(PASSPHRASE)
    person.clicks("Begin a sealed part", page)
    person.bot.waitUntil(lambda: not person.session.sealed.is_locked, timeout=SLOW)
    return page


def field(page: QWidget, name: str) -> Field:
    return next(each for each in page.findChildren(Field) if each.accessibleName() == name)


def said_openly(path: Path) -> bytes:
    """What a case file says of the case without a key; its copy of the guidance is the same in every case."""
    with ZipFile(path) as members:
        return members.read("case.json") + members.read("result.json")


def answer_motion(person: Person, page: CooperationPage) -> FactCard:
    facts = next(each for each in page.findChildren(InterviewPage))
    facts.reveal_fact("assistance-motion")
    card = facts.card("assistance-motion")
    assert isinstance(card, FactCard)
    person.press("Home")
    return card


def looks(person: Person) -> list[tuple[str, QImage]]:
    """Every page but the sealed one, in words and as a picture, and the words of the menus."""
    seen = []
    for page in PageId:
        if page in (PageId.COOPERATION, PageId.MEMO):
            continue
        shown = person.goes_to(page)
        person.settled()
        QTest.qWait(0)  # what is new on a page is shown in the next turn
        person.window.home.setFocus()
        undo = "|".join(person.window.actions_[key].text() for key in ("undo", "redo"))
        assert person.window.workspace is not None
        words = person.words(shown) + person.words(person.window.workspace.result) + undo
        seen.append((words, person.window.workspace.result.grab().toImage()))
    return seen


def test_a_case_with_and_without_a_sealed_answer_looks_the_same(at_case: Person) -> None:
    person = at_case
    for fact in ("risk", "acceptance"):
        person.stands(fact, "established")
    before = looks(person)
    rail = [item.accessibleName() for item in rail_items(person)]
    page = begin_sealing(person)
    answer_motion(person, page)
    sealed = person.session.sealed
    assert sealed.scene.standing("assistance-motion") is not None
    after = looks(person)
    for one, other in zip(after, before, strict=True):
        assert one[0].splitlines() == other[0].splitlines()
    assert all(one == other for (_, one), (_, other) in zip(before, after, strict=True))
    assert [item.accessibleName() for item in rail_items(person)] == rail
    assert not any("assistance" in answer.fact for answer in person.session.case.answers)


def rail_items(person: Person) -> list[QWidget]:
    assert person.window.workspace is not None
    return [person.window.workspace.rail.item(page) for page in PageId]


def test_undo_on_the_sealed_page_takes_back_sealed_steps_only(at_case: Person) -> None:
    person = at_case
    person.stands("risk", "established")
    page = begin_sealing(person)
    answer_motion(person, page)
    person.press("Ctrl+Z")
    assert person.session.sealed.scene.standing("assistance-motion") is None
    assert person.session.scene.standing("risk") is not None
    person.press("Ctrl+Shift+Z")
    person.goes_to(PageId.AGGRAVATING)
    person.press("Ctrl+Z")
    assert person.session.scene.standing("risk") is None
    assert person.session.sealed.scene.standing("assistance-motion") is not None


def test_locking_drops_the_answers_from_the_window_and_the_passphrase_brings_them_back(
    at_case: Person, tmp_path: Path
) -> None:
    person, path = at_case, tmp_path / "sealed.sentencing"
    page = begin_sealing(person)
    answer_motion(person, page)
    with person.bot.waitSignal(person.window.office.files.saved, timeout=SLOW):
        person.press("Ctrl+S")
        person.names_file(path)
    assert b"assistance" not in said_openly(path)
    person.press("Ctrl+L")
    assert person.session.sealed.is_locked
    assert not page.findChildren(FactCard) or all(not card.isVisible() for card in page.findChildren(FactCard))
    field(page, "Passphrase").setFocus()
    person.types("wrong horse")
    person.press("Return")
    person.bot.waitUntil(lambda: bool(field(page, "Passphrase").problem()), timeout=SLOW)
    field(page, "Passphrase").clear()
    person.types(PASSPHRASE)
    person.press("Return")
    person.bot.waitUntil(lambda: not person.session.sealed.is_locked, timeout=SLOW)
    assert person.session.sealed.scene.standing("assistance-motion") is not None


def test_what_the_recovery_file_holds_of_the_sealed_part_is_encrypted(at_case: Person, tmp_path: Path) -> None:
    person = at_case
    page = begin_sealing(person)
    answer_motion(person, page)
    recovery = tmp_path / "recovery"
    person.bot.waitUntil(lambda: any(recovery.glob("*.sentencing")), timeout=LONG)
    kept = next(recovery.glob("*.sentencing"))
    assert b"assistance" not in said_openly(kept)
    with ZipFile(kept) as members:
        assert "sealed.age" in members.namelist()


@pytest.mark.parametrize("short", ["horse"])
def test_a_short_passphrase_is_refused(at_case: Person, short: str) -> None:
    page = sealed_page(at_case)
    field(page, "New passphrase").setFocus()
    at_case.types(short)
    at_case.clicks("Begin a sealed part", page)
    assert field(page, "New passphrase").problem()
    assert at_case.session.sealed.is_locked


def test_saving_a_memo_warns_of_sealed_words_in_the_open_text(at_case: Person) -> None:
    person = at_case
    risk = person.session.pack.facts["risk"]
    person.stands("risk", "established")
    person.session.give_reasons(risk, "He named the man with the red van who paid him.")
    begin_sealing(person)
    person.session.sealed.note("He named the man with the red van, and where he lives.")
    person.goes_to(PageId.MEMO)
    person.clicks("Save PDF")
    dialog = person.dialog()
    assert "named the man with" in person.words(dialog)
    person.clicks("Go back", dialog)
    person.press("Ctrl+L")
    person.clicks("Save PDF")
    assert any(each.isVisible() for each in person.window.findChildren(QFileDialog)), "locked, nothing is known"
