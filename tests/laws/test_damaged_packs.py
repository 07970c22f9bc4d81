"""A damaged pack gives problems, never an exception and never a wait: 2,000 packs cut, swapped, doubled and soiled."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from time import perf_counter

import pytest

from sentencing.errors import Severity
from sentencing.pack.checks import check
from sentencing.pack.reader import read_pack
from sentencing.pack.texts import read_texts, texts_of

ROOT = Path(__file__).parents[2]
FILES = sorted([*(ROOT / "guidance").glob("*/*.yaml"), *(ROOT / "tests" / "packs").glob("*.yaml")])
PACKS = 2_000
LONGEST_SECONDS = 3.0
"""Many times what the largest pack takes: a test of hangs, not of speed."""

Damage = Callable[[bytes, Random], bytes]


def cut(text: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.randrange(1, 400) :]


def cut_the_end(text: bytes, chance: Random) -> bytes:
    return text[: chance.randrange(len(text))]


def swap_lines(text: bytes, chance: Random) -> bytes:
    lines = text.split(b"\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"\n".join(lines)


def double_lines(text: bytes, chance: Random) -> bytes:
    lines = text.split(b"\n")
    start = chance.randrange(len(lines))
    some = lines[start : start + chance.randrange(1, 30)]
    return b"\n".join([*lines[:start], *some, *lines[start:]])


def lose_a_line(text: bytes, chance: Random) -> bytes:
    lines = text.split(b"\n")
    del lines[chance.randrange(len(lines))]
    return b"\n".join(lines)


def random_bytes(text: bytes, chance: Random) -> bytes:
    soiled = bytearray(text)
    for _ in range(chance.randrange(1, 12)):
        soiled[chance.randrange(len(soiled))] = chance.randrange(256)
    return bytes(soiled)


def other_signs(text: bytes, chance: Random) -> bytes:
    soiled = bytearray(text)
    for _ in range(chance.randrange(1, 6)):
        soiled[chance.randrange(len(soiled))] = chance.choice(b"[]{},:'\"#&*!|>%@`-0 \n?")
    return bytes(soiled)


def swap_words(text: bytes, chance: Random) -> bytes:
    """Another word of the same pack in a word's place: still YAML, and no longer a pack."""
    words = [word for word in text.split() if word.strip(b"-:{}[],")]
    old, new = chance.choice(words), chance.choice(words)
    places = text.count(old)
    return text.replace(old, new, chance.randrange(1, places + 1))


def nest(text: bytes, chance: Random) -> bytes:
    at, depth = chance.randrange(len(text)), chance.choice((3, 59, 61, 300, 200_000))
    sign = chance.choice((b"[", b"{", b"- ", b"{a: ", b"[[", b"? "))
    return text[:at] + sign * min(depth, 300_000 // len(sign)) + text[at:]


def great_numbers(text: bytes, chance: Random) -> bytes:
    digits = [at for at, byte in enumerate(text) if 48 <= byte <= 57]
    at = chance.choice(digits)
    new = chance.choice((b"9" * 5_000, b"1/0", b"-1", b"0.5", b"1e9", "٣".encode(), b"", b"999999999", b"1 to 0"))
    return text[:at] + new + text[at + 1 :]


def repeat_a_part(text: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(text))
    return text[:start] + text[start : start + chance.randrange(1, 60)] * chance.choice((2, 50, 2_000)) + text[start:]


def empty_a_value(text: bytes, chance: Random) -> bytes:
    lines = text.split(b"\n")
    at = chance.choice([number for number, line in enumerate(lines) if b":" in line])
    lines[at] = lines[at].partition(b":")[0] + chance.choice(
        (b":", b": ''", b": {}", b": []", b": ~", b": [[]]", b": {a: {}}")
    )
    return b"\n".join(lines)


DAMAGES: tuple[Damage, ...] = (
    cut, cut_the_end, swap_lines, double_lines, lose_a_line, random_bytes, other_signs, swap_words, swap_words, nest,
    great_numbers, repeat_a_part, empty_a_value, empty_a_value,
)  # fmt: skip


def damaged(seed: int) -> tuple[bytes, Path]:
    """One pack with one to three damages; the same seed gives the same pack."""
    chance = Random(seed)
    path = chance.choice(FILES)
    text = path.read_bytes()
    for _ in range(chance.choice((1, 1, 2, 3))):
        text = chance.choice(DAMAGES)(text, chance) or b"x"
    return text, path


@pytest.mark.parametrize("first", range(0, PACKS, 200))
def test_damaged_packs_give_problems_and_never_an_exception(first: int) -> None:
    for seed in range(first, first + 200):
        text, path = damaged(seed)
        began = perf_counter()
        pack, problems = read_pack(text, path.parent)
        refused = any(problem.severity is Severity.ERROR for problem in problems)
        assert (pack is None) == refused, (seed, path.name)
        if pack is not None:  # the damage was a comment, or made another lawful pack
            check(pack)
            texts_of(pack)
        assert perf_counter() - began < LONGEST_SECONDS, (seed, path.name)


def test_every_problem_of_a_damaged_pack_says_what_was_found_on_a_line_of_the_text() -> None:
    for seed in range(300):
        text, path = damaged(seed)
        lines = text.count(b"\n") + text.count(b"\r") + 2
        _, problems = read_pack(text, path.parent)
        for problem in problems:
            assert problem.message, (seed, path.name)
            assert 0 <= problem.line <= lines, (seed, path.name, problem)
            assert len(problem.sentence()) < 2_000, (seed, path.name)


def test_a_damaged_text_is_never_a_translation_that_raises() -> None:
    for seed in range(200):
        read_texts(damaged(seed)[0])
