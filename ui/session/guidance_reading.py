"""One edition read whole, off the window's thread: problems, text, examples, and what differs from another."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from sentencing.errors import Problem
from sentencing.locale import Catalogue, catalogue
from sentencing.locale.sentences import sentence
from sentencing.pack.checks import check
from sentencing.pack.differences import Difference, DifferenceKind, differences
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack
from sentencing.pack.reading import StageText, guidance_text
from sentencing.pack.source import MAX_BYTES
from sentencing.pack.texts import translations
from sentencing.proof.effect import ExampleEffect, effect_on_examples
from sentencing.proof.findings import Finding, failing_examples, findings_of
from sentencing.proof.proving import Proved, places, prove

_MOVING: Final = (DifferenceKind.NUMBER, DifferenceKind.RULE)
"""Differences that may move a result."""
Told = Callable[[int, int], bool]
"""Told how many examples are done, of how many; answers whether to go on."""


@frozen
class Edition:
    """Which file to read, and with which other one to compare it."""

    path: Path
    folder: Path
    other: Path | None = None
    is_copy: bool = False
    """Whether the other is what this one was copied from: then its failing examples are laid to the changed lines."""


@frozen
class Checked:
    """What came of reading one edition; `pack` is None while an error stands in it."""

    edition: Edition
    text: str
    pack: Pack | None
    other: Pack | None
    findings: tuple[Finding, ...]
    stages: tuple[StageText, ...] = ()
    proved: tuple[Proved, ...] = ()
    differences: tuple[Difference, ...] = ()
    examples: tuple[ExampleEffect, ...] = ()
    """The other edition's worked examples that turn out differently here."""
    places: Mapping[str, frozenset[str]] = field(factory=dict)
    """Example → the steps it stands beside in full."""
    is_whole: bool = True
    """Whether every example was run; not when the person stopped it."""

    @property
    def failing(self) -> int:
        """How many examples fail."""
        return sum(not each.result.holds for each in self.proved)


def checked(edition: Edition, language: str, told: Told) -> Checked:
    """Read, check, prove and compare; nothing of the file is ever run."""
    words = catalogue(language)
    content = _content(edition.path)
    text = content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    pack, problems = read_pack(content, edition.folder)
    other = read_pack(_content(edition.other), edition.other.parent)[0] if edition.other is not None else None
    if pack is None:
        return Checked(edition, text, None, other, findings_of(text, _in(words, problems)))
    proved: list[Proved] = []
    is_whole = True
    for done, each in enumerate(prove(pack), 1):
        proved.append(each)
        if not told(done, len(pack.examples)):
            is_whole = done == len(pack.examples)
            break
    changed = differences(other, pack, words) if other is not None else ()
    moved = tuple(effect_on_examples(other, pack)) if other is not None and is_whole else ()
    found = findings_of(text, _in(words, (*problems, *check(pack), *_translated(pack))))
    failing = failing_examples(pack, other if edition.is_copy else None, changed, proved, words)
    order = sorted((*found, *failing), key=_place)
    return Checked(
        edition,
        text,
        pack,
        other,
        findings=tuple(order),
        stages=guidance_text(pack, words),
        proved=tuple(proved),
        differences=changed,
        examples=moved,
        places=places(pack, proved, {step for each in changed if each.kind in _MOVING for step in each.steps}),
        is_whole=is_whole,
    )


def _in(words: Catalogue, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems in the language of the window."""
    for each in problems:
        near = words.text("Did you mean '{near}'?").format(near=each.nearest) if each.nearest else ""
        right = " ".join(part for part in (sentence(words, each.right) if each.right else "", near) if part)
        yield evolve(each, message=sentence(words, each.message), right=right, nearest="")


def _translated(pack: Pack) -> tuple[Problem, ...]:
    """What is wrong with the translations beside it; their lines are of other files."""
    found = translations(pack)[1]
    return tuple(Problem(each.sentence(), severity=each.severity) for each in found)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.line, finding.start
