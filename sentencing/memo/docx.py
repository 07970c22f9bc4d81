"""The Word writer: real styles, automatic numbers, header rows, page fields; the same memo, the same bytes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu
from lxml import etree

from sentencing.memo.document import (
    Banner,
    Block,
    Chart,
    Document,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    Runs,
    Summary,
    Table,
)
from sentencing.memo.docx_styles import HAIR, LINE, NUMBERED, TABLE, prepare
from sentencing.memo.docx_xml import Body, field, row, widths_of
from sentencing.memo.pdf import picture

TEXT_WIDTH: Final = 5_472_000
"""The width between the margins in EMU: 152 mm."""
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_GAP: Final = '<w:spacing w:before="0" w:after="40" w:line="120" w:lineRule="exact"/>'


def word(document: Document, reference: bytes | None = None) -> bytes:
    """The memo as a Word document. `reference` is a ministry's own document for letterhead and styles."""
    opened = docx.Document(BytesIO(reference)) if reference else docx.Document()
    right_to_left = document.direction == "rtl"
    prepare(opened, document.language, right_to_left=right_to_left, own_styles=reference is not None)
    _properties(opened, document)
    styles = {style.name: style.style_id for style in opened.styles if style.name is not None}
    referred = frozenset(run.target[1:] for run in _every_run(document) if run.target.startswith("#"))
    body = Body(styles, right_to_left, referred)
    _fill(opened, "".join(_Writer(opened, body).written(document)))
    _footer(opened, document, body)
    _without_thumbnail(opened)
    whole = BytesIO()
    opened.save(whole)
    return _same_bytes(whole.getvalue())


class _Writer:
    """Turns blocks into the XML of the body, one after the other."""

    def __init__(self, opened: WordDocument, body: Body) -> None:
        self._opened = opened
        self._body = body
        self._pictures = 0

    def written(self, document: Document) -> Iterator[str]:
        yield from self._masthead(document)
        for block in document.blocks:
            yield self._block(block)

    def _masthead(self, document: Document) -> Iterator[str]:
        mast, body = document.masthead, self._body
        if mast.start or mast.end:
            widths = widths_of((1, 1), TEXT_WIDTH)
            sides = zip((mast.start, mast.end), widths, (False, True), strict=True)
            cells = (body.cell("Masthead", tuple(_lines(lines)), width, end=end) for lines, width, end in sides)
            yield body.table("", widths, [row(cells)])
        yield body.paragraph("Title", (Run(mast.title),))
        rule = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="8" w:color="{LINE}"/></w:pBdr>'
        yield body.paragraph("Subtitle", (Run(mast.subtitle),), properties=rule)

    def _block(self, block: Block) -> str:
        body = self._body
        match block:
            case Heading(level, runs):
                return body.paragraph(f"Heading {max(level - 1, 1)}", runs)
            case Paragraph(runs, None, small):
                return body.paragraph("Caption" if small else "Normal", runs)
            case Paragraph(runs, number):
                return body.numbered(NUMBERED, runs, str(number))
            case Listing(entries):
                return "".join(body.paragraph("List Bullet", entry) for entry in entries)
            case Summary():
                return self._summary(block)
            case Table():
                return self._table(block)
            case Chart():
                return self._chart(block)
            case Banner(tone, lines):
                style = "Caution" if tone == "caution" else "Note"
                return "".join(body.paragraph(style, line) for line in lines)
            case PageBreak():
                return body.paragraph("Normal", (), before='<w:r><w:br w:type="page"/></w:r>')

    def _summary(self, block: Summary) -> str:
        body, widths = self._body, widths_of((27, 73), TEXT_WIDTH)
        rows = [row([body.cell("Summary heading", block.title, sum(widths), span=2, shaded=True)])]
        for label, text in block.rows:
            beside = body.cell("Summary text", text, widths[1], shaded=True)
            rows.append(row([body.cell("Summary label", label, widths[0], shaded=True), beside]))
        return body.table("", widths, rows) + self._gap()

    def _table(self, block: Table) -> str:
        body, widths = self._body, widths_of(block.widths, TEXT_WIDTH)

        def cells(style: str, line: tuple[Runs, ...]) -> Iterator[str]:
            for runs, width, end in zip(line, widths, block.ends, strict=True):
                yield body.cell(style, runs, width, end=end)

        rows = [row(cells("Table heading", block.header), header=True)]
        rows += [row(cells("Table text", line)) for line in block.rows]
        caption = body.paragraph("Caption", block.caption) if block.caption else ""
        return caption + body.table(TABLE, widths, rows) + self._gap()

    def _chart(self, block: Chart) -> str:
        self._pictures += 1
        inline = self._opened.part.new_pic_inline(BytesIO(picture(block.svg)), width=Emu(TEXT_WIDTH))
        for side in "TBLR":
            inline.set(f"dist{side}", "0")
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("name", f"Chart {self._pictures}")
        inline.docPr.set("descr", block.words)
        drawing = f"<w:r><w:drawing>{etree.tostring(inline, encoding='unicode')}</w:drawing></w:r>"
        return self._body.paragraph("Caption", block.caption) + self._body.paragraph("Normal", (), before=drawing)

    def _gap(self) -> str:
        return self._body.paragraph("Normal", (), properties=_GAP)


