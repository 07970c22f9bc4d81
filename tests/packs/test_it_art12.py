"""Italy, articles 12 and 12-bis: the order of article 63, fines for each person, the two editions, decided cases."""

from pathlib import Path

import pytest

from sentencing.case.exercise import read_exercise
from sentencing.pack.editions import choose_edition, edition_problems
from sentencing.pack.model import Assistance, Choose, EditionRule, GateKind, Pack, Status
from sentencing.pack.texts import translations
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

FOLDER = GUIDANCE / "it-art12"
BEFORE = pack_of(FOLDER / "2009-08-08.yaml")
SINCE = pack_of(FOLDER / "2023-03-11.yaml")
BOTH = pytest.mark.parametrize("pack", [BEFORE, SINCE], ids=["before", "since"])
CUTRO = {"persone": "180", "profitto": "yes"}


def state(pack: Pack, facts: dict[str, object], judgments: dict[str, object] | None = None) -> dict[str, str]:
    return result(pack, facts, judgments)["state"]


# ------------------------------------------------------------------------------------------------------ the pack itself


@BOTH
def test_every_worked_example_holds_and_the_checks_have_nothing_to_say(pack: Pack) -> None:
    assert failures(pack) == []
    assert doubts(pack) == []


@BOTH
def test_it_is_a_draft_whose_second_hand_sources_are_marked(pack: Pack) -> None:
    assert pack.head.status is Status.DRAFT
    assert pack.head.assistance is Assistance.OPEN
    assert {"tui3", "ter", "cp64", "cp66", "cpp442"} <= {k for k, v in pack.sources.items() if v.read != "text"}
    assert pack.sources["cp63"].read == "text"


@BOTH
def test_the_english_texts_are_complete_and_current(pack: Pack) -> None:
    texts, problems = translations(pack)
    assert set(texts) == {"en"}
    assert [problem.sentence() for problem in problems] == []


@BOTH
def test_the_heads_of_the_note_and_cooperation_are_there(pack: Pack) -> None:
    themes = {theme for fact in pack.facts.values() for theme in fact.themes}
    assert {"art6.3a", "art6.3b", "third-party", "art26.2", "art5", "humanitarian", "family"} <= themes


@BOTH
def test_balancing_is_left_out_and_said(pack: Pack) -> None:
    assert any("Bilanciamento" in each.title for each in pack.head.leaves_out)
    assert not any("cp 69" in str(cite) for step in pack.steps for cite in step.cites)


# --------------------------------------------------------------------------------------------------------------- fines


@BOTH
def test_cutro_fine_is_four_and_a_half_million_in_the_ordinary_trial(pack: Pack) -> None:
    assert state(pack, CUTRO)["multa"] == "4500000 EUR"


@BOTH
def test_cutro_fine_is_three_million_on_abbreviated_trial(pack: Pack) -> None:
    assert state(pack, {**CUTRO, "abbreviato": "yes"})["multa"] == "3000000 EUR"


def test_the_abbreviated_trial_reaches_the_detention_too() -> None:
    judged = {"pena-base": "9 years", "comma-3-ter": "1/3"}
    assert state(SINCE, CUTRO, judged)["pena"] == "12 years"
    assert state(SINCE, {**CUTRO, "abbreviato": "yes"}, judged)["pena"] == "8 years"


@BOTH
def test_the_fine_counts_the_transported_and_not_the_dead(pack: Pack) -> None:
    assert state(pack, {"persone": "10"})["multa"] == state(pack, {"persone": "10", "morti": "7"})["multa"]


@pytest.mark.parametrize(
    ("facts", "fine"),
    [
        ({"persone": "1"}, "15000 EUR"),
        ({"persone": "4", "profitto": "yes"}, "60000 EUR"),  # profit counts only on the qualified form
        ({"persone": "5"}, "75000 EUR"),
        ({"persone": "5", "profitto": "yes"}, "125000 EUR"),
    ],
)
def test_the_fine_is_for_each_person(facts: dict[str, object], fine: str) -> None:
    assert state(SINCE, facts)["multa"] == fine


# ----------------------------------------------------------------------------------------------------- order of art. 63


@BOTH
def test_a_third_and_then_a_half_are_double_and_not_five_sixths_more(pack: Pack) -> None:
    judged = {"pena-base": "6 years", "comma-3-ter": "1/2", "comma-3-bis": "1/3"}
    assert state(pack, {"persone": "6", "pericolo": "yes", "profitto": "yes"}, judged)["pena"] == "12 years"


@BOTH
def test_two_special_effect_circumstances_do_not_both_multiply(pack: Pack) -> None:
    facts = {"persone": "6", "profitto": "yes", "sfruttamento": "yes"}
    judged = {"pena-base": "6 years", "comma-3-ter": "1/2"}
    assert state(pack, facts, {**judged, "art-63-4": "0"})["pena"] == "9 years"
    assert state(pack, facts, {**judged, "art-63-4": "1/3"})["pena"] == "12 years"
    assert state(pack, facts, {**judged, "art-63-4": "1/2"})["pena"] == "9 to 12 years"


