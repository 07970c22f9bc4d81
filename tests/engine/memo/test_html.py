"""The HTML memo is one file that fetches nothing, with headings in order, a language, and tables that can be heard."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from sentencing.memo.document import Document, text_of
from sentencing.memo.html import html
from sentencing.memo.make import document_of
from tests.engine.memo.matters import view


class Reader(HTMLParser):
    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._open: list[str] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self._open):
            self.text.append(data)


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(view())[0]


@pytest.fixture(scope="module")
def page(document: Document) -> Reader:
    return Reader(html(document))


def test_it_says_its_language_and_direction(page: Reader) -> None:
    assert page.tags[0] == ("html", {"lang": "en", "dir": "ltr"})


def test_headings_are_in_order(page: Reader) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_it_fetches_nothing_and_runs_nothing(page: Reader) -> None:
    assert not {"script", "link", "img", "iframe", "object", "embed"} & {tag for tag, _ in page.tags}
    assert not [
        attributes for _, attributes in page.tags if {"src", "onload", "onclick", "style"} - {"style"} & set(attributes)
    ]


def test_tables_and_charts_are_told_to_a_screen_reader(page: Reader) -> None:
    scopes = {attributes.get("scope") for tag, attributes in page.tags if tag == "th"}
    assert scopes == {"col", "row"}
    charts = [attributes for tag, attributes in page.tags if tag == "svg"]
    assert len(charts) == 2
    assert all(chart["role"] == "img" and chart["aria-label"] for chart in charts)


def test_numbers_stand_in_the_text_and_can_be_linked_to(page: Reader, document: Document) -> None:
    ids = {attributes["id"] for tag, attributes in page.tags if tag == "p" and "id" in attributes}
    targets = {
        str(attributes["href"])[1:] for tag, attributes in page.tags if tag == "a" and attributes["href"][0] == "#"
    }
    assert targets
    assert targets <= ids


def test_the_text_is_that_of_the_tree(page: Reader, document: Document) -> None:
    squeezed = "".join("".join(page.text).split())
    for line in text_of(document).splitlines():
        for part in line.split(" | "):
            if not part.startswith(("Offense level, step by step", "Guideline range 24")):
                label, _, text = part.partition(": ")  # a label of the summary box has no colon in print
                assert "".join(part.split()) in squeezed or "".join((label + text).split()) in squeezed, part


def test_the_same_memo_is_the_same_file(document: Document) -> None:
    assert html(document) == html(document)
