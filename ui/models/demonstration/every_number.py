"""Every number that the result uses, in words: which step, what it does there, and what the guidance says."""

from attrs import frozen

from sentencing.amounts import Quantity
from sentencing.engine.derivation import Derivation
from sentencing.pack.model import Pack
from sentencing.proof.elsewhere import Turned
from sentencing.proof.weights import Weight, WeightKind
from ui.i18n import _
from ui.models import amounts
from ui.models.texts import day, isolated
from ui.models.wording import fact_name, short_cite
from ui.session.demonstration import Demonstration, Elsewhere


@frozen
class NumberLine:
    """One number; `step` stands only at the first of a step."""

    weight: Weight
    step: str
    cite: str
    what: str
    own: str
    """What the guidance says, when it is moved."""


@frozen
class ElsewhereView:
    """What else would change: a sentence, and a row (kind, title, before, after) for each case that turns out else."""

    summary: str
    rows: tuple[tuple[str, str, str, str], ...]
    count: int


def number_lines(desk: Demonstration) -> tuple[NumberLine, ...]:
    """Every number in use, in the order of the steps."""
    lines: list[NumberLine] = []
    titles = _titles(desk.after.derivation, desk.copy)
    last = ""
    for weight in desk.weights:
        title, cite = titles.get(weight.step, (weight.step, ""))
        own = _("the guidance says {number}").format(number=text_of(weight, 0)) if weight.is_moved else ""
        begins = weight.step != last
        what = subject_word(weight, desk.copy)
        lines.append(NumberLine(weight, title if begins else "", cite if begins else "", what, own))
        last = weight.step
    return tuple(lines)


def _titles(derivation: Derivation, pack: Pack) -> dict[str, tuple[str, str]]:
    return {
        entry.step: (entry.title, short_cite(entry.cites[0], pack) if entry.cites and entry.cites[0].pinpoint else "")
        for entry in derivation.entries
    }


def text_of(weight: Weight, place: int) -> str:
    """A number at a place as a person reads it: a true minus, a day in words."""
    text = weight.text(place)
    return day(text) if isinstance(weight.origin, str) else isolated(text.replace("-", amounts.MINUS))


def weight_word(weight: Weight) -> str:
    """What a number is, in a word over its column."""
    match weight.kind:
        case WeightKind.FLOOR:
            return _("floor")
        case WeightKind.CAP:
            return _("cap")
        case WeightKind.LEAST:
            return _("least")
        case WeightKind.MOST:
            return _("most")
        case WeightKind.FROM:
            return _("from")
        case WeightKind.UP_TO:
            return _("up to")
        case WeightKind.HOW_MANY:
            return _("how many of these")
        case WeightKind.PER_HEAD:
            return _("above how many")
        case WeightKind.ROUNDING:
            return _("rounded to")
        case WeightKind.PART:
            return _("part")
        case WeightKind.FRACTION:
            return _("fraction")
        case _:
            return _("weight")


def subject_word(weight: Weight, pack: Pack) -> str:
    """The same with what it is of: `floor, points`, `persons, from`."""
    name = ""
    if weight.subject in pack.facts:
        name = fact_name(pack.facts[weight.subject])
    elif weight.subject in pack.registers:
        name = pack.registers[weight.subject].title
    elif weight.subject in pack.tables:
        table = pack.tables[weight.subject]
        edge = weight.kind in (WeightKind.FROM, WeightKind.UP_TO)
        of = table.keys[0].partition(".")[0] if edge else table.gives
        register, fact = pack.registers.get(of), pack.facts.get(of)
        name = register.title if register is not None else fact_name(fact) if fact is not None else of
        if edge:
            return _("{name}: this band or the one before ends at").format(name=name)
    elif weight.subject in pack.transforms:
        name = pack.transforms[weight.subject].title
    unit = {Quantity.TIME: _("months"), Quantity.MONEY: pack.units.currency, None: ""}[weight.quantity]
    words = ", ".join(part for part in (name, weight_word(weight)) if part)
    return f"{words} ({unit})" if unit else words


def elsewhere_view(desk: Demonstration, found: Elsewhere) -> ElsewhereView:
    """What else would change, in words and figures."""
    rows = [(_("Exercise"), *_row(desk, each)) for each in found.exercises]
    rows += [(_("Worked example"), *_row(desk, each)) for each in found.examples]
    if not desk.moved:
        return ElsewhereView(_("Move a number of the guidance: what else would change stands here."), (), 0)
    if desk.is_trying:
        return ElsewhereView(_("Trying the other cases…"), (), 0)
    parts = [_("{count} of {total} worked examples").format(count=len(found.examples), total=found.tried)]
    if found.tried_exercises:
        words = _("{count} of {total} exercises")
        parts.append(words.format(count=len(found.exercises), total=found.tried_exercises))
    summary = _("Would turn out differently: {parts}.").format(parts=", ".join(parts))
    return ElsewhereView(summary, tuple(rows), len(rows))


def _row(desk: Demonstration, turned: Turned) -> tuple[str, str, str]:
    head = desk.pack.registers[desk.pack.head.headline]
    ends = []
    for end in (turned.before, turned.after):
        stopped = _("ends at a threshold") if end.gate is not None else ""
        ends.append(stopped or amounts.full(end.registers[head.id], head, desk.pack.units))
    if ends[0] == ends[1]:
        ends = _other_register(desk, turned)
    return turned.title, ends[0], ends[1]


def _other_register(desk: Demonstration, turned: Turned) -> list[str]:
    """A result beside the headline that differs, with its name."""
    for register in desk.pack.registers.values():
        before, after = turned.before.registers[register.id], turned.after.registers[register.id]
        if register.shown and before != after:
            units = desk.pack.units
            return [f"{register.title} {amounts.full(each, register, units)}" for each in (before, after)]
    return ["", ""]
