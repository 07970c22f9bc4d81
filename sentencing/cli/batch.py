"""Many answers in, one result line each out, as they come: memory does not grow with their number."""

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

from sentencing.cli import FINE, PROBLEMS
from sentencing.engine.answers import LONGEST_LINE, AnswerReader
from sentencing.engine.results import result_of
from sentencing.errors import CaseFileError
from sentencing.pack.library import Library
from sentencing.pack.model import Pack

LINES_A_TICK: Final = 500


def run(chosen: Namespace) -> int:
    """Assess a file of answers, or standard input."""
    pack = Library.standard().read(chosen.pack, chosen.edition)
    if chosen.answers == "-":
        return batch(pack, sys.stdin.buffer)
    path = Path(chosen.answers)
    if not path.is_file() and not path.is_fifo():
        raise CaseFileError(f"there is no file '{path}'")
    with path.open("rb") as source:
        return batch(pack, source)


def batch(pack: Pack, source: BinaryIO) -> int:
    """Write the results of answers to standard output; 1 when a line could not be read."""
    reader = AnswerReader(pack)
    ticks = sys.stderr.isatty()
    code = FINE
    number = 0
    for number, text in enumerate(lines(source), 1):
        if not text.strip():
            continue
        line = reader.line(text, number)
        if line.question is None:
            code = PROBLEMS
            record: dict[str, object] = {"id": line.id, "problems": [each.sentence() for each in line.problems]}
        else:
            record = {"id": line.id, **result_of(reader.asked, line.question)}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        if ticks and number % LINES_A_TICK == 0:
            sys.stderr.write(f"\r{number:,} lines")
            sys.stderr.flush()
    if ticks and number >= LINES_A_TICK:
        sys.stderr.write(f"\r{number:,} lines\n")
    return code


def lines(source: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too long only the beginning, which its reader refuses."""
    while line := source.readline(LONGEST_LINE + 2):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = source.readline(LONGEST_LINE + 2)
