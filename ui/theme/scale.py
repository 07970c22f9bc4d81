"""The text size and the direction in force, and the px that follow from them."""

from typing import Final


class _Scale:
    percent = 100
    rtl = False


_scale: Final = _Scale()


def set_scale(percent: int, rtl: bool) -> None:
    """Take another text size and direction; only `look.apply` does this."""
    _scale.percent = percent
    _scale.rtl = rtl


def px(length: float) -> int:
    """A length of the design, at the text size in force."""
    return round(length * _scale.percent / 100)


def percent() -> int:
    """The text size, 100 to 200."""
    return _scale.percent


def is_rtl() -> bool:
    """Whether the window runs from right to left."""
    return _scale.rtl
