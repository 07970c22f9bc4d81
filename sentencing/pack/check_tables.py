"""Checks tables: a key without a cell, bands that overlap, a row or column that is milder than the one before it."""

from collections.abc import Iterator, Mapping
from itertools import islice, pairwise, product

from attrs import frozen

from sentencing.amounts import End, Extreme, Quantity, RangeForm, constant, end_text
from sentencing.errors import Problem, Severity
from sentencing.pack.conditions import TRUE, Condition
from sentencing.pack.model import (
    Add,
    Band,
    Cell,
    FactKind,
    FactValue,
    Pack,
    RegisterKind,
    Set,
    Step,
    Table,
    TableLookup,
    Worse,
)
from sentencing.pack.possible import Goal, example_of, search
from sentencing.pack.reads import ways_of

_MOST_GAPS = 5
_MOST_TRIED = 10_000
_MOST_CELLS = 200_000
_UPWARDS = (Worse.MORE, Worse.LATER, Worse.YES)


@frozen
class Use:
    """A step or option that looks a table up: under which conditions."""

    step: Step
    when: Condition


def check_tables(pack: Pack) -> Iterator[Problem]:
    """Problems of every table."""
    for table in pack.tables.values():
        if table.bands:
            yield from _overlaps(table)
        if table.otherwise is None:
            yield from _gaps(table, pack)
        yield from _milder(table, pack)


# ---------------------------------------------------------------------------------------------------- overlaps


def _overlaps(table: Table) -> Iterator[Problem]:
    labels: set[str] = set()
    for band in table.bands:
        if band.label is not None and band.label in labels:
            yield _error(table, f"'{band.label}' stands twice.", "Keep one of them.")
        labels |= {band.label} if band.label is not None else set()
    whole = all(isinstance(end, int | None) for band in table.bands for end in (band.low, band.high))
    for first, second in pairwise(_sorted(table)):
        if first.high is None or second.low is None or second.low < first.high or (whole and second.low == first.high):
            found = f"the bands {_band_text(first)} and {_band_text(second)} overlap."
            yield _error(table, found, "Every value belongs to one band.")


def _sorted(table: Table) -> list[Band]:
    """The bands that have ends, from the lowest; an open lower end comes first."""
    bands = [band for band in table.bands if band.label is None]
    opened = [band for band in bands if band.low is None]
    return [*opened, *sorted((band for band in bands if band.low is not None), key=_low)]


def _low(band: Band) -> End:
    assert band.low is not None
    return band.low


def _band_text(band: Band) -> str:
    low, high = (
        "" if end is None else end.text if isinstance(end, Extreme) else str(end) for end in (band.low, band.high)
    )
    return low if low == high else f"{low}..{high}"


# -------------------------------------------------------------------------------------------------------- gaps


def _gaps(table: Table, pack: Pack) -> Iterator[Problem]:
    """Values of the keys that have no cell, unless no step can look them up; of a register, any value can be."""
    uses = _uses(table, pack)
    found = 0
    for missing in islice(_missing(table, pack), _MOST_TRIED):
        known: dict[str, object] = {
            name: value for name, value in missing.items() if name in pack.facts or name in pack.judgments
        }
        reached = next((answers for use in uses if (answers := _reached(use, pack, known)) is not None), None)
        if uses and reached is None:
            continue
        found += 1
        if found > _MOST_GAPS:
            return
        words = " and ".join(f"{name} = {_value_text(name, value, pack)}" for name, value in missing.items())
        example = example_of(reached or known, pack)
        yield _error(table, f"there is no cell for {words}.", "Add it, or 'otherwise'.", example)


def _value_text(key: str, value: FactValue, pack: Pack) -> str:
    quantity = _measure(key, pack)
    return str(value) if quantity is None or isinstance(value, str) else end_text(value, quantity, pack.units)


def _measure(key: str, pack: Pack) -> Quantity | None:
    """What a key is measured in; None for labels and whole numbers."""
    fact, register = pack.facts.get(key), pack.registers.get(key.partition(".")[0])
    if fact is not None:
        return Quantity(fact.kind.value) if fact.kind in (FactKind.TIME, FactKind.MONEY) else None
    return register.quantity if register is not None else None


def _reached(use: Use, pack: Pack, known: Mapping[str, object]) -> Mapping[str, object] | None:
    goals = [Goal(use.when, holds=True), Goal(use.step.when, holds=True), Goal(use.step.unless, holds=False)]
    return search(goals, pack, known, freely=True).answers


def _uses(table: Table, pack: Pack) -> list[Use]:
    lookup = TableLookup(table.id)
    found = []
    for step in pack.steps:
        for way in ways_of(step):
            values = [effect.value for effect in way.effects if isinstance(effect, Set | Add)]
            if lookup in values:
                found.append(Use(step, way.when if way is not step else TRUE))
    return found


def _missing(table: Table, pack: Pack) -> Iterator[dict[str, FactValue]]:
    if table.bands:
        yield from ({table.keys[0]: value} for value in _missing_bands(table, pack))
        return
    domains = [_domain(key, position, table, pack) for position, key in enumerate(table.keys)]
    for place in islice(product(*domains), _MOST_CELLS):
        if place not in table.cells:
            yield dict(
                zip(
                    table.keys,
                    (_typed(key, text, pack) for key, text in zip(table.keys, place, strict=True)),
                    strict=True,
                )
            )


