"""What the edition would do to the open case, and to the other edition's worked examples."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui import theme
from ui.i18n import _
from ui.models.guidance_reading import EffectRow, effect_rows, example_effects, step_rows
from ui.session.background import Background
from ui.session.guidance_effect import OpenEffect, open_effect
from ui.session.guidance_reading import Checked
from ui.session.session import Session
from ui.theme import Text, Token
from ui.widgets.column import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.table import Heading, Table


class EffectPage(Column):
    """`show_effect(checked, session)`: computed off the thread, of the open part of the case alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QWidget(), Token.PAGE, most=720, parent=parent)
        self._found: Checked | None = None
        self._column = theme.down()
        self._work = Background[OpenEffect](self)
        self._work.answered.connect(self._on_answered)

    @property
    def is_busy(self) -> bool:
        """Whether it is being computed."""
        return self._work.is_busy

    def show_effect(self, found: Checked, session: Session | None) -> None:
        """Compute and show."""
        self._found = found
        self._work.forget()
        if found.pack is None:
            self._empty(_("No effect yet"), _("It is shown once the problems that stand in the source are mended."))
        elif session is None:
            words = _("Open a case under this guidance, and this page shows what this edition would make of it.")
            self._empty(_("No case is open"), words)
        elif session.pack.head.id != found.pack.head.id:
            words = _("The open case is under other guidance: {title}.").format(title=session.pack.head.title)
            self._empty(_("Not this guidance"), words)
        else:
            changed = found.differences if found.other is not None and self._compares(found, session) else ()
            self._say(_("Computing…"))
            self._work.ask(partial(open_effect, session.scene, found.pack, changed))

    def tables(self) -> tuple[Table, ...]:
        """The tables on the page, in their order."""
        return tuple(self.findChildren(Table))

    def close_work(self) -> None:
        """Stop whatever runs."""
        self._work.forget()
        self._work.wait()

    def _compares(self, found: Checked, session: Session) -> bool:
        """Whether the differences are those from the edition that the case uses."""
        return found.other is not None and found.other.hash == session.pack.hash

    def _fresh(self) -> None:
        inside = QWidget()
        self._column = theme.down(inside, margins=(0, 14, 16, 40))
        self.setWidget(inside)

    def _empty(self, title: str, words: str) -> None:
        self._fresh()
        self._column.addWidget(EmptyState(title, words))
        self._add_examples()
        self._column.addStretch(1)

    def _say(self, words: str) -> None:
        self._fresh()
        self._column.addWidget(Label(words, Text.BODY, Token.INK2))
        self._column.addStretch(1)

    def _on_answered(self, effect: OpenEffect) -> None:
        found = self._found
        if found is None or found.pack is None:
            return
        self._fresh()
        words = _("Nothing of the result would be different.")
        if effect.whole.changes:
            words = _("The result would be different.")
        self._column.addWidget(Label(words, Text.QUESTION))
        note = _(
            "The open part of the case as it stands now. Judgments keep their values, and the case is not changed."
        )
        self._column.addWidget(Label(note, Text.SMALL, Token.INK2))
        self._add_table(_("The case"), _("What the guidance gives"), effect_rows(effect.whole, found.pack))
        steps = step_rows(effect.whole)
        if steps:
            self._add_table(_("Where it comes from"), _("Step"), steps)
        if effect.alone:
            rows = []
            for each in effect.alone:
                moved = [row for row in effect_rows(each.effect, found.pack) if row.differs]
                title = f"{each.difference.title}. {each.difference.what}"
                first = moved[0] if moved else None
                before, after = (first.before, first.after) if first is not None else ("", _("changes nothing here"))
                rows.append(EffectRow(title, before, after, bool(moved)))
            self._add_table(_("Each difference alone"), _("Difference"), tuple(rows))
        self._add_examples()
        self._column.addStretch(1)

    def _add_examples(self) -> None:
        found = self._found
        if found is None or found.pack is None or found.other is None:
            return
        rows = example_effects(found.examples, found.pack)
        theme.space(self._column, 24)
        words = _("{number} of the other edition's {all} worked examples turn out differently here.")
        words = words.format(number=len(rows), all=len(found.other.examples))
        self._column.addWidget(Label(words, Text.QUESTION))
        if rows:
            self._add_table("", _("Worked example"), rows, _("Other edition"), _("This edition"))

    def _add_table(
        self, title: str, first: str, rows: tuple[EffectRow, ...], before: str = "", after: str = ""
    ) -> None:
        theme.space(self._column, 20 if title else 8)
        if title:
            self._column.addWidget(Label(title, Text.SMALL_SELECTED))
            theme.space(self._column, 4)
        columns = (before or _("Now"), after or _("With this edition"))
        headings = [Heading(first, stretch=3), *(Heading(word, stretch=2) for word in columns)]
        cells = [(row.what, row.before, row.after if row.differs else _("the same")) for row in rows]
        self._column.addWidget(Table(headings, cells, name=title or first))
