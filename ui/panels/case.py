"""The first page: what the case is called, who is accused, and of what."""

from datetime import date

from attrs import evolve
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sentencing.case.model import Accused, Case, OffenceCount
from ui import theme
from ui.i18n import _
from ui.session.session import Session
from ui.theme import Text
from ui.widgets.button import Button, Kind
from ui.widgets.check import Check
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.page import Page
from ui.widgets.text_area import TextArea


def _wrong_day() -> str:
    return _("This is no day. Write 14 Mar 2026 or 2026-03-14.")


class CasePage(Page):
    """Every field is an edit of its own; typing in one field is one step of undo."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        about = _("Names stand only here; everything else says A1. The memo’s heading is made from this page.")
        super().__init__(_("Case"), about, parent=parent)
        self._session = session
        self._details = _Details(session)
        self._accused_rows: list[_AccusedRow] = []
        self._count_rows: list[_CountRow] = []
        self._accused_place = theme.down()
        self._count_place = theme.down()
        self._add_accused = Button(_("Add an accused"), Kind.QUIET, icon="ph.plus")
        self._add_count = Button(_("Add a count"), Kind.QUIET, icon="ph.plus")
        content = self.content
        content.addWidget(Hairline())
        theme.space(content, 20)
        content.addWidget(self._details)
        for title, place, button in (
            (_("Accused"), self._accused_place, self._add_accused),
            (_("Counts"), self._count_place, self._add_count),
        ):
            theme.space(content, 28)
            content.addWidget(Label(title, Text.SECTION))
            theme.space(content, 8)
            content.addWidget(Hairline())
            content.addLayout(place)
            content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._add_accused.clicked.connect(self._on_add_accused)
        self._add_count.clicked.connect(self._on_add_count)
        session.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        case = self._session.case
        self._details.show_case(case)
        while len(self._accused_rows) > len(case.accused):
            _dropped(self._accused_rows.pop())
        while len(self._accused_rows) < len(case.accused):
            row = _AccusedRow(self._session)
            self._accused_rows.append(row)
            self._accused_place.addWidget(row)
        for accused_row, accused in zip(self._accused_rows, case.accused, strict=True):
            accused_row.show_accused(accused, case)
        while len(self._count_rows) > len(case.counts):
            _dropped(self._count_rows.pop())
        while len(self._count_rows) < len(case.counts):
            count_row = _CountRow(self._session)
            self._count_rows.append(count_row)
            self._count_place.addWidget(count_row)
        for count_row, count in zip(self._count_rows, case.counts, strict=True):
            count_row.show_count(count, case)

    def _on_add_accused(self) -> None:
        self._session.add_accused()
        self._accused_rows[-1].begin()

    def _on_add_count(self) -> None:
        self._session.add_count()
        self._count_rows[-1].begin()


class _Details(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._title = Field(name=_("Title"))
        self._reference = Field(name=_("Reference"))
        self._court = TextArea(name=_("Court"))
        self._hearing = DateField(name=_("Day of the hearing"), wrong=_wrong_day())
        self._author = Field(name=_("Author"))
        self._role = Field(name=_("Role of the author"))
        grid = theme.grid(self, gap=20, row_gap=16)
        note = _("The day of sentence, which may decide the edition.")
        labelled = (
            LabelledField(_("Title"), self._title),
            LabelledField(_("Reference"), self._reference),
            LabelledField(_("Court"), self._court),
            LabelledField(_("Hearing"), self._hearing, note=note),
            LabelledField(_("Author"), self._author),
            LabelledField(_("Role"), self._role),
        )
        for number, field in enumerate(labelled):
            grid.addWidget(field, number // 2, number % 2, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._title.edited.connect(self._on_title)
        self._reference.edited.connect(self._on_reference)
        self._court.edited.connect(self._on_court)
        self._hearing.day_edited.connect(self._on_hearing)
        self._author.edited.connect(self._on_author)
        self._role.edited.connect(self._on_role)

    def show_case(self, case: Case) -> None:
        self._title.set_value(case.title)
        self._reference.set_value(case.reference)
        self._court.set_value(case.court)
        self._hearing.set_day(_day(case.hearing))
        self._author.set_value(case.author.name)
        self._role.set_value(case.author.role)

    def _on_title(self, text: str) -> None:
        self._session.describe(evolve(self._session.case, title=text), "title")

    def _on_reference(self, text: str) -> None:
        self._session.describe(evolve(self._session.case, reference=text), "reference")

    def _on_court(self, text: str) -> None:
        self._session.describe(evolve(self._session.case, court=text), "court")

    def _on_hearing(self, day: date | None) -> None:
        self._session.describe(evolve(self._session.case, hearing=_iso(day)), "hearing")

    def _on_author(self, text: str) -> None:
        case = self._session.case
        self._session.describe(evolve(case, author=evolve(case.author, name=text)), "author")

    def _on_role(self, text: str) -> None:
        case = self._session.case
        self._session.describe(evolve(case, author=evolve(case.author, role=text)), "role")


class _AccusedRow(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._accused = Accused("")
        self._charged: dict[str, Check] = {}
        self._id = Label("", Text.BODY_STRONG, wraps=False)
        self._name = Field(name="")
        self._counts = Flow(gap=16, row_gap=0)
        self._remove = Button("", Kind.QUIET, icon="ph.trash")
        row = theme.across(gap=16, margins=(0, 10, 0, 10))
        row.addWidget(self._id)
        row.addWidget(self._name, 2)
        row.addWidget(self._counts, 1)
        row.addWidget(self._remove)
        column = theme.down(self)
        column.addLayout(row)
        column.addWidget(Hairline())
        self._id.setBuddy(self._name)
        self._name.edited.connect(self._on_name)
        self._remove.clicked.connect(self._on_remove)

    def begin(self) -> None:
        self._name.setFocus()

    def show_accused(self, accused: Accused, case: Case) -> None:
        self._accused = accused
        self._id.setText(accused.id)
        self._name.set_value(accused.name)
        self._name.setAccessibleName(_("Name of {accused}").format(accused=accused.id))
        remove = _("Remove {accused}").format(accused=accused.id)
        self._remove.setAccessibleName(remove)
        self._remove.setToolTip(remove)
        self._remove.setVisible(len(case.accused) > 1)
        self._show_counts(case)

    def _show_counts(self, case: Case) -> None:
        wanted = [each.id for each in case.counts] if len(case.counts) > 1 else []
        if wanted != list(self._charged):
            self._counts.clear()
            self._charged = {id_: Check(id_) for id_ in wanted}
            for check in self._charged.values():
                check.edited.connect(self._on_charged)
                self._counts.add(check)
        charged = {each.id for each in case.counts_of(self._accused.id)}
        for id_, check in self._charged.items():
            check.set_value(id_ in charged)
            spoken = _("{accused} is charged with {count}").format(accused=self._accused.id, count=id_)
            check.setAccessibleName(spoken)

    def _on_name(self, text: str) -> None:
        self._session.change_accused(evolve(self._accused, name=text))

    def _on_charged(self) -> None:
        counts = tuple(id_ for id_, check in self._charged.items() if check.value())
        self._session.change_accused(evolve(self._accused, counts=counts))

    def _on_remove(self) -> None:
        self._session.remove_accused(self._accused.id)


class _CountRow(QWidget):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._count = OffenceCount("")
        self._id = Label("", Text.BODY_STRONG, wraps=False)
        self._title = Field(name="")
        self._provision = Field(name="")
        self._first = DateField(name="", wrong=_wrong_day())
        self._last = DateField(name="", wrong=_wrong_day())
        self._convicted = DateField(name="", wrong=_wrong_day())
        self._remove = Button("", Kind.QUIET, icon="ph.trash")
        grid = theme.grid(gap=16, row_gap=10)
        grid.addWidget(LabelledField(_("Title"), self._title), 0, 1)
        grid.addWidget(LabelledField(_("Provision"), self._provision), 0, 2)
        days = theme.across(gap=16)
        for words, control in (
            (_("From"), self._first),
            (_("To"), self._last),
            (_("Day of conviction"), self._convicted),
        ):
            days.addWidget(LabelledField(words, control), 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._id, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(days, 1, 1, 1, 2)
        grid.addWidget(self._remove, 0, 3, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        column = theme.down(self, margins=(0, 12, 0, 0))
        column.addLayout(grid)
        theme.space(column, 14)
        column.addWidget(Hairline())
        self._title.edited.connect(self._on_title)
        self._provision.edited.connect(self._on_provision)
        self._first.day_edited.connect(self._on_first)
        self._last.day_edited.connect(self._on_last)
        self._convicted.day_edited.connect(self._on_convicted)
        self._remove.clicked.connect(self._on_remove)

    def begin(self) -> None:
        self._title.setFocus()

    def show_count(self, count: OffenceCount, case: Case) -> None:
        self._count = count
        self._id.setText(count.id)
        self._title.set_value(count.title)
        self._provision.set_value(count.provision)
        self._first.set_day(_day(count.first))
        self._last.set_day(_day(count.last))
        self._convicted.set_day(_day(count.conviction_date))
        for field, words in (
            (self._title, _("Title of count {count}")),
            (self._provision, _("Provision of count {count}")),
            (self._first, _("First day of count {count}")),
            (self._last, _("Last day of count {count}")),
            (self._convicted, _("Day of conviction for count {count}")),
        ):
            field.setAccessibleName(words.format(count=count.id))
        remove = _("Remove count {count}").format(count=count.id)
        self._remove.setAccessibleName(remove)
        self._remove.setToolTip(remove)
        self._remove.setVisible(len(case.counts) > 1)
        early = _("This is before the first day of the count.")
        self._last.set_bounds(_day(count.first), None, early)

    def _on_title(self, text: str) -> None:
        self._session.change_count(evolve(self._count, title=text))

    def _on_provision(self, text: str) -> None:
        self._session.change_count(evolve(self._count, provision=text))

    def _on_first(self, day: date | None) -> None:
        last = self._count.last or _iso(day)
        self._session.change_count(evolve(self._count, first=_iso(day), last=max(last, _iso(day))))

    def _on_last(self, day: date | None) -> None:
        self._session.change_count(evolve(self._count, last=_iso(day)))

    def _on_convicted(self, day: date | None) -> None:
        self._session.change_count(evolve(self._count, conviction_date=_iso(day)))

    def _on_remove(self) -> None:
        self._session.remove_count(self._count.id)


def _dropped(row: QWidget) -> None:
    row.hide()
    row.deleteLater()


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""
