"""The accused and the counts between which the window turns."""

from sentencing.case.model import Accused, OffenceCount
from sentencing.pack.model import Assesses
from ui.i18n import _
from ui.session.scene import Scene

Options = tuple[tuple[str, str], ...]


def subject_options(scene: Scene) -> tuple[Options, Options]:
    """(key, words) of every accused, and of every count where counts are assessed one by one."""
    accused = tuple((each.id, accused_words(each)) for each in scene.case.accused)
    if scene.pack.head.assesses is Assesses.ALL_COUNTS:
        return accused, ()
    return accused, tuple((each.id, count_words(each)) for each in scene.case.counts)


def accused_words(accused: Accused) -> str:
    """`A1 · K. Marin`."""
    return f"{accused.id} · {accused.name}" if accused.name else _("Accused {id}").format(id=accused.id)


def count_words(count: OffenceCount) -> str:
    """`C1 · Bringing in`."""
    return f"{count.id} · {count.title}" if count.title else _("Count {id}").format(id=count.id)
