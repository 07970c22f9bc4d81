"""The charts: how the steps moved the result, and where the range lies in the law's frame; with the same in words."""

from collections.abc import Iterator
from typing import Final

from attrs import frozen

from sentencing.amounts import LIFE, Extreme, Interval
from sentencing.engine.derivation import EntryStatus, RegisterValue
from sentencing.memo.drawing import ACCENT, HAIR, INK, INK_2, INK_3, LINE, PALE, PAPER, Sheet, fits, wrapped
from sentencing.memo.matter import Matter
from sentencing.memo.view import Picture
from sentencing.pack.model import Register, RegisterKind

WIDTH: Final = 4270
LABEL: Final = 1500
BARS: Final = (1620, 3560)
MOVE_END: Final = 3860
TEXT: Final = 76
LEADING: Final = 96
ROW: Final = 158
BAR: Final = 66


@frozen
class Move:
    """One row of the waterfall; `floor` is the value before a floor or cap took it on to `after`."""

    title: str
    cite: str
    before: int | Interval | None
    floor: int | None
    after: int | Interval
    move: str
    now: str


def waterfall(matter: Matter) -> Picture | None:
    """How each step moved the score, or the range where the guidance has none."""
    register = _register(matter)
    moves = list(_moves(matter, register)) if register is not None else []
    if register is None or len(moves) < 2:
        return None
    sheet = Sheet(WIDTH, matter.words.catalogue.direction == "rtl")
    scale = max(_top(each.after) for each in moves) or 1
    y = 30
    for each in moves:
        lines = wrapped(each.title, LABEL, TEXT)
        y += LEADING * (len(lines) - 1) // 2
        _row(sheet, each, y, scale, lines)
        y += ROW + LEADING * (len(lines) - 1) // 2
    said = "; ".join(
        f"{each.title} {each.move} → {each.now}" if each.before is not None else f"{each.title} {each.now}"
        for each in moves
    )
    words = matter.words.say("{title}, step by step: {steps}.", title=register.title or register.id, steps=said)
    caption = matter.words.say("Chart 1. How the steps moved the result. The same figures are in annex A.")
    return Picture(caption, sheet.svg(y), words, WIDTH // 10, y // 10)


def _register(matter: Matter) -> Register | None:
    """The score that moves most often, or else the range or figure."""
    for kinds in ((RegisterKind.SCORE,), (RegisterKind.RANGE, RegisterKind.FIGURE)):
        found = [each for each in matter.spoken.values() if each.kind in kinds]
        ranked = sorted(found, key=lambda each: -sum(1 for _ in matter.derivation.moves(each.id)))
        if ranked and sum(1 for _ in matter.derivation.moves(ranked[0].id)) > 1:
            return ranked[0]
    return None


def _moves(matter: Matter, register: Register) -> Iterator[Move]:
    first = True
    for entry in matter.entries():
        changes = [change for change in entry.changes if change.register == register.id]
        if not changes or entry.status is not EntryStatus.APPLIED:
            continue
        before, after = changes[0].before, changes[-1].after
        if before == after or not isinstance(after, int | Interval):
            continue
        before = None if first and changes[0].verb == "set" else before
        first = False
        floor = changes[-1].before if changes[-1].verb == "limit" and len(changes) > 1 else None
        yield Move(
            title=entry.title,
            cite=next(iter(cite.pinpoint for cite in entry.cites), ""),
            before=before if isinstance(before, int | Interval) else None,
            floor=floor if isinstance(floor, int) else None,
            after=after,
            move=matter.words.move(before, after, register) if before is not None else "",
            now=matter.words.short(after, register),
        )


def _row(sheet: Sheet, each: Move, y: int, scale: int, lines: list[str]) -> None:
    top = y - LEADING * (len(lines) - 1) // 2
    beside = each.cite if len(lines) == 1 and fits(f"{lines[-1]} {each.cite}", LABEL, TEXT) else ""
    for number, line in enumerate(lines):
        sheet.text(0, top + 58 + LEADING * number, line, size=TEXT, aside=beside)
    middle = y + 33
    sheet.line(BARS[0], middle, BARS[1], middle)
    _bars(sheet, each, y, scale)
    if isinstance(each.after, int):
        sheet.text(MOVE_END, y + 58, each.move, size=TEXT, bold=True, end=True)
        sheet.text(WIDTH, y + 58, each.now, size=TEXT, fill=INK_3, end=True)
    else:
        sheet.text(WIDTH, y + 58, each.now, size=TEXT, end=True)


def _bars(sheet: Sheet, each: Move, y: int, scale: int) -> None:
    if isinstance(each.after, Interval):
        low, high = _x(_low(each.after), scale), _x(_top(each.after), scale)
        sheet.bar(low, y, max(high - low, 24), BAR, fill=ACCENT)
        return
    if not isinstance(each.before, int):
        sheet.bar(BARS[0], y, _x(each.after, scale) - BARS[0], BAR, fill=LINE)
        return
    start, end = _x(each.before, scale), _x(each.after, scale)
    if end < start:
        sheet.bar(end, y, start - end, BAR, fill=PAPER, stroke=INK_2)
        return
    reached = _x(each.floor, scale) if each.floor is not None and each.floor > each.before else start
    plain = reached if each.floor is not None else end
    sheet.bar(start, y, plain - start, BAR, fill=ACCENT)
    sheet.bar(plain, y, end - plain, BAR, fill=PALE, stroke=ACCENT)


def _x(value: int, scale: int) -> int:
    return BARS[0] + max(value, 0) * (BARS[1] - BARS[0]) // scale


def _top(value: RegisterValue) -> int:
    if isinstance(value, Interval):
        return _whole(value.max, _whole(value.min, 0))
    return value if isinstance(value, int) else 0


def _low(value: Interval) -> int:
    return _whole(value.min, 0)


def _whole(end: object, otherwise: int) -> int:
    return (
        otherwise if isinstance(end, Extreme) else int(str(end).partition("/")[0]) if not isinstance(end, int) else end
    )


# ------------------------------------------------------------------------------------------------------- range bar


def range_bar(matter: Matter) -> Picture | None:
    """The range in the statutory frame, what it becomes if the open facts are found, and the figure proposed."""
    headline = matter.headline
    value = matter.derivation.registers.get(headline.id) if headline is not None else None
    frame = _frame(matter)
    chosen = isinstance(value, Interval) and value.min == value.max
    if headline is None or not isinstance(value, Interval) or chosen or frame is None or headline.id in matter.frames:
        return None
    left, right = 0, WIDTH
    top = _finite_top(frame, value)
    sheet = Sheet(WIDTH, matter.words.catalogue.direction == "rtl")

    def at(end: object, otherwise: int) -> int:
        return left + min(_whole(end, otherwise), top) * (right - left) // top

    y = 20
    sheet.bar(left, y + 20, right - left, 26, fill=HAIR)
    found = matter.assessment.envelopes.get(headline.id)
    said = [matter.words.say("{title} {value}", title=headline.title, value=matter.words.short(value, headline))]
    if found is not None and matter.assessment.turns_on:
        widest = Interval(_end(found.low, value.min), _end(found.high, value.max))
        sheet.hatched(at(widest.min, 0), y, at(widest.max, top) - at(widest.min, 0), BAR)
        said.append(matter.words.say("{value} over all that is open", value=matter.words.short(widest, headline)))
    sheet.bar(at(value.min, 0), y, max(at(value.max, top) - at(value.min, 0), 24), BAR, fill=ACCENT)
    figure = _figure(matter)
    if figure is not None:
        place = at(figure.min, 0)
        sheet.line(place, y - 14, place, y + BAR + 14, stroke=PAPER, width=22)
        sheet.line(place, y - 14, place, y + BAR + 14, stroke=INK, width=12)
    sheet.text(
        left,
        y + 160,
        matter.words.short(Interval(_whole(frame.min, 0), _whole(frame.min, 0)), headline),
        size=70,
        fill=INK_3,
    )
    sheet.text(
        right, y + 160, matter.words.short(Interval(frame.max, frame.max), headline), size=70, fill=INK_3, end=True
    )
    words = matter.words.say(
        "{ranges}, within {frame}.", ranges="; ".join(said), frame=matter.words.short(frame, headline)
    )
    parts = [matter.words.say("Solid: {title}", title=headline.title)]
    if found is not None and matter.assessment.turns_on:
        parts.append(matter.words.say("hatched: over all that is disputed or alleged"))
    if figure is not None:
        parts.append(matter.words.say("line: the term proposed"))
    caption = matter.words.say("Chart 2. The result within the law’s range. {parts}.", parts="; ".join(parts))
    return Picture(caption, sheet.svg(200), words, WIDTH // 10, 20)


def _frame(matter: Matter) -> Interval | None:
    for name in matter.spoken:
        value = matter.derivation.registers.get(name)
        if (
            name in matter.frames
            and isinstance(value, Interval)
            and matter.headline is not None
            and name != matter.headline.id
        ):
            same = matter.spoken[name].quantity is matter.headline.quantity
            if same and not (isinstance(value.max, Extreme) and value.max is not LIFE):
                return value
    return None


def _finite_top(frame: Interval, value: Interval) -> int:
    highest = max(_whole(frame.max, 0), _whole(value.max, 0), _whole(value.min, 0))
    return highest * 5 // 4 if frame.max is LIFE else highest or 1


def _end(end: object, otherwise: object) -> int | Extreme:
    kept = end if isinstance(end, int | Extreme) else otherwise
    return kept if isinstance(kept, int | Extreme) else 0


def _figure(matter: Matter) -> Interval | None:
    for name, register in matter.spoken.items():
        value = matter.derivation.registers.get(name)
        if register.kind is RegisterKind.FIGURE and isinstance(value, Interval) and value.min == value.max:
            return value
    return None
