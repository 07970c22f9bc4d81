"""Circumstances that a person weighs: the words of the law for each fact, and the word that was given."""

from attrs import frozen

from sentencing.case.model import Standing
from sentencing.engine.derivation import EntryStatus
from sentencing.pack.model import Fact, Step
from ui.i18n import _
from ui.models.cards import is_positive
from ui.models.wording import cite, fact_name, value_word
from ui.session.scene import Scene


@frozen
class WeighedFact:
    """One fact in a weighing, with the word and the reasons given."""

    fact: Fact
    name: str
    said: str
    word: str
    reasons: str


@frozen
class Weighing:
    """One step in which facts are weighed. `words`: (key, word) from the least to the greatest."""

    step: Step
    title: str
    words: tuple[tuple[str, str], ...]
    facts: tuple[WeighedFact, ...]
    others: int
    """Facts of the step that nobody has established, and so are not weighed."""
    cite: str


def weighings(scene: Scene) -> tuple[Weighing, ...]:
    """The weighing steps that apply."""
    found = []
    steps = {step.id: step for step in scene.pack.steps}
    for entry in scene.derivation.entries:
        step = steps.get(entry.step)
        if step is None or step.weigh is None or entry.status is EntryStatus.NOT_REACHED:
            continue
        facts = [scene.pack.facts[name] for name in step.weigh.facts if name in scene.pack.facts]
        said = [fact for fact in facts if is_positive(scene, fact)]
        given = {reading.fact: reading for reading in entry.weights}
        words = tuple(
            (word, step.weigh.labels.get(word, word.replace("-", " ").capitalize())) for word in step.weigh.words
        )
        rows = tuple(
            WeighedFact(
                fact,
                fact_name(fact),
                _said(scene, fact),
                given[fact.id].word if fact.id in given else "",
                given[fact.id].reasons if fact.id in given else "",
            )
            for fact in said
        )
        where = cite(step.cites[0], scene.pack) if step.cites else ""
        found.append(Weighing(step, step.title, words, rows, len(facts) - len(said), where))
    return tuple(found)


def _said(scene: Scene, fact: Fact) -> str:
    answer = scene.answer(fact.id)
    if answer is None:
        return ""
    if answer.standing is Standing.DISPUTED:
        return _("disputed")
    if answer.standing is Standing.ALLEGED:
        return _("alleged")
    return value_word(fact, answer.value)
