"""A whole question out of what was said: defaults for the rest, forks, and what nobody has answered."""

from attrs import define, field

from sentencing.engine.assignment import Assignment, Decision, Fork, Question, Weight
from sentencing.engine.evaluate import holds
from sentencing.engine.forks import named_run
from sentencing.pack.conditions import TRUE, Condition
from sentencing.pack.model import FactValue, Judgment, JudgmentKind, Pack

FORKING = (JudgmentKind.YES_NO, JudgmentKind.CHOICE)
"""A judgment of these kinds that is not made yet is a fork; the others leave their range open."""


@define
class Said:
    """What was said, fact by fact and judgment by judgment, already typed; `question_of` fills in the rest."""

    facts: dict[str, FactValue] = field(factory=dict)
    """Every answered fact with what it reads as in the established run."""
    forks: dict[str, Fork] = field(factory=dict)
    decisions: dict[str, Decision] = field(factory=dict)
    positions: dict[str, tuple[str, str]] = field(factory=dict)
    """judgment → what the prosecution and the defence ask for; empty where a party is silent."""
    weights: dict[tuple[str, str], Weight] = field(factory=dict)
    dates: dict[str, str] = field(factory=dict)

    def established(self, fact: str, value: FactValue) -> None:
        """The fact is admitted, agreed or found, or reads as if it were."""
        self.facts[fact] = value

    def alleged(self, fact: str, value: FactValue, default: FactValue) -> None:
        """The prosecution says so and the defence has not been heard: it reads as the default."""
        self._split(fact, "alleged", value, default)

    def disputed(self, fact: str, prosecution: FactValue, defence: FactValue) -> None:
        """The parties differ: it reads as the defence says."""
        self._split(fact, "disputed", prosecution, defence)

    def _split(self, fact: str, kind: str, prosecution: FactValue, defence: FactValue) -> None:
        self.facts[fact] = defence
        if prosecution != defence:
            self.forks[fact] = Fork(fact, (defence, prosecution), kind, prosecution, defence)


def question_of(pack: Pack, said: Said) -> Question:
    """The question; what nobody answered reads as its default and is missing if it is asked in some named run."""
    facts = {name: said.facts.get(name, fact.default) for name, fact in pack.facts.items()}
    established = Assignment(facts, said.decisions, said.weights, said.dates)
    forks = [said.forks[name] for name in facts if name in said.forks]
    runs = [established]
    if forks:
        asked = Question(established, tuple(forks))
        runs += [named_run(asked, "prosecution"), named_run(asked, "defence")]
    forks += _undecided(pack, said, runs)
    unanswered = (fact for name, fact in pack.facts.items() if name not in said.facts)
    missing = tuple(fact.id for fact in unanswered if _may_hold(pack, fact.asked_when, runs))
    return Question(established, tuple(forks), missing)


def _undecided(pack: Pack, said: Said, runs: list[Assignment]) -> list[Fork]:
    """The judgments that are nobody's yet: between the parties' positions, or between all values if both are silent."""
    forks = []
    for judgment in pack.judgments.values():
        if judgment.kind not in FORKING or judgment.until_made is None:
            continue
        made = said.decisions.get(judgment.id, Decision(None)).value is not None
        if not made and _may_hold(pack, judgment.when, runs):
            forks.append(_judgment_fork(judgment, judgment.until_made, said.positions.get(judgment.id, ("", ""))))
    return [fork for fork in forks if len(fork.values) > 1]


def _judgment_fork(judgment: Judgment, until_made: str, positions: tuple[str, str]) -> Fork:
    prosecution, defence = (position or until_made for position in positions)
    silent = positions == ("", "")
    others = judgment.values if silent else (defence, prosecution)
    values: tuple[FactValue, ...] = tuple(dict.fromkeys((until_made, *others)))
    return Fork(judgment.id, values, "undecided" if silent else "disputed", prosecution, defence)


def _may_hold(pack: Pack, condition: Condition, runs: list[Assignment]) -> bool:
    """Whether a condition holds in some named run: what matters only if the prosecution is right is asked as well."""
    return condition is TRUE or any(holds(pack, condition, run) for run in runs)
