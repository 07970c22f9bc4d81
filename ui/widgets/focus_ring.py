"""The focus ring: an overlay of the window that follows the keyboard's focus."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QWindow
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import isValid

from ui import theme
from ui.theme import Token
from ui.widgets import brush

_OUT = 3
_STROKE = 2
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_POINTERS = (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """`FocusRing(window)`, once for each window and dialog: 2 px, 3 px outside the focused widget.

    It shows while the last thing a person used was the keyboard, so a focus that follows a key shows and one that
    follows a click does not. A widget may give `ring_radius` (design px, 6 when it does not) and `ring_rect() -> QRect`
    (its own coordinates) for a part of itself. `show_on(widget)` shows it at once, for pictures.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self._handle: QWindow | None = None
        self._by_keyboard = True
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self._watch_input()
        self._on_focus_changed(None, QApplication.focusWidget())

    def show_on(self, widget: QWidget) -> None:
        """Stand round a widget now, whoever moved the focus."""
        self._by_keyboard = True
        self._follow(widget)

    def target(self) -> QWidget | None:
        """The widget it stands round, None while it is hidden."""
        return self._target if self.isVisibleTo(self._window) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice keys and pointers of the window, and moves of the focused widget and what it stands in."""
        kind = event.type()
        if watched is self._handle:
            if kind in _KEYS or kind in _POINTERS:
                self._by_keyboard = kind in _KEYS
                self._place()
        elif kind in _MOVES:
            if watched is self._window and kind == QEvent.Type.Show:
                self._watch_input()
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring, only where the focused widget can be seen."""
        if self._target is None or not isValid(self._target):
            return
        painter = brush.opened(self)
        clip = self._in_sight().translated(-self.pos())
        painter.setClipRect(clip)
        radius = theme.px(getattr(self._target, "ring_radius", 6) + _OUT)
        brush.edge(painter, QRectF(self.rect()), theme.colour(Token.ACCENT), radius, theme.px(_STROKE))
        painter.end()

    def _watch_input(self) -> None:
        handle: QWindow | None = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            handle.installEventFilter(self)
            self._handle = handle

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            self._follow(now)
        elif now is not None or not QApplication.activePopupWidget():
            self._follow(None)

    def _follow(self, widget: QWidget | None) -> None:
        for watched in self._watched:
            if isValid(watched):
                watched.removeEventFilter(self)
        self._target, self._watched = widget, []
        while widget is not None and widget is not self._window:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _place(self) -> None:
        target = self._target
        if target is None or not isValid(target) or not self._by_keyboard or not target.isVisible():
            self.hide()
            return
        part = getattr(target, "ring_rect", None)
        inner: QRect = part() if part else target.rect()
        out = theme.px(_OUT) + theme.px(_STROKE)
        corner = target.mapTo(self._window, inner.topLeft())
        rect = QRect(corner, inner.size()).adjusted(-out, -out, out, out)
        self.setGeometry(rect)
        self.raise_()
        self.show()
        self.update()

    def _in_sight(self) -> QRect:
        """The window's part in which the focused widget is not scrolled away."""
        sight = self._window.rect()
        widget = self._target.parentWidget() if self._target else None
        while widget is not None and widget is not self._window:
            area = widget.parentWidget()
            if isinstance(area, QAbstractScrollArea) and widget is area.viewport():
                sight &= QRect(area.mapTo(self._window, area.rect().topLeft()), area.size())
            widget = area
        return sight
