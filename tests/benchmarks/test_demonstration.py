"""A number of the guidance is moved and everything on the screen follows within 50 ms, under the largest pack."""

import statistics
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sentencing.engine.answers import AnswerReader
from sentencing.engine.sealing import open_pack
from sentencing.pack.library import Library
from ui import theme
from ui.panels.demonstration import DemonstrationPage
from ui.session.demonstration import Demonstration
from ui.theme import Look, Motion, Scheme

FACTS = {"aliens": "24", "risk": "yes", "injury": "bodily", "acceptance": "yes", "government-motion": "yes"}
MOST = 0.050


def test_a_moved_weight_is_drawn_within_fifty_milliseconds(qtbot: QtBot, qapp: QApplication) -> None:
    theme.start(qapp, Look(Scheme.LIGHT, motion=Motion.NONE))
    pack = open_pack(Library.standard().read("us-2l1.1"))
    question, _ = AnswerReader(pack).question(FACTS)
    assert question is not None
    desk = Demonstration(pack, question)
    page = DemonstrationPage(desk)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.to_weights()
    times = []
    for number in range(16):
        begun = perf_counter()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up if number % 2 else Qt.Key.Key_Down)
        qapp.processEvents()
        times.append(perf_counter() - begun)
    page.close_demonstration()
    assert statistics.median(times) <= MOST, [round(each * 1000) for each in times]
