"""Which edition governs: by day, by the milder, by the day of sentence unless that is harsher."""

import pytest
from attrs import evolve

from sentencing.errors import EditionError
from sentencing.pack.editions import choose_edition, edition_problems
from sentencing.pack.model import Edition, EditionRule, Head
from tests.engine.pack.small import good

OLD = Edition("old", "2020-01-01", "2022-12-31")
MIDDLE = Edition("middle", "2023-01-01", "2024-12-31")
NEW = Edition("new", "2025-01-01", None, unverified_after="2026-10-31")


def heads(rule: EditionRule, *editions: Edition) -> list[Head]:
    head = good().head
    return [evolve(head, edition=edition, choice_of_edition=rule) for edition in editions or (OLD, MIDDLE, NEW)]


@pytest.mark.parametrize(("day", "edition"), [("2022-12-31", "old"), ("2023-01-01", "middle"), ("2030-01-01", "new")])
def test_both_days_of_an_edition_are_inclusive(day: str, edition: str) -> None:
    assert choose_edition(heads(EditionRule.OFFENCE_DATE), {"offence-date": day}).edition.id == edition


def test_a_day_outside_all_editions_is_refused_with_those_there_are() -> None:
    with pytest.raises(EditionError, match=r"2019-05-05.*old \(2020-01-01 to 2022-12-31\).*new \(from 2025-01-01\)"):
        choose_edition(heads(EditionRule.OFFENCE_DATE), {"offence-date": "2019-05-05"})


@pytest.mark.parametrize("dates", [{}, {"offence-date": "2023-02-30"}, {"sentence-date": "2024-01-01"}])
def test_a_missing_day_is_asked_for_and_never_guessed(dates: dict[str, str]) -> None:
    with pytest.raises(EditionError, match="the offence date decides"):
        choose_edition(heads(EditionRule.OFFENCE_DATE), dates)


def test_the_milder_law_is_looked_for_in_every_edition_from_offence_to_sentence() -> None:
    governing = choose_edition(heads(EditionRule.MILDER), {"offence-date": "2021-01-01", "sentence-date": "2025-06-01"})
    assert [edition.id for edition in governing.candidates] == ["old", "middle", "new"]
    assert (governing.edition.id, governing.compares) == ("old", True)


def test_the_edition_at_sentencing_governs_unless_harsher_and_both_are_candidates() -> None:
    dates = {"offence-date": "2024-06-01", "sentence-date": "2026-06-01"}
    governing = choose_edition(heads(EditionRule.SENTENCE_DATE_UNLESS_HARSHER), dates)
    assert (governing.edition.id, [edition.id for edition in governing.candidates]) == ("new", ["middle", "new"])
    assert governing.not_compared == ""


def test_an_edition_that_should_be_compared_and_is_not_there_is_said() -> None:
    dates = {"offence-date": "2019-06-01", "sentence-date": "2026-06-01"}
    governing = choose_edition(heads(EditionRule.SENTENCE_DATE_UNLESS_HARSHER), dates)
    assert (governing.edition.id, governing.not_compared, governing.compares) == ("new", "offence-date", False)


def test_a_sentence_before_the_offence_is_refused() -> None:
    with pytest.raises(EditionError, match="before the offence"):
        choose_edition(heads(EditionRule.MILDER), {"offence-date": "2024-01-01", "sentence-date": "2021-01-01"})


def test_a_later_edition_that_nobody_read_is_said_from_the_day_after() -> None:
    on, after = (
        choose_edition(heads(EditionRule.SENTENCE_DATE), {"sentence-date": day}) for day in ("2026-10-31", "2026-11-01")
    )
    assert (on.unverified_after, after.unverified_after) == (None, "2026-10-31")


def test_overlaps_are_errors_and_gaps_are_warnings() -> None:
    late, early = Edition("late", "2023-03-01", None), Edition("early", "2024-12-31", None)
    gap = edition_problems(heads(EditionRule.MILDER, OLD, late))
    overlap = edition_problems(heads(EditionRule.MILDER, MIDDLE, early))
    assert [each.sentence() for each in gap] == ["editions.late: no edition is in force from 2023-01-01 to 2023-02-28."]
    assert [each.severity.value for each in (*gap, *overlap)] == ["warning", "error"]
    assert "End 'middle' on 2024-12-30" in overlap[0].sentence()
    assert edition_problems(heads(EditionRule.MILDER)) == ()
