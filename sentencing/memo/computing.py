"""The computation as the memo sets it out: each step with what it read, what it did, and what it left out and why."""

from collections.abc import Iterator
from typing import Final

from attrs import evolve

from sentencing.amounts import Interval
from sentencing.case.model import Standing
from sentencing.engine.derivation import Change, Entry, EntryStatus, RegisterValue
from sentencing.locale import N_
from sentencing.memo.annexes import Line
from sentencing.memo.matter import Matter
from sentencing.memo.telling import overlaps, owner
from sentencing.memo.view import Gate, Read, Step, Weighed
from sentencing.memo.words import STATUSES
from sentencing.pack.model import Group, RegisterKind

START, AGGRAVATING, MITIGATING, RESULT = "start", "aggravating", "mitigating", "result"
HEADS: Final = {
    START: N_("Starting point"),
    AGGRAVATING: N_("Aggravating"),
    MITIGATING: N_("Mitigating"),
    RESULT: N_("Limits and range"),
}
HEADS_AT_MOST: Final = 6
EXCLUDED, WEIGHING, CONFLICT, REDUCTION = "excluded", "weighing", "conflict", "reduction"


def steps(matter: Matter) -> tuple[Step, ...]:
    """The steps of the computation that stand in the result or were met and excluded, in the order of the law."""
    found = (_step(matter, entry) for entry in matter.entries())
    kept = [step for step in found if step is not None and step.kind != REDUCTION]
    return tuple(_headed(matter, _said_once(kept)))


def _said_once(steps: list[Step]) -> Iterator[Step]:
    """Each remark on overlapping facts at the last step that it concerns, where the reader asks for it."""
    last = {overlap: step.id for step in steps for overlap in step.overlaps}
    for step in steps:
        yield evolve(step, overlaps=tuple(each for each in step.overlaps if last[each] == step.id))


def _headed(matter: Matter, steps: Iterator[Step]) -> Iterator[Step]:
    """Headings where the direction changes, unless the law goes to and fro so often that they would only disturb.

    The steps are never put in another order: a floor works where the law has it.
    """
    kept = list(_without_second_start(steps))
    turns = [step.kind for step in kept if step.kind in HEADS]
    runs = [kind for place, kind in enumerate(turns) if place == 0 or turns[place - 1] != kind]
    last = ""
    for step in kept:
        begins = step.kind in HEADS and step.kind != last and len(runs) <= HEADS_AT_MOST
        last = step.kind if step.kind in HEADS else last
        yield evolve(step, head=matter.words.say(HEADS[step.kind])) if begins else step


