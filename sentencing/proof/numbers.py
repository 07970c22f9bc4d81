"""Every number of a pack with its place, and the same pack with that number moved; found in the model, not in its text.

Left alone are numbers that move no result: those of `asked-when`, of a judgment's `when`, of contradictions, and the
bounds of answers. A number that a term holds is one number, wherever the term is used. An amount that a pack writes in
years moves by a month, its canonical unit, which is the harder test; a fraction moves by one in its numerator.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Any, Final, TypeVar

from attrs import evolve, frozen

from sentencing.amounts import Exact, Extreme, Form, Linear, PerHead, RangeForm, Term, constant, exact
from sentencing.pack.conditions import Between, Condition, Count, DateTest, Not, RegisterTest
from sentencing.pack.model import Add, Band, Cell, Effect, Limit, Option, Pack, RegisterKind, Scale, Set, Step, Table
from sentencing.proof.terms import changed_everywhere, is_term, terms_in_steps

T = TypeVar("T")
Value = Exact | str
"""A number, or a day."""
Put = Callable[[T], Pack | None]
"""Puts a part in the place of the old one; None when no reader would take that pack."""
UP_AND_DOWN: Final = (1, -1)


@frozen
class Spot:
    """Where a number stands. `way` is the step or option that must be taken for it to matter, empty for a condition."""

    path: str
    line: int
    step: str = ""
    way: str = ""
    table: str = ""
    cell: str = ""

    def at(self, part: str) -> "Spot":
        """A part of what stands here."""
        return evolve(self, path=f"{self.path}.{part}")


@frozen
class Number:
    """One number of a pack, and how the pack is with another in its place."""

    spot: Spot
    value: Value
    put: Put[Value]
    signed: bool = False
    """Whether it may go below zero."""

    def moved(self, by: int) -> Value | None:
        """The number one up or one down; None where there is no such number."""
        if isinstance(self.value, str):
            return (date.fromisoformat(self.value) + timedelta(days=by)).isoformat()
        step = Fraction(by, self.value.denominator)
        found = exact(self.value + step)
        return found if self.signed or found >= 0 else None


def numbers(pack: Pack, under: str = "") -> Iterator[Number]:
    """Every number of a pack, in the order of the format's sections; with `under` those whose path begins with it."""
    return (each for each in _numbers(pack, under) if not under or _begins(each.spot.path, under))


def number_at(pack: Pack, path: str) -> Number | None:
    """The number that stands at a path, or None."""
    return next((each for each in numbers(pack, path) if each.spot.path == path), None)


def _numbers(pack: Pack, under: str) -> Iterator[Number]:
    for name, register in pack.registers.items():
        rule = register.rounding
        if rule is not None:
            spot = Spot(f"numbers.round.{name}", register.place.line, step=f"round-{name}")
            yield Number(spot, rule.step, partial(_put_rounding, pack, name))
    for term in terms_in_steps(pack) if _meets("terms", under) else ():
        spot = Spot(f"terms.{term.id}", term.place.line)
        yield from _condition(pack, term.when, spot, partial(changed_everywhere, pack, term.when), within=term.when)
    for name, table in pack.tables.items():
        spot = Spot(f"tables.{name}", table.place.line, table=name)
        if _meets(spot.path, under):
            yield from _table(table, spot, partial(_put_table, pack, name), under)
    for name, transform in pack.transforms.items():
        spot = Spot(f"transforms.{name}", transform.place.line)
        for side, form in (("min", transform.min), ("max", transform.max)):
            if isinstance(form, RangeForm):
                yield from _range(form, spot.at(side), partial(_put_transform, pack, name, side))
    for place, step in enumerate(pack.steps):
        spot = Spot(f"steps.{step.id}", step.place.line, step.id)
        if _meets(spot.path, under):
            yield from _step(pack, step, spot, partial(_put_step, pack, place))


def _begins(path: str, under: str) -> bool:
    return path == under or path.startswith(f"{under}.")


def _meets(path: str, under: str) -> bool:
    """Whether something at or below the path may begin with `under`."""
    return not under or _begins(path, under) or _begins(under, path)


# ------------------------------------------------------------------------------------------------ parts of a pack


