"""Case and sealed part as JSON and back: canonical out, strict in; what cannot be read is told with its place.

A text that has something wrong still opens as far as it can be read: the smallest part that is wrong is left out. Its
case must then not be saved over the file.
"""

import json
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, Final, TypeVar, get_args

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from sentencing.case.migrate import Document, migrated
from sentencing.case.model import FORMAT, Case, Sealed
from sentencing.errors import Problem
from sentencing.pack.spots import listed, nearest_of

Record = TypeVar("Record", bound=attrs.AttrsInstance)
Path = tuple[str | int, ...]

_KEYS: Final = {"first": "from", "last": "to"}
_LISTS: Final = ("accused", "counts")
"""Lists that a case must have; one that cannot be read opens empty, so that the rest is not lost with it."""
_ROUNDS: Final = 12
_MOST_PROBLEMS: Final = 200


class _Wrong(ValueError):
    """What was found and what would be right."""

    def __init__(self, found: str, right: str = "", nearest: str = "") -> None:
        super().__init__(found)
        self.right = right
        self.nearest = nearest


def canonical(document: object) -> bytes:
    """JSON with sorted keys, one value a line, so that the same record is the same bytes."""
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, indent=1)
    return (text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") + "\n").encode()


def canonical_record(record: attrs.AttrsInstance) -> bytes:
    """A record as JSON; what has its default is left out."""
    return canonical(_CONVERTER.unstructure(record))


def case_bytes(case: Case) -> bytes:
    """The open case as JSON."""
    return canonical_record(case)


def read_case(content: bytes) -> tuple[Case | None, tuple[Problem, ...]]:
    """The case as far as it can be read, and every problem; never raises."""
    return _read(content, Case)


def sealed_bytes(sealed: Sealed) -> bytes:
    """The sealed part as JSON, with its format."""
    return canonical(_CONVERTER.unstructure(sealed) | {"format": FORMAT})


def read_sealed(content: bytes) -> tuple[Sealed | None, tuple[Problem, ...]]:
    """The sealed part as far as it can be read."""
    return _read(content, Sealed)


def parsed(content: bytes) -> tuple[Document, tuple[Problem, ...]]:
    """A JSON object, or the problem with its text."""
    try:
        document = json.loads(content.decode("utf-8"), object_pairs_hook=_each_once)
    except _Wrong as wrong:
        return {}, (Problem(str(wrong)),)
    except UnicodeDecodeError:
        return {}, (Problem("the text is not UTF-8."),)
    except RecursionError:
        return {}, (Problem("the text is nested too deep."),)
    except json.JSONDecodeError as wrong:
        return {}, (Problem(f"the text is not JSON: {wrong.msg}.", line=wrong.lineno, column=wrong.colno),)
    except ValueError:
        return {}, (Problem("the text is not JSON."),)
    return (document, ()) if isinstance(document, dict) else ({}, (Problem("the text is not a record."),))


def _read(content: bytes, kind: type[Record]) -> tuple[Record | None, tuple[Problem, ...]]:
    document, problems = parsed(content)
    if problems:
        return None, problems
    document, problems = migrated(document)
    names = {each.name for each in attrs.fields(kind)}
    if "format" not in names:
        del document["format"]
    record, found = read_record(document, kind)
    return record, (*problems, *found)


def read_record(document: Document, kind: type[Record]) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record of a JSON object as far as it can be read; what is wrong is left out of the object."""
    names = {each.name for each in attrs.fields(kind)}
    found: list[Problem] = []
    for _ in range(_ROUNDS):
        try:
            return _CONVERTER.structure(document, kind), tuple(found)
        except (ClassValidationError, IterableValidationError, _Wrong) as wrong:
            places = list(_places(wrong, ()))
        found += [_problem(place, error) for place, error in places][: _MOST_PROBLEMS - len(found)]
        missing = [key for key in _LISTS if key in names and key not in document]
        document |= {key: [] for key in missing}
        if sum(not place for place, _ in places) > len(missing):
            break
        for place in sorted({place for place, _ in places if place}, key=_deepest_last_first):
            _leave_out(document, place)
    return None, tuple(found)


# --------------------------------------------------------------------------------------------- what is wrong where


def _places(wrong: BaseException, path: Path) -> Iterator[tuple[Path, BaseException]]:
    """The smallest parts that are wrong: an unknown key, a value, or a record that lacks what it must have."""
    if not isinstance(wrong, ClassValidationError | IterableValidationError):
        yield path, wrong
        return
    for error in wrong.exceptions:
        if isinstance(error, ForbiddenExtraKeysError):
            for key in sorted(error.extra_fields):
                near = nearest_of(key, [_key(each.name) for each in attrs.fields(error.cl)])
                yield (*path, key), _Wrong("unknown key.", nearest=near)
        elif isinstance(error, KeyError):
            yield path, _Wrong(f"'{_key(str(error.args[0]))}' is missing.")
        else:
            yield from _places(error, (*path, *_step(error)))


def _step(error: BaseException) -> Path:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, IterableValidationNote):
            return (note.index,)
        if isinstance(note, AttributeValidationNote):
            return (_key(note.name),)
    return ()


def _problem(place: Path, error: BaseException) -> Problem:
    path = "".join(f"[{step}]" if isinstance(step, int) else f".{step[:60]}" for step in place).removeprefix(".")
    if isinstance(error, _Wrong):
        return Problem(str(error), path, right=error.right, nearest=error.nearest)
    return Problem("this cannot be read.", path)


def _deepest_last_first(place: Path) -> tuple[int, list[int]]:
    """Deeper places first, and in one list the later ones first, so that leaving one out moves no other."""
    return -len(place), [-step if isinstance(step, int) else 0 for step in place]


def _leave_out(document: Document, place: Path) -> None:
    holder: Any = document
    for step in place[:-1]:
        holder = holder[step]
    del holder[place[-1]]


# -------------------------------------------------------------------------------------------------------- converter


def _key(name: str) -> str:
    return _KEYS.get(name, name.replace("_", "-"))


def _converter() -> Converter:
    converter = Converter(forbid_extra_keys=True, detailed_validation=True)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(bool, _yes_no)
    converter.register_unstructure_hook(bool, lambda value: "yes" if value else "no")
    converter.register_structure_hook_func(_is_enum, _member)
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple_of(converter, get_args(kind)[0]))
    converter.register_structure_hook_factory(attrs.has, lambda kind: _record_of(converter, kind))
    converter.register_unstructure_hook_factory(attrs.has, lambda kind: _written(converter, kind))
    return converter


def _renamed(kind: type) -> dict[str, Any]:
    return {each.name: override(rename=_key(each.name)) for each in attrs.fields(kind)}


def _written(converter: Converter, kind: type) -> Callable[[Any], dict[str, Any]]:
    renamed = _renamed(kind)
    if "format" in renamed:  # always written: the reader must know what it reads
        renamed["format"] = override(omit_if_default=False)
    return make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **renamed)


def _record_of(converter: Converter, kind: type) -> Callable[[Any, Any], Any]:
    inner: Callable[[Any, Any], Any] = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True, **_renamed(kind)
    )

    def structure(value: Any, kind: Any) -> Any:
        if not isinstance(value, dict):
            raise _Wrong("a record of named values is wanted here.")
        return inner(value, kind)

    return structure


def _tuple_of(converter: Converter, kind: Any) -> Callable[[Any, Any], tuple[Any, ...]]:
    inner: Callable[[Any, Any], Any] = converter.get_structure_hook(kind)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _Wrong("a list is wanted here.")
        read, errors = [], []
        for index, each in enumerate(value):
            try:
                read.append(inner(each, kind))
            except (ClassValidationError, IterableValidationError, _Wrong) as wrong:
                wrong.__notes__ = [*getattr(wrong, "__notes__", []), IterableValidationNote("", index, kind)]
                errors.append(wrong)
        if errors:
            raise IterableValidationError("in a list", errors, tuple)
        return tuple(read)

    return structure


def _text(value: object, _: object) -> str:
    if not isinstance(value, str):
        raise _Wrong("a text is wanted here.")
    if any("\ud800" <= character <= "\udfff" for character in value):
        raise _Wrong("the text has half a character.")
    return value


def _whole(value: object, _: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise _Wrong("a whole number is wanted here.")
    return value


def _yes_no(value: object, _: object) -> bool:
    if value not in ("yes", "no"):
        raise _Wrong("'yes' or 'no' is wanted here.")
    return value == "yes"


def _is_enum(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Enum)


def _member(value: object, kind: type[Enum]) -> Enum:
    words = [str(each.value) for each in kind]
    if not isinstance(value, str) or value not in words:
        near = nearest_of(value, words) if isinstance(value, str) else ""
        raise _Wrong("the value is not known here.", right=f"Wanted is {listed(words)}.", nearest=near)
    return kind(value)


def _is_tuple(kind: object) -> bool:
    return getattr(kind, "__origin__", None) is tuple


def _each_once(pairs: list[tuple[str, object]]) -> Document:
    record = dict(pairs)
    if len(record) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _Wrong(f"the key '{twice[:60]}' stands twice.")
    return record


_CONVERTER: Final = _converter()
