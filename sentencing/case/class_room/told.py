"""A room as plain records of text: what the command line writes. Groups that are not told are null."""

from collections.abc import Sequence

from sentencing.amounts import End, Extreme, Interval, number_text
from sentencing.case.class_room.dots import Dots
from sentencing.case.class_room.origins import Origins
from sentencing.case.class_room.registers import RegisterSpread
from sentencing.case.class_room.room import Findings, Room, Vote
from sentencing.case.class_room.splits import Split
from sentencing.case.class_room.tallies import FactTally, WordTally
from sentencing.engine.derivation import register_text
from sentencing.engine.record import fact_text
from sentencing.engine.results import spread_text
from sentencing.pack.model import Pack, Register


def room_record(room: Room, pack: Pack) -> dict[str, object]:
    """The whole room. `pack` is the open pack."""
    changes = room.changes
    return {
        "votes": [_vote(vote, pack) for vote in room.votes],
        "changes": None
        if changes is None
        else {"both": changes.both, "result": changes.result, "facts": dict(changes.facts)},
        "refused": {each.name: [problem.sentence() for problem in each.problems] for each in room.refused},
        "beyond": room.beyond,
    }


def place_text(value: End, register: Register, pack: Pack) -> str:
    """A place in a register as text: an amount, points, or the label of a category."""
    if register.quantity is not None:
        return register_text(Interval(value, value), register, pack.units)
    if isinstance(value, Extreme):
        return value.text
    if not register.order:
        return number_text(value)
    below = register.order[int(value)]
    return below if value == int(value) else f"{below} to {register.order[int(value) + 1]}"


def _vote(vote: Vote, pack: Pack) -> dict[str, object]:
    record: dict[str, object] = {"vote": vote.number, "people": vote.people}
    return record | ({"told": False} if vote.findings is None else _findings(vote.findings, vote.stopped, pack))


def _findings(found: Findings, stopped: int, pack: Pack) -> dict[str, object]:
    return {
        "told": True,
        "stopped": stopped,
        "results": _registers(found.registers, pack),
        "facts": {tally.fact: _fact(tally, pack) for tally in found.facts},
        "weights": _words(found.weights),
        "choices": _words(found.choices),
        "splits": [_split(split, pack) for split in found.splits],
        "origins": _origins(found.origins, pack),
    }


def _registers(spreads: Sequence[RegisterSpread], pack: Pack) -> dict[str, object]:
    return {
        spread.register: {
            each.line.value: _quartiles(each.dots, pack.registers[spread.register], pack) for each in spread.series
        }
        for spread in spreads
    }


def _quartiles(dots: Dots | None, register: Register, pack: Pack) -> dict[str, object] | None:
    if dots is None:
        return None
    found = dots.quartiles
    places = {
        "least": found.least,
        "lower": found.lower,
        "median": found.median,
        "upper": found.upper,
        "most": found.most,
    }
    return {"people": found.people} | {name: place_text(value, register, pack) for name, value in places.items()}


def _fact(tally: FactTally, pack: Pack) -> dict[str, object] | None:
    if not tally.is_told:
        return None
    fact = pack.facts[tally.fact]
    return {
        "answered": tally.answered,
        "standings": {standing.value: people for standing, people in tally.standings},
        "values": {fact_text(fact, each.value, pack.units): each.people for each in tally.values},
    }


def _words(tallies: Sequence[WordTally]) -> list[dict[str, object]]:
    return [
        {"step": tally.step, "subject": tally.subject, "words": dict(tally.words) if tally.is_told else None}
        for tally in tallies
    ]


def _split(split: Split, pack: Pack) -> dict[str, object]:
    fact = pack.facts[split.fact]
    headline = pack.registers[pack.head.headline]
    return {
        "fact": split.fact,
        "moves": {
            name: spread_text(move, pack.registers[name], pack) for name, move in split.moves.items() if move != 0
        },
        "sides": [
            {
                "value": fact_text(fact, side.value, pack.units),
                "people": side.people,
                headline.id: register_text(side.registers[headline.id], headline, pack.units),
                "gate": side.gate,
            }
            for side in split.sides
        ],
    }


def _origins(found: Origins, pack: Pack) -> dict[str, object]:
    return {
        "held": found.reference.value,
        "left-open": found.left_open,
        "as-answered": _registers([each.as_answered for each in found.registers], pack),
        "by-facts": _registers([each.facts for each in found.registers], pack),
        "by-weighing": _registers([each.weighing for each in found.registers], pack),
    }
