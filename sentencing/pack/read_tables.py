"""Reads tables and transforms: bands of one key, grids of two, and files of tables/*.csv.

A file's header names the keys and one or more registers; the table takes the column named by its `gives`, so that one
published grid can stand in one file and give both a range and a zone.
"""

import re
from collections.abc import Mapping
from typing import Final

from attrs import evolve, frozen

from sentencing.amounts import UNBOUNDED_ABOVE, UNBOUNDED_BELOW, Exact, Extreme, Linear, Quantity, RangeForm
from sentencing.pack.csv_files import CsvFile, PackFiles
from sentencing.pack.model import (
    Band,
    Cell,
    FactKind,
    Register,
    RegisterKind,
    Table,
    TableLookup,
    Transform,
    Worse,
)
from sentencing.pack.read_amounts import one_form, range_form, single_amount
from sentencing.pack.scope import Scope
from sentencing.pack.source import TextNode
from sentencing.pack.spots import Spot, listed, nearest_of, optional_text

_WHOLE: Final = re.compile(r"[-−]?\d{1,9}")
_SHAPES: Final = ("bands", "rows", "file")


@frozen
class Key:
    """What a table looks up by: the values it can have, or the quantity it is measured in."""

    name: str
    values: tuple[str, ...] = ()
    """The labels of a choice or a category; empty for a number."""
    quantity: Quantity | None = None
    """None for a number: a whole number."""


def read_tables(
    spot: Spot | None, scope: Scope, files: PackFiles
) -> tuple[dict[str, Table], frozenset[tuple[str, str]]]:
    """The tables, and the ids of those that cannot be used."""
    tables: dict[str, Table] = {}
    broken = []
    for key, each in spot.entries() if spot is not None else ():
        before = len(each.report.problems)
        table = _TableReader(each, scope, files).read(key)
        if table is None or len(each.report.problems) > before:
            broken.append(("tables", key))
        if table is not None:
            tables[key] = table
    return tables, frozenset(broken)


