"""What is compared in each part of two editions, said in words: facts, judgments, terms, tables, steps, sources."""

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Final, TypeVar

from attrs import evolve, frozen

from sentencing.amounts import End, Extreme, RangeForm, number_text
from sentencing.locale import N_, Catalogue
from sentencing.pack.model import Option, Pack, Register, Step, Table, TableLookup
from sentencing.pack.rules import Rules
from sentencing.pack.wording import Wording

Part = TypeVar("Part")


class DifferenceKind(Enum):
    """What kind of thing differs: a number, a rule, a factor that is asked, a text, a source."""

    NUMBER = "number"
    RULE = "rule"
    FACTOR = "factor"
    TEXT = "text"
    SOURCE = "source"


KINDS: Final[Mapping[DifferenceKind, str]] = {
    DifferenceKind.NUMBER: N_("A number"),
    DifferenceKind.RULE: N_("A rule"),
    DifferenceKind.FACTOR: N_("A factor"),
    DifferenceKind.TEXT: N_("A text"),
    DifferenceKind.SOURCE: N_("A source"),
}


@frozen
class Contrast:
    """One aspect of a part, as it is in either edition; the same twice is no difference."""

    kind: DifferenceKind
    what: str
    before: str
    after: str


@frozen
class Side:
    """One of the two packs with what says it."""

    pack: Pack
    wording: Wording
    rules: Rules

    @classmethod
    def of(cls, pack: Pack, language: Catalogue) -> "Side":
        """A pack in a language."""
        wording = Wording(language, pack)
        return cls(pack, wording, Rules(wording))


