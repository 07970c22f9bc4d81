"""The worked examples as a reader sees them: what each gave, by which moves, and which steps it proves."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from attrs import field, frozen

from sentencing.engine.answers import AnswerReader
from sentencing.engine.derivation import Derivation, EntryStatus, state_text
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import open_gates
from sentencing.engine.law import law_of
from sentencing.pack.model import Example, Pack, RegisterKind, Step
from sentencing.proof.examples import ExampleResult, asked, checks


@frozen
class Proved:
    """One example with what became of it."""

    result: ExampleResult
    hows: tuple[str, ...] = ()
    """The moves of the leading register, language-free: `= 12`, `+2`, `floor 18`."""
    state: tuple[tuple[str, str], ...] = ()
    """The shown registers that it set, as text."""
    reached: frozenset[str] = field(factory=frozenset)
    """Steps and options that stand in its result, or that a rule excluded there."""
    named: frozenset[str] = field(factory=frozenset)
    """Steps and options that it expects by name."""

    def proves(self, step: Step) -> bool:
        """Whether it stands beside a step: it names the step, or went through it."""
        ids = {way.id for way in step.ways}
        return bool(ids & self.named or ids & self.reached)


def prove(pack: Pack) -> Iterator[Proved]:
    """Each example in the order of the file, one at a time, so that a long run can be watched and left."""
    reader = AnswerReader(pack, whole=True)
    register = leading_register(pack)
    for example in pack.examples:
        yield _proved(reader, example, register)


def places(pack: Pack, proved: Sequence[Proved], changed: Container[str] = ()) -> Mapping[str, frozenset[str]]:
    """Example → the steps it stands beside in full.

    Those that it names; without any, the step that the fewest examples go through, which is what sets it apart. One
    that fails stands beside the `changed` steps that it went through, for there its failure comes from.
    """
    through = {each.result.example.id: _steps(pack, each.reached) for each in proved}
    often = Counter(step for steps in through.values() for step in steps)
    found: dict[str, frozenset[str]] = {}
    for each in proved:
        id_ = each.result.example.id
        at_fault = [step for step in through[id_] if step in changed] if not each.result.holds else []
        rarest = sorted(through[id_], key=lambda step: often[step])[:1]
        found[id_] = frozenset(at_fault or _steps(pack, each.named) or rarest)
    return found


def _steps(pack: Pack, ids: frozenset[str]) -> tuple[str, ...]:
    """The steps of which these are the ids or options."""
    return tuple(step.id for step in pack.steps if any(way.id in ids for way in step.ways))


def leading_register(pack: Pack) -> str:
    """The register whose moves tell an example's story: the first shown score, or else the headline."""
    scores = (each.id for each in pack.registers.values() if each.kind is RegisterKind.SCORE and each.shown)
    return next(scores, pack.head.headline)


def _proved(reader: AnswerReader, example: Example, register: str) -> Proved:
    pack = reader.pack
    question, problems = asked(reader, example)
    expect = example.expect
    gates = (expect.gate,) if expect.gate is not None else ()
    named = frozenset((*expect.applied, *expect.not_applied, *expect.excluded, *gates))
    if question is None:
        return Proved(ExampleResult(example, (), problems), named=named)
    derivation = evaluate(pack, question.established, open_gates=open_gates(law_of(pack), question))
    return Proved(
        result=ExampleResult(example, tuple(checks(pack, example, question))),
        hows=tuple(_hows(derivation, register)),
        state=tuple((name, text) for name, text in state_text(derivation, pack).items() if text),
        reached=frozenset((*derivation.applied(), *derivation.excluded())),
        named=named,
    )


def _hows(derivation: Derivation, register: str) -> Iterator[str]:
    """The moves that moved it; a limit that does not bite is no move."""
    for entry in derivation.entries:
        if entry.status is EntryStatus.APPLIED:
            for change in entry.changes:
                if change.register == register and change.before != change.after:
                    yield change.how
