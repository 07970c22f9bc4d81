"""The files of a folder that are not counted, each with what is wrong with it."""

from sentencing.case.class_room.room import Room
from ui.i18n import ngettext, problem_text


def file_rows(room: Room) -> tuple[tuple[str, str], ...]:
    """Name and reason of each; last how many were not read at all."""
    rows = [(each.name, " ".join(problem_text(problem) for problem in each.problems[:3])) for each in room.refused]
    if room.beyond:
        words = ngettext(
            "{number} more answer file was not read.", "{number} more answer files were not read.", room.beyond
        )
        rows.append(("…", words))
    return tuple(rows)
