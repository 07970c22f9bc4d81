"""`memo`: the reasoned memo of a case, made in the worker and written whole."""

import sys
from argparse import Namespace
from pathlib import Path
from typing import Final

from sentencing.case.assign import question, subjects
from sentencing.case.guidance import copy_of, memo_sections
from sentencing.cli import WRONG_USE
from sentencing.cli.cases import Named, named, tell
from sentencing.engine.forks import assess
from sentencing.engine.sealing import open_pack
from sentencing.errors import CaseFileError, MemoError
from sentencing.memo.make import Form, Request
from sentencing.memo.matter import Choices
from sentencing.memo.viewing import view_of
from sentencing.memo.worker_client import MemoWorker

FORMS: Final = {".pdf": Form.PDF, ".docx": Form.DOCX, ".html": Form.HTML, ".htm": Form.HTML}


def run(chosen: Namespace) -> int:
    """Make the memo and write it."""
    target = Path(chosen.to)
    form = FORMS.get(target.suffix.lower())
    if form is None:
        sys.stderr.write(f"'{target.name}' names no form of the memo; it ends in .pdf, .docx or .html\n")
        return WRONG_USE
    found = named(chosen.case)
    accused, count = _subject(found, chosen.accused, chosen.count)
    pack = open_pack(found.pack)
    asked, problems = question(found.case, pack, accused, count)
    choices = Choices(audience=chosen.audience, short=chosen.short, language=pack.head.language)
    view = view_of(found.case, pack, assess(pack, asked), accused, count, choices)
    with MemoWorker() as worker:
        made = worker.make(Request(view, form, memo_sections(found.guidance or copy_of(found.pack))))
    _write(target, made.content)
    return tell((*found.problems, *problems, *made.problems))


def _subject(found: Named, accused: str, count: str) -> tuple[str, str]:
    """Whose memo: as named, or the first there is."""
    known = subjects(found.case, found.pack)
    fitting = [each for each in known if accused in ("", each[0]) and count in ("", each[1])]
    if fitting:
        return fitting[0]
    there = ", ".join(" ".join(part for part in each if part) for each in known) or "nobody"
    raise CaseFileError(f"the case has no {accused} {count}".rstrip() + f"; it has {there}")


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as wrong:
        raise MemoError(f"'{target.name}' cannot be written: {wrong.strerror or 'the disk refuses'}") from wrong
