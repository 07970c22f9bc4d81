"""Facts and judgments as text: what an answer, a worked example or a file may write, read exactly or refused."""

import re
from functools import lru_cache
from typing import Final

from attrs import evolve

from sentencing.amounts import (
    End,
    Exact,
    Interval,
    Quantity,
    Units,
    interval_text,
    number_text,
    read_amount,
    read_number,
)
from sentencing.errors import AmountError, Problem
from sentencing.pack.model import Fact, FactKind, FactValue, Judgment, JudgmentKind, Pack, Pick
from sentencing.pack.spots import is_day, listed, nearest_of

JudgmentValue = str | Interval | Exact

LONGEST_VALUE: Final = 200
_SHOWN: Final = 60
_YES_NO: Final = ("yes", "no")
_WHOLE: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,8})")
_PADDED: Final = re.compile(r"0+([0-9]{1,9})")


def read_fact(fact: Fact, text: str, units: Units) -> FactValue | Problem:
    """The value that a text gives a fact, or the problem with it; its path is the fact's id."""
    value = _fact_value(fact, text, units)
    problem = value if isinstance(value, Problem) else _outside(fact, value, text)
    return value if problem is None else evolve(problem, path=fact.id)


def read_judgment(judgment: Judgment, text: str, pack: Pack) -> JudgmentValue | Problem:
    """The value that a text gives a judgment, or the problem with it; its path is the judgment's id."""
    value = _judgment_value(judgment, text, pack)
    return evolve(value, path=judgment.id) if isinstance(value, Problem) else value


def judgment_text(judgment: Judgment, value: JudgmentValue, units: Units) -> str:
    """A judgment's value as text that reads back."""
    if isinstance(value, str):
        return value
    if isinstance(value, Interval):
        return interval_text(value, Quantity(judgment.kind.value), units)
    return number_text(value)


def shown(text: str) -> str:
    """A text for a message: in quotes, and cut when it is long."""
    return f"'{text}'" if len(text) <= _SHOWN else f"'{text[:_SHOWN]}…'"


def _fact_value(fact: Fact, text: str, units: Units) -> FactValue | Problem:
    match fact.kind:
        case FactKind.YES_NO:
            return _one_of(text, _YES_NO)
        case FactKind.CHOICE:
            return _one_of(text, fact.values)
        case FactKind.COUNT:
            return _whole(text)
        case FactKind.DATE:
            return text if is_day(text) else Problem(f"{shown(text)} is not a day.", right="Write it as 2025-11-01.")
        case FactKind.TIME | FactKind.MONEY:
            amount = _amount(text, Quantity(fact.kind.value), units)
            return amount if isinstance(amount, Problem) else amount.min


def _judgment_value(judgment: Judgment, text: str, pack: Pack) -> JudgmentValue | Problem:
    match judgment.kind:
        case JudgmentKind.TIME | JudgmentKind.MONEY:
            return _amount(text, Quantity(judgment.kind.value), pack.units)
        case JudgmentKind.SCORE:
            return _whole(text)
        case JudgmentKind.FRACTION:
            return _fraction(text)
        case JudgmentKind.CATEGORY if not judgment.values:
            return _one_of(text, _labels_picked(pack).get(judgment.id, ()))
        case _:
            return _one_of(text, judgment.values)


@lru_cache(maxsize=64)
def _labels_picked(pack: Pack) -> dict[str, tuple[str, ...]]:
    """The labels of the category that each judgment is picked into; the judgment itself does not list them."""
    picks = (effect for step in pack.steps for way in step.ways for effect in way.effects if isinstance(effect, Pick))
    return {pick.judgment: pack.registers[pick.register].order for pick in picks}


def _one_of(text: str, values: tuple[str, ...]) -> str | Problem:
    if text in values:
        return text
    right = f"Write {listed(values)}."
    return Problem(f"{shown(text)} is not a value here.", right=right, nearest=nearest_of(text.lower(), values))


def _whole(text: str) -> int | Problem:
    if _WHOLE.fullmatch(text):
        return int(text)
    padded = _PADDED.fullmatch(text)
    right = f"Write '{int(padded[1])}'." if padded else "Write it in digits, as '24'."
    return Problem(f"{shown(text)} is not a whole number.", right=right)


def _fraction(text: str) -> Exact | Problem:
    try:
        return read_number(text[:LONGEST_VALUE])
    except (AmountError, ValueError):
        return Problem(f"{shown(text)} is not a number.", right="Write '2', '1/3' or '-1/3'.")


def _amount(text: str, quantity: Quantity, units: Units) -> Interval | Problem:
    """One amount, as an interval with equal ends."""
    if len(text) > LONGEST_VALUE:
        return Problem(f"{shown(text)} is no amount.", right=f"An amount has at most {LONGEST_VALUE} characters.")
    try:
        value = read_amount(text, quantity, units)
    except AmountError as wrong:
        return Problem(f"{wrong}.")
    if value.min != value.max:
        return Problem(f"{shown(text)} is a range.", right="One amount is wanted here.")
    return value


def _outside(fact: Fact, value: FactValue, text: str) -> Problem | None:
    if fact.lowest is not None and _before(value, fact.lowest):
        return Problem(f"{shown(text)} is too small.", right=f"At least {_bound(fact, fact.lowest)}.")
    if fact.highest is not None and _before(fact.highest, value):
        return Problem(f"{shown(text)} is too large.", right=f"At most {_bound(fact, fact.highest)}.")
    return None


def _before(first: FactValue, second: FactValue) -> bool:
    match first, second:
        case str(), str():
            return first < second
        case (str(), _) | (_, str()):
            return False
        case _:
            return _lower(first, second)


def _lower(first: End, second: End) -> bool:
    return first < second


def _bound(fact: Fact, value: FactValue) -> str:
    if fact.kind is FactKind.TIME and not isinstance(value, str):
        return interval_text(Interval(value, value), Quantity.TIME, Units())
    return str(value)
