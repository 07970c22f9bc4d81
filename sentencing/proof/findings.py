"""What is wrong with a pack being written, each under the exact words it is about, failing examples included."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from attrs import frozen

from sentencing.engine.answers import AnswerReader
from sentencing.errors import Problem, Severity
from sentencing.locale import Catalogue
from sentencing.pack.differences import Difference, DifferenceKind
from sentencing.pack.model import Pack
from sentencing.pack.wording import Wording, inside
from sentencing.proof.effect import alone
from sentencing.proof.examples import run_example
from sentencing.proof.proving import Proved

_CLOSING: Final = {"[": "]", "{": "}", '"': '"', "'": "'"}
_BLAMED_AT_MOST: Final = 24
"""Differences that are tried one by one; a copy that differs in more is another pack."""


@frozen
class Finding:
    """One problem and the words it stands under: `start` to `end` of the line, counted from 0; equal where unknown."""

    line: int
    start: int
    end: int
    says: str
    severity: Severity

    @property
    def is_error(self) -> bool:
        """Whether it refuses the pack or breaks a proof."""
        return self.severity is Severity.ERROR


def findings_of(text: str, problems: Iterable[Problem]) -> tuple[Finding, ...]:
    """The problems of a reader or a check, each with its words; those without a place come first."""
    lines = text.split("\n")
    return tuple(sorted((_finding(lines, problem) for problem in problems), key=lambda each: (each.line, each.start)))


def failing_examples(
    pack: Pack, original: Pack | None, changed: Iterable[Difference], proved: Iterable[Proved], language: Catalogue
) -> tuple[Finding, ...]:
    """The examples that fail: under the changed line that makes them fail, or else at the example itself."""
    failed = {each.result.example.id: each for each in proved if not each.result.holds}
    if not failed:
        return ()
    wording = Wording(language, pack)
    found: list[Finding] = []
    blamed: set[str] = set()
    if original is not None:
        for finding, ids in _blamed(pack, original, changed, failed, wording):
            found.append(finding)
            blamed |= ids
    lines = pack.text.split("\n")
    for id_, each in failed.items():
        if id_ not in blamed:
            title, line = each.result.example.title, each.result.example.place.line
            says = wording.say("The worked example “{title}” fails. {got}", title=title, got=_got(each, wording))
            found.append(_finding(lines, Problem(says, line=line, column=1)))
    return tuple(sorted(found, key=lambda each: (each.line, each.start)))


def words_at(line: str, column: int) -> tuple[int, int]:
    """Where the words at a column begin and end: a bracket to its closing one, a quotation, or up to the next mark."""
    start = max(min(column - 1, len(line)), 0)
    while start < len(line) and line[start] in " -" and line[: start + 1].strip(" -") == "":
        start += 1
    if start >= len(line):
        return 0, len(line.rstrip())
    closing = _CLOSING.get(line[start], "")
    if closing:
        return start, _closed(line, start, closing)
    end = start
    while end < len(line) and line[end] not in ",]}" and not line.startswith((": ", " #"), end):
        end += 1
    return start, max(len(line[:end].rstrip(" :")), start)


def _closed(line: str, start: int, closing: str) -> int:
    depth = 0
    for at in range(start, len(line)):
        if line[at] == closing and (at > start or line[start] != closing):
            depth -= 1
            if depth <= 0:
                return at + 1
        elif line[at] == line[start]:
            depth += 1
    return len(line.rstrip())


def _finding(lines: list[str], problem: Problem) -> Finding:
    says = problem.sentence().removeprefix(f"line {problem.line}: ")
    if problem.path and says.startswith(f"{problem.path}: "):
        says = says.removeprefix(f"{problem.path}: ")
        says = f"{says[:1].upper()}{says[1:]}"
    if problem.example:
        says = f"{says} ({', '.join(f'{name}: {value}' for name, value in problem.example)})"
    if not 0 < problem.line <= len(lines):
        return Finding(0, 0, 0, f"{problem.path}: {says}" if problem.path else says, problem.severity)
    start, end = words_at(lines[problem.line - 1], problem.column or 1)
    return Finding(problem.line, start, end, says, problem.severity)


def _blamed(
    pack: Pack, original: Pack, changed: Iterable[Difference], failed: dict[str, Proved], wording: Wording
) -> Iterator[tuple[Finding, set[str]]]:
    """For each changed line, the failing examples that already turn out differently with that change alone."""
    kinds = (DifferenceKind.NUMBER, DifferenceKind.RULE)
    parts = dict.fromkeys(each.part for each in changed if each.kind in kinds and each.line)
    where = _changed_words(original.text, pack.text)
    sound = set(failed) - _failing(original, failed)
    for part in list(parts)[:_BLAMED_AT_MOST]:
        only = alone(original, pack, part)
        if only is None:
            continue
        ids = sound & _failing(only, failed)
        lines = [each.line for each in changed if each.part == part and each.line]
        place = next((one for one in where if min(lines) <= one[0] <= _end_of(pack, part, max(lines))), None)
        if ids and place is not None:
            first = next(each for id_, each in failed.items() if id_ in ids)
            counted = wording.counted(
                "{n} worked example fails because of this line.",
                "{n} worked examples fail because of this line.",
                len(ids),
            )
            says = wording.say(
                "{counted} The first: {title}. {got}",
                counted=counted,
                title=first.result.example.title,
                got=_got(first, wording),
            )
            yield Finding(*place, says, Severity.ERROR), ids


def _failing(pack: Pack, examples: dict[str, Proved]) -> set[str]:
    """Which of the examples fail under a pack."""
    reader = AnswerReader(pack, whole=True)
    return {id_ for id_, each in examples.items() if not run_example(reader, each.result.example).holds}


def _changed_words(before: str, after: str) -> tuple[tuple[int, int, int], ...]:
    """(line, start, end) of what was changed or added, line by line."""
    old, new = before.split("\n"), after.split("\n")
    found: list[tuple[int, int, int]] = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag not in ("replace", "insert"):
            continue
        for at in range(start, end):
            was = old[first + at - start] if first + at - start < last else ""
            found.append((at + 1, *_differing(was, new[at])))
    return tuple(found)


def _differing(was: str, now: str) -> tuple[int, int]:
    """From the first letter that differs to the last, widened to whole words."""
    start = 0
    while start < min(len(was), len(now)) and was[start] == now[start]:
        start += 1
    tail = 0
    while tail < min(len(was), len(now)) - start and was[-1 - tail] == now[-1 - tail]:
        tail += 1
    end = max(len(now) - tail, start)
    while start > 0 and now[start - 1].isalnum():
        start -= 1
    while end < len(now) and now[end].isalnum():
        end += 1
    return start, end


def _end_of(pack: Pack, part: str, line: int) -> int:
    """The last line of a step or table: the one before the next part begins."""
    section = part.partition(".")[0]
    parts = pack.steps if section == "steps" else tuple(pack.tables.values())
    starts = sorted(each.place.line for each in parts)
    return next((start - 1 for start in starts if start > line), pack.text.count("\n") + 1)


def _got(each: Proved, wording: Wording) -> str:
    """`Expected points 16, got 18.`, for the first thing that does not hold."""
    if each.result.problems:
        return each.result.problems[0].sentence()
    check = each.result.failed[0]
    register = wording.pack.registers.get(check.what)
    what = inside(register.title or check.what) if register is not None else check.what
    return wording.say(
        "Expected {what} {expected}, got {got}.", what=what, expected=check.expected, got=check.got or "—"
    )
