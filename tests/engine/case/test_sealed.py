"""The sealed part: opened by its passphrase alone, always of one size, and in the public format."""

import pytest
from attrs import evolve

from sentencing.case.model import Answer, Evidence, JudgmentMade, Sealed, Standing
from sentencing.case.sealed import (
    SEALED_BYTES,
    Seal,
    Unlocked,
    change_passphrase,
    empty_seal,
    lock,
    sealed_with,
    unlock,
)
from sentencing.errors import SealError

PART = Sealed(
    answers=(Answer("coop-given", Standing.ESTABLISHED, "A1", value="yes", reasons="He named the organiser"),),
    judgments=(JudgmentMade("substantial", "A1", value="substantial", reasons="It led to an arrest"),),
    evidence=(Evidence("S1", "Interview of 3 June"),),
    notes="His family has moved. Ünïcödé",
)


@pytest.fixture(scope="module")
def sealed() -> tuple[Seal, Unlocked]:
    return sealed_with(PART, "harbour light")


def test_the_passphrase_opens_it_and_no_other_does(sealed: tuple[Seal, Unlocked]) -> None:
    assert unlock(sealed[0], "harbour light") == sealed[1]
    with pytest.raises(SealError, match="does not open with this passphrase"):
        unlock(sealed[0], "harbour lights")


def test_locking_again_keeps_the_key_and_the_size(sealed: tuple[Seal, Unlocked]) -> None:
    seal, unlocked = sealed
    longer = evolve(unlocked, sealed=evolve(PART, notes="x" * 40_000))
    again = lock(seal, longer)
    assert again.key == seal.key
    assert len(again.part) == len(seal.part) == SEALED_BYTES
    assert unlock(again, "harbour light") == longer


def test_another_passphrase_makes_another_key(sealed: tuple[Seal, Unlocked]) -> None:
    seal, unlocked = change_passphrase(sealed[1], "new light")
    assert unlock(seal, "new light").sealed == PART
    assert unlocked.key != sealed[1].key
    with pytest.raises(SealError):
        unlock(seal, "harbour light")


def test_nothing_opens_an_empty_seal(sealed: tuple[Seal, Unlocked]) -> None:
    seal = empty_seal()
    assert (len(seal.key), len(seal.part)) == (len(sealed[0].key), len(sealed[0].part))
    with pytest.raises(SealError):
        unlock(seal, "harbour light")


def test_what_is_too_long_or_without_passphrase_is_refused(sealed: tuple[Seal, Unlocked]) -> None:
    with pytest.raises(SealError, match="too long by"):
        lock(sealed[0], evolve(sealed[1], sealed=Sealed(notes="x" * 70_000)))
    with pytest.raises(SealError, match="a passphrase is needed"):
        sealed_with(PART, "")


@pytest.mark.parametrize("damage", [b"", b"age-encryption.org/v1\n", b"\xff" * 100])
def test_damaged_members_are_refused(sealed: tuple[Seal, Unlocked], damage: bytes) -> None:
    for seal in (Seal(damage, sealed[0].part), Seal(sealed[0].key[:-1] + b"\x00", sealed[0].part)):
        with pytest.raises(SealError):
            unlock(seal, "harbour light")


def test_nothing_of_it_is_shown_by_printing_it(sealed: tuple[Seal, Unlocked]) -> None:
    assert "organiser" not in repr(sealed)
    assert "AGE-SECRET-KEY" not in repr(sealed)
