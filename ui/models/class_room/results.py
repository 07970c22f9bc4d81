"""The spread of the results as blocks: the figure and the range first, what is the same for everybody in a line."""

from collections.abc import Sequence
from functools import partial

from attrs import frozen

from sentencing.case.class_room.dots import Dots
from sentencing.case.class_room.origins import Origin, Origins, Reference
from sentencing.case.class_room.registers import Line, RegisterSpread
from sentencing.case.class_room.room import Findings, Room, Vote
from sentencing.pack.model import Pack, RegisterKind
from ui.i18n import _, ngettext
from ui.models.class_room.places import Places
from ui.models.class_room.plots import Block, plot_row


@frozen
class ResultsView:
    """Blocks, and notes below them."""

    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()


def results_view(vote: Vote, pack: Pack) -> ResultsView:
    """Where the room lies."""
    found = vote.findings
    if found is None:
        return ResultsView(())
    spreads = _in_order(found.registers, pack)
    differing = [spread for spread in spreads if not _is_same(spread)]
    blocks = [_block(spread, vote.people - vote.stopped, pack) for spread in differing]
    notes = [_same_words(spread, pack) for spread in spreads if _is_same(spread)]
    if vote.stopped:
        notes.append(
            ngettext(
                "The facts of {number} person end at a gate: no figure of theirs is here.",
                "The facts of {number} people end at a gate: no figure of theirs is here.",
                vote.stopped,
            )
        )
    return ResultsView(tuple(blocks), tuple(notes))


def origins_view(found: Findings, pack: Pack) -> ResultsView:
    """How much of the spread comes from the facts, and how much from the weighing."""
    origins = found.origins
    blocks = []
    for origin in sorted(origins.registers, key=partial(_is_no_figure, pack)):
        runs = (origin.as_answered, origin.facts, origin.weighing)
        places = Places(pack.registers[origin.as_answered.register], pack)
        for line in _shared_lines(runs):
            labels = (_("As answered"), _("By the facts alone"), _("By the weighing alone"))
            rows = tuple(
                plot_row(label, _dots(run, line), run.axis, places.short, places.full)
                for label, run in zip(labels, runs, strict=True)
            )
            if any(row.plot is not None for row in rows):
                blocks.append(Block(_title(places, line), rows))
    return ResultsView(tuple(blocks), _held_words(origins))


def votes_view(room: Room, pack: Pack) -> ResultsView:
    """The results before and after the discussion."""
    told = [vote for vote in room.votes if vote.findings is not None]
    first = told[0].findings if told else None
    if first is None or len(room.votes) < 2:
        return ResultsView(())
    blocks = []
    for spread in _in_order(first.registers, pack):
        places = Places(pack.registers[spread.register], pack)
        votes = [(vote, _register(vote, spread.register)) for vote in room.votes]
        for line in _voted_lines([found for _vote, found in votes if found is not None]):
            rows = tuple(
                plot_row(
                    vote_word(vote.number),
                    _dots(found, line) if found is not None else None,
                    spread.axis,
                    places.short,
                    places.full,
                    outlined=vote is not room.votes[-1],
                )
                for vote, found in votes
            )
            if any(row.end for row in rows) or len({row.sentence for row in rows}) > 1:
                blocks.append(Block(_title(places, line), rows))
    return ResultsView(tuple(blocks))


def vote_word(number: int) -> str:
    """A vote in words."""
    return {1: _("First vote"), 2: _("Second vote")}.get(number) or _("Vote {number}").format(number=number)


def width_words(view: ResultsView) -> str:
    """The first block of the origins in a sentence."""
    rows = view.blocks[0].rows if view.blocks else ()
    if not rows or any(row.plot is None for row in rows):
        return ""
    whole, facts, weighing = (row.end or _("nothing") for row in rows)
    words = _("{title}: the middle half spans {whole}, by the facts alone {facts}, by the weighing alone {weighing}.")
    return words.format(title=view.blocks[0].title, whole=whole, facts=facts, weighing=weighing)


