"""The text of a pack as nodes that know their place: YAML in which every scalar stays text and nothing is hidden.

Anchors, aliases, tags, merge keys, directives and a second document are refused: each makes a file mean something that
its reader cannot see. Limits hold while the events come in, before anything is built from them.
"""

import re
from typing import Final, NamedTuple

import yaml

from sentencing.errors import Problem

MAX_BYTES: Final = 2_000_000
MAX_DEPTH: Final = 60
MAX_NODES: Final = 100_000
MAX_PROBLEMS: Final = 200

# WORKAROUND a PyYAML built without libyaml has no CSafeLoader: same events, ten times slower, https://pyyaml.org/wiki/PyYAMLDocumentation
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\ufeff]|\t")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class TextNode(NamedTuple):
    """A scalar, as it is written; `quoted` tells an empty text from a missing one."""

    text: str
    line: int
    column: int
    quoted: bool


class ListNode(NamedTuple):
    """A list."""

    parts: list["Node"]
    line: int
    column: int


class MapNode(NamedTuple):
    """Keys with their values, in order; a key's own node has the key's place."""

    entries: dict[str, tuple[TextNode, "Node"]]
    line: int
    column: int


Node = TextNode | ListNode | MapNode


def decoded(text: str | bytes) -> tuple[str, tuple[Problem, ...]]:
    """The text with Unix line ends, without a byte order mark, and what forbids reading it as YAML at all."""
    if len(text) > MAX_BYTES:
        return "", (Problem(f"the file has {len(text):,} bytes.", right=f"A pack has at most {MAX_BYTES:,}."),)
    if isinstance(text, bytes):
        wrong = _not_utf_8(text)
        if wrong is not None:
            return "", (wrong,)
    whole = text if isinstance(text, str) else text.decode("utf-8")
    clean = whole.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return clean, _forbidden_characters(clean)


def read_nodes(text: str, until: str = "") -> tuple[Node | None, tuple[Problem, ...]]:
    """The nodes of a decoded text, with every problem of form; never raises.

    `until` stops after that key of the top level, which makes reading the head of a long pack cheap.
    """
    builder = _Builder(until)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _Stop:
        pass
    except yaml.MarkedYAMLError as wrong:
        builder.problems.append(_syntax_problem(wrong))
        return None, tuple(builder.problems)
    except (yaml.YAMLError, UnicodeError, ValueError) as wrong:
        builder.problems.append(Problem(f"the file is not YAML: {wrong}."))
        return None, tuple(builder.problems)
    if builder.root is None and not builder.problems:
        builder.problems.append(Problem("the file is empty.", right="A pack begins with 'guidance: 1'."))
    return builder.root, tuple(builder.problems)


def _not_utf_8(text: bytes) -> Problem | None:
    if text.startswith(_UTF_16):
        return Problem("the file is saved as UTF-16.", line=1, right="Save it as UTF-8.")
    try:
        text.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = text.count(b"\n", 0, wrong.start) + 1
        column = wrong.start - text.rfind(b"\n", 0, wrong.start)
        found = f"byte 0x{text[wrong.start]:02x} is not UTF-8."
        return Problem(found, line=line, column=column, right="Save the file as UTF-8.")
    return None


def _forbidden_characters(text: str) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    for match in _REFUSED.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        if match[0] == "\t":
            problems.append(Problem("a tab.", line=line, column=column, right="Use spaces."))
        else:
            found = f"the character U+{ord(match[0]):04X} cannot be read."
            problems.append(Problem(found, line=line, column=column, right="Delete it."))
        if len(problems) >= MAX_PROBLEMS:
            break
    return tuple(problems)


_PLAIN_WORDS: Final = (
    ("mapping values are not allowed", "a colon where no key can be.", "Put a text that contains ': ' in quotes."),
    ("did not find expected ',' or", "a list or a {…} is not closed, or a comma is missing.", "Check the brackets."),
    ("did not find expected key", "the indentation does not fit, or a {…} is not closed.", "Line the keys up."),
    ("did not find expected '-'", "the entries of this list do not line up.", "Line the dashes up."),
    ("did not find expected node", "something stands where a value should.", "Check commas and brackets."),
    ("could not find expected ':'", "a key without a colon.", "Write 'key: value'; quote texts of several lines."),
    ("found unexpected end of stream", "a quotation mark or bracket is not closed.", "Close it."),
    ("cannot start any token", "a character that may not begin a text.", "Put the text in quotes."),
    ("unknown escape", "a \\ inside double quotes.", "Use single quotes, or write \\\\."),
    ("maximum nesting depth", f"nested more than {MAX_DEPTH} deep.", "A pack never needs that."),
    ("unexpected ':'", "a colon where no key can be.", "Put a text that contains ': ' in quotes."),
)


