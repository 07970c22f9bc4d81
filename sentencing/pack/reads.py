"""What a step reads apart from its conditions: answers in amounts and tables, and registers."""

from collections.abc import Iterator

from sentencing.amounts import RangeForm
from sentencing.pack.model import Add, Effect, Limit, MapEnds, Option, Pack, Pick, Set, Step, Table, TableLookup


def steps_of(step: Step) -> tuple[str, ...]:
    """The ids that `applied:` knows a step by: its own and its options'."""
    return (step.id, *(option.id for option in step.options))


def ways_of(step: Step) -> tuple[Step | Option, ...]:
    """The step and its options, each of which can have effects."""
    return (step, *step.options)


def effects_of(step: Step) -> Iterator[Effect]:
    """The effects of the step and of all its options."""
    for way in ways_of(step):
        yield from way.effects


def amounts_read(step: Step, pack: Pack) -> Iterator[str]:
    """The facts and judgments that the effects read: `per`, table keys, picked judgments and weighed facts."""
    if step.weigh is not None:
        yield from step.weigh.facts
    for effect in effects_of(step):
        if isinstance(effect, Pick):
            yield effect.judgment
        for form in forms_of(effect, pack):
            if isinstance(form, RangeForm):
                yield from form.counts()
            else:
                table = pack.tables[form.table]
                yield from (key for key in table.keys if key in pack.facts or key in pack.judgments)
                yield from (fact for cell in cells_of(table) if isinstance(cell, RangeForm) for fact in cell.counts())


def registers_read(step: Step, pack: Pack) -> Iterator[str]:
    """The registers that the effects and `of` read; what a verb other than `set` changes, it also reads."""
    if step.of:
        yield step.of
    for effect in effects_of(step):
        if not isinstance(effect, Set):
            yield effect.register
        if isinstance(effect, Pick):
            yield from (name for name in (effect.source, effect.within) if name)
        for form in forms_of(effect, pack):
            if isinstance(form, RangeForm):
                yield from (reference.register or effect.register for reference in form.references())
            else:
                yield from _registers_of_table(pack.tables[form.table], effect.register, pack)


def _registers_of_table(table: Table, changed: str, pack: Pack) -> Iterator[str]:
    for key in table.keys:
        name = key.partition(".")[0]
        if name in pack.registers and key not in pack.facts:
            yield name
    for cell in cells_of(table):
        if isinstance(cell, RangeForm):
            yield from (reference.register or changed for reference in cell.references())


def forms_of(effect: Effect, pack: Pack) -> Iterator[RangeForm | TableLookup]:
    """The forms and tables that an effect computes with."""
    match effect:
        case Set(_, RangeForm() | TableLookup() as value) | Add(_, RangeForm() | TableLookup() as value):
            yield value
        case MapEnds(_, transform):
            yield from (pack.transforms[transform].min, pack.transforms[transform].max)
        case Limit(_, at_least, at_most):
            yield from (bound for bound in (at_least, at_most) if isinstance(bound, RangeForm))
        case _:
            pass


def cells_of(table: Table) -> Iterator[int | str | RangeForm]:
    """Every cell, with what the table gives otherwise."""
    yield from table.cells.values()
    yield from (band.cell for band in table.bands)
    if table.otherwise is not None:
        yield table.otherwise
