"""Germany, §§ 96 and 97 of the Residence Act: choice of frame, § 50, the shift of § 49(1), § 46b, two editions."""

from pathlib import Path

import pytest

from sentencing.case.exercise import read_exercise
from sentencing.pack.editions import choose_edition, edition_problems
from sentencing.pack.model import Assistance, EditionRule, GateKind, Pack, Status
from sentencing.pack.texts import translations
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

FOLDER = GUIDANCE / "de-96-97"
BEFORE = pack_of(FOLDER / "2016-01-01.yaml")
SINCE = pack_of(FOLDER / "2024-02-27.yaml")
BOTH = pytest.mark.parametrize("pack", [BEFORE, SINCE], ids=["before", "since"])
DEATH = {"tod": "yes"}
GANG = {"bande": "yes", "gewerbsmaessig": "yes"}
HELP = {"aufklaerung": "darueber-hinaus", "katalogtat": "yes"}
RECKLESS = {"tod": "yes", "leichtfertig": "yes"}


def frame(pack: Pack, facts: dict[str, object], judgments: dict[str, object] | None = None) -> str:
    return result(pack, facts, judgments)["state"]["rahmen"]


# ------------------------------------------------------------------------------------------------------ the pack itself


@BOTH
def test_every_worked_example_holds_and_the_checks_have_nothing_to_say(pack: Pack) -> None:
    assert failures(pack) == []
    assert doubts(pack) == []


@BOTH
def test_it_is_an_open_draft_in_german(pack: Pack) -> None:
    assert pack.head.status is Status.DRAFT
    assert pack.head.assistance is Assistance.OPEN
    assert pack.head.language == "de"
    assert pack.head.leaves_out


def test_what_was_only_reported_is_marked_so() -> None:
    assert SINCE.sources["aufenthg97"].read == "text"
    assert SINCE.sources["stgb"].read == "text"
    assert SINCE.sources["aufenthg96"].read == "second-hand"
    assert SINCE.sources["nr6"].read == "second-hand"


@BOTH
def test_the_english_texts_are_complete_and_current(pack: Pack) -> None:
    texts, problems = translations(pack)
    assert set(texts) == {"en"}
    assert [problem.sentence() for problem in problems] == []


@BOTH
def test_the_heads_of_the_note_and_cooperation_are_there(pack: Pack) -> None:
    themes = {theme for fact in pack.facts.values() for theme in fact.themes}
    assert {"art6.3a", "art6.3b", "third-party", "art26.2", "art5", "humanitarian", "family"} <= themes


# ------------------------------------------------------------------------------------------------------------- frames


@pytest.mark.parametrize(
    ("facts", "before", "since"),
    [
        ({}, "3 to 60 months", "6 to 120 months"),
        ({"gewerbsmaessig": "yes"}, "6 to 120 months", "12 to 180 months"),
        ({"bande": "yes"}, "6 to 120 months", "12 to 180 months"),
        ({"waffe": "schusswaffe"}, "6 to 120 months", "12 to 180 months"),
        ({"waffe": "andere"}, "6 to 120 months", "12 to 180 months"),
        ({"lebensgefahr": "yes"}, "6 to 120 months", "12 to 180 months"),
        ({"erniedrigung": "yes"}, "6 to 120 months", "12 to 180 months"),
        ({"kind-allein": "yes"}, "6 to 120 months", "12 to 180 months"),
        ({"flucht": "yes"}, "3 to 60 months", "12 to 180 months"),
        ({**GANG}, "12 to 120 months", "36 to 180 months"),
        ({**DEATH}, "36 to 180 months", "60 to 180 months"),
        ({**RECKLESS}, "36 to 180 months", "120 to 180 months"),
    ],
)
def test_the_frames_before_and_since_february_2024(facts: dict[str, object], before: str, since: str) -> None:
    assert frame(BEFORE, facts) == before
    assert frame(SINCE, facts) == since


@BOTH
def test_no_number_of_persons_moves_the_frame(pack: Pack) -> None:
    assert frame(pack, {"anzahl": "1"}) == frame(pack, {"anzahl": "500"})


def test_life_is_the_choice_of_a_person_and_never_a_range_with_a_term() -> None:
    assert frame(SINCE, RECKLESS, {"lebenslang": "lebenslang"}) == "life"
    assert frame(SINCE, RECKLESS, {"lebenslang": "zeitig"}) == "120 to 180 months"


def test_the_upper_end_that_was_not_read_is_said() -> None:
    assert "obergrenze" in result(SINCE, {"gewerbsmaessig": "yes"})["gates"]
    assert "obergrenze" not in result(SINCE, DEATH)["gates"]
    assert any("Obergrenze" in each.title for each in SINCE.head.leaves_out)