def _step(pack: Pack, step: Step, spot: Spot, put: Put[Step]) -> Iterator[Number]:
    yield from _condition(pack, step.when, spot.at("when"), lambda when: put(evolve(step, when=when)))
    yield from _condition(pack, step.unless, spot.at("unless"), lambda unless: put(evolve(step, unless=unless)))
    yield from _effects(step, spot, put)
    for place, option in enumerate(step.options):
        here = evolve(spot.at(f"options.{option.id}"), line=option.place.line or spot.line)
        put_option = partial(_put_option, put, step, place)
        yield from _option(pack, option, here, put_option)


def _option(pack: Pack, option: Option, spot: Spot, put: Put[Option]) -> Iterator[Number]:
    yield from _condition(pack, option.when, spot.at("when"), lambda when: put(evolve(option, when=when)))
    yield from _effects(option, spot, put)


W = TypeVar("W", Step, Option)


def _effects(way: W, spot: Spot, put: Put[W]) -> Iterator[Number]:
    for place, effect in enumerate(way.effects):
        here = evolve(spot.at(f"{type(effect).__name__.lower()}.{effect.register}"), way=way.id)
        yield from _effect(effect, here, partial(_put_effect, put, way, place))


def _put_effect(put: Put[W], way: W, place: int, effect: Effect) -> Pack | None:
    return put(evolve(way, effects=(*way.effects[:place], effect, *way.effects[place + 1 :])))


def _put_option(put: Put[Step], step: Step, place: int, option: Option) -> Pack | None:
    return put(evolve(step, options=(*step.options[:place], option, *step.options[place + 1 :])))


def _put_step(pack: Pack, place: int, step: Step) -> Pack:
    return evolve(pack, steps=(*pack.steps[:place], step, *pack.steps[place + 1 :]))


def _put_table(pack: Pack, name: str, table: Table) -> Pack:
    return evolve(pack, tables={**pack.tables, name: table})


def _put_transform(pack: Pack, name: str, side: str, form: RangeForm) -> Pack:
    transform = pack.transforms[name]
    moved = evolve(transform, min=form) if side == "min" else evolve(transform, max=form)
    return evolve(pack, transforms={**pack.transforms, name: moved})


def _put_rounding(pack: Pack, name: str, step: Value) -> Pack | None:
    register = pack.registers[name]
    if register.rounding is None or isinstance(step, str) or step <= 0:
        return None
    moved = evolve(register, rounding=evolve(register.rounding, step=step))
    return evolve(pack, registers={**pack.registers, name: moved})


# -------------------------------------------------------------------------------------------------------- effects


def _effect(effect: Effect, spot: Spot, put: Put[Effect]) -> Iterator[Number]:
    match effect:
        case Set(value=int() | RangeForm() as value) | Add(value=int() | RangeForm() as value):
            yield from _bound(value, spot, lambda moved: put(evolve(effect, value=moved)))
        case Limit(at_least=at_least, at_most=at_most):
            if isinstance(at_least, int | RangeForm):
                yield from _bound(at_least, spot.at("at-least"), lambda moved: put(evolve(effect, at_least=moved)))
            if isinstance(at_most, int | RangeForm):
                yield from _bound(at_most, spot.at("at-most"), lambda moved: put(evolve(effect, at_most=moved)))
        case Scale():
            yield from _scale(effect, spot, put)
        case _:
            return


def _scale(scale: Scale, spot: Spot, put: Put[Effect]) -> Iterator[Number]:
    def both(value: Value) -> Pack | None:
        return None if isinstance(value, str) or value < -1 else put(evolve(scale, low=value, high=value))

    def low(value: Value) -> Pack | None:
        return None if isinstance(value, str) or not -1 <= value <= scale.high else put(evolve(scale, low=value))

    def high(value: Value) -> Pack | None:
        return None if isinstance(value, str) or value < scale.low else put(evolve(scale, high=value))

    if scale.low == scale.high:
        yield Number(spot, scale.low, both, signed=True)
        return
    yield Number(spot.at("low"), scale.low, low, signed=True)
    yield Number(spot.at("high"), scale.high, high, signed=True)


def _bound(value: int | RangeForm, spot: Spot, put: Put[int | RangeForm]) -> Iterator[Number]:
    if isinstance(value, RangeForm):
        yield from _range(value, spot, put)
    else:
        yield Number(spot, value, lambda moved: put(moved) if isinstance(moved, int) else None, signed=True)


# ---------------------------------------------------------------------------------------------------------- forms


