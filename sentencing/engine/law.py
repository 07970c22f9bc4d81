"""A pack made ready to run: each step knows what it tests, reads and writes, and where its conditions stand.

A law is made once per pack. Conditions and the values that amounts read are *slots*: positions in one list, in the
order of the steps, so that what is left of the law is a tail of that list.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import evolve, frozen

from sentencing.amounts import RangeForm
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.residual import Conditions, Node
from sentencing.pack.conditions import FALSE, TRUE, Condition, DateTest, RegisterTest, atoms, names
from sentencing.pack.model import (
    Add,
    Cell,
    Cite,
    Effect,
    GateKind,
    Limit,
    MapEnds,
    Option,
    Pack,
    Pick,
    RegisterKind,
    RoundingRule,
    Set,
    Step,
    Table,
    TableLookup,
)


@frozen
class Round:
    """The register's declared rounding, once, at the end."""

    register: str
    rule: RoundingRule


Work = Effect | Round


@frozen
class Way:
    """The step itself, or one of its options: when it is taken, its effects, and the answers that they read."""

    id: str
    title: str
    when: int
    effects: tuple[Work, ...]
    wants: tuple[tuple[str, int], ...]
    """(fact, slot) for each answer that a table or a 'per' reads."""
    replaces: str
    all_cites: tuple[Cite, ...]
    """The step's citations and its own, each once."""
    note: str


@frozen(eq=False)
class Stride:
    """One step of the law with the slots of its conditions."""

    position: int
    step: Step
    when: int
    unless: int
    itself: Way
    options: tuple[Way, ...]
    slots: tuple[int, ...]
    """The slots of its conditions, and of the answers that its amounts read."""
    reads: frozenset[str]
    writes: frozenset[str]
    statuses: tuple[str, ...]
    """The names `applied:…` that become known when the step is done."""
    asks: tuple[str, ...]
    """Facts, judgments, dates and earlier steps that it tests or reads, for the entry's readings."""
    dates: tuple[str, ...]
    """The dates of the case that its conditions read."""
    kills: frozenset[str]
    """Registers that it sets whatever stood in them before."""

    @property
    def decides(self) -> bool:
        """Whether the step can end the assessment or refer the case: a result, though not a number."""
        return self.step.gate is not None and self.step.gate.kind is not GateKind.WARN


@frozen(eq=False)
class Law:
    """One pack, ready to run."""

    pack: Pack
    conditions: Conditions
    strides: tuple[Stride, ...]
    slots: tuple[Node | str, ...]
    """A node, or the name of the answer that an amount reads."""
    places: dict[str, int]
    """register → its place in the tuple of registers"""
    kinds: tuple[RegisterKind, ...]
    initial: tuple[RegisterValue, ...]
    contradictions: tuple[int, ...]
    """Slots of the contradictions, after those of all steps."""
    slots_of: dict[str, tuple[int, ...]]
    """name → the slots that ask for it"""
    other_names: tuple[str, ...]
    """What slots ask for besides facts and earlier steps: judgments, grounds, dates."""

    @property
    def results(self) -> tuple[str, ...]:
        """The registers that are the result: the headline, and every shown one that no other is made from."""
        made_from = {read for stride in self.strides for read in stride.reads - stride.writes}
        shown = [name for name, register in self.pack.registers.items() if register.shown]
        return tuple(name for name in shown if name == self.pack.head.headline or name not in made_from)


@lru_cache(maxsize=64)
def law_of(pack: Pack) -> Law:
    """The law of a pack; packs are compared by identity, so this is made once for each that was read."""
    return _Compiler(pack).law()


