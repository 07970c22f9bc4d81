"""The slow and memory-hungry work on seals, done in a child process; the quick work here. Nothing is kept."""

import base64
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

from sentencing.errors import SealError
from ui import paths

if TYPE_CHECKING:
    from sentencing.case.sealed import Seal, Unlocked

Opened = tuple["Seal | None", "Unlocked"]

ARGUMENT = "--seal"
"""What starts the program as the child."""
_SECONDS = 60


def empty() -> "Seal":
    """The seal of a case in which nothing is sealed. Slow."""
    seal, _unlocked = _read(_child({"verb": "empty"}))
    assert seal is not None
    return seal


def begin(passphrase: str) -> Opened:
    """An empty part behind a passphrase. Slow."""
    seal, unlocked = _read(_child({"verb": "begin", "passphrase": passphrase}))
    assert unlocked is not None
    return seal, unlocked


def unlock(seal: "Seal", passphrase: str) -> Opened:
    """The part laid open; SealError when the passphrase is another. Slow."""
    asked = {"verb": "unlock", "passphrase": passphrase, "key": _text(seal.key), "part": _text(seal.part)}
    _none, unlocked = _read(_child(asked))
    assert unlocked is not None
    return None, unlocked


def locked(seal: "Seal", unlocked: "Unlocked") -> "Seal":
    """The seal with another part under the same key. Quick."""
    from sentencing.case.sealed import lock

    return lock(seal, unlocked)


def opened_parts(result: object) -> Opened:
    """What `begin` and `unlock` give, as it comes back from another thread."""
    return cast("Opened", result)


def as_seal(result: object) -> "Seal":
    """What `empty` gives, as it comes back from another thread."""
    return cast("Seal", result)


def _child(asked: dict[str, str]) -> dict[str, Any]:
    done = subprocess.run(
        _command(),
        input=json.dumps(asked) + "\n",
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        cwd=paths.program_folder(),
        check=False,
    )
    if done.returncode:
        raise SealError("the encryption could not be started; what was sealed before is untouched")
    said: dict[str, Any] = json.loads(done.stdout)
    if "refused" in said:
        raise SealError(said["refused"])
    return said


def _command() -> list[str]:
    """A bundle is started by its own name, a checkout as a module."""
    return [sys.executable, ARGUMENT] if getattr(sys, "frozen", False) else [sys.executable, "-m", "ui", ARGUMENT]


def _read(said: dict[str, Any]) -> tuple["Seal | None", "Unlocked | None"]:
    from sentencing.case.json_form import read_sealed
    from sentencing.case.sealed import Seal, Unlocked

    seal = Seal(base64.b64decode(said["key"]), base64.b64decode(said["part"])) if "key" in said else None
    if "identity" not in said:
        return seal, None
    sealed, problems = read_sealed(base64.b64decode(said["sealed"]))
    if sealed is None:
        raise SealError("the sealed part was opened and cannot be read by this version", problems)
    return seal, Unlocked(sealed, said["identity"])


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
