"""The result column: headline, how far it can be relied on, range bar, legend, and what moved it."""

from attrs import frozen

from sentencing.amounts import LIFE, UNBOUNDED_ABOVE, UNBOUNDED_BELOW, End, Extreme, Interval, Quantity
from sentencing.engine.derivation import Derivation, Entry, RegisterValue
from sentencing.engine.record import fact_text
from sentencing.memo.words import REMARKS
from sentencing.pack.model import GateKind, Limit, Pack, Pick, Register, RegisterKind
from ui.i18n import _, ngettext
from ui.models import amounts
from ui.models.amounts import Figure
from ui.models.effects import driver, headline_tables
from ui.models.wording import fact_name, short_cite
from ui.session.scene import Scene


@frozen
class LegendRow:
    """One run of the result in figures; `texture` is solid, hatched or dashed."""

    texture: str
    words: str
    value: str


@frozen
class BarSpan:
    """A range on the bar, in months or money, for painting only."""

    low: float
    high: float
    texture: str


@frozen
class Bar:
    """The statutory frame and the ranges in it."""

    low: float
    high: float
    low_text: str
    high_text: str
    spans: tuple[BarSpan, ...]
    spoken: str


@frozen
class MoveRow:
    """One applied step: its move, where it led, and its place on one scale."""

    step: str
    name: str
    cite: str
    note: str
    move: str
    reached: str
    start: float
    turn: float
    """Where the amount ends and a floor or cap begins; equal to `end` when there is none."""
    end: float
    is_base: bool


@frozen
class GateNotice:
    """A gate that was reached: what it says, and whether it ends the assessment or stands open."""

    title: str
    say: str
    kind: GateKind
    is_open: bool


@frozen
class ResultView:
    """Everything in the result column but what needs attention."""

    caption: str
    beside: str
    figure: Figure
    is_complete: bool
    state: str
    gates: tuple[GateNotice, ...]
    bar: Bar | None
    legend: tuple[LegendRow, ...]
    moves: tuple[MoveRow, ...]
    scale: float
    """The end of the moves' common scale."""
    moved: str
    """What the moves are of: `Offense level`."""
    envelope: str
    remarks: tuple[str, ...]


def result_view(scene: Scene) -> ResultView:
    """What the result column shows of a scene."""
    pack, head = scene.pack, scene.pack.registers[scene.pack.head.headline]
    value = scene.derivation.registers[head.id]
    register = driver(scene)
    moves = move_rows(scene.derivation, pack, register)
    stopped = scene.derivation.gate is not None
    return ResultView(
        caption=head.title,
        beside=_beside(scene),
        figure=Figure("—") if stopped else amounts.figure(value, head, pack.units),
        is_complete=not (scene.missing or scene.question.forks),
        state=state_text(scene),
        gates=_gates(scene.derivation),
        bar=None if stopped else _bar(scene, head),
        legend=() if stopped else _legend(scene, head),
        moves=moves,
        scale=max((max(row.start, row.turn, row.end) for row in moves), default=1.0),
        moved=register.title,
        envelope="" if stopped else envelope_text(scene),
        remarks=(*scene.derivation.contradictions, *_remarks(scene)),
    )


def _remarks(scene: Scene) -> tuple[str, ...]:
    """What the evaluation says that a person must know, in the words that the memo has for it; each once."""
    pack = scene.pack
    said = []
    for remark in scene.derivation.remarks:
        fact, judgment = pack.facts.get(remark.subject), pack.judgments.get(remark.subject)
        register = pack.registers.get(remark.subject)
        subject = remark.subject
        if fact is not None:
            subject = fact_name(fact)
        elif judgment is not None:
            subject = judgment.title or judgment.ask
        elif register is not None:
            subject = register.title
        said.append(_(REMARKS.get(remark.kind, remark.kind)).format(subject=subject))
    return tuple(dict.fromkeys(said))


