"""The command line: assess, memo, guidance, verify; everything it prints is read from derivations.

Exit codes: 0 fine, 1 problems found, 2 wrong use.
"""

import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, Final

from sentencing import __version__
from sentencing.engine.answers import LONGEST_LINE, AnswerReader
from sentencing.engine.results import result_of
from sentencing.errors import SentencingError
from sentencing.pack.library import Library
from sentencing.pack.model import Pack

FINE: Final = 0
PROBLEMS: Final = 1
WRONG_USE: Final = 2
LINES_A_TICK: Final = 500

_BATCH: Final = """\
Two ways to use it:

  sentencing assess CASE [--json]
      one case: a case file (.sentencing), or an exercise by its path or id

  sentencing assess --pack us-2l1.1 --edition 2025-11-01 --answers answers.jsonl > results.jsonl
      many cases, one JSON object a line; '-' reads them from standard input. A line:
      {"id": "c-17", "facts": {"risk": "yes", "aliens": {"prosecution": "8", "defence": "4"},
       "detained": {"alleged": "yes"}}, "judgments": {"term": {"value": "27 months", "reasons": "..."}},
       "offence-date": "2026-03-14", "sentence-date": "2026-11-02"}
      Every value is text. What is not said reads as the guidance's default and is listed under "missing".
      Sealed facts and judgments may stand in a line and are left out of the result, which is an open paper.
      A line that cannot be read gives {"id", "problems"} and the others go on.

The result has "state" (the established run), "applied", "excluded", "gates", "missing", and where something is
disputed, alleged or undecided also "runs", "envelope", "turns-on" and "prices".
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if not hasattr(chosen, "run"):
        parser.print_help(sys.stderr)
        return WRONG_USE
    try:
        code = chosen.run(chosen)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        sys.stderr.close()
        return FINE
    except SentencingError as wrong:
        return _refused(wrong)
    except KeyboardInterrupt:
        return PROBLEMS
    assert isinstance(code, int)
    return code


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="sentencing",
        description="Sentencing recommendations for migrant smuggling from national guidance. A person decides.",
    )
    parser.add_argument("--version", action="version", version=f"sentencing {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    _add_assess(commands.add_parser)
    return parser


def _add_assess(add: Callable[..., ArgumentParser]) -> None:
    assess = add(
        "assess",
        help="the result of a case, or of many answers",
        description="The result of a case and how it comes about, or the results of many answers.",
        epilog=_BATCH,
        formatter_class=RawDescriptionHelpFormatter,
    )
    assess.add_argument("case", metavar="CASE", nargs="?", help="a case file, or an exercise by its path or id")
    assess.add_argument("--json", action="store_true", help="one JSON object for each accused and count")
    assess.add_argument("--pack", metavar="PACK", help="the guidance of --answers, by its id or path")
    assess.add_argument("--edition", metavar="ID", default="", help="its edition; the newest when not given")
    assess.add_argument(
        "--answers", metavar="FILE", help="a file of answers, one JSON object a line; '-': standard input"
    )
    assess.set_defaults(run=_assess)


def _assess(chosen: Namespace) -> int:
    if chosen.answers is None:
        return WRONG_USE
    pack = Library.standard().read(chosen.pack, chosen.edition)
    if chosen.answers == "-":
        return _batch(pack, sys.stdin.buffer)
    with Path(chosen.answers).open("rb") as source:
        return _batch(pack, source)


# ----------------------------------------------------------------------------------------------------------- batch


def _batch(pack: Pack, source: BinaryIO) -> int:
    """One result line for each line of answers, as they come: memory does not grow with their number."""
    reader = AnswerReader(pack)
    counts_lines = sys.stderr.isatty()
    code = FINE
    number = 0
    for number, text in enumerate(_lines(source), 1):
        if not text.strip():
            continue
        line = reader.line(text, number)
        if line.question is None:
            code = PROBLEMS
            record: dict[str, object] = {"id": line.id, "problems": [each.sentence() for each in line.problems]}
        else:
            record = {"id": line.id, **result_of(reader.asked, line.question)}
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        if counts_lines and number % LINES_A_TICK == 0:
            sys.stderr.write(f"\r{number:,} lines")
            sys.stderr.flush()
    if counts_lines and number >= LINES_A_TICK:
        sys.stderr.write(f"\r{number:,} lines\n")
    return code


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is too long only the beginning, which its reader refuses."""
    while line := source.readline(LONGEST_LINE + 2):
        yield line
        while len(line) > LONGEST_LINE and not line.endswith(b"\n"):
            line = source.readline(LONGEST_LINE + 2)


def _refused(wrong: SentencingError) -> int:
    sys.stderr.write(f"{wrong}\n")
    for problem in wrong.problems:
        sys.stderr.write(f"  {problem.sentence()}\n")
    return WRONG_USE
