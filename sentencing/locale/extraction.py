"""Finds the messages in a Python file for `messages.pot`: calls of the catalogue, and the sentences of problems.

A problem is said in English with its facts in place, `f"'{key}' is missing."`; the list of messages has it with named
places, `'{key}' is missing.`, and `sentences.py` recognises it when it is shown. Babel calls `messages` and `problems`.
"""

import ast
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import IO, Final

Found = tuple[int, str, str | tuple[str, ...], list[str]]
"""Line, name of the function, message or its forms, comments: what Babel asks for."""

_MESSAGE: Final = "N_"
_TWO_WORDS: Final = re.compile(r"[A-Za-z]+[,'’]? [^\W\d_]{2,}")
_NOT_SAID: Final = frozenset({"compile", "assert_never", "ArgumentParser", "add_argument", "TypeVar"})


def messages(
    fileobj: IO[bytes], keywords: Collection[str], _tags: Collection[str], **_options: object
) -> Iterator[Found]:
    """The messages that stand in calls of the catalogue."""
    yield from _called(ast.parse(fileobj.read()), keywords)


def problems(
    fileobj: IO[bytes], keywords: Collection[str], _tags: Collection[str], options: Mapping[str, str]
) -> Iterator[Found]:
    """The same, and every sentence of a file that finds problems, but those in which the pattern `without` is found."""
    without = re.compile(options.get("without", "(?!)"))
    tree = ast.parse(fileobj.read())
    yield from _called(tree, keywords)
    silent = set(_unsaid(tree, keywords))
    for node in ast.walk(tree):
        if id(node) in silent:
            continue
        text = _sentence(node)
        if _TWO_WORDS.search(re.sub(r"\{\w+\}", "", text)) and not without.search(text):
            yield getattr(node, "lineno", 0), _MESSAGE, text, []


def _called(tree: ast.Module, keywords: Collection[str]) -> Iterator[Found]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in keywords:
            texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
            if texts and isinstance(node.args[0], ast.Constant):
                yield node.lineno, _name(node.func), texts[0] if len(texts) == 1 else tuple(texts), []


def _unsaid(tree: ast.Module, keywords: Collection[str]) -> Iterator[int]:
    """The nodes that are no sentences: docstrings, patterns, types, and what is in the list already."""
    for node in ast.walk(tree):
        hidden: Iterable[ast.AST] = ()
        match node:
            case ast.Expr(value=ast.Constant()):
                hidden = (node.value,)
            case ast.Call() if _name(node.func) in keywords or _name(node.func) in _NOT_SAID:
                hidden = (*node.args, *node.keywords)
            case ast.JoinedStr():
                yield from (id(part) for part in node.values if isinstance(part, ast.Constant))
            case ast.Assert():
                hidden = (node,)
        for each in hidden:
            yield from (id(inner) for inner in ast.walk(each))


def _sentence(node: ast.AST) -> str:
    """A text, or a text with places, as a message; empty for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return ""
    names: list[str] = []
    said = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            said.append(str(part.value))
        elif isinstance(part, ast.FormattedValue):
            said.append(f"{{{_place(part.value, names)}}}")
    return "".join(said)


def _place(value: ast.expr, names: list[str]) -> str:
    """A name for what fills a place, different from those before it."""
    words = [_name(each) for each in ast.walk(value) if isinstance(each, ast.Name | ast.Attribute)]
    name = re.sub(r"\W|^_+", "", words[0]) if words else "value"
    name = name if name not in ("self", "") else "value"
    names.append(name)
    return name if names.count(name) == 1 else f"{name}{names.count(name)}"


def _name(function: ast.expr) -> str:
    match function:
        case ast.Name():
            return function.id
        case ast.Attribute():
            return function.attr
    return ""