def state_text(scene: Scene) -> str:
    """`Provisional: 1 fact open, 2 disputed`, or `Complete`."""
    missing = len(scene.missing)
    disputed = sum(fork.kind == "disputed" for fork in scene.question.forks)
    alleged = sum(fork.kind == "alleged" for fork in scene.question.forks)
    undecided = sum(fork.kind == "undecided" for fork in scene.question.forks)
    parts = []
    if missing:
        parts.append(ngettext("{number} fact open", "{number} facts open", missing))
    if disputed:
        parts.append(ngettext("{number} disputed", "{number} disputed", disputed))
    if alleged:
        parts.append(ngettext("{number} alleged", "{number} alleged", alleged))
    if undecided:
        parts.append(ngettext("{number} to decide", "{number} to decide", undecided))
    return _("Provisional: {parts}").format(parts=", ".join(parts)) if parts else _("Complete")


def _beside(scene: Scene) -> str:
    """What the headline was read from: `level 17 · category I`."""
    tables = headline_tables(scene.pack)
    return " · ".join(_reading(scene, key) for key in tables[0].keys) if tables else ""


def _reading(scene: Scene, key: str) -> str:
    pack = scene.pack
    fact, register = pack.facts.get(key), pack.registers.get(key.partition(".")[0])
    if fact is not None:
        value = scene.question.established.facts[fact.id]
        return f"{fact_name(fact).lower()} {fact.labels.get(str(value), str(value))}"
    if register is None:
        return ""
    name = register.id.replace("-", " ")  # its title is as long as a caption
    return f"{name} {amounts.short(scene.derivation.registers[register.id], register, pack.units)}"


def _gates(derivation: Derivation) -> tuple[GateNotice, ...]:
    return tuple(
        GateNotice(entry.title, entry.say, entry.gate, entry.gate_open)
        for entry in derivation.entries
        if entry.gate is not None and entry.counted
    )


# ------------------------------------------------------------------------------------------------------------- bar


def frame_register(pack: Pack, head: Register) -> str:
    """The register of the statutory frame: what limits the headline, or bounds the figure picked from it."""
    for step in pack.steps:
        for effects in (step.effects, *(option.effects for option in step.options)):
            for effect in effects:
                if isinstance(effect, Pick) and effect.source == head.id and effect.within:
                    return effect.within
                if isinstance(effect, Limit) and effect.register == head.id:
                    for bound in (effect.at_most, effect.at_least):
                        if bound is not None and not isinstance(bound, int | str):
                            for reference in bound.references():
                                if reference.register and reference.register != head.id:
                                    return reference.register
    return ""


def _bar(scene: Scene, head: Register) -> Bar | None:
    if head.kind not in (RegisterKind.RANGE, RegisterKind.FIGURE):
        return None
    runs = _runs(scene)
    values = [(texture, value) for texture, _, value in runs if isinstance(value, Interval)]
    if not values or values[0][0] != "solid":
        return None
    frame_id = frame_register(scene.pack, head)
    frame = scene.derivation.registers.get(frame_id) if frame_id else None
    low, high = frame if isinstance(frame, Interval) else Interval(UNBOUNDED_BELOW, UNBOUNDED_ABOVE)
    tops = [_finite(end) for _, value in values for end in value]
    top = _finite(high) or max((end for end in tops if end is not None), default=None)
    if top is None:
        return None
    if isinstance(high, Extreme):
        top = top * 1.15 or 1.0
    spans = tuple(BarSpan(_finite(v.min) or 0.0, _at(v.max, top), texture) for texture, v in values)
    spoken = "; ".join(f"{words} {amounts.full(value, head, scene.pack.units)}" for _, words, value in runs)
    return Bar(_finite(low) or 0.0, top, _low_text(low), _high_text(high, head, scene), spans, spoken)


def _low_text(low: End) -> str:
    return "0" if isinstance(low, Extreme) else amounts.end_short(low)


def _high_text(high: End, head: Register, scene: Scene) -> str:
    if high is LIFE:
        return _("life, statutory maximum")
    if isinstance(high, Extreme):
        return ""
    if head.quantity is Quantity.MONEY:
        return _("{amount} {currency}, statutory maximum").format(
            amount=amounts.end_short(high), currency=scene.pack.units.currency
        )
    return _("{months} months, statutory maximum").format(months=amounts.end_short(high))


def _finite(end: End) -> float | None:
    return None if isinstance(end, Extreme) else float(end)


def _at(end: End, top: float) -> float:
    found = _finite(end)
    return top if found is None else found


