"""What a pack's text means once it is read."""

from fractions import Fraction
from pathlib import Path

import pytest

from sentencing.amounts import LIFE, Reference, Side
from sentencing.pack.conditions import (
    FALSE,
    TRUE,
    Among,
    Applied,
    Between,
    Condition,
    Count,
    DateTest,
    Ground,
    Not,
    RegisterTest,
)
from sentencing.pack.model import About, Add, FactKind, JudgmentKind, Limit, Pick, Scale, Set
from sentencing.pack.reader import read_pack
from tests.engine.pack.small import SMALL, good, small

GRAVE = Count((Among("danger", frozenset({"yes"})), Among("weapon", frozenset({"used"}))), 2, 2)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("{danger: yes}", Among("danger", frozenset({"yes"}))),
        ("{weapon: [shown, used]}", Among("weapon", frozenset({"shown", "used"}))),
        ("{weapon: {at-least: shown}}", Among("weapon", frozenset({"shown", "used"}))),
        ("{persons: 3}", Between("persons", 3, 3)),
        ("{persons: {at-least: 6, at-most: 24}}", Between("persons", 6, 24)),
        ("{points: 0}", RegisterTest(Reference("points", Side.WHOLE), 0, 0)),
        ("{points: {above: 2}}", RegisterTest(Reference("points", Side.WHOLE), above=2)),
        ("{band: [A, B]}", RegisterTest(Reference("band", Side.WHOLE), values=frozenset({"A", "B"}))),
        ("{band: {at-least: B}}", RegisterTest(Reference("band", Side.WHOLE), 1)),
        ("{frame.min: {at-least: 10 years}}", RegisterTest(Reference("frame", Side.MIN), 120)),
        ("{frame.max: life}", RegisterTest(Reference("frame", Side.MAX), LIFE, LIFE)),
        ("{grave: yes}", GRAVE),
        ("{grave: no}", Not(GRAVE)),
        ("{mercy: yes}", Among("mercy", frozenset({"yes"}))),
        ("{ground: {mercy: danger}}", Ground("mercy", "danger")),
        ("{applied: first}", Applied("first")),
        ("{offence-date: {from: 2022-06-28}}", DateTest("offence-date", "2022-06-28", None)),
        ("{not: {danger: yes}}", Not(Among("danger", frozenset({"yes"})))),
        ("{count: {of: [danger, grave], at-most: 1}}", Count((Among("danger", frozenset({"yes"})), GRAVE), 0, 1)),
        (
            "{any: [{danger: no}, {persons: 1}]}",
            Count((Among("danger", frozenset({"no"})), Between("persons", 1, 1)), 1, 2),
        ),
    ],
)
def test_a_condition_is_read_as_the_format_says(text: str, meant: Condition) -> None:
    assert good(text).steps[1].when == meant


def test_several_keys_mean_and() -> None:
    assert good("{danger: yes, persons: 2}").steps[1].when == Count(
        (Among("danger", frozenset({"yes"})), Between("persons", 2, 2)), 2, 2
    )


@pytest.mark.parametrize("word", ["no", "010", "1:30", "~", "1_000", "null", "true"])
def test_a_scalar_stays_the_text_that_was_written(word: str) -> None:
    assert good(**{"A small pack": word}).head.title == word


def test_an_absent_condition_always_holds_and_nothing_excludes() -> None:
    step = good().steps[0]
    assert (step.when, step.unless) == (TRUE, FALSE)


def test_unless_takes_a_rule_of_its_own_or_the_citation_of_the_step() -> None:
    full = good(verbs="unless: {when: {weapon: used}, cite: law 9}, add: {points: 1}").steps[1]
    short = good(verbs="unless: {weapon: used}, add: {points: 1}").steps[1]
    assert full.unless == short.unless == Among("weapon", frozenset({"used"}))
    assert [cite.pinpoint for cite in full.unless_cites + short.unless_cites] == ["9", "2"]


def test_limits_come_after_the_verb_however_they_are_written() -> None:
    effects = good(verbs="limit: {points: {at-least: 18}}, add: {points: 2}").steps[1].effects
    assert effects == (Add("points", 2), Limit("points", 18, None))


def test_a_range_of_fractions_on_a_figure_asks_for_a_judgment_named_by_its_step() -> None:
    pack = good(verbs="scale: {sentence: -1/2 to 0}")
    assert pack.steps[1].effects == (Scale("sentence", Fraction(-1, 2), 0),)
    assert (pack.judgments["second"].kind, pack.judgments["second"].step) == (JudgmentKind.FRACTION, "second")


def test_a_range_of_fractions_on_a_range_widens_and_asks_nobody() -> None:
    assert "second" not in good(verbs="scale: {frame: -1/2 to 0}").judgments


def test_a_range_of_amounts_asks_for_time_and_a_range_of_points_for_a_score() -> None:
    assert good(verbs="add: {sentence: 1 to 6 months}").judgments["second"].kind is JudgmentKind.TIME
    assert good(verbs="add: {points: -4 to 0}").judgments["second"].kind is JudgmentKind.SCORE


def test_a_declared_judgment_takes_the_place_of_the_one_a_range_would_make() -> None:
    pack = good(
        verbs="scale: {sentence: -1/2 to 0}",
        **{"judgments:": "judgments:\n  second: {is: fraction, ask: By how much?}"},
    )
    assert (pack.judgments["second"].ask, pack.judgments["second"].step) == ("By how much?", "")


