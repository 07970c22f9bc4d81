"""The controls of judgments: slid inside their bounds, chosen among words, or typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from sentencing.pack.model import Pack
from ui import theme
from ui.i18n import _
from ui.models.cards import OptionView
from ui.models.judgments import Control, JudgmentView, problem_of, value_text
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.labelled_field import ProblemLine
from ui.widgets.segments import Segments
from ui.widgets.slider import BoundedSlider
from ui.widgets.stepper import Stepper

_OPEN = "open"
"""The key of the segment that stands for no decision; the empty text is none of the control's."""


class JudgmentControl(QWidget):
    """A judgment's value as canonical text; the empty text takes the decision back."""

    edited = Signal(str)

    def fits(self, view: JudgmentView) -> bool:
        """Whether this control can show the view."""
        raise NotImplementedError

    def show_judgment(self, view: JudgmentView, *, departing: bool) -> None:
        """Set what differs."""
        raise NotImplementedError

    def begin(self) -> None:
        """Take the focus."""
        raise NotImplementedError


def made_control(view: JudgmentView, pack: Pack) -> JudgmentControl:
    """The control that suits a judgment."""
    match view.control:
        case Control.SLIDER:
            return Slid(view, pack)
        case Control.WORDS:
            return Worded(view)
        case Control.TEXT:
            return Typed(view, pack)


class Slid(JudgmentControl):
    """Slider and stepper inside the usual range; while departing, inside the outer one."""

    def __init__(self, view: JudgmentView, pack: Pack) -> None:
        super().__init__()
        self._view, self._pack = view, pack
        self._slider = BoundedSlider(
            view.low,
            view.high,
            name=view.title,
            low_text=view.low_text,
            high_text=view.high_text,
            unmade=_("Not made yet"),
        )
        figures = _("{judgment}, in figures").format(judgment=view.title)
        self._stepper = Stepper(name=figures, low=view.low, high=view.high, less=_("One less"), more=_("One more"))
        self._clear = Button(_("Take back"), Kind.LINK, name=_("Take back: {judgment}").format(judgment=view.title))
        row = theme.across(self, gap=20)
        row.addWidget(self._slider, 1)
        row.addWidget(self._stepper, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignTop)
        self._slider.edited.connect(self._on_number)
        self._stepper.edited.connect(self._on_number)
        self._clear.clicked.connect(self._on_clear)

    def fits(self, view: JudgmentView) -> bool:
        """A slider for whatever can be slid."""
        return view.control is Control.SLIDER

    def show_judgment(self, view: JudgmentView, *, departing: bool) -> None:
        """Take bounds and value; a value outside them is shown as not made, and said to be so elsewhere."""
        self._view = view
        usual = (view.low, view.high, view.low_text, view.high_text)
        low, high, low_text, high_text = view.outer if departing and view.may_depart else usual
        number = view.number if view.number is not None and low <= view.number <= high else None
        self._slider.set_bounds(low, high, low_text, high_text)
        self._slider.set_value(number)
        self._stepper.set_value(None)
        self._stepper.setRange(low, high)
        self._stepper.set_value(number)
        self._clear.setVisible(view.number is not None)

    def begin(self) -> None:
        """The slider takes it."""
        self._slider.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_number(self, number: int) -> None:
        self.edited.emit(value_text(self._view.judgment, number, self._pack))

    def _on_clear(self) -> None:
        self.edited.emit("")


class Worded(JudgmentControl):
    """The words of the law, and one for no decision."""

    def __init__(self, view: JudgmentView) -> None:
        super().__init__()
        self._options = view.options
        self._segments = Segments([(option.key or _OPEN, option.word) for option in view.options], name=view.title)
        row = theme.across(self)
        row.addWidget(self._segments)
        row.addStretch(1)
        self._segments.edited.connect(self._on_edited)

    def fits(self, view: JudgmentView) -> bool:
        """The same words."""
        return view.control is Control.WORDS and _same(view.options, self._options)

    def show_judgment(self, view: JudgmentView, *, departing: bool) -> None:
        """Choose silently; a word that is not offered here shows as open."""
        known = {option.key for option in view.options}
        self._segments.set_value(view.text if view.text and view.text in known else _OPEN)

    def begin(self) -> None:
        """The chosen word takes it."""
        self._segments.segment(self._segments.value()).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_edited(self, key: str) -> None:
        self.edited.emit("" if key == _OPEN else key)


class Typed(JudgmentControl):
    """An amount or a fraction, typed."""

    def __init__(self, view: JudgmentView, pack: Pack) -> None:
        super().__init__()
        self._view, self._pack = view, pack
        self._field = Field(name=view.title)
        self._bounds = Label("", Text.CAPTION, Token.INK3)
        self._problem = ProblemLine()
        column = theme.down(self, gap=4)
        row = theme.across(gap=12)
        row.addWidget(self._field, 1)
        row.addWidget(self._bounds, 2)
        column.addLayout(row)
        column.addWidget(self._problem)
        self._field.problem_changed.connect(self._problem.set_problem)
        self._field.editingFinished.connect(self._on_typed)

    def fits(self, view: JudgmentView) -> bool:
        """Whatever is typed."""
        return view.control is Control.TEXT

    def show_judgment(self, view: JudgmentView, *, departing: bool) -> None:
        """Show the value unless it is being typed."""
        self._view = view
        if not self._field.hasFocus():
            self._field.set_value(view.text)
        self._bounds.setText(view.bounds)

    def begin(self) -> None:
        """The field takes it."""
        self._field.setFocus()

    def _on_typed(self) -> None:
        text = " ".join(self._field.value().split())
        problem = problem_of(self._view.judgment, text, self._pack)
        self._field.set_problem(problem)
        if not problem and text != self._view.text:
            self.edited.emit(text)


def _same(ours: tuple[OptionView, ...], theirs: tuple[OptionView, ...]) -> bool:
    return [option.key for option in ours] == [option.key for option in theirs]
