"""Disputed and alleged facts in the memo: what each side says, the result either way, and what it is worth."""

from typing import Final

from sentencing.amounts import Interval
from sentencing.case.model import Standing
from sentencing.engine.assessment import Turn
from sentencing.engine.assignment import Fork
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.effects import effect_of
from sentencing.locale import N_
from sentencing.memo.matter import Matter
from sentencing.memo.telling import told
from sentencing.memo.view import Dispute, Outcome, Row, Told
from sentencing.pack.model import Fact, FactKind, FactValue

ROWS_AT_MOST: Final = 3
WAYS: Final = {
    "yes": N_("If it is found: {title} {result}."),
    "no": N_("If it is not found: {title} {result}."),
}
End = tuple[dict[str, RegisterValue], str | None]
"""The registers of one way, and the gate that ended it."""


def disputes(matter: Matter) -> tuple[Dispute, ...]:
    """Every fork of the case, what the result turns on first."""
    forks = [fork for fork in matter.assessment.question.forks if fork.name in matter.pack.facts]
    turns = {turn.fork: turn for turn in matter.assessment.turns}
    found = [_dispute(matter, fork, turns.get(fork.name)) for fork in forks]
    return tuple(sorted(found, key=lambda dispute: not dispute.turns))


def _dispute(matter: Matter, fork: Fork, turn: Turn | None) -> Dispute:
    fact = matter.pack.facts[fork.name]
    answer = matter.answer(fork.name)
    said = told(matter, fact) if answer is not None else _unanswered(matter, fork.name)
    sides = [matter.words.inside(matter.words.fact(fact, value)) for value in (fork.prosecution, fork.defence)]
    values = tuple(dict.fromkeys((fork.values[0], fork.prosecution, fork.defence, *fork.values)))
    ends = {value: _registers(matter, fork.name, value) for value in values}
    outcomes = tuple(_outcome(matter, fact, value, ends[value], stands=value == fork.values[0]) for value in values)
    return Dispute(
        told=said,
        prosecution=sides[0],
        defence=sides[1],
        outcomes=outcomes,
        turns=turn is not None and turn.turns,
        certain=turn is None or turn.certain,
        price=_price(matter, turn),
        yes_no=fact.kind is FactKind.YES_NO,
        evidence=tuple(fact.evidence),
        weighed=fork.name in matter.weighed,
        same=len({str(end) for end in ends.values()}) == 1,
    )


def _outcome(matter: Matter, fact: Fact, value: FactValue, end: End, *, stands: bool) -> Outcome:
    """One way and its result; the way in which the memo computed keeps its months and leaves out the years."""
    result = _result(matter, end)
    headline = matter.headline
    title = matter.words.inside(headline.title or headline.id) if headline is not None else ""
    if stands and end[1] is None and headline is not None:
        result = matter.words.short(end[0].get(headline.id), headline)
    said = matter.words.inside(matter.words.fact(fact, value))
    message = WAYS.get(str(value), N_("If {value} is found: {title} {result}."))
    if end[1] is not None:
        title = ""
    told = " ".join(matter.words.say(message, value=said, title=title, result=result).split()) if result else ""
    return Outcome(said, result, told, stands)


def _unanswered(matter: Matter, name: str) -> Told:
    fact = matter.pack.facts[name]
    return Told(name, matter.name_of(fact), fact.ask, "", "", cites=matter.words.cites(fact.cites))


def _registers(matter: Matter, name: str, value: FactValue) -> End:
    question = matter.assessment.question
    effect = effect_of(matter.pack, question.established, name, value, frozenset(matter.assessment.open_gates))
    return dict(effect.registers), effect.gate


def _result(matter: Matter, end: End) -> str:
    """The result of one way in words: the register the memo leads with, after those it rests on."""
    registers, gate = end
    if gate is not None:
        title = next((step.title for step in matter.pack.steps if step.id == gate), gate)
        return matter.words.say("the assessment ends: {title}", title=title)
    headline = matter.headline
    if headline is None or registers.get(headline.id) is None:
        return ""
    return matter.words.value(registers[headline.id], headline)


