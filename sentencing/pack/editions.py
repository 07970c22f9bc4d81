"""Which edition of a pack governs, by the days of offence and sentence; an edition's first and last day are in it."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from attrs import frozen

from sentencing.errors import EditionError, Problem, Severity
from sentencing.pack.model import Edition, EditionRule, Head
from sentencing.pack.spots import is_day, listed

_DAYS: Final[Mapping[EditionRule, tuple[str, ...]]] = {
    EditionRule.OFFENCE_DATE: ("offence-date",),
    EditionRule.SENTENCE_DATE: ("sentence-date",),
    EditionRule.MILDER: ("offence-date", "sentence-date"),
    EditionRule.SENTENCE_DATE_UNLESS_HARSHER: ("sentence-date", "offence-date"),
}
"""The day that points to an edition, then the day whose edition is compared with it."""


@frozen
class Governing:
    """The edition that the days alone point to, and those whose results must be compared before one governs.

    `candidates` run from offence to sentence and are one where nothing is compared. `not_compared` names a date whose
    edition should have been compared: it is not given, or the pack has no edition for it. `unverified_after` is the
    day after which a later edition is known to exist and was not read, when the case lies after it. Both want a banner.
    """

    edition: Edition
    candidates: tuple[Edition, ...]
    rule: EditionRule
    day: str
    not_compared: str = ""
    unverified_after: str | None = None

    @property
    def compares(self) -> bool:
        """Whether the case has to be evaluated whole under more than one edition."""
        return len(self.candidates) > 1


def choose_edition(heads: Sequence[Head], dates: Mapping[str, str]) -> Governing:
    """The edition that governs; EditionError when its day is missing or outside all editions, naming those there are.

    `dates` has ISO days under `offence-date` (the last day of the offence) and `sentence-date`. The rule is that of the
    newest edition. Rules that compare (the milder law; the edition at sentencing unless harsher) start from the edition
    that one day points to and list every edition from offence to sentence.
    """
    editions = in_order(heads)
    if not editions:
        raise EditionError("the pack has no edition")
    rule = max(heads, key=lambda head: head.edition.first).choice_of_edition
    name, *others = _DAYS[rule]
    day = _day(dates, name, editions)
    edition = _in_force(editions, day)
    if edition is None:
        raise EditionError(f"no edition is in force on {day}; {_known(editions)}")
    other = next((found for each in others if is_day(found := dates.get(each, ""))), "")
    compared = bool(other) and _in_force(editions, other) is not None
    first, last = (dates["offence-date"], dates["sentence-date"]) if compared else (day, day)
    if first > last:
        raise EditionError(f"the sentence date {last} is before the offence date {first}")
    return Governing(
        edition=edition,
        candidates=_between(editions, first, last),
        rule=rule,
        day=day,
        not_compared="" if compared else "".join(others),
        unverified_after=_unverified(editions, max(day, other)),
    )


def in_order(heads: Sequence[Head]) -> tuple[Edition, ...]:
    """The editions from oldest to newest."""
    return tuple(sorted((head.edition for head in heads), key=lambda edition: edition.first))


def edition_problems(heads: Sequence[Head]) -> tuple[Problem, ...]:
    """Editions that overlap (error), leave days out, or disagree on the rule that chooses among them (warnings)."""
    problems: list[Problem] = []
    editions = in_order(heads)
    for earlier, later in pairwise(editions):
        path = f"editions.{later.id}"
        if earlier.id == later.id:
            problems.append(Problem(f"two files are the edition '{later.id}'.", path))
        if earlier.last is None or earlier.last >= later.first:
            right = f"End '{earlier.id}' on {_next_day(later.first, -1)}, with 'to:'."
            problems.append(Problem(f"begins on {later.first}, while '{earlier.id}' is in force.", path, right=right))
        elif _next_day(earlier.last, 1) < later.first:
            found = f"no edition is in force from {_next_day(earlier.last, 1)} to {_next_day(later.first, -1)}."
            problems.append(Problem(found, path, severity=Severity.WARNING))
    for key, values in (
        ("choice-of-edition", {head.choice_of_edition.value for head in heads}),
        ("id", {head.id for head in heads}),
    ):
        if len(values) > 1:
            found = f"the editions differ in '{key}': {listed(sorted(values), 'and')}."
            problems.append(Problem(found, f"pack.{key}", severity=Severity.WARNING))
    return tuple(problems)


def _day(dates: Mapping[str, str], name: str, editions: Sequence[Edition]) -> str:
    day = dates.get(name, "")
    if is_day(day):
        return day
    found = f"'{day}' is not a day" if day else "it is not given"
    raise EditionError(f"the {name.replace('-', ' ')} decides which edition governs, and {found}; {_known(editions)}")


def _in_force(editions: Sequence[Edition], day: str) -> Edition | None:
    return next(iter(reversed(_between(editions, day, day))), None)


def _between(editions: Sequence[Edition], first: str, last: str) -> tuple[Edition, ...]:
    """Every edition in force on some of the days."""
    return tuple(each for each in editions if each.first <= last and (each.last is None or first <= each.last))


def _unverified(editions: Sequence[Edition], day: str) -> str | None:
    """The newest edition says from when on a later one exists that was not read."""
    after = editions[-1].unverified_after
    return after if after is not None and day > after else None


def _known(editions: Sequence[Edition]) -> str:
    return f"the editions are {listed([_span(edition) for edition in editions], 'and')}"


def _span(edition: Edition) -> str:
    return (
        f"{edition.id} ({edition.first} to {edition.last})" if edition.last else f"{edition.id} (from {edition.first})"
    )


def _next_day(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except OverflowError:
        return day
