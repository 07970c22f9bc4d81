"""The pages of the memo on a desk: pictures from the worker, one under another, or two beside each other."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.i18n import _
from ui.theme import Token
from ui.widgets import brush
from ui.widgets.column import Column

A4_WIDTH_INCHES = 210 / 25.4
_GAP = 20
_AIR = 28
_LEAST = 8


class Sheet(QWidget):
    """One page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_page(self, image: QImage, width: int, name: str) -> None:
        """Show a picture at a width."""
        self._image = image
        height = round(width * image.height() / max(image.width(), 1))
        self.setFixedSize(width, height)
        self.setAccessibleName(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page and its edge."""
        painter = brush.opened(self)
        whole = self.rect().toRectF()
        painter.fillRect(whole, theme.colour(Token.PAPER))
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(whole, self._image, QRectF(self._image.rect()))
        edge = theme.colour(Token.HAIR)
        for line in (
            QRectF(0, 0, whole.width(), 1),
            QRectF(0, whole.height() - 1, whole.width(), 1),
            QRectF(0, 0, 1, whole.height()),
            QRectF(whole.width() - 1, 0, 1, whole.height()),
        ):
            painter.fillRect(line, edge)
        painter.end()


class Sheets(Column):
    """The scrolled desk. `fit_width`, `zoom`; page keys go from page to page."""

    place_changed = Signal()
    resolution_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._desk = QWidget()
        super().__init__(self._desk, Token.SUNKEN, parent=parent)
        self._images: list[QImage] = []
        self._sheets: list[Sheet] = []
        self._percent = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Pages of the memo"))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """Show other pages; the place stays."""
        self._images = [QImage.fromData(page) for page in pages]
        while len(self._sheets) > len(self._images):
            sheet = self._sheets.pop()
            sheet.hide()
            sheet.deleteLater()
        while len(self._sheets) < len(self._images):
            sheet = Sheet(self._desk)
            sheet.show()
            self._sheets.append(sheet)
        self._arrange()
        self.place_changed.emit()

    def count(self) -> int:
        """How many pages there are."""
        return len(self._sheets)

    def current(self) -> int:
        """The page in sight, from 1; 0 without pages."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        reached = [number for number, sheet in enumerate(self._sheets, start=1) if sheet.y() <= middle]
        return reached[-1] if reached else min(len(self._sheets), 1)

    def go_to(self, number: int) -> None:
        """Bring a page into sight."""
        if 1 <= number <= len(self._sheets):
            self.verticalScrollBar().setValue(self._sheets[number - 1].y() - theme.px(_AIR) // 2)

    def percent(self) -> int:
        """The zoom in per cent of a page on paper at 96 dots an inch; 0 fits the width."""
        return self._percent

    def set_percent(self, percent: int) -> None:
        """Zoom; 0 fits the width."""
        number = self.current()
        self._percent = percent
        self._arrange()
        self.go_to(number)
        self.place_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys go from page to page, arrows scroll."""
        if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            step = 1 if event.key() == Qt.Key.Key_PageDown else -1
            self.go_to(min(max(self.current() + step, 1), self.count()))
        else:
            super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take the lengths of the look."""
        super().restyle()
        self._arrange()

    def _page_width(self) -> int:
        room = self.viewport().width() - 2 * theme.px(_AIR)
        if self._percent:
            return round(A4_WIDTH_INCHES * 96 * self._percent / 100)
        return min(room, theme.px(660))

    def _arrange(self) -> None:
        width, gap, air = self._page_width(), theme.px(_GAP), theme.px(_AIR)
        if width < _LEAST:
            return
        whole = self.viewport().width()
        beside = max((whole - 2 * theme.px(_GAP) + gap) // (width + gap), 1) if self._percent else 1
        beside = min(beside, max(len(self._sheets), 1))
        top = air
        for start in range(0, len(self._sheets), beside):
            row = self._sheets[start : start + beside]
            left = max((whole - len(row) * width - (len(row) - 1) * gap) // 2, 0)
            tallest = 0
            for place, sheet in enumerate(row if not self.isRightToLeft() else row[::-1]):
                number = self._sheets.index(sheet)
                sheet.show_page(self._images[number], width, _("Page {number}").format(number=number + 1))
                sheet.move(left + place * (width + gap), top)
                tallest = max(tallest, sheet.height())
            top += tallest + gap
        self._desk.setMinimumHeight(top + air - gap)
        self._desk.setMinimumWidth(0)
        ratio = self.devicePixelRatioF()
        self.resolution_wanted.emit(round(width * ratio / A4_WIDTH_INCHES))

    def _on_scrolled(self) -> None:
        self.place_changed.emit()

    def sizeHint(self) -> QSize:
        """Any size."""
        return QSize(theme.px(400), theme.px(400))

    def changeEvent(self, event: QEvent) -> None:
        """Another direction puts pages in another order."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._arrange()
