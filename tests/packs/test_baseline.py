"""The Protocol baseline: it gates, weighs and records as the instruments say, and computes nothing of its own."""

import re

import pytest

from sentencing.amounts import RangeForm
from sentencing.engine.answers import AnswerReader
from sentencing.engine.evaluate import evaluate
from sentencing.engine.results import result_of
from sentencing.engine.sealing import open_pack
from sentencing.pack.conditions import names
from sentencing.pack.model import Assistance, GateKind, JudgmentKind, Limit, Pick, Set, Status
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

PACK = pack_of(GUIDANCE / "protocol-baseline" / "2004-01-28.yaml")
OWN_LAW = {"benefit": "yes", "frame-min": "24", "frame-max": "120"}
GATES = {kind: {step.id for step in PACK.steps if step.gate and step.gate.kind is kind} for kind in GateKind}


def test_every_worked_example_holds_and_the_checks_have_nothing_to_say() -> None:
    assert failures(PACK) == []
    assert doubts(PACK) == []


def test_every_step_and_option_is_reached_by_a_worked_example() -> None:
    reader = AnswerReader(PACK, whole=True)
    reached: set[str] = set()
    for example in PACK.examples:
        question, problems = reader.question(example.facts, example.judgments, example.weights, example.dates)
        assert question is not None, problems
        reached |= set(evaluate(PACK, question.established).applied())
    assert {way.id for step in PACK.steps for way in step.ways} - reached == set()


def test_it_is_a_draft_and_says_what_it_leaves_out() -> None:
    assert PACK.head.status is Status.DRAFT
    titles = " ".join(each.title for each in PACK.head.leaves_out)
    for word in ("number", "Defences", "Several offences", "Model Law"):
        assert word in titles


# ------------------------------------------------------------------------------------------------------------ no number


def test_it_has_no_amount_of_its_own() -> None:
    effects = [effect for step in PACK.steps for way in step.ways for effect in way.effects]
    assert {type(effect) for effect in effects} == {Set, Pick}
    for effect in effects:
        if isinstance(effect, Set):
            assert isinstance(effect.value, RangeForm)
            entered = set(effect.value.counts()) <= {"frame-min", "frame-max"}
            copied = {reference.register for reference in effect.value.references()} <= {"frame"}
            assert entered
            assert copied
    assert not PACK.tables


def test_no_fact_moves_a_term_but_the_range_of_the_users_own_law() -> None:
    plain = result(PACK, dict(OWN_LAW))["state"]
    for fact in PACK.facts.values():
        if fact.values and not fact.sealed and fact.id != "frame-life":
            for value in fact.values:
                changed = result(PACK, {**OWN_LAW, fact.id: value})
                if not set(changed["gates"]) & GATES[GateKind.STOP]:
                    assert changed["state"] == plain, (fact.id, value)


def test_the_term_is_hers_inside_the_range_she_entered() -> None:
    assert result(PACK, OWN_LAW)["state"]["sentence"] == "24 to 120 months"
    assert result(PACK, OWN_LAW, {"term": "60 months"})["state"]["sentence"] == "60 months"
    assert result(PACK, OWN_LAW, {"term": "121 months"})["state"]["sentence"] == "24 to 120 months"


def test_without_a_range_there_is_no_term_and_a_caution_says_so() -> None:
    nothing = result(PACK, {"benefit": "yes"}, {"term": "60 months"})
    assert nothing["state"]["sentence"] == ""
    assert "no-frame" in nothing["gates"]


def test_every_judgment_takes_reasons() -> None:
    assert all("reasons" in judgment.requires for judgment in PACK.judgments.values())


def test_orders_are_asked_and_decided_by_nobody_but_her() -> None:
    orders = {each.id for each in PACK.judgments.values() if each.kind is JudgmentKind.ORDER}
    assert orders == {"confiscation", "protection"}


# ---------------------------------------------------------------------------------------------------------------- gates


def test_no_default_trips_a_gate_but_the_missing_range() -> None:
    assert result(PACK, {})["gates"] == ["no-frame"]


@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        ({"migrant-only": "yes"}, "art-5"),
        ({"benefit": "no"}, "no-benefit"),
        ({"benefit": "no", "family": "yes"}, "family-help"),
        ({"benefit": "no", "humanitarian": "yes"}, "humanitarian-help"),
        ({"non-national": "no"}, "national"),
        ({"unlawful": "no"}, "lawful"),
        ({"limb": "possessing-document", "for-smuggling": "no"}, "other-purpose"),
    ],
)
def test_what_the_protocol_does_not_aim_at_stops(facts: dict[str, object], gate: str) -> None:
    assert gate in GATES[GateKind.STOP]
    assert result(PACK, {**OWN_LAW, **facts})["gates"] == [gate]


def test_family_and_compassion_do_not_excuse_who_took_a_benefit() -> None:
    for motive in ("family", "humanitarian"):
        assert result(PACK, {**OWN_LAW, motive: "yes"})["gates"] == ["help-and-benefit"]


@pytest.mark.parametrize(
    ("facts", "gate"),
    [
        ({"border": "no"}, "screen-border"),
        ({"consent": "never-given"}, "screen-consent"),
        ({"consent": "vitiated"}, "screen-consent"),
        ({"profit-source": "exploitation"}, "screen-profit"),
        ({"profit-source": "both"}, "screen-profit"),
        ({"exploitation": "yes"}, "screen-exploitation"),
    ],
)
def test_each_of_the_three_differences_refers_and_stops_nothing(facts: dict[str, object], gate: str) -> None:
    referred = result(PACK, {**OWN_LAW, **facts})
    assert gate in GATES[GateKind.REFER]
    assert referred["gates"] == [gate]
    assert referred["state"]["sentence"] == "24 to 120 months"


