"""Canada, section 117: the maximum by ten persons, the minimum by fifty and by two limbs; section 121 stays out."""

import itertools

import pytest

from sentencing.engine.sealing import open_pack
from sentencing.pack.model import GateKind, Status
from sentencing.proof.pins import run_pins
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

PACK = pack_of(GUIDANCE / "ca-117" / "2012-12-15.yaml")


def statutory(**facts: str) -> str:
    return result(PACK, dict(facts))["state"]["statutory"]


def test_every_worked_example_holds_and_nothing_is_left_to_say() -> None:
    assert failures(PACK) == []
    assert doubts(PACK) == []
    assert run_pins(PACK).unnoticed == ()


def test_it_is_a_draft_and_the_statute_was_read() -> None:
    assert PACK.head.status is Status.DRAFT
    assert PACK.sources["irpa"].read == "text"
    assert PACK.sources["scc"].read == "second-hand"


def test_the_heads_of_the_note_and_cooperation_are_there() -> None:
    themes = {theme for fact in PACK.facts.values() for theme in fact.themes}
    assert {"art6.3a", "art6.3b", "third-party", "art26.2", "art5", "humanitarian", "family"} <= themes


def test_cooperation_is_sealed() -> None:
    asked = open_pack(PACK)
    assert {"cooperation", "against-higher"} & set(asked.facts) == set()


@pytest.mark.parametrize(
    ("persons", "facts", "maximum"),
    [
        ("9", {}, "up to 10 years"),
        ("10", {}, "up to life"),
        ("9", {"subsequent": "yes"}, "up to 14 years"),
        ("10", {"subsequent": "yes"}, "up to life"),
        ("9", {"procedure": "summary"}, "up to 2 years"),
    ],
)
def test_the_maximum_turns_at_ten_persons(persons: str, facts: dict[str, str], maximum: str) -> None:
    assert statutory(persons=persons, **facts) == maximum


LIMB_I = ({}, {"endangered": "yes"}, {"harm": "bodily-harm"}, {"harm": "death"}, {"endangered": "yes", "harm": "death"})
LIMB_II = ({}, {"profit": "yes"}, {"organisation": "yes"}, {"profit": "yes", "organisation": "yes"})


@pytest.mark.parametrize("persons", [10, 49, 50, 500])
def test_either_or_both_by_under_and_over_fifty(persons: int) -> None:
    for first, second in itertools.product(LIMB_I, LIMB_II):
        limbs = bool(first) + bool(second)
        years = {False: (0, 3, 5), True: (0, 5, 10)}[persons >= 50][limbs]
        wanted = f"{years} years to life" if years else "up to life"
        assert statutory(persons=str(persons), **first, **second) == wanted


def test_a_limb_met_twice_is_not_both() -> None:
    assert statutory(persons="20", endangered="yes", harm="death") == "3 years to life"
    assert statutory(persons="20", profit="yes", organisation="yes") == "3 years to life"


def test_there_is_no_minimum_on_summary_conviction() -> None:
    assert statutory(persons="5", procedure="summary", endangered="yes", profit="yes") == "up to 2 years"


def test_section_121_does_not_govern_section_117() -> None:
    found = result(PACK, {"persons": "20", "degrading": "yes"})
    assert found["state"]["statutory"] == "up to life"
    assert "section-121" in found["gates"]


def test_nothing_goes_below_the_minimum_and_cooperation_does_not_either() -> None:
    facts: dict[str, object] = {"persons": "60", "endangered": "yes", "cooperation": "yes"}
    assert result(PACK, facts, {"term": "5 years"})["state"]["sentence"] == "60 months"
    assert result(PACK, facts, {"term": "59 months"})["state"]["sentence"] == "60 months to life"


def test_help_from_compassion_to_family_or_among_asylum_seekers_is_referred_and_not_decided() -> None:
    step = next(step for step in PACK.steps if step.id == "help-referred")
    assert step.gate is not None
    assert step.gate.kind is GateKind.REFER
    for fact in ("humanitarian", "family", "mutual-aid"):
        assert result(PACK, {fact: "yes"})["gates"] == ["help-referred"]
    assert result(PACK, {"migrant-only": "yes"})["gates"] == ["art-5"]


def test_that_the_minimums_may_not_stand_is_said() -> None:
    assert any("minimums" in each.title for each in PACK.head.leaves_out)
