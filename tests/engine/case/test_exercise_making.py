"""Making an exercise: the facts go, nobody's name does, and the file reads back."""

from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sentencing.case.exercise import Exercise, case_of, read_exercise
from sentencing.case.exercise_making import Told, exercise_of, exercise_text, id_of, without_answer
from sentencing.case.model import Accused, Answer, Author, Case, Evidence, JudgmentMade, Standing
from sentencing.case.personal import left_in, personal_words
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack

ROOT = Path(__file__).resolve().parents[3]
TRAINING = ROOT / "guidance/training-scheme"
TOLD = Told(
    "Open boat, at night", "Forty aboard.\n\nNo lights.", "20", "Floors", ("Risk",), "30 months", "Ask the room."
)


@pytest.fixture(scope="module")
def pack() -> Pack:
    read, _ = read_pack((TRAINING / "2026-01-01.yaml").read_bytes(), TRAINING)
    assert read is not None
    return read


@pytest.fixture
def case(pack: Pack) -> Case:
    exercise, _ = read_exercise((TRAINING / "exercises/harbour-lorry.yaml").read_bytes())
    assert exercise is not None
    begun = evolve(
        case_of(exercise, pack), title="State v. Zoë Müller", reference="26-cr-0417", court="Court of Catania"
    )
    begun = evolve(begun, author=Author("Ines Okafor"))
    begun = begun.with_accused(Accused("A1", "Zoë Müller", ("C1",)))
    begun = begun.with_evidence(Evidence("E1", "Statement of Xylander", witness_code="W-03"))
    begun = begun.with_answer(Answer("third-party", Standing.CONSIDERED, reasons="Zoë was not there"))
    return begun.with_judgment(JudgmentMade("term", value="30 months", reasons="Zoë confessed"))


def test_the_facts_go_over_as_they_stand_between_the_parties(case: Case, pack: Pack) -> None:
    made = exercise_of(case, pack, "A1", "C1", TOLD)
    assert made.facts["persons"] == {"prosecution": "27", "defence": "22"}
    assert made.facts["inhuman"] == {"alleged": "yes"}
    assert made.facts["endangerment"] == "actual"
    assert made.facts["third-party"] == "no"
    assert made.dates["offence-date"] == "2026-02-14"
    assert made.problems(pack) == ()


def test_nothing_that_a_person_wrote_in_the_case_goes_over(case: Case, pack: Pack) -> None:
    text = exercise_text(exercise_of(case, pack, "A1", "C1", TOLD))
    for secret in ("Zo", "ller", "0417", "Catania", "Okafor", "Xylander", "W-03", "confessed", "30 months "):
        assert secret not in text


def test_the_file_reads_back_as_the_same_exercise(case: Case, pack: Pack) -> None:
    made = exercise_of(case, pack, "A1", "C1", TOLD)
    read, problems = read_exercise(exercise_text(made))
    assert problems == ()
    assert read is not None
    assert evolve(read, hand_out=read.hand_out.strip(), note=read.note.strip()) == made
    assert exercise_text(read) == exercise_text(made)


def test_the_shipped_exercises_are_written_as_they_were_read() -> None:
    for path in sorted(ROOT.glob("guidance/*/exercises/*.yaml")):
        first, _ = read_exercise(path.read_bytes())
        assert first is not None
        again, problems = read_exercise(exercise_text(first))
        assert problems == (), path.name
        assert again is not None
        for name in ("facts", "judgments", "weights", "dates", "found", "sentence", "title", "minutes"):
            assert getattr(again, name) == getattr(first, name), (path.name, name)


@given(title=st.text(max_size=40), hand_out=st.text(max_size=200), found=st.lists(st.text(max_size=30), max_size=3))
def test_whatever_a_trainer_types_reads_back(title: str, hand_out: str, found: list[str]) -> None:
    exercise = Exercise(id_of(title), title, "p", "e", {}, {}, {}, {}, hand_out=hand_out, found=tuple(found))
    read, problems = read_exercise(exercise_text(exercise))
    assert [each.sentence() for each in problems] == []
    assert read is not None
    assert read.id == exercise.id


def test_participants_get_it_without_the_answer(case: Case, pack: Pack) -> None:
    open_ = without_answer(exercise_of(case, pack, "A1", "C1", TOLD))
    assert (open_.found, open_.sentence, open_.note) == ((), "", "")
    assert "30 months" not in exercise_text(open_)


def test_names_that_still_stand_in_the_text_are_found_however_they_are_written(case: Case) -> None:
    words = personal_words(case)
    texts = (
        ("hand-out", "Then MULLER (zoe) took W-03 to catania. A court sat; case 26-cr-0417."),
        ("note", "Nothing."),
    )
    left = [each.word for each in left_in(texts, words)]
    assert left == ["MULLER", "zoe", "W-03", "catania", "26-cr-0417"]


def test_words_of_any_case_are_no_names(case: Case) -> None:
    assert left_in((("hand-out", "The court heard the case of the accused on page 12."),), personal_words(case)) == ()
