"""The worker's language: JSON, one object a line, UTF-8; a window may speak it by QProcess as well as by our client.

* At its start the worker says `{"ready": 1}`, once everything is imported.
* A request is `{"id": <number>, "view": {…}, "form": "pdf"|"docx"|"html"|"png", "sections": {name: text},
  "reference": <base64 of a docx>, "pixels-per-inch": 96, "page": 0}`; only `id` and `view` are needed. `view` is what
  `view.to_plain` gives, computed by whoever asks; `sections` is what `case.guidance.memo_sections` gives. In the place
  of a view may stand `document`, a whole paper that is no memo, as `plain_document.to_plain` gives it.
* An answer is `{"id": …, "files": [<base64>, …], "pages": <number, for png>, "problems": [{"message", "path",
  "line"}]}` or `{"id": …, "error": <sentence>, "problems": […]}`. Requests are answered in order, one at a time.
* The worker ends when its input ends. Whoever asked kills it when an answer takes too long, and starts another.
"""

import base64
import binascii
import json
from collections.abc import Iterable, Mapping
from typing import Final

from sentencing.errors import MemoError, Problem
from sentencing.memo import plain_document
from sentencing.memo.document import Document
from sentencing.memo.make import Form, Made, Request
from sentencing.memo.view import from_plain, to_plain

VERSION: Final = 1
READY: Final = {"ready": VERSION}
COMMAND: Final = ("-m", "sentencing.memo.worker")
"""What stands after the path of Python to start the worker."""
_KEYS: Final = frozenset({"id", "view", "document", "form", "sections", "reference", "pixels-per-inch", "page"})


def line_of(message: Mapping[str, object]) -> bytes:
    """A message as one line."""
    return json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"


def message_of(line: bytes) -> dict[str, object]:
    """The message of one line; MemoError when it is none."""
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MemoError(f"this line is not a message: {error}") from error
    if not isinstance(message, dict):
        raise MemoError("this line is not a message: it holds no object")
    return message


def asked(number: int, request: Request) -> dict[str, object]:
    """A request as a message."""
    message: dict[str, object] = {
        "id": number,
        **_whole(request),
        "form": request.form.value,
        "sections": dict(request.sections),
        "pixels-per-inch": request.pixels_per_inch,
        "page": request.page,
    }
    if request.reference is not None:
        message["reference"] = _text(request.reference)
    return message


def _whole(request: Request) -> dict[str, object]:
    if isinstance(request.view, Document):
        return {"document": plain_document.to_plain(request.view)}
    return {"view": to_plain(request.view)}


def request_of(message: Mapping[str, object]) -> Request:
    """The request in a message; MemoError when something in it is not as the protocol says."""
    unknown = sorted(set(message) - _KEYS)
    if unknown:
        raise MemoError(f"the request has an unknown key '{unknown[0]}'")
    sections, reference = message.get("sections", {}), message.get("reference")
    resolution, page = message.get("pixels-per-inch", 96), message.get("page", 0)
    if not isinstance(sections, dict) or not all(isinstance(each, str) for pair in sections.items() for each in pair):
        raise MemoError("'sections' is not a name and a text for each section")
    if not isinstance(resolution, int) or not 24 <= resolution <= 600:
        raise MemoError("'pixels-per-inch' is not a whole number from 24 to 600")
    if not isinstance(page, int) or page < 0:
        raise MemoError("'page' is not a whole number")
    try:
        form = Form(message.get("form", "pdf"))
    except ValueError as error:
        raise MemoError(f"'{message.get('form')}' is not a form of the memo") from error
    return Request(
        view=plain_document.from_plain(message["document"])
        if "document" in message
        else from_plain(message.get("view")),
        form=form,
        sections=sections,
        reference=_bytes(reference) if reference is not None else None,
        pixels_per_inch=resolution,
        page=page,
    )


def answered(number: object, made: Made) -> dict[str, object]:
    """A memo as an answer."""
    files = [_text(each) for each in made.files]
    return {"id": number, "files": files, "pages": made.pages, "problems": _problems(made.problems)}


def refused(number: object, error: str, problems: Iterable[Problem] = ()) -> dict[str, object]:
    """Why there is no memo, as an answer."""
    return {"id": number, "error": error, "problems": _problems(problems)}


def made_of(message: Mapping[str, object]) -> Made:
    """The memo in an answer; MemoError with its problems when there is none."""
    listed = message.get("problems")
    problems = tuple(
        Problem(str(each.get("message")), str(each.get("path", "")), int(each.get("line", 0)))
        for each in (listed if isinstance(listed, list) else [])
        if isinstance(each, dict)
    )
    files, pages = message.get("files"), message.get("pages", 0)
    if "error" in message or not isinstance(files, list) or not isinstance(pages, int):
        raise MemoError(str(message.get("error", "the worker's answer cannot be read")), problems)
    return Made(tuple(map(_bytes, files)), problems, pages)


def _problems(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [{"message": each.message, "path": each.path, "line": each.line} for each in problems]


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii")


def _bytes(text: object) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except (binascii.Error, ValueError) as error:
        raise MemoError("a file in the message is not base64") from error
