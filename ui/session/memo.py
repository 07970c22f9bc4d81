"""The memo of the open case: what is included, its pages, and its files; made in the worker, never in the window."""

from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from PySide6.QtCore import QObject, QSaveFile, QTimer, Signal

from sentencing.pack.model import Pack
from ui.i18n import _
from ui.session.background import Background
from ui.session.memo_worker import Made, MemoWorker, Refused
from ui.session.scene import Scene
from ui.session.session import Session

_QUIET_MS = 250
_MEMO = "guidance/memo/"
PARTS = ("summary", "computation", "chart", "annex_a", "annex_b", "annex_c")


@frozen
class MemoChoices:
    """What the author chose; `left_out` are parts of `PARTS`."""

    audience: str = "prosecution"
    language: str = "en"
    short: bool = False
    left_out: frozenset[str] = frozenset()


@frozen
class _Wanted:
    """What a number of the worker stands for: pages to show (no path), pages to print, or a file."""

    form: str
    path: Path | None = None
    printing: bool = False


class MemoMaker(QObject):
    """Follows the session while it is awake; `changed` when pages or state are others."""

    changed = Signal()
    saved = Signal(Path)
    printable = Signal(object)
    """The pages as PNG, in printing resolution."""
    failed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choices = MemoChoices()
        self._awake = False
        self._scene: Scene | None = None
        self._view: dict[str, object] | None = None
        self._asked: dict[int, _Wanted] = {}
        self._after: list[_Wanted] = []
        self._resolution = 96
        self.pages: tuple[bytes, ...] = ()
        self.drafts: tuple[str, ...] = ()
        self.problem = ""
        self._views = Background[object](self)
        self._worker = MemoWorker(self)
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._quiet.timeout.connect(self._renew)
        self._views.answered.connect(self._on_view)
        self._views.failed.connect(self._on_no_view)
        self._worker.made.connect(self._on_made)
        self._worker.refused.connect(self._on_refused)
        session.changed.connect(self._on_changed)

    @property
    def choices(self) -> MemoChoices:
        """What is chosen."""
        return self._choices

    @property
    def is_busy(self) -> bool:
        """Whether pages or a file are being made."""
        return bool(self._asked or self._after or self._quiet.isActive() or self._views.is_busy)

    @property
    def is_saving(self) -> bool:
        """Whether a file or a print-out is being made."""
        return any(each.path or each.printing for each in (*self._asked.values(), *self._after))

    def wake(self, awake: bool) -> None:
        """Make pages while the memo is in sight."""
        self._awake = awake
        if awake:
            self._worker.start()
            self._on_changed()

    def choose(self, choices: MemoChoices) -> None:
        """Choose audience, language and parts."""
        if choices != self._choices:
            self._choices = choices
            self._scene = None
            self._on_changed()
            self.changed.emit()

    def set_resolution(self, pixels_per_inch: int) -> None:
        """Make the pages in another resolution."""
        resolution = min(max(pixels_per_inch, 48), 300)
        if resolution != self._resolution:
            self._resolution = resolution
            if self._view is not None:
                self._ask(_Wanted("png"))

    def save(self, path: Path, form: str) -> None:
        """Make a file: `pdf`, `docx` or `html`."""
        self._want(_Wanted(form, path))

    def print_pages(self) -> None:
        """Make the pages for a printer."""
        self._want(_Wanted("png", printing=True))

    def cancel(self) -> None:
        """Stop what is being made."""
        self._after.clear()
        self._asked.clear()
        self._worker.cancel()
        self.changed.emit()

    def close(self) -> None:
        """End the worker."""
        self._quiet.stop()
        self._views.wait()
        self._worker.close()

    # ------------------------------------------------------------------------------------------------ private

    def _want(self, wanted: _Wanted) -> None:
        if self._view is not None and self._scene is self._session.scene:
            self._ask(wanted)
        else:
            self._after.append(wanted)
            self._renew()
        self.changed.emit()

    def _on_changed(self) -> None:
        if self._awake and self._session.scene is not self._scene:
            self._quiet.start()

    def _renew(self) -> None:
        scene = self._session.scene
        if scene.rest is None:
            self._quiet.start()  # envelope and prices are still being made
            return
        self._scene = scene
        self._views.ask(partial(plain_view, scene, self._session.whole_pack, self._choices))

    def _on_view(self, view: object) -> None:
        assert isinstance(view, dict)
        self._view = view
        self.drafts = tuple(view.get("drafts", ()))
        self.problem = ""
        if self._awake:
            self._ask(_Wanted("png"))
        waiting, self._after = self._after, []
        for wanted in waiting:
            self._ask(wanted)
        self.changed.emit()

    def _ask(self, wanted: _Wanted) -> None:
        message: dict[str, object] = {"view": self._view, "form": wanted.form, "sections": self._sections()}
        if wanted.form == "png":
            message["pixels-per-inch"] = 200 if wanted.printing else self._resolution
        self._asked[self._worker.ask(message)] = wanted

    def _sections(self) -> dict[str, str]:
        """The pack's own sections of the memo, from the copy that the case file carries or from its folder."""
        copy = self._session.guidance
        if copy is None:
            from sentencing.case.guidance import copy_of  # noqa: PLC0415 needed when a memo is

            copy = copy_of(self._session.whole_pack)
        names = [name for name in copy if name.startswith(_MEMO) and name.endswith(".md.j2")]
        return {name[len(_MEMO) : -len(".md.j2")]: copy[name].decode("utf-8", "replace") for name in names}

    def _on_made(self, made: Made) -> None:
        wanted = self._asked.pop(made.number, None)
        if wanted is None:
            return
        if wanted.path is not None:
            self._write(wanted.path, made.files[0])
        elif wanted.printing:
            self.printable.emit(made.files)
        else:
            self.pages = made.files
        self.changed.emit()

    def _on_refused(self, refused: Refused) -> None:
        wanted = self._asked.pop(refused.number, None)
        if wanted is None:
            return
        self.problem = refused.why
        if wanted.path is not None or wanted.printing:
            self.failed.emit(refused.why)
        self.changed.emit()

    def _on_no_view(self, error: Exception) -> None:
        self.problem = str(error)
        self._after.clear()
        self.failed.emit(self.problem)
        self.changed.emit()

    def _write(self, path: Path, content: bytes) -> None:
        file = QSaveFile(str(path))
        if file.open(QSaveFile.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit():
            self.saved.emit(path)
        else:
            self.failed.emit(_("{name}: {why}").format(name=path.name, why=file.errorString()))


def plain_view(scene: Scene, pack: Pack, choices: MemoChoices) -> dict[str, object]:
    """Everything that the memo may say, as plain data for the worker."""
    from sentencing.memo.matter import Choices  # noqa: PLC0415 needed when a memo is
    from sentencing.memo.view import Included, to_plain  # noqa: PLC0415 needed when a memo is
    from sentencing.memo.viewing import view_of  # noqa: PLC0415 needed when a memo is

    assert scene.rest is not None
    included: dict[str, Any] = {part: part not in choices.left_out for part in PARTS}
    view = view_of(
        scene.case,
        pack,
        scene.rest.assessment,
        scene.subject.accused,
        scene.subject.count,
        Choices(choices.audience, choices.short, choices.language),
        evolve(Included(), **included),
    )
    return to_plain(view)
