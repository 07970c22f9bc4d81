"""The cases that the memo is tested on: Marin, whose law is a page of the guideline, and what may be made of it."""

from functools import cache
from pathlib import Path

from attrs import evolve

from sentencing.case.assign import question
from sentencing.case.model import (
    Accused,
    Admissible,
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
    WeightGiven,
)
from sentencing.engine.assessment import Assessment
from sentencing.engine.forks import assess
from sentencing.engine.sealing import open_pack
from sentencing.errors import Severity
from sentencing.memo.matter import Choices
from sentencing.memo.view import Included, View
from sentencing.memo.viewing import view_of
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


@cache
def marin_pack() -> Pack:
    pack, problems = read_pack((HERE / "marin.yaml").read_text(encoding="utf-8"))
    assert pack is not None, [str(problem) for problem in problems]
    return pack


def links(*ids: str, against: tuple[str, ...] = ()) -> tuple[EvidenceLink, ...]:
    opposing = (EvidenceLink(each, Direction.AGAINST) for each in against)
    return (*(EvidenceLink(each) for each in ids), *opposing)


@cache
def marin() -> Case:
    """The case of the pictures: 24 or 32 persons, risk, bodily injury, acceptance; level 17, category I, 24 to 30."""
    return Case(
        id="marin",
        guidance=GuidanceReference("us-extract", "2025-11-01"),
        title="United States v. K. Marin",
        reference="26-cr-0417",
        court="United States District Court\nSouthern District of California",
        hearing="2026-12-09",
        author=Author("R. Osei", "Assistant United States Attorney"),
        accused=(Accused("A1", "K. Marin", ("C1",)),),
        counts=(
            OffenceCount(
                "C1",
                "Bringing in unlawful aliens for gain",
                "8 U.S.C. 1324(a)(1)(A)(ii), (B)(i)",
                "2026-03-14",
                "2026-03-14",
                "2026-09-02",
            ),
        ),
        evidence=(
            Evidence("e4", "Ex. 4 · Coast Guard video", "00:12–00:23", EvidenceKind.RECORDING, "Cutter Haddock"),
            Evidence("e9", "Ex. 9 · survey of the boat", "p. 3", EvidenceKind.EXPERT, "Port surveyor"),
            Evidence(
                "w3",
                "Statement",
                "paras 4–9",
                EvidenceKind.STATEMENT,
                "",
                "W-03",
                Interpreter.USED,
                True,
                leaves="2026-12-01",
            ),
            Evidence("w7", "Statement", "para. 2", EvidenceKind.STATEMENT, "", "W-07", admissible=Admissible.CONTESTED),
            Evidence("e11", "Ex. 11 · crew list found aboard", "", EvidenceKind.DOCUMENT),
            Evidence("e12", "Ex. 12 · plea agreement", "p. 2", EvidenceKind.DOCUMENT),
            Evidence(
                "e2", "Ex. 2 · ambulance note", "", EvidenceKind.DOCUMENT, note="No hospital report is in evidence."
            ),
        ),
        answers=(
            Answer("statute", Standing.ESTABLISHED, value="a1-gain", basis=Basis.ADMITTED, evidence=links("e12")),
            Answer(
                "aliens",
                Standing.DISPUTED,
                prosecution="32",
                defence="24",
                reasons="The video shows heads in two rows; eight persons left before the boarding.",
                evidence=links("e4", "w7", against=("e11",)),
            ),
            Answer(
                "risk",
                Standing.ESTABLISHED,
                value="yes",
                basis=Basis.AGREED,
                reasons="The open seven-metre boat was rated for six persons, carried two life jackets and ran unlit.",
                evidence=links("e9", "e4", "w3"),
            ),
            Answer(
                "injury",
                Standing.ESTABLISHED,
                value="bodily",
                reasons="One passenger was treated for an injury to the arm.",
                evidence=links("e2"),
            ),
            Answer(
                "weapon",
                Standing.CONSIDERED,
                reasons="The knife found was a fishing tool, neither shown nor used.",
                evidence=links("e4"),
            ),
            Answer("flight", Standing.ESTABLISHED, value="yes", basis=Basis.FOUND, evidence=links("e4")),
            Answer("blue-light", Standing.ALLEGED, value="yes", evidence=links("e4")),
            Answer("acceptance", Standing.ESTABLISHED, value="yes", basis=Basis.ADMITTED, evidence=links("e12")),
            Answer(
                "history", Standing.ESTABLISHED, value="I", reasons="One point, for a conviction of 2021.", evidence=()
            ),
        ),
        judgments=(
            JudgmentMade(
                "term",
                value="27 months",
                reasons="He organised nothing and worked for a fixed fee; he admits an earlier paid crossing.",
            ),
            JudgmentMade("forfeiture", value="sought", reasons="The boat and the money served the offence."),
            JudgmentMade("restitution", value="not-sought", reasons="No loss is stated in the evidence."),
        ),
    )


@cache
def guidance(name: str, edition: str) -> Pack:
    """A pack of the repository."""
    path = ROOT / "guidance" / name / f"{edition}.yaml"
    pack, problems = read_pack(path.read_text(encoding="utf-8"), path.parent)
    assert pack is not None, [str(problem) for problem in problems]
    return pack


