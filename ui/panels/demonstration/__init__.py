"""The demonstration: a case or exercise before a room, with nothing personal on the screen."""

from ui.panels.demonstration.page import DemonstrationPage

__all__ = ["DemonstrationPage"]
