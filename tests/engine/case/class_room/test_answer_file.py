"""The answer file: what it holds and what it never holds, and that nothing of it is trusted."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentencing.case.class_room.answer_file import (
    MAX_FILE,
    FactAnswered,
    JudgmentAnswered,
    answer_bytes,
    answers_of,
    case_answered,
    read_answers,
)
from sentencing.case.exercise import case_of
from sentencing.case.model import Answer, Standing
from sentencing.pack.library import Library
from tests.engine.case.class_room.rooms import answer_file, answered, lorry

Document = dict[str, Any]
Spoil = Callable[[Document], object]


def test_answers_come_back_as_they_were_saved() -> None:
    file = answer_file({"persons": "27"}, "15", 1)
    read, problems = read_answers(answer_bytes(file))
    assert problems == ()
    assert read == file
    assert FactAnswered("persons", Standing.ESTABLISHED, "27") in file.answers
    assert file.judgments == (JudgmentAnswered("term", "15 months"),)
    assert answer_bytes(file) == answer_bytes(answer_file({"persons": "27"}, "15", 1))


def test_no_reason_and_no_name_leaves_the_machine() -> None:
    content = answer_bytes(answer_file({}, "15", 1))
    for word in (b"Doe", b"Roe", b"reasons", b"author", b"A1"):
        assert word not in content


def test_every_standing_keeps_what_it_reads_and_nothing_else() -> None:
    exercise, pack = lorry()
    case = case_of(exercise, pack)
    case = case.with_answer(Answer("persons", Standing.DISPUTED, value="40", prosecution="27", defence="22"))
    case = case.with_answer(Answer("inhuman", Standing.CONSIDERED, value="yes", reasons="Nothing beyond the danger"))
    case = case.with_answer(Answer("endangerment", Standing.ESTABLISHED))
    file = answers_of(case, pack, "A1", "C1", sheet="00000001", vote=1)
    said = {answer.fact: answer for answer in file.answers}
    assert said["persons"] == FactAnswered("persons", Standing.DISPUTED, prosecution="27", defence="22")
    assert said["inhuman"] == FactAnswered("inhuman", Standing.CONSIDERED)
    assert "endangerment" not in said, "a standing without a value says nothing yet"


def test_what_the_guidance_seals_is_never_in_it() -> None:
    pack = Library.standard().read("us-2l1.1")
    sealed = next(fact.id for fact in pack.facts.values() if fact.sealed)
    exercise, _ = lorry()
    case = case_of(exercise, pack).with_answer(Answer(sealed, Standing.ESTABLISHED, value="yes"))
    assert sealed.encode() not in answer_bytes(answers_of(case, pack, "A1", "C1", sheet="00000001", vote=1))


def test_the_case_of_a_file_says_what_the_participant_said() -> None:
    exercise, pack = lorry()
    case = case_answered(answer_file({"persons": "27"}, "15", 1), exercise, pack)
    said = case.answer("persons", "A1", "C1")
    assert said is not None
    assert said.value == "27"
    assert not any(answer.reasons for answer in case.answers)


def spoiled(spoil: Spoil) -> bytes:
    document = json.loads(answer_bytes(answer_file({}, "15", 1)))
    spoil(document)
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("spoil", "path"),
    [
        (lambda d: d.pop("answer-file"), ""),
        (lambda d: d.update({"answer-file": 2}), "answer-file"),
        (lambda d: d.update({"answer-file": True}), ""),
        (lambda d: d.update(name="Doe"), "name"),
        (lambda d: d.pop("guidance"), ""),
        (lambda d: d.update(vote=0), "vote"),
        (lambda d: d.update(vote="1"), "vote"),
        (lambda d: d.update(sheet="Doe"), "sheet"),
        (lambda d: d["answers"][0].update(standing="certain"), "answers[0].standing"),
        (lambda d: d["answers"][0].update(reasons="x"), "answers[0].reasons"),
        (lambda d: d["answers"][0].update(value=22), "answers[0].value"),
        (lambda d: d["answers"][0].update(value="9" * 300), "answers[0]"),
        (lambda d: d["answers"].append(d["answers"][0]), "answers"),
        (lambda d: d.update(answers=d["answers"] * 300), "answers"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_of_it_is_read(spoil: Spoil, path: str) -> None:
    read, problems = read_answers(spoiled(spoil))
    assert read is None
    assert path in [problem.path for problem in problems]


def test_a_file_that_is_too_large_is_not_parsed() -> None:
    read, problems = read_answers(b" " * (MAX_FILE + 1))
    assert read is None
    assert "bytes" in problems[0].message


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_no_bytes_raise(content: bytes) -> None:
    read, problems = read_answers(content)
    assert read is None
    assert problems


@given(st.data())
def test_no_damage_raises(data: st.DataObject) -> None:
    content = bytearray(answer_bytes(answer_file({}, "15", 1)))
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read, problems = read_answers(bytes(content))
    assert (read is None) == bool(problems)


def test_nesting_is_a_problem_and_no_crash() -> None:
    read, problems = read_answers(b"[" * 200_000)
    assert read is None
    assert problems


def test_answers_of_two_accused_are_those_of_the_one_asked_for() -> None:
    _, pack = lorry()
    case = answered({}, "").with_answer(Answer("persons", Standing.ESTABLISHED, "A2", value="99"))
    file = answers_of(case, pack, "A1", "C1", sheet="00000001", vote=1)
    assert [answer.value for answer in file.answers if answer.fact == "persons"] == ["22"]
