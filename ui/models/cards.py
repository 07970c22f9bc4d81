"""A fact as its card shows it: question, definition, standing, values, parties, effect, evidence and reasons."""

from attrs import frozen

from sentencing.case.model import Admissible, Answer, Direction, Evidence, EvidenceKind, Interpreter, Standing
from sentencing.engine.derivation import EntryStatus
from sentencing.pack.model import Cite, Fact, FactKind
from ui.i18n import _, ngettext
from ui.models.effects import EffectText, card_effect, option_effect, party_effect, preview
from ui.models.texts import day
from ui.models.values import engine_form
from ui.models.wording import cite, fact_name, short_cite, standing_key, standing_word
from ui.session.edits import normal_place
from ui.session.scene import Scene

EVIDENCE_ICONS = {
    EvidenceKind.DOCUMENT: "ph.file-text",
    EvidenceKind.STATEMENT: "ph.user",
    EvidenceKind.INTERVIEW: "ph.chats",
    EvidenceKind.RECORDING: "ph.video-camera",
    EvidenceKind.EXPERT: "ph.flask",
    EvidenceKind.TECHNIQUE: "ph.broadcast",
}


@frozen
class OptionView:
    """One value that a fact may have, in words, with what it would do."""

    key: str
    word: str
    effect: str = ""


@frozen
class PartyView:
    """What one party says of a disputed fact."""

    who: str
    value: str
    source: str
    effect: str


@frozen
class EvidenceView:
    """One piece of evidence under a fact."""

    id: str
    icon: str
    title: str
    note: str
    leaving: str
    direction: Direction
    speaks: str


@frozen
class NoticeView:
    """A rule about counting twice: what it says, and the fact it leads to."""

    text: str
    other: str
    other_name: str


@frozen
class CardView:
    """Everything a card shows; two equal views look alike."""

    fact: Fact
    standing: str
    standing_word: str
    folds: bool
    effect: EffectText
    wants_value: bool
    value: str
    options: tuple[OptionView, ...]
    parties: tuple[PartyView, ...]
    rule: str
    notice: NoticeView | None
    cite: str
    short_cite: str
    citation: Cite | None
    evidence: tuple[EvidenceView, ...]
    reasons: str
    reasons_wanted: str
    """Why reasons are compulsory here; empty when they are not."""
    basis: str
    differs: str
    may_differ: str
    note: str


def card_view(scene: Scene, fact: Fact) -> CardView:
    """A fact's card in a scene."""
    answer = scene.answer(fact.id)
    waiting = scene.waiting.get(fact.id)
    standing = waiting or scene.standing(fact.id)
    stated = standing in (Standing.ESTABLISHED, Standing.ALLEGED)
    return CardView(
        fact=fact,
        standing=standing_key(standing),
        standing_word=standing_word(standing),
        folds=standing in (Standing.NOT_RAISED, Standing.CONSIDERED),
        effect=card_effect(scene, fact, scene.standing(fact.id)),
        wants_value=stated and _has_value_control(fact, answer),
        value=answer.value if answer is not None and waiting is None else "",
        options=options(scene, fact) if stated or standing is Standing.DISPUTED else (),
        parties=_parties(scene, fact, answer) if answer is not None and standing is Standing.DISPUTED else (),
        rule=_rule(standing),
        notice=_notice(scene, fact, answer),
        cite=cite(fact.cites[0], scene.pack) if fact.cites else "",
        short_cite=short_cite(fact.cites[0], scene.pack) if fact.cites else "",
        citation=fact.cites[0] if fact.cites else None,
        evidence=tuple(_evidence(scene, answer)),
        reasons=answer.reasons if answer is not None else "",
        reasons_wanted=_reasons_wanted(scene, fact, standing),
        basis=answer.basis.value if answer is not None and answer.basis is not None else "",
        differs=_("Differs for {accused}").format(accused=scene.subject.accused) if scene.differs(fact) else "",
        may_differ=_may_differ(scene, fact),
        note=_("Give the value; until then it counts as open.") if waiting is not None else "",
    )


def options(scene: Scene, fact: Fact) -> tuple[OptionView, ...]:
    """The values of a yes-no or choice fact."""
    if fact.kind is FactKind.YES_NO:
        return (
            OptionView("yes", fact.labels.get("yes", _("Yes"))),
            OptionView("no", fact.labels.get("no", _("No"))),
        )
    if fact.kind is FactKind.CHOICE:
        return tuple(OptionView(value, fact.label(value), option_effect(scene, fact, value)) for value in fact.values)
    return ()


def is_positive(scene: Scene, fact: Fact) -> bool:
    """Whether an answer says something other than the default, or somebody says so."""
    answer = scene.answer(fact.id)
    if answer is None:
        return False
    if answer.standing is Standing.DISPUTED:
        return True
    stated = answer.standing in (Standing.ESTABLISHED, Standing.ALLEGED)
    return stated and answer.value not in ("", str(fact.default))


