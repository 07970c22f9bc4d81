"""Whatever stands in a field that a person types, all three forms print it as it was typed, and nothing breaks."""

from io import BytesIO

import docx as library
import pypdfium2
import pytest
from docx.oxml.ns import qn

from sentencing.memo.document import text_of
from sentencing.memo.make import Form, Request, document_of, make_memo
from tests.engine.memo.matters import view, with_text_everywhere
from tests.engine.memo.test_html import Reader

HOSTILE = [
    "<script>alert(1)</script>",
    "<b>Doe</b> & Sons &lt;",
    "{{ 7*7 }} {% include 'x' %} ${x} #{y}",
    '#import "@preview/x:1.0.0" #eval("1") #sys.inputs',
    "**bold** _it_ `code` [x](http://a.example) ![y](z)",
    "# heading\n## more\n- list\n\n1. one\n> quoted\n---\n::: caution\nx\n:::",
    "a | b || c \\| d \\",
    "\u202eevil\u202c \u2066iso \u200frtl",
    "مرحبا بالعالم 24–30",
    "Ελλάδα Україна Łódź İstanbul",
    "W" * 400,
    "x" * 3_000,
    "'\"`´‘’“” -- --- ... (c) 1/2",
    "%s %d %(x)s {0} {} \\n \\u0041",
    "]]> <![CDATA[ <?xml ?> <!DOCTYPE x>",
    "&#60;&#x3c;&amp;&nbsp;",
    "=cmd|' /C calc'!A0",
    "$ \\input{x} \\textbf{y} ^_~",
    "中文 😀 ⚖",
    "a\tb\u00a0c",
]


def squeezed(text: str) -> str:
    """Text without what a line break may add or take away, and without marks that only turn direction."""
    unseen = "\u00ad\u2028\u200b\ufffe\u202e\u202c\u2066\u2069\u200f\u200e"
    return "".join("".join(text.split()).translate(dict.fromkeys(map(ord, unseen))).split())


@pytest.mark.parametrize("typed", HOSTILE)
def test_typed_text_is_printed_as_typed_in_the_tree_html_and_word(typed: str) -> None:
    shown = view(with_text_everywhere(typed))
    document, problems = document_of(shown)
    assert not problems
    assert squeezed(typed) in squeezed(text_of(document))
    page = Reader(make_memo(Request(shown, Form.HTML)).content)
    assert not {"script", "b", "img"} & {tag for tag, _ in page.tags}
    assert squeezed(typed) in squeezed("".join(page.text))
    opened = library.Document(BytesIO(make_memo(Request(shown, Form.DOCX)).content))
    assert squeezed(typed) in squeezed("".join(each.text or "" for each in opened.element.iter(qn("w:t"))))


@pytest.mark.parametrize("typed", [each for each in HOSTILE if each.isascii()])
def test_typed_text_is_printed_as_typed_on_paper(typed: str) -> None:
    content = make_memo(Request(view(with_text_everywhere(typed)))).content
    with pypdfium2.PdfDocument(content) as opened:
        text = "".join(page.get_textpage().get_text_bounded() for page in opened)
    assert squeezed(typed).replace("-", "") in squeezed(text).replace("-", "")


@pytest.mark.parametrize("typed", [each for each in HOSTILE if not each.isascii()])
def test_letters_of_any_script_make_a_paper(typed: str) -> None:
    assert make_memo(Request(view(with_text_everywhere(typed)))).content.startswith(b"%PDF")


def test_what_no_font_can_show_is_given_by_its_number() -> None:
    content = make_memo(Request(view(with_text_everywhere("a\U000e1234b")))).content
    with pypdfium2.PdfDocument(content) as opened:
        text = "".join(page.get_textpage().get_text_bounded() for page in opened)
    assert "[U+E1234]" in text
