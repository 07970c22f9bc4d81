"""What can go wrong, said in facts: a `Problem` for a reader, an exception for each thing a caller may do about it."""

from collections.abc import Iterable
from enum import Enum

from attrs import field, frozen


class Severity(Enum):
    """How far a problem goes: an error refuses the text, a warning is shown beside the result."""

    ERROR = "error"
    WARNING = "warning"


@frozen
class Problem:
    """One thing that is wrong in a pack, a case or an answers file.

    `line` and `column` count from 1; 0 means that the text has no such place. `path` names the spot in the
    document's own words (`steps.b6.limit`); `right` says what would be right, `nearest` the closest valid name.
    """

    message: str
    path: str = ""
    line: int = 0
    column: int = 0
    right: str = ""
    nearest: str = ""
    severity: Severity = Severity.ERROR
    example: tuple[tuple[str, str], ...] = field(default=(), kw_only=True)
    """A counter-example that can be run: the facts, as (fact id, value), under which the problem shows."""

    def sentence(self) -> str:
        """The whole problem as one readable line, place first."""
        place = f"line {self.line}: " if self.line else ""
        path = f"{self.path}: " if self.path else ""
        right = f" {self.right}" if self.right else ""
        nearest = f" Did you mean '{self.nearest}'?" if self.nearest else ""
        return f"{place}{path}{self.message}{right}{nearest}"


class SentencingError(Exception):
    """Base of what this package raises on purpose; `problems` say what, where and what would be right."""

    def __init__(self, message: str, problems: Iterable[Problem] = ()) -> None:
        super().__init__(message)
        self.problems: tuple[Problem, ...] = tuple(problems)


class AmountError(SentencingError):
    """A text is not an amount of the kind asked for."""


class PackError(SentencingError):
    """A pack cannot be used; the caller may show the problems beside its text."""


class EditionError(SentencingError):
    """No edition governs the dates given; the caller may ask for other dates or another pack."""


class CaseFileError(SentencingError):
    """A case file cannot be opened or saved; nothing was changed on disk."""


class SealError(SentencingError):
    """The sealed part cannot be opened with this key or passphrase."""


class MemoError(SentencingError):
    """A memo could not be made; the caller may try another format or leave a section out."""
