"""Spain, article 318 bis: halves and degrees with one indivisible day, the rules of article 66, cooperation sealed."""

from pathlib import Path

import pytest

from sentencing.case.exercise import read_exercise
from sentencing.engine.answers import AnswerReader
from sentencing.engine.results import result_of
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import Assistance, GateKind, Proposal, Status
from sentencing.pack.texts import translations
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

FOLDER = GUIDANCE / "es-318bis"
PACK = pack_of(FOLDER / "2015-07-01.yaml")
DANGER = {"peligro": "yes"}
CHIEF = {"organizacion": "yes", "jefe": "yes"}
DOWN_ONE = "2 years to 3 years 11 months 29 days"
UPPER = "6 years 1 day to 8 years"


def prison(facts: dict[str, object], judgments: dict[str, object] | None = None) -> str:
    return result(PACK, facts, judgments)["state"]["prision"]


# ------------------------------------------------------------------------------------------------------ the pack itself


def test_every_worked_example_holds_and_the_checks_have_nothing_to_say() -> None:
    assert failures(PACK) == []
    assert doubts(PACK) == []


def test_it_is_a_sealed_draft_in_spanish_that_proposes_a_range() -> None:
    assert PACK.head.status is Status.DRAFT
    assert PACK.head.assistance is Assistance.SEALED
    assert PACK.head.numeric_proposal is Proposal.RANGE
    assert PACK.head.language == "es"
    assert all(source.read == "text" for source in PACK.sources.values())


def test_the_english_texts_are_complete_and_current() -> None:
    texts, problems = translations(PACK)
    assert set(texts) == {"en"}
    assert [problem.sentence() for problem in problems] == []


def test_the_heads_of_the_note_and_cooperation_are_there() -> None:
    themes = {theme for fact in PACK.facts.values() for theme in fact.themes}
    assert {"art6.3a", "art6.3b", "third-party", "art26.2", "art5", "humanitarian", "family"} <= themes


# -------------------------------------------------------------------------------------------------------------- frames


@pytest.mark.parametrize(
    ("facts", "frame"),
    [
        ({}, "3 months to 1 year"),
        ({"lucro": "yes"}, "7 months 16 days to 1 year"),
        ({"conducta": "permanencia", "lucro": "yes"}, "3 months to 1 year"),
        (DANGER, "4 to 8 years"),
        ({"organizacion": "yes"}, "4 to 8 years"),
        ({"organizacion": "yes", "peligro": "yes", "lucro": "yes"}, "4 to 8 years"),
        ({"cargo": "yes"}, "4 to 8 years"),
        ({"conducta": "permanencia", "lucro": "yes", "peligro": "yes"}, "3 months to 1 year"),
    ],
)
def test_the_frame_of_each_paragraph(facts: dict[str, object], frame: str) -> None:
    assert prison(facts) == frame


def test_a_fine_may_stand_in_the_place_of_prison_only_in_paragraphs_1_and_2() -> None:
    assert result(PACK, {})["state"]["multa"] == "3 months to 1 year"
    assert "alternativa" in result(PACK, {})["gates"]
    assert result(PACK, DANGER)["state"]["multa"] == ""


def test_abuse_of_office_adds_disqualification() -> None:
    assert result(PACK, {"cargo": "yes"})["state"]["inhabilitacion"] == "6 to 12 years"
    assert result(PACK, DANGER)["state"]["inhabilitacion"] == ""


# --------------------------------------------------------------------------------------------------- the day of art. 70


def test_upper_half_of_four_to_eight_begins_at_six_years_and_a_day() -> None:
    assert prison(CHIEF, {"eleva": "no"}) == UPPER


def test_one_degree_up_from_four_to_eight_begins_at_eight_years_and_a_day() -> None:
    assert prison(CHIEF, {"eleva": "yes"}) == "8 years 1 day to 12 years"


