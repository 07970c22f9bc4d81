"""What is not known yet: unanswered questions, how they are read meanwhile, and which of them to ask first."""

from typing import Final

from sentencing.amounts import End, Extreme, Interval
from sentencing.engine.effects import effect_of, values_of
from sentencing.memo.matter import Matter
from sentencing.memo.view import OpenFact
from sentencing.pack.model import Fact, FactValue

Rank = tuple[bool, int, int]
"""Whether the headline moves, and how far at its upper and its lower end."""
STILL: Final[Rank] = (False, 0, 0)
WEIGHED: Final[Rank] = (False, 1, 0)
ON_ONE_PAGE: Final = 7
BEYOND: Final = 1_000_000


def open_facts(matter: Matter) -> tuple[OpenFact, ...]:
    """The questions that nobody has answered, what moves the result most first, then in the order of the pack."""
    missing = (matter.pack.facts[name] for name in matter.missing)
    ranked = sorted((_open_fact(matter, fact) for fact in missing), key=lambda pair: pair[0], reverse=True)
    return tuple(fact for _, fact in ranked)


def ask_next(unanswered: tuple[OpenFact, ...], turning: int) -> tuple[OpenFact, ...]:
    """The unanswered questions for one page: as many as it holds beside the facts that the result turns on."""
    moving = [fact for fact in unanswered if fact.worth]
    return tuple(moving[: max(ON_ONE_PAGE - turning, 2)])


def _open_fact(matter: Matter, fact: Fact) -> tuple[Rank, OpenFact]:
    """A question with the answer that would move the result furthest, the rest as it stands."""
    read_as = matter.words.inside(matter.words.fact(fact, matter.assessment.question.established.facts[fact.id]))
    moves = [_move(matter, fact, value) for value in values_of(matter.pack, fact)]
    rank, worth = max(moves, key=lambda move: move[0], default=(STILL, ""))
    if not worth and fact.id in matter.weighed:
        rank, worth = WEIGHED, matter.words.say("for the weighing")
    return rank, OpenFact(fact.id, matter.name_of(fact), fact.ask, read_as, worth, tuple(fact.evidence), rank[0])


def _move(matter: Matter, fact: Fact, value: FactValue) -> tuple[Rank, str]:
    """How far one answer moves the headline, and what it would give; one that ends the assessment moves furthest."""
    headline = matter.headline
    if headline is None or matter.derivation.gate is not None:
        return STILL, ""
    established = matter.assessment.question.established
    effect = effect_of(matter.pack, established, fact.id, value, frozenset(matter.assessment.open_gates))
    said = matter.words.inside(matter.words.fact(fact, value))
    if effect.gate is not None:
        return (True, BEYOND, BEYOND), matter.words.say("{value}: ends the assessment", value=said)
    before, after = matter.derivation.registers.get(headline.id), effect.registers.get(headline.id)
    if before == after:
        return STILL, ""
    given = matter.words.say("{value}: {result}", value=said, result=matter.words.short(after, headline))
    if not isinstance(before, Interval) or not isinstance(after, Interval):
        return (True, 0, 0), given
    return (True, _distance(before.max, after.max), _distance(before.min, after.min)), given


def _distance(first: End, second: End) -> int:
    if isinstance(first, Extreme) or isinstance(second, Extreme):
        return 0 if first == second else BEYOND
    return abs(int(second) - int(first))
