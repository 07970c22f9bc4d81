"""Every number that a derivation used, found where its steps say that it stands."""

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import evolve

from sentencing.amounts import End, Interval, Quantity
from sentencing.engine.assignment import Assignment
from sentencing.engine.derivation import Derivation, Entry, RegisterValue
from sentencing.engine.tables import cell_of
from sentencing.pack.model import FactKind, MapEnds, Option, RegisterKind, Step, Table, TableLookup
from sentencing.proof.numbers import Number, numbers
from sentencing.proof.terms import terms_in_steps
from sentencing.proof.weighting import Weighting
from sentencing.proof.weights import Weight, WeightKind, kind_of, weight_of

Registers = dict[str, RegisterValue]
_MEASURED: Final = {FactKind.TIME: Quantity.TIME, FactKind.MONEY: Quantity.MONEY}


def used_weights(weighting: Weighting, assignment: Assignment, derivation: Derivation) -> tuple[Weight, ...]:
    """Every number that stands in a derivation of the copy, step by step: effects, cells, then bounds of conditions.

    The bounds of options that were not taken, and the numbers of steps that do not count, decide nothing here.
    """
    return tuple(_Used(weighting, assignment).weights(derivation))


class _Used:
    def __init__(self, weighting: Weighting, assignment: Assignment) -> None:
        self._origins, self._pack = weighting.origins, weighting.pack
        self._facts = assignment.facts
        self._steps = {step.id: step for step in self._pack.steps}
        self._seen: set[str] = set()

    def weights(self, derivation: Derivation) -> Iterator[Weight]:
        registers: Registers = {
            name: 0 if register.kind is RegisterKind.SCORE else None for name, register in self._pack.registers.items()
        }
        for entry in derivation.entries:
            if entry.counted:
                yield from self._entry(entry, registers)
            registers |= {change.register: change.after for change in entry.changes}

    def _entry(self, entry: Entry, registers: Registers) -> Iterator[Weight]:
        step = self._steps.get(entry.step)
        if step is None:  # a rounding, which is no step of the pack's own
            yield from self._under(entry.step, f"numbers.round.{entry.step.removeprefix('round-')}")
            return
        option = next((each for each in step.options if each.id == entry.option), None)
        way: Step | Option = step if option is None else option
        here = tuple(numbers(self._pack, f"steps.{step.id}"))
        yield from self._told(entry.step, (each for each in here if each.spot.way == way.id))
        for path in self._looked_up(way, registers):
            yield from self._under(entry.step, path)
        others = tuple(f"steps.{step.id}.options.{each.id}." for each in step.options if each is not option)
        bounds = (each for each in here if not each.spot.way and not each.spot.path.startswith(others))
        yield from self._told(entry.step, bounds)
        tested = evolve(step, options=() if option is None else (option,))
        for term in terms_in_steps(evolve(self._pack, steps=(tested,))):
            yield from self._under(entry.step, f"terms.{term.id}")

    def _looked_up(self, way: Step | Option, registers: Registers) -> Iterator[str]:
        """The paths of the transforms and of the cells that a way reads."""
        for effect in way.effects:
            values: tuple[object, ...] = (getattr(effect, "value", None),)
            if isinstance(effect, MapEnds):
                transform = self._pack.transforms[effect.transform]
                values = (transform.min, transform.max)
                yield f"transforms.{transform.id}"
            for value in values:
                if isinstance(value, TableLookup):
                    yield from self._cell(self._pack.tables[value.table], registers)

    def _cell(self, table: Table, registers: Registers) -> Iterator[str]:
        """The path of the cell that was read; for a band those of its edges too."""
        keys = tuple(self._key(key, registers) for key in table.keys)
        known = tuple(key for key in keys if key is not None)
        if len(known) < len(keys):
            return
        cell, names = cell_of(table, known)
        place = next((i for i, band in enumerate(table.bands) if _holds(table, i, known) and band.cell == cell), None)
        if place is not None:
            yield f"tables.{table.id}.bands.{table.bands[place].label or place + 1}"
            yield f"tables.{table.id}.bands.{f'{place}.to' if place else 'from'}"
        else:
            yield f"tables.{table.id}.{'/'.join(names) if names in table.cells else 'otherwise'}"

    def _key(self, key: str, registers: Registers) -> End | str | None:
        if key in self._facts:
            return self._facts[key]
        name, _, side = key.partition(".")
        value = registers[name]
        if isinstance(value, Interval):
            return value.min if side == "min" else value.max
        return value

    def _under(self, step: str, path: str) -> Iterator[Weight]:
        return self._told(step, numbers(self._pack, path))

    def _told(self, step: str, found: Iterable[Number]) -> Iterator[Weight]:
        for number in found:
            path = number.spot.path
            if path not in self._seen:
                self._seen.add(path)
                quantity = self._quantity(number)
                yield weight_of(number, step, self._origins.get(path, number.value), quantity)

    def _quantity(self, number: Number) -> Quantity | None:
        """What the number measures: time, money, or nothing but itself."""
        kind, name = kind_of(number.spot)
        table = self._pack.tables.get(name) if number.spot.table else None
        if table is not None and kind not in (WeightKind.FROM, WeightKind.UP_TO):
            name = table.gives
        if ".scale." in number.spot.path or kind is WeightKind.HOW_MANY:
            return None
        if name in self._pack.registers:
            return self._pack.registers[name].quantity
        fact = self._pack.facts.get(name)
        return _MEASURED.get(fact.kind) if fact is not None else None


def _holds(table: Table, place: int, keys: tuple[End | str, ...]) -> bool:
    alone = evolve(table, bands=(table.bands[place],), otherwise=None)
    return cell_of(alone, keys)[0] is not None
