"""The one style sheet: only what Qt draws well by itself; it names our own classes and never sets a font."""

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
QToolTip {{ background: {ink}; color: {page}; border: 0; padding: {p4}px {p8}px; }}
QComboBoxPrivateContainer QListView {{ background: {page}; border: 0; outline: 0; }}
Field, TextArea {{ background: {page}; color: {ink}; border: 1px solid {line}; border-radius: {p6}px;
  padding: 0 {p10}px; selection-background-color: {accent}; selection-color: {on_accent}; }}
TextArea {{ padding: {p9}px {p10}px; }}
Field[wrong="true"] {{ border: 2px solid {error}; padding: 0 {p9}px; }}
TextArea[wrong="true"] {{ border: 2px solid {error}; padding: {p8}px {p9}px; }}
Field:disabled, TextArea:disabled {{ background: {ground}; color: {ink3}; border-color: {hair}; }}
Field:read-only, TextArea:read-only {{ background: {ground}; }}
"""

_LENGTHS = (4, 6, 8, 9, 10, 12, 22, 24)


def style_sheet(colours: dict[Token, QColor]) -> str:
    """The sheet for a set of colours at the text size in force."""
    names = {token.name.lower(): value.name() for token, value in colours.items()}
    return _SHEET.format(**names, **{f"p{length}": str(px(length)) for length in _LENGTHS})
