"""A memo from its view: the document tree, and from it PDF, Word, HTML or the pages as pictures."""

from collections.abc import Mapping

from sentencing.errors import Problem
from sentencing.locale import catalogue
from sentencing.memo import markdown, template
from sentencing.memo.document import Chart, Document, Footer, Masthead
from sentencing.memo.view import Picture, View

TITLES: Mapping[tuple[str, bool], str] = {
    ("prosecution", False): "Prosecution sentencing note",
    ("prosecution", True): "Prosecution sentencing note, on one page",
    ("neutral", False): "Note to the court on sentencing",
    ("neutral", True): "Note to the court on sentencing, on one page",
    ("training", False): "Sentencing exercise",
    ("training", True): "Sentencing exercise, on one page",
}


def document_of(view: View, sections: Mapping[str, str] | None = None) -> tuple[Document, tuple[Problem, ...]]:
    """The document tree of a memo, and what went wrong in the pack's own sections."""
    rendered = template.render(view, sections)
    charts = {"steps": view.chart, "range": view.range_bar}
    blocks = markdown.blocks(rendered.text, {name: _chart(each) for name, each in charts.items() if each is not None})
    words = catalogue(view.language)
    title = words.text(TITLES[view.audience, view.short])
    header = view.header
    document = Document(
        language=view.language,
        direction=words.direction,
        title=markdown.printable(f"{title}: {header.title}" if header.title else title),
        author=markdown.printable(header.author),
        masthead=Masthead(
            start=_lines(*header.court.splitlines()),
            end=_lines(header.reference, words.text("Hearing {day}").replace("{day}", header.hearing) if header.hearing else ""),
            title=title,
            subtitle=" · ".join(_lines(header.title or header.accused, header.days, header.offence)),
        ),
        blocks=blocks,
        footer=Footer(words.text("Page {page} of {pages}"), markdown.printable(view.edition_line), view.hashes),
    )
    return document, rendered.problems


def _lines(*texts: str) -> tuple[str, ...]:
    return tuple(markdown.printable(text.strip()) for text in texts if text.strip())


def _chart(picture: Picture) -> Chart:
    return Chart((), markdown.printable(picture.svg), picture.words, picture.width, picture.height)
