"""The view says what the answers support, each fact once, and no figure that is not in a derivation."""

import re
from collections.abc import Iterator

import pytest
from attrs import evolve

from sentencing.amounts import Interval
from sentencing.case.exercise import case_of, read_exercise
from sentencing.case.model import Answer, Basis, JudgmentMade, Standing
from sentencing.engine.assessment import Assessment
from sentencing.engine.derivation import Derivation
from sentencing.engine.effects import values_of
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import with_values
from sentencing.memo.document import text_of
from sentencing.memo.make import document_of
from sentencing.memo.matter import Choices
from sentencing.memo.view import View, from_plain, to_plain
from sentencing.pack.model import Proposal
from tests.engine.memo.matters import ROOT, assessed, baseline, guidance, links, marin, marin_pack, view


def text(shown: View) -> str:
    document, problems = document_of(shown)
    assert not problems
    return text_of(document)


def test_the_memo_gives_the_result_of_the_derivation() -> None:
    shown = view()
    rows = {row.label: f"{row.lead} {row.text}".strip() for row in shown.summary}
    assert rows["Offense level"] == "17, category I"
    assert rows["Guideline range"] == "24 to 30 months (2 years to 2 years 6 months)"
    assert rows["Proposed sentence"] == "27 months (2 years 3 months)"
    assert rows["Statutory range"] == "up to 10 years (120 months)"


def numbers(derivation: Derivation) -> Iterator[object]:
    values = [*derivation.registers.values()]
    values += [
        value for entry in derivation.entries for change in entry.changes for value in (change.before, change.after)
    ]
    for value in values:
        yield from value if isinstance(value, Interval) else (value,)


def said_by_the_engine(assessment: Assessment) -> set[int]:
    pack, question = marin_pack(), assessment.question
    runs = [assessment.established, assessment.prosecution, assessment.defence]
    runs += [
        evaluate(pack, with_values(question.established, {fork.name: value}))
        for fork in question.forks
        for value in fork.values
    ]
    runs += [
        evaluate(pack, with_values(question.established, {name: value}))
        for name in question.missing
        for value in values_of(pack, pack.facts[name])
    ]
    found = {number for run in runs for number in numbers(run) if isinstance(number, int)}
    return found | {part for number in found for part in divmod(number, 12)}


@pytest.mark.parametrize("audience", ["prosecution", "neutral", "training"])
@pytest.mark.parametrize("short", [False, True])
def test_every_amount_of_the_result_occurs_in_a_derivation(audience: str, short: bool) -> None:
    case = marin()
    said = text(view(case, choices=Choices(audience, short)))
    known = said_by_the_engine(assessed(case, marin_pack()))
    amounts = re.findall(r"(?:(\d+) to )?(\d+) (?:month|year)", said)
    levels = re.findall(r"(?:adds|takes off) \d+, to (\d+)|at least (\d+)|offense level at (\d+)", said)
    found = {int(number) for group in (*amounts, *levels) for number in group if number}
    assert found
    assert found <= known


def test_each_fact_is_told_in_one_section() -> None:
    shown = view()
    sections = (shown.charge_facts, shown.threshold, shown.facts, shown.not_applied, shown.record, shown.practice)
    told = [fact.id for section in sections for fact in section] + [dispute.told.id for dispute in shown.disputes]
    assert len(told) == len(set(told))
    assert set(told) == set(shown.told)


def test_an_account_is_printed_once() -> None:
    said = text(view())
    for answer in marin().answers:
        if answer.reasons:
            assert said.count(answer.reasons.rstrip(".")) == 1, answer.fact


def test_what_has_no_evidence_says_so() -> None:
    case = marin().with_answer(Answer("risk", Standing.ESTABLISHED, value="yes", reasons="It was rough."))
    assert "It was rough (not stated in the evidence)." in text(view(case))


def test_evidence_against_a_fact_is_told_beside_the_evidence_for_it() -> None:
    answer = Answer(
        "risk", Standing.ESTABLISHED, value="yes", basis=Basis.FOUND, evidence=links("e9", against=("e11",))
    )
    said = text(view(marin().with_answer(answer))).replace("\u00a0", " ")
    assert "(found by the court; Ex. 9, p. 3; against it Ex. 11)" in said


def test_nothing_is_said_of_what_nobody_raised_outside_annex_b() -> None:
    case = marin().with_answer(Answer("weapon", Standing.NOT_RAISED))
    shown = view(case)
    assert not [fact for fact in shown.not_applied if fact.id == "weapon"]
    assert [factor.standing for factor in shown.annex_b if factor.name == "Dangerous weapon"] == ["not raised"]


def test_an_excluded_step_says_by_which_rule() -> None:
    steps = {step.id: step for step in view().steps}
    assert steps["c12"].kind == "excluded"
    assert steps["c12"].excluded_by == ("§3C1.2 n.1",)
    assert steps["c12"].overlaps


def test_the_floor_is_told_inside_its_step() -> None:
    steps = {step.id: step for step in view().steps}
    assert steps["b6"].said == "adds 2, to 17; the rule then requires at least 18"


def test_headings_follow_the_order_of_the_law() -> None:
    assert [step.head for step in view().steps if step.head] == [
        "Starting point",
        "Aggravating",
        "Mitigating",
        "Limits and range",
    ]