def _syntax_problem(wrong: yaml.MarkedYAMLError) -> Problem:
    mark = wrong.problem_mark or wrong.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
    said = wrong.problem or str(wrong)
    for words, found, right in _PLAIN_WORDS:
        if words in said:
            return Problem(found, line=line, column=column, right=right)
    return Problem(f"this is not YAML: {said}.", line=line, column=column)


_NO_KEY: Final = TextNode("", 0, 0, quoted=True)
"""Stands for a key that was refused; its value is dropped."""


class _Stop(Exception):
    """Nothing more is read."""


class _Builder:
    """Builds nodes from events, refusing what a pack may not contain."""

    def __init__(self, until: str) -> None:
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._until = until
        self._open: list[ListNode | MapNode] = []
        self._keys: list[TextNode | None] = []
        self._documents = 0
        self._nodes = 0

    def take(self, event: yaml.Event) -> None:
        """One event of the parser, in order."""
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._start(event)
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._refuse(event, f"an alias, '*{event.anchor}'.", "Write the value out.")
                self._place(TextNode("", *_where(event), quoted=True))
            case yaml.DocumentStartEvent():
                self._document(event)
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._refuse(event, f"more than {MAX_NODES:,} values.", "Put long tables into tables/*.csv.")
            raise _Stop
        self._place(TextNode(event.value, *_where(event), quoted=bool(event.style)))

    def _start(self, event: yaml.SequenceStartEvent | yaml.MappingStartEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._decorated(event)
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, f"nested more than {MAX_DEPTH} deep.", "A pack never needs that.")
            self.root = None
            raise _Stop
        where = _where(event)
        node: ListNode | MapNode = (
            MapNode({}, *where) if isinstance(event, yaml.MappingStartEvent) else ListNode([], *where)
        )
        self._open.append(node)
        self._keys.append(None)

    def _end(self) -> None:
        node = self._open.pop()
        self._keys.pop()
        self._place(node)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, ListNode):
            parent.parts.append(node)
            return
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = self._key(node)
            return
        self._keys[-1] = None
        if key is not _NO_KEY and key.text not in parent.entries:
            parent.entries[key.text] = (key, node)
        if len(self._open) == 1 and key.text == self._until:
            self.root = parent
            raise _Stop

    def _key(self, node: Node) -> TextNode:
        parent = self._open[-1]
        assert isinstance(parent, MapNode)
        if not isinstance(node, TextNode):
            self._add("a list or a {…} stands where a key should.", node.line, node.column, "A key is a name.")
            return _NO_KEY
        if node.text == "<<" and not node.quoted:
            self._add("a merge key, '<<'.", node.line, node.column, "Write the keys out.")
            return _NO_KEY
        if node.text in parent.entries:
            first = parent.entries[node.text][0].line
            found = f"the key '{node.text}' stands twice; the first is on line {first}."
            self._add(found, node.line, node.column, "Keep one of them.")
        return node

    def _decorated(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._refuse(event, f"an anchor, '&{event.anchor}'.", "Write the value out where it is used.")
        if event.tag is not None:
            self._refuse(
                event, f"a tag, '{event.tag}'.", "Every value is text here; put it in quotes if it begins with '!'."
            )

    def _document(self, event: yaml.DocumentStartEvent) -> None:
        self._documents += 1
        if event.version or event.tags:
            self._refuse(event, "a directive, a line that begins with '%'.", "Delete it.")
        if self._documents > 1:
            self._refuse(event, "a second document, after '---'.", "One pack is one document.")
            raise _Stop

    def _refuse(self, event: yaml.Event, found: str, right: str) -> None:
        line, column = _where(event)
        self._add(found, line, column, right)

    def _add(self, found: str, line: int, column: int, right: str) -> None:
        self.problems.append(Problem(found, line=line, column=column, right=right))
        if len(self.problems) >= MAX_PROBLEMS:
            raise _Stop


def _where(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (0, 0)
