"""The batch format: a question as text reads back as the same question, and nothing it is given makes it fail."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentencing.engine.answers import AnswerReader, record_of
from sentencing.engine.record import fact_text
from sentencing.engine.results import result_of
from sentencing.engine.values import judgment_text, read_fact, read_judgment
from sentencing.errors import Problem
from sentencing.pack.library import Library
from sentencing.pack.model import FactKind, Pack

PACKS = [Library.standard().read(name) for name in ("training-scheme", "protocol-baseline")]

scalars = (
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.sampled_from(["yes", "no", "5", "actual"])
)
anything = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3)
)


def values_of(pack: Pack, fact: str) -> list[str]:
    known = pack.facts[fact]
    match known.kind:
        case FactKind.YES_NO:
            return ["yes", "no"]
        case FactKind.CHOICE:
            return list(known.values)
        case FactKind.COUNT:
            return ["1", "6", "40"]
        case FactKind.DATE:
            return ["2026-03-14"]
        case FactKind.MONEY:
            return []
        case FactKind.TIME:
            return ["6 months", "1 year 2 months", "life"]


@st.composite
def records(draw: st.DrawFn, pack: Pack) -> dict[str, object]:
    facts: dict[str, object] = {}
    for name in draw(st.lists(st.sampled_from(sorted(pack.facts)), unique=True, max_size=8)):
        values = st.sampled_from(values_of(pack, name) or [str(pack.facts[name].default)])
        one, two = draw(values), draw(values)
        facts[name] = draw(st.sampled_from([one, {"alleged": one}, {"prosecution": one, "defence": two}]))
    dates = draw(st.dictionaries(st.sampled_from(["offence-date", "sentence-date"]), st.just("2026-03-14")))
    return {"facts": facts, **dates}


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: str(pack.head.id))
@given(data=st.data())
def test_a_question_as_text_reads_back_as_the_same_question(pack: Pack, data: st.DataObject) -> None:
    reader = AnswerReader(pack, whole=True)
    line = reader.line(json.dumps({"id": "x", **data.draw(records(pack))}), 1)
    assert line.problems == ()
    assert line.question is not None
    again = reader.line(json.dumps({"id": "x", **record_of(line.question, pack)}), 1)
    assert again.problems == ()
    assert again.question == line.question


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: str(pack.head.id))
@given(data=st.data())
def test_what_can_be_read_can_be_assessed_as_text(pack: Pack, data: st.DataObject) -> None:
    reader = AnswerReader(pack)
    line = reader.line(json.dumps({"id": "x", **data.draw(records(pack))}), 1)
    assert line.question is not None
    found = result_of(reader.asked, line.question)
    assert json.loads(json.dumps(found)) == found
    assert ("runs" in found) == bool(line.question.forks)


@given(record=st.dictionaries(st.sampled_from(["id", "facts", "judgments", "weights", "offence-date", "x"]), anything))
def test_any_json_is_a_question_or_problems(record: dict[str, object]) -> None:
    for pack in PACKS:
        line = AnswerReader(pack).line(json.dumps(record), 7)
        assert (line.question is None) == bool(line.problems)


@given(text=st.binary(max_size=60) | st.text(max_size=60))
def test_any_text_is_a_question_or_problems(text: str | bytes) -> None:
    line = AnswerReader(PACKS[0]).line(text, 7)
    assert (line.question is None) == bool(line.problems)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"id": "a", "id": "b"}', "the key 'id' stands twice."),
        ('{"facts": {"persons": "5", "persons": "6"}}', "the key 'persons' stands twice."),
        ("[" * 100_000, "the line is nested too deep."),
        (b'{"id": "\xff"}', "the line is not UTF-8."),
        ('["a"]', "a list stands here."),
        ('{"id": "x", "facts": {}, "judgments": {"term": NaN}}', "the number NaN stands here."),
        ('{"id": ' + "9" * 5000 + "}", "the number 9999999999999999999999999999999999999999 stands here."),
        ("x" * 1_000_001, "the line is too long."),
    ],
)
def test_a_hostile_line_is_told_for_what_it_is(text: str | bytes, told: str) -> None:
    problems = AnswerReader(PACKS[0]).line(text, 7).problems
    assert [problem.message for problem in problems] == [told]


@given(
    text=st.text(max_size=250) | st.from_regex(r"[0-9/. ]{0,9}(months?|years?|EUR|life|to|min|per)?", fullmatch=True)
)
def test_any_text_is_a_value_of_its_fact_or_a_problem(text: str) -> None:
    for pack in PACKS:
        for fact in pack.facts.values():
            value = read_fact(fact, text, pack.units)
            if not isinstance(value, Problem):
                assert read_fact(fact, fact_text(fact, value, pack.units), pack.units) == value
        for judgment in pack.judgments.values():
            made = read_judgment(judgment, text, pack)
            if not isinstance(made, Problem):
                assert read_judgment(judgment, judgment_text(judgment, made, pack.units), pack) == made
