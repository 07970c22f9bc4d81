"""The demonstration on paper: what was changed, what it gives, and the steps; a changed guidance is named as such."""

from sentencing.memo.document import Banner, Block, Document, Footer, Heading, Masthead, Paragraph, Run, Runs, Table
from sentencing.memo.markdown import isolated, printable
from ui import theme
from ui.i18n import _, language
from ui.models.demonstration.every_number import elsewhere_view, number_lines, text_of
from ui.models.demonstration.hero import Hero, about, guidance_line, hero_view, mark_words
from ui.models.demonstration.steps import steps_view
from ui.session.demonstration import Demonstration


def paper(desk: Demonstration) -> Document:
    """What is on the screen, for the wall or the file; never a name."""
    title, beside = about(desk)
    mark = mark_words(desk)
    blocks: tuple[Block, ...] = tuple(_blocks(desk, mark))
    if theme.is_rtl():
        blocks = isolated(blocks)
    return Document(
        language=language(),
        direction="rtl" if theme.is_rtl() else "ltr",
        title=printable(": ".join(part for part in (mark, title) if part)),
        author="",
        masthead=Masthead((printable(guidance_line(desk)),), (mark,) if mark else (), printable(title), beside),
        blocks=blocks,
        footer=Footer(_("Page {page} of {pages}"), mark or printable(guidance_line(desk)), desk.copy.hash[:12]),
    )


def _blocks(desk: Demonstration, mark: str) -> list[Block]:
    blocks: list[Block] = []
    if desk.moved:
        said = _("The numbers below are not those of the guidance. They were changed to show what they weigh.")
        blocks.append(Banner("caution", (_runs(mark), _runs(said))))
    elif mark:
        blocks.append(Banner("note", (_runs(mark),)))
    view = hero_view(desk)
    heroes = [view.before, view.after] if view.before is not None else [view.after]
    rows = tuple((_runs(hero.caption), _runs(_figure(hero))) for hero in heroes)
    blocks.append(Table((), (_runs(_("Result")), _runs(" ")), rows, (2, 3), (False, False)))
    moved = [line for line in number_lines(desk) if line.weight.is_moved]
    if moved:
        blocks.append(Heading(2, _runs(_("Changed for this demonstration"))))
        steps = {entry.step: entry.title for entry in desk.after.derivation.entries}
        changed = tuple(
            (
                _runs(steps.get(line.weight.step, line.weight.step)),
                _runs(line.what),
                _runs(text_of(line.weight, 0)),
                _runs(text_of(line.weight, line.weight.place)),
            )
            for line in moved
        )
        header = (_("Step"), _("Number"), _("The guidance says"), _("With your change"))
        blocks.append(Table((), tuple(map(_runs, header)), changed, (4, 4, 2, 2), (False, False, True, True)))
        summary = elsewhere_view(desk, desk.elsewhere)
        if summary.count:
            blocks.append(Paragraph(_runs(summary.summary)))
    blocks += _steps(desk)
    return blocks


def _steps(desk: Demonstration) -> list[Block]:
    view = steps_view(desk)
    reasons = desk.reveal.reasons if desk.reveal is not None else {}
    rows = [
        (
            _runs(line.row.name),
            _runs(", ".join(part for part in (line.row.cite, line.row.note, line.said) if part)),
            _runs(line.row.move),
            _runs(line.row.reached),
        )
        for line in view.lines
    ]
    rows += [
        (_runs(word.name), _runs(""), _runs(word.labels[word.place]), _runs(""))
        for word in view.words
        if word.place is not None
    ]
    header = (_("Step"), _("Rule"), _("Move"), _("Then"))
    blocks: list[Block] = [Heading(2, _runs(_("What moved it")))]
    blocks.append(Table((), tuple(map(_runs, header)), tuple(rows), (4, 4, 2, 2), (False, False, True, True)))
    given = [(line.row.name, reasons[line.row.step]) for line in view.lines if line.row.step in reasons]
    if given:
        blocks.append(Heading(2, _runs(_("The room's reasons"))))
        blocks += [Paragraph(_runs(_("{step}: {reason}").format(step=step, reason=reason))) for step, reason in given]
    return blocks


def _figure(hero: Hero) -> str:
    figure = f"{hero.figure.text} {hero.figure.unit}".strip()
    return ", ".join(part for part in (figure, hero.beside) if part)


def _runs(text: str) -> Runs:
    return (Run(printable(text) or "\N{NO-BREAK SPACE}"),)
