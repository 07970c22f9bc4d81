"""The source of an edition, read-only: numbered lines, keys in accent, problems under their words, sentences below."""

import re
from collections.abc import Iterable, Sequence
from typing import Any, Final

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from sentencing.proof.findings import Finding
from ui import theme
from ui.theme import Text, Token
from ui.widgets import brush
from ui.widgets.column import SlimBar

_GUTTER: Final = 46
_SAY: Final = 70
_END: Final = 12
_BAR: Final = 3
_KEY: Final = re.compile(r"[A-Za-z0-9_.\-]+(?=:(?:\s|$))")
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
_COMMENT: Final = re.compile(r"(?:^|\s)#.*$")
_UNDER: Final = 4
_HANG: Final = 24
_WAVE_LEAST: Final = 12


class SourceText(QTextEdit):
    """`show_source(text, findings)`; `reveal(number)` goes to a finding, `reveal_line(line)` to a line.

    A text of thousands of lines is one document; only what is in sight is painted.
    """

    reached = Signal(int)
    """The finding that was gone to."""
    ring_radius = 4

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._findings: tuple[Finding, ...] = ()
        self._blocks: list[int] = []
        """Line → the number of its block, which messages push down."""
        self._lines: dict[int, int] = {}
        """Block → its line."""
        self._says: dict[int, Finding] = {}
        """Block → the finding whose line or sentence it is."""
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.setVerticalScrollBar(SlimBar(Token.PAGE, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.document().setDocumentMargin(0)

    def show_source(self, text: str, findings: Sequence[Finding]) -> None:
        """Show a text with what is wrong in it; the place in sight stays."""
        if (text, tuple(findings)) == (self._text, self._findings):
            return
        self._text, self._findings = text, tuple(findings)
        self._build()

    def findings(self) -> tuple[Finding, ...]:
        """What is wrong, in the order of the lines."""
        return self._findings

    def reveal(self, number: int) -> None:
        """Go to a finding."""
        if 0 <= number < len(self._findings):
            self.reveal_line(self._findings[number].line)
            self.reached.emit(number)

    def reveal_line(self, line: int) -> None:
        """Bring a line into sight, a third from the top, and put the cursor on it."""
        block = self.document().findBlockByNumber(self._blocks[line - 1] if 0 < line <= len(self._blocks) else 0)
        self.setTextCursor(QTextCursor(block))
        top = self.document().documentLayout().blockBoundingRect(block).top()
        self.verticalScrollBar().setValue(round(top - self.viewport().height() / 3))

    def restyle(self) -> None:
        """Take fonts, lengths and colours of the look."""
        self._build()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copies lines of the source only, never the sentences between them."""
        cursor = self.textCursor()
        block, last = self.document().findBlock(cursor.selectionStart()), cursor.selectionEnd()
        parts: list[str] = []
        while block.isValid() and block.position() < max(last, cursor.selectionStart() + 1):
            if block.blockNumber() in self._lines:
                start = max(cursor.selectionStart() - block.position(), 0)
                parts.append(block.text()[start : last - block.position()])
            block = block.next()
        # made by Qt and not here: the clipboard keeps it longer than Python lives
        plain = QTextEdit()
        plain.setPlainText("\n".join(parts))
        plain.selectAll()
        return plain.createMimeDataFromSelection()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grounds of problems and line numbers are ours, the text is Qt's."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.colour(Token.PAGE))
        offset = self.verticalScrollBar().value()
        block = self.cursorForPosition(event.rect().topLeft()).block()
        if block.previous().isValid():
            block = block.previous()
        layout = self.document().documentLayout()
        while block.isValid():
            room = layout.blockBoundingRect(block)
            top = room.top() - offset
            after = block.next()
            bottom = layout.blockBoundingRect(after).top() - offset if after.isValid() else room.bottom() - offset
            if top > event.rect().bottom():
                break
            self._paint_block(painter, block, top, bottom - top)
            block = after
        painter.end()
        super().paintEvent(event)
        painter = brush.opened(self.viewport())
        self._paint_waves(painter)
        painter.end()

    # ------------------------------------------------------------------------------------------------ private

    def _paint_block(self, painter: QPainter, block: QTextBlock, top: float, height: float) -> None:
        finding = self._says.get(block.blockNumber())
        is_line = block.blockNumber() in self._lines
        whole = QRectF(0, top, self.viewport().width(), height)
        ink = Token.INK3
        if finding is not None:
            ink = Token.ERROR if finding.is_error else Token.CAUTION
            painter.fillRect(whole, theme.colour(Token.ERROR_SOFT if finding.is_error else Token.CAUTION_SOFT))
            painter.fillRect(QRectF(0, top, theme.px(_BAR), whole.height()), theme.colour(ink))
        if is_line:
            number = QRectF(0, top, theme.px(_GUTTER - 10), theme.line(Text.SOURCE))
            painter.setFont(theme.font(Text.SOURCE))
            painter.setPen(theme.colour(ink))
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
            flags = side | Qt.AlignmentFlag.AlignVCenter  # a source runs from left to right in every language
            painter.drawText(number, int(flags.value), str(self._lines.get(block.blockNumber(), "")))
        elif finding is not None:
            square = QRectF(theme.px(_SAY - 24), top, theme.px(16), theme.line(Text.SMALL))
            icon = "ph.warning-circle" if finding.is_error else "ph.warning"
            brush.icon(painter, square, icon, theme.colour(ink), 14, rtl=False)

    def _build(self) -> None:
        """One plain document first, then its formats: written piece by piece it would take ten times as long."""
        place = self.verticalScrollBar().value()
        under: dict[int, list[Finding]] = {}
        for finding in self._findings:
            under.setdefault(finding.line, []).append(finding)
        texts = [finding.says for finding in under.get(0, [])]
        self._says = dict(enumerate(under.get(0, [])))
        self._blocks, self._lines = [], {}
        for number, line in enumerate(self._text.rstrip("\n").split("\n"), 1):
            self._lines[len(texts)] = number
            self._blocks.append(len(texts))
            texts.append(line)
            for finding in under.get(number, []):
                self._says.setdefault(self._blocks[-1], finding)
                self._says[len(texts)] = finding
                texts.append(finding.says)
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(theme.font(Text.SOURCE))
        document.setPlainText("\n".join(texts))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.setBlockFormat(_line_format())
        cursor.setCharFormat(_char(theme.font(Text.SOURCE), Token.INK2))
        for block in self._says.keys() - self._lines.keys():
            cursor.setPosition(document.findBlockByNumber(block).position())
            cursor.setBlockFormat(_saying_format())
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            cursor.setCharFormat(_char(theme.font(Text.SMALL), Token.INK))
        cursor.endEditBlock()
        _coloured(document, self._lines)
        self.setDocument(document)
        self.verticalScrollBar().setValue(place)

    def _paint_waves(self, painter: QPainter) -> None:
        """A wavy line under the exact words, on each line of the window that they take."""
        offset, seen = self.verticalScrollBar().value(), self.viewport().rect()
        for finding in self._findings:
            if not finding.line or finding.start >= finding.end:
                continue
            block = self.document().findBlockByNumber(self._blocks[finding.line - 1])
            room = self.document().documentLayout().blockBoundingRect(block)
            if room.bottom() < offset or room.top() > offset + seen.height():
                continue
            painter.setPen(QPen(theme.colour(Token.ERROR if finding.is_error else Token.CAUTION), 1.25))
            layout = block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start = max(finding.start, line.textStart())
                end = min(finding.end, line.textStart() + line.textLength())
                if start < end:
                    left, right = _x(line, start), max(_x(line, end), _x(line, start) + theme.px(_WAVE_LEAST))
                    base = room.top() - offset + line.y() + line.height() - theme.px(2)
                    painter.drawPolyline(_wave(room.left() + left, room.left() + right, base))


def _coloured(document: QTextDocument, lines: Iterable[int]) -> None:
    """Keys in accent, quotations and comments paler, before the document is laid out: afterwards it would take long."""
    pale, accent = _ink(Token.INK3), _ink(Token.ACCENT)
    for number in lines:
        block = document.findBlockByNumber(number)
        spans = _spans(block.text(), pale, accent)
        if spans:
            block.layout().setFormats(spans)


def _spans(text: str, pale: QTextCharFormat, accent: QTextCharFormat) -> list[QTextLayout.FormatRange]:
    comment = _COMMENT.search(text)
    end = len(text)
    found: list[tuple[int, int, QTextCharFormat]] = []
    if comment is not None and text.count('"', 0, comment.start()) % 2 == 0:
        end = comment.start()
        found.append((end, len(text), pale))
    quoted = [each.span() for each in _QUOTED.finditer(text, 0, end)]
    found += [(start, stop, pale) for start, stop in quoted]
    for key in _KEY.finditer(text, 0, end):
        if not any(start <= key.start() < stop for start, stop in quoted):
            found.append((*key.span(), accent))
    return [_ranged(*each) for each in found]


def _ranged(start: int, end: int, ink: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, ink
    return made


def _wave(left: float, right: float, base: float) -> QPolygonF:
    """A zigzag, soft when drawn smoothly."""
    points, at, up = [], left, False
    while at <= right:
        points.append(QPointF(at, base - (1.5 if up else -1)))
        at, up = at + 3, not up
    return QPolygonF(points)


def _x(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)
    return float(found[0] if isinstance(found, tuple) else found)


def _ink(token: Token) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.colour(token))
    return made


def _char(font: QFont, token: Token) -> QTextCharFormat:
    made = _ink(token)
    made.setFont(font)
    return made


def _line_format() -> QTextBlockFormat:
    """A long line goes on below, further in, so that nothing of it is out of sight."""
    made = QTextBlockFormat()
    made.setLeftMargin(theme.px(_GUTTER + _HANG))
    made.setTextIndent(-theme.px(_HANG))
    made.setRightMargin(theme.px(4))
    made.setLineHeight(theme.line(Text.SOURCE), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made


def _saying_format() -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setLeftMargin(theme.px(_SAY))
    made.setRightMargin(theme.px(_END))
    made.setBottomMargin(theme.px(_UNDER))
    made.setLineHeight(theme.line(Text.SMALL), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return made
