"""The styles, numbering and page of a Word memo; a ministry's own document keeps the styles it already has."""

from typing import Final

from attrs import frozen
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Emu, Mm, RGBColor
from docx.styles.style import ParagraphStyle

SANS: Final = "IBM Plex Sans"
SERIF: Final = "IBM Plex Serif"
ARABIC: Final = "IBM Plex Sans Arabic"
INK: Final = "1C2124"
INK_2: Final = "474D51"
INK_3: Final = "61666A"
HAIR: Final = "E1DED7"
LINE: Final = "85827A"
GROUND: Final = "F6F5F2"
CAUTION: Final = "7F5200"
CAUTION_SOFT: Final = "FAF1DE"
HALF_POINT: Final = 6350
GUTTER: Final = 420
NUMBERED: Final = "Numbered paragraph"
TABLE: Final = "Memo table"


@frozen
class Look:
    """How one paragraph style looks. Sizes are half points, spaces are points."""

    name: str
    font: str
    size: int
    colour: str = INK
    bold: bool = False
    before: int = 0
    after: int = 0
    line: int = 240
    keep_with_next: bool = False
    fill: str = ""
    inset: int = 0


LOOKS: Final = (
    Look("Normal", SERIF, 20, after=6, line=276),
    Look("Title", SANS, 36, before=14, after=4),
    Look("Subtitle", SANS, 19, INK_2, after=10),
    Look("Heading 1", SANS, 23, bold=True, before=20, after=6, keep_with_next=True),
    Look("Heading 2", SANS, 19, INK_2, before=12, after=5, keep_with_next=True),
    Look(NUMBERED, SERIF, 20, after=6, line=276),
    Look("Masthead", SANS, 16, INK_3),
    Look("Caption", SANS, 16, INK_3, before=8, after=3, keep_with_next=True),
    Look("Table text", SANS, 17, before=2, after=2),
    Look("Table heading", SANS, 16, INK_3, before=2, after=2, keep_with_next=True),
    Look("Summary heading", SANS, 20, bold=True, before=8, after=4, keep_with_next=True, inset=8),
    Look("Summary label", SANS, 18, INK_2, before=1, after=1, inset=8),
    Look("Summary text", SANS, 18, before=1, after=1),
    Look("Caution", SANS, 17, CAUTION, before=2, after=2, fill=CAUTION_SOFT, inset=4),
    Look("Note", SANS, 17, INK_2, before=2, after=2, fill=GROUND, inset=4),
    Look("List Bullet", SERIF, 20, after=3),
    Look("Footer", SANS, 14, INK_3),
)


def prepare(word: WordDocument, language: str, *, right_to_left: bool, own_styles: bool) -> int:
    """Gives the document its page, styles and numbering; returns the id of the paragraphs' numbering.

    With `own_styles` the document is a ministry's: only styles that it does not have are made.
    """
    known = {style.name for style in word.styles}
    for look in LOOKS:
        if look.name not in known or not own_styles:
            _style(word, look, right_to_left, known=look.name in known)
    if TABLE not in known:
        word.styles.element.append(_table_style())
    _language(word, language, right_to_left)
    if not own_styles:
        _page(word)
    numbering = _numbering(word)
    _number_style(word, numbering)
    return numbering


