"""The control for a fact's value: a stepper, a choice, yes or no, a day, or an amount to type."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from sentencing.pack.model import Fact, FactKind, Pack
from ui import theme
from ui.i18n import _
from ui.models.cards import OptionView
from ui.models.values import engine_form
from ui.models.wording import fact_name
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.segments import Segments
from ui.widgets.stepper import Stepper

_MOST = 99_999


class ValueControl(QWidget):
    """One value as canonical text: `value` in, `edited(str)` out."""

    edited = Signal(str)

    def __init__(self, fact: Fact, pack: Pack, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fact, self._pack = fact, pack
        self._value = ""
        self._control = self._made(name)
        row = theme.across(self)
        row.addWidget(self._control)
        self.setFocusProxy(self._control)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def control(self) -> QWidget:
        """The stepper, choice, words or field itself."""
        return self._control

    def show_value(self, value: str, options: tuple[OptionView, ...]) -> None:
        """Show a value silently; the options of a choice come with their effects."""
        self._value = value
        match self._control:
            case Choice() as choice:
                choice.set_options([Option(option.key, option.word, option.effect) for option in options])
                choice.set_value(value if value in (option.key for option in options) else "")
            case Segments() as segments:
                segments.set_value(value if value in ("yes", "no") else "")
            case Stepper() as stepper:
                stepper.set_value(int(value) if value.isdigit() else None)
            case DateField() as field:
                field.set_day(_day(value))
            case Field() as field if not field.hasFocus():
                field.set_value(value)

    def _made(self, name: str) -> QWidget:
        match self._fact.kind:
            case FactKind.CHOICE:
                choice = Choice([], name=name, unset=_("Choose"))
                choice.edited.connect(self._on_edited)
                return choice
            case FactKind.YES_NO:
                words = ((key, self._fact.labels.get(key, word)) for key, word in (("yes", _("Yes")), ("no", _("No"))))
                segments = Segments(list(words), name=name)
                segments.edited.connect(self._on_edited)
                return segments
            case FactKind.COUNT:
                low = self._fact.lowest if isinstance(self._fact.lowest, int) else 0
                high = self._fact.highest if isinstance(self._fact.highest, int) else _MOST
                stepper = Stepper(name=name, low=low, high=high, less=_("One less"), more=_("One more"))
                stepper.edited.connect(self._on_number)
                return stepper
            case FactKind.DATE:
                wrong = _("This is no day. Write 14 Mar 2026 or 2026-03-14.")
                field = DateField(name=name, wrong=wrong)
                field.day_edited.connect(self._on_day)
                return field
            case _:
                amount = Field(name=name)
                amount.editingFinished.connect(self._on_amount)
                return amount

    def _on_edited(self, value: str) -> None:
        self.edited.emit(value)

    def _on_number(self, number: int) -> None:
        self.edited.emit(str(number))

    def _on_day(self, day: date | None) -> None:
        self.edited.emit(day.isoformat() if day is not None else "")

    def _on_amount(self) -> None:
        assert isinstance(self._control, Field)
        text = " ".join(self._control.value().split())
        if text and engine_form(self._fact, text, self._pack) is None:
            self._control.set_problem(_problem(self._fact, self._pack))
            return
        self._control.set_problem("")
        if text != self._value:
            self.edited.emit(text)


def _problem(fact: Fact, pack: Pack) -> str:
    if fact.kind is FactKind.MONEY:
        return _("This is no amount for {fact}. Write 75000 {currency}.").format(
            fact=fact_name(fact), currency=pack.units.currency
        )
    return _("This is no length of time for {fact}. Write 18 months or 5 years.").format(fact=fact_name(fact))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
