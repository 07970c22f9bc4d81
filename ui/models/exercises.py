"""Exercises as the demonstration and the shelf show them."""

from collections.abc import Iterable

from sentencing.case.exercise import Exercise
from sentencing.engine.answers import AnswerReader
from sentencing.pack.model import Pack
from sentencing.proof.elsewhere import Asked


def questions(exercises: Iterable[Exercise], pack: Pack) -> tuple[Asked, ...]:
    """What the exercises under a pack ask of it; one that the pack cannot read is left out."""
    reader = AnswerReader(pack)
    found = []
    for exercise in exercises:
        if exercise.pack == pack.head.id:
            question, _ = reader.question(exercise.facts, exercise.judgments, exercise.weights, exercise.dates)
            if question is not None:
                found.append(Asked(exercise.id, exercise.title, question))
    return tuple(found)
