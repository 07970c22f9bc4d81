"""Every act of the menus, declared once: its words, its shortcut, and when it can be used."""

from collections.abc import Mapping
from enum import Enum
from typing import Final

from attrs import frozen
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from ui.i18n import _


class Menu(Enum):
    """The menus, in their order."""

    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    CASE = "case"
    GUIDANCE = "guidance"
    HELP = "help"


@frozen
class Act:
    """One act. `key` names what does it; `needs_case`: only while a case is open."""

    key: str
    menu: Menu
    words: str
    shortcut: str = ""
    needs_case: bool = False
    is_checkable: bool = False
    ends_group: bool = False


def menu_words(menu: Menu) -> str:
    """A menu's title."""
    return {
        Menu.FILE: _("File"),
        Menu.EDIT: _("Edit"),
        Menu.VIEW: _("View"),
        Menu.CASE: _("Case"),
        Menu.GUIDANCE: _("Guidance"),
        Menu.HELP: _("Help"),
    }[menu]


def acts() -> tuple[Act, ...]:
    """The table; Help shows it, the menus are made from it."""
    return (
        Act("new", Menu.FILE, _("New assessment…"), "Ctrl+N"),
        Act("open", Menu.FILE, _("Open a case…"), "Ctrl+O"),
        Act("exercises", Menu.FILE, _("Exercises"), "Ctrl+Shift+E"),
        Act("class_room", Menu.FILE, _("The class"), "Ctrl+Shift+T", ends_group=True),
        Act("save", Menu.FILE, _("Save"), "Ctrl+S", needs_case=True),
        Act("save_as", Menu.FILE, _("Save as…"), "Ctrl+Shift+S", needs_case=True, ends_group=True),
        Act("print", Menu.FILE, _("Print the memo…"), "Ctrl+P", needs_case=True, ends_group=True),
        Act("close_case", Menu.FILE, _("Close the case"), "Ctrl+W", needs_case=True),
        Act("quit", Menu.FILE, _("Quit"), "Ctrl+Q"),
        Act("undo", Menu.EDIT, _("Undo"), "Ctrl+Z", needs_case=True),
        Act("redo", Menu.EDIT, _("Redo"), "Ctrl+Shift+Z", needs_case=True, ends_group=True),
        Act("preferences", Menu.EDIT, _("Preferences…"), "Ctrl+,"),
        *_pages(),
        Act("next_page", Menu.VIEW, _("Next page"), "Ctrl+PgDown", needs_case=True),
        Act("previous_page", Menu.VIEW, _("Previous page"), "Ctrl+PgUp", needs_case=True),
        Act("next_open", Menu.VIEW, _("Next open fact"), "F6", needs_case=True),
        Act("to_result", Menu.VIEW, _("Go to the result"), "F8", needs_case=True, ends_group=True),
        Act("larger", Menu.VIEW, _("Larger text"), "Ctrl++"),
        Act("smaller", Menu.VIEW, _("Smaller text"), "Ctrl+-"),
        Act("usual_size", Menu.VIEW, _("Usual text size"), "Ctrl+0", ends_group=True),
        Act("dark", Menu.VIEW, _("Dark"), "Ctrl+Shift+D", is_checkable=True),
        Act("add_accused", Menu.CASE, _("Add an accused"), "Ctrl+Shift+A", needs_case=True),
        Act("add_count", Menu.CASE, _("Add a count"), "Ctrl+Shift+C", needs_case=True),
        Act("next_accused", Menu.CASE, _("Next accused"), "Ctrl+Tab", needs_case=True, ends_group=True),
        Act("add_evidence", Menu.CASE, _("Add evidence to this fact…"), "Ctrl+E", needs_case=True, ends_group=True),
        Act("demonstrate", Menu.CASE, _("Demonstrate…"), "Ctrl+D", needs_case=True),
        Act("save_answers", Menu.CASE, _("Save my answers…"), "Ctrl+Shift+M", needs_case=True),
        Act("make_exercise", Menu.CASE, _("Make an exercise from this case…"), needs_case=True, ends_group=True),
        Act("lock", Menu.CASE, _("Lock the sealed part"), "Ctrl+L", needs_case=True),
        Act("guidance_shelf", Menu.GUIDANCE, _("Guidance shelf"), "Ctrl+G"),
        Act("about_guidance", Menu.GUIDANCE, _("This guidance…"), "Ctrl+I", needs_case=True),
        Act("guidance_folder", Menu.GUIDANCE, _("Show the folder of guidance")),
        Act("shortcuts", Menu.HELP, _("Shortcuts"), "F1"),
        Act("about", Menu.HELP, _("About Sentencing Guidance")),
    )


def _pages() -> tuple[Act, ...]:
    words = (
        _("Case"),
        _("Threshold"),
        _("Conduct"),
        _("Aggravating"),
        _("Mitigating"),
        _("Cooperation"),
        _("Record"),
        _("Recommendation"),
        _("Memo"),
    )
    last = len(words)
    return tuple(
        Act(f"page_{number}", Menu.VIEW, word, f"Ctrl+{number}", needs_case=True, ends_group=number == last)
        for number, word in enumerate(words, start=1)
    )


_ALSO: Final[Mapping[str, str]] = {"redo": "Ctrl+Y", "larger": "Ctrl+="}
_ALT_PAGES: Final = "Alt+{number}"


class Actions(QObject):
    """The QActions of a window, made from the table; `wanted` tells the key of the one that was used."""

    wanted = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        self._acts = acts()
        for act in self._acts:
            action = QAction(act.words, window)
            action.setShortcuts([QKeySequence(key) for key in _keys(act)])
            action.setCheckable(act.is_checkable)
            action.setData(act.key)
            action.triggered.connect(self._on_triggered)
            self._actions[act.key] = action

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into a menu bar."""
        menus: dict[Menu, QMenu] = {menu: bar.addMenu(menu_words(menu)) for menu in Menu}
        for act in self._acts:
            menus[act.menu].addAction(self._actions[act.key])
            if act.ends_group:
                menus[act.menu].addSeparator()

    def _on_triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.wanted.emit(action.data())

    def __getitem__(self, key: str) -> QAction:
        return self._actions[key]

    def needs_case(self, key: str) -> bool:
        """Whether an act works on the open case."""
        return any(act.key == key and act.needs_case for act in self._acts)

    def set_open(self, is_open: bool) -> None:
        """Allow or refuse what needs an open case."""
        for act in self._acts:
            if act.needs_case:
                self._actions[act.key].setEnabled(is_open)


def _keys(act: Act) -> list[str]:
    keys = [act.shortcut] if act.shortcut else []
    if act.key.startswith("page_"):
        keys.append(_ALT_PAGES.format(number=act.key.removeprefix("page_")))
    if act.key in _ALSO:
        keys.append(_ALSO[act.key])
    return keys
