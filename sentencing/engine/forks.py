"""`assess`: three named runs, the exact envelope over all forks, and what the result turns on, each fork priced.

The method is a pass of merging states through the law instead of all combinations. Past a limit of states it looks at
one register at a time, then only at the ways nearest to the established run, and says so.
"""

from collections.abc import Iterable, Mapping

from attrs import evolve

from sentencing.amounts import End, Interval
from sentencing.engine.assessment import Assessment, Envelope, Price, Spread, Turn, Way
from sentencing.engine.assignment import Assignment, Decision, Fork, Question
from sentencing.engine.bundles import Lanes, Start, spread_of
from sentencing.engine.derivation import Derivation, RegisterValue
from sentencing.engine.evaluate import evaluate, outcome
from sentencing.engine.law import Law, law_of
from sentencing.engine.passage import Passage, height
from sentencing.engine.residual import Node
from sentencing.engine.space import ENDED, Space, State, TooManyStates, walk, way_of
from sentencing.engine.thresholds import thresholds
from sentencing.pack.model import Fact, FactValue, Pack, Worse

STATES_AT_MOST = 250_000


def assess(pack: Pack, question: Question, *, states_at_most: int = STATES_AT_MOST, priced: bool = True) -> Assessment:
    """Everything that the engine says about a question; exact, unless an envelope or turn says it was only seen."""
    law = law_of(pack)
    gates = open_gates(law, question)
    established, prosecution, defence = (evaluate(pack, named_run(question, run), open_gates=gates) for run in RUNS)
    shown = tuple(name for name, register in pack.registers.items() if register.shown)
    envelopes = _envelopes(law, question, shown, states_at_most)
    turns: tuple[Turn, ...] = ()
    if priced and question.forks:
        turns = _turns(law, question, states_at_most)
    open_run = evaluate(pack, all_found(pack, question), open_gates=gates) if question.missing else None
    return Assessment(
        question=question,
        established=established,
        prosecution=prosecution,
        defence=defence,
        envelopes=envelopes,
        turns=turns,
        contingent=_contingent(established, prosecution, defence),
        open_gates=tuple(step.id for step in pack.steps if step.id in gates),
        open_run=open_run,
    )


RUNS = ("established", "prosecution", "defence")


def named_run(question: Question, run: str) -> Assignment:
    """The assignment of a named run: as established, the prosecution's case, or the defence's."""
    if run == "established":
        return question.established
    values = {fork.name: fork.prosecution if run == "prosecution" else fork.defence for fork in question.forks}
    return with_values(question.established, values)


def with_values(assignment: Assignment, values: Mapping[str, FactValue]) -> Assignment:
    """The assignment with other values for some of its facts and judgments."""
    facts, judgments = dict(assignment.facts), dict(assignment.judgments)
    for name, value in values.items():
        if name in facts:
            facts[name] = value
        else:
            judgments[name] = evolve(judgments.get(name, Decision(None)), value=str(value))
    return evolve(assignment, facts=facts, judgments=judgments)


def all_found(pack: Pack, question: Question) -> Assignment:
    """The prosecution's case with every unanswered fact at the end that its guidance calls worse."""
    worse = {name: worst_value(pack, pack.facts[name]) for name in question.missing}
    return with_values(named_run(question, "prosecution"), worse)


def worst_value(pack: Pack, fact: Fact) -> FactValue:
    """The worse end of a fact: of a count the first value of its last band; its default when neither end is worse."""
    match fact.worse:
        case Worse.YES | Worse.NO as end:
            return str(end.value)
        case Worse.LATER:
            return fact.values[-1]
        case Worse.EARLIER:
            return fact.values[0]
        case Worse.MORE:
            return max((value for value in thresholds(pack, fact.id)), default=fact.default)
        case _:
            return fact.default


def open_gates(law: Law, question: Question) -> frozenset[str]:
    """The gates whose condition still asks for a fork when everything established is known: they never stop."""
    if not question.forks:
        return frozenset()
    passage = Passage(law, question.established, (fork.name for fork in question.forks))
    return frozenset(
        stride.step.id
        for stride in law.strides
        if stride.step.gate is not None and any(_asks(passage, place) for place in (stride.when, stride.unless))
    )


def _asks(passage: Passage, place: int) -> bool:
    slot = passage.fixed(place)
    return isinstance(slot, Node) and any(not name.startswith("applied:") for name in slot.names)


def _space(law: Law, question: Question, wanted: tuple[str, ...], limit: int) -> Space:
    """The space of the ways that do not contradict themselves; of all ways, if every one does."""
    forks = {fork.name: fork for fork in question.forks}
    if law.contradictions:
        passage = Passage(law, question.established, forks, wanted, contradictions=law.contradictions)
        space = Space(passage, forks, limit)
        if _ends_without(space, ""):
            return space
    return Space(Passage(law, question.established, forks, wanted), forks, limit)


# ------------------------------------------------------------------------------------------------------- envelope


def _envelopes(law: Law, question: Question, shown: tuple[str, ...], limit: int) -> dict[str, Envelope]:
    found: dict[str, Envelope] = {}
    results = law.results
    others = tuple(name for name in shown if name not in results)
    for wanted in (results, *((name,) for name in others)):
        try:
            found |= _envelope(law, question, wanted, limit)
        except TooManyStates:
            found |= _one_by_one(law, question, wanted, limit)
    return {name: found[name] for name in shown if name in found}


