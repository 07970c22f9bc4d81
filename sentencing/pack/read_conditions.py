"""Reads conditions: structured, never an expression language; terms are expanded where they are named."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from attrs import evolve, frozen

from sentencing.amounts import End, Quantity, Reference, Side
from sentencing.pack.conditions import (
    FALSE,
    TRUE,
    Among,
    Applied,
    Between,
    Condition,
    Count,
    DateTest,
    Ground,
    Not,
    RegisterTest,
    atoms,
    every,
    some,
)
from sentencing.pack.model import CASE_DATES, Fact, FactKind, Judgment, NamedTerm, Register, RegisterKind
from sentencing.pack.read_amounts import amount
from sentencing.pack.read_facts import YES_NO, read_fact_value
from sentencing.pack.scope import Scope
from sentencing.pack.spots import Spot, listed, nearest_of, optional_text

_INCLUSIVE: Final = ("at-least", "at-most")
_BOUNDS: Final = ("at-least", "at-most", "above", "below")
_LABELLED: Final = (FactKind.YES_NO, FactKind.CHOICE)


@frozen
class Vantage:
    """What can be read from where a condition stands: registers, and the steps and options defined before it."""

    registers: bool = True
    steps: frozenset[str] | None = frozenset()
    """None in a term: what it names must stand before the step that uses it, and is looked at there."""
    all_steps: frozenset[str] = frozenset()


FACTS_ONLY: Final = Vantage(registers=False)


def read_condition(spot: Spot | None, scope: Scope, vantage: Vantage) -> Condition:
    """A condition; an absent one always holds. After a problem the condition is of no use, and neither is the pack."""
    if spot is None:
        return TRUE
    return _Conditions(scope, vantage).read(spot)


def read_terms(spot: Spot | None, scope: Scope, all_steps: frozenset[str]) -> dict[str, NamedTerm]:
    """The named conditions, each of which may use those before it."""
    terms: dict[str, NamedTerm] = {}
    for key, each in spot.entries() if spot is not None else ():
        fields = each.fields(("title", "when"), ("cite",))
        vantage = Vantage(registers=True, steps=None, all_steps=all_steps)
        when = read_condition(fields.get("when"), evolve(scope, terms=terms), vantage)
        terms[key] = NamedTerm(key, optional_text(fields, "title"), when, scope.cites(fields.get("cite")), each.place)
    return terms


class _Conditions:
    """Reads the conditions of one place in the pack."""

    def __init__(self, scope: Scope, vantage: Vantage) -> None:
        self._scope = scope
        self._vantage = vantage
        self._connectives: Mapping[str, Callable[[Spot], Condition]] = {
            "all": lambda spot: every(tuple(self._several(spot))),
            "any": lambda spot: some(tuple(self._several(spot))),
            "not": lambda spot: Not(self.read(spot)),
            "count": self._count,
            "applied": self._applied,
            "ground": self._ground,
        }

    def read(self, spot: Spot) -> Condition:
        """A condition: several keys mean 'and'."""
        if not spot.is_map():
            spot.error(f"{spot.shape()} is not a condition.", right="Write it as {fact: value}.")
            return FALSE
        entries = spot.entries(None)
        if not entries:
            spot.error("an empty condition.", right="Leave it out where it always holds.")
        return every(tuple(self._entry(key, spot.key_spot(key), value) for key, value in entries))

    def _entry(self, key: str, key_spot: Spot, value: Spot) -> Condition:
        if key in self._connectives:
            return self._connectives[key](value)
        if key in CASE_DATES:
            return self._date(key, value)
        scope = self._scope
        name, dot, side = key.partition(".")
        if dot or key in scope.registers or scope.is_broken("state", key):
            if key in scope.judgments:
                key_spot.error(f"'{key}' is both a judgment and a register.", right="Give one of them another id.")
                return FALSE
            return self._register(name, side, key_spot, value)
        if key in scope.facts:
            return self._fact(scope.facts[key], value)
        if key in scope.judgments:
            return self._judgment(scope.judgments[key], value)
        if key in scope.terms:
            return self._term(scope.terms[key], key_spot, value)
        if not any(scope.is_broken(section, key) for section in ("facts", "judgments", "terms")):
            near = nearest_of(key, (*scope.names(),))
            key_spot.error(f"'{key}' is not a fact, judgment, term or register of this pack.", nearest=near)
        return FALSE

    # ------------------------------------------------------------------------------------------- connectives

    def _several(self, spot: Spot) -> Iterable[Condition]:
        parts = spot.parts()
        if not parts and not spot.is_map():
            spot.error("an empty list of conditions.", right="List at least one.")
        return [self.read(part) for part in parts]

    def _count(self, spot: Spot) -> Condition:
        fields = spot.fields(("of",), _INCLUSIVE)
        if "of" not in fields:
            return FALSE
        parts = []
        names: set[str] = set()
        for part in fields["of"].parts():
            name = part.text()
            if name in names:
                part.error(f"'{name}' stands twice.", right="Keep one of them.")
            names.add(name)
            parts.append(self._counted(name, part))
        low = fields["at-least"].whole() if "at-least" in fields else None
        high = fields["at-most"].whole() if "at-most" in fields else None
        if "at-least" not in fields and "at-most" not in fields:
            spot.error("how many must hold is missing.", right="Add 'at-least' or 'at-most'.")
        if low is not None and low > len(parts):
            fields["at-least"].error(f"{low} of {len(parts)} can never hold.")
        if low is not None and high is not None and low > high:
            fields["at-most"].error("'at-most' is smaller than 'at-least'.")
        return Count(tuple(parts), low if low is not None else 0, high if high is not None else len(parts))

    def _counted(self, name: str, spot: Spot) -> Condition:
        """A yes-no fact or judgment, or a term, that counts when it is yes."""
        scope = self._scope
        if name in scope.terms:
            return self._use(scope.terms[name], spot)
        record = scope.facts.get(name) or scope.judgments.get(name)
        if record is not None and record.values == YES_NO:
            return Among(name, frozenset({"yes"}))
        if record is not None:
            right = "Count yes-no facts and terms; make a term of it."
            spot.error(f"'{name}' is a {record.kind.value}.", right=right)
        elif name and not any(scope.is_broken(section, name) for section in ("facts", "terms", "judgments")):
            near = nearest_of(name, (*scope.facts, *scope.terms))
            spot.error(f"'{name}' is not a fact or term of this pack.", nearest=near)
        return FALSE

    def _applied(self, spot: Spot) -> Condition:
        """An earlier step or option, or any of several."""
        return some(tuple(self._one_applied(part) for part in spot.parts_or_one()))

    def _one_applied(self, spot: Spot) -> Condition:
        name, vantage = spot.text(), self._vantage
        known = vantage.all_steps if vantage.steps is None else vantage.steps
        if not vantage.registers:
            spot.error("no step has been applied here.", right="Only facts, judgments, terms and dates can be read.")
        elif name in known or not name:
            return Applied(name)
        elif name in vantage.all_steps:
            spot.error(f"'{name}' does not stand before this.", right="Only earlier steps and options can be read.")
        else:
            spot.error(f"'{name}' is not a step or option of this pack.", nearest=nearest_of(name, known))
        return FALSE

    def _ground(self, spot: Spot) -> Condition:
        """{judgment: fact}, or a list of facts of which any."""
        found: list[Condition] = []
        for name, part in spot.entries(None):
            judgment = self._scope.judgments.get(name)
            if judgment is None and self._scope.is_broken("judgments", name):
                continue
            if judgment is None:
                near = nearest_of(name, self._scope.judgments)
                spot.key_spot(name).error(f"'{name}' is not a judgment of this pack.", nearest=near)
                continue
            facts = part.known_names(judgment.grounds, f"a ground of '{name}'")
            found.append(some(tuple(Ground(name, fact) for fact in facts)))
        return every(tuple(found)) if found else FALSE

    # ------------------------------------------------------------------------------------------ what is tested

    def _date(self, name: str, spot: Spot) -> Condition:
        fields = spot.fields((), ("from", "to"))
        first = fields["from"].day() if "from" in fields else None
        last = fields["to"].day() if "to" in fields else None
        if spot.has_no_keys():
            spot.error("from when, or to when?", right="Add 'from' or 'to', as in {from: 2022-06-28}.")
        if first and last and first > last:
            fields["to"].error(f"{last} is before {first}.")
        return DateTest(name, first, last)

    def _term(self, term: NamedTerm, key_spot: Spot, value: Spot) -> Condition:
        condition = self._use(term, key_spot)
        match value.one_of(YES_NO):
            case "yes":
                return condition
            case "no":
                return Not(condition)
            case _:
                return FALSE

    def _use(self, term: NamedTerm, spot: Spot) -> Condition:
        """A term's condition, if what it reads can be read here."""
        spot.report.used.add(("terms", term.id))
        for atom in atoms(term.when):
            match atom:
                case Applied(name) if self._vantage.steps is not None and name not in self._vantage.steps:
                    spot.error(f"the term '{term.id}' reads the step '{name}', which does not stand before this.")
                case RegisterTest(reference) if not self._vantage.registers:
                    spot.error(
                        f"the term '{term.id}' reads the register '{reference.register}', which has no value here."
                    )
                case _:
                    pass
        return term.when

    def _judgment(self, judgment: Judgment, spot: Spot) -> Condition:
        if not judgment.values:
            right = "Test the register that it is picked into, as in {sentence.max: {at-most: 12 months}}."
            spot.error(f"'{judgment.id}' is a judgment of {judgment.kind.value}.", right=right)
            return FALSE
        return Among(judgment.id, _labels(spot, judgment.values))

    def _fact(self, fact: Fact, spot: Spot) -> Condition:
        if fact.kind in _LABELLED:
            return Among(fact.id, _labels(spot, fact.values))
        if not spot.is_map():
            read = [read_fact_value(part, fact.kind, (), self._scope) for part in spot.parts_or_one()]
            return some(tuple(Between(fact.id, value, value) for value in read))
        keys = ("from", "to") if fact.kind is FactKind.DATE else _INCLUSIVE
        fields = spot.fields((), keys)
        if spot.has_no_keys():
            spot.error("a bound is missing.", right=f"Add {listed(keys)}.")
        low, high = (
            read_fact_value(fields[key], fact.kind, (), self._scope) if key in fields else None for key in keys
        )
        if (
            low is not None
            and high is not None
            and not isinstance(low, str)
            and not isinstance(high, str)
            and low > high
        ):
            spot.error(f"'{keys[1]}' is smaller than '{keys[0]}'.")
        return Between(fact.id, low, high)

    # --------------------------------------------------------------------------------------------- registers

    def _register(self, name: str, side: str, key_spot: Spot, value: Spot) -> Condition:
        register = self._scope.register(key_spot, name)
        if register is None:
            return FALSE
        if not self._vantage.registers:
            key_spot.error(
                f"the register '{name}' has no value here.", right="Only facts, judgments, terms and dates can be read."
            )
            return FALSE
        if register.quantity is None:
            if side:
                key_spot.error(f"'{name}' is a {register.kind.value} and has no ends.", right=f"Write '{name}'.")
                return FALSE
            return self._tested(Reference(name, Side.WHOLE), register, value)
        if side not in ("min", "max"):
            key_spot.error(f"'{name}' has two ends.", right=f"Write '{name}.min' or '{name}.max'.")
            return FALSE
        return self._tested(Reference(name, Side(side)), register, value)

    def _tested(self, reference: Reference, register: Register, spot: Spot) -> Condition:
        if spot.is_map():
            fields = spot.fields((), _BOUNDS)
            if spot.has_no_keys():
                spot.error("a bound is missing.", right=f"Add {listed(_BOUNDS)}.")
            at_least, at_most, above, below = (
                self._bound(fields[key], register) if key in fields else None for key in _BOUNDS
            )
            return RegisterTest(reference, at_least, at_most, above, below)
        if register.kind is RegisterKind.CATEGORY:
            return RegisterTest(reference, values=_labels(spot, register.order))
        values = [self._bound(part, register, reference.side) for part in spot.parts_or_one()]
        return some(tuple(RegisterTest(reference, at_least=value, at_most=value) for value in values))

    def _bound(self, spot: Spot, register: Register, side: Side = Side.WHOLE) -> End | None:
        """A bound in the register's own terms; for a category, the place of a label in its order."""
        if register.kind is RegisterKind.CATEGORY:
            label = spot.one_of(register.order)
            return register.order.index(label) if label is not None else None
        if register.quantity is None:
            return spot.whole()
        if spot.is_text() and spot.text() == "no limit" and side is Side.WHOLE:
            spot.error("'no limit' is no bound.", right="Test the end itself, as in {frame.max: no limit}.")
            return None
        value = amount(spot, Quantity(register.quantity), self._scope.units)
        if value is not None and value.min != value.max and spot.text() != "no limit":
            spot.error(f"{spot.shape()} is a range.", right="One amount is wanted here.")
        return None if value is None else value.min if side is Side.MIN else value.max


def _labels(spot: Spot, known: tuple[str, ...]) -> frozenset[str]:
    """One label, several, or {at-least, at-most} in the order in which they are listed."""
    if not known:  # the definition was refused
        return frozenset()
    if spot.is_map():
        fields = spot.fields((), _INCLUSIVE)
        low = fields["at-least"].one_of(known) if "at-least" in fields else known[0]
        high = fields["at-most"].one_of(known) if "at-most" in fields else known[-1]
        if spot.has_no_keys():
            spot.error("a bound is missing.", right=f"Add {listed(_INCLUSIVE)}.")
        if low is None or high is None:
            return frozenset()
        if known == YES_NO:
            spot.error("yes and no have no order.", right="Write yes or no.")
        found = frozenset(known[known.index(low) : known.index(high) + 1])
        if not found:
            spot.error(f"no value lies from '{low}' to '{high}'.", right=f"The order is {listed(known, 'and')}.")
        return found
    return frozenset(label for part in spot.parts_or_one() if (label := part.one_of(known)) is not None)
