"""The facts on which a group differs, in the order of what the difference moves; each move is the engine's."""

from collections.abc import Mapping, Sequence
from functools import partial

from attrs import evolve, field, frozen

from sentencing.amounts import End
from sentencing.case.class_room.tallies import FactTally
from sentencing.engine.assignment import Assignment
from sentencing.engine.bundles import spread_of
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.evaluate import outcome
from sentencing.engine.forks import with_values
from sentencing.engine.law import law_of
from sentencing.pack.model import FactValue, Pack


@frozen
class Side:
    """Those who gave one value, and the result with it, all other facts and the weighing held still."""

    value: FactValue
    people: int
    registers: Mapping[str, RegisterValue] = field(hash=False)
    gate: str | None


@frozen
class Split:
    """A fact on which the group differs. `moves` says by how much each result moves between its values, widest end."""

    fact: str
    sides: tuple[Side, ...]
    moves: Mapping[str, End] = field(hash=False)

    @property
    def changes(self) -> bool:
        """Whether the difference changes any result while the rest is held still."""
        return len({side.gate for side in self.sides}) > 1 or any(move != 0 for move in self.moves.values())

    @property
    def minority(self) -> int:
        """How many are not with the most."""
        return sum(side.people for side in self.sides) - max(side.people for side in self.sides)


def splits(pack: Pack, tallies: Sequence[FactTally], held: Assignment) -> tuple[Split, ...]:
    """Every fact that splits the group: what stops the assessment first, then by the move of the headline and of the
    other results, then the most even.
    """
    names = tuple(dict.fromkeys((pack.head.headline, *law_of(pack).results, *pack.registers)))
    # A figure chosen for one set of facts says nothing of others: without it the whole of its range is compared.
    worded = {name: made for name, made in held.judgments.items() if isinstance(made.value, str)}
    still = evolve(held, judgments=worded)
    found = [_split(pack, tally, still, names) for tally in tallies if tally.splits]
    return tuple(sorted(found, key=partial(_weight, names), reverse=True))


def _split(pack: Pack, tally: FactTally, held: Assignment, names: tuple[str, ...]) -> Split:
    sides = []
    for each in tally.values:
        end = outcome(pack, with_values(held, {tally.fact: each.value}))
        sides.append(Side(each.value, each.people, end.registers, end.gate))
    reached = [side.registers for side in sides if side.gate is None]
    moves: dict[str, End] = {}
    for name in names:
        values = [registers[name] for registers in reached]
        ends = spread_of(values, pack.registers[name].order) if values else (0, 0)
        moves[name] = max(ends)
    return Split(tally.fact, tuple(sides), moves)


def _weight(names: tuple[str, ...], split: Split) -> tuple[End, ...]:
    stops = int(len({side.gate for side in split.sides}) > 1)
    return (stops, *(split.moves[name] for name in names), split.minority)
