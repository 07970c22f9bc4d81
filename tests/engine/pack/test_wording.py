"""What a pack says in words: conditions, amounts and verbs as clauses that a lawyer can read."""

from pathlib import Path

import pytest

from sentencing.locale import catalogue
from sentencing.pack.library import standard_folder
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.pack.reading import StepText, guidance_text
from tests.engine.pack.small import good

PACKS = sorted(standard_folder().glob("*/*.yaml"))


def step_text(pack: Pack, name: str = "second") -> StepText:
    return next(step for stage in guidance_text(pack, catalogue("en")) for step in stage.steps if step.id == name)


@pytest.mark.parametrize(
    ("when", "verbs", "says"),
    [
        ("{danger: yes}", "add: {points: 2}", "If “Danger?” is yes: add 2 to the points."),
        ("{danger: yes}", "add: {points: -3}", "If “Danger?” is yes: take 3 off the points."),
        (
            "{danger: yes}",
            "add: {points: 2}, limit: {points: {at-least: 18}}",
            "If “Danger?” is yes: add 2 to the points; if it is then less than 18, raise it to 18.",
        ),
        ("{weapon: [shown, used]}", "add: {points: 1}", "If “Weapon?” is “Shown” or “Used”: add 1 to the points."),
        (
            "{persons: {at-least: 6, at-most: 24}}",
            "add: {points: 1}",
            "If “How many?” is 6 to 24: add 1 to the points.",
        ),
        ("{applied: first}", "add: {points: 1}", "If “First” applies: add 1 to the points."),
        ("{grave: yes}", "add: {points: 1}", "If “Grave”: add 1 to the points."),
        ("{not: {applied: first}}", "add: {points: 1}", "If “First” does not apply: add 1 to the points."),
        (
            "{danger: yes}",
            "limit: {frame: {at-most: 5 years}}",
            "If “Danger?” is yes: keep the frame at 5 years or less.",
        ),
        ("{danger: yes}", "scale: {sentence: -1/3}", "If “Danger?” is yes: reduce the sentence by 1/3."),
        ("{danger: yes}", "scale: {sentence: -1/2 to -1/3}", "If “Danger?” is yes: reduce the sentence by 1/3 to 1/2."),
        ("{danger: yes}", "gate: stop, say: No offence", "If “Danger?” is yes: the assessment ends here: No offence."),
    ],
)
def test_a_rule_reads_as_a_sentence(when: str, verbs: str, says: str) -> None:
    assert step_text(good(when, verbs)).says == says


def test_what_excludes_a_step_begins_with_not_where() -> None:
    pack = good("{danger: yes}", "add: {points: 1}, unless: {when: {weapon: used}, cite: law 3}")
    assert step_text(pack).unless == "Not where “Weapon?” is “Used”."


def test_an_inner_or_stands_in_brackets() -> None:
    pack = good("{danger: yes, any: [{weapon: used}, {persons: {at-least: 6}}]}")
    assert step_text(pack).says.startswith(
        "If “Danger?” is yes and (“Weapon?” is “Used” or “How many?” is at least 6):"
    )


@pytest.mark.parametrize("path", PACKS, ids=[f"{path.parent.name}-{path.stem}" for path in PACKS])
def test_every_step_of_the_guidance_that_ships_says_something(path: Path) -> None:
    pack, _problems = read_pack(path.read_bytes(), path.parent)
    assert pack is not None
    steps = [step for stage in guidance_text(pack, catalogue("en")) for step in stage.steps]
    assert [step.id for step in steps] == [step.id for step in pack.steps]
    assert all(step.says or step.rows for step in steps)
    assert not any(
        "{" in text for step in steps for text in (step.says, step.unless, *(row.gives for row in step.rows))
    )
