"""The sheet in every look, as a widget and as pictures."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui import theme
from ui.components_gallery.answers import answers
from ui.components_gallery.entries import OpenList, entries
from ui.components_gallery.surroundings import surroundings
from ui.theme import Look, Motion, Scheme, Token
from ui.widgets.focus_ring import FocusRing
from ui.widgets.surface import Surface

LOOKS = {
    "light": Look(Scheme.LIGHT),
    "dark": Look(Scheme.DARK),
    "high-contrast": Look(Scheme.HIGH_CONTRAST),
    "arabic": Look(Scheme.LIGHT, rtl=True),
    "150": Look(Scheme.LIGHT, percent=150),
    "200": Look(Scheme.DARK, percent=200),
}


def render(folder: Path, names: tuple[str, ...] = tuple(LOOKS)) -> list[Path]:
    """Write `7-components-<look>.png` for each look into a folder; the application must exist."""
    written = []
    for name in names:
        theme.apply(LOOKS[name])
        sheet = ComponentSheet()
        sheet.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        sheet.resize(sheet.sizeHint())
        sheet.show()
        sheet.pose()
        QCoreApplication.processEvents()
        sheet.resize(theme.px(1366), sheet.heightForWidth(theme.px(1366)))
        QCoreApplication.processEvents()
        sheet.frame_focus()
        QCoreApplication.processEvents()
        path = folder / f"7-components-{name}.png"
        sheet.grab().save(str(path))
        sheet.close()
        sheet.deleteLater()
        written.append(path)
    return written


class ComponentSheet(Surface):
    """The sheet; `pose` opens what is open, `frame_focus` puts rings round what is shown focused."""

    def __init__(self) -> None:
        super().__init__(Token.PAGE)
        self._focused: list[QWidget] = []
        self._rings: list[FocusRing] = []
        row = theme.across(self, gap=48, margins=(40, 28, 40, 28))
        for make, width in ((answers, 494), (entries, 362), (surroundings, 334)):
            holder = QWidget()
            holder.setLayout(make(self._focused))
            holder.setFixedWidth(theme.px(width))
            row.addWidget(holder)

    def heightForWidth(self, width: int) -> int:
        """The height of the highest column."""
        layout = self.layout()
        return layout.heightForWidth(width) if layout else 0

    def pose(self) -> None:
        """Open the list of the choice in place."""
        for holder in self.findChildren(OpenList):
            holder.take()

    def frame_focus(self) -> None:
        """Show the ring of every control that is shown focused."""
        for widget in self._focused:
            ring = FocusRing(self)
            ring.show_on(widget)
            self._rings.append(ring)


def main(folder: Path) -> None:
    """Render all looks without a display."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if isinstance(app, QApplication):
        theme.start(app, Look(Scheme.LIGHT, motion=Motion.NONE))
        render(folder)
