"""The start page: a new assessment, an open one, what was left behind, and exercises."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _, ngettext
from ui.models.beginning import Beginning, LeftBehind
from ui.models.texts import moment
from ui.settings import KEEP_RECENT, Recent, Settings
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.choice import Choice, Option
from ui.widgets.column import Column
from ui.widgets.date_field import DateField
from ui.widgets.hairline import Hairline
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.list_row import ListRow
from ui.widgets.surface import Surface
from ui.widgets.tone import Tone

if TYPE_CHECKING:  # reading guidance is imported after the window stands
    from ui.models.shelf import ExerciseRow, Found, Shelf

_EXERCISES_SHOWN = 3
_MOST = 800


class Home(QWidget):
    """Two columns, each scrolled on its own."""

    begun = Signal(Beginning)
    open_wanted = Signal()
    file_wanted = Signal(Path)
    exercise_wanted = Signal(object)
    recover_wanted = Signal(LeftBehind)
    discard_wanted = Signal(LeftBehind)
    guidance_wanted = Signal()
    shelf_wanted = Signal()
    """The shelf of exercises."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._new = _NewAssessment()
        self._old = _Shelves(settings)
        row = theme.across(self)
        row.addWidget(_sheet(self._new, Token.PAGE), 44)
        row.addWidget(_sheet(self._old, Token.GROUND), 56)
        self._new.begun.connect(self.begun)
        self._new.open_wanted.connect(self.open_wanted)
        for ours, theirs in (
            (self._old.file_wanted, self.file_wanted),
            (self._old.exercise_wanted, self.exercise_wanted),
            (self._old.recover_wanted, self.recover_wanted),
            (self._old.discard_wanted, self.discard_wanted),
            (self._old.guidance.clicked, self.guidance_wanted),
            (self._old.all_exercises.clicked, self.shelf_wanted),
        ):
            ours.connect(theirs)

    def show_shelf(self, shelf: "Shelf") -> None:
        """Offer the guidance and the exercises on this machine: they are read after the window stands."""
        self._new.show_shelf(shelf)
        self._old.show_shelf(shelf)

    def refresh(self) -> None:
        """Read the list of recent files again."""
        self._old.refresh()

    def recent_rows(self) -> tuple[ListRow, ...]:
        """The files of the recent list as they stand on the page."""
        return self._old.recent_rows()

    def exercise_rows(self) -> tuple[ListRow, ...]:
        """The exercises as they stand on the page."""
        return self._old.exercise_rows()

    def begin(self) -> None:
        """Put the focus on the first choice."""
        self._new.begin()

    def show_left_behind(self, left: LeftBehind | None) -> None:
        """Offer what an earlier start left behind."""
        self._old.show_left_behind(left)


def _sheet(content: QWidget, ground: Token) -> QWidget:
    sheet = Surface(ground, hair_start=ground is Token.GROUND)
    column = theme.down(sheet, margins=(1 if ground is Token.GROUND else 0, 0, 0, 0))
    column.addWidget(Column(content, ground, most=_MOST))
    return sheet


