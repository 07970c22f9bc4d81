"""France, articles L823-1 to L823-10: maxima only, tiers by combination, the ladder and the keys, recidivism."""

from pathlib import Path

import pytest

from sentencing.case.exercise import read_exercise
from sentencing.engine.answers import AnswerReader
from sentencing.engine.results import result_of
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import Add, Assesses, Assistance, GateKind, Proposal, Scale, Status
from sentencing.pack.texts import translations
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

FOLDER = GUIDANCE / "fr-l823"
PACK = pack_of(FOLDER / "2024-01-28.yaml")
OTHERS = ("risque", "dignite", "acces", "mineurs")


def open_to(facts: dict[str, object]) -> tuple[str, str]:
    state = result(PACK, facts)["state"]
    return state["encourue"], state["amende"]


# ------------------------------------------------------------------------------------------------------ the pack itself


def test_every_worked_example_holds_and_the_checks_have_nothing_to_say() -> None:
    assert failures(PACK) == []
    assert doubts(PACK) == []


def test_it_is_a_sealed_draft_in_french_that_proposes_no_number() -> None:
    assert PACK.head.status is Status.DRAFT
    assert PACK.head.assistance is Assistance.SEALED
    assert PACK.head.numeric_proposal is Proposal.NONE
    assert PACK.head.assesses is Assesses.ALL_COUNTS
    assert PACK.head.language == "fr"
    assert all(source.read == "text" for source in PACK.sources.values())


def test_the_english_texts_are_complete_and_current() -> None:
    texts, problems = translations(PACK)
    assert set(texts) == {"en"}
    assert [problem.sentence() for problem in problems] == []


def test_the_heads_of_the_note_and_cooperation_are_there() -> None:
    themes = {theme for fact in PACK.facts.values() for theme in fact.themes}
    assert {"art6.3a", "art6.3b", "third-party", "art26.2", "art5", "humanitarian", "family"} <= themes


# -------------------------------------------------------------------------------------------------------------- maxima


def test_there_are_only_maxima_and_no_fractions() -> None:
    for step in PACK.steps:
        for way in step.ways:
            assert not any(isinstance(effect, Scale | Add) for effect in way.effects)
    for facts in ({}, {"bande": "yes"}, {"dirige": "yes"}):
        assert open_to(facts)[0].startswith("up to ")


@pytest.mark.parametrize(
    ("facts", "term", "fine"),
    [
        ({}, "up to 5 years", "up to 30000 EUR"),
        ({"bande": "yes"}, "up to 10 years", "up to 750000 EUR"),
        ({"risque": "yes", "dignite": "yes"}, "up to 10 years", "up to 750000 EUR"),
        (dict.fromkeys(OTHERS, "yes"), "up to 10 years", "up to 750000 EUR"),
        ({"bande": "yes", "risque": "yes"}, "up to 15 years", "up to 1000000 EUR"),
        ({"bande": "yes", **dict.fromkeys(OTHERS, "yes")}, "up to 15 years", "up to 1000000 EUR"),
        ({"dirige": "yes"}, "up to 20 years", "up to 1500000 EUR"),
    ],
)
def test_two_circumstances_count_only_when_one_is_the_organised_gang(
    facts: dict[str, object], term: str, fine: str
) -> None:
    assert open_to(facts) == (term, fine)


@pytest.mark.parametrize("other", OTHERS)
def test_gang_and_any_other_circumstance_are_fifteen_years(other: str) -> None:
    assert open_to({other: "yes"})[0] == "up to 10 years"
    assert open_to({"bande": "yes", other: "yes"})[0] == "up to 15 years"


def test_no_number_of_persons_moves_the_maximum() -> None:
    assert open_to({"nombre": "1"}) == open_to({"nombre": "600"})


# --------------------------------------------------------------------------------------------- ladder, keys, recidivism


@pytest.mark.parametrize(
    ("facts", "term"),
    [
        ({}, "up to 7 years"),
        ({"bande": "yes"}, "up to 15 years"),
        ({"bande": "yes", "risque": "yes"}, "up to 20 years"),
        ({"dirige": "yes"}, "up to 30 years"),
    ],
)
def test_encryption_raises_the_maximum_by_the_ladder_and_the_keys_cancel_it(
    facts: dict[str, object], term: str
) -> None:
    assert open_to({**facts, "chiffre": "yes"})[0] == term
    cancelled = result(PACK, {**facts, "chiffre": "yes", "cles": "yes"})
    assert cancelled["excluded"] == ["cryptologie"]
    assert cancelled["state"]["encourue"] == open_to(facts)[0]


def test_the_ladder_leaves_the_fine_and_recidivism_doubles_it() -> None:
    assert open_to({"chiffre": "yes"}) == ("up to 7 years", "up to 30000 EUR")
    assert open_to({"recidive": "cinq-ans"}) == ("up to 10 years", "up to 60000 EUR")


@pytest.mark.parametrize(
    ("facts", "within", "term"),
    [
        ({}, "dix-ans", "up to 5 years"),
        ({}, "cinq-ans", "up to 10 years"),
        ({"bande": "yes"}, "dix-ans", "up to 20 years"),
        ({"bande": "yes"}, "cinq-ans", "up to 20 years"),
    ],
)
def test_the_lookback_is_ten_years_for_offences_of_ten_and_five_otherwise(
    facts: dict[str, object], within: str, term: str
) -> None:
    assert open_to({**facts, "recidive": within})[0] == term


