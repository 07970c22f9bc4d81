"""What a case begins with: a new one's guidance and days, or the unsaved work of an earlier start."""

from pathlib import Path

from attrs import frozen


@frozen
class Beginning:
    """What a new case begins with. Days are ISO text, empty when not given."""

    pack: str
    edition: str
    offence: str
    sentence: str


@frozen
class LeftBehind:
    """Unsaved work of an earlier start: where it waits, and when it was last written, in words."""

    path: Path
    when: str
