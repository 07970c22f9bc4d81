"""The status bar: saved or not, which guidance, offline, and where the shortcuts are."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.texts import day, quoted
from ui.theme import Text, Token
from ui.widgets.button import Button, Kind
from ui.widgets.icon import Icon
from ui.widgets.label import Label
from ui.widgets.surface import Surface

if TYPE_CHECKING:
    from ui.session.session import Session


class StatusBar(Surface):
    """30 high; at large text it keeps one line and shortens what it says of the guidance."""

    shortcuts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Token.GROUND, hair_top=True, parent=parent)
        self._session: Session | None = None
        self._packs = ""
        self._saved_icon = Icon("ph.check", Token.INK3, size=14)
        self._saved = Label("", Text.CAPTION, Token.INK3, wraps=False)
        self._guidance_icon = Icon("ph.book-open", Token.INK3, size=14)
        self._guidance = Label("", Text.CAPTION, Token.INK3, wraps=False)
        self._caution_icon = Icon("ph.warning", Token.CAUTION, size=14)
        self._caution = Label("", Text.CAPTION, Token.CAUTION, wraps=False)
        self._offline = Label(_("Offline by design"), Text.CAPTION, Token.INK3, wraps=False)
        self._shortcuts = Button(_("Shortcuts F1"), Kind.QUIET, icon="ph.keyboard", height=28)
        row = theme.across(self, gap=6, margins=(20, 1, 12, 0))
        row.addWidget(self._saved_icon)
        self._saved_room = QWidget()
        saved = theme.across(self._saved_room, margins=(0, 0, 14, 0))
        saved.addWidget(self._saved)
        row.addWidget(self._saved_room)
        row.addWidget(self._guidance_icon)
        row.addWidget(self._guidance)
        self._caution_room = QWidget()
        caution = theme.across(self._caution_room, gap=6, margins=(14, 0, 0, 0))
        caution.addWidget(self._caution_icon)
        caution.addWidget(self._caution)
        row.addWidget(self._caution_room, 1)
        row.addStretch(1)
        row.addWidget(Icon("ph.wifi-slash", Token.INK3, size=14))
        row.addWidget(self._offline)
        row.addWidget(self._shortcuts)
        self._shortcuts.clicked.connect(self.shortcuts_wanted)
        self.restyle()
        self._refresh()

    def follow(self, session: "Session | None") -> None:
        """Speak of another case, or of none."""
        if self._session is not None:
            self._session.changed.disconnect(self._refresh)
        self._session = session
        if session is not None:
            session.changed.connect(self._refresh)
        self._refresh()

    def say_packs(self, text: str) -> None:
        """What is said of the guidance on this machine while no case is open."""
        self._packs = text
        self._refresh()

    def restyle(self) -> None:
        """Take the height of the text size."""
        self.setFixedHeight(theme.px(30))

    def _refresh(self) -> None:
        session = self._session
        for widget in (self._saved_icon, self._saved_room):
            widget.setVisible(session is not None)
        caution = _unread(session) if session is not None else ""
        self._caution.setText(caution)
        self._caution.setMinimumWidth(self._caution.sizeHint().width())
        self._caution_room.setVisible(bool(caution))
        if session is None:
            self._guidance.setText(self._packs)
            return
        self._saved.setText(_saved_words(session))
        self._saved_icon.set_icon("ph.check" if session.is_saved and session.path else "ph.circle-dashed", Token.INK3)
        head = session.pack.head
        words = _("{title}, edition of {day}, {status}").format(
            title=quoted(head.title), day=day(head.edition.first), status=_status_word(head.status.value)
        )
        self._guidance.setText(words)


def _status_word(status: str) -> str:
    """How far the guidance may be trusted; it stands on every page, as on every paper."""
    return {
        "official": _("official"),
        "reviewed": _("reviewed"),
        "draft": _("draft"),
        "training": _("for training, not law"),
    }[status]


def _unread(session: "Session") -> str:
    """That a later edition exists and was not read, when the case may lie under it."""
    after, hearing = session.pack.head.edition.unverified_after, session.case.hearing
    if after is None or (hearing and hearing < after):
        return ""
    return _("An edition from {day} was not read").format(day=day(after))


def _saved_words(session: "Session") -> str:
    if session.path is None:
        return _("Not saved yet")
    if not session.is_saved:
        return _("Unsaved changes")
    when = QDateTime.fromSecsSinceEpoch(int(session.path.stat().st_mtime)) if session.path.exists() else None
    return _("Saved {time}").format(time=when.toString("HH:mm")) if when is not None else _("Saved")
