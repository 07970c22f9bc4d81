"""The one style sheet, for menus, which Qt draws well by itself; it never sets a font.

Only a menu bar or a menu wears it: on the application it would make every widget three times as slow to build.
"""

from PySide6.QtGui import QColor

from ui.theme.colours import Token
from ui.theme.scale import px

_SHEET = """
QMenuBar {{ background: {ground}; color: {ink2}; border: 0; padding: 0 {p12}px; spacing: 0; }}
QMenuBar::item {{ background: transparent; padding: {p8}px {p12}px; border-radius: {p4}px; }}
QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {hover}; color: {ink}; }}
QMenu {{ background: {page}; color: {ink}; border: 1px solid {line}; padding: {p4}px; }}
QMenu::item {{ padding: {p4}px {p24}px {p4}px {p12}px; border-radius: {p4}px; min-height: {p22}px; }}
QMenu::item:selected {{ background: {hover}; }}
QMenu::item:disabled {{ color: {ink3}; }}
QMenu::separator {{ height: 1px; background: {hair}; margin: {p4}px {p8}px; }}
"""

_LENGTHS = (4, 8, 12, 22, 24)


def style_sheet(colours: dict[Token, QColor]) -> str:
    """The sheet for a set of colours at the text size in force."""
    names = {token.name.lower(): value.name() for token, value in colours.items()}
    return _SHEET.format(**names, **{f"p{length}": str(px(length)) for length in _LENGTHS})
