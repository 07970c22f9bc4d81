"""`view_of`: from the open case, a pack and an assessment to everything that one memo may say."""

import hashlib
from collections.abc import Mapping
from typing import Final

from sentencing.case.json_form import case_bytes
from sentencing.case.model import Case
from sentencing.engine.assessment import Assessment
from sentencing.engine.derivation import Remark
from sentencing.engine.sealing import open_pack
from sentencing.errors import MemoError
from sentencing.locale import N_, catalogue
from sentencing.memo import asking, chart, computing, deciding, disputing, summing, telling
from sentencing.memo.annexes import LeftOutText, SourceRead
from sentencing.memo.matter import TRAINING, Choices, Matter
from sentencing.memo.view import Charge, Header, Included, Law, View
from sentencing.memo.words import Words
from sentencing.pack.model import Cite, EditionRule, JudgmentKind, Pack, Status

DIGITS: Final = 12
STATUS_WORDS: Final[Mapping[Status, str]] = {
    Status.OFFICIAL: N_("official"),
    Status.REVIEWED: N_("reviewed"),
    Status.DRAFT: N_("draft"),
    Status.TRAINING: N_("for training, not law"),
}
STATUS_NOTICES: Final[Mapping[Status, str]] = {
    Status.REVIEWED: N_("Reviewed guidance: this text of the guidance is not issued by its authority."),
    Status.DRAFT: N_("Draft guidance: this text of the guidance has not been checked by its authority."),
    Status.TRAINING: N_("Training material: this guidance is not law."),
}
CHOSEN_BY: Final[Mapping[EditionRule, str]] = {
    EditionRule.OFFENCE_DATE: N_("the day of the offence"),
    EditionRule.SENTENCE_DATE: N_("the day of sentence"),
    EditionRule.MILDER: N_("the milder of the editions from offence to sentence"),
    EditionRule.SENTENCE_DATE_UNLESS_HARSHER: N_(
        "the day of sentence, unless the edition of the offence day is milder"
    ),
}


def view_of(
    case: Case,
    pack: Pack,
    assessment: Assessment,
    accused: str,
    count: str = "",
    choices: Choices | None = None,
    include: Included | None = None,
) -> View:
    """What one memo may say. `case` is the open case; `assessment` answers its question for this accused and count."""
    matter = _matter(case, pack, assessment, accused, count, choices or Choices())
    found = disputing.disputes(matter)
    proposal_title, proposal = deciding.proposal(matter)
    result_title, result = summing.result_of(matter)
    said = computing.steps(matter)
    unanswered = asking.open_facts(matter)
    return View(
        audience=matter.choices.audience,
        language=matter.choices.language,
        short=matter.choices.short,
        include=include or Included(),
        header=_header(matter),
        law=_law(matter),
        notices=_notices(matter),
        drafts=_drafts(matter),
        result=result,
        result_title=result_title,
        result_open=summing.is_open(matter),
        result_noun=matter.words.inside(result_title),
        proposal=proposal,
        proposal_title=proposal_title,
        summary=summing.summary_of(matter, found, said),
        charges=_charges(matter),
        charge_facts=telling.told_in(matter, "charge_facts"),
        threshold=telling.told_in(matter, "threshold"),
        gates=computing.gates(matter),
        facts=telling.told_in(matter, "facts"),
        steps=said,
        not_applied=telling.told_in(matter, "not_applied"),
        replaced=computing.replaced(matter),
        record=telling.told_in(matter, "record"),
        reductions=computing.reductions(matter),
        decisions=deciding.decisions(matter),
        disputes=found,
        envelope=disputing.envelope(matter),
        open_facts=unanswered,
        practice=telling.told_in(matter, "practice"),
        unsaid=tuple(matter.words.inside(matter.name_of(matter.pack.facts[name])) for name in matter.unsaid),
        concerns=telling.concerns(matter),
        orders=deciding.orders(matter),
        remarks=tuple(dict.fromkeys(map(matter.words.remark, _remarks(matter)))),
        annex_a=computing.lines(matter),
        not_met=tuple(computing.not_met(matter)),
        annex_b=telling.factors(matter, unanswered),
        sources=_sources(matter),
        leaves_out=tuple(
            LeftOutText(each.title, each.say, matter.words.cites(each.cites)) for each in matter.pack.head.leaves_out
        ),
        exhibits=telling.exhibits(matter),
        chart=chart.waterfall(matter),
        range_bar=chart.range_bar(matter),
        to_decide=tuple(matter.words.inside(each.told.name) for each in found if each.turns),
        idle=tuple(
            matter.words.inside(each.told.name)
            for each in found
            if not each.turns and each.certain and not each.weighed
        ),
        ask_next=asking.ask_next(unanswered, sum(each.turns for each in found)),
        edition_line=_edition_line(matter),
        hashes=matter.words.say(
            "pack {pack} · case {case}", pack=pack.hash[:DIGITS] or "–", case=open_hash(case)[:DIGITS]
        ),
        told=tuple(fact.id for fact in matter.pack.facts.values() if telling.owner(matter, fact)),
    )


