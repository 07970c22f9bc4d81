"""A folder of answer files: those of one exercise are received, every other file is listed with what is wrong."""

import errno
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from attrs import frozen

from sentencing.case.assign import question
from sentencing.case.class_room.answer_file import MAX_FILE, SUFFIX, AnswerFile, case_answered, read_answers
from sentencing.case.exercise import Exercise
from sentencing.engine.assignment import Question
from sentencing.engine.evaluate import Outcome, outcome
from sentencing.engine.forks import open_gates
from sentencing.engine.law import law_of
from sentencing.engine.sealing import open_pack
from sentencing.errors import CaseFileError, Problem, Severity
from sentencing.pack.model import Pack

MOST_FILES: Final = 500
_MOST_OTHERS: Final = 100
"""So many other files are listed by name; a folder may hold anything."""

GoesOn = Callable[[int, int], bool]
"""Told how many of how many are done; False stops."""


@frozen
class Participant:
    """One participant in one vote: what was answered, what the engine is asked, and what it gives as established."""

    file: AnswerFile
    question: Question
    outcome: Outcome


@frozen
class Refused:
    """A file that is not counted, and why."""

    name: str
    problems: tuple[Problem, ...]


@frozen
class Gathered:
    """A folder as it was read."""

    participants: tuple[Participant, ...]
    refused: tuple[Refused, ...]
    beyond: int = 0
    """Answer files that were not read because there are more than `MOST_FILES`."""


def gather(folder: Path, exercise: Exercise, pack: Pack, goes_on: GoesOn | None = None) -> Gathered | None:
    """Everybody's answers to an exercise, by file name; None when it was stopped. CaseFileError without a folder."""
    names, others = _names(folder)
    read = names[:MOST_FILES]
    asked = open_pack(pack)
    refused = [Refused(name, (Problem("this is not an answer file."),)) for name in others[:_MOST_OTHERS]]
    taken: dict[tuple[str, int], Participant] = {}
    for number, name in enumerate(read):
        if goes_on is not None and not goes_on(number, len(read)):
            return None
        found = _participant(folder / name, exercise, asked, pack.hash)
        if isinstance(found, Participant):
            earlier = taken.setdefault((found.file.sheet, found.file.vote), found)
            if earlier is found:
                continue
            same = earlier.file == found.file
            found = (_COPY if same else _OTHER_COPY,)
        refused.append(Refused(name, found))
    if goes_on is not None:
        goes_on(len(read), len(read))
    return Gathered(tuple(taken.values()), tuple(sorted(refused, key=_name)), len(names) - len(read))


_COPY: Final = Problem("it is a copy of another file in this folder, and counted once.", severity=Severity.WARNING)
_OTHER_COPY: Final = Problem(
    "the same sheet stands in this folder with other answers; the first by name counts.", severity=Severity.WARNING
)


def _participant(path: Path, exercise: Exercise, asked: Pack, hash_: str) -> Participant | tuple[Problem, ...]:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as wrong:
        return (Problem(f"it cannot be read: {wrong.strerror or 'the disk refuses'}."),)
    answers, problems = read_answers(content)
    if answers is None:
        return problems
    problems = tuple(_foreign(answers, exercise, hash_))
    if problems:
        return problems
    case = case_answered(answers, exercise, asked)
    said, problems = question(case, asked, case.accused[0].id, case.counts[0].id)
    wrong_for_it = tuple(each for each in problems if each.severity is Severity.ERROR)
    if wrong_for_it:
        return wrong_for_it
    gates = open_gates(law_of(asked), said)
    return Participant(answers, said, outcome(asked, said.established, open_gates=gates))


def _foreign(answers: AnswerFile, exercise: Exercise, hash_: str) -> Iterator[Problem]:
    if answers.exercise != exercise.id:
        yield Problem(f"it answers another exercise, '{answers.exercise[:60]}'.", "exercise")
        return
    guidance = answers.guidance
    if (guidance.pack, guidance.edition) != (exercise.pack, exercise.edition):
        yield Problem("it was made under other guidance.", "guidance")
    elif guidance.hash != hash_:
        right = "Answers can be compared only under the same text."
        yield Problem("the guidance on that machine reads differently from the one here.", "guidance.hash", right=right)


def _names(folder: Path) -> tuple[list[str], list[str]]:
    try:
        files = sorted(each.name for each in folder.iterdir() if each.is_file() and not each.name.startswith("."))
    except OSError as wrong:
        reason = "there is no such folder" if wrong.errno == errno.ENOENT else wrong.strerror or "it cannot be read"
        raise CaseFileError(f"'{folder.name}' cannot be opened: {reason}") from wrong
    ours = [name for name in files if name.lower().endswith(SUFFIX)]
    return ours, [name for name in files if not name.lower().endswith(SUFFIX)]


def _name(refused: Refused) -> str:
    return refused.name
