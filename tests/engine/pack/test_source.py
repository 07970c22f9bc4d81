"""The text of a pack becomes nodes that know their place, and what hides meaning is refused."""

import pytest

from sentencing.pack.source import MAX_BYTES, MapNode, TextNode, decoded, read_nodes


def said(text: str | bytes) -> list[str]:
    clean, problems = decoded(text)
    return [problem.sentence() for problem in (problems or read_nodes(clean)[1])]


def test_every_node_knows_its_line_and_column_from_one() -> None:
    root, _ = read_nodes("a: 1\nbc:\n  d: [e, 'f']\n")
    assert isinstance(root, MapNode)
    key, value = root.entries["bc"]
    assert (key.line, key.column, value.line, value.column) == (2, 1, 3, 3)


def test_an_empty_text_in_quotes_is_not_a_missing_value() -> None:
    root, _ = read_nodes("a: ''\nb:\n")
    assert isinstance(root, MapNode)
    assert root.entries["a"][1] == TextNode("", 1, 4, quoted=True)
    assert root.entries["b"][1] == TextNode("", 2, 3, quoted=False)


def test_windows_line_ends_and_a_byte_order_mark_change_nothing() -> None:
    assert decoded(b"\xef\xbb\xbfa: b\r\nc: d\r\n") == decoded("a: b\nc: d\n")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the file is empty"),
        ("# only a comment\n", "the file is empty"),
        (b"a: \xe9\n", "line 1: byte 0xe9 is not UTF-8. Save the file as UTF-8."),
        (b"\xfe\xff\0a", "line 1: the file is saved as UTF-16. Save it as UTF-8."),
        ("a: b\nc: \ud800\n", "line 2: the character U+D800 cannot be read. Delete it."),
        ("a: b\0\n", "line 1: the character U+0000 cannot be read. Delete it."),
        ("a:\n\tb: c\n", "line 2: a tab. Use spaces."),
        ("a: " + "[" * 200_000, "nested more than 60 deep."),
        ("- " * 200_000, "nested more than 60 deep."),
        ("a: [" + "b," * 200_000 + "b]", "more than 100,000 values."),
        ("x" * (MAX_BYTES + 1), "the file has 2,000,001 bytes."),
        ("a: &x [*x, *x]\n", "an anchor, '&x'."),
        ("a: b\n---\nc: d\n", "a second document, after '---'."),
    ],
)
def test_a_text_that_cannot_be_a_pack_is_refused_with_its_place(text: str | bytes, words: str) -> None:
    assert any(words in sentence for sentence in said(text))


def test_the_head_is_read_without_the_rest() -> None:
    root, problems = read_nodes("guidance: 1\npack: {id: a}\nbroken: [", until="pack")
    assert isinstance(root, MapNode)
    assert (list(root.entries), problems) == (["guidance", "pack"], ())
