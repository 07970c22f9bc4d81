"""The class: a folder of answer files before a room, as dot plots with their words, and nobody's name."""

from ui.panels.class_room.page import ClassPage

__all__ = ["ClassPage"]
