"""The packs on disk: found in folders, listed by their heads alone, read whole when one is wanted."""

from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

from attrs import define, field, frozen

from sentencing.errors import PackError, Problem
from sentencing.pack.editions import edition_problems
from sentencing.pack.model import Head, Pack, Status
from sentencing.pack.read_head import read_head
from sentencing.pack.reader import read_pack
from sentencing.pack.source import MAX_BYTES, MapNode, decoded, read_nodes
from sentencing.pack.spots import Report, Spot, listed, nearest_of

_SIGNATURE = tuple[tuple[str, int, int], ...]
SUFFIX: Final = ".yaml"


@frozen
class EditionEntry:
    """One file of a pack; `head` is None when even that cannot be read, and `problems` say why."""

    path: Path
    head: Head | None
    problems: tuple[Problem, ...] = ()

    @property
    def id(self) -> str:
        """The edition's id; the file's name when the head cannot be read."""
        return self.head.edition.id if self.head is not None else self.path.stem

    @property
    def status(self) -> Status | None:
        """How far the edition may be trusted."""
        return self.head.status if self.head is not None else None


@frozen
class PackEntry:
    """One pack, listed: its newest edition's words, and all editions from oldest to newest."""

    id: str
    title: str
    country: str
    folder: Path
    editions: tuple[EditionEntry, ...]
    problems: tuple[Problem, ...] = ()
    """What is wrong with the editions as a set: overlaps and gaps."""

    @property
    def newest(self) -> EditionEntry:
        """The edition that a new case starts with when nothing else is asked for."""
        return next((each for each in reversed(self.editions) if each.head is not None), self.editions[-1])

    def heads(self) -> tuple[Head, ...]:
        """The heads that could be read, for `choose_edition`."""
        return tuple(each.head for each in self.editions if each.head is not None)


def standard_folder() -> Path:
    """The guidance that ships: `guidance/` beside the code, or the package's own data when it is installed."""
    beside = Path(__file__).resolve().parents[2] / "guidance"
    return beside if beside.is_dir() else Path(str(files("sentencing"))) / "_guidance"


@define
class Library:
    """Finds packs in folders; a later folder's pack takes the place of an earlier one's with the same id."""

    folders: tuple[Path, ...]
    _heads: dict[tuple[str, int, int], EditionEntry] = field(factory=dict, init=False, repr=False)
    _packs: dict[_SIGNATURE, Pack] = field(factory=dict, init=False, repr=False)

    @classmethod
    def standard(cls, added: Iterable[Path] = ()) -> "Library":
        """The guidance that ships, and added folders."""
        return cls((standard_folder(), *added))

    def packs(self) -> tuple[PackEntry, ...]:
        """Every pack, sorted by title; reads only heads, and each only once until its file changes."""
        found: dict[str, PackEntry] = {}
        for folder in self.folders:
            for each in _subfolders(folder):
                entry = self._entry(each, _editions_in(each))
                if entry is not None:
                    found[entry.id] = entry
        return tuple(sorted(found.values(), key=lambda entry: (entry.title.casefold(), entry.id)))

    def find(self, name: str | Path) -> PackEntry:
        """A pack by id, by folder or by the path of one edition's file; PackError with the nearest name otherwise."""
        packs = self.packs()
        for entry in packs:
            if entry.id == str(name):
                return entry
        path = Path(name)
        paths = _editions_in(path) if path.is_dir() else [path] if path.suffix == SUFFIX and path.is_file() else []
        here = self._entry(path if path.is_dir() else path.parent, paths)
        if here is not None:
            return here
        ids = [entry.id for entry in packs]
        near = nearest_of(str(name), ids)
        hint = f" Did you mean '{near}'?" if near else f" There are {listed(ids, 'and')}."
        raise PackError(f"there is no pack '{name}'.{hint}")

    def editions(self, pack_id: str | Path) -> tuple[EditionEntry, ...]:
        """The editions of a pack from oldest to newest."""
        return self.find(pack_id).editions

    def read(self, pack_id: str | Path, edition_id: str = "") -> Pack:
        """A pack whole, its newest edition unless one is named; PackError with all problems when it cannot be used."""
        entry = self.find(pack_id)
        edition = entry.newest if not edition_id else next((e for e in entry.editions if e.id == edition_id), None)
        if edition is None:
            known = listed([each.id for each in entry.editions], "and")
            raise PackError(f"the pack '{entry.id}' has no edition '{edition_id}'; there are {known}")
        return self._read(edition, entry.folder)

    def _read(self, edition: EditionEntry, folder: Path) -> Pack:
        signature = _signature(edition.path, folder)
        pack = self._packs.get(signature)
        if pack is None:
            read, problems = read_pack(_content(edition.path), folder)
            if read is None:
                raise PackError(f"'{edition.path}' cannot be used: {problems[0].sentence()}", problems)
            pack = self._packs[signature] = read
        return pack

    def _entry(self, folder: Path, paths: Sequence[Path]) -> PackEntry | None:
        editions = sorted((self._head(path) for path in paths), key=_age)
        if not editions:
            return None
        heads = [each.head for each in editions if each.head is not None]
        newest = heads[-1] if heads else None
        return PackEntry(
            id=newest.id if newest is not None else folder.name,
            title=newest.title if newest is not None else folder.name,
            country=newest.country if newest is not None else "",
            folder=folder,
            editions=tuple(editions),
            problems=edition_problems(heads),
        )

    def _head(self, path: Path) -> EditionEntry:
        key = _stamp(path)
        entry = self._heads.get(key)
        if entry is None:
            entry = self._heads[key] = _read_entry(path)
        return entry


def _read_entry(path: Path) -> EditionEntry:
    try:
        content = _content(path)
    except PackError as wrong:
        return EditionEntry(path, None, (Problem(str(wrong)),))
    text, problems = decoded(content)
    if problems:
        return EditionEntry(path, None, problems)
    root, problems = read_nodes(text, until="pack")
    if not isinstance(root, MapNode) or "pack" not in root.entries:
        return EditionEntry(path, None, problems or (Problem("the file has no 'pack:'."),))
    report = Report(list(problems))
    head = read_head(Spot(root.entries["pack"][1], "pack", report))
    return EditionEntry(path, head, tuple(report.problems))


def _content(path: Path) -> bytes:
    """A file's bytes, or enough of them to see that it is too long."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as wrong:
        raise PackError(f"'{path}' cannot be read: {wrong.strerror or type(wrong).__name__}") from wrong


def _subfolders(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir())
    except OSError:  # an added folder that is gone has no packs; the ones that ship are still there
        return []


def _editions_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.suffix == SUFFIX and each.is_file())
    except OSError:
        return []


def _age(entry: EditionEntry) -> tuple[str, str]:
    return (entry.head.edition.first if entry.head is not None else "", entry.path.name)


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        found = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), found.st_mtime_ns, found.st_size


def _signature(path: Path, folder: Path) -> _SIGNATURE:
    """What a read pack depends on: its own file and those beside it."""
    beside = sorted(each for name in ("tables", "texts", "memo") for each in (folder / name).glob("*"))
    vectors = sorted(folder.glob("*.csv"))
    return tuple(_stamp(each) for each in (path, *beside, *vectors))