class _NewAssessment(QWidget):
    begun = Signal(Beginning)
    open_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shelf: Shelf | None = None
        self._found: Found | None = None
        self._country = Choice([], name=_("Country or body"), unset=_("Reading the guidance…"))
        self._pack = Choice([], name=_("Guidance"))
        wrong = _("This is no day. Write 14 Mar 2026 or 2026-03-14.")
        self._offence = DateField(name=_("Date of offence"), wrong=wrong)
        self._sentence = DateField(name=_("Date of sentence"), wrong=wrong)
        self._edition = _EditionPanel()
        self._warning = Banner("", tone=Tone.CAUTION)
        self._start = Button(_("Start assessment"), Kind.PRIMARY, after="ph.arrow-right", height=40)
        self._open = Button(_("Open a case…"), Kind.SECONDARY, icon="ph.folder-open", height=40)
        self._build()
        self._country.edited.connect(self._on_country)
        self._pack.edited.connect(self._refresh)
        self._offence.day_edited.connect(self._on_day)
        self._sentence.day_edited.connect(self._on_day)
        self._start.clicked.connect(self._on_start)
        self._open.clicked.connect(self.open_wanted)
        self._warning.hide()
        self._start.setEnabled(False)

    def begin(self) -> None:
        self._country.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_shelf(self, shelf: "Shelf") -> None:
        self._shelf = shelf
        self._country.set_options([Option(name, name) for name in shelf.countries])
        if shelf.countries and not self._country.value():
            self._country.set_value(shelf.countries[0])
        self._on_country()

    def _build(self) -> None:
        column = theme.down(self, margins=(72, 44, 60, 40))
        column.addWidget(Label(_("New assessment"), Text.TITLE))
        theme.space(column, 4)
        about = _("Choose the guidance by country and dates. The first provisional range comes after eight answers.")
        column.addWidget(Label(about, Text.BODY, Token.INK2))
        theme.space(column, 20)
        column.addWidget(LabelledField(_("Country or body"), self._country))
        theme.space(column, 16)
        column.addWidget(LabelledField(_("Guidance"), self._pack))
        theme.space(column, 16)
        days = theme.across(gap=16)
        days.addWidget(LabelledField(_("Date of offence"), self._offence), 1, Qt.AlignmentFlag.AlignTop)
        days.addWidget(LabelledField(_("Date of sentence"), self._sentence), 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(days)
        theme.space(column, 20)
        column.addWidget(self._edition)
        theme.space(column, 12)
        column.addWidget(self._warning)
        theme.space(column, 20)
        acts = theme.across(gap=12)
        acts.addWidget(self._start)
        acts.addWidget(self._open)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)

    def _on_country(self) -> None:
        if self._shelf is None:
            return
        packs = self._shelf.packs_of(self._country.value())
        self._pack.set_options([Option(entry.id, entry.title) for entry in packs])
        if packs and not self._pack.value():
            self._pack.set_value(packs[0].id)
        self._refresh()

    def _on_day(self) -> None:
        early = _("This is before the offence.")
        self._sentence.set_bounds(self._offence.day(), None, early)
        self._refresh()

    def _refresh(self) -> None:
        if self._shelf is None:
            return
        found = self._shelf.found(self._pack.value(), _iso(self._offence.day()), _iso(self._sentence.day()))
        self._found = found
        self._edition.show_found(found)
        self._warning.set_words(found.warning)
        self._warning.setVisible(bool(found.warning))
        self._start.setEnabled(found.can_start)

    def _on_start(self) -> None:
        found = self._found
        if found is None:
            return
        days = _iso(self._offence.day()), _iso(self._sentence.day())
        self.begun.emit(Beginning(found.pack, found.edition, *days))


class _EditionPanel(Surface):
    def __init__(self) -> None:
        super().__init__(Token.GROUND, radius=8)
        self._icon = Icon("ph.check-circle", Token.ACCENT, size=18)
        self._title = Label("", Text.BODY_SELECTED)
        self._status = Label("", Text.SMALL, Token.INK2)
        self._rule = Label("", Text.LAW, Token.INK2)
        words = theme.down(gap=4)
        for label in (self._title, self._status, self._rule):
            words.addWidget(label)
        row = theme.across(self, gap=10, margins=(18, 16, 20, 16))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_found(self, found: "Found") -> None:
        if found.can_start:
            self._icon.set_icon("ph.check-circle", Token.ACCENT)
        else:
            self._icon.set_icon("ph.calendar-blank", Token.INK3)
        self._title.setText(found.title)
        self._status.setText(found.status)
        self._status.setVisible(bool(found.status))
        self._rule.setText(found.rule)
        self._rule.setVisible(bool(found.rule))


