"""Older case files: each past format's text made into the next one's, in memory; newer ones are told.

There is one format so far. The next one adds its step to `STEPS` and a file of this one to `tests/golden/old`.
"""

from collections.abc import Callable, Mapping
from typing import Final

from sentencing.case.model import FORMAT
from sentencing.errors import Problem

Document = dict[str, object]
STEPS: Final[Mapping[int, Callable[[Document], Document]]] = {}
"""format → what makes a document of it one of the next format"""


def migrated(document: Document) -> tuple[Document, tuple[Problem, ...]]:
    """The document in this program's format; a problem means that it must not be saved over."""
    written = document.get("format")
    if isinstance(written, bool) or not isinstance(written, int) or written < 1:
        return document | {"format": FORMAT}, (Problem("the case does not say its format.", "format"),)
    if written > FORMAT:
        found = f"the case was written by a newer version of this program, in format {written}."
        return document | {"format": FORMAT}, (Problem(found, "format", right=f"This one reads format {FORMAT}."),)
    for number in range(written, FORMAT):
        document = STEPS[number](document) | {"format": number + 1}
    return document, ()
