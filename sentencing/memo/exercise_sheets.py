"""The papers of an exercise: what participants get, and the answer sheet that the trainer keeps until the end."""

from collections.abc import Iterable, Iterator

from attrs import frozen

from sentencing.case.exercise import Exercise
from sentencing.engine.answers import AnswerReader
from sentencing.engine.assignment import Question
from sentencing.engine.derivation import Derivation
from sentencing.engine.evaluate import evaluate
from sentencing.engine.forks import RUNS, named_run, open_gates
from sentencing.engine.law import law_of
from sentencing.engine.sealing import open_pack
from sentencing.engine.values import read_fact
from sentencing.errors import Problem
from sentencing.locale import N_, catalogue
from sentencing.memo.document import (
    Banner,
    Block,
    Document,
    Footer,
    Heading,
    Listing,
    Masthead,
    Paragraph,
    Run,
    Runs,
    Summary,
    Table,
)
from sentencing.memo.markdown import isolated, printable
from sentencing.memo.viewing import STATUS_NOTICES
from sentencing.memo.words import Words
from sentencing.pack.model import Fact, Pack, RegisterKind

_RUNS = {
    "established": N_("As the answers stand"),
    "prosecution": N_("If the prosecution is right"),
    "defence": N_("If the defence is right"),
}
_LINES = 5
_BLANK = "\N{NO-BREAK SPACE}"


def hand_out(exercise: Exercise, pack: Pack, language: str = "en") -> Document:
    """What participants get: the text, the facts as they stand between the parties, and room for their answer."""
    return _Sheet(exercise, open_pack(pack), language).hand_out()


def answer_sheet(exercise: Exercise, pack: Pack, language: str = "en") -> Document:
    """What the trainer keeps: what the guidance gives and by which steps, what the court did, and the note."""
    return _Sheet(exercise, open_pack(pack), language).answers()


