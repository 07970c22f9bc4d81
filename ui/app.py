"""The way in: reads the command line, makes the application and its window, and runs until it is closed."""

import os
import sys
from importlib import import_module
from pathlib import Path

USAGE = "usage: sentencing-guidance [--smoke] [CASE]"


def main(arguments: list[str] | None = None) -> int:
    """Open the window; the exit code of the program."""
    given = sys.argv[1:] if arguments is None else arguments
    if given == ["--seal"]:
        return _seal()
    smoke = "--smoke" in given
    files = [Path(each) for each in given if not each.startswith("-")]
    unknown = [each for each in given if each.startswith("-") and each != "--smoke"]
    if unknown or len(files) > 1:
        sys.stderr.write(f"{USAGE}\n")
        return 2
    if smoke and not _has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return _run(files[0] if files else None, smoke=smoke)


def _seal() -> int:
    """The child that stretches passphrases; it has no window."""
    return int(import_module("ui.session.seal_child").main())


def _has_display() -> bool:
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _run(path: Path | None, *, smoke: bool) -> int:
    # The platform must be chosen, and the child that seals must have ended, before Qt is imported.
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from ui import theme  # noqa: PLC0415
    from ui.main_window import MainWindow  # noqa: PLC0415
    from ui.settings import Settings  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    app.setApplicationName("sentencing-guidance")
    app.setApplicationDisplayName("Sentencing Guidance")
    settings = Settings.of()
    theme.start(app, settings.look())
    window = MainWindow(settings)
    window.watch()
    if smoke:
        window.ready.connect(app.quit)
    window.show()
    if path is not None:
        window.office.files.open(path)
    code = app.exec()
    window.close()
    return code
