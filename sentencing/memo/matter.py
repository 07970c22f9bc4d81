"""The matter of one memo: one accused, the counts, the open case and its assessment, and what may be said of them."""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import define, frozen

from sentencing.case.model import Accused, Answer, Case, Evidence, JudgmentMade, OffenceCount
from sentencing.engine.assessment import Assessment
from sentencing.engine.derivation import Derivation, Entry
from sentencing.engine.evaluate import holds
from sentencing.memo.words import Words
from sentencing.pack.model import Effect, Fact, Limit, Pack, Pick, Proposal, Register, RegisterKind

PROSECUTION: Final = "prosecution"
NEUTRAL: Final = "neutral"
TRAINING: Final = "training"
AUDIENCES: Final = (PROSECUTION, NEUTRAL, TRAINING)


@frozen
class Choices:
    """What the author chose for this memo."""

    audience: str = PROSECUTION
    short: bool = False
    language: str = "en"
    modified: bool = False
    """Whether the guidance was changed for a demonstration."""


@define
class Matter:
    """Everything a memo is made from. `pack` is the open pack: what is sealed does not exist here."""

    case: Case
    accused: Accused
    counts: tuple[OffenceCount, ...]
    pack: Pack
    assessment: Assessment
    words: Words
    choices: Choices

    @property
    def derivation(self) -> Derivation:
        """The run on what is established, which the memo sets out."""
        return self.assessment.established

    @property
    def count(self) -> str:
        """The count that is assessed; empty when the counts are assessed together."""
        return self.counts[0].id if len(self.counts) == 1 else ""

    def answer(self, fact: str) -> Answer | None:
        """The answer that counts for this accused."""
        return self.case.answer(fact, self.accused.id, self.count)

    def judgment(self, judgment: str) -> JudgmentMade | None:
        """The judgment that counts for this accused."""
        return self.case.judgment(judgment, self.accused.id, self.count)

    def entries(self) -> Iterator[Entry]:
        """The entries of the steps that an open paper may show."""
        shown = {step.id for step in self.pack.steps}
        yield from (entry for entry in self.derivation.entries if entry.step in shown)

    def effects(self, step: str) -> tuple[Effect, ...]:
        """Everything that a step may do, whichever way it goes."""
        found = next(each for each in self.pack.steps if each.id == step)
        return tuple(effect for way in found.ways for effect in way.effects)

    @cached_property
    def evidence(self) -> dict[str, Evidence]:
        """The evidence of the open case by its id."""
        return {each.id: each for each in self.case.evidence}

    @cached_property
    def asked(self) -> frozenset[str]:
        """The facts that the pack asks about in this case."""
        established = self.assessment.question.established
        return frozenset(fact.id for fact in self.pack.facts.values() if holds(self.pack, fact.asked_when, established))

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The facts that are asked here, may move the result or be weighed, and that nobody has answered."""
        return tuple(name for name in self._unanswered if not self.pack.facts[name].informational)

    @cached_property
    def unsaid(self) -> tuple[str, ...]:
        """The unanswered facts that move no result, such as how the evidence was won."""
        return tuple(name for name in self._unanswered if self.pack.facts[name].informational)

    @cached_property
    def _unanswered(self) -> tuple[str, ...]:
        return tuple(name for name in self.assessment.question.missing if name in self.asked)

    @cached_property
    def weighed(self) -> frozenset[str]:
        """The facts that the law leaves to be weighed: no figure turns on them, and yet they may matter."""
        found = {fact for step in self.pack.steps if step.weigh is not None for fact in step.weigh.facts}
        return frozenset(found | {fact for judgment in self.pack.judgments.values() for fact in judgment.grounds})

    @cached_property
    def spoken(self) -> dict[str, Register]:
        """The registers that this memo may speak of: without the figure or the range where the law has it so."""
        proposal = self.pack.head.numeric_proposal
        kept = {name: register for name, register in self.pack.registers.items() if register.shown}
        if proposal is not Proposal.FIGURE:
            kept = {name: register for name, register in kept.items() if register.kind is not RegisterKind.FIGURE}
        if proposal is Proposal.NONE:
            frames = self.frames
            kept = {name: each for name, each in kept.items() if each.kind is not RegisterKind.RANGE or name in frames}
        return kept

    @cached_property
    def frames(self) -> frozenset[str]:
        """The ranges that the law sets around the others: what a figure stays within, what a limit refers to."""
        names: set[str] = set()
        for step in self.pack.steps:
            for effect in self.effects(step.id):
                if isinstance(effect, Pick):
                    names.add(effect.within or effect.source)
                elif isinstance(effect, Limit):
                    bounds = (effect.at_least, effect.at_most)
                    names |= {
                        ref.register
                        for each in bounds
                        if not isinstance(each, int | str | None)
                        for ref in each.references()
                    }
        return frozenset(name for name in names if name)

    @cached_property
    def headline(self) -> Register | None:
        """The register that the memo gives as the result, when it may."""
        wanted = self.spoken.get(self.pack.head.headline)
        if wanted is not None:
            return wanted
        ranked = (RegisterKind.RANGE, RegisterKind.CATEGORY, RegisterKind.SCORE)
        found = [each for kind in ranked for each in self.spoken.values() if each.kind is kind]
        return next((each for each in found if each.id not in self.frames), found[0] if found else None)

    @cached_property
    def names(self) -> dict[str, str]:
        """What stands for each name in a paper without names; the longest name first."""
        found: dict[str, str] = {}
        for accused in self.case.accused:
            for name in (accused.name, *accused.name.split()):
                if len(name.strip(".")) > 2:
                    found.setdefault(name, accused.id)
        return dict(sorted(found.items(), key=lambda pair: -len(pair[0])))

    def typed(self, text: str) -> str:
        """What somebody typed, without names where the paper has none."""
        if self.choices.audience != TRAINING:
            return text
        for name, code in self.names.items():
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", code, text)
        return text

    def name_of(self, fact: Fact) -> str:
        """One to three words for a fact."""
        return fact.name or fact.ask
