"""The waterfall before the room: each step with its numbers as controls, and the guidance's own position behind it."""

from collections.abc import Mapping, Sequence

from attrs import frozen

from sentencing.engine.derivation import Entry
from sentencing.engine.evaluate import holds
from sentencing.pack.model import Pack, Register, Step, TableLookup
from sentencing.proof.weights import Weight, WeightKind
from ui.i18n import _
from ui.models import amounts
from ui.models.demonstration.every_number import text_of, weight_word
from ui.models.effects import driver
from ui.models.result import MoveRow, move_rows
from ui.models.wording import fact_name, short_cite
from ui.session.demonstration import Demonstration

_SECOND = (WeightKind.FLOOR, WeightKind.CAP, WeightKind.MOST)
_BOUNDS = (WeightKind.FROM, WeightKind.UP_TO, WeightKind.HOW_MANY)


@frozen
class StepLine:
    """One step: how it moved the level, how it would under the guidance itself, and the controls of its numbers."""

    row: MoveRow
    ghost: MoveRow | None
    first: Weight | None
    second: Weight | None
    said: str
    """`the guidance says +2`, when a number of it is moved."""


@frozen
class WordLine:
    """One weighed fact with its word, as a place in the order of the words; None while no word is given."""

    step: str
    fact: str
    name: str
    words: tuple[str, ...]
    labels: tuple[str, ...]
    place: int | None
    ghost: int | None
    title: str
    """The step, at its first fact."""


@frozen
class StepsView:
    """All of it; `headings` are the words over the two columns of controls."""

    lines: tuple[StepLine, ...]
    words: tuple[WordLine, ...]
    scale: float
    headings: tuple[str, str]
    moved: str
    """What the steps move: `Points`."""

    @property
    def names(self) -> tuple[str, ...]:
        """A name for each line, in order: what is shown step by step."""
        return (*(line.row.step for line in self.lines), *(f"{line.step}.{line.fact}" for line in self.words))


def steps_view(desk: Demonstration) -> StepsView:
    """The steps that count now."""
    register = driver(desk.after)
    after = _rows(desk.after.derivation.entries, desk, register)
    own = {row.step: row for row in move_rows(desk.before.derivation, desk.pack, register)} if desk.before else {}
    controls = _controls(desk, register)
    lines = tuple(_line(row, own.get(row.step), controls.get(row.step, ())) for row in after)
    ends = [end for row in (*after, *own.values()) for end in (row.start, row.turn, row.end)]
    words = tuple(_word_lines(desk))
    return StepsView(lines, words, max(ends, default=0.0) or 1.0, _headings(lines), register.title)


def _rows(entries: Sequence[Entry], desk: Demonstration, register: Register) -> tuple[MoveRow, ...]:
    """The steps that move the register, and those whose numbers were moved so that they no longer do."""
    moving = {row.step: row for row in move_rows(desk.after.derivation, desk.copy, register)}
    kept = {weight.step for weight in desk.weights if weight.is_moved and _belongs(weight, register, desk.copy)}
    rows: list[MoveRow] = []
    for entry in entries:
        if entry.step in moving:
            rows.append(moving[entry.step])
        elif entry.step in kept and entry.counted:
            rows.append(_still(entry, rows[-1] if rows else None, desk.copy))
    return tuple(rows)


def _still(entry: Entry, last: MoveRow | None, pack: Pack) -> MoveRow:
    """A step that counts and moves nothing."""
    level, reached = (last.end, last.reached) if last is not None else (0.0, "")
    cite = short_cite(entry.cites[0], pack) if entry.cites else ""
    return MoveRow(entry.step, entry.title, cite, "", amounts.signed(0), reached, level, level, level, is_base=False)


def _controls(desk: Demonstration, register: Register) -> Mapping[str, tuple[Weight, ...]]:
    found: dict[str, tuple[Weight, ...]] = {}
    for weight in desk.weights:
        if weight.kind not in _BOUNDS and _belongs(weight, register, desk.copy):
            found[weight.step] = (*found.get(weight.step, ()), weight)
    return found


def _belongs(weight: Weight, register: Register, pack: Pack) -> bool:
    """Whether a number is one of those that move the register: its own, or of a cell that a step adds to it."""
    if weight.subject == register.id:
        return True
    if weight.subject not in pack.tables:
        return False
    step = next((each for each in pack.steps if each.id == weight.step), None)
    return step is not None and any(
        getattr(effect, "value", None) == TableLookup(weight.subject) and effect.register == register.id
        for way in step.ways
        for effect in way.effects
    )


def _line(row: MoveRow, own: MoveRow | None, weights: tuple[Weight, ...]) -> StepLine:
    first = next((each for each in weights if each.kind not in _SECOND), None)
    second = next((each for each in weights if each.kind in _SECOND), None)
    moved = next((each for each in weights if each.is_moved), None)
    said = _("the guidance says {number}").format(number=_own_text(moved)) if moved is not None else ""
    return StepLine(row, own, first, second, said)


def _own_text(weight: Weight) -> str:
    """What the guidance itself says: points with their sign."""
    if weight.kind is WeightKind.POINTS and isinstance(weight.origin, int):
        return amounts.signed(weight.origin)
    return text_of(weight, 0)


def _headings(lines: tuple[StepLine, ...]) -> tuple[str, str]:
    firsts = [weight_word(line.first) for line in lines if line.first is not None]
    seconds = [weight_word(line.second) for line in lines if line.second is not None]
    return " · ".join(dict.fromkeys(firsts)), " · ".join(dict.fromkeys(seconds))


# ---------------------------------------------------------------------------------------------------------- words


def _word_lines(desk: Demonstration) -> list[WordLine]:
    """The facts that are weighed in words: those that are found, and those that have a word."""
    found: list[WordLine] = []
    established = desk.after.question.established
    counted = {entry.step for entry in desk.after.derivation.entries if entry.counted}
    for step in desk.copy.steps:
        if step.weigh is None or step.id not in counted:
            continue
        for name in step.weigh.facts:
            fact = desk.copy.facts[name]
            given = desk.word(step.id, name)
            here = established.facts[name] != fact.default and holds(desk.copy, fact.asked_when, established)
            if here or given:
                begins = not found or found[-1].step != step.id
                found.append(_word_line(desk, step, name, given, step.title if begins else ""))
    return found


def _word_line(desk: Demonstration, step: Step, fact: str, given: str, title: str) -> WordLine:
    weigh = step.weigh
    assert weigh is not None
    first = desk.first_word(step.id, fact)
    return WordLine(
        step=step.id,
        fact=fact,
        name=fact_name(desk.copy.facts[fact]),
        words=weigh.words,
        labels=tuple(weigh.labels.get(word, word.replace("-", " ")) for word in weigh.words),
        place=weigh.words.index(given) if given in weigh.words else None,
        ghost=weigh.words.index(first) if first in weigh.words and first != given else None,
        title=title,
    )
