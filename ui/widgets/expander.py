"""Something that opens below its button."""

from PySide6.QtCore import QEasingCurve, QPropertyAnimation, QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.widgets.button import Button

_MILLISECONDS = 120
_ENDLESS = (1 << 24) - 1


class Expander(QWidget):
    """`Expander(button, body, opened="open", closed="closed")`: holds the body; the button may stand anywhere.

    Put the Expander where the body shall open. `is_open()`, `set_open(bool)` (silent, without movement), signal
    `toggled(bool)` when a person opened or closed it. `opened` and `closed` are what a screen reader hears of the
    button; its caret turns. Opening takes 120 ms, nothing when the system asks for less motion.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        button: Button,
        body: QWidget,
        *,
        opened: str = "",
        closed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._button, self._body = button, body
        self._words = (closed, opened)
        self._open = False
        self._movement = QPropertyAnimation(self, b"maximumHeight", self)
        self._movement.setDuration(_MILLISECONDS)
        self._movement.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._movement.finished.connect(self._on_finished)
        column = theme.down(self)
        column.addWidget(body)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show(False)
        button.clicked.connect(self._on_clicked)

    def is_open(self) -> bool:
        """Whether the body is in sight."""
        return self._open

    def set_open(self, opened: bool) -> None:
        """Open or close at once."""
        if opened != self._open:
            self._open = opened
            self._movement.stop()
            self._show(opened)

    def minimumSizeHint(self) -> QSize:
        """It may be folded to nothing."""
        return QSize(self._body.minimumSizeHint().width() if self._open else 0, 0)

    def _on_clicked(self) -> None:
        self._open = not self._open
        if theme.moves() and self._button.isVisible():
            self._move()
        else:
            self._show(self._open)
        self.toggled.emit(self._open)

    def _move(self) -> None:
        now = self.height() if not self.isHidden() else 0
        body = self._body
        width = self.width() or body.sizeHint().width()
        full = body.heightForWidth(width) if body.hasHeightForWidth() else body.sizeHint().height()
        self._tell()
        self.setMaximumHeight(now)
        self.show()
        self._movement.stop()
        self._movement.setStartValue(now)
        self._movement.setEndValue(full if self._open else 0)
        self._movement.start()

    def _on_finished(self) -> None:
        self._show(self._open)

    def _show(self, opened: bool) -> None:
        self._tell()
        self.setMaximumHeight(_ENDLESS)
        self.setVisible(opened)

    def _tell(self) -> None:
        self._button.set_after("ph.caret-up" if self._open else "ph.caret-down")
        self._button.setAccessibleDescription(self._words[self._open])