def open_hash(case: Case) -> str:
    """The SHA-256 of the open part of a case, as its file holds it: the same case has the same on every machine."""
    return hashlib.sha256(case_bytes(case)).hexdigest()


def _matter(case: Case, pack: Pack, assessment: Assessment, accused: str, count: str, choices: Choices) -> Matter:
    who = next((each for each in case.accused if each.id == accused), None)
    if who is None:
        raise MemoError(f"the case has no accused '{accused}'")
    charged = [each for each in case.counts if not who.counts or each.id in who.counts]
    counts = tuple(each for each in charged if not count or each.id == count)
    words = Words(catalogue(choices.language), open_pack(pack))
    return Matter(case, who, counts, open_pack(pack), assessment, words, choices)


# ---------------------------------------------------------------------------------------------------------- header


def _header(matter: Matter) -> Header:
    case, words = matter.case, matter.words
    nameless = matter.choices.audience == TRAINING
    first = min((count.first for count in matter.counts if count.first), default="")
    last = max((count.last or count.first for count in matter.counts), default="")
    return Header(
        court="" if nameless else case.court,
        reference="" if nameless else case.reference,
        title="" if nameless else case.title,
        accused=matter.accused.id if nameless else matter.accused.name or matter.accused.id,
        offence="; ".join(dict.fromkeys(matter.typed(count.provision) for count in matter.counts if count.provision)),
        days=words.days(first, last) if first else "",
        hearing="" if nameless or not case.hearing else words.day(case.hearing),
        author="" if nameless else case.author.name,
        role="" if nameless else case.author.role,
    )


def _charges(matter: Matter) -> tuple[Charge, ...]:
    words = matter.words
    return tuple(
        Charge(
            title=matter.typed(count.title),
            provision=matter.typed(count.provision),
            when=words.when(count.first, count.last) if count.first else "",
            convicted=words.day(count.conviction_date) if count.conviction_date else "",
        )
        for count in matter.counts
    )


def _law(matter: Matter) -> Law:
    head, words = matter.pack.head, matter.words
    rule = head.choice_of_edition
    dates = matter.assessment.question.established.dates
    governing = "offence-date" if rule in (EditionRule.OFFENCE_DATE, EditionRule.MILDER) else "sentence-date"
    last = head.edition.last
    first = words.day(head.edition.first)
    return Law(
        title=head.title,
        authority=head.authority,
        edition="" if head.edition.id == head.edition.first else words.day(head.edition.id),
        days=words.say("from {first} to {last}", first=first, last=words.day(last))
        if last
        else words.say("since {first}", first=first),
        status=words.say(STATUS_WORDS[head.status]),
        chosen_by=words.say(CHOSEN_BY[rule]),
        chosen_day=words.day(dates.get(governing, "")) if dates.get(governing) else "",
        own_source=matter.pack.sources[words.own_source].title if words.own_source else "",
    )


def _edition_line(matter: Matter) -> str:
    edition = matter.words.day(matter.pack.head.edition.id)
    return matter.words.say("{pack}, edition {edition}", pack=matter.pack.head.title, edition=edition)


