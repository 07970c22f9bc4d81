"""Values as the case file writes them, and as the engine reads them."""

from sentencing.engine.values import read_fact
from sentencing.errors import Problem
from sentencing.pack.model import Fact, FactValue, Pack


def engine_form(fact: Fact, text: str, pack: Pack) -> FactValue | None:
    """A canonical text as the engine's value; None when it is empty or no value of the fact."""
    value = read_fact(fact, text, pack.units) if text else None
    return None if isinstance(value, Problem) else value
