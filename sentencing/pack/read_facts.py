"""Reads facts and judgments: what happened, and what the law leaves to a person.

Beyond format 1 as designed, a fact takes `name` (one to three words for charts and lists), `labels: {value: text}`,
`not-monotone: text` and `informational: text`; a judgment takes `title`, `labels` and `help`.
"""

from collections.abc import Mapping
from typing import Final

from sentencing.amounts import Quantity
from sentencing.pack.model import About, Cite, Fact, FactKind, FactValue, Group, Judgment, JudgmentKind, Worse
from sentencing.pack.read_amounts import single_amount
from sentencing.pack.read_head import read_labels
from sentencing.pack.scope import RESERVED, Scope
from sentencing.pack.spots import Spot, listed, optional_text, optional_yes

MOST_FIRST_QUESTIONS: Final = 10
THEMES: Final = (
    "art6.3a", "art6.3b", "third-party", "art26.2", "art26.2-low-level", "injury", "death", "number", "child",
    "vulnerable", "group", "role", "office", "habitual", "record", "benefit", "planning", "documents", "corruption",
    "weapon", "violence", "used-others", "obstruction", "plea", "remorse", "duress", "art5", "humanitarian", "family",
    "youth", "personal", "rescue", "surrender", "delay", "trafficking", "other",
)  # fmt: skip
YES_NO: Final = ("yes", "no")
ORDERS: Final = ("sought", "not-sought", "undecided")

_WORSE: Final[Mapping[FactKind, tuple[Worse, ...]]] = {
    FactKind.YES_NO: (Worse.YES, Worse.NO),
    FactKind.CHOICE: (Worse.LATER, Worse.EARLIER),
    FactKind.DATE: (Worse.LATER, Worse.EARLIER),
    FactKind.COUNT: (Worse.MORE, Worse.LESS),
    FactKind.TIME: (Worse.MORE, Worse.LESS),
    FactKind.MONEY: (Worse.MORE, Worse.LESS),
}
_SAME_FOR_EVERYONE: Final = (Group.THRESHOLD, Group.CONDUCT, Group.AGGRAVATING)
_FACT_KEYS: Final = (
    "of", "from", "to", "worse", "group", "themes", "about", "first", "asked-when", "sealed", "help", "evidence",
    "cite", "name", "labels", "not-monotone", "informational",
)  # fmt: skip
_JUDGMENT_KEYS: Final = (
    "of", "ask", "until-made", "grounds", "requires", "when", "cite", "title", "labels", "help", "sealed",
)  # fmt: skip
_REQUIRES: Final = ("reasons", "comparables")


# --------------------------------------------------------------------------------------------------------- facts


def read_facts(spot: Spot, scope: Scope) -> tuple[dict[str, Fact], dict[str, Spot], frozenset[tuple[str, str]]]:
    """The facts, the spots of their `asked-when`, and the ids of those that cannot be used."""
    facts: dict[str, Fact] = {}
    asked_when: dict[str, Spot] = {}
    broken = []
    for key, each in spot.entries():
        _refuse_reserved(key, each)
        fields = each.fields(("is", "default", "ask"), _FACT_KEYS)
        fact = _fact(key, each, fields, scope)
        if fact is None:
            broken.append(("facts", key))
            continue
        facts[key] = fact
        if "asked-when" in fields:
            asked_when[key] = fields["asked-when"]
        if fact.first and sum(other.first for other in facts.values()) == MOST_FIRST_QUESTIONS + 1:
            fields["first"].error(
                f"this is question {MOST_FIRST_QUESTIONS + 1} with 'first: yes'.", right="Ten are most."
            )
    return facts, asked_when, frozenset(broken)


