"""Conditions as data: what a fact, a register, a date or an earlier step must be; a tree, not an expression language.

`all`, `any` and `count` are one form, `Count`: how many of the parts must hold. Terms are expanded by the reader, so
a condition in a model never names a term.
"""

from collections.abc import Iterator

from attrs import frozen

from sentencing.amounts import End, Reference


@frozen
class Always:
    """Holds or never holds, whatever the case is; `otherwise` and an absent `when` are `Always(True)`."""

    holds: bool


@frozen
class Among:
    """The fact or judgment `name` has one of these values (yes-no, choice)."""

    name: str
    values: frozenset[str]


@frozen
class Between:
    """A counted, timed, priced or dated fact lies between two values, both included; None leaves a side open.

    Counts are int, time and money are amounts in canonical units, dates are ISO text.
    """

    name: str
    at_least: int | End | str | None
    at_most: int | End | str | None


@frozen
class RegisterTest:
    """A register, or one end of it, stands in a relation to a bound, as the registers are when the step begins.

    `at_least` and `at_most` include the bound, `above` and `below` do not. For a category the bounds are places in its
    order; `values` tests labels.
    """

    reference: Reference
    at_least: End | None = None
    at_most: End | None = None
    above: End | None = None
    below: End | None = None
    values: frozenset[str] = frozenset()


@frozen
class Applied:
    """An earlier step or option was applied and not replaced."""

    id: str


@frozen
class Ground:
    """The person named this fact as what carried that judgment."""

    judgment: str
    fact: str


@frozen
class DateTest:
    """`offence-date`, `conviction-date` or `sentence-date` lies between two days, both included (ISO text)."""

    date: str
    first: str | None
    last: str | None


@frozen
class Not:
    """The part does not hold."""

    part: "Condition"


@frozen
class Count:
    """At least `at_least` and at most `at_most` of the parts hold; all = every part, any = at least one."""

    parts: tuple["Condition", ...]
    at_least: int
    at_most: int


Condition = Always | Among | Between | RegisterTest | Applied | Ground | DateTest | Not | Count

TRUE = Always(True)
FALSE = Always(False)


def every(parts: tuple[Condition, ...]) -> Condition:
    """All of the parts hold."""
    return parts[0] if len(parts) == 1 else Count(parts, len(parts), len(parts)) if parts else TRUE


def some(parts: tuple[Condition, ...]) -> Condition:
    """At least one of the parts holds."""
    return parts[0] if len(parts) == 1 else Count(parts, 1, len(parts)) if parts else FALSE


def atoms(condition: Condition) -> Iterator[Condition]:
    """Every test in a condition that is not made of others, left to right."""
    match condition:
        case Not(part):
            yield from atoms(part)
        case Count(parts):
            for part in parts:
                yield from atoms(part)
        case _:
            yield condition


def names(condition: Condition) -> tuple[str, ...]:
    """The facts and judgments that a condition reads, each once, in order."""
    found: dict[str, None] = {}
    for atom in atoms(condition):
        if isinstance(atom, Among | Between):
            found[atom.name] = None
        elif isinstance(atom, Ground):
            found[atom.judgment] = None
    return tuple(found)
