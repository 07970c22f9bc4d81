"""The PDF writer: the document tree set by typst as PDF/UA-1 and PDF/A-2a in one file, and its pages as PNG."""

import json
import re
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import typst

from sentencing.errors import MemoError
from sentencing.memo.document import Document, plain

FONTS: Final = ("fontpkg_ibm_plex_sans", "fontpkg_ibm_plex_serif", "fontpkg_ibm_plex_sans_arabic")
PIXELS_PER_INCH: Final = 96
ZERO_WIDTH_SPACE: Final = "\u200b"
_LONG_WORD = re.compile(r"\S{32,}")
_PIECE = re.compile(r"\S{1,16}")
_TYPED: Final = frozenset({"text", "start", "end", "title", "subtitle", "middle"})
_PLEX_HAS = re.compile(r"[\u0000-\u024f\u0370-\u03ff\u0400-\u04ff\u0600-\u06ff\u2010-\u2026−→≥≤§⅓✓€–—·]")
_MISSING = re.compile(r'the text `"(?P<text>(?:[^"\\]|\\.)*)"` could not be displayed')


def pdf(document: Document) -> bytes:
    """The memo as PDF: tagged, with its language, title, bookmarks, alternative texts and fonts inside."""
    printed, _, _ = _printed(_data(document))
    return printed


def pages(document: Document, pixels_per_inch: int = PIXELS_PER_INCH) -> tuple[bytes, ...]:
    """The pages of the PDF as PNG, for a preview that is the paper itself."""
    data = _data(document)
    system_fonts = False
    if _PLEX_HAS.sub("", data):
        _, data, system_fonts = _printed(data)
    images = _compiler(system_fonts).compile(
        _page(), format="png", ppi=pixels_per_inch, timestamp=0, sys_inputs={"memo": data}
    )
    return (images,) if isinstance(images, bytes) else tuple(images or ())


def picture(svg: str, pixels_per_inch: int = 288) -> bytes:
    """An SVG as PNG, for Word."""
    source = (
        '#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image(bytes(sys.inputs.svg), format: "svg")'
    )
    image = _compiler(system_fonts=False).compile(
        source.encode(), format="png", ppi=pixels_per_inch, timestamp=0, sys_inputs={"svg": svg}
    )
    assert isinstance(image, bytes)
    return image


def _data(document: Document) -> str:
    return json.dumps(_with_breaks(plain(document)), ensure_ascii=False)


def _with_breaks(part: object, key: str = "") -> object:
    """The document with places to break in words that no line can hold: typst would run them off the page."""
    match part:
        case dict():
            return {name: _with_breaks(value, str(name)) for name, value in part.items()}
        case list() | tuple():
            return [_with_breaks(value, key) for value in part]
        case str() if key in _TYPED:
            return _LONG_WORD.sub(lambda word: ZERO_WIDTH_SPACE.join(_PIECE.findall(word[0])), part)
    return part


def _printed(data: str) -> tuple[bytes, str, bool]:
    """The PDF, with the data and the fonts it took: ours, then the machine's, then code points for what none can show.

    A missing glyph is an error under the standards and silent without them, so only the PDF can tell.
    """
    missing: set[str] = set()
    for system_fonts in (False, True, True):
        if missing and system_fonts:
            data = "".join(_code_point(each) if each in missing else each for each in data)
        try:
            printed = _compiler(system_fonts).compile(
                _page(), format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0, sys_inputs={"memo": data}
            )
        except typst.TypstError as error:
            found = {each for match in _MISSING.finditer(_unwrapped(error)) for each in _unescaped(match["text"])}
            if not found:
                raise MemoError(f"the page could not be set: {error.message}") from error
            missing = found if system_fonts else set()
            continue
        assert isinstance(printed, bytes)
        return printed, data, system_fonts
    raise MemoError("the page could not be set: characters without a glyph")


def _unwrapped(error: typst.TypstError) -> str:
    return error.message + re.sub(r"\s*\n\s*", " ", error.diagnostic)


def _unescaped(text: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda each: chr(int(each[1], 16)), text).replace("\\", "")


def _code_point(character: str) -> str:
    return f"[U+{ord(character):04X}]"


@cache
def _page() -> bytes:
    return (files("sentencing.memo") / "templates" / "memo.typ").read_bytes()


@cache
def _compiler(system_fonts: bool) -> typst.Compiler:
    folders: list[Path] = []
    for name in FONTS:
        spec = find_spec(name)
        if spec is None or spec.origin is None:
            raise MemoError(f"the font package {name} is not installed")
        folders.append(Path(spec.origin).parent / "files")
    fonts = typst.Fonts(include_system_fonts=system_fonts, include_embedded_fonts=system_fonts, font_paths=folders)
    return typst.Compiler(font_paths=fonts, ignore_system_fonts=not system_fonts)
