"""One passage through the law: what a step does to a state, or which answer it must ask for first.

A passage is the law with the established answers put in: decided conditions are fixed, and only what still asks for
something is carried along. With nothing forked it is an ordinary evaluation; with forks it is walked state by state.
"""

from collections.abc import Iterable, Mapping
from enum import Enum

from attrs import frozen

from sentencing.amounts import End, Interval, Reference, Side
from sentencing.engine.act import Account, Registers, act
from sentencing.engine.assignment import Assignment, Decision
from sentencing.engine.derivation import EntryStatus, RegisterValue
from sentencing.engine.law import Law, Stride, Way
from sentencing.engine.residual import NO, YES, Known, Node
from sentencing.pack.model import Choose, FactValue, GateKind


class Unasked(Enum):
    """The place of an answer that an amount will read and nobody has asked for yet."""

    UNASKED = "unasked"


UNASKED = Unasked.UNASKED
Slot = Node | Unasked | FactValue
Rest = tuple[Slot, ...]


@frozen(eq=False)
class Taken:
    """What a step did: its status, the way that was taken, and the registers after it."""

    status: EntryStatus
    registers: Registers
    way: Way | None = None
    candidates: tuple[tuple[Way, RegisterValue], ...] = ()
    """Every option that was met, with the compared register after it (choose: greatest)."""
    conflict: tuple[str, ...] = ()
    stopped: bool = False


class Passage:
    """The law under one assignment, for one set of registers that somebody wants to know.

    `forked` names are not put in: a state asks for them. `wanted` None runs every step; otherwise only the steps that
    can reach one of those registers, or stop or refer the case, are run. `contradictions` are the slots of those that
    take a way out.
    """

    def __init__(
        self,
        law: Law,
        assignment: Assignment,
        forked: Iterable[str] = (),
        wanted: tuple[str, ...] | None = None,
        open_gates: frozenset[str] = frozenset(),
        contradictions: tuple[int, ...] = (),
    ) -> None:
        self.law = law
        self._contradictions = contradictions
        self.judgments: Mapping[str, Decision] = assignment.judgments
        self.open_gates = open_gates
        self._fixed: list[Slot] = [UNASKED if isinstance(slot, str) else slot for slot in law.slots]
        withheld = set(forked)
        for name, value in known_answers(law, assignment):
            if name not in withheld:
                self._put_in(name, value)
        self.strides = law.strides
        if wanted is not None:
            self.strides = _reaching(law, wanted, self._fixed)
            for stride in law.strides:
                if self._fixed[stride.when] is NO:
                    for status in stride.statuses:
                        self._put_in(status, False)
        self._blank = _blanks(law, self.strides, wanted)
        self._settled = not withheld
        """Nothing is forked: what steps find out goes straight into the law, and no state carries anything."""
        self._carried: dict[int, int] = {}
        self.starts: list[int] = []
        if not self._settled:
            self._carry()

    # ------------------------------------------------------------------------------------------ making it ready

    def _put_in(self, name: str, value: Known) -> None:
        for place in self.law.slots_of.get(name, ()):
            slot = self._fixed[place]
            if isinstance(slot, Node):
                self._fixed[place] = self.law.conditions.assume(slot, name, value)
            elif not isinstance(value, bool) and value is not None:
                self._fixed[place] = value

    def _carry(self) -> None:
        """Gives a place in the rest to each slot that is not decided, in the order of the steps that are run."""
        for stride in self.strides:
            self.starts.append(len(self._carried))
            for place in stride.slots:
                self._carry_slot(place)
        self.starts.append(len(self._carried))
        for place in self._contradictions:
            self._carry_slot(place)
        self._asking: dict[str, tuple[int, ...]] = {}
        asking: dict[str, list[int]] = {}
        for place, index in self._carried.items():
            slot = self._fixed[place]
            for name in slot.names if isinstance(slot, Node) else (str(self.law.slots[place]),):
                asking.setdefault(name, []).append(index)
        self._asking = {name: tuple(indexes) for name, indexes in asking.items()}

    def _carry_slot(self, place: int) -> None:
        slot = self._fixed[place]
        if slot is UNASKED or (isinstance(slot, Node) and slot.names):
            self._carried[place] = len(self._carried)

    def fixed(self, place: int) -> Slot:
        """A slot with everything put in that is established."""
        return self._fixed[place]

    def first_rest(self) -> Rest:
        """What is left of the law at the start."""
        return tuple(self._fixed[place] for place in self._carried)

    # -------------------------------------------------------------------------------------------------- walking

    def assume(self, rest: Rest, index: int, name: str, value: Known) -> Rest:
        """What is left of the law from step `index` on, once `name` is known."""
        start = self.starts[index]
        new: list[Slot] | None = None
        for place in self._asking.get(name, ()):
            at = place - start
            if at < 0:
                continue
            slot = rest[at]
            if isinstance(slot, Node):
                left = self.law.conditions.assume(slot, name, value)
                if left is slot:
                    continue
                new = new or list(rest)
                new[at] = left
            elif slot is UNASKED and not isinstance(value, bool) and value is not None:
                new = new or list(rest)
                new[at] = value
        return rest if new is None else tuple(new)

    def contradicted(self, rest: Rest, index: int) -> bool:
        """Whether a contradiction that was not certain from the start holds now."""
        tail = self.starts[-1] - self.starts[index]
        return YES in rest[tail:]

    def undecided_contradiction(self, rest: Rest) -> str | None:
        """A name that a contradiction still asks for after the last step, if any."""
        for slot in rest:
            if isinstance(slot, Node) and slot.names:
                return slot.names[0]
        return None

    def after(self, rest: Rest, index: int, taken: Taken) -> Rest:
        """What is left of the law when step `index` is done: its own slots go, its statuses go in."""
        stride = self.strides[index]
        if not self._settled:
            rest = rest[self.starts[index + 1] - self.starts[index] :]
        applied = taken.status in (EntryStatus.APPLIED, EntryStatus.GATE, EntryStatus.WEIGHED)
        for name in stride.statuses:
            if name in self.law.slots_of:
                id_ = name[8:]
                is_taken = applied and (id_ == stride.step.id or (taken.way is not None and id_ == taken.way.id))
                if self._settled:
                    self._put_in(name, is_taken)
                else:
                    rest = self.assume(rest, index + 1, name, is_taken)
        return rest

    def blanked(self, registers: Registers, index: int) -> Registers:
        """The registers after step `index`, without those that nothing ahead reads."""
        gone = self._blank[index]
        if not gone:
            return registers
        return tuple(None if place in gone else value for place, value in enumerate(registers))

    def step(self, index: int, registers: Registers, rest: Rest, account: Account | None = None) -> Taken | str:
        """What step `index` does to a state, or the name that must be known first."""
        return _Moment(self, index, registers, rest).taken(account)

    def slot(self, place: int, rest: Rest, start: int) -> Slot:
        """What a slot holds in a state whose rest begins at `start`."""
        at = self._carried.get(place)
        return self._fixed[place] if at is None else rest[at - start]


