"""Reads the CSV files that a pack names, tables of law and worked examples, and never leaves its folder."""

import csv
import re
from pathlib import Path
from typing import Final, NamedTuple

from attrs import define, field, frozen

from sentencing.pack.source import MAX_BYTES, TextNode, decoded
from sentencing.pack.spots import Spot

MAX_ROWS: Final = 20_000
MAX_COLUMNS: Final = 200
_RELATIVE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*(?:/[A-Za-z0-9][A-Za-z0-9_.-]*)*")


class Row(NamedTuple):
    """One row; a problem with a cell names the file and its line, beside the line of the pack that names the file."""

    cells: dict[str, str]
    number: int
    """The line of the file."""
    where: Spot
    file: str

    def text(self, column: str) -> str:
        """The text of a cell, without spaces around it."""
        return self.cells[column]

    def spot(self, column: str) -> Spot:
        """A cell as a spot."""
        node = TextNode(self.cells[column], self.where.node.line, self.where.node.column, quoted=True)
        return Spot(node, f"{self.file}:{self.number}.{column}", self.where.report)


@frozen
class CsvFile:
    """A header and rows that all have its width."""

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]


@define
class PackFiles:
    """The files of a pack's folder that the pack names; each is read once."""

    folder: Path | None
    read: dict[str, bytes] = field(factory=dict)

    def csv(self, spot: Spot) -> CsvFile | None:
        """The CSV file that a spot names; None after reporting what is wrong with it."""
        name = spot.text()
        content = self._content(spot, name) if name else None
        if content is None:
            return None
        before = len(spot.report.problems)
        text, problems = decoded(content)
        for problem in problems:
            spot.error(f"{name}, line {problem.line}: {problem.message}", right=problem.right)
        if problems:
            return None
        file = _parsed(name, text, spot)
        return file if len(spot.report.problems) == before else None

    def _content(self, spot: Spot, name: str) -> bytes | None:
        if name in self.read:
            return self.read[name]
        if not _RELATIVE.fullmatch(name) or ".." in name:
            spot.error(f"{spot.shape()} is not a file beside the pack.", right="Name it as tables/grid.csv.")
            return None
        if self.folder is None:
            spot.error(f"'{name}' cannot be read: the pack was given without its folder.")
            return None
        try:
            path = (self.folder / name).resolve(strict=True)
            path.relative_to(self.folder.resolve(strict=True))
            if path.stat().st_size > MAX_BYTES:
                spot.error(f"'{name}' has {path.stat().st_size:,} bytes.", right=f"At most {MAX_BYTES:,} are read.")
                return None
            self.read[name] = path.read_bytes()
        except FileNotFoundError:
            spot.error(f"there is no file '{name}' beside the pack.")
        except (OSError, ValueError, RuntimeError) as wrong:
            spot.error(f"'{name}' cannot be read: {type(wrong).__name__}.")
        return self.read.get(name)


def _parsed(name: str, text: str, spot: Spot) -> CsvFile | None:
    reader = csv.reader(text.split("\n"), strict=True)
    rows: list[Row] = []
    header: tuple[str, ...] = ()
    try:
        for cells in reader:
            texts = [cell.strip() for cell in cells]
            if not any(texts):
                continue
            if not header:
                header = tuple(texts)
                _check_header(name, header, spot)
            elif len(texts) != len(header):
                spot.error(f"{name}, line {reader.line_num}: {len(texts)} cells under {len(header)} columns.")
            else:
                rows.append(Row(dict(zip(header, texts, strict=True)), reader.line_num, spot, name))
            if len(rows) > MAX_ROWS:
                spot.error(f"'{name}' has more than {MAX_ROWS:,} rows.")
                return None
    except csv.Error as wrong:
        spot.error(f"{name}, line {reader.line_num}: {wrong}.", right="Separate cells by commas.")
    if not rows:
        spot.error(f"'{name}' has no rows.", right="The first line names the columns; rows follow.")
    return CsvFile(name, header, tuple(rows))


def _check_header(name: str, header: tuple[str, ...], spot: Spot) -> None:
    if len(header) > MAX_COLUMNS:
        spot.error(f"'{name}' has {len(header)} columns.", right=f"At most {MAX_COLUMNS} are read.")
    for column in {column for column in header if header.count(column) > 1} if len(header) <= MAX_COLUMNS else ():
        spot.error(f"{name}: the column '{column}' stands twice.")
