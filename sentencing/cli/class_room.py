"""`class`: a folder of answer files to one exercise, as a report or as JSON."""

import json
import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from sentencing.case.class_room.origins import Reference
from sentencing.case.class_room.quartiles import LEAST_GROUP
from sentencing.case.class_room.room import open_room
from sentencing.case.class_room.told import room_record
from sentencing.case.exercise import Exercise, read_exercise
from sentencing.cli import FINE, PROBLEMS
from sentencing.cli.report import terminal
from sentencing.engine.sealing import open_pack
from sentencing.errors import CaseFileError
from sentencing.pack.library import Library
from sentencing.pack.model import Pack
from sentencing.pack.spots import nearest_of

Record = Mapping[str, Any]


def run(chosen: Namespace) -> int:
    """Tell where a room agrees and differs; 1 when a file could not be counted."""
    library = Library.standard()
    exercise = _exercise(chosen.exercise, library)
    pack = library.read(exercise.pack, exercise.edition)
    room = open_room(Path(chosen.folder), exercise, pack, Reference(chosen.held))
    assert room is not None, "nothing stops it here"
    record = room_record(room, open_pack(pack))
    if chosen.json:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
    else:
        _report(record, exercise, open_pack(pack))
    return PROBLEMS if room.refused or room.beyond else FINE


def _exercise(name: str, library: Library) -> Exercise:
    paths = {
        path.stem: path for entry in library.packs() for path in sorted((entry.folder / "exercises").glob("*.yaml"))
    }
    path = Path(name) if Path(name).is_file() else paths.get(name)
    if path is None:
        near = nearest_of(name, paths)
        raise CaseFileError(f"there is no exercise '{name}'." + (f" Did you mean '{near}'?" if near else ""))
    try:
        content = path.read_bytes()
    except OSError as wrong:
        raise CaseFileError(f"'{path}' cannot be read: {wrong.strerror or type(wrong).__name__}") from wrong
    exercise, problems = read_exercise(content)
    if exercise is None:
        raise CaseFileError(f"'{path}' is not an exercise that can be read", problems)
    return exercise


def _report(record: Record, exercise: Exercise, pack: Pack) -> None:
    console = terminal()
    console.print(exercise.title, style="bold")
    for vote in record["votes"]:
        console.print(f"\nVote {vote['vote']}: {vote['people']} answer files", style="bold")
        if not vote["told"]:
            console.print(f"Fewer than {LEAST_GROUP} people: not shown.")
            continue
        if vote["stopped"]:
            console.print(f"{vote['stopped']} stop at a gate and have no figure.")
        console.print(_results(vote["results"], pack))
        _splits(console, vote["splits"], pack)
        _origins(console, vote["origins"], pack)
    changes = record["changes"]
    if changes is not None:
        console.print(
            f"\n{changes['result']} of {changes['both']} changed their result between first and last vote.",
            style="bold",
        )
        for fact, people in changes["facts"].items():
            console.print(f"  {pack.facts[fact].name or fact}: {people}")
    for name, problems in record["refused"].items():
        console.print(f"not counted: {name}: {' '.join(problems)}")
    if record["beyond"]:
        console.print(f"{record['beyond']} more answer files were not read.")


def _table(*headings: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in headings:
        table.add_column(heading)
    return table


def _results(registers: Record, pack: Pack) -> Table:
    table = _table("Result", "", "people", "least", "lower quartile", "median", "upper quartile", "most")
    for name, lines in registers.items():
        for line, found in lines.items():
            words = "" if line == "value" else line
            if found is None:
                table.add_row(pack.registers[name].title, words, f"fewer than {LEAST_GROUP}")
            else:
                table.add_row(pack.registers[name].title, words, *(str(each) for each in found.values()))
    return table


def _splits(console: Console, splits: list[Record], pack: Pack) -> None:
    if not splits:
        console.print("\nThe room is of one mind on every fact.")
        return
    console.print("\nWhere the room splits, by what it moves", style="bold")
    table = _table("Fact", "said by", pack.registers[pack.head.headline].title)
    for split in splits:
        for number, side in enumerate(split["sides"]):
            name = (pack.facts[split["fact"]].name or split["fact"]) if not number else ""
            result = side["gate"] or side[pack.head.headline]
            table.add_row(name, f"{side['value']}: {side['people']}", result)
    console.print(table)


def _origins(console: Console, origins: Record, pack: Pack) -> None:
    held = {"median": "the participant in the middle", "exercise": "the exercise as handed out"}[origins["held"]]
    console.print(f"\nWhere the spread comes from (held still: {held})", style="bold")
    table = _table("Middle half of", "", "as answered", "by the facts alone", "by the weighing alone")
    for name, lines in origins["as-answered"].items():
        for line in lines:
            runs = (origins[run].get(name, {}).get(line) for run in ("as-answered", "by-facts", "by-weighing"))
            table.add_row(pack.registers[name].title, "" if line == "value" else line, *(_half(each) for each in runs))
    console.print(table)
    if origins["left-open"]:
        console.print(f"{origins['left-open']} chosen amounts lie outside the range of those facts and are left open.")


def _half(found: Record | None) -> str:
    return "not shown" if found is None else f"{found['lower']} to {found['upper']}"
