"""One option out of a list that opens, each with its effect at the end."""

import sys
from collections.abc import Sequence
from typing import Final, cast

from attrs import frozen
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush

_KEY: Final = Qt.ItemDataRole.UserRole
_EFFECT: Final = Qt.ItemDataRole.UserRole + 1
_ROW = 30
_MOST_ROWS = 12


@frozen
class Option:
    """A row of the list: what it stands for, its words, and what it would do ("+4"), if known."""

    key: str
    word: str
    effect: str = ""


class Choice(QComboBox):
    """`Choice([Option("serious", "Serious bodily injury", "+4")], name="Injury")`.

    `value() -> str` ("" while nothing is chosen, then `unset` is shown), `set_value(key)`, `set_options(...)`,
    signal `edited(str)`. Arrows, letters, Alt+Down or F4, Enter and Escape as with QComboBox. Ignores the wheel.
    """

    edited = Signal(str)
    ring_radius = 6

    def __init__(
        self,
        options: Sequence[Option],
        *,
        name: str,
        value: str = "",
        unset: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options: tuple[Option, ...] = ()
        self._unset = unset
        self._told = value
        self.setAccessibleName(name)
        if sys.platform == "linux":  # there Qt gives the option as the name of a combo box, and the name nowhere
            self.setAccessibleDescription(name)
        self._rows = QStandardItemModel(self)
        self.setModel(self._rows)
        view = QListView(self)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setItemDelegate(_Row(self))
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setAccessibleName(name)
        self.setView(view)
        self.setMaxVisibleItems(_MOST_ROWS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._dress_popup()
        self.set_options(options)
        self.set_value(value)
        self.activated.connect(self._on_activated)

    def value(self) -> str:
        """The key of the chosen option."""
        index = self.currentIndex()
        return self._options[index].key if index >= 0 else ""

    def set_value(self, value: str) -> None:
        """Choose silently. KeyError for a key that is not among the options."""
        keys = [option.key for option in self._options]
        if value and value not in keys:
            raise KeyError(value)
        self._told = value
        index = keys.index(value) if value else -1
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            self.update()

    def set_options(self, options: Sequence[Option]) -> None:
        """Show other options or effects; the choice stays when its key is still there."""
        if tuple(options) == self._options:
            return
        if [(each.key, each.word) for each in options] == [(each.key, each.word) for each in self._options]:
            self._set_effects(options)
            return
        chosen = self.value()
        self._options = tuple(options)
        self._rows.clear()
        for option in options:
            self._rows.appendRow(_item(option))
        self._told = chosen if chosen in (option.key for option in options) else ""
        self.setCurrentIndex(-1)
        self.set_value(self._told)
        self.updateGeometry()

    def _set_effects(self, options: Sequence[Option]) -> None:
        """The same words with other effects: what is being typed to find one goes on."""
        self._options = tuple(options)
        for number, option in enumerate(options):
            _set_effect(self._rows.item(number), option)

    def sizeHint(self) -> QSize:
        """Wide enough for every option."""
        words = [option.word for option in self._options] + [self._unset]
        widest = max(brush.width(word, Text.BODY) for word in words)
        return QSize(max(widest + theme.px(52), theme.px(96)), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        """It may shorten its words."""
        return QSize(theme.px(96), theme.px(32))

    def showPopup(self) -> None:
        """Open the list under the field, wide enough for words and effects."""
        popup = self._popup()
        air = theme.px(5)
        layout = popup.layout()
        if layout is not None:
            inner = air - cast(QFrame, popup).frameWidth()
            layout.setContentsMargins(inner, inner, inner, inner)
        for child in popup.findChildren(QWidget):
            if child.metaObject().className() == "QComboBoxPrivateScroller":
                child.setFixedHeight(0)  # Fusion's scrolling arrows, which would cover a row that fits
        super().showPopup()
        popup.setGeometry(self._popup_place(2 * air))
        many = len(self._options) > _MOST_ROWS
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if many else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.view().setVerticalScrollBarPolicy(policy)
        if not many:
            self.view().scrollToTop()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page: it must never change an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field."""
        painter = brush.opened(self)
        whole, radius, rtl = self.rect().toRectF(), theme.px(6), self.isRightToLeft()
        hovered = self.isEnabled() and self.underMouse()
        ground = Token.HOVER if hovered else Token.PAGE if self.isEnabled() else Token.GROUND
        brush.fill(painter, whole, theme.colour(ground), radius)
        brush.edge(painter, whole, theme.colour(Token.LINE if self.isEnabled() else Token.HAIR), radius)
        caret = QRectF(whole.right() - theme.px(34), 0, theme.px(34), whole.height())
        words = QRectF(theme.px(11), 0, whole.width() - theme.px(11 + 32), whole.height())
        shown = self.currentIndex() >= 0
        ink = theme.colour(Token.INK if shown and self.isEnabled() else Token.INK3)
        text = brush.shortened(self.currentText() if shown else self._unset, Text.BODY, words.width())
        brush.words(painter, brush.mirrored(words, whole, rtl), text, Text.BODY, ink)
        grey = theme.colour(Token.INK2 if self.isEnabled() else Token.INK3)
        brush.icon(painter, brush.mirrored(caret, whole, rtl), "ph.caret-down", grey, 14)
        painter.end()

    def _on_activated(self) -> None:
        if self.value() != self._told:
            self._told = self.value()
            self.edited.emit(self._told)

    def _row_width(self, option: Option) -> int:
        effect = brush.width(option.effect, Text.SMALL) + theme.px(16) if option.effect else 0
        return brush.width(option.word, Text.SMALL_SELECTED) + effect + theme.px(34 + 12)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the panel of the list: a style's own has a shadow and square corners."""
        if event.type() == QEvent.Type.Paint and watched is self._popup():
            painter = brush.opened(self._popup())
            whole = self._popup().rect().toRectF()
            brush.fill(painter, whole, theme.colour(Token.PAGE), theme.px(8))
            brush.edge(painter, whole, theme.colour(Token.LINE), theme.px(8))
            painter.end()
            return True
        return super().eventFilter(watched, event)

    def _popup(self) -> QWidget:
        return cast(QWidget, self.view().parentWidget())

    def _popup_place(self, air: int) -> QRect:
        """Under the field, over it when there is no room below; never beyond the screen."""
        widest = max((self._row_width(option) for option in self._options), default=0) + air
        rows = min(len(self._options), _MOST_ROWS)
        place = QRect(0, 0, max(widest, self.width()), rows * theme.px(_ROW) + air)
        corner = self.mapToGlobal(self.rect().bottomRight() if self.isRightToLeft() else self.rect().bottomLeft())
        gap = theme.px(4)
        place.moveTo(corner.x() - place.width() + 1 if self.isRightToLeft() else corner.x(), corner.y() + gap)
        screen = self.screen().availableGeometry()
        if place.bottom() > screen.bottom():
            place.moveBottom(self.mapToGlobal(self.rect().topLeft()).y() - gap)
        place.moveLeft(max(min(place.left(), screen.right() - place.width() + 1), screen.left()))
        return place

    def _dress_popup(self) -> None:
        popup = self._popup()
        popup.installEventFilter(self)
        popup.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        popup.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        popup.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)


class _Row(QStyledItemDelegate):
    def __init__(self, choice: Choice) -> None:
        super().__init__(choice)
        self._choice = choice

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, theme.px(_ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rtl = self._choice.isRightToLeft()
        whole = QRectF(option.rect)
        chosen = index.row() == self._choice.currentIndex()
        hovered = bool(option.state & QStyle.StateFlag.State_Selected)
        if hovered or chosen:
            ground = Token.SOFT if chosen else Token.HOVER
            brush.fill(painter, whole, theme.colour(ground), theme.px(4))
            if chosen and theme.bordered():
                brush.edge(painter, whole, theme.colour(Token.ACCENT), theme.px(4))
        if chosen:
            tick = QRectF(whole.left() + theme.px(4), whole.top(), theme.px(26), whole.height())
            brush.icon(painter, brush.mirrored(tick, whole, rtl), "ph.check", theme.colour(Token.ACCENT), 14)
        room = whole.adjusted(theme.px(34), 0, -theme.px(12), 0)
        style = Text.SMALL_SELECTED if chosen else Text.SMALL
        room = brush.mirrored(room, whole, rtl)
        brush.words(painter, room, index.data(), style, theme.colour(Token.INK), brush.Side.START, rtl)
        effect = index.data(_EFFECT)
        if effect:
            brush.words(painter, room, effect, Text.SMALL, theme.colour(Token.INK2), brush.Side.END, rtl)
        painter.restore()


def _item(option: Option) -> QStandardItem:
    item = QStandardItem(option.word)
    item.setData(option.key, _KEY)
    _set_effect(item, option)
    return item


def _set_effect(item: QStandardItem, option: Option) -> None:
    item.setData(option.effect, _EFFECT)
    spoken = f"{option.word}, {option.effect}" if option.effect else option.word
    item.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
