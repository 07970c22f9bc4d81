"""Pins: every number of a pack can be moved, and a number that no example holds in place is told with its line."""

from pathlib import Path

import pytest
from attrs import evolve

from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.proof.numbers import numbers
from sentencing.proof.pins import run_pins

ROOT = Path(__file__).resolve().parents[3]
TRAINING = ROOT / "guidance/training-scheme/2026-01-01.yaml"
SMALL = ROOT / "tests/packs"


def pack_at(path: Path) -> Pack:
    pack, problems = read_pack(path.read_bytes(), path.parent)
    assert pack is not None, [problem.sentence() for problem in problems]
    return pack


def without(pack: Pack, *ids: str) -> Pack:
    return evolve(pack, examples=tuple(each for each in pack.examples if each.id not in ids))


def test_every_number_of_the_shipped_packs_is_held_in_place() -> None:
    for path in sorted(ROOT.glob("guidance/*/*.yaml")):
        pins = run_pins(pack_at(path))
        assert pins.unnoticed == (), path.name
        assert pins.numbers > 0


def test_a_number_that_no_example_holds_is_told_with_its_line_both_ways() -> None:
    pack = pack_at(TRAINING)
    text = TRAINING.read_text("utf-8").splitlines()
    pins = run_pins(without(pack, "most"))
    assert [(each.path, each.number, each.moved) for each in pins.unnoticed] == [
        ("steps.ends.limit.points.at-most", "26", "27"),
        ("steps.ends.limit.points.at-most", "26", "25"),
    ]
    assert "id: ends" in text[pins.unnoticed[0].line - 1]


def test_an_example_that_fails_already_notices_nothing() -> None:
    pack = pack_at(TRAINING)
    broken = tuple(
        evolve(each, expect=evolve(each.expect, registers={"points": "99"})) if each.id == "most" else each
        for each in pack.examples
    )
    paths = {each.path for each in run_pins(evolve(pack, examples=broken)).unnoticed}
    assert paths == {"steps.ends.limit.points.at-most"}


@pytest.mark.parametrize(
    ("file", "paths"),
    [
        ("spain", {"transforms.grado-superior-inferior.max.2", "steps.art-66.options.r2.when.1.atenuantes.at-least"}),
        ("greece", {"steps.frame.options.letter-a.set.custody.max", "steps.cap.limit.custody.at-most"}),
        ("counting", {"terms.many.persons.at-least", "tables.frames.bands.1.to"}),
        ("grid", {"numbers.round.sentence"}),
        ("germany", {"tables.mindestmass.bands.2.key"}),
        ("dates", {"steps.may-suspend.when.2.conviction-date.first"}),
    ],
)
def test_numbers_are_found_wherever_the_format_has_them(file: str, paths: set[str]) -> None:
    found = {number.spot.path for number in numbers(pack_at(SMALL / f"{file}.yaml"))}
    assert paths <= found, sorted(found)


def test_each_number_is_found_once_and_moves_away_and_back() -> None:
    for path in sorted(SMALL.glob("*.yaml")):
        pack = pack_at(path)
        found = list(numbers(pack))
        paths = [number.spot.path for number in found]
        assert len(set(paths)) == len(paths), path.name
        for number in found:
            up = number.moved(1)
            moved = number.put(up) if up is not None else None
            if moved is None or up == 1:  # a 1 before an end is not written, so it is no number of the text
                continue
            there = {each.spot.path: each.value for each in numbers(moved)}
            both_ends = number.spot.path.removesuffix(".min").removesuffix(".low")
            assert up in (there.get(number.spot.path), there.get(both_ends)), number.spot.path
            assert moved.examples == pack.examples
