"""The result, as large as the room needs it: before and after side by side, and the bar they stand on."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.amounts import Figure
from ui.models.demonstration.hero import Hero, HeroView
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.label import Label
from ui.widgets.range_bar import RangeBar, Span
from ui.widgets.texture import Swatch, Texture

_UNIT = 120
"""Room for the unit beside the figure, design px."""
_LARGE = 130
_LOW = 900
"""In a window lower than this large text takes the room of the largest figures."""


class Result(QWidget):
    """One figure while nothing is changed, two when something is, none while the steps are shown one by one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before, self._after = _Figure(Text.HERO_BEFORE), _Figure(Text.HERO_AFTER)
        self._bar = RangeBar(0, 1, low_text="", high_text="", name="", thick=18)
        column = theme.down(self)
        self._row = theme.across(gap=24)
        self._row.addWidget(self._before, 1)
        self._row.addWidget(self._after, 1)
        column.addLayout(self._row)
        theme.space(column, 8)
        column.addWidget(self._bar)

    def show_result(self, view: HeroView, *, hidden: str, both: bool) -> None:
        """Set what differs; `hidden` says why nothing is shown yet."""
        after = Hero(hidden, Figure("…"), "") if hidden else view.after
        before = view.before if both and not hidden else None
        self._before.setVisible(before is not None)
        if before is not None:
            self._before.show_hero(before, Texture.OUTLINED)
        swatch = Texture.SOLID if view.before is not None else Texture.OUTLINED
        self._after.show_hero(after, None if hidden else swatch)
        bar = view.bar
        kept = self._bar.sizePolicy()
        kept.setRetainSizeWhenHidden(bar is not None)  # the facts below must not jump when the result is hidden
        self._bar.setSizePolicy(kept)
        self._bar.setVisible(bar is not None and not hidden)
        if bar is not None and not hidden:
            spans = [Span(span.low, span.high, Texture(span.texture)) for span in bar.spans]
            self._bar.set_frame(bar.low, bar.high, bar.low_text, bar.high_text)
            self._bar.set_spans(spans if both else spans[:1], bar.spoken)


class _Figure(QWidget):
    def __init__(self, style: Text) -> None:
        super().__init__()
        self._style = style
        ink = Token.INK2 if style is Text.HERO_BEFORE else Token.INK
        self._swatches = {texture: Swatch(texture) for texture in (Texture.OUTLINED, Texture.SOLID)}
        self._caption = Label("", Text.BODY, Token.INK2, wraps=False)
        self._figure = Label("", style, ink, wraps=False)
        self._unit = Label("", Text.ROW, Token.INK2, wraps=False)
        self._beside = Label("", Text.BODY, Token.INK3, wraps=False)
        self._note = Label("", Text.BODY, Token.INK2)
        self._note.hide()
        head = theme.across(gap=10)
        for swatch in self._swatches.values():
            head.addWidget(swatch)
        head.addWidget(self._caption, 1)
        units = theme.down(margins=(0, 0, 0, 14))
        units.addStretch(1)
        units.addWidget(self._unit)
        units.addWidget(self._beside)
        figures = theme.across(gap=18)
        figures.addWidget(self._figure)
        figures.addLayout(units, 1)
        column = theme.down(self)
        column.addLayout(head)
        column.addLayout(figures)
        column.addWidget(self._note)

    def show_hero(self, hero: Hero, texture: Texture | None) -> None:
        for each, swatch in self._swatches.items():
            swatch.setVisible(each is texture)
        self._caption.setText(hero.caption)
        self._figure.setText(hero.figure.text)
        self._unit.setText(hero.figure.unit)
        self._beside.setText(hero.beside)
        self._note.setText(hero.note)
        self._note.setVisible(bool(hero.note))
        self._figure.setAccessibleName(hero.spoken)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._fit)  # a size that changes while its layout works would be forgotten

    def _fit(self) -> None:
        """A figure that has no room at the full size is set smaller, never cut."""
        room = self.width() - theme.px(_UNIT)
        text = self._figure.text()
        small = theme.percent() >= _LARGE and self.window().height() < _LOW
        styles = (Text.DISPLAY, Text.TITLE) if small else (self._style, Text.DISPLAY, Text.TITLE)
        fits = [style for style in styles if brush.width(text, style) <= room]
        self._figure.set_style(fits[0] if fits else Text.TITLE)


def hidden_words(seen: int, total: int, *, wants_reasons: bool) -> str:
    """Why the result is hidden, and how far the room is."""
    if wants_reasons:
        return _("Hidden until each step has a reason: {seen} of {total}").format(seen=seen, total=total)
    return _("Hidden until every step is shown: {seen} of {total}").format(seen=seen, total=total)