def _fact(key: str, spot: Spot, fields: Mapping[str, Spot], scope: Scope) -> Fact | None:
    kind = fields["is"].member(FactKind) if "is" in fields else None
    if kind is None:
        return None
    values = _values(spot, fields, kind)
    lowest, highest = _bounds(fields, kind, scope)
    default = read_fact_value(fields["default"], kind, values, scope) if "default" in fields else None
    _default_in_bounds(fields, default, lowest, highest)
    group = (fields["group"].member(Group) if "group" in fields else None) or Group.CONDUCT
    about = fields["about"].member(About) if "about" in fields else None
    not_monotone, cites = _not_monotone(fields, scope)
    if default is None:
        return None
    return Fact(
        id=key,
        kind=kind,
        ask=optional_text(fields, "ask"),
        default=default,
        name=optional_text(fields, "name"),
        values=values,
        labels=read_value_labels(fields, values),
        lowest=lowest,
        highest=highest,
        worse=_worse(fields, kind),
        not_monotone=not_monotone,
        informational=optional_text(fields, "informational"),
        group=group,
        themes=fields["themes"].known_names(THEMES, "a theme") if "themes" in fields else (),
        about=about or (About.EVENT if group in _SAME_FOR_EVERYONE else About.ACCUSED),
        first=optional_yes(fields, "first"),
        sealed=optional_yes(fields, "sealed"),
        help=optional_text(fields, "help"),
        evidence=fields["evidence"].texts() if "evidence" in fields else (),
        cites=(*scope.cites(fields.get("cite")), *cites),
        place=spot.place,
    )


def read_fact_value(spot: Spot, kind: FactKind, values: tuple[str, ...], scope: Scope) -> FactValue | None:
    """A value that a fact can have; None after reporting that it cannot."""
    match kind:
        case FactKind.YES_NO | FactKind.CHOICE:
            return spot.one_of(values) if values else None
        case FactKind.COUNT:
            return spot.whole()
        case FactKind.TIME | FactKind.MONEY:
            return single_amount(spot, Quantity(kind.value), scope.units)
        case FactKind.DATE:
            return spot.day() or None


def _values(spot: Spot, fields: Mapping[str, Spot], kind: FactKind) -> tuple[str, ...]:
    if kind is FactKind.CHOICE:
        if "of" in fields:
            return read_labels(fields["of"])
        spot.error("a choice needs its values.", right="List them, as in of: [none, possessed, brandished].")
        return ()
    if "of" in fields:
        fields["of"].error(f"a {kind.value} has no 'of'.", right="Only a choice lists its values.")
    return YES_NO if kind is FactKind.YES_NO else ()


def _bounds(fields: Mapping[str, Spot], kind: FactKind, scope: Scope) -> tuple[FactValue | None, FactValue | None]:
    if kind in (FactKind.YES_NO, FactKind.CHOICE):
        for key in fields.keys() & {"from", "to"}:
            fields[key].error(f"a {kind.value} has no '{key}'.", right="Leave it out.")
        return None, None
    lowest = read_fact_value(fields["from"], kind, (), scope) if "from" in fields else None
    highest = read_fact_value(fields["to"], kind, (), scope) if "to" in fields else None
    if kind is FactKind.COUNT and lowest is None and "from" not in fields:
        lowest = 0
    if lowest is not None and highest is not None and _after(lowest, highest):
        fields["to"].error("'to' is smaller than 'from'.")
    return lowest, highest


def _after(first: FactValue, second: FactValue) -> bool:
    match first, second:
        case str(), str():
            return first > second
        case str(), _:
            return False
        case _, str():
            return False
        case _:
            return first > second


def _default_in_bounds(
    fields: Mapping[str, Spot], default: FactValue | None, lowest: FactValue | None, highest: FactValue | None
) -> None:
    if default is None:
        return
    if (lowest is not None and _after(lowest, default)) or (highest is not None and _after(default, highest)):
        fields["default"].error(f"the default {fields['default'].shape()} lies outside 'from' and 'to'.")


def _worse(fields: Mapping[str, Spot], kind: FactKind) -> Worse | None:
    if "worse" not in fields:
        return None
    worse = fields["worse"].one_of([word.value for word in _WORSE[kind]], f"for a {kind.value}")
    return Worse(worse) if worse is not None else None


def _not_monotone(fields: Mapping[str, Spot], scope: Scope) -> tuple[str, tuple[Cite, ...]]:
    """Why a worse answer may give a milder result: a text, or {say, cite}, whose citation joins the fact's own."""
    spot = fields.get("not-monotone")
    if spot is None or not spot.is_map():
        return (spot.text() if spot is not None else ""), ()
    inner = spot.fields(("say",), ("cite",))
    return optional_text(inner, "say"), scope.cites(inner.get("cite"))


