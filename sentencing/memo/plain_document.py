"""A document tree as plain data and back: papers that are no memo are built by whoever asks and set by the worker."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from cattrs import Converter

from sentencing.errors import MemoError
from sentencing.memo import document
from sentencing.memo.document import Block, Document, plain

_KINDS: Final[Mapping[str, type[Any]]] = {
    each.__name__.lower(): each
    for each in (
        document.Heading,
        document.Paragraph,
        document.Listing,
        document.Summary,
        document.Table,
        document.Chart,
        document.Banner,
        document.PageBreak,
    )
}


def to_plain(whole: Document) -> dict[str, object]:
    """The document as plain data for JSON."""
    return plain(whole)


def from_plain(given: object) -> Document:
    """The document that `to_plain` gave; MemoError when it is anything else."""
    try:
        return _converter().structure(given, Document)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise MemoError(f"this is no document: {error}") from error


@cache
def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=False)

    def block(given: object, _: object) -> Block:
        if not isinstance(given, Mapping) or given.get("kind") not in _KINDS:
            raise ValueError("a block of no known kind")
        parts = {name: value for name, value in given.items() if name != "kind"}
        made: Block = converter.structure(parts, _KINDS[given["kind"]])
        return made

    converter.register_structure_hook(Block, block)
    return converter
