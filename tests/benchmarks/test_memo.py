"""What a memo of the whole guideline costs: each form after the first, the view, and two hundred in one worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from sentencing.memo.make import Form, Request
from sentencing.memo.view import View
from sentencing.memo.viewing import view_of
from sentencing.memo.worker_client import MemoWorker
from tests.engine.memo.matters import assessed, guidance, marin_in_full

SECONDS = {Form.PDF: 0.3, Form.DOCX: 0.3, Form.HTML: 0.3, Form.PNG: 0.5}
MEMOS = 200


@pytest.fixture(scope="module")
def shown() -> View:
    case, pack = marin_in_full(), guidance("us-2l1.1", "2025-11-01")
    return view_of(case, pack, assessed(case, pack), "A1", "C1")


@pytest.fixture(scope="module")
def worker() -> Iterator[MemoWorker]:
    with MemoWorker() as running:
        yield running


def test_the_first_memo_comes_soon(benchmark: BenchmarkFixture, shown: View) -> None:
    def first() -> None:
        with MemoWorker() as fresh:
            fresh.make(Request(shown))

    benchmark.pedantic(first, rounds=3)
    assert benchmark.stats["min"] <= 1.5


@pytest.mark.parametrize("form", list(Form))
def test_a_memo_with_all_annexes_after_the_first(
    benchmark: BenchmarkFixture, worker: MemoWorker, shown: View, form: Form
) -> None:
    worker.make(Request(shown, form))
    benchmark.pedantic(worker.make, (Request(shown, form),), rounds=5)
    assert benchmark.stats["min"] <= SECONDS[form]


def test_the_view_of_a_memo(benchmark: BenchmarkFixture) -> None:
    case, pack = marin_in_full(), guidance("us-2l1.1", "2025-11-01")
    benchmark.pedantic(view_of, (case, pack, assessed(case, pack), "A1", "C1"), rounds=5)
    assert benchmark.stats["min"] <= 0.15


def test_many_memos_in_one_worker_take_no_more_memory(shown: View) -> None:
    with MemoWorker() as busy:
        memory = []
        for number in range(MEMOS):
            busy.make(Request(shown, (Form.PDF, Form.DOCX)[number % 2]))
            memory.append(resident(busy))
        assert max(memory[-40:]) <= max(memory[:40]) * 1.15


def resident(worker: MemoWorker) -> int:
    """Kilobytes in memory of the worker's process."""
    child = worker._child
    assert child is not None
    status = Path(f"/proc/{child.pid}/status")
    if not status.is_file():
        pytest.skip("this system has no /proc")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1])
