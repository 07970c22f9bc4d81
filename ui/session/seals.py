"""The slow and memory-hungry work on seals, done in a child process; the quick work here. Nothing is kept."""

import base64
import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any, cast

from sentencing.errors import SealError

if TYPE_CHECKING:
    from sentencing.case.sealed import Seal, Unlocked

Opened = tuple["Seal | None", "Unlocked"]

_CHILD = """
import base64, json, sys
from sentencing.case import sealed as s
from sentencing.case.json_form import sealed_bytes
from sentencing.errors import SealError
def text(b): return base64.b64encode(b).decode()
asked = json.loads(sys.stdin.readline())
try:
    if asked["verb"] == "empty":
        seal = s.empty_seal(); said = {"key": text(seal.key), "part": text(seal.part)}
    elif asked["verb"] == "begin":
        seal, un = s.sealed_with(s.Sealed(), asked["passphrase"])
        said = {"key": text(seal.key), "part": text(seal.part), "identity": un.key, "sealed": text(sealed_bytes(un.sealed))}
    else:
        un = s.unlock(s.Seal(base64.b64decode(asked["key"]), base64.b64decode(asked["part"])), asked["passphrase"])
        said = {"identity": un.key, "sealed": text(sealed_bytes(un.sealed))}
except SealError as error:
    said = {"refused": str(error)}
print(json.dumps(said))
"""
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
        [sys.executable, "-c", _CHILD],
        input=json.dumps(asked) + "\n",
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode:
        raise SealError("the encryption could not be started; what was sealed before is untouched")
    said: dict[str, Any] = json.loads(done.stdout)
    if "refused" in said:
        raise SealError(said["refused"])
    return said


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
