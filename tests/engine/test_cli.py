"""The command line as a person and a script use it: exit codes, streams, and results that are exact text."""

import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from attrs import evolve

from sentencing.case.archive import archive, members_of
from sentencing.case.exercise import case_of, read_exercise, sealed_of
from sentencing.case.file import save_case
from sentencing.case.model import Answer, Case, Sealed, Standing
from sentencing.case.sealed import Seal, empty_seal, sealed_with
from sentencing.cli import main
from sentencing.cli.batch import lines
from sentencing.engine.answers import LONGEST_LINE
from sentencing.pack.library import Library
from sentencing.pack.model import Pack

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = ROOT / "guidance/training-scheme/exercises/harbour-lorry.yaml"
TRAINING = ("assess", "--pack", "training-scheme", "--edition", "2026-01-01", "--answers")
KEYS = ["id", "state", "applied", "excluded", "gates", "missing"]


def sentencing(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "sentencing", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def results(*records: object) -> list[dict[str, object]]:
    """What the batch gives for these lines; a text stands for itself."""
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in records)
    done = sentencing(*TRAINING, "-", stdin=text)
    assert done.stderr == ""
    assert done.returncode in (0, 1)
    return [json.loads(line) for line in done.stdout.splitlines()]


def problems(*records: object) -> list[list[str]]:
    return [list(map(str, found["problems"])) for found in results(*records) if isinstance(found["problems"], list)]


# ----------------------------------------------------------------------------------------------------------- batch


def test_a_line_gives_a_line_of_text() -> None:
    (found,) = results({"id": "c-1", "facts": {"persons": "25", "endangerment": "actual", "inhuman": "no"}})
    assert list(found) == KEYS
    assert found["id"] == "c-1"
    assert found["state"] == {
        "statutory": "up to 180 months",
        "points": "18",
        "guideline": "42 to 66 months",
        "sentence": "42 to 66 months",
    }
    assert found["missing"] == ["role", "third-party", "cooperation"]


def test_forks_add_runs_envelope_and_what_it_turns_on() -> None:
    facts = {
        "persons": {"prosecution": "30", "defence": "20"},
        "endangerment": {"prosecution": "actual", "defence": "none"},
        "inhuman": {"alleged": "yes"},
    }
    (found,) = results({"id": 1, "facts": facts})
    assert list(found) == [*KEYS, "runs", "envelope", "turns-on", "prices"]
    assert found["envelope"] == {
        "statutory": "up to 180 months",
        "points": "12 to 21",
        "guideline": "12 to 96 months",
        "sentence": "12 to 96 months",
    }
    assert found["turns-on"] == ["persons", "endangerment", "inhuman"]
    runs = found["runs"]
    assert isinstance(runs, dict)
    assert [runs[name]["guideline"] for name in ("established", "prosecution", "defence")] == [
        "12 to 24 months",
        "66 to 96 months",
        "12 to 24 months",
    ]


def test_a_judgment_and_its_reasons_are_taken() -> None:
    made = {"term": {"value": "30 months", "reasons": "Middle"}}
    found = results({"id": "a", "facts": {"persons": "25"}, "judgments": made}, {"id": "b", "facts": {"persons": "25"}})
    assert [line["state"]["sentence"] for line in found if isinstance(line["state"], dict)] == [
        "30 months",
        "24 to 42 months",
    ]


def test_a_bad_line_is_told_and_the_rest_go_on() -> None:
    good = {"id": "good", "facts": {"persons": "6"}}
    found = results("{", good, "", {"id": "bad", "facts": {"person": "6"}}, good)
    assert [line["id"] for line in found] == [1, "good", "bad", "good"]
    assert ["problems" in line for line in found] == [True, False, True, False]
    assert found[2]["problems"] == ["facts.person: 'person' is not a fact of this pack. Did you mean 'persons'?"]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"persons": 3}, 'facts.persons: the number 3 stands here. Write "3".'),
        ({"inhuman": True}, 'facts.inhuman: true stands here. Write "yes".'),
        ({"inhuman": None}, "facts.inhuman: null stands here. Leave it out when nobody has answered it."),
        ({"persons": "007"}, "facts.persons: '007' is not a whole number. Write '7'."),
        ({"persons": "0"}, "facts.persons: '0' is too small. At least 1."),
        ({"persons": "٣"}, "facts.persons: '٣' is not a whole number. Write it in digits, as '24'."),
        (
            {"endangerment": "Actual"},
            "facts.endangerment: 'Actual' is not a value here. Write none, likely or actual. Did you mean 'actual'?",
        ),
        (
            {"persons": {"prosecution": "8"}},
            (
                "facts.persons: an object with 'prosecution' stands here. "
                'Write "yes", {"prosecution": "8", "defence": "4"} or {"alleged": "yes"}.'
            ),
        ),
    ],
)
def test_a_wrong_value_is_told_with_what_is_right(facts: dict[str, object], told: str) -> None:
    assert problems({"id": "x", "facts": facts}) == [[told]]


