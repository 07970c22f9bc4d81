"""The main job, end to end: a decided case under real law, from an empty window to a signed note."""

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.ui.window.person import Person
from ui.models.pages import PageId
from ui.panels.memo import MemoPage

FACTS = {
    "conviction": "s1324",
    "statute": "a1-bring-or-gain",
    "profit": "yes",
    "aliens": "32",
    "risk": "yes",
    "injury": "bodily",
    "acceptance": "yes",
    "government-motion": "yes",
    "history": "I",
}


@pytest.mark.parametrize(("headline", "level"), [("30–37", "level 19")])
def test_thirty_two_in_a_boat_becomes_a_note_with_a_term_and_reasons(
    at_case: Person, tmp_path: Path, headline: str, level: str
) -> None:
    person = at_case
    for fact, value in FACTS.items():
        person.stands(fact, "established")
        if person.session.scene.waiting.get(fact) is not None:
            person.session.give_value(person.session.pack.facts[fact], value)
    assert person.headline() == headline
    person.sees(level)

    page = person.goes_to(PageId.RECOMMENDATION)
    block = page.block("term")
    block.begin()
    person.press("Home")
    person.tab_to("Reasons for Term of imprisonment")
    person.types("He steered for a fixed fee and organised nothing.")

    note = person.goes_to(PageId.MEMO)
    assert isinstance(note, MemoPage)
    person.bot.waitUntil(lambda: note.pages() > 0, timeout=60_000)
    path = tmp_path / "note.pdf"
    assert person.window.workspace is not None
    with person.bot.waitSignal(person.window.workspace.memo.saved, timeout=60_000):
        person.clicks("Save PDF")
        person.names_file(path)
    with pikepdf.open(path) as pdf:
        assert pdf.Root.MarkInfo.Marked
    text = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    text = " ".join(text.split())
    assert "30 to 37 months" in text
    assert "30 months" in text
    assert "He steered for a fixed fee and organised nothing." in text
