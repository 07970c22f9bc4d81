"""The papers of an exercise: the hand-out tells nothing of the answer, and both can be set by the worker."""

from pathlib import Path

import pikepdf
import pytest
from attrs import evolve

from sentencing.case.exercise import Exercise, read_exercise
from sentencing.errors import MemoError
from sentencing.memo import exercise_sheets, make, plain_document, protocol
from sentencing.memo.document import text_of
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.proof.weighting import weighting_of

ROOT = Path(__file__).resolve().parents[3]
GUIDANCE = ROOT / "guidance"


@pytest.fixture(scope="module")
def pack() -> Pack:
    folder = GUIDANCE / "training-scheme"
    read, _ = read_pack((folder / "2026-01-01.yaml").read_bytes(), folder)
    assert read is not None
    return read


@pytest.fixture(scope="module")
def lorry() -> Exercise:
    read, _ = read_exercise((GUIDANCE / "training-scheme/exercises/harbour-lorry.yaml").read_bytes())
    assert read is not None
    return read


def test_the_hand_out_has_the_text_and_the_facts_as_they_stand(pack: Pack, lorry: Exercise) -> None:
    text = text_of(exercise_sheets.hand_out(lorry, pack))
    assert "A driver is stopped at the harbour gate" in text
    assert "Disputed. Prosecution: 27. Defence: 22" in text
    assert "Yes, alleged" in text
    assert "Training material: this guidance is not law." in text


def test_the_hand_out_gives_nothing_of_the_answer_away(pack: Pack, lorry: Exercise) -> None:
    text = text_of(exercise_sheets.hand_out(lorry, pack))
    for given in (*lorry.found, lorry.sentence, lorry.note, "24 to 42", "12 to 24"):
        assert given not in text


def test_the_answer_sheet_has_every_run_the_steps_and_what_the_court_did(pack: Pack, lorry: Exercise) -> None:
    text = text_of(exercise_sheets.answer_sheet(lorry, pack))
    assert "If the prosecution is right: 24 to 42 months (2 years to 3 years 6 months)" in text
    assert "Number of persons: 25 to 99 | Training scheme head 1 | Points | +4 | 14" in text
    assert lorry.sentence in text
    assert lorry.found[0] in text


def test_a_sheet_of_modified_guidance_says_so(pack: Pack, lorry: Exercise) -> None:
    moved = weighting_of(pack).moved("steps.start.set.points", 12)
    assert moved is not None
    for sheet in (exercise_sheets.hand_out, exercise_sheets.answer_sheet):
        assert "Modified for demonstration" in text_of(sheet(lorry, moved.pack))
        assert "Modified for demonstration" not in text_of(sheet(lorry, pack))


def test_a_paper_goes_to_the_worker_and_back_and_becomes_a_tagged_pdf(
    pack: Pack, lorry: Exercise, tmp_path: Path
) -> None:
    whole = exercise_sheets.answer_sheet(lorry, pack)
    asked = protocol.message_of(protocol.line_of(protocol.asked(1, make.Request(whole))))
    request = protocol.request_of(asked)
    assert request.view == whole
    path = tmp_path / "sheet.pdf"
    path.write_bytes(make.make_memo(request).content)
    with pikepdf.open(path) as printed:
        assert "/StructTreeRoot" in printed.Root


def test_what_is_no_document_is_refused() -> None:
    for given in (None, {}, {"blocks": [{"kind": "script"}]}):
        with pytest.raises(MemoError, match="no document"):
            plain_document.from_plain(given)


def test_every_shipped_exercise_has_its_papers() -> None:
    for path in sorted(GUIDANCE.glob("*/exercises/*.yaml")):
        exercise, _ = read_exercise(path.read_bytes())
        assert exercise is not None
        edition = path.parents[1] / f"{exercise.edition}.yaml"
        read, _ = read_pack(edition.read_bytes(), edition.parent)
        assert read is not None
        assert text_of(exercise_sheets.hand_out(exercise, read))
        assert text_of(exercise_sheets.answer_sheet(evolve(exercise, note=""), read))
