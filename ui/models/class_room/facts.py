"""The spread of every fact, of weights and of choices in words, as blocks."""

from collections.abc import Sequence

from sentencing.case.class_room.room import Findings
from sentencing.case.class_room.tallies import FactTally, WordTally
from sentencing.pack.model import Fact, FactKind, Pack
from ui.i18n import _, ngettext
from ui.models.class_room.places import AmountPlaces, WordPlaces
from ui.models.class_room.plots import Block, PlotRow, people, plot_row, withheld_words, word_row
from ui.models.wording import engine_value, fact_name, standing_word


def fact_blocks(found: Findings, pack: Pack) -> tuple[Block, ...]:
    """Every fact that somebody answered; those on which the room differs first."""
    ordered = sorted(found.facts, key=_agreed)
    return tuple(_fact_block(tally, pack) for tally in ordered)


def weight_blocks(found: Findings, pack: Pack) -> tuple[Block, ...]:
    """The weights of each step, a row for each fact, then the choices that the law leaves to a person."""
    steps = {step.id: step for step in pack.steps}
    blocks = []
    for name in dict.fromkeys(tally.step for tally in found.weights):
        step = steps[name]
        words = step.weigh.words if step.weigh is not None else ()
        labels = step.weigh.labels if step.weigh is not None else {}
        said = tuple(labels.get(word, word.replace("-", " ").capitalize()) for word in words)
        tallies = [tally for tally in found.weights if tally.step == name]
        rows = tuple(_word_row(fact_name(pack.facts[tally.subject]), tally, said, ordered=True) for tally in tallies)
        blocks.append(Block(step.title, rows))
    for tally in found.choices:
        judgment = pack.judgments[tally.subject]
        said = tuple(judgment.label(word) for word, _people in tally.words)
        blocks.append(Block(judgment.title or judgment.ask, (_word_row("", tally, said, ordered=False),)))
    return tuple(blocks)


def _agreed(tally: FactTally) -> bool:
    return tally.is_told and not tally.splits


def _fact_block(tally: FactTally, pack: Pack) -> Block:
    fact = pack.facts[tally.fact]
    if not tally.is_told:
        return Block(fact_name(fact), (PlotRow("", None, withheld_words()),))
    note = _standings(tally)
    if not tally.splits:
        value = engine_value(fact, tally.values[0].value, pack)
        words = _("{value}, all {people}.").format(value=value, people=people(tally.answered))
        return Block(fact_name(fact), (PlotRow("", None, words),), note)
    assert tally.axis is not None
    assert tally.dots is not None
    if fact.kind in (FactKind.COUNT, FactKind.TIME, FactKind.MONEY):
        places = AmountPlaces(fact, pack)
        return Block(fact_name(fact), (plot_row("", tally.dots, tally.axis, places.short, places.short),), note)
    words = _counts(fact, tally, pack)
    said = WordPlaces(tuple(engine_value(fact, value, pack) for value in tally.listed))
    row = word_row("", tally.dots, tally.axis, said.short, words, is_ordered=tally.is_ordered)
    return Block(fact_name(fact), (row,), note)


def _counts(fact: Fact, tally: FactTally, pack: Pack) -> str:
    counted = (
        _("{value}: {number}").format(value=engine_value(fact, each.value, pack), number=each.people)
        for each in tally.values
    )
    return ", ".join(counted) + "."


def _standings(tally: FactTally) -> str:
    parts = [
        _("{standing} {number}").format(standing=standing_word(standing), number=number)
        for standing, number in tally.standings
    ]
    if tally.open:
        parts.append(ngettext("{number} left it open", "{number} left it open", tally.open))
    return ", ".join(parts)


def _word_row(label: str, tally: WordTally, words: Sequence[str], *, ordered: bool) -> PlotRow:
    if tally.dots is None or tally.axis is None:
        return PlotRow(label, None, withheld_words())
    said = WordPlaces(tuple(words))
    counted = (
        _("{value}: {number}").format(value=word, number=number)
        for word, (_key, number) in zip(words, tally.words, strict=True)
        if number
    )
    return word_row(label, tally.dots, tally.axis, said.short, ", ".join(counted) + ".", is_ordered=ordered)
