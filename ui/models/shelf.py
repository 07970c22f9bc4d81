"""The guidance on this machine as a new case chooses from it: countries, packs, the edition that the days find."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from attrs import frozen

from sentencing.case.exercise import Exercise
from sentencing.case.model import Accused, Author, Case, GuidanceReference, OffenceCount
from sentencing.errors import EditionError
from sentencing.pack.editions import Governing, choose_edition
from sentencing.pack.library import Library, PackEntry
from sentencing.pack.model import EditionRule, Head, Pack, Status
from ui import paths
from ui.i18n import _, said
from ui.models.texts import day
from ui.session.own_exercises import exercises_in

EXERCISE_FOLDER = "exercises"


@frozen
class Found:
    """What the days find: an edition that may be used, or the sentence that says why there is none."""

    title: str
    status: str
    rule: str
    warning: str
    pack: str = ""
    edition: str = ""

    @property
    def can_start(self) -> bool:
        """Whether a case can begin with it."""
        return bool(self.edition)


@frozen
class ExerciseRow:
    """An exercise on the shelf."""

    title: str
    teaches: str
    minutes: str
    exercise: Exercise
    path: Path | None = None
    is_own: bool = False


class Shelf:
    """The packs on disk, listed by their heads; read once and again only when asked for."""

    def __init__(self, library: Library | None = None) -> None:
        self.library = library or Library.standard((paths.own_guidance_folder(),))
        self.own_exercises = paths.own_exercises_folder()

    @cached_property
    def packs(self) -> tuple[PackEntry, ...]:
        """Every pack whose newest edition can be read."""
        return tuple(entry for entry in self.library.packs() if entry.heads())

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Where the packs are from; what is not law stands last."""
        law = {country(entry): not is_training(entry) for entry in self.packs}
        return tuple(sorted(law, key=lambda name: (not law[name], name)))

    def packs_of(self, place: str) -> tuple[PackEntry, ...]:
        """The packs of one country or body."""
        return tuple(entry for entry in self.packs if country(entry) == place)

    def found(self, pack: str, offence: str, sentence: str) -> Found:
        """The edition that governs on these days."""
        entry = next((each for each in self.packs if each.id == pack), None)
        if entry is None:
            return Found(_("No guidance chosen"), "", "", "")
        rule = entry.heads()[-1].choice_of_edition
        wanted = _wanted_day(rule, offence, sentence)
        if wanted:
            return Found(_("Which edition governs"), "", f"{rule_words(rule)} {wanted}", "")
        dates = {name: day_ for name, day_ in (("offence-date", offence), ("sentence-date", sentence)) if day_}
        try:
            governing = choose_edition(entry.heads(), dates)
        except EditionError as error:
            return Found(_("No edition for these days"), "", sentence_of(str(error)), "")
        head = next(each for each in entry.heads() if each.edition.id == governing.edition.id)
        return Found(
            _("Edition of {day}").format(day=day(head.edition.first)),
            status_line(head),
            rule_words(head.choice_of_edition),
            _warning(governing),
            pack,
            head.edition.id,
        )

    def read(self, pack: str, edition: str) -> Pack:
        """The pack whole; PackError when it cannot be used."""
        return self.library.read(pack, edition)

    def exercises(self) -> Iterator[ExerciseRow]:
        """The exercises beside the packs, and then the trainer's own."""
        folders = [(entry.folder / EXERCISE_FOLDER, False) for entry in self.packs]
        for folder, is_own in (*folders, (self.own_exercises, True)):
            for path, exercise in exercises_in(folder):
                minutes = _("{minutes} minutes").format(minutes=exercise.minutes) if exercise.minutes else ""
                yield ExerciseRow(exercise.title, exercise.teaches, minutes, exercise, path, is_own)


def new_case(pack: Pack, id_: str, offence: str, sentence: str, author: Author) -> Case:
    """An empty case under a pack: one accused, one count."""
    return Case(
        id=id_,
        guidance=GuidanceReference(pack.head.id, pack.head.edition.id, pack.hash),
        accused=(Accused("A1", counts=("C1",)),),
        counts=(OffenceCount("C1", first=offence, last=offence),),
        hearing=sentence,
        author=author,
    )


def country(entry: PackEntry) -> str:
    """The country or body of a pack."""
    return entry.country or (entry.newest.head.jurisdiction if entry.newest.head is not None else entry.id)


def is_training(entry: PackEntry) -> bool:
    """Whether a pack is not law."""
    return entry.newest.status is Status.TRAINING


def status_line(head: Head) -> str:
    """How far an edition may be trusted, in a sentence."""
    match head.status:
        case Status.OFFICIAL:
            return _("Official: issued by {authority}.").format(authority=head.authority)
        case Status.REVIEWED:
            return _("Reviewed against its sources; not issued by {authority}.").format(authority=head.authority)
        case Status.DRAFT:
            return _("Draft: not yet reviewed, and not issued by {authority}. Every page says so.").format(
                authority=head.authority
            )
        case Status.TRAINING:
            return _("For training. It is not law anywhere.")


def rule_words(rule: EditionRule) -> str:
    """Which edition governs, in a sentence."""
    match rule:
        case EditionRule.OFFENCE_DATE:
            return _("The edition in force on the day of the offence applies.")
        case EditionRule.SENTENCE_DATE:
            return _("The edition in force on the day of sentence applies.")
        case EditionRule.MILDER:
            return _("The milder edition between offence and sentence applies.")
        case EditionRule.SENTENCE_DATE_UNLESS_HARSHER:
            return _("The edition in force at sentencing applies, unless it is harsher than the one at the offence.")


def sentence_of(text: str) -> str:
    """What an error says of itself, as a sentence in the reader's language."""
    words = said(text)
    return f"{words[:1].upper()}{words[1:]}".rstrip(".") + "."


def _wanted_day(rule: EditionRule, offence: str, sentence: str) -> str:
    """The day without which no edition can be found; empty when it is given."""
    if rule in (EditionRule.OFFENCE_DATE, EditionRule.MILDER):
        return "" if offence else _("Give the day of the offence.")
    return "" if sentence else _("Give the day of the sentence, as far as it is known.")


def _warning(governing: Governing) -> str:
    parts = []
    if governing.unverified_after is not None:
        words = _("An edition from {day} exists and its text has not been read. The memo will say so.")
        parts.append(words.format(day=day(governing.unverified_after)))
    if governing.not_compared:
        which = {"sentence-date": _("day of sentence"), "offence-date": _("day of the offence")}
        words = _("Without the {day} no other edition can be compared.")
        parts.append(words.format(day=which.get(governing.not_compared, governing.not_compared)))
    if governing.compares:
        parts.append(_("More than one edition lies between offence and sentence: compare their results."))
    return " ".join(parts)
