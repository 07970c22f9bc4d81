"""The trainer's own exercises: one file each, read before it is kept, written whole or not at all."""

from collections.abc import Iterator
from pathlib import Path

from sentencing.case.disk import replace_file
from sentencing.case.exercise import Exercise, read_exercise
from sentencing.case.exercise_making import exercise_text
from sentencing.errors import PackError

SUFFIX = ".yaml"
_MOST = 500_000
_FOR_ALL = 0o644
"""An exercise is made to go round."""


def exercises_in(folder: Path) -> Iterator[tuple[Path, Exercise]]:
    """The exercises of a folder that can be read, in the order of their names."""
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        exercise = _read(path)
        if exercise is not None:
            yield path, exercise


def add(chosen: Path, folder: Path) -> tuple[Path, Exercise]:
    """Read a file and keep a copy of it; PackError with all its problems when it is no exercise."""
    try:
        content = chosen.read_bytes()[: _MOST + 1]
    except OSError as wrong:
        raise PackError(f"'{chosen.name}' cannot be read: {wrong.strerror or type(wrong).__name__}") from wrong
    exercise, problems = read_exercise(content)
    if exercise is None:
        raise PackError(f"'{chosen.name}' is no exercise: {problems[0].sentence()}", problems)
    return keep(exercise, folder), exercise


def keep(exercise: Exercise, folder: Path) -> Path:
    """Write an exercise into a folder under its id; one of the same id is replaced. CaseFileError when that fails."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{exercise.id}{SUFFIX}"
    write(exercise, path)
    return path


def write(exercise: Exercise, path: Path) -> None:
    """Write an exercise where a person wants it."""
    replace_file(path, exercise_text(exercise).encode(), mode=_FOR_ALL)


def remove(path: Path) -> None:
    """Delete one of the trainer's own; PackError when the disk refuses."""
    try:
        path.unlink(missing_ok=True)
    except OSError as wrong:
        raise PackError(f"'{path.name}' cannot be deleted: {wrong.strerror or type(wrong).__name__}") from wrong


def _read(path: Path) -> Exercise | None:
    try:
        exercise, _problems = read_exercise(path.read_bytes()[: _MOST + 1])
    except OSError:  # one file that cannot be read leaves the others on the shelf
        return None
    return exercise