# --------------------------------------------------------------------------------------------------------- notices


def _notices(matter: Matter) -> tuple[str, ...]:
    """What the reader must know before the first number."""
    words, head = matter.words, matter.pack.head
    said = []
    if matter.choices.modified or matter.pack.modified:
        said.append(words.say("Modified for demonstration: the numbers of the guidance were changed."))
    if head.status in STATUS_NOTICES:
        said.append(words.say(STATUS_NOTICES[head.status]))
    if head.edition.unverified_after and _beyond(matter, head.edition.unverified_after):
        day = words.day(head.edition.unverified_after)
        said.append(words.say("A later edition is known to exist from {day}. It was not read.", day=day))
    if matter.derivation.gate is not None:
        said.append(words.say("The assessment ends at a threshold; no result was computed."))
    said += list(matter.derivation.contradictions)
    return (*said, *_provisional(matter))


def _beyond(matter: Matter, day: str) -> bool:
    dates = matter.assessment.question.established.dates
    known = [dates[name] for name in ("offence-date", "sentence-date") if dates.get(name)]
    return not dates.get("sentence-date") or any(each >= day for each in known)


def _provisional(matter: Matter) -> tuple[str, ...]:
    words, question = matter.words, matter.assessment.question
    parts = []
    missing = matter.missing
    kinds = [fork.kind for fork in question.forks]
    if missing:
        parts.append(words.counted("one fact is open", "{n} facts are open", len(missing)))
    disputed, alleged, undecided = (kinds.count(kind) for kind in ("disputed", "alleged", "undecided"))
    if disputed:
        parts.append(words.counted("one is disputed", "{n} are disputed", disputed))
    if alleged:
        parts.append(words.counted("one is alleged", "{n} are alleged", alleged))
    if undecided:
        parts.append(words.counted("one judgment is not made", "{n} judgments are not made", undecided))
    if not parts:
        return ()
    return (words.say("Provisional: {parts}.", parts=", ".join(parts)),)


def _drafts(matter: Matter) -> tuple[str, ...]:
    """What is missing before the memo can be signed."""
    words = matter.words
    missing = []
    for decision in deciding.decisions(matter):
        if decision.value and not decision.reasons:
            missing.append(words.say("no reasons are given for {title}", title=decision.title))
        elif decision.proposes and not decision.value:
            missing.append(words.say("{title} is not chosen", title=decision.title))
        if decision.rejected:
            missing.append(words.say("the value given for {title} is outside its bounds", title=decision.title))
    missing += [
        words.say("no reasons are given for {title}", title=told.name)
        for told in telling.told_in(matter, "not_applied")
        if not told.reasons
    ]
    return (words.say("Draft: {missing}.", missing="; ".join(missing)),) if missing else ()


def _remarks(matter: Matter) -> tuple[Remark, ...]:
    shown = {step.id for step in matter.pack.steps}
    return tuple(remark for remark in matter.derivation.remarks if remark.step in shown or not remark.step)


def _sources(matter: Matter) -> tuple[SourceRead, ...]:
    """Annex C: the sources that this memo cites, as the pack read them."""
    words = matter.words
    used = _cited_sources(matter)
    found = []
    for source in matter.pack.sources.values():
        if source.id not in used:
            continue
        read = words.say("text read") if source.read == "text" else words.say("second-hand")
        if source.copy:
            read = words.say("{how}, copy of {day}", how=read, day=words.day(source.copy))
        found.append(SourceRead(source.title, source.url, source.quote, read))
    return tuple(found)


def _cited_sources(matter: Matter) -> set[str]:
    cites: list[Cite] = []
    for entry in matter.entries():
        cites += [*entry.cites, *entry.excluded_by]
    for fact in matter.pack.facts.values():
        cites += fact.cites if fact.id in matter.asked else ()
    for judgment in matter.pack.judgments.values():
        cites += judgment.cites if judgment.kind is not JudgmentKind.ORDER or matter.judgment(judgment.id) else ()
    for left_out in matter.pack.head.leaves_out:
        cites += left_out.cites
    return {cite.source for cite in cites}
