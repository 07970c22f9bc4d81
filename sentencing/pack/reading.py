"""The guidance as readable text: stages and steps with what they do, their tables, notes, citations and definitions."""

from collections.abc import Iterator

from attrs import field, frozen

from sentencing.amounts import Extreme, number_text
from sentencing.locale import Catalogue
from sentencing.pack.conditions import Among, Between, Not, names
from sentencing.pack.model import Add, Band, Cell, Cite, Fact, Option, Pack, Register, Set, Step, Table, TableLookup
from sentencing.pack.reads import amounts_read, effects_of, steps_of
from sentencing.pack.rules import Rules
from sentencing.pack.wording import Wording

_GRID_KEYS = 2


@frozen
class Row:
    """One line of a table or one option: what it is for and what it gives."""

    id: str
    title: str
    gives: str
    when: str = ""


@frozen
class Grid:
    """A published table with two keys: its columns and its rows, the first cell of which is the row's key."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@frozen
class StepText:
    """One step as it reads."""

    id: str
    title: str
    cites: tuple[Cite, ...]
    line: int
    says: str
    """The rule as one sentence."""
    unless: str = ""
    """What excludes it, `Not where …`."""
    rows: tuple[Row, ...] = ()
    grid: Grid | None = None
    note: str = ""
    defines: tuple[tuple[str, str], ...] = ()
    """(name, definition) of the facts that this step is the first to read."""
    knows: frozenset[str] = field(factory=frozenset)
    """The ids under which examples name it: its own and its options'."""


@frozen
class StageText:
    """One part of the guidance."""

    id: str
    title: str
    steps: tuple[StepText, ...]


def guidance_text(pack: Pack, language: Catalogue) -> tuple[StageText, ...]:
    """The whole pack as text, in the order of the law; a stage that comes back stands again."""
    return tuple(_Reader(pack, language).stages())


class _Reader:
    def __init__(self, pack: Pack, language: Catalogue) -> None:
        self._pack = pack
        self._wording = Wording(language, pack)
        self._rules = Rules(self._wording)
        self._defined: set[str] = set()

    def stages(self) -> Iterator[StageText]:
        """The stages, each with the steps that follow one another in it."""
        steps: list[StepText] = []
        stage = ""
        for step in self._pack.steps:
            if step.stage != stage and steps:
                yield self._stage(stage, steps)
                steps = []
            stage = step.stage
            steps.append(self._step(step))
        if steps:
            yield self._stage(stage, steps)

    def _stage(self, stage: str, steps: list[StepText]) -> StageText:
        named = self._pack.stages.get(stage)
        return StageText(stage, named.title if named is not None else stage, tuple(steps))

    def _step(self, step: Step) -> StepText:
        tables = [self._pack.tables[name] for name in _tables_of(step)]
        grids = [table for table in tables if len(table.keys) == _GRID_KEYS]
        rows = [self._option(step, each) for each in step.options]
        for table in tables:
            if table not in grids:
                rows += self._rows(table)
        return StepText(
            id=step.id,
            title=step.title,
            cites=step.cites,
            line=step.place.line,
            says=self._rules.step(step),
            unless=self._rules.unless(step),
            rows=tuple(rows),
            grid=self._grid(grids[0]) if grids else None,
            note=step.note,
            defines=tuple(self._definitions(step)),
            knows=frozenset(steps_of(step)),
        )

    def _option(self, step: Step, option: Option) -> Row:
        """An option; a single answer is not said again, because the title says it."""
        plain = isinstance(option.when, Among | Between | Not)
        return Row(
            option.id, option.title, self._rules.short(option), "" if plain else self._rules.option(step, option)
        )

    def _definitions(self, step: Step) -> Iterator[tuple[str, str]]:
        read = [name for way in step.ways for name in names(way.when)]
        read += [*names(step.unless), *amounts_read(step, self._pack)]
        for name in dict.fromkeys(read):
            fact = self._pack.facts.get(name)
            if fact is not None and fact.help and name not in self._defined:
                self._defined.add(name)
                yield self._wording.fact(name), fact.help

    def _rows(self, table: Table) -> Iterator[Row]:
        register = self._pack.registers.get(table.gives)
        key = self._pack.facts.get(table.keys[0])
        for number, band in enumerate(table.bands):
            yield Row(f"{table.id}.{number}", self._band(band, key), self._cell(band.cell, register))
        for labels, cell in table.cells.items():
            title = key.label(labels[0]) if key is not None else labels[0]
            yield Row(f"{table.id}.{labels[0]}", title, self._cell(cell, register))
        if table.otherwise is not None:
            yield Row(f"{table.id}.otherwise", self._wording.say("Otherwise"), self._cell(table.otherwise, register))

    def _grid(self, table: Table) -> Grid:
        columns = tuple(dict.fromkeys(labels[1] for labels in table.cells))
        lines = dict.fromkeys(labels[0] for labels in table.cells)
        register = self._pack.registers.get(table.gives)

        def cell(line: str, column: str) -> str:
            found = table.cells.get((line, column), table.otherwise)
            return self._cell(found, register) if found is not None else ""

        rows = tuple((line, *(cell(line, column) for column in columns)) for line in lines)
        return Grid(("", *columns), rows)

    def _band(self, band: Band, key: Fact | None) -> str:
        if band.label is not None:
            return key.label(band.label) if key is not None else band.label
        say, low, high = self._wording.say, band.low, band.high
        ends = [number_text(end) if end is not None and not isinstance(end, Extreme) else "" for end in (low, high)]
        least, most = ends
        if not least:
            return say("up to {most}", most=most)
        if not most:
            return say("{least} or more", least=least)
        return least if least == most else say("{least} to {most}", least=least, most=most)

    def _cell(self, cell: Cell, register: Register | None) -> str:
        return self._wording.value(cell, register) if register is not None else str(cell)


def _tables_of(step: Step) -> Iterator[str]:
    """The tables that a step reads by itself, each once."""
    values = [effect.value for effect in effects_of(step) if isinstance(effect, Set | Add)]
    yield from dict.fromkeys(value.table for value in values if isinstance(value, TableLookup))
