"""USSG §2L1.1: the pack against an independent reading, its table against a second source, and its worked examples."""

import csv
import itertools
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

import pytest

from sentencing.case.exercise import case_of, read_exercise
from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Assignment
from sentencing.engine.derivation import Derivation, state_text
from sentencing.engine.evaluate import evaluate
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import FactKind, FactValue, Status
from sentencing.proof.pins import run_pins
from tests.packs.independent_2l1_1 import CATEGORIES, DEFAULTS, LIFE, TABLE, Reading, reading, spoken, zone
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

FOLDER = GUIDANCE / "us-2l1.1"
PACK = pack_of(FOLDER / "2025-11-01.yaml")
DEFAULT = {name: fact.default for name, fact in PACK.facts.items()}
EXERCISES = sorted((FOLDER / "exercises").glob("*.yaml"))

Facts = Mapping[str, FactValue]

CHAPTER_TWO: Mapping[str, tuple[FactValue, ...]] = {
    "profit": ("yes", "no"),
    "aliens": (1, 6, 25, 100),
    "prior-immigration-felonies": (0, 1, 2, 3),
    "unaccompanied-minor": ("no", "yes"),
    "weapon": PACK.facts["weapon"].values,
    "risk": ("no", "yes"),
    "injury": PACK.facts["injury"].values,
    "detained": ("no", "yes"),
    "commercial-organisation": ("no", "yes"),
}
COUNTS: Mapping[str, tuple[FactValue, ...]] = {
    "aliens": (0, 1, 5, 6, 24, 25, 99, 100, 1000),
    "prior-immigration-felonies": (0, 1, 2, 3),
    "early-disposition": (0, 1, 2, 3, 4),
}

VECTORS = {
    "plain": (8, "I", "0 to 6 months", "A"),
    "six-aliens": (13, "I", "12 to 18 months", "C"),
    "reckless": (15, "I", "18 to 24 months", "D"),
    "unpaid-reckless": (15, "I", "18 to 24 months", "D"),
    "reckless-trial": (20, "I", "33 to 41 months", "D"),
    "reckless-death": (27, "I", "70 to 87 months", "D"),
    "floor-in-its-step": (20, "I", "33 to 41 months", "D"),
    "four-increases": (25, "I", "57 to 71 months", "D"),
    "large-organisation": (26, "I", "63 to 78 months", "D"),
    "homicide-not-greater": (25, "I", "57 to 71 months", "D"),
    "second-degree": (35, "I", "168 to 210 months", "D"),
    "prostitution-of-a-minor": (20, "I", "33 to 41 months", "D"),
    "aggravated-felon": (20, "II", "37 to 46 months", "D"),
    "gain-minimum": (10, "I", "36 months", "B"),
}
"""The vectors that were worked by hand when the law was compiled: level, category, range, zone."""


def derive(facts: Facts) -> Derivation:
    return evaluate(PACK, Assignment({**DEFAULT, **facts}))


def read_from(derivation: Derivation) -> Reading:
    """What the engine came to, in the form of the independent reading."""
    state = state_text(derivation, PACK)
    return Reading(
        int(state["level"]),
        str(derivation.registers["category"]),
        state["guideline"],
        state["statutory"],
        state["sentence"],
        state["zone"],
    )


def possible(name: str) -> tuple[FactValue, ...]:
    fact = PACK.facts[name]
    return fact.values if fact.kind is not FactKind.COUNT else COUNTS[name]


def random_facts(chosen: Random) -> dict[str, FactValue]:
    """Every open fact answered at random, with deaths often enough that the cross reference matters."""
    facts = {name: chosen.choice(possible(name)) for name in DEFAULTS}
    return {**facts, "injury": "death"} if chosen.random() < 0.4 else facts


# ----------------------------------------------------------------------------------------- the independent reading


def test_all_10240_answer_sets_of_chapter_two_with_base_12_agree_with_the_independent_reading() -> None:
    ways = [dict(zip(CHAPTER_TWO, way, strict=True)) for way in itertools.product(*CHAPTER_TWO.values())]
    assert len(ways) == 10_240
    assert [facts for facts in ways if read_from(derive(facts)) != reading(facts)] == []


def test_thousands_of_random_full_answer_sets_agree_with_the_independent_reading() -> None:
    chosen = Random(2025)
    ways = [random_facts(chosen) for _ in range(4_000)]
    assert [facts for facts in ways if read_from(derive(facts)) != reading(facts)] == []


def test_the_independent_reading_knows_every_open_fact_and_its_default() -> None:
    assert {fact.id: fact.default for fact in PACK.facts.values() if not fact.sealed} == DEFAULTS


