"""The result column: the headline, the range, what moved it, and what needs attention."""

from ui.panels.result.column import ResultColumn

__all__ = ["ResultColumn"]
