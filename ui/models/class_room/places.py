"""Places in a register or of a fact as the reader says them: amounts, points, labels."""

from collections.abc import Callable

from attrs import frozen

from sentencing.amounts import End, Extreme, Interval, number_text
from sentencing.pack.model import Fact, FactKind, FactValue, Pack, Register
from ui.i18n import _
from ui.models.amounts import MINUS, full, short
from ui.models.texts import isolated
from ui.models.wording import engine_value

Say = Callable[[End], str]


@frozen
class Places:
    """The places of a register; `short(end)` for an axis, `full(end)` for a sentence."""

    register: Register
    pack: Pack

    def short(self, end: End) -> str:
        """Without a unit."""
        if self.register.quantity is not None:
            return short(Interval(end, end), self.register, self.pack.units)
        return self._plain(end)

    def full(self, end: End) -> str:
        """With its unit."""
        if self.register.quantity is not None:
            return full(Interval(end, end), self.register, self.pack.units)
        return self._plain(end)

    def _plain(self, end: End) -> str:
        return listed_place(self.register.order, end) if self.register.order else number(end)


@frozen
class WordPlaces:
    """Places of values in words, one beside the other."""

    words: tuple[str, ...]

    def short(self, end: End) -> str:
        """The word."""
        return listed_place(self.words, end)


@frozen
class AmountPlaces:
    """Places of a fact that is a number or an amount."""

    fact: Fact
    pack: Pack

    def short(self, end: End) -> str:
        """The number; an amount with its unit."""
        return number(end) if self.fact.kind is FactKind.COUNT else self._value(end)

    def _value(self, value: FactValue) -> str:
        return engine_value(self.fact, value, self.pack)


def number(end: End) -> str:
    """A number with a true minus, in its own direction."""
    return end.text if isinstance(end, Extreme) else isolated(number_text(end).replace("-", MINUS))


def listed_place(words: tuple[str, ...], end: End) -> str:
    """The word at a place; between two places both."""
    if isinstance(end, Extreme):
        return end.text
    below = int(end)
    if below == end:
        return words[below]
    return _("between {low} and {high}").format(low=words[below], high=words[below + 1])
