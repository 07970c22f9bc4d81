"""What differs between two editions of a pack: what it was, what it is, and which steps and facts it touches."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from sentencing.locale import Catalogue
from sentencing.pack.conditions import names
from sentencing.pack.contrasts import KINDS, Contrast, DifferenceKind, Sides
from sentencing.pack.model import (
    Add,
    Fact,
    Judgment,
    MapEnds,
    NamedTerm,
    Option,
    Pack,
    Set,
    Source,
    Step,
    Table,
    TableLookup,
    Transform,
)
from sentencing.pack.reads import amounts_read, effects_of

_DIGITS: Final = re.compile(r"\d+(?: \d+/\d+|/\d+)?")
_CELLS_APART: Final = 12
"""A table that differs in more cells than this is one difference, not many."""
_NEW_PARTS: Final = {
    "sources": DifferenceKind.SOURCE,
    "facts": DifferenceKind.FACTOR,
    "judgments": DifferenceKind.FACTOR,
}
Named = Fact | Judgment | NamedTerm | Transform | Table | Source


@frozen
class Difference:
    """One thing that differs. An empty `before` is new, an empty `after` is gone; lines are 0 where it is not."""

    kind: DifferenceKind
    part: str
    """The path of what differs: `steps.b6`, `facts.risk`, `tables.ranges`."""
    title: str
    what: str
    """What of it differs, in a word or two."""
    before: str
    after: str
    line_before: int = 0
    line: int = 0
    steps: tuple[str, ...] = ()
    """The steps it touches."""
    facts: tuple[str, ...] = ()
    """The fact itself, or what those steps read."""


def differences(before: Pack, after: Pack, language: Catalogue) -> tuple[Difference, ...]:
    """Every difference; numbers and rules first, then in the order of the format's sections."""
    found = tuple(_Comparison(before, after, language).all())
    order = list(DifferenceKind)
    return tuple(sorted(found, key=lambda each: order.index(each.kind)))


def answers_read(pack: Pack, step: Step) -> tuple[str, ...]:
    """The facts and judgments that a step reads, in conditions and amounts, each once."""
    found = [name for way in step.ways for name in names(way.when)]
    return tuple(dict.fromkeys((*found, *names(step.unless), *amounts_read(step, pack))))


