"""Weights: a demonstration can move every number that a result used, and the copy never passes for the guidance."""

from pathlib import Path

import pytest
from attrs import evolve

from sentencing.amounts import Interval
from sentencing.engine.evaluate import evaluate
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.proof.elsewhere import elsewhere, examples_of
from sentencing.proof.numbers import number_at, numbers
from sentencing.proof.used_weights import used_weights
from sentencing.proof.weighting import Weighting, weighting_of
from sentencing.proof.weights import Weight, WeightKind

ROOT = Path(__file__).resolve().parents[3]
TRAINING = ROOT / "guidance/training-scheme/2026-01-01.yaml"
PACKS = [*sorted(ROOT.glob("guidance/*/*.yaml")), *sorted((ROOT / "tests/packs").glob("*.yaml"))]


def pack_at(path: Path) -> Pack:
    pack, problems = read_pack(path.read_bytes(), path.parent)
    assert pack is not None, [problem.sentence() for problem in problems]
    return open_pack(pack)


@pytest.fixture(scope="module")
def training() -> Pack:
    return pack_at(TRAINING)


def used(weighting: Weighting, example: str) -> dict[str, Weight]:
    case = next(each for each in examples_of(weighting.original) if each.id == example)
    derivation = evaluate(weighting.pack, case.question.established)
    return {each.path: each for each in used_weights(weighting, case.question.established, derivation)}


def moved(weighting: Weighting, path: str, value: int) -> Weighting:
    found = weighting.moved(path, value)
    assert found is not None
    return found


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.parent.name + "/" + path.stem)
def test_every_number_that_an_example_goes_past_can_be_moved(path: Path) -> None:
    pack = pack_at(path)
    weighting = weighting_of(pack)
    reached: set[str] = set()
    for case in examples_of(pack):
        derivation = evaluate(pack, case.question.established)
        for weight in used_weights(weighting, case.question.established, derivation):
            assert (weight.value, weight.place, weight.is_moved) == (weight.origin, 0, False)
            reached.add(weight.path)
    assert reached <= {each.spot.path for each in numbers(pack)}
    if path == TRAINING:
        assert reached == {each.spot.path for each in numbers(pack)}


def test_the_weights_of_a_step_say_what_they_do(training: Pack) -> None:
    found = used(weighting_of(training), "actual-many")
    danger = [(each.kind, each.subject, each.value) for each in found.values() if each.step == "danger"]
    number = [(each.kind, each.subject, each.value) for each in found.values() if each.step == "number"]
    cell = [(each.kind, each.value) for each in found.values() if each.step == "range"]
    assert danger == [(WeightKind.POINTS, "points", 4), (WeightKind.FLOOR, "points", 16)]
    assert number == [(WeightKind.POINTS, "points", 4), (WeightKind.FROM, "persons", 25)]
    assert cell == [(WeightKind.LEAST, 42), (WeightKind.MOST, 66), (WeightKind.UP_TO, 19), (WeightKind.UP_TO, 16)]


def test_a_moved_weight_changes_the_result_and_knows_where_it_came_from(training: Pack) -> None:
    weighting = moved(weighting_of(training), "steps.danger.options.danger-actual.add.points", 8)
    weight = used(weighting, "actual-many")["steps.danger.options.danger-actual.add.points"]
    case = next(each for each in examples_of(training) if each.id == "actual-many")
    assert (weight.origin, weight.value, weight.place, weight.is_moved) == (4, 8, 4, True)
    assert evaluate(weighting.pack, case.question.established).registers["guideline"] == Interval(66, 96)
    assert evaluate(training, case.question.established).registers["guideline"] == Interval(42, 66)


def test_a_copy_is_marked_and_has_another_hash_and_the_guidance_stays_as_it_was(training: Pack) -> None:
    weighting = moved(weighting_of(training), "steps.start.set.points", 12)
    assert weighting.pack.modified == ("steps.start.set.points",)
    assert weighting.pack.hash != training.hash
    assert (training.modified, weighting.original) == ((), training)
    other = moved(weighting_of(training), "steps.start.set.points", 13)
    assert other.pack.hash != weighting.pack.hash


def test_a_number_back_at_its_place_is_the_guidance_again(training: Pack) -> None:
    there = moved(weighting_of(training), "steps.start.set.points", 12)
    also = moved(there, "steps.ends.limit.points.at-most", 20)
    back = moved(moved(also, "steps.start.set.points", 10), "steps.ends.limit.points.at-most", 26)
    assert not back.is_modified
    assert back.pack is training


def test_the_same_moves_in_another_order_are_the_same_copy(training: Pack) -> None:
    one = moved(moved(weighting_of(training), "steps.start.set.points", 12), "steps.ends.limit.points.at-most", 20)
    two = moved(moved(weighting_of(training), "steps.ends.limit.points.at-most", 20), "steps.start.set.points", 12)
    assert one.pack.hash == two.pack.hash


def test_what_no_reader_would_take_is_not_taken(training: Pack) -> None:
    weighting = weighting_of(training)
    assert weighting.moved("tables.ranges.bands.3.min", 25) is None
    assert weighting.moved("steps.nowhere", 1) is None


def test_a_place_is_read_from_what_a_person_writes(training: Pack) -> None:
    weight = used(weighting_of(training), "actual")["steps.danger.options.danger-actual.add.points"]
    fraction = evolve(weight, origin=number_at(training, weight.path).value, value=4)
    assert (weight.read("6"), weight.read("x"), weight.read("4000")) == (2, None, None)
    assert fraction.text(-6) == "-2"


def test_every_example_that_turns_out_differently_is_told(training: Pack) -> None:
    weighting = moved(weighting_of(training), "steps.treatment.add.points", 6)
    found = {each.id: each for each in elsewhere(weighting, examples_of(training)) if each is not None}
    read = {each.id for each in training.examples if each.facts.get("inhuman") == "yes"}
    assert set(found) <= read
    assert found["inhuman"].before.registers["points"] == 13
    assert found["inhuman"].after.registers["guideline"] == Interval(24, 42)
    assert not any(elsewhere(weighting_of(training), examples_of(training)))
