"""The guidance as text, each step with the worked examples that prove it."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from sentencing.pack.reading import StageText, StepText
from ui import theme
from ui.i18n import _
from ui.panels.guidance.step_text import StepBlock
from ui.session.guidance_reading import Checked
from ui.theme import Text, Token
from ui.widgets.column import Column
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label

_AT_ONCE = 6
"""Steps made before the page is first painted; the others follow while nothing else happens."""


class TextPage(Column):
    """`show_text(checked)`; what is not yet made follows a few steps at a time."""

    line_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._inside = QWidget()
        super().__init__(self._inside, Token.PAGE, most=720, parent=parent)
        self._column = theme.down(self._inside, margins=(0, 0, 16, 40))
        self._found: Checked | None = None
        self._left: list[tuple[StageText, StepText]] = []
        self._stage: StageText | None = None
        self._blocks: dict[str, StepBlock] = {}
        self._place = 0
        self._wanted = ""
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self._on_idle)
        self.setAccessibleName(_("Text and examples"))

    def show_text(self, found: Checked) -> None:
        """Show an edition from its beginning; the same one, saved again, keeps its place."""
        same = self._found is not None and self._found.edition == found.edition
        self._place = self.verticalScrollBar().value() if same else 0
        self._found = found
        self._clear()
        self._left = [(stage, step) for stage in found.stages for step in stage.steps]
        self._stage = None
        if not self._left:
            words = _("The text is shown once the problems that stand in the source are mended.")
            self._column.addWidget(Label(words, Text.BODY, Token.INK2))
        self._make(_AT_ONCE if not self._place else len(self._left))

    def block(self, step: str) -> StepBlock | None:
        """The block of a step, once it is made."""
        return self._blocks.get(step)

    def reveal_step(self, step: str) -> None:
        """Bring a step into sight."""
        self._make(len(self._left))
        self._wanted = step
        QTimer.singleShot(0, self, self._on_wanted)

    def is_complete(self) -> bool:
        """Whether every step stands on the page."""
        return not self._left

    def _make(self, number: int) -> None:
        found = self._found
        assert found is not None
        for stage, step in self._left[:number]:
            if stage is not self._stage:
                self._stage = stage
                self._add_stage(stage)
            if found.pack is None:
                continue
            block = StepBlock(step, found.pack, found.proved, found.places)
            block.line_wanted.connect(self.line_wanted)
            self._blocks[step.id] = block
            self._column.addWidget(block)
        self._left = self._left[number:]
        if self._left:
            self._rest.start()
        else:
            self._column.addStretch(1)
            if self._place:
                QTimer.singleShot(0, self, self._on_placed)

    def _add_stage(self, stage: StageText) -> None:
        theme.space(self._column, 20 if self._blocks else 14)
        self._column.addWidget(Label(stage.title, Text.SECTION))
        theme.space(self._column, 6)
        self._column.addWidget(Hairline())

    def _clear(self) -> None:
        self._rest.stop()
        self._blocks = {}
        fresh = QWidget()
        self._column = theme.down(fresh, margins=(0, 0, 16, 40))
        self.setWidget(fresh)
        self.verticalScrollBar().setValue(0)

    def _on_idle(self) -> None:
        self._make(2)

    def _on_wanted(self) -> None:
        content = self.widget()
        if self._wanted in self._blocks and content is not None:
            self.verticalScrollBar().setValue(self._blocks[self._wanted].mapTo(content, QPoint(0, 0)).y())

    def _on_placed(self) -> None:
        self.verticalScrollBar().setValue(self._place)
