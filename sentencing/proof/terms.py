"""Terms inside conditions: the reader puts a term's own condition wherever it is used, so identity tells where."""

from attrs import evolve

from sentencing.pack.conditions import Condition, Count, Not
from sentencing.pack.model import NamedTerm, Option, Pack, Step


def is_term(pack: Pack, condition: Condition) -> bool:
    """Whether this very condition is a term's."""
    return any(condition is term.when for term in pack.terms.values())


def terms_in_steps(pack: Pack) -> tuple[NamedTerm, ...]:
    """The terms that some step or option reads."""
    conditions = [each for step in pack.steps for each in _conditions(step)]
    return tuple(term for term in pack.terms.values() if any(_holds(each, term.when) for each in conditions))


def changed_everywhere(pack: Pack, old: Condition, new: Condition) -> Pack:
    """The pack with a term's condition changed, in the term, in those made of it, and in every step that uses it."""
    terms = {name: evolve(term, when=_in_condition(term.when, old, new)) for name, term in pack.terms.items()}
    # A term made of this one was rebuilt: steps must hold the rebuilt condition itself, so that it is still a term's.
    steps = pack.steps
    for name, term in pack.terms.items():
        if _holds(term.when, old):
            steps = tuple(_in_step(step, term.when, terms[name].when) for step in steps)
    return evolve(pack, terms=terms, steps=steps)


def _conditions(step: Step) -> tuple[Condition, ...]:
    return step.when, step.unless, *(option.when for option in step.options)


def _holds(condition: Condition, part: Condition) -> bool:
    if condition is part:
        return True
    match condition:
        case Not(inner):
            return _holds(inner, part)
        case Count(parts):
            return any(_holds(each, part) for each in parts)
        case _:
            return False


def _in_step(step: Step, old: Condition, new: Condition) -> Step:
    if not any(_holds(each, old) for each in _conditions(step)):
        return step
    return evolve(
        step,
        when=_in_condition(step.when, old, new),
        unless=_in_condition(step.unless, old, new),
        options=tuple(_in_option(option, old, new) for option in step.options),
    )


def _in_option(option: Option, old: Condition, new: Condition) -> Option:
    return evolve(option, when=_in_condition(option.when, old, new))


def _in_condition(condition: Condition, old: Condition, new: Condition) -> Condition:
    if condition is old:
        return new
    match condition:
        case Not(part):
            return Not(_in_condition(part, old, new))
        case Count(parts):
            return evolve(condition, parts=tuple(_in_condition(each, old, new) for each in parts))
        case _:
            return condition
