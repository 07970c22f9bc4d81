"""Disputed facts of the US pack: the merged pass beside all combinations, and every price beside one envelope."""

import itertools
import sys
import time
from collections.abc import Callable
from random import Random

import pytest

from sentencing.engine.assignment import Assignment, Fork, Question
from sentencing.engine.evaluate import outcome
from sentencing.engine.forks import assess, with_values
from sentencing.engine.sealing import open_pack
from sentencing.engine.thresholds import thresholds
from sentencing.pack.library import Library
from sentencing.pack.model import Fact, FactKind, FactValue, Pack

SIXTEEN = (
    "aliens", "profit", "prior-immigration-felonies", "unaccompanied-minor", "weapon", "risk", "injury", "detained",
    "commercial-organisation", "vulnerable-victim", "restrained", "role", "used-minor", "obstruction", "flight",
    "acceptance",
)  # fmt: skip


@pytest.fixture(scope="module")
def us() -> Pack:
    return open_pack(Library.standard().read("us-2l1.1", "2025-11-01"))


def test_envelope_and_prices_of_sixteen_disputed_facts(us: Pack) -> None:
    question = disputed(us, SIXTEEN)
    once = timed(lambda: assess(us, question, priced=False))
    priced = timed(lambda: assess(us, question))
    names = [fork.name for fork in question.forks]
    ways = itertools.product(*(fork.values for fork in question.forks))
    started = time.perf_counter()
    levels = [
        outcome(us, with_values(question.established, dict(zip(names, way, strict=True)))).registers["level"]
        for way in ways
    ]
    brute = time.perf_counter() - started
    envelope = assess(us, question, priced=False).envelopes["level"]
    assert (envelope.low, envelope.high) == (min(levels), max(levels))  # type: ignore[type-var]
    report(f"\n16 disputed facts, {len(levels)} combinations: all {brute:.2f} s, envelope {once * 1000:.0f} ms")
    report(f"envelope is {brute / once:.0f} x as fast; envelope and all prices take {priced / once:.1f} x the envelope")


def test_every_fact_disputed_is_still_exact(us: Pack) -> None:
    question = disputed(us, tuple(us.facts))
    took = timed(lambda: assess(us, question, priced=False), times=1)
    assessment = assess(us, question, priced=False)
    assert all(envelope.exact for envelope in assessment.envelopes.values())
    report(f"\nall {len(question.forks)} facts disputed: exact envelope in {took:.2f} s")
    took = timed(lambda: assess(us, question), times=1)
    report(f"with every price: {took:.2f} s")


def disputed(pack: Pack, names: tuple[str, ...]) -> Question:
    facts = {name: fact.default for name, fact in pack.facts.items()}
    chosen = Random(7)
    forks = []
    for name in names:
        other = chosen.choice([value for value in values(pack, pack.facts[name]) if value != facts[name]])
        forks.append(Fork(name, (facts[name], other), "disputed", other, facts[name]))
    dates = {"offence-date": "2026-01-10", "sentence-date": "2026-06-10"}
    return Question(Assignment(facts, dates=dates), tuple(forks))


def values(pack: Pack, fact: Fact) -> tuple[FactValue, ...]:
    if fact.kind is FactKind.YES_NO:
        return ("yes", "no")
    return fact.values or thresholds(pack, fact.id) or (1,)


def timed(act: Callable[[], object], times: int = 5) -> float:
    best = float("inf")
    for _ in range(times):
        started = time.perf_counter()
        act()
        best = min(best, time.perf_counter() - started)
    return best


def report(line: str) -> None:
    """Shows a figure; run with -s."""
    sys.stdout.write(f"{line}\n")
