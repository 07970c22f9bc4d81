"""The memo: pages beside the options, and files from it; a decided case goes from the start page to a PDF."""

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from tests.ui.window.person import LONG, Person
from ui.main_window import commands
from ui.main_window.printing import print_on
from ui.models.pages import PageId
from ui.panels.memo import MemoOptions, MemoPage
from ui.widgets.check import Check

SLOW = 60_000


def memo_page(person: Person) -> MemoPage:
    page = person.goes_to(PageId.MEMO)
    assert isinstance(page, MemoPage)
    person.bot.waitUntil(lambda: page.pages() > 0, timeout=SLOW)
    return page


def test_a_decided_case_goes_from_the_start_page_to_a_pdf(person: Person, tmp_path: Path) -> None:
    person.bot.mouseClick(person.window.home.exercise_rows()[0], Qt.MouseButton.LeftButton)
    page = memo_page(person)
    person.sees("Page 1 of", page)
    path = tmp_path / "note.pdf"
    assert person.window.workspace is not None
    with person.bot.waitSignal(person.window.workspace.memo.saved, timeout=SLOW):
        person.clicks("Save PDF")
        person.names_file(path)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == page.pages()
        assert pdf.Root.MarkInfo.Marked
    person.sees("note.pdf saved")


@pytest.mark.parametrize(("button", "suffix", "start"), [("Word", ".docx", b"PK"), ("HTML", ".html", b"<!")])
def test_the_other_forms_are_saved_too(at_case: Person, tmp_path: Path, button: str, suffix: str, start: bytes) -> None:
    person = at_case
    person.stands("risk", "established")
    memo_page(person)
    path = tmp_path / f"note{suffix}"
    assert person.window.workspace is not None
    with person.bot.waitSignal(person.window.workspace.memo.saved, timeout=SLOW):
        person.clicks(button)
        person.names_file(path)
    assert path.read_bytes().startswith(start)


def test_the_pages_follow_the_case_and_the_options(at_case: Person) -> None:
    person = at_case
    person.stands("risk", "established")
    page = memo_page(person)
    long = page.pages()
    options = person.window.findChild(MemoOptions)
    short = next(check for check in options.findChildren(Check) if check.text() == "One page only")
    short.setFocus()
    person.press("Space")
    person.bot.waitUntil(lambda: page.pages() < long, timeout=SLOW)
    assert "Draft" in person.words(page)


def test_a_worker_that_was_killed_is_started_again(at_case: Person) -> None:
    person = at_case
    person.stands("risk", "established")
    page = memo_page(person)
    assert person.window.workspace is not None
    memo = person.window.workspace.memo
    memo.cancel()
    person.stands("risk", "not-raised")
    before = memo.pages
    person.goes_to(PageId.MEMO)
    person.bot.waitUntil(lambda: memo.pages is not before and not memo.is_busy, timeout=SLOW)
    assert page.pages() > 0
    assert not memo.problem


def test_page_keys_and_zoom_move_through_the_pages(at_case: Person) -> None:
    person = at_case
    page = memo_page(person)
    person.clicks("Next page", page)
    person.sees("Page 2 of", page)
    person.clicks("Larger", page)
    person.bot.waitUntil(lambda: "100 %" in [b.text() for b in page.findChildren(type(page.zoom_button))], timeout=LONG)
    person.clicks("Fit the width", page)
    assert page.zoom_button.text() == "Fit width"


def test_the_memo_is_painted_on_paper(at_case: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person, path = at_case, tmp_path / "paper.pdf"

    def to_a_file(pages: tuple[bytes, ...], window: object) -> bool:
        """What the system's dialog would lead to; nobody can answer it here."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        print_on(printer, pages)
        return True

    monkeypatch.setattr(commands, "ask_and_print", to_a_file)
    page = memo_page(person)
    person.press("Ctrl+P")
    person.sees("Sent to the printer")
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == page.pages()
