"""What another edition, or one difference alone, does to a case and to the worked examples; where failures are laid."""

from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Question
from sentencing.locale import catalogue
from sentencing.pack.differences import differences
from sentencing.pack.library import standard_folder
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.proof.effect import Moved, alone, effect_on, effect_on_examples
from sentencing.proof.findings import failing_examples, findings_of, words_at
from sentencing.proof.proving import prove

FOLDER = standard_folder() / "training-scheme"
TRAINING = (FOLDER / "2026-01-01.yaml").read_text("utf-8")
DANGER = ("when: {endangerment: actual}, add: {points: 4}", "when: {endangerment: actual}, add: {points: 5}")
CELL = ("14..16: 24 to 42 months", "14..16: 24 to 40 months")


def training(*changes: tuple[str, str]) -> Pack:
    text = TRAINING
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    pack, problems = read_pack(text, FOLDER)
    assert pack is not None, problems
    return pack


def asked(pack: Pack, **facts: object) -> Question:
    question, problems = AnswerReader(pack, whole=True).question(facts, {}, {}, {})
    assert question is not None, problems
    return question


def test_a_changed_number_moves_the_case_it_reaches() -> None:
    before, after = training(), training(DANGER)
    facts = {"endangerment": "actual", "persons": "25"}
    effect = effect_on(before, asked(before, **facts), after, asked(after, **facts))
    assert Moved("points", "18", "19") in effect.registers
    assert [each.step for each in effect.steps] == ["danger", "range"]
    assert effect.changes


def test_a_floor_that_makes_good_the_difference_leaves_the_case_as_it_was() -> None:
    before, after = training(), training(DANGER)
    effect = effect_on(before, asked(before, endangerment="actual"), after, asked(after, endangerment="actual"))
    assert not effect.changes


def test_the_envelope_is_compared_where_something_is_disputed() -> None:
    before, after = training(), training(DANGER)
    facts = {"persons": "25", "endangerment": {"prosecution": "actual", "defence": "none"}}
    effect = effect_on(before, asked(before, **facts), after, asked(after, **facts))
    assert Moved("points", "14 to 18", "14 to 19") in effect.envelopes


def test_a_difference_alone_leaves_out_the_others() -> None:
    before, after = training(), training(DANGER, CELL)
    only = alone(before, after, "tables.ranges")
    assert only is not None
    question = asked(before, persons="25")
    effect = effect_on(before, question, only, question)
    assert Moved("guideline", "24 to 42 months", "24 to 40 months") in effect.registers
    assert Moved("points", "14", "14") in effect.registers


def test_a_step_that_needs_what_the_other_edition_does_not_have_cannot_stand_alone() -> None:
    fact = "  loan: {is: yes-no, default: no, group: aggravating, ask: A loan?, cite: scheme head 1}\n\n"
    changes = (
        ("  persons:\n    name", f"{fact}  persons:\n    name"),
        ("when: {inhuman: yes}\n", "when: {loan: yes}\n"),
    )
    assert alone(training(), training(*changes), "steps.treatment") is None


def test_the_examples_that_turn_out_differently_are_found_and_no_others() -> None:
    titles = [each.example.id for each in effect_on_examples(training(), training(DANGER))]
    assert titles == ["actual-many", "upper"]
    assert list(effect_on_examples(training(), training())) == []


def test_failing_examples_are_laid_to_the_words_that_were_changed() -> None:
    original, copy = training(), training(DANGER)
    changed = differences(original, copy, catalogue("en"))
    (finding,) = failing_examples(copy, original, changed, prove(copy), catalogue("en"))
    line = copy.text.split("\n")[finding.line - 1]
    assert line[finding.start : finding.end] == "5"
    assert finding.says == (
        "2 worked examples fail because of this line. The first: Actual danger to twenty-five. "
        "Expected points 18, got 19."
    )


def test_without_an_original_an_example_fails_where_it_stands() -> None:
    copy = training(DANGER)
    found = failing_examples(copy, None, (), prove(copy), catalogue("en"))
    lines = copy.text.split("\n")
    assert [lines[each.line - 1].partition(",")[0] for each in found] == ["- {id: actual-many", "- {id: upper"]


def test_a_problem_stands_under_its_own_words() -> None:
    text = TRAINING.replace("worse: more", "worse: moore", 1)
    _pack, problems = read_pack(text, FOLDER)
    (finding,) = findings_of(text, problems)
    assert text.split("\n")[finding.line - 1][finding.start : finding.end] == "moore"
    assert "Did you mean 'more'?" in finding.says


def test_words_end_where_their_bracket_or_quotation_does() -> None:
    line = '  when: {injury: [bodily, "a, b"], weapon: used}'
    assert [line[slice(*words_at(line, column))] for column in (9, 18, 27, 36)] == [
        '{injury: [bodily, "a, b"], weapon: used}',
        '[bodily, "a, b"]',
        '"a, b"',
        "weapon",
    ]


def test_an_example_proves_the_steps_it_names_and_those_it_went_through() -> None:
    pack = training()
    steps = {step.id: step for step in pack.steps}
    proved = {each.result.example.id: each for each in prove(pack)}
    assert proved["twenty-four"].proves(steps["number"])
    assert proved["twenty-four"].proves(steps["start"])
    assert not proved["twenty-four"].proves(steps["danger"])
    assert proved["actual"].hows == ("= 10", "+4", "floor 16")
