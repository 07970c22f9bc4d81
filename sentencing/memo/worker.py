"""The worker: the one process that makes memos, so that no template and no page can stop or slow a window.

Started as `python -m sentencing.memo.worker`; `protocol` says what it reads and writes. Its proxies are dead, so that
nothing it runs can reach a network, and where the system can its memory is limited.
"""

import contextlib
import os
import sys
from typing import Final

from sentencing.errors import MemoError
from sentencing.memo import make, protocol

MEMORY_LIMIT: Final = 2 * 1024**3
LINE_LIMIT: Final = 64 * 1024**2
DEAD_PROXY: Final = "http://127.0.0.1:9"


def main() -> int:
    """Answers requests until the input ends."""
    _shut_in()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # what a library prints must not stand between the answers
    answers.write(protocol.line_of(protocol.READY))
    answers.flush()
    while line := sys.stdin.buffer.readline(LINE_LIMIT):
        if line.strip():
            answers.write(protocol.line_of(_answer(line)))
            answers.flush()
    return 0


def _shut_in() -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        os.environ[name] = os.environ[name.upper()] = DEAD_PROXY
    os.environ["no_proxy"] = os.environ["NO_PROXY"] = ""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 only some systems have it

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))


def _answer(line: bytes) -> dict[str, object]:
    number: object = None
    try:
        message = protocol.message_of(line)
        number = message.get("id")
        return protocol.answered(number, make.make_memo(protocol.request_of(message)))
    except MemoError as error:
        return protocol.refused(number, str(error), error.problems)
    except MemoryError:
        return protocol.refused(number, "the memo needs more memory than it may have")
    except Exception as error:  # noqa: BLE001 whatever goes wrong, the one who asked must get an answer
        return protocol.refused(number, f"the memo could not be made: {type(error).__name__}: {error}")


if __name__ == "__main__":
    sys.exit(main())
