"""The answer file, `.answers`: what a participant found in an exercise, without a name and without a free text.

Only what the engine reads is in it: facts with their standings, judgments and weights of what is open. Reasons,
evidence and notes stay on the participant's machine. `sheet` is a chance number that only tells two files of one
participant from two participants.
"""

import re
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from sentencing.case.disk import replace_file
from sentencing.case.exercise import Exercise, case_of
from sentencing.case.json_form import canonical_record, parsed, read_record
from sentencing.case.model import Answer, Case, GuidanceReference, JudgmentMade, Standing, WeightGiven
from sentencing.engine.sealing import open_pack
from sentencing.errors import Problem
from sentencing.pack.model import Pack

SUFFIX: Final = ".answers"
FORMAT: Final = 1
MAX_FILE: Final = 256_000
MOST_ANSWERS: Final = 2_000
LONGEST_TEXT: Final = 200
MOST_VOTES: Final = 9
_MARK: Final = "answer-file"
_SHEET: Final = re.compile(r"[0-9a-f]{8,32}")


@frozen
class FactAnswered:
    """How a participant answered one fact."""

    fact: str
    standing: Standing
    value: str = ""
    prosecution: str = ""
    defence: str = ""


@frozen
class JudgmentAnswered:
    """What a participant decided, and on which grounds."""

    id: str
    value: str = ""
    grounds: tuple[str, ...] = ()


@frozen
class WeightAnswered:
    """The word that a participant gave to a fact."""

    step: str
    fact: str
    word: str


@frozen
class AnswerFile:
    """One participant's answers in one vote. `answer_file` is the format; vote 2 is the one after the discussion."""

    answer_file: int
    exercise: str
    guidance: GuidanceReference
    sheet: str
    vote: int = 1
    answers: tuple[FactAnswered, ...] = ()
    judgments: tuple[JudgmentAnswered, ...] = ()
    weights: tuple[WeightAnswered, ...] = ()


def answers_of(case: Case, pack: Pack, accused: str, count: str, *, sheet: str, vote: int) -> AnswerFile:
    """The answers that count for one accused and count of an exercise's case."""
    asked = open_pack(pack)
    facts = (case.answer(fact, accused, count) for fact in asked.facts)
    judgments = (case.judgment(judgment, accused, count) for judgment in asked.judgments)
    return AnswerFile(
        FORMAT,
        exercise=case.id,
        guidance=GuidanceReference(pack.head.id, pack.head.edition.id, pack.hash),
        sheet=sheet,
        vote=vote,
        answers=tuple(_fact(answer) for answer in facts if answer is not None and _says_something(answer)),
        judgments=tuple(JudgmentAnswered(m.id, m.value, m.grounds) for m in judgments if m is not None and m.value),
        weights=_weights(case, asked, accused, count),
    )


def case_answered(file: AnswerFile, exercise: Exercise, pack: Pack) -> Case:
    """The exercise's case with a participant's answers in place of the exercise's."""
    return evolve(
        case_of(exercise, pack),
        answers=tuple(
            Answer(a.fact, a.standing, value=a.value, prosecution=a.prosecution, defence=a.defence)
            for a in file.answers
        ),
        judgments=tuple(JudgmentMade(m.id, value=m.value, grounds=m.grounds) for m in file.judgments),
        weights=tuple(WeightGiven(w.step, w.fact, w.word) for w in file.weights),
    )


def answer_bytes(file: AnswerFile) -> bytes:
    """The file's text: the same answers are the same bytes."""
    return canonical_record(file)


def save_answers(path: Path, file: AnswerFile) -> None:
    """Save the file, for others to read; CaseFileError when that fails."""
    replace_file(path, answer_bytes(file), mode=0o644)


