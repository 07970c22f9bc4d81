"""Exercises: the shelf, one of them as it is handed out, its sealed answer, and a form to make one from a case."""

from ui.panels.exercises.making import MakeExercise
from ui.panels.exercises.shelf import ExerciseShelf

__all__ = ["ExerciseShelf", "MakeExercise"]
