"""Everybody can use it: names for a screen reader, keyboard to everything, large type, right to left."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.ui.window.person import SHELF, Person
from ui import theme
from ui.gallery.marin import PACK, marin
from ui.models.pages import PageId
from ui.session.session import Session
from ui.widgets.reading_order import stops_of

LOOKS = [(100, False), (150, False), (100, True), (150, True)]


@pytest.fixture
def at_marin(person: Person) -> Person:
    """A person before the invented case of the pictures, in which something of everything stands."""
    pack = SHELF.read(PACK, "")
    person.window.office.files.show(Session(marin(pack), pack))
    person.session.settle()
    return person


def shown_pages(person: Person) -> Iterator[tuple[PageId, QWidget]]:
    for page in PageId:
        shown = person.goes_to(page)
        QApplication.processEvents()
        QApplication.processEvents()
        yield page, shown


def heard(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def test_everything_that_takes_the_focus_has_a_name(at_marin: Person) -> None:
    nameless = [
        f"{page.value}: {type(stop).__name__} in {type(stop.parentWidget()).__name__}"
        for page, _shown in shown_pages(at_marin)
        for stop in stops_of(at_marin.window)
        if not heard(stop).strip()
    ]
    assert not nameless


def test_every_name_on_a_page_says_which_thing_it_is(at_marin: Person) -> None:
    for page, shown in shown_pages(at_marin):
        names = [heard(stop) for stop in stops_of(shown) if type(stop).__name__ != "_Segment"]
        twice = sorted({name for name in names if names.count(name) > 1})
        assert not twice, f"{page.value}: {twice}"


def test_the_start_page_has_names_too(person: Person) -> None:
    assert all(heard(stop).strip() for stop in stops_of(person.window))


@pytest.mark.parametrize(("percent", "rtl"), LOOKS)
def test_no_word_is_cut_at_the_side_on_the_laptop_it_must_fit(at_marin: Person, percent: int, rtl: bool) -> None:
    at_marin.window.resize(1366, 768)
    theme.change(percent=percent, rtl=rtl)
    for page, _shown in shown_pages(at_marin):
        for area in at_marin.window.findChildren(QScrollArea):
            content = area.widget()
            if content is None or not area.isVisible():
                continue
            least, room = content.minimumSizeHint().width(), area.viewport().width()
            assert least <= room, f"{page.value}: {widest(content)} wants {least}, has {room}"


def widest(content: QWidget) -> str:
    """Which child asks for most, to find the one at fault."""
    children = [each for each in content.findChildren(QWidget) if each.isVisible()]
    worst = max(children, key=lambda each: each.minimumSizeHint().width())
    return f"{type(worst).__name__} '{worst.accessibleName() or getattr(worst, 'text', str)()}'"


@pytest.mark.parametrize(("percent", "rtl"), LOOKS)
def test_the_window_keeps_to_its_size(at_marin: Person, percent: int, rtl: bool) -> None:
    at_marin.window.resize(1366, 768)
    theme.change(percent=percent, rtl=rtl)
    for _page, _shown in shown_pages(at_marin):
        assert at_marin.window.width() <= 1366
        assert at_marin.window.height() <= 768


def test_every_label_is_plain_text(at_marin: Person) -> None:
    for _page, _shown in shown_pages(at_marin):
        labels = [label for label in at_marin.window.findChildren(QLabel) if label.text()]
        assert not [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]


def test_no_part_of_a_page_appears_as_a_window_of_its_own(at_marin: Person) -> None:
    flashes = _Flashes()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(flashes)
    for _page, _shown in shown_pages(at_marin):
        pass
    for fact, key in (("aliens", "alleged"), ("weapon", "disputed"), ("risk", "not-raised"), ("injury", "open")):
        at_marin.stands(fact, key)
    app.removeEventFilter(flashes)
    assert not flashes.seen


class _Flashes(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 the name is Qt's
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_the_arrow_keys_choose_a_standing_and_the_page_does_not_jump(at_marin: Person) -> None:
    card = at_marin.card("unaccompanied-minor")
    for _step in range(5):
        at_marin.press("Left")
    assert card.standing_control.value() == "established"
    assert card.isVisible(), "passing over 'not raised' folds nothing while the keyboard is in the card"


def test_nothing_of_the_case_is_in_the_title_or_the_settings(at_marin: Person) -> None:
    at_marin.window.close()
    stored = at_marin.window.settings.path.read_text(encoding="utf-8")
    for word in ("Marin", "26-cr-0417", "Alvarez"):
        assert word not in at_marin.window.windowTitle()
        assert word not in stored


def test_right_to_left_mirrors_the_whole_window(at_marin: Person) -> None:
    theme.change(rtl=True)
    workspace = at_marin.window.workspace
    assert workspace is not None
    QApplication.processEvents()
    assert workspace.rail.x() > workspace.result.x()
