"""A day, typed as people write it or as ISO."""

import datetime
import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.field import Field

ENGLISH_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})[.\s]\s*([^\W\d_]+)\.?,?\s+(\d{4})")
_LEAST_LETTERS = 3


class DateField(Field):
    """`DateField(name="Date of offence", wrong="This is no day. Write 14 Mar 2026 or 2026-03-14.")`.

    `day() -> date | None`, `set_day(date | None)`, signal `day_edited(object)`: date or None, when a person leaves or
    presses Enter with another day. `months`: the names of the language, in order; three letters of one are enough.
    `set_bounds(first, last, early, late)` gives the days allowed and the sentences for others. Day and month in figures
    only ("3/4/2026") are refused: two countries read them as two days.
    """

    day_edited = Signal(object)

    def __init__(
        self,
        *,
        name: str,
        wrong: str,
        value: datetime.date | None = None,
        months: Sequence[str] = ENGLISH_MONTHS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, parent=parent)
        self._months = tuple(months)
        self._wrong = wrong
        self._bounds: tuple[datetime.date | None, datetime.date | None] = (None, None)
        self._outside = ("", "")
        self._day: datetime.date | None = None
        self.set_day(value)
        self.editingFinished.connect(self._on_finished)

    def day(self) -> datetime.date | None:
        """The day last understood and allowed, None while the field is empty."""
        return self._day

    def set_day(self, day: datetime.date | None) -> None:
        """Show a day silently; clears a problem."""
        if day != self._day or self.problem():
            self._day = day
            self.set_value(self._written(day))
            self.set_problem("")
        elif not self.hasFocus():
            self.set_value(self._written(day))

    def set_bounds(
        self, first: datetime.date | None, last: datetime.date | None, early: str = "", late: str = ""
    ) -> None:
        """Allow only days from `first` to `last`, both included; the sentences say what is wrong with others."""
        self._bounds = (first, last)
        self._outside = (early, late)

    def read(self, text: str) -> datetime.date | None:
        """The day a text names, None when it names none."""
        if found := _ISO.fullmatch(text.strip()):
            return _day(int(found[1]), int(found[2]), int(found[3]))
        if found := _WORDS.fullmatch(text.strip()):
            month = self._month(found[2])
            return _day(int(found[3]), month, int(found[1])) if month else None
        return None

    def _on_finished(self) -> None:
        text = self.text().strip()
        day = self.read(text) if text else None
        problem = "" if not text else self._wrong if day is None else self._problem_of(day)
        self.set_problem(problem)
        if problem:
            return
        self.set_value(self._written(day))
        if day != self._day:
            self._day = day
            self.day_edited.emit(day)

    def _problem_of(self, day: datetime.date) -> str:
        first, last = self._bounds
        if first and day < first:
            return self._outside[0]
        return self._outside[1] if last and day > last else ""

    def _month(self, word: str) -> int:
        """1 to 12; 0 when the word begins no month or several."""
        start = word.casefold()
        whole = [number for number, name in enumerate(self._months, 1) if name.casefold() == start]
        begun = [number for number, name in enumerate(self._months, 1) if name.casefold().startswith(start)]
        found = whole or (begun if len(start) >= _LEAST_LETTERS else [])
        return found[0] if len(found) == 1 else 0

    def _written(self, day: datetime.date | None) -> str:
        if day is None:
            return ""
        month = self._months[day.month - 1]
        short = month[:_LEAST_LETTERS] if self._months == ENGLISH_MONTHS else month
        return f"{day.day} {short} {day.year}"


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
