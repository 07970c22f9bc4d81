"""What the window looks like now: scheme, text size, direction and motion; and how all of it changes at once."""

from enum import Enum
from typing import Final, cast
from weakref import WeakSet

from attrs import evolve, field, frozen, validators
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QStyle, QToolTip
from shiboken6 import isValid

from ui.theme import icons, layout, letters, scale
from ui.theme.colours import COLOURS, Scheme, Token
from ui.theme.sheet import style_sheet


class Motion(Enum):
    """Whether rows may open with a movement."""

    SYSTEM = "system"
    FULL = "full"
    NONE = "none"


@frozen
class Look:
    """The user's wishes; `scheme` None follows the system, `percent` is the text size and scales every px."""

    scheme: Scheme | None = None
    percent: int = field(default=100, validator=[validators.ge(100), validators.le(200)])
    rtl: bool = False
    motion: Motion = Motion.SYSTEM


class _Current(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.look = Look()
        self.scheme = Scheme.LIGHT
        self.colours = COLOURS[Scheme.LIGHT]

    def follow_system(self) -> None:
        """The system changed its scheme or contrast: matters only when the user left the choice to it."""
        if self.look.scheme is None:
            apply(self.look)


_current: Final = _Current()
_dressed: Final[WeakSet[QMenuBar | QMenu]] = WeakSet()
changed = _current.changed
"""Emitted after every part of the look has changed. Widgets need it only when they keep something of the look."""


def start(app: QApplication, look: Look | None = None) -> None:
    """Prepare an application once: Fusion, icons, then the look."""
    app.setStyle("Fusion")
    icons.validate()
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(_current.follow_system)
    hints.accessibility().contrastPreferenceChanged.connect(_current.follow_system)
    apply(look or Look())


def apply(look: Look) -> None:
    """Change the look of every window at once; safe at any time after `start`."""
    _current.look = look
    _current.scheme = look.scheme or _system_scheme()
    _current.colours = COLOURS[_current.scheme]
    scale.set_scale(look.percent, look.rtl)
    app = cast(QApplication, QApplication.instance())
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if look.rtl else Qt.LayoutDirection.LeftToRight)
    app.setFont(letters.font(letters.Text.BODY))
    app.setPalette(_palette())
    QToolTip.setPalette(app.palette())
    QToolTip.setFont(letters.font(letters.Text.CAPTION))
    for menus in list(_dressed):
        if isValid(menus):
            dress(menus)
    layout.remeasure()
    for widget in app.allWidgets():
        restyle = getattr(widget, "restyle", None)
        if restyle is not None:
            restyle()
        widget.updateGeometry()
        widget.update()
    changed.emit()


def dress(menus: QMenuBar | QMenu) -> None:
    """Let a menu bar and its menus, or a context menu, wear the style sheet, now and after every change."""
    menus.setStyleSheet(style_sheet(_current.colours))
    _dressed.add(menus)


def look() -> Look:
    """The wishes in force."""
    return _current.look


def change(
    *,
    scheme: Scheme | None = None,
    follow_system: bool = False,
    percent: int | None = None,
    rtl: bool | None = None,
    motion: Motion | None = None,
) -> None:
    """Change some of the wishes, `theme.change(percent=150)`; `follow_system` leaves the scheme to the system again."""
    wish = _current.look
    if follow_system or scheme is not None:
        wish = evolve(wish, scheme=scheme)
    if percent is not None:
        wish = evolve(wish, percent=percent)
    if rtl is not None:
        wish = evolve(wish, rtl=rtl)
    if motion is not None:
        wish = evolve(wish, motion=motion)
    apply(wish)


def scheme() -> Scheme:
    """The scheme in force, the system's choice resolved."""
    return _current.scheme


def colour(token: Token) -> QColor:
    """The colour of a token now. Ask when painting; never keep it."""
    return _current.colours[token]


def bordered() -> bool:
    """Whether soft fills need a border, because they are white."""
    return _current.scheme is Scheme.HIGH_CONTRAST


def moves() -> bool:
    """Whether things may move; asked before every animation.

    Qt tells only on some systems that movement is wanted; where it does not, nothing moves unless the user says so.
    """
    if _current.look.motion is Motion.SYSTEM:
        style = QApplication.style()
        wanted = style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        return wanted and QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    return _current.look.motion is Motion.FULL


def _system_scheme() -> Scheme:
    app = cast(QApplication, QApplication.instance())
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return Scheme.HIGH_CONTRAST
    return Scheme.DARK if hints.colorScheme() == Qt.ColorScheme.Dark else Scheme.LIGHT


_PALETTE: Final = {
    QPalette.ColorRole.Window: Token.GROUND,
    QPalette.ColorRole.WindowText: Token.INK,
    QPalette.ColorRole.Base: Token.PAGE,
    QPalette.ColorRole.AlternateBase: Token.GROUND,
    QPalette.ColorRole.Text: Token.INK,
    QPalette.ColorRole.PlaceholderText: Token.INK3,
    QPalette.ColorRole.Button: Token.PAGE,
    QPalette.ColorRole.ButtonText: Token.INK,
    QPalette.ColorRole.BrightText: Token.ERROR,
    QPalette.ColorRole.Highlight: Token.ACCENT,
    QPalette.ColorRole.HighlightedText: Token.ON_ACCENT,
    QPalette.ColorRole.Accent: Token.ACCENT,
    QPalette.ColorRole.Link: Token.ACCENT,
    QPalette.ColorRole.LinkVisited: Token.ACCENT,
    QPalette.ColorRole.ToolTipBase: Token.INK,
    QPalette.ColorRole.ToolTipText: Token.PAGE,
    QPalette.ColorRole.Light: Token.PAGE,
    QPalette.ColorRole.Midlight: Token.GROUND,
    QPalette.ColorRole.Mid: Token.HAIR,
    QPalette.ColorRole.Dark: Token.LINE,
    QPalette.ColorRole.Shadow: Token.LINE,
}

_FADED: Final = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def _palette() -> QPalette:
    palette = QPalette()
    for role, token in _PALETTE.items():
        palette.setColor(role, colour(token))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour(Token.INK3))
    return palette
