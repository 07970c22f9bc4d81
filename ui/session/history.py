"""The undo stack: frozen states with the name of the step that made each."""

from typing import Generic, TypeVar

from attrs import frozen

_State = TypeVar("_State")


@frozen
class Step(Generic[_State]):
    """One named edit and the state it led to. `merges`: edits of the same non-empty key become one step (typing)."""

    name: str
    state: _State
    merges: str = ""


class History(Generic[_State]):
    """States in the order in which they were made; one of them is now, and one of them may be the saved one."""

    def __init__(self, state: _State) -> None:
        self._steps: list[Step[_State]] = [Step("", state)]
        self._at = 0
        self._saved: _State | None = state

    @property
    def state(self) -> _State:
        """What holds now."""
        return self._steps[self._at].state

    @property
    def undo_name(self) -> str:
        """The step that undo would take back; empty when there is none."""
        return self._steps[self._at].name

    @property
    def redo_name(self) -> str:
        """The step that redo would do again; empty when there is none."""
        return self._steps[self._at + 1].name if self._at + 1 < len(self._steps) else ""

    @property
    def is_saved(self) -> bool:
        """Whether what holds now is what was saved; undoing back to it counts."""
        return self.state is self._saved

    def do(self, name: str, state: _State, merges: str = "") -> bool:
        """Take a step; False when the state is no different. What was undone is dropped."""
        if state == self.state:
            return False
        here = self._steps[self._at]
        joined = bool(merges) and merges == here.merges and self._at == len(self._steps) - 1 and not self.is_saved
        del self._steps[self._at + (0 if joined else 1) :]
        self._steps.append(Step(name, state, merges))
        self._at = len(self._steps) - 1
        return True

    def undo(self) -> bool:
        """Go one step back; False at the beginning."""
        if not self._at:
            return False
        self._at -= 1
        return True

    def redo(self) -> bool:
        """Go one step forward; False at the end."""
        if self._at + 1 == len(self._steps):
            return False
        self._at += 1
        return True

    def saved(self, state: _State) -> None:
        """Note that this state is on disk."""
        self._saved = state

    def unsaved(self) -> None:
        """Note that nothing of this is on disk, as after a recovery."""
        self._saved = None
