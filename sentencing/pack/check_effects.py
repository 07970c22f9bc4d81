"""Checks what steps do: registers read before they are set, a fact counted twice, a figure that may leave the law."""

from collections.abc import Iterator

from sentencing.errors import Problem, Severity
from sentencing.pack.conditions import FALSE, Condition, RegisterTest, atoms, names
from sentencing.pack.model import Limit, Pack, Pick, RegisterKind, Set, Step
from sentencing.pack.reads import amounts_read, effects_of, registers_read, ways_of


def check_effects(pack: Pack) -> Iterator[Problem]:
    """Problems of what the steps do, one after the other."""
    yield from _read_before_set(pack)
    yield from _counted_twice(pack)
    yield from _figures_after_their_last_limit(pack)
    for step in pack.steps:
        yield from _idle(step, pack)
        yield from _compares_what_no_option_changes(step)


def conditions_of(step: Step) -> tuple[Condition, ...]:
    """When the step is met, when it is excluded, and when each option holds."""
    return (step.when, step.unless, *(option.when for option in step.options))


def answers_read(step: Step, pack: Pack) -> frozenset[str]:
    """Every fact and judgment that the step reads."""
    tested = {name for condition in conditions_of(step) for name in names(condition)}
    return frozenset(tested | set(amounts_read(step, pack)))


def _warning(found: str, step: Step, right: str) -> Problem:
    place = step.place
    return Problem(found, f"steps.{step.id}", place.line, place.column, right, severity=Severity.WARNING)


def _read_before_set(pack: Pack) -> Iterator[Problem]:
    """A range, figure or category has no value until a step gives it one; scores begin at 0."""
    written = {name for name, register in pack.registers.items() if register.kind is RegisterKind.SCORE}
    for step in pack.steps:
        tested = {
            atom.reference.register
            for condition in conditions_of(step)
            for atom in atoms(condition)
            if isinstance(atom, RegisterTest)
        }
        picked = {effect.register for effect in effects_of(step) if isinstance(effect, Pick)}
        own = {effect.register for effect in effects_of(step) if isinstance(effect, Set)} | picked
        for name in sorted(tested | set(registers_read(step, pack))):
            if name not in written and name not in own:
                yield _warning(f"'{name}' is read here and no earlier step sets it.", step, "Set it before.")
                written.add(name)  # said once
        written |= {effect.register for effect in effects_of(step)}


def _counted_twice(pack: Pack) -> Iterator[Problem]:
    """A fact that moves one register in two steps, where nothing says that the law wants both."""
    first: dict[tuple[str, str], Step] = {}
    settled = {fact for relation in pack.relations for fact in relation.facts}
    for step in pack.steps:
        moved = {effect.register for effect in effects_of(step) if not isinstance(effect, Limit | Pick)}
        anew = {effect.register for effect in effects_of(step) if isinstance(effect, Set)}
        for fact in sorted(answers_read(step, pack) & pack.facts.keys()):
            for register in sorted(moved):
                earlier = first.setdefault((fact, register), step)
                if earlier is step or fact in settled or register in anew or _explains(step) or _explains(earlier):
                    continue
                found = f"'{fact}' moves '{register}' here and in '{earlier.id}' (line {earlier.place.line})."
                yield _warning(found, step, "Say why in a 'note', or add 'unless' or 'replaces'.")


def _explains(step: Step) -> bool:
    """Whether the step says how it stands to others."""
    return step.unless != FALSE or any(way.note or way.replaces for way in ways_of(step))


def _figures_after_their_last_limit(pack: Pack) -> Iterator[Problem]:
    """A figure changed after the last `limit` may leave its lawful range; a picked one is within its source."""
    for name, register in pack.registers.items():
        if register.kind is not RegisterKind.FIGURE:
            continue
        last: Step | None = None
        for step in pack.steps:
            effects = [effect for effect in effects_of(step) if effect.register == name]
            if any(not isinstance(effect, Limit | Pick | Set) for effect in effects) and not _explains_figure(step):
                last = step
            if any(isinstance(effect, Limit) for effect in effects):
                last = None
        if last is not None:
            found = f"'{name}' is changed here and not limited afterwards, so that it may leave its lawful range."
            yield _warning(found, last, "Add a 'limit' after it, or a cited 'note' that says why the law allows it.")


def _explains_figure(step: Step) -> bool:
    return bool(step.note) or any(option.note for option in step.options)


def _idle(step: Step, pack: Pack) -> Iterator[Problem]:
    works = step.options or step.effects or step.gate or step.weigh or step.replaces or step.note
    if not works:
        yield _warning("the step does nothing.", step, "Give it a verb, a gate or a note.")
    for way in ways_of(step):
        if way.replaces and not any(each.stage == way.replaces for each in pack.steps[: pack.steps.index(step)]):
            yield _warning(f"no earlier step belongs to '{way.replaces}', which this replaces.", step, "")


def _compares_what_no_option_changes(step: Step) -> Iterator[Problem]:
    if step.of and all(effect.register != step.of for effect in effects_of(step)):
        yield _warning(f"no option changes '{step.of}', which is compared.", step, "Compare what the options change.")
