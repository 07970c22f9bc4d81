"""Markdown to the document tree: a short list of rules, HTML off, and what people typed never read as markup."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from attrs import evolve
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from sentencing.memo.document import (
    Banner,
    Block,
    Chart,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Summary,
    Table,
)

RULES: Final = ("heading", "hr", "list", "table", "emphasis", "escape", "link", "newline")
LINE_SEPARATOR: Final = "\u2028"
ISOLATE: Final = "\u2068"
END_ISOLATE: Final = "\u2069"
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BIDI_OPEN: Final[Mapping[str, str]] = {
    "\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
    "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069",
}  # fmt: skip


class Markdown(str):
    """Text that is Markdown already; everything else is escaped before it is parsed."""

    __slots__ = ()


def escape(value: object) -> Markdown:
    """Text as Markdown that prints as it was typed; line ends become breaks inside the paragraph."""
    text = printable(str(value)).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").strip()
    return Markdown(_PUNCTUATION.sub(r"\\\1", text).replace("\n", LINE_SEPARATOR))


def printable(text: str) -> str:
    """The text without what no page can show, and with every change of direction in it closed."""
    clean = _UNPRINTABLE.sub("\ufffd", text)
    open_: list[str] = []
    for character in clean:
        if character in _BIDI_OPEN:
            open_.append(_BIDI_OPEN[character])
        elif open_ and character == open_[-1]:
            open_.pop()
    return clean + "".join(reversed(open_))


def blocks(text: str, charts: Mapping[str, Chart] | None = None) -> tuple[Block, ...]:
    """The blocks of a memo. Paragraphs outside a container are numbered until the first page break, then not.

    Containers are `::: summary`, `::: table`, `::: chart`, `::: caution`, `::: note`, `::: small` and `::: plain`;
    `:::` closes them.
    """
    return _numbered(tuple(_Reader(_parser().parse(text), charts or {}).read()))


@cache
def _parser() -> MarkdownIt:
    parser = _Parser("zero", {"html": False}).enable([*RULES, "balance_pairs", "text_join"])
    parser.block.ruler.before("heading", "container", _container, {"alt": ["paragraph", "list", "table"]})
    return parser


class _Parser(MarkdownIt):
    """Takes only the targets that a memo has: places in it, the mark for unbroken text, and addresses."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 the library's name
        return re.fullmatch(r"[@#][a-z0-9-]+|!|https?://[^\s<>\"]+", url) is not None

    def normalizeLink(self, url: str) -> str:  # noqa: N802 the library's name
        return url


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if not _line(state, start).startswith("::: "):
        return False
    if silent:
        return True
    close = next((line for line in range(start + 1, end) if _line(state, line) == ":::"), end)
    opening = state.push("container_open", "", 1)
    opening.info = _line(state, start)[4:]
    last = state.lineMax
    state.lineMax = close
    state.md.block.tokenize(state, start + 1, close)
    state.lineMax = last
    state.push("container_close", "", -1)
    state.line = close + 1
    return True


def _line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


class _Reader:
    """Reads a flat list of tokens into blocks."""

    def __init__(self, tokens: Sequence[Token], charts: Mapping[str, Chart]) -> None:
        self._tokens = tokens
        self._charts = charts
        self._at = 0

    def read(self) -> Iterator[Block]:
        while self._at < len(self._tokens):
            token = self._next()
            match token.type:
                case "heading_open":
                    yield Heading(int(token.tag[1:]), self._inline())
                case "paragraph_open":
                    yield Paragraph(self._inline(), 0)
                case "hr":
                    yield PageBreak()
                case "bullet_list_open" | "ordered_list_open":
                    yield Listing(tuple(self._inlines(token.type.replace("_open", "_close"))))
                case "table_open":
                    yield self._table("")
                case "container_open":
                    yield from self._contained(token.info)

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        return token

    def _contained(self, opening: str) -> Iterator[Block]:
        name, _, rest = opening.partition(" ")
        match name:
            case "summary":
                rows = self._table(rest).rows
                yield Summary(_inline(rest), tuple((row[0], row[1]) for row in rows if len(row) > 1))
                self._skip("container_close")
            case "table":
                yield self._table(rest)
                self._skip("container_close")
            case "chart":
                which, _, caption = rest.partition(" ")
                if which in self._charts:
                    yield evolve(self._charts[which], caption=_inline(caption))
                self._skip("container_close")
            case "caution" | "note":
                yield Banner(name, tuple(self._inlines("container_close")))
            case _:
                yield from (Paragraph(runs, small=name == "small") for runs in self._inlines("container_close"))

    def _inline(self) -> Runs:
        return _runs(self._next().children or [])

    def _inlines(self, close: str) -> Iterator[Runs]:
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == close:
                return
            if token.type == "inline":
                yield _runs(token.children or [])

    def _skip(self, close: str) -> None:
        while self._at < len(self._tokens) and self._next().type != close:
            pass

    def _table(self, opening: str) -> Table:
        shares = re.match(r"(?:\d+ )+", opening + " ")
        widths = tuple(int(share) for share in shares[0].split()) if shares else ()
        caption = opening[len(shares[0]) :] if shares else opening
        rows: list[list[Runs]] = []
        ends: list[bool] = []
        while self._at < len(self._tokens):
            token = self._next()
            if token.type in ("table_close", "container_close"):
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "th_open":
                ends.append("right" in str(token.attrs.get("style", "")))
            elif token.type == "inline" and rows:
                rows[-1].append(_runs(token.children or []))
        header = tuple(rows[0]) if rows else ()
        body = tuple(tuple(row) for row in rows[1:])
        sized = widths if len(widths) == len(header) else (1,) * len(header)
        return Table(_inline(caption), header, body, sized, tuple(ends))


