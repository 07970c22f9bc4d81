"""Worked examples: a pack's own cases with the results they must give, run and compared."""

from collections.abc import Iterator

from attrs import frozen

from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation, register_text
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import assess, open_gates
from sentencing.engine.law import law_of
from sentencing.engine.results import envelope_text
from sentencing.errors import Problem
from sentencing.pack.model import Example, Pack


@frozen
class Check:
    """One thing that an example expects, beside what came out."""

    what: str
    expected: str
    got: str
    holds: bool


@frozen
class ExampleResult:
    """What became of one example; it holds when it could be read and every check does."""

    example: Example
    checks: tuple[Check, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether everything that the example expects came out."""
        return not self.problems and all(check.holds for check in self.checks)

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks that do not hold."""
        return tuple(check for check in self.checks if not check.holds)


def run_examples(pack: Pack) -> tuple[ExampleResult, ...]:
    """Every worked example of a pack, in order; sealed facts and judgments take part, for their law is proved too."""
    reader = AnswerReader(pack, whole=True)
    return tuple(run_example(reader, example) for example in pack.examples)


def run_example(reader: AnswerReader, example: Example) -> ExampleResult:
    """One worked example under the reader's pack."""
    question, problems = asked(reader, example)
    if question is None:
        return ExampleResult(example, (), problems)
    return ExampleResult(example, tuple(checks(reader.pack, example, question)))


def asked(reader: AnswerReader, example: Example) -> tuple[Question | None, tuple[Problem, ...]]:
    """The question that an example asks."""
    return reader.question(example.facts, example.judgments, example.weights, example.dates)


def checks(pack: Pack, example: Example, question: Question) -> Iterator[Check]:
    """What the example expects, compared one by one; the envelope, which costs most, comes last."""
    expect = example.expect
    derivation = evaluate(pack, question.established, open_gates=open_gates(law_of(pack), question))
    for name, expected in expect.registers.items():
        got = register_text(derivation.registers[name], pack.registers[name], pack.units)
        yield Check(name, expected, got, expected == got)
    yield from _steps(derivation, example)
    if expect.envelope or expect.turns_on is not None:
        yield from _forks(pack, example, question)


def _steps(derivation: Derivation, example: Example) -> Iterator[Check]:
    expect = example.expect
    applied, excluded, gates = derivation.applied(), derivation.excluded(), derivation.gates()
    for step in expect.applied:
        yield Check("applied", step, _among(step, applied), step in applied)
    for step in expect.not_applied:
        yield Check("not-applied", step, _among(step, applied), step not in applied)
    for step in expect.excluded:
        yield Check("excluded", step, _among(step, excluded), step in excluded)
    if expect.gate is not None:
        yield Check("gate", expect.gate, ", ".join(gates), expect.gate in gates)


def _forks(pack: Pack, example: Example, question: Question) -> Iterator[Check]:
    expect = example.expect
    assessment = assess(pack, question, priced=expect.turns_on is not None)
    for name, expected in expect.envelope.items():
        envelope = assessment.envelopes.get(name)
        got = envelope_text(envelope, pack.registers[name], pack) if envelope is not None else ""
        yield Check(f"envelope.{name}", expected, got, expected == got)
    if expect.turns_on is not None:
        turns_on = assessment.turns_on
        holds = set(turns_on) == set(expect.turns_on)
        yield Check("turns-on", ", ".join(expect.turns_on), ", ".join(turns_on), holds)


def _among(step: str, steps: tuple[str, ...]) -> str:
    return "yes" if step in steps else "no"
