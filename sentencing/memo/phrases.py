"""What a template may call: messages of the catalogue, references, citations and accounts, all of them Markdown."""

import re
from collections.abc import Callable, Iterable, Mapping

from attrs import frozen

from sentencing.locale import N_, Catalogue, catalogue
from sentencing.memo.markdown import Markdown, escape
from sentencing.memo.view import Read, Told
from sentencing.memo.words import NUMBERS


@frozen
class Phrase:
    """A function that a template may call."""

    call: Callable[..., Markdown]

    def __call__(self, *values: object, **named: object) -> Markdown:
        return self.call(*values, **named)


def phrases(language: str, told: Iterable[str] = ()) -> Mapping[str, Phrase]:
    """The functions of a template in one language. `told` names the facts that have a paragraph to refer to."""
    speaker = _Speaker(catalogue(language), frozenset(told))
    return {
        "_": Phrase(speaker.say),
        "counted": Phrase(speaker.counted),
        "anchor": Phrase(_anchor),
        "cited": Phrase(_cited),
        "cites": Phrase(_cites),
        "listed": Phrase(speaker.listed),
        "sentence": Phrase(_sentence),
        "account": Phrase(speaker.account),
        "evidence": Phrase(speaker.evidence),
        "reads": Phrase(speaker.reads),
        "address": Phrase(_address),
    }


class _Speaker:
    """Says things in one language."""

    def __init__(self, language: Catalogue, told: frozenset[str]) -> None:
        self._catalogue = language
        self._told = told

    def say(self, message: str, **values: object) -> Markdown:
        """A message of the catalogue. The message is Markdown, what fills its places is not."""
        return _filled(self._catalogue.text(message), values)

    def counted(self, one: str, many: str, number: object, **values: object) -> Markdown:
        """A message that counts, with `{n}` filled."""
        whole = number if isinstance(number, int) else 0
        spelt = self._catalogue.text(NUMBERS[whole]) if whole < len(NUMBERS) else str(whole)
        return _filled(self._catalogue.counted(one, many, whole), {"n": spelt, **values})

    def listed(self, parts: Iterable[object]) -> Markdown:
        """`a`, `a and b`, `a, b and c`."""
        said = [_marked(part) for part in parts]
        if len(said) < 2:
            return Markdown("".join(said))
        return self.say("{most} and {last}", most=Markdown(", ".join(said[:-1])), last=Markdown(said[-1]))

    def account(self, told: Told, *, cites: bool = False) -> Markdown:
        """One fact: its name and value, what is said of it, and the evidence on both sides."""
        plain = not told.reasons.strip() or told.value in ("", self._catalogue.text("yes"))
        lead = told.name if plain else f"{told.name}: {told.value}"
        tail = self.evidence(told)
        if cites and told.cites:
            tail = Markdown("; ".join((tail, *map(_unbroken, told.cites))))
        opening = f"{_anchor(told.id)}*{escape(lead.rstrip('.'))}.*"
        if not told.reasons.strip():
            said = told.value or self._catalogue.text("yes")
            return Markdown(f"{opening} {escape(told.ask)} {_capital(escape(said))} ({tail}).")
        reasons = told.reasons.strip()
        ended = reasons[:-1] if reasons.endswith(".") and not reasons.endswith("..") else reasons
        return Markdown(f"{opening} {escape(ended)} ({tail}).")

    def evidence(self, told: Told) -> Markdown:
        """`admitted; Ex. 4, p. 12; against it Ex. 7`, or that the evidence does not state it."""
        parts = [escape(told.basis)] if told.basis else []
        parts += [escape(each) for each in told.supports]
        if told.opposes:
            parts.append(self.say("against it {evidence}", evidence=Markdown("; ".join(map(escape, told.opposes)))))
        return Markdown("; ".join(parts) or self.say("not stated in the evidence"))

    def reads(self, reads: Iterable[Read], title: str = "") -> Markdown:
        """The facts that carried a step, each with its paragraph, as one sentence; empty when nothing needs saying."""
        parts = [self._read(read, title) for read in reads]
        said = "; ".join(part for part in parts if part)
        return Markdown(f"{_capital(said)}." if said else "")

    def _read(self, read: Read, title: str) -> Markdown:
        yes = self._catalogue.text("yes")
        value = "" if read.value == yes else read.value
        named = escape(read.name)
        if read.name.casefold() in title.casefold():
            named = Markdown("")
        place = _see(read.id) if read.told else Markdown("")
        taken = escape(read.value)
        match read.standing:
            case "disputed" | "alleged":
                message = {
                    "disputed": N_("disputed in paragraph {place}, taken as {value} until it is decided"),
                    "alleged": N_("alleged in paragraph {place}, taken as {value} until it is decided"),
                }[read.standing]
                return _led(named, self.say(message, place=place, value=taken))
            case "open":
                return _led(named, self.say("not answered, read as {value}", value=taken))
        said = Markdown(": ".join(part for part in (named, escape(value)) if part))
        if not place:
            return said
        if not said:
            return self.say("see paragraph {place}", place=place)
        return self.say("{fact} (paragraph {place})", fact=said, place=place)


def _led(name: Markdown, said: Markdown) -> Markdown:
    return Markdown(f"{name}: {said}" if name else said)


def _filled(message: str, values: Mapping[str, object]) -> Markdown:
    """Only whole `{name}`s are places; there are no formats to abuse."""
    return Markdown(re.sub(r"\{(\w+)\}", lambda match: _marked(values.get(match[1], match[0])), message))


def _marked(value: object) -> str:
    return value if isinstance(value, Markdown) else escape(value)


def _anchor(fact: str) -> Markdown:
    return Markdown(f"[](@fact-{_id(fact)})")


def _see(fact: str) -> Markdown:
    return Markdown(f"[](#fact-{_id(fact)})")


def _id(place: str) -> str:
    return re.sub(r"[^a-z0-9-]", "-", place.lower())


def _unbroken(text: object) -> Markdown:
    return Markdown(f"[{_marked(text)}](!)")


def _cited(cites: Iterable[object]) -> Markdown:
    """Citations, each kept on one line."""
    return Markdown("; ".join(map(_unbroken, cites)))


def _cites(cites: Iterable[object]) -> Markdown:
    """Citations in brackets; nothing when there are none."""
    said = _cited(cites)
    return Markdown(f" ({said})" if said else "")


def _sentence(text: object, cites: Iterable[object] = ()) -> Markdown:
    """A text as a sentence, with its citations in brackets before the full stop."""
    said = _marked(text)
    if not said:
        return Markdown("")
    tail = _cites(cites)
    if tail:
        return Markdown(_capital(said.removesuffix("\\.")) + tail + ".")
    return Markdown(_capital(said) + ("" if said[-1] in ".!?…" else "."))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _address(url: str) -> Markdown:
    """An address as a link when it is one, and as plain text otherwise."""
    if re.fullmatch(r"https?://[^\s<>\"()\\]+", url):
        return Markdown(f"[{escape(url)}]({url})")
    return escape(url)
