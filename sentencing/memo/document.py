"""The document tree: what a memo is before it is HTML, Word or PDF. The three writers read this and nothing else."""

from typing import Final

from attrs import asdict, frozen

A4_BODY_POINTS: Final = 425


@frozen
class Run:
    """A stretch of text of one kind. A line end, alone, is a break.

    `target` is `#` and the number of a paragraph in this memo, or an address. An `unbroken` run keeps to one line.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    unbroken: bool = False
    target: str = ""


Runs = tuple[Run, ...]


@frozen
class Heading:
    """A heading; level 1 is the memo's title, 2 its sections and annexes, 3 parts of them."""

    level: int
    runs: Runs


@frozen
class Paragraph:
    """A paragraph. A numbered one has the same number in every form of the memo."""

    runs: Runs
    number: int | None = None
    small: bool = False


@frozen
class Listing:
    """A list without numbers."""

    entries: tuple[Runs, ...]


@frozen
class Summary:
    """The summary box: labels and what stands beside them."""

    title: Runs
    rows: tuple[tuple[Runs, Runs], ...]


@frozen
class Table:
    """A table with a header row. `widths` are shares; `ends` says which columns align at their end."""

    caption: Runs
    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]
    widths: tuple[int, ...]
    ends: tuple[bool, ...]


@frozen
class Chart:
    """A picture drawn as SVG, with the same in words."""

    caption: Runs
    svg: str
    words: str
    width: int
    height: int


@frozen
class Banner:
    """Something that speaks to the reader: a `caution` or a `note`."""

    tone: str
    lines: tuple[Runs, ...]


@frozen
class PageBreak:
    """What follows begins a page."""


Block = Heading | Paragraph | Listing | Summary | Table | Chart | Banner | PageBreak


@frozen
class Masthead:
    """What stands above the first line: the court at the start, the reference and hearing at the end; title below."""

    start: tuple[str, ...]
    end: tuple[str, ...]
    title: str
    subtitle: str


@frozen
class Footer:
    """What stands at the foot of each page. `page` holds the places `{page}` and `{pages}`."""

    page: str
    middle: str
    end: str


@frozen
class Document:
    """One memo, complete."""

    language: str
    direction: str
    title: str
    author: str
    masthead: Masthead
    blocks: tuple[Block, ...]
    footer: Footer


def plain(document: Document) -> dict[str, object]:
    """The document as plain data, each block with its `kind`, for a writer in another language."""
    whole = asdict(document, recurse=True)
    whole["blocks"] = [
        {"kind": type(block).__name__.lower(), **asdict(block, recurse=True)} for block in document.blocks
    ]
    return whole


def words(runs: Runs) -> str:
    """The text of some runs."""
    return "".join(run.text for run in runs)


def text_of(document: Document) -> str:
    """Everything that the memo says, block by block, for tests and for reading aloud."""
    lines = [*document.masthead.start, *document.masthead.end, document.masthead.title, document.masthead.subtitle]
    for block in document.blocks:
        lines += _lines(block)
    return "\n".join((*lines, document.footer.middle, document.footer.end))


def _lines(block: Block) -> list[str]:
    match block:
        case Heading(_, runs):
            return [words(runs)]
        case Paragraph(runs, number=number):
            return [f"{number} {words(runs)}" if number is not None else words(runs)]
        case Listing(entries):
            return [words(entry) for entry in entries]
        case Summary(title, rows):
            return [words(title), *(f"{words(label)}: {words(text)}" for label, text in rows)]
        case Table(caption, header, rows):
            return [words(caption), *(" | ".join(map(words, row)) for row in (header, *rows))]
        case Chart(caption, words=said):
            return [words(caption), said]
        case Banner(_, lines):
            return [words(line) for line in lines]
        case PageBreak():
            return []
