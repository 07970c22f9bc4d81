"""What an answer does to the result, in the short words of a card: as it worked, as it would work, either way."""

from functools import lru_cache

from attrs import frozen

from sentencing.case.model import Standing
from sentencing.engine.assessment import Effect
from sentencing.engine.derivation import Derivation, Entry, EntryStatus
from sentencing.engine.forks import worst_value
from sentencing.engine.record import fact_text
from sentencing.pack.model import (
    Fact,
    FactKind,
    FactValue,
    Pack,
    Register,
    RegisterKind,
    Set,
    Table,
    TableLookup,
)
from ui.i18n import _
from ui.models import amounts
from ui.models.wording import cite
from ui.session.scene import Scene


@frozen
class EffectText:
    """The words at the end of a card; `cause` stands below, `is_preview` when it has not happened."""

    words: str = ""
    cause: str = ""
    is_preview: bool = False


NOTHING = EffectText()


def driver(scene: Scene) -> Register:
    """The register whose moves are counted: the score that the headline's table reads, or the headline itself."""
    return scene.pack.registers[_driver(scene.pack)]


@lru_cache(maxsize=64)
def _driver(pack: Pack) -> str:
    head = pack.head.headline
    for table in headline_tables(pack):
        for key in table.keys:
            read = pack.registers.get(key.partition(".")[0])
            if read is not None and read.kind is RegisterKind.SCORE:
                return read.id
    return head


def headline_tables(pack: Pack) -> tuple[Table, ...]:
    """The tables from which the headline is set."""
    found = []
    for step in pack.steps:
        for effect in (*step.effects, *(effect for option in step.options for effect in option.effects)):
            match effect:
                case Set(register, TableLookup(table)) if register == pack.head.headline:
                    found.append(pack.tables[table])
    return tuple(found)


def card_effect(scene: Scene, fact: Fact, standing: Standing | None) -> EffectText:
    """What stands at the end of a fact's card."""
    match standing:
        case None:
            return preview(scene, fact)
        case Standing.ESTABLISHED:
            return worked(scene, fact)
        case Standing.DISPUTED | Standing.ALLEGED:
            return _forked(scene, fact)
        case _:
            return NOTHING


def preview(scene: Scene, fact: Fact) -> EffectText:
    """What the worse answer would do before anybody gave one."""
    if fact.kind not in (FactKind.YES_NO, FactKind.CHOICE, FactKind.COUNT):
        return NOTHING
    value = worst_value(scene.pack, fact)
    if fact.kind is FactKind.COUNT:
        value = _next_value(scene, fact)
    effect = scene.effect(fact.id, value)
    if effect is None:
        return NOTHING
    now = scene.question.established.facts[fact.id]
    if value == now:
        value = _other_value(fact, now)
        effect = scene.effect(fact.id, value)
        if effect is None:
            return NOTHING
    move = move_text(scene, effect)
    if not move:
        return EffectText(_("changes nothing now"), "", is_preview=True)
    run = scene.rest.runs.get((fact.id, value)) if scene.rest is not None else None
    step = _own_step(scene, run, fact) if run is not None else None
    if step is not None:  # the guidance's own number, as the prosecutor reads it there; the result stands below
        move = _step_text(scene, step).words
    return EffectText(_when(fact, value, move), shift_text(scene, effect), is_preview=True)


def worked(scene: Scene, fact: Fact) -> EffectText:
    """What an established fact did, in the order of the law; its contribution when a step rests on several facts."""
    step = _own_step(scene, scene.derivation, fact)
    if step is not None:
        return _step_text(scene, step)
    excluded = _excluded(scene, fact)
    if excluded:
        return EffectText("0", excluded)
    return _contribution(scene, fact)


def _own_step(scene: Scene, derivation: Derivation, fact: Fact) -> Entry | None:
    """The one step that moved the driving register because of this fact alone."""
    register = driver(scene).id
    steps = [entry for entry in derivation.entries if _reads(entry, fact) and _moves(entry, register)]
    return steps[0] if len(steps) == 1 and _rests_on_alone(scene, steps[0], fact) else None


def _step_text(scene: Scene, step: Entry) -> EffectText:
    register, units = driver(scene), scene.pack.units
    changes = [change for change in step.changes if change.register == register.id]
    before, after = changes[0].before, changes[-1].after
    if changes[0].verb == "set":
        return EffectText(amounts.short(after, register, units))
    cause = ", ".join(amounts.how_text(change.how) for change in changes)
    if len(changes) == 1:
        cause = amounts.shift(before, after, register, units)
    return EffectText(amounts.move(before, after, register, units), cause)


def _contribution(scene: Scene, fact: Fact) -> EffectText:
    """The difference that the fact makes: the result without it against the result with it."""
    without = scene.effect(fact.id, fact.default)
    if without is None or scene.question.established.facts[fact.id] == fact.default:
        return NOTHING
    register = driver(scene)
    now, then = scene.derivation.registers[register.id], without.registers[register.id]
    head = scene.pack.registers[scene.pack.head.headline]
    if now == then and scene.derivation.registers[head.id] == without.registers[head.id]:
        return EffectText("0", _("changes nothing")) if scene.readers.get(fact.id) else NOTHING
    words = amounts.move(then, now, register, scene.pack.units)
    before, after = without.registers[head.id], scene.derivation.registers[head.id]
    return EffectText(words, amounts.shift(before, after, head, scene.pack.units))


