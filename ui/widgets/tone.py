"""The three tones in which the program speaks up, and their colours."""

from enum import Enum

from ui.theme import Token


class Tone(Enum):
    """INFO: a relation or a result. CAUTION: look at this. ERROR: wrong. PLAIN: a fact without weight."""

    INFO = "info"
    CAUTION = "caution"
    ERROR = "error"
    PLAIN = "plain"

    @property
    def ink(self) -> Token:
        """What icon and word are painted in."""
        return _INKS[self]

    @property
    def ground(self) -> Token:
        """The soft fill behind."""
        return _GROUNDS[self]

    @property
    def icon(self) -> str:
        """The icon when nothing better is given."""
        return _ICONS[self]


_INKS = {Tone.INFO: Token.ACCENT, Tone.CAUTION: Token.CAUTION, Tone.ERROR: Token.ERROR, Tone.PLAIN: Token.INK2}
_GROUNDS = {
    Tone.INFO: Token.SOFT,
    Tone.CAUTION: Token.CAUTION_SOFT,
    Tone.ERROR: Token.ERROR_SOFT,
    Tone.PLAIN: Token.SUNKEN,
}
_ICONS = {
    Tone.INFO: "ph.info",
    Tone.CAUTION: "ph.warning",
    Tone.ERROR: "ph.warning-circle",
    Tone.PLAIN: "ph.info",
}
