"""The source view: thousands of lines at once, problems stepped through, nothing written to."""

from pathlib import Path
from threading import Event

from PySide6.QtCore import QElapsedTimer, Qt
from pytestqt.qtbot import QtBot

from sentencing.pack.library import standard_folder
from sentencing.pack.reader import read_pack
from sentencing.proof.findings import findings_of
from ui.panels.guidance.source_text import SourceText
from ui.session.guidance_reading import Edition, checked
from ui.session.guidance_watch import GuidanceWatch

US = standard_folder() / "us-2l1.1" / "2025-11-01.yaml"
LONG = 20_000


def test_three_thousand_lines_are_shown_within_half_a_second(qtbot: QtBot) -> None:
    text = (US.read_text("utf-8") * 3).replace("worse: later", "worse: laterr", 3)
    assert text.count("\n") > 3000
    _pack, problems = read_pack(text, US.parent)
    findings = findings_of(text, problems)
    view = SourceText(name="Source")
    qtbot.addWidget(view)
    view.resize(470, 600)
    view.show()
    clock = QElapsedTimer()
    clock.start()
    view.show_source(text, findings)
    view.reveal(0)
    assert not view.grab().isNull()
    assert clock.elapsed() < 500
    assert view.isReadOnly()


def test_keys_move_through_the_text_and_change_nothing(qtbot: QtBot) -> None:
    view = SourceText(name="Source")
    qtbot.addWidget(view)
    view.show()
    view.show_source("guidance: 1\npack: {id: x}\n", ())
    qtbot.keyClicks(view, "abc")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert view.toPlainText() == "guidance: 1\npack: {id: x}"


def test_what_is_known_is_shown_when_the_examples_are_stopped(qtbot: QtBot) -> None:
    stopped = Event()

    def told(done: int, whole: int) -> bool:
        if done == 5:
            stopped.set()
        return not stopped.is_set()

    found = checked(Edition(US, US.parent), "en", told)
    assert len(found.proved) == 5
    assert not found.is_whole
    assert found.pack is not None
    assert found.stages


def test_a_file_that_is_gone_is_told_and_not_raised(qtbot: QtBot, tmp_path: Path) -> None:
    watch = GuidanceWatch()
    with qtbot.waitSignal(watch.failed, timeout=LONG):
        watch.open(Edition(tmp_path / "gone.yaml", tmp_path))
    watch.close()
