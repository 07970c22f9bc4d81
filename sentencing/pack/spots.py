"""A spot: one node of the file with its path, and the ways to read it that report what is wrong instead of raising."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from enum import Enum
from typing import Final, NamedTuple, TypeVar

from attrs import define, field

from sentencing.errors import Problem, Severity
from sentencing.pack.model import Place
from sentencing.pack.source import MAX_PROBLEMS, ListNode, MapNode, Node, TextNode

NAME: Final = re.compile(r"[a-z0-9]+(?:-+[a-z0-9]+)*")
DOTTED_NAME: Final = re.compile(r"[a-z0-9]+(?:[-.]+[a-z0-9]+)*")
LABEL: Final = re.compile(r"[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*")
_WHOLE: Final = re.compile(r"[-−+]?\d{1,9}")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONGEST_FOUND: Final = 60
_LONGEST_MESSAGE: Final = 400

E = TypeVar("E", bound=Enum)


def nearest_of(word: str, known: Iterable[str]) -> str:
    """The known name that is most like a word, or the empty text."""
    return next(iter(get_close_matches(word[:_LONGEST_FOUND], list(known), n=1)), "")


def listed(words: Iterable[str], last: str = "or") -> str:
    """`a, b or c`."""
    *first, final = list(words) or ["nothing"]
    return f"{', '.join(first)} {last} {final}" if first else final


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, written 2025-11-01."""
    if not _DAY.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