@pytest.mark.parametrize(
    ("facts", "before", "since"),
    [
        (DEATH, "12 to 120 months", "12 to 180 months"),
        (GANG, "6 to 120 months", "12 to 180 months"),
        ({}, "1 to 60 months", "6 to 120 months"),
        ({"gewerbsmaessig": "yes"}, "6 to 120 months", "12 to 180 months"),
    ],
)
def test_less_serious_cases(facts: dict[str, object], before: str, since: str) -> None:
    assert frame(BEFORE, facts, {"minder-schwer": "yes"}) == before
    assert frame(SINCE, facts, {"minder-schwer": "yes"}) == since


# ----------------------------------------------------------------------------------------------------------- § 49 StGB


def test_five_to_fifteen_years_shifted_once_are_two_years_to_eleven_years_three_months() -> None:
    assert frame(SINCE, {**DEATH, "gehilfe": "yes"}) == "24 to 135 months"


def test_three_to_fifteen_years_shifted_give_six_months_and_not_two_years_three_months() -> None:
    assert frame(SINCE, {**GANG, "gehilfe": "yes"}) == "6 to 135 months"


@pytest.mark.parametrize(
    ("facts", "judgments", "minimum"),
    [
        (RECKLESS, {"lebenslang": "lebenslang"}, "36"),  # life: not under three years
        (RECKLESS, {"lebenslang": "zeitig"}, "24"),  # ten years
        (DEATH, {}, "24"),  # five years
        (GANG, {}, "6"),  # three years
        ({"gewerbsmaessig": "yes"}, {}, "3"),  # one year
        ({}, {}, "1"),  # otherwise the statutory minimum
    ],
)
def test_each_raised_minimum_falls_to_its_own(
    facts: dict[str, object], judgments: dict[str, object], minimum: str
) -> None:
    assert frame(SINCE, {**facts, "gehilfe": "yes"}, judgments).split(" to ")[0] == minimum


def test_aiding_must_and_the_others_may_mitigate() -> None:
    assert frame(SINCE, {**DEATH, "gehilfe": "yes"}) == "24 to 135 months"
    for fact, judgment in (("versuch", "milderung-versuch"), ("ausgleich", "milderung-46a")):
        assert frame(SINCE, {**DEATH, fact: "yes"}) == "60 to 180 months"
        assert frame(SINCE, {**DEATH, fact: "yes"}, {judgment: "yes"}) == "24 to 135 months"


def test_a_second_shift_is_a_persons_decision_and_ends_at_full_months() -> None:
    facts = {**DEATH, "gehilfe": "yes", **HELP}
    assert frame(SINCE, facts, {"milderung-46b": "yes"}) == "24 to 135 months"
    assert frame(SINCE, facts, {"milderung-46b": "yes", "weitere-verschiebung": "yes"}) == "6 to 101 months"
    assert any("Mehrere Milderungsgründe" in each.title for each in SINCE.head.leaves_out)


@BOTH
@pytest.mark.parametrize(
    ("ground", "facts", "judgment", "step"),
    [
        ("gehilfe", {"gehilfe": "yes"}, {}, "p27"),
        ("versuch", {"versuch": "yes"}, {"milderung-versuch": "yes"}, "p23"),
        ("ausgleich", {"ausgleich": "yes"}, {"milderung-46a": "yes"}, "p46a"),
        ("aufklaerung", HELP, {"milderung-46b": "yes"}, "p46b"),
    ],
)
def test_what_carried_the_less_serious_case_does_not_shift_again(
    pack: Pack, ground: str, facts: dict[str, object], judgment: dict[str, object], step: str
) -> None:
    carried = {"minder-schwer": {"value": "yes", "grounds": [ground], "reasons": "r"}, **judgment}
    other = {"minder-schwer": {"value": "yes", "grounds": [], "reasons": "r"}, **judgment}
    assert result(pack, {**GANG, **facts}, carried)["excluded"] == [step]
    assert step in result(pack, {**GANG, **facts}, other)["applied"]


# -------------------------------------------------------------------------------------------------------- cooperation


def test_cooperation_shifts_only_beyond_the_own_part_and_for_a_listed_offence() -> None:
    judged = {"milderung-46b": "yes"}
    assert frame(SINCE, {**GANG, **HELP}, judged) == "6 to 135 months"
    assert frame(SINCE, {**GANG, **HELP, "aufklaerung": "eigene-tat"}, judged) == "36 to 180 months"
    assert frame(SINCE, {**GANG, **HELP, "katalogtat": "no"}, judged) == "36 to 180 months"