def _price(matter: Matter, turn: Turn | None) -> str:
    """How far the fact moves the headline over everything else that is open; empty when it is one and the same."""
    headline = matter.headline
    price = next((each for each in turn.prices if headline and each.register == headline.id), None) if turn else None
    if price is None or headline is None or not turn or not turn.turns:
        return ""
    least, greatest = price.least, price.greatest
    if least.upper != greatest.upper:
        return matter.words.say(
            "{worth} at the upper end", worth=matter.words.worth(least.upper, greatest.upper, headline)
        )
    if least.lower != greatest.lower:
        return matter.words.say(
            "{worth} at the lower end", worth=matter.words.worth(least.lower, greatest.lower, headline)
        )
    return ""


def envelope(matter: Matter) -> str:
    """The lowest and highest end of the headline over everything that is open; empty when nothing moves it."""
    headline = matter.headline
    found = matter.assessment.envelopes.get(headline.id) if headline else None
    if found is None or headline is None or len(matter.assessment.turns_on) < 2:
        return ""
    low, high = found.low, found.high
    if isinstance(low, str) or isinstance(high, str) or low is None or high is None:
        return "" if low == high else matter.words.say("{least} to {most}", least=low, most=high)
    if headline.quantity is None:
        return matter.words.say("{least} to {most}", least=low, most=high)
    return matter.words.value(Interval(low, high), headline)


def summary_rows(matter: Matter, found: tuple[Dispute, ...]) -> tuple[Row, ...]:
    """The rows of the summary box that say what is in dispute and what is alleged, and what it is worth."""
    say = matter.words.say
    rows = []
    for standing, label in ((Standing.DISPUTED, N_("In dispute")), (Standing.ALLEGED, N_("Alleged"))):
        kind = [dispute for dispute in found if dispute.told.standing == standing.value]
        told_first = [_priced(matter, dispute) for dispute in kind if dispute.turns and not dispute.same][:ROWS_AT_MOST]
        still = [dispute for dispute in kind if not dispute.turns and dispute.certain]
        weighed = [dispute.told.name for dispute in still if dispute.weighed]
        idle = [dispute.told.name for dispute in still if not dispute.weighed]
        rest = len(kind) - len(told_first) - len(still)
        if rest:
            told_first.append(_further(matter, rest, bool(told_first)))
        if weighed:
            said = ", ".join((weighed[0], *map(matter.words.inside, weighed[1:])))
            told_first.append(say("{facts}: for the weighing, no figure turns on it.", facts=said))
        if idle:
            told_first.append(say("Nothing turns on {facts}.", facts=", ".join(map(matter.words.inside, idle))))
        if kind:
            rows.append(Row(say(label), text=" ".join(told_first)))
    return tuple(rows)


def _priced(matter: Matter, dispute: Dispute) -> str:
    say = matter.words.say
    other = next((outcome for outcome in dispute.outcomes if not outcome.stands), None)
    if other is None:
        return say("{name}.", name=dispute.told.name)
    if dispute.yes_no:
        found = other.value == say("yes")
        message = N_("{name}. If it is found: {result}.") if found else N_("{name}. If it is not found: {result}.")
        return say(message, name=dispute.told.name, result=other.result)
    if dispute.told.standing == Standing.ALLEGED.value:
        message = N_("{name}. If {value} is found: {result}.")
        return say(message, name=dispute.told.name, value=other.value, result=other.result)
    both = say(
        "{name}, {first} or {second}.", name=dispute.told.name, first=dispute.prosecution, second=dispute.defence
    )
    return f"{both} " + say("If {value} is found: {result}.", value=other.value, result=other.result)


def _further(matter: Matter, number: int, further: bool) -> str:
    if further:
        return matter.words.counted("One further fact, see below.", "{n} further facts, see below.", number)
    return matter.words.counted("One fact, see below.", "{n} facts, see below.", number)
