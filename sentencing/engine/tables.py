"""Reading a table: the cell for some values, and the values as a reader would name the cell."""

from sentencing.amounts import End, Extreme
from sentencing.pack.model import Cell, Table


def cell_of(table: Table, values: tuple[End | str, ...]) -> tuple[Cell | None, tuple[str, ...]]:
    """The cell that the values fall in, else the table's `otherwise`; and the values as text, as in `17/I`."""
    keys = tuple(value.text if isinstance(value, Extreme) else str(value) for value in values)
    if table.bands:
        return _band(table, values[0]), keys
    return table.cells.get(keys, table.otherwise), keys


def _band(table: Table, value: End | str) -> Cell | None:
    for band in table.bands:
        if band.label is not None:
            if band.label == value:
                return band.cell
        elif (
            not isinstance(value, str)
            and (band.low is None or band.low <= value)
            and (band.high is None or value <= band.high)
        ):
            return band.cell
    return table.otherwise