class _Moment:
    """One step about to act on one state."""

    def __init__(self, passage: Passage, index: int, registers: Registers, rest: Rest) -> None:
        self._passage = passage
        self._law = passage.law
        self._stride = passage.strides[index]
        self._start = passage.starts[index] if passage.starts else 0
        self._registers = registers
        self._rest = rest

    def taken(self, account: Account | None) -> Taken | str:
        stride, step = self._stride, self._stride.step
        when = self._condition(stride.when)
        if when is not YES:
            return Taken(EntryStatus.NOT_MET, self._registers) if when is NO else when.names[0]
        unless = self._condition(stride.unless)
        if unless is not NO:
            return Taken(EntryStatus.EXCLUDED, self._registers) if unless is YES else unless.names[0]
        if step.gate is not None:
            stopped = step.gate.kind is GateKind.STOP and step.id not in self._passage.open_gates
            return Taken(EntryStatus.GATE, self._registers, stopped=stopped)
        if step.weigh is not None:
            return Taken(EntryStatus.WEIGHED, self._registers)
        if step.choose is not None:
            return self._choose(step.choose, account)
        asked = self._wanting(stride.itself)
        return asked or Taken(EntryStatus.APPLIED, self._deed(stride.itself, account), stride.itself)

    def _choose(self, choose: Choose, account: Account | None) -> Taken | str:
        met: list[Way] = []
        for option in self._stride.options:
            node = self._condition(option.when)
            if node is YES:
                met.append(option)
                if choose is Choose.FIRST:
                    break
            elif node is not NO:
                return node.names[0]
        asked = next((name for option in met if (name := self._wanting(option))), None)
        if asked is not None:
            return asked
        if not met and choose is not Choose.ONE:
            return Taken(EntryStatus.NOT_MET, self._registers)
        if choose is Choose.GREATEST:
            trials = tuple((option, self._compared(self._deed(option))) for option in met)
            best = self._greatest(trials)
            return Taken(EntryStatus.APPLIED, self._deed(best, account), best, trials)
        if len(met) != 1:
            return Taken(EntryStatus.CONFLICT, self._registers, conflict=tuple(option.id for option in met))
        return Taken(EntryStatus.APPLIED, self._deed(met[0], account), met[0])

    def _greatest(self, trials: tuple[tuple[Way, RegisterValue], ...]) -> Way:
        """The option with the highest outcome; a tie goes to the first listed."""
        order = self._law.pack.registers[self._stride.step.of].order
        best, highest = trials[0][0], height(trials[0][1], order)
        for option, value in trials[1:]:
            if height(value, order) > highest:
                best, highest = option, height(value, order)
        return best

    def _compared(self, registers: Registers) -> RegisterValue:
        return registers[self._law.places[self._stride.step.of]]

    def _condition(self, place: int) -> Node:
        slot = self._passage.slot(place, self._rest, self._start)
        assert isinstance(slot, Node)
        return self._law.conditions.settle(slot, self._end) if slot.reads_registers else slot

    def _end(self, reference: Reference) -> End | str | None:
        return register_end(self._registers[self._law.places[reference.register]], reference.side)

    def _wanting(self, way: Way) -> str | None:
        """The first answer that an amount of this way reads and that nobody has asked for yet."""
        for name, place in way.wants:
            if self._passage.slot(place, self._rest, self._start) is UNASKED:
                return name
        return None

    def _deed(self, way: Way, account: Account | None = None) -> Registers:
        answers: dict[str, FactValue] = {}
        for name, place in way.wants:
            value = self._passage.slot(place, self._rest, self._start)
            assert not isinstance(value, Node | Unasked)
            answers[name] = value
        return act(self._law, way, self._registers, answers, self._passage.judgments, account)


