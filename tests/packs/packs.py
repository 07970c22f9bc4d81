"""Reading the packs of these tests and answering them, in the words of the batch format."""

from functools import cache
from pathlib import Path

from sentencing.engine.answers import AnswerReader
from sentencing.engine.results import result_of
from sentencing.pack.checks import check
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.proof.examples import ExampleResult, run_examples

HERE = Path(__file__).parent
GUIDANCE = HERE.parents[1] / "guidance"


@cache
def pack_of(path: Path) -> Pack:
    """The pack in a file; its problems fail the test that asks for it."""
    pack, problems = read_pack(path.read_text("utf-8"), path.parent)
    assert [problem.sentence() for problem in problems] == []
    assert pack is not None
    return pack


def small(name: str) -> Pack:
    """One of the small packs beside this file."""
    return pack_of(HERE / f"{name}.yaml")


def result(pack: Pack, facts: dict[str, object], judgments: dict[str, object] | None = None, **dates: str) -> dict:
    """The result line of a case, with everything sealed taken in; dates as `offence_date="2024-01-01"`."""
    days = {name.replace("_", "-"): day for name, day in dates.items()}
    reader = AnswerReader(pack, whole=True)
    question, problems = reader.question(facts, judgments or {}, {}, days)
    assert [problem.sentence() for problem in problems] == []
    assert question is not None
    return result_of(pack, question)


def doubts(pack: Pack) -> list[str]:
    """What the checks that need no case say of a pack."""
    return [problem.sentence() for problem in check(pack)]


def failures(pack: Pack) -> list[str]:
    """What its worked examples say of a pack, in words; nothing when all of them hold."""
    return [failure for example in run_examples(pack) if not example.holds for failure in _said(example)]


def _said(failed: ExampleResult) -> list[str]:
    checks = [f"{check.what}: {check.expected} expected, {check.got} came out" for check in failed.failed]
    return [f"{failed.example.id}: {what}" for what in (*checks, *(each.sentence() for each in failed.problems))]
