"""Between the session and the disk. The case file's code and its encryption are imported when they are first needed."""

from pathlib import Path
from typing import TYPE_CHECKING

from ui.session.session import Session

if TYPE_CHECKING:
    from sentencing.case.file import OpenedCase


def open_file(path: Path) -> "OpenedCase":
    """A case file as far as it can be read; CaseFileError when the disk refuses."""
    from sentencing.case.file import open_case  # noqa: PLC0415 the encryption comes with it

    return open_case(path)


def session_of(opened: "OpenedCase", path: Path | None) -> Session | None:
    """The session of an opened case, None when it could not be read; a file that must not be saved over has no path."""
    if opened.case is None or opened.pack is None:
        return None
    kept = None if opened.read_only else path
    return Session(opened.case, opened.pack, kept, guidance=opened.guidance, seal=opened.seal)


def save(session: Session, path: Path) -> None:
    """Save the case; CaseFileError when that fails, with the old file untouched. The session needs its seal."""
    from sentencing.case.file import save_case  # noqa: PLC0415 the encryption comes with it

    seal = session.sealed.seal()
    assert seal is not None, "a case is saved only with its seal"
    save_case(path, session.case, session.whole_pack, seal, guidance=session.guidance)


def keep_for_recovery(session: Session, path: Path) -> None:
    """Write what a crash would lose; the sealed part only encrypted."""
    from sentencing.case.file import save_recovery  # noqa: PLC0415 the encryption comes with it

    save_recovery(path, session.case, session.whole_pack, guidance=session.guidance, seal=session.sealed.seal())
