"""The client of the worker: starts it, asks, waits, kills it when it takes too long, and starts another after that."""

import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from attrs import evolve

import sentencing
from sentencing.errors import MemoError, Problem
from sentencing.memo import protocol
from sentencing.memo.make import Made, Request

SECONDS: Final = 20
"""How long an answer may take; one needs a tenth of a second."""
_ROOT: Final = Path(sentencing.__file__).resolve().parents[1]


class MemoWorker:
    """One worker, started with the first request. Not for two threads at once, but for `cancel`."""

    def __init__(self, command: Sequence[str] = (sys.executable, *protocol.COMMAND), seconds: int = SECONDS) -> None:
        self._command = tuple(command)
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._lines: queue.Queue[bytes | None] = queue.Queue()
        self._number = 0

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def running(self) -> bool:
        """Whether the process is alive."""
        return self._child is not None and self._child.poll() is None

    def start(self) -> None:
        """Starts the process unless it runs; it imports what it needs while the caller goes on."""
        if self.running:
            return
        self._lines = queue.Queue()
        self._child = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=_ROOT
        )
        threading.Thread(target=_read, args=(self._child, self._lines), daemon=True).start()

    def make(self, request: Request) -> Made:
        """The memo that is asked for.

        When it takes too long with a pack's own sections, it is made again without them and the problem is told.
        """
        try:
            return self.receive(self.send(request))
        except WorkerStopped as stopped:
            if not request.sections:
                raise
            made = self.receive(self.send(evolve(request, sections={})))
            problem = Problem(f"the pack's own sections were left out: {stopped}", "memo")
            return evolve(made, problems=(problem, *made.problems))

    def send(self, request: Request) -> int:
        """Sends a request, starting the worker when it does not run; the number names the answer."""
        self._number += 1
        line = protocol.line_of(protocol.asked(self._number, request))
        for last in (False, True):
            self.start()
            assert self._child is not None
            assert self._child.stdin is not None
            try:
                self._child.stdin.write(line)
                self._child.stdin.flush()
            except OSError as error:
                self.cancel()
                if last:
                    raise WorkerStopped("the worker could not be reached") from error
            else:
                break
        return self._number

    def receive(self, number: int) -> Made:
        """The answer to a request; answers to earlier ones that nobody waited for are passed over."""
        while True:
            try:
                line = self._lines.get(timeout=self._seconds)
            except queue.Empty as error:
                self.cancel()
                raise WorkerStopped(f"no answer came within {self._seconds} seconds") from error
            if line is None:
                self.cancel()
                raise WorkerStopped("the worker ended before it answered")
            message = protocol.message_of(line)
            if message.get("id") == number:
                return protocol.made_of(message)

    def cancel(self) -> None:
        """Kills the process; whoever waits for its answer gets WorkerStopped. The next request starts another."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            _close(child)

    def close(self) -> None:
        """Lets the process end with its input, and kills it when it does not."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(timeout=self._seconds)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        _close(child)


class WorkerStopped(MemoError):
    """The worker was killed, crashed or took too long; the next request finds another."""


def _read(child: subprocess.Popen[bytes], lines: queue.Queue[bytes | None]) -> None:
    """Passes on what the worker says, and None when it says no more."""
    assert child.stdout is not None
    try:
        for line in child.stdout:
            lines.put(line)
    except (OSError, ValueError):
        pass
    lines.put(None)


def _close(child: subprocess.Popen[bytes]) -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:
                continue
