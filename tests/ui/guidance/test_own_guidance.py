"""A pack of one's own: only what can be read is copied, whole or not at all, and only what was added is removed."""

from pathlib import Path

import pytest

from sentencing.errors import PackError
from sentencing.pack.library import standard_folder
from ui.session import own_guidance

SHIPPED = standard_folder() / "training-scheme" / "2026-01-01.yaml"


def given(folder: Path, *names: str, text: str | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / name).write_text(text if text is not None else SHIPPED.read_text("utf-8"), "utf-8")
    return folder


def test_a_folder_gives_its_good_editions_and_says_what_is_wrong_with_the_others(tmp_path: Path) -> None:
    folder = given(tmp_path / "stick", "2026-01-01.yaml")
    given(folder, "broken.yaml", text="guidance: 1\npack: {id: [}\n")
    found = own_guidance.look_at(folder)
    assert [path.name for path in found.editions] == ["2026-01-01.yaml"]
    assert [path.name for path, _problems in found.problems] == ["broken.yaml"]
    kept = own_guidance.add(found, tmp_path / "own")
    assert [path.name for path in kept.iterdir()] == ["2026-01-01.yaml"]


def test_tables_and_translations_come_along_and_nothing_else_does(tmp_path: Path) -> None:
    folder = given(tmp_path / "stick", "2026-01-01.yaml")
    given(folder / "tables", "grid.csv", "grid.exe", text="a,b\n")
    given(folder / "texts", "2026-01-01.fr.yaml", text="x")
    given(folder, "setup.py", text="raise SystemExit")
    (folder / "tables" / "passwords.csv").symlink_to("/etc/passwd")
    kept = own_guidance.add(own_guidance.look_at(folder), tmp_path / "own")
    names = sorted(str(path.relative_to(kept)) for path in kept.rglob("*") if path.is_file())
    assert names == ["2026-01-01.yaml", "tables/grid.csv", "texts/2026-01-01.fr.yaml"]


def test_a_second_edition_joins_the_first(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own_guidance.add(own_guidance.look_at(given(tmp_path / "one", "2026-01-01.yaml")), own)
    kept = own_guidance.add(own_guidance.look_at(given(tmp_path / "two", "2027-01-01.yaml") / "2027-01-01.yaml"), own)
    assert sorted(path.name for path in kept.iterdir()) == ["2026-01-01.yaml", "2027-01-01.yaml"]


@pytest.mark.parametrize("text", ["", "not: a pack\n", "a: [1\n", "\x00"])
def test_what_is_no_pack_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(PackError, match="holds no guidance that can be used"):
        own_guidance.look_at(given(tmp_path / "stick", "x.yaml", text=text))


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no guidance"):
        own_guidance.look_at(tmp_path)


def test_only_guidance_that_was_added_can_be_removed(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="only guidance that was added"):
        own_guidance.remove(SHIPPED, tmp_path / "own")
    assert SHIPPED.is_file()


def test_an_id_that_climbs_out_of_the_folder_is_no_id(tmp_path: Path) -> None:
    text = SHIPPED.read_text("utf-8").replace("id: training-scheme", "id: ../../elsewhere", 1)
    with pytest.raises(PackError):
        own_guidance.look_at(given(tmp_path / "stick", "x.yaml", text=text))
