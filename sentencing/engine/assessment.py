"""The answer to a question with forks: three named runs, the exact envelope, and what the result turns on, priced."""

from collections.abc import Mapping

from attrs import field, frozen

from sentencing.amounts import End
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation, RegisterValue
from sentencing.pack.model import FactValue

Way = tuple[tuple[str, FactValue], ...]
"""The forks that depart from the established run, with the values they take; empty: the established run itself."""


@frozen
class Envelope:
    """The lowest and highest value of one register over all forks, each with the nearest way that reaches it.

    For a range or figure, `low` is the lowest lower end and `high` the highest upper end. `exact` is False when only
    the ways that were looked at are known: then say "at least from … to …".
    """

    register: str
    low: int | str | End | None
    high: int | str | End | None
    low_way: Way
    high_way: Way
    exact: bool = True


@frozen
class Spread:
    """By how much a fork moves a register, in one way that the other forks may go: at its lower and its upper end.

    For a score both are the same; for a category they are places in its order. Life less a number is LIFE.
    """

    lower: End
    upper: End
    way: Way


@frozen
class Price:
    """The smallest and the largest move that one fork makes in one register, over all ways of the other forks."""

    register: str
    least: Spread
    greatest: Spread


@frozen
class Turn:
    """Whether the result turns on a fork. `certain` is False when only part was seen and nothing was found in it."""

    fork: str
    turns: bool
    prices: tuple[Price, ...]
    certain: bool = True


@frozen
class Effect:
    """What one answer would change, the rest as established: the registers with it, and the gate it would reach."""

    fact: str
    value: FactValue
    registers: Mapping[str, RegisterValue] = field(hash=False)
    gate: str | None
    applied: tuple[str, ...]


@frozen
class Assessment:
    """Everything that the engine says about one question."""

    question: Question
    established: Derivation
    prosecution: Derivation
    defence: Derivation
    envelopes: Mapping[str, Envelope] = field(hash=False)
    turns: tuple[Turn, ...] = ()
    contingent: tuple[str, ...] = ()
    """Steps whose status differs between ways."""
    open_gates: tuple[str, ...] = ()
    """Gates that stand only on a fork; never stopping, always shown."""
    open_run: Derivation | None = None
    """The prosecution's case with every unanswered fact found at its worse end too; None when nothing is unanswered."""

    @property
    def turns_on(self) -> tuple[str, ...]:
        """The forks that change the result."""
        return tuple(turn.fork for turn in self.turns if turn.turns)

    @property
    def provisional(self) -> bool:
        """Whether something is unanswered, disputed, alleged or undecided."""
        return bool(self.question.missing or self.question.forks)
