"""The case file, `.sentencing`: saved whole or not at all, opened within limits, and never trusted.

    case.json       the open case                         guidance/   the edition as it was read
    result.json     what it gave, with which engine       key.age, sealed.age   the sealed part (`sealed.py`)

The same case gives the same bytes, but for the sealed part.
"""

import errno
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from attrs import field, frozen

from sentencing.case.archive import CASE, GUIDANCE, KEY, MAX_FILE, RESULT, SEALED, archive, members_of
from sentencing.case.disk import replace_file
from sentencing.case.guidance import Copy, copy_of, holds, read_copy
from sentencing.case.json_form import case_bytes, read_case
from sentencing.case.model import Case
from sentencing.case.recorded import Comparison, compared, read_recorded, recorded_bytes, recorded_now
from sentencing.case.sealed import Seal
from sentencing.errors import CaseFileError, Problem, Severity
from sentencing.pack.model import Pack

SUFFIX: Final = ".sentencing"


@frozen
class OpenedCase:
    """A case file as far as it could be read; `case` None when not even its case could be."""

    case: Case | None
    pack: Pack | None
    """The pack of the copy in the file, or the library's when that is the same edition with the same hash."""
    guidance: Copy = field(repr=False)
    """To be given to `save_case`, so that the file keeps the guidance it was made with."""
    seal: Seal | None = field(repr=False)
    problems: tuple[Problem, ...]
    read_only: bool
    """Whether saving over the file would lose something that this version cannot read."""
    comparison: Comparison | None


def save_case(path: Path, case: Case, pack: Pack, seal: Seal, *, guidance: Copy | None = None) -> None:
    """Save a case over what stands at `path`; CaseFileError when that fails, with the old file untouched.

    `seal` is the one that the case was opened with, or a new case's `empty_seal()`, made beforehand by the worker.
    `guidance` is the copy that it was opened with; without one, or when the case has since gone over to another
    edition, the copy is made from the pack's own folder.
    """
    replace_file(path, _whole(case, pack, guidance, seal))


def save_recovery(
    path: Path, case: Case, pack: Pack, *, guidance: Copy | None = None, seal: Seal | None = None
) -> None:
    """Save what a crash would lose, beside the case and in the same form; without a seal it has no sealed members."""
    replace_file(path, _whole(case, pack, guidance, seal))


def open_case(path: Path) -> OpenedCase:
    """Open a case file and compute it again; CaseFileError only when the file cannot be read from disk."""
    try:
        with path.open("rb") as file:
            content = file.read(MAX_FILE + 1)
    except OSError as wrong:
        reason = "there is no such file" if wrong.errno == errno.ENOENT else wrong.strerror or "it cannot be read"
        raise CaseFileError(f"'{path.name}' cannot be opened: {reason}") from wrong
    return opened(content)


def opened(content: bytes) -> OpenedCase:
    """The same from the bytes of a file; never raises."""
    members, damage = members_of(content)
    problems = [*damage]
    case: Case | None = None
    if CASE in members:
        case, found = read_case(members[CASE])
        problems += _inside(CASE, found)
    elif not any(problem.path in (CASE, "") for problem in damage):
        problems.append(Problem("the file holds no case.", CASE))
    guidance = {name: each for name, each in members.items() if name.startswith(GUIDANCE)}
    pack, found = read_copy(guidance) if members else (None, ())
    problems += [each for each in found if pack is None or each.severity is Severity.ERROR]
    if case is not None and pack is not None and (pack.head.id, pack.head.edition.id) != _edition_of(case):
        problems.append(Problem("the copy of the guidance is not of the edition that the case names.", GUIDANCE))
    comparison = None
    if RESULT in members:
        recorded, found = read_recorded(members[RESULT])
        problems += _inside(RESULT, found)
        if case is not None and pack is not None and recorded is not None:
            comparison = compared(recorded, recorded_now(case, pack))
    seal, halved = _seal(members)
    problems += halved
    return OpenedCase(case, pack, guidance, seal, tuple(problems), bool(problems), comparison)


def _whole(case: Case, pack: Pack, guidance: Copy | None, seal: Seal | None) -> bytes:
    members = {
        **(guidance if guidance is not None and holds(guidance, pack) else copy_of(pack)),
        CASE: case_bytes(case),
        RESULT: recorded_bytes(recorded_now(case, pack)),
    }
    return archive(members if seal is None else members | {KEY: seal.key, SEALED: seal.part})


def _edition_of(case: Case) -> tuple[str, str]:
    return case.guidance.pack, case.guidance.edition


def _seal(members: Mapping[str, bytes]) -> tuple[Seal | None, tuple[Problem, ...]]:
    key, part = members.get(KEY), members.get(SEALED)
    if key is not None and part is not None:
        return Seal(key, part), ()
    if key is None and part is None:
        return None, ()
    return None, (Problem("half of the sealed part is missing.", KEY if key is None else SEALED),)


def _inside(member: str, problems: tuple[Problem, ...]) -> list[Problem]:
    return [
        Problem(p.message, f"{member}: {p.path}" if p.path else member, p.line, p.column, p.right, p.nearest)
        for p in problems
    ]