def read_answers(content: bytes) -> tuple[AnswerFile | None, tuple[Problem, ...]]:
    """The answers, or None and every problem: half of somebody's answers would be somebody else's. Never raises."""
    if len(content) > MAX_FILE:
        right = f"An answer file has at most {MAX_FILE:,}."
        return None, (Problem(f"the file has more than {MAX_FILE:,} bytes.", right=right),)
    document, problems = parsed(content)
    if problems:
        return None, problems
    written = document.get(_MARK)
    if isinstance(written, bool) or not isinstance(written, int) or written < 1:
        right = "It is saved from an open exercise with “Save my answers”."
        return None, (Problem("this is not an answer file.", right=right),)
    if written > FORMAT:
        found = f"it was written by a newer version of this program, in format {written}."
        return None, (Problem(found, _MARK, right=f"This one reads format {FORMAT}."),)
    file, problems = read_record(document, AnswerFile)
    if file is not None:
        problems = (*problems, *_outside(file))
    return (None if problems else file), problems


def _says_something(answer: Answer) -> bool:
    match answer.standing:
        case Standing.ESTABLISHED | Standing.ALLEGED:
            return bool(answer.value)
        case Standing.DISPUTED:
            return bool(answer.prosecution and answer.defence)
        case _:
            return True


def _fact(answer: Answer) -> FactAnswered:
    """What of an answer its standing reads; the rest may be left from another standing."""
    match answer.standing:
        case Standing.ESTABLISHED | Standing.ALLEGED:
            return FactAnswered(answer.fact, answer.standing, value=answer.value)
        case Standing.DISPUTED:
            return FactAnswered(answer.fact, answer.standing, prosecution=answer.prosecution, defence=answer.defence)
        case _:
            return FactAnswered(answer.fact, answer.standing)


def _weights(case: Case, asked: Pack, accused: str, count: str) -> tuple[WeightAnswered, ...]:
    weighing = {step.id: step.weigh.facts for step in asked.steps if step.weigh is not None}
    found: dict[tuple[str, str], WeightAnswered] = {}
    for who, which in ((accused, count), (accused, ""), ("", count), ("", "")):
        for weight in case.weights:
            named = weight.fact in weighing.get(weight.step, ()) and bool(weight.word)
            if named and (weight.accused, weight.count) == (who, which):
                found.setdefault((weight.step, weight.fact), WeightAnswered(weight.step, weight.fact, weight.word))
    return tuple(found.values())


# ------------------------------------------------------------------------------------------------------------ limits


def _outside(file: AnswerFile) -> tuple[Problem, ...]:
    problems = []
    if not _SHEET.fullmatch(file.sheet):
        problems.append(Problem("this is no sheet number.", "sheet", right="It has 8 to 32 of 0–9 and a–f."))
    if not 1 <= file.vote <= MOST_VOTES:
        problems.append(Problem("this is no vote.", "vote", right=f"A vote is a number from 1 to {MOST_VOTES}."))
    for name, records in (("answers", file.answers), ("judgments", file.judgments), ("weights", file.weights)):
        if len(records) > MOST_ANSWERS:
            problems.append(Problem(f"there are {len(records):,}.", name, right=f"At most {MOST_ANSWERS:,} are read."))
    problems += _long_texts(file)
    for name, keys in (
        ("answers", [a.fact for a in file.answers]),
        ("judgments", [m.id for m in file.judgments]),
        ("weights", [f"{w.step} {w.fact}" for w in file.weights]),
    ):
        if len(set(keys)) < len(keys):
            problems.append(Problem("the same question is answered twice.", name))
    return tuple(problems)


def _long_texts(file: AnswerFile) -> list[Problem]:
    spoken: list[tuple[str, tuple[str, ...]]] = [("exercise", (file.exercise,))]
    spoken += [("guidance", (file.guidance.pack, file.guidance.edition, file.guidance.hash))]
    spoken += [(f"answers[{i}]", (a.fact, a.value, a.prosecution, a.defence)) for i, a in enumerate(file.answers)]
    spoken += [(f"judgments[{i}]", (m.id, m.value, *m.grounds)) for i, m in enumerate(file.judgments)]
    spoken += [(f"weights[{i}]", (w.step, w.fact, w.word)) for i, w in enumerate(file.weights)]
    right = f"A text has at most {LONGEST_TEXT} characters."
    return [
        Problem("a text is too long.", path, right=right)
        for path, texts in spoken
        if any(len(text) > LONGEST_TEXT for text in texts)
    ]