class _Shelves(QWidget):
    file_wanted = Signal(Path)
    exercise_wanted = Signal(object)
    recover_wanted = Signal(LeftBehind)
    discard_wanted = Signal(LeftBehind)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._left: LeftBehind | None = None
        self._exercises: list[ExerciseRow] = []
        self._recent: list[ListRow] = []
        self._exercise_rows: list[ListRow] = []
        links = [("recover", _("Recover it")), ("discard", _("Discard"))]
        self._recovery = Banner("", icon="ph.arrow-counter-clockwise", links=links)
        self._recent_place = theme.down()
        self._exercise_place = theme.down()
        self._recent_empty = Label("", Text.SMALL, Token.INK3)
        self._clear = Button(_("Clear list"), Kind.LINK)
        self.all_exercises = Button("", Kind.LINK)
        note = _("Its text beside its worked examples, what differs between editions, and a pack of your own.")
        self.guidance = ListRow("ph.book-open", _("The guidance on this machine"), note)
        self._build()
        self._recovery.followed.connect(self._on_recovery)
        self._clear.clicked.connect(self._on_clear)
        self._recovery.hide()
        self.refresh()

    def show_shelf(self, shelf: "Shelf") -> None:
        self._exercises = list(shelf.exercises())
        self._show_exercises()

    def refresh(self) -> None:
        recent = self._settings.recent()
        _drop(self._recent)
        self._recent = [self._recent_row(each) for each in recent]
        for row in self._recent:
            self._recent_place.addWidget(row)
        keeps = self._settings.get(KEEP_RECENT)
        empty = _("Cases you open or save stand here.") if keeps else _("The list is switched off in Preferences.")
        self._recent_empty.setText(empty)
        self._recent_empty.setVisible(not recent)
        self._clear.setVisible(bool(recent))

    def recent_rows(self) -> tuple[ListRow, ...]:
        return tuple(self._recent)

    def exercise_rows(self) -> tuple[ListRow, ...]:
        return tuple(self._exercise_rows)

    def show_left_behind(self, left: LeftBehind | None) -> None:
        self._left = left
        self._recovery.setVisible(left is not None)
        if left is not None:
            words = _("The program stopped on {when} with unsaved work on one case.").format(when=left.when)
            self._recovery.set_words(words)

    def _build(self) -> None:
        column = theme.down(self, margins=(55, 48, 60, 40))
        column.addWidget(self._recovery)
        theme.space(column, 16)
        for title, link, place, empty in (
            (_("Recent"), self._clear, self._recent_place, self._recent_empty),
            (_("Exercises"), self.all_exercises, self._exercise_place, None),
        ):
            head = theme.across()
            head.addWidget(Label(title, Text.SECTION), 1)
            head.addWidget(link)
            column.addLayout(head)
            theme.space(column, 8)
            column.addWidget(Hairline())
            column.addLayout(place)
            if empty is not None:
                theme.space(column, 10)
                column.addWidget(empty)
            theme.space(column, 20)
        column.addWidget(Label(_("Guidance"), Text.SECTION))
        theme.space(column, 8)
        column.addWidget(Hairline())
        column.addWidget(self.guidance)
        column.addStretch(1)

    def _recent_row(self, recent: Recent) -> ListRow:
        folder = str(recent.path.parent)
        row = ListRow("ph.folder-simple", recent.path.stem, folder, end=moment(recent.day))
        row.setProperty("path", str(recent.path))
        row.clicked.connect(self._on_recent)
        return row

    def _show_exercises(self) -> None:
        _drop(self._exercise_rows)
        for number, each in enumerate(self._exercises[:_EXERCISES_SHOWN]):
            row = ListRow("ph.graduation-cap", each.title, each.teaches, end=each.minutes)
            row.setProperty("number", number)
            row.clicked.connect(self._on_exercise)
            self._exercise_rows.append(row)
            self._exercise_place.addWidget(row)
        total = len(self._exercises)
        self.all_exercises.setText(ngettext("All {number}", "All {number}", total) if total else _("Shelf"))

    def _on_recent(self) -> None:
        self.file_wanted.emit(Path(self.sender().property("path")))

    def _on_exercise(self) -> None:
        self.exercise_wanted.emit(self._exercises[self.sender().property("number")].exercise)

    def _on_recovery(self, link: str) -> None:
        if self._left is not None:
            (self.recover_wanted if link == "recover" else self.discard_wanted).emit(self._left)

    def _on_clear(self) -> None:
        self._settings.clear_recent()
        self.refresh()


def _drop(rows: list[ListRow]) -> None:
    while rows:
        row = rows.pop()
        row.hide()
        row.deleteLater()


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
