"""What each edit makes of a case: pure, named, and the only places where the window writes records."""

from collections.abc import Iterable

from attrs import evolve, frozen

from sentencing.case.model import (
    Accused,
    Answer,
    Case,
    Direction,
    Evidence,
    EvidenceLink,
    JudgmentMade,
    OffenceCount,
    Standing,
    WeightGiven,
)
from sentencing.engine.record import fact_text
from sentencing.pack.model import About, Assesses, Fact, FactKind, Pack, Worse


@frozen
class Subject:
    """Whom and what the window looks at: one accused and one count."""

    accused: str
    count: str


def normal_place(fact: Fact, subject: Subject) -> tuple[str, str]:
    """(accused, count) at which a fact is normally answered; empty for everyone, for every count."""
    match fact.about:
        case About.ACCUSED:
            return subject.accused, ""
        case About.COUNT:
            return "", subject.count
        case About.EVENT:
            return "", ""


def differs(answer: Answer | None, fact: Fact, subject: Subject) -> bool:
    """Whether the answer that counts stands nearer than normal: it is this accused's alone."""
    if answer is None:
        return False
    accused, count = normal_place(fact, subject)
    return bool((answer.accused and not accused) or (answer.count and not count))


def written(case: Case, fact: Fact, subject: Subject) -> Answer:
    """The answer that an edit would change: the one that counts, or a new one at the normal place."""
    answer = case.answer(fact.id, subject.accused, subject.count)
    accused, count = normal_place(fact, subject)
    if answer is None:
        return Answer(fact.id, Standing.ESTABLISHED, accused, count)
    if (accused and not answer.accused) or (count and not answer.count):
        return evolve(answer, accused=accused or answer.accused, count=count or answer.count)
    return answer


def is_open(answer: Answer | None) -> bool:
    """Whether nobody has said how the fact stands; evidence and reasons may be noted already.

    The case file has no standing for that: such an answer is established without a value, and reads as no answer.
    """
    return answer is None or (answer.standing is Standing.ESTABLISHED and not answer.value)


def opened(case: Case, answer: Answer) -> Case:
    """The case in which the fact is open again; its evidence and reasons stay."""
    if answer.evidence or answer.reasons:
        return case.with_answer(evolve(answer, standing=Standing.ESTABLISHED, value="", basis=None))
    return case.without_answer(answer.fact, answer.accused, answer.count)


def needs_value(answer: Answer, fact: Fact, standing: Standing) -> bool:
    """Whether a standing says nothing until a value is given with it."""
    stated = standing in (Standing.ESTABLISHED, Standing.ALLEGED)
    return stated and not (answer.value or _first_value(fact, standing))


def with_standing(answer: Answer, fact: Fact, standing: Standing, pack: Pack) -> Answer:
    """The answer with another standing; values given under another one stay, and come back with it."""
    worse, milder = party_values(fact, pack)
    match standing:
        case Standing.ESTABLISHED | Standing.ALLEGED:
            return evolve(answer, standing=standing, value=answer.value or _first_value(fact, standing))
        case Standing.DISPUTED:
            prosecution = answer.prosecution or answer.value or worse
            return evolve(answer, standing=standing, prosecution=prosecution, defence=answer.defence or milder)
        case _:
            return evolve(answer, standing=standing)


def party_values(fact: Fact, pack: Pack) -> tuple[str, str]:
    """What the parties say when a fact becomes disputed, prosecution first; of other facts than yes-no the default."""
    if fact.kind is FactKind.YES_NO:
        return ("no", "yes") if fact.worse is Worse.NO else ("yes", "no")
    default = fact_text(fact, fact.default, pack.units)
    return default, default


def _first_value(fact: Fact, standing: Standing) -> str:
    """The value a standing begins with: yes-no facts have one that the standing means, others wait for the person."""
    if fact.kind is not FactKind.YES_NO:
        return ""
    return "no" if standing is Standing.ALLEGED and fact.worse is Worse.NO else "yes"


def linked(answer: Answer, evidence: str, direction: Direction) -> Answer:
    """The answer with this evidence for or against it."""
    link = EvidenceLink(evidence, direction)
    if any(each.id == evidence for each in answer.evidence):
        return evolve(answer, evidence=tuple(link if each.id == evidence else each for each in answer.evidence))
    return evolve(answer, evidence=(*answer.evidence, link))


def unlinked(answer: Answer, evidence: str) -> Answer:
    """The answer without this evidence; the evidence itself stays in the case."""
    return evolve(answer, evidence=tuple(each for each in answer.evidence if each.id != evidence))


def judgment(case: Case, pack: Pack, id_: str, subject: Subject) -> JudgmentMade:
    """The judgment that an edit would change, or a new one for this accused."""
    count = subject.count if pack.head.assesses is Assesses.EACH_COUNT else ""
    made = case.judgment(id_, subject.accused, subject.count)
    return made if made is not None else JudgmentMade(id_, subject.accused, count)


def weight(case: Case, pack: Pack, step: str, fact: str, subject: Subject) -> WeightGiven:
    """The weight that an edit would change, or one without a word yet."""
    count = subject.count if pack.head.assesses is Assesses.EACH_COUNT else ""
    for given in case.weights:
        near = given.accused in ("", subject.accused) and given.count in ("", subject.count)
        if near and (given.step, given.fact) == (step, fact):
            return given
    return WeightGiven(step, fact, "", subject.accused, count)


def without_evidence(case: Case, id_: str) -> Case:
    """The case without a piece of evidence and every link to it."""
    kept = tuple(each for each in case.evidence if each.id != id_)
    return evolve(case, evidence=kept, answers=tuple(unlinked(answer, id_) for answer in case.answers))


def without_accused(case: Case, id_: str) -> Case:
    """The case without an accused and what was said of them alone."""
    return evolve(
        case,
        accused=tuple(each for each in case.accused if each.id != id_),
        answers=tuple(each for each in case.answers if each.accused != id_),
        judgments=tuple(each for each in case.judgments if each.accused != id_),
        weights=tuple(each for each in case.weights if each.accused != id_),
    )


def without_count(case: Case, id_: str) -> Case:
    """The case without a count and what was said of it alone."""
    return evolve(
        case,
        counts=tuple(each for each in case.counts if each.id != id_),
        accused=tuple(evolve(each, counts=tuple(c for c in each.counts if c != id_)) for each in case.accused),
        answers=tuple(each for each in case.answers if each.count != id_),
        judgments=tuple(each for each in case.judgments if each.count != id_),
        weights=tuple(each for each in case.weights if each.count != id_),
    )


def next_accused(case: Case) -> Accused:
    """A further accused, charged with every count; an id is never used again."""
    return Accused(_next_id("A", (each.id for each in case.accused)), "", tuple(each.id for each in case.counts))


def next_count(case: Case) -> OffenceCount:
    """A further count on the days of the first."""
    first = case.counts[0] if case.counts else OffenceCount("")
    id_ = _next_id("C", (each.id for each in case.counts))
    return OffenceCount(id_, provision=first.provision, first=first.first, last=first.last)


def next_evidence(case: Case, letter: str = "E") -> Evidence:
    """A piece of evidence with a fresh id and no label yet."""
    return Evidence(_next_id(letter, (each.id for each in case.evidence)), "")


def _next_id(letter: str, used: Iterable[str]) -> str:
    numbers = [int(id_[1:]) for id_ in used if id_[1:].isdigit()]
    return f"{letter}{max(numbers, default=0) + 1}"
