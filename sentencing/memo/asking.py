"""What is not known yet: unanswered questions, how they are read meanwhile, and which of them to ask first."""

from sentencing.amounts import Extreme, Interval
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.effects import effect_of, values_of
from sentencing.memo.matter import Matter
from sentencing.memo.view import OpenFact
from sentencing.memo.words import inside
from sentencing.pack.model import Fact, FactValue

Rank = tuple[bool, int, int]
"""Whether the headline moves, and how far at its upper and its lower end."""


def open_facts(matter: Matter) -> tuple[OpenFact, ...]:
    """The questions that nobody has answered, what moves the result most first, then in the order of the pack."""
    missing = (matter.pack.facts[name] for name in matter.missing)
    ranked = sorted((_open_fact(matter, fact) for fact in missing), key=lambda pair: pair[0], reverse=True)
    return tuple(fact for _, fact in ranked)


def ask_next(matter: Matter, unanswered: tuple[OpenFact, ...]) -> tuple[OpenFact, ...]:
    """What to ask the police: the disputed and alleged facts that the result turns on, then what is not answered."""
    forked = [matter.pack.facts[name] for name in matter.assessment.turns_on if name in matter.pack.facts]
    found = [OpenFact(fact.id, matter.name_of(fact), fact.ask, "", evidence=tuple(fact.evidence)) for fact in forked]
    return (*found, *(fact for fact in unanswered if fact.worth))


def _open_fact(matter: Matter, fact: Fact) -> tuple[Rank, OpenFact]:
    """A question with the answer that would move the result furthest, the rest as it stands."""
    established = matter.assessment.question.established
    read_as = inside(matter.words.fact(fact, established.facts[fact.id]))
    moves = [(_moved(matter, fact, value), value) for value in values_of(matter.pack, fact)]
    furthest, value = max(moves, key=lambda move: move[0][0], default=(((False, 0, 0), None), None))
    rank, result = furthest
    worth = ""
    headline = matter.headline
    if rank[0] and value is not None and headline is not None and result is not None:
        said = inside(matter.words.fact(fact, value))
        worth = matter.words.say("{value}: {result}", value=said, result=matter.words.short(result, headline))
    return rank, OpenFact(fact.id, matter.name_of(fact), fact.ask, read_as, worth, tuple(fact.evidence))


def _moved(matter: Matter, fact: Fact, value: FactValue) -> tuple[Rank, RegisterValue]:
    """How far one answer moves the headline: whether at all, by how much at the upper end, and at the lower."""
    headline = matter.headline
    if headline is None or matter.derivation.gate is not None:
        return (False, 0, 0), None
    established = matter.assessment.question.established
    effect = effect_of(matter.pack, established, fact.id, value, frozenset(matter.assessment.open_gates))
    before, after = matter.derivation.registers.get(headline.id), effect.registers.get(headline.id)
    if effect.gate is not None or before == after:
        return (False, 0, 0), None
    if not isinstance(before, Interval) or not isinstance(after, Interval):
        return (True, 0, 0), after
    return (True, _distance(before.max, after.max), _distance(before.min, after.min)), after


def _distance(first: object, second: object) -> int:
    if isinstance(first, Extreme) or isinstance(second, Extreme):
        return 0 if first == second else 10_000
    assert not isinstance(first, str)
    return abs(int(str(second).partition("/")[0]) - int(str(first).partition("/")[0]))