@define
class Report:
    """Collects what is wrong, and which names were used, while a pack is read."""

    problems: list[Problem] = field(factory=list)
    used: set[tuple[str, str]] = field(factory=set)
    """(section, id), as in ("terms", "aggravating-role")"""

    def add(self, problem: Problem) -> None:
        """Adds a problem until there are so many that the next ones tell nothing."""
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(problem)

    @property
    def refuses(self) -> bool:
        """Whether the text is refused."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


class Spot(NamedTuple):
    """A node, where it stands in the document's own words, and where to report what is wrong with it."""

    node: Node
    path: str
    report: Report

    @property
    def place(self) -> Place:
        """Line and column."""
        return Place(self.node.line, self.node.column)

    def error(self, found: str, right: str = "", nearest: str = "") -> None:
        """Reports that this cannot be read."""
        node = self.node
        self.report.add(Problem(_cut(found), _cut(self.path), node.line, node.column, right, nearest))

    def warn(self, found: str, right: str = "") -> None:
        """Reports something that can be read and is probably not meant."""
        node = self.node
        place = (node.line, node.column)
        self.report.add(Problem(_cut(found), _cut(self.path), *place, right, severity=Severity.WARNING))

    # ------------------------------------------------------------------------------------------------- shapes

    def is_map(self) -> bool:
        """Whether this has keys."""
        return isinstance(self.node, MapNode)

    def is_text(self) -> bool:
        """Whether this is a plain text."""
        return isinstance(self.node, TextNode)

    def has_no_keys(self) -> bool:
        """Whether this is a map and empty."""
        return isinstance(self.node, MapNode) and not self.node.entries

    def shape(self) -> str:
        """What stands here, for a message."""
        match self.node:
            case TextNode("", quoted=False):
                return "nothing"
            case TextNode(text):
                short = text if len(text) <= _LONGEST_FOUND else text[:_LONGEST_FOUND] + "…"
                return f"'{short}'"
            case ListNode():
                return "a list"
            case MapNode():
                return "a map of keys"

    def fields(self, required: Iterable[str], optional: Iterable[str] = ()) -> dict[str, "Spot"]:
        """The values of a map whose keys the format defines; an unknown key is an error, and so is a missing one."""
        found: dict[str, Spot] = {}
        if not isinstance(self.node, MapNode):
            self.error(f"{self.shape()} stands here.", right=f"A map with {listed(required, 'and')} is wanted.")
            return found
        known = (*required, *optional)
        for key, (key_node, value) in self.node.entries.items():
            if key in known:
                found[key] = Spot(value, f"{self.path}.{key}" if self.path else key, self.report)
            else:
                self._unknown_key(key, key_node, value, known)
        for key in required:
            if key not in found:
                self.error(f"'{key}' is missing.")
        return found

    def _unknown_key(self, key: str, key_node: TextNode, value: Node, known: tuple[str, ...]) -> None:
        near = nearest_of(key, known)
        right = "" if near else f"Known here: {', '.join(known)}."
        if isinstance(value, TextNode) and not value.text and not value.quoted:
            # a comma in an unquoted text of a {…} makes a key of its tail
            right = "If it belongs to the text before it, put that text in quotes."
        spot = Spot(key_node, f"{self.path}.{key}" if self.path else key, self.report)
        spot.error(f"unknown key {spot.shape()}.", right=right, nearest=near)

    def entries(self, pattern: re.Pattern[str] | None = NAME) -> list[tuple[str, "Spot"]]:
        """The entries of a map whose keys the pack itself defines; keys are checked against the pattern of an id."""
        if not isinstance(self.node, MapNode):
            self.error(f"{self.shape()} stands here.", right="A map of ids with their definitions is wanted.")
            return []
        found = []
        for key, (key_node, value) in self.node.entries.items():
            spot = Spot(value, f"{self.path}.{key}" if self.path else key, self.report)
            found.append((key, spot))
            if pattern is not None and not pattern.fullmatch(key):
                Spot(key_node, spot.path, self.report).error(f"'{key}' is not an id.", right=_ID_RULE)
        return found

    def key_spot(self, key: str) -> "Spot":
        """The place of a key itself."""
        assert isinstance(self.node, MapNode)
        return Spot(self.node.entries[key][0], f"{self.path}.{key}" if self.path else key, self.report)

    def parts(self) -> list["Spot"]:
        """The parts of a list; a part that has an id is named by it in the path, otherwise by its number."""
        if not isinstance(self.node, ListNode):
            self.error(f"{self.shape()} stands here.", right="A list is wanted, as in [a, b].")
            return []
        return [
            Spot(part, f"{self.path}.{_name_of(part, n)}", self.report) for n, part in enumerate(self.node.parts, 1)
        ]

    def parts_or_one(self) -> list["Spot"]:
        """The parts of a list, or this itself when it is one text."""
        return [self] if isinstance(self.node, TextNode) else self.parts()

    # ------------------------------------------------------------------------------------------------- scalars

    def text(self) -> str:
        """A text that is not empty; the empty text when something else stands here."""
        if isinstance(self.node, TextNode) and self.node.text.strip():
            return self.node.text.strip()
        self.error(f"{self.shape()} stands here.", right="A text is wanted.")
        return ""

    def name(self, pattern: re.Pattern[str] = NAME) -> str:
        """An id that is defined here."""
        text = self.text()
        if text and not pattern.fullmatch(text):
            self.error(f"'{text}' is not an id.", right=_ID_RULE)
        return text

    def one_of(self, words: Iterable[str], what: str = "") -> str | None:
        """One of the words that are possible here; None when it is another."""
        known = tuple(words)
        text = self.text()
        if text in known:
            return text
        if text:
            near = nearest_of(text, known)
            wanted = f"{listed(known)}, {what}" if what else listed(known)
            self.error(f"{self.shape()} is not possible here.", right=f"Wanted is {wanted}.", nearest=near)
        return None

    def member(self, enum: type[E]) -> E | None:
        """A member of a closed set; None when it is none of them."""
        text = self.one_of([str(member.value) for member in enum])
        return enum(text) if text is not None else None

    def yes_no(self) -> bool:
        """`yes` or `no`; False when it is neither."""
        return self.one_of(("yes", "no")) == "yes"

    def whole(self) -> int | None:
        """A whole number; None when it is none."""
        text = self.text()
        if _WHOLE.fullmatch(text):
            return int(text.replace("−", "-"))
        if text:
            self.error(f"{self.shape()} is not a whole number.")
        return None

    def day(self) -> str:
        """A day, as ISO text; the empty text when it is none."""
        text = self.text()
        if not text or is_day(text):
            return text
        self.error(f"{self.shape()} is not a day.", right="Write it as 2025-11-01.")
        return ""

    def texts(self) -> tuple[str, ...]:
        """A list of texts, or one."""
        return tuple(text for part in self.parts_or_one() if (text := part.text()))

    def known_names(self, known: Iterable[str], what: str) -> tuple[str, ...]:
        """A list of names of one kind, each once."""
        return each_once((part, part.known_name(known, what)) for part in self.parts_or_one())

    def known_name(self, known: Iterable[str], what: str) -> str | None:
        """The name of something that is defined; None when it is not."""
        text = self.text()
        if not text or text in known:
            return text or None
        self.error(f"'{text}' is not {what}.", nearest=nearest_of(text, known))
        return None


_ID_RULE: Final = "An id has small letters a to z, digits and hyphens, as in 'unaccompanied-minor'."


def _cut(text: str) -> str:
    """A text for one line of a message; a damaged file can have an id of many pages."""
    return text if len(text) <= _LONGEST_MESSAGE else text[:_LONGEST_MESSAGE] + "…"


def _name_of(part: Node, number: int) -> str:
    if isinstance(part, MapNode) and "id" in part.entries:
        value = part.entries["id"][1]
        if isinstance(value, TextNode) and value.text:
            return value.text[:_LONGEST_FOUND]
    return str(number)


def each_once(named: Iterable[tuple[Spot, str | None]]) -> tuple[str, ...]:
    """The names that were read; one that stands twice is reported."""
    names: list[str] = []
    for part, name in named:
        if name is not None and name in names:
            part.error(f"'{name}' stands twice.", right="Keep one of them.")
        elif name is not None:
            names.append(name)
    return tuple(names)


def optional_text(fields: Mapping[str, Spot], key: str) -> str:
    """The text of a key that may be left out."""
    return fields[key].text() if key in fields else ""


def optional_yes(fields: Mapping[str, Spot], key: str, absent: bool = False) -> bool:
    """A yes or no that may be left out."""
    return fields[key].yes_no() if key in fields else absent
