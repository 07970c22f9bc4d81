"""What people typed prints as they typed it; what templates write becomes the document tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sentencing.memo.document import Banner, Heading, PageBreak, Paragraph, Run, Summary, Table, words
from sentencing.memo.markdown import blocks, escape, printable


def paragraph(markdown: str) -> str:
    (only,) = blocks(markdown)
    assert isinstance(only, Paragraph)
    return words(only.runs)


@pytest.mark.parametrize(
    "typed",
    [
        "# not a heading", "* not a list", "1. not a list", "> not a quotation", "--- not a break", "::: plain",
        "**not strong** _nor this_", "[not a link](http://a.example)", "![x](y)", "<b>bold</b> &amp; &lt;",
        "{{ 7 * 7 }} {% raw %}", "a | b | c", "`code`", "\\*escaped\\*", "back\\", "#import \"@preview/x\"", "~~gone~~",
        "http://a.example/?q=1&r=2", "=====", "a  b", "§2L1.1(b)(6)", "$x$", "<!-- hidden -->", "|---|", "- [ ] task",
    ],
)  # fmt: skip
def test_markup_in_typed_text_is_text(typed: str) -> None:
    assert paragraph(f"{escape(typed)} end") == f"{typed} end"
    assert paragraph(f"Before {escape(typed)}") == f"Before {typed}"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=60))
def test_any_text_in_a_table_cell_is_printed_as_typed(typed: str) -> None:
    (table,) = blocks(f"::: table\n| {escape(typed)} | b |\n|---|---|\n| {escape(typed)} | d |\n:::")
    assert isinstance(table, Table)
    shown = printable(typed)
    assert [words(cell) for cell in table.header] == [shown, "b"]
    assert [[words(cell) for cell in row] for row in table.rows] == [[shown, "d"]]


def test_a_line_end_that_was_typed_is_a_break_in_its_paragraph() -> None:
    (only,) = blocks(str(escape("first\n# second")))
    assert isinstance(only, Paragraph)
    assert only.runs == (Run("first"), Run("\n"), Run("# second"))


def test_a_change_of_direction_ends_with_the_text_that_made_it() -> None:
    assert printable("\u202eabc") == "\u202eabc\u202c"
    assert printable("\u2067abc\u2069") == "\u2067abc\u2069"


def test_what_no_page_can_show_is_marked() -> None:
    assert printable("a\x00b\ud800c") == "a\ufffdb\ufffdc"


def test_paragraphs_are_numbered_until_the_first_page_break() -> None:
    found = blocks("## One\n\na\n\n::: plain\nb\n:::\n\nc\n\n---\n\n## Annex\n\nd")
    assert [block.number for block in found if isinstance(block, Paragraph)] == [1, None, 2, None]
    assert isinstance(found[-3], PageBreak)


def test_a_reference_becomes_the_number_of_its_paragraph() -> None:
    first, second = blocks("See [](#fact-b).\n\n[](@fact-b)Here.")
    assert isinstance(first, Paragraph)
    assert first.runs == (Run("See "), Run("2", target="#2"), Run("."))
    assert isinstance(second, Paragraph)
    assert words(second.runs) == "Here."


def test_containers_become_their_blocks() -> None:
    found = blocks("::: summary Result\n| | |\n|---|---|\n| a | **b** c |\n:::\n\n::: caution\none\n\ntwo\n:::\n\n## H")
    assert found[0] == Summary((Run("Result"),), (((Run("a"),), (Run("b", strong=True), Run(" c"))),))
    assert found[1] == Banner("caution", ((Run("one"),), (Run("two"),)))
    assert found[2] == Heading(2, (Run("H"),))


def test_only_places_and_addresses_are_links() -> None:
    (only,) = blocks("[a](javascript:x) [b](file:///etc/passwd) [c](https://a.example/x)")
    assert isinstance(only, Paragraph)
    assert [run.target for run in only.runs if run.target] == ["https://a.example/x"]