@cache
def marin_in_full() -> Case:
    """Marin under the whole guideline; the two passengers who said that they were sixteen make it dispute two facts."""
    case = evolve(marin(), guidance=GuidanceReference("us-2l1.1", "2025-11-01"))
    kept = [
        answer for answer in case.answers if answer.fact in ("aliens", "risk", "injury", "weapon", "flight", "history")
    ]
    plea = links("e12")
    return evolve(
        case,
        answers=(
            *kept,
            Answer("statute", Standing.ESTABLISHED, value="a1-bring-or-gain", basis=Basis.ADMITTED, evidence=plea),
            Answer("conviction", Standing.ESTABLISHED, value="s1324", basis=Basis.ADMITTED, evidence=plea),
            Answer(
                "profit",
                Standing.ESTABLISHED,
                value="yes",
                basis=Basis.ADMITTED,
                reasons="He was paid a fixed fee.",
                evidence=plea,
            ),
            Answer("family-only", Standing.NOT_RAISED),
            Answer("role", Standing.ESTABLISHED, value="none", reasons="He steered; he neither planned nor recruited."),
            Answer("acceptance", Standing.ESTABLISHED, value="yes", basis=Basis.ADMITTED, evidence=plea),
            Answer("government-motion", Standing.ESTABLISHED, value="yes", basis=Basis.AGREED),
            Answer("flight-basis", Standing.ESTABLISHED, value="same-conduct"),
            Answer(
                "unaccompanied-minor",
                Standing.ALLEGED,
                value="yes",
                reasons="Two passengers said that they were sixteen.",
                evidence=links("w3"),
            ),
        ),
        judgments=(case.judgments[0],),
    )


@cache
def baseline() -> Case:
    """The same crossing in a State without numbers: its own range, weights with reasons, a term that she chose."""
    case = marin()
    return evolve(
        case,
        guidance=GuidanceReference("protocol-baseline", "2004-01-28"),
        title="The State v. M.",
        court="Regional Court",
        reference="K 417/26",
        author=Author("R. Osei", "Prosecutor"),
        counts=(OffenceCount("C1", "Smuggling of migrants", "Criminal Code, section 214", "2026-03-14", "2026-03-14"),),
        answers=(
            Answer("migrant-only", Standing.ESTABLISHED, value="no", basis=Basis.ADMITTED, evidence=links("e12")),
            Answer(
                "benefit", Standing.ESTABLISHED, value="yes", reasons="He was paid a fixed fee.", evidence=links("e12")
            ),
            Answer("family", Standing.CONSIDERED, reasons="None of the passengers is a relative."),
            Answer("humanitarian", Standing.NOT_RAISED),
            Answer("frame-min", Standing.ESTABLISHED, value="24", reasons="Criminal Code, section 214(1)."),
            Answer("frame-max", Standing.ESTABLISHED, value="96", reasons="Criminal Code, section 214(1)."),
            Answer(
                "life",
                Standing.ESTABLISHED,
                value="actual",
                basis=Basis.FOUND,
                reasons="The open boat was rated for six persons.",
                evidence=links("e9", "e4"),
            ),
            Answer("number", Standing.DISPUTED, prosecution="32", defence="24", evidence=links("e4", against=("e11",))),
            Answer(
                "role", Standing.ESTABLISHED, value="subordinate", reasons="He steered for a fee.", evidence=links("w3")
            ),
            Answer("interpreter", Standing.ESTABLISHED, value="unchecked", evidence=links("w3")),
        ),
        judgments=(
            JudgmentMade("gravity", value="aggravated", reasons="Lives were endangered; his own part was low."),
            JudgmentMade(
                "term", value="48 months", reasons="Half of the range for a low-level part.", defence="30 months"
            ),
            JudgmentMade("confiscation", value="sought", reasons="The boat served the offence."),
        ),
        weights=(
            WeightGiven("weighing", "life", "decisive", reasons="Eleven minutes unlit in a shipping lane."),
            WeightGiven("weighing", "role", "some", reasons="A low-level actor."),
        ),
    )


def assessed(case: Case, pack: Pack, accused: str = "A1", count: str = "C1") -> Assessment:
    asked, problems = question(case, pack, accused, count)
    assert not [each for each in problems if each.severity is Severity.ERROR], problems
    return assess(open_pack(pack), asked)


def view(
    case: Case | None = None, pack: Pack | None = None, choices: Choices | None = None, include: Included | None = None
) -> View:
    """The memo of a case under a pack, Marin's unless another is given."""
    case, pack = case or marin(), pack or marin_pack()
    count = case.counts[0].id
    return view_of(
        case, pack, assessed(case, pack, case.accused[0].id, count), case.accused[0].id, count, choices, include
    )


def with_text_everywhere(text: str) -> Case:
    """Marin with one text in every field that a person types."""
    case = marin()
    return evolve(
        case,
        title=text,
        reference=text,
        court=text,
        author=Author(text, text),
        accused=(Accused("A1", text, ("C1",)),),
        counts=(evolve(case.counts[0], title=text, provision=text),),
        evidence=tuple(evolve(each, label=text, pages=text, source=text, note=text) for each in case.evidence),
        answers=tuple(evolve(each, reasons=text) for each in case.answers),
        judgments=tuple(evolve(each, reasons=text) for each in case.judgments),
    )
