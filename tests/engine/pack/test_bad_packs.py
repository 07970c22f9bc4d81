"""Every file of tests/packs/bad is wrong in one way and ends with exactly what the reader and the checks say of it."""

from pathlib import Path

import pytest

from sentencing.errors import Problem
from sentencing.pack.checks import check
from sentencing.pack.reader import read_pack

BAD = sorted((Path(__file__).parents[2] / "packs" / "bad").glob("*.yaml"))
SAID = (b"# error: ", b"# warning: ")


def as_said(problem: Problem) -> str:
    example = ", ".join(f"{name} = {value}" for name, value in problem.example)
    return f"# {problem.severity.value}: {problem.sentence()}" + (f" [{example}]" if example else "")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_pack_is_told_what_was_found_where_and_what_would_be_right(path: Path) -> None:
    lines = path.read_bytes().splitlines(keepends=True)
    said = [line for line in lines if line.startswith(SAID)]
    pack, problems = read_pack(b"".join(line for line in lines if not line.startswith(SAID)), path.parent)
    if pack is not None:
        problems = (*problems, *check(pack))
    assert [as_said(problem) for problem in problems] == [line.decode().rstrip("\n") for line in said]


def test_there_is_a_bad_pack_for_each_check_and_each_is_a_claim() -> None:
    names = {path.stem for path in BAD}
    assert len(names) > 150
    assert {"check-one-gap", "check-one-overlap", "check-band-gap", "check-grid-milder", "leak-by-register"} <= names
