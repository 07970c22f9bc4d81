"""What the memo is made of, and what may be done with it."""

from attrs import evolve
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sentencing.locale import languages
from ui import theme
from ui.i18n import _
from ui.session.memo import PARTS, MemoMaker
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.check import Check
from ui.widgets.choice import Choice, Option
from ui.widgets.column import Column
from ui.widgets.flow import Flow
from ui.widgets.hairline import Hairline
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.progress import Progress
from ui.widgets.radio import RadioList
from ui.widgets.surface import Surface

_OWN_NAMES = {"en": "English", "fr": "Français", "es": "Español", "ar": "العربية"}


class MemoOptions(Surface):
    """The column beside the pages, in the place of the result."""

    save_wanted = Signal(str)
    """`pdf`, `docx` or `html`."""

    def __init__(self, memo: MemoMaker, parent: QWidget | None = None) -> None:
        super().__init__(Token.GROUND, hair_start=True, parent=parent)
        self._memo = memo
        audiences = [
            ("prosecution", _("Prosecution note"), _("The prosecution submits")),
            ("neutral", _("Neutral bench note"), _("The court may consider")),
            ("training", _("Training hand-out"), _("No names")),
        ]
        self._audience = RadioList(audiences, name=_("For whom"), value=memo.choices.audience)
        tongues = [Option(code, _OWN_NAMES.get(code, code)) for code in languages()]
        self._language = Choice(tongues, name=_("Language"), value=memo.choices.language)
        self._short = Check(_("One page only"), value=memo.choices.short)
        self._parts = {part: Check(words, value=True) for part, words in zip(PARTS, _part_words(), strict=True)}
        self._pdf = Button(_("Save PDF"), Kind.PRIMARY, icon="ph.file-pdf")
        self._word = Button(_("Word"), name=_("Save as Word"))
        self._html = Button(_("HTML"), name=_("Save as HTML"))
        self._progress = Progress(_("Writing the memo"), cancel=_("Cancel"))
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        inside = QWidget()
        column = theme.down(inside, margins=(23, 16, 12, 24))
        column.addWidget(Label(_("For whom"), Text.SMALL_STRONG))
        theme.space(column, 2)
        column.addWidget(self._audience)
        theme.space(column, 14)
        column.addWidget(LabelledField(_("Language"), self._language))
        theme.space(column, 16)
        column.addWidget(Hairline())
        theme.space(column, 14)
        column.addWidget(Label(_("Include"), Text.SMALL_STRONG))
        theme.space(column, 2)
        for check in (self._short, *self._parts.values()):
            column.addWidget(check)
        theme.space(column, 14)
        column.addWidget(Hairline())
        theme.space(column, 14)
        column.addWidget(Flow([self._pdf, self._word, self._html], gap=8, row_gap=8))
        theme.space(column, 10)
        column.addWidget(self._progress)
        column.addStretch(1)
        outer = theme.down(self, margins=(1, 0, 0, 0))
        outer.addWidget(Column(inside, Token.GROUND))

    def _connect(self) -> None:
        self._audience.edited.connect(self._on_audience)
        self._language.edited.connect(self._on_language)
        self._short.edited.connect(self._on_short)
        for check in self._parts.values():
            check.edited.connect(self._on_parts)
        self._pdf.clicked.connect(self._on_pdf)
        self._word.clicked.connect(self._on_word)
        self._html.clicked.connect(self._on_html)
        self._progress.cancelled.connect(self._memo.cancel)
        self._memo.changed.connect(self._refresh)

    def _refresh(self) -> None:
        saving = self._memo.is_saving
        self._progress.setVisible(saving)
        for button in (self._pdf, self._word, self._html):
            button.setEnabled(not saving)
        for check in self._parts.values():
            check.setEnabled(not self._memo.choices.short)

    def _on_audience(self, audience: str) -> None:
        self._memo.choose(evolve(self._memo.choices, audience=audience))

    def _on_language(self, language: str) -> None:
        self._memo.choose(evolve(self._memo.choices, language=language))

    def _on_short(self, short: bool) -> None:
        self._memo.choose(evolve(self._memo.choices, short=short))

    def _on_parts(self) -> None:
        left_out = frozenset(part for part, check in self._parts.items() if not check.value())
        self._memo.choose(evolve(self._memo.choices, left_out=left_out))

    def _on_pdf(self) -> None:
        self.save_wanted.emit("pdf")

    def _on_word(self) -> None:
        self.save_wanted.emit("docx")

    def _on_html(self) -> None:
        self.save_wanted.emit("html")


def _part_words() -> tuple[str, ...]:
    return (
        _("Summary box"),
        _("Computation step by step"),
        _("Chart of the steps"),
        _("Annex A, the derivation as a table"),
        _("Annex B, every factor answered"),
        _("Annex C, sources"),
    )
