"""From a case to the engine: which answer counts for one accused and count, how its standing reads, and where it forks.

This is the only bridge. A text that is no value of its fact is told as a problem and reads as unanswered; the answer
itself stays in the case. Sealed facts and judgments take part only in `sealed_question`.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from attrs import define, evolve, field

from sentencing.case.model import Answer, Case, JudgmentMade, OffenceCount, Sealed, Standing, WeightGiven
from sentencing.engine.assignment import Assignment, Decision, Question, Weight
from sentencing.engine.forks import RUNS, named_run, with_values
from sentencing.engine.questions import Said, question_of
from sentencing.engine.sealing import open_pack
from sentencing.engine.values import read_fact, read_judgment, shown
from sentencing.errors import Problem, Severity
from sentencing.pack.model import About, Assesses, Fact, FactValue, Judgment, Pack
from sentencing.pack.spots import is_day, listed, nearest_of

UNDECIDED: Final = "undecided"
"""An order that nobody has decided to seek: nothing that needs reasons."""

Asked = tuple[Question, tuple[Problem, ...]]
Run = str | Mapping[str, FactValue]
"""A named run, `established`, `prosecution` or `defence`, or a value for each fork that departs from the first."""


def question(case: Case, pack: Pack, accused: str, count: str) -> Asked:
    """What the engine is asked of one accused and count; everything sealed is left out.

    A pack that assesses all counts together passes over `count`.
    """
    return _Assigner(case, open_pack(pack), accused, count).asked()


def sealed_question(case: Case, sealed: Sealed, pack: Pack, accused: str, count: str) -> Asked:
    """The same with the sealed part: the second evaluation, for the sealed page and the annex only."""
    whole = case
    for answer in sealed.answers:
        whole = whole.with_answer(answer)
    for made in sealed.judgments:
        whole = whole.with_judgment(made)
    return _Assigner(whole, pack, accused, count).asked()


def assign(case: Case, pack: Pack, accused: str, count: str, run: Run = "established") -> Assignment:
    """One way the case may be: a named run, or a choice for each fork."""
    asked, _ = question(case, pack, accused, count)
    if isinstance(run, str):
        if run not in RUNS:
            raise ValueError(f"'{run}' is not a run; wanted is {listed(RUNS)}")
        return named_run(asked, run)
    return with_values(asked.established, run)


def subjects(case: Case, pack: Pack) -> tuple[tuple[str, str], ...]:
    """Whom and what the pack assesses, as (accused, count); the count is empty where all are taken together."""
    if pack.head.assesses is Assesses.ALL_COUNTS:
        return tuple((accused.id, "") for accused in case.accused)
    return tuple((accused.id, count.id) for accused in case.accused for count in case.counts_of(accused.id))


def unasked(case: Case, pack: Pack) -> tuple[Answer, ...]:
    """The answers whose fact this edition does not ask; they stay in the case."""
    return tuple(answer for answer in case.answers if answer.fact not in pack.facts)


@define
class _Assigner:
    """Reads one case for one accused and count under one pack."""

    case: Case
    pack: Pack
    accused: str
    count: str
    said: Said = field(factory=Said)
    problems: list[Problem] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        if self.pack.head.assesses is Assesses.ALL_COUNTS:
            counts = self.case.counts_of(self.accused)
            self.count = counts[0].id if len(counts) == 1 else ""

    def asked(self) -> Asked:
        """The question, and what is wrong with what was said."""
        for fact in self.pack.facts.values():
            answer = self.case.answer(fact.id, self.accused, self.count)
            if answer is not None:
                self._answer(fact, answer)
        for judgment in self.pack.judgments.values():
            made = self.case.judgment(judgment.id, self.accused, self.count)
            if made is not None:
                self._judgment(judgment, made)
        self._weights()
        self._dates()
        self._unread()
        return question_of(self.pack, self.said), tuple(self.problems)

    # ----------------------------------------------------------------------------------------------- answers

    def _answer(self, fact: Fact, answer: Answer) -> None:
        path = _path("answers", fact.id, answer.accused, answer.count)
        match answer.standing:
            case Standing.ESTABLISHED:
                value = self._value(fact, answer.value, path)
                if value is not None:
                    self.said.established(fact.id, value)
            case Standing.ALLEGED:
                value = self._value(fact, answer.value, path)
                if value is not None:
                    self.said.alleged(fact.id, value, fact.default)
            case Standing.DISPUTED:
                prosecution = self._value(fact, answer.prosecution, f"{path}.prosecution")
                defence = self._value(fact, answer.defence, f"{path}.defence")
                if prosecution is not None and defence is not None:
                    self.said.disputed(fact.id, prosecution, defence)
            case Standing.NOT_RAISED | Standing.CONSIDERED:
                self.said.established(fact.id, fact.default)
        if answer.standing is Standing.CONSIDERED and not answer.reasons.strip():
            self._warn("considered and found not to apply, without reasons.", path, "Say why.")
        elif self._is_nearer(fact, answer) and not answer.reasons.strip():
            who = " ".join(part for part in (answer.accused, answer.count) if part)
            self._warn(f"differs for {who}, without reasons.", path, "Say why.")

    def _value(self, fact: Fact, text: str, path: str) -> FactValue | None:
        if not text:
            self._add(Problem("no value is given.", path, right="It reads as unanswered until it has one."))
            return None
        value = read_fact(fact, text, self.pack.units)
        if isinstance(value, Problem):
            self._add(evolve(value, path=path))
            return None
        return value

    def _is_nearer(self, fact: Fact, answer: Answer) -> bool:
        """Whether an answer is given for one accused or count where its fact is normally the same for all of them."""
        for_one = bool(answer.accused) and fact.about is not About.ACCUSED and len(self.case.accused) > 1
        for_count = bool(answer.count) and fact.about is not About.COUNT and len(self.case.counts) > 1
        return for_one or for_count

    # --------------------------------------------------------------------------------------------- judgments

    def _judgment(self, judgment: Judgment, made: JudgmentMade) -> None:
        path = _path("judgments", judgment.id, made.accused, made.count)
        read = {}
        for key, text in (("value", made.value), ("prosecution", made.prosecution), ("defence", made.defence)):
            value = read_judgment(judgment, text, self.pack) if text else None
            if isinstance(value, Problem):
                self._add(evolve(value, path=path if key == "value" else f"{path}.{key}"))
                value = None
            read[key] = value
        grounds = tuple(ground for ground in made.grounds if ground in judgment.grounds)
        for ground in made.grounds:
            if ground not in judgment.grounds:
                near = nearest_of(ground, judgment.grounds)
                self._add(Problem(f"{shown(ground)} is not a ground of it.", f"{path}.grounds", nearest=near))
        if read["value"] is not None or grounds or made.reasons:
            self.said.decisions[judgment.id] = Decision(read["value"], grounds, made.reasons)
        if read["prosecution"] is not None or read["defence"] is not None:
            sides = (
                made.prosecution if read["prosecution"] is not None else "",
                made.defence if read["defence"] is not None else "",
            )
            self.said.positions[judgment.id] = sides
        if read["value"] not in (None, UNDECIDED) and not made.reasons.strip():
            self._warn("decided without reasons.", path, "A judgment always takes reasons.")

    # --------------------------------------------------------------------------------------- weights and dates

    def _weights(self) -> None:
        weighing = {step.id: step.weigh for step in self.pack.steps if step.weigh is not None}
        for weight in self._nearest_weights():
            weigh = weighing.get(weight.step)
            if weigh is None or weight.fact not in weigh.facts:
                continue  # kept for an edition that asks for it
            if weight.word in weigh.words:
                self.said.weights[weight.step, weight.fact] = Weight(weight.word, weight.reasons)
            else:
                path = _path(f"weights.{weight.step}", weight.fact, weight.accused, weight.count)
                right = f"Wanted is {listed(weigh.words)}."
                self._add(Problem(f"{shown(weight.word)} is not a weight here.", path, right=right))

    def _nearest_weights(self) -> Iterator[WeightGiven]:
        found: dict[tuple[str, str], WeightGiven] = {}
        for who, which in ((self.accused, self.count), (self.accused, ""), ("", self.count), ("", "")):
            for weight in self.case.weights:
                if (weight.accused, weight.count) == (who, which):
                    found.setdefault((weight.step, weight.fact), weight)
        yield from found.values()

    def _dates(self) -> None:
        counts = self._counts()
        days = {
            "offence-date": [(f"counts.{each.id}", each.last or each.first) for each in counts],
            "conviction-date": [(f"counts.{each.id}", each.conviction_date) for each in counts],
            "sentence-date": [("hearing", self.case.hearing)],
        }
        for name, given in days.items():
            for path, day in given:
                if day and not is_day(day):
                    self._add(Problem(f"{shown(day)} is not a day.", path, right="Write it as 2026-03-14."))
            real = [day for _, day in given if is_day(day)]
            if real:
                self.said.dates[name] = max(real)  # several counts assessed together: the last day governs

    def _counts(self) -> tuple[OffenceCount, ...]:
        counts = self.case.counts_of(self.accused)
        return tuple(each for each in counts if each.id == self.count) if self.count else counts

    # ------------------------------------------------------------------------------------------------- private

    def _unread(self) -> None:
        """Warns of what is kept and not read: answers for one count where all are assessed together."""
        if self.count or self.pack.head.assesses is not Assesses.ALL_COUNTS:
            return
        for answer in self.case.answers:
            if answer.count and answer.accused in ("", self.accused) and answer.fact in self.pack.facts:
                path = _path("answers", answer.fact, answer.accused, answer.count)
                self._warn(
                    "is not read: this guidance assesses all counts together.", path, "Answer it for all counts."
                )

    def _warn(self, found: str, path: str, right: str) -> None:
        self._add(Problem(found, path, right=right, severity=Severity.WARNING))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)


def _path(section: str, name: str, accused: str, count: str) -> str:
    """`answers.weapon`, or `answers.weapon[A2 C1]` for one accused and count."""
    where = " ".join(part for part in (accused, count) if part)
    return f"{section}.{name}[{where}]" if where else f"{section}.{name}"
