"""A row that continues below when it is too narrow, as a value control does beside the standing control."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme


class Flow(QWidget):
    """`Flow([standing, stepper], gap=12, row_gap=8)`: children side by side, each next one below when it does not fit.

    `add(widget)` appends. Hidden children take no room. Children of one line are centred on it.
    """

    def __init__(
        self,
        widgets: Sequence[QWidget] = (),
        *,
        gap: float = 12,
        row_gap: float = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gap, self._row_gap = gap, row_gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """Append a child."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()
        self._place()

    def clear(self) -> None:
        """Take all children away."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets = []
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """A narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its rows."""
        return max((rect.bottom() + 1 for _, rect in self._arranged(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one row."""
        shown = self._shown()
        width = sum(widget.sizeHint().width() for widget in shown) + theme.px(self._gap) * max(len(shown) - 1, 0)
        return QSize(width, max((widget.sizeHint().height() for widget in shown), default=0))

    def minimumSizeHint(self) -> QSize:
        """One in each row."""
        shown = self._shown()
        widest = max((widget.minimumSizeHint().width() for widget in shown), default=0)
        return QSize(widest, max((widget.minimumSizeHint().height() for widget in shown), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the children."""
        self._place()

    def event(self, event: QEvent) -> bool:
        """A child that changed its size or was shown asks for another arrangement."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange):
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _place(self) -> None:
        for widget, rect in self._arranged(self.width()):
            if self.isRightToLeft():
                rect.moveLeft(self.width() - rect.right() - 1)
            widget.setGeometry(rect)

    def _arranged(self, width: int) -> list[tuple[QWidget, QRect]]:
        gap, row_gap = theme.px(self._gap), theme.px(self._row_gap)
        placed: list[tuple[QWidget, QRect]] = []
        row: list[tuple[QWidget, QRect]] = []
        start = top = 0
        for widget in self._shown():
            hint = widget.sizeHint()
            if row and start + hint.width() > width:
                top += _level(row) + row_gap
                placed += row
                row, start = [], 0
            room = min(hint.width(), width)
            height = widget.heightForWidth(room) if widget.hasHeightForWidth() else hint.height()
            row.append((widget, QRect(start, top, room, height)))
            start += room + gap
        _level(row)
        return placed + row


def _level(row: list[tuple[QWidget, QRect]]) -> int:
    """Centre the children of a row on its line; the row's height."""
    height = max((rect.height() for _, rect in row), default=0)
    for _, rect in row:
        rect.moveTop(rect.top() + (height - rect.height()) // 2)
    return height
