"""The command line: assess, memo, guidance, class, verify. It computes nothing: all that it prints is the engine's.

A command's module is imported when the command runs, so that a batch does not wait for what only a memo needs. Exit
codes: 0 fine, 1 problems found, 2 wrong use.
"""

import os
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import Final

from sentencing import __version__
from sentencing.errors import CaseFileError, EditionError, PackError, SentencingError

FINE: Final = 0
PROBLEMS: Final = 1
WRONG_USE: Final = 2

_CASE: Final = "a case file (.sentencing), or an exercise by its path or id"
_PACK: Final = "guidance by its id, its folder, or the path of one edition"
_BATCH: Final = """\
one case:
  sentencing assess CASE [--json]

many cases, one JSON object a line, in and out; '-' reads standard input:
  sentencing assess --pack us-2l1.1 --edition 2025-11-01 --answers answers.jsonl > results.jsonl

  {"id": "c-17", "facts": {"risk": "yes", "aliens": {"prosecution": "8", "defence": "4"},
   "detained": {"alleged": "yes"}}, "judgments": {"term": {"value": "27 months", "reasons": "..."}},
   "offence-date": "2026-03-14", "sentence-date": "2026-11-02"}

  Every value is text. "weights" and "conviction-date" may stand in a line too. A fact that is not said reads as the
  guidance's default and is listed under "missing". Sealed facts and judgments may stand in a line; they are passed
  over, for the result is an open paper. A line that cannot be read gives {"id", "problems"} and the others go on.

the result:
  "state" holds the shown registers of the established run, "applied" the steps and options that stand in it,
  "excluded" and "gates" what a rule excluded and where the case was stopped or flagged. Where something is disputed,
  alleged or undecided there are also "runs", "envelope", "turns-on" and "prices". Amounts are text: "18 to 24 months".

exit codes: 0 fine, 1 problems found, 2 wrong use
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace", newline="\n")
    parser = _parser()
    chosen = parser.parse_args(arguments)
    if "module" not in chosen:
        parser.print_help(sys.stderr)
        return WRONG_USE
    if chosen.module == "assess" and (chosen.case is None) == (chosen.answers is None):
        parser.error("assess wants a CASE, or --pack and --answers")
    if chosen.module == "assess" and (chosen.answers is None) != (chosen.pack is None):
        parser.error("--pack and --answers go together")
    if chosen.module == "assess" and chosen.answers is not None:
        chosen.module = "batch"
    try:
        code = int(import_module(f"sentencing.cli.{chosen.module}").run(chosen))
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads has seen enough; what is left is not to fail at exit either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except SentencingError as wrong:
        return _refused(wrong)
    except KeyboardInterrupt:
        return PROBLEMS
    return code


def _refused(wrong: SentencingError) -> int:
    """Says why a command could not run: a name that does not exist is wrong use, a broken file is a problem."""
    sys.stderr.write(f"{wrong}\n")
    for problem in wrong.problems:
        sys.stderr.write(f"  {problem.sentence()}\n")
    named_wrongly = isinstance(wrong, PackError | EditionError | CaseFileError) and not wrong.problems
    return WRONG_USE if named_wrongly else PROBLEMS


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="sentencing",
        description="Sentencing recommendations for migrant smuggling from national guidance. A person decides.",
        epilog="exit codes: 0 fine, 1 problems found, 2 wrong use",
    )
    parser.add_argument("--version", action="version", version=f"sentencing {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")
    _add_assess(
        commands.add_parser(
            "assess",
            help="the result of a case and how it comes about, or the results of many answers",
            description="The result of a case and how it comes about, or the results of many answers.",
            epilog=_BATCH,
            formatter_class=RawDescriptionHelpFormatter,
        )
    )
    _add_memo(
        commands.add_parser(
            "memo",
            help="the reasoned memo of a case",
            description="The reasoned memo of a case as PDF, Word or HTML: an open paper, with nothing sealed in it.",
        )
    )
    _add_guidance(
        commands.add_parser(
            "guidance",
            help="the guidance there is, and whether a pack is sound",
            description="The guidance there is, and whether a pack is sound.",
        )
    )
    _add_class(
        commands.add_parser(
            "class",
            help="where a room agrees and differs on an exercise",
            description="Reads a folder of answer files to one exercise and tells the spread of the results, the facts "
            "on which the room splits, and how much comes from facts and how much from weighing. Groups of fewer than "
            "five people are not shown.",
        )
    )
    verify = commands.add_parser(
        "verify",
        help="compute a case file again and say what differs from the result it records",
        description="Computes a case file again with the guidance that is kept in it, compares the result with the one "
        "it records, and says why they differ: the guidance, the engine, or neither (then the file was changed).",
    )
    verify.add_argument("case", metavar="CASE", help="a case file (.sentencing)")
    verify.set_defaults(module="verify")
    return parser


def _add_assess(assess: ArgumentParser) -> None:
    assess.add_argument("case", metavar="CASE", nargs="?", help=_CASE)
    assess.add_argument("--json", action="store_true", help="one JSON object a line for each accused and count")
    assess.add_argument("--pack", metavar="PACK", help=f"with --answers: {_PACK}")
    assess.add_argument("--edition", metavar="ID", default="", help="its edition; the newest when none is named")
    assess.add_argument("--answers", metavar="FILE", help="answers, one JSON object a line; '-' reads standard input")
    assess.set_defaults(module="assess")


def _add_memo(memo: ArgumentParser) -> None:
    memo.add_argument("case", metavar="CASE", help=_CASE)
    memo.add_argument("--to", metavar="FILE", required=True, help="where to write it: out.pdf, out.docx or out.html")
    memo.add_argument(
        "--audience", choices=("prosecution", "neutral", "training"), default="prosecution", help="whom it is for"
    )
    memo.add_argument("--short", action="store_true", help="one page: result, range, open facts, what to ask next")
    memo.add_argument("--accused", metavar="A1", default="", help="whose memo; the first accused when not named")
    memo.add_argument("--count", metavar="C1", default="", help="which count; the first when not named")
    memo.set_defaults(module="memo")


def _add_class(room: ArgumentParser) -> None:
    room.add_argument("folder", metavar="FOLDER", help="a folder of answer files (.answers)")
    room.add_argument("--exercise", metavar="ID", required=True, help="the exercise they answer, by its id or path")
    room.add_argument(
        "--held",
        choices=("median", "exercise"),
        default="median",
        help="whose facts and weighing are held still: the participant in the middle, or the exercise as handed out",
    )
    room.add_argument("--json", action="store_true", help="one JSON object")
    room.set_defaults(module="class_room")


def _add_guidance(guidance: ArgumentParser) -> None:
    actions = guidance.add_subparsers(metavar="ACTION", title="actions", required=True)
    listed = actions.add_parser("list", help="every pack with its editions and its status")
    listed.set_defaults(module="guidance", action="list")
    for action, does in (
        ("check", "what can be seen without running it: gaps, overlaps, contradictions, unused parts"),
        ("test", "run its worked examples"),
        ("pins", "move every number by one, both ways, and tell the ones that no example would notice"),
    ):
        one = actions.add_parser(action, help=does, description=f"{does[0].upper()}{does[1:]}.")
        one.add_argument("pack", metavar="PACK", help=_PACK)
        one.add_argument("--edition", metavar="ID", default="", help="one edition; every one when none is named")
        one.set_defaults(module="guidance", action=action)
