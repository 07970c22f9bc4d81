"""The case file: the same bytes for the same case, whole or untouched on disk, never an exception from a bad one."""

import os
import random
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from attrs import evolve

from sentencing.case.archive import archive, members_of
from sentencing.case.exercise import case_of, read_exercise
from sentencing.case.file import OpenedCase, open_case, opened, save_case, save_recovery
from sentencing.case.json_form import case_bytes
from sentencing.case.model import FORMAT, Answer, Case, Sealed, Standing
from sentencing.case.recorded import Cause
from sentencing.case.sealed import Seal, Unlocked, empty_seal, sealed_with, unlock
from sentencing.errors import CaseFileError
from sentencing.pack.library import Library
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack

ROOT = Path(__file__).resolve().parents[3]
EXERCISE = ROOT / "guidance/training-scheme/exercises/harbour-lorry.yaml"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library.standard().read("training-scheme")


@pytest.fixture(scope="module")
def case(pack: Pack) -> Case:
    exercise, problems = read_exercise(EXERCISE.read_bytes())
    assert exercise is not None
    assert problems == ()
    return case_of(exercise, pack)


@pytest.fixture(scope="module")
def seal() -> Seal:
    return empty_seal()


@pytest.fixture(scope="module")
def used_seal() -> tuple[Seal, Unlocked]:
    told = Answer("cooperation", Standing.ESTABLISHED, "A1", value="against-higher", reasons="named the organiser")
    return sealed_with(Sealed((told,), notes="Interview of 3 June"), "harbour light")


@pytest.fixture
def saved(tmp_path: Path, case: Case, pack: Pack, seal: Seal) -> Path:
    path = tmp_path / "lorry.sentencing"
    save_case(path, case, pack, seal)
    return path


def test_a_case_comes_back_as_it_was_saved(saved: Path, case: Case, pack: Pack, seal: Seal) -> None:
    found = open_case(saved)
    assert found.case == case
    assert found.seal == seal
    assert found.problems == ()
    assert not found.read_only
    assert found.pack is not None
    assert found.pack.hash == pack.hash
    assert found.comparison is not None
    assert found.comparison.cause is None


def test_the_same_case_is_the_same_bytes(saved: Path, tmp_path: Path, case: Case, pack: Pack, seal: Seal) -> None:
    again = tmp_path / "again.sentencing"
    save_case(again, case, pack, seal)
    assert again.read_bytes() == saved.read_bytes()


def test_a_case_saved_from_its_own_copy_keeps_the_guidance(saved: Path, tmp_path: Path, seal: Seal) -> None:
    found = open_case(saved)
    assert found.case is not None
    assert found.pack is not None
    again = tmp_path / "again.sentencing"
    save_case(again, found.case, found.pack, seal, guidance=found.guidance)
    assert again.read_bytes() == saved.read_bytes()


def test_one_copy_does_not_show_whether_something_is_sealed(
    tmp_path: Path, case: Case, pack: Pack, seal: Seal, used_seal: tuple[Seal, Unlocked]
) -> None:
    paths = tmp_path / "empty.sentencing", tmp_path / "used.sentencing"
    for path, each in zip(paths, (seal, used_seal[0]), strict=True):
        save_case(path, case, pack, each)
    empty, used = (members_of(path.read_bytes())[0] for path in paths)
    assert {name: each for name, each in empty.items() if not name.endswith(".age")} == {
        name: each for name, each in used.items() if not name.endswith(".age")
    }
    assert paths[0].stat().st_size == paths[1].stat().st_size
    for name in ("key.age", "sealed.age"):
        assert empty[name] != used[name]
        assert len(empty[name]) == len(used[name])
        assert shape(empty[name]) == shape(used[name])
    assert b"harbour light" not in paths[1].read_bytes()
    assert b"named the organiser" not in paths[1].read_bytes()


def shape(member: bytes) -> list[list[bytes]]:
    """What an onlooker can tell of an age header: the kinds of its stanzas and how many words each has."""
    header = member.split(b"\n--- ")[0].split(b"\n")
    stanzas = [line.split(b" ")[1:] for line in header if line.startswith(b"-> ")]
    return [[b"grease" if each[0].endswith(b"grease") else each[0]] for each in stanzas]


def test_a_case_that_went_over_to_another_edition_takes_its_copy_with_it(
    saved: Path, case: Case, pack: Pack, seal: Seal
) -> None:
    found = open_case(saved)
    text = pack.text.replace("edition: {id: 2026-01-01,", "edition: {id: 2027-01-01,")
    later, _ = read_pack(text, Path(pack.folder))
    assert later is not None
    moved = evolve(case, guidance=evolve(case.guidance, edition="2027-01-01", hash=later.hash))
    save_case(saved, moved, later, seal, guidance=found.guidance)
    again = open_case(saved)
    assert again.problems == ()
    assert again.pack is not None
    assert again.pack.head.edition.id == "2027-01-01"
    save_case(saved, moved, pack, seal, guidance=found.guidance)
    assert [problem.path for problem in open_case(saved).problems] == ["guidance/"]