def _range(form: RangeForm, spot: Spot, put: Put[RangeForm]) -> Iterator[Number]:
    """The numbers of a range; one amount is one number, though it is both ends."""

    def running_up(moved: RangeForm) -> Pack | None:
        refers = moved.references() or moved.counts()
        return put(moved) if refers or constant(moved).min <= constant(moved).max else None

    if form.min == form.max:
        yield from _form(form.min, spot, lambda both: put(RangeForm(both, both)))
        return
    yield from _form(form.min, spot.at("min"), lambda low: running_up(RangeForm(low, form.max)))
    yield from _form(form.max, spot.at("max"), lambda high: running_up(RangeForm(form.min, high)))


def _form(form: Form, spot: Spot, put: Put[Form]) -> Iterator[Number]:
    if isinstance(form, Extreme):
        return
    for place, term in enumerate(form.terms):
        here = spot if len(form.terms) == 1 else spot.at(str(place + 1))
        yield from _term(term, here, partial(_put_term, put, form, place))


def _put_term(put: Put[Form], form: Linear, place: int, term: Term) -> Pack | None:
    return put(Linear((*form.terms[:place], term, *form.terms[place + 1 :])))


def _term(term: Term, spot: Spot, put: Put[Term]) -> Iterator[Number]:
    if term.reference is None or abs(term.coefficient) != 1:  # the 1 of a plain `max` is not written
        yield Number(
            spot,
            term.coefficient,
            lambda value: None if isinstance(value, str) else put(evolve(term, coefficient=value)),
            signed=term.coefficient < 0,
        )
    if term.per is not None and term.per.over:
        per = term.per
        yield Number(
            spot.at("over"),
            per.over,
            lambda value: put(evolve(term, per=PerHead(per.fact, value))) if isinstance(value, int) else None,
        )


# --------------------------------------------------------------------------------------------------------- tables


def _table(table: Table, spot: Spot, put: Put[Table], under: str) -> Iterator[Number]:
    for key, cell in table.cells.items():
        name = "/".join(key)
        if _meets(f"{spot.path}.{name}", under):
            yield from _cell(cell, evolve(spot.at(name), cell=name), partial(_put_cell, put, table, key))
    for place, band in enumerate(table.bands):
        here = spot.at(f"bands.{band.label or place + 1}")
        yield from _cell(band.cell, here, partial(_put_band, put, table, place))
    yield from _edges(table, spot, put)
    if table.otherwise is not None:
        yield from _cell(table.otherwise, spot.at("otherwise"), lambda cell: put(evolve(table, otherwise=cell)))


def _cell(cell: Cell, spot: Spot, put: Put[Cell]) -> Iterator[Number]:
    if isinstance(cell, int | RangeForm):
        yield from _bound(cell, spot, put)


def _put_cell(put: Put[Table], table: Table, key: tuple[str, ...], cell: Cell) -> Pack | None:
    return put(evolve(table, cells={**table.cells, key: cell}))


def _put_band(put: Put[Table], table: Table, place: int, cell: Cell) -> Pack | None:
    return put(_with_band(table, place, evolve(table.bands[place], cell=cell)))


def _with_band(table: Table, place: int, band: Band) -> Table:
    return evolve(table, bands=(*table.bands[:place], band, *table.bands[place + 1 :]))


def _edges(table: Table, spot: Spot, put: Put[Table]) -> Iterator[Number]:
    """The edges of bands. Between neighbours both sides move together, and both ends of a band that is one value:
    a gap, an overlap or a band that nothing else reaches would say nothing.
    """
    bands = [(place, band) for place, band in enumerate(table.bands) if band.label is None]
    if bands and all(band.low == band.high for _, band in bands):
        for place, band in bands:
            if isinstance(band.low, int | Fraction):
                yield Number(spot.at(f"bands.{place + 1}.key"), band.low, partial(_put_key, put, table, place))
        return
    for (place, lower), (_, upper) in pairwise(bands):
        if isinstance(upper.low, int | Fraction) and isinstance(lower.high, int | Fraction):
            yield Number(spot.at(f"bands.{place + 1}.to"), lower.high, partial(_put_edge, put, table, place))
    for place, band in (bands[0], bands[-1]) if bands else ():
        if place == bands[0][0] and isinstance(band.low, int | Fraction):
            yield Number(spot.at("bands.from"), band.low, partial(_put_end, put, table, place, "low"))
        if place == bands[-1][0] and isinstance(band.high, int | Fraction):
            yield Number(spot.at("bands.to"), band.high, partial(_put_end, put, table, place, "high"))


