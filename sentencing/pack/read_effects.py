"""Reads what a step or option does to registers: set, add, scale, map, pick and then limit."""

import re
from collections.abc import Mapping
from typing import Final

from attrs import frozen

from sentencing.amounts import Linear, Quantity, RangeForm, Term, constant
from sentencing.pack.model import (
    Add,
    Effect,
    Judgment,
    JudgmentKind,
    Limit,
    MapEnds,
    Pick,
    Register,
    RegisterKind,
    Scale,
    Set,
    TableLookup,
)
from sentencing.pack.read_amounts import fractions, one_form, range_form, whole_range
from sentencing.pack.scope import Scope
from sentencing.pack.source import TextNode
from sentencing.pack.spots import Spot

VERBS: Final = ("set", "add", "scale", "map", "pick", "limit")
_WITH_ENDS: Final = (RegisterKind.RANGE, RegisterKind.FIGURE)
_SIGN_BEFORE_NUMBER: Final = re.compile(r"^[+\-−](?=\d)")


@frozen
class Asked:
    """A range that a person chooses in: the kind of the judgment, and the bounds, which all verbs of one step share."""

    kind: JudgmentKind
    bounds: object


@frozen
class Effects:
    """The effects of one step or option, and what they ask of a person."""

    effects: tuple[Effect, ...]
    asked: Asked | None


def read_effects(fields: Mapping[str, Spot], scope: Scope) -> Effects:
    """The effects in the order of the file, limits last; a register gets one verb and then at most one limit."""
    return _EffectReader(scope).read(fields)


