"""The HTML writer: one file without a script or an address to fetch, readable on a screen and good in print."""

from functools import cache
from html import escape
from importlib.resources import files

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

LONGEST_UNBROKEN = 28


def html(document: Document) -> bytes:
    """The memo as one HTML file, UTF-8."""
    head = (
        f'<!DOCTYPE html>\n<html lang="{escape(document.language)}" dir="{document.direction}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(document.title)}</title>\n"
        + (f'<meta name="author" content="{escape(document.author)}">\n' if document.author else "")
        + f"<style>\n{_style()}</style>\n</head>\n"
    )
    body = "\n".join((_masthead(document), "<main>", *_blocks(document.blocks), "</main>", _footer(document)))
    return f"{head}<body>\n{body}\n</body>\n</html>\n".encode()


@cache
def _style() -> str:
    return (files("sentencing.memo") / "templates" / "memo.css").read_text(encoding="utf-8")


def _masthead(document: Document) -> str:
    mast = document.masthead
    start, end = (f"<p>{'<br>'.join(map(escape, lines))}</p>" for lines in (mast.start, mast.end))
    return (
        f'<header>\n<div class="court">{start}{end}</div>\n<h1>{escape(mast.title)}</h1>\n'
        f'<p class="subtitle">{escape(mast.subtitle)}</p>\n</header>'
    )


def _footer(document: Document) -> str:
    return f"<footer><p>{escape(document.footer.middle)}</p><p>{escape(document.footer.end)}</p></footer>"


def _blocks(blocks: tuple[Block, ...]) -> list[str]:
    """The blocks one after the other; the paragraphs' numbers stand in the text, so that copying keeps them."""
    return [_block(block) for block in blocks]


def _block(block: Block) -> str:
    match block:
        case Heading(level, runs):
            return f"<h{level}>{_runs(runs)}</h{level}>"
        case Paragraph(runs, None, small):
            kind = ' class="small"' if small else ""
            return f"<p{kind}>{_runs(runs)}</p>"
        case Paragraph(runs, number):
            return f'<p class="numbered" id="p{number}"><span class="number">{number}</span> {_runs(runs)}</p>'
        case Listing(entries):
            return f"<ul>{''.join(f'<li>{_runs(entry)}</li>' for entry in entries)}</ul>"
        case Summary(title, rows):
            lines = "".join(
                f'<tr><th scope="row">{_runs(label)}</th><td>{_runs(text)}</td></tr>\n' for label, text in rows
            )
            return f'<section class="summary"><table><caption>{_runs(title)}</caption>\n{lines}</table></section>'
        case Table():
            return _table(block)
        case Chart(caption, svg, words):
            drawing = svg.replace("<svg ", f'<svg role="img" aria-label="{escape(words)}" ', 1)
            return f"<figure><figcaption>{_runs(caption)}</figcaption>{drawing}</figure>"
        case Banner(tone, lines):
            return f'<aside class="{tone}">{"".join(f"<p>{_runs(line)}</p>" for line in lines)}</aside>'
        case PageBreak():
            return '<hr class="page">'


def _table(table: Table) -> str:
    whole = sum(table.widths) or 1
    columns = "".join(f'<col style="width:{100 * width // whole}%">' for width in table.widths)
    ends = [' class="end"' if end else "" for end in table.ends]
    header = "".join(f'<th scope="col"{end}>{_runs(cell)}</th>' for cell, end in zip(table.header, ends, strict=True))
    rows = "\n".join(
        f"<tr>{''.join(f'<td{end}>{_runs(cell)}</td>' for cell, end in zip(row, ends, strict=True))}</tr>"
        for row in table.rows
    )
    caption = f"<caption>{_runs(table.caption)}</caption>" if table.caption else ""
    head = f"<table>{caption}<colgroup>{columns}</colgroup>\n<thead><tr>{header}</tr></thead>\n"
    return f"{head}<tbody>\n{rows}\n</tbody></table>"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    if run.text == "\n":
        return "<br>"
    text = escape(run.text)
    if run.strong:
        text = f"<strong>{text}</strong>"
    if run.emphasis:
        text = f"<em>{text}</em>"
    if run.unbroken and len(run.text) < LONGEST_UNBROKEN:
        text = f'<span class="unbroken">{text}</span>'
    if run.target.startswith("#"):
        return f'<a class="place" href="#p{run.target[1:]}">{text}</a>'
    if run.target:
        return f'<a href="{escape(run.target)}">{text}</a>'
    return f"<bdi>{text}</bdi>" if _turns(run.text) else text


def _turns(text: str) -> bool:
    """Whether the text holds marks that change its direction, which must not reach what follows."""
    return any(mark in text for mark in "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