# ----------------------------------------------------------------------------------------------------- comparison


def test_a_changed_result_names_its_cause(saved: Path) -> None:
    members, _ = members_of(saved.read_bytes())
    whole = opened(archive(members))
    assert whole.comparison is not None
    engine = whole.comparison.now.engine.encode()
    tampered = members | {"result.json": members["result.json"].replace(b"6 to 12 months", b"0 to 6 months")}
    causes = {
        Cause.NEITHER: tampered,
        Cause.ENGINE: tampered | {"result.json": tampered["result.json"].replace(engine, b"0.0.1")},
        Cause.PACK: tampered
        | {"result.json": tampered["result.json"].replace(whole.comparison.now.hash.encode(), b"00")},
    }
    for cause, parts in causes.items():
        comparison = opened(archive(parts)).comparison
        assert comparison is not None
        assert comparison.cause is cause
        assert {each.register for each in comparison.differences} == {"guideline", "sentence"}
        assert {(each.recorded, each.now) for each in comparison.differences} == {("0 to 6 months", "6 to 12 months")}


# ------------------------------------------------------------------------------------------------ strange contents


def test_a_newer_format_and_unknown_keys_open_read_only_with_the_rest(saved: Path, case: Case) -> None:
    members, _ = members_of(saved.read_bytes())
    newer = (
        members["case.json"]
        .replace(b'"format": 1', b'"format": 2')
        .replace(b'"fact"', b'"colour": "red",\n   "fact"', 1)
    )
    found = opened(archive(members | {"case.json": newer}))
    assert found.case == case
    assert found.read_only
    assert [each.path for each in found.problems] == ["case.json: format", "case.json: answers[0].colour"]


def test_an_answer_that_this_edition_does_not_ask_is_kept(tmp_path: Path, case: Case, pack: Pack, seal: Seal) -> None:
    kept = case.with_answer(Answer("colour-of-the-boat", Standing.ESTABLISHED, value="red"))
    path = tmp_path / "kept.sentencing"
    save_case(path, kept, pack, seal)
    assert open_case(path).case == kept


@pytest.mark.parametrize(
    "name",
    ["../evil", "guidance/../x.yaml", "/etc/passwd", "guidance/tables/..csv", "case.json/", "x", "guidance/x.py"],
)
def test_a_part_outside_the_list_is_told_and_not_read(saved: Path, name: str) -> None:
    content = BytesIO(saved.read_bytes())
    with ZipFile(content, "a") as whole:
        whole.writestr(name, b"x")
    members, problems = members_of(content.getvalue())
    assert name not in members
    assert len(problems) == 1


def test_a_bomb_is_refused_before_it_is_unpacked(saved: Path) -> None:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as whole:
        whole.writestr("case.json", b" " * 7_000_000)
        for number in range(3):
            whole.writestr(f"guidance/tables/{number}.csv", b"0" * 9_000_000)
    members, problems = members_of(content.getvalue())
    assert members == {}
    assert {each.message for each in problems} == {"the part is too large."}


def test_too_many_parts_are_refused() -> None:
    members = {f"guidance/tables/{number}.csv": b"" for number in range(201)}
    found, problems = members_of(archive(members))
    assert found == {}
    assert len(problems) == 1


@pytest.mark.parametrize("seed", range(4))
def test_damaged_files_are_problems_and_never_exceptions(saved: Path, seed: int) -> None:
    content = saved.read_bytes()
    members, _ = members_of(content)
    chance = random.Random(seed)
    for number in range(500):
        broken = damaged(content, members, chance, number)
        found = opened(broken)
        assert isinstance(found, OpenedCase)
        assert found.problems or (found.case is not None and found.pack is not None)
        assert found.read_only == bool(found.problems)


def damaged(content: bytes, members: dict[str, bytes], chance: random.Random, number: int) -> bytes:
    """A file whose bytes are cut, changed, doubled or filled up, in the container or inside one member."""
    if number % 2:
        name = chance.choice(["case.json", "case.json", "result.json", "guidance/2026-01-01.yaml", "key.age"])
        return archive(members | {name: changed(members[name], chance)})
    return changed(content, chance)