class _EffectReader:
    """Reads the verbs of one step or option."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._asked: Asked | None = None

    def read(self, fields: Mapping[str, Spot]) -> Effects:
        """The effects of all the verbs that stand here."""
        effects: list[Effect] = []
        verb_of: dict[str, str] = {}
        for verb in sorted((key for key in fields if key in VERBS), key="limit".__eq__):
            for name, spot in fields[verb].entries(None):
                register = self._scope.register(fields[verb].key_spot(name), name)
                if verb != "limit" and name in verb_of:
                    found = f"'{name}' gets both '{verb_of[name]}' and '{verb}'."
                    spot.error(found, right="Two changes to one register are two steps.")
                if verb != "limit":
                    verb_of[name] = verb
                effect = self._effect(verb, register, spot) if register is not None else None
                if effect is not None:
                    effects.append(effect)
        return Effects(tuple(effects), self._asked)

    def _effect(self, verb: str, register: Register, spot: Spot) -> Effect | None:
        match verb:
            case "set":
                value = self._value(register, spot)
                return Set(register.id, value) if value is not None else None
            case "add":
                return self._add(register, spot)
            case "scale":
                return self._scale(register, spot)
            case "map":
                return self._map(register, spot)
            case "pick":
                return self._pick(register, spot)
            case _:
                return self._limit(register, spot)

    # ------------------------------------------------------------------------------------------------- verbs

    def _value(self, register: Register, spot: Spot) -> int | str | RangeForm | TableLookup | None:
        if spot.is_map():
            return self._table(register, spot)
        match register.kind:
            case RegisterKind.SCORE:
                return spot.whole()
            case RegisterKind.CATEGORY:
                return spot.one_of(register.order)
            case _:
                return range_form(spot, Quantity(register.quantity), self._scope)

    def _table(self, register: Register, spot: Spot) -> TableLookup | None:
        fields = spot.fields(("table",))
        name = self._scope.named(fields["table"], "tables", self._scope.tables) if "table" in fields else None
        if name is None:
            return None
        spot.report.used.add(("tables", name))
        gives = self._scope.registers[self._scope.tables[name].gives]
        if (gives.quantity, gives.order, gives.quantity is None and gives.kind) != (
            register.quantity,
            register.order,
            register.quantity is None and register.kind,
        ):
            spot.error(f"the table '{name}' gives '{gives.id}', which is not like '{register.id}'.")
        return TableLookup(name)

    def _add(self, register: Register, spot: Spot) -> Add | None:
        match register.kind:
            case RegisterKind.CATEGORY:
                if spot.is_map():
                    spot.error("a category moves by a whole number of places.", right="Write 1 or -1.")
                    return None
                places = spot.whole()
                return Add(register.id, places) if places is not None else None
            case _ if spot.is_map():
                table = self._table(register, spot)
                return Add(register.id, table) if table is not None else None
            case RegisterKind.SCORE:
                return self._add_to_score(register, spot)
            case _:
                form = self._added_amount(spot, Quantity(register.quantity))
                if form is None:
                    return None
                if form.min != form.max and register.kind is RegisterKind.FIGURE:
                    self._ask(spot, JudgmentKind(Quantity(register.quantity).value), form)
                return Add(register.id, form)

    def _add_to_score(self, register: Register, spot: Spot) -> Add | None:
        ends = whole_range(spot)
        if ends is None:
            return None
        low, high = ends
        if low == high:
            return Add(register.id, low)
        self._ask(spot, JudgmentKind.SCORE, ends)
        return Add(register.id, RangeForm(Linear((Term(low),)), Linear((Term(high),))))

    def _added_amount(self, spot: Spot, quantity: Quantity) -> RangeForm | None:
        """An amount with or without a sign: `+6 months` is `6 months`, `-6 months` is `- 6 months`."""
        text = spot.text()
        if not text:
            return None
        signed = Spot(
            TextNode(
                _SIGN_BEFORE_NUMBER.sub(lambda match: f"{match[0]} ", text),
                spot.node.line,
                spot.node.column,
                quoted=True,
            ),
            spot.path,
            spot.report,
        )
        return range_form(signed, quantity, self._scope)

    def _scale(self, register: Register, spot: Spot) -> Scale | None:
        if register.kind not in _WITH_ENDS:
            spot.error(f"a {register.kind.value} is not scaled.", right="Only a range or a figure is; use 'add'.")
            return None
        ends = fractions(spot)
        if ends is None:
            return None
        if ends[0] != ends[1] and register.kind is RegisterKind.FIGURE:
            self._ask(spot, JudgmentKind.FRACTION, ends)
        return Scale(register.id, *ends)

    def _map(self, register: Register, spot: Spot) -> MapEnds | None:
        if register.kind not in _WITH_ENDS:
            spot.error(f"a {register.kind.value} has no ends.", right="Only a range or a figure is mapped.")
            return None
        name = self._scope.named(spot, "transforms", self._scope.transforms)
        if name is None:
            return None
        measured = self._scope.measured.get(name, register.quantity)
        if measured is not register.quantity:
            spot.error(f"the transform '{name}' is about {measured.value if measured else ''}, '{register.id}' is not.")
        spot.report.used.add(("transforms", name))
        return MapEnds(register.id, name)

    def _pick(self, register: Register, spot: Spot) -> Pick | None:
        if register.kind not in (RegisterKind.FIGURE, RegisterKind.CATEGORY):
            spot.error(f"a {register.kind.value} is not picked.", right="A judgment chooses a figure or a category.")
            return None
        has_ends = register.kind is RegisterKind.FIGURE
        fields = spot.fields(("judgment",), ("from", "within") if has_ends else ())
        name = (
            self._scope.named(fields["judgment"], "judgments", self._scope.judgments) if "judgment" in fields else None
        )
        source, within = (
            self._whole_register(fields[key], register) if key in fields else "" for key in ("from", "within")
        )
        if name is None:
            return None
        spot.report.used.add(("judgments", name))
        self._check_picked(fields["judgment"], register, self._scope.judgments[name])
        return Pick(register.id, name, source, within or source)

    def _check_picked(self, spot: Spot, register: Register, judgment: Judgment) -> None:
        wanted = register.quantity.value if register.quantity is not None else ""
        if wanted and judgment.kind.value != wanted:
            found = f"'{judgment.id}' is a judgment of {judgment.kind.value}, '{register.id}' a figure of {wanted}."
            spot.error(found, right=f"Make the judgment 'is: {wanted}'.")
        elif wanted:
            return
        elif judgment.kind not in (JudgmentKind.CATEGORY, JudgmentKind.CHOICE):
            spot.error(
                f"'{judgment.id}' is a judgment of {judgment.kind.value}.", right="A category is picked by a category."
            )
        elif not set(judgment.values) <= set(register.order):
            wrong = next(value for value in judgment.values if value not in register.order)
            spot.error(f"'{judgment.id}' can be '{wrong}', which is not in the order of '{register.id}'.")

    def _whole_register(self, spot: Spot, register: Register) -> str:
        name = spot.text()
        found = self._scope.register(spot, name, _WITH_ENDS) if name else None
        if found is not None and found.quantity is not register.quantity:
            spot.error(f"'{name}' does not measure what '{register.id}' does.")
        return name

    # ------------------------------------------------------------------------------------------------- limit

    def _limit(self, register: Register, spot: Spot) -> Limit | None:
        fields = spot.fields((), ("at-least", "at-most"))
        if not fields:
            if spot.has_no_keys():
                spot.error("a bound is missing.", right="Add 'at-least' or 'at-most'.")
            return None
        low, high = (self._bound(fields[key], register) if key in fields else None for key in ("at-least", "at-most"))
        if _crossed(low, high, register):
            fields["at-most"].error("'at-most' is below 'at-least'.")
        return Limit(register.id, low, high)

    def _bound(self, spot: Spot, register: Register) -> int | str | RangeForm | None:
        match register.kind:
            case RegisterKind.SCORE:
                return spot.whole()
            case RegisterKind.CATEGORY:
                return spot.one_of(register.order)
            case _:
                return one_form(spot, Quantity(register.quantity), self._scope)

    def _ask(self, spot: Spot, kind: JudgmentKind, bounds: object) -> None:
        asked = Asked(kind, bounds)
        if self._asked is not None and self._asked != asked:
            found = "a step asks for one judgment, and its verbs have different ranges."
            spot.error(found, right="Make two steps of them, or write the same range.")
        self._asked = asked


def _crossed(low: int | str | RangeForm | None, high: int | str | RangeForm | None, register: Register) -> bool:
    match low, high:
        case int(), int():
            return low > high
        case str(), str():
            return register.order.index(low) > register.order.index(high)
        case RangeForm(), RangeForm() if not (low.references() or low.counts() or high.references() or high.counts()):
            return constant(low).min > constant(high).max
        case _:
            return False