def evidence_view(evidence: Evidence, direction: Direction) -> EvidenceView:
    """A piece of evidence as its row shows it."""
    return EvidenceView(
        id=evidence.id,
        icon=EVIDENCE_ICONS[evidence.kind],
        title=", ".join(part for part in (evidence.label, evidence.pages) if part),
        note="; ".join(_notes(evidence)),
        leaving=_("May leave the country on {day}").format(day=day(evidence.leaves)) if evidence.leaves else "",
        direction=direction,
        speaks=_("supports") if direction is Direction.FOR else _("opposes"),
    )


def _notes(evidence: Evidence) -> list[str]:
    notes = [evidence.note] if evidence.note else []
    if evidence.interpreter is Interpreter.USED:
        notes.append(_("through an interpreter, not cross-checked"))
    elif evidence.interpreter is Interpreter.CHECKED:
        notes.append(_("through an interpreter, cross-checked"))
    if evidence.admissible is Admissible.CONTESTED:
        notes.append(_("admissibility contested"))
    elif evidence.admissible is Admissible.NO:
        notes.append(_("not admissible"))
    if notes:
        notes[0] = notes[0][0].upper() + notes[0][1:]
    return notes


def _evidence(scene: Scene, answer: Answer | None) -> list[EvidenceView]:
    links = answer.evidence if answer is not None else ()
    return [evidence_view(scene.evidence[link.id], link.direction) for link in links if link.id in scene.evidence]


def _has_value_control(fact: Fact, answer: Answer | None) -> bool:
    """Established says yes for a fact that reads as no until then; every other fact needs its value said."""
    if fact.kind is not FactKind.YES_NO or fact.default != "no":
        return True
    return answer is not None and answer.value == "no"


def _parties(scene: Scene, fact: Fact, answer: Answer) -> tuple[PartyView, ...]:
    def party(who: str, value: str, direction: Direction) -> PartyView:
        sources = [link.id for link in answer.evidence if link.direction is direction and link.id in scene.evidence]
        source = scene.evidence[sources[0]].label if sources else ""
        known = engine_form(fact, value, scene.pack)
        return PartyView(who, value, source, party_effect(scene, fact, known) if known is not None else "")

    return (
        party(_("Prosecution"), answer.prosecution, Direction.FOR),
        party(_("Defence"), answer.defence, Direction.AGAINST),
    )


def _rule(standing: Standing | None) -> str:
    if standing is Standing.DISPUTED:
        return _("Until it is decided the defence’s value counts: a disputed fact is not proven.")
    if standing is Standing.ALLEGED:
        return _("The defence has not been heard: until then it is not counted.")
    return ""


def _notice(scene: Scene, fact: Fact, answer: Answer | None) -> NoticeView | None:
    if answer is None or not is_positive(scene, fact):
        return None
    for entry in scene.readers.get(fact.id, ()):
        if entry.status is EntryStatus.EXCLUDED and entry.excluded_by:
            text = _("{step} is met and not counted: {cite}.").format(
                step=entry.title, cite=cite(entry.excluded_by[0], scene.pack)
            )
            return NoticeView(f"{text} {entry.note}".strip(), "", "")
    for relation in scene.pack.relations:
        others = [scene.pack.facts[name] for name in relation.facts if name != fact.id and name in scene.pack.facts]
        counted = next((other for other in others if is_positive(scene, other)), None)
        if fact.id in relation.facts and counted is not None:
            cites = ", ".join(cite(each, scene.pack) for each in relation.cites)
            text = f"{relation.say} {cites}".strip()
            return NoticeView(text, counted.id, fact_name(counted))
    return None


def _reasons_wanted(scene: Scene, fact: Fact, standing: Standing | None) -> str:
    if standing is Standing.CONSIDERED:
        return _("Say why it was found not to apply. The memo prints it.")
    if scene.differs(fact):
        return _("Say why it differs for {accused}. The memo prints it.").format(accused=scene.subject.accused)
    return ""


def _may_differ(scene: Scene, fact: Fact) -> str:
    """The words of the act that answers for this accused alone; empty when there is only one, or it is theirs."""
    accused, _count = normal_place(fact, scene.subject)
    if len(scene.case.accused) < 2 or accused:
        return ""
    if scene.differs(fact):
        return _("Same for everyone again")
    return _("It differs for {accused}").format(accused=scene.subject.accused)


def open_words(number: int) -> str:
    """What stands beside the way on, when facts of a page are open."""
    if not number:
        return _("Next page. Everything here is answered.")
    return ngettext(
        "Next page. {number} fact is still open here; you may leave it open.",
        "Next page. {number} facts are still open here; you may leave them open.",
        number,
    )


def preview_of(scene: Scene, fact: Fact) -> EffectText:
    """What the worse answer would do, for lists."""
    return preview(scene, fact)
