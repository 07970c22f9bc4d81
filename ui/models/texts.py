"""Days, and words that keep their own direction; nothing here knows of law, so the first page can use it at once."""

from datetime import date
from typing import Final

from ui import theme
from ui.i18n import _

_FIRST_STRONG: Final = "\N{FIRST STRONG ISOLATE}"
_LEFT_TO_RIGHT: Final = "\N{LEFT-TO-RIGHT ISOLATE}"
_END: Final = "\N{POP DIRECTIONAL ISOLATE}"


def isolated(text: str) -> str:
    """A number, sign or citation that keeps its own direction inside a right-to-left sentence."""
    return f"{_LEFT_TO_RIGHT}{text}{_END}" if theme.is_rtl() else text


def quoted(text: str) -> str:
    """The user's or the law's words inside a sentence of ours, in their own direction."""
    return f"{_FIRST_STRONG}{text}{_END}" if theme.is_rtl() else text


def day(iso: str, *, year: bool = True) -> str:
    """`14 Mar 2026`; a text that is no day stays as it is."""
    try:
        when = date.fromisoformat(iso)
    except ValueError:
        return iso
    month = _months()[when.month - 1]
    pattern = _("{day} {month} {year}") if year else _("{day} {month}")
    return pattern.format(day=when.day, month=month, year=when.year)


def _months() -> tuple[str, ...]:
    return (
        _("Jan"),
        _("Feb"),
        _("Mar"),
        _("Apr"),
        _("May"),
        _("Jun"),
        _("Jul"),
        _("Aug"),
        _("Sep"),
        _("Oct"),
        _("Nov"),
        _("Dec"),
    )


def moment(iso: str) -> str:
    """`24 Nov, 12:04` of an ISO minute."""
    first, _t, time = iso.partition("T")
    return _("{day}, {time}").format(day=day(first, year=False), time=time[:5]) if time else day(first)
