"""Phosphor icons by their QtAwesome names, drawn once for each colour, size and screen."""

import re
from functools import cache
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPixmap

from ui.theme import files

_PREFIX: Final = "ph."

MIRRORED: Final = {
    "ph.arrow-right": "ph.arrow-left",
    "ph.arrow-left": "ph.arrow-right",
    "ph.caret-right": "ph.caret-left",
    "ph.caret-left": "ph.caret-right",
    "ph.arrow-counter-clockwise": "ph.arrow-clockwise",
    "ph.arrow-clockwise": "ph.arrow-counter-clockwise",
    "ph.arrow-u-up-left": "ph.arrow-u-up-right",
    "ph.arrow-u-up-right": "ph.arrow-u-up-left",
}
"""What an icon that points along the line becomes in a right-to-left window."""


def validate(names: tuple[str, ...] = tuple(MIRRORED)) -> None:
    """Refuse an unknown icon name now: an exception while painting would spoil everything painted after it."""
    unknown = [name for name in names if not _letter(name)]
    if unknown:
        raise KeyError(f"No such icon: {', '.join(unknown)}")


def icon(name: str, colour: QColor, size: int, ratio: float, rtl: bool = False) -> QPixmap:
    """The icon as a pixmap of `size` logical px; `ratio` is the device's. KeyError for an unknown name."""
    return _pixmap(MIRRORED.get(name, name) if rtl else name, colour.rgba(), size, ratio)


@cache
def _pixmap(name: str, rgba: int, size: int, ratio: float) -> QPixmap:
    letter = _letter(name)
    if not letter:
        raise KeyError(name)
    font = QFont(_family())
    font.setPixelSize(size)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    side = round(size * ratio)
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setFont(font)
    painter.setPen(QColor.fromRgba(rgba))
    painter.drawText(QRectF(0, 0, size, size), Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return pixmap


@cache
def _family() -> str:
    font, _ = files.icon_font()
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(font)))[0]


@cache
def _letter(name: str) -> str:
    """The font's letter for a name, found by search: parsing the whole table would take longer than drawing the icons.

    "" for an unknown name.
    """
    found = re.search(rf'"{re.escape(name.removeprefix(_PREFIX))}": "(0x[0-9a-f]+)"', _table())
    return chr(int(found[1], 16)) if found and name.startswith(_PREFIX) else ""


@cache
def _table() -> str:
    _, table = files.icon_font()
    return table.read_text(encoding="utf-8")
