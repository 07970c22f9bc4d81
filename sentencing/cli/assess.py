"""`assess`: one case, for each accused and count, as a report or as JSON."""

import json
import sys
from argparse import Namespace

from sentencing.case.assign import question, subjects, unasked
from sentencing.cli.cases import named, tell
from sentencing.cli.report import report
from sentencing.engine.forks import assess
from sentencing.engine.results import assessment_record
from sentencing.engine.sealing import open_pack
from sentencing.errors import Problem, Severity


def run(chosen: Namespace) -> int:
    """Assess a case for each accused and count."""
    found = named(chosen.case)
    case, pack = found.case, open_pack(found.pack)
    problems: list[Problem] = [*found.problems]
    for answer in unasked(case, found.pack):
        said = "is kept and not read: this edition does not ask it."
        problems.append(Problem(said, f"answers.{answer.fact}", severity=Severity.WARNING))
    for accused, count in subjects(case, pack):
        asked, more = question(case, pack, accused, count)
        problems += more
        if chosen.json:
            record = {"id": case.id, "accused": accused, "count": count, **assessment_record(pack, assess(pack, asked))}
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        else:
            report(pack, assess(pack, asked), accused, count)
    return tell(problems)
