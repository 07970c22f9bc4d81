"""What the engine is told: a value for each fact, the judgments made, weights and dates; nothing of standings.

Above one assignment stand its forks: the facts and judgments whose value is disputed, alleged or not yet decided.
"""

from collections.abc import Mapping

from attrs import field, frozen

from sentencing.amounts import Exact, Interval
from sentencing.pack.model import FactValue


@frozen
class Decision:
    """A judgment that was made. `value` is a label (yes-no, choice, category, order), an amount as an interval with
    equal ends, a fraction, or None when only grounds or reasons are known.
    """

    value: str | Interval | Exact | None
    grounds: tuple[str, ...] = ()
    reasons: str = ""


@frozen
class Weight:
    """The word that a person gives to a fact, and why."""

    word: str
    reasons: str = ""


@frozen
class Assignment:
    """One way the case may be: complete in its facts, plain in everything."""

    facts: Mapping[str, FactValue]
    """Every fact of the pack has a value; what nobody answered has its default."""
    judgments: Mapping[str, Decision] = field(factory=dict)
    weights: Mapping[tuple[str, str], Weight] = field(factory=dict)
    """(step, fact) → weight"""
    dates: Mapping[str, str] = field(factory=dict)
    """`offence-date`, `conviction-date`, `sentence-date` → ISO day"""


@frozen
class Fork:
    """A place where the assignment splits: a fact or a judgment and the values it may have, the established one first.

    `kind` is `disputed`, `alleged`, `undecided` (a judgment not made) or `open` (an unanswered fact, on demand).
    """

    name: str
    values: tuple[FactValue, ...]
    kind: str
    prosecution: FactValue
    defence: FactValue


@frozen
class Question:
    """What the engine is asked of one accused and count: the established assignment, its forks, and what is missing."""

    established: Assignment
    forks: tuple[Fork, ...] = ()
    missing: tuple[str, ...] = ()
    """Facts that nobody has answered; they read as their default and make the result provisional."""
