"""`sentencing class`: a folder of answer files as a report and as JSON."""

import json
from pathlib import Path

import pytest

from sentencing.cli import main
from tests.engine.case.class_room.rooms import TWELVE, write


def test_a_room_as_json_is_text_that_can_be_read_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    write(tmp_path, TWELVE[:4], vote=2)
    assert main(["class", str(tmp_path), "--exercise", "harbour-lorry", "--held", "exercise", "--json"]) == 0
    room = json.loads(capsys.readouterr().out)
    first, second = room["votes"]
    assert first["results"]["points"]["value"]["median"] == "12"
    assert first["results"]["sentence"]["chosen"]["upper"] == "24 months"
    assert next(split["fact"] for split in first["splits"]) == "cooperation"
    assert first["splits"][0]["moves"]["guideline"] == "12 months"
    assert second == {"vote": 2, "people": 4, "told": False}


def test_a_room_as_a_report_names_what_is_not_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path)
    (tmp_path / "notes.txt").write_text("hello")
    assert main(["class", str(tmp_path), "--exercise", "harbour-lorry"]) == 1
    report = capsys.readouterr().out
    assert "12 answer files" in report
    assert "not counted: notes.txt" in report
    assert "Doe" not in report


def test_an_exercise_that_does_not_exist_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["class", str(tmp_path), "--exercise", "harbour-lory"]) == 2
    assert "Did you mean 'harbour-lorry'?" in capsys.readouterr().err
