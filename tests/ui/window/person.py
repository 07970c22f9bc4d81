"""A person in front of the window: presses what a person presses, reads what a person reads."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sentencing.pack.library import Library
from ui.main_window import MainWindow
from ui.models.beginning import Beginning
from ui.models.pages import PageId
from ui.models.shelf import Shelf
from ui.panels.interview import InterviewPage
from ui.panels.interview.card import FactCard
from ui.session.session import Session
from ui.widgets.button import Button
from ui.widgets.dialog import Dialog

SHELF = Shelf(Library.standard())
LONG = 20_000


class Person:
    """Presses what a person presses, reads what a person reads."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self.bot, self.window = qtbot, window

    # --------------------------------------------------------------------------------------------------- reads

    @property
    def session(self) -> Session:
        session = self.window.session
        assert session is not None
        return session

    def words(self, root: QWidget | None = None) -> str:
        """Everything that can be read on the screen."""
        labels = (root or self.window).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def sees(self, text: str, root: QWidget | None = None) -> None:
        self.bot.waitUntil(lambda: text in self.words(root), timeout=LONG)

    def headline(self) -> str:
        workspace = self.window.workspace
        assert workspace is not None
        return workspace.result.headline_text()

    def settled(self) -> None:
        """Until envelope and effects have followed the headline."""
        self.bot.waitUntil(lambda: self.session.is_settled, timeout=LONG)

    def dialog(self) -> Dialog:
        """The question that stands before the window."""
        found: list[Dialog] = []

        def look() -> bool:
            found[:] = [each for each in self.window.findChildren(Dialog) if each.isVisible()]
            return bool(found)

        self.bot.waitUntil(look, timeout=LONG)
        self.bot.waitUntil(found[-1].isActiveWindow, timeout=LONG)
        return found[-1]

    # ------------------------------------------------------------------------------------------------- presses

    def press(self, keys: str, *, on: QWidget | None = None) -> None:
        """A key or chord on what has the focus, or a shortcut of the menus."""
        for action in self.window.findChildren(QAction):
            if QKeySequence(keys) in action.shortcuts() and action.isEnabled():
                action.trigger()
                return
        chord = QKeySequence(keys)[0]
        self.bot.keyClick(on or self.focus(), chord.key(), chord.keyboardModifiers())

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def types(self, text: str) -> None:
        self.bot.keyClicks(self.focus(), text)

    def tab_to(self, name: str, *, most: int = 40) -> QWidget:
        """Press Tab until the thing of this accessible name, or this word, has the focus."""
        for _step in range(most):
            self.press("Tab")
            widget = self.focus()
            word = widget.text() if isinstance(widget, Button) else ""
            if name in (widget.accessibleName(), word):
                return widget
        raise AssertionError(f"Tab does not reach '{name}'; it stands on '{self.focus().accessibleName()}'")

    def clicks(self, word: str, root: QWidget | None = None) -> None:
        """Click the button with this word."""
        for button in (root or self.window).findChildren(Button):
            if button.isVisible() and word in (button.text(), button.accessibleName()):
                self.bot.mouseClick(button, Qt.MouseButton.LeftButton)
                return
        raise AssertionError(f"there is no button '{word}'")

    def goes_to(self, page: PageId) -> QWidget:
        self.press(f"Ctrl+{page.number}")
        workspace = self.window.workspace
        assert workspace is not None
        return workspace.shown()

    def card(self, fact: str) -> FactCard:
        """The card of a fact, opened in full."""
        workspace = self.window.workspace
        assert workspace is not None
        workspace.show_fact(fact)
        page = workspace.shown()
        assert isinstance(page, InterviewPage)
        card = page.card(fact)
        assert isinstance(card, FactCard)
        return card

    def stands(self, fact: str, key: str) -> FactCard:
        """Say how a fact stands by clicking its word."""
        card = self.card(fact)
        segment = card.standing_control.segment(key)
        self.bot.mouseClick(segment, Qt.MouseButton.LeftButton)
        return card

    def names_file(self, path: Path) -> None:
        """Type a path into the dialog that asks for a place, and press Enter."""
        self.bot.waitUntil(lambda: any(d.isVisible() for d in self.window.findChildren(QFileDialog)), timeout=LONG)
        dialog = next(d for d in self.window.findChildren(QFileDialog) if d.isVisible())
        line = dialog.findChildren(QLineEdit)[0]
        line.setText(str(path))
        self.bot.keyClick(line, Qt.Key.Key_Return)
        self.bot.waitUntil(lambda: not self.window.findChildren(QFileDialog), timeout=LONG)
        self.window.activateWindow()
        self.bot.waitUntil(self.window.isActiveWindow, timeout=LONG)


def begin(person: Person) -> None:
    found = SHELF.found("us-2l1.1", "2026-03-14", "2026-12-09")
    person.window.office.begin(Beginning("us-2l1.1", found.edition, "2026-03-14", "2026-12-09"))
