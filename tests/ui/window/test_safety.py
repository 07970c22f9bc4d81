"""What must not be lost, and what must not be told: killed programs, errors, files that are not cases."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from sentencing.errors import CaseFileError
from tests.ui.window.person import LONG, Person, begin
from ui import crash
from ui.dialogs.crashed import CrashDialog
from ui.dialogs.trouble import TroubleDialog
from ui.models.pages import PageId
from ui.session import recovery, storage
from ui.settings import KEEP_RECENT
from ui.widgets.check import Check
from ui.widgets.table import Table

ROOT = Path(__file__).resolve().parents[3]
VICTIM = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from sentencing.case.model import Standing
from tests.ui.window.person import SHELF, begin
from ui import theme
from ui.main_window import MainWindow
from ui.settings import Settings

place = Path(sys.argv[1])
app = QApplication([])
theme.start(app)
window = MainWindow(Settings.of(place / "settings"), SHELF)
window.office.files.keep_recovery_in(place / "recovery")
window.show()

class Here:
    pass

here = Here()
here.window = window
begin(here)
window.session.stand(window.session.pack.facts["risk"], Standing.ESTABLISHED)
app.exec()
"""


def test_work_survives_a_program_that_was_killed(new_window: Callable[[], Person], tmp_path: Path) -> None:
    kept = tmp_path / "recovery"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    victim = subprocess.Popen([sys.executable, "-c", VICTIM, str(tmp_path)], cwd=ROOT, env=environment)
    try:
        end = time.monotonic() + 30
        while not any(kept.glob("*.sentencing")) and time.monotonic() < end:
            victim.poll()
        assert any(kept.glob("*.sentencing"))
        assert not list(recovery.left_behind(kept)), "the work of a program that runs is not offered"
    finally:
        victim.kill()
        victim.wait()
    person = new_window()
    person.sees("with unsaved work on one case")
    person.clicks("Recover it")
    assert person.session.scene.standing("risk") is not None
    assert not person.session.is_saved


def test_what_was_left_behind_can_be_thrown_away(new_window: Callable[[], Person], tmp_path: Path) -> None:
    kept = tmp_path / "recovery"
    kept.mkdir()
    (kept / "old.sentencing").write_bytes(b"whatever it is")
    person = new_window()
    person.sees("with unsaved work on one case")
    person.clicks("Discard")
    person.bot.waitUntil(lambda: not any(kept.glob("*.sentencing")), timeout=LONG)
    assert "with unsaved work" not in person.words()


def test_a_save_that_fails_says_what_is_safe(at_case: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person = at_case
    person.stands("risk", "established")

    def full(session: object, path: Path) -> None:
        raise CaseFileError("'case.sentencing' could not be saved: the disk is full")

    monkeypatch.setattr(storage, "save", full)
    person.press("Ctrl+S")
    person.names_file(tmp_path / "case.sentencing")
    dialog = person.dialog()
    assert isinstance(dialog, TroubleDialog)
    text = person.words(dialog)
    assert "The case could not be saved" in text
    assert "the disk is full" in text
    assert "safe" in text
    assert not person.session.is_saved


def test_a_file_that_is_no_case_changes_nothing(at_case: Person, tmp_path: Path) -> None:
    person, path = at_case, tmp_path / "letter.sentencing"
    path.write_text("Dear Sir")
    before = person.session
    person.window.office.files.open(path)
    assert "Nothing was changed on disk" in person.words(person.dialog())
    assert person.window.session is before


def test_a_case_file_is_opened_when_it_is_dropped_on_the_window(person: Person, tmp_path: Path) -> None:
    begin(person)
    person.stands("risk", "established")
    path = tmp_path / "case.sentencing"
    with person.bot.waitSignal(person.window.office.files.saved, timeout=60_000):
        person.press("Ctrl+S")
        person.names_file(path)
    person.press("Ctrl+W")
    urls = QMimeData()
    urls.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(10, 10), Qt.DropAction.CopyAction, urls, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    person.window.dropEvent(drop)
    assert person.session.path == path


def test_an_unexpected_error_is_told_without_a_word_of_the_case(at_case: Person) -> None:
    person = at_case
    try:
        {"K. Marin, 26-cr-0417": 1}["R. Tesfay, 17-2231"]
    except KeyError as error:
        report = crash.report(error)
    person.window.office.show_crash(report)
    dialog = person.dialog()
    assert isinstance(dialog, CrashDialog)
    assert "recovery file" in person.words(dialog)
    person.clicks("Copy the report, without anything of the case", dialog)
    copied = QGuiApplication.clipboard().text()
    assert "KeyError" in copied
    for word in ("Marin", "Tesfay", "26-cr-0417", "17-2231", str(ROOT)):
        assert word not in copied


def test_the_recent_list_can_be_switched_off(new_window: Callable[[], Person], tmp_path: Path) -> None:
    person = new_window()
    person.window.settings.remember(tmp_path / "case.sentencing", "2026-11-24T12:04")
    person.window.home.refresh()
    assert len(person.window.home.recent_rows()) == 1
    person.press("Ctrl+,")
    dialog = person.dialog()
    box = next(each for each in dialog.findChildren(Check) if "recent" in each.text())
    person.bot.mouseClick(box, Qt.MouseButton.LeftButton)
    person.clicks("Close", dialog)
    assert not person.window.settings.get(KEEP_RECENT)
    person.window.home.refresh()
    assert not person.window.home.recent_rows()
    assert str(tmp_path / "case.sentencing") not in person.window.settings.path.read_text()


def test_help_lists_every_shortcut(person: Person) -> None:
    person.press("F1")
    dialog = person.dialog()
    table = dialog.findChild(Table)
    assert isinstance(table, Table)
    rows = [table.item(row, 1).text() for row in range(table.rowCount())]
    assert "Save" in rows
    assert "Undo" in rows
    assert len(rows) > 20


def test_evidence_is_added_to_a_fact_and_speaks_in_the_memo_page(at_case: Person) -> None:
    person = at_case
    card = person.stands("risk", "established")
    card.begin()
    person.press("Ctrl+E")
    dialog = person.dialog()
    person.clicks("Add", dialog)
    assert "Say what it is" in person.words(dialog), "a piece without a name is refused"
    person.types("Ex. 4 · deck video")
    person.clicks("Add", dialog)
    answer = person.session.scene.answer("risk")
    assert answer is not None
    assert [person.session.scene.evidence[link.id].label for link in answer.evidence] == ["Ex. 4 · deck video"]
    person.clicks("Evidence for Substantial risk", card)
    person.sees("Ex. 4 · deck video", card)


def test_reopening_keeps_every_page_usable(at_case: Person) -> None:
    for page in PageId:
        at_case.goes_to(page)
    at_case.press("Ctrl+W")
    assert at_case.window.session is None
    assert at_case.window.home.isVisible()
