"""The charts are plain SVG that reads without colour, say the same in words, and turn round with the language."""

import re
import xml.etree.ElementTree as ElementTree
from itertools import pairwise

import pytest

from sentencing.locale import Catalogue
from sentencing.memo import make, phrases, viewing
from sentencing.memo.document import text_of
from sentencing.memo.make import Form, Request, document_of, make_memo
from sentencing.memo.view import Picture
from tests.engine.memo.matters import baseline, guidance, marin_in_full, view

SVG = "{http://www.w3.org/2000/svg}"


def waterfall() -> Picture:
    chart = view().chart
    assert chart is not None
    return chart


def test_it_uses_attributes_only_and_one_family() -> None:
    root = ElementTree.fromstring(waterfall().svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {"svg", "text", "tspan", "line", "rect"}
    assert {element.get("font-family") for element in root.iter(f"{SVG}text")} == {"IBM Plex Sans"}
    assert not [element for element in root.iter() if element.get("style") or element.get("class")]


def test_rises_are_filled_falls_and_floors_are_outlined() -> None:
    bars = [(bar.get("fill"), bar.get("stroke")) for bar in ElementTree.fromstring(waterfall().svg).iter(f"{SVG}rect")]
    base, persons, risk, floor, injury, acceptance = bars
    assert base == ("#85827A", "none")
    assert persons == risk == injury == ("#0C5868", "none")
    assert floor == ("#E2EEF0", "#0C5868")
    assert acceptance == ("#FFFFFF", "#474D51")


def test_each_bar_begins_where_the_last_ended() -> None:
    bars = [
        (float(bar.get("x", "0")), float(bar.get("x", "0")) + float(bar.get("width", "0")))
        for bar in ElementTree.fromstring(waterfall().svg).iter(f"{SVG}rect")
    ]
    for (_, end), (start, _) in pairwise(bars[:5]):
        assert abs(end - start) < 1


def test_the_same_stands_in_words() -> None:
    assert waterfall().words == (
        "Offense level, step by step: Base offense level 12; Number of persons +3 → 15; Risk of death +3 → 18; "
        "Bodily injury +2 → 20; Acceptance of responsibility −3 → 17."
    )
    bar = view().range_bar
    assert bar is not None
    assert (
        bar.words == "Guideline range 24 to 30 months; 24 to 37 months over all that is open, within up to 120 months."
    )


def test_a_citation_that_does_not_fit_is_left_out_and_never_cut() -> None:
    chart = view(marin_in_full(), guidance("us-2l1.1", "2025-11-01")).chart
    assert chart is not None
    asides = [each.text for each in ElementTree.fromstring(chart.svg).iter(f"{SVG}tspan")]
    assert all(re.fullmatch(r"\u00a0[^ ]+", aside or "") for aside in asides)
    assert "\u00a02L1.1(b)(6)" not in asides


def test_a_law_without_steps_in_points_has_no_waterfall() -> None:
    assert view(baseline(), guidance("protocol-baseline", "2004-01-28")).chart is None


@pytest.fixture
def arabic(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (viewing, make, phrases):
        monkeypatch.setattr(module, "catalogue", lambda _: Catalogue("ar"))


def test_from_right_to_left_everything_is_mirrored(arabic: None) -> None:
    chart = view().chart
    assert chart is not None
    root = ElementTree.fromstring(chart.svg)
    first = next(root.iter(f"{SVG}rect"))
    assert float(first.get("x", "0")) + float(first.get("width", "0")) == chart.width - 162
    assert {element.get("direction") for element in root.iter(f"{SVG}text")} == {"rtl"}


def test_from_right_to_left_citations_keep_their_direction(arabic: None) -> None:
    document, _ = document_of(view())
    assert document.direction == "rtl"
    assert "\u2068§2L1.1(b)(6)\u2069" in text_of(document)
    shown = view()
    assert make_memo(Request(shown)).content.startswith(b"%PDF")
    assert b'dir="rtl"' in make_memo(Request(shown, Form.HTML)).content
    assert make_memo(Request(shown, Form.DOCX)).content.startswith(b"PK")
