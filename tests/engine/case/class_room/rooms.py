"""A room of twelve at the harbour lorry, whose spread can be worked out by hand, and how their files are written."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from sentencing.case.class_room.answer_file import AnswerFile, answer_bytes, answers_of
from sentencing.case.exercise import Exercise, case_of, read_exercise
from sentencing.case.model import Answer, Case, JudgmentMade, Standing
from sentencing.pack.library import Library
from sentencing.pack.model import Pack

ROOT = Path(__file__).resolve().parents[4]
FOUND = {
    "persons": "22",
    "endangerment": "actual",
    "inhuman": "no",
    "third-party": "yes",
    "third-party-basis": "separate",
    "role": "subordinate",
    "cooperation": "against-higher",
}
MANY, CRUEL, ONE_ACT = {"persons": "27"}, {"inhuman": "yes"}, {"third-party-basis": "same-act"}
TWELVE: tuple[tuple[dict[str, str], str], ...] = (
    ({}, "12"),
    ({}, "15"),
    ({}, "18"),
    ({}, "18"),
    (MANY, "20"),
    (MANY, "24"),
    (MANY | CRUEL, "24"),
    (MANY | CRUEL, "30"),
    (ONE_ACT, "8"),
    ({"cooperation": "none"}, "36"),
    ({"cooperation": "substantial"}, ""),
    (MANY | ONE_ACT, "10"),
)
"""Points 11 four times, 13 twice, 16 twice, then 8, 16, 13 and 10; terms in months, one of them not chosen."""


@cache
def lorry() -> tuple[Exercise, Pack]:
    path = ROOT / "guidance/training-scheme/exercises/harbour-lorry.yaml"
    exercise, problems = read_exercise(path.read_bytes())
    assert exercise is not None, problems
    return exercise, Library.standard().read(exercise.pack, exercise.edition)


def answered(differs: dict[str, str], term: str) -> Case:
    exercise, pack = lorry()
    case = case_of(exercise, pack)
    for fact, value in (FOUND | differs).items():
        old = case.answer(fact, "A1", "C1")
        accused, count = (old.accused, old.count) if old is not None else ("", "")
        case = case.with_answer(Answer(fact, Standing.ESTABLISHED, accused, count, value=value, reasons="Mr Doe said"))
    if term:
        case = case.with_judgment(JudgmentMade("term", value=f"{term} months", reasons="As Ms Roe asked"))
    return case


def answer_file(differs: dict[str, str], term: str, sheet: int, vote: int = 1) -> AnswerFile:
    _, pack = lorry()
    return answers_of(answered(differs, term), pack, "A1", "C1", sheet=f"{sheet:08x}", vote=vote)


def write(folder: Path, room: Iterable[tuple[dict[str, str], str]] = TWELVE, vote: int = 1) -> None:
    for number, (differs, term) in enumerate(room, 1):
        name = f"harbour-lorry-vote-{vote}-{number:02}.answers"
        (folder / name).write_bytes(answer_bytes(answer_file(differs, term, number, vote)))
