"""The session: the frozen case, its undo stack, and the result in two stages; panels read `scene` and call one verb."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve
from PySide6.QtCore import QObject, QTimer, Signal

from sentencing.case.assign import question
from sentencing.case.model import Accused, Case, OffenceCount, Standing
from sentencing.engine.sealing import open_pack
from sentencing.pack.model import Fact, Pack
from ui.i18n import _
from ui.session import edits
from ui.session.background import Background
from ui.session.desk import Desk
from ui.session.edits import Subject
from ui.session.history import History
from ui.session.rest import Rest, headline, rest_of
from ui.session.scene import Scene
from ui.session.sealed import SealedDesk

if TYPE_CHECKING:
    from sentencing.case.guidance import Copy
    from sentencing.case.sealed import Seal

IDLE_MS = 120
"""How long nothing may happen before envelope, turns-on and effects are made."""


class Session(Desk):
    """One open case under one pack."""

    removed = Signal(str)
    """Something was taken away, said in words; undo brings it back."""
    failed = Signal(Exception)
    """The second stage went wrong; the headline stands."""

    def __init__(
        self,
        case: Case,
        pack: Pack,
        path: Path | None = None,
        *,
        guidance: "Copy | None" = None,
        seal: "Seal | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.guidance = guidance
        """The copy of the guidance that the case file came with."""
        self._history = History(case)
        self._pack = pack
        self._open_pack = open_pack(pack)
        self._path = path
        self._subject = _first_subject(case)
        self._waiting: dict[str, Standing] = {}
        self._scene = self._headline()
        self._rest = Background[Rest](self)
        self._rest.answered.connect(self._on_rest)
        self._rest.failed.connect(self.failed)
        self.sealed = SealedDesk(pack, case, self._subject, seal, self)
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._on_idle)
        self._idle.start()

    # ------------------------------------------------------------------------------------------------- reading

    @property
    def scene(self) -> Scene:
        """What holds now."""
        return self._scene

    @property
    def records(self) -> Case:
        """The open case: nothing that is sealed is in it."""
        return self._history.state

    @property
    def case(self) -> Case:
        """The open case."""
        return self._history.state

    @property
    def whole_pack(self) -> Pack:
        """The guidance with what it seals; for the file and the sealed page only."""
        return self._pack

    @property
    def is_settled(self) -> bool:
        """Whether the rest has followed the headline."""
        return not self._idle.isActive() and not self._rest.is_busy

    @property
    def path(self) -> Path | None:
        """Where the case is kept; None until it is saved for the first time."""
        return self._path

    @property
    def is_saved(self) -> bool:
        """Whether everything open is on disk, and everything sealed."""
        return self._history.is_saved and self.sealed.is_saved

    @property
    def undo_name(self) -> str:
        """The step that undo would take back."""
        return self._history.undo_name

    @property
    def redo_name(self) -> str:
        """The step that redo would do again."""
        return self._history.redo_name

    # ------------------------------------------------------------------------------------------- the case itself

    def describe(self, described: Case, what: str) -> None:
        """Take the case with another reference, title, court, hearing or author; `what` names the field."""
        self._do(_("Case details"), described, f"describe {what}")

    def look_at(self, accused: str, count: str) -> None:
        """Turn to another accused or count; nothing of the case changes."""
        if (accused, count) != (self._subject.accused, self._subject.count):
            self._subject = Subject(accused, count)
            self._waiting.clear()
            self._renew()

    def add_accused(self) -> Accused:
        """Add an accused, charged with every count, and turn to them."""
        accused = edits.next_accused(self.records)
        self._do(_("Add {accused}").format(accused=accused.id), self.records.with_accused(accused))
        self.look_at(accused.id, self._subject.count)
        return accused

    def change_accused(self, accused: Accused) -> None:
        """Name an accused, or say which counts they are charged with."""
        name = _("Change {accused}").format(accused=accused.id)
        self._do(name, self.records.with_accused(accused), f"accused {accused.id}")

    def remove_accused(self, accused: str) -> None:
        """Take an accused out of the case with what was said of them alone; one always stays."""
        if len(self.records.accused) > 1:
            name = _("Remove {accused}").format(accused=accused)
            self._do(name, edits.without_accused(self.records, accused))
            self.removed.emit(_("{accused} removed").format(accused=accused))

    def add_count(self) -> OffenceCount:
        """Add a count on the days of the first one."""
        count = edits.next_count(self.records)
        self._do(_("Add count {count}").format(count=count.id), self.records.with_count(count))
        return count

    def change_count(self, count: OffenceCount) -> None:
        """Say what a count is: title, provision, days."""
        name = _("Change count {count}").format(count=count.id)
        self._do(name, self.records.with_count(count), f"count {count.id}")

    def remove_count(self, count: str) -> None:
        """Take a count out of the case with what was said of it alone; one always stays."""
        if len(self.records.counts) > 1:
            name = _("Remove count {count}").format(count=count)
            self._do(name, edits.without_count(self.records, count))
            self.removed.emit(_("Count {count} removed").format(count=count))

    def undo(self) -> None:
        """Take the last step back."""
        if self._history.undo():
            self._renew()

    def redo(self) -> None:
        """Do the step again that was taken back."""
        if self._history.redo():
            self._renew()

    # --------------------------------------------------------------------------------------------------- files

    def saved_as(self, path: Path, case: Case) -> None:
        """Note that this state of the case is on disk."""
        self._path = path
        self._history.saved(case)
        self.sealed.saved()
        self.changed.emit()

    def recovered(self) -> None:
        """Note that what is open came from a recovery file and is nowhere else."""
        self._history.unsaved()

    def settle(self) -> None:
        """Make the rest now instead of when idle; for pictures and for the end of the program."""
        self._idle.stop()
        self._rest.forget()
        self._on_rest(rest_of(self._scene.pack, self._scene.question))

    def close(self) -> None:
        """Stop whatever runs."""
        self._idle.stop()
        self._rest.forget()
        self._rest.wait()
        self.sealed.close()

    # ------------------------------------------------------------------------------------------------- private

    def _do(self, name: str, records: Case, merges: str = "") -> None:
        if self._history.do(name, records, merges):
            self._renew()

    def _wait(self, fact: Fact, standing: Standing | None) -> None:
        if standing is None:
            self._waiting.pop(fact.id, None)
        else:
            self._waiting[fact.id] = standing
            self._scene = evolve(self._scene, waiting=dict(self._waiting))
            self.changed.emit()

    def _renew(self) -> None:
        self._subject = _kept_subject(self.records, self._subject)
        self._scene = self._headline()
        self._rest.forget()
        self._idle.start()
        self.sealed.follow(self.records, self._subject)
        self.changed.emit()

    def _headline(self) -> Scene:
        pack, subject = self._open_pack, self._subject
        asked, _problems = question(self.records, pack, subject.accused, subject.count)
        return Scene(pack, self.records, subject, asked, headline(pack, asked), waiting=dict(self._waiting))

    def _on_idle(self) -> None:
        self._rest.ask(partial(rest_of, self._scene.pack, self._scene.question))

    def _on_rest(self, rest: Rest) -> None:
        self._scene = evolve(self._scene, rest=rest)
        self.changed.emit()


def _first_subject(case: Case) -> Subject:
    return Subject(case.accused[0].id if case.accused else "", case.counts[0].id if case.counts else "")


def _kept_subject(case: Case, subject: Subject) -> Subject:
    """The same subject while it exists; the first accused or count after it was removed."""
    first = _first_subject(case)
    accused = subject.accused if any(each.id == subject.accused for each in case.accused) else first.accused
    count = subject.count if any(each.id == subject.count for each in case.counts) else first.count
    return Subject(accused, count)
