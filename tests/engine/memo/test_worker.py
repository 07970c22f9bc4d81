"""The worker answers like `make_memo`, survives what it is given, and is killed when it takes too long."""

import sys

import pytest

from sentencing.errors import MemoError
from sentencing.memo import protocol
from sentencing.memo.make import Form, Request, make_memo
from sentencing.memo.worker_client import MemoWorker, WorkerStopped
from tests.engine.memo.matters import view

NEVER_ENDS = "{% for a in memo.annex_b %}" * 12 + "{% endfor %}" * 12


@pytest.fixture(scope="module")
def worker():
    with MemoWorker() as running:
        yield running


@pytest.mark.parametrize("form", list(Form))
def test_its_answer_is_the_memo(worker: MemoWorker, form: Form) -> None:
    request = Request(view(), form)
    assert worker.make(request) == make_memo(request)


def test_one_page_can_be_asked_for(worker: MemoWorker) -> None:
    whole = worker.make(Request(view(), Form.PNG))
    second = worker.make(Request(view(), Form.PNG, page=2))
    assert second.files == whole.files[1:2]
    assert second.pages == len(whole.files)
    with pytest.raises(MemoError, match="no page 99"):
        worker.make(Request(view(), Form.PNG, page=99))


def test_a_mistake_in_a_pack_comes_back_with_its_line(worker: MemoWorker) -> None:
    made = worker.make(Request(view(), Form.HTML, sections={"facts": "\n{{ memo.nothing }}"}))
    assert [(problem.path, problem.line) for problem in made.problems] == [("memo/facts.md.j2", 2)]


def test_a_section_that_never_ends_is_left_out_and_the_memo_is_made() -> None:
    with MemoWorker(seconds=2) as impatient:
        made = impatient.make(Request(view(), Form.HTML, sections={"facts": NEVER_ENDS}))
        assert "no answer came within 2 seconds" in made.problems[0].message
        assert b"The facts" in made.content
        assert impatient.running


def test_a_worker_that_was_killed_is_replaced() -> None:
    with MemoWorker() as worker:
        worker.make(Request(view(), Form.HTML))
        worker.cancel()
        assert not worker.running
        assert worker.make(Request(view(), Form.HTML)).content


def test_a_worker_that_cannot_start_is_told() -> None:
    with MemoWorker((sys.executable, "-c", "raise SystemExit(3)"), seconds=5) as broken, pytest.raises(WorkerStopped):
        broken.make(Request(view(), Form.HTML))


@pytest.mark.parametrize(
    "line",
    [
        b"not json", b"[]", b"{}", b'{"id": 1}', b'{"id": 1, "view": {}}', b'{"id": 1, "view": {}, "form": "exe"}',
        b'{"id": 1, "view": {}, "secret": 1}', b'{"id": 1, "view": {}, "page": "x"}', b"[" * 10_000, b"\xff\xfe",
    ],
)  # fmt: skip
def test_a_line_that_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(MemoError):
        protocol.request_of(protocol.message_of(line))


def test_a_request_reads_back_from_its_line() -> None:
    request = Request(view(), Form.DOCX, {"facts": "x"}, b"PK", 144, 2)
    message = protocol.message_of(protocol.line_of(protocol.asked(7, request)))
    assert message["id"] == 7
    assert protocol.request_of(message) == request
