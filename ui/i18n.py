"""The words of the window, from the one message catalogue of the program; the law's words come from the pack."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:  # the first page in English needs no catalogue
    from sentencing.errors import Problem
    from sentencing.locale import Catalogue

SOURCE: Final = "en"
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})


class _Language:
    code = SOURCE


_language: Final = _Language()


def _(text: str) -> str:
    """The text in the language in force: `_("Undo {step}").format(step=...)`."""
    if _language.code == SOURCE:
        return text
    return _catalogue().text(text)


def ngettext(one: str, many: str, number: int) -> str:
    """The text for a number of things, the number put in where it says `{number}`."""
    return form(one, many, number).format(number=number)


def form(one: str, many: str, number: int) -> str:
    """The form of a text that goes with a number, its places still empty."""
    if _language.code == SOURCE:
        return one if number == 1 else many
    return _catalogue().counted(one, many, number)


def said(text: str) -> str:
    """A sentence of the engine, which speaks English, in the language in force: what an error says of itself."""
    if _language.code == SOURCE:
        return text
    from sentencing.locale.sentences import sentence  # noqa: PLC0415 the first page in English needs none

    return sentence(_catalogue(), text)


def problem_text(problem: "Problem") -> str:
    """A whole problem in the language in force, place first, as `Problem.sentence` says it in English."""
    if _language.code == SOURCE:
        return problem.sentence()
    parts = [said(part) for part in (problem.message, problem.right) if part]
    if problem.nearest:
        parts.append(_("Did you mean '{near}'?").format(near=problem.nearest))
    rest = " ".join(parts)
    rest = f"{problem.path}: {rest}" if problem.path else rest
    return _("line {line}: {rest}").format(line=problem.line, rest=rest) if problem.line else rest


def use(code: str) -> None:
    """Speak another language from now on; what is on the screen is renewed by whoever changes it."""
    _language.code = code


def language() -> str:
    """The code of the language in force."""
    return _language.code


def is_right_to_left(code: str) -> bool:
    """Whether a language is written from right to left."""
    return code.partition("-")[0].partition("_")[0] in RIGHT_TO_LEFT


def _catalogue() -> "Catalogue":
    from sentencing.locale import catalogue  # noqa: PLC0415 the first page in English needs none

    return catalogue(_language.code)
