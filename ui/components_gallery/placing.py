"""How the parts of the sheet are placed and posed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets.label import Label


def part(column: QVBoxLayout, title: str, above: int = 22) -> None:
    """Begin a part with its title."""
    theme.space(column, above)
    column.addWidget(Label(title, Text.CAPTION_LABEL, Token.INK3))
    theme.space(column, 6)


def row(column: QBoxLayout, *widgets: QWidget, gap: int = 12) -> QHBoxLayout:
    """Put widgets side by side."""
    line = theme.across(gap=gap)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    column.addLayout(line)
    return line


def hovered(widget: QWidget) -> QWidget:
    """Show it as under the pointer."""
    widget.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    return widget


def off(widget: QWidget) -> QWidget:
    """Show it disabled."""
    widget.setEnabled(False)
    return widget
