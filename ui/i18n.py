"""The words of the window, from the one message catalogue of the program; the law's words come from the pack."""

import gettext
from functools import cache
from importlib.resources import files
from typing import Final

DOMAIN: Final = "sentencing"
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})


class _Language:
    code = "en"


_language: Final = _Language()


def _(text: str) -> str:
    """The text in the language in force: `_("Undo {step}").format(step=...)`."""
    return _catalogue(_language.code).gettext(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The text for a number of things; both forms hold `{number}`."""
    return _catalogue(_language.code).ngettext(one, many, number).format(number=number)


def use(code: str) -> None:
    """Speak another language from now on; what is on the screen is renewed by whoever changes it."""
    _language.code = code


def language() -> str:
    """The code of the language in force."""
    return _language.code


def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return code.partition("_")[0] in RIGHT_TO_LEFT


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    folder = files("sentencing").joinpath("locale")
    return gettext.translation(DOMAIN, str(folder), [code], fallback=True)
