"""The bridge to the engine: whose answer counts, how each standing reads, and where a case forks."""

from pathlib import Path

import pytest
from attrs import evolve

from sentencing.case.assign import assign, question, sealed_question, subjects, unasked
from sentencing.case.model import (
    Accused,
    Answer,
    Case,
    GuidanceReference,
    JudgmentMade,
    OffenceCount,
    Sealed,
    Standing,
    WeightGiven,
)
from sentencing.engine.assignment import Decision, Fork, Weight
from sentencing.engine.sealing import open_pack
from sentencing.errors import Severity
from sentencing.pack.library import Library
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack

ROOT = Path(__file__).resolve().parents[3]
TRAINING = ROOT / "guidance/training-scheme/2026-01-01.yaml"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return Library.standard().read("training-scheme")


@pytest.fixture(scope="module")
def together() -> Pack:
    """The training scheme as if it assessed all counts together."""
    text = TRAINING.read_text("utf-8").replace("assesses: each-count", "assesses: all-counts")
    read, _ = read_pack(text, TRAINING.parent)
    assert read is not None
    return read


@pytest.fixture(scope="module")
def baseline() -> Pack:
    return Library.standard().read("protocol-baseline")


def boat(*answers: Answer, **changes: object) -> Case:
    """Two accused and two counts of one crossing."""
    case = Case(
        id="boat",
        guidance=GuidanceReference("training-scheme", "2026-01-01"),
        accused=(Accused("A1", counts=("C1", "C2")), Accused("A2", counts=("C2",))),
        counts=(
            OffenceCount("C1", first="2026-03-01", last="2026-03-14", conviction_date="2026-08-01"),
            OffenceCount("C2", first="2026-04-01"),
        ),
        hearing="2026-11-02",
        answers=answers,
    )
    return evolve(case, **changes)


def established(fact: str, value: str, accused: str = "", count: str = "", reasons: str = "") -> Answer:
    return Answer(fact, Standing.ESTABLISHED, accused, count, value=value, reasons=reasons)


# ------------------------------------------------------------------------------------------------------- standings


@pytest.mark.parametrize(
    ("answer", "reads", "fork"),
    [
        (established("persons", "24"), 24, None),
        (Answer("persons", Standing.ALLEGED, value="24"), 1, Fork("persons", (1, 24), "alleged", 24, 1)),
        (
            Answer("persons", Standing.DISPUTED, prosecution="30", defence="20"),
            20,
            Fork("persons", (20, 30), "disputed", 30, 20),
        ),
        (Answer("persons", Standing.DISPUTED, prosecution="20", defence="20"), 20, None),
        (Answer("persons", Standing.NOT_RAISED, value="24"), 1, None),
        (Answer("persons", Standing.CONSIDERED, value="24", reasons="The list is not his"), 1, None),
    ],
)
def test_a_standing_reads_and_forks_as_it_should(pack: Pack, answer: Answer, reads: object, fork: Fork | None) -> None:
    asked, problems = question(boat(answer), pack, "A1", "C1")
    assert problems == ()
    assert asked.established.facts["persons"] == reads
    assert [each for each in asked.forks if each.name == "persons"] == ([fork] if fork is not None else [])
    assert "persons" not in asked.missing


def test_what_nobody_answered_reads_as_its_default_and_is_missing(pack: Pack) -> None:
    asked, _ = question(boat(), pack, "A1", "C1")
    assert asked.established.facts == {name: fact.default for name, fact in pack.facts.items()}
    assert asked.missing == ("role", "persons", "endangerment", "inhuman", "third-party", "cooperation")


def test_a_question_that_matters_only_to_the_prosecution_is_asked_too(pack: Pack) -> None:
    asked, _ = question(boat(Answer("third-party", Standing.ALLEGED, value="yes")), pack, "A1", "C1")
    assert "third-party-basis" in asked.missing


def test_the_runs_take_each_side_and_a_choice_takes_each_fork(pack: Pack) -> None:
    case = boat(
        Answer("persons", Standing.DISPUTED, prosecution="30", defence="20"),
        Answer("inhuman", Standing.ALLEGED, value="yes"),
    )
    both = [assign(case, pack, "A1", "C1", run).facts for run in ("established", "prosecution", "defence")]
    assert [(facts["persons"], facts["inhuman"]) for facts in both] == [(20, "no"), (30, "yes"), (20, "no")]
    assert assign(case, pack, "A1", "C1", {"inhuman": "yes"}).facts["persons"] == 20
    with pytest.raises(ValueError, match="is not a run"):
        assign(case, pack, "A1", "C1", "court")


