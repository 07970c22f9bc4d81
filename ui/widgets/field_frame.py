"""The frame of what is typed into, at rest, wrong, read-only or disabled."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.theme import Token
from ui.widgets import brush


def draw_frame(painter: QPainter, rect: QRectF, *, wrong: bool, usable: bool, enabled: bool) -> None:
    """Paint ground and border; `usable` is false for what can only be read."""
    radius = theme.px(6)
    brush.fill(painter, rect, theme.colour(Token.PAGE if usable and enabled else Token.GROUND), radius)
    if wrong:
        brush.edge(painter, rect, theme.colour(Token.ERROR), radius, theme.px(2))
    else:
        brush.edge(painter, rect, theme.colour(Token.LINE if enabled else Token.HAIR), radius)


def clear_ground(widget: QWidget) -> None:
    """Let Qt paint no ground of its own, so that the frame shows."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
    widget.setPalette(palette)
