"""The smaller views of a class: before and after, the files that are not counted, and what is missing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import theme
from ui.i18n import _
from ui.models.class_room.plots import Block
from ui.panels.class_room.blocks import Blocks
from ui.theme import Text, Token
from ui.widgets.empty_state import EmptyState
from ui.widgets.label import Label
from ui.widgets.table import Heading, Table


class Votes(QWidget):
    """The results of each vote on shared axes, and what those who voted twice changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks = Blocks()
        self._one = EmptyState(
            _("One vote so far"),
            _(
                "After the discussion everybody answers again and saves the answers as the second vote. Put the new "
                "files into the same folder and read it again."
            ),
        )
        self._changed = Label("", Text.QUESTION)
        self._facts = Table(
            [Heading(_("Fact"), stretch=1), Heading(_("Changed by"), figures=True)], name=_("Facts that were changed")
        )
        column = theme.down(self)
        column.addWidget(self._one)
        column.addWidget(self._changed)
        theme.space(column, 8)
        column.addWidget(self._facts)
        column.addWidget(self.blocks)
        column.addStretch(1)

    def show_votes(
        self, blocks: Sequence[Block], changes: tuple[str, Sequence[tuple[str, str]]] | None, votes: int
    ) -> None:
        """Show other votes; without `changes` fewer than five people are known to be in both."""
        self._one.setVisible(votes < 2)
        unknown = _("Fewer than five people are known to have voted twice: changes of one's mind are not shown.")
        self._changed.setText(changes[0] if changes is not None else unknown)
        self._changed.set_style(Text.QUESTION if changes is not None else Text.BODY)
        self._changed.setVisible(votes > 1)
        lines = changes[1] if changes is not None else ()
        self._facts.set_rows(lines)
        self._facts.setVisible(bool(lines))
        self.blocks.show_blocks(blocks)


class Files(QWidget):
    """The files of the folder that are not counted, each with what is wrong with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = Label(_("Every file of the folder is counted."), Text.BODY, Token.INK2)
        self.table = Table(
            [Heading(_("File"), stretch=2), Heading(_("Why it is not counted"), stretch=3)],
            name=_("Files that are not counted"),
        )
        column = theme.down(self, margins=(0, 8, 0, 16))
        column.addWidget(self._all)
        column.addWidget(self.table)
        column.addStretch(1)

    def show_files(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other files."""
        self._all.setVisible(not rows)
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))


class Nothing(QStackedWidget):
    """What is missing before there is anything to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        how = _(
            "Participants open the exercise on their own machines, answer it, and save it with Case, Save my answers. "
            "Put their files into one folder. No names are asked for, and reasons stay on their machines."
        )
        self._exercise = EmptyState(_("No exercise chosen"), how)
        self._begin = EmptyState(_("No folder is open"), how)
        self._few = EmptyState(
            _("Fewer than five people"),
            _("Of so few nothing is shown, because everybody would know who said what. Collect more answers."),
        )
        self._none = EmptyState(
            _("No answers to this exercise"), _("What is wrong with each file of the folder stands under Files.")
        )
        for state in (self._exercise, self._begin, self._few, self._none):
            holder = QWidget()
            column = theme.down(holder)
            column.addWidget(state)
            column.addStretch(1)
            self.addWidget(holder)

    def say_begin(self, *, has_exercise: bool) -> None:
        """Say how a class begins."""
        self.setCurrentIndex(1 if has_exercise else 0)

    def say_too_few(self, people: int) -> None:
        """Say that nothing may be told, or that there is nothing."""
        self.setCurrentIndex(2 if people else 3)
