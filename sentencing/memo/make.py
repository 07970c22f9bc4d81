"""A memo from its view: the document tree, and from it PDF, Word, HTML or the pages as pictures.

`make_memo` works in the process that calls it. A window asks `worker_client.MemoWorker` or speaks to the worker itself.
"""

from collections.abc import Mapping
from enum import Enum

from attrs import field, frozen

from sentencing.errors import MemoError, Problem
from sentencing.locale import N_, Catalogue, catalogue
from sentencing.memo import docx, html, markdown, pdf, template
from sentencing.memo.document import Chart, Document, Footer, Masthead
from sentencing.memo.view import Picture, View

TITLES: Mapping[tuple[str, bool], str] = {
    ("prosecution", False): N_("Prosecution sentencing note"),
    ("prosecution", True): N_("Prosecution sentencing note, on one page"),
    ("neutral", False): N_("Note to the court on sentencing"),
    ("neutral", True): N_("Note to the court on sentencing, on one page"),
    ("training", False): N_("Sentencing exercise"),
    ("training", True): N_("Sentencing exercise, on one page"),
}


class Form(Enum):
    """What a memo is made as; PNG is its pages."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    PNG = "png"


@frozen
class Request:
    """What is asked: a view and a form, the pack's own sections by name, and for Word a ministry's own document.

    A document that is complete already stands in the place of a view: the papers of an exercise.
    `page` asks for one page as a picture, counted from 1; 0 asks for all.
    """

    view: View | Document
    form: Form = Form.PDF
    sections: Mapping[str, str] = field(factory=dict)
    reference: bytes | None = None
    pixels_per_inch: int = 96
    page: int = 0


@frozen
class Made:
    """The memo: one file, or for PNG the pages; with what went wrong in the pack's own sections."""

    files: tuple[bytes, ...]
    problems: tuple[Problem, ...] = ()
    pages: int = 0
    """For PNG, how many pages the memo has."""

    @property
    def content(self) -> bytes:
        """The one file."""
        return self.files[0]


def make_memo(request: Request) -> Made:
    """The memo that is asked for; MemoError when it cannot be made."""
    view = request.view
    document, problems = (view, ()) if isinstance(view, Document) else document_of(view, request.sections)
    match request.form:
        case Form.PDF:
            return Made((pdf.pdf(document),), problems)
        case Form.DOCX:
            return Made((docx.word(document, request.reference),), problems)
        case Form.HTML:
            return Made((html.html(document),), problems)
        case Form.PNG:
            images = pdf.pages(document, request.pixels_per_inch)
            if request.page > len(images):
                raise MemoError(f"the memo has {len(images)} pages, there is no page {request.page}")
            return Made(images[request.page - 1 : request.page] if request.page else images, problems, len(images))


def document_of(view: View, sections: Mapping[str, str] | None = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document tree of a memo, and what went wrong in the pack's own sections."""
    if (view.audience, view.short) not in TITLES:
        raise MemoError(f"there is no memo for '{view.audience}'")
    rendered = template.render(view, sections)
    words = catalogue(view.language)
    charts = {"steps": view.chart, "range": view.range_bar}
    blocks = markdown.blocks(rendered.text, {name: _chart(each) for name, each in charts.items() if each is not None})
    if words.direction == "rtl":
        blocks = markdown.isolated(blocks)
    masthead = _masthead(view, words)
    document = Document(
        language=words.language,
        direction=words.direction,
        title=markdown.printable(": ".join(part for part in (masthead.title, view.header.title) if part)),
        author=markdown.printable(view.header.author),
        masthead=masthead,
        blocks=blocks,
        footer=Footer(words.text("Page {page} of {pages}"), markdown.printable(view.edition_line), view.hashes),
    )
    return document, rendered.problems


def _masthead(view: View, words: Catalogue) -> Masthead:
    """What stands above; in a text from right to left each line of it keeps its own direction."""
    header = view.header
    hearing = words.text("Hearing {day}").replace("{day}", header.hearing) if header.hearing else ""

    def lines(*texts: str) -> tuple[str, ...]:
        shown = (markdown.printable(text.strip()) for text in texts if text.strip())
        if words.direction == "rtl":
            return tuple(f"{markdown.ISOLATE}{line}{markdown.END_ISOLATE}" for line in shown)
        return tuple(shown)

    return Masthead(
        start=lines(*header.court.splitlines()),
        end=lines(header.reference, hearing),
        title=words.text(TITLES[view.audience, view.short]),
        subtitle=" · ".join(lines(header.title or header.accused, header.days, header.offence)),
    )


def _chart(picture: Picture) -> Chart:
    return Chart((), markdown.printable(picture.svg), picture.words, picture.width, picture.height)