class _TableReader:
    """Reads one table."""

    def __init__(self, spot: Spot, scope: Scope, files: PackFiles) -> None:
        self._spot = spot
        self._scope = scope
        self._files = files

    def read(self, id_: str) -> Table | None:
        """The table; None when its keys or what it gives are unknown."""
        spot, scope = self._spot, self._scope
        fields = spot.fields(("keys", "gives"), ("columns", *_SHAPES, "otherwise", "worse", "cite"))
        if "keys" not in fields or "gives" not in fields:
            return None
        keys = [self._key(part) for part in fields["keys"].parts_or_one()]
        register = scope.register(fields["gives"], name) if (name := fields["gives"].text()) else None
        known = tuple(key for key in keys if key is not None)
        if register is None or len(known) < len(keys) or not known:
            return None
        if len(known) > 2:
            fields["keys"].error(f"a table has one or two keys, not {len(known)}.")
            return None
        shapes = [shape for shape in _SHAPES if shape in fields]
        if len(shapes) != 1:
            spot.error(
                f"the table has {listed(shapes, 'and') if shapes else 'no cells'}.", right=f"Give it {listed(_SHAPES)}."
            )
            return None
        table = Table(
            id=id_,
            keys=tuple(key.name for key in known),
            gives=register.id,
            otherwise=self._cell(fields["otherwise"], register) if "otherwise" in fields else None,
            worse=self._worse(fields, known),
            cites=scope.cites(fields.get("cite")),
            place=spot.place,
        )
        return self._with_cells(table, fields, known, register)

    def _with_cells(
        self, table: Table, fields: Mapping[str, Spot], keys: tuple[Key, ...], register: Register
    ) -> Table | None:
        if "file" in fields:
            return self._from_file(table, fields["file"], keys, register)
        if "bands" in fields:
            if len(keys) != 1:
                fields["bands"].error("bands have one key.", right="For two keys, use columns and rows.")
                return None
            bands = [self._band(text, part, keys[0], register) for text, part in fields["bands"].entries(None)]
            return evolve(table, bands=tuple(band for band in bands if band is not None))
        if len(keys) != 2 or "columns" not in fields:
            self._spot.error(
                "rows need two keys and 'columns'.", right="The first key names the rows, the second the columns."
            )
            return None
        return evolve(table, cells=self._grid(fields["columns"], fields["rows"], keys, register))

    # ------------------------------------------------------------------------------------------------- keys

    def _key(self, spot: Spot) -> Key | None:
        """A fact, a judgment of labels, a register or a register's end."""
        scope, name = self._scope, spot.text()
        if name in scope.facts:
            fact = scope.facts[name]
            if fact.kind is FactKind.DATE:
                spot.error("a date is not a key.", right="Test it in a condition.")
                return None
            spot.report.used.add(("facts", name))
            measured = fact.kind in (FactKind.TIME, FactKind.MONEY)
            return Key(name, fact.values, Quantity(fact.kind.value) if measured else None)
        if name in scope.judgments and scope.judgments[name].values:
            return Key(name, scope.judgments[name].values)
        stem, _, side = name.partition(".")
        if stem not in scope.registers:
            if name and not any(scope.is_broken(section, stem) for section in ("facts", "judgments", "state")):
                near = nearest_of(name, scope.names())
                spot.error(f"'{name}' is not a fact or register of this pack.", nearest=near)
            return None
        register = scope.registers[stem]
        if (register.quantity is None) == bool(side) or side not in ("", "min", "max"):
            wanted = f"'{stem}'" if register.quantity is None else f"'{stem}.min' or '{stem}.max'"
            spot.error(f"'{name}' is not a key.", right=f"Write {wanted}.")
            return None
        return Key(name, register.order, register.quantity)

    def _worse(self, fields: Mapping[str, Spot], keys: tuple[Key, ...]) -> Mapping[str, Worse]:
        worse: dict[str, Worse] = {}
        for name, part in fields["worse"].entries(None) if "worse" in fields else ():
            key = next((key for key in keys if key.name == name), None)
            if key is None:
                wanted = listed([key.name for key in keys])
                fields["worse"].key_spot(name).error(
                    f"'{name}' is not a key of this table.", right=f"Wanted is {wanted}."
                )
                continue
            words = (Worse.LATER, Worse.EARLIER) if key.values else (Worse.MORE, Worse.LESS)
            word = part.one_of([each.value for each in words])
            if word is not None:
                worse[name] = Worse(word)
        return worse

    # ------------------------------------------------------------------------------------------------ cells

    def _cell(self, spot: Spot, register: Register) -> Cell | None:
        match register.kind:
            case RegisterKind.SCORE:
                return spot.whole()
            case RegisterKind.CATEGORY:
                return spot.one_of(register.order)
            case _:
                return range_form(spot, Quantity(register.quantity), self._scope)

    def _grid(
        self, columns: Spot, rows: Spot, keys: tuple[Key, ...], register: Register
    ) -> Mapping[tuple[str, ...], Cell]:
        names = [self._plain_key(part, part.text(), keys[1]) for part in columns.parts()]
        if len(set(names)) < len(names):
            columns.error("a column stands twice.")
        cells: dict[tuple[str, ...], Cell] = {}
        for text, row in rows.entries(None):
            name = self._plain_key(rows.key_spot(text), text, keys[0])
            parts = row.parts()
            if len(parts) != len(names) and parts:
                row.error(f"the row has {len(parts)} cells for {len(names)} columns.")
            for column, part in zip(names, parts, strict=False):
                cell = self._cell(part, register)
                if cell is not None and name is not None and column is not None:
                    cells[name, column] = cell
        return cells

    def _plain_key(self, spot: Spot, text: str, key: Key) -> str | None:
        """One value of a key as the text that a lookup compares."""
        if key.values:
            return spot.one_of(key.values)
        if key.quantity is not None:
            spot.error(f"'{key.name}' is an amount.", right="Use bands with a single key for amounts.")
            return None
        if _WHOLE.fullmatch(text):
            return str(int(text.replace("−", "-")))
        if text:
            spot.error(f"'{text}' is not a whole number.", right=f"'{key.name}' is counted; for ranges use bands.")
        return None

    # ------------------------------------------------------------------------------------------------ bands

    def _band(self, text: str, spot: Spot, key: Key, register: Register, key_spot: Spot | None = None) -> Band | None:
        """A band: `a`, `a..b`, `a..` or `..b`, or one label."""
        where = key_spot or Spot(TextNode(text, spot.node.line, spot.node.column, quoted=True), spot.path, spot.report)
        cell = self._cell(spot, register)
        if key.values:
            label = where.one_of(key.values)
            return Band(None, None, label, cell) if label is not None and cell is not None else None
        first, dots, second = text.partition("..")
        low = self._end(where, first, key)
        high = self._end(where, second, key) if dots else low
        if (first and low is None) or (second and high is None) or cell is None:
            return None
        if low is None and high is None:
            where.error("a band without ends.", right="Write 6..24, 100.. or ..5; for everything else, 'otherwise'.")
            return None
        if low is not None and high is not None and low > high:
            where.error(f"'{text}' runs downwards.", right="Write the smaller end first.")
        return Band(low, high, None, cell)

    def _end(self, spot: Spot, text: str, key: Key) -> Exact | Extreme | None:
        text = text.strip()
        if not text:
            return None
        end_spot = Spot(TextNode(text, spot.node.line, spot.node.column, quoted=True), spot.path, spot.report)
        return end_spot.whole() if key.quantity is None else single_amount(end_spot, key.quantity, self._scope.units)

    # ------------------------------------------------------------------------------------------------- files

    def _from_file(self, table: Table, spot: Spot, keys: tuple[Key, ...], register: Register) -> Table | None:
        if not spot.text().startswith("tables/") or not spot.text().endswith(".csv"):
            spot.error(f"{spot.shape()} is not a file of tables.", right="Name it as tables/grid.csv.")
            return None
        file = self._files.csv(spot)
        if file is None:
            return None
        for name in (*table.keys, register.id):
            if name not in file.header:
                spot.error(f"the file has no column '{name}'.", nearest=nearest_of(name, file.header))
                return None
        for name in file.header:
            if name not in table.keys and name not in self._scope.registers:
                spot.error(f"the column '{name}' is neither a key of the table nor a register.")
        table = evolve(table, file=file.name)
        if len(keys) == 1:
            return evolve(table, bands=self._bands_of(file, keys[0], register))
        return evolve(table, cells=self._cells_of(file, keys, register))

    def _bands_of(self, file: CsvFile, key: Key, register: Register) -> tuple[Band, ...]:
        bands = [
            self._band(row.text(key.name), row.spot(register.id), key, register, row.spot(key.name))
            for row in file.rows
        ]
        return tuple(band for band in bands if band is not None)

    def _cells_of(self, file: CsvFile, keys: tuple[Key, ...], register: Register) -> Mapping[tuple[str, ...], Cell]:
        cells: dict[tuple[str, ...], Cell] = {}
        for row in file.rows:
            place = tuple(self._plain_key(row.spot(key.name), row.text(key.name), key) for key in keys)
            cell = self._cell(row.spot(register.id), register)
            whole = tuple(part for part in place if part is not None)
            if len(whole) < len(place) or cell is None:
                continue
            if whole in cells:
                row.spot(keys[0].name).error(f"the cell {'/'.join(whole)} stands twice.")
            cells[whole] = cell
        return cells


