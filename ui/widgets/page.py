"""A page: title, what it is about, and its content, in a scrolled column of reading width."""

from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.theme import Text, Token
from ui.widgets.column import Column
from ui.widgets.label import Label

_MOST = 868
_GUTTER = 12
_BEYOND = 8


class Page(Column):
    """`Page("Record", "What counts and what does not.")`; add to `content`, a column whose start is the text's edge.

    gutter: content begins 12 px before the title, for cards with an accent bar, and ends 8 px beyond the text, for
    the ground of quiet buttons. `set_words(title, about)`.
    """

    def __init__(self, title: str, about: str = "", *, gutter: bool = False, parent: QWidget | None = None) -> None:
        self._inside = QWidget()
        super().__init__(self._inside, Token.PAGE, most=_MOST, parent=parent)
        self._title = Label(title, Text.TITLE)
        self._about = Label(about, Text.BODY, Token.INK2)
        column = theme.down(self._inside, margins=(40 - _GUTTER, 24, 40 - _BEYOND, 40))
        head = theme.down(gap=4, margins=(_GUTTER, 0, _BEYOND, 0))
        head.addWidget(self._title)
        head.addWidget(self._about)
        column.addLayout(head)
        self._about.setVisible(bool(about))
        theme.space(column, 14)
        self.content: QVBoxLayout = theme.down(margins=(0, 0, 0, 0) if gutter else (_GUTTER, 0, _BEYOND, 0))
        column.addLayout(self.content)
        column.addStretch(1)
        self._inside.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)

    def set_words(self, title: str, about: str) -> None:
        """Show another title and what the page is about."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))

    def title(self) -> str:
        """The title shown."""
        return self._title.text()