def _fill(opened: WordDocument, xml: str) -> None:
    """The body's own children go, but for the section with its page and letterhead; the memo takes their place."""
    body = opened.element.body
    for element in [each for each in body if each.tag != qn("w:sectPr")]:
        body.remove(element)
    written = parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{xml}</w:body>")
    section = body.find(qn("w:sectPr"))
    for element in list(written):
        if section is None:
            body.append(element)
        else:
            section.addprevious(element)


def _properties(opened: WordDocument, document: Document) -> None:
    properties = opened.core_properties
    properties.title = document.title[:255]
    properties.author = document.author[:255]
    properties.language = document.language
    properties.comments = properties.subject = properties.keywords = properties.last_modified_by = ""


def _footer(opened: WordDocument, document: Document, body: Body) -> None:
    footer = opened.sections[-1].footer
    footer.is_linked_to_previous = False
    foot = document.footer
    before, _, rest = foot.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    count = body.runs((Run(before),)) + field("PAGE", "1") + body.runs((Run(between),)) + field("NUMPAGES", "1")
    runs = (Run(after), Run("\t"), Run(foot.middle), Run("\n"), Run("\t"), Run(foot.end))
    rule = (
        f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{HAIR}"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="clear" w:pos="4320"/><w:tab w:val="clear" w:pos="8640"/>'
        f'<w:tab w:val="right" w:pos="{widths_of((1,), TEXT_WIDTH)[0]}"/></w:tabs>'
    )
    written = body.paragraph("Footer", runs, properties=rule, before=count)
    old = footer.paragraphs[0]._p
    old.getparent().replace(old, parse_xml(written.replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)))


def _every_run(document: Document) -> Iterator[Run]:
    for block in document.blocks:
        match block:
            case Heading(_, runs) | Paragraph(runs):
                yield from runs
            case Listing(entries) | Banner(_, entries):
                for entry in entries:
                    yield from entry
            case Summary(_, rows):
                yield from (run for pair in rows for runs in pair for run in runs)
            case Table(rows=rows):
                yield from (run for line in rows for runs in line for run in runs)


def _lines(lines: tuple[str, ...]) -> Iterator[Run]:
    for place, line in enumerate(lines):
        if place:
            yield Run("\n")
        yield Run(line)


def _without_thumbnail(opened: WordDocument) -> None:
    """The library's own template carries a picture of an empty page."""
    relations = opened.part.package.rels if opened.part.package is not None else {}
    for name in [name for name, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[name]


def _same_bytes(whole: bytes) -> bytes:
    """The same parts with sorted names and one fixed day, so that the same memo is the same file."""
    written = BytesIO()
    with ZipFile(BytesIO(whole)) as old, ZipFile(written, "w", ZIP_DEFLATED, compresslevel=6) as new:
        for name in sorted(old.namelist()):
            entry = ZipInfo(name, FIRST_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            new.writestr(entry, old.read(name))
    return written.getvalue()
