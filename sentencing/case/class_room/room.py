"""The room: everything that a folder of answer files tells, vote by vote; groups under five people are withheld."""

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from sentencing.case.class_room.folder import Gathered, GoesOn, Participant, Refused, gather
from sentencing.case.class_room.origins import Origins, Reference, origins, reference_of
from sentencing.case.class_room.quartiles import may_be_told
from sentencing.case.class_room.registers import RegisterSpread, axis_of, spread
from sentencing.case.class_room.splits import Split, splits
from sentencing.case.class_room.tallies import (
    FactTally,
    WordTally,
    choice_tallies,
    fact_tallies,
    weight_tallies,
)
from sentencing.case.exercise import Exercise
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import Pack


@frozen
class Findings:
    """What one vote shows."""

    registers: tuple[RegisterSpread, ...]
    facts: tuple[FactTally, ...]
    weights: tuple[WordTally, ...]
    choices: tuple[WordTally, ...]
    splits: tuple[Split, ...]
    origins: Origins


@frozen
class Vote:
    """One vote; `findings` None: fewer than five people, and nothing of it is told but that."""

    number: int
    people: int
    stopped: int
    """Whose facts end the assessment at a gate: no figure of theirs is in a spread."""
    findings: Findings | None


@frozen
class Changes:
    """Of those who are in two votes under one sheet, how many changed which fact, and how many their result."""

    both: int
    result: int
    facts: tuple[tuple[str, int], ...]
    """The facts that somebody changed, most first."""


@frozen
class Room:
    """Every vote on shared axes, and the files that are not counted."""

    votes: tuple[Vote, ...]
    changes: Changes | None
    """Between the first and the last vote; None: fewer than five people are known to be in both."""
    refused: tuple[Refused, ...]
    beyond: int = 0

    def vote(self, number: int) -> Vote | None:
        """One vote."""
        return next((each for each in self.votes if each.number == number), None)


def open_room(
    folder: Path, exercise: Exercise, pack: Pack, reference: Reference, goes_on: GoesOn | None = None
) -> Room | None:
    """A folder's room; None when it was stopped. CaseFileError when the folder cannot be read."""
    gathered = gather(folder, exercise, pack, goes_on)
    return room_of(gathered, exercise, pack, reference) if gathered is not None else None


def room_of(gathered: Gathered, exercise: Exercise, pack: Pack, reference: Reference) -> Room:
    """The room of answers that are at hand."""
    asked = open_pack(pack)
    numbers = sorted({each.file.vote for each in gathered.participants})
    groups = {number: [p for p in gathered.participants if p.file.vote == number] for number in numbers}
    axes = {
        name: axis_of(asked, name, [[each.outcome for each in group] for group in groups.values()])
        for name, register in asked.registers.items()
        if register.shown
    }
    votes = []
    for number, group in groups.items():
        findings = None
        if may_be_told(len(group)):
            held = reference_of(asked, exercise, group, reference)
            facts = fact_tallies(asked, group)
            findings = Findings(
                registers=tuple(spread(asked, name, [p.outcome for p in group], axes[name]) for name in axes),
                facts=facts,
                weights=weight_tallies(asked, group),
                choices=choice_tallies(asked, group),
                splits=splits(asked, facts, held),
                origins=origins(asked, group, held, reference),
            )
        stopped = sum(each.outcome.gate is not None for each in group) if findings is not None else 0
        votes.append(Vote(number, len(group), stopped, findings))
    changes = _changes(groups[numbers[0]], groups[numbers[-1]]) if len(numbers) > 1 else None
    return Room(tuple(votes), changes, gathered.refused, gathered.beyond)


def _changes(first: Sequence[Participant], last: Sequence[Participant]) -> Changes | None:
    after = {each.file.sheet: each for each in last}
    pairs = [(each, after[each.file.sheet]) for each in first if each.file.sheet in after]
    if not may_be_told(len(pairs)):
        return None
    counted: dict[str, int] = {}
    result = 0
    for before, now in pairs:
        result += (before.outcome.registers, before.outcome.gate) != (now.outcome.registers, now.outcome.gate)
        values, others = before.question.established.facts, now.question.established.facts
        for fact in values:
            counted[fact] = counted.get(fact, 0) + (values[fact] != others[fact])
    facts = sorted(((name, number) for name, number in counted.items() if number), key=_most)
    return Changes(len(pairs), result, tuple(facts))


def _most(counted: tuple[str, int]) -> int:
    return -counted[1]
