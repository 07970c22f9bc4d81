"""Greece, articles 24 and 25: three editions, fines for each person, one reduction, joinder of equal terms."""

from pathlib import Path

import pytest

from sentencing.case.exercise import read_exercise
from sentencing.engine.sealing import open_pack
from sentencing.errors import EditionError
from sentencing.pack.editions import choose_edition, edition_problems
from sentencing.pack.model import EditionRule, Pack, Status
from sentencing.proof.pins import run_pins
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

FOLDER = GUIDANCE / "gr-25"
CODE = pack_of(FOLDER / "2024-01-01.yaml")
GENERAL_PART = pack_of(FOLDER / "2024-05-01.yaml")
AMENDED = pack_of(FOLDER / "2026-02-06.yaml")
PACKS = (CODE, GENERAL_PART, AMENDED)
ALL = pytest.mark.parametrize("pack", PACKS, ids=[pack.head.edition.id for pack in PACKS])


def state(pack: Pack, facts: dict[str, object], judgments: dict[str, object] | None = None) -> dict[str, str]:
    return result(pack, facts, judgments)["state"]


# ------------------------------------------------------------------------------------------------------ the pack itself


@ALL
def test_every_worked_example_holds_and_nothing_is_left_to_say(pack: Pack) -> None:
    assert failures(pack) == []
    assert doubts(pack) == []
    assert run_pins(pack).unnoticed == ()


@ALL
def test_it_is_a_draft_from_texts_that_were_read(pack: Pack) -> None:
    assert pack.head.status is Status.DRAFT
    assert {source.read for source in pack.sources.values()} == {"text"}


@ALL
def test_the_heads_of_the_note_and_cooperation_are_there(pack: Pack) -> None:
    themes = {theme for fact in pack.facts.values() for theme in fact.themes}
    assert {"art6.3a", "art6.3b", "third-party", "art26.2", "art5", "humanitarian", "rescue"} <= themes
    assert any("family" in each.title for each in pack.head.leaves_out)


@ALL
def test_help_in_clarifying_the_crime_is_sealed(pack: Pack) -> None:
    assert "clarified" not in open_pack(pack).facts


def test_the_editions_meet_and_the_milder_governs() -> None:
    heads = [pack.head for pack in PACKS]
    assert edition_problems(heads) == ()
    assert {head.choice_of_edition for head in heads} == {EditionRule.MILDER}
    days = {"2024-04-30": CODE, "2024-05-01": GENERAL_PART, "2026-02-05": GENERAL_PART, "2026-02-06": AMENDED}
    for day, pack in days.items():
        assert choose_edition(heads, {"offence-date": day}).edition.id == pack.head.edition.id
    assert choose_edition(heads, {"offence-date": "2024-03-15", "sentence-date": "2026-03-15"}).compares


def test_the_familiar_law_of_2014_is_not_applied() -> None:
    heads = [pack.head for pack in PACKS]
    with pytest.raises(EditionError):
        choose_edition(heads, {"offence-date": "2023-12-31"})


# -------------------------------------------------------------------------------------------------------- tiers, fines


@pytest.mark.parametrize(
    ("facts", "custody", "fine"),
    [
        ({"persons": "1"}, "5 to 20 years", "30000 EUR to 60000 EUR"),
        ({"persons": "4"}, "5 to 20 years", "120000 EUR to 240000 EUR"),
        ({"persons": "4", "profit": "yes"}, "10 to 20 years", "240000 EUR to 400000 EUR"),
        ({"persons": "4", "jointly": "yes"}, "10 to 20 years", "240000 EUR to 400000 EUR"),
        ({"persons": "4", "danger": "yes"}, "15 to 20 years", "at least 800000 EUR"),
        ({"persons": "4", "danger": "yes", "profit": "yes"}, "15 to 20 years", "at least 800000 EUR"),
        ({"persons": "4", "danger": "yes", "death": "yes"}, "life", "at least 2800000 EUR"),
    ],
)
def test_the_four_letters_and_the_fine_for_each_person(facts: dict[str, object], custody: str, fine: str) -> None:
    found = state(AMENDED, facts)
    assert (found["custody"], found["fine"]) == (custody, fine)


@ALL
def test_the_fine_for_each_person_is_the_same_in_all_three(pack: Pack) -> None:
    assert state(pack, {"persons": "3"})["fine"] == "90000 EUR to 180000 EUR"
    assert state(pack, {"persons": "3", "danger": "yes"})["fine"] == "at least 600000 EUR"


def test_one_offence_and_three_laws_in_two_years() -> None:
    assert [state(pack, {})["custody"] for pack in PACKS] == ["5 to 10 years", "5 to 10 years", "5 to 20 years"]
    profit: dict[str, object] = {"profit": "yes"}
    assert [state(pack, profit)["custody"] for pack in PACKS] == ["10 to 15 years", "10 to 20 years", "10 to 20 years"]
    danger: dict[str, object] = {"danger": "yes"}
    assert [state(pack, danger)["custody"] for pack in PACKS] == ["15 years", "15 to 20 years", "15 to 20 years"]


def test_membership_of_a_registered_organisation_counts_since_2026_only() -> None:
    assert "ngo" not in CODE.facts
    assert "ngo" not in GENERAL_PART.facts
    assert state(AMENDED, {"ngo": "yes"})["custody"] == "10 to 20 years"


