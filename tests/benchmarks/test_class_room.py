"""Five hundred answer files under the US pack: read, assessed, told apart by facts and weighing, and priced."""

import sys
import time
from pathlib import Path
from random import Random

from sentencing.case.class_room.answer_file import (
    AnswerFile,
    FactAnswered,
    JudgmentAnswered,
    WeightAnswered,
    answer_bytes,
)
from sentencing.case.class_room.origins import Reference
from sentencing.case.class_room.room import open_room
from sentencing.case.exercise import Exercise
from sentencing.case.model import GuidanceReference, Standing
from sentencing.engine.effects import values_of
from sentencing.engine.record import fact_text
from sentencing.engine.sealing import open_pack
from sentencing.pack.library import Library
from sentencing.pack.model import Pack

FILES = 500
DAYS = {"offence-date": "2026-01-10", "sentence-date": "2026-06-10"}


def test_five_hundred_answer_files(tmp_path: Path) -> None:
    pack = Library.standard().read("us-2l1.1", "2025-11-01")
    chance = Random(7)
    for number in range(FILES):
        (tmp_path / f"{number:03}.answers").write_bytes(answer_bytes(sheet(pack, number, chance)))
    exercise = Exercise("room", "A room", pack.head.id, pack.head.edition.id, {}, {}, {}, DAYS)
    best = 60.0
    for _ in range(3):
        started = time.perf_counter()
        room = open_room(tmp_path, exercise, pack, Reference.MEDIAN)
        best = min(best, time.perf_counter() - started)
        assert room is not None
        assert room.votes[0].people == FILES
    sys.stdout.write(f"\n{FILES} answer files of {len(open_pack(pack).facts)} facts: {best:.2f} s (wanted: 5 s)\n")


def sheet(pack: Pack, number: int, chance: Random) -> AnswerFile:
    asked = open_pack(pack)
    answers = []
    for fact in asked.facts.values():
        value = chance.choice(values_of(asked, fact)) if chance.random() < 0.3 else fact.default
        answers.append(FactAnswered(fact.id, Standing.ESTABLISHED, fact_text(fact, value, asked.units)))
    weights = (
        WeightAnswered(step.id, fact, chance.choice(step.weigh.words))
        for step in asked.steps
        if step.weigh is not None
        for fact in step.weigh.facts
    )
    return AnswerFile(
        1,
        "room",
        GuidanceReference(pack.head.id, pack.head.edition.id, pack.hash),
        f"{number:08x}",
        answers=tuple(answers),
        judgments=(JudgmentAnswered("term", f"{chance.randrange(12, 90)} months"),),
        weights=tuple(weights),
    )
