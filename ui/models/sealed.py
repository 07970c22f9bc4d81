"""The figure of the sealed part, for its own page alone."""

from sentencing.pack.model import RegisterKind
from ui.i18n import _
from ui.models import amounts
from ui.session.scene import Scene


def sealed_figures(scene: Scene) -> str:
    """What the second evaluation gives: `With the sealed part: Sentence 15 months`."""
    parts = []
    for name, register in scene.pack.registers.items():
        if register.shown and register.kind is RegisterKind.FIGURE:
            value = amounts.full(scene.derivation.registers[name], register, scene.pack.units)
            parts.append(f"{register.title} {value}")
    return _("With the sealed part: {figures}").format(figures=", ".join(parts) or "—")
