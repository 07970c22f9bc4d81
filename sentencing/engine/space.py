"""The space of ways that forks open: states that merge when they are equal, walked in the order of the law.

A state is the registers and what is left of the law. Its move is found once: either the next state, the end, a stop, or
the name that must be known first, and then it splits. A bundle holds one state for each value of one fork, its *lanes*;
every other fork splits all lanes together.
"""

import heapq
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from attrs import frozen

from sentencing.engine.act import Registers
from sentencing.engine.assessment import Way
from sentencing.engine.assignment import Fork
from sentencing.engine.derivation import EntryStatus
from sentencing.engine.passage import Passage, Rest, Taken
from sentencing.pack.model import FactValue


class TooManyStates(Exception):
    """The space grew past its limit; the caller looks at less of it."""


class State:
    """Registers and the law that is left, before step `index`. Equal states are one object."""

    __slots__ = ("gated", "index", "move", "registers", "rest", "serial", "splits")

    def __init__(self, serial: int, index: int, registers: Registers, rest: Rest) -> None:
        self.serial = serial
        self.index = index
        self.registers = registers
        self.rest = rest
        self.move: State | str | None = None
        self.gated = False
        """Whether a gate that ends or refers was reached in the move."""
        self.splits: dict[str, dict[FactValue, State]] = {}


STOPPED = State(-1, -1, (), ())
IMPOSSIBLE = State(-2, -1, (), ())
ENDED = State(-3, -1, (), ())


class Space:
    """The states of one passage, interned, with their moves."""

    def __init__(self, passage: Passage, forks: Mapping[str, Fork], limit: int) -> None:
        self.passage = passage
        self.forks = forks
        self._limit = limit
        self._states: dict[tuple[int, Registers, Rest], State] = {}
        self._last = len(passage.strides)
        self.start = self.state(0, passage.law.initial, passage.first_rest())

    @property
    def size(self) -> int:
        """How many different states were met."""
        return len(self._states)

    def state(self, index: int, registers: Registers, rest: Rest) -> State:
        """The one state of this content."""
        key = (index, registers, rest)
        found = self._states.get(key)
        if found is None:
            if len(self._states) >= self._limit:
                raise TooManyStates
            found = State(len(self._states), index, registers, rest)
            self._states[key] = found
        return found

    def move(self, state: State) -> State | str:
        """The next state, `STOPPED`, `IMPOSSIBLE`, `ENDED`, or the name that the state asks for."""
        if state.move is None:
            state.move = self._move(state)
        return state.move

    def split(self, state: State, name: str) -> dict[FactValue, State]:
        """The state with each value that the fork may have; values that a contradiction rules out are left out."""
        found = state.splits.get(name)
        if found is None:
            found = state.splits[name] = {}
            for value in self.forks[name].values:
                rest = self.passage.assume(state.rest, state.index, name, value)
                if rest is state.rest or not self.passage.contradicted(rest, state.index):
                    found[value] = self.state(state.index, state.registers, rest)
        return found

    def onward(self, state: State) -> Iterator[tuple[str, FactValue, bool, State]]:
        """The states after one, as `walk` takes them; none after the end, a stop or an impossible way."""
        move = self.move(state)
        if isinstance(move, str):
            usual = self.forks[move].values[0]
            for value, child in self.split(state, move).items():
                yield move, value, value != usual, child
        elif move.index >= 0:
            yield "", "", False, move

    def _move(self, state: State) -> State | str:
        if state.index == self._last:
            return self.passage.undecided_contradiction(state.rest) or ENDED
        taken = self.passage.step(state.index, state.registers, state.rest)
        if not isinstance(taken, Taken):
            return taken
        state.gated = taken.status is EntryStatus.GATE and self.passage.strides[state.index].decides
        if taken.stopped:
            return STOPPED
        rest = self.passage.after(state.rest, state.index, taken)
        if rest is not state.rest and self.passage.contradicted(rest, state.index + 1):
            return IMPOSSIBLE
        return self.state(state.index + 1, self.passage.blanked(taken.registers, state.index), rest)


@frozen(eq=False)
class Trail:
    """The departures from the established run that led to a place; shared tails, newest first."""

    name: str
    value: FactValue
    before: "Trail | None"

    def way(self) -> Way:
        """The departures, in the order of the law."""
        found: list[tuple[str, FactValue]] = []
        trail: Trail | None = self
        while trail is not None:
            found.append((trail.name, trail.value))
            trail = trail.before
        return tuple(reversed(found))


def way_of(trail: Trail | None) -> Way:
    """The departures of a trail; none for the established run."""
    return trail.way() if trail is not None else ()


Place = TypeVar("Place")


def walk(
    starts: list[tuple[int, Trail | None, Place]],
    index_of: Callable[[Place], int],
    onward: Callable[[Place], Iterator[tuple[str, FactValue, bool, Place]]],
) -> Iterator[tuple[int, Trail | None, Place]]:
    """Visits every place once, by the nearest way to it: step by step of the law, fewest departures first.

    `onward` gives the places after one: (fork, value, whether that departs, place); a move without a fork has the
    empty name. A place may lead to others at the same step or a later one.
    """
    order = 0
    queue: list[tuple[int, int, int, Place, Trail | None]] = []
    for cost, trail, place in starts:
        order += 1
        heapq.heappush(queue, (index_of(place), cost, order, place, trail))
    seen: set[Place] = set()
    while queue:
        _, cost, _, place, trail = heapq.heappop(queue)
        if place in seen:
            continue
        seen.add(place)
        yield cost, trail, place
        for name, value, departs, following in onward(place):
            if following in seen:
                continue
            order += 1
            after = Trail(name, value, trail) if departs else trail
            heapq.heappush(queue, (index_of(following), cost + departs, order, following, after))