# ---------------------------------------------------------------------------------------------------- transforms


def read_transforms(
    spot: Spot | None, scope: Scope
) -> tuple[dict[str, Transform], dict[str, Quantity], frozenset[tuple[str, str]]]:
    """The named maps of a register's ends; what those that name an amount measure; the ids that cannot be used."""
    transforms: dict[str, Transform] = {}
    measured: dict[str, Quantity] = {}
    broken = []
    for key, each in spot.entries() if spot is not None else ():
        fields = each.fields(("min", "max"), ("title", "cite"))
        title = optional_text(fields, "title") or key.replace("-", " ").capitalize()
        cites = scope.cites(fields.get("cite"))
        ends = [_mapped_end(fields[side], scope, key, measured) for side in ("min", "max") if side in fields]
        low, high = ends if len(ends) == 2 else (None, None)
        if low is None or high is None:
            broken.append(("transforms", key))
        else:
            transforms[key] = Transform(key, title, low, high, cites, each.place)
    return transforms, measured, frozenset(broken)


def _mapped_end(spot: Spot, scope: Scope, id_: str, measured: dict[str, Quantity]) -> RangeForm | TableLookup | None:
    if spot.is_map():
        fields = spot.fields(("table",))
        table = scope.named(fields["table"], "tables", scope.tables) if "table" in fields else None
        if table is None:
            return None
        spot.report.used.add(("tables", table))
        quantity = scope.registers[scope.tables[table].gives].quantity
        if quantity is None:
            spot.error(f"the table '{table}' gives no amount.", right="An end of a range is an amount.")
        else:
            measured[id_] = quantity
        return TableLookup(table)
    if spot.is_text() and spot.text() == "no limit":
        return RangeForm(UNBOUNDED_BELOW, UNBOUNDED_ABOVE)  # a map takes the end that it wants: a minimum can be lifted
    money = bool(scope.units.currency) and scope.units.currency in spot.text().split()
    form = one_form(spot, Quantity.MONEY if money else Quantity.TIME, scope)
    if form is not None and (isinstance(form.min, Extreme) or _names_amount(form.min)):
        measured[id_] = Quantity.MONEY if money else Quantity.TIME
    return form


def _names_amount(form: Linear) -> bool:
    return any(term.reference is None or term.reference.register for term in form.terms)
