"""Templates to Markdown in a sandbox: plain records in, known functions, known filters, bounded output.

A template is hostile until proven otherwise: a ministry's own section comes from a folder that anybody may have written
to. What runs too long is ended from outside, with the worker.
"""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final, NoReturn

from attrs import frozen
from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sentencing.errors import MemoError, Problem
from sentencing.memo.annexes import Record
from sentencing.memo.markdown import Markdown, escape
from sentencing.memo.phrases import Phrase, phrases
from sentencing.memo.view import View

OUTPUT_LIMIT: Final = 600_000
SOURCE_LIMIT: Final = 100_000
FILTERS: Final = ("first", "last", "length")
SECTIONS: Final = (
    "summary", "charges", "threshold", "facts", "law", "computation", "not-applied", "record", "reductions", "sentence",
    "disputed", "evidence", "orders", "conclusion", "annex-a", "annex-b", "annex-c",
)  # fmt: skip
SHORT_SECTIONS: Final = ("summary", "short")
_REFUSED: Final = (
    nodes.Import, nodes.FromImport, nodes.Include, nodes.Extends, nodes.Block, nodes.Concat, nodes.CallBlock,
    nodes.FilterBlock, nodes.Mul, nodes.Pow, nodes.Mod, nodes.Add,
)  # fmt: skip
_FAILURES: Final = (
    TemplateError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError,
)  # fmt: skip


@frozen
class Rendered:
    """The Markdown of a memo, and what went wrong in the sections that were left out."""

    text: str
    problems: tuple[Problem, ...] = ()


def render(view: View, sections: Mapping[str, str] | None = None) -> Rendered:
    """The memo's text. `sections` are a pack's own, by name; one that fails is left out and its line is told."""
    own = dict(sections or {})
    texts: list[str] = []
    problems = [Problem(f"there is no section '{name}'", f"memo/{name}.md.j2") for name in own if name not in known()]
    for name in SHORT_SECTIONS if view.short else SECTIONS:
        if name not in own:
            texts.append(_rendered(_ours(name), view))
            continue
        try:
            texts.append(_own(name, own[name], view))
        except MemoError as error:
            problems += error.problems
    return Rendered("\n\n".join(texts) + "\n", tuple(problems))


def known() -> tuple[str, ...]:
    """The names of all sections."""
    return tuple(dict.fromkeys((*SECTIONS, *SHORT_SECTIONS)))


@cache
def _ours(section: str) -> Template:
    path = files("sentencing.memo") / "templates" / f"{section}.md.j2"
    return _environment().from_string(path.read_text(encoding="utf-8"))


def _own(name: str, text: str, view: View) -> str:
    """A pack's own section, checked node by node before it runs."""
    environment = _environment()
    path = f"memo/{name}.md.j2"
    if len(text) > SOURCE_LIMIT:
        raise _error(path, 0, f"the section is longer than {SOURCE_LIMIT} characters")
    try:
        for node in environment.parse(text).find_all(_REFUSED):
            raise _error(path, node.lineno, f"'{type(node).__name__.lower()}' is not available in a section")
        return _rendered(environment.from_string(text), view)
    except TemplateSyntaxError as error:
        raise _error(path, error.lineno, error.message or "the template cannot be read") from error
    except _FAILURES as error:
        raise _error(path, _line_of(error), str(error) or type(error).__name__) from error


def _error(path: str, line: int, message: str) -> MemoError:
    return MemoError(message, (Problem(message, path, line),))


def _line_of(error: BaseException) -> int:
    """The template's line in a traceback; jinja names a template that came as text `<template>`."""
    line, trace = 0, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _rendered(template: Template, view: View) -> str:
    parts: list[str] = []
    length = 0
    for part in template.generate(memo=view, **phrases(view.language, view.told)):
        length += len(part)
        if length > OUTPUT_LIMIT:
            raise TemplateRuntimeError(f"the section is longer than {OUTPUT_LIMIT} characters")
        parts.append(part)
    return re.sub(r"\n{3,}", "\n\n", "".join(parts)).strip()


class _Sandbox(ImmutableSandboxedEnvironment):
    """Reads the fields of our records and calls our phrases, and nothing else."""

    intercepted_binops = frozenset(["+", "*", "**", "%", "/", "//", "-"])

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if attr.startswith("_") or callable(value):
            return False
        return isinstance(obj, Record | LoopContext)

    def is_safe_callable(self, obj: object) -> bool:
        return isinstance(obj, Macro | Phrase)

    def call_binop(self, context: object, operator: str, left: object, right: object) -> NoReturn:
        raise SecurityError(f"'{operator}' is not available in a template")


@cache
def _environment() -> _Sandbox:
    environment = _Sandbox(
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=False,
        lstrip_blocks=False,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters = {name: environment.filters[name] for name in FILTERS}
    environment.tests = {name: environment.tests[name] for name in ("defined", "none")}
    environment.globals = {}
    return environment


def _printed(value: object) -> str:
    return value if isinstance(value, Markdown) else escape(value)
