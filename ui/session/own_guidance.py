"""The user's own guidance: a pack is read and checked before a copy of it is kept, and nothing in it is ever run."""

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

from attrs import frozen

from sentencing.errors import PackError, Problem, Severity
from sentencing.pack.reader import read_pack
from sentencing.pack.source import MAX_BYTES

KEPT: Final = {"tables": {".csv"}, "texts": {".yaml"}, "memo": {".j2"}, "exercises": {".yaml"}}
"""What stands beside an edition and is copied with it; everything else stays where it is."""
_BYTES_AT_MOST: Final = 20_000_000


@frozen
class Found:
    """What a chosen place holds: the pack's id, its editions that can be read, and what is wrong with the others."""

    folder: Path
    pack: str
    editions: tuple[Path, ...]
    problems: tuple[tuple[Path, tuple[Problem, ...]], ...]


def look_at(chosen: Path) -> Found:
    """Read and check what a person chose, a folder or one edition's file; PackError when nothing in it can be used."""
    folder = chosen if chosen.is_dir() else chosen.parent
    paths = sorted(folder.glob("*.yaml")) if chosen.is_dir() else [chosen]
    good: list[Path] = []
    wrong: list[tuple[Path, tuple[Problem, ...]]] = []
    ids: set[str] = set()
    for path in paths:
        pack, problems = read_pack(_content(path), folder)
        if pack is None:
            wrong.append((path, tuple(each for each in problems if each.severity is Severity.ERROR)))
        else:
            good.append(path)
            ids.add(pack.head.id)
    if not good:
        problems = wrong[0][1] if wrong else ()
        said = f"'{chosen.name}' holds no guidance that can be used"
        raise PackError(f"{said}: {problems[0].sentence()}" if problems else said, problems)
    if len(ids) > 1:
        raise PackError(f"'{chosen.name}' holds more than one pack: {', '.join(sorted(ids))}. Choose one file.")
    return Found(folder, ids.pop(), tuple(good), tuple(wrong))


def add(found: Found, own: Path) -> Path:
    """Copy the good editions and what stands beside them to the user's own folder; returns the pack's folder there.

    An edition of the same name is replaced. Copied whole or not at all.
    """
    target = own / found.pack
    own.mkdir(parents=True, exist_ok=True)
    made = Path(mkdtemp(prefix=".new-", dir=own))
    try:
        if target.is_dir():
            shutil.copytree(target, made, dirs_exist_ok=True)
        for path in _files(found):
            place = made / path.relative_to(found.folder)
            place.parent.mkdir(exist_ok=True)
            shutil.copyfile(path, place)
        made.chmod(0o755)
        if target.is_dir():
            shutil.rmtree(target)
        made.replace(target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return target


def remove(edition: Path, own: Path) -> None:
    """Take one edition out of the user's own folder, and with the last one the pack's folder; nothing else."""
    folder = edition.parent
    if folder.parent != own:
        raise PackError("only guidance that was added can be removed")
    edition.unlink(missing_ok=True)
    if not any(folder.glob("*.yaml")):
        shutil.rmtree(folder, ignore_errors=True)


def _files(found: Found) -> list[Path]:
    beside = [path for name, kinds in KEPT.items() for path in (found.folder / name).glob("*") if path.suffix in kinds]
    vectors = sorted(found.folder.glob("*.csv"))
    files = [path for path in (*found.editions, *beside, *vectors) if path.is_file() and not path.is_symlink()]
    if sum(path.stat().st_size for path in files) > _BYTES_AT_MOST:
        raise PackError(f"'{found.folder.name}' is too large for guidance: more than {_BYTES_AT_MOST:,} bytes")
    return files


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as wrong:
        raise PackError(f"'{path.name}' cannot be read: {wrong.strerror or type(wrong).__name__}") from wrong
