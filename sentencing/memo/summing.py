"""The summary box: what the guidance gives, plea and reductions, what is in dispute, orders; each in a line."""

from collections.abc import Mapping
from typing import Final

from sentencing.locale import N_
from sentencing.memo import computing, deciding, disputing
from sentencing.memo.matter import Matter
from sentencing.memo.view import Dispute, Row, Step
from sentencing.pack.model import RegisterKind

ORDERS: Final[Mapping[str, str]] = {
    "sought": N_("Sought: {orders}."),
    "not-sought": N_("Not sought: {orders}."),
    "undecided": N_("Undecided: {orders}."),
}


def result_of(matter: Matter) -> tuple[str, str]:
    """The title and the value of the register that the memo leads with; empty when there is no result to give."""
    headline = matter.headline
    value = matter.derivation.registers.get(headline.id) if headline is not None else None
    if headline is None or value is None or matter.derivation.gate is not None:
        return "", ""
    return headline.title or headline.id, matter.words.value(value, headline)


def is_open(matter: Matter) -> bool:
    """Whether the result is a figure that nobody has chosen yet."""
    headline = matter.headline
    value = matter.derivation.registers.get(headline.id) if headline is not None else None
    return headline is not None and headline.kind is RegisterKind.FIGURE and value is not None and not _is_one(value)


def summary_of(matter: Matter, found: tuple[Dispute, ...], said: tuple[Step, ...]) -> tuple[Row, ...]:
    """The lines of the box, in the order of the memo."""
    rows = [] if matter.derivation.gate is not None else _registers(matter)
    pleas = _plea(matter, said)
    if pleas:
        rows.append(Row(matter.words.say("Plea and reductions"), text=pleas))
    rows += disputing.summary_rows(matter, found)
    orders = _orders(matter)
    if orders:
        rows.append(Row(matter.words.say("Orders"), text=orders))
    return tuple(rows)


def _registers(matter: Matter) -> list[Row]:
    """Each register that the memo may speak of, with the facts that a table reads beside a score."""
    words = matter.words
    rows = []
    for name, register in matter.spoken.items():
        value = matter.derivation.registers.get(name)
        if value is None or (register.kind is RegisterKind.FIGURE and not _is_one(value)):
            continue
        title = register.title or name
        if register.kind is RegisterKind.SCORE:
            beside = _beside(matter, name)
            named = (f"{matter.words.inside(title_beside)} {each}" for title_beside, each in beside)
            rows.append(Row(title, text=", ".join((str(value), *named))))
            continue
        first, second = (
            words.both(value, register) if not isinstance(value, int | str) else (words.short(value, register), "")
        )
        strong = register is matter.headline or register.kind is RegisterKind.FIGURE
        rest = f"({second})" if second else ""
        rows.append(Row(title, lead=first, text=rest) if strong else Row(title, text=f"{first} {rest}".strip()))
    return rows


def _is_one(value: object) -> bool:
    return isinstance(value, tuple) and value[0] == value[1]


def _beside(matter: Matter, score: str) -> list[tuple[str, str]]:
    """The facts that a table reads together with a score, with their values: `category I` beside `level 17`."""
    for table in matter.pack.tables.values():
        if score in table.keys:
            return [pair for key in table.keys if (pair := _key(matter, key)) is not None]
    return []


def _key(matter: Matter, key: str) -> tuple[str, str] | None:
    """The name and the value of a fact or category by which a table is read."""
    if key in matter.pack.facts:
        fact = matter.pack.facts[key]
        return matter.name_of(fact), matter.words.fact(fact, matter.assessment.question.established.facts[key])
    register, value = matter.pack.registers.get(key), matter.derivation.registers.get(key)
    if register is not None and isinstance(value, str):
        return register.title or key, matter.words.short(value, register)
    return None


def _plea(matter: Matter, said: tuple[Step, ...]) -> str:
    """The steps that a plea or remorse carried, and the reductions of the figure."""
    themes = {fact.id for fact in matter.pack.facts.values() if {"plea", "remorse"} & set(fact.themes)}
    kept = [step for step in said if step.kind == computing.MITIGATING and themes & {read.id for read in step.reads}]
    kept += computing.reductions(matter)
    sentences = []
    for step in kept:
        effect = "; ".join(step.effects)
        cites = f" ({'; '.join(step.cites)})" if step.cites else ""
        sentences.append(f"{step.title}: {effect}{cites}.")
    return " ".join(sentences)


def _orders(matter: Matter) -> str:
    words = matter.words
    orders = deciding.orders(matter)
    sentences = []
    for decision, label in ORDERS.items():
        titles = [matter.words.inside(order.title) for order in orders if order.decision == decision]
        if titles:
            sentences.append(words.say(label, orders=", ".join(titles)))
    return " ".join(sentences)
