"""An exercise made from a case: its facts without anybody's name, as text that reads back.

Reasons, evidence, judgments and weights stay behind: the first three may tell who it was, the last two are what the
room is asked for.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from attrs import evolve, frozen

from sentencing.case.exercise import FORMAT, Exercise
from sentencing.case.model import Answer, Case, Standing
from sentencing.engine.record import fact_text
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import Fact, Pack

_UNREADABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NO_ID: Final = re.compile(r"[^a-z0-9]+")


@frozen
class Told:
    """What a trainer writes about an exercise."""

    title: str
    hand_out: str = ""
    minutes: str = ""
    teaches: str = ""
    found: tuple[str, ...] = ()
    sentence: str = ""
    note: str = ""

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """(name of the field, its text): everything that could still hold a name."""
        return (
            ("title", self.title),
            ("teaches", self.teaches),
            ("hand-out", self.hand_out),
            ("found", "\n".join(self.found)),
            ("sentence", self.sentence),
            ("note", self.note),
        )


def exercise_of(case: Case, pack: Pack, accused: str, count: str, told: Told) -> Exercise:
    """The exercise of one accused and count; what the pack seals is not in it, nor any word that a person wrote."""
    asked = open_pack(pack)
    facts = {}
    for fact in asked.facts.values():
        answer = case.answer(fact.id, accused, count)
        if answer is not None and (said := _said(answer, fact, pack)) is not None:
            facts[fact.id] = said
    return Exercise(
        id=id_of(told.title),
        title=told.title.strip(),
        pack=pack.head.id,
        edition=pack.head.edition.id,
        facts=facts,
        judgments={},
        weights={},
        dates=dict(_dates(case, count)),
        minutes=told.minutes.strip(),
        teaches=told.teaches.strip(),
        hand_out=told.hand_out,
        found=tuple(each.strip() for each in told.found if each.strip()),
        sentence=told.sentence.strip(),
        note=told.note.strip(),
    )


def without_answer(exercise: Exercise) -> Exercise:
    """The exercise as participants may have it: without what the court did, and without the trainer's note."""
    return evolve(exercise, found=(), sentence="", note="", citation="", source="")


def id_of(title: str) -> str:
    """A title as an id: `Open boat, at night` → `open-boat-at-night`."""
    return _NO_ID.sub("-", title.casefold()).strip("-")[:60].strip("-") or "exercise"


def exercise_text(exercise: Exercise) -> str:
    """The exercise as a file that reads back, and that a person can go on writing."""
    return "\n".join(_lines(exercise)) + "\n"


def _said(answer: Answer, fact: Fact, pack: Pack) -> object:
    match answer.standing:
        case Standing.ESTABLISHED:
            return answer.value or None
        case Standing.ALLEGED:
            return {"alleged": answer.value} if answer.value else None
        case Standing.DISPUTED:
            both = answer.prosecution and answer.defence
            return {"prosecution": answer.prosecution, "defence": answer.defence} if both else None
        case Standing.NOT_RAISED | Standing.CONSIDERED:
            return fact_text(fact, fact.default, pack.units)


def _dates(case: Case, count: str) -> Iterator[tuple[str, str]]:
    charged = next((each for each in case.counts if each.id == count), case.counts[0] if case.counts else None)
    if charged is not None:
        yield from (
            (name, day)
            for name, day in (("offence-date", charged.last), ("conviction-date", charged.conviction_date))
            if day
        )
    if case.hearing:
        yield "sentence-date", case.hearing


# ---------------------------------------------------------------------------------------------------------- writing


def _lines(exercise: Exercise) -> Iterator[str]:
    yield f"exercise: {FORMAT}"
    yield f"id: {exercise.id}"
    yield f"title: {_quoted(clean(exercise.title).strip() or exercise.id)}"
    yield f"guidance: {{pack: {exercise.pack}, edition: {_quoted(exercise.edition)}}}"
    for key, text in (
        ("minutes", exercise.minutes),
        ("teaches", exercise.teaches),
        ("citation", exercise.citation),
        ("source", exercise.source),
    ):
        if text:
            yield f"{key}: {_quoted(text)}"
    if exercise.dates:
        yield f"dates: {_flow(exercise.dates)}"
    yield from _block("hand-out", exercise.hand_out)
    yield from _map("facts", exercise.facts)
    if exercise.judgments:
        yield from _map("judgments", exercise.judgments)
    if exercise.weights:
        yield from _map("weights", exercise.weights)
    found = [each for each in exercise.found if clean(each).strip()]
    if found or exercise.sentence:
        yield "court:"
        if found:
            yield "  found:"
            yield from (f"  - {_quoted(each)}" for each in found)
        if exercise.sentence:
            yield f"  sentence: {_quoted(exercise.sentence)}"
    yield from _block("note", exercise.note)


def _map(key: str, parts: Mapping[str, object]) -> Iterator[str]:
    if not parts:
        yield f"{key}: {{}}"
        return
    yield f"{key}:"
    yield from (f"  {name}: {_flow(said)}" for name, said in parts.items())


def _flow(said: object) -> str:
    match said:
        case Mapping():
            return "{" + ", ".join(f"{name}: {_flow(each)}" for name, each in said.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(_flow(each) for each in said) + "]"
        case _:
            return _quoted(str(said))


def _quoted(text: str) -> str:
    return json.dumps(clean(text).strip(), ensure_ascii=False)


def _block(key: str, text: str) -> Iterator[str]:
    """A text of several lines as it was written; its lines keep their ends and lose their outer spaces."""
    lines = [line.strip() for line in clean(text).strip().split("\n")]
    if any(lines):
        yield f"{key}: |"
        yield from (f"  {line}" if line else "" for line in lines)


def clean(text: str) -> str:
    """A text without what no exercise can hold: tabs, control characters, line ends of other systems."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNREADABLE.sub("", plain)