def test_a_worse_answer_never_gives_a_milder_result_unless_the_pack_says_why() -> None:
    """The order of what `worse` says; a fact with `not-monotone` is left out, and so is one without an order."""
    chosen = Random(11)
    ordered = {name: _milder_first(name) for name in DEFAULTS if PACK.facts[name].worse is not None}
    claimed = [name for name in ordered if not PACK.facts[name].not_monotone]
    for _ in range(20_000):
        facts, name = random_facts(chosen), chosen.choice(claimed)
        place = chosen.randrange(len(ordered[name]) - 1)
        milder, worse = ({**facts, name: ordered[name][at]} for at in (place, place + 1))
        assert _as_numbers(reading(milder)) <= _as_numbers(reading(worse)), (name, milder)


def _milder_first(name: str) -> tuple[FactValue, ...]:
    worse = PACK.facts[name].worse
    assert worse is not None
    values = ("no", "yes") if PACK.facts[name].kind is FactKind.YES_NO else possible(name)
    return values[::-1] if worse.value in ("no", "less", "earlier") else values


def _as_numbers(found: Reading) -> tuple[int, int]:
    ends = [LIFE if word == "life" else int(word) for word in re.findall(r"\d+|life", found.guideline)]
    return ends[0], ends[-1]


def test_what_is_not_monotone_really_is_not() -> None:
    """A weapon keeps §2L1.1 at 39, so that an official victim counts 3 and not 6."""
    facts = {"conviction": "s1327-security", "injury": "death", "homicide": "second-degree", "statute": "a1-death"}
    killed = {**facts, "official-victim": "status"}
    assert (reading(killed).level, reading({**killed, "weapon": "brandished"}).level) == (43, 42)
    assert read_from(derive({**killed, "weapon": "brandished"})).level == 42


# ----------------------------------------------------------------------------------------------------- the examples


def test_every_worked_example_holds_and_the_checks_have_nothing_to_say() -> None:
    assert failures(PACK) == []
    assert doubts(PACK) == []


@pytest.mark.parametrize("name", VECTORS)
def test_every_vector_worked_by_hand_is_a_worked_example(name: str) -> None:
    level, category, guideline, zone_ = VECTORS[name]
    example = next(example for example in PACK.examples if example.id == name)
    expected = {"level": str(level), "guideline": guideline, "zone": zone_}
    assert expected.items() <= example.expect.registers.items()
    facts = {fact: int(said) if fact in COUNTS else said for fact, said in example.facts.items()}
    assert reading(facts)[:3] == (level, category, guideline)  # type: ignore[arg-type]


def test_every_worked_example_without_forks_agrees_with_the_independent_reading() -> None:
    differing = []
    for example in PACK.examples:
        facts = {name: said for name, said in example.facts.items() if name in DEFAULTS}
        if any(isinstance(said, dict) for said in facts.values()):
            continue
        found = reading({name: int(str(said)) if name in COUNTS else str(said) for name, said in facts.items()})
        said = {name: text for name, text in example.expect.registers.items() if name != "sentence"}
        if not said.items() <= {key: str(value) for key, value in found._asdict().items()}.items():
            differing.append(example.id)
    assert differing == []


def test_every_step_and_option_is_reached_by_a_worked_example() -> None:
    reader = AnswerReader(PACK, whole=True)
    reached: set[str] = set()
    for example in PACK.examples:
        question, problems = reader.question(example.facts, example.judgments, example.weights, example.dates)
        assert question is not None, problems
        reached |= set(evaluate(PACK, question.established).applied())
    assert {way.id for step in PACK.steps for way in step.ways} - reached == set()


def test_every_number_moved_by_one_is_noticed() -> None:
    pins = run_pins(PACK)
    assert pins.numbers > 550
    assert pins.unnoticed == ()


# -------------------------------------------------------------------------------------------------------- the table


