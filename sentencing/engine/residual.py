"""What is left of a condition once answers are known: interned nodes, and `assume`, the only evaluator of conditions.

Equal remainders are the same object, so states that have the same law ahead compare and hash in no time. A node asks
for `names`: facts and judgments by id, earlier steps as `applied:b5`, grounds as `ground:less-serious:aider`, dates as
`date:offence-date`. Registers are settled when a step begins, because they are read as they are then.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sentencing.amounts import End, Reference
from sentencing.pack.conditions import (
    Always,
    Among,
    Applied,
    Between,
    Condition,
    Count,
    DateTest,
    Ground,
    Not,
    RegisterTest,
)
from sentencing.pack.model import FactValue

Known = FactValue | bool | None
"""What a name can be known as: a fact's value, whether a step applied, or None for a date that is not given."""
RegisterEnd = Callable[[Reference], End | str | None]


class Node:
    """A condition that is not decided yet, or one of `YES` and `NO`."""

    __slots__ = ("known", "names", "reads_registers")

    def __init__(self, names: tuple[str, ...], *, reads_registers: bool) -> None:
        self.names = names
        self.reads_registers = reads_registers
        self.known: dict[tuple[str, Known], Node] = {}


YES = Node((), reads_registers=False)
NO = Node((), reads_registers=False)


class Answered(Node):
    """A test on one name."""

    __slots__ = ("accepts",)

    def __init__(self, name: str, accepts: Callable[[Known], bool]) -> None:
        super().__init__((name,), reads_registers=False)
        self.accepts = accepts


class Registered(Node):
    """A test on one register."""

    __slots__ = ("order", "test")

    def __init__(self, test: RegisterTest, order: tuple[str, ...]) -> None:
        super().__init__((), reads_registers=True)
        self.test = test
        self.order = order


class Opposite(Node):
    """The part does not hold."""

    __slots__ = ("part",)

    def __init__(self, part: Node) -> None:
        super().__init__(part.names, reads_registers=part.reads_registers)
        self.part = part


class Tally(Node):
    """At least `low` and at most `high` of the parts hold; `high` None leaves it open."""

    __slots__ = ("high", "low", "parts")

    def __init__(self, parts: tuple[Node, ...], low: int, high: int | None) -> None:
        names = tuple(dict.fromkeys(name for part in parts for name in part.names))
        super().__init__(names, reads_registers=any(part.reads_registers for part in parts))
        self.parts = parts
        self.low = low
        self.high = high


class Conditions:
    """The interned conditions of one pack."""

    def __init__(self, orders: Mapping[str, tuple[str, ...]]) -> None:
        self._orders = orders
        self._interned: dict[object, Node] = {}

    def node(self, condition: Condition, replaced_by: Callable[[str], Sequence[str]] = lambda _: ()) -> Node:
        """The node of a condition; `replaced_by` names the later steps that put an applied step out of the result."""
        match condition:
            case Always(holds):
                return YES if holds else NO
            case Not(part):
                return self._opposite(self.node(part, replaced_by))
            case Count(parts, at_least, at_most):
                nodes = [self.node(part, replaced_by) for part in parts]
                return self._tally(nodes, at_least, at_most)
            case Applied(id):
                nodes = [self._answered(f"applied:{id}", True, _is_true)]
                nodes += [self._opposite(self._answered(f"applied:{by}", True, _is_true)) for by in replaced_by(id)]
                return self._tally(nodes, len(nodes), None)
            case Among(name, values):
                return self._answered(name, values, values.__contains__)
            case Between(name, at_least, at_most):
                return self._answered(name, (at_least, at_most), _between(at_least, at_most))
            case Ground(judgment, fact):
                return self._answered(f"ground:{judgment}:{fact}", True, _is_true)
            case DateTest(date, first, last):
                return self._answered(f"date:{date}", (first, last), _between(first, last))
            case RegisterTest():
                order = self._orders.get(condition.reference.register, ())
                return self._intern(("register", condition), lambda: Registered(condition, order))

    def assume(self, node: Node, name: str, value: Known) -> Node:
        """What is left of a condition once `name` is known to be `value`."""
        if name not in node.names:
            return node
        found = node.known.get((name, value))
        if found is None:
            found = self._assume(node, name, value)
            node.known[name, value] = found
        return found

    def settle(self, node: Node, end: RegisterEnd) -> Node:
        """What is left of a condition once the registers are known."""
        if not node.reads_registers:
            return node
        match node:
            case Registered():
                return YES if _register_holds(node, end) else NO
            case Opposite():
                return self._opposite(self.settle(node.part, end))
            case Tally():
                return self._tally([self.settle(part, end) for part in node.parts], node.low, node.high)
            case _:
                return node

    def _assume(self, node: Node, name: str, value: Known) -> Node:
        match node:
            case Answered():
                return YES if node.accepts(value) else NO
            case Opposite():
                return self._opposite(self.assume(node.part, name, value))
            case Tally():
                return self._tally([self.assume(part, name, value) for part in node.parts], node.low, node.high)
            case _:
                return node

    def _answered(self, name: str, key: object, accepts: Callable[[Known], bool]) -> Node:
        return self._intern((name, key), lambda: Answered(name, accepts))

    def _opposite(self, part: Node) -> Node:
        if part is YES:
            return NO
        if part is NO:
            return YES
        if isinstance(part, Opposite):
            return part.part
        return self._intern(("not", part), lambda: Opposite(part))

    def _tally(self, parts: list[Node], low: int, high: int | None) -> Node:
        met = sum(part is YES for part in parts)
        undecided = tuple(part for part in parts if part is not YES and part is not NO)
        low = max(low - met, 0)
        high = None if high is None or high - met >= len(undecided) else high - met
        if low > len(undecided) or (high is not None and high < 0):
            return NO
        if low == 0 and high is None:
            return YES
        if len(undecided) == 1:
            return undecided[0] if low else self._opposite(undecided[0])
        if high is None and low == len(undecided):
            undecided = tuple(_flat(undecided))
            low = len(undecided)
        return self._intern((undecided, low, high), lambda: Tally(undecided, low, high))

    def _intern(self, key: object, make: Callable[[], Node]) -> Node:
        node = self._interned.get(key)
        if node is None:
            node = make()
            self._interned[key] = node
        return node


def _is_true(value: Known) -> bool:
    return value is True


def _between(low: Any, high: Any) -> Callable[[Known], bool]:
    def accepts(value: Any) -> bool:
        return value is not None and (low is None or value >= low) and (high is None or value <= high)

    return accepts


def _flat(parts: tuple[Node, ...]) -> Iterator[Node]:
    """The parts of an 'all', with those of an 'all' inside it in its place, so that equal remainders are equal."""
    for part in parts:
        if isinstance(part, Tally) and part.high is None and part.low == len(part.parts):
            yield from part.parts
        else:
            yield part


def _register_holds(node: Registered, end: RegisterEnd) -> bool:
    test = node.test
    value = end(test.reference)
    if value is None:
        return False
    if test.values:
        return str(value) in test.values
    if isinstance(value, str):
        value = node.order.index(value)
    return (
        (test.at_least is None or value >= test.at_least)
        and (test.at_most is None or value <= test.at_most)
        and (test.above is None or value > test.above)
        and (test.below is None or value < test.below)
    )
