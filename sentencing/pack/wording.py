"""What a pack says, in words: its conditions, amounts and verbs as clauses and sentences in a reader's language."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from attrs import frozen

from sentencing.amounts import (
    MONTHS_IN_A_YEAR,
    UNBOUNDED_ABOVE,
    UNBOUNDED_BELOW,
    End,
    Exact,
    Extreme,
    Form,
    Quantity,
    RangeForm,
    Side,
    Term,
    number_text,
)
from sentencing.locale import N_, Catalogue
from sentencing.pack.model import Fact, FactKind, FactValue, Pack, Register, TableLookup

_UNITS: Final = {"year": ("{n} year", "{n} years"), "month": ("{n} month", "{n} months")}  # marked in memo.words
_DAYS: Final = ("{n} day", "{n} days")
_MONTHS: Final = (
    N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"), N_("July"), N_("August"),
    N_("September"), N_("October"), N_("November"), N_("December"),
)  # fmt: skip
_SIDES: Final = {
    (Side.MIN, True): N_("its lower end"),
    (Side.MAX, True): N_("its upper end"),
    (Side.WHOLE, True): N_("its value"),
    (Side.MIN, False): N_("the lower end of the {title}"),
    (Side.MAX, False): N_("the upper end of the {title}"),
    (Side.WHOLE, False): N_("the {title}"),
}


@frozen
class Wording:
    """Says amounts and names of one pack in one language; `rules` builds conditions and verbs from it."""

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
        return self.catalogue.counted(one, many, number).replace("{n}", str(number))

    def listed(self, parts: Sequence[str], last: str = "and") -> str:
        """`a`, `a and b`, `a, b and c`; or with `or`."""
        if len(parts) < 2:
            return "".join(parts)
        message = "{most} or {last}" if last == "or" else "{most} and {last}"
        return self.say(message, most=", ".join(parts[:-1]), last=parts[-1])

    def sentence(self, parts: Iterable[str]) -> str:
        """Clauses as one sentence: capital first, full stop last; empty when there are none."""
        said = "; ".join(part for part in parts if part).strip()
        if not said:
            return ""
        return said[0].upper() + said[1:] + ("" if said[-1] in ".!?…" else ".")

    # --------------------------------------------------------------------------------------------------- names

    def register(self, name: str) -> str:
        """A register's title as it stands inside a sentence."""
        return inside(self.pack.registers[name].title or name)

    def fact(self, name: str) -> str:
        """A fact's or a judgment's short name."""
        if name in self.pack.facts:
            fact = self.pack.facts[name]
            return fact.name or fact.ask
        judgment = self.pack.judgments.get(name)
        return (judgment.title or judgment.ask) if judgment is not None else name

    def label(self, name: str, value: str) -> str:
        """How one value of a fact or a judgment reads."""
        named = self.pack.facts.get(name) or self.pack.judgments.get(name)
        if value in ("yes", "no") and (named is None or value not in named.labels):
            return self.say(value)
        return self.say("“{value}”", value=named.label(value) if named is not None else value)

    def fact_value(self, fact: Fact, value: FactValue) -> str:
        """A value of a fact as it stands in a sentence."""
        if fact.kind in (FactKind.YES_NO, FactKind.CHOICE):
            return self.label(fact.id, str(value))
        if isinstance(value, str):
            return self.day(value)
        if fact.kind is FactKind.COUNT:
            return number_text(value) if not isinstance(value, Extreme) else value.text
        return self.amount(value, Quantity.MONEY if fact.kind is FactKind.MONEY else Quantity.TIME)

    def day(self, text: str) -> str:
        """`14 March 2026` for an ISO day; anything else as it is."""
        try:
            found = date.fromisoformat(text)
        except ValueError:
            return text
        month = self.say(_MONTHS[found.month - 1])
        return self.say("{day} {month} {year}", day=found.day, month=month, year=found.year)

    # ------------------------------------------------------------------------------------------------- amounts

    def amount(self, end: End, quantity: Quantity, unit: str = "year") -> str:
        """One end in the largest unit that stays whole, or in months where `unit` says so."""
        if isinstance(end, Extreme):
            return self.say(end.text)
        if quantity is Quantity.MONEY:
            return f"{number_text(end)} {self.pack.units.currency}".rstrip()
        if unit != "month" and isinstance(end, int) and end and not end % MONTHS_IN_A_YEAR:
            return self._count(*_UNITS["year"], end // MONTHS_IN_A_YEAR)
        days = self.pack.units.days_in_month
        if not isinstance(end, int) and days and (end * days).denominator == 1:
            return self._count(*_DAYS, (end * days).numerator)
        return self._count(*_UNITS["month"], end)

    def value(self, value: int | str | RangeForm | TableLookup, register: Register) -> str:
        """What a verb sets, adds or limits to."""
        match value:
            case RangeForm():
                return self.range(value, register)
            case TableLookup(table):
                keys = [self.key(key) for key in self.pack.tables[table].keys]
                return self.say("what the table gives for {keys}", keys=self.listed(keys))
            case int():
                return _number(value)
            case _:
                return str(value)

    def key(self, name: str) -> str:
        """What a table is read by: a fact, a register or an end of one."""
        if name in self.pack.facts or name in self.pack.judgments:
            return self.say("“{value}”", value=self.fact(name))
        register, _dot, side = name.partition(".")
        ends = {"min": N_("the lower end of the {title}"), "max": N_("the upper end of the {title}")}
        return self.say(ends.get(side, N_("the {title}")), title=self.register(register))

    def range(self, form: RangeForm, register: Register) -> str:
        """A range of forms, `24 to 42 months`, `up to 15 years`, or one amount."""
        low, high = form.min, form.max
        quantity = register.quantity or Quantity.TIME
        if low == high:
            return self.form(low, quantity)
        if low is UNBOUNDED_BELOW:
            unlimited = high is UNBOUNDED_ABOVE
            return self.say("no limit") if unlimited else self.say("up to {most}", most=self.form(high, quantity))
        if high is UNBOUNDED_ABOVE:
            return self.say("at least {least}", least=self.form(low, quantity))
        least, most = (self.form(each, quantity, register.unit) for each in (low, high))
        number, _space, unit = least.rpartition(" ")
        if number.isdigit() and most.endswith(unit):
            least = number
        return self.say("{least} to {most}", least=least, most=most)

    def form(self, form: Form, quantity: Quantity, unit: str = "year") -> str:
        """A linear form: `1/2 of its lower end plus 6 months`."""
        if isinstance(form, Extreme):
            return self.say(form.text)
        said = ""
        for term in form.terms:
            minus = bool(said) and term.coefficient < 0
            part = self._term(term, quantity, unit, positive=minus)
            message = "{sum} minus {part}" if minus else "{sum} plus {part}"
            said = self.say(message, sum=said, part=part) if said else part
        return said

    # ------------------------------------------------------------------------------------------------- private

    def _term(self, term: Term, quantity: Quantity, unit: str, *, positive: bool) -> str:
        coefficient = -term.coefficient if positive else term.coefficient
        if term.reference is None:
            said = self.amount(coefficient, quantity, unit)
        else:
            register, side = term.reference
            title = self.register(register) if register else ""
            said = self.say(_SIDES[side, not register], title=title)
            if coefficient != 1:
                said = self.say("{part} of {whole}", part=_number(coefficient), whole=said)
        if term.per is None:
            return said
        message = "{amount} for each of “{fact}” over {over}" if term.per.over else "{amount} for each of “{fact}”"
        return self.say(message, amount=said, fact=self.fact(term.per.fact), over=term.per.over)

    def _count(self, one: str, many: str, number: Exact) -> str:
        whole = number if isinstance(number, int) else 2
        return self.catalogue.counted(one, many, whole).replace("{n}", _number(number))


def inside(text: str) -> str:
    """A label as it stands inside a sentence: `offense level`, but `§2A1.2` and `I` as they are."""
    plain = len(text) > 1 and text[0].isupper() and (text[1].islower() or text.startswith("A "))
    return text[0].lower() + text[1:] if plain else text


def _number(number: Exact) -> str:
    return number_text(number).replace("-", "−")