def _typed(key: str, text: str, pack: Pack) -> FactValue:
    fact = pack.facts.get(key)
    return int(text) if fact is not None and fact.kind is FactKind.COUNT else text


def _labels(key: str, pack: Pack) -> tuple[str, ...]:
    record = pack.facts.get(key) or pack.judgments.get(key)
    if record is not None:
        return record.values
    register = pack.registers.get(key)
    return register.order if register is not None else ()


def _domain(key: str, position: int, table: Table, pack: Pack) -> tuple[str, ...]:
    """The values that a key of a grid can have: its labels, or whole numbers at and beside its rows."""
    labels = _labels(key, pack)
    if labels:
        return labels
    rows = [int(place[position]) for place in table.cells]
    fact = pack.facts.get(key)
    low = fact.lowest if fact is not None and isinstance(fact.lowest, int) else min(rows, default=0)
    high = (
        fact.highest
        if fact is not None and isinstance(fact.highest, int)
        else max(rows, default=0) + (fact is not None)
    )
    # a hole begins beside a row that is there, so nothing is counted through from one row to the next
    return tuple(
        str(value) for value in sorted({row + step for row in rows for step in (-1, 0, 1)}) if low <= value <= high
    )


def _missing_bands(table: Table, pack: Pack) -> Iterator[FactValue]:
    key = table.keys[0]
    labels = _labels(key, pack)
    if labels:
        yield from (label for label in labels if label not in {band.label for band in table.bands})
        return
    bands, fact = _sorted(table), pack.facts.get(key)
    if fact is None and all(band.low == band.high for band in bands):
        return  # a ladder names the exact values that a register can have there, and no others
    whole = _counts(key, pack)
    if fact is not None and bands and bands[0].low is not None:
        lowest = fact.lowest if isinstance(fact.lowest, int) else 0
        if lowest < bands[0].low:
            yield lowest
    for first, second in pairwise(bands):
        if isinstance(first.high, int) and second.low is not None and whole and first.high + 1 < second.low:
            yield first.high + 1
        elif first.high is not None and second.low is not None and not whole and first.high < second.low:
            yield second.low if isinstance(first.high, Extreme) else first.high
    if fact is not None and bands and isinstance(bands[-1].high, int):
        highest = fact.highest if isinstance(fact.highest, int) else None
        if highest is None or highest > bands[-1].high:
            yield bands[-1].high + 1


def _counts(key: str, pack: Pack) -> bool:
    fact, register = pack.facts.get(key), pack.registers.get(key)
    return (fact is not None and fact.kind is FactKind.COUNT) or (
        register is not None and register.kind is RegisterKind.SCORE
    )


# ------------------------------------------------------------------------------------------------------ milder


def _milder(table: Table, pack: Pack) -> Iterator[Problem]:
    """Where a worse value of a key has a milder cell than its neighbour: an error against the table's own `worse`."""
    for position, key in enumerate(table.keys):
        fact = pack.facts.get(key)
        declared = table.worse.get(key)
        worse = declared or (fact.worse if fact is not None and not fact.not_monotone else None)
        if worse is None or (declared is None and pack.registers[table.gives].kind is RegisterKind.CATEGORY):
            continue
        for (name, cell), (next_name, next_cell) in _neighbours(table, position, pack):
            mild, harsh = (cell, next_cell) if worse in _UPWARDS else (next_cell, cell)
            if _is_milder(harsh, mild, table, pack):
                than = "milder" if worse in _UPWARDS else "harsher"
                found = f"{next_name} is {than} than {name}, and '{key}' says '{worse.value}' is worse."
                severity = Severity.ERROR if declared is not None else Severity.WARNING
                place = table.place
                yield Problem(found, f"tables.{table.id}", place.line, place.column, severity=severity)


def _neighbours(table: Table, position: int, pack: Pack) -> Iterator[tuple[tuple[str, Cell], tuple[str, Cell]]]:
    """Cells next to each other along one key, from its first value to its last."""
    if table.bands:
        labels = _labels(table.keys[0], pack)
        bands = sorted(table.bands, key=lambda band: labels.index(band.label or "")) if labels else _sorted(table)
        yield from pairwise([(band.label or _band_text(band), band.cell) for band in bands])
        return
    labels = _labels(table.keys[position], pack)
    lines: dict[tuple[str, ...], list[tuple[int, str, Cell]]] = {}
    for place, cell in table.cells.items():
        rest = place[:position] + place[position + 1 :]
        order = labels.index(place[position]) if labels else int(place[position])
        lines.setdefault(rest, []).append((order, "/".join(place), cell))
    for line in lines.values():
        line.sort(key=lambda each: each[0])
        yield from pairwise([(name, cell) for _, name, cell in line])


def _is_milder(cell: Cell, than: Cell, table: Table, pack: Pack) -> bool:
    match cell, than:
        case int(), int():
            return cell < than
        case str(), str():
            order = pack.registers[table.gives].order
            return order.index(cell) < order.index(than)
        case RangeForm(), RangeForm() if not any(form.references() or form.counts() for form in (cell, than)):
            first, second = constant(cell), constant(than)
            return first.min < second.min or first.max < second.max
        case _:
            return False


def _error(table: Table, found: str, right: str, example: tuple[tuple[str, str], ...] = ()) -> Problem:
    return Problem(found, f"tables.{table.id}", table.place.line, table.place.column, right, example=example)
