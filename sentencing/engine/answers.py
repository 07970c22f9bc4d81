"""The batch format: one case a line, as text, in and out of a question.

    {"id": "c-17",
     "facts": {"risk": "yes", "aliens": {"prosecution": "8", "defence": "4"}, "detained": {"alleged": "yes"}},
     "judgments": {"term": {"value": "27 months", "reasons": "…"}}, "weights": {"weighing": {"life": "decisive"}},
     "offence-date": "2026-03-14", "sentence-date": "2026-11-02"}

Every value is text, as in packs and case files. All that is wrong with a line is told at once.
"""

import json
import re
from collections.abc import Mapping
from typing import Final

from attrs import field, frozen

from sentencing.engine.assignment import Decision, Question, Weight
from sentencing.engine.questions import Said, question_of
from sentencing.engine.record import fact_text
from sentencing.engine.sealing import open_pack
from sentencing.engine.values import judgment_text, read_fact, read_judgment, shown
from sentencing.errors import Problem
from sentencing.pack.model import CASE_DATES, Fact, FactValue, Judgment, Pack, Weigh
from sentencing.pack.spots import is_day, listed, nearest_of

KEYS: Final = ("id", "facts", "judgments", "weights", *CASE_DATES)
LONGEST_LINE: Final = 1_000_000
_ID_NUMBER: Final = re.compile("-?[0-9]{1,18}")
_SPLITS: Final = (("alleged",), ("defence", "prosecution"))
_FACT_SHAPES: Final = '"yes", {"prosecution": "8", "defence": "4"} or {"alleged": "yes"}'
_JUDGMENT_KEYS: Final = ("value", "grounds", "reasons", "prosecution", "defence")


@frozen
class Line:
    """One line that was read: its question, or its problems."""

    id: str | int
    question: Question | None
    problems: tuple[Problem, ...] = ()


@frozen
class _Number:
    """A JSON number as it was written, so that a message can show it."""

    text: str


class _Twice(ValueError):
    """A key that stands twice in one JSON object."""


@frozen
class AnswerReader:
    """Reads answers for one pack. `whole` takes the sealed facts and judgments too; otherwise they are passed over."""

    pack: Pack
    whole: bool = field(default=False, kw_only=True)

    @property
    def asked(self) -> Pack:
        """The pack that the questions are for."""
        return self.pack if self.whole else open_pack(self.pack)

    def line(self, text: str | bytes, number: int) -> Line:
        """One line of an answers file; a line without an id has its number as id."""
        record, problem = _parsed(text)
        if problem is not None:
            return Line(number, None, (problem,))
        assert record is not None
        named = record.get("id", number)
        id_ = int(named.text) if isinstance(named, _Number) and _ID_NUMBER.fullmatch(named.text) else named
        problems = _unknown(record, KEYS, "") if isinstance(id_, str | int) else [_wrong("id", id_, "")]
        dates = {name: record[name] for name in CASE_DATES if name in record}
        parts = (record.get("facts", {}), record.get("judgments", {}), record.get("weights", {}), dates)
        question, more = self.question(*parts)
        problems += more
        return Line(id_ if isinstance(id_, str | int) else number, None if problems else question, tuple(problems))

    def question(
        self, facts: object, judgments: object = None, weights: object = None, dates: object = None
    ) -> tuple[Question | None, tuple[Problem, ...]]:
        """The question of the parts of a line, an example or an exercise; None when anything is wrong."""
        reading = _Reading(self.asked, self.pack)
        reading.facts(facts)
        reading.judgments(judgments or {})
        reading.weights(weights or {})
        reading.dates(dates or {})
        if reading.problems:
            return None, tuple(reading.problems)
        return question_of(self.asked, reading.said), ()


