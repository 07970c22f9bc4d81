"""A demonstration: facts, words and numbers of the guidance changed before a room; nothing of it is ever kept.

It holds no names, no reference and no evidence: only the assignment of one accused and count.
"""

from collections.abc import Callable, Mapping
from functools import partial

from attrs import evolve, field, frozen
from PySide6.QtCore import QObject, QTimer, Signal

from sentencing.case.model import Accused, Case, GuidanceReference
from sentencing.engine.assignment import Question
from sentencing.engine.assignment import Weight as Word
from sentencing.engine.forks import with_values
from sentencing.pack.model import FactValue, Pack
from sentencing.proof.elsewhere import Asked, Turned, elsewhere, examples_of
from sentencing.proof.used_weights import used_weights
from sentencing.proof.weighting import Weighting, weighting_of
from sentencing.proof.weights import Weight
from ui.session.background import Background
from ui.session.edits import Subject
from ui.session.rest import headline
from ui.session.scene import Scene

QUIET_MS = 300
"""How long no number may have moved before the other cases are tried."""


@frozen
class Elsewhere:
    """What else would change: of so many worked examples and exercises those that turn out differently."""

    examples: tuple[Turned, ...] = ()
    exercises: tuple[Turned, ...] = ()
    tried: int = 0
    tried_exercises: int = 0


@frozen
class Reveal:
    """The derivation shown one step at a time: how many steps are seen, and the room's reason for each."""

    wants_reasons: bool
    seen: int = 0
    reasons: Mapping[str, str] = field(factory=dict, hash=False)


