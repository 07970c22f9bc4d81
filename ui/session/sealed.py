"""The sealed part: its own records and undo stack behind a passphrase; nothing open knows of it."""

from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve
from PySide6.QtCore import QObject, QTimer, Signal

from sentencing.case.assign import sealed_question
from sentencing.case.model import Case, Evidence, Sealed, Standing
from sentencing.pack.model import Fact, Pack
from ui.i18n import _
from ui.session.background import Background
from ui.session.desk import Desk
from ui.session.edits import Subject, next_evidence
from ui.session.history import History
from ui.session.rest import Rest, headline, rest_of
from ui.session.scene import Scene
from ui.session.seals import SealWork, locked

if TYPE_CHECKING:
    from sentencing.case.sealed import Seal, Unlocked

IDLE_MS = 120
_MINUTE_MS = 60_000


class SealedDesk(Desk):
    """Locked, it holds two encrypted members; unlocked, records that are evaluated a second time with the open case."""

    refused = Signal(str)
    """It could not be unlocked, and why."""

    def __init__(self, pack: Pack, case: Case, subject: Subject, seal: "Seal | None", parent: QObject) -> None:
        super().__init__(parent)
        self._pack, self._case, self._subject = pack, case, subject
        self._seal = seal
        self._saved_seal = seal
        self._saved_state: Sealed | None = None
        self._unlocked: Unlocked | None = None
        self._history = History(Sealed())
        self._scene: Scene | None = None
        self._waiting: dict[str, Standing] = {}
        self._work = SealWork(self)
        self._rest = Background[Rest](self)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._locks = QTimer(self, singleShot=True, interval=10 * _MINUTE_MS)
        self._idle.timeout.connect(self._on_idle)
        self._locks.timeout.connect(self.lock)
        self._rest.answered.connect(self._on_rest)
        self._work.opened.connect(self._on_opened)
        self._work.refused.connect(self._on_refused)

    # ------------------------------------------------------------------------------------------ locked, unlocked

    @property
    def is_locked(self) -> bool:
        """Whether nothing of it can be read."""
        return self._unlocked is None

    @property
    def is_open(self) -> bool:
        """Whether it can be read."""
        return self._scene is not None

    @property
    def is_busy(self) -> bool:
        """Whether a passphrase is being tried."""
        return self._work.is_busy

    def unlock(self, passphrase: str) -> None:
        """Try a passphrase; `changed` follows when it opens, `refused` when it does not."""
        assert self._seal is not None
        self._work.unlock(self._seal, passphrase)
        self.changed.emit()

    def begin(self, passphrase: str) -> None:
        """Begin a sealed part behind a new passphrase. What was sealed before is dropped."""
        self._work.begin(passphrase)
        self.changed.emit()

    def lock(self) -> None:
        """Lock: records and undo stack leave the memory of the window."""
        if self._unlocked is not None:
            self._seal = self.seal()
            self._unlocked = None
            self._history = History(Sealed())
            self._scene = None
            self._waiting.clear()
            self._locks.stop()
            self._rest.forget()
            self.changed.emit()

    def lock_after(self, minutes: int) -> None:
        """Lock by itself after so many minutes without an edit."""
        self._locks.setInterval(minutes * _MINUTE_MS)

    def take_seal(self, seal: "Seal") -> None:
        """Take the seal of a new case, in which nothing is sealed."""
        if self._seal is None:
            self._seal = self._saved_seal = seal

    def seal(self) -> "Seal | None":
        """The encrypted members as they have to be saved now; None while a new case has none yet."""
        if self._unlocked is None or self._seal is None or self._unlocked.sealed == self._history.state:
            return self._seal
        self._unlocked = evolve(self._unlocked, sealed=self._history.state)
        self._seal = locked(self._seal, self._unlocked)
        return self._seal

    @property
    def is_saved(self) -> bool:
        """Whether every sealed edit is on disk."""
        if self._unlocked is None:
            return self._saved_seal is self._seal
        return self._saved_state == self._history.state

    def saved(self) -> None:
        """Note that the seal is on disk as it is now."""
        self._saved_seal = self.seal()
        self._saved_state = self._history.state if self._unlocked is not None else None

    def follow(self, case: Case, subject: Subject) -> None:
        """The open case is another: evaluate with it."""
        self._case, self._subject = case, subject
        if self._unlocked is not None:
            self._renew()

    # --------------------------------------------------------------------------------------------------- desk

    @property
    def scene(self) -> Scene:
        """The second evaluation, with the sealed part; only while it is unlocked."""
        assert self._scene is not None, "the sealed part is locked"
        return self._scene

    @property
    def records(self) -> Case:
        """A case that holds the sealed records alone."""
        sealed = self._history.state
        return evolve(
            self._case, answers=sealed.answers, judgments=sealed.judgments, evidence=sealed.evidence, weights=()
        )

    @property
    def sealed(self) -> Sealed:
        """The sealed records as they are now; nothing while it is locked."""
        return self._history.state

    @property
    def notes(self) -> str:
        """Notes that are sealed."""
        return self._history.state.notes

    def next_evidence(self) -> Evidence:
        """A new piece with an id that no open piece can have."""
        return next_evidence(self.records, "S")

    @property
    def undo_name(self) -> str:
        """The step that undo would take back, in this part alone."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """The step that redo would do again."""
        return self._history.redo_name

    def undo(self) -> None:
        """Take the last step back."""
        if self._history.undo():
            self._renew()

    def redo(self) -> None:
        """Do it again."""
        if self._history.redo():
            self._renew()

    def note(self, notes: str) -> None:
        """Write the sealed notes."""
        if self._history.do(_("Sealed notes"), evolve(self._history.state, notes=notes), "notes"):
            self._renew()

    def close(self) -> None:
        """Stop whatever runs."""
        self.lock()
        self._idle.stop()
        self._rest.wait()
        self._work.cancel()

    def _do(self, name: str, records: Case, merges: str = "") -> None:
        state = evolve(
            self._history.state, answers=records.answers, judgments=records.judgments, evidence=records.evidence
        )
        if self._history.do(name, state, merges):
            self._renew()

    def _wait(self, fact: Fact, standing: Standing | None) -> None:
        if standing is None:
            self._waiting.pop(fact.id, None)
        else:
            self._waiting[fact.id] = standing
            self._scene = evolve(self.scene, waiting=dict(self._waiting))
            self.changed.emit()

    # ------------------------------------------------------------------------------------------------ private

    def _renew(self) -> None:
        sealed = self._history.state
        asked, _problems = sealed_question(self._case, sealed, self._pack, self._subject.accused, self._subject.count)
        shown = evolve(
            self.records,
            answers=(*self._case.answers, *sealed.answers),
            judgments=(*self._case.judgments, *sealed.judgments),
            evidence=(*self._case.evidence, *sealed.evidence),
            weights=self._case.weights,
        )
        derivation = headline(self._pack, asked)
        self._scene = Scene(self._pack, shown, self._subject, asked, derivation, waiting=dict(self._waiting))
        self._rest.forget()
        self._idle.start()
        self._locks.start()
        self.changed.emit()

    def _on_opened(self, seal: "Seal | None", unlocked: "Unlocked") -> None:
        self._saved_state = unlocked.sealed if seal is None and self._saved_seal is self._seal else None
        self._seal, self._unlocked = seal or self._seal, unlocked
        self._history = History(unlocked.sealed)
        self._renew()

    def _on_refused(self, why: str) -> None:
        self.refused.emit(why)
        self.changed.emit()

    def _on_idle(self) -> None:
        if self._scene is not None:
            self._rest.ask(partial(rest_of, self._scene.pack, self._scene.question))

    def _on_rest(self, rest: Rest) -> None:
        if self._scene is not None:
            self._scene = evolve(self._scene, rest=rest)
            self.changed.emit()