def _runs(scene: Scene) -> tuple[tuple[str, str, RegisterValue], ...]:
    """(texture, words, headline) as the case stands, with disputed and alleged facts proved, with open facts too."""
    head = scene.pack.head.headline
    runs: list[tuple[str, str, RegisterValue]] = [("solid", _("As the case stands"), scene.derivation.registers[head])]
    forks, missing = scene.question.forks, scene.missing
    if forks:
        proved = scene.rest.assessment.prosecution.registers[head] if scene.rest is not None else None
        runs.append(("hatched", _proved_words(scene), proved))
    if missing:
        found = _open_value(scene, head)
        words = _("And the open fact is found") if len(missing) == 1 else _("And the open facts are found")
        runs.append(("dashed", words if forks else words.replace(_("And the"), _("If the")), found))
    return tuple(runs)


def _open_value(scene: Scene, head: str) -> RegisterValue:
    run = scene.rest.assessment.open_run if scene.rest is not None else None
    return run.registers[head] if run is not None and run.gate is None else None


def _proved_words(scene: Scene) -> str:
    kinds = {fork.kind for fork in scene.question.forks}
    if kinds == {"disputed"}:
        return _("If the disputed facts are proved")
    if kinds == {"alleged"}:
        return _("If the alleged facts are proved")
    return _("If disputed and alleged are proved")


def _legend(scene: Scene, head: Register) -> tuple[LegendRow, ...]:
    units = scene.pack.units
    waiting = scene.rest is None
    return tuple(
        LegendRow(texture, words, "…" if waiting and value is None else amounts.short(value, head, units))
        for texture, words, value in _runs(scene)
    )


def envelope_text(scene: Scene) -> str:
    """The ends over every way that disputed and alleged facts may be decided; empty when none is, or not yet known."""
    if not scene.question.forks or scene.rest is None:
        return ""
    head = scene.pack.registers[scene.pack.head.headline]
    envelope = scene.rest.assessment.envelopes.get(head.id)
    if envelope is None:
        return ""
    ends = _ends(envelope.low, envelope.high)
    if envelope.exact:
        return _("Whatever is proved: {ends}").format(ends=ends)
    return _("Whatever is proved: at least {ends}").format(ends=ends)


def _ends(low: int | str | End | None, high: int | str | End | None) -> str:
    if low is None or high is None or isinstance(low, str) or isinstance(high, str):
        return f"{low}–{high}"
    return amounts.joined(Interval(low, high), amounts.end_short)


# ----------------------------------------------------------------------------------------------------------- moves


def move_rows(derivation: Derivation, pack: Pack, register: Register) -> tuple[MoveRow, ...]:
    """The steps that moved a register, in the order of the law."""
    rows: list[MoveRow] = []
    for entry, before, after in derivation.moves(register.id):
        if before != after:
            rows.append(_row(entry, before, after, pack, register, is_base=not rows))
    return tuple(rows)


def _row(
    entry: Entry, before: RegisterValue, after: RegisterValue, pack: Pack, register: Register, *, is_base: bool
) -> MoveRow:
    changes = [change for change in entry.changes if change.register == register.id]
    notes = [amounts.how_text(change.how) for change in changes[1:]]
    turn = changes[0].after if len(changes) > 1 else after
    return MoveRow(
        step=entry.step,
        name=_step_name(entry, pack),
        cite=short_cite(entry.cites[0], pack) if entry.cites else "",
        note=", ".join(notes),
        move="" if is_base else amounts.move(before, after, register, pack.units),
        reached=amounts.short(after, register, pack.units),
        start=0.0 if is_base else _place(before, register),
        turn=_place(turn, register),
        end=_place(after, register),
        is_base=is_base,
    )


def _step_name(entry: Entry, pack: Pack) -> str:
    """The name of the one fact that the step applied to, which is short; its title when there are several, or none."""
    said = [
        pack.facts[reading.name]
        for reading in entry.readings
        if reading.name in pack.facts
        and reading.value != fact_text(pack.facts[reading.name], pack.facts[reading.name].default, pack.units)
    ]
    return fact_name(said[0]) if len(said) == 1 else entry.title


def _place(value: RegisterValue, register: Register) -> float:
    """Where a value stands on the scale, for painting."""
    match value:
        case None:
            return 0.0
        case Interval():
            low = _finite(value.min)
            return low if low is not None else _finite(value.max) or 0.0
        case int():
            return float(value)
        case str():
            return float(register.order.index(value)) if value in register.order else 0.0