def _put_edge(put: Put[Table], table: Table, place: int, value: Value) -> Pack | None:
    lower, upper = table.bands[place], table.bands[place + 1]
    if (
        isinstance(value, str)
        or not isinstance(lower.high, int | Fraction)
        or not isinstance(upper.low, int | Fraction)
    ):
        return None
    moved = _with_band(table, place, evolve(lower, high=value))
    return put(_with_band(moved, place + 1, evolve(upper, low=exact(upper.low + value - lower.high))))


def _put_key(put: Put[Table], table: Table, place: int, value: Value) -> Pack | None:
    return (
        None
        if isinstance(value, str)
        else put(_with_band(table, place, evolve(table.bands[place], low=value, high=value)))
    )


def _put_end(put: Put[Table], table: Table, place: int, side: str, value: Value) -> Pack | None:
    if isinstance(value, str):
        return None
    band = table.bands[place]
    return put(_with_band(table, place, evolve(band, low=value) if side == "low" else evolve(band, high=value)))


# ----------------------------------------------------------------------------------------------------- conditions


def _condition(
    pack: Pack, condition: Condition, spot: Spot, put: Put[Condition], within: Condition | None = None
) -> Iterator[Number]:
    """The numbers of a condition, but for those of terms in it, which are told with the term."""
    if condition is not within and is_term(pack, condition):
        return
    match condition:
        case Not(part):
            yield from _condition(pack, part, spot, lambda moved: put(Not(moved)))
        case Count(parts, at_least, at_most):
            for place, part in enumerate(parts):
                here = spot if len(parts) == 1 else spot.at(str(place + 1))
                yield from _condition(pack, part, here, partial(_put_part, put, condition, place))
            counted = (at_least, at_most) not in ((len(parts), len(parts)), (1, len(parts)))
            if counted and at_least > 0:
                yield from _limit(condition, "at_least", at_least, spot.at("count.at-least"), put)
            if counted and at_most < len(parts):
                yield from _limit(condition, "at_most", at_most, spot.at("count.at-most"), put)
        case Between(name, low, high):
            yield from _limits(condition, {"at_least": low, "at_most": high}, spot.at(name), put)
        case DateTest(name, first, last):
            yield from _limits(condition, {"first": first, "last": last}, spot.at(name), put)
        case RegisterTest(reference) if pack.registers[reference.register].kind is not RegisterKind.CATEGORY:
            sides = ("at_least", "at_most", "above", "below")
            ends = {side: getattr(condition, side) for side in sides}
            yield from _limits(condition, ends, spot.at(reference.register), put)
        case _:
            return


C = TypeVar("C", Count, Between, DateTest, RegisterTest)


def _limits(condition: C, ends: dict[str, object], spot: Spot, put: Put[Condition]) -> Iterator[Number]:
    """The bounds of a test; one value is one number, though it is both bounds."""
    sides = [side for side, value in ends.items() if isinstance(value, int | Fraction | str)]
    if len(sides) == 2 and ends[sides[0]] == ends[sides[1]]:
        value = ends[sides[0]]
        assert isinstance(value, int | Fraction | str)
        yield Number(
            spot, value, partial(_put_bounds, put, condition, sides), signed=isinstance(condition, RegisterTest)
        )
        return
    for side in sides:
        value = ends[side]
        assert isinstance(value, int | Fraction | str)
        yield from _limit(condition, side, value, spot.at(side.replace("_", "-")), put)


def _limit(condition: C, side: str, value: Value, spot: Spot, put: Put[Condition]) -> Iterator[Number]:
    yield Number(spot, value, partial(_put_bounds, put, condition, [side]), signed=isinstance(condition, RegisterTest))


def _put_bounds(put: Put[Condition], condition: C, sides: list[str], value: Value) -> Pack | None:
    changes: dict[str, Any] = dict.fromkeys(sides, value)
    return put(evolve(condition, **changes))


def _put_part(put: Put[Condition], count: Count, place: int, part: Condition) -> Pack | None:
    return put(evolve(count, parts=(*count.parts[:place], part, *count.parts[place + 1 :])))
