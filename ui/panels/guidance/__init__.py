"""The guidance shelf."""

from ui.panels.guidance.shelf import GuidanceShelf

__all__ = ["GuidanceShelf"]
