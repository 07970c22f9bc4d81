"""The words of the window, from the one message catalogue of the program; the law's words come from the pack."""

from typing import Final

SOURCE: Final = "en"
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})


class _Language:
    code = SOURCE


_language: Final = _Language()


def _(text: str) -> str:
    """The text in the language in force: `_("Undo {step}").format(step=...)`."""
    if _language.code == SOURCE:
        return text
    from sentencing.locale import catalogue  # noqa: PLC0415 the first page in English needs no catalogue

    return catalogue(_language.code).text(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The text for a number of things, the number put in where it says `{number}`."""
    if _language.code == SOURCE:
        return (one if number == 1 else many).format(number=number)
    from sentencing.locale import catalogue  # noqa: PLC0415 as above

    return catalogue(_language.code).counted(one, many, number).format(number=number)


def use(code: str) -> None:
    """Speak another language from now on; what is on the screen is renewed by whoever changes it."""
    _language.code = code


def language() -> str:
    """The code of the language in force."""
    return _language.code


def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return code.partition("-")[0].partition("_")[0] in RIGHT_TO_LEFT
