"""What the result turns on: one fork at a time, its values as lanes side by side, the other forks splitting all."""

from collections.abc import Iterator

from attrs import frozen

from sentencing.amounts import LIFE, End, Extreme, Interval, exact
from sentencing.engine.assessment import Price, Spread, Turn
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.space import ENDED, IMPOSSIBLE, STOPPED, Space, State, Trail, walk, way_of
from sentencing.pack.model import FactValue

Lane = tuple[State, bool]
"""A state, and whether more than one value of the fork has come to it."""
Bundle = tuple[Lane, ...]


@frozen
class Start:
    """A place where a fork is first asked for."""

    cost: int
    trail: Trail | None
    state: State


class Lanes:
    """The turn of one fork, from the places where it is asked for."""

    def __init__(self, space: Space, fork: str, registers: tuple[str, ...]) -> None:
        self._space = space
        self._fork = fork
        self._registers = registers
        places = space.passage.law.places
        self._places = tuple(places[name] for name in registers)
        self._orders = tuple(space.passage.law.pack.registers[name].order for name in registers)
        self._turns = False
        self._least: list[Spread | None] = [None] * len(registers)
        self._greatest: list[Spread | None] = [None] * len(registers)
        self._alive: dict[State, bool] = {}

    def turn(self, starts: list[Start], *, avoidable: bool) -> Turn:
        """Whether the result turns on the fork, and its price. `avoidable`: some way ends without asking for it."""
        if avoidable:
            self._same(None)
        begun = [(s.cost, s.trail, self._bundle([(s2, False) for s2 in self._values(s.state)])) for s in starts]
        for cost, trail, bundle in walk([b for b in begun if b[2]], _index, self._onward):
            if self._space.move(bundle[0][0]) is ENDED and all(self._space.move(s) is ENDED for s, _ in bundle):
                self._ended(bundle, trail)
            del cost
        prices = tuple(
            Price(name, least, greatest)
            for name, least, greatest in zip(self._registers, self._least, self._greatest, strict=True)
            if least is not None and greatest is not None
        )
        return Turn(self._fork, self._turns, prices)

    def _values(self, state: State) -> list[State]:
        return list(self._space.split(state, self._fork).values())

    def _bundle(self, lanes: list[Lane]) -> Bundle:
        """The lanes with equal ones put together; empty when nothing is left to compare."""
        met: dict[State, bool] = {}
        for state, many in lanes:
            met[state] = many or state in met
        if len(met) == 1:
            (state, many) = next(iter(met.items()))
            if many and self._reaches_the_end(state):
                self._same(None)
            return ()
        return tuple(sorted(met.items(), key=lambda lane: lane[0].serial))

    def _onward(self, bundle: Bundle) -> Iterator[tuple[str, FactValue, bool, Bundle]]:
        moves = [self._space.move(state) for state, _ in bundle]
        asked = next((move for move in moves if isinstance(move, str)), None)
        if asked is not None:
            yield from self._split(bundle, asked)
            return
        if len({state.gated for state, _ in bundle}) > 1:
            self._turns = True
        following = [
            (move, many)
            for move, (_, many) in zip(moves, bundle, strict=True)
            if isinstance(move, State) and move not in (STOPPED, IMPOSSIBLE, ENDED)
        ]
        if following:
            after = self._bundle(following)
            if after:
                yield "", "", False, after

    def _split(self, bundle: Bundle, name: str) -> Iterator[tuple[str, FactValue, bool, Bundle]]:
        values = self._space.forks[name].values
        children = [(self._space.split(state, name), many) for state, many in bundle]
        for value in values:
            lanes = [(split[value], many) for split, many in children if value in split]
            after = self._bundle(lanes) if lanes else ()
            if after:
                yield name, value, value != values[0], after

    def _ended(self, bundle: Bundle, trail: Trail | None) -> None:
        finals = [state.registers for state, _ in bundle]
        for i, place in enumerate(self._places):
            lower, upper = spread_of([registers[place] for registers in finals], self._orders[i])
            self._priced(i, Spread(lower, upper, way_of(trail)))
            if lower != 0 or upper != 0:
                self._turns = True

    def _same(self, trail: Trail | None) -> None:
        for i in range(len(self._registers)):
            self._priced(i, Spread(0, 0, way_of(trail)))

    def _priced(self, i: int, spread: Spread) -> None:
        least, greatest = self._least[i], self._greatest[i]
        if least is None or (spread.upper, spread.lower) < (least.upper, least.lower):
            self._least[i] = spread
        if greatest is None or (spread.upper, spread.lower) > (greatest.upper, greatest.lower):
            self._greatest[i] = spread

    def _reaches_the_end(self, state: State) -> bool:
        """Whether some way from here ends without a stop or a contradiction."""
        known = self._alive.get(state)
        if known is None:
            move = self._space.move(state)
            if move is ENDED:
                known = True
            elif isinstance(move, str):
                known = any(self._reaches_the_end(child) for child in self._space.split(state, move).values())
            else:
                known = move not in (STOPPED, IMPOSSIBLE) and self._reaches_the_end(move)
            self._alive[state] = known
        return known


def _index(bundle: Bundle) -> int:
    return bundle[0][0].index


def spread_of(values: list[RegisterValue], order: tuple[str, ...]) -> tuple[End, End]:
    """How far a register's lower and upper ends lie apart over several values; an unset register is a place too."""
    ends = [_ends(value, order) for value in values]
    return _apart([low for low, _ in ends]), _apart([high for _, high in ends])


def _ends(value: RegisterValue, order: tuple[str, ...]) -> tuple[End, End]:
    if isinstance(value, Interval):
        return value
    if isinstance(value, str):
        return order.index(value), order.index(value)
    return (-1, -1) if value is None else (value, value)


def _apart(ends: list[End]) -> End:
    low, high = min(ends), max(ends)
    if low is high or low == high:
        return 0
    if isinstance(high, Extreme) or isinstance(low, Extreme):
        return high if isinstance(high, Extreme) else LIFE
    return exact(high - low)