@pytest.mark.parametrize(
    ("facts", "warned"),
    [
        ({"limb": "procuring-entry"}, False),
        ({"limb": "producing-document"}, False),
        ({"limb": "possessing-document"}, True),
        ({"limb": "enabling-stay"}, False),
        ({"mode": "attempt"}, True),
        ({"mode": "accomplice"}, False),
        ({"mode": "organising"}, False),
    ],
)
def test_aggravation_is_a_national_choice_for_possession_and_attempt_alone(
    facts: dict[str, object], warned: bool
) -> None:
    assert ("not-required" in result(PACK, {**OWN_LAW, **facts})["gates"]) is warned


def test_a_disputed_benefit_leaves_the_gate_open() -> None:
    disputed = result(PACK, {**OWN_LAW, "benefit": {"prosecution": "yes", "defence": "no"}})
    assert disputed["state"]["sentence"] == "24 to 120 months"
    assert disputed["turns-on"] == ["benefit"]


# ------------------------------------------------------------------------------------------------------------ weighing


def test_the_four_thresholds_of_article_6_3_a_stand_apart() -> None:
    for fact in ("life", "safety"):
        assert PACK.facts[fact].values == ("no", "likely", "actual")
        assert PACK.facts[fact].themes == ("art6.3a",)


def test_every_aggravating_fact_is_weighed_in_words() -> None:
    weighing = next(step for step in PACK.steps if step.id == "weighing")
    assert weighing.weigh is not None
    assert set(weighing.weigh.facts) == {fact.id for fact in PACK.facts.values() if fact.group.value == "aggravating"}
    assert weighing.weigh.words == ("none", "some", "considerable", "decisive")


def test_the_heads_of_the_note_are_all_there() -> None:
    themes = {theme for fact in PACK.facts.values() for theme in fact.themes}
    wanted = (
        "art6.3a art6.3b third-party art26.2 art26.2-low-level number vulnerable group role art5 family humanitarian"
    )
    assert {*wanted.split(), "trafficking", "benefit"} <= themes


def test_what_overlaps_is_named() -> None:
    pairs = {frozenset(each.facts) for each in PACK.relations}
    for pair in (("life", "safety"), ("inhuman", "exploitation"), ("mode", "role"), ("benefit", "own-aggravating")):
        assert frozenset(pair) in pairs


def test_evidence_and_witness_questions_move_nothing_and_say_why() -> None:
    read = {name for step in PACK.steps for way in step.ways for name in names(way.when)}
    record = [fact for fact in PACK.facts.values() if fact.group.value == "record"]
    assert len(record) >= 10
    for fact in record:
        assert fact.informational
        assert fact.id not in read


# --------------------------------------------------------------------------------------------------------- cooperation


def test_cooperation_is_sealed_throughout() -> None:
    assert PACK.head.assistance is Assistance.SEALED
    for part in (*PACK.facts.values(), *PACK.judgments.values(), *PACK.steps):
        if re.match(r"coop-|substantial|assisted|checklist|low-against|open-range|below-minimum", part.id):
            assert part.sealed, part.id
    assert not any(fact.id.startswith("coop-") for fact in open_pack(PACK).facts.values())


def test_two_cases_that_differ_only_in_cooperation_give_the_same_open_result() -> None:
    facts = {**OWN_LAW, "role": "subordinate"}
    spoke = {**facts, "coop-given": "yes", "coop-group": "yes", "coop-against": "higher-level"}
    judgments = {"term": "60 months"}
    sealed = {**judgments, "substantial": "against-higher-level", "assisted-term": "30 months"}
    silent, _ = AnswerReader(PACK).question(facts, judgments)
    spoken, _ = AnswerReader(PACK).question(spoke, sealed)
    assert silent is not None
    assert spoken is not None
    assert result_of(open_pack(PACK), silent) == result_of(open_pack(PACK), spoken)
    assert result(PACK, spoke, sealed)["state"]["sentence"] == "30 months"


def test_the_low_level_case_of_the_note_is_named_only_when_all_of_it_is_there() -> None:
    facts = {**OWN_LAW, "role": "subordinate", "coop-given": "yes", "coop-against": "higher-level"}
    judged = {"substantial": "against-higher-level"}
    assert "low-against-higher" in result(PACK, facts, judged)["gates"]
    assert "low-against-higher" not in result(PACK, {**facts, "role": "ordinary"}, judged)["gates"]
    assert "low-against-higher" not in result(PACK, facts, {"substantial": "substantial"})["gates"]


def test_the_list_of_article_26_1_grades_what_was_given() -> None:
    checklist = next(step for step in PACK.steps if step.id == "checklist")
    assert checklist.weigh is not None
    assert len(checklist.weigh.facts) == 6
    assert not checklist.effects


# ------------------------------------------------------------------------------------------------------------- sources


def test_nothing_is_cited_that_was_not_read() -> None:
    unread = {name for name, source in PACK.sources.items() if source.read != "text"}
    assert unread == {"own", "e4j"}
    articles = {
        int(found[1]) for name in PACK.sources if (found := re.search(r"^(?:protocol|convention)-(\d+)$", name))
    }
    assert articles == {2, 3, 5, 6, 16, 26}


def test_every_fact_step_and_judgment_cites() -> None:
    for part in (*PACK.facts.values(), *PACK.steps, *PACK.judgments.values(), *PACK.relations):
        assert part.cites, part


def test_it_limits_nothing() -> None:
    assert not any(isinstance(effect, Limit) for step in PACK.steps for way in step.ways for effect in way.effects)