def test_the_table_agrees_with_the_second_source_cell_by_cell() -> None:
    with (FOLDER / "tables" / "sentencing-table.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = {(int(row["level"]), row["category"]): (row["guideline"], row["zone"]) for row in rows}
    assert len(rows) == len(found) == 258
    assert found == {cell: (spoken(span), zone(span[0])) for cell, span in TABLE.items()}


def test_the_examples_from_the_second_source_reach_every_cell_and_name_what_it_holds() -> None:
    with (FOLDER / "vectors-2016.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    found = {(int(row["expect.level"]), row["history"]): (row["expect.guideline"], row["expect.zone"]) for row in rows}
    assert set(found) == set(itertools.product(range(1, 44), CATEGORIES))
    assert found == {cell: (spoken(span), zone(span[0])) for cell, span in TABLE.items()}


# ------------------------------------------------------------------------------------------- what the law leaves open


def test_a_term_outside_the_statute_is_kept_and_not_made() -> None:
    state = result(PACK, {"statute": "a1-other"}, {"term": "61 months"})["state"]
    assert state["sentence"] == "10 to 16 months"


def test_answers_that_cannot_stand_together_are_shown_and_still_computed() -> None:
    derivation = derive({"zero-point": "yes", "history": "III"})
    assert "criminal history points" in derivation.contradictions[0]
    assert read_from(derivation) == reading({"zero-point": "yes", "history": "III"})
    derivation = derive({"risk": "yes", "risk-basis": "weapon-only"})
    assert "weapon alone" in derivation.contradictions[0]
    assert read_from(derivation) == reading({"risk": "yes", "risk-basis": "weapon-only"})


def test_odd_pairs_of_conviction_and_statute_are_computed_as_they_stand() -> None:
    for conviction, statute in itertools.product(possible("conviction"), possible("statute")):
        facts = {"conviction": conviction, "statute": statute}
        assert read_from(derive(facts)) == reading(facts)


def test_assistance_is_sealed_and_sets_no_number_of_levels() -> None:
    sealed = [step for step in PACK.steps if step.sealed]
    assert {step.id for step in sealed} == {"lawful", "e3553", "k11"}
    assert {effect.register for step in sealed for effect in step.effects} == {"available", "sentence"}
    assert {fact.id for fact in PACK.facts.values() if fact.sealed} == {"assistance-motion", "below-minimum-motion"}
    facts = {"risk": "yes"}
    open_line = result(open_pack(PACK), facts)
    assert result(PACK, {**facts, "assistance-motion": "yes"})["state"]["guideline"] == open_line["state"]["guideline"]
    assert result(PACK, facts)["state"] == open_line["state"]


# --------------------------------------------------------------------------------------------------- words and order


def test_it_says_how_far_it_may_be_trusted() -> None:
    assert PACK.head.status is Status.DRAFT
    assert PACK.head.edition.unverified_after == "2026-11-01"
    assert len(PACK.head.leaves_out) >= 8


def test_eight_questions_give_a_first_result() -> None:
    assert sum(fact.first for fact in PACK.facts.values()) == 8


def test_every_fact_has_a_short_name_a_citation_and_a_short_definition() -> None:
    for fact in PACK.facts.values():
        assert 1 <= len(fact.name.split()) <= 3, fact.id
        assert fact.cites, fact.id
        assert len(fact.help.split()) <= 25, fact.id
        assert set(fact.labels) == (set(fact.values) if fact.kind is FactKind.CHOICE else set()), fact.id


def test_a_question_that_cannot_matter_is_not_asked() -> None:
    def missing(facts: dict[str, object]) -> list[str]:
        return result(open_pack(PACK), facts)["missing"]

    assert not {"risk-basis", "homicide", "flight-basis", "weapon-own", "harboring-conviction"} & set(missing({}))
    assert "risk-basis" in missing({"risk": "yes", "flight": "yes"})
    assert "homicide" in missing({"injury": "death"})
    assert not {"zero-point", "threats"} & set(missing({"history": "II"}))


# ------------------------------------------------------------------------------------------------------- exercises


def words_of(path: Path) -> Iterator[str]:
    yield path.read_text("utf-8").casefold()
    yield path.name


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_can_be_read_and_asked_and_keeps_what_is_unknown_unknown(path: Path) -> None:
    exercise, problems = read_exercise(path.read_text("utf-8"))
    assert exercise is not None, [problem.sentence() for problem in problems]
    assert [problem.sentence() for problem in exercise.problems(PACK)] == []
    assert exercise.id == path.stem
    assert (exercise.pack, exercise.edition) == (PACK.head.id, PACK.head.edition.id)
    assert all((exercise.teaches, exercise.hand_out, exercise.found, exercise.sentence, exercise.note))
    assert "earlier manual" in exercise.note
    assert all(day >= PACK.head.edition.first for day in exercise.dates.values())
    assert case_of(exercise, PACK).accused[0].name == ""
    question, _ = AnswerReader(PACK).question(exercise.facts, exercise.judgments, {}, exercise.dates)
    assert question is not None
    assert question.missing


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_gives_the_citation_and_no_name(path: Path) -> None:
    exercise, _ = read_exercise(path.read_text("utf-8"))
    assert exercise is not None
    assert re.fullmatch(r"(\d+ F\. ?(3d|4th|App'x) \d+|No\. \d\d-\d+) \(\d+th Cir\. \d{4}\)", exercise.citation)
    assert not [text for text in words_of(path) if "-v-" in text or " v. " in text]


def test_there_are_at_least_seven_decided_cases() -> None:
    assert len(EXERCISES) >= 7
