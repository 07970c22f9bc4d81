"""Reads what a pack says of itself and works with: head, numbers, sources, stages and registers.

Beyond format 1 as designed, `pack` takes `country` (for the reader; the jurisdiction's code when it is absent), and a
register takes `title` and `shown: no`.
"""

import re
from collections.abc import Mapping
from fractions import Fraction

from attrs import evolve

from sentencing.amounts import MONTHS_IN_A_YEAR, Exact, Quantity, Rounding, Units, exact
from sentencing.pack.model import (
    Assesses,
    Assistance,
    Edition,
    EditionRule,
    Head,
    LeftOut,
    Proposal,
    Register,
    RegisterKind,
    RoundingRule,
    Source,
    Stage,
    Status,
)
from sentencing.pack.scope import RESERVED, Scope
from sentencing.pack.spots import DOTTED_NAME, LABEL, Spot, optional_text, optional_yes

MAX_QUOTED_WORDS = 25
UNITS_OF_TIME = ("day", "month", "year")
_DAYS = re.compile(r"(\d{1,2}) days")
_CURRENCY = re.compile(r"[A-Z]{3}")
_EXPECTED_WORDS = ("applied", "not-applied", "excluded", "gate", "envelope", "turns-on")

_HEAD = (
    "id", "title", "jurisdiction", "authority", "language", "status", "edition", "choice-of-edition", "assesses",
    "numeric-proposal", "assistance", "headline",
)  # fmt: skip


def read_head(spot: Spot) -> Head | None:
    """The head without `leaves-out`, which cites sources; None after reporting what is wrong."""
    before = len(spot.report.problems)
    fields = spot.fields(_HEAD, ("leaves-out", "country"))
    if len(fields.keys() & set(_HEAD)) < len(_HEAD):
        return None
    jurisdiction = fields["jurisdiction"].text()
    status = fields["status"].member(Status)
    rule = fields["choice-of-edition"].member(EditionRule)
    assesses = fields["assesses"].member(Assesses)
    proposal = fields["numeric-proposal"].member(Proposal)
    assistance = fields["assistance"].member(Assistance)
    id_, title, authority, language, headline = (
        fields["id"].name(DOTTED_NAME),
        *(fields[key].text() for key in ("title", "authority", "language", "headline")),
    )
    country = optional_text(fields, "country") or jurisdiction
    edition = _edition(fields["edition"])
    if not (status and rule and assesses and proposal and assistance and edition):
        return None
    if len(spot.report.problems) > before:
        return None
    return Head(
        id=id_,
        title=title,
        jurisdiction=jurisdiction,
        authority=authority,
        language=language,
        status=status,
        edition=edition,
        choice_of_edition=rule,
        assesses=assesses,
        numeric_proposal=proposal,
        assistance=assistance,
        headline=headline,
        country=country,
    )


def _edition(spot: Spot) -> Edition | None:
    fields = spot.fields(("id", "from"), ("to", "unverified-after"))
    if "id" not in fields or "from" not in fields:
        return None
    first = fields["from"].day()
    last = fields["to"].day() if "to" in fields else None
    unverified = fields["unverified-after"].day() if "unverified-after" in fields else None
    for key, day in (("to", last), ("unverified-after", unverified)):
        if day and first and day < first:
            fields[key].error(f"{day} is before the edition begins, {first}.")
    return Edition(fields["id"].name(DOTTED_NAME), first, last, unverified)


def with_left_out(head: Head, spot: Spot, scope: Scope) -> Head:
    """The head with what the pack knowingly leaves out, once its sources are known."""
    if not spot.is_map() or "leaves-out" not in (fields := dict(spot.entries(None))):
        return head
    return evolve(head, leaves_out=tuple(_left_out(part, scope) for part in fields["leaves-out"].parts()))


