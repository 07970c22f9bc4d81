"""Weighting: a copy of a pack with numbers moved, beside the pack as its authority wrote it.

The copy knows that it is one: `Pack.modified` names the numbers, and its hash is another.
"""

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final

from attrs import evolve, field, frozen

from sentencing.pack.model import Pack
from sentencing.proof.numbers import Value, number_at

Moves = tuple[tuple[str, Value], ...]
"""(path, number) in the order in which they were moved."""
_KEPT: Final = 16


@frozen(eq=False)
class Weighting:
    """A pack as its authority wrote it, and the copy of it with some numbers moved; the same pack while none is."""

    original: Pack
    pack: Pack
    moves: Moves = ()
    origins: Mapping[str, Value] = field(factory=dict)
    """path → what the guidance says"""

    @property
    def is_modified(self) -> bool:
        """Whether any number is another."""
        return bool(self.moves)

    def moved(self, path: str, value: Value) -> "Weighting | None":
        """The weighting with one number moved; back at its own place it is moved no more.

        None where no reader would take that pack, and for a path at which no number stands.
        """
        others = tuple(each for each in self.moves if each[0] != path)
        rest = _with(self.original, others)
        number = number_at(rest, path) if rest is not None else None
        if number is None:
            return None
        origin = self.origins.get(path, number.value)
        moves = others if value == origin else (*others, (path, value))
        pack = _with(self.original, moves)
        if pack is None:
            return None
        return Weighting(self.original, _marked(self.original, pack, moves), moves, {**self.origins, path: origin})


def weighting_of(pack: Pack) -> Weighting:
    """The weighting of the guidance itself: nothing is moved."""
    return Weighting(pack, pack)


@lru_cache(maxsize=_KEPT)
def _with(pack: Pack, moves: Moves) -> Pack | None:
    """The copy, not yet marked. Kept, because a number that is stepped again and again starts from the same copy."""
    if not moves:
        return pack
    *before, (path, value) = moves
    copy = _with(pack, tuple(before))
    number = number_at(copy, path) if copy is not None else None
    return number.put(value) if number is not None else None


def _marked(original: Pack, copy: Pack, moves: Moves) -> Pack:
    if not moves:
        return original
    said = "\n".join((original.hash, *(f"{path}: {value}" for path, value in sorted(moves, key=_path))))
    paths = tuple(sorted(path for path, _ in moves))
    return evolve(copy, modified=paths, hash=sha256(said.encode()).hexdigest())


def _path(move: tuple[str, Value]) -> str:
    return move[0]
