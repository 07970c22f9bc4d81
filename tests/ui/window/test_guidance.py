"""Stories before the guidance shelf in the whole window: from the menu and from the start, adding, removing, effect."""

from pathlib import Path

import pytest

from sentencing.pack.library import standard_folder
from tests.ui.window.person import LONG, SHELF, Person
from ui.main_window.guidance_room import GuidanceRoom
from ui.models.beginning import Beginning
from ui.panels.guidance import GuidanceShelf
from ui.panels.guidance.reader import EFFECT
from ui.widgets.list_row import ListRow

TRAINING = standard_folder() / "training-scheme" / "2026-01-01.yaml"
DANGER = ("when: {endangerment: actual}, add: {points: 4}", "when: {endangerment: actual}, add: {points: 7}")


@pytest.fixture
def room(person: Person, tmp_path: Path) -> GuidanceRoom:
    made = person.window.office.guidance
    made.keep_own_in(tmp_path / "own")
    return made


def rests(person: Person, shelf: GuidanceShelf) -> None:
    def is_still() -> bool:
        reader = shelf.reader
        return not shelf.watch.is_busy and reader.text.is_complete() and not reader.effect.is_busy

    person.bot.waitUntil(is_still, timeout=LONG)


def pack_file(folder: Path, *changes: tuple[str, str]) -> Path:
    """A pack as a ministry has it on a stick."""
    folder.mkdir(parents=True)
    text = TRAINING.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / TRAINING.name
    path.write_text(text, "utf-8")
    return path


def test_the_shelf_opens_from_the_start_page_and_escape_leads_back(person: Person, room: GuidanceRoom) -> None:
    rows = person.window.home.findChildren(ListRow)
    name = next(each.accessibleName() for each in rows if each.title() == "The guidance on this machine")
    row = person.tab_to(name)
    person.press("Space", on=row)
    rests(person, room.shelf)
    assert room.shelf.isVisible()
    assert person.focus() is room.shelf.editions.search
    person.press("Escape")
    assert person.window.home.isVisible()


def test_the_shelf_opens_at_the_edition_of_the_open_case(at_case: Person, room: GuidanceRoom) -> None:
    at_case.press("Ctrl+G")
    rests(at_case, room.shelf)
    row = room.shelf.row
    assert row is not None
    assert row.key.endswith("us-2l1.1/2025-11-01.yaml")
    at_case.press("Ctrl+4")
    assert at_case.window.workspace is not None
    assert at_case.window.workspace.isVisible()


def test_a_copy_on_the_shelf_says_what_it_would_do_to_the_open_case(
    person: Person, room: GuidanceRoom, tmp_path: Path
) -> None:
    found = SHELF.found("training-scheme", "2026-03-14", "2026-12-09")
    person.window.office.begin(Beginning("training-scheme", found.edition, "2026-03-14", "2026-12-09"))
    person.stands("endangerment", "established")
    card = person.card("endangerment")
    choice = person.tab_to("Endangerment")
    person.bot.keyClicks(choice, "Endangered")
    assert card.fact.id == "endangerment"
    assert person.headline() == "24–42"

    person.press("Ctrl+G")
    room.add(pack_file(tmp_path / "stick" / "training-scheme", DANGER))
    rests(person, room.shelf)
    room.shelf.reader.show_view(EFFECT)
    rests(person, room.shelf)
    person.sees("The result would be different.", room.shelf)
    table = room.shelf.reader.effect.tables()[0]
    cells = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert ["Range", "24–42 months", "42–66 months"] in cells


def test_a_pack_is_checked_and_copied_and_can_be_removed_again(
    person: Person, room: GuidanceRoom, tmp_path: Path
) -> None:
    person.press("Ctrl+G")
    chosen = pack_file(tmp_path / "stick" / "training-scheme")
    (chosen.parent / "run.py").write_text("raise SystemExit", "utf-8")
    room.add(chosen.parent)
    rests(person, room.shelf)
    kept = tmp_path / "own" / "training-scheme"
    assert [path.name for path in kept.iterdir()] == [TRAINING.name]
    assert "Your copy." in person.words(room.shelf.reader)

    person.clicks("Remove", room.shelf)
    person.clicks("Remove", person.dialog())
    person.bot.waitUntil(lambda: not kept.exists(), timeout=LONG)
    rests(person, room.shelf)
    assert TRAINING.is_file()


def test_a_pack_that_cannot_be_used_is_refused_with_the_reason(
    person: Person, room: GuidanceRoom, tmp_path: Path
) -> None:
    person.press("Ctrl+G")
    room.add(pack_file(tmp_path / "stick" / "training-scheme", ("worse: more", "worse: moore")))
    dialog = person.dialog()
    assert "The guidance was not added" in person.words(dialog)
    assert "Did you mean 'more'?" in person.words(dialog)
    assert not (tmp_path / "own").exists()
