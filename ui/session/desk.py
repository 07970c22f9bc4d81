"""Where answers are written: the named edits that the open part and the sealed part share, through one pipeline."""

from attrs import evolve
from PySide6.QtCore import QObject, Signal

from sentencing.case.model import Answer, Basis, Case, Direction, Evidence, JudgmentMade, Standing
from sentencing.pack.model import Fact, Judgment, Pack
from ui.i18n import _
from ui.session import edits
from ui.session.edits import Subject
from ui.session.scene import Scene


class Desk(QObject):
    """The edits. A subclass says what it holds (`records`) and what an edit makes of it (`_do`)."""

    changed = Signal()
    """The scene is another: case, pack, subject or result."""

    # ------------------------------------------------------------------------------------ what a subclass gives

    @property
    def is_open(self) -> bool:
        """Whether there is a scene to read; a locked sealed part has none."""
        return True

    @property
    def scene(self) -> Scene:
        """What holds now."""
        raise NotImplementedError

    @property
    def records(self) -> Case:
        """The case that edits are made on; for the sealed part, a case that holds the sealed records."""
        raise NotImplementedError

    @property
    def undo_name(self) -> str:
        """The step that undo would take back; empty when there is none."""
        raise NotImplementedError

    @property
    def redo_name(self) -> str:
        """The step that redo would do again; empty when there is none."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take the last step back."""
        raise NotImplementedError

    def redo(self) -> None:
        """Do the step again that was taken back."""
        raise NotImplementedError

    def _do(self, name: str, records: Case, merges: str = "") -> None:
        raise NotImplementedError

    def _wait(self, fact: Fact, standing: Standing | None) -> None:
        """Note a standing that was chosen while its value is still to come; no edit of the case."""
        raise NotImplementedError

    # ------------------------------------------------------------------------------------------------- answers

    @property
    def pack(self) -> Pack:
        """The guidance in use."""
        return self.scene.pack

    @property
    def subject(self) -> Subject:
        """Whom we look at."""
        return self.scene.subject

    def stand(self, fact: Fact, standing: Standing | None) -> None:
        """Say how a fact stands; None opens it again."""
        name = _("How it stands: {fact}").format(fact=named(fact))
        answer = self._written(fact)
        if standing is None:
            self._wait(fact, None)
            self._do(name, edits.opened(self.records, answer), f"standing {fact.id}")
        elif edits.needs_value(answer, fact, standing):
            self._wait(fact, standing)
        else:
            self._wait(fact, None)
            stood = edits.with_standing(answer, fact, standing, self.pack)
            self._do(name, self.records.with_answer(stood), f"standing {fact.id}")

    def give_value(self, fact: Fact, value: str) -> None:
        """Say what is established or alleged."""
        name = _("Value: {fact}").format(fact=named(fact))
        answer = evolve(self._written(fact), value=value)
        waiting = self.scene.waiting.get(fact.id)
        if waiting is not None:
            self._wait(fact, None)
            answer = evolve(answer, standing=waiting)
        self._answer(name, answer, f"value {fact.id}")

    def give_prosecution(self, fact: Fact, value: str) -> None:
        """Say what the prosecution says of a disputed fact."""
        name = _("Prosecution's value: {fact}").format(fact=named(fact))
        self._answer(name, evolve(self._written(fact), prosecution=value), f"prosecution {fact.id}")

    def give_defence(self, fact: Fact, value: str) -> None:
        """Say what the defence says of a disputed fact."""
        name = _("Defence's value: {fact}").format(fact=named(fact))
        self._answer(name, evolve(self._written(fact), defence=value), f"defence {fact.id}")

    def give_reasons(self, fact: Fact, reasons: str) -> None:
        """Say why a fact stands as it does."""
        name = _("Reasons: {fact}").format(fact=named(fact))
        self._answer(name, evolve(self._written(fact), reasons=reasons), f"reasons {fact.id}")

    def give_basis(self, fact: Fact, basis: Basis | None) -> None:
        """Say what an established fact rests on."""
        name = _("Basis: {fact}").format(fact=named(fact))
        self._answer(name, evolve(self._written(fact), basis=basis))

    def set_apart(self, fact: Fact) -> None:
        """Answer for this accused alone what is normally answered for everyone."""
        name = _("Differs for {accused}: {fact}").format(accused=self.subject.accused, fact=named(fact))
        self._answer(name, evolve(self._written(fact), accused=self.subject.accused))

    def join_again(self, fact: Fact) -> None:
        """Drop what was said for this accused alone; the answer for everyone counts again."""
        answer = self._written(fact)
        name = _("Same for everyone: {fact}").format(fact=named(fact))
        self._do(name, self.records.without_answer(fact.id, answer.accused, answer.count))

    # ------------------------------------------------------------------------------------------------ evidence

    def add_evidence(self, fact: Fact, evidence: Evidence, direction: Direction) -> None:
        """Add a piece of evidence to the case and link it to an answer."""
        answer = edits.linked(self._written(fact), evidence.id, direction)
        records = self.records.with_evidence(evidence).with_answer(answer)
        self._do(_("Add evidence: {fact}").format(fact=named(fact)), records)

    def change_evidence(self, evidence: Evidence) -> None:
        """Correct a piece of evidence, for every answer that cites it."""
        self._do(_("Change evidence: {label}").format(label=evidence.label), self.records.with_evidence(evidence))

    def link_evidence(self, fact: Fact, evidence: str, direction: Direction) -> None:
        """Let evidence of the case speak for or against a fact."""
        name = _("Link evidence: {fact}").format(fact=named(fact))
        self._answer(name, edits.linked(self._written(fact), evidence, direction))

    def unlink_evidence(self, fact: Fact, evidence: str) -> None:
        """Take evidence off a fact; it stays in the case."""
        name = _("Take evidence off: {fact}").format(fact=named(fact))
        self._answer(name, edits.unlinked(self._written(fact), evidence))

    def next_evidence(self) -> Evidence:
        """A new piece of evidence, not yet in the case."""
        return edits.next_evidence(self.records)

    # ----------------------------------------------------------------------------------------------- judgments

    def judge(self, judgment: Judgment, value: str) -> None:
        """Decide what the law leaves to a person; the empty text takes the decision back."""
        name = _("Decide: {judgment}").format(judgment=titled(judgment))
        self._judge(name, evolve(self._made(judgment), value=value), f"judgment {judgment.id}")

    def give_judgment_reasons(self, judgment: Judgment, reasons: str) -> None:
        """Say why."""
        name = _("Reasons: {judgment}").format(judgment=titled(judgment))
        self._judge(name, evolve(self._made(judgment), reasons=reasons), f"judgment reasons {judgment.id}")

    def give_grounds(self, judgment: Judgment, grounds: tuple[str, ...]) -> None:
        """Say which facts carried a judgment."""
        name = _("Grounds: {judgment}").format(judgment=titled(judgment))
        self._judge(name, evolve(self._made(judgment), grounds=grounds))

    def give_positions(self, judgment: Judgment, prosecution: str, defence: str) -> None:
        """Note what each party asks for."""
        name = _("Positions: {judgment}").format(judgment=titled(judgment))
        made = evolve(self._made(judgment), prosecution=prosecution, defence=defence)
        self._judge(name, made, f"positions {judgment.id}")

    def weigh(self, step: str, fact: Fact, word: str) -> None:
        """Give a fact a weight word in a step."""
        weight = edits.weight(self.records, self.pack, step, fact.id, self.subject)
        name = _("Weight: {fact}").format(fact=named(fact))
        self._do(name, self.records.with_weight(evolve(weight, word=word)))

    def give_weight_reasons(self, step: str, fact: Fact, reasons: str) -> None:
        """Say why a fact has its weight."""
        weight = edits.weight(self.records, self.pack, step, fact.id, self.subject)
        name = _("Reasons for the weight: {fact}").format(fact=named(fact))
        self._do(name, self.records.with_weight(evolve(weight, reasons=reasons)), f"weight {step} {fact.id}")

    # ------------------------------------------------------------------------------------------------ private

    def _written(self, fact: Fact) -> Answer:
        return edits.written(self.records, fact, self.subject)

    def _answer(self, name: str, answer: Answer, merges: str = "") -> None:
        self._do(name, self.records.with_answer(answer), merges)

    def _made(self, judgment: Judgment) -> JudgmentMade:
        return edits.judgment(self.records, self.pack, judgment.id, self.subject)

    def _judge(self, name: str, made: JudgmentMade, merges: str = "") -> None:
        self._do(name, self.records.with_judgment(made), merges)


def named(fact: Fact) -> str:
    """The fact in one to three words, or its question when the pack gives no name."""
    return fact.name or fact.ask


def titled(judgment: Judgment) -> str:
    """The judgment's title, or its question."""
    return judgment.title or judgment.ask
