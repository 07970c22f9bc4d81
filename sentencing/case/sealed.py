"""The sealed part: what cooperation adds, kept only encrypted, in a form that is the same whether it holds anything.

Every case file has two sealed members in the public age format. `key.age` is a key behind a passphrase; `sealed.age` is
encrypted to that key. Where nothing is sealed, `key.age` holds a key that was thrown away behind a passphrase that was
thrown away, and `sealed.age` an empty part. Both are made by the same calls and have the same sizes and headers, so:

* One copy of a case file does not show whether anything is sealed.
* Two copies of different days show whether the sealed part (`sealed.age`) or its passphrase (`key.age`) was written in
  between. Neither is rewritten when the rest of the case is saved, for that needs the key.
* Whoever has the passphrase reads the part, and a weak passphrase can be guessed by trying.

Only `empty_seal`, `sealed_with`, `unlock` and `change_passphrase` stretch a passphrase: 1 to 4 s, which hold the
interpreter. They belong in the worker process. An empty seal is made once for a case and kept, so that saving is free.
"""

from typing import Any, Final

import pyrage
from attrs import evolve, field, frozen

from sentencing.case.json_form import read_sealed, sealed_bytes
from sentencing.case.model import Sealed
from sentencing.errors import SealError

_AGE: Final[Any] = pyrage  # compiled, and without types of its own
_Identity: Final[Any] = _AGE.x25519.Identity

PART_BYTES: Final = 65_536
"""The sealed part is padded to this before encryption; one chunk of the age format."""
SEALED_BYTES: Final = PART_BYTES + 272
"""What `sealed.age` always has. The library adds a stanza of random length to each header (between about 213 and 384
bytes in all), so a part is encrypted anew until its header has the most usual length."""
_TRIES: Final = 20_000


@frozen
class Seal:
    """The two sealed members of a case file, as they stand in it."""

    key: bytes = field(repr=False)
    part: bytes = field(repr=False)


@frozen
class Unlocked:
    """The sealed part laid open, with the key that locks it again; never written anywhere."""

    sealed: Sealed = field(repr=False)
    key: str = field(repr=False)


def empty_seal() -> Seal:
    """The seal of a case in which nothing is sealed. Slow."""
    thrown_away = str(_Identity.generate())
    return sealed_with(Sealed(), thrown_away)[0]


def sealed_with(sealed: Sealed, passphrase: str) -> tuple[Seal, Unlocked]:
    """A part sealed behind a passphrase for the first time, under a new key. Slow."""
    unlocked = Unlocked(sealed, str(_Identity.generate()))
    return Seal(_key_behind(passphrase, unlocked.key), _locked(unlocked)), unlocked


def unlock(seal: Seal, passphrase: str) -> Unlocked:
    """The part laid open; SealError when the passphrase is another or the members are damaged. Slow."""
    try:
        key = _AGE.passphrase.decrypt(seal.key, passphrase).decode("ascii")
        content = _AGE.decrypt(seal.part, [_Identity.from_str(key)])
    except (_AGE.DecryptError, _AGE.IdentityError, UnicodeDecodeError, ValueError) as wrong:
        raise SealError("the sealed part does not open with this passphrase") from wrong
    sealed, problems = read_sealed(content)
    if sealed is None or problems:
        raise SealError("the sealed part was opened and cannot be read whole by this version", problems)
    return Unlocked(sealed, key)


def lock(seal: Seal, unlocked: Unlocked) -> Seal:
    """The seal with another part under the same key and passphrase. Quick."""
    return evolve(seal, part=_locked(unlocked))


def change_passphrase(unlocked: Unlocked, passphrase: str) -> tuple[Seal, Unlocked]:
    """The same part under a new key, behind another passphrase; the old passphrase opens old copies only. Slow."""
    return sealed_with(unlocked.sealed, passphrase)


def _key_behind(passphrase: str, key: str) -> bytes:
    if not passphrase:
        raise SealError("a passphrase is needed")
    return bytes(_AGE.passphrase.encrypt(key.encode("ascii"), passphrase))


def _locked(unlocked: Unlocked) -> bytes:
    content = sealed_bytes(unlocked.sealed)
    if len(content) > PART_BYTES:
        raise SealError(f"the sealed part is too long by {len(content) - PART_BYTES:,} bytes; shorten a text")
    padded = content.ljust(PART_BYTES)  # JSON may end in spaces
    recipient = _Identity.from_str(unlocked.key).to_public()
    for _ in range(_TRIES):
        part = bytes(_AGE.encrypt(padded, [recipient]))
        if len(part) == SEALED_BYTES:
            return part
    raise SealError("the sealed part could not be brought to its fixed size")
