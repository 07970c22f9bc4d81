"""The column of what stands round the page: rail, attention, dialog, toast, type."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.components_gallery.placing import hovered, part, row
from ui.components_gallery.words import t
from ui.theme import Text, Token
from ui.widgets.attention_row import AttentionRow
from ui.widgets.button import Button, Kind
from ui.widgets.dialog import Act, Dialog
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.expander import Expander
from ui.widgets.label import Label
from ui.widgets.mark import Shape
from ui.widgets.progress import Progress
from ui.widgets.rail_link import End, RailLink
from ui.widgets.surface import Surface
from ui.widgets.toast import Toast


def surroundings(focused: list[QWidget]) -> QVBoxLayout:
    """The third column."""
    column = theme.down()
    column.addWidget(Label("Rail: rest, hover, current, attention, sealed, focus", Text.CAPTION_LABEL, Token.INK3))
    theme.space(column, 6)
    both = theme.across(gap=16)
    both.addWidget(_rail(focused, narrow=False))
    both.addWidget(_rail([], narrow=True))
    both.addStretch(1)
    column.addLayout(both)
    part(column, "Needs attention: rest, hover")
    column.addWidget(AttentionRow(t("Number of persons"), t("Disputed, 32 or 24. Proved: 30–37"), mark=Shape.DISPUTED))
    leaving = AttentionRow(t("W-03 may leave on 2 Dec 2026"), t("Take the evidence before that day"), icon="ph.clock")
    column.addWidget(hovered(leaving))
    part(column, "Evidence, opened below its button")
    _evidence(column)
    part(column, "Dialog")
    acts = [Act("discard", "Discard", Kind.QUIET), Act("cancel", "Cancel"), Act("save", "Save", Kind.PRIMARY)]
    dialog = Dialog(
        "Save the changes to US v. Marin?", "Four answers and one reason are not saved yet.", acts, width=334
    )
    dialog.setWindowFlags(Qt.WindowType.Widget)
    column.addWidget(dialog, 0, Qt.AlignmentFlag.AlignLeft)
    focused.append(dialog.button("save"))
    part(column, "Toast")
    holder = Surface(Token.PAGE)
    holder.setFixedHeight(theme.px(56))
    column.addWidget(holder)
    toast = Toast(holder, above=-14)
    toast.say("Number of persons set to 32", "Undo")
    part(column, "Progress, can be cancelled")
    column.addWidget(Progress("Writing the memo, page 4 of 6", cancel="Cancel", done=62, whole=100))
    part(column, "Empty state")
    missing = "Name the document or witness, the page, and whether it supports or opposes. The memo cites it."
    column.addWidget(EmptyState("No evidence yet", missing, act=t("Add evidence"), icon="ph.plus"))
    part(column, "Type scale")
    for text, style in (
        ("24–30", Text.DISPLAY),
        ("Title 26/32", Text.TITLE),
        ("Section 18/24", Text.SECTION),
        ("Question 16/24", Text.QUESTION),
        ("Body 14/22, the program speaking", Text.BODY),
        ("Law 14/22, the guidance speaking", Text.LAW),
        ("Small 13/20", Text.SMALL),
        ("Caption 12/16", Text.CAPTION_LABEL),
        ("source: {level: 4}", Text.SOURCE),
    ):
        column.addWidget(Label(text, style, Token.INK2 if style is Text.LAW else Token.INK))
    column.addStretch(1)
    return column


def _rail(focused: list[QWidget], *, narrow: bool) -> Surface:
    rail = Surface(Token.GROUND, radius=8)
    column = theme.down(rail, gap=2, margins=(8, 8, 8, 8))
    pages = (
        (1, "Case", End.DONE, "", False),
        (2, "Threshold", End.DONE, "", False),
        (4, "Aggravating", End.COUNT, "8/9", True),
        (5, "Mitigating", End.COUNT, "1/4", True),
        (6, "Cooperation", End.SEALED, "", False),
        (7, "Record", End.DONE, "", False),
    )
    for number, name, end, count, attention in pages:
        page = RailLink(number, t(name))
        page.set_state(end, count=count, attention=attention)
        page.set_current(number == 4)
        page.set_narrow(narrow)
        if number == 2:
            hovered(page)
        if number == 7:
            focused.append(page)
        column.addWidget(page)
    return rail


def _evidence(column: QVBoxLayout) -> None:
    button = Button("Evidence, 2", Kind.QUIET)
    body = QWidget()
    rows = theme.down(body)
    note = "Through an interpreter, Mam to Spanish to English; certificate on file"
    leaving = "May leave the country on 2 Dec 2026. Deposition not yet asked for."
    rows.addWidget(
        EvidenceRow("ph.video-camera", "Ex. 4 · Coast Guard deck video", note="Overloaded boat", weight="supports")
    )
    rows.addWidget(
        EvidenceRow("ph.user", "W-03 · passenger", note=note, leaving=leaving, weight="supports", more="More")
    )
    expander = Expander(button, body)
    expander.set_open(True)
    row(column, button)
    column.addWidget(expander)
