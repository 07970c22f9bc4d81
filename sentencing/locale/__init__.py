"""The one message catalogue: English in the code, other languages in `<language>.po`, read without compiling.

`PYTHONPATH=. pybabel extract -F sentencing/locale/babel.cfg -k say -k text -k counted:1,2 -k _count:1,2
--no-location --omit-header --sort-output -o sentencing/locale/messages.pot .` writes the list of messages that a new
language starts from.
"""

import gettext
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from attrs import field, frozen

SOURCE_LANGUAGE: Final = "en"
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})

_LINE = re.compile(r'(?:(?P<key>msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?P<text>(?:[^"\\]|\\.)*)"')
_ESCAPES: Final[Mapping[str, str]] = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


@frozen
class Catalogue:
    """The messages of one language; a message that is not translated stays as it is in the code."""

    language: str
    messages: Mapping[str, tuple[str, ...]] = field(factory=dict, repr=False)
    plural: Callable[[int], int] = field(default=lambda number: int(number != 1), repr=False)

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return "rtl" if self.language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"

    def text(self, message: str) -> str:
        """The message in this language."""
        forms = self.messages.get(message, ())
        return forms[0] if forms and forms[0] else message

    def counted(self, one: str, many: str, number: int) -> str:
        """The form of a message that goes with a number, as the language counts."""
        forms = self.messages.get(one, ())
        form = self.plural(number)
        if form < len(forms) and forms[form]:
            return forms[form]
        return one if number == 1 else many


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language; one without a file is English, and says so."""
    for name in (language, language.partition("-")[0]):
        path = files(__name__) / f"{name}.po"
        if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", name) and path.is_file():
            return read_catalogue(language, path.read_text(encoding="utf-8"))
    return Catalogue(SOURCE_LANGUAGE)


def translator(language: str) -> Callable[[str], str]:
    """The function that says a message in a language."""
    return catalogue(language).text


def N_(message: str) -> str:  # noqa: N802 gettext's own name
    """Marks a message that stands in a table and is said later, so that it is found for translation."""
    return message


def languages() -> tuple[str, ...]:
    """The languages that have a catalogue, the source language first."""
    found = sorted(path.name.removesuffix(".po") for path in files(__name__).iterdir() if path.name.endswith(".po"))
    return (SOURCE_LANGUAGE, *(name for name in found if name != SOURCE_LANGUAGE))


def read_catalogue(language: str, text: str) -> Catalogue:
    """A catalogue from the text of a `.po` file; entries marked fuzzy are left out."""
    messages: dict[str, tuple[str, ...]] = {}
    header = ""
    for block in re.split(r"\n\s*\n", text):
        entry = _entry(block)
        forms = tuple(text for key, text in entry.items() if key.startswith("msgstr"))
        if entry.get("msgid"):
            if not re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
                messages[entry["msgid"]] = forms
        elif forms:
            header = forms[0]
    rule = re.search(r"plural\s*=\s*([^;\n]+)", header)
    return Catalogue(language, messages, gettext.c2py(rule[1])) if rule else Catalogue(language, messages)


def _entry(block: str) -> dict[str, str]:
    """The fields of one entry, `msgid` → text, in the order of the file."""
    entry: dict[str, str] = {}
    key = ""
    for line in block.splitlines():
        match = _LINE.fullmatch(line.strip())
        if match is None:
            continue
        key = match["key"] or key
        entry[key] = entry.get(key, "") + re.sub(r"\\(.)", lambda each: _ESCAPES.get(each[1], each[1]), match["text"])
    return entry
