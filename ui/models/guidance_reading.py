"""The open edition in words: its head, its examples with expected and got, its differences and what they do."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from attrs import frozen

from sentencing.locale import catalogue
from sentencing.pack.contrasts import KINDS
from sentencing.pack.differences import Difference
from sentencing.pack.model import Head, Pack
from sentencing.proof.effect import CaseEffect, ExampleEffect, Moved
from sentencing.proof.proving import Proved
from ui.i18n import _, language, ngettext, problem_text
from ui.models.guidance_shelf import status_tag
from ui.models.texts import day, isolated, quoted
from ui.models.wording import status_word
from ui.session.guidance_reading import Checked

_RANGE: Final = re.compile(r"^(\d+) to (\d+) months$")


@frozen
class ExampleView:
    """One worked example as a row."""

    id: str
    title: str
    holds: bool
    lines: tuple[str, ...]
    """What it gave, or what was expected."""
    wrong: str = ""
    """What came out instead."""
    line: int = 0


@frozen
class DifferenceView:
    """One difference as a row of the page."""

    kind: str
    title: str
    what: str
    before: str
    after: str
    touches: str
    line: int
    part: str


@frozen
class EffectRow:
    """One register or step of a case, before and after."""

    what: str
    before: str
    after: str
    differs: bool


def heading(head: Head) -> str:
    """The title of an edition."""
    when = day(head.edition.first).replace(" ", "\N{NO-BREAK SPACE}")
    return _("{title}, edition of {day}").format(title=quoted(head.title), day=when)


def about(found: Checked) -> str:
    """What a reader must know of it before reading: status, what it is a copy of, how much differs."""
    if found.pack is None:
        return _("It cannot be used as it stands. The source beside shows why.")
    parts = [f"{status_word(found.pack.head.status)}.", f"{read_line(found.pack)}."]
    if found.edition.is_copy:
        number = len(found.differences)
        parts = [_("Your copy.")]
        same = _("It says the same as the edition that came with the program.")
        apart = ngettext(
            "It differs from the edition that came with the program in {number} place.",
            "It differs from the edition that came with the program in {number} places.",
            number,
        )
        parts.append(apart if number else same)
    after = found.pack.head.edition.unverified_after
    if after is not None and not found.edition.is_copy:
        parts.append(_("An edition of {day} exists and its text has not been read.").format(day=day(after)))
    return " ".join(parts)


def passing(proved: Sequence[Proved]) -> str:
    """`9 of 14 pass`."""
    good = sum(each.result.holds for each in proved)
    return _("{good} of {all} pass").format(good=good, all=len(proved))


def example_view(each: Proved, pack: Pack) -> ExampleView:
    """An example as a reader sees it."""
    example = each.result.example
    if each.result.holds:
        return ExampleView(example.id, example.title, True, (_story(each, pack),), line=example.place.line)
    if each.result.problems:
        why = problem_text(each.result.problems[0])
        return ExampleView(example.id, example.title, False, (), why, example.place.line)
    expected = [f"{_what(check.what, pack)} {amount(check.expected)}" for check in each.result.failed]
    got = [f"{_what(check.what, pack)} {amount(check.got) or _('nothing')}" for check in each.result.failed]
    lines = (_("Expected {what}").format(what=", ".join(expected)),)
    wrong = _("Got {what}").format(what=", ".join(got))
    return ExampleView(example.id, example.title, False, lines, wrong, example.place.line)


def _story(each: Proved, pack: Pack) -> str:
    """`12, floor 18, −3: level 15, 18–24 months`."""
    moves = ", ".join(_how(how) for how in each.hows)
    shown = [name for name in (_leading(pack), pack.head.headline) if name]
    ends = [f"{_what(name, pack)} {amount(text)}" for name, text in each.state if name in shown]
    end = ", ".join(ends) or ", ".join(f"{_what(name, pack)} {amount(text)}" for name, text in each.state)
    return _("{moves}: {end}").format(moves=isolated(moves), end=end) if len(each.hows) > 1 else end


def _how(how: str) -> str:
    """A move of the engine with a true minus and its word in the reader's language."""
    said = amount(how.removeprefix("= "))
    return said.replace("-", "−").replace("floor", _("floor")).replace("cap", _("cap"))


