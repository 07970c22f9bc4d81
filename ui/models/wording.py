"""Standings, values, days, citations and sentences about numbers, in words for the reader."""

from collections import Counter
from typing import Final
from weakref import WeakKeyDictionary

from sentencing.case.model import Standing
from sentencing.engine.record import fact_text
from sentencing.pack.model import Cite, Fact, FactKind, FactValue, Pack, Status
from ui.i18n import _
from ui.models.texts import day, isolated

_JOINER: Final = "\N{WORD JOINER}"
OPEN: Final = "open"

_sections: WeakKeyDictionary[Pack, str] = WeakKeyDictionary()


def standing_words() -> tuple[str, ...]:
    """The six words of the standing control, in its order."""
    return (_("Established"), _("Alleged"), _("Disputed"), _("Considered"), _("Not raised"), _("Open"))


def standing_word(standing: Standing | None) -> str:
    """How a fact stands, in a word or two."""
    match standing:
        case None:
            return _("Open")
        case Standing.ESTABLISHED:
            return _("Established")
        case Standing.ALLEGED:
            return _("Alleged")
        case Standing.DISPUTED:
            return _("Disputed")
        case Standing.NOT_RAISED:
            return _("Not raised")
        case Standing.CONSIDERED:
            return _("Considered, not found")


def standing_key(standing: Standing | None) -> str:
    """The key of the standing control and of the marks."""
    return standing.value if standing is not None else OPEN


def fact_name(fact: Fact) -> str:
    """The fact in one to three words, or its question."""
    return fact.name or fact.ask


def value_word(fact: Fact, value: str) -> str:
    """A value as the reader says it: a label, a number, an amount, a day."""
    match fact.kind:
        case FactKind.YES_NO:
            return fact.labels.get(value) or (_("Yes") if value == "yes" else _("No") if value == "no" else value)
        case FactKind.CHOICE:
            return fact.label(value) if value else ""
        case FactKind.DATE:
            return day(value)
        case _:
            return value


def engine_value(fact: Fact, value: FactValue, pack: Pack) -> str:
    """A value of the engine as the reader says it."""
    return value_word(fact, fact_text(fact, value, pack.units))


def cite(cited: Cite, pack: Pack) -> str:
    """A citation that never breaks across lines: the pinpoint, or the source's title when there is none."""
    source = pack.sources.get(cited.source)
    text = cited.pinpoint or (source.title if source is not None else cited.source)
    return isolated(_unbroken(text) if cited.pinpoint else text)


def short_cite(cited: Cite, pack: Pack) -> str:
    """The citation without the section that most steps share: `(b)(6)` of `2L1.1(b)(6)`."""
    section = _shared_section(pack)
    text = cited.pinpoint
    if section and text.startswith(f"{section}("):
        text = text.removeprefix(section)
    return isolated(_unbroken(text)) if text else cite(cited, pack)


def _unbroken(text: str) -> str:
    for at in (")(", ") (", "-", "/", "§"):
        text = text.replace(at, at.replace(")", f"){_JOINER}") if ")" in at else at + _JOINER)
    return text.replace(" ", "\N{NO-BREAK SPACE}")


def _shared_section(pack: Pack) -> str:
    if pack not in _sections:
        pinpoints = (step.cites[0].pinpoint for step in pack.steps if step.cites)
        sections = Counter(pinpoint.partition("(")[0] for pinpoint in pinpoints if "(" in pinpoint)
        ((section, count),) = sections.most_common(1) or [("", 0)]
        _sections[pack] = section if count > 2 else ""
    return _sections[pack]


def status_word(status: Status) -> str:
    """How far a pack may be trusted."""
    match status:
        case Status.OFFICIAL:
            return _("Official")
        case Status.REVIEWED:
            return _("Reviewed")
        case Status.DRAFT:
            return _("Draft")
        case Status.TRAINING:
            return _("Training, not law")
