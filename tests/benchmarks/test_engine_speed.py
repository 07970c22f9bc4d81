"""The US guideline beside OpenFisca, one case at a time, in one run: the same level and range first, then the times.

Run it alone: `python3 dev.py setup development benchmark`, then `pytest tests/benchmarks/test_engine_speed.py`.
Ours gives the whole account of every step; the rival gives a level and a range. Both are asked for random full answer
sets, round by round in turn, and the best of five rounds counts, so that a busy machine weighs on both alike.
"""

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from random import Random

import pytest

from sentencing.engine.assignment import Assignment
from sentencing.engine.derivation import Derivation, register_text
from sentencing.engine.evaluate import evaluate
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import FactKind, FactValue
from tests.packs.independent_2l1_1 import DEFAULTS, reading
from tests.packs.packs import GUIDANCE, pack_of

pytest.importorskip("openfisca_core", reason="OpenFisca is not installed; the lock's section 'benchmark' has it")

from tests.benchmarks import openfisca_2l1_1 as rival

CASES = 300
ROUNDS = 5
AIM = 8
PACK = open_pack(pack_of(GUIDANCE / "us-2l1.1" / "2025-11-01.yaml"))
DEFAULT = {name: fact.default for name, fact in PACK.facts.items()}
COUNTED: Mapping[str, tuple[int, ...]] = {
    "aliens": (1, 5, 6, 24, 25, 99, 100),
    "prior-immigration-felonies": (0, 1, 2, 3),
    "early-disposition": (0, 1, 2, 3, 4),
}

Answers = Mapping[str, FactValue]


def ours(answers: Answers) -> Derivation:
    return evaluate(PACK, Assignment({**DEFAULT, **answers}))


def result_of(derivation: Derivation) -> tuple[object, str]:
    """Level and range of a derivation."""
    registers = derivation.registers
    return registers["level"], register_text(registers["guideline"], PACK.registers["guideline"], PACK.units)


def random_answers(chosen: Random) -> dict[str, FactValue]:
    facts = {name: PACK.facts[name] for name in DEFAULTS}
    return {
        name: chosen.choice(COUNTED[name] if fact.kind is FactKind.COUNT else fact.values)
        for name, fact in facts.items()
    }


def test_the_whole_account_is_eight_times_as_fast_as_openfisca_one_case_at_a_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    chosen = Random(1987)
    cases = [random_answers(chosen) for _ in range(CASES)]
    system = rival.system()
    asked: Mapping[str, Callable[[Answers], object]] = {
        "ours, with the whole account": ours,
        "OpenFisca, from a dictionary": lambda answers: rival.result(rival.simulation_by_builder(system, answers)),
        "OpenFisca, array by array": lambda answers: rival.result(rival.simulation_by_hand(system, answers)),
    }
    for answers in cases:
        expected = reading(answers)
        assert result_of(ours(answers)) == (expected.level, expected.guideline)
        for name in list(asked)[1:]:
            assert asked[name](answers) == (expected.level, expected.guideline)
    took = dict.fromkeys(asked, float("inf"))
    for _ in range(ROUNDS):
        for name, ask in asked.items():
            took[name] = min(took[name], timed(ask, cases))
    own = took["ours, with the whole account"]
    lines = [f"{CASES} cases, every fact answered"]
    for name, seconds in took.items():
        lines.append(f"{name:32} {seconds / CASES * 1000:7.3f} ms a case   {seconds / own:5.1f} x ours")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert took["OpenFisca, from a dictionary"] >= AIM * own


def timed(ask: Callable[[Answers], object], cases: Sequence[Answers]) -> float:
    started = time.perf_counter()
    for answers in cases:
        ask(answers)
    return time.perf_counter() - started