@frozen
class _Sheet:
    exercise: Exercise
    pack: Pack
    language: str

    @property
    def words(self) -> Words:
        return Words(catalogue(self.language), self.pack)

    def hand_out(self) -> Document:
        say = self.words.say
        blocks = (
            *self._notices(),
            *_paragraphs(self.exercise.hand_out),
            _heading(say("Facts")),
            self._facts(),
            _heading(say("Your answer")),
            self._answer(),
        )
        return self._document(say("Exercise"), blocks)

    def answers(self) -> Document:
        say = self.words.say
        exercise = self.exercise
        said = say("Answer sheet. It gives away what the exercise asks: keep it until the discussion is over.")
        blocks: list[Block] = [Banner("caution", (_runs(said),)), *self._notices()]
        question, _ = AnswerReader(self.pack).question(
            exercise.facts, exercise.judgments, exercise.weights, exercise.dates
        )
        blocks += [_heading(say("Facts")), self._facts()]
        if question is not None:
            blocks += self._computed(question)
        if exercise.found or exercise.sentence:
            blocks.append(_heading(say("What the court did")))
            if exercise.found:
                blocks.append(Listing(tuple(_runs(each) for each in exercise.found)))
            blocks += _paragraphs(exercise.sentence)
        if exercise.note:
            blocks += [_heading(say("For the trainer")), *_paragraphs(exercise.note)]
        if exercise.citation:
            blocks.append(Paragraph(_runs(exercise.citation), small=True))
        return self._document(say("Answer sheet"), tuple(blocks))

    # ------------------------------------------------------------------------------------------------- parts

    def _document(self, title: str, blocks: tuple[Block, ...]) -> Document:
        words, head = self.words, self.pack.head
        edition = words.say("{pack}, edition {edition}", pack=head.title, edition=words.day(head.edition.id))
        if words.catalogue.direction == "rtl":
            blocks = isolated(blocks)
        minutes = words.say("{minutes} minutes", minutes=self.exercise.minutes) if self.exercise.minutes else ""
        return Document(
            language=words.catalogue.language,
            direction=words.catalogue.direction,
            title=printable(f"{title}: {self.exercise.title}"),
            author="",
            masthead=Masthead(
                start=tuple(printable(each) for each in (head.country, edition) if each),
                end=(minutes,) if minutes else (),
                title=printable(self.exercise.title),
                subtitle=printable(self.exercise.teaches) or title,
            ),
            blocks=blocks,
            footer=Footer(words.say("Page {page} of {pages}"), printable(edition), self.pack.hash[:12]),
        )

    def _notices(self) -> Iterator[Banner]:
        lines = []
        if self.pack.modified:
            lines.append(self.words.say("Modified for demonstration: the numbers of the guidance were changed."))
        if self.pack.head.status in STATUS_NOTICES:
            lines.append(self.words.say(STATUS_NOTICES[self.pack.head.status]))
        if lines:
            yield Banner("note", tuple(_runs(line) for line in lines))

    def _facts(self) -> Table:
        say = self.words.say
        rows = [
            (_runs(fact.ask), _runs(self._stands(fact, said)))
            for fact in self.pack.facts.values()
            if (said := self.exercise.facts.get(fact.id)) is not None
        ]
        header = (_runs(say("Question")), _runs(say("As it stands")))
        return Table((), header, tuple(rows), (3, 2), (False, False))

    def _answer(self) -> Table:
        """What the guidance asks for, with room to write; reasons have more of it."""
        say = self.words.say
        reasons = (say("Reasons"), *("" for _ in range(_LINES - 1)))
        rows = tuple((_runs(title or _BLANK), _runs(_BLANK)) for title in (*self._asked(), *reasons))
        return Table((), (_runs(_BLANK), _runs(say("Before anybody says a figure"))), rows, (1, 3), (False, False))

    def _stands(self, fact: Fact, said: object) -> str:
        say = self.words.say
        match said:
            case {"alleged": str(value)}:
                return say("{value}, alleged", value=self._value(fact, value))
            case {"prosecution": str(prosecution), "defence": str(defence)}:
                return say(
                    "Disputed. Prosecution: {prosecution}. Defence: {defence}",
                    prosecution=self._value(fact, prosecution),
                    defence=self._value(fact, defence),
                )
            case _:
                return self._value(fact, str(said))

    def _value(self, fact: Fact, text: str) -> str:
        value = read_fact(fact, text, self.pack.units)
        said = text if isinstance(value, Problem) else self.words.fact(fact, value)
        return f"{said[:1].upper()}{said[1:]}"

    def _asked(self) -> Iterable[str]:
        """What the guidance asks a person for, in the words of its registers and weights."""
        for register in self.pack.registers.values():
            if register.shown and register.kind in (RegisterKind.SCORE, RegisterKind.CATEGORY):
                yield register.title
        head = self.pack.registers[self.pack.head.headline]
        yield head.title
        for register in self.pack.registers.values():
            if register.shown and register.kind is RegisterKind.FIGURE and register is not head:
                yield register.title

    def _computed(self, question: Question) -> Iterator[Block]:
        words, say = self.words, self.words.say
        gates = open_gates(law_of(self.pack), question)
        runs = {run: evaluate(self.pack, named_run(question, run), open_gates=gates) for run in RUNS}
        head = self.pack.registers[self.pack.head.headline]
        shown = RUNS if question.forks else RUNS[:1]
        rows = []
        for run in shown:
            ended = runs[run].gate is not None
            value = say("ends at a threshold") if ended else words.value(runs[run].registers[head.id], head)
            rows.append((_runs(say(_RUNS[run])), _runs(value)))
        yield _heading(say("What the guidance gives"))
        yield Summary(_runs(head.title), tuple(rows))
        yield self._steps(runs["prosecution"])

    def _steps(self, derivation: Derivation) -> Table:
        """Every step that counts, with what it moves; of the prosecution's case, in which most of them do."""
        words, say = self.words, self.words.say
        rows = []
        for entry in derivation.entries:
            if not entry.counted:
                continue
            for change in entry.changes:
                register = self.pack.registers[change.register]
                counts = isinstance(change.after, int)
                move = words.move(change.before, change.after, register) if counts else _BLANK
                cites = "; ".join(words.cites(entry.cites))
                title = entry.option_title or entry.title
                line = f"{entry.title}: {title}" if title != entry.title else title
                rows.append((line, cites, register.title, move, words.short(change.after, register)))
        header = tuple(_runs(say(each)) for each in ("Step", "Rule", "Of", "Move", "Then"))
        caption = _runs(say("Step by step, in the prosecution's case"))
        body = tuple(tuple(_runs(cell) for cell in row) for row in rows)
        return Table(caption, header, body, (5, 4, 2, 2, 2), (False, False, False, True, True))


def _heading(text: str) -> Heading:
    return Heading(2, _runs(text))


def _paragraphs(text: str) -> list[Block]:
    return [Paragraph(_runs(" ".join(part.split()))) for part in text.split("\n\n") if part.strip()]


def _runs(text: str) -> Runs:
    return (Run(printable(text)),)
