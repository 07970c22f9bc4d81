"""Preferences: how the window looks, what it remembers, when it locks. Each takes effect at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui import settings, theme
from ui.i18n import _
from ui.settings import Settings
from ui.theme import Motion, Scheme
from ui.widgets.button import Kind
from ui.widgets.check import Check
from ui.widgets.dialog import Act, Dialog
from ui.widgets.labelled_field import LabelledField
from ui.widgets.segments import Segments
from ui.widgets.stepper import Stepper

_SYSTEM = "system"


class PreferencesDialog(Dialog):
    """Nothing about a case is among them."""

    def __init__(self, kept: Settings, parent: QWidget) -> None:
        super().__init__(_("Preferences"), "", [Act("close", _("Close"), Kind.PRIMARY)], parent, width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kept = kept
        schemes = [
            (_SYSTEM, _("As the system")),
            (Scheme.LIGHT.value, _("Light")),
            (Scheme.DARK.value, _("Dark")),
            (Scheme.HIGH_CONTRAST.value, _("High contrast")),
        ]
        sizes = [(str(size), f"{size} %") for size in (100, 125, 150, 175, 200)]
        motions = [
            (Motion.SYSTEM.value, _("As the system")),
            (Motion.FULL.value, _("Yes")),
            (Motion.NONE.value, _("No")),
        ]
        self._scheme = Segments(schemes, name=_("Colours"), value=kept.get(settings.SCHEME))
        size = str(theme.percent()) if str(theme.percent()) in dict(sizes) else ""
        self._size = Segments(sizes, name=_("Text size"), value=size)
        self._motion = Segments(motions, name=_("Movement"), value=kept.get(settings.MOTION))
        self._recent = Check(_("Keep a list of recent files"), value=kept.get(settings.KEEP_RECENT))
        self._minutes = Stepper(
            name=_("Minutes until the sealed page locks"),
            low=1,
            high=120,
            value=kept.get(settings.SEAL_MINUTES),
            less=_("One less"),
            more=_("One more"),
        )
        column = theme.down(gap=14, margins=(0, 12, 0, 0))
        column.addWidget(LabelledField(_("Colours"), self._scheme))
        column.addWidget(LabelledField(_("Text size"), self._size))
        column.addWidget(LabelledField(_("Movement when rows open"), self._motion))
        column.addWidget(self._recent)
        column.addWidget(LabelledField(_("The sealed page locks after so many minutes"), self._minutes))
        self.body.addLayout(column)
        self._scheme.edited.connect(self._on_scheme)
        self._size.edited.connect(self._on_size)
        self._motion.edited.connect(self._on_motion)
        self._recent.edited.connect(self._on_recent)
        self._minutes.edited.connect(self._on_minutes)

    def _on_scheme(self, value: str) -> None:
        self._kept.set(settings.SCHEME, value)
        theme.change(scheme=None if value == _SYSTEM else Scheme(value))

    def _on_size(self, value: str) -> None:
        self._kept.set(settings.PERCENT, int(value))
        theme.change(percent=int(value))

    def _on_motion(self, value: str) -> None:
        self._kept.set(settings.MOTION, value)
        theme.change(motion=Motion(value))

    def _on_recent(self, value: bool) -> None:
        if not value:
            self._kept.clear_recent()
        self._kept.set(settings.KEEP_RECENT, value)

    def _on_minutes(self, value: int) -> None:
        self._kept.set(settings.SEAL_MINUTES, value)
