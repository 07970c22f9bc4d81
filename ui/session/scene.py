"""One moment of a case: what was said, and what the guidance makes of it. Whatever is shown is read from a scene."""

from collections.abc import Mapping
from functools import cached_property

from attrs import field, frozen

from sentencing.case.model import Answer, Case, Evidence, JudgmentMade, Standing
from sentencing.engine.assessment import Effect
from sentencing.engine.assignment import Fork, Question
from sentencing.engine.derivation import Derivation, Entry
from sentencing.engine.evaluate import holds
from sentencing.engine.forks import RUNS, named_run
from sentencing.pack.model import Fact, FactValue, Group, Pack
from ui.session.edits import Subject, differs, is_open
from ui.session.rest import Rest


@frozen
class Scene:
    """Case, pack and whom we look at, with the headline derivation; the rest follows when the program is idle."""

    pack: Pack
    case: Case
    subject: Subject
    question: Question
    derivation: Derivation
    rest: Rest | None = None
    """Envelope, turns-on, effects; None while they are being made."""
    waiting: Mapping[str, Standing] = field(factory=dict, hash=False)
    """Standings that were chosen for facts whose value is still to come; nothing of them is in the case."""

    __hash__ = object.__hash__

    @cached_property
    def asked(self) -> Mapping[Group, tuple[Fact, ...]]:
        """The facts asked on each page, in the pack's order: those that matter as the case stands or as a party says.

        What `asked-when` hides keeps its answer.
        """
        runs = [named_run(self.question, run) for run in (RUNS if self.question.forks else RUNS[:1])]
        groups: dict[Group, list[Fact]] = {group: [] for group in Group}
        for fact in self.pack.facts.values():
            if any(holds(self.pack, fact.asked_when, run) for run in runs):
                groups[fact.group].append(fact)
        return {group: tuple(facts) for group, facts in groups.items()}

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The facts that are asked and that nobody has answered, in the pack's order."""
        return tuple(fact.id for facts in self.asked.values() for fact in facts if fact.id in self.question.missing)

    @cached_property
    def readers(self) -> Mapping[str, tuple[Entry, ...]]:
        """Fact → the entries that read it."""
        found: dict[str, list[Entry]] = {}
        for entry in self.derivation.entries:
            for reading in entry.readings:
                found.setdefault(reading.name, []).append(entry)
        return {name: tuple(entries) for name, entries in found.items()}

    @cached_property
    def forks(self) -> Mapping[str, Fork]:
        """The forks by name."""
        return {fork.name: fork for fork in self.question.forks}

    @cached_property
    def evidence(self) -> Mapping[str, Evidence]:
        """The evidence by id."""
        return {each.id: each for each in self.case.evidence}

    def effect(self, fact: str, value: FactValue) -> Effect | None:
        """What an answer would change; None while it is not known."""
        return self.rest.effects.get((fact, value)) if self.rest is not None else None

    @cached_property
    def answers(self) -> Mapping[str, Answer]:
        """Fact → the answer that counts for the subject; looked up once, because every page asks for all of them."""
        given = dict.fromkeys(answer.fact for answer in self.case.answers)
        found = {fact: self.case.answer(fact, self.subject.accused, self.subject.count) for fact in given}
        return {fact: answer for fact, answer in found.items() if answer is not None}

    def answer(self, fact: str) -> Answer | None:
        """The answer that counts for the subject."""
        return self.answers.get(fact)

    def standing(self, fact: str) -> Standing | None:
        """How a fact stands; None while nobody has considered it."""
        answer = self.answer(fact)
        return None if answer is None or is_open(answer) else answer.standing

    def judgment(self, id_: str) -> JudgmentMade | None:
        """The judgment that counts for the subject."""
        return self.case.judgment(id_, self.subject.accused, self.subject.count)

    def differs(self, fact: Fact) -> bool:
        """Whether the answer is this accused's alone although it is normally everyone's."""
        return differs(self.answer(fact.id), fact, self.subject)
