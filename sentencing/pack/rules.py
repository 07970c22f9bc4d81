"""The rules of a pack in words: when a step applies and what it does, as a lawyer reads it."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from sentencing.amounts import Exact, Quantity, RangeForm, Side, exact, number_text
from sentencing.locale import N_
from sentencing.pack.conditions import (
    Always,
    Among,
    Applied,
    Between,
    Condition,
    Count,
    DateTest,
    Ground,
    Not,
    RegisterTest,
    some,
)
from sentencing.pack.model import (
    Add,
    Effect,
    FactValue,
    GateKind,
    Limit,
    MapEnds,
    Option,
    Pick,
    RegisterKind,
    Scale,
    Set,
    Step,
)
from sentencing.pack.wording import Wording

_BOUNDS = (
    ("at_least", N_("{what} is at least {bound}")),
    ("at_most", N_("{what} is at most {bound}")),
    ("above", N_("{what} is above {bound}")),
    ("below", N_("{what} is below {bound}")),
)
_GATES = {
    GateKind.STOP: N_("the assessment ends here: {say}"),
    GateKind.REFER: N_("the first page says: {say}"),
    GateKind.WARN: N_("caution: {say}"),
}
_DATES = {
    "offence-date": N_("the day of the offence"),
    "conviction-date": N_("the day of conviction"),
    "sentence-date": N_("the day of sentence"),
}

_FLOORS = (N_("keep the {title} at {value} or more"), N_("if it is then less than {value}, raise it to {value}"))
_CAPS = (N_("keep the {title} at {value} or less"), N_("if it is then more than {value}, lower it to {value}"))


@frozen
class Rules:
    """Says conditions, effects and whole steps of the pack behind a wording."""

    wording: Wording

    def step(self, step: Step) -> str:
        """The rule of a step as one sentence; what its options say is left to them."""
        return self.wording.sentence([self._led(step.when, self.does(step))])

    def unless(self, step: Step) -> str:
        """What excludes a step, `Not where …`; empty when nothing does."""
        clause = self.condition(step.unless)
        if clause == self.condition(Always(False)):
            return ""
        return self.wording.sentence([self.wording.say("not where {clause}", clause=clause)])

    def option(self, step: Step, option: Option) -> str:
        """When an option is taken; empty when it always may be."""
        others = tuple(each.when for each in step.options if each is not option)
        if option.when == Not(some(others)):
            return self.wording.say("otherwise")
        return self.condition(option.when)

    def does(self, step: Step) -> str:
        """What a step does, without when."""
        say = self.wording.say
        parts = list(self._effects(step.effects))
        if step.choose is not None:
            of = self.wording.register(step.of) if step.of else ""
            parts.append(
                {
                    "one": say("exactly one of these applies"),
                    "first": say("the first of these that applies is taken"),
                    "greatest": say("of these that apply, the one that gives the greatest {title} is taken", title=of),
                }[step.choose.value]
            )
        if step.weigh is not None:
            facts = [say("“{value}”", value=self.wording.fact(name)) for name in step.weigh.facts]
            words = [step.weigh.labels.get(word, word) for word in step.weigh.words]
            message = "a person weighs {facts} with the words {words}; nothing is summed"
            parts.append(say(message, facts=self.wording.listed(facts), words=self.wording.listed(words, "or")))
        if step.gate is not None:
            parts.append(say(_GATES[step.gate.kind], say=step.gate.say))
        if step.replaces:
            parts.append(self._replaces(step.replaces))
        return "; ".join(parts)

    def short(self, option: Option) -> str:
        """What an option does, for a row: `add 4, then at least 20`."""
        parts = [self._short(effect) for effect in option.effects]
        if option.replaces:
            parts.append(self._replaces(option.replaces))
        return ", ".join(parts) or self.wording.say("no change")

    # ---------------------------------------------------------------------------------------------- conditions

    def condition(self, condition: Condition, *, inner: bool = False) -> str:
        """A condition as a clause; the empty text for one that always holds."""
        say, wording = self.wording.say, self.wording
        named = self._named(condition)
        if named:
            return say("“{value}”", value=named)
        match condition:
            case Always(holds):
                return "" if holds else say("never")
            case Among(name, values):
                return say("“{fact}” is {values}", fact=wording.fact(name), values=self._values(name, values))
            case Between(name, at_least, at_most):
                return self._between(name, at_least, at_most)
            case RegisterTest():
                return self._register(condition)
            case Applied(id_):
                return say("“{title}” applies", title=self._title(id_))
            case Ground(judgment, fact):
                message = "“{fact}” is among the grounds of “{judgment}”"
                return say(message, fact=wording.fact(fact), judgment=wording.fact(judgment))
            case DateTest(day, first, last):
                return self._date(day, first, last)
            case Not(Applied(id_)):
                return say("“{title}” does not apply", title=self._title(id_))
            case Not(Among(name, values)) if not self._named(condition.part):
                return say("“{fact}” is not {values}", fact=wording.fact(name), values=self._values(name, values))
            case Not(part):
                return say("it is not so that {clause}", clause=self.condition(part, inner=True))
            case Count():
                return self._count(condition, inner=inner)

    def _named(self, condition: Condition) -> str:
        """The title of the term that the condition is, if it is one."""
        return next((term.title for term in self.wording.pack.terms.values() if term.when is condition), "")

    def _led(self, when: Condition, does: str) -> str:
        clause = self.condition(when)
        if not clause or not does:
            return does or clause
        return self.wording.say("if {clause}: {rule}", clause=clause, rule=does)

    def _values(self, name: str, values: frozenset[str]) -> str:
        pack = self.wording.pack
        order: Sequence[str] = ()
        if name in pack.facts:
            order = pack.facts[name].values or ("yes", "no")
        elif name in pack.judgments:
            order = pack.judgments[name].values
        inside = [value for value in order if value in values] or sorted(values)
        if 1 < len(inside) < len(order) and name in pack.facts and pack.facts[name].worse is not None:
            if tuple(inside) == tuple(order[-len(inside) :]):
                return self.wording.say("at least {value}", value=self.wording.label(name, inside[0]))
            if tuple(inside) == tuple(order[: len(inside)]):
                return self.wording.say("at most {value}", value=self.wording.label(name, inside[-1]))
        return self.wording.listed([self.wording.label(name, value) for value in inside], "or")

    def _between(self, name: str, at_least: FactValue | None, at_most: FactValue | None) -> str:
        say, pack = self.wording.say, self.wording.pack
        what = say("“{value}”", value=self.wording.fact(name))
        fact = pack.facts[name]
        low = self.wording.fact_value(fact, at_least) if at_least is not None else ""
        high = self.wording.fact_value(fact, at_most) if at_most is not None else ""
        if low and high:
            if low == high:
                return say("{what} is {value}", what=what, value=low)
            return say("{what} is {least} to {most}", what=what, least=low, most=high)
        if low:
            return say("{what} is at least {bound}", what=what, bound=low)
        return say("{what} is at most {bound}", what=what, bound=high)

    def _register(self, test: RegisterTest) -> str:
        register = self.wording.pack.registers[test.reference.register]
        ends = {Side.MIN: "min", Side.MAX: "max"}
        side = ends.get(test.reference.side, "")
        what = self.wording.key(f"{register.id}.{side}" if side else register.id)
        if test.values:
            labels = [label for label in register.order if label in test.values] or sorted(test.values)
            return self.wording.say("{what} is {value}", what=what, value=self.wording.listed(labels, "or"))
        quantity = register.quantity or Quantity.TIME
        said = []
        for name, message in _BOUNDS:
            bound = getattr(test, name)
            if bound is None:
                continue
            if register.kind is RegisterKind.CATEGORY and isinstance(bound, int):
                text = register.order[bound]
            elif register.quantity is None:
                text = str(bound)
            else:
                text = self.wording.amount(bound, quantity)
            said.append(self.wording.say(message, what=what, bound=text))
        return self.wording.listed(said)

    def _date(self, day: str, first: str | None, last: str | None) -> str:
        say = self.wording.say
        what = say(_DATES[day])
        if first and last:
            least, most = self.wording.day(first), self.wording.day(last)
            return say("{what} is from {least} to {most}", what=what, least=least, most=most)
        if first:
            return say("{what} is {day} or later", what=what, day=self.wording.day(first))
        return say("{what} is {day} or earlier", what=what, day=self.wording.day(last or ""))

    def _count(self, count: Count, *, inner: bool) -> str:
        parts = [self.condition(part, inner=True) for part in count.parts]
        total = len(parts)
        if (count.at_least, count.at_most) == (total, total):
            return self._grouped(self.wording.listed(parts), inner=inner)
        if (count.at_least, count.at_most) == (1, total):
            return self._grouped(self.wording.listed(parts, "or"), inner=inner)
        message = "at least {least} of these hold: {parts}"
        if count.at_most < total:
            message = "{least} to {most} of these hold: {parts}"
        return self._grouped(
            self.wording.say(message, least=count.at_least, most=count.at_most, parts="; ".join(parts)), inner=inner
        )

    def _grouped(self, clause: str, *, inner: bool) -> str:
        return self.wording.say("({clause})", clause=clause) if inner else clause

    def _title(self, id_: str) -> str:
        for step in self.wording.pack.steps:
            for way in step.ways:
                if way.id == id_:
                    return way.title
        return id_

    # ------------------------------------------------------------------------------------------------- effects

    def _effects(self, effects: Sequence[Effect]) -> Iterator[str]:
        before = ""
        for effect in effects:
            yield (
                self._limit(effect, follows=effect.register == before)
                if isinstance(effect, Limit)
                else self._effect(effect)
            )
            before = effect.register

    def _effect(self, effect: Set | Add | Scale | MapEnds | Pick) -> str:
        say, wording = self.wording.say, self.wording
        register = wording.pack.registers[effect.register]
        title = wording.register(effect.register)
        match effect:
            case Set(value=value):
                return say("set the {title} to {value}", title=title, value=wording.value(value, register))
            case Add(value=int() as value) if register.kind is RegisterKind.CATEGORY:
                message = "move the {title} up by {n}" if value >= 0 else "move the {title} down by {n}"
                return say(message, title=title, n=abs(value))
            case Add(value=int() as value):
                message = "add {n} to the {title}" if value >= 0 else "take {n} off the {title}"
                return say(message, title=title, n=abs(value))
            case Add(value=value):
                return say("add {value} to the {title}", title=title, value=wording.value(value, register))
            case Scale(low=low, high=high):
                return self._scale(title, low, high)
            case MapEnds(transform=transform):
                named = wording.pack.transforms[transform]
                return say("change the {title}: {how}", title=title, how=named.title)
            case Pick(judgment=judgment, source=source):
                asked = wording.pack.judgments[judgment]
                if not source:
                    return say("a person decides the {title}: {ask}", title=title, ask=asked.ask)
                inside = wording.register(source)
                return say("a person decides the {title} inside the {range}", title=title, range=inside)

    def _scale(self, title: str, low: Exact, high: Exact) -> str:
        say = self.wording.say
        ends = (-high, -low) if high <= 0 else (low, high)
        first, second = (number_text(exact(end)) for end in ends)
        by = first if first == second else say("{least} to {most}", least=first, most=second)
        if high <= 0:
            return say("reduce the {title} by {by}", title=title, by=by)
        if low >= 0:
            return say("increase the {title} by {by}", title=title, by=by)
        return say(
            "multiply the {title} by {least} to {most}",
            title=title,
            least=number_text(exact(1 + low)),
            most=number_text(exact(1 + high)),
        )

    def _limit(self, limit: Limit, *, follows: bool) -> str:
        say = self.wording.say
        title = self.wording.register(limit.register)
        said = []
        for bound, messages in ((limit.at_least, _FLOORS), (limit.at_most, _CAPS)):
            if bound is not None:
                said.append(say(messages[follows], title=title, value=self._bound(bound, limit.register)))
        return "; ".join(said)

    def _bound(self, bound: int | str | RangeForm, name: str) -> str:
        return self.wording.value(bound, self.wording.pack.registers[name])

    def _short(self, effect: Effect) -> str:
        say = self.wording.say
        match effect:
            case Add(value=int() as value):
                return say("add {n}", n=value) if value >= 0 else say("take off {n}", n=-value)
            case Limit(register, at_least, at_most):
                said = []
                if at_least is not None:
                    said.append(say("then at least {value}", value=self._bound(at_least, register)))
                if at_most is not None:
                    said.append(say("then at most {value}", value=self._bound(at_most, register)))
                return ", ".join(said)
            case Set(register, value):
                return self.wording.value(value, self.wording.pack.registers[register])
            case _:
                return self._effect(effect)

    def _replaces(self, stage: str) -> str:
        named = self.wording.pack.stages.get(stage)
        title = named.title if named is not None else stage
        return self.wording.say("takes the place of “{stage}”", stage=title)
