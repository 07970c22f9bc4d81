"""Layouts measured in reading order and px of the design; they follow text size and direction."""

from typing import TypeVar
from weakref import WeakKeyDictionary

from attrs import evolve, frozen
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.scale import is_rtl, px

Margins = tuple[float, float, float, float]
"""Start, top, end, bottom: never left or right."""

_NONE: Margins = (0, 0, 0, 0)
_Made = TypeVar("_Made", bound=QLayout)


@frozen
class _Measure:
    margins: Margins
    gap: float
    row_gap: float
    spaces: tuple[tuple[QSpacerItem, float], ...] = ()


_measures: WeakKeyDictionary[QLayout, _Measure] = WeakKeyDictionary()


def across(parent: QWidget | None = None, *, gap: float = 0, margins: Margins = _NONE) -> QHBoxLayout:
    """A row; it runs in reading direction."""
    return _measured(QHBoxLayout(), parent, _Measure(margins, gap, gap))


def down(parent: QWidget | None = None, *, gap: float = 0, margins: Margins = _NONE) -> QVBoxLayout:
    """A column."""
    return _measured(QVBoxLayout(), parent, _Measure(margins, gap, gap))


def grid(parent: QWidget | None = None, *, gap: float = 0, row_gap: float = 0, margins: Margins = _NONE) -> QGridLayout:
    """A grid; `gap` is between its columns."""
    return _measured(QGridLayout(), parent, _Measure(margins, gap, row_gap))


def space(layout: QBoxLayout, length: float) -> None:
    """Add an empty length along a row or column made here; it grows with the text size."""
    spacer = QSpacerItem(0, 0)
    _set_space(layout, spacer, length)
    layout.addSpacerItem(spacer)
    measure = _measures[layout]
    _measures[layout] = evolve(measure, spaces=(*measure.spaces, (spacer, length)))


def set_margins(layout: QLayout, margins: Margins) -> None:
    """Give a layout made here other margins."""
    _measures[layout] = evolve(_measures[layout], margins=margins)
    _fit(layout, _measures[layout])


def remeasure() -> None:
    """Bring every living layout to the text size and direction in force."""
    for layout, measure in list(_measures.items()):
        if isValid(layout):
            _fit(layout, measure)


def _measured(layout: _Made, parent: QWidget | None, measure: _Measure) -> _Made:
    _measures[layout] = measure
    _fit(layout, measure)
    if parent is not None:
        parent.setLayout(layout)
    return layout


def _fit(layout: QLayout, measure: _Measure) -> None:
    start, top, end, bottom = measure.margins
    left, right = (end, start) if is_rtl() else (start, end)
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(px(measure.gap))
        layout.setVerticalSpacing(px(measure.row_gap))
    else:
        layout.setSpacing(px(measure.gap))
    if isinstance(layout, QBoxLayout):
        for spacer, length in measure.spaces:
            _set_space(layout, spacer, length)
    layout.invalidate()


def _set_space(layout: QBoxLayout, spacer: QSpacerItem, length: float) -> None:
    fixed, free = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
    if isinstance(layout, QHBoxLayout):
        spacer.changeSize(px(length), 0, fixed, free)
    else:
        spacer.changeSize(0, px(length), free, fixed)
