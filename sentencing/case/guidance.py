"""The copy of its guidance that a case file carries, so that the case still computes when the shelf has changed."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from attrs import evolve

from sentencing.case.archive import GUIDANCE, is_allowed
from sentencing.errors import CaseFileError, Problem
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack

Copy = Mapping[str, bytes]
"""Member name → content, all below `guidance/`: the edition as it was read, its tables, texts and memo sections."""

_MEMO: Final = f"{GUIDANCE}memo/"
_SECTION: Final = ".md.j2"
_BESIDE: Final = ("*.csv", "tables/*.csv", "texts/{edition}.*.yaml", "memo/*.md.j2")


@lru_cache(maxsize=16)
def copy_of(pack: Pack) -> Copy:
    """The copy of a pack that was read from its folder; made once for each pack that was read."""
    edition = pack.head.edition.id
    found = {f"{GUIDANCE}{edition}.yaml": pack.text.encode()}
    folder = Path(pack.folder) if pack.folder else None
    for pattern in _BESIDE if folder is not None else ():
        assert folder is not None
        for path in folder.glob(pattern.format(edition=edition)):
            name = f"{GUIDANCE}{path.relative_to(folder).as_posix()}"
            if is_allowed(name):
                found[name] = _content(path)
    return found


def holds(members: Copy, pack: Pack) -> bool:
    """Whether a copy is of this very edition."""
    return members.get(f"{GUIDANCE}{pack.head.edition.id}.yaml") == pack.text.encode()


def memo_sections(members: Copy) -> dict[str, str]:
    """The pack's own sections of the memo, by name."""
    names = [name for name in members if name.startswith(_MEMO) and name.endswith(_SECTION)]
    return {name.removeprefix(_MEMO).removesuffix(_SECTION): members[name].decode("utf-8", "replace") for name in names}


def read_copy(members: Copy) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The pack of a copy, and what is wrong with it; problems name the member."""
    editions = [
        name for name in members if name.startswith(GUIDANCE) and name.count("/") == 1 and name.endswith(".yaml")
    ]
    if len(editions) != 1:
        found = "the file has no copy of its guidance." if not editions else "the file has several copies of guidance."
        return None, (Problem(found, GUIDANCE),)
    try:
        pack, problems = _read(members, editions[0])
    except OSError as wrong:
        return None, (Problem(f"the copy could not be laid out to be read: {wrong.strerror}.", GUIDANCE),)
    told = tuple(evolve(each, path=f"{editions[0]}: {each.path}" if each.path else editions[0]) for each in problems)
    return (evolve(pack, folder="") if pack is not None else None), told


def _read(members: Copy, edition: str) -> tuple[Pack | None, tuple[Problem, ...]]:
    """Packs read their tables from a folder. Guidance is public; nothing of the case is laid there."""
    with TemporaryDirectory(prefix="guidance-") as place:
        folder = Path(place)
        for name, content in members.items():
            path = folder / name.removeprefix(GUIDANCE)
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        return read_pack(members[edition], folder)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise CaseFileError(f"the guidance beside '{path.name}' cannot be read: {wrong.strerror}") from wrong