@BOTH
def test_special_effect_stands_before_the_common_increase_and_reductions_after_both(pack: Pack) -> None:
    order = [step.id for step in pack.steps]
    wanted = ["base", "comma-3-ter", "art-63-4", "comma-3-bis", "art-66", "comma-3-quinquies", "minima-importanza"]
    places = [order.index(step) for step in (*wanted, "rito-abbreviato")]
    assert places == sorted(places)


def test_the_fraction_is_of_the_amount_chosen_and_not_of_the_frame() -> None:
    facts = {"persone": "6", "profitto": "yes"}
    assert state(SINCE, facts, {"pena-base": "6 years", "comma-3-ter": "1/3"})["pena"] == "8 years"
    assert state(SINCE, facts, {"pena-base": "9 years", "comma-3-ter": "1/3"})["pena"] == "12 years"


def test_six_persons_with_danger_profit_and_cooperation() -> None:
    facts = {"persone": "6", "pericolo": "yes", "profitto": "yes", "collaborazione": "yes"}
    judged = {"pena-base": "7 years", "comma-3-ter": "1/3", "comma-3-bis": "1/6", "comma-3-quinquies": "-1/2"}
    assert state(SINCE, facts, judged)["pena"] == "5 years 5 months 10 days"
    assert state(SINCE, facts, judged)["multa"] == "87500 EUR"


def test_nothing_ends_above_thirty_years() -> None:
    facts = {"persone": "6", "pericolo": "yes", "morti": "3", "profitto": "yes"}
    assert state(SINCE, facts, {"pena-base": "30 years", "bis-meta": "1/2"})["pena"] == "30 years"


def test_reductions_run_on_the_sum_that_results_from_the_increase() -> None:
    facts = {"persone": "6", "pericolo": "yes", "altra-attenuante": "yes"}
    judged = {"pena-base": "6 years", "comma-3-bis": "1/3", "attenuante-comune": "-1/3"}
    assert state(SINCE, facts, judged)["pena"] == "5 years 4 months"


def test_a_common_mitigation_against_one_letter_is_left_to_balancing() -> None:
    found = result(SINCE, {"persone": "6", "altra-attenuante": "yes"})
    assert found["excluded"] == ["attenuante-comune"]
    assert "bilanciamento-aperto" in found["gates"]


@pytest.mark.parametrize(
    ("letters", "frame", "more"),
    [
        ({}, "2 to 6 years", False),
        ({"persone": "4", "concorrenti": "2"}, "2 to 6 years", False),
        ({"persone": "5"}, "6 to 16 years", False),
        ({"concorrenti": "3"}, "6 to 16 years", False),
        ({"armi": "yes"}, "6 to 16 years", False),
        ({"pericolo": "yes"}, "6 to 16 years", False),
        ({"degradante": "yes"}, "6 to 16 years", False),
        ({"pericolo": "yes", "degradante": "yes"}, "6 to 16 years", True),
        ({"persone": "500", "concorrenti": "3"}, "6 to 16 years", True),
    ],
)
def test_the_tier_counts_distinct_letters(letters: dict[str, object], frame: str, more: bool) -> None:
    found = result(SINCE, letters)
    assert found["state"]["cornice"] == frame
    assert ("comma-3-bis" in found["applied"]) is more


# -------------------------------------------------------------------------------------------------------------- 12-bis


@pytest.mark.parametrize(
    ("facts", "frame"),
    [
        ({"pericolo": "yes", "lesioni": "yes"}, "10 to 20 years"),
        ({"pericolo": "yes", "morti": "1"}, "15 to 24 years"),
        ({"pericolo": "yes", "morti": "2"}, "20 to 30 years"),
        ({"degradante": "yes", "morti": "1", "lesioni": "yes"}, "20 to 30 years"),
        ({"morti": "2"}, "2 to 6 years"),  # 12-bis wants dangerous or degrading transport
        ({"pericolo": "yes", "morti": "2", "condotta": "permanenza"}, "up to 4 years"),
    ],
)
def test_death_and_injury_have_frames_of_their_own_since_2023(facts: dict[str, object], frame: str) -> None:
    assert state(SINCE, facts)["cornice"] == frame


def test_before_2023_death_moves_nothing_here() -> None:
    assert state(BEFORE, {"pericolo": "yes", "morti": "94"}) == state(BEFORE, {"pericolo": "yes"})


def test_in_12_bis_danger_is_an_element_and_only_letters_a_d_and_e_increase() -> None:
    killed = {"pericolo": "yes", "degradante": "yes", "morti": "1"}
    assert "bis-comma-3" not in result(SINCE, killed)["applied"]
    assert "bis-terzo" in result(SINCE, {**killed, "armi": "yes"})["applied"]
    assert "bis-meta" in result(SINCE, {**killed, "armi": "yes", "persone": "5"})["applied"]
    assert "bis-meta" in result(SINCE, {**killed, "profitto": "yes"})["applied"]


# --------------------------------------------------------------------------------------------------------- cooperation