def _inline(text: str) -> Runs:
    tokens = _parser().parseInline(text)
    return _runs(tokens[0].children or []) if tokens else ()


def _runs(tokens: Sequence[Token]) -> Runs:
    """The runs of one line of text; equal neighbours are one run."""
    runs: list[Run] = []
    kind = Run("")
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                kind = evolve(kind, strong=token.nesting > 0)
            case "em_open" | "em_close":
                kind = evolve(kind, emphasis=token.nesting > 0)
            case "link_open":
                target = str(token.attrs.get("href", ""))
                kind = evolve(kind, unbroken=True) if target == "!" else evolve(kind, target=target)
                if target[:1] in ("@", "#"):
                    runs.append(kind)
            case "link_close":
                kind = evolve(kind, target="", unbroken=False)
            case "softbreak":
                runs.append(evolve(kind, text=" "))
            case "hardbreak":
                runs.append(Run("\n"))
            case _ if token.content:
                runs += _broken(token.content, kind)
    return tuple(_merged(runs))


def _broken(text: str, kind: Run) -> Iterator[Run]:
    for number, part in enumerate(text.split(LINE_SEPARATOR)):
        if number:
            yield Run("\n")
        if part:
            yield evolve(kind, text=part)


def _merged(runs: Sequence[Run]) -> Iterator[Run]:
    held: Run | None = None
    for run in runs:
        alike = held is not None and evolve(held, text=run.text) == run
        if held is not None and alike and held.text not in ("", "\n") and run.text not in ("", "\n"):
            held = evolve(held, text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def isolated(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with each citation kept apart from the text around it, which would turn its signs round."""
    return tuple(_over_runs(block, lambda runs: tuple(map(_isolated, runs))) for block in found)


def _isolated(run: Run) -> Run:
    return evolve(run, text=f"{ISOLATE}{run.text}{END_ISOLATE}") if run.unbroken else run


def _numbered(found: tuple[Block, ...]) -> tuple[Block, ...]:
    """Gives paragraphs their numbers, then turns references to a place into the number of its paragraph."""
    numbers: dict[str, int] = {}
    counted: list[Block] = []
    number = 0
    in_body = True
    for block in found:
        in_body = in_body and not isinstance(block, PageBreak)
        if not isinstance(block, Paragraph) or block.number is None:
            counted.append(block)
            continue
        number += in_body
        counted.append(evolve(block, number=number if in_body else None))
        numbers |= {run.target[1:]: number for run in block.runs if run.target.startswith("@")}
    return tuple(_over_runs(block, lambda runs: tuple(_resolved(runs, numbers))) for block in counted)


def _resolved(runs: Runs, numbers: Mapping[str, int]) -> Iterator[Run]:
    for run in runs:
        place = run.target[1:]
        if run.target.startswith("@"):
            continue
        if run.target.startswith("#") and not run.text:
            if place in numbers:
                yield evolve(run, text=str(numbers[place]), target=f"#{numbers[place]}")
        elif run.target.startswith("#"):
            yield evolve(run, target=f"#{numbers[place]}" if place in numbers else "")
        else:
            yield run


def _over_runs(block: Block, change: Callable[[Runs], Runs]) -> Block:
    match block:
        case Heading() | Paragraph():
            return evolve(block, runs=change(block.runs))
        case Listing(entries):
            return Listing(tuple(map(change, entries)))
        case Summary(title, rows):
            return Summary(title, tuple((change(label), change(text)) for label, text in rows))
        case Table():
            return evolve(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
        case Banner(tone, lines):
            return Banner(tone, tuple(map(change, lines)))
        case Chart() | PageBreak():
            return block
