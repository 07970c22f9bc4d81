"""The headline: the range in years and months, and how far it can be relied on. It stays when the column scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.result import GateNotice, ResultView
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.brush import Side
from ui.widgets.label import Label
from ui.widgets.mark import Mark, Shape
from ui.widgets.tone import Tone

_LONG = 8
"""Figures of more letters than this are set smaller, so that `360–life` and sums of money fit."""


class Headline(QWidget):
    """The loudest thing in the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gates: list[Banner] = []
        self._caption = Label("", Text.CAPTION_LABEL, Token.INK3)
        self._beside = Label("", Text.CAPTION, Token.INK3, side=Side.END)
        self._figure = Label("", Text.DISPLAY, wraps=False)
        self._unit = Label("", Text.BODY, Token.INK2, wraps=False)
        self._spoken = Label("", Text.SMALL)
        self._mark = Mark(Shape.OPEN)
        self._state = Label("", Text.SMALL_STRONG)
        column = theme.down(self, margins=(24, 16, 24, 0))
        self._notices = theme.down(gap=8)
        column.addLayout(self._notices)
        top = theme.across(gap=12)
        top.addWidget(self._caption)
        top.addWidget(self._beside, 1)
        column.addLayout(top)
        figures = theme.across(gap=10)
        figures.addWidget(self._figure)
        figures.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        figures.addStretch(1)
        column.addLayout(figures)
        theme.space(column, 4)
        column.addWidget(self._spoken)
        theme.space(column, 8)
        state = theme.across(gap=8)
        mark = theme.down(margins=(0, 2, 0, 0))
        mark.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        state.addLayout(mark)
        state.addWidget(self._state, 1)
        column.addLayout(state)
        theme.space(column, 12)

    def text(self) -> str:
        """The figures."""
        return self._figure.text()

    def show_result(self, view: ResultView) -> None:
        """Set what differs."""
        self._caption.setText(view.caption)
        self._beside.setText(view.beside)
        self._figure.setText(view.figure.text)
        self._figure.set_style(Text.DISPLAY if len(view.figure.text) <= _LONG else Text.TITLE)
        self._unit.setText(view.figure.unit)
        self._spoken.setText(view.figure.spoken)
        self._spoken.setVisible(bool(view.figure.spoken))
        spoken = f"{view.caption}: {view.figure.text} {view.figure.unit}. {view.state}"
        self._figure.setAccessibleName(spoken)
        self._mark.set_shape(Shape.ESTABLISHED if view.is_complete else Shape.OPEN, "")
        self._state.setText(view.state)
        self._show_gates(view.gates)

    def _show_gates(self, gates: tuple[GateNotice, ...]) -> None:
        while len(self._gates) > len(gates):
            banner = self._gates.pop()
            banner.hide()
            banner.deleteLater()
        while len(self._gates) < len(gates):
            banner = Banner("", tone=Tone.CAUTION)
            self._gates.append(banner)
            self._notices.addWidget(banner)
        for banner, gate in zip(self._gates, gates, strict=True):
            title = _("Open: {gate}").format(gate=gate.title) if gate.is_open else gate.title
            banner.set_words(gate.say, title)
        theme.set_margins(self._notices, (0, 0, 0, 12 if gates else 0))