def test_cooperation_takes_up_to_a_half_and_is_public() -> None:
    assert state(SINCE, {"persone": "2", "collaborazione": "yes"})["pena"] == "1 to 6 years"
    assert not SINCE.has_sealed


def test_cooperation_reaches_12_bis_and_not_paragraph_5() -> None:
    facts = {"pericolo": "yes", "morti": "1", "collaborazione": "yes"}
    assert state(SINCE, facts, {"pena-base": "16 years"})["pena"] == "8 to 16 years"
    assert result(SINCE, {"condotta": "permanenza", "collaborazione": "yes"})["excluded"] == ["comma-3-quinquies"]


# ------------------------------------------------------------------------------------------------------------ editions


def test_the_editions_meet_and_the_milder_governs() -> None:
    heads = [BEFORE.head, SINCE.head]
    assert edition_problems(heads) == ()
    assert SINCE.head.choice_of_edition is EditionRule.MILDER
    chosen = choose_edition(heads, {"offence-date": "2023-02-26", "sentence-date": "2024-12-31"})
    assert chosen.compares
    assert chosen.edition.id == "2009-08-08"
    assert choose_edition(heads, {"offence-date": "2023-03-11"}).edition.id == "2023-03-11"


def test_the_frame_was_a_year_lower_at_each_end_before_2023() -> None:
    assert state(BEFORE, {"persone": "5"})["cornice"] == "5 to 15 years"
    assert state(SINCE, {"persone": "5"})["cornice"] == "6 to 16 years"


def test_the_old_frame_of_paragraph_1_was_not_read_and_is_not_guessed() -> None:
    found = result(BEFORE, {"persone": "2"})
    assert found["state"]["pena"] == ""
    assert found["gates"] == ["cornice-non-letta"]
    entered = {"persone": "2", "minimo-comma-1": "10", "massimo-comma-1": "50"}
    assert state(BEFORE, entered)["cornice"] == "10 months to 4 years 2 months"


@BOTH
def test_the_rest_of_letter_d_is_void(pack: Pack) -> None:
    assert not any("documents" in fact.themes for fact in pack.facts.values())
    assert {cite.source for cite in pack.terms["lettera-d"].cites} == {"tui3", "cost63"}


# --------------------------------------------------------------------------------------------------------------- gates


@BOTH
@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        ({"solo-migrante": "yes"}, "art-5"),
        ({"minori-accompagnati": "yes"}, "cura-dei-minori"),
        ({"soccorso": "yes"}, "comma-2"),
        ({"necessita": "yes"}, "stato-di-necessita"),
        ({"condotta": "permanenza", "titolo-permanenza": "nessuno"}, "permanenza-senza-scopo"),
    ],
)
def test_what_is_no_offence_stops(pack: Pack, facts: dict[str, object], gate: str) -> None:
    step = next(step for step in pack.steps if step.id == gate)
    assert step.gate is not None
    assert step.gate.kind is GateKind.STOP
    assert result(pack, facts)["gates"] == [gate]


@BOTH
def test_exploitation_is_referred_as_possible_trafficking(pack: Pack) -> None:
    assert "tratta" in result(pack, {"persone": "5", "sfruttamento": "yes"})["gates"]


@BOTH
def test_the_frame_is_chosen_in_the_order_of_the_law(pack: Pack) -> None:
    assert next(step for step in pack.steps if step.id == "cornice").choose is Choose.FIRST


def test_the_steps_ask_for_each_fraction_under_their_own_name() -> None:
    asked = {each.id for each in SINCE.judgments.values() if each.step}
    assert {"comma-3-ter", "comma-3-bis", "comma-3-quinquies", "art-63-4", "bis-meta", "bis-terzo"} <= asked
    assert "rito-abbreviato" not in asked


# ----------------------------------------------------------------------------------------------------------- exercises


@pytest.mark.parametrize("path", sorted((FOLDER / "exercises").glob("*.yaml")), ids=lambda path: path.stem)
def test_an_exercise_can_be_asked_under_its_edition(path: Path) -> None:
    exercise, problems = read_exercise(path.read_text("utf-8"))
    assert problems == ()
    assert exercise is not None
    assert exercise.id == path.stem
    assert (exercise.pack, exercise.edition) == ("it-art12", BEFORE.head.edition.id)
    assert exercise.problems(BEFORE) == ()
    assert exercise.source.startswith("https://")
    assert choose_edition([BEFORE.head, SINCE.head], exercise.dates).edition.id == exercise.edition


def test_the_contested_threshold_of_the_tenant_stays_open_and_stops_when_decided() -> None:
    facts: dict[str, object] = {"condotta": "permanenza", "persone": "2"}
    contested = {"prosecution": "ingiusto-profitto", "defence": "nessuno"}
    assert state(BEFORE, {**facts, "titolo-permanenza": contested})["cornice"] == "up to 4 years"
    assert result(BEFORE, {**facts, "titolo-permanenza": "nessuno"})["gates"] == ["permanenza-senza-scopo"]