def test_a_dispute_gives_the_result_either_way() -> None:
    dispute = next(each for each in view().disputes if each.told.id == "aliens")
    assert dispute.turns
    assert [outcome.said for outcome in dispute.outcomes] == [
        "If 24 is found: guideline range 24 to 30 months.",
        "If 32 is found: guideline range 30 to 37 months (2 years 6 months to 3 years 1 month).",
    ]


def test_what_nothing_turns_on_is_said_to_need_no_decision() -> None:
    said = text(view())
    assert "Nothing turns on it: the result is the same either way" in said
    assert "Nothing turns on blue light seen." in said


def test_a_law_that_lets_nobody_propose_a_number_hides_figure_and_range_everywhere() -> None:
    pack = marin_pack()
    silent = evolve(pack, head=evolve(pack.head, numeric_proposal=Proposal.NONE))
    shown = view(pack=silent)
    said = text(shown)
    for hidden in ("24 to 30", "27 months", "30 to 37", "Guideline range", "Proposed sentence"):
        assert hidden not in said, hidden
    assert "up to 10 years (120 months)" in said
    assert shown.range_bar is None
    assert "24 to 30" not in str(to_plain(shown))


def test_a_law_that_allows_a_range_hides_the_figure() -> None:
    pack = marin_pack()
    said = text(view(pack=evolve(pack, head=evolve(pack.head, numeric_proposal=Proposal.RANGE))))
    assert "24 to 30 months" in said
    assert "27 months" not in said


def test_a_judgment_without_reasons_makes_a_draft() -> None:
    case = marin().with_judgment(JudgmentMade("term", value="27 months"))
    assert view(case).drafts == ("Draft: no reasons are given for Sentence.",)
    assert not view().drafts


def test_the_status_and_what_was_not_read_stand_before_the_first_number() -> None:
    notices = view().notices
    assert notices[0].startswith("Draft guidance")
    assert notices[1] == "A later edition is known to exist from 1 November 2026. It was not read."
    assert notices[-1] == "Provisional: one fact is open, one is disputed, one is alleged."


def test_a_training_paper_has_no_names() -> None:
    case = marin().with_answer(
        Answer("injury", Standing.ESTABLISHED, value="bodily", reasons="K. Marin struck a passenger; Marin admits it.")
    )
    said = str(to_plain(view(case, choices=Choices("training"))))
    for name in ("Marin", "26-cr-0417", "Osei", "Southern District"):
        assert name not in said, name
    assert "A1 struck a passenger; A1 admits it" in said


def test_nothing_sealed_enters_the_view() -> None:
    said = str(to_plain(view()))
    assert "assistance" not in said.casefold()
    assert "5K1.1" not in said


def test_a_view_reads_back_from_its_plain_form() -> None:
    assert from_plain(to_plain(view())) == view()


def test_the_witness_who_leaves_before_the_hearing_is_named() -> None:
    concern = next(each for each in view().concerns if "W-03" in each.evidence)
    assert "The witness leaves on 1 December 2026, before the hearing." in concern.questions


def test_an_assessment_that_ends_at_the_threshold_gives_no_result() -> None:
    case, pack = baseline(), guidance("protocol-baseline", "2004-01-28")
    migrant = Answer("migrant-only", Standing.ESTABLISHED, value="yes", basis=Basis.FOUND)
    shown = view(case.with_answer(migrant), pack)
    assert shown.result == ""
    assert not [row for row in shown.summary if "months" in row.lead + row.text]
    assert "The assessment ends at a threshold; no result was computed." in shown.notices
    assert [gate.kind for gate in shown.gates] == ["stop"]
    assert "48 months" not in text(shown)


def test_a_disputed_fact_that_is_only_weighed_is_not_said_to_need_no_decision() -> None:
    said = text(view(baseline(), guidance("protocol-baseline", "2004-01-28")))
    assert "No figure turns on it; it is for the weighing." in said
    assert "need not be decided" not in said


def test_what_adds_to_a_tally_of_mitigation_is_no_aggravation() -> None:
    source = ROOT / "guidance" / "es-318bis" / "exercises" / "patron-que-habla.yaml"
    if not source.is_file():
        pytest.skip("the exercise is not there")
    exercise, _ = read_exercise(source.read_bytes())
    assert exercise is not None
    pack = guidance("es-318bis", max(path.stem for path in source.parents[1].glob("*.yaml")))
    kinds = {step.title: step.kind for step in view(case_of(exercise, pack), pack).steps}
    assert kinds["Confesión"] == "mitigating"


def test_a_dispute_in_which_the_defence_says_yes_is_priced_the_right_way_round() -> None:
    case = marin().with_answer(Answer("acceptance", Standing.DISPUTED, prosecution="no", defence="yes"))
    shown = view(case)
    (row,) = [row for row in shown.summary if row.label == "In dispute"]
    assert "Acceptance. If it is not found: 33 to 41 months" in row.text
    assert "Acceptance. If it is found" not in row.text
    dispute = next(each for each in shown.disputes if each.told.id == "acceptance")
    assert dispute.outcomes[1].said.startswith("If it is not found: guideline range 33 to 41 months")
