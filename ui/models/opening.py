"""What is said when a case file was opened and not everything in it is as it was."""

from typing import TYPE_CHECKING

from ui.i18n import _, problem_text

if TYPE_CHECKING:  # the case file's code is imported when the first file is opened
    from sentencing.case.file import OpenedCase
    from sentencing.case.recorded import Comparison

_SHOWN = 4


def opening_words(opened: "OpenedCase", can_open: bool) -> tuple[str, str]:
    """Title and text; both empty when there is nothing to say."""
    problems = [problem_text(problem) for problem in opened.problems[:_SHOWN]]
    if not can_open:
        words = _("Nothing was changed on disk. {problems}").format(problems=" ".join(problems))
        return _("This file cannot be opened as a case"), words
    parts = []
    if opened.read_only:
        parts.append(_("Part of the file could not be read, so it will not be saved over: save under another name."))
        parts += problems
    if opened.comparison is not None and opened.comparison.differences:
        parts.append(_difference(opened.comparison))
    title = _("Opened, with something to know") if parts else ""
    return title, "\n\n".join(parts)


def _difference(comparison: "Comparison") -> str:
    first = comparison.differences[0]
    words = _("The result is not the one that was saved: {register} was {before} and is {now}.").format(
        register=first.register, before=first.recorded or "—", now=first.now or "—"
    )
    cause = comparison.cause.value if comparison.cause is not None else ""
    why = {
        "pack": _("The guidance is another."),
        "engine": _("This version of the program computes differently."),
        "pack-and-engine": _("Guidance and program are both other versions."),
        "neither": _("Guidance and program are the same: the file was changed by something else."),
    }
    return f"{words} {why.get(cause, '')}".rstrip()
