"""Exercises: decided or invented cases for a training room, read as packs are, and made into a case.

An exercise names its guidance, gives the hand-out and the facts in the batch format, and keeps what the court found
apart, so that a room can compare.
"""

from collections.abc import Mapping
from typing import Final

from attrs import frozen

from sentencing.case.model import (
    Accused,
    Answer,
    Basis,
    Case,
    GuidanceReference,
    JudgmentMade,
    OffenceCount,
    Sealed,
    Standing,
    WeightGiven,
)
from sentencing.engine.answers import AnswerReader
from sentencing.engine.sealing import open_pack
from sentencing.errors import Problem
from sentencing.pack.model import CASE_DATES, About, Fact, Pack
from sentencing.pack.source import decoded, read_nodes
from sentencing.pack.spots import Report, Spot, optional_text

FORMAT: Final = "1"
_REQUIRED: Final = ("exercise", "id", "title", "guidance", "facts")
_OPTIONAL: Final = (
    "minutes", "teaches", "citation", "source", "dates", "hand-out", "judgments", "weights", "court", "note",
)  # fmt: skip

Parts = Mapping[str, object]
"""A name with a text, or with texts by name: `{"prosecution": "8", "defence": "4"}`."""


@frozen
class Exercise:
    """One exercise. Facts, judgments and weights keep the batch format; `found` and `sentence` are the court's."""

    id: str
    title: str
    pack: str
    edition: str
    facts: Parts
    judgments: Parts
    weights: Parts
    dates: Mapping[str, str]
    minutes: str = ""
    teaches: str = ""
    citation: str = ""
    source: str = ""
    hand_out: str = ""
    found: tuple[str, ...] = ()
    sentence: str = ""
    note: str = ""

    def problems(self, pack: Pack) -> tuple[Problem, ...]:
        """What of it the pack cannot read."""
        _, problems = AnswerReader(pack, whole=True).question(self.facts, self.judgments, self.weights, self.dates)
        return problems


def read_exercise(text: str | bytes) -> tuple[Exercise | None, tuple[Problem, ...]]:
    """The exercise, or None and every problem of its text; never raises. `Exercise.problems` checks it under a pack."""
    clean, problems = decoded(text)
    if problems:
        return None, problems
    root, problems = read_nodes(clean)
    report = Report(list(problems))
    exercise = _exercise(Spot(root, "", report)) if root is not None else None
    found = tuple(sorted(report.problems, key=lambda problem: problem.line))
    return (None if report.refuses else exercise), found


def case_of(exercise: Exercise, pack: Pack) -> Case:
    """The case of an exercise under its pack: one accused, one count, no name; nothing that is sealed is in it."""
    dates = exercise.dates
    day = dates.get("offence-date", "")
    count = OffenceCount("C1", exercise.title, first=day, last=day, conviction_date=dates.get("conviction-date", ""))
    asked = open_pack(pack)
    return Case(
        id=exercise.id,
        guidance=GuidanceReference(pack.head.id, pack.head.edition.id, pack.hash),
        accused=(Accused("A1", counts=("C1",)),),
        counts=(count,),
        reference=exercise.id,
        title=exercise.title,
        hearing=dates.get("sentence-date", ""),
        answers=tuple(_answer(asked.facts[name], said) for name, said in exercise.facts.items() if name in asked.facts),
        judgments=tuple(_judgment(name, said) for name, said in exercise.judgments.items() if name in asked.judgments),
        weights=tuple(
            _weight(step, fact, said)
            for step, words in exercise.weights.items()
            if isinstance(words, Mapping)
            for fact, said in words.items()
        ),
    )


def sealed_of(exercise: Exercise, pack: Pack) -> Sealed:
    """What of an exercise its pack seals."""
    asked = open_pack(pack)
    facts = [pack.facts[name] for name in exercise.facts if name in pack.facts and name not in asked.facts]
    judgments = [name for name in exercise.judgments if name in pack.judgments and name not in asked.judgments]
    return Sealed(
        answers=tuple(_answer(fact, exercise.facts[fact.id]) for fact in facts),
        judgments=tuple(_judgment(name, exercise.judgments[name]) for name in judgments),
    )


# --------------------------------------------------------------------------------------------------------- records


def _answer(fact: Fact, said: object) -> Answer:
    accused = "A1" if fact.about is About.ACCUSED else ""
    count = "C1" if fact.about is About.COUNT else ""
    match said:
        case {"alleged": str(value)}:
            return Answer(fact.id, Standing.ALLEGED, accused, count, value=value)
        case {"prosecution": str(prosecution), "defence": str(defence)}:
            return Answer(fact.id, Standing.DISPUTED, accused, count, prosecution=prosecution, defence=defence)
        case _:
            return Answer(fact.id, Standing.ESTABLISHED, accused, count, value=str(said), basis=Basis.FOUND)


def _judgment(name: str, said: object) -> JudgmentMade:
    if not isinstance(said, Mapping):
        return JudgmentMade(name, value=str(said))
    texts = {key: str(said.get(key, "")) for key in ("value", "reasons", "prosecution", "defence")}
    grounds = said.get("grounds", ())
    return JudgmentMade(name, grounds=tuple(grounds) if isinstance(grounds, list) else (), **texts)


def _weight(step: str, fact: str, said: object) -> WeightGiven:
    if isinstance(said, Mapping):
        return WeightGiven(step, fact, str(said.get("word", "")), reasons=str(said.get("reasons", "")))
    return WeightGiven(step, fact, str(said))


# ---------------------------------------------------------------------------------------------------------- reading


def _exercise(spot: Spot) -> Exercise | None:
    fields = spot.fields(_REQUIRED, _OPTIONAL)
    if not all(key in fields for key in _REQUIRED):
        return None
    if (version := fields["exercise"].text()) != FORMAT:
        right = f"This program reads format {FORMAT}."
        fields["exercise"].error(f"'exercise: {version}' is a format that this program does not know.", right)
        return None
    guidance = fields["guidance"].fields(("pack", "edition"))
    court = fields["court"].fields((), ("found", "sentence")) if "court" in fields else {}
    dates = fields["dates"].fields((), CASE_DATES) if "dates" in fields else {}
    return Exercise(
        id=fields["id"].name(),
        title=fields["title"].text(),
        pack=optional_text(guidance, "pack"),
        edition=optional_text(guidance, "edition"),
        facts=_parts(fields["facts"]),
        judgments=_parts(fields.get("judgments")),
        weights=_parts(fields.get("weights")),
        dates={name: part.day() for name, part in dates.items()},
        minutes=optional_text(fields, "minutes"),
        teaches=optional_text(fields, "teaches"),
        citation=optional_text(fields, "citation"),
        source=optional_text(fields, "source"),
        hand_out=optional_text(fields, "hand-out"),
        found=court["found"].texts() if "found" in court else (),
        sentence=optional_text(court, "sentence"),
        note=optional_text(fields, "note"),
    )


def _parts(spot: Spot | None) -> dict[str, object]:
    """Names with a text, a list of texts or texts by name; which of them fits is the pack's to say."""
    return {name: _said(part) for name, part in spot.entries(None)} if spot is not None else {}


def _said(spot: Spot) -> object:
    if spot.is_text():
        return spot.text()
    return _parts(spot) if spot.is_map() else list(spot.texts())
