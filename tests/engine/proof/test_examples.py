"""Worked examples: what a pack expects of itself is compared in full, and a difference is shown with what came out."""

from pathlib import Path

import pytest

from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.proof.examples import Check, run_examples

ROOT = Path(__file__).resolve().parents[3]
TRAINING = ROOT / "guidance/training-scheme/2026-01-01.yaml"
PACKS = sorted((*ROOT.glob("guidance/*/*.yaml"), *ROOT.glob("tests/packs/*.yaml")))


def pack_of(text: str, folder: Path = TRAINING.parent) -> Pack:
    pack, problems = read_pack(text, folder)
    assert pack is not None, [problem.sentence() for problem in problems]
    return pack


@pytest.mark.parametrize("path", PACKS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_of_every_pack_holds(path: Path) -> None:
    for result in run_examples(pack_of(path.read_text("utf-8"), path.parent)):
        assert result.holds, (result.example.id, result.problems, result.failed)


@pytest.mark.parametrize(
    ("right", "wrong", "check"),
    [
        ('points: "12", applied: [number-6]', 'points: "13", applied: [number-6]', Check("points", "13", "12", False)),
        ("applied: [part-organiser]", "applied: [part-subordinate]", Check("applied", "part-subordinate", "no", False)),
        ("not-applied: [number-25]", "not-applied: [number-6]", Check("not-applied", "number-6", "yes", False)),
        ("excluded: [third-parties]", "excluded: [treatment]", Check("excluded", "treatment", "no", False)),
        (
            "envelope: {guideline: 12 to 96 months}",
            "envelope: {guideline: 12 to 66 months}",
            Check("envelope.guideline", "12 to 66 months", "12 to 96 months", False),
        ),
        (
            "turns-on: [persons, endangerment, inhuman]",
            "turns-on: [persons]",
            Check("turns-on", "persons", "persons, endangerment, inhuman", False),
        ),
    ],
)
def test_an_expectation_that_does_not_hold_is_shown_with_what_came_out(right: str, wrong: str, check: Check) -> None:
    text = TRAINING.read_text("utf-8")
    assert right in text
    failed = [each for result in run_examples(pack_of(text.replace(right, wrong, 1))) for each in result.failed]
    assert failed == [check]


def test_a_gate_that_is_not_reached_fails_the_example() -> None:
    path = ROOT / "tests/packs/stops.yaml"
    text = path.read_text("utf-8")
    for result in run_examples(pack_of(text, path.parent)):
        for each in result.checks:
            if each.what == "gate":
                assert each.expected in each.got.split(", ")
