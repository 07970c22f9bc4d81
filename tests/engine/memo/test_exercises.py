"""Every exercise of every pack makes a memo for every audience, in whatever way its law computes."""

from pathlib import Path

import pytest

from sentencing.case.assign import subjects
from sentencing.case.exercise import case_of, read_exercise
from sentencing.memo.document import Heading, Paragraph, Summary, words
from sentencing.memo.make import Form, Request, document_of, make_memo
from sentencing.memo.matter import AUDIENCES, Choices
from sentencing.memo.viewing import view_of
from sentencing.pack.reader import read_pack
from tests.engine.memo.matters import ROOT, assessed

EXERCISES = sorted((ROOT / "guidance").glob("*/exercises/*.yaml"))


def edition_for(exercise: Path) -> Path:
    """The last edition of the exercise's pack: any edition must make a memo."""
    return max(exercise.parents[1].glob("*.yaml"))


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_it_makes_a_memo(path: Path) -> None:
    source = edition_for(path)
    pack, _ = read_pack(source.read_text(encoding="utf-8"), source.parent)
    exercise, _ = read_exercise(path.read_bytes())
    assert pack is not None
    assert exercise is not None
    case = case_of(exercise, pack)
    accused, count = subjects(case, pack)[0]
    assessment = assessed(case, pack, accused, count)
    for audience in AUDIENCES:
        for short in (False, True):
            view = view_of(case, pack, assessment, accused, count, Choices(audience, short))
            if short:
                assert make_memo(Request(view, Form.PNG)).pages == 1
            document, problems = document_of(view)
            assert not problems
            assert any(isinstance(block, Summary) for block in document.blocks)
            self_contained(document.blocks)
    assert make_memo(Request(view, Form.PDF)).content.startswith(b"%PDF")


def self_contained(blocks: tuple[object, ...]) -> None:
    """No heading without something below it, no paragraph without words, no reference that leads nowhere."""
    numbers = {str(block.number) for block in blocks if isinstance(block, Paragraph)}
    for block, following in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Heading):
            assert following is not None
            assert not isinstance(following, Heading) or following.level > block.level, words(block.runs)
        if isinstance(block, Paragraph):
            said = words(block.runs)
            assert said.strip(" .")
            assert "  " not in said, said
            assert " ." not in said, said
            assert "()" not in said, said
            assert {run.target[1:] for run in block.runs if run.target.startswith("#")} <= numbers
