"""The column at the end of the window: result, range, moves, attention."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.models.attention import Need, needs
from ui.models.result import Bar, LegendRow, ResultView, result_view
from ui.panels.result.attention import Attention
from ui.panels.result.headline import Headline
from ui.panels.result.moves import Moves
from ui.session.desk import Desk
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.brush import Side
from ui.widgets.column import Column
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.range_bar import RangeBar, Span
from ui.widgets.surface import Surface
from ui.widgets.texture import Swatch, Texture
from ui.widgets.tone import Tone

_WIDTH = 340
_WIDE = 400
_WIDE_FROM = 1600
_LARGE = 268


class ResultColumn(Surface):
    """Reads the open scene; it never knows of the sealed one."""

    need_wanted = Signal(Need)
    step_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(Token.GROUND, hair_start=True, parent=parent)
        self._desk = desk
        self._legend: list[_LegendLine] = []
        self._headline = Headline()
        self._bar = RangeBar(0, 1, low_text="", high_text="", name="")
        self._envelope = Label("", Text.CAPTION, Token.INK3)
        self._moves = Moves()
        self._attention = Attention()
        self._remarks = Banner("", tone=Tone.CAUTION)
        body = QWidget()
        self._scrolled = Column(body, Token.GROUND)
        outer = theme.down(self, margins=(1, 0, 0, 0))
        outer.addWidget(self._headline)
        outer.addWidget(self._scrolled, 1)
        inner = theme.down(body, margins=(15, 0, 4, 24))
        wide = theme.down(margins=(8, 0, 8, 0))
        wide.addWidget(self._remarks)
        wide.addWidget(self._bar)
        theme.space(wide, 12)
        self._legend_place = theme.down(gap=2)
        wide.addLayout(self._legend_place)
        wide.addWidget(self._envelope)
        theme.space(wide, 12)
        wide.addWidget(Hairline())
        inner.addLayout(wide)
        theme.space(inner, 8)
        inner.addWidget(self._moves)
        theme.space(inner, 12)
        line = theme.down(margins=(8, 0, 8, 0))
        line.addWidget(Hairline())
        inner.addLayout(line)
        theme.space(inner, 8)
        inner.addWidget(self._attention)
        inner.addStretch(1)
        self._attention.need_wanted.connect(self.need_wanted)
        self._moves.step_wanted.connect(self.step_wanted)
        desk.changed.connect(self._refresh)
        self._refresh()

    def fit(self, window_width: int) -> None:
        """Take the width that belongs to a window's width and the text size."""
        if theme.percent() >= 130:
            width = theme.px(_LARGE)
        else:
            width = theme.px(_WIDE if window_width >= _WIDE_FROM else _WIDTH)
        self.setFixedWidth(width)

    def headline_text(self) -> str:
        """The figures of the headline as they stand on the screen."""
        return self._headline.text()

    def begin(self) -> None:
        """Put the focus on the first thing that leads somewhere."""
        self._moves.begin()

    def _refresh(self) -> None:
        scene = self._desk.scene
        view = result_view(scene)
        self._headline.show_result(view)
        self._show_bar(view.bar)
        self._show_legend(view.legend)
        self._envelope.setText(view.envelope)
        self._envelope.setVisible(bool(view.envelope))
        self._show_remarks(view)
        self._moves.show_moves(view)
        self._attention.show_needs(needs(scene))

    def _show_bar(self, bar: Bar | None) -> None:
        self._bar.setVisible(bar is not None)
        if bar is not None:
            self._bar.set_frame(bar.low, bar.high, bar.low_text, bar.high_text)
            self._bar.set_spans([Span(span.low, span.high, Texture(span.texture)) for span in bar.spans], bar.spoken)

    def _show_legend(self, legend: tuple[LegendRow, ...]) -> None:
        while len(self._legend) > len(legend):
            line = self._legend.pop()
            line.hide()
            line.deleteLater()
        while len(self._legend) < len(legend):
            line = _LegendLine()
            self._legend.append(line)
            self._legend_place.addWidget(line)
        for line, row in zip(self._legend, legend, strict=True):
            line.show_row(row)

    def _show_remarks(self, view: ResultView) -> None:
        self._remarks.set_words("\n".join(view.remarks))
        self._remarks.setVisible(bool(view.remarks))


class _LegendLine(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._texture = ""
        self._swatch: QWidget = QWidget()
        self._words = Label("", Text.SMALL, Token.INK2)
        self._value = Label("", Text.SMALL_SELECTED, wraps=False, side=Side.END)
        self._row = theme.across(self, gap=8)
        swatch = theme.down(margins=(0, 5, 0, 0))
        self._swatch_place = swatch
        swatch.addWidget(self._swatch)
        swatch.addStretch(1)
        self._row.addLayout(swatch)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._value)

    def show_row(self, row: LegendRow) -> None:
        if row.texture != self._texture:
            self._texture = row.texture
            self._swatch_place.removeWidget(self._swatch)
            self._swatch.deleteLater()
            self._swatch = Swatch(Texture(row.texture))
            self._swatch_place.insertWidget(0, self._swatch)
        self._words.setText(row.words)
        self._value.setText(row.value)
