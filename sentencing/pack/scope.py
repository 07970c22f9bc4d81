"""The scope: what the pack has defined so far, and so what the rest of its text may name."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import field, frozen

from sentencing.amounts import Quantity, Units
from sentencing.pack.model import (
    CASE_DATES,
    Cite,
    Fact,
    FactKind,
    Judgment,
    NamedTerm,
    Register,
    RegisterKind,
    Source,
    Stage,
    Table,
    Transform,
)
from sentencing.pack.spots import Spot, each_once, listed, nearest_of

CONNECTIVES = ("all", "any", "not", "count", "applied", "ground")
RESERVED = (*CONNECTIVES, *CASE_DATES, "otherwise")
"""Words of conditions; nothing of the pack may have their name."""
WHOLE_SECTION = "*"
"""In the place of an id: the whole section could not be read."""


@frozen
class Scope:
    """Everything that can be named; to name something `broken`, whose definition was refused, is no new problem."""

    units: Units = field(factory=Units)
    sources: Mapping[str, Source] = field(factory=dict)
    stages: Mapping[str, Stage] = field(factory=dict)
    registers: Mapping[str, Register] = field(factory=dict)
    facts: Mapping[str, Fact] = field(factory=dict)
    judgments: Mapping[str, Judgment] = field(factory=dict)
    terms: Mapping[str, NamedTerm] = field(factory=dict)
    tables: Mapping[str, Table] = field(factory=dict)
    transforms: Mapping[str, Transform] = field(factory=dict)
    broken: frozenset[tuple[str, str]] = frozenset()
    """(section, id)"""
    measured: Mapping[str, Quantity] = field(factory=dict)
    """What the amounts named in a transform measure; a transform that only moves ends fits time and money."""

    def names(self) -> Iterator[str]:
        """What a condition can name."""
        yield from self.facts
        yield from self.judgments
        yield from self.terms
        for name, register in self.registers.items():
            if register.quantity is None:
                yield name
            else:
                yield from (f"{name}.min", f"{name}.max")
        yield from RESERVED

    def is_broken(self, section: str, name: str) -> bool:
        """Whether the definition of a name was refused, which is reported there."""
        return (section, name) in self.broken or (section, WHOLE_SECTION) in self.broken

    def register(self, spot: Spot, name: str, kinds: tuple[RegisterKind, ...] = tuple(RegisterKind)) -> Register | None:
        """A register by name, of one of the kinds; None after reporting that there is none."""
        register = self.registers.get(name)
        if register is None:
            if not self.is_broken("state", name):
                spot.error(f"'{name}' is not a register of this pack.", nearest=nearest_of(name, self.registers))
            return None
        if register.kind not in kinds:
            wanted = listed([kind.value for kind in kinds])
            spot.error(f"'{name}' is a {register.kind.value}.", right=f"Wanted is a {wanted}.")
            return None
        return register

    def named(self, spot: Spot, section: str, known: Iterable[str]) -> str | None:
        """The name of something in a section of the pack; None after reporting that there is none."""
        name = spot.text()
        if name in known:
            return name
        if name and not self.is_broken(section, name):
            what = section.removesuffix("s")
            spot.error(f"'{name}' is not a {what} of this pack.", nearest=nearest_of(name, known))
        return None

    def facts_named(self, spot: Spot) -> tuple[str, ...]:
        """A list of facts, each once."""
        return each_once((part, self.named(part, "facts", self.facts)) for part in spot.parts_or_one())

    def counted_fact(self, spot: Spot, name: str) -> None:
        """Reports a `per` that does not name a counted fact."""
        fact = self.facts.get(name)
        if fact is None and not self.is_broken("facts", name):
            spot.error(f"'per {name}': the pack has no such fact.", nearest=nearest_of(name, self.facts))
        elif fact is not None and fact.kind is not FactKind.COUNT:
            spot.error(f"'per {name}': that fact is a {fact.kind.value}.", right="Only a counted fact can multiply.")

    def cites(self, spot: Spot | None) -> tuple[Cite, ...]:
        """One citation or a list of them, each a source of this pack and a pinpoint in it."""
        if spot is None:
            return ()
        return tuple(cite for part in spot.parts_or_one() if (cite := self._cite(part)) is not None)

    def _cite(self, spot: Spot) -> Cite | None:
        source, _, pinpoint = spot.text().partition(" ")
        if not source:
            return None
        if source not in self.sources and not self.is_broken("sources", source):
            right = "A citation is a source and a place in it, as in 'gl 2L1.1(b)(6)'."
            spot.error(
                f"'{source}' is not a source of this pack.", right=right, nearest=nearest_of(source, self.sources)
            )
            return None
        spot.report.used.add(("sources", source))
        return Cite(source, " ".join(pinpoint.split()))