def test_suspension_is_barred_since_2026_and_an_appeal_never_suspended() -> None:
    said = {pack.head.edition.id: _say(pack, "no-suspension") for pack in PACKS}
    assert "neither suspended nor converted" in said["2026-02-06"]
    assert "converted" not in said["2024-05-01"]
    assert "appeal" in said["2024-01-01"]


def _say(pack: Pack, step_id: str) -> str:
    gate = next(step.gate for step in pack.steps if step.id == step_id)
    assert gate is not None
    return gate.say


# ------------------------------------------------------------------------------------------------- articles 83, 84, 85

GROUNDS = ("honest-life", "motives", "provocation", "remorse", "conduct-after", "delay", "other-ground")


@pytest.mark.parametrize("pack", [GENERAL_PART, AMENDED], ids=["general part", "amended"])
@pytest.mark.parametrize("many", range(1, len(GROUNDS) + 1))
def test_however_many_grounds_the_reduction_is_made_once(pack: Pack, many: int) -> None:
    facts: dict[str, object] = {"profit": "yes", **dict.fromkeys(GROUNDS[:many], "yes")}
    assert state(pack, facts)["custody"] == "3 to 14 years"


@pytest.mark.parametrize(
    ("facts", "custody"),
    [
        ({"danger": "yes", "death": "yes"}, "5 to 20 years"),  # life
        ({"danger": "yes"}, "3 to 14 years"),  # at least ten years
        ({}, "2 to 12 years"),  # katheirxi
        ({"conduct": "stay", "profession": "yes"}, "2 to 6 years"),  # katheirxi up to ten years
        ({"conduct": "stay"}, "up to 5 years"),  # otherwise, freely
    ],
)
def test_the_table_of_article_83(facts: dict[str, object], custody: str) -> None:
    assert state(AMENDED, {**facts, "remorse": "yes"})["custody"] == custody


def test_before_may_2024_a_second_ground_lowered_the_floor_again_and_only_the_floor() -> None:
    one: dict[str, object] = {"profit": "yes", "remorse": "yes"}
    assert state(CODE, one)["custody"] == "2 to 8 years"
    assert state(CODE, {**one, "honest-life": "yes"})["custody"] == "1 to 8 years"
    assert state(CODE, {**one, "honest-life": "yes", "delay": "yes"})["custody"] == "1 to 8 years"
    assert state(CODE, {**one, "confession": "yes"})["custody"] == "1 to 8 years"


@ALL
def test_weighing_gives_no_number(pack: Pack) -> None:
    assert state(pack, {"role": "subordinate", "surrender": "yes"}) == state(pack, {"role": "leading"})


# --------------------------------------------------------------------------------------------------------- article 94


def test_equal_terms_are_joined_by_up_to_half_of_each_other() -> None:
    judged: dict[str, object] = {"term": "6 years", "joining": "several-acts"}
    assert state(AMENDED, {"persons": "1"}, judged)["total"] == "6 years"
    assert state(AMENDED, {"persons": "2"}, judged)["total"] == "6 to 9 years"
    assert state(AMENDED, {"persons": "3"}, judged)["total"] == "6 to 12 years"


def test_thirty_four_passengers_are_never_the_naive_sum() -> None:
    facts: dict[str, object] = {"persons": "34", "jointly": "yes"}
    judged: dict[str, object] = {"term": "10 years", "joining": "several-acts"}
    assert state(AMENDED, facts, judged)["total"] == "10 to 25 years"
    assert state(GENERAL_PART, facts, judged)["total"] == "10 to 25 years"
    assert state(CODE, facts, judged)["total"] == "10 to 20 years"


def test_one_act_ends_at_the_limit_of_its_kind() -> None:
    facts: dict[str, object] = {"persons": "34", "jointly": "yes"}
    judged: dict[str, object] = {"term": "10 years", "joining": "one-act"}
    assert state(AMENDED, facts, judged)["total"] == "10 to 20 years"
    assert state(CODE, facts, judged)["total"] == "10 to 15 years"


def test_without_a_decision_on_joinder_there_is_one_term_and_the_fork_is_open() -> None:
    pack = AMENDED
    assert state(pack, {"persons": "34"})["total"] == "5 to 20 years"
    assert pack.judgments["joining"].until_made == "one-term"


# ---------------------------------------------------------------------------------------------------- gates, exercises


@ALL
@pytest.mark.parametrize(
    ("fact", "gate"), [("migrant-only", "art-5"), ("rescue", "rescue-at-sea"), ("protection", "persons-in-need")]
)
def test_what_is_not_punished_stops(pack: Pack, fact: str, gate: str) -> None:
    assert result(pack, {fact: "yes", "persons": "40"})["gates"] == [gate]


@pytest.mark.parametrize("path", sorted((FOLDER / "exercises").glob("*.yaml")), ids=lambda path: path.stem)
def test_an_exercise_can_be_asked_under_its_edition(path: Path) -> None:
    exercise, problems = read_exercise(path.read_text("utf-8"))
    assert problems == ()
    assert exercise is not None
    assert exercise.id == path.stem
    pack = next(pack for pack in PACKS if pack.head.edition.id == exercise.edition)
    assert exercise.problems(pack) == ()
    assert choose_edition([each.head for each in PACKS], exercise.dates).edition.id == exercise.edition
