"""A file on disk replaced whole or not at all, and the reasons a disk gives for refusing, in words."""

import errno
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from sentencing.errors import CaseFileError

_NEW_FILE: Final = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_OWNER_ONLY: Final = 0o600
"""A case is its owner's."""
_REASONS: Final[Mapping[int, str]] = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EFBIG: "the file is larger than the system allows",
    errno.EACCES: "this folder does not let you write",
    errno.EPERM: "this folder does not let you write",
    errno.EROFS: "the disk is read-only",
    errno.ENOENT: "there is no such folder",
    errno.ENOTDIR: "there is no such folder",
}


def replace_file(path: Path, content: bytes, *, mode: int = _OWNER_ONLY) -> None:
    """Write beside, flush to the disk, then take the place of the old file in one step; CaseFileError when that fails.

    A kill at any moment leaves the old file or the new one, and at most a half-written neighbour that the next save
    writes over. A link is followed, so that what it points to is replaced and not the link. `mode` is a new file's.
    """
    target = Path(os.path.realpath(path))
    beside = target.with_name(f".{target.name}.saving")
    try:
        with os.fdopen(os.open(beside, _NEW_FILE, mode), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
        _sync(target.parent)
    except OSError as wrong:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        reason = _REASONS.get(wrong.errno or 0, wrong.strerror or "the disk refuses")
        kept = "what was saved before is untouched" if target.exists() else "nothing was saved"
        raise CaseFileError(f"'{path.name}' could not be saved: {reason}; {kept}") from wrong


def _sync(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can say so."""
    with suppress(OSError):
        place = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(place)
        finally:
            os.close(place)
