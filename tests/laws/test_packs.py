"""Whatever pack it is, shipped or made for tests: forks agree with all combinations, and derivations hang together."""

from pathlib import Path
from random import Random

import pytest

from sentencing.amounts import Interval
from sentencing.engine.assignment import Assignment, Fork, Question
from sentencing.engine.derivation import EntryStatus
from sentencing.engine.evaluate import evaluate, outcome
from sentencing.engine.forks import assess
from sentencing.engine.thresholds import thresholds
from sentencing.pack.model import Fact, FactKind, FactValue, JudgmentKind, Pack
from sentencing.pack.reader import read_pack
from tests.laws.test_forks import agree

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "guidance").glob("*/*.yaml"), *(ROOT / "tests" / "packs").glob("*.yaml")])
DATES = ("2012-03-01", "2023-06-01", "2024-03-01", "2026-03-01", "2026-06-10")
READ: dict[Path, Pack] = {}


def pack_at(path: Path) -> Pack:
    if path not in READ:
        pack, problems = read_pack(path.read_text(encoding="utf-8"), path.parent)
        assert pack is not None, [problem.sentence() for problem in problems]
        READ[path] = pack
    return READ[path]


def values(pack: Pack, fact: Fact) -> tuple[FactValue, ...]:
    if fact.kind is FactKind.YES_NO:
        return ("yes", "no")
    if fact.kind is FactKind.CHOICE:
        return fact.values
    if fact.kind is FactKind.COUNT:
        return tuple(dict.fromkeys((fact.default, *thresholds(pack, fact.id), 7)))
    if fact.kind is FactKind.DATE:
        return DATES
    return (fact.default, 24, 60)


def random_question(pack: Pack, seed: int, forks_at_most: int) -> Question:
    chosen = Random(seed)
    facts = {
        name: chosen.choice(values(pack, fact)) if chosen.random() < 0.5 else fact.default
        for name, fact in pack.facts.items()
    }
    names = chosen.sample(sorted(pack.facts), min(len(pack.facts), chosen.randint(0, forks_at_most)))
    forks = []
    for name in names:
        others = [value for value in values(pack, pack.facts[name]) if value != facts[name]]
        if others:
            other = chosen.choice(others)
            forks.append(Fork(name, (facts[name], other), "disputed", other, facts[name]))
    for id_, judgment in pack.judgments.items():
        if judgment.kind is JudgmentKind.YES_NO and judgment.until_made is not None and chosen.random() < 0.5:
            other = "yes" if judgment.until_made == "no" else "no"
            forks.append(Fork(id_, (judgment.until_made, other), "undecided", other, judgment.until_made))
    dates = {"offence-date": chosen.choice(DATES), "sentence-date": DATES[-1], "conviction-date": DATES[-2]}
    return Question(Assignment(facts, dates=dates), tuple(forks[:forks_at_most]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_forks_agree_with_all_combinations_on_every_pack(path: Path) -> None:
    pack = pack_at(path)
    for seed in range(12):
        question = random_question(pack, seed, 5)
        agree(pack, question, assess(pack, question))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_each_entry_begins_where_the_last_ended_and_the_last_is_the_result(path: Path) -> None:
    pack = pack_at(path)
    for seed in range(100, 140):
        derivation = evaluate(pack, random_question(pack, seed, 0).established)
        at: dict[str, object] = {}
        for entry in derivation.entries:
            for change in entry.changes if entry.status is not EntryStatus.NOT_REACHED else ():
                assert change.before == at.get(change.register, change.before)
                at[change.register] = change.after
        for name, value in at.items():
            assert derivation.registers[name] == value
        empty = {remark.subject for remark in derivation.remarks if remark.kind == "empty-frame"}
        for name, value in derivation.registers.items():
            if isinstance(value, Interval) and not empty:
                assert value.min <= value.max, name


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_same_pack_and_assignment_give_the_same_derivation_with_and_without_its_account(path: Path) -> None:
    pack = pack_at(path)
    for seed in range(200, 230):
        assignment = random_question(pack, seed, 0).established
        derivation, end = evaluate(pack, assignment), outcome(pack, assignment)
        assert derivation == evaluate(pack, assignment)
        assert dict(derivation.registers) == dict(end.registers)
        assert derivation.gate == end.gate
