"""An assessment as text for a terminal: the result, how it comes about, what is disputed and what it is worth."""

import sys
from collections.abc import Iterator

from rich.box import SIMPLE
from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from sentencing.amounts import End, Interval, interval_text
from sentencing.engine.assessment import Assessment, Price, Way
from sentencing.engine.derivation import Entry, EntryStatus, register_text, state_text
from sentencing.engine.results import envelope_text, spread_text, way_text
from sentencing.pack.model import Cite, GateKind, Pack, Register, Status

WIDTH = 100
"""What a file or a pipe gets; a terminal says its own width."""
_STATUS = {
    Status.OFFICIAL: "official",
    Status.REVIEWED: "reviewed",
    Status.DRAFT: "draft, not checked by its authority",
    Status.TRAINING: "for training, not law",
}
_GATES = {GateKind.STOP: "STOP", GateKind.REFER: "REFER", GateKind.WARN: "NOTE"}


def terminal() -> Console:
    """Standard output without markup: what a case says is never a command."""
    width = None if sys.stdout.isatty() else WIDTH
    return Console(file=sys.stdout, markup=False, emoji=False, highlight=False, soft_wrap=False, width=width)


def report(pack: Pack, assessment: Assessment, accused: str, count: str) -> None:
    """Print what the engine says of one accused and count. `pack` is the open pack."""
    console = terminal()
    head = pack.head
    console.print(f"{accused} {count}".strip(), style="bold")
    console.print(f"{head.title}, edition {head.edition.id} ({_STATUS[head.status]})")
    console.print("Advisory. The person decides and gives reasons.\n")
    for entry in assessment.established.entries:
        if entry.status is EntryStatus.GATE and entry.gate is not None:
            open_ = " (only if a disputed fact is found)" if entry.gate_open else ""
            console.print(f"{_GATES[entry.gate]}{open_}: {entry.title}. {entry.say}  [{_cited(entry.cites)}]")
    for said in assessment.established.contradictions:
        console.print(f"These answers cannot stand together: {said}")
    console.print(_result(pack, assessment))
    console.print("How it comes about", style="bold")
    console.print(_steps(pack, assessment))
    if assessment.question.forks:
        console.print("What is disputed, alleged or undecided", style="bold")
        console.print(_forks(pack, assessment))
        for line in _ends(pack, assessment):
            console.print(Padding(line, (0, 0, 0, 2)))
        console.print()
    if assessment.question.missing:
        names = ", ".join(assessment.question.missing)
        console.print(f"Not answered, read as the guidance's default: {names}. The result is provisional.\n")


def _result(pack: Pack, assessment: Assessment) -> Table:
    """The shown registers, in each run where something forks."""
    table = _table()
    runs = {"established": assessment.established}
    if assessment.question.forks:
        runs |= {"prosecution's case": assessment.prosecution, "defence's case": assessment.defence}
    table.add_column("Result")
    for name in runs:
        table.add_column(name if len(runs) > 1 else "")
    if len(runs) > 1:
        table.add_column("over all forks")
    states = [state_text(run, pack) for run in runs.values()]
    for name, register in pack.registers.items():
        if register.shown:
            envelope = assessment.envelopes.get(name)
            ends = [envelope_text(envelope, register, pack) if envelope is not None else ""] if len(runs) > 1 else []
            table.add_row(register.title, *(state[name] for state in states), *ends)
    return table


def _steps(pack: Pack, assessment: Assessment) -> Table:
    table = _table()
    for title in ("Step", "Rule", "Effect"):
        table.add_column(title)
    for entry in assessment.established.entries:
        effect = "; ".join(_effects(pack, entry))
        if effect:
            title = f"{entry.title}: {entry.option_title}" if entry.option_title else entry.title
            contingent = " (not in every run)" if entry.step in assessment.contingent else ""
            table.add_row(title, _cited(entry.cites), effect + contingent)
    return table


def _effects(pack: Pack, entry: Entry) -> Iterator[str]:
    match entry.status:
        case EntryStatus.EXCLUDED:
            yield f"excluded by {_cited(entry.excluded_by)}"
        case EntryStatus.REPLACED:
            yield f"replaced by {entry.replaced_by}"
        case EntryStatus.CONFLICT:
            yield f"two options hold at once: {', '.join(entry.conflict)}"
        case EntryStatus.APPLIED | EntryStatus.WEIGHED:
            for change in entry.changes:
                register = pack.registers[change.register]
                after = register_text(change.after, register, pack.units)
                told = change.how if change.how.endswith(after) else f"{change.how} → {after}"
                yield f"{register.title.lower()} {told}"
            for weight in entry.weights:
                if weight.word:
                    yield f"{weight.fact} {weight.word}"
            if entry.judgment is not None and entry.judgment.value is None:
                yield f"not decided yet: {entry.judgment.id}{_bounds(pack, entry)}"
        case _:
            return


def _bounds(pack: Pack, entry: Entry) -> str:
    """The range that an open judgment has, where it is one of amounts."""
    judgment = entry.judgment
    if judgment is None or judgment.within is None:
        return ""
    registers = [pack.registers[change.register] for change in entry.changes]
    quantities = [register.quantity for register in registers if register.quantity is not None]
    return f", within {interval_text(judgment.within, quantities[0], pack.units)}" if quantities else ""


def _forks(pack: Pack, assessment: Assessment) -> Table:
    table = _table()
    for title in ("", "Standing", "Prosecution", "Defence", "Worth"):
        table.add_column(title)
    forks = {fork.name: fork for fork in assessment.question.forks}
    for turn in assessment.turns:
        fork = forks[turn.fork]
        sides = (way_text(((fork.name, side),), pack)[fork.name] for side in (fork.prosecution, fork.defence))
        worth = "; ".join(_price(pack, price) for price in turn.prices if price.register == pack.head.headline)
        if not turn.turns:
            worth = "changes nothing, however the rest is found" if turn.certain else "not known"
        table.add_row(fork.name, fork.kind, *sides, worth or "changes the result")
    return table


def _price(pack: Pack, price: Price) -> str:
    """`6 to 12 months at the lower end, 12 months at the upper`: from the least to the greatest move."""
    register = pack.registers[price.register]
    lower = _moves(price.least.lower, price.greatest.lower, register, pack)
    upper = _moves(price.least.upper, price.greatest.upper, register, pack)
    return lower if lower == upper else f"{lower} at the lower end, {upper} at the upper"


def _moves(least: End, greatest: End, register: Register, pack: Pack) -> str:
    if register.quantity is not None:
        return register_text(Interval(least, greatest), register, pack.units)
    first, last = (spread_text(end, register, pack) for end in (least, greatest))
    return first if first == last else f"{first} to {last}"


def _ends(pack: Pack, assessment: Assessment) -> Iterator[str]:
    """The ways that reach the ends of the headline."""
    envelope = assessment.envelopes.get(pack.head.headline)
    if envelope is not None:
        title = pack.registers[pack.head.headline].title
        yield f"{title}, lowest: {_way(pack, envelope.low_way)}"
        yield f"{title}, highest: {_way(pack, envelope.high_way)}"


def _way(pack: Pack, way: Way) -> str:
    return ", ".join(f"{name} {value}" for name, value in way_text(way, pack).items()) or "as established"


def _cited(cites: tuple[Cite, ...]) -> str:
    return ", ".join(f"{cite.source} {cite.pinpoint}".strip() for cite in cites)


def _table() -> Table:
    return Table(box=SIMPLE, pad_edge=False, header_style="bold", show_edge=True)
