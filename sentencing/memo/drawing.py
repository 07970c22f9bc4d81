"""Plain SVG with attributes only, which Qt, typst and every browser draw alike; lengths are whole tenths of a point."""

from typing import Final
from xml.sax.saxutils import escape

INK: Final = "#1C2124"
INK_2: Final = "#474D51"
INK_3: Final = "#61666A"
HAIR: Final = "#E1DED7"
LINE: Final = "#85827A"
ACCENT: Final = "#0C5868"
PALE: Final = "#E2EEF0"
PAPER: Final = "#FFFFFF"


class Sheet:
    """Collects shapes. In a right-to-left sheet everything is mirrored but the letters."""

    def __init__(self, width: int, right_to_left: bool) -> None:
        self.width = width
        self._mirrored = right_to_left
        self._family = "IBM Plex Sans Arabic" if right_to_left else "IBM Plex Sans"
        self._shapes: list[str] = []

    def text(
        self,
        x: int,
        y: int,
        text: str,
        *,
        size: int = 76,
        fill: str = INK,
        bold: bool = False,
        end: bool = False,
        aside: str = "",
    ) -> None:
        """Text that starts, or with `end` ends, at a point of its line; `aside` follows it in grey."""
        anchor = "end" if end else "start"
        weight = 600 if bold else 400
        grey = f'<tspan fill="{INK_3}">\u00a0{escape(aside)}</tspan>' if aside else ""
        direction = ' direction="rtl"' if self._mirrored else ""
        self._shapes.append(
            f'<text x="{_n(self._at(x))}" y="{_n(y)}" font-family="{self._family}" font-size="{_n(size)}"'
            f' font-weight="{weight}" fill="{fill}" text-anchor="{anchor}"{direction}>{escape(text)}{grey}</text>'
        )

    def bar(self, x: int, y: int, width: int, height: int, *, fill: str, stroke: str = "none") -> None:
        """A filled or outlined bar."""
        if width <= 0:
            return
        inset = 4 if stroke != "none" else 0
        left = self._at(x + width) if self._mirrored else x
        self._shapes.append(
            f'<rect x="{_n(left + inset)}" y="{_n(y + inset)}" width="{_n(max(width - 2 * inset, 2))}"'
            f' height="{_n(height - 2 * inset)}" fill="{fill}" stroke="{stroke}" stroke-width="0.8"/>'
        )

    def line(self, x1: int, y1: int, x2: int, y2: int, *, stroke: str = HAIR, width: int = 5) -> None:
        """A straight line."""
        self._shapes.append(
            f'<line x1="{_n(self._at(x1))}" y1="{_n(y1)}" x2="{_n(self._at(x2))}" y2="{_n(y2)}"'
            f' stroke="{stroke}" stroke-width="{_n(width)}"/>'
        )

    def hatched(self, x: int, y: int, width: int, height: int) -> None:
        """A bar of diagonal lines, which reads without colour; drawn line by line, as Qt knows no patterns."""
        if width <= 0:
            return
        self.bar(x, y, width, height, fill=PAPER, stroke=ACCENT)
        for start in range(x - height, x + width, 24):
            low, high = max(start, x), min(start + height, x + width)
            if low < high:
                self.line(low, y + height - (low - start), high, y + height - (high - start), stroke=ACCENT, width=7)

    def svg(self, height: int) -> str:
        """The finished drawing."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_n(self.width)}" height="{_n(height)}"'
            f' viewBox="0 0 {_n(self.width)} {_n(height)}">{"".join(self._shapes)}</svg>'
        )

    def _at(self, x: int) -> int:
        return self.width - x if self._mirrored else x


def wrapped(text: str, width: int, size: int) -> list[str]:
    """The text in lines of about a width; letters are taken as little more than half as wide as high."""
    room = max(width * 100 // (size * 54), 8)
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= room:
            lines[-1] += f" {word}"
        else:
            lines += [word[start : start + room] for start in range(0, len(word), room)]
    return lines or [""]


def fits(text: str, width: int, size: int) -> bool:
    """Whether the text stands on one line of about a width."""
    return len(text) * size * 54 <= width * 100


def _n(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else ''}{whole}" + (f".{rest}" if rest else "")
