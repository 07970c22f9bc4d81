"""The memo on paper: its pages as pictures, one a sheet, on the printer that the person chooses."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def ask_and_print(pages: tuple[bytes, ...], window: QWidget) -> bool:
    """Ask which printer and which pages; whether something was printed."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, window)
    dialog.setMinMax(1, len(pages))
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    print_on(printer, pages[first - 1 : last])
    return True


def print_on(printer: QPrinter, pages: tuple[bytes, ...]) -> None:
    """Paint the pages on a printer, each as large as its sheet allows."""
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        sheet = QRectF(painter.viewport())
        scale = min(sheet.width() / max(image.width(), 1), sheet.height() / max(image.height(), 1))
        width, height = image.width() * scale, image.height() * scale
        painter.drawImage(QRectF((sheet.width() - width) / 2, 0, width, height), image)
    painter.end()