def _left_out(spot: Spot, scope: Scope) -> LeftOut:
    fields = spot.fields(("title", "say"), ("cite",))
    return LeftOut(optional_text(fields, "title"), optional_text(fields, "say"), scope.cites(fields.get("cite")))


# ------------------------------------------------------------------------------------------------------- numbers


def read_units(spot: Spot | None) -> tuple[Units, Spot | None]:
    """How the pack writes amounts, and the spot of its rounding rules."""
    if spot is None:
        return Units(), None
    fields = spot.fields((), ("month", "currency", "round"))
    days, currency = 0, ""
    if "month" in fields:
        match = _DAYS.fullmatch(text := fields["month"].text())
        days = int(match[1]) if match else 0
        if text and not 28 <= days <= 31:
            fields["month"].error(f"'{text}' is not a length of a month.", right="Write it as '30 days'.")
    if "currency" in fields:
        currency = fields["currency"].text()
        if currency and not _CURRENCY.fullmatch(currency):
            fields["currency"].error(f"'{currency}' is not a currency.", right="Write its three letters, as in EUR.")
    return Units(days, currency), fields.get("round")


def with_rounding(scope: Scope, spot: Spot | None) -> Mapping[str, Register]:
    """The registers, each with the rounding that the pack declares for it."""
    registers = dict(scope.registers)
    for name, rule in spot.entries() if spot is not None else ():
        register = scope.register(rule, name, (RegisterKind.RANGE, RegisterKind.FIGURE))
        fields = rule.fields(("to", "mode", "cite"))
        if register is None or len(fields) < 3:
            continue
        mode = fields["mode"].member(Rounding)
        units = UNITS_OF_TIME if register.quantity is Quantity.TIME else ("unit",)
        unit = fields["to"].one_of(units, f"a unit of {register.quantity.value}" if register.quantity else "")
        cites = scope.cites(fields["cite"])
        if unit == "day" and not scope.units.days_in_month:
            fields["to"].error("the pack does not say how many days a month has.", right="Add 'month: 30 days'.")
        elif mode is not None and unit is not None:
            registers[name] = evolve(register, rounding=RoundingRule(_step(unit, scope.units), mode, cites, unit))
    return registers


def _step(unit: str, units: Units) -> Exact:
    """One unit in canonical units: months for time, the currency unit for money."""
    match unit:
        case "day":
            return exact(Fraction(1, units.days_in_month))
        case "year":
            return MONTHS_IN_A_YEAR
        case _:
            return 1


# ------------------------------------------------------------------------------------- sources, stages, registers


def read_sources(spot: Spot) -> Mapping[str, Source]:
    """What citations open."""
    return {key: _source(key, each) for key, each in spot.entries()}


def _source(key: str, spot: Spot) -> Source:
    fields = spot.fields(("title",), ("url", "quote", "read", "copy"))
    url, quote = optional_text(fields, "url"), optional_text(fields, "quote")
    if url and not url.startswith(("https://", "http://")):
        fields["url"].error(f"'{url}' is not an address.", right="It begins with https://.")
    if (words := len(quote.split())) > MAX_QUOTED_WORDS:
        fields["quote"].error(f"the quotation has {words} words.", right=f"Quote at most {MAX_QUOTED_WORDS}.")
    read = fields["read"].one_of(("text", "second-hand")) if "read" in fields else None
    return Source(
        id=key,
        title=optional_text(fields, "title"),
        url=url,
        quote=quote,
        read=read or "second-hand",
        copy=optional_text(fields, "copy"),
        place=spot.place,
    )


def read_stages(spot: Spot) -> Mapping[str, Stage]:
    """The parts of the guidance."""
    return {key: Stage(key, optional_text(each.fields(("title",)), "title")) for key, each in spot.entries()}


