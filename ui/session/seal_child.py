"""The child process: stretches a passphrase, which takes seconds and half a gigabyte, and hands the parts back."""

import base64
import json
import sys

from sentencing.case.json_form import sealed_bytes
from sentencing.case.model import Sealed
from sentencing.case.sealed import Seal, Unlocked, empty_seal, sealed_with, unlock
from sentencing.errors import SealError


def main() -> int:
    """Answer one question, a line of JSON on each side; nothing is written anywhere else."""
    asked = json.loads(sys.stdin.readline())
    try:
        said = _answer(asked)
    except SealError as error:
        said = {"refused": str(error)}
    sys.stdout.write(json.dumps(said) + "\n")
    return 0


def _answer(asked: dict[str, str]) -> dict[str, str]:
    match asked["verb"]:
        case "empty":
            return _seal(empty_seal())
        case "begin":
            seal, unlocked = sealed_with(Sealed(), asked["passphrase"])
            return _seal(seal) | _unlocked(unlocked)
        case _:
            seal = Seal(base64.b64decode(asked["key"]), base64.b64decode(asked["part"]))
            return _unlocked(unlock(seal, asked["passphrase"]))


def _seal(seal: Seal) -> dict[str, str]:
    return {"key": base64.b64encode(seal.key).decode(), "part": base64.b64encode(seal.part).decode()}


def _unlocked(unlocked: Unlocked) -> dict[str, str]:
    content = base64.b64encode(sealed_bytes(unlocked.sealed)).decode()
    return {"identity": unlocked.key, "sealed": content}
