"""The invented case of every picture: Marin, under the United States guidance."""

from sentencing.case.model import (
    Accused,
    Answer,
    Author,
    Basis,
    Case,
    Direction,
    Evidence,
    EvidenceKind,
    EvidenceLink,
    GuidanceReference,
    Interpreter,
    JudgmentMade,
    OffenceCount,
    Standing,
)
from sentencing.pack.model import About, Fact, Pack

PACK = "us-2l1.1"
_ESTABLISHED = {
    "conviction": "s1324",
    "statute": "a1-bring-or-gain",
    "profit": "yes",
    "risk": "yes",
    "injury": "bodily",
    "acceptance": "yes",
    "government-motion": "yes",
    "history": "I",
}
_NOT_RAISED = (
    "commercial-organisation",
    "family-only",
    "prior-immigration-felonies",
    "weapon-own",
    "detained",
    "threats",
    "prostitution",
    "homicide",
    "harboring-conviction",
    "hate-motive",
    "vulnerable-victim",
    "official-victim",
    "restrained",
    "terrorism",
    "role",
    "trust-or-skill",
    "used-minor",
    "obstruction",
    "on-release",
    "early-disposition",
    "zero-point",
)
_RISK_REASONS = (
    "At least 24 people stood on an open seven-metre boat rated for six, at night, with two life jackets. For eleven "
    "minutes the defendant ran it unlit from the cutter."
)
_TERM_REASONS = (
    "The middle of the range. He ran the boat for a fixed fee and organised nothing; against that, he admits an "
    "earlier paid crossing."
)


def marin(pack: Pack) -> Case:
    """The case under a pack; facts that the pack does not ask are left out."""
    answers = [
        *(_established(pack, fact, value) for fact, value in _ESTABLISHED.items() if fact in pack.facts),
        *(_placed(pack, fact, Standing.NOT_RAISED) for fact in _NOT_RAISED if fact in pack.facts),
        _disputed(pack, "aliens", "32", "24", (EvidenceLink("E1"), EvidenceLink("E2", Direction.AGAINST))),
        _disputed(pack, "flight", "yes", "no", ()),
        _placed(
            pack, "weapon", Standing.CONSIDERED, reasons="The knife found was a fishing tool, neither shown nor used."
        ),
        _established(pack, "flight-basis", "same-conduct"),
    ]
    return Case(
        id="marin",
        guidance=GuidanceReference(pack.head.id, pack.head.edition.id, pack.hash),
        accused=(Accused("A1", "K. Marin", ("C1",)),),
        counts=(
            OffenceCount(
                "C1",
                "Bringing in for financial gain",
                "8 USC 1324(a)(1)(A)(ii), (B)(i)",
                "2026-03-14",
                "2026-03-14",
                "2026-09-01",
            ),
        ),
        reference="26-cr-0417",
        title="US v. Marin",
        court="United States District Court\nSouthern District of California",
        hearing="2026-12-09",
        author=Author("J. Alvarez", "Assistant United States Attorney"),
        evidence=_evidence(),
        answers=tuple(answers),
        judgments=(JudgmentMade("term", "A1", value="27 months", reasons=_TERM_REASONS),)
        if "term" in pack.judgments
        else (),
    )


def _evidence() -> tuple[Evidence, ...]:
    return (
        Evidence("E1", "Ex. 2 · head count on deck", kind=EvidenceKind.DOCUMENT),
        Evidence("E2", "Statement of the accused of 16 Mar", kind=EvidenceKind.STATEMENT),
        Evidence(
            "E3",
            "Ex. 4 · Coast Guard deck video",
            "00:12–00:23",
            EvidenceKind.RECORDING,
            note="Overloaded boat, unlit, turning at speed",
        ),
        Evidence(
            "E4",
            "Ex. 9 · Marine surveyor",
            "p. 3",
            EvidenceKind.EXPERT,
            note="Seven metres, rated for six persons; two life jackets found",
        ),
        Evidence(
            "E5",
            "W-03 · passenger, statement of 15 Mar",
            kind=EvidenceKind.STATEMENT,
            witness_code="W-03",
            interpreter=Interpreter.USED,
            note="Mam to Spanish to English; certificate on file",
            leaves="2026-12-02",
        ),
    )


def _established(pack: Pack, fact: str, value: str) -> Answer:
    links = tuple(EvidenceLink(each) for each in ("E3", "E4", "E5")) if fact == "risk" else ()
    accused, count = _place(pack.facts[fact])
    reasons = _RISK_REASONS if fact == "risk" else ""
    return Answer(
        fact, Standing.ESTABLISHED, accused, count, value, basis=Basis.ADMITTED, reasons=reasons, evidence=links
    )


def _disputed(pack: Pack, fact: str, prosecution: str, defence: str, links: tuple[EvidenceLink, ...]) -> Answer:
    accused, count = _place(pack.facts[fact])
    return Answer(fact, Standing.DISPUTED, accused, count, prosecution=prosecution, defence=defence, evidence=links)


def _placed(pack: Pack, fact: str, standing: Standing, reasons: str = "") -> Answer:
    accused, count = _place(pack.facts[fact])
    return Answer(fact, standing, accused, count, reasons=reasons)


def _place(fact: Fact) -> tuple[str, str]:
    match fact.about:
        case About.ACCUSED:
            return "A1", ""
        case About.COUNT:
            return "", "C1"
        case About.EVENT:
            return "", ""
