"""What carries the number, the nearest thresholds, and the disputed facts with their price."""

from attrs import frozen

from sentencing.amounts import Interval
from sentencing.engine.assessment import Price, Turn
from sentencing.engine.assignment import Fork
from sentencing.engine.derivation import RegisterValue
from sentencing.engine.sensitivity import Contribution
from sentencing.pack.model import FactKind
from ui.i18n import _, ngettext
from ui.models import amounts
from ui.models.effects import driver, result_with
from ui.models.wording import engine_value, fact_name, short_cite
from ui.session.scene import Scene


@frozen
class CarryRow:
    """The result if one finding fell away. `part` is the move of its lower end, −1 to 1, for the bar."""

    finding: str
    part: float
    move: str
    result: str
    why: str


@frozen
class PricedRow:
    """A disputed or alleged fact, or an open judgment: what either way gives, and what that is worth."""

    name: str
    kind: str
    if_not: str
    if_proved: str
    worth: str
    fact: str


def carry_rows(scene: Scene) -> tuple[CarryRow, ...]:
    """Every finding that is not at its default, the one that carries most first."""
    if scene.rest is None:
        return ()
    head = scene.pack.head.headline
    moves = [(each, _lower_move(scene, each.registers.get(head))) for each in scene.rest.contributions]
    widest = max((abs(move) for _each, move in moves if move is not None), default=0) or 1
    ordered = sorted(moves, key=lambda pair: -abs(pair[1] or 0))
    return tuple(_carry_row(scene, each, move, widest) for each, move in ordered)


def threshold_words(scene: Scene) -> tuple[str, ...]:
    """`Nearest threshold: Persons at 25 leads to 30–37.`"""
    if scene.rest is None:
        return ()
    words = []
    for each in scene.rest.thresholds:
        fact = scene.pack.facts[each.fact]
        result = result_with(scene, each.effect)
        words.append(
            _("Nearest threshold: {fact} at {value} leads to {result}.").format(
                fact=fact_name(fact), value=each.value, result=result
            )
        )
    return tuple(words)


def priced_rows(scene: Scene) -> tuple[PricedRow, ...]:
    """Every fork: what the court must decide, and what it need not."""
    turns = {turn.fork: turn for turn in scene.rest.assessment.turns} if scene.rest is not None else {}
    return tuple(_priced_row(scene, fork, turns.get(fork.name)) for fork in scene.question.forks)


def _carry_row(scene: Scene, each: Contribution, move: int | None, widest: int) -> CarryRow:
    fact, head = scene.pack.facts[each.fact], scene.pack.registers[scene.pack.head.headline]
    name = fact_name(fact)
    if fact.kind is not FactKind.YES_NO:
        name = _("{fact}: {value}").format(fact=name, value=engine_value(fact, each.value, scene.pack))
    if each.gate is not None and each.gate != scene.derivation.gate:
        return CarryRow(name, 0.0, "", "—", _("Without it the assessment ends"))
    part = (move or 0) / widest
    result = amounts.short(each.registers.get(head.id), head, scene.pack.units)
    words = "" if move is None else amounts.signed(move)
    return CarryRow(name, part, words, result, _why(scene, each))


def _why(scene: Scene, each: Contribution) -> str:
    if not each.changes:
        if each.made_good is None:
            return _("Changes nothing here")
        where = short_cite(each.made_good.cites[0], scene.pack) if each.made_good.cites else each.made_good.title
        return _("Changes nothing: {step} makes good the difference").format(step=where)
    register = driver(scene)
    now, then = scene.derivation.registers[register.id], each.registers.get(register.id)
    if register.id == scene.pack.head.headline or now == then:
        return ""
    shift = amounts.shift(now, then, register, scene.pack.units)
    return _("{register} {shift}").format(register=register.title, shift=shift)


def _lower_move(scene: Scene, then: RegisterValue) -> int | None:
    """How far the lower end moves, in whole units; None when either end is open."""
    before, after = (_lower(each) for each in (scene.derivation.registers[scene.pack.head.headline], then))
    return after - before if before is not None and after is not None else None


def _lower(value: RegisterValue) -> int | None:
    end = value.min if isinstance(value, Interval) else value
    return end if isinstance(end, int) else None


def _priced_row(scene: Scene, fork: Fork, turn: Turn | None) -> PricedRow:
    fact = scene.pack.facts.get(fork.name)
    if fact is None:
        judgment = scene.pack.judgments[fork.name]
        return PricedRow(judgment.title or judgment.ask, "open", "", "", _worth(scene, turn), "")
    prosecution = engine_value(fact, fork.prosecution, scene.pack)
    defence = engine_value(fact, fork.defence, scene.pack)
    name = fact_name(fact)
    if fact.kind is not FactKind.YES_NO:
        name = _("{fact}: {prosecution} or {defence}").format(fact=name, prosecution=prosecution, defence=defence)
    either = [scene.effect(fork.name, value) for value in (fork.defence, fork.prosecution)]
    if_not, if_proved = (result_with(scene, effect) if effect is not None else "…" for effect in either)
    return PricedRow(name, fork.kind, if_not, if_proved, _worth(scene, turn), fact.id)


def _worth(scene: Scene, turn: Turn | None) -> str:
    if turn is None:
        return "…" if scene.rest is None else ""
    if not turn.turns:
        return _("Nothing. Need not be decided") if turn.certain else _("Unknown: not every way was seen")
    head = scene.pack.head.headline
    price = next((each for each in turn.prices if each.register == head), None)
    if price is None:
        return _("Whether there is a sentence at all")
    return _price_words(price)


def _price_words(price: Price) -> str:
    lower, upper = (amounts.end_short(end) for end in (price.greatest.lower, price.greatest.upper))
    words = lower if lower == upper else _("{lower} to {upper}").format(lower=lower, upper=upper)
    unit = ngettext("month", "months", 1 if words == "1" else 2)
    if price.least == price.greatest:
        return f"{words} {unit}"
    return _("Up to {words} {unit}").format(words=words, unit=unit)
