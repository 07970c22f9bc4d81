"""How the window looks: tokens, type, spacing, icons. Widgets read it while painting: `from ui import theme`.

At start: `theme.start(app, Look(...))`. Later: `theme.change(percent=150)` changes everything that lives, at once.
A widget that sets fonts or fixed sizes does it in a method `restyle(self) -> None`, which a change of look calls.
"""

from ui.theme.colours import COLOURS, PAIRS, Scheme, Token, contrast
from ui.theme.icons import icon, validate
from ui.theme.layout import Margins, across, down, grid, set_margins, space
from ui.theme.letters import Style, Text, Voice, font, line, metrics
from ui.theme.look import Look, Motion, apply, bordered, change, changed, colour, dress, look, moves, scheme, start
from ui.theme.scale import is_rtl, percent, px

__all__ = [
    "COLOURS",
    "PAIRS",
    "Look",
    "Margins",
    "Motion",
    "Scheme",
    "Style",
    "Text",
    "Token",
    "Voice",
    "across",
    "apply",
    "bordered",
    "change",
    "changed",
    "colour",
    "contrast",
    "down",
    "dress",
    "font",
    "grid",
    "icon",
    "is_rtl",
    "line",
    "look",
    "metrics",
    "moves",
    "percent",
    "px",
    "scheme",
    "set_margins",
    "space",
    "start",
    "validate",
]
