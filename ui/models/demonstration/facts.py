"""The facts before the room: nine to a page, each with the number that changes it, in the order of the guidance."""

from collections.abc import Iterator

from attrs import frozen

from sentencing.engine.evaluate import holds
from sentencing.engine.thresholds import thresholds
from sentencing.pack.conditions import Condition
from sentencing.pack.model import Fact, FactKind, FactValue, Judgment, JudgmentKind
from ui.i18n import _
from ui.models.wording import engine_value, fact_name
from ui.session.demonstration import Demonstration, value_in

PER_PAGE = 9
_MOST = 99_999


@frozen
class FactLine:
    """One fact or judgment. `values` are those that its number goes through; a count has every number from low to high.

    `place` is that of its value among `values`, or the count itself; None for a judgment that nobody has made.
    """

    name: str
    digit: int
    title: str
    values: tuple[FactValue, ...]
    words: tuple[str, ...]
    place: int | None
    is_switch: bool = False
    is_count: bool = False
    low: int = 0
    high: int = _MOST
    is_at_default: bool = False
    is_changed: bool = False

    @property
    def is_on(self) -> bool:
        """Whether a switch is on."""
        return self.is_switch and self.place == 1

    def text(self, place: int) -> str:
        """What stands at a place."""
        return str(place) if self.is_count else self.words[place]

    def value(self, place: int) -> FactValue:
        """The value at a place."""
        return place if self.is_count else self.values[place]

    def following(self) -> FactValue:
        """The value that the number key gives: the other one, the next word, the first number of the next band."""
        if self.is_count:
            return next(
                (each for each in self.values if isinstance(each, int) and each > (self.place or 0)), self.first
            )
        return self.values[(self.place + 1) % len(self.values)] if self.place is not None else self.values[0]

    @property
    def first(self) -> FactValue:
        """Where the number key begins again."""
        return self.values[0]


@frozen
class FactsView:
    """One page of facts, and how many pages there are."""

    lines: tuple[FactLine, ...]
    page: int
    pages: int
    total: int


def facts_view(desk: Demonstration, page: int) -> FactsView:
    """A page of facts; those that the case is about come first."""
    every = tuple(_lines(desk))
    pages = max(-(-len(every) // PER_PAGE), 1)
    page %= pages
    return FactsView(every[page * PER_PAGE : (page + 1) * PER_PAGE], page, pages, len(every))


def _lines(desk: Demonstration) -> Iterator[FactLine]:
    scene, pack = desk.after, desk.pack  # what is asked does not hang on the numbers, and this law is made already
    asked = [fact for fact in pack.facts.values() if not fact.informational and _can_change(desk, fact)]
    judgments = [each for each in pack.judgments.values() if _values(desk, each)]
    begun = desk.start.established.facts
    near = [fact for fact in asked if fact.first or begun[fact.id] != fact.default]
    far = [fact for fact in asked if fact not in near]
    lines: list[Fact | Judgment] = [*near, *judgments, *far]
    shown = [each for each in lines if holds(pack, _condition(each), scene.question.established)]
    for number, each in enumerate(shown):
        digit = number % PER_PAGE + 1
        yield _fact(desk, each, digit) if isinstance(each, Fact) else _judgment(desk, each, digit)


def _condition(subject: Fact | Judgment) -> Condition:
    return subject.asked_when if isinstance(subject, Fact) else subject.when


def _can_change(desk: Demonstration, fact: Fact) -> bool:
    return fact.kind is FactKind.COUNT or len(_choices(desk, fact)) > 1


def _choices(desk: Demonstration, fact: Fact) -> tuple[FactValue, ...]:
    """The values to go through; of an amount or a day the guidance's default and what the case has."""
    match fact.kind:
        case FactKind.YES_NO:
            return ("no", "yes")
        case FactKind.CHOICE:
            return fact.values
        case FactKind.COUNT:
            return tuple(sorted({_lowest(fact), *thresholds(desk.copy, fact.id)}))
        case _:
            values = (fact.default, desk.start.established.facts[fact.id])
            return tuple(dict.fromkeys(values))


def _lowest(fact: Fact) -> int:
    return fact.lowest if isinstance(fact.lowest, int) else 0


def _fact(desk: Demonstration, fact: Fact, digit: int) -> FactLine:
    value = desk.after.question.established.facts[fact.id]
    values = _choices(desk, fact)
    is_count = fact.kind is FactKind.COUNT
    return FactLine(
        name=fact.id,
        digit=digit,
        title=fact_name(fact),
        values=values,
        words=() if is_count else tuple(engine_value(fact, each, desk.copy) for each in values),
        place=_place(value, values, is_count=is_count),
        is_switch=fact.kind is FactKind.YES_NO,
        is_count=is_count,
        low=_lowest(fact),
        high=fact.highest if isinstance(fact.highest, int) else _MOST,
        is_at_default=value == fact.default,
        is_changed=value != desk.start.established.facts[fact.id],
    )


def _place(value: FactValue, values: tuple[FactValue, ...], *, is_count: bool) -> int:
    if is_count:
        return value if isinstance(value, int) else 0
    return values.index(value) if value in values else 0


def _values(desk: Demonstration, judgment: Judgment) -> tuple[str, ...]:
    """The words of a judgment that the guidance asks for now; none for one that is an amount or an order sought."""
    if judgment.kind in (JudgmentKind.CHOICE, JudgmentKind.YES_NO):
        return judgment.values or ("no", "yes")
    if judgment.kind is JudgmentKind.CATEGORY:
        for entry in desk.after.derivation.entries:
            reading = entry.judgment
            if reading is not None and reading.id == judgment.id and isinstance(reading.source, tuple):
                return tuple(each for each in reading.source if isinstance(each, str))
    return ()


def _judgment(desk: Demonstration, judgment: Judgment, digit: int) -> FactLine:
    values = _values(desk, judgment)
    value = desk.value(judgment.id) or judgment.until_made
    yes_no = {"no": _("No"), "yes": _("Yes")}
    return FactLine(
        name=judgment.id,
        digit=digit,
        title=judgment.title or judgment.ask,
        values=values,
        words=tuple(judgment.labels.get(each) or yes_no.get(each) or judgment.label(each) for each in values),
        place=values.index(str(value)) if value in values else None,
        is_at_default=value == judgment.until_made,
        is_changed=value_in(desk.after.question, judgment.id) != value_in(desk.start, judgment.id),
    )
