"""The memo: its pages, and what it is made of."""

from ui.panels.memo.options import MemoOptions
from ui.panels.memo.page import MemoPage

__all__ = ["MemoOptions", "MemoPage"]
