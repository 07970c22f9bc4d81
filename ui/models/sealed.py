"""The sealed part for its own page alone: its figure, and its words that also stand in the open case."""

import re
from collections.abc import Iterator

from sentencing.case.model import Case, Sealed
from sentencing.pack.model import RegisterKind
from ui.i18n import _
from ui.models import amounts
from ui.session.scene import Scene

PHRASE = 4
"""So many words in a row that are the same are no accident."""


def sealed_figures(scene: Scene) -> str:
    """What the second evaluation gives: `With the sealed part: Sentence 15 months`."""
    parts = []
    for name, register in scene.pack.registers.items():
        if register.shown and register.kind is RegisterKind.FIGURE:
            value = amounts.full(scene.derivation.registers[name], register, scene.pack.units)
            parts.append(f"{register.title} {value}")
    return _("With the sealed part: {figures}").format(figures=", ".join(parts) or "—")


def shared_phrases(case: Case, sealed: Sealed) -> tuple[str, ...]:
    """Phrases that were typed in the sealed part and also stand in the open case, each once."""
    openly = {phrase for text in _typed(case) for phrase in _phrases(text)}
    shared = (phrase for text in (*_typed(sealed), sealed.notes) for phrase in _phrases(text) if phrase in openly)
    return tuple(dict.fromkeys(shared))


def _typed(part: Case | Sealed) -> Iterator[str]:
    """Everything that a person wrote freely."""
    for answer in part.answers:
        yield answer.reasons
    for made in part.judgments:
        yield made.reasons
    for evidence in part.evidence:
        yield from (evidence.label, evidence.note, evidence.source)
    if isinstance(part, Case):
        for weight in part.weights:
            yield weight.reasons


def _phrases(text: str) -> Iterator[str]:
    words = re.findall(r"\w+", text.casefold())
    for start in range(len(words) - PHRASE + 1):
        yield " ".join(words[start : start + PHRASE])
