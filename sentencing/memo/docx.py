"""The Word writer: real styles, automatic numbers, header rows, page fields; the same memo, the same bytes."""

from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Pt
from docx.table import Table as WordTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

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
from sentencing.memo.docx_styles import GROUND, HAIR, LINE, NUMBERED, TABLE, prepare
from sentencing.memo.pdf import picture

TEXT_WIDTH: Final = 5_472_000
"""The width between the margins in EMU: 152 mm."""
LONGEST_UNBROKEN: Final = 28
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
_NO_BREAK_SPACE: Final = "\u00a0"
_NO_BREAK_HYPHEN: Final = "\u2011"


def word(document: Document, reference: bytes | None = None) -> bytes:
    """The memo as a Word document. `reference` is a ministry's own document for letterhead and styles."""
    return _Writer(document, reference).written()


class _Writer:
    def __init__(self, document: Document, reference: bytes | None) -> None:
        self._document = document
        self._rtl = document.direction == "rtl"
        self._word: WordDocument = docx.Document(BytesIO(reference)) if reference else docx.Document()
        self._own_styles = reference is not None
        self._bookmarks = {run.target[1:] for run in _every_run(document) if run.target.startswith("#")}
        self._pictures = 0
        self._styles: dict[str, str] = {}

    def written(self) -> bytes:
        document = self._word
        body = document.element.body
        for element in [each for each in body if each.tag != qn("w:sectPr")]:
            body.remove(element)
        prepare(document, self._document.language, right_to_left=self._rtl, own_styles=self._own_styles)
        self._properties()
        self._masthead()
        for block in self._document.blocks:
            self._block(block)
        self._footer()
        _without_thumbnail(document)
        whole = BytesIO()
        document.save(whole)
        return _same_bytes(whole.getvalue())

    def _properties(self) -> None:
        properties = self._word.core_properties
        properties.title = self._document.title[:255]
        properties.author = self._document.author[:255]
        properties.language = self._document.language
        properties.comments = properties.subject = properties.keywords = properties.last_modified_by = ""

    # -------------------------------------------------------------------------------------------------- blocks

    def _masthead(self) -> None:
        mast = self._document.masthead
        if mast.start or mast.end:
            table = self._table(1, 2, (1, 1))
            for cell, lines, end in zip(self._cells(table)[0], (mast.start, mast.end), (False, True), strict=True):
                self._fill(cell, tuple(_lines(lines)), "Masthead", end=end)
        self._paragraph("Title", (Run(mast.title),))
        subtitle = self._paragraph("Subtitle", (Run(mast.subtitle),))
        _border(subtitle, "bottom", LINE, space=8)

    def _block(self, block: Block) -> None:
        match block:
            case Heading(level, runs):
                self._paragraph(f"Heading {max(level - 1, 1)}", runs)
            case Paragraph(runs, None, small):
                self._paragraph("Caption" if small else "Normal", runs)
            case Paragraph(runs, number):
                self._numbered(runs, str(number))
            case Listing(entries):
                for entry in entries:
                    self._paragraph("List Bullet", entry)
            case Summary():
                self._summary(block)
            case Table():
                self._figures(block)
            case Chart():
                self._chart(block)
            case Banner(tone, lines):
                for line in lines:
                    self._paragraph("Caution" if tone == "caution" else "Note", line)
            case PageBreak():
                self._word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def _paragraph(self, style: str, runs: Runs) -> WordParagraph:
        paragraph = self._styled(self._word.add_paragraph(), style)
        self._runs(paragraph, runs)
        return paragraph

    def _styled(self, paragraph: WordParagraph, name: str) -> WordParagraph:
        """The paragraph in a style, by its id: the library goes through all styles each time it is given a name."""
        if name not in self._styles:
            self._styles[name] = self._word.styles[name].style_id
        paragraph._p.style = self._styles[name]
        return paragraph

    def _numbered(self, runs: Runs, number: str) -> None:
        paragraph = self._styled(self._word.add_paragraph(), NUMBERED)
        if number in self._bookmarks:
            named = f'{nsdecls("w")} w:id="{number}"'
            paragraph._p.append(parse_xml(f'<w:bookmarkStart {named} w:name="p{number}"/>'))
            paragraph._p.append(parse_xml(f"<w:bookmarkEnd {named}/>"))
        self._runs(paragraph, runs)

    def _summary(self, block: Summary) -> None:
        table = self._table(len(block.rows) + 1, 2, (27, 73))
        first, *rest = self._cells(table)
        heading = first[0].merge(first[1])
        self._fill(heading, block.title, "Summary heading")
        for (start, beside), (label, text) in zip(rest, block.rows, strict=True):
            self._fill(start, label, "Summary label")
            self._fill(beside, text, "Summary text")
        for cell in (heading, *(cell for row in rest for cell in row)):
            shade = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{GROUND}"/>'
            cell._tc.get_or_add_tcPr().append(parse_xml(shade))
        self._space()

    def _figures(self, block: Table) -> None:
        if block.caption:
            self._paragraph("Caption", block.caption)
        table = self._table(len(block.rows) + 1, len(block.header), block.widths, TABLE)
        rows = self._cells(table)
        for number, row in enumerate(table._tbl.tr_lst):
            properties = row.get_or_add_trPr()
            properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
            if number == 0:
                properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        for cell, runs, end in zip(rows[0], block.header, block.ends, strict=True):
            self._fill(cell, runs, "Table heading", end=end)
        for cells, line in zip(rows[1:], block.rows, strict=True):
            for cell, runs, end in zip(cells, line, block.ends, strict=True):
                self._fill(cell, runs, "Table text", end=end)
        self._space()

    def _chart(self, block: Chart) -> None:
        self._paragraph("Caption", block.caption)
        paragraph = self._styled(self._word.add_paragraph(), "Normal")
        inline = paragraph.add_run().add_picture(BytesIO(picture(block.svg)), width=Emu(TEXT_WIDTH))._inline
        self._pictures += 1
        inline.docPr.set("id", str(self._pictures))
        inline.docPr.set("name", f"Chart {self._pictures}")
        inline.docPr.set("descr", block.words)

    def _footer(self) -> None:
        section = self._word.sections[-1]
        section.footer.is_linked_to_previous = False
        paragraph = section.footer.paragraphs[0]
        self._styled(paragraph, "Footer")
        for element in list(paragraph._p):
            if element.tag != qn("w:pPr"):
                paragraph._p.remove(element)
        _border(paragraph, "top", HAIR, space=6)
        stops = paragraph.paragraph_format.tab_stops
        stops.clear_all()
        stops.add_tab_stop(Emu(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
        foot = self._document.footer
        before, _, rest = foot.page.partition("{page}")
        between, _, after = rest.partition("{pages}")
        for text, field in ((before, "PAGE"), (between, "NUMPAGES")):
            self._text(paragraph, Run(text))
            paragraph._p.append(_field(field, "1"))
        self._text(paragraph, Run(after))
        for part in (Run("\t"), Run(foot.middle), Run("\n"), Run("\t"), Run(foot.end)):
            self._text(paragraph, part)

    # --------------------------------------------------------------------------------------------------- parts

    def _table(self, rows: int, columns: int, widths: tuple[int, ...], style: str = "") -> WordTable:
        table: WordTable = self._word.add_table(rows, columns)
        table.autofit = False
        if style:
            table.style = self._word.styles[style]
        whole = sum(widths) or 1
        measures = [Emu(TEXT_WIDTH * width // whole) for width in widths]
        for column, measure in zip(table._tbl.tblGrid.gridCol_lst, measures, strict=True):
            column.w = measure
        for row in table._tbl.tr_lst:
            for cell, measure in zip(row.tc_lst, measures, strict=True):
                cell.width = measure
        if self._rtl:
            table._tbl.tblPr.append(parse_xml(f"<w:bidiVisual {nsdecls('w')}/>"))
        return table

    def _cells(self, table: WordTable) -> list[list[_Cell]]:
        """The cells row by row; asking the table for each of them again would take its square."""
        return [[_Cell(cell, table) for cell in row.tc_lst] for row in table._tbl.tr_lst]

    def _fill(self, cell: _Cell, runs: Runs, style: str, *, end: bool = False) -> None:
        paragraph = self._styled(cell.paragraphs[0], style)
        if end:
            # Word turns LEFT and RIGHT round in a paragraph that runs from right to left.
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        self._runs(paragraph, runs)

    def _space(self) -> None:
        paragraph = self._styled(self._word.add_paragraph(), "Normal")
        paragraph.paragraph_format.space_after = Pt(2)
        paragraph.paragraph_format.line_spacing = Pt(6)

    def _runs(self, paragraph: WordParagraph, runs: Runs) -> None:
        for run in runs:
            if run.target.startswith("#"):
                paragraph._p.append(_field(f"REF p{run.target[1:]} \\r \\h", run.text))
            else:
                self._text(paragraph, run)

    def _text(self, paragraph: WordParagraph, run: Run) -> None:
        if run.text == "\n":
            paragraph.add_run().add_break()
            return
        text = run.text
        if run.unbroken and len(text) < LONGEST_UNBROKEN:
            text = text.replace(" ", _NO_BREAK_SPACE).replace("-", _NO_BREAK_HYPHEN)
        made = paragraph.add_run(text)
        made.bold, made.italic = run.strong or None, run.emphasis or None
        if self._rtl:
            made._r.get_or_add_rPr().append(parse_xml(f"<w:rtl {nsdecls('w')}/>"))


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
                yield from (run for row in rows for runs in row for run in runs)


def _lines(lines: tuple[str, ...]) -> Iterator[Run]:
    for place, line in enumerate(lines):
        if place:
            yield Run("\n")
        yield Run(line)


def _field(instruction: str, shown: str) -> object:
    """A field that Word keeps up to date, with what it shows until then."""
    return parse_xml(
        f'<w:fldSimple {nsdecls("w")} w:instr=" {instruction} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'
    )


def _border(paragraph: WordParagraph, side: str, colour: str, *, space: int) -> None:
    rule = f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{colour}"/>'
    properties = paragraph._p.get_or_add_pPr()
    border = parse_xml(f"<w:pBdr {nsdecls('w')}>{rule}</w:pBdr>")
    properties.insert_element_before(border, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


def _without_thumbnail(document: WordDocument) -> None:
    """The library's own template carries a picture of an empty page."""
    relations = document.part.package.rels if document.part.package is not None else {}
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
