"""Dots on an axis with their words: what is drawn, the same in a sentence, and what is withheld."""

from attrs import frozen

from sentencing.case.class_room.dots import FULL, Axis, Dots
from ui.i18n import _, ngettext
from ui.models.class_room.places import Say


@frozen
class Drawing:
    """A dot plot: (place, people) of each column, (place, words) of each tick, places as parts of the axis.

    `half` is where the middle half begins, its median, and where it ends; `counted` writes the number over a column.
    """

    columns: tuple[tuple[float, int], ...]
    ticks: tuple[tuple[float, str], ...]
    spoken: str
    half: tuple[float, float, float] | None = None
    counted: bool = False


@frozen
class PlotRow:
    """One group: its label, its plot, and its sentence; without a plot it is of fewer than five people."""

    label: str
    plot: Drawing | None
    sentence: str
    end: str = ""
    """How wide the middle half is."""
    outlined: bool = False


@frozen
class Block:
    """Groups on one axis under one title."""

    title: str
    rows: tuple[PlotRow, ...]
    note: str = ""


def withheld_words() -> str:
    """What is said of a group that is too small."""
    return _("Fewer than five people: not shown.")


def plot_row(label: str, dots: Dots | None, axis: Axis, short: Say, full: Say, *, outlined: bool = False) -> PlotRow:
    """A group of places that have an order."""
    if dots is None:
        return PlotRow(label, None, withheld_words(), outlined=outlined)
    found = dots.quartiles
    sentence = _("Median {median}. Middle half {lower} to {upper}, all {least} to {most}. {people}.").format(
        median=full(found.median),
        lower=short(found.lower),
        upper=full(found.upper),
        least=short(found.least),
        most=full(found.most),
        people=people(found.people),
    )
    if found.half == 0:
        sentence = _("Median and middle half {median}, all {least} to {most}. {people}.").format(
            median=full(found.median), least=short(found.least), most=full(found.most), people=people(found.people)
        )
    if found.whole == 0:
        sentence = _("All {people} at {median}.").format(people=people(found.people), median=full(found.median))
    half = tuple(mark.at / FULL for mark in (dots.lower, dots.median, dots.upper))
    plot = Drawing(columns(dots), ticks(axis, short), spoken(label, sentence), (half[0], half[1], half[2]))
    return PlotRow(label, plot, sentence, "" if found.half == 0 else full(found.half), outlined)


def word_row(label: str, dots: Dots, axis: Axis, short: Say, sentence: str, *, is_ordered: bool) -> PlotRow:
    """A group of values in words, each with its number."""
    half = tuple(mark.at / FULL for mark in (dots.lower, dots.median, dots.upper)) if is_ordered else ()
    plot = Drawing(
        columns(dots),
        ticks(axis, short),
        spoken(label, sentence),
        (half[0], half[1], half[2]) if half else None,
        counted=True,
    )
    return PlotRow(label, plot, sentence)


def people(number: int) -> str:
    """A number of people."""
    return ngettext("{number} person", "{number} people", number)


def columns(dots: Dots) -> tuple[tuple[float, int], ...]:
    """The columns as parts of the axis."""
    return tuple((column.at / FULL, column.people) for column in dots.columns)


def ticks(axis: Axis, short: Say) -> tuple[tuple[float, str], ...]:
    """The words of the axis."""
    return tuple((tick.at / FULL, short(tick.value)) for tick in axis.ticks)


def spoken(label: str, sentence: str) -> str:
    """What a screen reader hears of a plot."""
    return f"{label}: {sentence}" if label else sentence
