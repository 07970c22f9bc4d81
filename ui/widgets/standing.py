"""The standing of a fact, as six words in one frame."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from ui.widgets.segments import Segments

STANDINGS: Final = ("established", "alleged", "disputed", "considered", "not-raised", "open")
"""The keys in the order of the control; all but "open" are the standings of a case."""


class StandingControl(Segments):
    """`StandingControl(["Established", …, "Open"], name=question)`: the six words in the order of `STANDINGS`.

    `value() -> str` is one of `STANDINGS`, "open" at the start; `set_value(key)`; signal `edited(str)`.
    """

    def __init__(self, words: Sequence[str], *, name: str, value: str = "open", parent: QWidget | None = None) -> None:
        super().__init__(list(zip(STANDINGS, words, strict=True)), name=name, value=value, parent=parent)
