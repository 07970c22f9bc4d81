"""Whatever the law is, the merged pass says what all combinations say: envelope, turns-on and prices."""

import itertools

import pytest

from sentencing.amounts import Interval
from sentencing.engine.assessment import Assessment
from sentencing.engine.assignment import Question
from sentencing.engine.bundles import spread_of
from sentencing.engine.derivation import EntryStatus, RegisterValue
from sentencing.engine.evaluate import evaluate, holds
from sentencing.engine.forks import assess, with_values
from sentencing.engine.law import law_of
from sentencing.engine.passage import height
from sentencing.pack.model import GateKind, Pack
from tests.laws.random_law import LawMaker

Way = tuple[object, ...]


class EveryWay:
    """All combinations of a question's forks, each evaluated alone: the slow truth."""

    def __init__(self, pack: Pack, question: Question) -> None:
        self.pack = pack
        self.forks = question.forks
        self.ends: dict[Way, dict[str, RegisterValue]] = {}
        self.gates: dict[Way, tuple[str, ...]] = {}
        certain = {
            each.say for each in pack.contradictions if all(
                holds(pack, each.when, with_values(question.established, dict(zip(self._names(), way, strict=True))))
                for way in self._ways()
            )
        }  # fmt: skip
        for way in self._ways():
            derivation = evaluate(pack, with_values(question.established, dict(zip(self._names(), way, strict=True))))
            if set(derivation.contradictions) - certain:
                continue
            self.gates[way] = tuple(
                entry.step
                for entry in derivation.entries
                if entry.status is EntryStatus.GATE and entry.gate is not GateKind.WARN
            )
            if derivation.gate is None:
                self.ends[way] = dict(derivation.registers)

    def _names(self) -> list[str]:
        return [fork.name for fork in self.forks]

    def _ways(self) -> list[Way]:
        return list(itertools.product(*(fork.values for fork in self.forks)))

    def envelope(self, register: str) -> tuple[object, object] | None:
        order = self.pack.registers[register].order
        values = [end[register] for end in self.ends.values() if end[register] is not None]
        if not values:
            return None
        low = min(values, key=lambda v: v.min if isinstance(v, Interval) else height(v, order)[0])
        high = max(values, key=lambda v: height(v, order)[0])
        return low.min if isinstance(low, Interval) else low, high.max if isinstance(high, Interval) else high

    def turn(self, index: int) -> tuple[bool, dict[str, tuple[tuple[object, ...], tuple[object, ...]]]]:
        turns = False
        spreads: dict[str, list[tuple[object, object]]] = {}
        names = law_of(self.pack).results
        for rest in {way[:index] + way[index + 1 :] for way in self._ways()}:
            ways = [(*rest[:index], value, *rest[index:]) for value in self.forks[index].values]
            turns = turns or len({self.gates[way] for way in ways if way in self.gates}) > 1
            ends = [self.ends[way] for way in ways if way in self.ends]
            if len(ends) < 2:
                continue
            for name in names:
                lower, upper = spread_of([end[name] for end in ends], self.pack.registers[name].order)
                spreads.setdefault(name, []).append((upper, lower))
                turns = turns or lower != 0 or upper != 0
        return turns, {name: (min(found), max(found)) for name, found in spreads.items()}


def agree(pack: Pack, question: Question, assessment: Assessment) -> None:
    truth = EveryWay(pack, question)
    for name in (name for name, register in pack.registers.items() if register.shown):
        expected = truth.envelope(name)
        found = assessment.envelopes.get(name)
        assert (None if found is None else (found.low, found.high)) == expected, name
        if found is not None:
            assert found.exact
            for way, end in ((found.low_way, found.low), (found.high_way, found.high)):
                reached = evaluate(pack, with_values(question.established, dict(way))).registers[name]
                ends = (reached.min, reached.max) if isinstance(reached, Interval) else (reached,)
                assert end in ends, (name, way)
    for index, turn in enumerate(assessment.turns):
        turns, prices = truth.turn(index)
        assert turn.turns == turns, turn.fork
        found = {
            price.register: (
                (price.least.upper, price.least.lower),
                (price.greatest.upper, price.greatest.lower),
            )
            for price in turn.prices
        }
        assert found == prices, turn.fork


@pytest.mark.parametrize("seed", range(150))
def test_the_merged_pass_agrees_with_all_combinations(seed: int) -> None:
    maker = LawMaker(seed)
    pack = maker.pack()
    question = maker.question(pack, 6)
    agree(pack, question, assess(pack, question))


@pytest.mark.parametrize("seed", range(1000, 1100))
def test_a_stop_takes_its_ways_out_of_the_ends(seed: int) -> None:
    maker = LawMaker(seed, stops=True)
    pack = maker.pack()
    question = maker.question(pack, 5)
    agree(pack, question, assess(pack, question))


@pytest.mark.parametrize("seed", range(2000, 2100))
def test_ways_in_which_a_contradiction_holds_are_left_out(seed: int) -> None:
    maker = LawMaker(seed, contradictions=True)
    pack = maker.pack()
    question = maker.question(pack, 5)
    agree(pack, question, assess(pack, question))


@pytest.mark.parametrize("seed", range(3000, 3040))
def test_past_the_limit_of_states_nothing_is_called_exact(seed: int) -> None:
    maker = LawMaker(seed)
    pack = maker.pack()
    question = maker.question(pack, 6)
    whole, cut = assess(pack, question), assess(pack, question, states_at_most=2)
    assert any(not seen.exact for seen in cut.envelopes.values()) or not question.forks
    for name, seen in cut.envelopes.items():
        order = pack.registers[name].order
        low, high = whole.envelopes[name].low, whole.envelopes[name].high
        if seen.exact:
            assert (seen.low, seen.high) == (low, high)
        else:
            assert height(seen.low, order) >= height(low, order)
            assert height(seen.high, order) <= height(high, order)
    exact = {turn.fork: turn.turns for turn in whole.turns}
    for turn in cut.turns:
        assert exact[turn.fork] or not turn.turns
        assert turn.turns or not turn.certain