def test_recidivism_of_a_crime_was_not_read_and_is_not_computed() -> None:
    found = result(PACK, {"bande": "yes", "risque": "yes", "recidive": "cinq-ans"})
    assert found["state"]["encourue"] == "up to 15 years"
    assert "recidive-criminelle" in found["gates"]


def test_ladder_and_doubling_together_are_not_compounded_and_that_is_said() -> None:
    found = result(PACK, {"chiffre": "yes", "recidive": "cinq-ans"})
    assert found["state"]["encourue"] == "up to 10 years"
    assert "cumul" in found["gates"]


# -------------------------------------------------------------------------------------------------------------- floors


def test_a_crime_has_a_floor_of_one_year_and_a_delict_doubled_to_twenty_has_none() -> None:
    assert result(PACK, {"bande": "yes", "risque": "yes"})["state"]["peine"] == "1 to 15 years"
    assert result(PACK, {"bande": "yes", "chiffre": "yes"})["state"]["peine"] == "1 to 15 years"
    assert result(PACK, {"bande": "yes", "recidive": "dix-ans"})["state"]["peine"] == "up to 20 years"


def test_a_month_or_less_without_suspension_cannot_be_imposed() -> None:
    assert "ferme" in result(PACK, {}, {"peine": "1 month"})["gates"]
    assert "ferme" not in result(PACK, {}, {"peine": "2 months"})["gates"]


# --------------------------------------------------------------------------------------------------------- cooperation


def test_there_is_no_reduction_under_132_78_for_smuggling() -> None:
    helped = result(PACK, {"bande": "yes", "aide-aux-autorites": "yes"})
    assert helped["state"] == result(PACK, {"bande": "yes"})["state"]
    assert "sans-reduction" in helped["gates"]
    assert any("132-78" in str(cite) for each in PACK.head.leaves_out for cite in each.cites)


def test_help_to_the_authorities_leaves_no_trace_in_the_open_result() -> None:
    opened = open_pack(PACK)
    assert "aide-aux-autorites" not in opened.facts
    assert "sans-reduction" not in {step.id for step in opened.steps}
    silent, _ = AnswerReader(PACK).question({"bande": "yes"}, {})
    spoken, _ = AnswerReader(PACK).question({"bande": "yes", "aide-aux-autorites": "yes"}, {})
    assert silent is not None
    assert spoken is not None
    assert result_of(opened, silent) == result_of(opened, spoken)


def test_handing_over_the_keys_is_open_because_it_decides_the_maximum() -> None:
    assert not PACK.facts["cles"].sealed
    assert "art26.2" in PACK.facts["cles"].themes


# --------------------------------------------------------------------------------------------------- gates, exercises


@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        ({"seulement-migrant": "yes"}, "art-5"),
        ({"mineurs-a-charge": "yes"}, "soin-des-mineurs"),
        ({"famille": "yes", "acte": "sejour"}, "aide-familiale"),
        ({"famille": "yes", "acte": "circulation"}, "aide-familiale"),
        ({"desinteressee": "yes", "acte": "sejour"}, "aide-desinteressee"),
        ({"desinteressee": "yes", "acte": "sejour", "dirige": "yes"}, "aide-desinteressee"),
    ],
)
def test_what_is_not_prosecuted_stops(facts: dict[str, object], gate: str) -> None:
    step = next(step for step in PACK.steps if step.id == gate)
    assert step.gate is not None
    assert step.gate.kind is GateKind.STOP
    assert result(PACK, facts)["gates"] == [gate]


@pytest.mark.parametrize(
    "facts",
    [
        {"famille": "yes", "acte": "entree"},
        {"desinteressee": "yes", "acte": "entree"},
        {"famille": "yes", "acte": "sejour", "dirige": "yes"},
    ],
)
def test_entry_is_not_exempt_and_family_does_not_excuse_the_organiser(facts: dict[str, object]) -> None:
    assert result(PACK, facts)["gates"] == []


@pytest.mark.parametrize(
    ("facts", "gate"),
    [({}, "interdiction-temporaire"), ({"risque": "yes"}, "interdiction-definitive"), ({"dirige": "yes"}, None)],
)
def test_the_ban_is_ten_years_or_permanent(facts: dict[str, object], gate: str | None) -> None:
    assert (gate or "interdiction-non-visee") in result(PACK, facts, {"interdiction": "sought"})["gates"]


@pytest.mark.parametrize("path", sorted((FOLDER / "exercises").glob("*.yaml")), ids=lambda path: path.stem)
def test_an_exercise_can_be_asked_and_says_that_it_is_invented(path: Path) -> None:
    exercise, problems = read_exercise(path.read_text("utf-8"))
    assert problems == ()
    assert exercise is not None
    assert exercise.id == path.stem
    assert (exercise.pack, exercise.edition) == ("fr-l823", PACK.head.edition.id)
    assert exercise.problems(PACK) == ()
    assert exercise.sentence.startswith("Inventée")
