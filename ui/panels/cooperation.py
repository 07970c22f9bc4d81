"""The sealed page: locked behind a passphrase, or open with its own facts, decisions, notes and figure."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ui import theme
from ui.i18n import _, said
from ui.models.sealed import sealed_figures
from ui.session.sealed import SealedDesk
from ui.theme import Text, Token
from ui.widgets.banner import Banner
from ui.widgets.button import Button, Kind
from ui.widgets.field import Field
from ui.widgets.hairline import Hairline
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.labelled_field import LabelledField
from ui.widgets.page import Page
from ui.widgets.surface import Surface
from ui.widgets.tabs import Tabs
from ui.widgets.text_area import TextArea
from ui.widgets.tone import Tone

_LEAST = 8


class CooperationPage(QStackedWidget):
    """The window gives it the pages of facts and decisions; it shows them only while the part is open."""

    def __init__(self, sealed: SealedDesk, facts: QWidget, decisions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sealed = sealed
        self._locked = _Locked(sealed)
        self._open = _Open(sealed, facts, decisions)
        self.addWidget(self._locked)
        self.addWidget(self._open)
        sealed.changed.connect(self._refresh)
        self._refresh()

    def begin(self) -> None:
        """Put the focus on the passphrase while it is locked."""
        if self._sealed.is_locked:
            self._locked.begin()

    def _refresh(self) -> None:
        self.setCurrentWidget(self._locked if self._sealed.is_locked else self._open)


class _Locked(Page):
    """Says the same in every case, whatever is sealed in it."""

    def __init__(self, sealed: SealedDesk) -> None:
        about = _(
            "What an accused tells the authorities is kept apart, encrypted in the case file. Every case file has a "
            "sealed part of the same size, so that its being there says nothing."
        )
        super().__init__(_("Cooperation"), about)
        self._sealed = sealed
        self._passphrase = _secret(_("Passphrase"))
        self._unlock = Button(_("Unlock"), Kind.PRIMARY, icon="ph.lock-open", height=36)
        self._busy = Label("", Text.SMALL, Token.INK3)
        self._new = _secret(_("New passphrase"))
        self._again = _secret(_("New passphrase, again"))
        self._begin = Button(_("Begin a sealed part"), Kind.SECONDARY)
        self._new_field = LabelledField(_("New passphrase"), self._new)
        self._again_field = LabelledField(_("Again"), self._again)
        self._arrange()
        self._unlock.clicked.connect(self._on_unlock)
        self._passphrase.returnPressed.connect(self._on_unlock)
        self._begin.clicked.connect(self._on_begin)
        sealed.refused.connect(self._on_refused)
        sealed.changed.connect(self._refresh)
        self._refresh()

    def begin(self) -> None:
        self._passphrase.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _arrange(self) -> None:
        content = self.content
        content.addWidget(Hairline())
        theme.space(content, 20)
        content.addWidget(LabelledField(_("Passphrase"), self._passphrase))
        theme.space(content, 12)
        row = theme.across(gap=12)
        row.addWidget(self._unlock)
        row.addWidget(self._busy, 1)
        content.addLayout(row)
        theme.space(content, 32)
        content.addWidget(Label(_("For the first time"), Text.QUESTION))
        words = _(
            "Choose a long passphrase. Nobody can open the part without it, and nothing can bring it back. "
            "If something is sealed in this case already, it is replaced."
        )
        content.addWidget(Label(words, Text.SMALL, Token.INK2))
        theme.space(content, 12)
        secrets = theme.across(gap=16)
        secrets.addWidget(self._new_field, 1, Qt.AlignmentFlag.AlignTop)
        secrets.addWidget(self._again_field, 1, Qt.AlignmentFlag.AlignTop)
        content.addLayout(secrets)
        theme.space(content, 12)
        content.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)

    def _refresh(self) -> None:
        busy = self._sealed.is_busy
        for button in (self._unlock, self._begin):
            button.setEnabled(not busy)
        self._busy.setText(_("Trying the passphrase…") if busy else "")
        if not self._sealed.is_locked:
            for field in (self._passphrase, self._new, self._again):
                field.clear()
                field.set_problem("")

    def _on_unlock(self) -> None:
        text = self._passphrase.text()
        if not text:
            self._passphrase.set_problem(_("Give the passphrase."))
        elif self._sealed.seal() is None:
            self._passphrase.set_problem(_("Nothing is sealed in this case yet. Begin below."))
        else:
            self._passphrase.set_problem("")
            self._sealed.unlock(text)

    def _on_begin(self) -> None:
        new, again = self._new.text(), self._again.text()
        self._new.set_problem("" if len(new) >= _LEAST else _("Use at least {number} letters.").format(number=_LEAST))
        self._again.set_problem("" if new == again else _("This is not the same as the first."))
        if len(new) >= _LEAST and new == again:
            self._sealed.begin(new)

    def _on_refused(self, why: str) -> None:
        words = said(why)
        self._passphrase.set_problem(_("{why}. Nothing was changed.").format(why=words[:1].upper() + words[1:]))


class _Open(Surface):
    def __init__(self, sealed: SealedDesk, facts: QWidget, decisions: QWidget) -> None:
        super().__init__(Token.PAGE)
        self._sealed = sealed
        views = [("facts", _("Facts"), ""), ("decisions", _("What follows"), ""), ("notes", _("Notes"), "")]
        self._tabs = Tabs(views, name=_("Sealed part"))
        self._figures = Label("", Text.SMALL_STRONG)
        self._lock = Button(_("Lock now"), Kind.SECONDARY, icon="ph.lock-simple")
        self._notes = _Notes(sealed)
        self._views = QStackedWidget()
        self._made = {"facts": facts, "decisions": decisions, "notes": self._notes}
        for view in self._made.values():
            self._views.addWidget(view)
        bar = Surface(Token.GROUND, hair_bottom=True)
        row = theme.across(bar, gap=10, margins=(40, 8, 24, 9))
        row.addWidget(Icon("ph.lock-open", Token.ACCENT))
        row.addWidget(self._figures, 1)
        row.addWidget(self._lock)
        column = theme.down(self)
        column.addWidget(bar)
        tabs = theme.down(margins=(40, 4, 40, 0))
        tabs.addWidget(self._tabs)
        column.addLayout(tabs)
        column.addWidget(self._views, 1)
        self._tabs.edited.connect(self._on_view)
        self._lock.clicked.connect(sealed.lock)
        sealed.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self._figures.setText("" if self._sealed.is_locked else sealed_figures(self._sealed.scene))

    def _on_view(self, key: str) -> None:
        self._views.setCurrentWidget(self._made[key])


class _Notes(Page):
    def __init__(self, sealed: SealedDesk) -> None:
        super().__init__(_("Sealed notes"), _("For you alone: no paper is made from them."))
        self._sealed = sealed
        self._text = TextArea(name=_("Sealed notes"))
        self._banner = Banner(
            _("Undo on this page takes back sealed steps only; locking drops them."), tone=Tone.INFO, icon="ph.info"
        )
        self.content.addWidget(self._text)
        theme.space(self.content, 16)
        self.content.addWidget(self._banner)
        self._text.edited.connect(sealed.note)
        sealed.changed.connect(self._refresh)

    def _refresh(self) -> None:
        self._text.set_value("" if self._sealed.is_locked else self._sealed.notes)


def _secret(name: str) -> Field:
    field = Field(name=name)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field
