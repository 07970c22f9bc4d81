"""What guidance/README.md tells a lawyer is true: its pack works when typed, and what it says is refused is refused."""

import re
from pathlib import Path

import pytest

from sentencing.errors import Severity
from sentencing.pack.checks import check
from sentencing.pack.read_facts import THEMES
from sentencing.pack.reader import read_pack
from tests.packs.packs import GUIDANCE, doubts, failures, pack_of

README = (GUIDANCE / "README.md").read_text("utf-8")
TYPED = re.findall(r"```yaml\n(guidance: 1.*?)```", README, re.DOTALL)
TRAINING = (GUIDANCE / "training-scheme" / "2026-01-01.yaml").read_text("utf-8")


def said_of(text: str) -> list[str]:
    """Every error that reading and checking find, as sentences."""
    pack, problems = read_pack(text)
    found = (*problems, *(check(pack) if pack is not None else ()))
    return [problem.sentence() for problem in found if problem.severity is Severity.ERROR]


def changed(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


def test_the_pack_of_the_readme_works_when_typed(tmp_path: Path) -> None:
    assert len(TYPED) == 1
    path = tmp_path / "2026-01-01.yaml"
    path.write_text(TYPED[0], "utf-8")
    pack = pack_of(path)
    assert doubts(pack) == []
    assert failures(pack) == []


def test_its_worked_examples_reach_everything() -> None:
    pack, _ = read_pack(TYPED[0])
    assert pack is not None
    ways = {way.id for step in pack.steps for way in step.ways}
    said = {id_ for each in pack.examples for id_ in (*each.expect.applied, each.expect.gate)}
    assert ways - said == {"penalty", "term", "plea"}  # taken with their options, or always


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("    worse: more\n", "    worsse: more\n", "worse"),
        ("cite: act s. 12(1)", "cite: actt s. 12(1)", "Did you mean 'act'"),
        ("when: {danger: yes}", "when: {dangr: yes}", "Did you mean 'danger'"),
        ("when: {danger: yes}", "when: {applied: term}", "does not stand before"),
        ("2000 EUR per persons}", "2000 EUR per persons}\n    add: {fine: 5 EUR}", "two steps"),
        ("choose: first\n  options:\n  - id: dangerous", "choose: one\n  options:\n  - id: dangerous", ""),
        ("    default: 1\n", "    default: 0\n", "default"),
        ("is: yes-no\n    default: no\n    group: threshold", "is: yes-no\n    default: yes\n    group: threshold", ""),
        ("    group: mitigating\n", "    group: mitigating\n    sealed: yes\n", "sealed"),
        ('read: text}', 'read: text, quote: "' + "word " * 26 + '"}', "25"),
        ("status: training", "status: training\n\tid: x", "tab"),
        ("  id: exampland", "  id: &name exampland", ""),
    ],
)  # fmt: skip
def test_what_the_readme_says_is_refused_is_refused(old: str, new: str, says: str) -> None:
    text = changed(TYPED[0], old, new)
    if "choose: one" in new:
        text = changed(text, "when: otherwise", "when: {persons: {at-least: 1}}")
    problems = said_of(text)
    assert problems
    assert says.lower() in " ".join(problems).lower()


def test_official_with_a_source_that_was_not_read_is_refused() -> None:
    text = changed(TYPED[0], "status: training", "status: official")
    assert said_of(text) == []
    assert said_of(changed(text, "read: text", "read: second-hand"))


@pytest.mark.parametrize(("old", "new"), [("8..10:", "9..10:"), ("8..10:", "7..10:")])
def test_a_table_with_a_gap_or_an_overlap_is_refused(old: str, new: str) -> None:
    assert said_of(TRAINING) == []
    assert said_of(changed(TRAINING, old, new))


def test_every_theme_that_the_readme_names_exists() -> None:
    named = re.findall(r"`(art\d[^`]*|third-party|number|role|death|child|other)`", README)
    assert {"art6.3a", "art26.2", "other"} <= set(named) <= set(THEMES)


def test_every_link_inside_the_readme_leads_somewhere() -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in re.findall(r"\n#+ (.*)", README)
    }
    assert set(re.findall(r"\(#([^)]*)\)", README)) <= headings
