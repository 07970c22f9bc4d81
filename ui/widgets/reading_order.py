"""Tab goes in reading order: row by row from the start, whenever and in whatever order the widgets were made."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractSpinBox, QComboBox, QTextEdit, QWidget

_WHOLE = (QAbstractItemView, QAbstractSpinBox, QComboBox, QTextEdit)
"""Widgets whose inner parts are theirs to reach."""


def go_on(window: QWidget, *, forward: bool) -> bool:
    """Put the focus on the next stop in reading order, or the one before; False when there is nowhere to go."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)  # what was just shown gets its place first
    stops = list(stops_of(window))
    if not stops:
        return False
    place = _place_of(window.focusWidget(), stops, otherwise=-1 if forward else 0)
    following = stops[(place + (1 if forward else -1)) % len(stops)]
    following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def stops_of(widget: QWidget) -> Iterator[QWidget]:
    """Everything in a widget that Tab can reach now.

    WORKAROUND PySide6 6.11: `focusProxy()` gives Python the ownership of what it returns, and the widget is deleted
    with the wrapper. So it is not asked: a widget that passes its focus on has no focus policy of its own here.
    """
    for child in _read(widget):
        if child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield child
        if not isinstance(child, _WHOLE):
            yield from stops_of(child)


def _place_of(here: QWidget | None, stops: list[QWidget], *, otherwise: int) -> int:
    """Where a widget, or what it is part of, stands among the stops."""
    while here is not None:
        if here in stops:
            return stops.index(here)
        here = here.parentWidget()
    return otherwise


def _read(widget: QWidget) -> list[QWidget]:
    """The visible children, row by row. What begins above the middle of a row's first child belongs to that row."""
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    children = [child for child in children if child.isVisible() and not child.isWindow()]
    children.sort(key=QWidget.y)
    rows: list[list[QWidget]] = []
    middle = 0
    for child in children:
        if rows and child.y() < middle:
            rows[-1].append(child)
        else:
            rows.append([child])
            middle = child.y() + max(child.height() // 2, 1)
    backwards = widget.isRightToLeft()
    for row in rows:
        row.sort(key=_right if backwards else QWidget.x, reverse=backwards)
    return [child for row in rows for child in row]


def _right(widget: QWidget) -> int:
    return widget.x() + widget.width()
