"""The computation as the memo sets it out: each step with what it read, what it did, and what it left out and why."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from sentencing.amounts import Interval, Quantity, number_text
from sentencing.case.model import Standing
from sentencing.engine.derivation import Change, Entry, EntryStatus, JudgmentReading, RegisterValue
from sentencing.memo.matter import Matter
from sentencing.memo.telling import overlaps, owner
from sentencing.memo.view import Decision, Gate, Line, Order, Read, Step, Weighed
from sentencing.memo.words import STATUSES, inside
from sentencing.pack.model import Judgment, JudgmentKind, Pick, RegisterKind

START, AGGRAVATING, MITIGATING, RESULT = "start", "aggravating", "mitigating", "result"
HEADS: Final = {START: "Starting point", AGGRAVATING: "Aggravating", MITIGATING: "Mitigating", RESULT: "The range"}
HEADS_AT_MOST: Final = 6
EXCLUDED, WEIGHING, CONFLICT, REDUCTION = "excluded", "weighing", "conflict", "reduction"


def steps(matter: Matter) -> tuple[Step, ...]:
    """The steps of the computation that stand in the result or were met and excluded, in the order of the law."""
    found = (_step(matter, entry) for entry in matter.entries())
    kept = [step for step in found if step is not None and step.kind != REDUCTION]
    return tuple(_headed(matter, _said_once(kept)))


def _said_once(steps: list[Step]) -> Iterator[Step]:
    """Each remark on overlapping facts at the first step that it concerns."""
    said: set[str] = set()
    for step in steps:
        yield evolve(step, overlaps=tuple(each for each in step.overlaps if each not in said))
        said.update(step.overlaps)


def _headed(matter: Matter, steps: Iterator[Step]) -> Iterator[Step]:
    """Headings where the direction changes, unless the law goes to and fro so often that they would only disturb.

    The steps are never put in another order: a floor works where the law has it.
    """
    kept = list(steps)
    turns = [step.kind for step in kept if step.kind in HEADS]
    runs = [kind for place, kind in enumerate(turns) if place == 0 or turns[place - 1] != kind]
    last = ""
    for step in kept:
        begins = step.kind in HEADS and step.kind != last and len(runs) <= HEADS_AT_MOST
        last = step.kind if step.kind in HEADS else last
        yield evolve(step, head=matter.words.say(HEADS[step.kind])) if begins else step


def reductions(matter: Matter) -> tuple[Step, ...]:
    """The steps that lower the figure itself, after it was chosen."""
    found = (_step(matter, entry) for entry in matter.entries())
    return tuple(step for step in found if step is not None and step.kind == REDUCTION)


def replaced(matter: Matter) -> tuple[Step, ...]:
    """The steps that another guideline took the place of."""
    found = []
    for entry in matter.entries():
        if entry.status is EntryStatus.REPLACED and visible(matter, entry):
            by = next((step.title for step in matter.pack.steps if entry.replaced_by in _ids(matter, step.id)), "")
            found.append(Step(entry.step, "replaced", entry.title, by, cites=matter.words.cites(entry.cites)))
    return tuple(found)


def _ids(matter: Matter, step: str) -> tuple[str, ...]:
    return next((each.id, *(option.id for option in each.options)) for each in matter.pack.steps if each.id == step)


def _step(matter: Matter, entry: Entry) -> Step | None:
    kind = _kind(matter, entry)
    if not kind:
        return None
    changes = visible(matter, entry)
    titled = len({change.register for change in changes}) > 1 or _several_scores(matter)
    effects = [
        matter.words.effect(change, matter.spoken[change.register], name_it=titled) for change in changes
    ]  # fmt: skip
    option = entry.option_title if entry.option_title.casefold() != entry.title.casefold() else ""
    return Step(
        id=entry.step,
        kind=kind,
        title=entry.title,
        option="" if option.casefold() in ("otherwise", "") else option,
        reads=tuple(_reads(matter, entry)),
        effects=tuple(effects),
        said="; ".join(effects),
        cites=matter.words.cites(entry.cites),
        excluded_by=matter.words.cites(entry.excluded_by),
        overlaps=overlaps(matter, [reading.name for reading in entry.readings]) if kind != EXCLUDED else (),
        weights=tuple(_weights(matter, entry)),
        losers=tuple(_losers(matter, entry)),
        note=entry.note if kind in (EXCLUDED, CONFLICT) else "",
        stage=matter.pack.stages[entry.stage].title if entry.stage in matter.pack.stages else "",
    )


def visible(matter: Matter, entry: Entry) -> tuple[Change, ...]:
    """The changes that this memo may speak of."""
    return tuple(change for change in entry.changes if change.register in matter.spoken)


def _several_scores(matter: Matter) -> bool:
    return sum(register.kind is RegisterKind.SCORE for register in matter.spoken.values()) > 1


def _kind(matter: Matter, entry: Entry) -> str:
    """What sort of step it is to the reader; empty when the computation does not tell it."""
    match entry.status:
        case EntryStatus.EXCLUDED:
            return EXCLUDED
        case EntryStatus.CONFLICT:
            return CONFLICT
        case EntryStatus.WEIGHED:
            return WEIGHING
        case EntryStatus.APPLIED:
            kinds = [_direction(matter, change) for change in visible(matter, entry) if change.verb != "pick"]
            return next((kind for kind in kinds if kind), "")
    return ""


def _direction(matter: Matter, change: Change) -> str:
    register = matter.spoken[change.register]
    before, after = change.before, change.after
    if before is None:
        return RESULT if change.how.startswith("cell") else START
    if register.kind is RegisterKind.RANGE and change.verb == "limit" or change.verb == "round":
        return RESULT if before != after else ""
    place, former = _place(matter, change.register, after), _place(matter, change.register, before)
    if place == former:
        return ""
    if place > former:
        return AGGRAVATING
    return REDUCTION if register.kind is RegisterKind.FIGURE else MITIGATING


def _place(matter: Matter, register: str, value: RegisterValue) -> tuple[object, ...]:
    if isinstance(value, Interval):
        return (value.max, value.min)
    if isinstance(value, str):
        return (matter.spoken[register].order.index(value),)
    return (value,)


def _reads(matter: Matter, entry: Entry) -> Iterator[Read]:
    """The facts that carried the step: those that are not at their default, are in dispute, or were not answered."""
    established = matter.assessment.question.established.facts
    for name in dict.fromkeys(reading.name for reading in entry.readings):
        fact = matter.pack.facts.get(name)
        if fact is None:
            continue
        answer = matter.answer(name)
        missing = answer is None and name in matter.assessment.question.missing
        forked = answer is not None and answer.standing in (Standing.DISPUTED, Standing.ALLEGED)
        if established[name] == fact.default and not forked and not missing:
            continue
        standing = "open" if missing else answer.standing.value if answer is not None else ""
        value = inside(matter.words.fact(fact, established[name]))
        yield Read(name, matter.name_of(fact), value, standing, bool(owner(matter, fact)))


def _weights(matter: Matter, entry: Entry) -> Iterator[Weighed]:
    weigh = next((step.weigh for step in matter.pack.steps if step.id == entry.step), None)
    for reading in entry.weights:
        fact = matter.pack.facts.get(reading.fact)
        if fact is None or weigh is None or not (reading.word or owner(matter, fact)):
            continue
        word = weigh.labels.get(reading.word, reading.word.replace("-", " "))
        yield Weighed(
            matter.name_of(fact), inside(word), matter.typed(reading.reasons), bool(owner(matter, fact)), reading.fact
        )


def _losers(matter: Matter, entry: Entry) -> Iterator[str]:
    step = next((each for each in matter.pack.steps if each.id == entry.step), None)
    register = matter.spoken.get(step.of) if step is not None else None
    if register is None or entry.status is not EntryStatus.APPLIED:
        return
    for each in entry.alternatives:
        yield matter.words.say("{title} would give {value}", title=each.title, value=matter.words.short(each.value, register))


# ---------------------------------------------------------------------------------------------- gates, judgments


def gates(matter: Matter) -> tuple[Gate, ...]:
    """The gates that were reached."""
    return tuple(
        Gate(entry.title, entry.say, entry.gate.value, matter.words.cites(entry.cites), entry.gate_open)
        for entry in matter.entries()
        if entry.status is EntryStatus.GATE and entry.gate is not None
    )


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
            found[judgment.id] = _made(matter, judgment, inside(judgment.label(made.value)), "", ())
    return tuple(found.values())


def _may_tell(matter: Matter, entry: Entry) -> bool:
    changed = {change.register for change in entry.changes}
    step = next(each for each in matter.pack.steps if each.id == entry.step)
    effects = (*step.effects, *(each for option in step.options for each in option.effects))
    changed |= {effect.register for effect in effects if isinstance(effect, Pick)}
    return bool(changed & set(matter.spoken))


def _decision(matter: Matter, entry: Entry, reading: JudgmentReading) -> Decision:
    register = _register_of(matter, entry)
    value = _judged(matter, register, reading.value)
    judgment = matter.pack.judgments.get(reading.id)
    if judgment is None:
        judgment = Judgment(reading.id, JudgmentKind.FRACTION, entry.title, cites=entry.cites)
    bounds = _judged(matter, register, reading.source)
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
        grounds=tuple(inside(matter.name_of(fact)) for fact in grounds),
        prosecution=made.prosecution if made else "",
        defence=made.defence if made else "",
        cites=matter.words.cites(judgment.cites),
    )


def _register_of(matter: Matter, entry: Entry) -> str:
    changed = [change.register for change in entry.changes if change.register in matter.spoken]
    step = next(each for each in matter.pack.steps if each.id == entry.step)
    effects = (*step.effects, *(each for option in step.options for each in option.effects))
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
    return inside(str(value).replace("-", " ")) if isinstance(value, str) else str(value)


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


# --------------------------------------------------------------------------------------------------------- annex A


def lines(matter: Matter) -> tuple[Line, ...]:
    """Annex A: every step of the derivation, with what it read and where it led."""
    return tuple(_line(matter, entry) for entry in matter.entries() if _in_annex(matter, entry))


def _in_annex(matter: Matter, entry: Entry) -> bool:
    """A step that only moves what the memo may not speak of is left out whole."""
    step = next(each for each in matter.pack.steps if each.id == entry.step)
    effects = (*step.effects, *(each for option in step.options for each in option.effects))
    return not effects or any(effect.register in matter.spoken for effect in effects)


def _line(matter: Matter, entry: Entry) -> Line:
    changes = visible(matter, entry) if entry.counted else ()
    title = f"{entry.title}: {inside(entry.option_title)}" if entry.option_title else entry.title
    reads = [reading for reading in entry.readings if reading.name in matter.pack.facts]
    read = (f"{matter.name_of(matter.pack.facts[each.name])}: {_read_text(matter, each.name)}" for each in reads)
    last = {change.register: change.after for change in changes}
    after = "; ".join(matter.words.short(value, matter.spoken[name]) for name, value in last.items())
    return Line(
        title=title,
        status=matter.words.say(STATUSES[entry.status]),
        reads="; ".join(read),
        move=", ".join(_how(matter, change) for change in changes),
        after=after,
        cites=matter.words.cites((*entry.cites, *entry.excluded_by)),
        counted=entry.counted,
    )


def _read_text(matter: Matter, name: str) -> str:
    return inside(matter.words.fact(matter.pack.facts[name], matter.assessment.question.established.facts[name]))


def _how(matter: Matter, change: Change) -> str:
    """The engine's own sign for a change, with the words in it in the memo's language."""
    sign, _, rest = change.how.partition(" ")
    named = {"floor": "floor {value}", "cap": "cap {value}", "cell": "cell {value}", "limit": "limit {value}"}
    if sign in named:
        return matter.words.say(named[sign], value=rest)
    return change.how.replace("-", "−") if change.how[:1] == "-" else change.how