def _block(spread: RegisterSpread, reached: int, pack: Pack) -> Block:
    places = Places(pack.registers[spread.register], pack)
    chosen = spread.of(Line.CHOSEN)
    lines = [each.line for each in spread.series]
    note = ""
    if Line.CHOSEN in lines and (chosen is not None or len(lines) == 1):
        lines = [Line.CHOSEN]
        left = reached - (chosen.quartiles.people if chosen is not None else reached)
        if left:
            note = ngettext("{number} person has not chosen.", "{number} people have not chosen.", left)
    elif Line.CHOSEN in lines:
        lines.remove(Line.CHOSEN)
        note = _("Fewer than five have chosen: the whole range of each is shown.")
    rows = tuple(plot_row(_line_word(line), spread.of(line), spread.axis, places.short, places.full) for line in lines)
    return Block(_title(places), rows, note)


def _title(places: Places, line: Line = Line.VALUE) -> str:
    unit = _unit(places)
    word = _line_word(line)
    title = places.register.title
    if word and unit:
        return _("{register}, {line}, in {unit}").format(register=title, line=word.lower(), unit=unit)
    if word or unit:
        return _("{register}, {rest}").format(register=title, rest=word.lower() or _("in {unit}").format(unit=unit))
    return title


def _unit(places: Places) -> str:
    register = places.register
    if register.quantity is None:
        return ""
    return places.pack.units.currency if register.quantity.value == "money" else _("months")


def _line_word(line: Line) -> str:
    return {Line.LOWER: _("Lower end"), Line.UPPER: _("Upper end")}.get(line, "")


def _in_order(spreads: Sequence[RegisterSpread], pack: Pack) -> list[RegisterSpread]:
    """Figures, the headline, then the rest as the guidance has them."""

    def rank(spread: RegisterSpread) -> int:
        if pack.registers[spread.register].kind is RegisterKind.FIGURE:
            return 0
        return 1 if spread.register == pack.head.headline else 2

    return sorted(spreads, key=rank)


def _is_no_figure(pack: Pack, origin: Origin) -> bool:
    return pack.registers[origin.as_answered.register].kind is not RegisterKind.FIGURE


def _is_same(spread: RegisterSpread) -> bool:
    return bool(spread.series) and all(
        each.dots is not None and each.dots.quartiles.whole == 0 for each in spread.series
    )


def _same_words(spread: RegisterSpread, pack: Pack) -> str:
    places = Places(pack.registers[spread.register], pack)
    values = [places.full(each.dots.quartiles.median) for each in spread.series if each.dots is not None]
    said = values[0] if len(set(values)) == 1 else _("{low} to {high}").format(low=values[0], high=values[-1])
    return _("{register}: {value} for everybody.").format(register=places.register.title, value=said)


def _shared_lines(spreads: Sequence[RegisterSpread]) -> tuple[Line, ...]:
    """One line where everybody has one value; both ends of ranges and of figures that somebody left open."""
    lines = {each.line for spread in spreads for each in spread.series}
    if lines <= {Line.CHOSEN} or lines <= {Line.VALUE}:
        return tuple(lines)
    return tuple(line for line in (Line.LOWER, Line.UPPER) if line in lines)


def _voted_lines(spreads: Sequence[RegisterSpread]) -> tuple[Line, ...]:
    """The chosen figures alone where they may be told in every vote."""
    if all(spread.of(Line.CHOSEN) is not None for spread in spreads):
        return (Line.CHOSEN,)
    return _shared_lines(spreads)


def _dots(spread: RegisterSpread, line: Line) -> Dots | None:
    """An end of a group; where everybody chose a figure it is both ends."""
    if line in (each.line for each in spread.series):
        return spread.of(line)
    return spread.of(Line.CHOSEN)


def _register(vote: Vote, register: str) -> RegisterSpread | None:
    if vote.findings is None:
        return None
    return next((each for each in vote.findings.registers if each.register == register), None)


def _held_words(origins: Origins) -> tuple[str, ...]:
    if origins.reference is Reference.MEDIAN:
        held = _("Held still: the facts and the weighing of the participant whose result is the median.")
    else:
        held = _("Held still: the facts and the judgments of the exercise as it was handed out.")
    if not origins.left_open:
        return (held,)
    left = ngettext(
        "{number} chosen amount lies outside the range of the facts held still. There it is left open.",
        "{number} chosen amounts lie outside the range of the facts held still. There they are left open.",
        origins.left_open,
    )
    return (held, left)
