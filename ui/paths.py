"""Where the folders of the program and of its user are."""

import sys
from pathlib import Path

from PySide6.QtCore import QStandardPaths


def program_folder() -> Path:
    """The folder that holds `ui`, `sentencing` and `guidance`, also inside a bundle."""
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    return Path(bundle) if bundle else Path(__file__).resolve().parent.parent


def guidance_folder() -> Path:
    """The packs that come with the program."""
    return program_folder() / "guidance"


def settings_folder() -> Path:
    """Where the user's settings are kept; nothing about a case is."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation))


def recovery_folder() -> Path:
    """Where unsaved work waits for the next start after a crash."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "recovery"


def own_guidance_folder() -> Path:
    """The user's own packs and copies."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "guidance"


def own_exercises_folder() -> Path:
    """The trainer's own exercises."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "exercises"