class _Reading:
    """Reads the parts of one line into what was said, collecting every problem."""

    def __init__(self, asked: Pack, pack: Pack) -> None:
        self.said = Said()
        self.problems: list[Problem] = []
        self._pack = asked
        self._whole = pack

    def facts(self, record: object) -> None:
        for name, value in self._entries(record, "facts"):
            fact = self._pack.facts.get(name)
            if fact is not None:
                self._fact(fact, value)
            elif name not in self._whole.facts:
                self._unknown(f"facts.{name}", "fact", name, self._whole.facts)

    def judgments(self, record: object) -> None:
        for name, value in self._entries(record, "judgments"):
            judgment = self._pack.judgments.get(name)
            if judgment is not None:
                self._judgment(judgment, value)
            elif name not in self._whole.judgments:
                self._unknown(f"judgments.{name}", "judgment", name, self._whole.judgments)

    def weights(self, record: object) -> None:
        weighing = {step.id: step.weigh for step in self._pack.steps if step.weigh is not None}
        for step, words in self._entries(record, "weights"):
            if step not in weighing:
                self._unknown(f"weights.{step}", "weighing step", step, weighing)
                continue
            for fact, given in self._entries(words, f"weights.{step}"):
                self._weight(step, weighing[step], fact, given)

    def dates(self, record: object) -> None:
        for name, value in self._entries(record, ""):
            if name not in CASE_DATES:
                self._unknown(name, "date", name, CASE_DATES)
                continue
            day = self._text(value, name)
            if day is not None and not is_day(day):
                self._add(Problem(f"{shown(day)} is not a day.", name, right="Write it as 2026-03-14."))
            elif day is not None:
                self.said.dates[name] = day

    def _weight(self, step: str, weigh: Weigh, fact: str, given: object) -> None:
        path = f"weights.{step}.{fact}"
        if fact not in weigh.facts:
            self._unknown(path, f"fact that '{step}' weighs", fact, weigh.facts)
            return
        parts = self._entries_of(given, ("word", "reasons"), path) if isinstance(given, dict) else {"word": given}
        word, reasons = (self._text(parts.get(key, ""), f"{path}.{key}") for key in ("word", "reasons"))
        if word in weigh.words:
            self.said.weights[step, fact] = Weight(word, reasons or "")
        elif word is not None:
            right = f"Write {listed(weigh.words)}."
            self._add(Problem(f"{shown(word)} is not a weight here.", path, right=right))

    def _fact(self, fact: Fact, given: object) -> None:
        path = f"facts.{fact.id}"
        if not isinstance(given, dict):
            value = self._value(fact, given, path)
            if value is not None:
                self.said.established(fact.id, value)
            return
        if tuple(sorted(given)) not in _SPLITS:
            self._add(Problem(f"{_shape(given)} stands here.", path, right=f"Write {_FACT_SHAPES}."))
            return
        values = {party: self._value(fact, each, f"{path}.{party}") for party, each in given.items()}
        alleged, prosecution, defence = (values.get(key) for key in ("alleged", "prosecution", "defence"))
        if alleged is not None:
            self.said.alleged(fact.id, alleged, fact.default)
        elif prosecution is not None and defence is not None:
            self.said.disputed(fact.id, prosecution, defence)

    def _value(self, fact: Fact, given: object, path: str) -> FactValue | None:
        if not isinstance(given, str):
            self._add(_wrong(path, given, _FACT_SHAPES))
            return None
        value = read_fact(fact, given, self._pack.units)
        if isinstance(value, Problem):
            self._add(_at(value, path))
            return None
        return value

    def _judgment(self, judgment: Judgment, given: object) -> None:
        path = f"judgments.{judgment.id}"
        parts = self._entries_of(given, _JUDGMENT_KEYS, path) if isinstance(given, dict) else {"value": given}
        texts = {key: self._text(each, f"{path}.{key}") for key, each in parts.items() if key != "grounds"}
        read = {}
        for key in ("value", "prosecution", "defence"):
            text = texts.get(key)
            value = read_judgment(judgment, text, self._pack) if text else None
            if isinstance(value, Problem):
                self._add(_at(value, f"{path}.{key}" if isinstance(given, dict) else path))
            else:
                read[key] = value
        grounds = self._grounds(judgment, parts.get("grounds", []), f"{path}.grounds")
        if read.get("value") is not None or grounds or texts.get("reasons"):
            self.said.decisions[judgment.id] = Decision(read.get("value"), grounds, texts.get("reasons") or "")
        positions = texts.get("prosecution") or "", texts.get("defence") or ""
        if positions != ("", ""):
            self.said.positions[judgment.id] = positions

    def _grounds(self, judgment: Judgment, given: object, path: str) -> tuple[str, ...]:
        if not isinstance(given, list):
            self._add(Problem(f"{_shape(given)} stands here.", path, right='Write a list of facts, as ["risk"].'))
            return ()
        grounds = [text for each in given if (text := self._text(each, path)) is not None]
        for ground in grounds:
            if ground not in judgment.grounds:
                self._unknown(path, f"ground of '{judgment.id}'", ground, judgment.grounds)
        return tuple(grounds)

    # ------------------------------------------------------------------------------------------------- shapes

    def _entries(self, record: object, path: str) -> list[tuple[str, object]]:
        if isinstance(record, Mapping):
            return list(record.items())
        self._add(Problem(f"{_shape(record)} stands here.", path, right="An object of names with values is wanted."))
        return []

    def _entries_of(self, record: dict[str, object], keys: tuple[str, ...], path: str) -> dict[str, object]:
        self.problems += _unknown(record, keys, path)
        return {key: value for key, value in record.items() if key in keys}

    def _text(self, given: object, path: str) -> str | None:
        if isinstance(given, str):
            return given
        self._add(_wrong(path, given, "a text"))
        return None

    def _unknown(self, path: str, what: str, name: str, known: Mapping[str, object] | tuple[str, ...]) -> None:
        self._add(Problem(f"{shown(name)} is not a {what} of this pack.", path, nearest=nearest_of(name, known)))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)