# --------------------------------------------------------------------------------------------- who shares what


def test_the_nearest_answer_counts(pack: Pack) -> None:
    case = boat(
        established("endangerment", "none"),
        established("endangerment", "likely", count="C2"),
        established("endangerment", "actual", accused="A1", reasons="He steered"),
        established("endangerment", "likely", accused="A1", count="C2", reasons="He slept"),
    )
    read = {
        who: question(case, pack, *who)[0].established.facts["endangerment"]
        for who in [("A2", "C1"), ("A2", "C2"), ("A1", "C1"), ("A1", "C2")]
    }
    assert list(read.values()) == ["none", "likely", "actual", "likely"]


def test_an_answer_nearer_than_its_fact_needs_reasons(pack: Pack) -> None:
    case = boat(established("persons", "5"), established("persons", "9", accused="A2"))
    _, problems = question(case, pack, "A2", "C2")
    assert [(each.path, each.severity) for each in problems] == [("answers.persons[A2]", Severity.WARNING)]
    _, problems = question(case.with_answer(established("persons", "9", "A2", reasons="Own list")), pack, "A2", "C2")
    assert problems == ()
    _, problems = question(boat(established("role", "organiser", accused="A2")), pack, "A2", "C2")
    assert problems == (), "a role is each accused's own"


def test_each_count_or_all_counts_together(pack: Pack, together: Pack) -> None:
    assert subjects(boat(), pack) == (("A1", "C1"), ("A1", "C2"), ("A2", "C2"))
    assert subjects(boat(), together) == (("A1", ""), ("A2", ""))
    alone = evolve(boat(), accused=(Accused("A1"),))
    assert subjects(alone, pack) == (("A1", "C1"), ("A1", "C2")), (
        "who is charged with nothing named is charged with all"
    )


def test_counts_assessed_together_read_the_last_day_and_pass_over_one_counts_answers(together: Pack) -> None:
    case = boat(established("endangerment", "actual", count="C1"))
    asked, problems = question(case, together, "A1", "C1")
    assert asked.established.dates == {
        "offence-date": "2026-04-01",
        "conviction-date": "2026-08-01",
        "sentence-date": "2026-11-02",
    }
    assert asked.established.facts["endangerment"] == "none"
    assert [each.path for each in problems] == ["answers.endangerment[C1]"]
    asked, problems = question(boat(established("endangerment", "actual", "", "C2", "Seen")), together, "A2", "")
    assert asked.established.facts["endangerment"] == "actual", "with one count there is nothing to keep apart"
    assert problems == ()


def test_the_offence_date_is_the_last_day_of_the_count(pack: Pack) -> None:
    dates = [question(boat(), pack, "A1", count)[0].established.dates["offence-date"] for count in ("C1", "C2")]
    assert dates == ["2026-03-14", "2026-04-01"]


def test_a_day_that_is_none_is_told(pack: Pack) -> None:
    asked, problems = question(boat(hearing="soon"), pack, "A1", "C1")
    assert "sentence-date" not in asked.established.dates
    assert [each.path for each in problems] == ["hearing"]


# ----------------------------------------------------------------------------------------------- wrong and unknown


@pytest.mark.parametrize("text", ["", "many", "0", "5.5", "1" * 400, "٣", "5 ", "\ud800"])
def test_a_value_that_is_none_is_told_and_reads_as_unanswered(pack: Pack, text: str) -> None:
    case = boat(established("persons", text))
    asked, problems = question(case, pack, "A1", "C1")
    assert [each.path for each in problems] == ["answers.persons"]
    assert asked.established.facts["persons"] == pack.facts["persons"].default
    assert "persons" in asked.missing
    assert case.answers[0].value == text


def test_half_a_dispute_reads_as_unanswered(pack: Pack) -> None:
    asked, problems = question(boat(Answer("persons", Standing.DISPUTED, prosecution="30")), pack, "A1", "C1")
    assert [each.path for each in problems] == ["answers.persons.defence"]
    assert asked.forks == ()
    assert "persons" in asked.missing


def test_an_answer_that_the_edition_does_not_ask_is_listed(pack: Pack) -> None:
    case = boat(established("colour-of-the-boat", "red"), established("persons", "9"))
    assert [each.fact for each in unasked(case, pack)] == ["colour-of-the-boat"]
    asked, problems = question(case, pack, "A1", "C1")
    assert problems == ()
    assert "colour-of-the-boat" not in asked.established.facts


def test_considered_without_reasons_is_told(pack: Pack) -> None:
    _, problems = question(boat(Answer("inhuman", Standing.CONSIDERED)), pack, "A1", "C1")
    assert [(each.path, each.severity) for each in problems] == [("answers.inhuman", Severity.WARNING)]


