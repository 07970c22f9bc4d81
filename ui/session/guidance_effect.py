"""What an edition would do to the open case: its open part only, whole and difference by difference."""

from attrs import frozen

from sentencing.case.assign import question
from sentencing.engine.assignment import Question
from sentencing.engine.sealing import open_pack
from sentencing.pack.differences import Difference, DifferenceKind
from sentencing.pack.model import Pack
from sentencing.proof.effect import CaseEffect, alone, effect_on
from ui.session.scene import Scene

_AT_MOST = 40


@frozen
class Alone:
    """One difference with what it would do by itself."""

    difference: Difference
    effect: CaseEffect


@frozen
class OpenEffect:
    """The whole edition's effect, and that of each difference that can stand alone."""

    whole: CaseEffect
    alone: tuple[Alone, ...]


def open_effect(scene: Scene, pack: Pack, changed: tuple[Difference, ...]) -> OpenEffect:
    """The effect of reading the open case under another edition of its pack; nothing sealed takes part.

    `changed` are the differences from the edition that the case uses; empty where another one was compared.
    """
    before, after = scene.pack, open_pack(pack)
    asked, _problems = question(scene.case, after, scene.subject.accused, scene.subject.count)
    whole = effect_on(before, scene.question, after, asked)
    kinds = (DifferenceKind.NUMBER, DifferenceKind.RULE)
    parts: dict[str, Difference] = {}
    for each in changed:
        if each.kind in kinds:
            parts.setdefault(each.part, each)
    found = (_alone(before, after, scene.question, each) for each in list(parts.values())[:_AT_MOST])
    return OpenEffect(whole, tuple(each for each in found if each is not None))


def _alone(before: Pack, after: Pack, asked: Question, difference: Difference) -> Alone | None:
    only = alone(before, after, difference.part)
    return Alone(difference, effect_on(before, asked, only, asked)) if only is not None else None
