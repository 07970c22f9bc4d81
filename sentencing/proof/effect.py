"""What another edition, or one difference alone, does to a case and to all worked examples."""

from collections.abc import Iterator

from attrs import evolve, frozen

from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation, state_text
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import assess, open_gates
from sentencing.engine.law import law_of
from sentencing.engine.results import envelope_text
from sentencing.pack.differences import answers_read
from sentencing.pack.model import Add, Effect, Example, MapEnds, Pack, Pick, Set, Step, TableLookup
from sentencing.pack.reads import effects_of, registers_read
from sentencing.proof.examples import asked


@frozen
class Moved:
    """One register before and after, as text; empty where an edition does not have or set it."""

    register: str
    before: str
    after: str

    @property
    def differs(self) -> bool:
        """Whether it moved at all."""
        return self.before != self.after


@frozen
class StepMoved:
    """A step whose part in the result changes: what it did before and after, language-free, empty where it did not."""

    step: str
    title: str
    before: str
    after: str


@frozen
class CaseEffect:
    """What becomes of one case."""

    registers: tuple[Moved, ...]
    """The shown registers, as the case stands."""
    envelopes: tuple[Moved, ...]
    """The same over everything disputed, alleged or undecided; only those that can be compared."""
    steps: tuple[StepMoved, ...]
    gate: Moved

    @property
    def changes(self) -> bool:
        """Whether anything of the result is another."""
        return any(each.differs for each in (*self.registers, *self.envelopes, self.gate))


@frozen
class ExampleEffect:
    """A worked example that turns out differently; `unreadable` says why it can no longer be asked at all."""

    example: Example
    moved: tuple[Moved, ...]
    unreadable: str = ""


def effect_on(before: Pack, asked_before: Question, after: Pack, asked_after: Question) -> CaseEffect:
    """What a case becomes under another pack; each pack is asked with the question made for it."""
    old, new = _derived(before, asked_before), _derived(after, asked_after)
    envelopes: tuple[Moved, ...] = ()
    if asked_before.forks or asked_after.forks:
        envelopes = _paired(_envelopes(before, asked_before), _envelopes(after, asked_after))
    return CaseEffect(
        registers=_paired(state_text(old, before), state_text(new, after)),
        envelopes=envelopes,
        steps=tuple(_steps(old, new)),
        gate=Moved("", old.gate or "", new.gate or ""),
    )


def effect_on_examples(before: Pack, after: Pack) -> Iterator[ExampleEffect]:
    """The worked examples of `before` that turn out differently under `after`."""
    readers = AnswerReader(before, whole=True), AnswerReader(after, whole=True)
    for example in before.examples:
        (one, _wrong), (other, problems) = (asked(reader, example) for reader in readers)
        if one is None:
            continue
        if other is None:
            yield ExampleEffect(example, (), problems[0].sentence() if problems else "")
            continue
        states = state_text(_derived(before, one), before), state_text(_derived(after, other), after)
        moved = tuple(each for each in _paired(*states) if each.differs)
        if moved:
            yield ExampleEffect(example, moved)


def alone(before: Pack, after: Pack, part: str) -> Pack | None:
    """`before` with one step, table, transform or term of `after` in it; None where it cannot stand alone."""
    section, _dot, name = part.partition(".")
    match section:
        case "tables" if name in before.tables and name in after.tables:
            return evolve(before, tables={**before.tables, name: after.tables[name]})
        case "transforms" if name in before.transforms and name in after.transforms:
            return evolve(before, transforms={**before.transforms, name: after.transforms[name]})
        case "steps":
            return _with_step(before, after, name)
        case _:
            return None


def _with_step(before: Pack, after: Pack, name: str) -> Pack | None:
    new = next((step for step in after.steps if step.id == name), None)
    if new is None:
        return _checked(evolve(before, steps=tuple(step for step in before.steps if step.id != name)))
    if any(step.id == name for step in before.steps):
        return _checked(evolve(before, steps=tuple(new if step.id == name else step for step in before.steps)))
    order = [step.id for step in after.steps]
    earlier = set(order[: order.index(name)])
    place = max((at for at, step in enumerate(before.steps, 1) if step.id in earlier), default=0)
    return _checked(evolve(before, steps=(*before.steps[:place], new, *before.steps[place:])))


def _checked(pack: Pack) -> Pack | None:
    """The pack, when every step finds what it names there."""
    return pack if all(_stands(pack, step) for step in pack.steps) else None


def _stands(pack: Pack, step: Step) -> bool:
    """Tables are looked for first: reading what a step reads opens them."""
    if not all(_named_in(pack, effect) for effect in effects_of(step)):
        return False
    answers = all(name in pack.facts or name in pack.judgments for name in answers_read(pack, step))
    registers = {effect.register for effect in effects_of(step)} | set(registers_read(step, pack))
    return answers and registers <= set(pack.registers)


def _named_in(pack: Pack, effect: Effect) -> bool:
    match effect:
        case Set(value=TableLookup(table)) | Add(value=TableLookup(table)):
            return table in pack.tables
        case MapEnds(transform=transform):
            return transform in pack.transforms
        case Pick(judgment=judgment):
            return judgment in pack.judgments
        case _:
            return True


def _derived(pack: Pack, question: Question) -> Derivation:
    gates = open_gates(law_of(pack), question) if question.forks else frozenset[str]()
    return evaluate(pack, question.established, open_gates=gates)


def _envelopes(pack: Pack, question: Question) -> dict[str, str]:
    envelopes = assess(pack, question, priced=False).envelopes
    return {name: envelope_text(each, pack.registers[name], pack) for name, each in envelopes.items()}


def _paired(before: dict[str, str], after: dict[str, str]) -> tuple[Moved, ...]:
    return tuple(Moved(name, before.get(name, ""), after.get(name, "")) for name in dict.fromkeys((*before, *after)))


def _steps(old: Derivation, new: Derivation) -> Iterator[StepMoved]:
    before, after = _done(old), _done(new)
    for step in dict.fromkeys((*after, *before)):
        (title, was), (renamed, now) = before.get(step, ("", "")), after.get(step, ("", ""))
        if was != now:
            yield StepMoved(step, renamed or title, was, now)


def _done(derivation: Derivation) -> dict[str, tuple[str, str]]:
    """Step → its title and what it did, for the steps that stand in the result."""
    return {
        entry.step: (entry.option_title or entry.title, ", ".join(change.how for change in entry.changes))
        for entry in derivation.entries
        if entry.counted
    }