def test_a_pick_is_within_what_it_is_picked_from_unless_it_says_otherwise() -> None:
    changes = {"judgments:": "judgments:\n  term: {is: time}"}
    assert good(verbs="pick: {sentence: {judgment: term, from: frame}}", **changes).steps[1].effects == (
        Pick("sentence", "term", "frame", "frame"),
    )


def test_a_category_judgment_has_the_labels_of_the_register_it_is_picked_into() -> None:
    pack = good(verbs="pick: {band: {judgment: level}}", **{"judgments:": "judgments:\n  level: {is: category}"})
    assert pack.judgments["level"].values == ("A", "B", "C")


def test_otherwise_is_none_of_the_others_where_exactly_one_must_hold() -> None:
    verbs = "choose: {choose}, options: [{{id: a, when: {{danger: yes}}}}, {{id: b, when: otherwise}}]"
    danger = Among("danger", frozenset({"yes"}))
    assert good(verbs=verbs.format(choose="one")).steps[1].options[1].when == Not(danger)
    assert good(verbs=verbs.format(choose="first")).steps[1].options[1].when == TRUE


def test_a_fact_is_about_the_event_when_everyone_shares_it_and_about_the_accused_otherwise() -> None:
    pack = good(**{'ask: "Danger?"': 'group: mitigating, ask: "Danger?"'})
    assert (pack.facts["danger"].about, pack.facts["weapon"].about) == (About.ACCUSED, About.EVENT)
    assert pack.facts["persons"].kind is FactKind.COUNT
    assert pack.facts["persons"].default == 1


def test_a_stage_holds_until_another_is_named_and_places_count_from_one() -> None:
    step = good().steps[1]
    assert step.stage == "one"
    assert SMALL.splitlines()[step.place.line - 1].startswith("- {id: second")


def test_all_problems_are_told_at_once_and_a_pack_is_none_only_for_errors() -> None:
    pack, problems = small(when="{dangr: yes, persons: many}", verbs="add: {point: 1}, set: {band: D}")
    assert pack is None
    assert len(problems) >= 4
    pack, problems = small()
    assert pack is not None
    assert [problem.severity.value for problem in problems] == ["warning"]  # the term that nothing uses


def test_the_hash_is_of_the_law_and_not_of_line_ends_or_a_byte_order_mark() -> None:
    text = SMALL.replace("WHEN", "{danger: yes}").replace("VERBS", "add: {points: 1}")
    hashes = {
        pack.hash
        for each in (text, text.replace("\n", "\r\n"), "\ufeff" + text, text.encode())
        if (pack := read_pack(each)[0]) is not None
    }
    assert len(hashes) == 1
    assert good(verbs="add: {points: 2}").hash not in hashes


def test_a_table_text_or_memo_section_beside_the_pack_is_in_its_hash_and_an_exercise_is_not(tmp_path: Path) -> None:
    table = "terms:\ntables:\n  t: {keys: [persons], gives: points, file: tables/t.csv}\nterms:".replace(
        "terms:\n", "", 1
    )
    text = SMALL.replace("terms:", table).replace("WHEN", "{danger: yes}").replace("VERBS", "add: {points: {table: t}}")
    (tmp_path / "tables").mkdir()
    seen = set()
    for name, content in (
        ("tables/t.csv", "persons,points\n1..9,0\n10..,3\n"),
        ("tables/t.csv", "persons,points\n1..9,0\n10..,4\n"),
        ("texts/1.fr.yaml", "x"),
        ("memo/facts.md.j2", "x"),
        ("exercises/one.yaml", "x"),
        ("texts/2.fr.yaml", "x"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(content)
        pack, problems = read_pack(text, tmp_path)
        assert pack is not None, problems
        seen.add(pack.hash)
    assert len(seen) == 4


def test_a_grid_in_a_file_gives_the_column_that_the_table_names(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "grid.csv").write_text(
        "points,weapon,frame,band\n0,none,0 to 6 months,A\n0,used,6 to 12 months,B\n"
    )
    tables = """tables:
  frames: {keys: [points, weapon], gives: frame, file: tables/grid.csv}
  bands: {keys: [points, weapon], gives: band, file: tables/grid.csv}
terms:"""
    text = SMALL.replace("terms:", tables).replace("WHEN", "{danger: yes}")
    text = text.replace("VERBS", "set: {frame: {table: frames}, band: {table: bands}}")
    pack, problems = read_pack(text, tmp_path)
    assert pack is not None, problems
    assert pack.tables["bands"].cells == {("0", "none"): "A", ("0", "used"): "B"}
    assert len(pack.tables["frames"].cells) == 2
    assert isinstance(pack.steps[1].effects[0], Set)


def test_examples_of_a_file_stand_beside_those_of_the_pack_and_amounts_are_kept_as_printed(tmp_path: Path) -> None:
    (tmp_path / "vectors.csv").write_text(
        "id,danger,offence-date,expect.points,expect.frame\nb,yes,2026-02-01,1,1 to 2 years\n"
    )
    text = SMALL.replace("WHEN", "{danger: yes}").replace("VERBS", "add: {points: 1}")
    text += "examples:\n- {id: a, facts: {danger: no}, expect: {frame: 12 months to 2 years}}\n- {file: vectors.csv}\n"
    pack, problems = read_pack(text, tmp_path)
    assert pack is not None, problems
    first, second = pack.examples
    assert first.expect.registers["frame"] == second.expect.registers["frame"] == "12 to 24 months"
    assert (second.facts, second.dates) == ({"danger": "yes"}, {"offence-date": "2026-02-01"})
