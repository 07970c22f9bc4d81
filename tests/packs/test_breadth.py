"""The breadth of the format, on small packs whose law is in `law/national.md` and its neighbours; all are drafts.

* italy: fractions in the order of art. 63 c.p. chosen by a person, fines for each person, terms and a count of them,
  exactly one of several
* germany: a frame by judgment and its grounds (§ 50 StGB), the shift of § 49 by tables with life, weights, rounding
* spain: halves and degrees with one day between them, tallies as scores, an ordered choice on them, art. 67 as `unless`
* australia: two floors in one step, a bound that is another register's end, a figure kept beside (s 16AC), age disputed
* greece: amounts for each person and for each above one, open upper ends, a reduction applied once, a cap
* grid: columns and rows, categories that move and are limited, a category picked by a person, departures, a sealed
  step
* france: tiers by combination, a ladder by table, a fact that cancels an aggravation, an order sought, `above`
* dates: days of offence, conviction and sentence, a fact that is a day, comparables, credit as a range, weight labels
* stops: stop, refer and warn; a stop that is disputed or alleged; a contradiction
* counting: exact and open counts, the greatest with floors and ties, `replaces`, money and time as facts, tables and
  examples from files, amounts added to ranges and figures, points that a person chooses, a range that widens, rounding
  up and to the nearest, bounds that are sums
"""

from collections.abc import Iterator

import pytest
from attrs import AttrsInstance, asdict, has

from sentencing.amounts import LIFE, UNBOUNDED_ABOVE, Extreme, Quantity, Rounding
from sentencing.engine.answers import AnswerReader
from sentencing.engine.evaluate import evaluate
from sentencing.pack import conditions
from sentencing.pack.model import (
    Add,
    Assesses,
    Assistance,
    Choose,
    EditionRule,
    FactKind,
    GateKind,
    JudgmentKind,
    Limit,
    MapEnds,
    Pack,
    Pick,
    Proposal,
    RegisterKind,
    Scale,
    Set,
    Status,
    TableLookup,
)
from tests.packs.packs import HERE, doubts, failures, result, small

