"""Whole memos, kept as text. Each begins with the sentence that says why it is right, and changes only with it.

`python -m tests.engine.memo.test_golden NAME` writes one anew below its sentence, for reading before it is committed.
"""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sentencing.case.exercise import case_of, read_exercise
from sentencing.case.model import Case
from sentencing.memo.document import text_of
from sentencing.memo.make import document_of
from sentencing.memo.matter import Choices
from sentencing.pack.model import Pack
from tests.engine.memo.matters import ROOT, baseline, guidance, marin, marin_in_full, marin_pack, view

FOLDER = ROOT / "tests" / "golden" / "memos"
RULE = "=" * 60


def exercise(pack: Pack, name: str) -> Case:
    read, problems = read_exercise((ROOT / "guidance" / pack.head.id / "exercises" / f"{name}.yaml").read_bytes())
    assert read is not None, problems
    return case_of(read, pack)


def training() -> Pack:
    return guidance("training-scheme", "2026-01-01")


MEMOS: dict[str, Callable[[], tuple[Case, Pack, Choices]]] = {
    "marin-extract-prosecution": lambda: (marin(), marin_pack(), Choices()),
    "marin-prosecution": lambda: (marin_in_full(), guidance("us-2l1.1", "2025-11-01"), Choices()),
    "marin-one-page": lambda: (marin(), marin_pack(), Choices(short=True)),
    "marin-neutral": lambda: (marin(), marin_pack(), Choices("neutral")),
    "baseline-prosecution": lambda: (baseline(), guidance("protocol-baseline", "2004-01-28"), Choices()),
    "harbour-lorry-training": lambda: (exercise(training(), "harbour-lorry"), training(), Choices("training")),
}


def written(name: str) -> str:
    case, pack, choices = MEMOS[name]()
    document, problems = document_of(view(case, pack, choices))
    assert not problems
    # The hash of a pack changes with every comment in it and says nothing of the memo's words.
    return "\n".join(line for line in text_of(document).splitlines() if not line.startswith("pack "))


def path(name: str) -> Path:
    return FOLDER / f"{name}.txt"


@pytest.mark.parametrize("name", MEMOS)
def test_a_memo_reads_as_it_was_read_and_found_right(name: str) -> None:
    why, _, kept = path(name).read_text(encoding="utf-8").partition(f"\n{RULE}\n")
    assert why.strip().endswith(".")
    assert written(name) == kept.removesuffix("\n")


def main() -> None:
    for name in sys.argv[1:]:
        kept = path(name).read_text(encoding="utf-8") if path(name).is_file() else "Say why it is right."
        why = kept.partition(f"\n{RULE}\n")[0].strip()
        path(name).write_text(f"{why}\n{RULE}\n{written(name)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
