"""What a group said: how each fact stands and reads, the weight words, and the choices the law leaves to a person."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from sentencing.amounts import End
from sentencing.case.class_room.dots import Axis, Dots, axis_over, dots, slots
from sentencing.case.class_room.folder import Participant
from sentencing.case.class_room.quartiles import may_be_told, ordered_ends
from sentencing.case.model import Standing
from sentencing.pack.model import Fact, FactKind, FactValue, Judgment, Pack, Worse
from sentencing.pack.steps import Step

_AMOUNTS: Final = (FactKind.COUNT, FactKind.TIME, FactKind.MONEY)


@frozen
class ValueTally:
    """So many people gave this value."""

    value: FactValue
    people: int


@frozen
class FactTally:
    """How a group answered one fact. Of fewer than five answers nothing but their fewness is told.

    A disputed or alleged fact is counted with the value that the guidance reads until it is decided.
    """

    fact: str
    is_told: bool
    answered: int = 0
    open: int = 0
    standings: tuple[tuple[Standing, int], ...] = ()
    values: tuple[ValueTally, ...] = ()
    """In the fact's own order, from the milder to the worse where it has one."""
    axis: Axis | None = None
    dots: Dots | None = None
    """Amounts on their own axis; values in words on one place each."""
    listed: tuple[FactValue, ...] = ()
    """The values in words that stand on the axis, also those that nobody gave."""
    is_ordered: bool = False
    """Whether a median of it means something."""

    @property
    def splits(self) -> bool:
        """Whether the group differs."""
        return len(self.values) > 1


@frozen
class WordTally:
    """How a group weighed one fact in one step, or chose in one judgment; `words` in the guidance's order."""

    step: str
    subject: str
    is_told: bool
    people: int = 0
    words: tuple[tuple[str, int], ...] = ()
    axis: Axis | None = None
    dots: Dots | None = None


def fact_tallies(pack: Pack, group: Sequence[Participant]) -> tuple[FactTally, ...]:
    """Every open fact that somebody answered, in the pack's order."""
    answered: dict[str, list[tuple[Standing, FactValue]]] = {}
    for each in group:
        values = each.question.established.facts
        for answer in each.file.answers:
            if answer.fact in pack.facts:
                answered.setdefault(answer.fact, []).append((answer.standing, values[answer.fact]))
    return tuple(_fact_tally(fact, answered[name], len(group)) for name, fact in pack.facts.items() if name in answered)


def weight_tallies(pack: Pack, group: Sequence[Participant]) -> tuple[WordTally, ...]:
    """Every fact that somebody gave a weight, step by step."""
    found = []
    for step in pack.steps:
        for fact in step.weigh.facts if step.weigh is not None else ():
            given = [each.question.established.weights.get((step.id, fact)) for each in group]
            words = [weight.word for weight in given if weight is not None]
            if words:
                found.append(_word_tally(step.id, fact, _words_of(step), words))
    return tuple(found)


def choice_tallies(pack: Pack, group: Sequence[Participant]) -> tuple[WordTally, ...]:
    """Every judgment in words that somebody made; amounts and categories show in the registers."""
    found = []
    for judgment in pack.judgments.values():
        words = [word for each in group if (word := _chosen(each, judgment)) in judgment.values]
        if words:
            found.append(_word_tally(judgment.step, judgment.id, judgment.values, words))
    return tuple(found)


def values_in_order(fact: Fact, values: Iterable[FactValue]) -> tuple[FactValue, ...]:
    """The values that occur, each once, from the milder to the worse where the fact has an order."""
    seen = set(values)
    if fact.kind is FactKind.CHOICE:
        ordered = tuple(value for value in fact.values if value in seen)
        return ordered[::-1] if fact.worse is Worse.EARLIER else ordered
    if fact.kind is FactKind.YES_NO:
        known = ("yes", "no") if fact.worse is Worse.NO else ("no", "yes")
        return tuple(value for value in known if value in seen)
    if fact.kind is FactKind.DATE:
        return tuple(sorted(str(value) for value in seen))
    return tuple(ordered_ends([value for value in seen if not isinstance(value, str)]))


def _fact_tally(fact: Fact, given: list[tuple[Standing, FactValue]], people: int) -> FactTally:
    if not may_be_told(len(given)):
        return FactTally(fact.id, is_told=False)
    values = Counter(value for _, value in given)
    standings = Counter(standing for standing, _ in given)
    ordered = values_in_order(fact, values)
    listed = _listed(fact, ordered)
    axis, places = _placed(listed, [value for _, value in given])
    return FactTally(
        fact.id,
        is_told=True,
        answered=len(given),
        open=people - len(given),
        standings=tuple((standing, standings[standing]) for standing in Standing if standings[standing]),
        values=tuple(ValueTally(value, values[value]) for value in ordered),
        axis=axis,
        dots=dots(places, axis),
        listed=listed,
        is_ordered=fact.kind in (*_AMOUNTS, FactKind.DATE) or (fact.kind is FactKind.CHOICE and fact.worse is not None),
    )


def _listed(fact: Fact, ordered: tuple[FactValue, ...]) -> tuple[FactValue, ...]:
    """The values that have one place each: none of an amount, all that a fact in words may have."""
    if fact.kind in _AMOUNTS:
        return ()
    worded = fact.kind in (FactKind.CHOICE, FactKind.YES_NO)
    return values_in_order(fact, fact.values or ("yes", "no")) if worded else ordered


def _placed(listed: tuple[FactValue, ...], given: list[FactValue]) -> tuple[Axis, list[End]]:
    if listed:
        return slots(len(listed)), [listed.index(value) for value in given]
    amounts: list[End] = [value for value in given if not isinstance(value, str)]
    return axis_over(amounts), amounts


def _word_tally(step: str, subject: str, labels: tuple[str, ...], words: list[str]) -> WordTally:
    if not may_be_told(len(words)):
        return WordTally(step, subject, is_told=False)
    counted = Counter(words)
    axis = slots(len(labels))
    return WordTally(
        step,
        subject,
        is_told=True,
        people=len(words),
        words=tuple((label, counted[label]) for label in labels),
        axis=axis,
        dots=dots([labels.index(word) for word in words], axis),
    )


def _words_of(step: Step) -> tuple[str, ...]:
    return step.weigh.words if step.weigh is not None else ()


def _chosen(each: Participant, judgment: Judgment) -> str:
    made = each.question.established.judgments.get(judgment.id)
    return made.value if made is not None and isinstance(made.value, str) else ""
