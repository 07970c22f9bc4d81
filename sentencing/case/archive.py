"""The container of a case file: a ZIP that depends on its members alone, read within limits and by an allow-list."""

import re
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from sentencing.errors import Problem

CASE: Final = "case.json"
RESULT: Final = "result.json"
KEY: Final = "key.age"
SEALED: Final = "sealed.age"
GUIDANCE: Final = "guidance/"

MAX_FILE: Final = 32_000_000
MAX_MEMBERS: Final = 200
MAX_MEMBER: Final = 8_000_000
MAX_TOTAL: Final = 24_000_000
MAX_RATIO: Final = 200

_NAME: Final = r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*"
_ALLOWED: Final = re.compile(
    rf"case\.json|result\.json|key\.age|sealed\.age"
    rf"|guidance/(?:{_NAME}\.(?:yaml|csv)|(?:tables/{_NAME}\.csv)|(?:texts/{_NAME}\.yaml)|(?:memo/{_NAME}\.md\.j2))"
)
_OLDEST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_DAMAGED: Final = (
    BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError, LookupError, OverflowError,
)  # fmt: skip


def is_allowed(name: str) -> bool:
    """Whether a case file may have a member of this name."""
    return len(name) <= 200 and _ALLOWED.fullmatch(name) is not None


def archive(members: Mapping[str, bytes]) -> bytes:
    """The members as a ZIP. They are stored: what a deflater writes differs between its versions."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_STORED) as whole:
        for name in sorted(members):
            entry = ZipInfo(name, _OLDEST_DAY)
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            whole.writestr(entry, members[name])
    return content.getvalue()


def members_of(content: bytes) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """The members that could be read, and what is wrong with the others; never raises."""
    if len(content) > MAX_FILE:
        return {}, (Problem(f"the file has {len(content):,} bytes.", right=f"A case file has at most {MAX_FILE:,}."),)
    found: dict[str, bytes] = {}
    problems: list[Problem] = []
    try:
        with ZipFile(BytesIO(content)) as whole:
            entries = whole.infolist()
            if len(entries) > MAX_MEMBERS:
                return {}, (Problem(f"the file has {len(entries):,} parts.", right=f"At most {MAX_MEMBERS} are read."),)
            for entry in entries:
                problem = _refusal(entry, found)
                if problem is None:
                    problem = _read(whole, entry, found)
                if problem is not None:
                    problems.append(problem)
    except _DAMAGED:
        problems.append(Problem("the file is not a case file, or its end is missing."))
    return found, tuple(problems)


def _refusal(entry: ZipInfo, found: Mapping[str, bytes]) -> Problem | None:
    name = entry.filename
    if not is_allowed(name):
        return Problem("the file has a part that this program does not know.", path=_shown(name))
    if name in found:
        return Problem("the part stands twice.", path=name)
    if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or entry.flag_bits & 1:
        return Problem("the part is packed in a way that case files are not.", path=name)
    left = MAX_TOTAL - sum(len(each) for each in found.values())
    if entry.file_size > min(MAX_MEMBER, left) or entry.file_size > MAX_RATIO * entry.compress_size + 1_000:
        return Problem("the part is too large.", path=name)
    return None


def _read(whole: ZipFile, entry: ZipInfo, found: dict[str, bytes]) -> Problem | None:
    """Reads one member no further than it says it is long: a header may lie."""
    try:
        with whole.open(entry) as part:
            found[entry.filename] = part.read(entry.file_size + 1)
    except _DAMAGED:
        return Problem("the part is damaged.", path=entry.filename)
    return None


def _shown(name: str) -> str:
    return "".join(character if character.isprintable() else "?" for character in name[:60])
