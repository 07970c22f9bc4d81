"""The body of a Word memo as XML text: runs, paragraphs, fields and tables, written whole and parsed once."""

from collections.abc import Iterable, Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from attrs import frozen

from sentencing.memo.document import Run, Runs
from sentencing.memo.docx_styles import GROUND

LONGEST_UNBROKEN: Final = 28
_NO_BREAK_SPACE: Final = "\u00a0"
_NO_BREAK_HYPHEN: Final = "\u2011"
_TWENTIETHS_IN_EMU: Final = 635


@frozen
class Body:
    """Writes XML for one document: its styles by name, its direction, the paragraphs that something refers to."""

    styles: dict[str, str]
    right_to_left: bool
    referred: frozenset[str]

    def runs(self, runs: Runs) -> str:
        """Runs, with references to a paragraph as fields that Word keeps right when paragraphs are added."""
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        if run.target.startswith("#"):
            return field(f"REF p{run.target[1:]} \\r \\h", run.text)
        text = run.text
        if run.unbroken and len(text) < LONGEST_UNBROKEN:
            text = text.replace(" ", _NO_BREAK_SPACE).replace("-", _NO_BREAK_HYPHEN)
        kind = "<w:b/>" * run.strong + "<w:i/>" * run.emphasis + "<w:rtl/>" * self.right_to_left
        properties = f"<w:rPr>{kind}</w:rPr>" if kind else ""
        said = {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(text, f'<w:t xml:space="preserve">{escape(text)}</w:t>')
        return f"<w:r>{properties}{said}</w:r>"

    def paragraph(self, style: str, runs: Runs, *, properties: str = "", before: str = "") -> str:
        """A paragraph in a style. `properties` come after the style, `before` in front of the text."""
        kind = f"<w:pPr><w:pStyle w:val={quoteattr(self.styles[style])}/>{properties}</w:pPr>"
        return f"<w:p>{kind}{before}{self.runs(runs)}</w:p>"

    def numbered(self, style: str, runs: Runs, number: str) -> str:
        """A numbered paragraph, with a bookmark when something refers to it."""
        mark = ""
        if number in self.referred:
            mark = f'<w:bookmarkStart w:id="{number}" w:name="p{number}"/><w:bookmarkEnd w:id="{number}"/>'
        return self.paragraph(style, runs, before=mark)

    def cell(
        self, style: str, runs: Runs, width: int, *, end: bool = False, span: int = 1, shaded: bool = False
    ) -> str:
        """A cell of a table; `end` aligns it at the end of the line."""
        # Word turns left and right round in a paragraph that runs from right to left.
        align = '<w:jc w:val="right"/>' if end else ""
        properties = f'<w:tcW w:w="{width}" w:type="dxa"/>'
        if span > 1:
            properties += f'<w:gridSpan w:val="{span}"/>'
        if shaded:
            properties += f'<w:shd w:val="clear" w:color="auto" w:fill="{GROUND}"/>'
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{self.paragraph(style, runs, properties=align)}</w:tc>"

    def table(self, style: str, widths: Sequence[int], rows: Iterable[str]) -> str:
        """A table of fixed widths."""
        named = f"<w:tblStyle w:val={quoteattr(self.styles[style])}/>" if style else ""
        turned = "<w:bidiVisual/>" if self.right_to_left else ""
        whole = f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        look = '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"/>'
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        properties = f"<w:tblPr>{named}{turned}{whole}{look}</w:tblPr>"
        return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def row(cells: Iterable[str], *, header: bool = False) -> str:
    """A row that stays on one page; a header row is repeated on each."""
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if header else ''}</w:trPr>{''.join(cells)}</w:tr>"


def field(instruction: str, shown: str) -> str:
    """A field that Word keeps up to date, with what it shows until then."""
    return f'<w:fldSimple w:instr=" {instruction} "><w:r><w:t>{escape(shown)}</w:t></w:r></w:fldSimple>'


def widths_of(shares: Sequence[int], whole: int) -> list[int]:
    """The widths of columns, in twentieths of a point, that share a width in EMU."""
    total = sum(shares) or 1
    return [whole * share // total // _TWENTIETHS_IN_EMU for share in shares]
