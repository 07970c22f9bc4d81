"""What needs attention: contradictions, open and disputed facts with their worth, witnesses who leave, reasons."""

from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from sentencing.case.model import Standing
from sentencing.engine.assignment import Fork
from sentencing.engine.forks import worst_value
from sentencing.pack.model import Fact, Group
from ui.i18n import _, language
from ui.models.effects import result_with, would_change
from ui.models.texts import day, quoted
from ui.models.wording import OPEN, engine_value, fact_name
from ui.session.scene import Scene
from ui.theme import is_rtl


@frozen
class Need:
    """One thing, why it matters and what it is worth; it leads to a fact, a judgment or a page."""

    what: str
    why: str
    mark: str = ""
    icon: str = ""
    fact: str = ""
    judgment: str = ""


def needs(scene: Scene) -> tuple[Need, ...]:
    """Everything that needs attention, what matters most first."""
    return _needs(scene, language(), is_rtl())


@lru_cache(maxsize=2)
def _needs(scene: Scene, _language: str, _rtl: bool) -> tuple[Need, ...]:
    """Kept for the newest scenes, because rail and result ask for the same; the words depend on the language."""
    return (
        *(Need(_("Answers that cannot stand together"), say, icon="ph.warning") for say in _contradictions(scene)),
        *_open(scene),
        *_forked(scene),
        *_leaving(scene),
        *_without_reasons(scene),
        *_judgments(scene),
    )


def needy_groups(scene: Scene) -> frozenset[Group]:
    """The pages on which something beside open facts needs attention, or an open fact could move the result."""
    found = {scene.pack.facts[need.fact].group for need in needs(scene) if need.fact in scene.pack.facts}
    return frozenset(found)


def _contradictions(scene: Scene) -> tuple[str, ...]:
    return scene.derivation.contradictions


def _open(scene: Scene) -> Iterator[Need]:
    missing = [scene.pack.facts[name] for name in scene.missing]
    for fact in sorted(missing, key=_not_first):
        yield Need(fact_name(fact), _open_words(scene, fact), mark=OPEN, fact=fact.id)


def _not_first(fact: Fact) -> bool:
    return not fact.first


def _open_words(scene: Scene, fact: Fact) -> str:
    value = worst_value(scene.pack, fact)
    effect = scene.effect(fact.id, value)
    if effect is None:
        return _("Open") if scene.rest is None else _("Open. Matters only as one party says")
    if effect.gate is not None and effect.gate != scene.derivation.gate:
        word = engine_value(fact, value, scene.pack)
        return _("Open. “{value}” would end the assessment").format(value=quoted(word))
    if not would_change(scene, effect):
        return _("Open. Changes nothing as the case stands")
    word, result = engine_value(fact, value, scene.pack), result_with(scene, effect)
    return _("Open. “{value}” would lead to {result}").format(value=quoted(word), result=result)


def _forked(scene: Scene) -> Iterator[Need]:
    for fork in scene.question.forks:
        fact = scene.pack.facts.get(fork.name)
        if fact is not None:
            yield Need(fact_name(fact), _fork_words(scene, fact, fork), mark=fork.kind, fact=fact.id)


def _fork_words(scene: Scene, fact: Fact, fork: Fork) -> str:
    prosecution = engine_value(fact, fork.prosecution, scene.pack)
    defence = engine_value(fact, fork.defence, scene.pack)
    if fork.kind == "disputed":
        words = _("Disputed, {prosecution} or {defence}.").format(prosecution=prosecution, defence=defence)
    else:
        words = _("Alleged: {value}.").format(value=prosecution)
    if scene.rest is None:
        return words
    turn = next((each for each in scene.rest.assessment.turns if each.fork == fork.name), None)
    if turn is not None and not turn.turns and turn.certain:
        return f"{words} {_('Nothing turns on it')}"
    effect = scene.effect(fact.id, fork.prosecution)
    if effect is None:
        return words
    return f"{words} {_('Proved: {result}').format(result=result_with(scene, effect))}"


def _leaving(scene: Scene) -> Iterator[Need]:
    for answer in scene.case.answers:
        for link in answer.evidence:
            evidence = scene.evidence.get(link.id)
            if evidence is not None and evidence.leaves and answer.fact in scene.pack.facts:
                who = evidence.witness_code or evidence.label
                what = _("{who} may leave on {day}").format(who=quoted(who), day=day(evidence.leaves))
                yield Need(what, _("Take the evidence before that day"), icon="ph.clock", fact=answer.fact)


def _without_reasons(scene: Scene) -> Iterator[Need]:
    for facts in scene.asked.values():
        for fact in facts:
            answer = scene.answer(fact.id)
            if answer is None or answer.reasons.strip():
                continue
            if answer.standing is Standing.CONSIDERED:
                why = _("Considered and found not to apply: say why")
            elif scene.differs(fact):
                why = _("Differs for {accused}: say why").format(accused=scene.subject.accused)
            else:
                continue
            yield Need(fact_name(fact), why, icon="ph.pencil-line", fact=fact.id)


def _judgments(scene: Scene) -> Iterator[Need]:
    for entry in scene.derivation.entries:
        if entry.judgment is None or entry.judgment.id not in scene.pack.judgments:
            continue
        judgment = scene.pack.judgments[entry.judgment.id]
        made = scene.judgment(judgment.id)
        title = judgment.title or judgment.ask
        if entry.judgment.rejected is not None:
            why = _("Outside its bounds, so it counts as not made")
        elif made is not None and made.value and not made.reasons.strip():
            why = _("Decided without reasons: the memo stays a draft")
        else:
            continue
        yield Need(title, why, icon="ph.scales", judgment=judgment.id)