def test_one_degree_down_from_four_to_eight_ends_a_day_before_four_years() -> None:
    assert prison(DANGER, {"rebaja": "yes"}) == DOWN_ONE


def test_lower_half_of_four_to_eight_is_four_to_six() -> None:
    assert prison({**DANGER, "confesion": "yes"}, {"muy-cualificada": "no"}) == "4 to 6 years"


def test_the_day_of_the_upper_half_is_a_setting_and_those_of_the_degrees_are_law() -> None:
    without = {"dia-de-la-mitad": "sin-dia"}
    assert prison({**CHIEF, **without}, {"eleva": "no"}) == "6 to 8 years"
    assert prison({**CHIEF, **without}, {"eleva": "yes"}) == "8 years 1 day to 12 years"
    assert prison({**DANGER, **without}, {"rebaja": "yes"}) == DOWN_ONE
    assert PACK.facts["dia-de-la-mitad"].default == "con-dia"


# -------------------------------------------------------------------------------------------------------- art. 66 table

MITIGATION = {"confesion": "yes"}
TWO = {"confesion": "yes", "reparacion": "yes"}


@pytest.mark.parametrize(
    ("facts", "judgments", "rule", "frame"),
    [
        ({}, {}, "r6", "4 to 8 years"),
        (MITIGATION, {"muy-cualificada": "no"}, "r1", "4 to 6 years"),
        (MITIGATION, {"muy-cualificada": "yes"}, "r2-muy", DOWN_ONE),
        (TWO, {"dos-grados": "no"}, "r2", DOWN_ONE),
        (TWO, {"dos-grados": "yes"}, "r2", "1 year to 1 year 11 months 29 days"),
        ({"genericas": "1"}, {}, "r3", UPPER),
        ({"genericas": "2"}, {"mas-de-dos": "yes"}, "r3", UPPER),
        ({"genericas": "3"}, {"mas-de-dos": "yes"}, "r4", "8 years 1 day to 10 years"),
        ({"genericas": "3"}, {"mas-de-dos": "no"}, "r3", UPPER),
        ({"reincidencia": "simple"}, {}, "r3", UPPER),
        ({"reincidencia": "triple"}, {"triple": "yes"}, "r5", "8 years 1 day to 12 years"),
        ({**MITIGATION, "genericas": "1"}, {"compensacion": "ninguno"}, "r7", "4 to 8 years"),
        ({**MITIGATION, "genericas": "1"}, {"compensacion": "atenuante"}, "r7-atenuante", DOWN_ONE),
        ({**MITIGATION, "genericas": "1"}, {"compensacion": "agravante"}, "r7-agravante", UPPER),
        ({**TWO, "genericas": "3"}, {"mas-de-dos": "yes"}, "r7", "4 to 8 years"),
    ],
)
def test_the_decision_table_of_article_66(
    facts: dict[str, object], judgments: dict[str, object], rule: str, frame: str
) -> None:
    found = result(PACK, {**DANGER, **facts}, judgments)
    assert rule in found["applied"]
    assert found["state"]["prision"] == frame


def test_article_66_works_on_the_frame_after_the_rules_of_the_article_itself() -> None:
    order = [step.id for step in PACK.steps]
    places = [order.index(step) for step in ("marco", "lucro", "jefes", "apartado-6", "art-66", "segundo-grado")]
    assert places == sorted(places)
    judged = {"eleva": "no", "muy-cualificada": "no"}
    assert prison({**CHIEF, **MITIGATION}, judged) == "6 years 1 day to 7 years"


@pytest.mark.parametrize(
    ("facts", "judgments", "fine"),
    [
        (MITIGATION, {"muy-cualificada": "no"}, "3 months to 7 months 15 days"),
        (TWO, {"dos-grados": "no"}, "1 month 15 days to 2 months 29 days"),
        ({"genericas": "1"}, {}, "7 months 16 days to 1 year"),
        ({"genericas": "3"}, {"mas-de-dos": "yes"}, "1 year 1 day to 1 year 3 months"),
        ({"reincidencia": "triple"}, {"triple": "yes"}, "1 year 1 day to 1 year 6 months"),
    ],
)
def test_the_fine_follows_the_same_rule_as_prison(
    facts: dict[str, object], judgments: dict[str, object], fine: str
) -> None:
    assert result(PACK, facts, judgments)["state"]["multa"] == fine


