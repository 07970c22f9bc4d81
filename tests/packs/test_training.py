"""The training scheme: points for the heads of the note, never law, and exercises that give what they say."""

from pathlib import Path

import pytest
import yaml

from sentencing.engine.answers import AnswerReader
from sentencing.engine.evaluate import evaluate
from sentencing.pack.model import Assistance, Status
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of, result

FOLDER = GUIDANCE / "training-scheme"
PACK = pack_of(FOLDER / "2026-01-01.yaml")
EXERCISES = sorted((FOLDER / "exercises").glob("*.yaml"))
KEYS = {"exercise", "id", "title", "guidance", "minutes", "teaches", "citation", "source", "dates", "hand-out", "facts"}
KEYS |= {"judgments", "court", "note"}


def points(facts: dict[str, object]) -> int:
    return int(result(PACK, facts)["state"]["points"])


def exercise_in(path: Path) -> dict:
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)


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


def test_it_is_marked_as_no_law_wherever_it_is_read() -> None:
    assert PACK.head.status is Status.TRAINING
    assert PACK.head.jurisdiction == "TRAINING"
    assert "not law" in " ".join(source.title for source in PACK.sources.values())
    assert all("invented for training" in source.title for source in PACK.sources.values())
    assert "No court" in PACK.head.leaves_out[0].say


def test_it_seals_nothing_because_the_scheme_makes_the_reduction_public() -> None:
    assert PACK.head.assistance is Assistance.OPEN
    assert not PACK.has_sealed


@pytest.mark.parametrize(
    ("head", "milder", "worse"),
    [
        ("persons", "5", "6"),
        ("persons", "24", "25"),
        ("persons", "99", "100"),
        ("endangerment", "none", "likely"),
        ("endangerment", "likely", "actual"),
        ("inhuman", "no", "yes"),
        ("third-party", "no", "yes"),
        ("role", "subordinate", "ordinary"),
        ("role", "ordinary", "organiser"),
        ("cooperation", "against-higher", "substantial"),
        ("cooperation", "substantial", "none"),
    ],
)
def test_each_head_moves_the_points(head: str, milder: str, worse: str) -> None:
    assert points({head: milder}) < points({head: worse})


def test_there_is_no_head_but_those_of_the_note() -> None:
    themes = {theme for fact in PACK.facts.values() for theme in fact.themes}
    assert themes == {"number", "art6.3a", "art6.3b", "third-party", "role", "art26.2", "art26.2-low-level"}


def test_one_act_that_endangers_migrants_and_officials_is_counted_once() -> None:
    facts = {"endangerment": "likely", "third-party": "yes"}
    once = result(PACK, {**facts, "third-party-basis": "same-act"})
    assert once["excluded"] == ["third-parties"]
    assert points({**facts, "third-party-basis": "same-act"}) == points({"endangerment": "likely"})


def test_actual_danger_has_a_floor_and_the_whole_has_two_ends() -> None:
    assert points({"endangerment": "actual"}) == 16
    assert points({"role": "subordinate", "cooperation": "against-higher"}) == 5
    worst = {"persons": "500", "endangerment": "actual", "inhuman": "yes", "third-party": "yes", "role": "organiser"}
    assert points(worst) == 26


def test_a_term_outside_the_range_is_a_departure_and_outside_the_maximum_is_not_made() -> None:
    facts = {"persons": "25"}
    assert result(PACK, facts, {"term": "48 months"})["state"]["sentence"] == "48 months"
    assert result(PACK, facts, {"term": "181 months"})["state"]["sentence"] == "24 to 42 months"


# ----------------------------------------------------------------------------------------------------------- exercises


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_is_complete_and_can_be_asked(path: Path) -> None:
    exercise = exercise_in(path)
    assert set(exercise) == KEYS
    assert exercise["exercise"] == "1"
    assert exercise["id"] == path.stem
    assert exercise["guidance"] == {"pack": PACK.head.id, "edition": PACK.head.edition.id}
    reader = AnswerReader(PACK, whole=True)
    question, problems = reader.question(exercise["facts"], exercise["judgments"], {}, exercise["dates"])
    assert question is not None, problems
    assert question.missing == ()


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_says_that_it_is_invented(path: Path) -> None:
    exercise = exercise_in(path)
    assert exercise["source"] == exercise["citation"] == "Invented for training"
    assert "Invented" in exercise["court"]["sentence"]


def test_the_lorry_comes_to_what_the_court_found() -> None:
    exercise = exercise_in(FOLDER / "exercises" / "harbour-lorry.yaml")
    found = {**exercise["facts"], "persons": "22", "inhuman": "no", "third-party-basis": "separate"}
    state = result(PACK, found, {"term": "15 months"})["state"]
    assert (state["points"], state["guideline"], state["sentence"]) == ("11", "12 to 24 months", "15 months")
    assert "eleven" in exercise["court"]["sentence"]
    disputed = result(PACK, exercise["facts"])
    assert set(disputed["turns-on"]) <= {"persons", "inhuman", "third-party-basis"}


def test_the_pass_comes_to_the_cap_and_the_guide_stays_under_it() -> None:
    exercise = exercise_in(FOLDER / "exercises" / "winter-path.yaml")
    state = result(PACK, exercise["facts"], {"term": "120 months"})["state"]
    assert (state["points"], state["guideline"], state["sentence"]) == ("26", "96 to 144 months", "120 months")
    assert points({**exercise["facts"], "role": "subordinate"}) == 21
