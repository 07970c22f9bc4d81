"""How long the window takes: to stand, beside a bare Qt window, and to show the headline after an answer."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sentencing.case.model import Standing
from ui.gallery.studio import Studio
from ui.models.pages import PageId

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 7
FRAME_MS = 16.0
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
PLAIN = """
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import (
    QApplication, QComboBox, QHBoxLayout, QLabel, QLineEdit, QMainWindow, QPushButton, QScrollArea, QVBoxLayout,
    QWidget,
)
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.menuBar().addMenu("File").addAction(QAction("Open", window))
page = QWidget()
column = QVBoxLayout(page)
for number in range(10):
    row = QHBoxLayout()
    label = QLabel(str(number))
    label.setAlignment(Qt.AlignmentFlag.AlignLeft)
    label.setFont(QFont("Sans", 10 + number))
    row.addWidget(label)
    row.addWidget(QLineEdit())
    row.addWidget(QComboBox())
    row.addWidget(QPushButton(str(number)))
    column.addLayout(row)
area = QScrollArea()
area.setWidget(page)
window.setCentralWidget(area)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
PAINTED = """
import os
from PySide6.QtWidgets import QApplication
from ui import theme
from ui.main_window import MainWindow
from ui.settings import Settings
app = QApplication([])
settings = Settings.of()
theme.start(app, settings.look())
window = MainWindow(settings)
window.stands.connect(app.quit)
window.show()
app.exec()
os._exit(0)
"""


def test_the_window_stands_nearly_as_fast_as_a_bare_one() -> None:
    """Whole processes, turn about. Bare: an empty main window. Plain: one with a menu, a layout, fields and buttons.

    Painted: the start page stands and the menus answer. Ready: the guidance on the machine is offered as well.
    """
    took: dict[str, list[float]] = {"bare": [], "plain": [], "painted": [], "ready": []}
    commands = {
        "bare": ["-c", BARE],
        "plain": ["-c", PLAIN],
        "painted": ["-c", PAINTED],
        "ready": ["-m", "ui", "--smoke"],
    }
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _round in range(ROUNDS):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True, capture_output=True)
            took[name].append(time.perf_counter() - begun)
    medians = {name: statistics.median(times) for name, times in took.items()}
    for name, seconds in medians.items():
        sys.stdout.write(f"{name}: {seconds * 1000:.0f} ms, {seconds / medians['bare']:.2f} × bare\n")
    assert medians["painted"] / medians["bare"] <= 3.0


def test_the_headline_follows_an_answer_within_a_frame() -> None:
    with TemporaryDirectory() as place:
        studio = Studio(Path(place))
        studio.page(PageId.AGGRAVATING, Path(place) / "page.png")
        times = [studio.answered("unaccompanied-minor", standing) for standing in (Standing.ESTABLISHED, None) * 15]
        studio.close()
    median = statistics.median(times)
    sys.stdout.write(f"answer to repainted headline: median {median:.1f} ms, most {max(times):.1f} ms\n")
    assert median <= FRAME_MS


if __name__ == "__main__":
    sys.exit(pytest.main([__file__, "-s"]))
