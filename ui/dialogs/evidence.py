"""A piece of evidence: what it is, where, how it was taken, and whether it supports or opposes a fact."""

from datetime import date

from attrs import evolve
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sentencing.case.model import Admissible, Direction, Evidence, EvidenceKind, Interpreter
from sentencing.pack.model import Fact
from ui import theme
from ui.i18n import _
from ui.session.desk import Desk, named
from ui.widgets.button import Kind
from ui.widgets.check import Check
from ui.widgets.choice import Choice, Option
from ui.widgets.date_field import DateField
from ui.widgets.dialog import Act, Dialog
from ui.widgets.field import Field
from ui.widgets.labelled_field import LabelledField
from ui.widgets.segments import Segments
from ui.widgets.text_area import TextArea

_NEW = "new"


class EvidenceDialog(Dialog):
    """Adds a piece to a fact, links one that the case has already, or corrects one for every fact that cites it."""

    def __init__(self, desk: Desk, fact: Fact, evidence: str, parent: QWidget) -> None:
        self._desk, self._fact = desk, fact
        self._given = desk.scene.evidence.get(evidence)
        title = _("Edit evidence") if self._given is not None else _("Add evidence")
        acts = [Act("cancel", _("Cancel")), Act("keep", _("Save") if self._given else _("Add"), Kind.PRIMARY)]
        super().__init__(title, named(fact), acts, parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._build()
        self._show(self._given or desk.next_evidence())
        self.finished.connect(self._on_finished)
        self._which.setFocus() if self._which.isVisibleTo(self) else self._label.setFocus()

    def _build(self) -> None:
        known = [Option(each.id, each.label) for each in self._desk.scene.case.evidence]
        self._which = Choice([Option(_NEW, _("A new piece")), *known], name=_("Which piece"), value=_NEW)
        self._which_room = LabelledField(_("Which piece"), self._which)
        self._label = Field(name=_("What it is"))
        self._pages = Field(name=_("Page or place"))
        self._kind = Choice([Option(kind.value, word) for kind, word in _kinds()], name=_("Kind"))
        self._code = Field(name=_("Witness code"))
        self._source = Field(name=_("Who took or made it"))
        self._direction = Segments(
            [(Direction.FOR.value, _("Supports")), (Direction.AGAINST.value, _("Opposes"))], name=_("It speaks")
        )
        self._interpreter = Segments(
            [
                (Interpreter.NONE.value, _("None")),
                (Interpreter.USED.value, _("Used")),
                (Interpreter.CHECKED.value, _("Cross-checked")),
            ],
            name=_("Interpreter"),
        )
        self._admissible = Segments(
            [
                (Admissible.YES.value, _("Admissible")),
                (Admissible.CONTESTED.value, _("Contested")),
                (Admissible.NO.value, _("Not admissible")),
            ],
            name=_("Admissible"),
        )
        self._adviser = Check(_("A legal adviser was present"))
        self._note = TextArea(name=_("Note"))
        self._leaves = DateField(
            name=_("Leaves the country on"), wrong=_("This is no day. Write 14 Mar 2026 or 2026-03-14.")
        )
        self._arrange()
        self._which_room.setVisible(self._given is None and bool(known))
        self._which.edited.connect(self._on_which)

    def _arrange(self) -> None:
        example = _("As the memo shall cite it: “Ex. 4 · Coast Guard deck video”. No name of a witness.")
        grid = theme.grid(gap=16, row_gap=12, margins=(0, 12, 0, 0))
        wide = ((self._which_room, 0), (LabelledField(_("What it is"), self._label, note=example), 1))
        for field, row in wide:
            grid.addWidget(field, row, 0, 1, 2)
        grid.addWidget(LabelledField(_("Page or place"), self._pages), 2, 0)
        grid.addWidget(LabelledField(_("Kind"), self._kind), 2, 1)
        grid.addWidget(LabelledField(_("Witness code"), self._code), 3, 0)
        grid.addWidget(LabelledField(_("Who took or made it"), self._source), 3, 1)
        grid.addWidget(LabelledField(_("It speaks"), self._direction), 4, 0)
        grid.addWidget(LabelledField(_("Interpreter"), self._interpreter), 4, 1)
        grid.addWidget(LabelledField(_("May it be used"), self._admissible), 5, 0, 1, 2)
        grid.addWidget(self._adviser, 6, 0, 1, 2)
        grid.addWidget(LabelledField(_("Note"), self._note), 7, 0, 1, 2)
        leaves = LabelledField(_("Leaves the country on"), self._leaves)
        grid.addWidget(leaves, 8, 0)
        self.body.addLayout(grid)

    def _show(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._label.set_value(evidence.label)
        self._pages.set_value(evidence.pages)
        self._kind.set_value(evidence.kind.value)
        self._code.set_value(evidence.witness_code)
        self._source.set_value(evidence.source)
        self._direction.set_value(self._direction_now().value)
        self._interpreter.set_value(evidence.interpreter.value)
        self._admissible.set_value(evidence.admissible.value)
        self._adviser.set_value(evidence.legal_adviser)
        self._note.set_value(evidence.note)
        self._leaves.set_day(date.fromisoformat(evidence.leaves) if evidence.leaves else None)

    def _direction_now(self) -> Direction:
        answer = self._desk.scene.answer(self._fact.id)
        links = answer.evidence if answer is not None else ()
        return next((link.direction for link in links if link.id == self._evidence.id), Direction.FOR)

    def _said(self) -> Evidence:
        leaves = self._leaves.day()
        return evolve(
            self._evidence,
            label=self._label.value().strip(),
            pages=self._pages.value().strip(),
            kind=EvidenceKind(self._kind.value()),
            witness_code=self._code.value().strip(),
            source=self._source.value().strip(),
            interpreter=Interpreter(self._interpreter.value()),
            admissible=Admissible(self._admissible.value()),
            legal_adviser=self._adviser.value(),
            note=self._note.value().strip(),
            leaves=leaves.isoformat() if leaves is not None else "",
        )

    def accept(self) -> None:
        """Refuse to add what has no name."""
        if self.chosen() == "keep" and not self._label.value().strip():
            self._label.set_problem(_("Say what it is, as the memo shall cite it."))
            self._label.setFocus()
            return
        super().accept()

    def _on_which(self, which: str) -> None:
        self._show(self._desk.scene.evidence.get(which) or self._desk.next_evidence())

    def _on_finished(self) -> None:
        if self.chosen() != "keep":
            return
        said, direction = self._said(), Direction(self._direction.value())
        if said.id in self._desk.scene.evidence:
            self._desk.change_evidence(said)
            if self._given is None or direction is not self._direction_now():
                self._desk.link_evidence(self._fact, said.id, direction)
        else:
            self._desk.add_evidence(self._fact, said, direction)


def _kinds() -> tuple[tuple[EvidenceKind, str], ...]:
    return (
        (EvidenceKind.DOCUMENT, _("Document")),
        (EvidenceKind.STATEMENT, _("Statement")),
        (EvidenceKind.INTERVIEW, _("Interview")),
        (EvidenceKind.RECORDING, _("Recording")),
        (EvidenceKind.EXPERT, _("Expert report")),
        (EvidenceKind.TECHNIQUE, _("Special technique")),
    )
