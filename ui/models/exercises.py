"""Exercises as the shelf and the demonstration show them; the reference answer apart from everything else."""

from collections.abc import Iterable

from attrs import frozen

from sentencing.case.assign import question as case_question
from sentencing.case.exercise import Exercise
from sentencing.case.model import Case
from sentencing.case.personal import left_in, personal_words
from sentencing.engine.answers import AnswerReader
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import RUNS, named_run, open_gates
from sentencing.engine.law import law_of
from sentencing.engine.sealing import open_pack
from sentencing.engine.values import read_fact
from sentencing.errors import Problem
from sentencing.pack.model import Fact, Pack
from sentencing.proof.elsewhere import Asked
from ui.i18n import _
from ui.models import amounts
from ui.models.texts import day
from ui.models.wording import engine_value


@frozen
class ExerciseView:
    """What may be shown before the answer."""

    title: str
    about: str
    """`No country, for training · Training scheme in points, edition of 1 Jan 2026 · 20 minutes`"""
    teaches: str
    paragraphs: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]


@frozen
class AnswerView:
    """What is sealed until a person reveals it."""

    results: tuple[tuple[str, str], ...]
    found: tuple[str, ...]
    sentence: str
    note: str
    citation: str


def exercise_view(exercise: Exercise, pack: Pack) -> ExerciseView:
    """An exercise as it is handed out."""
    asked, head = open_pack(pack), pack.head
    edition = _("{title}, edition of {day}").format(title=head.title, day=day(head.edition.id))
    minutes = _("{minutes} minutes").format(minutes=exercise.minutes) if exercise.minutes else ""
    return ExerciseView(
        title=exercise.title,
        about=" · ".join(part for part in (head.country or head.jurisdiction, edition, minutes) if part),
        teaches=exercise.teaches,
        paragraphs=tuple(" ".join(part.split()) for part in exercise.hand_out.split("\n\n") if part.strip()),
        facts=tuple(
            (fact.ask, _stands(fact, exercise.facts[fact.id], pack))
            for fact in asked.facts.values()
            if fact.id in exercise.facts
        ),
    )


def answer_view(exercise: Exercise, pack: Pack) -> AnswerView:
    """What the guidance gives and what the court did."""
    asked = open_pack(pack)
    question, _problems = AnswerReader(asked).question(
        exercise.facts, exercise.judgments, exercise.weights, exercise.dates
    )
    results: list[tuple[str, str]] = []
    if question is not None:
        gates = open_gates(law_of(asked), question)
        head = asked.registers[asked.head.headline]
        words = (_("As the answers stand"), _("If the prosecution is right"), _("If the defence is right"))
        for run, title in zip(RUNS if question.forks else RUNS[:1], words, strict=False):
            found = evaluate(asked, named_run(question, run), open_gates=gates)
            stopped = found.gate is not None
            value = _("ends at a threshold") if stopped else amounts.full(found.registers[head.id], head, asked.units)
            results.append((title, value))
    return AnswerView(tuple(results), exercise.found, exercise.sentence, exercise.note.strip(), exercise.citation)


def questions(exercises: Iterable[Exercise], pack: Pack) -> tuple[Asked, ...]:
    """What the exercises under a pack ask of it; one that the pack cannot read is left out."""
    reader = AnswerReader(pack)
    found = []
    for exercise in exercises:
        if exercise.pack == pack.head.id:
            question, _problems = reader.question(exercise.facts, exercise.judgments, exercise.weights, exercise.dates)
            if question is not None:
                found.append(Asked(exercise.id, exercise.title, question))
    return tuple(found)


def names_left(case: Case, texts: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The words of a case that still stand in texts that are to go round, each once."""
    return tuple(dict.fromkeys(each.word for each in left_in(texts, personal_words(case))))


def can_be_made(case: Case, pack: Pack, accused: str, count: str) -> bool:
    """Whether anything of a case can be handed out yet."""
    asked, _problems = case_question(case, pack, accused, count)
    return len(asked.missing) < len(open_pack(pack).facts)


def _stands(fact: Fact, said: object, pack: Pack) -> str:
    match said:
        case {"alleged": str(value)}:
            return _("{value}, alleged").format(value=_value(fact, value, pack))
        case {"prosecution": str(prosecution), "defence": str(defence)}:
            words = _("Prosecution: {prosecution}. Defence: {defence}")
            return words.format(prosecution=_value(fact, prosecution, pack), defence=_value(fact, defence, pack))
        case _:
            return _value(fact, str(said), pack)


def _value(fact: Fact, text: str, pack: Pack) -> str:
    value = read_fact(fact, text, pack.units)
    return text if isinstance(value, Problem) else engine_value(fact, value, pack)
