"""The pages of a case: their order, their words, and how far each is."""

from enum import Enum

from attrs import frozen

from sentencing.engine.derivation import Entry
from sentencing.pack.model import Assistance, Group, JudgmentKind, Pack
from ui.i18n import _
from ui.models.attention import Need, needs
from ui.models.texts import day
from ui.models.wording import OPEN
from ui.session.scene import Scene


class PageId(Enum):
    """The nine pages; the value is the key in settings, the order is that of the numbers."""

    CASE = "case"
    THRESHOLD = "threshold"
    CONDUCT = "conduct"
    AGGRAVATING = "aggravating"
    MITIGATING = "mitigating"
    COOPERATION = "cooperation"
    RECORD = "record"
    RECOMMENDATION = "recommendation"
    MEMO = "memo"

    @property
    def number(self) -> int:
        """1 to 9."""
        return list(PageId).index(self) + 1

    @property
    def group(self) -> Group | None:
        """The group of facts on the page, if it is one of the interview's."""
        return _GROUPS.get(self)


_GROUPS = {
    PageId.THRESHOLD: Group.THRESHOLD,
    PageId.CONDUCT: Group.CONDUCT,
    PageId.AGGRAVATING: Group.AGGRAVATING,
    PageId.MITIGATING: Group.MITIGATING,
    PageId.COOPERATION: Group.COOPERATION,
    PageId.RECORD: Group.RECORD,
}


def page_word(page: PageId) -> str:
    """The page's name in the rail."""
    return {
        PageId.CASE: _("Case"),
        PageId.THRESHOLD: _("Threshold"),
        PageId.CONDUCT: _("Conduct"),
        PageId.AGGRAVATING: _("Aggravating"),
        PageId.MITIGATING: _("Mitigating"),
        PageId.COOPERATION: _("Cooperation"),
        PageId.RECORD: _("Record"),
        PageId.RECOMMENDATION: _("Recommendation"),
        PageId.MEMO: _("Memo"),
    }[page]


@frozen
class RailRow:
    """One page in the rail: a tick, a count or a lock at its end, and whether something there needs attention."""

    page: PageId
    is_done: bool
    count: str
    is_sealed: bool
    attention: bool
    spoken: str


@frozen
class CaseHead:
    """The case at the top of the rail."""

    title: str
    lines: tuple[str, ...]


def is_sealed(pack: Pack) -> bool:
    """Whether cooperation is a page of its own that nothing open may know of."""
    return pack.head.assistance is Assistance.SEALED


def rail_rows(scene: Scene) -> tuple[RailRow, ...]:
    """All nine pages."""
    all_needs = needs(scene)
    return tuple(_row(scene, page, all_needs) for page in PageId)


def case_head(scene: Scene) -> CaseHead:
    """Title, reference and day of the offence."""
    case = scene.case
    count = next((each for each in case.counts if each.id == scene.subject.count), None)
    lines = [case.reference] if case.title and case.reference else []
    if count is not None and count.last:
        lines.append(_("Offence {day}").format(day=day(count.last)))
    return CaseHead(case.title or case.reference or _("New case"), tuple(lines))


def _row(scene: Scene, page: PageId, all_needs: tuple[Need, ...]) -> RailRow:
    if page is PageId.COOPERATION and is_sealed(scene.pack):
        spoken = _("{number} {page}, sealed").format(number=page.number, page=page_word(page))
        return RailRow(page, is_done=False, count="", is_sealed=True, attention=False, spoken=spoken)
    done, total = _progress(scene, page)
    attention = any(_belongs(scene, need, page) for need in all_needs)
    parts = [f"{page.number} {page_word(page)}"]
    if total:
        parts.append(_("{done} of {total} answered").format(done=done, total=total))
    if attention:
        parts.append(_("needs attention"))
    finished = total > 0 and done == total
    count = f"{done}/{total}" if total and not finished else ""
    return RailRow(page, finished, count, is_sealed=False, attention=attention, spoken=", ".join(parts))


def _progress(scene: Scene, page: PageId) -> tuple[int, int]:
    group = page.group
    if group is not None:
        facts = scene.asked[group]
        return sum(scene.standing(fact.id) is not None for fact in facts), len(facts)
    if page is PageId.CASE:
        case = scene.case
        said = (bool(case.reference), bool(case.hearing), any(count.last for count in case.counts))
        return (1, 1) if all(said) else (0, 0)
    if page is PageId.RECOMMENDATION:
        asked = [entry for entry in scene.derivation.entries if asks_for_judgment(scene, entry)]
        made = sum(entry.judgment is not None and entry.judgment.value is not None for entry in asked)
        return made, len(asked)
    return 0, 0


def asks_for_judgment(scene: Scene, entry: Entry) -> bool:
    """Whether an entry asks a person for a judgment; an order is sought or not, and never missing."""
    if entry.judgment is None:
        return False
    judgment = scene.pack.judgments.get(entry.judgment.id)
    return judgment is not None and judgment.kind is not JudgmentKind.ORDER


def _belongs(scene: Scene, need: Need, page: PageId) -> bool:
    if need.judgment:
        return page is PageId.RECOMMENDATION
    fact = scene.pack.facts.get(need.fact)
    return fact is not None and fact.group is page.group and need.mark != OPEN
