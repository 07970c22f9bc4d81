"""One judgment: the question, its bounds, a control that cannot leave them, and the reasons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sentencing.pack.model import Cite
from ui import theme
from ui.i18n import _
from ui.models.judgments import JudgmentView, problem_of
from ui.panels.recommendation.controls import JudgmentControl, made_control
from ui.session.desk import Desk
from ui.theme import Text, Token
from ui.widgets.brush import Side
from ui.widgets.button import Button, Kind
from ui.widgets.check import Check
from ui.widgets.expander import Expander
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField, ProblemLine
from ui.widgets.text_area import TextArea


class JudgmentBlock(QWidget):
    """The block of one judgment; its control is made for its kind and bounds, and made again when those change."""

    source_wanted = Signal(Cite)

    def __init__(self, desk: Desk, view: JudgmentView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, view
        self._judgment = view.judgment
        self._left = False
        self._departing = view.departs
        self._control: JudgmentControl | None = None
        self._checks: dict[str, Check] = {}
        self._build()
        self._show(view)

    @property
    def id(self) -> str:
        """The judgment's id."""
        return self._judgment.id

    def bounds(self) -> tuple[int, int]:
        """The bounds of the control now."""
        view = self._view
        return (view.outer[0], view.outer[1]) if self._departing and view.may_depart else (view.low, view.high)

    def show_judgment(self, view: JudgmentView) -> None:
        """Set what differs."""
        if view != self._view:
            self._view = view
            self._show(view)

    def begin(self) -> None:
        """Put the focus on the control."""
        if self._control is not None:
            self._control.begin()

    # -------------------------------------------------------------------------------------------------- build

    def _build(self) -> None:
        self._title = Label("", Text.QUESTION)
        self._figure = Label("", Text.QUESTION, Token.INK, wraps=False, side=Side.END)
        self._law = Label(self._law_words(), Text.LAW, Token.INK2)
        self._spoken = Label("", Text.CAPTION, Token.INK3, side=Side.END)
        self._room = theme.down()
        self._depart = Button("", Kind.LINK)
        self._rejected = ProblemLine()
        self._grounds = Flow(gap=16, row_gap=0)
        self._grounds_room = LabelledField(_("Carried by"), self._grounds)
        self._reasons = TextArea(name=_("Reasons for {judgment}").format(judgment=self._view.title))
        self._reasons_field = LabelledField(_("Reasons"), self._reasons)
        self._positions = Button(_("What the parties ask"), Kind.QUIET)
        self._cite = Button("", Kind.QUIET, icon="ph.book-open")
        self._prosecution = Field(name=_("The prosecution asks for"))
        self._defence = Field(name=_("The defence asks for"))
        self._arrange()
        self._depart.clicked.connect(self._on_depart)
        self._reasons.edited.connect(self._on_reasons)
        self._reasons.left.connect(self._on_left)
        self._cite.clicked.connect(self._on_cite)
        self._prosecution.editingFinished.connect(self._on_positions)
        self._defence.editingFinished.connect(self._on_positions)

    def _arrange(self) -> None:
        whole = theme.down(self, margins=(0, 0, 0, 12))
        column = theme.down(margins=(12, 0, 8, 0))
        whole.addLayout(column)
        column.addWidget(Hairline())
        theme.space(column, 20)
        head = theme.grid(gap=24)
        head.addWidget(self._title, 0, 0)
        head.addWidget(self._figure, 0, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._law, 1, 0)
        head.addWidget(self._spoken, 1, 1, Qt.AlignmentFlag.AlignTop)
        head.setColumnStretch(0, 1)
        column.addLayout(head)
        theme.space(column, 12)
        column.addLayout(self._room)
        column.addWidget(self._rejected)
        column.addWidget(self._depart, 0, Qt.AlignmentFlag.AlignLeft)
        theme.space(column, 8)
        column.addWidget(self._grounds_room)
        theme.space(column, 8)
        column.addWidget(self._reasons_field)
        parties = QWidget()
        row = theme.across(parties, gap=16, margins=(0, 4, 0, 4))
        row.addWidget(LabelledField(_("The prosecution asks for"), self._prosecution))
        row.addWidget(LabelledField(_("The defence asks for"), self._defence))
        # A quiet button's ground reaches beyond the text edge, so that its word and not its ground is aligned.
        foot = theme.across(gap=8, margins=(4, 4, 0, 0))
        foot.addWidget(self._positions)
        foot.addStretch(1)
        foot.addWidget(self._cite)
        whole.addLayout(foot)
        self._parties = Expander(self._positions, parties, opened=_("open"), closed=_("closed"))
        opened = theme.down(margins=(12, 0, 8, 0))
        opened.addWidget(self._parties)
        whole.addLayout(opened)

    def _law_words(self) -> str:
        judgment = self._judgment
        return judgment.help or (judgment.ask if judgment.title else "")

    # ------------------------------------------------------------------------------------------------ refresh

    def _show(self, view: JudgmentView) -> None:
        self._title.setText(view.title)
        self._figure.setText(view.figure)
        self._figure.set_tone(Token.INK if view.text else Token.INK3)
        self._figure.set_style(Text.QUESTION if view.text else Text.PREVIEW)
        self._spoken.setText(view.spoken)
        self._law.setVisible(bool(self._law_words()))
        self._show_control(view)
        self._rejected.set_problem(view.rejected)
        self._depart.setText(_("Back to the usual range") if self._departing else view.may_depart)
        self._depart.setVisible(bool(view.may_depart))
        self._show_grounds(view)
        self._reasons.set_value(view.reasons)
        if not self._prosecution.hasFocus():
            self._prosecution.set_value(view.positions[0])
        if not self._defence.hasFocus():
            self._defence.set_value(view.positions[1])
        self._cite.setText(view.cite)
        self._cite.setVisible(bool(view.cite))
        self._cite.setAccessibleName(_("Source of {judgment}: {cite}").format(judgment=view.title, cite=view.cite))
        self._tell()

    def _show_control(self, view: JudgmentView) -> None:
        if self._control is None or not self._control.fits(view):
            if self._control is not None:
                self._room.removeWidget(self._control)
                self._control.hide()
                self._control.deleteLater()
            self._control = made_control(view, self._desk.pack)
            self._control.edited.connect(self._on_value)
            self._room.addWidget(self._control)
        self._control.show_judgment(view, departing=self._departing)

    def _show_grounds(self, view: JudgmentView) -> None:
        if [fact for fact, _name, _chosen in view.grounds] != list(self._checks):
            self._grounds.clear()
            self._checks = {fact: Check(name) for fact, name, _chosen in view.grounds}
            for check in self._checks.values():
                check.edited.connect(self._on_grounds)
                self._grounds.add(check)
        for fact, _name, chosen in view.grounds:
            self._checks[fact].set_value(chosen)
        self._grounds_room.setVisible(bool(view.grounds))

    def _tell(self) -> None:
        missing = self._left and bool(self._view.reasons_wanted) and not self._reasons.value().strip()
        self._reasons.set_problem(self._view.reasons_wanted if missing else "")

    # -------------------------------------------------------------------------------------------------- verbs

    def _on_value(self, value: str) -> None:
        self._desk.judge(self._judgment, value)

    def _on_depart(self) -> None:
        self._departing = not self._departing
        self._show(self._view)
        self.begin()

    def _on_grounds(self) -> None:
        self._desk.give_grounds(self._judgment, tuple(fact for fact, check in self._checks.items() if check.value()))

    def _on_reasons(self, text: str) -> None:
        self._desk.give_judgment_reasons(self._judgment, text)

    def _on_left(self) -> None:
        self._left = True
        self._tell()

    def _on_positions(self) -> None:
        said = (self._prosecution.value().strip(), self._defence.value().strip())
        pack = self._desk.pack
        problems = [problem_of(self._judgment, text, pack) for text in said]
        self._prosecution.set_problem(problems[0])
        self._defence.set_problem(problems[1])
        if not any(problems) and said != self._view.positions:
            self._desk.give_positions(self._judgment, *said)

    def _on_cite(self) -> None:
        if self._view.citation is not None:
            self.source_wanted.emit(self._view.citation)