def read_value_labels(fields: Mapping[str, Spot], values: tuple[str, ...]) -> Mapping[str, str]:
    """How the values read; only values that exist can have a label."""
    labels: dict[str, str] = {}
    for key, part in fields["labels"].entries(None) if "labels" in fields else ():
        if key not in values:
            fields["labels"].key_spot(key).error(f"'{key}' is not a value here.", right=f"Values: {listed(values)}.")
        labels[key] = part.text()
    return labels


def _refuse_reserved(key: str, spot: Spot) -> None:
    if key in RESERVED:
        spot.error(f"'{key}' is a word of the format.", right="Give it another id.")


# ----------------------------------------------------------------------------------------------------- judgments


def read_judgments(
    spot: Spot | None, scope: Scope
) -> tuple[dict[str, Judgment], dict[str, Spot], frozenset[tuple[str, str]]]:
    """The judgments, the spots of their `when`, and the ids of those that cannot be used."""
    judgments: dict[str, Judgment] = {}
    when: dict[str, Spot] = {}
    broken = []
    for key, each in spot.entries() if spot is not None else ():
        _refuse_reserved(key, each)
        fields = each.fields(("is",), _JUDGMENT_KEYS)
        judgment = _judgment(key, each, fields, scope)
        if judgment is None:
            broken.append(("judgments", key))
            continue
        judgments[key] = judgment
        if "when" in fields:
            when[key] = fields["when"]
    return judgments, when, frozenset(broken)


def _judgment(key: str, spot: Spot, fields: Mapping[str, Spot], scope: Scope) -> Judgment | None:
    kind = fields["is"].member(JudgmentKind) if "is" in fields else None
    if kind is None:
        return None
    values = _judged_values(spot, fields, kind)
    title = optional_text(fields, "title")
    requires = (
        fields["requires"].known_names(_REQUIRES, "something that a judgment can require")
        if "requires" in fields
        else ()
    )
    return Judgment(
        id=key,
        kind=kind,
        ask=optional_text(fields, "ask") or title or key.replace("-", " ").capitalize(),
        title=title,
        values=values,
        labels=read_value_labels(fields, values),
        until_made=_until_made(spot, fields, kind, values),
        grounds=scope.facts_named(fields["grounds"]) if "grounds" in fields else (),
        requires=("reasons", *(word for word in requires if word != "reasons")),  # a judgment always takes reasons
        sealed=optional_yes(fields, "sealed"),
        help=optional_text(fields, "help"),
        cites=scope.cites(fields.get("cite")),
        place=spot.place,
    )


def _judged_values(spot: Spot, fields: Mapping[str, Spot], kind: JudgmentKind) -> tuple[str, ...]:
    match kind:
        case JudgmentKind.CHOICE | JudgmentKind.CATEGORY if "of" in fields:
            return read_labels(fields["of"])
        case JudgmentKind.CHOICE:
            spot.error("a choice needs its values.", right="List them, as in of: [none, one, both].")
            return ()
        case JudgmentKind.CATEGORY:
            return ()  # the labels of the register that it is picked into
        case _ if "of" in fields:
            fields["of"].error(f"a judgment of {kind.value} has no 'of'.", right="Only a choice lists its values.")
    return {JudgmentKind.YES_NO: YES_NO, JudgmentKind.ORDER: ORDERS}.get(kind, ())


def _until_made(spot: Spot, fields: Mapping[str, Spot], kind: JudgmentKind, values: tuple[str, ...]) -> str | None:
    if "until-made" in fields:
        if kind is JudgmentKind.CATEGORY and not values:
            return fields["until-made"].text() or None
        if not values:
            right = "Until it is made, the whole range stays open."
            fields["until-made"].error(f"a judgment of {kind.value} has no 'until-made'.", right=right)
            return None
        return fields["until-made"].one_of(values)
    if kind in (JudgmentKind.YES_NO, JudgmentKind.CHOICE):
        spot.error(
            "'until-made' is missing.", right="Say what it reads as while nobody has decided, as in until-made: no."
        )
    return "undecided" if kind is JudgmentKind.ORDER else None
