"""Small made-up laws, every verb and condition in them, for claims that must hold of any law at all."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

from sentencing.amounts import (
    UNBOUNDED_BELOW,
    Linear,
    PerHead,
    Quantity,
    RangeForm,
    Reference,
    Rounding,
    Side,
    Term,
    Units,
)
from sentencing.engine.assignment import Assignment, Decision, Fork, Question
from sentencing.pack.conditions import (
    FALSE,
    TRUE,
    Among,
    Applied,
    Between,
    Condition,
    Count,
    Not,
    RegisterTest,
    every,
    some,
)
from sentencing.pack.model import (
    Add,
    Assesses,
    Assistance,
    Band,
    Choose,
    Contradiction,
    Edition,
    EditionRule,
    Effect,
    Fact,
    FactKind,
    FactValue,
    GateKind,
    GateRule,
    Head,
    Judgment,
    JudgmentKind,
    Limit,
    MapEnds,
    Option,
    Pack,
    Pick,
    Proposal,
    Register,
    RegisterKind,
    RoundingRule,
    Scale,
    Set,
    Status,
    Step,
    Table,
    TableLookup,
    Transform,
)

CHOICES = ("none", "some", "much", "worst")


def form(months: int) -> RangeForm:
    return RangeForm(Linear((Term(months),)), Linear((Term(months),)))


def span(low: int, high: int) -> RangeForm:
    return RangeForm(Linear((Term(low),)), Linear((Term(high),)))


def own(side: Side, factor: Fraction | int = 1, plus: int = 0) -> Linear:
    return Linear((Term(factor, Reference("", side)), Term(plus)))


class LawMaker:
    """Builds one random law from one seed; `stops` and `contradictions` add what takes ways out."""

    def __init__(self, seed: int, *, stops: bool = False, contradictions: bool = False) -> None:
        self.random = Random(seed)
        self.stops = stops
        self.contradictions = contradictions
        self.facts = {fact.id: fact for fact in self._facts()}
        self.judgments = {
            "less-serious": Judgment("less-serious", JudgmentKind.YES_NO, "Less serious?", until_made="no"),
            "term": Judgment("term", JudgmentKind.TIME, "Term"),
            "s-scale": Judgment("s-scale", JudgmentKind.FRACTION, "Fraction", step="s-scale"),
        }
        self.done: list[str] = []
        self.answers_only = False

    def pack(self) -> Pack:
        steps = [self._base(), *(self._step(number) for number in range(self.random.randint(4, 9)))]
        steps += [self._table(), self._limit(), self._pick(), self._scale(), self._map()]
        head = Head(
            "made", "Made", "X", "nobody", "en", Status.TRAINING, Edition("1", "2020-01-01"), EditionRule.OFFENCE_DATE,
            Assesses.EACH_COUNT, Proposal.RANGE, Assistance.OPEN, "frame",
        )  # fmt: skip
        self.done, self.answers_only = [], True
        contradictions = (Contradiction(self._condition(1), "These cannot stand together."),)
        return Pack(
            head=head,
            units=Units(30, "EUR"),
            sources={},
            stages={},
            registers={
                "points": Register("points", RegisterKind.SCORE, "Points"),
                "grade": Register("grade", RegisterKind.CATEGORY, "Grade", order=("A", "B", "C", "D")),
                "frame": Register("frame", RegisterKind.RANGE, "Frame", Quantity.TIME),
                "sentence": Register(
                    "sentence", RegisterKind.FIGURE, "Sentence", Quantity.TIME,
                    rounding=RoundingRule(1, Rounding.DOWN, ()),
                ),
            },
            facts=self.facts,
            judgments=self.judgments,
            terms={},
            tables={
                "frames": Table(
                    "frames", ("points",), "frame",
                    bands=(
                        Band(None, 3, None, span(0, 6)), Band(4, 7, None, span(6, 18)), Band(8, 12, None, span(12, 40)),
                        Band(13, None, None, RangeForm(Linear((Term(36),)), Linear((Term(120),)))),
                    ),
                ),
                "heads": Table("heads", ("number",), "points", bands=(
                    Band(None, 5, None, 0), Band(6, 24, None, 3), Band(25, None, None, 6),
                )),
            },
            transforms={"shift": Transform("shift", "shift", RangeForm(own(Side.MIN, Fraction(1, 2)), own(Side.MIN)),
                                           RangeForm(own(Side.MAX), own(Side.MAX, Fraction(3, 4))))},
            contradictions=contradictions if self.contradictions else (),
            relations=(),
            steps=tuple(steps),
        )  # fmt: skip

    def question(self, pack: Pack, forks_at_most: int) -> Question:
        facts: dict[str, FactValue] = {
            name: self.random.choice(self._values(fact)) if self.random.random() < 0.4 else fact.default
            for name, fact in pack.facts.items()
        }
        names = self.random.sample(sorted(pack.facts), self.random.randint(1, min(forks_at_most, len(pack.facts))))
        forks = [self._fork(pack.facts[name], facts[name]) for name in names]
        if self.random.random() < 0.5:
            forks.append(Fork("less-serious", ("no", "yes"), "undecided", "no", "no"))
        judgments = {"term": Decision(None)} if self.random.random() < 0.5 else {}
        return Question(Assignment(facts, judgments), tuple(forks))

    def _fork(self, fact: Fact, established: FactValue) -> Fork:
        others = [value for value in self._values(fact) if value != established]
        values = (established, *self.random.sample(others, 1 if self.random.random() < 0.7 else min(2, len(others))))
        return Fork(fact.id, values, "disputed", values[1], values[0])

    def _values(self, fact: Fact) -> tuple[FactValue, ...]:
        if fact.kind is FactKind.COUNT:
            return (1, 4, 6, 24, 25, 40)
        return ("no", "yes") if fact.kind is FactKind.YES_NO else CHOICES

    def _facts(self) -> list[Fact]:
        yes_no = [Fact(f"f{i}", FactKind.YES_NO, f"f{i}?", "no") for i in range(self.random.randint(3, 6))]
        choices = [Fact(f"c{i}", FactKind.CHOICE, f"c{i}?", "none", values=CHOICES) for i in range(2)]
        return [*yes_no, *choices, Fact("number", FactKind.COUNT, "How many?", 1)]

    # ------------------------------------------------------------------------------------------------ conditions

    def _condition(self, depth: int = 2) -> Condition:
        kind = self.random.random()
        if depth == 0 or kind < 0.45:
            return self._atom()
        parts = tuple(self._condition(depth - 1) for _ in range(self.random.randint(2, 3)))
        makers: tuple[Callable[[], Condition], ...] = (
            lambda: every(parts),
            lambda: some(parts),
            lambda: Not(parts[0]),
            lambda: Count(parts, 1, len(parts) - 1),
            lambda: Count(parts, min(2, len(parts)), len(parts)),
        )
        return self.random.choice(makers)()

    def _atom(self) -> Condition:
        fact = self.random.choice(list(self.facts.values()))
        kind = self.random.random()
        if kind < 0.15 and self.done:
            return Applied(self.random.choice(self.done))
        if kind < 0.25 and not self.answers_only:
            return RegisterTest(Reference("points", Side.WHOLE), at_least=self.random.randint(1, 10))
        if kind < 0.30:
            return Among("less-serious", frozenset({"yes"}))
        if fact.kind is FactKind.COUNT:
            return Between(fact.id, self.random.choice((2, 6, 25)), None)
        if fact.kind is FactKind.CHOICE:
            return Among(fact.id, frozenset(self.random.sample(CHOICES, self.random.randint(1, 3))))
        return Among(fact.id, frozenset({"yes"}))

    # ----------------------------------------------------------------------------------------------------- steps

    def _base(self) -> Step:
        return Step("base", "one", "Base", (), effects=(
            Set("points", 4), Set("grade", "B"), Set("frame", span(0, 60)), Set("sentence", span(0, 60)),
        ))  # fmt: skip

    def _step(self, number: int) -> Step:
        id_ = f"s{number}"
        when = self._condition() if self.random.random() < 0.8 else TRUE
        unless = self._condition(1) if self.random.random() < 0.25 else FALSE
        stage = "one" if number < 3 else "two"
        kind = self.random.random()
        if self.stops and kind < 0.2:
            gate = self.random.choice((GateKind.STOP, GateKind.REFER, GateKind.WARN))
            step = Step(id_, stage, id_, (), self._condition(1), gate=GateRule(gate, "Said."))
        elif kind < 0.5:
            step = Step(id_, stage, id_, (), when, unless, effects=self._points())
        else:
            choose = self.random.choice((Choose.FIRST, Choose.GREATEST, Choose.ONE))
            options = tuple(self._option(f"{id_}-{i}") for i in range(self.random.randint(2, 3)))
            step = Step(id_, stage, id_, (), when, unless, choose=choose, of="points", options=options)
        self.done += [step.id, *(option.id for option in step.options)]
        return step

    def _option(self, id_: str) -> Option:
        replaces = "one" if self.random.random() < 0.1 else ""
        when = self._condition(1) if self.random.random() < 0.7 else TRUE
        return Option(id_, id_, when, self._points() if self.random.random() < 0.85 else (), replaces)

    def _points(self) -> tuple[Effect, ...]:
        if self.random.random() < 0.2:
            return (Add("points", TableLookup("heads")),)
        add: Effect = Add("points", self.random.randint(-2, 4))
        if self.random.random() < 0.3:
            return (add, Limit("points", at_least=self.random.randint(3, 9)))
        return (add, Add("grade", 1)) if self.random.random() < 0.3 else (add,)

    def _table(self) -> Step:
        return Step("table", "two", "Table", (), effects=(Set("frame", TableLookup("frames")),))

    def _limit(self) -> Step:
        per = RangeForm(UNBOUNDED_BELOW, Linear((Term(12), Term(2, None, PerHead("number", 1)))))
        return Step("limit", "two", "Limit", (), self._condition(1), effects=(Limit("frame", at_most=per),))

    def _pick(self) -> Step:
        return Step("pick", "two", "Pick", (), effects=(Pick("sentence", "term", "frame"),))

    def _scale(self) -> Step:
        low, high = self.random.choice(((Fraction(1, 3), Fraction(1, 2)), (Fraction(-1, 2), 0), (Fraction(-1, 3),) * 2))
        return Step("s-scale", "two", "Scale", (), self._condition(1), effects=(Scale("sentence", low, high),))

    def _map(self) -> Step:
        return Step("map", "two", "Map", (), self._condition(1), effects=(MapEnds("frame", "shift"),))