@BOTH
def test_cooperation_is_barred_after_the_main_proceedings_are_opened(pack: Pack) -> None:
    late = result(pack, {**DEATH, **HELP, "eroeffnet": "yes"}, {"milderung-46b": "yes", "absehen": "yes"})
    assert "gesperrt" in late["gates"]
    assert "p46b" not in late["applied"]
    assert "absehen-46b" not in late["applied"]


def test_cooperation_replaces_life_by_ten_years_and_not_by_three() -> None:
    judged = {"lebenslang": "lebenslang", "milderung-46b": "yes"}
    assert frame(SINCE, {**RECKLESS, **HELP}, judged) == "120 to 180 months"
    assert frame(SINCE, {**RECKLESS, **HELP}, {**judged, "nur-lebenslang": "no"}) == "36 to 180 months"


def test_punishment_may_be_waived_up_to_three_years_and_never_where_life_is_threatened() -> None:
    facts = {"gewerbsmaessig": "yes", **HELP}
    waived = {"absehen": "yes", "strafmass": "36 months"}
    assert result(SINCE, facts, waived)["state"]["strafe"] == "0 months"
    assert result(SINCE, facts, {**waived, "strafmass": "37 months"})["state"]["strafe"] == "37 months"
    assert "absehen-46b" not in result(SINCE, {**RECKLESS, "gehilfe": "yes", **HELP}, waived)["applied"]


# --------------------------------------------------------------------------------------------------------- sentencing


@BOTH
def test_there_are_no_numbers_inside_the_frame(pack: Pack) -> None:
    weighing = next(step for step in pack.steps if step.id == "abwaegung")
    assert weighing.weigh is not None
    assert not weighing.effects
    assert {"anzahl", "familie", "dritte"} <= set(weighing.weigh.facts)


@BOTH
def test_elements_of_the_frame_are_not_weighed_again(pack: Pack) -> None:
    weighing = next(step for step in pack.steps if step.id == "abwaegung")
    assert weighing.weigh is not None
    elements = {"bande", "gewerbsmaessig", "lebensgefahr", "erniedrigung", "kind-allein", "waffe", "tod"}
    assert not elements & set(weighing.weigh.facts)
    assert any(cite.source == "stgb" and "46(3)" in str(cite) for cite in weighing.cites)


@BOTH
def test_family_is_weighed_and_excludes_nothing(pack: Pack) -> None:
    assert frame(pack, {"familie": "yes"}) == frame(pack, {})


# ---------------------------------------------------------------------------------------------------- editions, gates


def test_the_editions_meet_and_the_milder_governs() -> None:
    heads = [BEFORE.head, SINCE.head]
    assert edition_problems(heads) == ()
    assert SINCE.head.choice_of_edition is EditionRule.MILDER
    assert choose_edition(heads, {"offence-date": "2024-02-26"}).edition.id == "2016-01-01"
    assert choose_edition(heads, {"offence-date": "2024-02-27"}).edition.id == "2024-02-27"


def test_death_of_a_third_person_counts_only_since_2024() -> None:
    assert "Geschleusten" in BEFORE.facts["tod"].ask
    assert "anderen Menschen" in SINCE.facts["tod"].ask
    assert "third-party" in SINCE.facts["tod"].themes


@BOTH
@pytest.mark.parametrize(
    ("facts", "gate"), [({"nur-migrant": "yes"}, "art-5"), ({"obhut": "yes"}, "obhut-minderjaehriger")]
)
def test_what_is_no_offence_stops(pack: Pack, facts: dict[str, object], gate: str) -> None:
    step = next(step for step in pack.steps if step.id == gate)
    assert step.gate is not None
    assert step.gate.kind is GateKind.STOP
    assert result(pack, facts)["gates"] == [gate]


# ----------------------------------------------------------------------------------------------------------- exercises


@pytest.mark.parametrize("path", sorted((FOLDER / "exercises").glob("*.yaml")), ids=lambda path: path.stem)
def test_an_exercise_can_be_asked_under_its_edition(path: Path) -> None:
    exercise, problems = read_exercise(path.read_text("utf-8"))
    assert problems == ()
    assert exercise is not None
    assert exercise.id == path.stem
    assert (exercise.pack, exercise.edition) == ("de-96-97", BEFORE.head.edition.id)
    assert exercise.problems(BEFORE) == ()
    assert exercise.source.startswith("https://")
    assert choose_edition([BEFORE.head, SINCE.head], exercise.dates).edition.id == exercise.edition


def test_the_children_in_the_car_need_not_be_litigated_while_the_gain_carries_the_frame() -> None:
    contested = {"prosecution": "yes", "defence": "no"}
    assert "kind-allein" not in result(BEFORE, {"gewerbsmaessig": "yes", "kind-allein": contested})["turns-on"]
    assert "kind-allein" in result(BEFORE, {"kind-allein": contested})["turns-on"]
