"""What the law leaves to a person: each judgment with its bounds, its value, its reasons, and the orders."""

from enum import Enum

from attrs import frozen

from sentencing.amounts import Extreme, Interval, Quantity
from sentencing.engine.derivation import Entry, EntryStatus, JudgmentReading
from sentencing.engine.evaluate import holds
from sentencing.engine.values import judgment_text, read_judgment
from sentencing.errors import Problem
from sentencing.pack.model import Cite, Judgment, JudgmentKind, Pack
from ui.i18n import _, problem_text
from ui.models import amounts
from ui.models.cards import OptionView
from ui.models.wording import cite, fact_name
from ui.session.scene import Scene

_SLIDES_AT_MOST = 600
"""Bounds further apart than this are typed, not slid."""


class Control(Enum):
    """Which control suits a judgment."""

    SLIDER = "slider"
    TEXT = "text"
    WORDS = "words"


@frozen
class JudgmentView:
    """One judgment as its block shows it."""

    judgment: Judgment
    title: str
    figure: str
    spoken: str
    control: Control
    low: int
    high: int
    low_text: str
    high_text: str
    bounds: str
    number: int | None
    text: str
    options: tuple[OptionView, ...]
    may_depart: str
    """The words of the act that leaves the usual range; empty when there is nothing beyond it."""
    outer: tuple[int, int, str, str]
    departs: bool
    rejected: str
    grounds: tuple[tuple[str, str, bool], ...]
    """(fact, name, chosen)"""
    reasons: str
    reasons_wanted: str
    positions: tuple[str, str]
    cite: str
    citation: Cite | None


def judgment_views(scene: Scene) -> tuple[JudgmentView, ...]:
    """The judgments that are asked for now, in the order of the law; orders are listed apart."""
    views = []
    for judgment, entry in _asked(scene):
        if judgment.kind is not JudgmentKind.ORDER:
            views.append(_view(scene, judgment, entry))
    return tuple(views)


def order_views(scene: Scene) -> tuple[JudgmentView, ...]:
    """The orders that may be sought."""
    return tuple(
        _view(scene, judgment, None)
        for judgment in scene.pack.judgments.values()
        if judgment.kind is JudgmentKind.ORDER and holds(scene.pack, judgment.when, scene.question.established)
    )


def value_text(judgment: Judgment, number: int, pack: Pack) -> str:
    """A whole number of the judgment's unit as canonical text."""
    if judgment.kind in (JudgmentKind.TIME, JudgmentKind.MONEY):
        return judgment_text(judgment, Interval(number, number), pack.units)
    return str(number)


def problem_of(judgment: Judgment, text: str, pack: Pack) -> str:
    """What is wrong with a typed value; empty when nothing is."""
    found = read_judgment(judgment, text, pack) if text else None
    return problem_text(found) if isinstance(found, Problem) else ""


def _asked(scene: Scene) -> list[tuple[Judgment, Entry]]:
    found: dict[str, tuple[Judgment, Entry]] = {}
    for entry in scene.derivation.entries:
        reading = entry.judgment
        if reading is None or entry.status is EntryStatus.NOT_REACHED:
            continue
        judgment = scene.pack.judgments.get(reading.id)
        if judgment is not None and judgment.id not in found:
            found[judgment.id] = (judgment, entry)
    return list(found.values())


def _view(scene: Scene, judgment: Judgment, entry: Entry | None) -> JudgmentView:
    made = scene.judgment(judgment.id)
    reading = entry.judgment if entry is not None else None
    text = made.value if made is not None else ""
    low, high = _whole_bounds(reading.source if reading is not None else None)
    outer = _whole_bounds(reading.within if reading is not None else None)
    slides = low is not None and high is not None and high - low <= _SLIDES_AT_MOST
    slides = slides and judgment.kind in (JudgmentKind.TIME, JudgmentKind.SCORE)
    reasons = made.reasons if made is not None else ""
    departs = reading is not None and reading.departure
    figure, spoken = _figure(scene, judgment, reading, text)
    return JudgmentView(
        judgment=judgment,
        title=judgment.title or judgment.ask,
        figure=figure,
        spoken=spoken,
        control=_control(judgment, slides=slides),
        low=low or 0,
        high=high or 0,
        low_text=str(low) if low is not None else "",
        high_text=str(high) if high is not None else "",
        bounds=_bounds_words(scene, reading),
        number=_whole(reading.value if reading is not None else None),
        text=text,
        options=_options(judgment, reading),
        may_depart=_may_depart(reading, outer),
        outer=(outer[0] or 0, outer[1] or 0, str(outer[0] or 0), str(outer[1] or 0)),
        departs=departs,
        rejected=_rejected(scene, judgment, reading),
        grounds=_grounds(scene, judgment, made.grounds if made is not None else ()),
        reasons=reasons,
        reasons_wanted=_reasons_wanted(judgment, text, departs=departs),
        positions=(made.prosecution, made.defence) if made is not None else ("", ""),
        cite=cite(judgment.cites[0], scene.pack) if judgment.cites else "",
        citation=judgment.cites[0] if judgment.cites else None,
    )


