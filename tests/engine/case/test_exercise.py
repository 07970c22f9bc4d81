"""Exercises: every one that ships fits its guidance, and asks the engine what its text says."""

from pathlib import Path

import pytest

from sentencing.case.assign import question, subjects
from sentencing.case.exercise import case_of, read_exercise, sealed_of
from sentencing.engine.answers import AnswerReader
from sentencing.pack.library import Library

ROOT = Path(__file__).resolve().parents[3]
EXERCISES = sorted(ROOT.glob("guidance/*/exercises/*.yaml"))
TEXT = (ROOT / "guidance/training-scheme/exercises/harbour-lorry.yaml").read_text("utf-8")
LIBRARY = Library.standard()


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: f"{path.parent.parent.name}/{path.stem}")
def test_an_exercise_becomes_the_case_that_its_text_says(path: Path) -> None:
    exercise, problems = read_exercise(path.read_bytes())
    assert problems == ()
    assert exercise is not None
    assert exercise.id == path.stem
    assert exercise.pack == path.parent.parent.name
    pack = LIBRARY.read(exercise.pack, exercise.edition)
    assert exercise.problems(pack) == ()
    case = case_of(exercise, pack)
    said, _ = AnswerReader(pack).question(exercise.facts, exercise.judgments, exercise.weights, exercise.dates)
    (subject,) = subjects(case, pack)
    asked, _ = question(case, pack, *subject)
    assert said is not None
    assert asked.established.facts == said.established.facts
    assert asked.established.dates == said.established.dates
    assert asked.forks == said.forks
    assert asked.missing == said.missing
    assert all(not accused.name for accused in case.accused)
    kept = {answer.fact for answer in (*case.answers, *sealed_of(exercise, pack).answers)}
    assert kept == set(exercise.facts)


@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        ("exercise: 1", "exercise: 2", "exercise"),
        ("title: A lorry", "titel: A lorry", "titel"),
        ('offence-date: "2026-02-14"', 'offence-date: "2026-02-30"', "dates.offence-date"),
        ("role: subordinate", "role: &anchor subordinate", ""),
        ("id: harbour-lorry", "id: Harbour Lorry", "id"),
        ("{pack: training-scheme, edition:", "{pack: training-scheme, ed:", "guidance.ed"),
    ],
)
def test_what_is_wrong_with_its_text_is_told_with_its_line(right: str, wrong: str, path: str) -> None:
    assert right in TEXT
    exercise, problems = read_exercise(TEXT.replace(right, wrong, 1))
    assert exercise is None
    assert path in [problem.path for problem in problems]
    line = next(number for number, each in enumerate(TEXT.splitlines(), 1) if right in each)
    assert line in [problem.line for problem in problems]


def test_what_does_not_fit_its_guidance_is_told() -> None:
    pack = LIBRARY.read("training-scheme")
    exercise, problems = read_exercise(TEXT.replace("persons:", "person:", 1).replace("subordinate", "cook", 1))
    assert problems == ()
    assert exercise is not None
    assert [problem.path for problem in exercise.problems(pack)] == ["facts.person", "facts.role"]


@pytest.mark.parametrize("text", ["", "[]", "x", "exercise: 1", "exercise: [1]", "a: {b: " * 200, b"\xff\xfe", "\x00"])
def test_a_text_that_is_none_is_problems(text: str | bytes) -> None:
    exercise, problems = read_exercise(text)
    assert exercise is None
    assert problems
