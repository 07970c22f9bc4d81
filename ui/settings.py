"""What the user prefers, each setting declared once; nothing of a case is ever among them."""

from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from attrs import field, frozen
from PySide6.QtCore import QByteArray, QSettings

from ui import paths
from ui.i18n import is_right_to_left
from ui.theme import Look, Motion, Scheme

_Value = TypeVar("_Value", str, int, bool)


@frozen
class Setting(Generic[_Value]):
    """One preference: its key in the settings file and what holds until the user says otherwise."""

    key: str
    default: _Value


SCHEME: Final = Setting("look/scheme", "system")
PERCENT: Final = Setting("look/text-size", 100)
MOTION: Final = Setting("look/motion", "system")
LANGUAGE: Final = Setting("look/language", "en")
KEEP_RECENT: Final = Setting("recent/keep", True)
SEAL_MINUTES: Final = Setting("sealed/lock-after-minutes", 10)
AUTHOR_NAME: Final = Setting("memo/author-name", "")
AUTHOR_ROLE: Final = Setting("memo/author-role", "")
PAGE: Final = Setting("window/page", "case")
MOST_RECENT: Final = 8

_RECENT: Final = "recent/files"
_GEOMETRY: Final = "window/geometry"


@frozen
class Recent:
    """A case file that was opened or saved: where it is and when, no word of what is in it."""

    path: Path
    day: str
    """ISO minute."""


@frozen
class Settings:
    """The settings file; `Settings.of(folder)` keeps tests and pictures out of the user's own."""

    _store: QSettings = field(alias="store")

    @classmethod
    def of(cls, folder: Path | None = None) -> "Settings":
        """The settings kept in a folder, the user's own when none is given."""
        path = (folder or paths.settings_folder()) / "settings.ini"
        return cls(QSettings(str(path), QSettings.Format.IniFormat))

    @property
    def path(self) -> Path:
        """The settings file."""
        self._store.sync()
        return Path(self._store.fileName())

    def get(self, setting: Setting[_Value]) -> _Value:
        """What the user chose, or the default when the file holds nothing of that kind."""
        found: Any = self._store.value(setting.key, setting.default, type=type(setting.default))
        return found if isinstance(found, type(setting.default)) else setting.default

    def set(self, setting: Setting[_Value], value: _Value) -> None:
        """Choose."""
        self._store.setValue(setting.key, value)

    def look(self) -> Look:
        """How the window shall look."""
        scheme, motion = self.get(SCHEME), self.get(MOTION)
        percent = min(max(self.get(PERCENT), 100), 200)
        return Look(
            scheme=Scheme(scheme) if scheme in {each.value for each in Scheme} else None,
            percent=percent,
            rtl=is_right_to_left(self.get(LANGUAGE)),
            motion=Motion(motion) if motion in {each.value for each in Motion} else Motion.SYSTEM,
        )

    def recent(self) -> tuple[Recent, ...]:
        """The files last used, newest first; none when the list is switched off."""
        if not self.get(KEEP_RECENT):
            return ()
        lines: Any = self._store.value(_RECENT, [], type=list)
        pairs = (str(line).partition("\t") for line in lines)
        return tuple(Recent(Path(path), day) for day, tab, path in pairs if tab)

    def remember(self, path: Path, day: str) -> None:
        """Put a file at the top of the list, unless the list is switched off."""
        if self.get(KEEP_RECENT):
            kept = [each for each in self.recent() if each.path != path]
            self._write([Recent(path, day), *kept][:MOST_RECENT])

    def forget(self, path: Path) -> None:
        """Take one file off the list."""
        self._write([each for each in self.recent() if each.path != path])

    def clear_recent(self) -> None:
        """Empty the list."""
        self._store.remove(_RECENT)

    def geometry(self) -> QByteArray:
        """Where the window was; empty at the first start."""
        found: Any = self._store.value(_GEOMETRY, QByteArray())
        return found if isinstance(found, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._store.setValue(_GEOMETRY, geometry)

    def _write(self, recent: list[Recent]) -> None:
        self._store.setValue(_RECENT, [f"{each.day}\t{each.path}" for each in recent])
