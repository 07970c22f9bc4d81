"""The PDF is tagged, titled, archival and self-contained, and its preview is the paper itself."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from sentencing.memo import pdf
from sentencing.memo.document import Document, text_of
from sentencing.memo.make import document_of
from tests.engine.memo.matters import view


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(view())[0]


@pytest.fixture(scope="module")
def printed(document: Document) -> bytes:
    return pdf.pdf(document)


def text_in(content: bytes) -> str:
    with pypdfium2.PdfDocument(content) as opened:
        return "\n".join(page.get_textpage().get_text_bounded() for page in opened)


def test_the_same_memo_is_the_same_file(document: Document, printed: bytes) -> None:
    assert pdf.pdf(document) == printed


def test_it_says_that_it_is_pdf_ua_and_pdf_a(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as opened:
        metadata = opened.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_it_is_tagged_and_has_language_title_and_bookmarks(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as opened:
        root = opened.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert str(opened.docinfo["/Title"]).startswith("Prosecution sentencing note")
        with opened.open_outline() as outline:
            assert [entry.title for entry in outline.root] == ["Prosecution sentencing note"]
            assert "Annex A. The derivation" in [entry.title for entry in outline.root[0].children]


def tags(node: pikepdf.Object) -> list[pikepdf.Dictionary]:
    found = []
    if isinstance(node, pikepdf.Dictionary) and "/S" in node:
        found.append(node)
    children = node.get("/K", []) if isinstance(node, pikepdf.Dictionary) else []
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            found += tags(child)
    return found


def test_tables_have_header_cells_and_charts_have_words(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as opened:
        found = tags(opened.Root.StructTreeRoot)
        kinds = [str(each.S) for each in found]
        assert {"/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/Figure"} <= set(kinds)
        figures = [str(each.get("/Alt", "")) for each in found if str(each.S) == "/Figure"]
        assert len(figures) == 2
        assert figures[0].startswith("Offense level, step by step: Base offense level 12; Number of persons +3 → 15")


def test_every_font_is_embedded(printed: bytes) -> None:
    with pikepdf.open(BytesIO(printed)) as opened:
        fonts = {str(font.BaseFont): font for page in opened.pages for font in page.Resources.get("/Font", {}).values()}
        assert fonts
        for name, font in fonts.items():
            assert "IBMPlex" in name
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor, name


def test_the_text_is_that_of_the_tree(document: Document, printed: bytes) -> None:
    squeezed = "".join(text_in(printed).split()).replace("\ufffe", "").replace("\u00ad", "").replace("\u200b", "")
    for line in text_of(document).splitlines():
        for part in line.split(" | "):
            if not part.startswith(("Offense level, step by step", "Guideline range 24")):
                label, _, text = part.partition(": ")  # a label of the summary box has no colon in print
                assert "".join(part.split()) in squeezed or "".join((label + text).split()) in squeezed, part


def test_each_page_has_its_number_and_the_hashes(printed: bytes) -> None:
    with pypdfium2.PdfDocument(printed) as opened:
        for number, page in enumerate(opened, 1):
            text = page.get_textpage().get_text_bounded()
            assert f"Page {number} of {len(opened)}" in text
            assert "USSG §2L1.1 (extract), edition 1 November 2025" in text
            assert view().hashes in text


def test_the_preview_has_the_pages_of_the_paper(document: Document, printed: bytes) -> None:
    images = pdf.pages(document)
    with pypdfium2.PdfDocument(printed) as opened:
        assert len(images) == len(opened)
    assert all(image.startswith(b"\x89PNG") for image in images)
