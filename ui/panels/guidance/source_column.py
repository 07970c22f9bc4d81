"""The source of the open edition: problems counted and stepped through, the text, and what can be done with it."""

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.panels.guidance.source_text import SourceText
from ui.session.guidance_reading import Checked
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.flow import Flow
from ui.widgets.hairline import Hairline
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.surface import Surface

_HEAD = 48


class SourceColumn(Surface):
    """`show_source(checked)`; signals `check_wanted`, `edit_wanted`."""

    check_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.PAGE, hair_start=True, parent=parent)
        self._at = -1
        self._what = Label("", Text.SMALL, Token.INK2, wraps=False)
        self._icon = Icon("ph.check", Token.INK3, size=14)
        self._number = Label("", Text.SMALL_SELECTED, Token.INK2, wraps=False)
        self.previous = Button("", Kind.QUIET, icon="ph.caret-up", name=_("Previous problem"))
        self.next = Button("", Kind.QUIET, icon="ph.caret-down", name=_("Next problem"))
        self.text = SourceText(name=_("Source of the edition"))
        self.check = Button(_("Check and run examples"), Kind.PRIMARY, icon="ph.play")
        self.edit = Button(_("Open in your editor"), icon="ph.pencil-simple")
        self._clock = QElapsedTimer()
        self._build()
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.check.clicked.connect(self.check_wanted)
        self.edit.clicked.connect(self.edit_wanted)

    def begin_check(self) -> None:
        """Note that it is being checked."""
        self._clock.start()
        self._what.setText(_("checking…"))

    def show_source(self, found: Checked) -> None:
        """Show the text with its problems."""
        before = self.text.findings()
        self.text.show_source(found.text, found.findings)
        if found.findings != before:
            self._at = -1
        self._refresh()
        taken = self._clock.elapsed() if self._clock.isValid() else 0
        tenths = max(taken // 100, 1)
        seconds = f"{tenths // 10}.{tenths % 10}"
        words = _("your copy, checked in {seconds} s") if found.edition.is_copy else _("checked in {seconds} s")
        self._what.setText(words.format(seconds=seconds))

    def set_own(self, is_own: bool) -> None:
        """What came with the program is never written to: it is copied first."""
        self.edit.setText(_("Open in your editor") if is_own else _("Copy and edit"))

    def step(self, by: int) -> None:
        """Go to the next or the previous problem, round and round."""
        number = len(self.text.findings())
        if number:
            self._at = (self._at + by) % number if self._at >= 0 else (0 if by > 0 else number - 1)
            self.text.reveal(self._at)
            self._refresh()

    def _build(self) -> None:
        column = theme.down(self, margins=(1, 0, 0, 0))
        self._top = QWidget()
        head = theme.across(self._top, gap=8, margins=(20, 0, 12, 0))
        head.addWidget(Label(_("Source"), Text.QUESTION, wraps=False))
        head.addWidget(self._what, 1)
        head.addWidget(self._icon)
        head.addWidget(self._number)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        column.addWidget(self._top)
        column.addWidget(Hairline())
        column.addWidget(self.text, 1)
        column.addWidget(Hairline())
        foot = Surface(Token.GROUND)
        rows = theme.down(foot, gap=4, margins=(20, 10, 12, 10))
        acts = Flow(gap=10)
        acts.add(self.check)
        acts.add(self.edit)
        rows.addWidget(acts)
        column.addWidget(foot)
        self.restyle()

    def restyle(self) -> None:
        """Take the height of the text size."""
        self._top.setFixedHeight(theme.px(_HEAD))

    def _refresh(self) -> None:
        found = self.text.findings()
        wrong = any(each.is_error for each in found)
        ink = Token.ERROR if wrong else Token.CAUTION if found else Token.INK3
        self._icon.set_icon("ph.warning-circle" if wrong else "ph.warning" if found else "ph.check", ink)
        self._number.set_tone(ink if found else Token.INK2)
        words = _("{at} of {number}").format(at=self._at + 1, number=len(found))
        if self._at < 0:
            words = str(len(found))
        self._number.setText(words if found else _("No problems"))
        spoken = _("Problem {at} of {number}: {what}")
        if found and self._at >= 0:
            self._number.setAccessibleName(spoken.format(at=self._at + 1, number=len(found), what=found[self._at].says))
        else:
            self._number.setAccessibleName(_("{number} problems").format(number=len(found)))
        self.previous.setEnabled(bool(found))
        self.next.setEnabled(bool(found))

    def _on_previous(self) -> None:
        self.step(-1)

    def _on_next(self) -> None:
        self.step(1)
