"""Checks that what a pack defines is used, and that every step cites."""

from collections.abc import Iterator

from sentencing.errors import Problem, Severity
from sentencing.pack.check_effects import answers_read, conditions_of
from sentencing.pack.conditions import Ground, RegisterTest, atoms, names
from sentencing.pack.model import Cite, JudgmentKind, MapEnds, Pack, Place, TableLookup
from sentencing.pack.reads import effects_of, forms_of, registers_read, ways_of


def check_uses(pack: Pack) -> Iterator[Problem]:
    """Warnings about facts, judgments, registers, tables, transforms, stages and sources that nothing names."""
    answers = _answers(pack)
    for fact in pack.facts.values():
        if fact.id not in answers and not fact.informational:
            right = "Use it, or say why it stands here in 'informational'."
            yield _unused("facts", fact.id, fact.place, "nothing reads this fact.", right)
    for judgment in pack.judgments.values():
        if judgment.id not in answers and not judgment.step and judgment.kind is not JudgmentKind.ORDER:
            yield _unused("judgments", judgment.id, judgment.place, "nothing reads this judgment.")
    registers = _registers_read(pack) | {pack.head.headline}
    written = {effect.register for step in pack.steps for effect in effects_of(step)}
    for register in pack.registers.values():
        if register.id not in written:
            yield _unused("state", register.id, register.place, "no step sets this register.")
        elif not register.shown and register.id not in registers:
            yield _unused("state", register.id, register.place, "this register is neither shown nor read.")
    yield from _unused_definitions(pack)
    cited = {cite.source for cite in _cites(pack)}
    for source in pack.sources.values():
        if source.id not in cited:
            yield _unused("sources", source.id, source.place, "nothing cites this source.")
    for step in pack.steps:
        if not step.cites and not (step.options and all(option.cites for option in step.options)):
            yield _unused("steps", step.id, step.place, "the step has no citation.", "Every step cites its rule.")


def _unused(section: str, id_: str, place: Place, found: str, right: str = "Use it or delete it.") -> Problem:
    return Problem(found, f"{section}.{id_}", place.line, place.column, right, severity=Severity.WARNING)


def _unused_definitions(pack: Pack) -> Iterator[Problem]:
    maps = {effect.transform for step in pack.steps for effect in effects_of(step) if isinstance(effect, MapEnds)}
    forms = [form for step in pack.steps for effect in effects_of(step) for form in forms_of(effect, pack)]
    tables = {form.table for form in forms if isinstance(form, TableLookup)}
    for transform in pack.transforms.values():
        if transform.id not in maps:
            yield _unused("transforms", transform.id, transform.place, "no step maps by this transform.")
            tables |= {end.table for end in (transform.min, transform.max) if isinstance(end, TableLookup)}
    for table in pack.tables.values():
        if table.id not in tables:
            yield _unused("tables", table.id, table.place, "nothing looks this table up.")
    stages = {step.stage for step in pack.steps}
    for stage in pack.stages:
        if stage not in stages:
            yield _unused("stages", stage, Place(), "no step belongs to this stage.")


def _answers(pack: Pack) -> frozenset[str]:
    """Every fact and judgment that something reads: a step, a question, a ground, a contradiction or a relation."""
    found = {name for step in pack.steps for name in answers_read(step, pack)}
    conditions = [
        *(fact.asked_when for fact in pack.facts.values()),
        *(judgment.when for judgment in pack.judgments.values()),
        *(each.when for each in pack.contradictions),
    ]
    found |= {name for condition in conditions for name in names(condition)}
    found |= {name for judgment in pack.judgments.values() for name in judgment.grounds}
    found |= {name for relation in pack.relations for name in relation.facts}
    steps = [condition for step in pack.steps for condition in conditions_of(step)]
    return frozenset(found | {atom.fact for each in steps for atom in atoms(each) if isinstance(atom, Ground)})


def _registers_read(pack: Pack) -> set[str]:
    found = {name for step in pack.steps for name in registers_read(step, pack)}
    for step in pack.steps:
        for condition in conditions_of(step):
            found |= {atom.reference.register for atom in atoms(condition) if isinstance(atom, RegisterTest)}
    return found


def _cites(pack: Pack) -> Iterator[Cite]:
    for section in (pack.facts, pack.judgments, pack.terms, pack.tables, pack.transforms):
        for part in section.values():
            yield from part.cites
    for cites in (*(each.cites for each in pack.relations), *(each.cites for each in pack.head.leaves_out)):
        yield from cites
    for register in pack.registers.values():
        yield from register.rounding.cites if register.rounding is not None else ()
    for step in pack.steps:
        yield from step.unless_cites
        for way in ways_of(step):
            yield from way.cites