class _Compiler:
    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        orders = {name: register.order for name, register in pack.registers.items()}
        self.conditions = Conditions(orders)
        self.slots: list[Node | str] = []
        self.replacers = [
            (position, step.stage, way.id)
            for position, step in enumerate(pack.steps)
            for way in step.ways
            if way.replaces
        ]
        self.position_of = {
            id_: position
            for position, step in enumerate(pack.steps)
            for id_ in (step.id, *(o.id for o in step.options))
        }

    def law(self) -> Law:
        strides = [self._stride(position, step) for position, step in enumerate(self.pack.steps)]
        rounded = [(name, rule) for name, register in self.pack.registers.items() if (rule := register.rounding)]
        strides += [self._rounding(len(strides) + i, name, rule) for i, (name, rule) in enumerate(rounded)]
        contradictions = tuple(self._slot(each.when, len(strides)) for each in self.pack.contradictions)
        slots_of: dict[str, list[int]] = {}
        for place, slot in enumerate(self.slots):
            for name in (slot,) if isinstance(slot, str) else slot.names:
                slots_of.setdefault(name, []).append(place)
        registers = self.pack.registers
        return Law(
            pack=self.pack,
            conditions=self.conditions,
            strides=tuple(strides),
            slots=tuple(self.slots),
            places={name: place for place, name in enumerate(registers)},
            kinds=tuple(register.kind for register in registers.values()),
            initial=tuple(0 if each.kind is RegisterKind.SCORE else None for each in registers.values()),
            contradictions=contradictions,
            slots_of={name: tuple(places) for name, places in slots_of.items()},
            other_names=tuple(n for n in slots_of if n not in self.pack.facts and not n.startswith("applied:")),
        )

    def _slot(self, condition: Condition, position: int) -> int:
        def replaced_by(id_: str) -> Sequence[str]:
            at = self.position_of.get(id_, position)
            stage = self.pack.steps[at].stage if at < len(self.pack.steps) else ""
            return [by for place, _, by in self.replacers if at < place < position and stage == self._replaced(by)]

        self.slots.append(self.conditions.node(condition, replaced_by))
        return len(self.slots) - 1

    def _replaced(self, id_: str) -> str:
        step = self.pack.steps[self.position_of[id_]]
        return next(way.replaces for way in step.ways if way.id == id_)

    def _stride(self, position: int, step: Step) -> Stride:
        when, unless = self._slot(step.when, position), self._slot(step.unless, position)
        itself = self._way(step, position, step, slot=when)
        options = tuple(self._way(option, position, step) for option in step.options)
        ways = (itself, *options)
        step_effects = [effect for each in step.ways for effect in each.effects]
        conditions = [step.when, step.unless, *(option.when for option in step.options)]
        tests = [test for each in conditions for test in atoms(each) if isinstance(test, RegisterTest)]
        reads = {test.reference.register for test in tests} | ({step.of} if step.of else set())
        reads |= {name for effect in step_effects for name in self._registers_read(effect)}
        tested = [name for each in conditions for name in names(each)]
        wanted = [name for way in ways for name, _ in way.wants]
        writes = frozenset(effect.register for effect in step_effects)
        return Stride(
            position=position,
            step=step,
            when=when,
            unless=unless,
            itself=itself,
            options=options,
            slots=(when, unless, *(place for way in ways for place in _places(way) if place != when)),
            reads=frozenset(reads),
            writes=writes,
            statuses=tuple(f"applied:{way.id}" for way in ways),
            asks=tuple(dict.fromkeys([*tested, *wanted])),
            dates=tuple(dict.fromkeys(a.date for each in conditions for a in atoms(each) if isinstance(a, DateTest))),
            kills=self._kills(step),
        )

    def _rounding(self, position: int, register: str, rule: RoundingRule) -> Stride:
        title = self.pack.registers[register].title
        stride = self._stride(position, Step(id=f"round-{register}", stage="rounding", title=title, cites=rule.cites))
        only = frozenset({register})
        itself = evolve(stride.itself, effects=(Round(register, rule),))
        return evolve(stride, itself=itself, reads=only, writes=only)

    def _way(self, way: Step | Option, position: int, of: Step, slot: int | None = None) -> Way:
        place = self._slot(way.when, position) if slot is None else slot
        wants: list[tuple[str, int]] = []
        for name in dict.fromkeys(name for effect in way.effects for name in self._answers_read(effect)):
            self.slots.append(name)
            wants.append((name, len(self.slots) - 1))
        cites = tuple(dict.fromkeys((*of.cites, *way.cites)))
        return Way(way.id, way.title, place, way.effects, tuple(wants), way.replaces, cites, way.note)

    def _kills(self, step: Step) -> frozenset[str]:
        if step.when != TRUE or step.unless != FALSE:
            return frozenset()
        read = {name for effect in step.effects for name in self._registers_read(effect)}
        return frozenset({effect.register for effect in step.effects if isinstance(effect, Set)} - read)

    def _forms(self, effect: Effect) -> Iterator[RangeForm | TableLookup]:
        match effect:
            case Set(_, RangeForm() | TableLookup() as value) | Add(_, RangeForm() | TableLookup() as value):
                yield value
            case MapEnds(_, transform):
                yield self.pack.transforms[transform].min
                yield self.pack.transforms[transform].max
            case Limit(_, at_least, at_most):
                for bound in (at_least, at_most):
                    if isinstance(bound, RangeForm):
                        yield bound
            case _:
                pass

    def _answers_read(self, effect: Effect) -> Iterator[str]:
        for form in self._forms(effect):
            if isinstance(form, RangeForm):
                yield from form.counts()
                continue
            table = self.pack.tables[form.table]
            yield from (key for key in table.keys if key in self.pack.facts or key in self.pack.judgments)
            yield from (fact for cell in _cells(table) if isinstance(cell, RangeForm) for fact in cell.counts())

    def _registers_read(self, effect: Effect) -> Iterator[str]:
        if not isinstance(effect, Set):
            yield effect.register
        if isinstance(effect, Pick):
            yield from (name for name in (effect.source, effect.within) if name)
        for form in self._forms(effect):
            if isinstance(form, RangeForm):
                yield from (ref.register or effect.register for ref in form.references())
                continue
            table = self.pack.tables[form.table]
            yield from (key.partition(".")[0] for key in table.keys if key.partition(".")[0] in self.pack.registers)
            yield from (
                ref.register or effect.register
                for cell in _cells(table)
                if isinstance(cell, RangeForm)
                for ref in cell.references()
            )


def _places(way: Way) -> tuple[int, ...]:
    return (way.when, *(place for _, place in way.wants))


def _cells(table: Table) -> Iterator[Cell]:
    yield from table.cells.values()
    yield from (band.cell for band in table.bands)
    if table.otherwise is not None:
        yield table.otherwise