def _without_second_start(steps: Iterator[Step]) -> Iterator[Step]:
    """What is set only after the first factors, as a statutory range, is no starting point to the reader."""
    began = False
    for step in steps:
        yield evolve(step, kind=RESULT) if began and step.kind == START else step
        began = began or step.kind in (AGGRAVATING, MITIGATING, RESULT)


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
        matter.words.effect(change, matter.spoken[change.register], name_it=titled, first=change is changes[0])
        for change in changes
        if change.verb != "pick"
    ]
    reads = tuple(_reads(matter, entry))
    told = {"otherwise", entry.title.casefold(), *(read.value.casefold() for read in reads)}
    option = "" if entry.option_title.casefold() in told else entry.option_title
    return Step(
        id=entry.step,
        kind=kind,
        title=entry.title,
        option=option,
        reads=reads,
        effects=tuple(effects),
        said="; ".join(effects),
        cites=matter.words.cites(entry.cites),
        excluded_by=matter.words.cites(entry.excluded_by),
        overlaps=overlaps(matter, [reading.name for reading in entry.readings]),
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
            return WEIGHING if any(reading.word for reading in entry.weights) else ""
        case EntryStatus.APPLIED:
            kinds = [_direction(matter, entry, change) for change in visible(matter, entry) if change.verb != "pick"]
            return next((kind for kind in kinds if kind), "")
    return ""


def _direction(matter: Matter, entry: Entry, change: Change) -> str:
    register = matter.spoken[change.register]
    before, after = change.before, change.after
    if change.verb == "set" and _is_first(matter, entry, change.register):
        return RESULT if change.how.startswith("cell") else START
    if before is None:
        return START
    alone = all(each.verb == "limit" for each in visible(matter, entry))
    if change.verb == "round" or (change.verb == "limit" and (alone or register.kind is RegisterKind.RANGE)):
        return RESULT if before != after else ""
    place, former = _place(matter, change.register, after), _place(matter, change.register, before)
    if place == former:
        return ""
    if place > former:
        return MITIGATING if _only_mitigating(matter, entry) else AGGRAVATING
    return REDUCTION if register.kind is RegisterKind.FIGURE else MITIGATING


def _only_mitigating(matter: Matter, entry: Entry) -> bool:
    """Whether what rises is a tally of what mitigates."""
    groups = {matter.pack.facts[read.id].group for read in _every_read(matter, entry) if read.standing != "open"}
    return bool(groups) and groups <= {Group.MITIGATING, Group.COOPERATION}


def _is_first(matter: Matter, entry: Entry, register: str) -> bool:
    first = next((each for each, _, _ in matter.derivation.moves(register)), None)
    return first is not None and first.step == entry.step


def _place(matter: Matter, register: str, value: RegisterValue) -> tuple[object, ...]:
    if isinstance(value, Interval):
        return (value.max, value.min)
    if isinstance(value, str):
        return (matter.spoken[register].order.index(value),)
    return (value,)


def _reads(matter: Matter, entry: Entry) -> Iterator[Read]:
    """The facts that carried the step: not at their default, or in dispute; failing these the unanswered ones."""
    found = list(_every_read(matter, entry))
    carried = [read for read in found if read.standing != "open"]
    yield from carried or found


def _every_read(matter: Matter, entry: Entry) -> Iterator[Read]:
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
        value = matter.words.inside(matter.words.fact(fact, established[name]))
        yield Read(name, matter.name_of(fact), value, standing, bool(owner(matter, fact)))


def _weights(matter: Matter, entry: Entry) -> Iterator[Weighed]:
    weigh = next((step.weigh for step in matter.pack.steps if step.id == entry.step), None)
    given = any(reading.word for reading in entry.weights)
    for reading in entry.weights:
        fact = matter.pack.facts.get(reading.fact)
        if fact is None or weigh is None or not (reading.word or (given and owner(matter, fact))):
            continue
        word = weigh.labels.get(reading.word, reading.word.replace("-", " "))
        yield Weighed(
            matter.name_of(fact),
            matter.words.inside(word),
            matter.typed(reading.reasons),
            bool(owner(matter, fact)),
            reading.fact,
        )


def _losers(matter: Matter, entry: Entry) -> Iterator[str]:
    step = next((each for each in matter.pack.steps if each.id == entry.step), None)
    register = matter.spoken.get(step.of) if step is not None else None
    if register is None or entry.status is not EntryStatus.APPLIED:
        return
    for each in entry.alternatives:
        yield matter.words.say(
            "{title} would give {value}", title=each.title, value=matter.words.short(each.value, register)
        )


def gates(matter: Matter) -> tuple[Gate, ...]:
    """The gates that were reached."""
    return tuple(
        Gate(entry.title, entry.say, entry.gate.value, matter.words.cites(entry.cites), entry.gate_open)
        for entry in matter.entries()
        if entry.status is EntryStatus.GATE and entry.gate is not None
    )


# --------------------------------------------------------------------------------------------------------- annex A


def lines(matter: Matter) -> tuple[Line, ...]:
    """Annex A: every step of the derivation, with what it read and where it led."""
    return tuple(_line(matter, entry) for entry in matter.entries() if _in_annex(matter, entry))


def not_met(matter: Matter) -> Iterator[str]:
    """The steps whose conditions were not met, each with its rule."""
    for entry in matter.entries():
        if entry.status is EntryStatus.NOT_MET and _in_annex(matter, entry):
            cites = "; ".join(matter.words.cites(entry.cites))
            yield f"{entry.title} ({cites})" if cites else entry.title


def _in_annex(matter: Matter, entry: Entry) -> bool:
    """A step that only moves what the memo may not speak of is left out whole."""
    effects = matter.effects(entry.step)
    return not effects or any(effect.register in matter.spoken for effect in effects)


def _line(matter: Matter, entry: Entry) -> Line:
    changes = visible(matter, entry) if entry.counted else ()
    title = f"{entry.title}: {matter.words.inside(entry.option_title)}" if entry.option_title else entry.title
    reads = [reading for reading in entry.readings if reading.name in matter.pack.facts]
    read = (f"{matter.name_of(matter.pack.facts[each.name])}: {_read_text(matter, each.name)}" for each in reads)
    if entry.judgment is not None and entry.judgment.value is None:
        changes = ()
    applied = entry.status is EntryStatus.APPLIED and entry.judgment is None
    unmoved = matter.words.say("no change") if applied else ""
    last = {change.register: change.after for change in changes}
    after = "; ".join(matter.words.short(value, matter.spoken[name]) for name, value in last.items())
    return Line(
        title=title,
        status=matter.words.say(STATUSES[entry.status]),
        reads="; ".join(read),
        move=", ".join(dict.fromkeys(_how(matter, change) for change in changes)) or unmoved,
        after=after,
        cites=matter.words.cites((*entry.cites, *entry.excluded_by)),
        counted=entry.counted,
        told=entry.status is not EntryStatus.NOT_MET,
    )


def _read_text(matter: Matter, name: str) -> str:
    return matter.words.inside(
        matter.words.fact(matter.pack.facts[name], matter.assessment.question.established.facts[name])
    )


def _how(matter: Matter, change: Change) -> str:
    """The engine's own sign for a change, with the words in it in the memo's language."""
    sign, _, rest = change.how.partition(" ")
    named = {
        "floor": N_("floor {value}"),
        "cap": N_("cap {value}"),
        "cell": N_("cell {value}"),
        "limit": N_("limit {value}"),
    }
    if sign in named:
        return matter.words.say(named[sign], value=rest)
    return change.how.replace("-", "−") if change.how[:1] == "-" else change.how