def changed(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) + 1)
    end = min(len(content), at + chance.choice([1, 1, 1, 4, 40, 4000]))
    match chance.randrange(6):
        case 0:
            return content[:at]
        case 1:
            return content[:at] + content[end:]
        case 2:
            return content[:at] + bytes(chance.randrange(256) for _ in range(min(end - at, 40))) + content[end:]
        case 3:
            return content[:end] + content[at:]
        case 4:
            return (
                content[:at]
                + chance.choice([b"[" * 9000, b'{"a":', b"\x00", b"\xff\xfe", b"null", b"-1e999"])
                + content[at:]
            )
        case _:
            swapped = bytearray(content)
            for _ in range(chance.randrange(1, 9)):
                swapped[chance.randrange(len(swapped))] ^= 1 << chance.randrange(8)
            return bytes(swapped)


# -------------------------------------------------------------------------------------------------------- on disk

SAVING = """
import sys
from pathlib import Path
from attrs import evolve
from sentencing.case.file import open_case, save_case
path = Path(sys.argv[1])
found = open_case(path)
cases = [evolve(found.case, title=letter * 200_000) for letter in "ab"]
print("ready", flush=True)
while True:
    for case in cases:
        save_case(path, case, found.pack, found.seal, guidance=found.guidance)
        print(".", end="", flush=True)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills a child at once")
def test_a_kill_at_any_moment_leaves_a_whole_file(saved: Path) -> None:
    for saves in range(12):
        child = subprocess.Popen([sys.executable, "-c", SAVING, str(saved)], cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.read(len("ready\n") + saves % 4)
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        found = open_case(saved)
        assert found.problems == ()
        assert found.case is not None
        assert set(found.case.title) <= set("ab") or saves == 0
        assert {each.name for each in saved.parent.iterdir()} <= {saved.name, f".{saved.name}.saving"}


FULL = """
import resource, signal, sys
from pathlib import Path
from sentencing.case.file import open_case, save_case
from sentencing.errors import CaseFileError
path = Path(sys.argv[1])
found = open_case(path)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    save_case(path, found.case, found.pack, found.seal, guidance=found.guidance)
except CaseFileError as wrong:
    print(wrong)
"""


@pytest.mark.skipif(os.name != "posix", reason="limits the size of files")
def test_a_disk_that_takes_no_more_leaves_the_old_file(saved: Path) -> None:
    before = saved.read_bytes()
    done = subprocess.run(
        [sys.executable, "-c", FULL, str(saved)], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert "'lorry.sentencing' could not be saved" in done.stdout
    assert "what was saved before is untouched" in done.stdout
    assert saved.read_bytes() == before
    assert [each.name for each in saved.parent.iterdir()] == [saved.name]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, case: Case, pack: Pack, seal: Seal) -> None:
    with pytest.raises(CaseFileError, match="there is no such folder; nothing was saved"):
        save_case(tmp_path / "gone" / "a.sentencing", case, pack, seal)
    with pytest.raises(CaseFileError, match="there is no such file"):
        open_case(tmp_path / "gone.sentencing")


def test_saving_keeps_links_and_permissions(saved: Path, case: Case, pack: Pack, seal: Seal) -> None:
    saved.chmod(0o640)
    link = saved.with_name("link.sentencing")
    link.symlink_to(saved)
    save_case(link, evolve(case, title="through the link"), pack, seal)
    assert link.is_symlink()
    assert saved.stat().st_mode & 0o777 == 0o640
    found = open_case(saved)
    assert found.case is not None
    assert found.case.title == "through the link"


def test_a_recovery_file_holds_the_case_and_needs_no_seal(tmp_path: Path, case: Case, pack: Pack) -> None:
    path = tmp_path / "recovery.sentencing"
    save_recovery(path, case, pack)
    found = open_case(path)
    assert found.case == case
    assert found.seal is None
    assert found.problems == ()


def test_every_past_format_still_opens() -> None:
    past = sorted((ROOT / "tests/golden/old").glob("format-*.sentencing"))
    assert len(past) == FORMAT
    for path in past:
        found = open_case(path)
        assert found.problems == (), path.name
        assert found.case is not None
        assert found.comparison is not None
        assert found.comparison.differences == (), path.name
        assert found.seal is not None
        assert unlock(found.seal, "golden passphrase").sealed.notes == "Second interview in May"


def test_half_a_character_does_not_stop_saving(tmp_path: Path, case: Case, pack: Pack, seal: Seal) -> None:
    path = tmp_path / "half.sentencing"
    save_case(path, evolve(case, title="half \ud83d"), pack, seal)
    found = open_case(path)
    assert found.problems == ()
    assert found.case is not None
    assert found.case.title == "half �"
    assert case_bytes(found.case) == case_bytes(evolve(case, title="half \ud83d"))