@frozen
class Sides:
    """Two editions of a pack, side by side."""

    old: Side
    new: Side

    @classmethod
    def of(cls, before: Pack, after: Pack, language: Catalogue) -> "Sides":
        """Two packs in one language."""
        return cls(Side.of(before, language), Side.of(after, language))

    def say(self, message: str, **values: object) -> str:
        """A message of the catalogue."""
        return self.new.wording.say(message, **values)

    def head(self) -> Iterator[tuple[str, Contrast]]:
        """What the editions say of themselves, each with the title of what it is about."""
        say, text = self.say, DifferenceKind.TEXT
        old, new = self.old.pack.head, self.new.pack.head
        edition = say("The edition")
        yield edition, Contrast(text, say("Title"), old.title, new.title)
        yield edition, Contrast(DifferenceKind.SOURCE, say("Status"), old.status.value, new.status.value)
        yield edition, Contrast(text, say("In force from"), *self._days(lambda side: side.pack.head.edition.first))
        yield edition, Contrast(text, say("In force to"), *self._days(lambda side: side.pack.head.edition.last or ""))
        governs = (old.choice_of_edition.value, new.choice_of_edition.value)
        yield edition, Contrast(DifferenceKind.RULE, say("Which edition governs"), *governs)
        before = {each.title: each.say for each in old.leaves_out}
        after = {each.title: each.say for each in new.leaves_out}
        for title in dict.fromkeys((*before, *after)):
            yield title, Contrast(text, say("What it leaves out"), before.get(title, ""), after.get(title, ""))

    def fact(self, name: str) -> Iterator[Contrast]:
        """A fact that both editions ask."""
        say, kind, text = self.say, DifferenceKind.FACTOR, DifferenceKind.TEXT
        both = self._both(lambda side: side.pack.facts[name])
        old, new = both

        def values(side: Side) -> str:
            return ", ".join(side.wording.label(name, value) for value in side.pack.facts[name].values)

        def default(side: Side) -> str:
            fact = side.pack.facts[name]
            return side.wording.fact_value(fact, fact.default)

        yield Contrast(kind, say("The answers"), *self._both(values))
        yield Contrast(kind, say("What an unanswered one reads as"), *self._both(default))
        asked = self._both(lambda side: side.rules.condition(side.pack.facts[name].asked_when))
        yield Contrast(kind, say("When it is asked"), *asked)
        worse = [each.worse.value if each.worse is not None else "" for each in both]
        yield Contrast(kind, say("Which answer is worse"), *worse)
        yield Contrast(text, say("The question"), old.ask, new.ask)
        yield Contrast(text, say("The definition"), old.help, new.help)
        yield Contrast(text, say("The name"), old.name, new.name)

    def judgment(self, name: str) -> Iterator[Contrast]:
        """A judgment that both editions leave to a person."""
        say, rule, text = self.say, DifferenceKind.RULE, DifferenceKind.TEXT
        old, new = self._both(lambda side: side.pack.judgments[name])
        yield Contrast(rule, say("The choices"), *(", ".join(map(each.label, each.values)) for each in (old, new)))
        when = self._both(lambda side: side.rules.condition(side.pack.judgments[name].when))
        yield Contrast(rule, say("When it is asked"), *when)
        grounds = self._both(lambda side: ", ".join(map(side.wording.fact, side.pack.judgments[name].grounds)))
        yield Contrast(rule, say("The grounds"), *grounds)
        yield Contrast(text, say("The question"), old.ask, new.ask)
        yield Contrast(text, say("The definition"), old.help, new.help)

    def term(self, name: str) -> Iterator[Contrast]:
        """A named condition. It is said without its own title, or it would never differ."""

        def clause(side: Side) -> str:
            unnamed = Rules(Wording(side.wording.catalogue, evolve(side.pack, terms={})))
            return unnamed.condition(side.pack.terms[name].when)

        old, new = self._both(lambda side: side.pack.terms[name])
        yield Contrast(DifferenceKind.RULE, self.say("When it holds"), *self._both(clause))
        yield Contrast(DifferenceKind.TEXT, self.say("Title"), old.title, new.title)

    def transform(self, name: str) -> Iterator[Contrast]:
        """A map of the ends of a range."""

        def ends(side: Side) -> str:
            register = next(each for each in side.pack.registers.values() if each.quantity is not None)
            one = side.pack.transforms[name]
            said = (
                each.table if isinstance(each, TableLookup) else side.wording.value(each, register)
                for each in (one.min, one.max)
            )
            return " – ".join(said)

        yield Contrast(DifferenceKind.RULE, self.say("What it does"), *self._both(ends))

    def source(self, name: str) -> Iterator[Contrast]:
        """A source that both editions cite."""
        say, kind = self.say, DifferenceKind.SOURCE
        old, new = self._both(lambda side: side.pack.sources[name])
        yield Contrast(kind, say("Title"), old.title, new.title)
        yield Contrast(kind, say("How it was read"), old.read, new.read)
        yield Contrast(kind, say("Copy of"), old.copy, new.copy)
        yield Contrast(kind, say("Quotation"), old.quote, new.quote)

    def cells(self, name: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """The cells of a table in either edition, by what they are for."""
        return self._both(lambda side: _cells(side, side.pack.tables[name]))

    def step(self, old: Step, new: Step) -> Iterator[Contrast]:
        """A step that both editions take, without its options."""
        say, rule, text = self.say, DifferenceKind.RULE, DifferenceKind.TEXT
        steps = ((self.old, old), (self.new, new))
        if old.when != new.when:  # the same rule under another name is no other rule
            yield Contrast(rule, say("When it applies"), *(side.rules.condition(each.when) for side, each in steps))
        if _work(old) != _work(new):
            does = (side.wording.sentence([side.rules.does(evolve(each, gate=None))]) for side, each in steps)
            yield Contrast(rule, say("What it does"), *does)
        if old.unless != new.unless:
            yield Contrast(rule, say("What excludes it"), *(side.rules.unless(each) for side, each in steps))
        gates = [(each.gate.kind.value, each.gate.say) if each.gate is not None else ("", "") for each in (old, new)]
        yield Contrast(rule, say("What the gate does"), *(kind for kind, _say in gates))
        yield Contrast(text, say("What it says"), *(said for _kind, said in gates))
        yield Contrast(text, say("Title"), old.title, new.title)
        yield Contrast(text, say("Note"), old.note, new.note)
        cites = (", ".join(f"{one.source} {one.pinpoint}".strip() for one in each.cites) for each in (old, new))
        yield Contrast(DifferenceKind.SOURCE, say("Citation"), *cites)

    def option(self, steps: tuple[Step, Step], old: Option | None, new: Option | None) -> Iterator[Contrast]:
        """An option of a step, in one edition or in both."""
        say, rule = self.say, DifferenceKind.RULE
        if old is None or new is None or (old.effects, old.replaces) != (new.effects, new.replaces):
            before = self.old.rules.short(old) if old is not None else ""
            yield Contrast(rule, say("What it does"), before, self.new.rules.short(new) if new is not None else "")
        if old is not None and new is not None:
            if old.when != new.when:
                whens = (self.old.rules.option(steps[0], old), self.new.rules.option(steps[1], new))
                yield Contrast(rule, say("When it applies"), *whens)
            yield Contrast(DifferenceKind.TEXT, say("Title"), old.title, new.title)

    def whole(self, step: Step, *, new: bool) -> str:
        """A step that only one edition takes, in full."""
        rules = (self.new if new else self.old).rules
        options = (f"{each.title}: {rules.short(each)}." for each in step.options)
        return " ".join(part for part in (rules.step(step), rules.unless(step), *options) if part)

    def _both(self, of: Callable[[Side], Part]) -> tuple[Part, Part]:
        return of(self.old), of(self.new)

    def _days(self, of: Callable[[Side], str]) -> tuple[str, str]:
        return self._both(lambda side: side.wording.day(of(side)))


def _work(step: Step) -> tuple[object, ...]:
    return step.effects, step.choose, step.of, step.weigh, step.replaces


def _cells(side: Side, table: Table) -> dict[str, str]:
    register = side.pack.registers.get(table.gives)
    fact = side.pack.facts.get(table.keys[0])
    found: dict[str, str] = {}
    for band in table.bands:
        name = _span(band.low, band.high) if band.label is None else band.label
        found[fact.label(name) if fact is not None and band.label is not None else name] = _cell(
            side, band.cell, register
        )
    for labels, cell in table.cells.items():
        found[" / ".join(labels)] = _cell(side, cell, register)
    if table.otherwise is not None:
        found[side.wording.say("Otherwise")] = _cell(side, table.otherwise, register)
    return found


def _cell(side: Side, cell: int | str | RangeForm, register: Register | None) -> str:
    return side.wording.value(cell, register) if register is not None else str(cell)


def _span(low: End | None, high: End | None) -> str:
    """A band as packs write it: `8..10`, `..7`, `23..`."""
    ends = ["" if end is None else end.text if isinstance(end, Extreme) else number_text(end) for end in (low, high)]
    return ends[0] if ends[0] == ends[1] else "..".join(ends)
