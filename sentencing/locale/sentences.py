"""Sentences that were said in English with their facts in place, said again in another language.

Who finds a problem says `'b6' is missing.` without knowing any language; the catalogue has `'{key}' is missing.`
Whoever shows it asks `sentence(catalogue, text)`. What stands in quotation marks is the user's or the pack's.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from attrs import frozen

from sentencing.locale import N_, SOURCE_LANGUAGE, Catalogue, catalogue

_PLACE: Final = re.compile(r"\{(\w+)\}")
_LEAST_LETTERS: Final = 5
_DEEPEST: Final = 4
_PATH: Final = re.compile(r"([\w.\[\]-]*[.\d][\w.\[\]-]*): ")
_STOP: Final = re.compile(r"(?<=[.!?]) (?=[^\W\d_a-z'])")
_QUOTES: Final = ("'", "“", "‘", "`")
_LIST: Final = re.compile(r"(.+) (and|or) (\S+)", re.DOTALL)
_LISTS: Final = {"and": N_("{most} and {last}"), "or": N_("{most} or {last}")}


@frozen
class _Pattern:
    """A message with places: its words between them, and how a text with the same words is taken apart."""

    message: str
    words: tuple[str, ...]

    @property
    def weight(self) -> int:
        return sum(map(len, self.words))

    def match(self, text: str) -> Mapping[str, str] | None:
        """What fills the places in a text; None when it is another sentence."""
        if not (text.startswith(self.words[0]) and text.endswith(self.words[-1])):
            return None
        found = _taken(self.message).fullmatch(text)
        return found.groupdict() if found is not None else None


def sentence(language: Catalogue, text: str) -> str:
    """An English sentence of this program in a language; what the catalogue does not know stays as it is."""
    return text if language.language == SOURCE_LANGUAGE else _said(language, text, _DEEPEST)


def _said(language: Catalogue, text: str, depth: int) -> str:
    if text in language.messages:
        return language.text(text)
    if depth == 0 or not re.search(r"[^\W\d_]{2}", text):
        return text
    for pattern in _patterns(language.language):
        found = pattern.match(text)
        if found is not None:
            return _filled(language, pattern, found, depth)
    listed = _LIST.fullmatch(text)
    if listed is not None and depth < _DEEPEST:
        return language.text(_LISTS[listed[2]]).format(most=listed[1], last=listed[3])
    path = _PATH.match(text)
    if path is not None:
        return path[0] + _said(language, text[path.end() :], depth - 1)
    parts = _STOP.split(text)
    if len(parts) > 1:
        return " ".join(_said(language, part, depth - 1) for part in parts)
    bare = text.removesuffix(".")
    return f"{_said(language, bare, depth - 1)}." if bare != text else _lowered(language, text)


def _lowered(language: Catalogue, text: str) -> str:
    """A sentence that was given a capital at its start."""
    low = text[:1].lower() + text[1:]
    said = language.text(low)
    return said[:1].upper() + said[1:] if low in language.messages else text


def _filled(language: Catalogue, pattern: _Pattern, found: Mapping[str, str], depth: int) -> str:
    def fill(place: re.Match[str]) -> str:
        value = found.get(place[1], place[0])
        quoted = place.string[max(place.start() - 1, 0) : place.start()] in _QUOTES
        return value if quoted else _said(language, value, depth - 1)

    return _PLACE.sub(fill, language.text(pattern.message))


@cache
def _patterns(language: str) -> tuple[_Pattern, ...]:
    """The messages with places, those with most words first: the one that says most is the one that was meant."""
    found = sorted(_read(catalogue(language)), key=lambda pattern: (-pattern.weight, pattern.message))
    return tuple(found)


def _read(language: Catalogue) -> Iterator[_Pattern]:
    for message, forms in language.messages.items():
        words = tuple(_PLACE.split(message)[::2])
        names = _PLACE.findall(message)
        letters = sum(map(str.isalpha, "".join(words)))
        if names and letters >= _LEAST_LETTERS and len(set(names)) == len(names) and forms[0]:
            yield _Pattern(message, words)


@cache
def _taken(message: str) -> re.Pattern[str]:
    """How a text with the words of a message is taken apart."""
    parts = _PLACE.split(message)
    places = zip(parts[1::2], parts[2::2], strict=True)
    return re.compile(
        re.escape(parts[0]) + "".join(f"(?P<{name}>.+?){re.escape(words)}" for name, words in places), re.DOTALL
    )
