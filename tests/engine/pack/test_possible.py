"""The search behind the checks finds answers exactly when there are some."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from sentencing.pack.conditions import Among, Applied, Between, Condition, Count, Not, every, some
from sentencing.pack.model import Pack
from sentencing.pack.possible import Goal, example_of, search, truth
from tests.engine.pack.small import good

PACK: Pack = good()
ATOMS = st.one_of(
    st.sampled_from(["yes", "no"]).map(lambda value: Among("danger", frozenset({value}))),
    st.sets(st.sampled_from(["none", "shown", "used"]), min_size=1).map(
        lambda values: Among("weapon", frozenset(values))
    ),
    st.tuples(st.integers(1, 4), st.integers(0, 4)).map(lambda ends: Between("persons", ends[0], ends[0] + ends[1])),
)


def built(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        several.map(every),
        several.map(some),
        parts.map(Not),
        several.map(lambda each: Count(each, 1, max(1, len(each) - 1))),
    )


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(ATOMS, built, max_leaves=6)


@given(st.lists(st.tuples(CONDITIONS, st.booleans()), min_size=1, max_size=4))
def test_answers_are_found_exactly_when_there_are_some(wanted: list[tuple[Condition, bool]]) -> None:
    goals = [Goal(condition, holds) for condition, holds in wanted]
    every_case = (
        {"danger": danger, "weapon": weapon, "persons": persons}
        for danger, weapon, persons in product(("yes", "no"), ("none", "shown", "used"), range(1, 12))
    )
    there_are = any(all(truth(goal.condition, case) is goal.holds for goal in goals) for case in every_case)
    found = search(goals, PACK)
    assert found.certain
    assert (found.answers is not None) == there_are
    if found.answers is not None:
        assert all(truth(goal.condition, found.answers) is goal.holds for goal in goals)
        assert {name for name, _ in example_of(found.answers, PACK)} == set(found.answers)


def test_what_an_earlier_step_did_is_unknown_or_free() -> None:
    goals = [Goal(Applied("first"), holds=True)]
    assert search(goals, PACK).answers is None
    assert search(goals, PACK, freely=True).answers == {"applied:first": True}