class Demonstration(QObject):
    """One case or exercise before a room. Everything is a copy; `restore` brings the start back."""

    changed = Signal()
    elsewhere_changed = Signal()

    def __init__(
        self,
        pack: Pack,
        question: Question,
        *,
        title: str = "",
        subject: Subject | None = None,
        exercises: tuple[Asked, ...] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.title = title
        """The exercise's own title; empty for a case, whose title may be a name."""
        self._start, self._exercises = question, exercises
        self._subject = subject or Subject("A1", "")
        self._weighting = weighting_of(pack)
        self._facts: dict[str, FactValue] = {}
        self._words: dict[tuple[str, str], str] = {}
        self._case = Case("", GuidanceReference(pack.head.id, pack.head.edition.id), (Accused("A1"),), ())
        self.reveal: Reveal | None = None
        self.elsewhere = Elsewhere()
        self._asked = 0
        self._work = Background[Elsewhere](self)
        self._work.answered.connect(self._on_elsewhere)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._on_quiet)
        self._renew()

    # ------------------------------------------------------------------------------------------------- reading

    @property
    def pack(self) -> Pack:
        """The guidance as its authority wrote it."""
        return self._weighting.original

    @property
    def copy(self) -> Pack:
        """The guidance with the numbers as the room has moved them; the same pack while none is moved."""
        return self._weighting.pack

    @property
    def subject(self) -> Subject:
        """Whom it is about, in codes."""
        return self._subject

    @property
    def start(self) -> Question:
        """The case as it was when the demonstration began."""
        return self._start

    @property
    def after(self) -> Scene:
        """What holds now."""
        return self._after

    @property
    def before(self) -> Scene | None:
        """What it is compared with: the guidance's own numbers on the same facts, or else the facts at the start.

        None while nothing is changed.
        """
        return self._before

    @property
    def weights(self) -> tuple[Weight, ...]:
        """Every number that the result uses now."""
        return self._weights

    @property
    def moved(self) -> int:
        """How many numbers of the guidance are others."""
        return len(self._weighting.moves)

    @property
    def changed_facts(self) -> int:
        """How many facts, judgments and words are others than at the start."""
        return len(self._facts) + len(self._words)

    @property
    def is_trying(self) -> bool:
        """Whether the other cases are still being tried."""
        return self._quiet.isActive() or self._work.is_busy

    def value(self, name: str) -> FactValue | None:
        """What a fact or judgment reads as now; None for a judgment that nobody has made."""
        return value_in(self._after.question, name)

    def word(self, step: str, fact: str) -> str:
        """The word that a fact has in a step now."""
        given = self._after.question.established.weights.get((step, fact))
        return given.word if given is not None else ""

    def first_word(self, step: str, fact: str) -> str:
        """The word that it had at the start."""
        given = self._start.established.weights.get((step, fact))
        return given.word if given is not None else ""

    # ------------------------------------------------------------------------------------------------- changing

    def set_value(self, name: str, value: FactValue) -> None:
        """Let a fact or a judgment be another."""
        if value == value_in(self._start, name):
            self._facts.pop(name, None)
        else:
            self._facts[name] = value
        self._renew()

    def set_word(self, step: str, fact: str, word: str) -> None:
        """Give a fact another weight in words."""
        if word == self.first_word(step, fact):
            self._words.pop((step, fact), None)
        else:
            self._words[step, fact] = word
        self._renew()

    def move(self, weight: Weight, place: int) -> bool:
        """Move a number of the guidance, on the copy; False where no guidance could have it there."""
        found = self._weighting.moved(weight.path, weight.at(place))
        if found is None:
            self.changed.emit()  # whoever asked shows the number that still holds
            return False
        self._weighting = found
        self._asked += 1  # what is being tried for the last copy stops
        self._renew()
        self._quiet.start()
        return True

    def restore(self) -> None:
        """Everything as the guidance and the case have it."""
        self._facts.clear()
        self._words.clear()
        self._weighting = weighting_of(self.pack)
        self.reveal = None
        self._forget()
        self._renew()

    # ------------------------------------------------------------------------------------------------ revealing

    def show_steps(self, *, wants_reasons: bool) -> None:
        """Hide the derivation and its result, to be shown step by step; the same once more shows everything."""
        same = self.reveal is not None and self.reveal.wants_reasons is wants_reasons
        self.reveal = None if same else Reveal(wants_reasons)
        self.changed.emit()

    def next_step(self) -> None:
        """Show one step more."""
        if self.reveal is not None and not self.reveal.wants_reasons:
            self.reveal = evolve(self.reveal, seen=self.reveal.seen + 1)
            self.changed.emit()

    def previous_step(self) -> None:
        """Hide the last step that is seen."""
        if self.reveal is not None and self.reveal.seen:
            self.reveal = evolve(self.reveal, seen=self.reveal.seen - 1)
            self.changed.emit()

    def give_reason(self, step: str, reason: str) -> None:
        """Give the room's reason for a step, which shows what the step does."""
        if self.reveal is not None and reason.strip():
            reasons = {**self.reveal.reasons, step: reason.strip()}
            self.reveal = evolve(self.reveal, seen=self.reveal.seen + 1, reasons=reasons)
            self.changed.emit()

    def close(self) -> None:
        """Stop whatever runs."""
        self._forget()
        self._work.wait()

    # -------------------------------------------------------------------------------------------------- private

    def _renew(self) -> None:
        question = self._question()
        self._after = self._scene(self._weighting.pack, question)
        if self._weighting.is_modified:
            self._before: Scene | None = self._scene(self.pack, question)
        elif self.changed_facts:
            self._before = self._scene(self.pack, self._start)
        else:
            self._before = None
        self._weights = used_weights(self._weighting, question.established, self._after.derivation)
        self.changed.emit()

    def _question(self) -> Question:
        """The case with what was changed; a fact that the room has settled is no dispute any more."""
        established = with_values(self._start.established, self._facts)
        words = {key: Word(word) for key, word in self._words.items()}
        established = evolve(established, weights={**established.weights, **words})
        forks = tuple(fork for fork in self._start.forks if fork.name not in self._facts)
        missing = tuple(name for name in self._start.missing if name not in self._facts)
        return Question(established, forks, missing)

    def _scene(self, pack: Pack, question: Question) -> Scene:
        return Scene(pack, self._case, self._subject, question, headline(pack, question))

    def _forget(self) -> None:
        self._asked += 1
        self._quiet.stop()
        self._work.forget()
        self.elsewhere = Elsewhere()
        self.elsewhere_changed.emit()

    def _on_quiet(self) -> None:
        if not self._weighting.is_modified:
            self._forget()
            return
        self._work.ask(partial(_tried, self._weighting, self._exercises, partial(self._is_late, self._asked)))
        self.elsewhere_changed.emit()

    def _is_late(self, asked: int) -> bool:
        return self._asked != asked

    def _on_elsewhere(self, found: Elsewhere) -> None:
        self.elsewhere = found
        self.elsewhere_changed.emit()


def value_in(question: Question, name: str) -> FactValue | None:
    """What a fact or judgment reads as in the established run."""
    facts = question.established.facts
    if name in facts:
        return facts[name]
    decision = question.established.judgments.get(name)
    return decision.value if decision is not None and isinstance(decision.value, str) else None


def _tried(weighting: Weighting, exercises: tuple[Asked, ...], is_late: Callable[[], bool]) -> Elsewhere:
    """Every other case under both; given up between two cases when another number was moved meanwhile."""
    examples = examples_of(weighting.original)
    found: list[list[Turned]] = [[], []]
    for place, cases in enumerate((examples, exercises)):
        for turned in elsewhere(weighting, cases):
            if is_late():
                return Elsewhere()
            if turned is not None:
                found[place].append(turned)
    return Elsewhere(tuple(found[0]), tuple(found[1]), len(examples), len(exercises))
