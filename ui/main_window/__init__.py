"""The window: one start page or one open case, menus, status bar and dialogs."""

from ui.main_window.window import MainWindow

__all__ = ["MainWindow"]
