"""The case: accused, counts, answers, judgments and evidence, frozen; a change makes another case.

Values are canonical text, as packs and files write them: `yes`, `24`, `bodily`, `27 months`, `75000 EUR`, `2026-03-14`.
"""

from collections.abc import Callable
from enum import Enum
from typing import Self, TypeVar

from attrs import evolve, field, frozen

FORMAT = 1

Record = TypeVar("Record")
Key = tuple[str, ...]


class Standing(Enum):
    """How an answer stands between the parties; no answer at all is not a standing."""

    ESTABLISHED = "established"
    ALLEGED = "alleged"
    DISPUTED = "disputed"
    NOT_RAISED = "not-raised"
    CONSIDERED = "considered"


class Basis(Enum):
    """What an established fact rests on."""

    ADMITTED = "admitted"
    AGREED = "agreed"
    FOUND = "found"


class Direction(Enum):
    """Which way a piece of evidence points."""

    FOR = "for"
    AGAINST = "against"


class EvidenceKind(Enum):
    """What a piece of evidence is."""

    DOCUMENT = "document"
    STATEMENT = "statement"
    INTERVIEW = "interview"
    RECORDING = "recording"
    EXPERT = "expert"
    TECHNIQUE = "technique"


class Interpreter(Enum):
    """Whether an interpreter was used and cross-checked (CTOC/COP/WG.7/2012/2, para 20)."""

    NONE = "none"
    USED = "used"
    CHECKED = "checked"


class Admissible(Enum):
    """Whether the evidence may be used."""

    YES = "yes"
    CONTESTED = "contested"
    NO = "no"


@frozen
class Author:
    """Who signs the memo."""

    name: str = ""
    role: str = ""


@frozen
class GuidanceReference:
    """The edition that the case was assessed under; `hash` is the pack's."""

    pack: str
    edition: str
    hash: str = ""


@frozen
class Accused:
    """One accused; the name stands only here, everything else says A1. `counts` are ids of the case's counts."""

    id: str
    name: str = ""
    counts: tuple[str, ...] = ()


@frozen
class OffenceCount:
    """One count of the charge. Days are ISO text; `first` and `last` are the same for a single day."""

    id: str
    title: str = ""
    provision: str = ""
    first: str = ""
    last: str = ""
    conviction_date: str = ""


@frozen
class EvidenceLink:
    """That a piece of evidence is for or against an answer."""

    id: str
    direction: Direction = Direction.FOR


@frozen
class Answer:
    """What is said of one fact. Empty `accused` and `count` mean: for everyone, for every count."""

    fact: str
    standing: Standing
    accused: str = ""
    count: str = ""
    value: str = ""
    prosecution: str = ""
    defence: str = ""
    basis: Basis | None = None
    reasons: str = ""
    evidence: tuple[EvidenceLink, ...] = ()


@frozen
class JudgmentMade:
    """What a person decided, or the parties ask for; `value` empty means not made yet."""

    id: str
    accused: str = ""
    count: str = ""
    value: str = ""
    grounds: tuple[str, ...] = ()
    reasons: str = ""
    prosecution: str = ""
    defence: str = ""


@frozen
class WeightGiven:
    """A weight word given to a fact in one step, with reasons."""

    step: str
    fact: str
    word: str
    accused: str = ""
    count: str = ""
    reasons: str = ""


@frozen
class Evidence:
    """A piece of evidence, kept once and linked from answers. `leaves` is the ISO day on which the witness leaves."""

    id: str
    label: str
    pages: str = ""
    kind: EvidenceKind = EvidenceKind.DOCUMENT
    source: str = ""
    witness_code: str = ""
    interpreter: Interpreter = Interpreter.NONE
    legal_adviser: bool = False
    admissible: Admissible = Admissible.YES
    note: str = ""
    leaves: str = ""


@frozen
class Sealed:
    """The same records for what is sealed, and nothing else."""

    answers: tuple[Answer, ...] = ()
    judgments: tuple[JudgmentMade, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: str = ""


@frozen
class Case:
    """Everything that a person said about one event, but for what is sealed."""

    id: str
    guidance: GuidanceReference
    accused: tuple[Accused, ...]
    counts: tuple[OffenceCount, ...]
    reference: str = ""
    title: str = ""
    court: str = ""
    hearing: str = ""
    """ISO day of the hearing; the day of sentence for choosing the edition."""
    author: Author = field(factory=Author)
    evidence: tuple[Evidence, ...] = ()
    answers: tuple[Answer, ...] = ()
    judgments: tuple[JudgmentMade, ...] = ()
    weights: tuple[WeightGiven, ...] = ()
    format: int = FORMAT

    def answer(self, fact: str, accused: str = "", count: str = "") -> Answer | None:
        """The answer that counts: accused and count → accused → count → case."""
        for who, which in ((accused, count), (accused, ""), ("", count), ("", "")):
            for answer in self.answers:
                if answer.fact == fact and answer.accused == who and answer.count == which:
                    return answer
        return None

    def judgment(self, judgment: str, accused: str = "", count: str = "") -> JudgmentMade | None:
        """The judgment that counts, nearest first."""
        for who, which in ((accused, count), (accused, ""), ("", count), ("", "")):
            for made in self.judgments:
                if made.id == judgment and made.accused == who and made.count == which:
                    return made
        return None

    def counts_of(self, accused: str) -> tuple[OffenceCount, ...]:
        """The counts that one accused is charged with: those named, or every count when none is."""
        named = next((each.counts for each in self.accused if each.id == accused), ())
        return tuple(each for each in self.counts if each.id in named) or self.counts

    def with_answer(self, answer: Answer) -> Self:
        """The case with this answer in place of the one for the same fact, accused and count."""
        return evolve(self, answers=_placed(self.answers, answer, _answer_key))

    def without_answer(self, fact: str, accused: str = "", count: str = "") -> Self:
        """The case with no answer at exactly this place."""
        kept = tuple(each for each in self.answers if _answer_key(each) != (fact, accused, count))
        return evolve(self, answers=kept)

    def with_judgment(self, made: JudgmentMade) -> Self:
        """The case with this judgment in place of the same one."""
        return evolve(self, judgments=_placed(self.judgments, made, _judgment_key))

    def with_weight(self, weight: WeightGiven) -> Self:
        """The case with this weight in place of the same one."""
        return evolve(self, weights=_placed(self.weights, weight, _weight_key))

    def with_evidence(self, evidence: Evidence) -> Self:
        """The case with this evidence in place of the one of the same id."""
        return evolve(self, evidence=_placed(self.evidence, evidence, lambda each: (each.id,)))

    def with_accused(self, accused: Accused) -> Self:
        """The case with this accused in place of the one of the same id."""
        return evolve(self, accused=_placed(self.accused, accused, lambda each: (each.id,)))

    def with_count(self, count: OffenceCount) -> Self:
        """The case with this count in place of the one of the same id."""
        return evolve(self, counts=_placed(self.counts, count, lambda each: (each.id,)))


def _answer_key(answer: Answer) -> tuple[str, ...]:
    return answer.fact, answer.accused, answer.count


def _judgment_key(made: JudgmentMade) -> tuple[str, ...]:
    return made.id, made.accused, made.count


def _weight_key(weight: WeightGiven) -> tuple[str, ...]:
    return weight.step, weight.fact, weight.accused, weight.count


def _placed(records: tuple[Record, ...], new: Record, key: Callable[[Record], Key]) -> tuple[Record, ...]:
    place = key(new)
    if any(key(each) == place for each in records):
        return tuple(new if key(each) == place else each for each in records)
    return (*records, new)