def _leading(pack: Pack) -> str:
    return next((each.id for each in pack.registers.values() if each.kind.value == "score" and each.shown), "")


def _what(name: str, pack: Pack) -> str:
    register = pack.registers.get(name.removeprefix("envelope."))
    if register is not None:
        title = register.title or register.id
        return title[:1].lower() + title[1:] if title[1:2].islower() else title
    words = {
        "applied": _("applied:"),
        "not-applied": _("not applied:"),
        "excluded": _("excluded:"),
        "gate": _("gate:"),
        "turns-on": _("turns on"),
    }
    return words.get(name, name)


def amount(text: str) -> str:
    """An amount of a register with a dash for its range, in its own direction: `18–24 months`."""
    found = _RANGE.match(text)
    if found is None:
        return isolated(text) if text else ""
    months = _("{least}–{most} months").format(least=found[1], most=found[2])
    return isolated(months)


def difference_view(each: Difference, pack: Pack) -> DifferenceView:
    """A difference with the steps it touches by name."""
    titles = {step.id: step.title for step in pack.steps}
    facts = {fact.id: fact.name or fact.ask for fact in pack.facts.values()}
    found = [titles[name] for name in each.steps if name in titles]
    found += [facts[name] for name in each.facts if name in facts]
    named = [quoted(name) for name in dict.fromkeys(found) if name not in each.title]
    shown, rest = named[:4], len(named) - 4
    touches = _("Touches {names}").format(names=", ".join(shown)) if shown else ""
    if rest > 0:
        touches = _("{names} and {number} more").format(names=touches, number=rest)
    kind = catalogue(language()).text(KINDS[each.kind])
    return DifferenceView(kind, each.title, each.what, each.before, each.after, touches, each.line, each.part)


def effect_rows(effect: CaseEffect, pack: Pack) -> tuple[EffectRow, ...]:
    """The registers of a case before and after, then what the disputed facts would make of them."""
    rows = [_moved(each, _what(each.register, pack)) for each in effect.registers]
    whole = _("{what}, over everything disputed")
    rows += [_moved(each, whole.format(what=_what(each.register, pack))) for each in effect.envelopes]
    return tuple(rows)


def step_rows(effect: CaseEffect) -> tuple[EffectRow, ...]:
    """The steps whose part in the result changes."""
    return tuple(
        EffectRow(each.title, isolated(each.before) or _("not"), isolated(each.after) or _("not"), True)
        for each in effect.steps
    )


def _moved(each: Moved, what: str) -> EffectRow:
    title = f"{what[:1].upper()}{what[1:]}"
    return EffectRow(title, amount(each.before) or _("not set"), amount(each.after) or _("not set"), each.differs)


def example_effects(effects: Iterable[ExampleEffect], pack: Pack) -> tuple[EffectRow, ...]:
    """The worked examples that turn out differently, each with what moved."""
    rows = []
    for each in effects:
        if each.unreadable:
            rows.append(EffectRow(each.example.title, "", each.unreadable, True))
            continue
        before = ", ".join(f"{_what(one.register, pack)} {amount(one.before)}" for one in each.moved)
        after = ", ".join(f"{_what(one.register, pack)} {amount(one.after)}" for one in each.moved)
        rows.append(EffectRow(each.example.title, before, after, True))
    return tuple(rows)


def tag_of(found: Checked) -> tuple[str, str, str]:
    """Word, tone and icon of an edition after it was read whole: its errors, or its status."""
    errors = sum(each.is_error for each in found.findings)
    if errors:
        return ngettext("{number} problem", "{number} problems", errors), "error", "ph.warning-circle"
    if found.failing:
        return ngettext("{number} example fails", "{number} examples fail", found.failing), "error", "ph.warning-circle"
    if found.findings:
        number = len(found.findings)
        return ngettext("{number} caution", "{number} cautions", number), "caution", "ph.warning"
    return status_tag(found.pack.head if found.pack is not None else None)


def read_line(pack: Pack) -> str:
    """How the sources were read, in a sentence."""
    text = sum(source.read == "text" for source in pack.sources.values())
    words = _("{number} of {all} sources read as text")
    return words.format(number=text, all=len(pack.sources))
