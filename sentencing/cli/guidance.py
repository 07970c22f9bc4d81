"""`guidance`: the packs there are, and whether one is sound: read, checked, its examples run, its numbers pinned."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from rich.box import SIMPLE
from rich.table import Table

from sentencing.cli import FINE, PROBLEMS
from sentencing.cli.report import terminal
from sentencing.errors import PackError, Problem
from sentencing.pack.checks import check
from sentencing.pack.library import EditionEntry, Library, PackEntry
from sentencing.pack.model import Edition, Pack
from sentencing.pack.reader import read_pack
from sentencing.pack.spots import listed
from sentencing.proof.examples import ExampleResult, run_examples
from sentencing.proof.pins import run_pins


def run(chosen: Namespace) -> int:
    """Do what was chosen; 1 when anything was found."""
    library = Library.standard()
    if chosen.action == "list":
        return _list(library)
    entry = library.find(chosen.pack)
    worst = PROBLEMS if entry.problems and chosen.action == "check" else FINE
    for problem in entry.problems if chosen.action == "check" else ():
        sys.stdout.write(f"{entry.folder}: {problem.severity.value}: {problem.sentence()}\n")
    for edition in _editions(entry, chosen.edition):
        pack, problems = read_pack(edition.path.read_bytes(), entry.folder)
        found = [*problems]
        if pack is not None and chosen.action == "check":
            found += check(pack)
        _tell(edition, found)
        if pack is None or (found and chosen.action == "check"):
            worst = PROBLEMS
        if pack is not None and chosen.action != "check":
            worst = max(worst, (_test if chosen.action == "test" else _pins)(edition, pack))
        elif pack is not None and not found:
            sys.stdout.write(f"{_name(edition)}: nothing found\n")
    return worst


def _editions(entry: PackEntry, name: str) -> tuple[EditionEntry, ...]:
    if not name:
        return entry.editions
    found = tuple(each for each in entry.editions if each.id == name)
    if not found:
        known = listed([each.id for each in entry.editions], "and")
        raise PackError(f"the pack '{entry.id}' has no edition '{name}'; there are {known}")
    return found


def _list(library: Library) -> int:
    table = Table(box=SIMPLE, pad_edge=False, header_style="bold")
    for title in ("Pack", "Title", "Country", "Edition", "In force", "Status"):
        table.add_column(title)
    broken = False
    for entry in library.packs():
        for edition in entry.editions:
            broken = broken or edition.head is None
            head = edition.head
            days = _days(head.edition) if head is not None else ""
            status = head.status.value if head is not None else "cannot be read"
            table.add_row(entry.id, entry.title, entry.country, edition.id, days, status)
    terminal().print(table)
    return PROBLEMS if broken else FINE


def _days(edition: Edition) -> str:
    return f"{edition.first} to {edition.last}" if edition.last else f"from {edition.first}"


def _tell(edition: EditionEntry, problems: list[Problem]) -> None:
    """Each problem with the line it stands on."""
    lines = edition.path.read_text("utf-8", "replace").splitlines() if problems else []
    for problem in problems:
        place = f"{edition.path}:{problem.line}:{problem.column}" if problem.line else str(edition.path)
        sys.stdout.write(
            f"{place}: {problem.severity.value}: {problem.sentence().removeprefix(f'line {problem.line}: ')}\n"
        )
        if 0 < problem.line <= len(lines):
            sys.stdout.write(f"    {lines[problem.line - 1].strip()[:100]}\n")
        if problem.example:
            sys.stdout.write(f"    as with {', '.join(f'{name}: {value}' for name, value in problem.example)}\n")


def _test(edition: EditionEntry, pack: Pack) -> int:
    results = run_examples(pack)
    failed = [result for result in results if not result.holds]
    for result in failed:
        for line in _failures(result):
            sys.stdout.write(f"{edition.path}:{result.example.place.line}: {line}\n")
    sys.stdout.write(f"{_name(edition)}: {len(results) - len(failed)} of {len(results)} examples hold\n")
    return PROBLEMS if failed else FINE


def _failures(result: ExampleResult) -> Iterator[str]:
    name = f"example '{result.example.id}'"
    yield from (f"{name}: {problem.sentence()}" for problem in result.problems)
    yield from (f"{name}: {each.what}: expected '{each.expected}', got '{each.got}'" for each in result.failed)


def _pins(edition: EditionEntry, pack: Pack) -> int:
    ticks = sys.stderr.isatty()

    def tick(done: int, of: int) -> None:
        if ticks and (done % 20 == 0 or done == of):
            sys.stderr.write(f"\r{done} of {of} numbers" + ("\n" if done == of else ""))
            sys.stderr.flush()

    pins = run_pins(pack, tick)
    for each in pins.unnoticed:
        moved = f"{each.path}: {each.number} moved to {each.moved} is noticed by no example and no check"
        sys.stdout.write(f"{edition.path}:{each.line}: {moved}\n")
    sys.stdout.write(f"{_name(edition)}: {pins.numbers} numbers, {len(pins.unnoticed)} moves unnoticed\n")
    failing = sum(not result.holds for result in run_examples(pack))
    if failing:
        sys.stdout.write(f"{failing} examples do not hold as the pack stands and took no part\n")
    return PROBLEMS if pins.unnoticed or failing else FINE


def _name(edition: EditionEntry) -> str:
    return f"{edition.head.id} {edition.id}" if edition.head is not None else edition.path.name
