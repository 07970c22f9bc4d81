"""The large result: before and after, the bar they stand on, and what is said of the guidance."""

from attrs import frozen

from sentencing.engine.derivation import RegisterValue
from sentencing.pack.model import Register, RegisterKind
from ui.i18n import _, ngettext
from ui.models import amounts
from ui.models.amounts import Figure
from ui.models.result import Bar, BarSpan, result_view
from ui.models.texts import day, quoted
from ui.session.demonstration import Demonstration
from ui.session.scene import Scene


@frozen
class Hero:
    """One large figure. `note` is the sentence of a gate that ends the assessment."""

    caption: str
    figure: Figure
    beside: str
    note: str = ""

    @property
    def spoken(self) -> str:
        """The same for the ear."""
        parts = (self.caption, f"{self.figure.text} {self.figure.unit}".strip(), self.beside, self.note)
        return ". ".join(part for part in parts if part)


@frozen
class HeroView:
    """The result now, and what it is compared with when anything is changed."""

    before: Hero | None
    after: Hero
    bar: Bar | None


def hero_view(desk: Demonstration) -> HeroView:
    """The large figures of a demonstration."""
    if desk.before is None:
        return HeroView(None, _hero(desk.after, _("The guidance says")), _bar(desk))
    before = _("The guidance says") if desk.moved else _("As the case stands")
    return HeroView(_hero(desk.before, before), _hero(desk.after, _("With your change")), _bar(desk))


def _hero(scene: Scene, caption: str) -> Hero:
    view = result_view(scene)
    stops = [gate for gate in view.gates if not gate.is_open]
    if scene.derivation.gate is not None and stops:
        return Hero(caption, Figure("—"), stops[-1].title, stops[-1].say)
    register, value = _shown(scene)
    shown = amounts.figure(value, register, scene.pack.units)
    if isinstance(value, str):
        shown = Figure(value.replace("-", " "), register.title)
    return Hero(caption, shown, view.beside or _categories(scene, register))


def _categories(scene: Scene, but: Register) -> str:
    """The categories that a person gave, under a guidance whose range is read from no table: `gravity aggravated`."""
    shown = [
        f"{register.title.lower()} {str(scene.derivation.registers[register.id]).replace('-', ' ')}"
        for register in scene.pack.registers.values()
        if register.kind is RegisterKind.CATEGORY and register.shown and register is not but
        if scene.derivation.registers[register.id] is not None
    ]
    return " · ".join(shown)


def _shown(scene: Scene) -> tuple[Register, RegisterValue]:
    """The headline; under a guidance without numbers, until a term is entered, the category that a person gave."""
    registers = scene.derivation.registers
    head = scene.pack.registers[scene.pack.head.headline]
    if registers[head.id] is None:
        for register in scene.pack.registers.values():
            if register.kind is RegisterKind.CATEGORY and registers[register.id] is not None:
                return register, registers[register.id]
    return head, registers[head.id]


def _bar(desk: Demonstration) -> Bar | None:
    bar = result_view(desk.after).bar
    if bar is None:
        return None
    spans = bar.spans[:1]
    spoken = bar.spoken
    if desk.before is not None:
        other = result_view(desk.before).bar
        if other is not None:
            spans = (*spans, *(BarSpan(span.low, span.high, "outlined") for span in other.spans[:1]))
            spoken = _("{after}; before: {before}").format(after=bar.spoken, before=other.spoken)
    return Bar(bar.low, bar.high, bar.low_text, bar.high_text, spans, spoken)


def about(desk: Demonstration) -> tuple[str, str]:
    """The title and what stands beside it; never a name."""
    if desk.title:
        return desk.title, _("Exercise, no names")
    codes = " · ".join(isolated for isolated in (desk.subject.accused, desk.subject.count) if isolated)
    return _("Demonstration"), _("{codes}, no names").format(codes=codes)


def guidance_line(desk: Demonstration) -> str:
    """Which guidance, and how much of the copy is changed."""
    head = desk.pack.head
    words = _("{title}, edition of {day}").format(title=quoted(head.title), day=day(head.edition.first))
    parts = [words]
    if desk.moved:
        parts.append(ngettext("copy changed in {number} place", "copy changed in {number} places", desk.moved))
    if desk.changed_facts:
        parts.append(ngettext("{number} answer changed", "{number} answers changed", desk.changed_facts))
    return ", ".join(parts)


def mark_words(desk: Demonstration) -> str:
    """The mark on the screen: of changed guidance, of changed answers, or none."""
    if desk.moved:
        return _("Modified for demonstration")
    return _("Answers changed for demonstration") if desk.changed_facts else ""