def test_everything_wrong_with_a_line_is_told_at_once() -> None:
    line = {
        "id": "x",
        "fact": {},
        "facts": {"inhuman": "maybe"},
        "judgments": {"term": "a while"},
        "offence-date": "May",
    }
    assert [each.split(":")[0] for each in problems(line)[0]] == [
        "fact",
        "facts.inhuman",
        "judgments.term",
        "offence-date",
    ]


def test_sealed_answers_in_a_line_change_nothing_of_the_open_result() -> None:
    pack = ("assess", "--pack", "protocol-baseline", "--answers", "-")
    open_line = json.dumps({"id": "x", "facts": {"life": "actual"}})
    sealed_line = json.dumps({"id": "x", "facts": {"life": "actual", "coop-given": "yes", "coop-group": "yes"}})
    first, second = (sentencing(*pack, stdin=line).stdout for line in (open_line, sealed_line))
    assert first == second
    assert '"state"' in first
    assert "coop" not in first


def test_a_line_that_is_too_long_is_refused_without_being_kept() -> None:
    source = BytesIO(b"x" * (3 * LONGEST_LINE) + b"\nshort\n")
    found = list(lines(source))
    assert [len(each) for each in found] == [LONGEST_LINE + 2, 6]


def test_a_reader_that_stops_early_is_no_error(tmp_path: Path) -> None:
    answers = tmp_path / "many.jsonl"
    answers.write_text('{"id": "x", "facts": {}}\n' * 3000)
    child = subprocess.Popen(
        [sys.executable, "-m", "sentencing", *TRAINING, str(answers)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None
    assert child.stderr is not None
    assert child.stdout.readline().startswith(b'{"id": "x"')
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 0


# -------------------------------------------------------------------------------------------------------- one case


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library.standard().read("training-scheme")


@pytest.fixture(scope="module")
def case(pack: Pack) -> Case:
    exercise, _ = read_exercise(EXERCISE.read_bytes())
    assert exercise is not None
    assert sealed_of(exercise, pack) == Sealed()  # the training scheme makes cooperation public
    return case_of(exercise, pack)


@pytest.fixture(scope="module")
def seals() -> tuple[Seal, Seal]:
    told = Answer("coop-given", Standing.ESTABLISHED, "A1", value="yes", reasons="the skipper is afraid")
    return empty_seal(), sealed_with(Sealed((told,)), "a passphrase")[0]


def test_a_case_file_and_its_exercise_give_the_same(
    tmp_path: Path, case: Case, pack: Pack, seals: tuple[Seal, Seal], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.sentencing"
    save_case(path, case, pack, seals[0])
    shown = []
    for name in (str(path), "harbour-lorry", str(EXERCISE)):
        for form in ([], ["--json"]):
            assert main(["assess", name, *form]) == 0
            shown.append(capsys.readouterr().out)
    assert shown[0] == shown[2] == shown[4]
    assert shown[1] == shown[3] == shown[5]
    assert "Range, highest: inhuman yes, third-party-basis separate" in shown[0]
    assert json.loads(shown[1])["envelope"]["guideline"] == "6 to 42 months"


def test_cases_that_differ_in_their_sealed_part_give_the_same_open_outputs(
    tmp_path: Path, seals: tuple[Seal, Seal], capsys: pytest.CaptureFixture[str]
) -> None:
    baseline = Library.standard().read("protocol-baseline")
    exercise, _ = read_exercise(EXERCISE.read_bytes())
    assert exercise is not None
    open_case = evolve(case_of(evolve(exercise, facts={"life": "actual"}, judgments={}), baseline), title="Boat")
    shown = []
    for number, seal in enumerate(seals):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / "boat.sentencing"
        save_case(path, open_case, baseline, seal)
        for arguments in (["assess", str(path)], ["assess", str(path), "--json"], ["verify", str(path)]):
            assert main(arguments) == 0
            shown.append(capsys.readouterr())
        assert main(["memo", str(path), "--to", str(folder / "memo.html")]) == 0
        shown.append(capsys.readouterr())
    assert shown[:4] == shown[4:]
    assert (tmp_path / "0/memo.html").read_bytes() == (tmp_path / "1/memo.html").read_bytes()
    assert "coop" not in "".join(each.out for each in shown)


def test_verify_says_what_differs_and_why(
    tmp_path: Path, case: Case, pack: Pack, seals: tuple[Seal, Seal], capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.sentencing"
    save_case(path, case, pack, seals[0])
    assert main(["verify", str(path)]) == 0
    assert capsys.readouterr().out == "The result is the one recorded, with the same guidance and the same engine.\n"
    members, _ = members_of(path.read_bytes())
    tampered = members["result.json"].replace(b"6 to 12 months", b"0 to 6 months")
    path.write_bytes(archive(members | {"result.json": tampered}))
    assert main(["verify", str(path)]) == 1
    said = capsys.readouterr().out
    assert "A1 C1 guideline: '0 to 6 months' before, '6 to 12 months' now" in said
    assert "the file was changed after it was saved" in said


@pytest.mark.parametrize("form", ["pdf", "docx", "html"])
def test_an_exercise_becomes_a_memo(tmp_path: Path, form: str) -> None:
    target = tmp_path / f"memo.{form}"
    assert main(["memo", "harbour-lorry", "--to", str(target), "--audience", "training"]) == 0
    assert target.read_bytes()[:2] in (b"%P", b"PK", b"<!")


# -------------------------------------------------------------------------------------------------------- guidance


def test_guidance_lists_checks_tests_and_pins(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, said in (
        (["list"], "training-scheme"),
        (["check", "training-scheme"], "training-scheme 2026-01-01: nothing found"),
        (["test", "training-scheme"], r"(\d+) of \1 examples hold"),
        (["pins", "training-scheme"], "0 moves unnoticed"),
    ):
        assert main(["guidance", *arguments]) == 0
        assert re.search(said, capsys.readouterr().out)


def test_a_broken_pack_is_told_with_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "guidance/training-scheme/2026-01-01.yaml").read_text("utf-8")
    path = tmp_path / "2026-01-01.yaml"
    for wrong, actions in (
        ("add: {points: 4}, limt:", ("check", "test", "pins")),
        ("add: {points: 9}, limit:", ("test",)),
    ):
        path.write_text(text.replace("add: {points: 4}, limit:", wrong), "utf-8")
        line = next(number for number, each in enumerate(text.splitlines(), 1) if "id: danger-actual" in each)
        for action in actions:
            assert main(["guidance", action, str(path)]) == 1
            said = capsys.readouterr().out
            assert f"{path}:{line}:" in said or "expected 'points'" in said or "expected '16', got" in said


# ------------------------------------------------------------------------------------------------------- wrong use


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["assess"],
        ["assess", "harbour-lorry", "--answers", "-"],
        ["assess", "--answers", "-"],
        ["assess", "--pack", "training-scheme", "--answers", "no/such/file"],
        ["assess", "--pack", "training-scheme", "--edition", "1999", "--answers", "-"],
        ["assess", "no-such-exercise"],
        ["memo", "harbour-lorry"],
        ["memo", "harbour-lorry", "--to", "memo.odt"],
        ["memo", "harbour-lorry", "--to", "memo.pdf", "--accused", "A7"],
        ["guidance"],
        ["guidance", "check", "no-such-pack"],
        ["verify", "no-such.sentencing"],
        ["sing"],
    ],
)
def test_wrong_use_is_code_two_and_says_why(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code: object = main(arguments)
    except SystemExit as left:
        code = left.code
    assert code == 2
    assert capsys.readouterr().err


def test_help_shows_what_a_line_looks_like() -> None:
    done = sentencing("assess", "--help")
    assert done.returncode == 0
    assert '"aliens": {"prosecution": "8", "defence": "4"}' in done.stdout
    assert "Sealed facts and judgments may stand in a line" in done.stdout


def test_it_runs_without_a_terminal_in_any_encoding() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "sentencing", "assess", "harbour-lorry"],
        cwd=ROOT,
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "TERM": "dumb"},
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "─" in done.stdout.decode("utf-8")
