"""The open pack: a pack without its sealed facts, judgments and steps, so that an open result cannot know of them."""

from collections.abc import Iterable
from functools import lru_cache

from attrs import evolve

from sentencing.pack.model import Assistance, Pack, Step


@lru_cache(maxsize=64)
def open_pack(pack: Pack) -> Pack:
    """The pack as every open paper sees it. A pack with `assistance: open` seals nothing and is returned as it is."""
    if pack.head.assistance is Assistance.OPEN or not pack.has_sealed:
        return pack
    facts = {name: fact for name, fact in pack.facts.items() if not fact.sealed}
    judgments = {name: judgment for name, judgment in pack.judgments.items() if not judgment.sealed}
    steps = tuple(step for step in pack.steps if not step.sealed)
    sealed_only = _written(step for step in pack.steps if step.sealed) - _written(steps)
    registers = {name: register for name, register in pack.registers.items() if name not in sealed_only}
    stages = {step.stage for step in steps}
    return evolve(
        pack,
        facts=facts,
        judgments=judgments,
        steps=steps,
        registers=registers,
        stages={name: stage for name, stage in pack.stages.items() if name in stages},
    )


def _written(steps: Iterable[Step]) -> set[str]:
    return {effect.register for step in steps for way in step.ways for effect in way.effects}
