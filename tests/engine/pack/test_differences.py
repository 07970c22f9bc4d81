"""Two editions compared: a number, a rule, a factor, a text, each with what it touches; the same pack has none."""

from pathlib import Path

import pytest

from sentencing.locale import catalogue
from sentencing.pack.differences import Difference, DifferenceKind, differences
from sentencing.pack.library import standard_folder
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from tests.engine.pack.small import good

FOLDER = standard_folder() / "training-scheme"
TRAINING = (FOLDER / "2026-01-01.yaml").read_text("utf-8")


def training(*changes: tuple[str, str]) -> Pack:
    text = TRAINING
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    pack, problems = read_pack(text, FOLDER)
    assert pack is not None, problems
    return pack


def found(before: Pack, after: Pack) -> tuple[Difference, ...]:
    return differences(before, after, catalogue("en"))


def only(before: Pack, after: Pack) -> Difference:
    (difference,) = found(before, after)
    return difference


@pytest.mark.parametrize("path", sorted(standard_folder().glob("*/*.yaml")), ids=str)
def test_a_pack_does_not_differ_from_itself(path: Path) -> None:
    once, _problems = read_pack(path.read_bytes(), path.parent)
    again, _problems = read_pack(path.read_bytes(), path.parent)
    assert once is not None
    assert again is not None
    assert found(once, again) == ()


def test_a_changed_number_is_said_as_it_was_and_as_it_is() -> None:
    change = ("when: {endangerment: actual}, add: {points: 4}", "when: {endangerment: actual}, add: {points: 5}")
    difference = only(training(), training(change))
    assert difference.kind is DifferenceKind.NUMBER
    assert (difference.title, difference.part) == ("Endangerment: Endangered", "steps.danger")
    assert (difference.before, difference.after) == ("add 4, then at least 16", "add 5, then at least 16")
    assert difference.facts == ("endangerment",)


def test_a_cell_of_a_table_is_named_and_touches_the_steps_that_read_it() -> None:
    difference = only(training(), training(("14..16: 24 to 42 months", "14..16: 24 to 40 months")))
    assert (difference.what, difference.before, difference.after) == ("At 14..16", "24 to 42 months", "24 to 40 months")
    assert difference.steps == ("range",)


def test_a_question_in_other_words_is_a_text_and_no_rule() -> None:
    difference = only(training(), training(("ask: How many persons were smuggled?", "ask: How many were smuggled?")))
    assert difference.kind is DifferenceKind.TEXT
    assert difference.part == "facts.persons"


def test_another_name_for_a_fact_is_no_other_rule() -> None:
    kinds = {each.kind for each in found(training(), training(("name: Inhuman treatment", "name: Treatment")))}
    assert kinds == {DifferenceKind.TEXT}


def test_a_condition_that_is_added_is_a_rule() -> None:
    change = ("  when: {inhuman: yes}\n", "  when: {inhuman: yes, third-party: no}\n")
    difference = only(training(), training(change))
    assert difference.kind is DifferenceKind.RULE
    assert difference.after == "“Inhuman treatment” is yes and “Third parties” is no"


def test_a_step_that_is_gone_has_no_after() -> None:
    step = "- id: treatment\n  title: Inhuman or degrading treatment\n  cite: scheme head 3\n"
    step += "  when: {inhuman: yes}\n  add: {points: 3}\n"
    text = TRAINING.replace(step, "").partition("\nexamples:")[0]
    pack, problems = read_pack(text, FOLDER)
    assert pack is not None, problems
    (gone,) = [each for each in found(training(), pack) if each.part == "steps.treatment"]
    assert gone.before == "If “Inhuman treatment” is yes: add 3 to the points."
    assert gone.after == ""


def test_a_term_differs_by_its_condition_and_not_by_its_name() -> None:
    before, after = good("{grave: yes}"), good("{grave: yes}", **{"{danger: yes, weapon: used}": "{weapon: used}"})
    parts = {each.part: each.what for each in found(before, after)}
    assert parts["terms.grave"] == "When it holds"


def test_numbers_come_first() -> None:
    changes = (
        ("ask: How many persons were smuggled?", "ask: How many were smuggled?"),
        ("14..16: 24 to 42 months", "14..16: 24 to 40 months"),
    )
    assert [each.kind for each in found(training(), training(*changes))] == [DifferenceKind.NUMBER, DifferenceKind.TEXT]
