"""Linear forms: the only arithmetic inside a scalar, a sum of amounts, ends of registers and counts."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from attrs import frozen

from sentencing.amounts.values import End, Exact, Extreme, exact


class Side(Enum):
    """One end of a register, or the whole of a register that has no ends."""

    MIN = "min"
    MAX = "max"
    WHOLE = "value"


class Reference(NamedTuple):
    """An end of a register; the empty register is the one that the verb changes."""

    register: str
    side: Side


class PerHead(NamedTuple):
    """The one product of the format: times a counted fact, or times what it has over a number."""

    fact: str
    over: int


@frozen
class Term:
    """Coefficient × (an amount or an end of a register) × (a count)."""

    coefficient: Exact
    reference: Reference | None = None
    per: PerHead | None = None


@frozen
class Linear:
    """A sum of terms: the only arithmetic inside a scalar."""

    terms: tuple[Term, ...]

    def references(self) -> tuple[Reference, ...]:
        """The register ends that the form reads."""
        return tuple(term.reference for term in self.terms if term.reference is not None)

    def counts(self) -> tuple[str, ...]:
        """The counted facts that the form multiplies by."""
        return tuple(term.per.fact for term in self.terms if term.per is not None)


Form = Linear | Extreme


@frozen
class RangeForm:
    """The two ends of a range, each a form; a single amount has the same form twice."""

    min: Form
    max: Form

    def references(self) -> tuple[Reference, ...]:
        """The register ends that either end reads."""
        return tuple(ref for form in (self.min, self.max) if isinstance(form, Linear) for ref in form.references())

    def counts(self) -> tuple[str, ...]:
        """The counted facts that either end multiplies by."""
        return tuple(fact for form in (self.min, self.max) if isinstance(form, Linear) for fact in form.counts())


def value_of(form: Form, ends: Callable[[Reference], End], count: Callable[[str], int]) -> End:
    """The amount of a form. Life and open ends absorb what is added to them and are not divided or multiplied."""
    if isinstance(form, Extreme):
        return form
    total: Exact = 0
    for term in form.terms:
        amount: Exact = term.coefficient
        if term.per is not None:
            amount = amount * max(count(term.per.fact) - term.per.over, 0)
        if term.reference is not None:
            end = ends(term.reference)
            if isinstance(end, Extreme):
                if amount != 0:
                    return end
                continue
            amount = amount * end
        total = total + amount
    return exact(total)
