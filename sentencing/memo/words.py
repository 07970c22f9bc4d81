"""The words of the memo: amounts, moves, statuses and citations as a reader says them, in the language of the memo."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from attrs import frozen

from sentencing.amounts import (
    LIFE,
    MONTHS_IN_A_YEAR,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Exact,
    Extreme,
    Interval,
    Quantity,
    exact,
    number_text,
)
from sentencing.engine.derivation import Change, EntryStatus, RegisterValue, Remark
from sentencing.locale import N_, Catalogue
from sentencing.pack.model import Cite, Fact, FactKind, FactValue, Pack, Register, RegisterKind

MINUS: Final = "−"
_PART = re.compile(r"(article|art\.|section|s\.|chapter|annex|para\.?)\s+\d", re.IGNORECASE)
STATUSES: Final[Mapping[EntryStatus, str]] = {
    EntryStatus.APPLIED: N_("applied"),
    EntryStatus.NOT_MET: N_("not met"),
    EntryStatus.LESSER: N_("lesser than another"),
    EntryStatus.EXCLUDED: N_("excluded"),
    EntryStatus.REPLACED: N_("replaced"),
    EntryStatus.WEIGHED: N_("weighed"),
    EntryStatus.GATE: N_("reached"),
    EntryStatus.NOT_REACHED: N_("not reached"),
    EntryStatus.CONFLICT: N_("two rules at once"),
}
STANDINGS: Final[Mapping[str, str]] = {
    "established": N_("established"),
    "alleged": N_("alleged"),
    "disputed": N_("disputed"),
    "not-raised": N_("not raised"),
    "considered": N_("considered, not found"),
    "": N_("not answered"),
}
BASES: Final[Mapping[str, str]] = {
    "admitted": N_("admitted"),
    "agreed": N_("agreed"),
    "found": N_("found by the court"),
}
REMARKS: Final[Mapping[str, str]] = {
    "missing-date": N_("A date that the rule reads is not given: {subject}."),
    "out-of-bounds": N_("The value given for {subject} lies outside its bounds and does not count."),
    "departure-without-reasons": N_("The value given for {subject} departs from the range, and no reasons are given."),
    "life-not-divided": N_("Life imprisonment is not divided; the rule leaves it as it is."),
    "conflict": N_("Two rules apply at once: {subject}. Neither was taken."),
    "not-set": N_("The guidance has not set {subject}, which the rule needs."),
    "no-cell": N_("The table {subject} has no cell for this case."),
}
NUMBERS: Final = (
    N_("no"), N_("one"), N_("two"), N_("three"), N_("four"), N_("five"),
    N_("six"), N_("seven"), N_("eight"), N_("nine"), N_("ten"),
)  # fmt: skip
MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip


@frozen
class Words:
    """Says amounts, moves and places of one pack in one language."""

    catalogue: Catalogue
    pack: Pack

    def say(self, message: str, **values: object) -> str:
        """A message of the catalogue with its places filled."""
        text = self.catalogue.text(message)
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def counted(self, one: str, many: str, number: int) -> str:
        """A message that counts, with `{n}` filled."""
        spelt = self.say(NUMBERS[number]) if number < len(NUMBERS) else str(number)
        return self.catalogue.counted(one, many, number).replace("{n}", spelt)

    # -------------------------------------------------------------------------------------------------- amounts

    def amount(self, end: End, quantity: Quantity, unit: str = "month") -> str:
        """One end: `36 months`, `2 years 6 months`, `75,000 EUR`, `life`."""
        if isinstance(end, Extreme):
            return self.say(end.text)
        if quantity is Quantity.MONEY:
            return f"{_grouped(end)} {self.pack.units.currency}".rstrip()
        return self._years(end) if unit == "year" else self._in(end, unit)

    def interval(self, value: Interval, quantity: Quantity, unit: str = "month") -> str:
        """A range, `24 to 30 months`, `up to 10 years`, or one amount."""
        low, high = value
        if low == high:
            return self.amount(low, quantity, unit)
        if low is UNBOUNDED_BELOW and high is UNBOUNDED_ABOVE:
            return self.say("no limit")
        if low is UNBOUNDED_BELOW:
            return self.say("up to {most}", most=self.amount(high, quantity, unit))
        if high is UNBOUNDED_ABOVE:
            return self.say("at least {least}", least=self.amount(low, quantity, unit))
        return self._between(low, high, quantity, unit)

    def both(self, value: Interval, register: Register) -> tuple[str, str]:
        """A range in the register's unit, and the same in the other one: months and years, or the empty text."""
        quantity = register.quantity or Quantity.TIME
        first = "year" if _is_plain_maximum(value) else register.unit
        said = self.interval(value, quantity, first)
        if quantity is not Quantity.TIME or all(isinstance(end, Extreme) for end in value):
            return said, ""
        other = Interval(value.max, value.max) if _is_plain_maximum(value) else value
        second = self.interval(other, quantity, "month" if first == "year" else "year")
        return said, "" if second == said else second

    def value(self, value: RegisterValue, register: Register) -> str:
        """A register's value for a sentence: `17`, `C`, `24 to 30 months (2 years to 2 years 6 months)`."""
        if value is None:
            return self.say("not set")
        if not isinstance(value, Interval):
            return str(value) if isinstance(value, int) else _title(value)
        first, second = self.both(value, register)
        return f"{first} ({second})" if second else first

    def short(self, value: RegisterValue, register: Register) -> str:
        """A register's value for a table or a chart."""
        if isinstance(value, Interval):
            return self.interval(value, register.quantity or Quantity.TIME, register.unit)
        return "" if value is None else str(value) if isinstance(value, int) else _title(value)

    def fact(self, fact: Fact, value: FactValue) -> str:
        """A fact's value: its label, a number, an amount or a day."""
        if isinstance(value, str):
            if fact.kind is FactKind.YES_NO:
                return self.say(value)
            return self.day(value) if fact.kind is FactKind.DATE else fact.label(value)
        if fact.kind in (FactKind.TIME, FactKind.MONEY):
            return self.amount(value, Quantity.MONEY if fact.kind is FactKind.MONEY else Quantity.TIME)
        return value.text if isinstance(value, Extreme) else _grouped(value)

    def day(self, text: str) -> str:
        """`14 March 2026` for an ISO day; anything else as it is."""
        try:
            day = datetime.date.fromisoformat(text)
        except ValueError:
            return text
        return self.say("{day} {month} {year}", day=day.day, month=self.say(MONTHS[day.month - 1]), year=day.year)

    def days(self, first: str, last: str) -> str:
        """One day, or from one day to another."""
        if not last or last == first:
            return self.day(first)
        return self.say("{first} to {last}", first=self.day(first), last=self.day(last))

    def when(self, first: str, last: str) -> str:
        """`on 14 March 2026`, or between two days."""
        if not last or last == first:
            return self.say("on {day}", day=self.day(first))
        return self.say("between {first} and {last}", first=self.day(first), last=self.day(last))

    # ----------------------------------------------------------------------------------------------------- moves

    def effect(self, change: Change, register: Register, *, name_it: bool, first: bool) -> str:
        """What one change did, as part of a sentence that begins with `This`: `adds 3, to 15`."""
        title = self.inside(register.title or register.id)
        after, before = change.after, change.before
        values: dict[str, object] = {"title": title, "value": self.value(after, register), "how": change.how}
        if isinstance(after, int) and (isinstance(before, int) or change.verb == "add"):
            step = after - (before if isinstance(before, int) else 0)
            values |= {"n": abs(step)}
            if change.verb == "limit":
                return self.say(_LIMITED[step > 0, first], **values)
            if change.verb == "add":
                return self.say(_ADDED[step >= 0, name_it], **values)
        if change.verb == "limit" and isinstance(after, Interval):
            return self.say("limits the {title} to {value}", **values)
        if change.verb == "scale":
            values["factor"] = change.how.removeprefix("× ")
            return self.say("multiplies the {title} by {factor}, to {value}", **values)
        if change.verb == "round":
            return self.say("rounds the {title} to {value}", **values)
        if change.verb in ("add", "map"):
            return self.say("takes the {title} to {value}", **values)
        return self.say("sets the {title} at {value}", **values)

    def move(self, before: RegisterValue, after: RegisterValue, register: Register) -> str:
        """A move for charts and tables: `+3`, `−3`, `12`, or the range it led to."""
        if isinstance(after, int):
            return signed(after - before) if isinstance(before, int) else str(after)
        return self.short(after, register)

    def worth(self, least: End, greatest: End, register: Register) -> str:
        """From how little to how much a fork moves an end of a register: `+6 to +12 months`, `nothing to +3`."""
        first = self.say("nothing") if least == 0 else self._signed(least)
        number = self.say("{least} to {most}", least=first, most=self._signed(greatest))
        if register.kind in (RegisterKind.SCORE, RegisterKind.CATEGORY):
            return number
        if register.quantity is Quantity.MONEY:
            return f"{number} {self.pack.units.currency}"
        return self.catalogue.counted("{n} month", "{n} months", 2).replace("{n}", number)

    def inside(self, text: str) -> str:
        """A label as it stands inside a sentence: `likely to be endangered`, but `§2A1.2` and `I` as they are.

        German writes its nouns with capitals anywhere.
        """
        plain = len(text) > 1 and text[0].isupper() and (text[1].islower() or text.startswith("A "))
        return text[0].lower() + text[1:] if plain and self.pack.head.language != "de" else text

    def remark(self, remark: Remark) -> str:
        """What a person must know about the evaluation."""
        subject = remark.subject
        for named in (self.pack.facts, self.pack.judgments, self.pack.registers):
            if subject in named:
                subject = getattr(named[subject], "title", "") or getattr(named[subject], "name", "") or subject
        return self.say(REMARKS.get(remark.kind, remark.kind), subject=subject)

    # ------------------------------------------------------------------------------------------------- citations

    def cites(self, cites: Iterable[Cite]) -> tuple[str, ...]:
        """Citations, each once; pinpoints in one source stand together."""
        pinpoints: dict[str, list[str]] = {}
        for cite in cites:
            found = pinpoints.setdefault(cite.source, [])
            if cite.pinpoint and cite.pinpoint not in found:
                found.append(cite.pinpoint)
        return tuple(said for source, found in pinpoints.items() for said in self._cited(source, _closest(found)))

    def _cited(self, source: str, pinpoints: list[str]) -> tuple[str, ...]:
        title = cited_as(self.pack.sources[source].title) if source in self.pack.sources else source
        if not pinpoints:
            return (title,)
        if source == self.own_source and all(pinpoint[0].isdigit() for pinpoint in pinpoints):
            return tuple(f"§{pinpoint}" for pinpoint in pinpoints)
        first, *rest = pinpoints
        joint = "" if first.startswith("(") else ", " if title[-1].isdigit() else " "
        return (", ".join((f"{title}{joint}{first}", *rest)),)

    @property
    def own_source(self) -> str:
        """The source that a section sign alone refers to: the one that most steps cite, if the pack has the sign."""
        return _own_source(self.pack)

    # ----------------------------------------------------------------------------------------------------- parts

    def _in(self, months: Exact, unit: str) -> str:
        if unit == "day" and self.pack.units.days_in_month:
            return self._count("{n} day", "{n} days", exact(months * self.pack.units.days_in_month))
        return self._count("{n} month", "{n} months", months)

    def _years(self, months: Exact) -> str:
        years, rest = divmod(months, MONTHS_IN_A_YEAR)
        parts = [self._count("{n} year", "{n} years", years)] if years else []
        rest = exact(rest)
        days: Exact = 0
        if self.pack.units.days_in_month and not isinstance(rest, int):
            days = exact((rest - int(rest)) * self.pack.units.days_in_month)
            rest = int(rest)
        if rest or not (parts or days):
            parts.append(self._count("{n} month", "{n} months", rest))
        if days:
            parts.append(self._count("{n} day", "{n} days", days))
        return " ".join(parts)

    def _count(self, one: str, many: str, number: Exact) -> str:
        whole = number if isinstance(number, int) else 2
        return self.catalogue.counted(one, many, whole).replace("{n}", number_text(number))

    def _between(self, low: End, high: End, quantity: Quantity, unit: str) -> str:
        least, most = self.amount(low, quantity, unit), self.amount(high, quantity, unit)
        plain = isinstance(low, int) and isinstance(high, int) and (unit != "year" or quantity is Quantity.MONEY)
        if plain and isinstance(low, int):
            least = _grouped(low)
        if unit == "year" and isinstance(low, int) and isinstance(high, int) and not low % 12 and not high % 12:
            least = str(low // MONTHS_IN_A_YEAR)
        return self.say("{least} to {most}", least=least, most=most)

    def _signed(self, end: End) -> str:
        if isinstance(end, Extreme):
            return self.say("up to life") if end is LIFE else self.say(end.text)
        return signed(end)


_LIMITED: Final = {
    (True, False): N_("the rule then requires at least {value}"),
    (False, False): N_("the rule then allows at most {value}"),
    (True, True): N_("raises the {title} to {value}, the least that the rule allows"),
    (False, True): N_("holds the {title} at {value}, the most that the rule allows"),
}
_ADDED: Final = {
    (True, False): N_("adds {n}, to {value}"),
    (False, False): N_("takes off {n}, to {value}"),
    (True, True): N_("adds {n} to the {title}, now {value}"),
    (False, True): N_("takes {n} off the {title}, now {value}"),
}


@lru_cache(maxsize=64)
def _own_source(pack: Pack) -> str:
    cited = Counter(cite.source for step in pack.steps for cite in step.cites)
    source, times = cited.most_common(1)[0] if cited else ("", 0)
    return source if "§" in pack.head.title and 2 * times > cited.total() else ""


def signed(number: Exact) -> str:
    """`+3` or `−3`, with a true minus sign."""
    return f"{MINUS}{number_text(-number)}" if number < 0 else f"+{number_text(number)}"


def as_sentence(text: str) -> str:
    """The text with a capital at its start and a full stop at its end."""
    stripped = text.strip()
    if not stripped:
        return ""
    return stripped[0].upper() + stripped[1:] + ("" if stripped[-1] in ".!?…:" else ".")


def cited_as(title: str) -> str:
    """A source's title as a citation gives it: without what only describes it, as in `…, note by the Secretariat`."""
    first, *rest = re.sub(r"\s*\([^()]*\)", "", title).split(", ")
    return ", ".join((first, *(part for part in rest if _PART.match(part))))


def _closest(pinpoints: list[str]) -> list[str]:
    """Pinpoints without those that another one narrows: (b)(2)(A) says (b)(2) too."""
    return [each for each in pinpoints if not any(other.startswith(each) and other != each for other in pinpoints)]


def _title(label: str) -> str:
    return label if len(label) < 4 or not label.islower() else label.replace("-", " ")


def _grouped(number: Exact) -> str:
    return f"{number:,}" if isinstance(number, int) and abs(number) >= 10_000 else number_text(number)


def _is_plain_maximum(value: Interval) -> bool:
    """Whether it is one ceiling of whole years, which a lawyer says in years: `up to 10 years`."""
    return value.min is UNBOUNDED_BELOW and isinstance(value.max, int) and value.max % MONTHS_IN_A_YEAR == 0
