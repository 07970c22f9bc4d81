"""The facts on which the room splits, priced: what each side gets while the rest is held still."""

from attrs import frozen

from sentencing.case.class_room.room import Changes, Findings
from sentencing.case.class_room.splits import Side, Split
from sentencing.pack.model import Pack, RegisterKind
from ui.i18n import _, ngettext
from ui.models.amounts import full, headline_register, shift
from ui.models.class_room.places import Places
from ui.models.class_room.plots import people
from ui.models.wording import engine_value, fact_name


@frozen
class SideLine:
    """Those who gave one value, and what it gives."""

    value: str
    people: str
    result: str


@frozen
class SplitView:
    """One fact: its name and question, its sides from the milder to the worse, and what the difference moves."""

    name: str
    ask: str
    effect: str
    cause: str
    sides: tuple[SideLine, ...]
    changes: bool


def split_views(found: Findings, pack: Pack) -> tuple[SplitView, ...]:
    """In the order of what they move."""
    return tuple(_view(split, pack) for split in found.splits)


def change_lines(changes: Changes, pack: Pack) -> tuple[str, tuple[tuple[str, str], ...]]:
    """How many changed their result after the discussion, and which facts they changed."""
    words = _("{number} of {all} who voted twice changed their result.")
    lines = tuple((fact_name(pack.facts[fact]), people(number)) for fact, number in changes.facts)
    return words.format(number=changes.result, all=changes.both), lines


def _view(split: Split, pack: Pack) -> SplitView:
    fact = pack.facts[split.fact]
    sides = tuple(
        SideLine(engine_value(fact, side.value, pack), people(side.people), _result(side, pack)) for side in split.sides
    )
    return SplitView(fact_name(fact), fact.ask, _effect(split, pack), _cause(split, pack), sides, split.changes)


def _result(side: Side, pack: Pack) -> str:
    if side.gate is not None:
        return next(step.title for step in pack.steps if step.id == side.gate)
    register = headline_register(pack)
    return full(side.registers[register.id], register, pack.units)


def _effect(split: Split, pack: Pack) -> str:
    """The headline of the mildest side and of the worst; nothing when it is the same."""
    if not split.changes:
        return _("Nothing")
    register = headline_register(pack)
    values = [side.registers[register.id] for side in split.sides if side.gate is None]
    if len(values) < len(split.sides):
        return _("Ends the assessment")
    differing = [value for value in values if value != values[0]]
    return (
        shift(values[0], differing[-1], register, pack.units)
        if differing
        else _("{register} unchanged").format(register=register.title)
    )


def _cause(split: Split, pack: Pack) -> str:
    """By how much the points and places behind it move."""
    if not split.changes:
        return _("while the rest is held still")
    parts = []
    for name, move in split.moves.items():
        register = pack.registers[name]
        if move != 0 and register.shown and register.kind is RegisterKind.SCORE:
            parts.append(
                _("{register}: {move}").format(register=register.title, move=Places(register, pack).short(move))
            )
    return ", ".join(parts)


def count_words(number: int) -> str:
    """How many facts split the room."""
    return ngettext("The room differs on {number} fact.", "The room differs on {number} facts.", number)
