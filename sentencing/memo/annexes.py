"""What the annexes of a memo list: steps, questions, sources, evidence and what the pack leaves out."""

from attrs import frozen


class Record:
    """What a template may read attributes of."""


@frozen
class Line(Record):
    """A line of annex A."""

    title: str
    status: str
    reads: str
    move: str
    after: str
    cites: tuple[str, ...]
    counted: bool
    told: bool = True
    """Whether it has a line of its own; what was simply not met is named together below the table."""


@frozen
class Factor(Record):
    """A line of annex B: a question of the pack and how it stands."""

    name: str
    ask: str
    standing: str
    value: str
    cites: tuple[str, ...]
    group: str
    meanwhile: str = ""
    """How an unanswered question is read, and what an answer could give."""


@frozen
class SourceRead(Record):
    """A line of annex C: a source, where it is found and how it was read."""

    title: str
    url: str
    quote: str
    read: str


@frozen
class LeftOutText(Record):
    """Something the pack does not encode."""

    title: str
    say: str
    cites: tuple[str, ...]


@frozen
class Exhibit(Record):
    """A piece of evidence as the memo refers to it."""

    label: str
    pages: str
    kind: str
    note: str
