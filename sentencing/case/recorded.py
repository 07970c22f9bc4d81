"""The result that a case file records, and its comparison with what the same case gives now."""

from enum import Enum

from attrs import frozen

from sentencing import __version__
from sentencing.case.assign import question, subjects
from sentencing.case.json_form import canonical, parsed
from sentencing.case.model import Case
from sentencing.engine.derivation import state_text
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import open_gates
from sentencing.engine.law import law_of
from sentencing.engine.sealing import open_pack
from sentencing.errors import Problem
from sentencing.pack.model import Pack

GATE = "gate"
"""The name under which a result keeps the stop gate that ended it."""


class Cause(Enum):
    """Why a result differs from the recorded one; NEITHER: guidance and engine are the same, the file was changed."""

    PACK = "pack"
    ENGINE = "engine"
    PACK_AND_ENGINE = "pack-and-engine"
    NEITHER = "neither"


@frozen
class Result:
    """The open result of one accused and count: the shown registers of the established run as text."""

    accused: str
    count: str
    state: tuple[tuple[str, str], ...]


@frozen
class Recorded:
    """What a case file says its result was, and what it was made with."""

    results: tuple[Result, ...]
    hash: str
    engine: str


@frozen
class Difference:
    """One register that is not what was recorded; empty where one side has none."""

    accused: str
    count: str
    register: str
    recorded: str
    now: str


@frozen
class Comparison:
    """A recorded result beside the one computed now."""

    differences: tuple[Difference, ...]
    cause: Cause | None
    """None when nothing differs."""
    recorded: Recorded
    now: Recorded


def recorded_now(case: Case, pack: Pack) -> Recorded:
    """The open result of everyone in the case, computed now."""
    asked = open_pack(pack)
    return Recorded(tuple(_result(case, asked, *each) for each in subjects(case, pack)), pack.hash, __version__)


def recorded_bytes(recorded: Recorded) -> bytes:
    """The text of `result.json`."""
    results = [{"accused": r.accused, "count": r.count, "state": dict(r.state)} for r in recorded.results]
    return canonical({"engine": recorded.engine, "pack": recorded.hash, "results": results})


def read_recorded(content: bytes) -> tuple[Recorded | None, tuple[Problem, ...]]:
    """The recorded result, or the problem with its text."""
    document, problems = parsed(content)
    if problems:
        return None, problems
    match document:
        case {"engine": str(engine), "pack": str(hash_), "results": list(results), **rest} if not rest:
            read = [_read_result(each) for each in results]
            if None not in read:
                return Recorded(tuple(each for each in read if each is not None), hash_, engine), ()
    return None, (Problem("the recorded result cannot be read."),)


def compared(recorded: Recorded, now: Recorded) -> Comparison:
    """What differs, and why."""
    before, after = _states(recorded), _states(now)
    differences = tuple(
        Difference(*place, before.get(place, ""), after.get(place, ""))
        for place in dict.fromkeys((*before, *after))
        if before.get(place, "") != after.get(place, "")
    )
    return Comparison(differences, _cause(recorded, now) if differences else None, recorded, now)


def _result(case: Case, asked: Pack, accused: str, count: str) -> Result:
    said, _ = question(case, asked, accused, count)
    derivation = evaluate(asked, said.established, open_gates=open_gates(law_of(asked), said))
    return Result(accused, count, (*state_text(derivation, asked).items(), (GATE, derivation.gate or "")))


def _read_result(record: object) -> Result | None:
    match record:
        case {"accused": str(accused), "count": str(count), "state": dict(state), **rest} if not rest:
            texts = tuple((name, text) for name, text in state.items() if isinstance(text, str))
            return Result(accused, count, texts) if len(texts) == len(state) else None
    return None


def _states(recorded: Recorded) -> dict[tuple[str, str, str], str]:
    return {(each.accused, each.count, name): text for each in recorded.results for name, text in each.state}


def _cause(recorded: Recorded, now: Recorded) -> Cause:
    pack, engine = recorded.hash != now.hash, recorded.engine != now.engine
    if pack and engine:
        return Cause.PACK_AND_ENGINE
    return Cause.PACK if pack else Cause.ENGINE if engine else Cause.NEITHER
