"""Words of a case that tell who it was, and where they still stand in a text that is to go round."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

from attrs import frozen

from sentencing.case.model import Case

_WORD: Final = re.compile(r"[^\W_]+", re.UNICODE)
_LEAST: Final = 3
_GENERAL: Final = frozenset(
    re.findall(
        r"\w+",
        "the and for von van del der des les los las with case court trial versus against state states united people "
        "crown public prosecutor prosecution republic region district regional supreme high tribunal count accused "
        "defendant statement report witness expert police interview document recording officer doctor medical note "
        "list page",
    )
)
"""Words that stand in titles and courts of any case, and tell nothing of this one."""


@frozen
class Left:
    """A word of the case that still stands in a text, as it is written there."""

    field: str
    word: str
    at: int


def personal_words(case: Case) -> tuple[str, ...]:
    """The words that may tell who it was: names, reference, title, court, and who or what the evidence is of."""
    texts = [each.name for each in case.accused]
    texts += [case.author.name, case.title, case.reference, case.court]
    texts += [text for each in case.evidence for text in (each.label, each.source, each.witness_code)]
    words = dict.fromkeys(word for text in texts for word in _words(text))
    for whole in (case.reference, *(each.witness_code for each in case.evidence)):
        if len(_plain(whole)) >= _LEAST:
            words[whole.strip()] = None
    return tuple(words)


def left_in(texts: Iterable[tuple[str, str]], words: Iterable[str]) -> tuple[Left, ...]:
    """Where words of the case still stand, in whatever letters, accents and hyphens they are written there."""
    wanted = {_plain(word) for word in words}
    return tuple(found for name, text in texts for found in _left(name, text, wanted))


def _left(name: str, text: str, wanted: set[str]) -> Iterator[Left]:
    for match in re.finditer(r"[^\W_]+(?:[-/.’'][^\W_]+)*", text):
        written = match[0]
        parts = [*_WORD.finditer(written)]
        if _plain(written) in wanted:
            yield Left(name, written, match.start())
            continue
        for part in parts:
            if _plain(part[0]) in wanted:
                yield Left(name, part[0], match.start() + part.start())


def _words(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        plain = _plain(match[0])
        is_number = plain.isdecimal()
        if len(plain) >= (_LEAST + 1 if is_number else _LEAST) and plain not in _GENERAL:
            yield match[0]


def _plain(text: str) -> str:
    """Letters and figures alone: Müller, MULLER and müller are one name."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