@frozen
class _Comparison:
    """Two editions, compared section by section."""

    before: Pack
    after: Pack
    language: Catalogue

    def all(self) -> Iterator[Difference]:
        """Every difference, section by section."""
        sides = self._sides
        for title, contrast in sides.head():
            yield from self._told("pack", title, [contrast])
        old, new = self.before, self.after
        yield from self._sections("facts", old.facts, new.facts, sides.fact)
        yield from self._sections("judgments", old.judgments, new.judgments, sides.judgment)
        yield from self._sections("terms", old.terms, new.terms, sides.term)
        yield from self._sections("transforms", old.transforms, new.transforms, sides.transform)
        yield from self._sections("tables", old.tables, new.tables, self._cells)
        yield from self._steps()
        yield from self._sections("sources", old.sources, new.sources, sides.source)

    @property
    def _sides(self) -> Sides:
        return Sides.of(self.before, self.after, self.language)

    def _sections(
        self,
        section: str,
        before: Mapping[str, Named],
        after: Mapping[str, Named],
        contrasts: Callable[[str], Iterable[Contrast]],
    ) -> Iterator[Difference]:
        """Named parts: new ones, those that are gone, and what differs in those that stayed."""
        kind = _NEW_PARTS.get(section, DifferenceKind.RULE)
        for name in dict.fromkeys((*after, *before)):
            part = after.get(name, before.get(name))
            title, path = self._title(name, part), f"{section}.{name}"
            if name in before and name in after:
                lines = (before[name].place.line, after[name].place.line)
                yield from self._told(path, title, contrasts(name), *lines)
            elif name in after:
                yield from self._told(path, title, [Contrast(kind, self._sides.say("New"), "", title)], 0, _line(part))
            else:
                gone = Contrast(kind, self._sides.say("No longer there"), title, "")
                yield from self._told(path, title, [gone], _line(part))

    def _title(self, name: str, part: Named | None) -> str:
        """What a part is called for a reader."""
        match part:
            case Fact():
                return part.name or part.ask
            case Judgment():
                return part.title or part.ask
            case Table():
                side = self._sides.new if name in self.after.tables else self._sides.old
                keys = side.wording.listed([side.wording.key(key) for key in part.keys])
                return self._sides.say("The table by {keys}", keys=keys)
            case None:
                return name
            case _:
                return part.title

    def _cells(self, name: str) -> Iterator[Contrast]:
        before, after = self._sides.cells(name)
        apart = [key for key in dict.fromkeys((*after, *before)) if before.get(key, "") != after.get(key, "")]
        if len(apart) > _CELLS_APART:
            said = self._sides.new.wording.counted("{n} cell differs", "{n} cells differ", len(apart))
            first = self._sides.say("{said}, the first at {cell}", said=said, cell=apart[0])
            yield Contrast(DifferenceKind.NUMBER, first, before.get(apart[0], ""), after.get(apart[0], ""))
            return
        for key in apart:
            yield Contrast(
                DifferenceKind.RULE, self._sides.say("At {cell}", cell=key), before.get(key, ""), after.get(key, "")
            )

    # ---------------------------------------------------------------------------------------------------- steps

    def _steps(self) -> Iterator[Difference]:
        old = {step.id: step for step in self.before.steps}
        new = {step.id: step for step in self.after.steps}
        sides, rule = self._sides, DifferenceKind.RULE
        for name in dict.fromkeys((*new, *old)):
            path = f"steps.{name}"
            if name in old and name in new:
                yield from self._step(path, old[name], new[name])
            elif name in new:
                step = new[name]
                told = Contrast(rule, sides.say("New"), "", sides.whole(step, new=True))
                yield from self._told(path, step.title, [told], 0, step.place.line)
            else:
                step = old[name]
                told = Contrast(rule, sides.say("No longer there"), sides.whole(step, new=False), "")
                yield from self._told(path, step.title, [told], step.place.line)
        yield from self._order(list(old), list(new))

    def _order(self, before: list[str], after: list[str]) -> Iterator[Difference]:
        """The first step that stands elsewhere among those that both editions take."""
        kept = [name for name in before if name in after], [name for name in after if name in before]
        moved = next((new for old, new in zip(*kept, strict=True) if old != new), "")
        if moved:
            step = next(each for each in self.after.steps if each.id == moved)
            places = (str(names.index(moved) + 1) for names in (before, after))
            told = Contrast(DifferenceKind.RULE, self._sides.say("Its place among the steps"), *places)
            yield from self._told(f"steps.{moved}", step.title, [told], 0, step.place.line)

    def _step(self, path: str, old: Step, new: Step) -> Iterator[Difference]:
        yield from self._told(path, new.title, self._sides.step(old, new), old.place.line, new.place.line)
        before = {each.id: each for each in old.options}
        after = {each.id: each for each in new.options}
        for name in dict.fromkeys((*after, *before)):
            one, other = before.get(name), after.get(name)
            title = f"{new.title}: {_titled(other or one)}"
            contrasts = self._sides.option((old, new), one, other)
            yield from self._told(path, title, contrasts, _line(one), _line(other))

    # -------------------------------------------------------------------------------------------------- private

    def _told(
        self, part: str, title: str, contrasts: Iterable[Contrast], line_before: int = 0, line: int = 0
    ) -> Iterator[Difference]:
        """The contrasts that are differences; a rule of which only digits differ is a number."""
        for each in contrasts:
            if each.before == each.after:
                continue
            kind = each.kind
            if kind is DifferenceKind.RULE and each.before and each.after and _bare(each.before) == _bare(each.after):
                kind = DifferenceKind.NUMBER
            steps, facts = self._touched(part)
            yield Difference(kind, part, title, each.what, each.before, each.after, line_before, line, steps, facts)

    def _touched(self, part: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        section, _dot, name = part.partition(".")
        steps: dict[str, None] = {}
        facts: dict[str, None] = {}
        for pack in (self.after, self.before):
            for step in pack.steps:
                if _uses(pack, step, section, name):
                    steps[step.id] = None
                    facts |= dict.fromkeys(each for each in answers_read(pack, step) if each in pack.facts)
        return tuple(steps), (name,) if section == "facts" else tuple(facts)


def _uses(pack: Pack, step: Step, section: str, name: str) -> bool:
    """Whether a step is, or uses, a part of the pack."""
    match section:
        case "steps":
            return step.id == name
        case "facts" | "judgments":
            return name in answers_read(pack, step)
        case "tables":
            lookups = (effect.value for effect in effects_of(step) if isinstance(effect, Set | Add))
            return TableLookup(name) in lookups
        case "transforms":
            return any(isinstance(effect, MapEnds) and effect.transform == name for effect in effects_of(step))
        case "terms" if name in pack.terms:
            return set(names(pack.terms[name].when)) <= set(answers_read(pack, step))
        case _:
            return False


def _bare(text: str) -> str:
    return _DIGITS.sub("#", text)


def _line(part: Named | Option | None) -> int:
    return part.place.line if part is not None else 0


def _titled(option: Option | None) -> str:
    return option.title if option is not None else ""


__all__ = ["KINDS", "Difference", "DifferenceKind", "answers_read", "differences"]