def _forked(scene: Scene, fact: Fact) -> EffectText:
    fork = scene.forks.get(fact.id)
    if fork is None or scene.rest is None:
        return NOTHING
    turn = next((each for each in scene.rest.assessment.turns if each.fork == fact.id), None)
    if turn is not None and not turn.turns and turn.certain:
        return EffectText("0", _("either way"))
    proved = _move_with(scene, fact, fork.prosecution)
    return EffectText(_move_with(scene, fact, fork.defence), _("{move} if proved").format(move=proved))


def party_effect(scene: Scene, fact: Fact, value: FactValue) -> str:
    """`+6, range 30–37`: what one party's value does in the order of the law, and where it leads."""
    effect = scene.effect(fact.id, value)
    if effect is None:
        return ""
    head = scene.pack.registers[scene.pack.head.headline]
    result = amounts.short(effect.registers[head.id], head, scene.pack.units)
    return _("{move}, range {result}").format(move=_move_with(scene, fact, value), result=result)


def _move_with(scene: Scene, fact: Fact, value: FactValue) -> str:
    """What the fact does in the law's order with this value; what it changes when a step rests on several facts."""
    run = scene.rest.runs.get((fact.id, value)) if scene.rest is not None else None
    step = _own_step(scene, run, fact) if run is not None else None
    if step is not None:
        return _step_text(scene, step).words
    effect = scene.effect(fact.id, value)
    moved = difference(scene, scene.effect(fact.id, fact.default), effect) if effect is not None else ""
    return moved or "0"


def option_effect(scene: Scene, fact: Fact, value: FactValue) -> str:
    """`+4`: what one option would add to the result without any."""
    effect = scene.effect(fact.id, value)
    return difference(scene, scene.effect(fact.id, fact.default), effect) or "0" if effect is not None else ""


def move_text(scene: Scene, effect: Effect) -> str:
    """How an answer would move the driving register from where it is; empty when nothing moves."""
    if effect.gate is not None and effect.gate != scene.derivation.gate:
        return _("ends the assessment")
    register = driver(scene)
    now, then = scene.derivation.registers[register.id], effect.registers.get(register.id)
    return "" if now == then else amounts.move(now, then, register, scene.pack.units)


def shift_text(scene: Scene, effect: Effect) -> str:
    """`24–30 → 33–41`; empty when the headline does not move or the assessment would end."""
    head = scene.pack.registers[scene.pack.head.headline]
    now, then = scene.derivation.registers[head.id], effect.registers.get(head.id)
    return "" if now == then or effect.gate is not None else amounts.shift(now, then, head, scene.pack.units)


def result_with(scene: Scene, effect: Effect) -> str:
    """The headline that an answer would lead to, `33–41`."""
    head = scene.pack.registers[scene.pack.head.headline]
    return amounts.short(effect.registers.get(head.id), head, scene.pack.units)


def would_change(scene: Scene, effect: Effect) -> bool:
    """Whether an answer would move the headline or what drives it."""
    names = (scene.pack.head.headline, driver(scene).id)
    return any(effect.registers.get(name) != scene.derivation.registers[name] for name in names)


def difference(scene: Scene, before: Effect | None, after: Effect) -> str:
    """The move of the driving register from one answer to another; empty when there is none."""
    register = driver(scene)
    if before is None:
        return move_text(scene, after)
    then, now = before.registers.get(register.id), after.registers.get(register.id)
    return "" if then == now else amounts.move(then, now, register, scene.pack.units)


def _when(fact: Fact, value: FactValue, move: str) -> str:
    if fact.kind is FactKind.YES_NO:
        pattern = _("{move} if yes") if value == "yes" else _("{move} if no")
        return pattern.format(move=move)
    if fact.kind is FactKind.COUNT:
        return _("{move} from {value}").format(move=move, value=value)
    return _("up to {move}").format(move=move)


def _next_value(scene: Scene, fact: Fact) -> FactValue:
    """The nearest number at which the result moves; the default when none does."""
    rest = scene.rest
    now = scene.question.established.facts[fact.id]
    found = [each.value for each in rest.thresholds if each.fact == fact.id] if rest is not None else []
    above = [value for value in found if isinstance(now, int) and value > now]
    return min(above) if above else fact.default


def _other_value(fact: Fact, now: FactValue) -> FactValue:
    if fact.kind is FactKind.YES_NO:
        return "no" if now == "yes" else "yes"
    return next((value for value in fact.values if value != now), now)


def _moves(entry: Entry, register: str) -> bool:
    changes = [change for change in entry.changes if change.register == register]
    return entry.counted and bool(changes) and changes[0].before != changes[-1].after


def _reads(entry: Entry, fact: Fact) -> bool:
    return any(reading.name == fact.id for reading in entry.readings)


def _rests_on_alone(scene: Scene, entry: Entry, fact: Fact) -> bool:
    """Whether no other fact that the step read has a value that differs from its default."""
    for reading in entry.readings:
        other = scene.pack.facts.get(reading.name)
        if other is None or other.id == fact.id:
            continue
        if reading.value != fact_text(other, other.default, scene.pack.units):
            return False
    return True


def _excluded(scene: Scene, fact: Fact) -> str:
    """The rule that keeps a fact's step out, if one does."""
    for entry in scene.readers.get(fact.id, ()):
        if entry.status is EntryStatus.EXCLUDED and entry.excluded_by:
            return _("not counted: {cite}").format(cite=cite(entry.excluded_by[0], scene.pack))
    return ""
