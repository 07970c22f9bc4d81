"""The named colours, their values in each scheme, and the pairs that must be readable on one another."""

from enum import Enum, auto

from PySide6.QtGui import QColor


class Token(Enum):
    """What a colour is for."""

    PAGE = auto()
    GROUND = auto()
    SUNKEN = auto()
    HOVER = auto()
    HAIR = auto()
    LINE = auto()
    THUMB = auto()
    SCROLL = auto()
    INK = auto()
    INK2 = auto()
    INK3 = auto()
    ACCENT = auto()
    ACCENT2 = auto()
    ON_ACCENT = auto()
    SOFT = auto()
    CAUTION = auto()
    CAUTION_SOFT = auto()
    ERROR = auto()
    ERROR_SOFT = auto()
    PAPER = auto()


class Scheme(Enum):
    """A full set of values for the tokens."""

    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


_TABLE = """
PAGE         #FFFFFF  #181A1B  #FFFFFF
GROUND       #F6F5F2  #121415  #FFFFFF
SUNKEN       #EFEDE8  #232728  #F0F0F0
HOVER        #ECEAE4  #262A2B  #E4E4E4
HAIR         #E1DED7  #303536  #6E6E6E
LINE         #85827A  #7C8487  #000000
THUMB        #BDB9B0  #4A5052  #5A5A5A
SCROLL       #8E8B83  #6E7679  #5A5A5A
INK          #1C2124  #ECEAE5  #000000
INK2         #474D51  #BFC2C1  #000000
INK3         #61666A  #989E9F  #2E2E2E
ACCENT       #0C5868  #7FC7D2  #00404D
ACCENT2      #08414D  #A5DBE3  #000000
ON_ACCENT    #FFFFFF  #06262C  #FFFFFF
SOFT         #E2EEF0  #1B3338  #FFFFFF
CAUTION      #7F5200  #E3B565  #5C3A00
CAUTION_SOFT #FAF1DE  #33291A  #FFFFFF
ERROR        #A8281E  #F2A097  #8A0F08
ERROR_SOFT   #FBEAE7  #3A2220  #FFFFFF
PAPER        #FFFFFF  #F4F2EE  #FFFFFF
"""

_ROWS = [line.split() for line in _TABLE.strip().splitlines()]

COLOURS: dict[Scheme, dict[Token, QColor]] = {
    scheme: {Token[row[0]]: QColor(row[column]) for row in _ROWS} for column, scheme in enumerate(Scheme, start=1)
}

_TEXT = 4.5
_SIGN = 3.0

PAIRS: tuple[tuple[Token, Token, float], ...] = (
    *((ink, ground, _TEXT) for ink in (Token.INK, Token.INK2, Token.INK3) for ground in (Token.PAGE, Token.GROUND)),
    *((ink, ground, _TEXT) for ink in (Token.INK, Token.INK2, Token.INK3) for ground in (Token.HOVER, Token.SOFT)),
    *((colour, Token.PAGE, _TEXT) for colour in (Token.ACCENT, Token.ACCENT2, Token.CAUTION, Token.ERROR)),
    *((colour, Token.GROUND, _TEXT) for colour in (Token.ACCENT, Token.ACCENT2, Token.CAUTION, Token.ERROR)),
    (Token.INK, Token.CAUTION_SOFT, _TEXT),
    (Token.INK, Token.ERROR_SOFT, _TEXT),
    (Token.INK2, Token.CAUTION_SOFT, _TEXT),
    (Token.INK2, Token.ERROR_SOFT, _TEXT),
    (Token.ACCENT, Token.SOFT, _TEXT),
    (Token.ACCENT, Token.CAUTION_SOFT, _TEXT),
    (Token.ACCENT, Token.ERROR_SOFT, _TEXT),
    (Token.CAUTION, Token.CAUTION_SOFT, _TEXT),
    (Token.ERROR, Token.ERROR_SOFT, _TEXT),
    (Token.ON_ACCENT, Token.ACCENT, _TEXT),
    (Token.ON_ACCENT, Token.ACCENT2, _TEXT),
    (Token.INK, Token.SUNKEN, _TEXT),
    (Token.INK3, Token.SUNKEN, _TEXT),
    (Token.PAGE, Token.INK, _TEXT),
    (Token.LINE, Token.PAGE, _SIGN),
    (Token.LINE, Token.GROUND, _SIGN),
    (Token.SCROLL, Token.PAGE, _SIGN),
    (Token.SCROLL, Token.GROUND, _SIGN),
)
"""(what is drawn, what it is drawn on, the ratio it needs): text 4.5, borders, marks and scroll bars 3."""


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG 2 contrast ratio, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
