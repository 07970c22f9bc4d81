"""`verify`: a case file computed again, compared with the result it records and with the guidance on the shelf."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

from sentencing.case.file import open_case
from sentencing.case.model import Case
from sentencing.case.recorded import Cause, Comparison, compared, recorded_now
from sentencing.cli import FINE, PROBLEMS
from sentencing.errors import CaseFileError, PackError
from sentencing.pack.library import Library
from sentencing.pack.model import Pack

_WHY: Final = {
    Cause.PACK: "The guidance in the file is not the one that the result was made with.",
    Cause.ENGINE: "The engine is another version; the guidance is the same.",
    Cause.PACK_AND_ENGINE: "Both the guidance in the file and the engine are others.",
    Cause.NEITHER: "Guidance and engine are the same: the file was changed after it was saved.",
}


def run(chosen: Namespace) -> int:
    """Verify one case file; 1 when anything differs or cannot be read."""
    path = Path(chosen.case)
    found = open_case(path)
    if found.case is None:
        raise CaseFileError(f"'{path.name}' holds no case that can be read", found.problems)
    for problem in found.problems:
        sys.stdout.write(f"{problem.sentence()}\n")
    if found.comparison is None or found.pack is None:
        sys.stdout.write(
            "The result could not be compared: the file keeps no result, or no guidance that can be read.\n"
        )
        return PROBLEMS
    same = found.comparison.cause is None
    if same:
        sys.stdout.write(f"The result is the one recorded, with {_made_with(found.comparison)}.\n")
    else:
        sys.stdout.write("The result differs from the one recorded:\n")
        _differences(found.comparison)
        assert found.comparison.cause is not None
        sys.stdout.write(f"{_WHY[found.comparison.cause]}\n")
    _shelf(found.case, found.pack)
    return FINE if same and not found.problems else PROBLEMS


def _shelf(case: Case, pack: Pack) -> None:
    """Whether the guidance on the shelf still is the one in the file, and what it would change; for information."""
    head = pack.head
    try:
        there = Library.standard().read(head.id, head.edition.id)
    except PackError:
        sys.stdout.write(f"The shelf has no {head.id}, edition {head.edition.id}; the file's own copy was used.\n")
        return
    if there.hash == pack.hash:
        return
    comparison = compared(recorded_now(case, pack), recorded_now(case, there))
    changes = "it would give:" if comparison.differences else "it would give the same result."
    sys.stdout.write(f"The guidance on the shelf has changed since; {changes}\n")
    _differences(comparison)


def _differences(comparison: Comparison) -> None:
    for each in comparison.differences:
        who = " ".join(part for part in (each.accused, each.count) if part)
        sys.stdout.write(f"  {who} {each.register}: '{each.recorded}' before, '{each.now}' now\n")


def _made_with(comparison: Comparison) -> str:
    recorded, now = comparison.recorded, comparison.now
    engine = "the same engine" if recorded.engine == now.engine else f"engine {now.engine} instead of {recorded.engine}"
    pack = "the same guidance" if recorded.hash == now.hash else "other guidance"
    return f"{pack} and {engine}"