def _control(judgment: Judgment, *, slides: bool) -> Control:
    if slides:
        return Control.SLIDER
    worded = (JudgmentKind.CATEGORY, JudgmentKind.YES_NO, JudgmentKind.CHOICE, JudgmentKind.ORDER)
    return Control.WORDS if judgment.kind in worded else Control.TEXT


def _whole_bounds(bounds: object) -> tuple[int | None, int | None]:
    """Bounds that can be slid: whole numbers at both ends; an open lower end is nought."""
    if not isinstance(bounds, tuple) or len(bounds) != 2:
        return None, None
    low, high = bounds
    if isinstance(low, Extreme) and low.rank < 0:
        low = 0
    return (low, high) if isinstance(low, int) and isinstance(high, int) else (None, None)


def _whole(value: object) -> int | None:
    if isinstance(value, Interval):
        return value.min if isinstance(value.min, int) else None
    return value if isinstance(value, int) else None


def _figure(scene: Scene, judgment: Judgment, reading: JudgmentReading | None, text: str) -> tuple[str, str]:
    if not text:
        return _("Not made"), ""
    value = reading.value if reading is not None else None
    if isinstance(value, Interval):
        quantity = Quantity.MONEY if judgment.kind is JudgmentKind.MONEY else Quantity.TIME
        spoken = amounts.spoken(value, scene.pack.units) if quantity is Quantity.TIME else ""
        return amounts.amount(value, quantity, scene.pack.units), spoken
    return judgment.label(text), ""


def _bounds_words(scene: Scene, reading: JudgmentReading | None) -> str:
    if reading is None or not isinstance(reading.source, Interval):
        return ""
    return _("Between {bounds}.").format(bounds=amounts.spoken(reading.source, scene.pack.units))


def _options(judgment: Judgment, reading: JudgmentReading | None) -> tuple[OptionView, ...]:
    match judgment.kind:
        case JudgmentKind.YES_NO:
            yes, no = judgment.labels.get("yes", _("Made")), judgment.labels.get("no", _("Not made"))
            return OptionView("yes", yes), OptionView("no", no), OptionView("", _("Open"))
        case JudgmentKind.ORDER:
            return (
                OptionView("sought", _("Sought")),
                OptionView("not-sought", _("Not sought")),
                OptionView("", _("Undecided")),
            )
        case JudgmentKind.CHOICE | JudgmentKind.CATEGORY:
            values = judgment.values or _labels(reading)
            return (*(OptionView(value, judgment.label(value)) for value in values), OptionView("", _("Open")))
        case _:
            return ()


def _labels(reading: JudgmentReading | None) -> tuple[str, ...]:
    source = reading.source if reading is not None else None
    return tuple(str(each) for each in source) if isinstance(source, tuple) and not isinstance(source, Interval) else ()


def _may_depart(reading: JudgmentReading | None, outer: tuple[int | None, int | None]) -> str:
    if reading is None or reading.within is None or reading.within == reading.source or None in outer:
        return ""
    return _("Depart from the usual range…")


def _rejected(scene: Scene, judgment: Judgment, reading: JudgmentReading | None) -> str:
    if reading is None or reading.rejected is None:
        return ""
    kept = judgment_text(judgment, reading.rejected, scene.pack.units)
    return _("{value} lies outside the bounds now. It is kept, and counts as not made.").format(value=kept)


def _grounds(scene: Scene, judgment: Judgment, chosen: tuple[str, ...]) -> tuple[tuple[str, str, bool], ...]:
    facts = scene.pack.facts
    return tuple((each, fact_name(facts[each]), each in chosen) for each in judgment.grounds if each in facts)


def _reasons_wanted(judgment: Judgment, text: str, *, departs: bool) -> str:
    if departs:
        return _("A departure needs its reasons. The memo stays a draft until then.")
    if text and "reasons" in judgment.requires:
        return _("Give reasons. The memo stays a draft until then.")
    return ""
