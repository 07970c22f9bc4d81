"""What the law leaves to a person, as the memo tells it: judgments with bounds and reasons, the figure, and orders."""

from attrs import evolve

from sentencing.amounts import Interval, Quantity, number_text
from sentencing.engine.derivation import Entry, JudgmentReading
from sentencing.memo.matter import Matter
from sentencing.memo.view import Decision, Order
from sentencing.pack.model import Judgment, JudgmentKind, Pick, RegisterKind


def decisions(matter: Matter) -> tuple[Decision, ...]:
    """The judgments that the steps used and that this memo may speak of, orders aside."""
    found: dict[str, Decision] = {}
    for entry in matter.entries():
        reading = entry.judgment
        if reading is None or not entry.counted or not _may_tell(matter, entry):
            continue
        found[reading.id] = _decision(matter, entry, reading)
    for judgment in matter.pack.judgments.values():
        made = matter.judgment(judgment.id)
        plain = judgment.kind in (JudgmentKind.YES_NO, JudgmentKind.CHOICE) and made is not None and made.value
        if plain and made is not None and judgment.id not in found:
            found[judgment.id] = _made(matter, judgment, matter.words.inside(judgment.label(made.value)), "", ())
    return tuple(found.values())


def _may_tell(matter: Matter, entry: Entry) -> bool:
    changed = {change.register for change in entry.changes}
    changed |= {effect.register for effect in matter.effects(entry.step) if isinstance(effect, Pick)}
    return bool(changed & set(matter.spoken))


def _decision(matter: Matter, entry: Entry, reading: JudgmentReading) -> Decision:
    register = _register_of(matter, entry)
    value = _judged(matter, register, reading.value)
    judgment = matter.pack.judgments.get(reading.id)
    if judgment is None:
        judgment = Judgment(reading.id, JudgmentKind.FRACTION, entry.title, cites=entry.cites)
    labels = isinstance(reading.source, tuple) and any(isinstance(each, str) for each in reading.source)
    bounds = "" if labels else _judged(matter, register, reading.source)
    return evolve(
        _made(matter, judgment, value, bounds, (entry.title,)),
        departure=reading.departure,
        rejected=_judged(matter, register, reading.rejected),
        proposes=bool(register) and register == _figure(matter),
    )


def _made(matter: Matter, judgment: Judgment, value: str, bounds: str, titles: tuple[str, ...]) -> Decision:
    made = matter.judgment(judgment.id)
    grounds = [matter.pack.facts[name] for name in (made.grounds if made else ()) if name in matter.pack.facts]
    return Decision(
        id=judgment.id,
        title=judgment.title or (titles[0] if titles else judgment.ask),
        ask=judgment.ask,
        value=value,
        bounds=bounds,
        reasons=matter.typed(made.reasons) if made else "",
        grounds=tuple(matter.words.inside(matter.name_of(fact)) for fact in grounds),
        prosecution=made.prosecution if made else "",
        defence=made.defence if made else "",
        cites=matter.words.cites(judgment.cites),
    )


def _register_of(matter: Matter, entry: Entry) -> str:
    changed = [change.register for change in entry.changes if change.register in matter.spoken]
    effects = matter.effects(entry.step)
    picked = [effect.register for effect in effects if isinstance(effect, Pick) and effect.register in matter.spoken]
    return next(iter((*picked, *changed)), "")


def _judged(matter: Matter, register: str, value: object) -> str:
    """A judgment's value or bounds as text: an amount, a fraction or a label."""
    known = matter.spoken.get(register)
    if isinstance(value, Interval) and known is not None:
        first, second = matter.words.both(value, known)
        return f"{first} ({second})" if second else first
    if isinstance(value, Interval):
        return matter.words.interval(value, Quantity.TIME)
    if isinstance(value, tuple):
        pair = [each if isinstance(each, str) else number_text(each) for each in value]
        return matter.words.say("{least} to {most}", least=pair[0], most=pair[-1]) if pair else ""
    if value is None:
        return ""
    return matter.words.inside(str(value).replace("-", " ")) if isinstance(value, str) else str(value)


def _figure(matter: Matter) -> str:
    """The register that holds what this court would do, if the memo may speak of it."""
    figures = [name for name, register in matter.spoken.items() if register.kind is RegisterKind.FIGURE]
    if matter.pack.head.headline in figures:
        return matter.pack.head.headline
    time = [name for name in figures if matter.spoken[name].quantity is Quantity.TIME]
    return next(iter((*time, *figures)), "")


def proposal(matter: Matter) -> tuple[str, str]:
    """The title and the value of the figure, when it was chosen."""
    name = _figure(matter)
    value = matter.derivation.registers.get(name) if name else None
    if not isinstance(value, Interval) or value.min != value.max or matter.derivation.gate is not None:
        return (matter.spoken[name].title or name, "") if name else ("", "")
    return matter.spoken[name].title or name, matter.words.value(value, matter.spoken[name])


def orders(matter: Matter) -> tuple[Order, ...]:
    """The orders on which a position was taken."""
    found = []
    for judgment in matter.pack.judgments.values():
        made = matter.judgment(judgment.id)
        if judgment.kind is JudgmentKind.ORDER and made is not None and made.value:
            title = judgment.title or judgment.ask
            found.append(Order(title, made.value, matter.typed(made.reasons), matter.words.cites(judgment.cites)))
    return tuple(found)
