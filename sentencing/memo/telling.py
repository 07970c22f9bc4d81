"""The facts as the memo tells them: each once, in the section that owns it, with its evidence for and against."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from sentencing.case.model import (
    Admissible,
    Answer,
    Direction,
    Evidence,
    EvidenceKind,
    Interpreter,
    Standing,
)
from sentencing.locale import N_
from sentencing.memo.annexes import Exhibit, Factor
from sentencing.memo.matter import Matter
from sentencing.memo.view import Concern, OpenFact, Told
from sentencing.memo.words import BASES, STANDINGS
from sentencing.pack.model import About, Fact, FactValue, Group

EVIDENCE_KINDS: Final[Mapping[EvidenceKind, str]] = {
    EvidenceKind.DOCUMENT: N_("document"),
    EvidenceKind.STATEMENT: N_("statement"),
    EvidenceKind.INTERVIEW: N_("interview"),
    EvidenceKind.RECORDING: N_("recording"),
    EvidenceKind.EXPERT: N_("expert report"),
    EvidenceKind.TECHNIQUE: N_("special technique"),
}
NO_BREAK: Final = "\u00a0"
LONGEST_TOGETHER: Final = 8
SPOKEN_KINDS: Final = (EvidenceKind.STATEMENT, EvidenceKind.INTERVIEW)


def owner(matter: Matter, fact: Fact) -> str:
    """The section that tells a fact, or the empty text when only annex B lists it."""
    answer = matter.answer(fact.id)
    if answer is None:
        return ""
    match answer.standing:
        case Standing.DISPUTED | Standing.ALLEGED:
            return "disputes"
        case Standing.CONSIDERED:
            return "threshold" if fact.group is Group.THRESHOLD else "not_applied"
        case Standing.NOT_RAISED:
            return ""
    if fact.informational:
        return "practice"
    if fact.group is Group.THRESHOLD:
        return "threshold"
    if fact.group is Group.CONDUCT and fact.about is About.COUNT:
        return "charge_facts"
    says_something = answer.reasons or answer.evidence or answer.value != str(fact.default)
    if not says_something:
        return ""
    return "record" if fact.group is Group.RECORD else "facts"


def told_in(matter: Matter, section: str) -> tuple[Told, ...]:
    """The facts that one section tells, in the order of the pack."""
    found = (fact for fact in matter.pack.facts.values() if owner(matter, fact) == section)
    return tuple(told(matter, fact) for fact in found)


def told(matter: Matter, fact: Fact) -> Told:
    """One answered fact."""
    answer = matter.answer(fact.id)
    assert answer is not None
    return Told(
        id=fact.id,
        name=matter.name_of(fact),
        ask=fact.ask,
        value=matter.words.inside(value_text(matter, fact, answer.value)),
        standing=answer.standing.value,
        basis=matter.words.say(BASES[answer.basis.value]) if answer.basis is not None else "",
        reasons=matter.typed(answer.reasons),
        supports=tuple(evidence_cited(matter, answer, Direction.FOR)),
        opposes=tuple(evidence_cited(matter, answer, Direction.AGAINST)),
        cites=matter.words.cites(fact.cites),
        group=fact.group.value,
        overlaps=overlaps(matter, (fact.id,)),
    )


def value_text(matter: Matter, fact: Fact, text: str) -> str:
    """An answer's canonical text as a reader says it: the engine's reading of it where it is the established one."""
    value: FactValue = text
    established = matter.assessment.question.established.facts.get(fact.id)
    if isinstance(established, int) and text.isdigit():
        value = int(text)
    return matter.words.fact(fact, value) if text else ""


def evidence_cited(matter: Matter, answer: Answer, direction: Direction) -> Iterator[str]:
    """How the memo refers to the evidence on one side of an answer."""
    for link in answer.evidence:
        evidence = matter.evidence.get(link.id)
        if evidence is not None and link.direction is direction:
            yield reference(matter, evidence)


def reference(matter: Matter, evidence: Evidence) -> str:
    """`Ex. 4, p. 12, W-03`: the label up to its first dot, the pages and the witness."""
    label = matter.typed(evidence.label).partition(" · ")[0].strip() or evidence.id
    parts = (_together(part) for part in (label, evidence.pages, evidence.witness_code) if part)
    return ", ".join(parts)


def _together(text: str) -> str:
    """A short reference, `Ex. 4`, with a space that keeps to one line."""
    return text.replace(" ", NO_BREAK) if len(text) <= LONGEST_TOGETHER else text


def overlaps(matter: Matter, facts: Iterable[str]) -> tuple[str, ...]:
    """What the pack says of overlapping facts, where more than one of them is in the case."""
    said: list[str] = []
    wanted = set(facts)
    for relation in matter.pack.relations:
        present = [name for name in relation.facts if _stands(matter, name)]
        if wanted & set(present) and (len(present) > 1 or len(relation.facts) == 1):
            cites = "; ".join(matter.words.cites(relation.cites))
            said.append(f"{relation.say.rstrip('.')} ({cites})." if cites else relation.say)
    return tuple(dict.fromkeys(said))


def _stands(matter: Matter, name: str) -> bool:
    fact, answer = matter.pack.facts.get(name), matter.answer(name)
    if fact is None or answer is None or answer.standing in (Standing.NOT_RAISED, Standing.CONSIDERED):
        return False
    values = (answer.value, answer.prosecution, answer.defence)
    return any(value and value != str(fact.default) for value in values)


def factors(matter: Matter, unanswered: Iterable[OpenFact]) -> tuple[Factor, ...]:
    """Annex B: every question that the pack asks here and how it stands."""
    meanwhile = {fact.id: fact for fact in unanswered}
    found = []
    for fact in matter.pack.facts.values():
        answer = matter.answer(fact.id)
        if fact.id not in matter.asked and answer is None:
            continue
        standing = answer.standing.value if answer is not None else ""
        says_so = answer is not None and answer.standing in (Standing.ESTABLISHED, Standing.ALLEGED)
        value = value_text(matter, fact, answer.value) if answer is not None and says_so else ""
        if answer is not None and answer.standing is Standing.DISPUTED:
            sides = (value_text(matter, fact, each) for each in (answer.prosecution, answer.defence))
            value = matter.words.say(
                "prosecution {first}, defence {second}", **dict(zip(("first", "second"), sides, strict=True))
            )
        cites = matter.words.cites(fact.cites)
        stands = matter.words.say(STANDINGS[standing])
        read = _meanwhile(matter, meanwhile.get(fact.id))
        found.append(Factor(matter.name_of(fact), fact.ask, stands, value, cites, fact.group.value, read))
    return tuple(found)


def _meanwhile(matter: Matter, fact: OpenFact | None) -> str:
    if fact is None:
        return ""
    read = matter.words.say("read as {value}", value=fact.read_as)
    return f"{read}; {fact.worth}" if fact.worth else read


# ------------------------------------------------------------------------------------------------------- evidence


def cited_evidence(matter: Matter) -> tuple[Evidence, ...]:
    """The evidence that a told fact refers to, in the order of the case."""
    used = {
        link.id
        for fact in matter.pack.facts.values()
        if owner(matter, fact)
        for answer in (matter.answer(fact.id),)
        if answer is not None
        for link in answer.evidence
    }
    return tuple(each for each in matter.case.evidence if each.id in used)


def exhibits(matter: Matter) -> tuple[Exhibit, ...]:
    """The evidence that the memo cites, in full."""
    found = []
    for each in cited_evidence(matter):
        label = matter.typed(each.label) + (f" ({each.witness_code})" if each.witness_code else "")
        note = ". ".join(matter.typed(text).rstrip(".") for text in (each.source, each.note) if text)
        found.append(Exhibit(label, each.pages, matter.words.say(EVIDENCE_KINDS[each.kind]), note))
    return tuple(found)


def concerns(matter: Matter) -> tuple[Concern, ...]:
    """What must be asked about the evidence cited (CTOC/COP/WG.7/2012/2, paras 19 to 21)."""
    found = []
    for each in cited_evidence(matter):
        questions = tuple(_questions(matter, each))
        if questions:
            found.append(Concern(reference(matter, each), questions))
    return tuple(found)


def _questions(matter: Matter, evidence: Evidence) -> Iterator[str]:
    say = matter.words.say
    if evidence.interpreter is Interpreter.USED:
        yield say("An interpreter was used; that the interpretation was checked is not recorded.")
    if evidence.kind in SPOKEN_KINDS and not evidence.legal_adviser:
        yield say("That the witness had a legal adviser is not recorded.")
    if evidence.admissible is Admissible.CONTESTED:
        yield say("Its admissibility is contested.")
    if evidence.admissible is Admissible.NO:
        yield say("It is not admissible.")
    if evidence.leaves:
        day = matter.words.day(evidence.leaves)
        if matter.case.hearing and evidence.leaves < matter.case.hearing:
            yield say("The witness leaves on {day}, before the hearing.", day=day)
        else:
            yield say("The witness leaves on {day}.", day=day)