def record_of(question: Question, pack: Pack) -> dict[str, object]:
    """The parts of a line that reads back as this question: what was answered, and what forks."""
    forks = {fork.name: fork for fork in question.forks}
    facts: dict[str, object] = {}
    for name, value in question.established.facts.items():
        fact, fork = pack.facts[name], forks.get(name)
        if fork is None:
            if name not in question.missing:
                facts[name] = fact_text(fact, value, pack.units)
        elif fork.kind == "alleged":
            facts[name] = {"alleged": fact_text(fact, fork.prosecution, pack.units)}
        else:
            sides = (("prosecution", fork.prosecution), ("defence", fork.defence))
            facts[name] = {party: fact_text(fact, each, pack.units) for party, each in sides}
    record: dict[str, object] = {"facts": facts}
    judgments = {name: _decision_record(pack, name, made) for name, made in question.established.judgments.items()}
    for fork in question.forks:
        if fork.name in pack.judgments and fork.kind == "disputed":
            sides = (("prosecution", fork.prosecution), ("defence", fork.defence))
            judgments[fork.name] = {**judgments.get(fork.name, {}), **{party: str(each) for party, each in sides}}
    if judgments:
        record["judgments"] = judgments
    weights: dict[str, dict[str, object]] = {}
    for (step, fact_id), weight in question.established.weights.items():
        weights.setdefault(step, {})[fact_id] = {"word": weight.word, "reasons": weight.reasons}
    if weights:
        record["weights"] = weights
    return record | dict(question.established.dates)


def _decision_record(pack: Pack, name: str, made: Decision) -> dict[str, object]:
    parts: dict[str, object] = {}
    if made.value is not None:
        parts["value"] = judgment_text(pack.judgments[name], made.value, pack.units)
    if made.grounds:
        parts["grounds"] = list(made.grounds)
    if made.reasons:
        parts["reasons"] = made.reasons
    return parts


def _parsed(text: str | bytes) -> tuple[dict[str, object] | None, Problem | None]:
    if len(text) > LONGEST_LINE:
        return None, Problem("the line is too long.", right=f"A line has at most {LONGEST_LINE:,} bytes.")
    try:
        whole = text if isinstance(text, str) else text.decode("utf-8")
        record = json.loads(
            whole, parse_int=_Number, parse_float=_Number, parse_constant=_Number, object_pairs_hook=_each_once
        )
    except _Twice as twice:
        return None, Problem(f"the key {shown(str(twice))} stands twice.", right="Keep one of them.")
    except UnicodeDecodeError:
        return None, Problem("the line is not UTF-8.", right="Save the file as UTF-8.")
    except RecursionError:
        return None, Problem("the line is nested too deep.")
    except ValueError as wrong:
        return None, Problem(f"the line is not JSON: {wrong}.")
    if not isinstance(record, dict):
        return None, Problem(f"{_shape(record)} stands here.", right='A line is an object: {"id": …, "facts": {…}}.')
    return record, None


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Twice(next(name for name in names if names.count(name) > 1))
    return record


def _unknown(record: Mapping[str, object], keys: tuple[str, ...], path: str) -> list[Problem]:
    return [
        Problem(f"unknown key {shown(key)}.", f"{path}.{key}" if path else key, nearest=nearest_of(key, keys))
        for key in record
        if key not in keys
    ]


def _wrong(path: str, given: object, wanted: str) -> Problem:
    """A value that is no text, with the text it would be."""
    match given:
        case bool():
            right = 'Write "yes".' if given else 'Write "no".'
        case _Number(text):
            right = f'Write "{text}".'
        case None:
            right = "Leave it out when nobody has answered it."
        case _:
            right = f"Write {wanted}." if wanted else "Write a text."
    return Problem(f"{_shape(given)} stands here.", path, right=right)


def _shape(given: object) -> str:
    match given:
        case str():
            return shown(given)
        case bool():
            return "true" if given else "false"
        case _Number(text):
            return f"the number {text[:40]}"
        case None:
            return "null"
        case list():
            return "a list"
        case dict():
            return "an object with " + (listed([shown(str(key)) for key in given], "and") if given else "nothing in it")
        case _:
            return "something else"


def _at(problem: Problem, path: str) -> Problem:
    return Problem(problem.message, path, right=problem.right, nearest=problem.nearest)
