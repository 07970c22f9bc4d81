"""The values of a counted fact at which the law begins to read it differently."""

from collections.abc import Iterator

from sentencing.pack.conditions import Between, Condition, atoms
from sentencing.pack.model import Fact, Pack

THRESHOLDS_AT_MOST = 12


def thresholds(pack: Pack, fact: str) -> tuple[int, ...]:
    """The values of a counted fact at which some condition or band of the pack begins, upwards."""
    first_of_bands = set[int]()
    for condition in _conditions(pack):
        for atom in atoms(condition):
            if isinstance(atom, Between) and atom.name == fact:
                first_of_bands |= {atom.at_least} if isinstance(atom.at_least, int) else set()
                first_of_bands |= {atom.at_most + 1} if isinstance(atom.at_most, int) else set()
    for table in pack.tables.values():
        if table.keys == (fact,):
            first_of_bands |= {band.low for band in table.bands if isinstance(band.low, int)}
    bounds = pack.facts[fact]
    kept = sorted(value for value in first_of_bands if inside(value, bounds))
    return tuple(kept[:THRESHOLDS_AT_MOST])


def inside(value: int, fact: Fact) -> bool:
    """Whether a count may have this value."""
    low, high = fact.lowest, fact.highest
    return (not isinstance(low, int) or value >= low) and (not isinstance(high, int) or value <= high) and value >= 0


def _conditions(pack: Pack) -> Iterator[Condition]:
    for step in pack.steps:
        yield step.when
        yield step.unless
        for option in step.options:
            yield option.when
