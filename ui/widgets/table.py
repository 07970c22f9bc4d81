"""A plain table: hairlines, no stripes, figures at the end of their column; its height is that of its rows."""

from collections.abc import Sequence

from attrs import frozen
from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush, lines
from ui.widgets.mark import Shape, draw_mark

_CELL = Qt.ItemDataRole.UserRole
_AIR = 8
_GAP = 16


@frozen
class Heading:
    """A column: `figures` stand at its end; `stretch` shares the free width and wraps; `narrow` gives px instead."""

    text: str
    figures: bool = False
    stretch: int = 0
    narrow: int = 0


@frozen
class Marked:
    """A cell with a mark and the word a screen reader hears for it."""

    shape: Shape
    spoken: str


@frozen
class Bar:
    """A cell with a bar from the middle: −1 to 0 outlined before it, 0 to 1 filled after it."""

    part: float
    spoken: str


Cell = str | Marked | Bar


class Table(QTableWidget):
    """`Table([Heading("Edition", stretch=1), Heading("Level", figures=True)], rows, name="Editions")`.

    rows: sequences of cells, words or Marked or Bar. `set_rows(rows)`. Arrows go through the cells, Tab leaves; signal
    `chosen(int)`: the row on which Enter was pressed or that was double-clicked.
    """

    chosen = Signal(int)
    ring_radius = 4

    def __init__(
        self,
        headings: Sequence[Heading],
        rows: Sequence[Sequence[Cell]] = (),
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._headings = tuple(headings)
        self._rows: tuple[tuple[Cell, ...], ...] = ()
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Header(self._headings, self))
        self.setHorizontalHeaderLabels([heading.text for heading in headings])
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_Cell(self._headings, self))
        self.viewport().setAutoFillBackground(False)
        self.cellDoubleClicked.connect(self._on_double_clicked)
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show other rows."""
        given = tuple(tuple(row) for row in rows)
        if given == self._rows:
            return
        self._rows = given
        self.setRowCount(len(given))
        for number, row in enumerate(given):
            for column, cell in enumerate(row):
                self.setItem(number, column, _item(cell))
        self.restyle()

    def restyle(self) -> None:
        """Take the lengths of the look."""
        self._arrange()
        self.updateGeometry()

    def ring_rect(self) -> QRect:
        """The ring goes round the current row."""
        if self.currentRow() < 0:
            return self.rect()
        row = self.visualRect(self.currentIndex())
        top = row.top() + self.horizontalHeader().height()
        return QRect(0, top, self.width(), row.height())

    def sizeHint(self) -> QSize:
        """All rows."""
        return QSize(theme.px(320), self._height())

    def minimumSizeHint(self) -> QSize:
        """Words wrap, figures do not."""
        return QSize(min(sum(self._naturals()), theme.px(240)), self._height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the focus ring follow the row."""
        super().currentChanged(current, previous)
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        self._arrange()

    def _on_double_clicked(self, row: int, _column: int) -> None:
        self.chosen.emit(row)

    def _height(self) -> int:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        return rows + self.horizontalHeader().sizeHint().height()

    def _naturals(self) -> list[int]:
        return [self._natural(column) for column in range(len(self._headings))]

    def _natural(self, column: int) -> int:
        heading = self._headings[column]
        if heading.narrow:
            return theme.px(heading.narrow)
        words = [row[column] for row in self._rows]
        widest = max((brush.width(word, Text.SMALL) for word in words if isinstance(word, str)), default=0)
        return max(widest, brush.width(heading.text, Text.CAPTION_LABEL)) + self._gap(column)

    def _gap(self, column: int) -> int:
        return theme.px(_GAP) if column < len(self._headings) - 1 else 0

    def _arrange(self) -> None:
        widths = self._naturals()
        shares = [heading.stretch for heading in self._headings]
        fixed = sum(width for width, share in zip(widths, shares, strict=True) if not share)
        free = max(self.viewport().width() - fixed, 0)
        for column, share in enumerate(shares):
            if share:
                widths[column] = free * share // sum(shares)
        widths[-1] += max(self.viewport().width() - sum(widths), 0)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        for number, row in enumerate(self._rows):
            tallest = max(self._cell_height(cell, column, widths[column]) for column, cell in enumerate(row))
            self.setRowHeight(number, tallest + 2 * theme.px(_AIR) + 1)
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _cell_height(self, cell: Cell, column: int, width: int) -> int:
        if isinstance(cell, str):
            return lines.laid_out(cell, Text.SMALL, width - self._gap(column)).height
        return theme.line(Text.SMALL)