# -------------------------------------------------------------------------------------------- judgments and weights


def test_a_judgment_is_an_exact_amount_with_its_reasons(pack: Pack) -> None:
    case = boat().with_judgment(JudgmentMade("term", "A1", value="2 years 6 months", reasons="Middle"))
    asked, problems = question(case, pack, "A1", "C1")
    assert problems == ()
    assert asked.established.judgments == {"term": Decision((30, 30), (), "Middle")}
    other, _ = question(case, pack, "A2", "C2")
    assert other.established.judgments == {}


def test_a_judgment_without_reasons_is_told_and_taken(pack: Pack) -> None:
    asked, problems = question(boat().with_judgment(JudgmentMade("term", value="30 months")), pack, "A1", "C1")
    assert [(each.path, each.severity) for each in problems] == [("judgments.term", Severity.WARNING)]
    assert asked.established.judgments["term"].value == (30, 30)


def test_a_judgment_that_is_no_amount_is_told_and_not_taken(pack: Pack) -> None:
    asked, problems = question(
        boat().with_judgment(JudgmentMade("term", value="a while", reasons="x")), pack, "A1", "C1"
    )
    assert [each.path for each in problems] == ["judgments.term"]
    assert asked.established.judgments["term"].value is None


def test_an_unmade_choice_forks_over_its_values_or_the_parties_positions() -> None:
    path = ROOT / "tests/packs/germany.yaml"
    german, _ = read_pack(path.read_bytes(), path.parent)
    assert german is not None
    judgment = german.judgments["minder-schwer"]
    case = boat(guidance=GuidanceReference("germany", german.head.edition.id))
    open_, _ = question(case, german, "A1", "C1")
    fork = next(each for each in open_.forks if each.name == judgment.id)
    assert fork.kind == "undecided"
    assert fork.values[0] == judgment.until_made
    assert set(fork.values) == set(judgment.values)
    sides = JudgmentMade(judgment.id, prosecution=judgment.values[-1], defence=judgment.values[0])
    argued, _ = question(case.with_judgment(sides), german, "A1", "C1")
    fork = next(each for each in argued.forks if each.name == judgment.id)
    assert (fork.kind, fork.prosecution, fork.defence) == ("disputed", judgment.values[-1], judgment.values[0])
    made, _ = question(
        case.with_judgment(evolve(sides, value=judgment.values[0], reasons="Decided")), german, "A1", "C1"
    )
    assert judgment.id not in [each.name for each in made.forks]


def test_weights_are_read_nearest_first_and_must_be_words_of_the_step(baseline: Pack) -> None:
    step = next(each for each in baseline.steps if each.weigh is not None)
    assert step.weigh is not None
    fact, words = step.weigh.facts[0], step.weigh.words
    case = boat(
        weights=(
            WeightGiven(step.id, fact, words[0]),
            WeightGiven(step.id, fact, words[-1], accused="A1", reasons="He steered"),
            WeightGiven(step.id, step.weigh.facts[1], "enormous"),
        )
    )
    asked, problems = question(case, baseline, "A1", "C1")
    assert asked.established.weights == {(step.id, fact): Weight(words[-1], "He steered")}
    assert [each.path for each in problems] == [f"weights.{step.id}.{step.weigh.facts[1]}"]


# ---------------------------------------------------------------------------------------------------------- sealed


def test_what_is_sealed_is_in_the_sealed_question_only(baseline: Pack) -> None:
    case = boat(established("life", "actual"))
    sealed = Sealed(
        answers=(established("coop-given", "yes", "A1"),),
        judgments=(JudgmentMade("substantial", "A1", value="substantial", reasons="x"),),
    )
    asked, problems = question(case, baseline, "A1", "C1")
    whole, _ = sealed_question(case, sealed, baseline, "A1", "C1")
    assert problems == ()
    assert set(asked.established.facts) == set(open_pack(baseline).facts)
    assert not any(name.startswith("coop") for name in (*asked.established.facts, *asked.missing))
    assert whole.established.facts["coop-given"] == "yes"
    assert whole.established.judgments["substantial"].value == "substantial"
    assert whole.established.facts["life"] == "actual"


def test_a_fact_that_a_person_sealed_reads_as_unanswered_in_the_open(baseline: Pack) -> None:
    sealed = Sealed(answers=(established("life", "actual"),))
    assert question(boat(), baseline, "A1", "C1")[0].established.facts["life"] == "no"
    assert sealed_question(boat(), sealed, baseline, "A1", "C1")[0].established.facts["life"] == "actual"
