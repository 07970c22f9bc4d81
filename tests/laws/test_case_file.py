"""Case → file → case is identity, whatever a person wrote; and any text in its place gives problems, not exceptions."""

import json
from typing import Any

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from sentencing.case.archive import archive, members_of
from sentencing.case.file import opened
from sentencing.case.json_form import case_bytes, read_case, read_sealed, sealed_bytes
from sentencing.case.model import (
    Accused,
    Admissible,
    Answer,
    Author,
    Basis,
    Case,
    Direction,
    Evidence,
    EvidenceKind,
    EvidenceLink,
    GuidanceReference,
    Interpreter,
    JudgmentMade,
    OffenceCount,
    Sealed,
    Standing,
    WeightGiven,
)
from sentencing.case.recorded import recorded_bytes, recorded_now
from sentencing.pack.library import Library

TRAINING = Library.standard().read("training-scheme")

words = st.text(st.characters(codec="utf-8"), max_size=30)
ids = st.sampled_from(["A1", "A2", "C1", "C2", "E1", ""])
facts = st.sampled_from(["persons", "endangerment", "role", "colour-of-the-boat"])
links = st.builds(EvidenceLink, ids, st.sampled_from(Direction))
answers = st.builds(
    Answer,
    facts,
    st.sampled_from(Standing),
    accused=ids,
    count=ids,
    value=words,
    prosecution=words,
    defence=words,
    basis=st.none() | st.sampled_from(Basis),
    reasons=words,
    evidence=st.lists(links, max_size=2).map(tuple),
)
judgments = st.builds(
    JudgmentMade, st.just("term"), ids, ids, words, st.lists(words, max_size=2).map(tuple), words, words, words
)
pieces = st.builds(
    Evidence,
    ids,
    words,
    pages=words,
    kind=st.sampled_from(EvidenceKind),
    source=words,
    witness_code=words,
    interpreter=st.sampled_from(Interpreter),
    legal_adviser=st.booleans(),
    admissible=st.sampled_from(Admissible),
    note=words,
    leaves=words,
)
cases = st.builds(
    Case,
    id=words,
    guidance=st.builds(GuidanceReference, st.just("training-scheme"), st.just("2026-01-01"), words),
    accused=st.lists(st.builds(Accused, ids, words, st.lists(ids, max_size=2).map(tuple)), max_size=2).map(tuple),
    counts=st.lists(st.builds(OffenceCount, ids, words, words, words, words, words), max_size=2).map(tuple),
    reference=words,
    title=words,
    court=words,
    hearing=words,
    author=st.builds(Author, words, words),
    evidence=st.lists(pieces, max_size=2).map(tuple),
    answers=st.lists(answers, max_size=3).map(tuple),
    judgments=st.lists(judgments, max_size=2).map(tuple),
    weights=st.lists(st.builds(WeightGiven, words, facts, words, ids, ids, words), max_size=2).map(tuple),
)
parts = st.builds(
    Sealed,
    st.lists(answers, max_size=2).map(tuple),
    st.lists(judgments, max_size=2).map(tuple),
    st.lists(pieces, max_size=2).map(tuple),
    words,
)


@given(case=cases)
def test_a_case_reads_back_as_it_was_written_and_writes_the_same_bytes(case: Case) -> None:
    found, problems = read_case(case_bytes(case))
    assert problems == ()
    assert found == case
    assert case_bytes(found) == case_bytes(case)


@given(part=parts)
def test_a_sealed_part_reads_back_as_it_was_written(part: Sealed) -> None:
    assert read_sealed(sealed_bytes(part)) == (part, ())


@given(case=cases)
def test_any_case_can_be_computed_and_its_result_recorded(case: Case) -> None:
    content = archive({"case.json": case_bytes(case), "result.json": recorded_bytes(recorded_now(case, TRAINING))})
    members, problems = members_of(content)
    assert problems == ()
    assert read_case(members["case.json"])[0] == case


@given(case=cases, data=st.data())
def test_one_wrong_value_never_takes_the_rest_of_the_case_with_it(case: Case, data: st.DataObject) -> None:
    case = evolve(case, answers=(Answer("role", Standing.ESTABLISHED, value="organiser"), *case.answers))
    document = json.loads(case_bytes(case))
    answer = document["answers"][0]
    key = data.draw(st.sampled_from([*answer, "colour"]))
    answer[key] = data.draw(st.sampled_from([None, 7, True, [], {}, ["x"], {"a": 1}]))
    found, problems = read_case(json.dumps(document).encode())
    assert problems[0].path.startswith("answers[0]")
    assert found is not None
    assert found.answers[-len(case.answers) + 1 :] == case.answers[1:] or len(case.answers) == 1
    assert evolve(found, answers=()) == evolve(case, answers=())


json_values: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
)


@given(document=st.dictionaries(st.sampled_from(["format", "id", "accused", "answers", "guidance", "x"]), json_values))
def test_any_json_in_place_of_a_case_is_problems(document: dict[str, object]) -> None:
    content = json.dumps(document).encode()
    found = opened(archive({"case.json": content, "result.json": content, "guidance/x.yaml": content}))
    assert found.problems
    assert found.read_only


@given(content=st.binary(max_size=300))
def test_any_bytes_in_place_of_a_case_file_are_problems(content: bytes) -> None:
    found = opened(content)
    assert found.case is None
    assert found.problems
