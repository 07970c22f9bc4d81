"""The Word memo has real styles, numbers that Word keeps, header rows and fields, and the same bytes each time."""

from io import BytesIO
from zipfile import ZipFile

import docx as library
import pytest
from docx.oxml.ns import qn

from sentencing.memo import docx
from sentencing.memo.document import Document, Paragraph, Table
from sentencing.memo.make import document_of
from tests.engine.memo.matters import view


@pytest.fixture(scope="module")
def document() -> Document:
    return document_of(view())[0]


@pytest.fixture(scope="module")
def written(document: Document) -> bytes:
    return docx.word(document)


def test_the_same_memo_is_the_same_file(document: Document, written: bytes) -> None:
    assert docx.word(document) == written
    with ZipFile(BytesIO(written)) as whole:
        assert {entry.date_time for entry in whole.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert whole.namelist() == sorted(whole.namelist())


def test_headings_and_paragraphs_have_real_styles(document: Document, written: bytes) -> None:
    opened = library.Document(BytesIO(written))
    styles = [paragraph.style.name for paragraph in opened.paragraphs]
    assert styles.count("Title") == 1
    assert "Heading 1" in styles
    assert "Heading 2" in styles
    numbered = [block for block in document.blocks if isinstance(block, Paragraph) and block.number is not None]
    assert styles.count("Numbered paragraph") == len(numbered)


def test_a_numbered_paragraph_has_the_same_number_in_word(document: Document, written: bytes) -> None:
    """All of them carry one numbering that starts at 1, so the n-th of them is shown as n."""
    opened = library.Document(BytesIO(written))
    style = opened.styles["Numbered paragraph"].element
    number = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}").get(qn("w:val"))
    numbering = opened.part.numbering_part.element
    (used,) = [each for each in numbering.findall(qn("w:num")) if each.get(qn("w:numId")) == number]
    abstract = used.find(qn("w:abstractNumId")).get(qn("w:val"))
    (level,) = [
        each.find(qn("w:lvl"))
        for each in numbering.findall(qn("w:abstractNum"))
        if each.get(qn("w:abstractNumId")) == abstract
    ]
    assert level.find(qn("w:start")).get(qn("w:val")) == "1"
    assert level.find(qn("w:lvlText")).get(qn("w:val")) == "%1"
    assert level.find(qn("w:pStyle")).get(qn("w:val")) == opened.styles["Numbered paragraph"].style_id
    numbers = [block.number for block in document.blocks if isinstance(block, Paragraph) and block.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))


def test_references_are_fields_to_the_paragraph(written: bytes) -> None:
    opened = library.Document(BytesIO(written))
    xml = opened.element.xml
    fields = [each.get(qn("w:instr")) for each in opened.element.iter(qn("w:fldSimple"))]
    assert fields
    for field in fields:
        name = field.split()[1]
        assert f'w:name="{name}"' in xml


def test_tables_repeat_their_header_row(document: Document, written: bytes) -> None:
    opened = library.Document(BytesIO(written))
    headed = [table for table in opened.tables if table._tbl.find(f".//{qn('w:tblHeader')}") is not None]
    assert len(headed) == sum(isinstance(block, Table) for block in document.blocks)


def test_the_footer_counts_pages_by_fields(written: bytes) -> None:
    opened = library.Document(BytesIO(written))
    footer = opened.sections[-1].footer.paragraphs[0]._p
    assert [each.get(qn("w:instr")).strip() for each in footer.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    assert view().hashes in "".join(each.text or "" for each in footer.iter(qn("w:t")))


def test_charts_have_words(written: bytes) -> None:
    opened = library.Document(BytesIO(written))
    described = [each.get("descr") for each in opened.element.iter(qn("wp:docPr"))]
    assert len(described) == 2
    assert all(described)


def test_language_and_title_are_set(written: bytes) -> None:
    opened = library.Document(BytesIO(written))
    assert opened.core_properties.title.startswith("Prosecution sentencing note")
    assert opened.core_properties.language == "en"
    language = opened.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    assert language.get(qn("w:val")) == "en"


def test_a_ministry_keeps_its_own_styles_and_letterhead(document: Document) -> None:
    letter = library.Document()
    letter.sections[0].header.paragraphs[0].text = "Ministry of Justice"
    letter.styles["Heading 1"].font.name = "Ministry Sans"
    letter.add_paragraph("A sample text that the memo takes the place of.")
    held = BytesIO()
    letter.save(held)
    opened = library.Document(BytesIO(docx.word(document, held.getvalue())))
    assert opened.sections[0].header.paragraphs[0].text == "Ministry of Justice"
    assert opened.styles["Heading 1"].font.name == "Ministry Sans"
    assert "A sample text" not in opened.element.xml
    assert "Numbered paragraph" in {style.name for style in opened.styles}