def read_registers(spot: Spot, units: Units) -> tuple[Mapping[str, Register], frozenset[tuple[str, str]]]:
    """The registers, and the ids of those that cannot be used."""
    registers: dict[str, Register] = {}
    broken = []
    beside: list[tuple[Spot, str]] = []
    for key, each in spot.entries():
        register = _register(key, each, units, beside)
        if register is None:
            broken.append(("state", key))
        else:
            registers[key] = register
    names = {*registers, *(name for _, name in broken)}
    for part, name in beside:
        if name not in names:
            part.error(f"'{name}' is not a register of this pack.")
    return registers, frozenset(broken)


def _register(key: str, spot: Spot, units: Units, beside: list[tuple[Spot, str]]) -> Register | None:
    fields = spot.fields(("is",), ("of", "unit", "order", "title", "shown", "with"))
    kind = fields["is"].member(RegisterKind) if "is" in fields else None
    if key in RESERVED or key in _EXPECTED_WORDS:
        spot.error(f"'{key}' is a word of the format.", right="Give the register another id.")
    if kind is None:
        return None
    has_ends = kind in (RegisterKind.RANGE, RegisterKind.FIGURE)
    quantity = _quantity(spot, fields, kind, has_ends=has_ends)
    order = _order(spot, fields, kind)
    pairs: list[tuple[str, str]] = []
    for name, part in fields["with"].entries() if "with" in fields else ():
        beside.append((part, name))
        pairs.append((name, part.one_of(("either", "both", "either-or-both")) or ""))
    if (has_ends and quantity is None) or (kind is RegisterKind.CATEGORY and len(order) < 2):
        return None
    return Register(
        id=key,
        kind=kind,
        title=optional_text(fields, "title") or key.replace("-", " ").capitalize(),
        quantity=quantity,
        unit=_unit(fields, quantity, units),
        order=order,
        shown=optional_yes(fields, "shown", absent=True),
        beside=tuple(pairs),
        place=spot.place,
    )


def _quantity(spot: Spot, fields: Mapping[str, Spot], kind: RegisterKind, *, has_ends: bool) -> Quantity | None:
    if not has_ends:
        for key in ("of", "unit", "with"):
            if key in fields:
                fields[key].error(f"a {kind.value} has no '{key}'.", right="Leave it out.")
        return None
    if "of" not in fields:
        spot.error(f"a {kind.value} needs 'of'.", right="Write of: time or of: money.")
        return None
    return fields["of"].member(Quantity)


def _unit(fields: Mapping[str, Spot], quantity: Quantity | None, units: Units) -> str:
    if "unit" not in fields or quantity is None:
        return "month"
    if quantity is Quantity.MONEY:
        fields["unit"].error("money is counted in the pack's currency.", right="Leave 'unit' out.")
        return "month"
    unit = fields["unit"].one_of(UNITS_OF_TIME) or "month"
    if unit == "day" and not units.days_in_month:
        fields["unit"].error("the pack does not say how many days a month has.", right="Add 'month: 30 days'.")
    return unit


def _order(spot: Spot, fields: Mapping[str, Spot], kind: RegisterKind) -> tuple[str, ...]:
    if kind is not RegisterKind.CATEGORY:
        if "order" in fields:
            fields["order"].error(f"a {kind.value} has no 'order'.", right="Only a category has one.")
        return ()
    if "order" not in fields:
        spot.error("a category needs its 'order'.", right="List its labels, as in order: [A, B, C].")
        return ()
    return read_labels(fields["order"])


def read_labels(spot: Spot) -> tuple[str, ...]:
    """At least two labels, each once: the values of a choice or the order of a category."""
    labels: list[str] = []
    for part in spot.parts():
        label = part.text()
        if label and not LABEL.fullmatch(label):
            part.error(f"'{label}' cannot be a value.", right="A value has letters, digits and hyphens.")
        elif label in labels:
            part.error(f"'{label}' stands twice.", right="Keep one of them.")
        elif label:
            labels.append(label)
    if len(labels) < 2 and not spot.is_text():
        spot.error("a choice needs at least two values.")
    return tuple(labels)