def height(value: RegisterValue, order: tuple[str, ...]) -> tuple[End, End]:
    """How high a register stands: ranges by their upper, then their lower end; an unset register below everything."""
    if value is None:
        return -1, -1
    if isinstance(value, Interval):
        return value.max, value.min
    if isinstance(value, str):
        return order.index(value), 0
    return value, 0


def register_end(value: RegisterValue, side: Side) -> End | str | None:
    """One end of a register, or the whole of one that has no ends."""
    if isinstance(value, Interval):
        return value.min if side is Side.MIN else value.max
    return value


def known_answers(law: Law, assignment: Assignment) -> Iterable[tuple[str, Known]]:
    """Everything that an assignment says, under the names that conditions ask for."""
    yield from assignment.facts.items()
    for name in law.other_names:
        yield name, known(law, assignment, name)


def known(law: Law, assignment: Assignment, name: str) -> Known:
    """What an assignment says under one name that a condition asks for; None for a date that is not given."""
    kind, _, rest = name.partition(":")
    if not rest:
        if name in assignment.facts:
            return assignment.facts[name]
        decision = assignment.judgments.get(name)
        made = decision.value if decision is not None else None
        return made if isinstance(made, str) else law.pack.judgments[name].until_made
    if kind == "date":
        return assignment.dates.get(rest)
    judgment, _, fact = rest.partition(":")
    decision = assignment.judgments.get(judgment)
    return decision is not None and fact in decision.grounds


def _reaching(law: Law, wanted: tuple[str, ...], fixed: list[Slot]) -> tuple[Stride, ...]:
    """The steps that can reach one of the wanted registers, stop or refer; found backwards over what each reads."""
    registers, statuses = set(wanted), set[str]()
    kept: list[Stride] = []
    for stride in reversed(law.strides):
        if fixed[stride.when] is NO:
            continue
        if not (stride.writes & registers or statuses.intersection(stride.statuses) or stride.decides):
            continue
        kept.append(stride)
        registers = (registers - stride.kills) | stride.reads
        for place in stride.slots:
            statuses |= {name for name in _names(fixed[place]) if name.startswith("applied:")}
    return tuple(reversed(kept))


def _names(slot: Slot) -> tuple[str, ...]:
    return slot.names if isinstance(slot, Node) else ()


def _blanks(law: Law, strides: tuple[Stride, ...], wanted: tuple[str, ...] | None) -> list[frozenset[int]]:
    """For each step, the places of the registers that nothing after it reads."""
    if wanted is None:
        return [frozenset()] * len(strides)
    live = set(wanted)
    blanks: list[frozenset[int]] = []
    for stride in reversed(strides):
        blanks.append(frozenset(place for name, place in law.places.items() if name not in live))
        live = (live - stride.kills) | stride.reads
    return blanks[::-1]
