"""A demonstration works with every pack: whatever is moved, everything that is shown can be shown."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sentencing.engine.sealing import open_pack
from sentencing.pack.model import FactKind, Pack
from sentencing.pack.reader import read_pack
from sentencing.proof.elsewhere import Asked, examples_of
from ui import theme
from ui.models.demonstration.every_number import number_lines
from ui.models.demonstration.facts import facts_view
from ui.models.demonstration.hero import about, guidance_line, hero_view, mark_words
from ui.models.demonstration.steps import steps_view
from ui.panels.demonstration import DemonstrationPage
from ui.session.demonstration import Demonstration
from ui.theme import Look, Motion, Scheme

ROOT = Path(__file__).resolve().parents[3]
PACKS = [*sorted(ROOT.glob("guidance/*/*.yaml")), *sorted((ROOT / "tests/packs").glob("*.yaml"))]
MOST = 5


@pytest.fixture(scope="module", autouse=True)
def started(qapp: QApplication) -> None:
    theme.start(qapp, Look(Scheme.LIGHT, motion=Motion.NONE))


def pack_at(path: Path) -> Pack:
    pack, problems = read_pack(path.read_bytes(), path.parent)
    assert pack is not None, [problem.sentence() for problem in problems]
    return open_pack(pack)


def some(cases: tuple[Asked, ...]) -> tuple[Asked, ...]:
    return cases[:: max(len(cases) // MOST, 1)]


def shown(desk: Demonstration) -> None:
    hero = hero_view(desk)
    assert hero.after.figure.text
    steps = steps_view(desk)
    assert len(set(steps.names)) == len(steps.names)
    assert steps.scale > 0
    pages = facts_view(desk, 0).pages
    digits = [line.digit for page in range(pages) for line in facts_view(desk, page).lines]
    assert set(digits) <= set(range(1, 10))
    assert all(line.what for line in number_lines(desk))
    assert about(desk)[1]
    assert guidance_line(desk)


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.parent.name + "/" + path.stem)
def test_every_number_and_fact_of_a_pack_can_be_changed_before_the_room(path: Path, qapp: QApplication) -> None:
    pack = pack_at(path)
    for case in some(examples_of(pack)):
        desk = Demonstration(pack, case.question)
        shown(desk)
        for weight in desk.weights[:: max(len(desk.weights) // MOST, 1)]:
            for place in (weight.stride, -weight.stride):
                if weight.low <= place <= weight.high and desk.move(weight, place):
                    assert mark_words(desk) == "Modified for demonstration"
                    assert desk.copy.modified == (weight.path,)
                    shown(desk)
                    desk.restore()
        for page in range(facts_view(desk, 0).pages):
            for line in facts_view(desk, page).lines:
                desk.set_value(line.name, line.following())
                shown(desk)
                desk.restore()
        assert desk.before is None
        desk.close()


@pytest.mark.parametrize("path", PACKS, ids=lambda path: path.parent.name + "/" + path.stem)
def test_the_page_can_be_built_for_every_pack(path: Path, qtbot: QtBot) -> None:
    pack = pack_at(path)
    case = examples_of(pack)[-1]
    page = DemonstrationPage(Demonstration(pack, case.question))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    for view in ("numbers", "elsewhere", "moves"):
        page.show_view(view)
    page.step_by_step()
    page.with_reasons()
    page.restore()
    page.close_demonstration()


def test_weights_in_words_are_moved_where_the_guidance_has_no_numbers(qtbot: QtBot) -> None:
    pack = pack_at(ROOT / "guidance/protocol-baseline/2004-01-28.yaml")
    case = next(each for each in examples_of(pack) if each.question.established.weights)
    desk = Demonstration(pack, case.question)
    line = steps_view(desk).words[0]
    other = next(word for word in line.words if word != desk.word(line.step, line.fact))
    desk.set_word(line.step, line.fact, other)
    changed = steps_view(desk).words[0]
    assert changed.place == line.words.index(other)
    assert changed.ghost == line.place
    assert mark_words(desk) == "Answers changed for demonstration"
    desk.restore()
    assert steps_view(desk).words[0] == line
    desk.close()


def test_a_count_goes_from_band_to_band_by_its_number_key(qtbot: QtBot) -> None:
    pack = pack_at(ROOT / "guidance/training-scheme/2026-01-01.yaml")
    desk = Demonstration(pack, next(each for each in examples_of(pack) if each.id == "twenty-four").question)
    values = []
    for _step in range(5):
        line = next(each for each in facts_view(desk, 0).lines if each.name == "persons")
        assert pack.facts["persons"].kind is FactKind.COUNT
        desk.set_value("persons", line.following())
        values.append(desk.value("persons"))
    assert values == [25, 100, 1, 6, 25]
    desk.close()
