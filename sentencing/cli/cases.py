"""The case that a command names: a case file, or an exercise by its path or id."""

import sys
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from sentencing.case.exercise import case_of, read_exercise
from sentencing.case.file import SUFFIX, open_case
from sentencing.case.guidance import Copy
from sentencing.case.model import Case
from sentencing.cli import FINE, PROBLEMS
from sentencing.errors import CaseFileError, Problem, Severity
from sentencing.pack.library import Library
from sentencing.pack.model import Pack
from sentencing.pack.spots import nearest_of


@frozen
class Named:
    """The open case that was named, the guidance it is assessed under, and what could not be read."""

    case: Case
    pack: Pack
    problems: tuple[Problem, ...] = ()
    guidance: Copy | None = None
    """The file's own copy of its guidance, where it has one."""


def tell(problems: Iterable[Problem]) -> int:
    """Write problems to standard error; 1 when one of them is an error and not only a warning."""
    code = FINE
    for problem in dict.fromkeys(problems):
        sys.stderr.write(f"{problem.sentence()}\n")
        code = PROBLEMS if problem.severity is Severity.ERROR else code
    return code


def named(name: str) -> Named:
    """The case of a name; CaseFileError when there is none, or with its problems when it cannot be read."""
    library = Library.standard()
    path = Path(name)
    if path.suffix == SUFFIX:
        return _case_file(path, library)
    if path.suffix in (".yaml", ".yml"):
        return _exercise(path, library)
    exercises = {each.stem: each for each in _exercises(library)}
    if name in exercises:
        return _exercise(exercises[name], library)
    if path.is_file():
        return _case_file(path, library)
    near = nearest_of(name, exercises)
    hint = f" Did you mean '{near}'?" if near else f" A case file ends in {SUFFIX}, an exercise in .yaml."
    raise CaseFileError(f"there is no case or exercise '{name}'.{hint}")


def _exercises(library: Library) -> list[Path]:
    return [path for entry in library.packs() for path in sorted((entry.folder / "exercises").glob("*.yaml"))]


def _case_file(path: Path, library: Library) -> Named:
    found = open_case(path)
    if found.case is None:
        raise CaseFileError(f"'{path.name}' holds no case that can be read", found.problems)
    reference = found.case.guidance
    pack = found.pack if found.pack is not None else library.read(reference.pack, reference.edition)
    return Named(found.case, pack, found.problems, found.guidance)


def _exercise(path: Path, library: Library) -> Named:
    try:
        content = path.read_bytes()
    except OSError as wrong:
        raise CaseFileError(f"'{path}' cannot be read: {wrong.strerror or type(wrong).__name__}") from wrong
    exercise, problems = read_exercise(content)
    if exercise is None:
        raise CaseFileError(f"'{path}' is not an exercise that can be read", problems)
    pack = library.read(exercise.pack, exercise.edition)
    wrong_for_it = exercise.problems(pack)
    if wrong_for_it:
        raise CaseFileError(f"'{path}' does not fit its guidance", wrong_for_it)
    return Named(case_of(exercise, pack), pack)
