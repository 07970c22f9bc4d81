"""Packs on disk: what ships is found, what is added too, and what cannot be read says why."""

from pathlib import Path

import pytest

from sentencing.errors import PackError
from sentencing.pack.library import Library
from tests.engine.pack.small import SMALL

TEXT = SMALL.replace("WHEN", "{danger: yes}").replace("VERBS", "add: {points: 1}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "1.yaml").write_text(TEXT.replace("from: 2026-01-01", "from: 2026-01-01, to: 2026-12-31"))
    second = TEXT.replace('"1", from: 2026-01-01', '"2", from: 2027-01-01').replace("A small pack", "A newer pack")
    (tmp_path / "small" / "2.yaml").write_text(second)
    return tmp_path


def test_the_packs_that_ship_are_found_and_read() -> None:
    library = Library.standard()
    assert {"protocol-baseline", "training-scheme"} <= {entry.id for entry in library.packs()}
    for entry in library.packs():
        assert entry.problems == ()
        for edition in entry.editions:
            assert edition.problems == ()
            assert library.read(entry.id, edition.id).head.edition.id == edition.id


def test_a_pack_is_listed_under_its_newest_edition_and_read_in_any(folder: Path) -> None:
    library = Library((folder,))
    (entry,) = library.packs()
    assert (entry.title, [edition.id for edition in entry.editions]) == ("A newer pack", ["1", "2"])
    assert library.read("small").head.edition.id == "2"
    assert library.read("small", "1").head.edition.id == "1"


def test_a_pack_is_found_by_id_by_folder_and_by_file(folder: Path) -> None:
    library = Library((folder,))
    assert library.find("small").id == library.find(folder / "small").id == "small"
    assert [each.id for each in library.find(folder / "small" / "1.yaml").editions] == ["1"]
    assert Library(()).read(folder / "small" / "1.yaml").head.id == "small"


def test_an_unknown_pack_or_edition_is_told_the_nearest(folder: Path) -> None:
    library = Library((folder,))
    with pytest.raises(PackError, match="Did you mean 'small'"):
        library.find("smal")
    with pytest.raises(PackError, match="there are 1 and 2"):
        library.read("small", "3")


def test_a_pack_that_cannot_be_used_raises_with_all_its_problems(folder: Path) -> None:
    (folder / "small" / "2.yaml").write_text(TEXT.replace("danger: yes", "dangr: yes").replace("points: 1", "point: 1"))
    with pytest.raises(PackError) as wrong:
        Library((folder,)).read("small")
    assert len([problem for problem in wrong.value.problems if problem.severity.value == "error"]) >= 2


def test_an_edition_whose_head_cannot_be_read_is_listed_with_the_reason(folder: Path) -> None:
    (folder / "small" / "3.yaml").write_text("guidance: 1\npack: {id: small}\n")
    (folder / "small" / "4.yaml").write_bytes(b"\xff\xfe")
    (entry,) = Library((folder,)).packs()
    unread = [edition for edition in entry.editions if edition.head is None]
    assert [edition.id for edition in unread] == ["3", "4"]
    assert all(edition.problems for edition in unread)
    assert entry.newest.id == "2"


def test_a_changed_file_is_read_again(folder: Path) -> None:
    library = Library((folder,))
    before = library.read("small")
    assert library.read("small") is before
    path = folder / "small" / "2.yaml"
    path.write_text(path.read_text().replace("A newer pack", "Another title"))
    assert library.read("small").head.title == library.packs()[0].title == "Another title"


def test_a_folder_that_is_gone_has_no_packs(folder: Path) -> None:
    assert Library((folder / "nowhere",)).packs() == ()
