"""The type scale, and the one place where a font is made."""

from enum import Enum
from functools import cache
from pathlib import Path

from attrs import frozen
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from ui.theme import files
from ui.theme.scale import is_rtl, percent


class Voice(Enum):
    """Who speaks: the program and the user in Sans, the guidance in Serif, a pack's source in Mono."""

    SANS = "IBM Plex Sans"
    SERIF = "IBM Plex Serif"
    MONO = "IBM Plex Mono"


_ARABIC = "IBM Plex Sans Arabic"
_FILES = {Voice.SANS: files.sans_files, Voice.SERIF: files.serif_files, Voice.MONO: files.mono_files}


@frozen
class Style:
    """Size and line step in px at 100 %, weight on the CSS scale; `tall` lines grow by a fifth in Arabic."""

    size: int
    line: int
    weight: int
    voice: Voice = Voice.SANS
    tall: bool = False


class Text(Enum):
    """What a text is, and so how it is set."""

    DISPLAY = Style(44, 48, 400, tall=True)
    HERO_BEFORE = Style(96, 104, 300, tall=True)
    HERO_AFTER = Style(96, 104, 500, tall=True)
    TITLE = Style(26, 32, 500, tall=True)
    SECTION = Style(18, 24, 600)
    QUESTION = Style(16, 24, 600)
    PREVIEW = Style(16, 24, 400)
    BODY = Style(14, 22, 400)
    BODY_STRONG = Style(14, 22, 500)
    BODY_SELECTED = Style(14, 22, 600)
    LAW = Style(14, 22, 400, Voice.SERIF)
    LAW_READING = Style(16, 26, 400, Voice.SERIF)
    SMALL = Style(13, 20, 400)
    SMALL_STRONG = Style(13, 20, 500)
    SMALL_SELECTED = Style(13, 20, 600)
    CAPTION = Style(12, 16, 400)
    CAPTION_LABEL = Style(12, 16, 500)
    SOURCE = Style(13, 20, 400, Voice.MONO)
    ROW = Style(20, 28, 400)
    ROW_MOVE = Style(20, 28, 600)


def font(text: Text) -> QFont:
    """The font of a type style now."""
    return _font(text, percent(), is_rtl())


def metrics(text: Text) -> QFontMetricsF:
    """The measures of that font; kept, because making them costs more than asking them."""
    return _metrics(text, percent(), is_rtl())


def line(text: Text) -> int:
    """From one baseline to the next, in px."""
    style = text.value
    return round(style.line * percent() / 100 * (1.2 if is_rtl() and style.tall else 1))


@cache
def _load(path: Path) -> None:
    """A file is loaded when its voice first speaks: nine at the start would take as long as Qt takes for a window."""
    if QFontDatabase.addApplicationFont(str(path)) < 0:
        raise FileNotFoundError(f"The font {path} cannot be read.")


@cache
def _font(text: Text, size: int, arabic: bool) -> QFont:
    style = text.value
    for path in (*_FILES[style.voice](), *(files.arabic_files() if arabic else ())):
        _load(path)
    variable = style.voice is Voice.SANS and not arabic
    first = _ARABIC if arabic and style.voice is not Voice.MONO else style.voice.value
    made = QFont([first, Voice.SANS.value if arabic else _ARABIC])
    if variable:  # Plex Sans is one variable file: its weight is an axis, and setWeight would smear a false bold.
        made.setVariableAxis(QFont.Tag("wght"), style.weight)
    else:
        made.setWeight(QFont.Weight(style.weight))
    made.setPixelSize(round(style.size * size / 100))
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


@cache
def _metrics(text: Text, size: int, arabic: bool) -> QFontMetricsF:
    return QFontMetricsF(_font(text, size, arabic))