class _Header(QHeaderView):
    def __init__(self, headings: tuple[Heading, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._headings = headings
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setHighlightSections(False)
        self.viewport().setAutoFillBackground(False)

    def sizeHint(self) -> QSize:
        return QSize(0, theme.px(31))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        heading = self._headings[section]
        painter.save()
        room = _room(QRectF(rect), self.isRightToLeft(), section == len(self._headings) - 1)
        side = brush.Side.END if heading.figures else brush.Side.START
        ink = theme.colour(Token.INK3)
        text = brush.shortened(heading.text, Text.CAPTION_LABEL, room.width() + 1)
        brush.words(painter, room, text, Text.CAPTION_LABEL, ink, side, self.isRightToLeft())
        bottom = float(rect.bottom())
        brush.hairline(painter, rect.left(), bottom, rect.right() + 1, theme.colour(Token.LINE))
        painter.restore()


class _Cell(QStyledItemDelegate):
    def __init__(self, headings: tuple[Heading, ...], table: Table) -> None:
        super().__init__(table)
        self._headings, self._table = headings, table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl, last = self._table.isRightToLeft(), index.column() == len(self._headings) - 1
        heading, whole = self._headings[index.column()], QRectF(option.rect)
        brush.hairline(painter, whole.left(), whole.bottom() - 1, whole.right(), theme.colour(Token.HAIR))
        room = _room(whole, rtl, last).adjusted(0, theme.px(_AIR), 0, -theme.px(_AIR) - 1)
        cell: Cell = index.data(_CELL)
        match cell:
            case Marked(shape=shape):
                side = theme.px(16)
                square = QRectF(room.left(), room.top() + theme.px(2), side, side)
                draw_mark(painter, brush.mirrored(square, room, rtl), shape, rtl)
            case Bar(part=part):
                _paint_bar(painter, room, part, rtl)
            case str():
                side_of = brush.Side.END if heading.figures else brush.Side.START
                drawn = lines.laid_out(cell, Text.SMALL, room.width(), side_of)
                drawn.draw(painter, QPointF(room.left(), room.top()), theme.colour(Token.INK))
        painter.restore()


def _room(cell: QRectF, rtl: bool, last: bool) -> QRectF:
    """A cell without the gap after it; the last column ends flush."""
    return brush.mirrored(cell.adjusted(0, 0, 0 if last else -theme.px(_GAP), 0), cell, rtl)


def _paint_bar(painter: QPainter, room: QRectF, part: float, rtl: bool) -> None:
    middle, tall = round(room.center().x()), theme.px(8)
    top = round(room.center().y() - tall / 2)
    length = round(abs(part) * room.width() / 2)
    ahead = (part > 0) is not rtl
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    bar = QRectF(middle if ahead else middle - length, top, length, tall)
    if length:
        painter.fillRect(bar, theme.colour(Token.ACCENT))
        if part < 0:
            stroke = max(theme.px(1), 1)
            painter.fillRect(bar.adjusted(stroke, stroke, -stroke, -stroke), theme.colour(Token.PAGE))
    zero = QRectF(middle, room.top(), 1, room.height())
    painter.fillRect(zero, theme.colour(Token.LINE))


def _item(cell: Cell) -> QTableWidgetItem:
    item = QTableWidgetItem(cell if isinstance(cell, str) else "")
    item.setData(_CELL, cell)
    if not isinstance(cell, str):
        item.setData(Qt.ItemDataRole.AccessibleTextRole, cell.spoken)
    return item