NAMES = sorted(path.stem for path in HERE.glob("*.yaml"))
ALL = tuple(small(name) for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_worked_example_holds(name: str) -> None:
    assert failures(small(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_checks_have_nothing_to_say(name: str) -> None:
    assert doubts(small(name)) == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_here_says_that_it_is_issued_or_reviewed(name: str) -> None:
    assert small(name).head.status in (Status.DRAFT, Status.TRAINING)
    assert small(name).head.leaves_out


@pytest.mark.parametrize("name", NAMES)
def test_every_step_and_option_is_reached_by_a_worked_example(name: str) -> None:
    pack = small(name)
    reader = AnswerReader(pack, whole=True)
    reached: set[str] = set()
    for example in pack.examples:
        question, _ = reader.question(example.facts, example.judgments, example.weights, example.dates)
        assert question is not None
        derivation = evaluate(pack, question.established)
        reached |= {*derivation.applied(), *derivation.excluded()}
    assert {way.id for step in pack.steps for way in step.ways} - reached == set()


# ---------------------------------------------------------------------------------------- everything is used somewhere


def parts(record: object) -> Iterator[object]:
    """A frozen record and everything inside it."""
    yield record
    if has(type(record)):
        for name in type(record).__attrs_attrs__:  # type: ignore[attr-defined]
            yield from parts(getattr(record, name.name))
    elif isinstance(record, dict):
        for each in record.values():
            yield from parts(each)
    elif isinstance(record, tuple | frozenset):
        for each in record:
            yield from parts(each)


def everything() -> list[object]:
    return [part for pack in ALL for part in parts(pack)]


@pytest.mark.parametrize("verb", [Set, Add, Scale, MapEnds, Limit, Pick, TableLookup])
def test_every_verb_is_used(verb: type) -> None:
    assert any(isinstance(part, verb) for part in everything())


@pytest.mark.parametrize(
    "condition",
    [
        conditions.Always,
        conditions.Among,
        conditions.Between,
        conditions.RegisterTest,
        conditions.Applied,
        conditions.Ground,
        conditions.DateTest,
        conditions.Not,
        conditions.Count,
    ],
)
def test_every_condition_is_used(condition: type) -> None:
    assert any(isinstance(part, condition) for pack in ALL for part in parts(tuple(pack.steps)))


@pytest.mark.parametrize(
    "member",
    [*Choose, *GateKind, *RegisterKind, *FactKind, *JudgmentKind, *EditionRule, *Assesses, *Assistance, *Proposal],
    ids=str,
)
def test_every_word_of_the_closed_lists_is_used(member: object) -> None:
    assert any(part is member for part in everything())


@pytest.mark.parametrize("mode", Rounding)
def test_every_way_of_rounding_is_used(mode: Rounding) -> None:
    assert any(part is mode for part in everything())


@pytest.mark.parametrize("end", [LIFE, UNBOUNDED_ABOVE])
def test_life_and_open_ends_are_used(end: Extreme) -> None:
    assert any(part is end for part in everything())


@pytest.mark.parametrize("bound", ["at_least", "at_most", "above", "below"])
def test_every_bound_on_a_register_is_used(bound: str) -> None:
    tests = [part for part in everything() if isinstance(part, conditions.RegisterTest)]
    assert any(getattr(test, bound) is not None for test in tests)


@pytest.mark.parametrize("date", ["offence-date", "conviction-date", "sentence-date"])
def test_every_date_of_a_case_is_read(date: str) -> None:
    assert any(isinstance(part, conditions.DateTest) and part.date == date for part in everything())


def test_tables_come_as_columns_as_bands_and_as_files() -> None:
    tables = [table for pack in ALL for table in pack.tables.values()]
    assert any(table.bands for table in tables)
    assert any(table.file for table in tables)
    assert any(table.cells and not table.file for table in tables)
    assert any(table.otherwise is not None for table in tables)


def test_sums_for_each_head_are_money_and_time() -> None:
    quantities = {
        register.quantity
        for pack in ALL
        for register in pack.registers.values()
        if register.quantity is not None
        for step in pack.steps
        for way in step.ways
        for effect in way.effects
        if effect.register == register.id and "PerHead" in str(asdict(_instance(effect), recurse=False))
    } | {Quantity.TIME for pack in ALL for each in pack.transforms.values() if "PerHead" in str(each)}
    assert quantities == {Quantity.MONEY, Quantity.TIME}


def _instance(record: object) -> AttrsInstance:
    assert has(type(record))
    return record  # type: ignore[return-value]


# ------------------------------------------------------------------------------------------------------------ in words


def state(name: str, facts: dict[str, object], judgments: dict[str, object] | None = None, **dates: str) -> dict:
    return result(small(name), facts, judgments, **dates)["state"]


def test_cutro_fine_is_four_and_a_half_million_on_ordinary_trial() -> None:
    assert state("italy", {"persone": "180", "profitto": "yes"})["multa"] == "4500000 EUR"


def test_cutro_fine_is_three_million_on_abbreviated_trial() -> None:
    assert state("italy", {"persone": "180", "profitto": "yes", "abbreviato": "yes"})["multa"] == "3000000 EUR"


def test_a_third_and_then_a_half_is_double_and_not_five_sixths_more() -> None:
    judgments = {"pena-base": "6 years", "comma-3-ter": "1/2", "comma-3-bis": "1/3"}
    facts = {"persone": "6", "pericolo": "yes", "profitto": "yes"}
    assert state("italy", facts, judgments)["pena"] == "12 years"


def test_a_fraction_not_chosen_keeps_both_its_ends() -> None:
    assert state("italy", {"persone": "6", "profitto": "yes"}, {"pena-base": "6 years"})["pena"] == "8 to 9 years"


def test_the_fine_of_the_fifth_person_is_not_the_only_thing_it_brings() -> None:
    disputed = result(small("italy"), {"persone": {"prosecution": "5", "defence": "4"}})
    assert disputed["envelope"]["cornice"] == "2 to 16 years"
    assert disputed["turns-on"] == ["persone"]


def test_shifting_three_to_fifteen_years_gives_six_months_and_not_two_years_three_months() -> None:
    facts = {"bande": "yes", "gewerbsmaessig": "yes", "gehilfe": "yes"}
    assert state("germany", facts)["rahmen"] == "6 to 135 months"


def test_the_ground_that_made_the_case_less_serious_does_not_shift_it_again() -> None:
    facts = {"tod": "yes", "gehilfe": "yes"}
    once = result(small("germany"), facts, {"minder-schwer": {"value": "yes", "grounds": ["gehilfe"], "reasons": "r"}})
    twice = result(small("germany"), facts, {"minder-schwer": {"value": "yes", "reasons": "r"}})
    assert (once["state"]["rahmen"], once["excluded"]) == ("12 to 180 months", ["p27"])
    assert (twice["state"]["rahmen"], twice["excluded"]) == ("3 to 135 months", [])


def test_life_or_a_term_is_a_choice_and_never_one_range() -> None:
    facts = {"tod": "yes", "leichtfertig": "yes"}
    assert state("germany", facts, {"lebenslang": "lebenslang"})["rahmen"] == "life"
    assert state("germany", facts, {"lebenslang": "zeitig"})["rahmen"] == "120 to 180 months"


def test_a_choice_not_made_forks_like_a_disputed_fact() -> None:
    undecided = result(small("germany"), {"tod": "yes", "leichtfertig": "yes"}, {"minder-schwer": "no"})
    assert undecided["turns-on"] == ["lebenslang"]
    assert undecided["envelope"]["rahmen"] == "120 months to life"


def test_one_degree_up_from_four_to_eight_begins_a_day_after_eight() -> None:
    facts = {"organizacion": "yes", "jefe": "yes"}
    assert state("spain", facts, {"eleva": "yes"})["prision"] == "8 years 1 day to 12 years"


def test_one_degree_down_from_four_to_eight_ends_a_day_before_four() -> None:
    assert state("spain", {"peligro": "yes"}, {"rebaja": "yes"})["prision"] == "2 years to 3 years 11 months 29 days"


def test_profit_that_made_the_upper_half_is_no_aggravation_as_well() -> None:
    used = result(small("spain"), {"lucro": "yes", "lucro-generico": "yes"})
    assert used["excluded"] == ["ag-lucro"]


def test_a_plea_does_not_take_an_australian_sentence_below_five_and_three() -> None:
    pleaded = {"persons": "52", "plea": "yes"}
    kept = state("australia", pleaded, {"head": "5 years", "non-parole": "3 years"})
    below = state("australia", pleaded, {"head": "4 years 11 months", "non-parole": "2 years"})
    assert (kept["head"], kept["non-parole"]) == ("5 years", "3 years")
    assert (below["head"], below["non-parole"]) == ("5 to 20 years", "3 to 20 years")


def test_whether_it_is_a_repeat_turns_the_result_although_a_child_has_no_minimum() -> None:
    young = {"prosecution": "no", "defence": "yes"}
    facts = {"persons": "30", "under-18": young, "repeat": {"prosecution": "yes", "defence": "no"}}
    assert result(small("australia"), facts)["turns-on"] == ["under-18", "repeat"]
    assert result(small("australia"), {**facts, "under-18": "yes"})["turns-on"] == []


def test_forty_persons_are_twenty_five_years_at_most() -> None:
    forty = state("greece", {"persons": "40", "danger": "yes"})
    assert (forty["custody"], forty["fine"]) == ("180 to 300 months", "at least 8000000 EUR")


def test_three_mitigating_grounds_reduce_once_as_one_does() -> None:
    one = state("greece", {"remorse": "yes"})
    three = state("greece", {"remorse": "yes", "good-life": "yes", "conduct-after": "yes"})
    assert one == three


def test_plea_reduction_never_moves_the_category_range() -> None:
    contested = state("grid", {"persons": "12"}, {"provisional": "84 months"})
    pleaded = state("grid", {"persons": "12", "plea": "first-stage"}, {"provisional": "84 months"})
    assert contested["category-range"] == pleaded["category-range"] == "48 to 96 months"
    assert (contested["sentence"], pleaded["sentence"]) == ("84 months", "56 months")


def test_assistance_and_plea_multiply_and_are_never_added() -> None:
    facts = {"risk": "yes", "helped": "yes", "plea": "first-stage"}
    assert state("grid", facts, {"provisional": "108 months", "assistance": "-1/2"})["sentence"] == "36 months"


def test_gang_and_danger_are_fifteen_years_but_danger_and_dignity_ten() -> None:
    assert state("france", {"bande": "yes", "risque": "yes"})["encourue"] == "up to 15 years"
    assert state("france", {"risque": "yes", "dignite": "yes"})["encourue"] == "up to 10 years"


def test_keys_handed_over_cancel_the_ladder_rather_than_reduce_a_term() -> None:
    handed = result(small("france"), {"chiffre": "yes", "bande": "yes", "cles": "yes"})
    assert (handed["state"]["encourue"], handed["excluded"]) == ("up to 10 years", ["echelle"])


def test_the_maximum_is_that_of_the_day_of_the_offence() -> None:
    assert state("dates", {}, offence_date="2022-06-27")["statutory"] == "up to 168 months"
    assert state("dates", {}, offence_date="2022-06-28")["statutory"] == "up to life"


def test_suspension_follows_the_day_of_conviction() -> None:
    judgments = {"provisional": "12 months"}
    before = result(small("dates"), {}, judgments, offence_date="2026-01-01", conviction_date="2026-03-21")
    after = result(small("dates"), {}, judgments, offence_date="2026-01-01", conviction_date="2026-03-22")
    assert ("suspend" in before["gates"], "suspend" in after["gates"]) == (False, True)


def test_only_an_undisputed_gate_stops() -> None:
    undisputed = result(small("stops"), {"own-children": "yes"})
    disputed = result(small("stops"), {"own-children": {"prosecution": "no", "defence": "yes"}})
    assert (undisputed["gates"], undisputed["state"]["duty"]) == (["kinsa"], "")
    assert (disputed["state"]["duty"], disputed["turns-on"]) == ("general", ["own-children"])


def test_a_warning_and_a_referral_change_no_register() -> None:
    plain = state("stops", {"act": "entry"})
    assert state("stops", {"act": "entry", "consent-lost": "yes", "retaliation": "yes"}) == plain


def test_a_tie_of_the_greatest_goes_to_the_first_listed_and_shows_the_other() -> None:
    pack: Pack = small("counting")
    question, _ = AnswerReader(pack).question({"d": "yes"})
    assert question is not None
    entry = evaluate(pack, question.established).entry("tie")
    assert entry.option == "tie-first"
    assert {other.option: other.value for other in entry.alternatives} == {"tie-second": 1}


def test_what_is_replaced_no_longer_reads_as_applied() -> None:
    replaced = result(small("counting"), {"a": "yes", "weapon": "used", "other-way": "yes"})
    assert "again" in replaced["applied"]
    assert "weapon" not in replaced["applied"]


def test_points_that_a_person_chooses_are_added() -> None:
    assert state("counting", {"persons": "300"}, {"crowd": "3"})["points"] == "3"