@pytest.mark.parametrize(
    ("facts", "again"),
    [
        ({"lucro": "yes", "precio": "yes"}, "ag-precio"),
        ({"conducta": "permanencia", "lucro": "yes", "precio": "yes"}, "ag-precio"),
        ({"cargo": "yes", "caracter-publico": "yes"}, "ag-caracter"),
    ],
)
def test_article_67_keeps_out_what_the_law_has_used(facts: dict[str, object], again: str) -> None:
    found = result(PACK, facts)
    assert found["excluded"] == [again]
    assert found["state"]["agravantes"] == "0"


def test_prison_under_three_months_is_replaced() -> None:
    assert "art-71" in result(PACK, {}, {"rebaja": "yes"})["gates"]
    assert "art-71" not in result(PACK, DANGER, {"rebaja": "yes"})["gates"]


# --------------------------------------------------------------------------------------------------------- cooperation


def test_article_376_does_not_reach_318_bis() -> None:
    found = result(PACK, {**DANGER, "colaboracion": "yes"})
    assert "no-376" in found["gates"]
    assert found["state"]["prision"] == "4 to 8 years"
    assert any("376" in str(cite) for each in PACK.head.leaves_out for cite in each.cites)


def test_cooperation_goes_through_the_analogous_mitigation_and_article_66() -> None:
    found = result(PACK, {**DANGER, "colaboracion": "yes"}, {"analogica": "yes"})
    assert found["state"]["atenuantes"] == "1"
    assert found["state"]["prision"] == "4 to 6 years"


def test_cooperation_leaves_no_trace_in_the_open_result() -> None:
    opened = open_pack(PACK)
    assert "colaboracion" not in opened.facts
    assert not {"at-analogica", "no-376"} & {step.id for step in opened.steps}
    silent, _ = AnswerReader(PACK).question(DANGER, {})
    spoken, _ = AnswerReader(PACK).question({**DANGER, "colaboracion": "yes"}, {"analogica": "yes"})
    assert silent is not None
    assert spoken is not None
    assert result_of(opened, silent) == result_of(opened, spoken)


# --------------------------------------------------------------------------------------------------- gates, exercises


@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        ({"solo-migrante": "yes"}, "art-5"),
        ({"menores-a-cargo": "yes"}, "cuidado-de-menores"),
        ({"ayuda-humanitaria": "yes"}, "ayuda"),
        ({"conducta": "permanencia"}, "permanencia-sin-lucro"),
    ],
)
def test_what_is_no_offence_stops(facts: dict[str, object], gate: str) -> None:
    step = next(step for step in PACK.steps if step.id == gate)
    assert step.gate is not None
    assert step.gate.kind is GateKind.STOP
    assert result(PACK, facts)["gates"] == [gate]


def test_trafficking_is_referred_because_its_penalties_come_in_addition() -> None:
    assert "trata" in result(PACK, {"explotacion": "yes"})["gates"]


@pytest.mark.parametrize("path", sorted((FOLDER / "exercises").glob("*.yaml")), ids=lambda path: path.stem)
def test_an_exercise_can_be_asked(path: Path) -> None:
    exercise, problems = read_exercise(path.read_text("utf-8"))
    assert problems == ()
    assert exercise is not None
    assert exercise.id == path.stem
    assert (exercise.pack, exercise.edition) == ("es-318bis", PACK.head.edition.id)
    assert exercise.problems(PACK) == ()
    assert exercise.source.startswith("https://") or "Inventad" in exercise.sentence