def _style(word: WordDocument, look: Look, right_to_left: bool, *, known: bool) -> None:
    made = word.styles[look.name] if known else word.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(made, ParagraphStyle)
    if not known:
        made.base_style = word.styles["Normal"]
    made.font.name = look.font
    made.font.size = Emu(look.size * HALF_POINT)
    made.font.bold, made.font.italic = look.bold, False
    made.font.color.rgb = RGBColor.from_string(look.colour)
    letters = made.element.get_or_add_rPr()
    for old in (*letters.findall(qn("w:spacing")), *letters.findall(qn("w:kern"))):
        letters.remove(old)
    fonts = made.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, font in (("ascii", look.font), ("hAnsi", look.font), ("cs", ARABIC), ("eastAsia", look.font)):
        fonts.set(qn(f"w:{name}"), font)
    layout = made.paragraph_format
    layout.space_before, layout.space_after = Emu(look.before * 2 * HALF_POINT), Emu(look.after * 2 * HALF_POINT)
    layout.keep_with_next, layout.widow_control = look.keep_with_next, True
    properties = made.element.get_or_add_pPr()
    for tag in ("w:pBdr", "w:shd", "w:spacing", "w:bidi", "w:numPr"):
        for old in properties.findall(qn(tag)):
            if tag != "w:spacing":
                properties.remove(old)
    layout.left_indent = layout.right_indent = Emu(look.inset * 2 * HALF_POINT) if look.inset else None
    properties.get_or_add_spacing().set(qn("w:line"), str(look.line))
    properties.get_or_add_spacing().set(qn("w:lineRule"), "auto")
    if look.fill:
        _insert(properties, parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{look.fill}"/>'))
    if right_to_left:
        _insert(properties, parse_xml(f"<w:bidi {nsdecls('w')}/>"))


# The order in which Word wants the parts of a paragraph's properties.
_ORDER: Final = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr", "suppressLineNumbers",
    "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE",
    "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents",
    "suppressOverlap", "jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle",
    "rPr", "sectPr", "pPrChange",
)  # fmt: skip


def _insert(properties: BaseOxmlElement, part: BaseOxmlElement) -> None:
    place = _ORDER.index(part.tag.rpartition("}")[2])
    for sibling in properties:
        if _ORDER.index(str(sibling.tag).rpartition("}")[2]) > place:
            sibling.addprevious(part)
            return
    properties.append(part)


def _table_style() -> BaseOxmlElement:
    rule = f'<w:{{side}} w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
    return parse_xml(
        f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="Memotable"><w:name w:val="{TABLE}"/>'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:tblPr><w:tblBorders>'
        f"{rule.format(side='bottom')}{rule.format(side='insideH')}</w:tblBorders>"
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        f'<w:bottom w:val="single" w:sz="6" w:space="0" w:color="{LINE}"/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _language(word: WordDocument, language: str, right_to_left: bool) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    assert defaults is not None
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    assert properties is not None
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    latin = "en" if right_to_left else language
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="{latin}" w:eastAsia="{latin}" w:bidi="{language}"/>'))
    for section in word.sections if right_to_left else ():
        section._sectPr.append(parse_xml(f"<w:bidi {nsdecls('w')}/>"))


def _page(word: WordDocument) -> None:
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(29)
    section.top_margin, section.bottom_margin = Mm(25), Mm(27)
    section.footer_distance = Mm(13)


def _numbering(word: WordDocument) -> int:
    """One numbering for all paragraphs of the memo; its number hangs in the margin."""
    numbering = word.part.numbering_part.element
    taken = [int(each.get(qn("w:abstractNumId"), "0")) for each in numbering.findall(qn("w:abstractNum"))]
    abstract = max(taken, default=0) + 1
    made = parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Numberedparagraph"/>'
        f'<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{GUTTER}"/></w:tabs>'
        f'<w:ind w:left="{GUTTER}" w:hanging="{GUTTER}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii="{SANS}" w:hAnsi="{SANS}"/><w:color w:val="{INK_3}"/><w:sz w:val="18"/></w:rPr>'
        "</w:lvl></w:abstractNum>"
    )
    first = numbering.find(qn("w:num"))
    if first is not None:
        first.addprevious(made)
    else:
        numbering.append(made)
    numbers = [int(each.get(qn("w:numId"), "0")) for each in numbering.findall(qn("w:num"))]
    number = max(numbers, default=0) + 1
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{abstract}"/></w:num>')
    )
    return number


def _number_style(word: WordDocument, numbering: int) -> None:
    properties = word.styles[NUMBERED].element.get_or_add_pPr()
    _insert(properties, parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="{numbering}"/></w:numPr>'))
