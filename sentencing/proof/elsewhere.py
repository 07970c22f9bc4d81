"""What else would change: the worked examples and exercises that turn out differently under a modified copy."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from attrs import frozen

from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Question
from sentencing.engine.evaluate import Outcome, outcome
from sentencing.engine.forks import open_gates
from sentencing.engine.law import law_of
from sentencing.pack.model import Pack
from sentencing.proof.examples import asked
from sentencing.proof.weighting import Weighting


@frozen
class Turned:
    """One case that turns out differently; both ends hold every register."""

    id: str
    title: str
    before: Outcome
    after: Outcome


@frozen
class Asked:
    """A case to try: what it is called and the question that it asks of its pack."""

    id: str
    title: str
    question: Question


@lru_cache(maxsize=8)
def examples_of(pack: Pack) -> tuple[Asked, ...]:
    """The worked examples of a pack that it can read; those that ask for something sealed are not among them."""
    reader = AnswerReader(pack)
    found = ((example, asked(reader, example)[0]) for example in pack.examples)
    return tuple(Asked(example.id, example.title, question) for example, question in found if question is not None)


def elsewhere(weighting: Weighting, cases: Iterable[Asked]) -> Iterator[Turned | None]:
    """For each case in turn how it turns out differently, None where it does not; stop asking to stop the work."""
    results = law_of(weighting.original).results
    for case in cases:
        before, after = ended(weighting.original, case.question), ended(weighting.pack, case.question)
        same = before.gate == after.gate and all(before.registers[name] == after.registers[name] for name in results)
        yield None if same else Turned(case.id, case.title, before, after)


def ended(pack: Pack, question: Question) -> Outcome:
    """How a case ends as it is established; a gate that stands only on a dispute does not stop it."""
    gates = open_gates(law_of(pack), question) if question.forks else frozenset[str]()
    return outcome(pack, question.established, open_gates=gates)
