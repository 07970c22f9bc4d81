"""The catalogue: English without a file, other languages from their text, no message that a translator never sees."""

from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from sentencing import locale
from sentencing.locale import Catalogue, catalogue, read_catalogue, translator
from sentencing.memo import make, phrases, viewing
from sentencing.memo.matter import AUDIENCES, Choices
from tests.engine.memo.matters import view

ROOT = Path(locale.__file__).parents[2]
FRENCH = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

#: a comment
msgid "Summary"
msgstr "Résumé"

msgid "{n} month"
msgid_plural "{n} months"
msgstr[0] "{n} mois"
msgstr[1] "{n} mois !"

#, fuzzy
msgid "Alleged"
msgstr "Faux"

msgid ""
"Two "
"lines"
msgstr "Deux \"lignes\""

msgid "Not yet"
msgstr ""
"""


def test_a_language_without_a_file_reads_as_english() -> None:
    assert translator("en")("Summary") == "Summary"
    assert catalogue("xx").text("Summary") == "Summary"
    assert catalogue("../../etc").text("Summary") == "Summary"


def test_a_catalogue_is_read_from_its_text() -> None:
    french = read_catalogue("fr", FRENCH)
    assert french.text("Summary") == "Résumé"
    assert french.text("Alleged") == "Alleged"
    assert french.text("Two lines") == 'Deux "lignes"'
    assert french.text("Not yet") == "Not yet"
    assert french.counted("{n} month", "{n} months", 0) == "{n} mois"
    assert french.counted("{n} month", "{n} months", 2) == "{n} mois !"


def test_directions() -> None:
    assert Catalogue("ar").direction == "rtl"
    assert Catalogue("fr").direction == "ltr"


class Spy:
    """A catalogue that notes what it is asked to say."""

    language, direction = "en", "ltr"

    def __init__(self) -> None:
        self.heard: set[str] = set()

    def text(self, message: str) -> str:
        self.heard.add(message)
        return message

    def counted(self, one: str, many: str, number: int) -> str:
        self.heard |= {one, many}
        return one if number == 1 else many


def test_every_message_of_a_memo_can_be_found_for_translation(monkeypatch: pytest.MonkeyPatch) -> None:
    spy = Spy()
    for module in (viewing, make, phrases):
        monkeypatch.setattr(module, "catalogue", lambda _: spy)
    for audience in AUDIENCES:
        for short in (False, True):
            make.document_of(view(choices=Choices(audience, short)))
    keywords: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "say": None, "text": None, "counted": (1, 2)}
    keywords["_count"] = (1, 2)
    found, keys = set(), set()
    for folder, method in (("sentencing/memo", "python"), ("sentencing/memo/templates", "jinja2")):
        suffix = "**.py" if method == "python" else "**.j2"
        for _, _, message, _, _ in extract_from_dir(ROOT / folder, [(suffix, method)], keywords=keywords):
            forms = message if isinstance(message, tuple) else (message,)
            found |= set(forms)
            keys.add(forms[0])
    assert {"Summary", "The facts", "{n} month"} <= spy.heard
    assert spy.heard - found == set()
    listed = read_catalogue("en", (Path(locale.__file__).parent / "messages.pot").read_text(encoding="utf-8"))
    assert keys <= set(listed.messages)
