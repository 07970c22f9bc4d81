"""The guidance shelf as a list: every pack with its editions, how far each may be trusted, and what was not read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from attrs import frozen

from sentencing.pack.library import EditionEntry, Library, PackEntry
from sentencing.pack.model import Head, Status
from ui.i18n import _, ngettext
from ui.models.shelf import country, is_training
from ui.models.texts import day
from ui.session.guidance_reading import Edition

_ORDER: Final = "\uffff"


@frozen
class EditionRow:
    """One line of the list; `edition` is None for one that is known to exist and was not read."""

    key: str
    title: str
    tag: str
    tone: str
    icon: str
    edition: Edition | None
    is_own: bool = False


@frozen
class ShelfGroup:
    """The editions of one pack under its country."""

    title: str
    rows: tuple[EditionRow, ...]


@frozen
class Place:
    """A folder of packs, and whether it is the user's own."""

    folder: Path
    is_own: bool


def shelf_groups(places: Sequence[Place], wanted: str = "") -> tuple[ShelfGroup, ...]:
    """The list, what is law first, newest editions first; only what holds all the wanted words."""
    found: dict[str, list[tuple[PackEntry, Place]]] = {}
    for place in places:
        for entry in Library((place.folder,)).packs():
            found.setdefault(entry.id, []).append((entry, place))
    groups = [_group(entries) for entries in sorted(found.values(), key=_order)]
    words = wanted.casefold().split()
    return tuple(each for each in (_matching(group, words) for group in groups) if each.rows)


def own_copy_of(rows: Sequence[ShelfGroup], key: str) -> EditionRow | None:
    """A row by its key."""
    return next((row for group in rows for row in group.rows if row.key == key), None)


def _order(entries: list[tuple[PackEntry, Place]]) -> tuple[bool, str, str]:
    entry = entries[0][0]
    return is_training(entry), country(entry), entry.id


def _group(entries: list[tuple[PackEntry, Place]]) -> ShelfGroup:
    first = entries[0][0]
    shipped = {each.id: each.path for entry, place in entries if not place.is_own for each in entry.editions}
    paths = [each.path for entry, _place in entries for each in entry.editions if each.head is not None]
    rows = [row for entry, place in entries for each in entry.editions for row in _rows(each, place, shipped, paths)]
    rows.sort(key=lambda row: row[0], reverse=True)
    place_name = country(first)
    title = first.title
    titled = title if not place_name or place_name in title else f"{place_name}, {title}"
    return ShelfGroup(titled, tuple(row for _age, row in rows))


def _rows(
    entry: EditionEntry, place: Place, shipped: dict[str, Path], paths: list[Path]
) -> Iterator[tuple[tuple[str, bool], EditionRow]]:
    head = entry.head
    first = head.edition.first if head is not None else ""
    is_copy = place.is_own and entry.id in shipped
    other = shipped[entry.id] if is_copy else _earlier(entry, paths)
    edition = Edition(entry.path, entry.path.parent, other, is_copy)
    tag, tone, icon = status_tag(head) if not entry.problems else _broken(entry)
    title = day(first) if first else entry.path.name
    if place.is_own:
        title = _("{edition}, your copy").format(edition=title)
    yield (first, place.is_own), EditionRow(str(entry.path), title, tag, tone, icon, edition, place.is_own)
    after = head.edition.unverified_after if head is not None else None
    if after is not None and not place.is_own:
        words = _("Not read, cannot be used")
        yield (after, False), EditionRow(f"{entry.path}#{after}", day(after), words, "caution", "ph.warning", None)


def _earlier(entry: EditionEntry, paths: list[Path]) -> Path | None:
    """The edition before this one in the same list: what it is compared with."""
    here = paths.index(entry.path) if entry.path in paths else 0
    return paths[here - 1] if here > 0 else None


def status_tag(head: Head | None) -> tuple[str, str, str]:
    """Word, tone and icon of a status."""
    match head.status if head is not None else None:
        case Status.OFFICIAL:
            return _("Official"), "info", "ph.check"
        case Status.REVIEWED:
            return _("Reviewed against its sources"), "info", "ph.check"
        case Status.TRAINING:
            return _("Training, not law"), "plain", ""
        case _:
            return _("Draft"), "plain", ""


def problem_tag(number: int) -> tuple[str, str, str]:
    """Word, tone and icon of an edition with problems."""
    return ngettext("{number} problem", "{number} problems", number), "error", "ph.warning-circle"


def _broken(entry: EditionEntry) -> tuple[str, str, str]:
    return problem_tag(len(entry.problems))


def _matching(group: ShelfGroup, words: list[str]) -> ShelfGroup:
    rows = [row for row in group.rows if all(w in f"{group.title} {row.title} {row.tag}".casefold() for w in words)]
    return ShelfGroup(group.title, tuple(rows))
