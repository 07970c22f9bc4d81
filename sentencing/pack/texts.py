"""Translations of a pack: texts by stable path, read from texts/<edition>.<language>.yaml, checked and put in place.

A translation says what it was made from (`was`). When the pack's own text has changed since, the translation is stale:
it is reported, and the pack's own text is shown, because an old sentence may state an old law.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve, field, frozen

from sentencing.errors import Problem, Severity
from sentencing.pack.model import Fact, Judgment, Option, Pack, Place, Step
from sentencing.pack.source import MAX_BYTES, decoded, read_nodes
from sentencing.pack.spots import DOTTED_NAME, Report, Spot, nearest_of

_LANGUAGE: Final = "language"
_Say = Callable[[str, str], str]
"""(path, the pack's text) → the text to show"""


@frozen
class Translation:
    """One text: what it was made from, and what it says."""

    was: str
    text: str
    place: Place = field(factory=Place)


@frozen
class Texts:
    """One translation file."""

    pack: str
    edition: str
    language: str
    texts: Mapping[str, Translation] = field(hash=False)


def read_texts(text: str | bytes) -> tuple[Texts | None, tuple[Problem, ...]]:
    """A translation file, or None with every problem; never raises."""
    clean, problems = decoded(text)
    if problems:
        return None, problems
    root, problems = read_nodes(clean)
    report = Report(list(problems))
    texts = _texts(Spot(root, "", report)) if root is not None else None
    return (None if report.refuses else texts), tuple(report.problems)


def _texts(spot: Spot) -> Texts | None:
    fields = spot.fields(("translation", "texts"))
    if len(fields) < 2:
        return None
    head = fields["translation"].fields(("pack", "edition", _LANGUAGE))
    texts: dict[str, Translation] = {}
    for path, part in fields["texts"].entries(None):
        pair = part.fields(("was", "text"))
        if len(pair) == 2:
            texts[path] = Translation(pair["was"].text(), pair["text"].text(), part.place)
    if len(head) < 3:
        return None
    return Texts(head["pack"].name(DOTTED_NAME), head["edition"].name(DOTTED_NAME), head[_LANGUAGE].text(), texts)


def translations(pack: Pack) -> tuple[dict[str, Texts], tuple[Problem, ...]]:
    """The translations beside a pack, by language, and what is wrong with them."""
    found: dict[str, Texts] = {}
    problems: list[Problem] = []
    for path in sorted(Path(pack.folder).glob(f"texts/{pack.head.edition.id}.*.yaml")) if pack.folder else ():
        try:
            with path.open("rb") as file:
                texts, wrong = read_texts(file.read(MAX_BYTES + 1))
        except OSError as failure:
            texts, wrong = None, (Problem(f"cannot be read: {type(failure).__name__}."),)
        problems += [evolve(problem, path=f"texts/{path.name}:{problem.path}") for problem in wrong]
        if texts is not None:
            problems += [evolve(each, path=f"texts/{path.name}:{each.path}") for each in check_texts(pack, texts)]
            found[texts.language] = texts
    return found, tuple(problems)


def check_texts(pack: Pack, texts: Texts) -> tuple[Problem, ...]:
    """Translations of another pack or of no text (errors); stale and missing ones (warnings)."""
    problems = []
    for key, here, there in (("pack", pack.head.id, texts.pack), ("edition", pack.head.edition.id, texts.edition)):
        if here != there:
            problems.append(Problem(f"the translation is of '{there}', not of '{here}'.", f"translation.{key}"))
    own = texts_of(pack)
    for path, translation in texts.texts.items():
        line, column = translation.place.line, translation.place.column
        if path not in own:
            near = nearest_of(path, own)
            problems.append(Problem("the pack has no such text.", path, line, column, nearest=near))
        elif translation.was != own[path]:
            right = f"It now reads: {own[path]}"
            stale = Problem("the text has changed since it was translated.", path, line, column, right)
            problems.append(evolve(stale, severity=Severity.WARNING))
    missing = [path for path in own if path not in texts.texts]
    problems += [Problem(f"not translated: {own[path]}", path, severity=Severity.WARNING) for path in missing]
    return tuple(problems)


def texts_of(pack: Pack) -> dict[str, str]:
    """Every text that can be translated, by its path."""
    found: dict[str, str] = {}

    def record(path: str, text: str) -> str:
        if text:
            found[path] = text
        return text

    _said(pack, record)
    return found


def translated(pack: Pack, texts: Texts) -> Pack:
    """The same pack in another language; a missing or stale text stays in the pack's own."""

    def say(path: str, text: str) -> str:
        translation = texts.texts.get(path)
        return translation.text if translation is not None and translation.was == text else text

    said = _said(pack, say)
    return evolve(said, head=evolve(said.head, language=texts.language))


# ---------------------------------------------------------------------------------- every text, once, with its path


def _said(pack: Pack, say: _Say) -> Pack:
    """The pack with each text passed through `say`; the one place that knows where texts stand."""
    head = evolve(
        pack.head,
        title=say("pack.title", pack.head.title),
        authority=say("pack.authority", pack.head.authority),
        country=say("pack.country", pack.head.country),
        leaves_out=tuple(
            evolve(
                each,
                title=say(f"pack.leaves-out.{n}.title", each.title),
                say=say(f"pack.leaves-out.{n}.say", each.say),
            )
            for n, each in enumerate(pack.head.leaves_out, 1)
        ),
    )
    asked = {way.id: path for step in pack.steps for way, path in _ways(step)}
    return evolve(
        pack,
        head=head,
        sources={k: evolve(v, title=say(f"sources.{k}.title", v.title)) for k, v in pack.sources.items()},
        stages={k: evolve(v, title=say(f"stages.{k}.title", v.title)) for k, v in pack.stages.items()},
        registers={k: evolve(v, title=say(f"state.{k}.title", v.title)) for k, v in pack.registers.items()},
        facts={key: _fact(fact, say) for key, fact in pack.facts.items()},
        judgments={key: _judgment(each, asked, say) for key, each in pack.judgments.items()},
        terms={k: evolve(v, title=say(f"terms.{k}.title", v.title)) for k, v in pack.terms.items()},
        transforms={k: evolve(v, title=say(f"transforms.{k}.title", v.title)) for k, v in pack.transforms.items()},
        contradictions=tuple(
            evolve(each, say=say(f"contradictions.{n}.say", each.say)) for n, each in enumerate(pack.contradictions, 1)
        ),
        relations=tuple(
            evolve(each, say=say(f"relations.{n}.say", each.say)) for n, each in enumerate(pack.relations, 1)
        ),
        steps=tuple(_step(step, say) for step in pack.steps),
    )


def _labels(labels: Mapping[str, str], path: str, say: _Say) -> Mapping[str, str]:
    return {value: say(f"{path}.labels.{value}", text) for value, text in labels.items()}


def _fact(fact: Fact, say: _Say) -> Fact:
    path = f"facts.{fact.id}"
    return evolve(
        fact,
        ask=say(f"{path}.ask", fact.ask),
        name=say(f"{path}.name", fact.name),
        help=say(f"{path}.help", fact.help),
        labels=_labels(fact.labels, path, say),
        evidence=tuple(say(f"{path}.evidence.{n}", text) for n, text in enumerate(fact.evidence, 1)),
        not_monotone=say(f"{path}.not-monotone", fact.not_monotone),
        informational=say(f"{path}.informational", fact.informational),
    )


def _judgment(judgment: Judgment, asked: Mapping[str, str], say: _Say) -> Judgment:
    """A judgment that a step asks for has the step's title and is translated with it."""
    if judgment.step:
        title = say(f"{asked[judgment.step]}.title", judgment.title)
        return evolve(judgment, title=title, ask=title)
    path = f"judgments.{judgment.id}"
    return evolve(
        judgment,
        ask=say(f"{path}.ask", judgment.ask),
        title=say(f"{path}.title", judgment.title),
        help=say(f"{path}.help", judgment.help),
        labels=_labels(judgment.labels, path, say),
    )


def _ways(step: Step) -> list[tuple[Step | Option, str]]:
    path = f"steps.{step.id}"
    return [(step, path), *((option, f"{path}.options.{option.id}") for option in step.options)]


def _step(step: Step, say: _Say) -> Step:
    path = f"steps.{step.id}"
    options = tuple(
        evolve(
            option,
            title=say(f"{path}.options.{option.id}.title", option.title),
            note=say(f"{path}.options.{option.id}.note", option.note),
        )
        for option in step.options
    )
    gate, weigh = step.gate, step.weigh
    return evolve(
        step,
        title=say(f"{path}.title", step.title),
        note=say(f"{path}.note", step.note),
        options=options,
        gate=evolve(gate, say=say(f"{path}.say", gate.say)) if gate is not None else None,
        weigh=evolve(weigh, labels=_labels(weigh.labels, f"{path}.weigh", say)) if weigh is not None else None,
    )