def _one_by_one(law: Law, question: Question, wanted: tuple[str, ...], limit: int) -> dict[str, Envelope]:
    found: dict[str, Envelope] = {}
    for name in wanted:
        try:
            found |= _envelope(law, question, (name,), limit)
        except TooManyStates:
            found |= _seen_only(law, question, name)
    return found


def _envelope(law: Law, question: Question, wanted: tuple[str, ...], limit: int) -> dict[str, Envelope]:
    space = _space(law, question, wanted, limit)
    ends = _Ends(law, wanted)
    for _, trail, state in walk([(0, None, space.start)], _index, space.onward):
        if space.move(state) is ENDED:
            ends.see(state.registers, way_of(trail))
    return ends.envelopes()


def _seen_only(law: Law, question: Question, name: str) -> dict[str, Envelope]:
    """The established run, the named runs and every fork moved alone: what is known when the space is too large."""
    ends = _Ends(law, (name,))
    for way in _nearest_ways(question):
        end = outcome(law.pack, with_values(question.established, dict(way)))
        if end.gate is None:
            ends.see(tuple(end.registers.values()), way)
    return ends.envelopes(exact=False)


def _nearest_ways(question: Question) -> Iterable[Way]:
    yield ()
    for fork in question.forks:
        yield from (((fork.name, value),) for value in fork.values[1:])
    for run in RUNS[1:]:
        yield tuple((f.name, f.prosecution if run == "prosecution" else f.defence) for f in question.forks)


class _Ends:
    """The lowest and highest value of each register, with the first way that reached it (ways come nearest first)."""

    def __init__(self, law: Law, wanted: tuple[str, ...]) -> None:
        self._wanted = wanted
        self._law = law
        self._low: dict[str, tuple[End, RegisterValue, Way]] = {}
        self._high: dict[str, tuple[End, RegisterValue, Way]] = {}

    def see(self, registers: tuple[RegisterValue, ...], way: Way) -> None:
        for name in self._wanted:
            value = registers[self._law.places[name]]
            if value is None:
                continue
            upper, lower = height(value, self._law.pack.registers[name].order)
            if not isinstance(value, Interval):
                lower = upper
            if name not in self._low or lower < self._low[name][0]:
                self._low[name] = lower, value, way
            if name not in self._high or upper > self._high[name][0]:
                self._high[name] = upper, value, way

    def envelopes(self, *, exact: bool = True) -> dict[str, Envelope]:
        found = {}
        for name, (_, low, low_way) in self._low.items():
            _, high, high_way = self._high[name]
            low_end = low.min if isinstance(low, Interval) else low
            high_end = high.max if isinstance(high, Interval) else high
            found[name] = Envelope(name, low_end, high_end, low_way, high_way, exact)
        return found


# ------------------------------------------------------------------------------------------------------- turns on


def _turns(law: Law, question: Question, limit: int) -> tuple[Turn, ...]:
    try:
        space = _space(law, question, law.results, limit)
        starts: dict[str, list[Start]] = {fork.name: [] for fork in question.forks}
        for cost, trail, state in walk([(0, None, space.start)], _index, space.onward):
            move = space.move(state)
            if isinstance(move, str):
                starts[move].append(Start(cost, trail, state))
    except TooManyStates:
        return tuple(_flipped(law, question, fork) for fork in question.forks)
    turns = []
    for fork in question.forks:
        try:
            begun = starts[fork.name]
            avoidable = _ends_without(space, fork.name)
            turns.append(Lanes(space, fork.name, law.results).turn(begun, avoidable=avoidable))
        except TooManyStates:
            turns.append(_flipped(law, question, fork))
    return tuple(turns)


def _ends_without(space: Space, fork: str) -> bool:
    """Whether some way ends without ever asking for the fork; for the empty name, whether any way ends."""
    seen: set[State] = set()
    stack = [space.start]
    while stack:
        state = stack.pop()
        if state in seen:
            continue
        seen.add(state)
        move = space.move(state)
        if move is ENDED:
            return True
        if move != fork:
            stack += [child for _, _, _, child in space.onward(state)]
    return False


def _flipped(law: Law, question: Question, fork: Fork) -> Turn:
    """The fork moved alone from the established run: if that changes nothing, nothing is known."""
    ends = [outcome(law.pack, with_values(question.established, {fork.name: value})) for value in fork.values]
    prices = []
    for name in law.results:
        values = [end.registers[name] for end in ends if end.gate is None]
        if len(values) > 1:
            lower, upper = spread_of(values, law.pack.registers[name].order)
            spread = Spread(lower, upper, ())
            prices.append(Price(name, spread, spread))
    turns = any(price.greatest.lower != 0 or price.greatest.upper != 0 for price in prices)
    turns = turns or len({end.gate for end in ends}) > 1
    return Turn(fork.name, turns, tuple(prices) if turns else (), certain=turns)


def _contingent(*runs: Derivation) -> tuple[str, ...]:
    first, *others = runs
    return tuple(
        entry.step
        for i, entry in enumerate(first.entries)
        if any((run.entries[i].status, run.entries[i].option) != (entry.status, entry.option) for run in others)
    )


def _index(state: State) -> int:
    return state.index
