"""Reads the steps of the guidance, in the order of the law; a range that is asked about makes a judgment of its own."""

from collections.abc import Iterable, Mapping
from typing import Final

from attrs import evolve, frozen

from sentencing.pack.conditions import FALSE, TRUE, Condition, Not, some
from sentencing.pack.model import (
    Choose,
    Cite,
    GateKind,
    GateRule,
    Judgment,
    Option,
    Pick,
    RegisterKind,
    Step,
    Weigh,
)
from sentencing.pack.read_conditions import Vantage, read_condition
from sentencing.pack.read_effects import VERBS, Asked, read_effects
from sentencing.pack.scope import Scope
from sentencing.pack.source import ListNode, MapNode, Node, TextNode
from sentencing.pack.spots import Spot, nearest_of, optional_text, optional_yes

_STEP_KEYS: Final = (
    "stage", "cite", "when", "unless", "choose", "of", "options", "replaces", "sealed", "note", "gate", "say", "weigh",
    *VERBS,
)  # fmt: skip
_OPTION_KEYS: Final = ("title", "when", "replaces", "cite", "note", *VERBS)
_OTHERWISE: Final = "otherwise"


@frozen
class Steps:
    """The steps, and the judgments: those that the pack declares, completed, and those that steps ask for."""

    steps: tuple[Step, ...]
    judgments: Mapping[str, Judgment]


def step_ids(spot: Spot | None) -> frozenset[str]:
    """The ids of all steps and options, looked at before they are read."""
    found: set[str] = set()
    for step in _maps(spot.node if spot is not None else None):
        found.add(_id_of(step))
        found.update(_id_of(option) for option in _maps(step.entries.get("options", (None, None))[1]))
    return frozenset(found - {""})


def _maps(node: Node | None) -> Iterable[MapNode]:
    return [part for part in node.parts if isinstance(part, MapNode)] if isinstance(node, ListNode) else []


def _id_of(node: MapNode) -> str:
    value = node.entries.get("id", (None, None))[1]
    return value.text if isinstance(value, TextNode) else ""


def read_steps(spot: Spot, scope: Scope, all_steps: frozenset[str]) -> Steps:
    """The steps from first to last, each reading only what stands before it."""
    reader = _StepReader(scope, all_steps)
    steps = tuple(step for part in spot.parts() if (step := reader.step(part)) is not None)
    if not steps and not spot.is_map() and not spot.report.refuses:
        spot.error("the pack has no steps.")
    return Steps(steps, _completed(reader.judgments, steps, scope))


def _completed(judgments: Mapping[str, Judgment], steps: tuple[Step, ...], scope: Scope) -> Mapping[str, Judgment]:
    """A category judgment without labels of its own has those of the register that it is picked into."""
    found = dict(judgments)
    effects = [
        effect for step in steps for ways in (step.effects, *(o.effects for o in step.options)) for effect in ways
    ]
    for effect in effects:
        if isinstance(effect, Pick) and not found[effect.judgment].values:
            judgment = found[effect.judgment]
            found[judgment.id] = evolve(judgment, values=scope.registers[effect.register].order)
    return found


class _StepReader:
    """Reads step after step and remembers what was defined."""

    def __init__(self, scope: Scope, all_steps: frozenset[str]) -> None:
        self.judgments = dict(scope.judgments)
        self._scope = scope
        self._all = all_steps
        self._before: frozenset[str] = frozenset()
        self._seen: set[str] = set()
        self._stage = ""

    def step(self, spot: Spot) -> Step | None:
        """One step; None when it has no id to be known by."""
        fields = spot.fields(("id", "title"), _STEP_KEYS)
        id_ = self._new_id(fields)
        if not id_:
            return None
        self._take_stage(spot, fields)
        vantage = Vantage(steps=self._before, all_steps=self._all)
        title, cites = optional_text(fields, "title"), self._scope.cites(fields.get("cite"))
        unless, unless_cites = self._unless(fields.get("unless"), cites, vantage)
        effects = read_effects(fields, self._scope)
        self._one_kind_of_work(spot, fields)
        sealed = optional_yes(fields, "sealed")
        choose, of, options = self._choice(spot, fields, vantage, cites, sealed=sealed)
        step = Step(
            id=id_,
            stage=self._stage,
            title=title,
            cites=cites,
            when=self._when(fields, vantage),
            unless=unless,
            unless_cites=unless_cites,
            effects=effects.effects,
            choose=choose,
            of=of,
            options=options,
            weigh=self._weigh(fields.get("weigh")),
            gate=self._gate(fields),
            replaces=self._replaces(fields),
            sealed=sealed,
            note=optional_text(fields, "note"),
            place=spot.place,
        )
        self._ask(effects.asked, id_, title, cites, spot, sealed=sealed)
        self._before |= {id_, *(option.id for option in options)}
        return step

    # --------------------------------------------------------------------------------------- parts of a step

    def _new_id(self, fields: Mapping[str, Spot]) -> str:
        id_ = fields["id"].name() if "id" in fields else ""
        if id_ and id_ in self._seen:
            fields["id"].error(f"'{id_}' stands twice among steps and options.", right="Each has an id of its own.")
        register = self._scope.registers.get(id_.removeprefix("round-"))
        if id_.startswith("round-") and register is not None and register.rounding is not None:
            fields["id"].error(f"'{id_}' is the entry that rounds '{register.id}'.", right="Give this another id.")
        self._seen.add(id_)
        return id_

    def _take_stage(self, spot: Spot, fields: Mapping[str, Spot]) -> None:
        if "stage" in fields:
            self._stage = self._scope.named(fields["stage"], "stages", self._scope.stages) or self._stage or "?"
            spot.report.used.add(("stages", self._stage))
        elif not self._stage:
            spot.error("the first step names no stage.", right="Add 'stage:'; it holds until another is named.")
            self._stage = "?"

    def _when(self, fields: Mapping[str, Spot], vantage: Vantage) -> Condition:
        spot = fields.get("when")
        if spot is not None and spot.is_text() and spot.text() == _OTHERWISE:
            spot.error("'otherwise' belongs to an option.", right="A step without 'when' always applies.")
            return TRUE
        return read_condition(spot, self._scope, vantage)

    def _unless(
        self, spot: Spot | None, cites: tuple[Cite, ...], vantage: Vantage
    ) -> tuple[Condition, tuple[Cite, ...]]:
        """{when, cite}, or the condition alone when the step's own citation says it."""
        if spot is None:
            return FALSE, ()
        if not spot.is_map() or not {"when", "cite"} & {key for key, _ in spot.entries(None)}:
            return read_condition(spot, self._scope, vantage), cites
        fields = spot.fields(("when",), ("cite",))
        when = read_condition(fields.get("when"), self._scope, vantage)
        return when, self._scope.cites(fields.get("cite")) or cites

    def _one_kind_of_work(self, spot: Spot, fields: Mapping[str, Spot]) -> None:
        verbs = [verb for verb in VERBS if verb in fields]
        work = [key for key in ("choose", "weigh", "gate") if key in fields]
        if verbs and work:
            right = "In a step that chooses, the options act." if "choose" in work else "Make two steps of it."
            fields[verbs[0]].error(f"'{verbs[0]}' stands beside '{work[0]}'.", right=right)
        elif len(work) > 1:
            fields[work[1]].error(f"'{work[1]}' stands beside '{work[0]}'.", right="Make two steps of it.")
        if "gate" not in fields and "say" in fields:
            fields["say"].error("'say' stands without 'gate'.", right="Add 'gate: warn', or write a 'note'.")
        if "choose" not in fields:
            for key in ("of", "options"):
                if key in fields:
                    fields[key].error(
                        f"'{key}' stands without 'choose'.", right="Add 'choose: one, first or greatest'."
                    )

    def _weigh(self, spot: Spot | None) -> Weigh | None:
        if spot is None:
            return None
        fields = spot.fields(("of", "words"), ("labels",))
        facts = self._scope.facts_named(fields["of"]) if "of" in fields else ()
        words = fields["words"].texts() if "words" in fields else ()
        if len(set(words)) < len(words) or len(words) == 1:
            fields["words"].error("at least two different words are wanted.")
        labels: dict[str, str] = {}
        for word, part in fields["labels"].entries(None) if "labels" in fields else ():
            if word not in words:
                fields["labels"].key_spot(word).error(f"'{word}' is not a word here.", nearest=nearest_of(word, words))
            labels[word] = part.text()
        return Weigh(facts, words, labels)

    def _gate(self, fields: Mapping[str, Spot]) -> GateRule | None:
        if "gate" not in fields:
            return None
        kind = fields["gate"].member(GateKind)
        if "say" not in fields:
            fields["gate"].error(
                "the gate says nothing.", right="Add 'say:', one sentence for the person who reads it."
            )
        return GateRule(kind, optional_text(fields, "say")) if kind is not None else None

    def _replaces(self, fields: Mapping[str, Spot]) -> str:
        if "replaces" not in fields:
            return ""
        stage = self._scope.named(fields["replaces"], "stages", self._scope.stages)
        if stage is not None:
            fields["replaces"].report.used.add(("stages", stage))
        return stage or ""

    def _ask(
        self, asked: Asked | None, id_: str, title: str, cites: tuple[Cite, ...], spot: Spot, *, sealed: bool
    ) -> None:
        """The judgment that a range of amounts or fractions makes, unless the pack declares it."""
        if asked is None:
            return
        declared = self._scope.judgments.get(id_)
        spot.report.used.add(("judgments", id_))
        if declared is not None:
            if declared.kind is not asked.kind:
                found = f"the judgment '{id_}' is {declared.kind.value}, and the range asks for {asked.kind.value}."
                spot.error(found, right=f"Declare it as 'is: {asked.kind.value}', or not at all.")
            return
        if id_ in self._scope.facts or id_ in self._scope.terms:
            what = "fact" if id_ in self._scope.facts else "term"
            spot.error(f"the range makes a judgment '{id_}', and a {what} has that id.", right="Give this another id.")
        self.judgments[id_] = Judgment(
            id=id_, kind=asked.kind, ask=title, title=title, sealed=sealed, step=id_, cites=cites, place=spot.place
        )

    # ----------------------------------------------------------------------------------------------- options

    def _choice(
        self, spot: Spot, fields: Mapping[str, Spot], vantage: Vantage, cites: tuple[Cite, ...], *, sealed: bool
    ) -> tuple[Choose | None, str, tuple[Option, ...]]:
        if "choose" not in fields:
            return None, "", ()
        choose = fields["choose"].member(Choose)
        of = ""
        if choose is Choose.GREATEST and "of" not in fields:
            spot.error("'choose: greatest' of what?", right="Add 'of:' and a register.")
        elif choose is not Choose.GREATEST and "of" in fields:
            fields["of"].error("'of' belongs to 'choose: greatest'.", right="Leave it out.")
        elif "of" in fields:
            register = self._scope.register(fields["of"], fields["of"].text(), tuple(RegisterKind))
            of = register.id if register is not None else ""
        if "options" not in fields:
            spot.error("the step has no options.", right="Add 'options:', a list.")
            return choose, of, ()
        read = [self._option(part, vantage, cites, sealed=sealed) for part in fields["options"].parts()]
        options = tuple(option for option in read if option is not None)
        if not options and not spot.report.refuses:
            fields["options"].error("the step has no options.")
        return choose, of, self._settle_otherwise(choose, options, fields["options"])

    def _option(self, spot: Spot, vantage: Vantage, cites: tuple[Cite, ...], *, sealed: bool) -> Option | None:
        fields = spot.fields(("id",), _OPTION_KEYS)
        id_ = self._new_id(fields)
        effects = read_effects(fields, self._scope)
        when = fields.get("when")
        otherwise = when is not None and when.is_text() and when.text() == _OTHERWISE
        title = optional_text(fields, "title") or id_.replace("-", " ").capitalize()
        option = Option(
            id=id_,
            title=title,
            when=_OTHERS if otherwise else read_condition(when, self._scope, vantage),
            effects=effects.effects,
            replaces=self._replaces(fields),
            cites=self._scope.cites(fields.get("cite")),
            note=optional_text(fields, "note"),
            place=spot.place,
        )
        if not id_:
            return None
        self._ask(effects.asked, id_, title, option.cites or cites, spot, sealed=sealed)
        return option

    def _settle_otherwise(self, choose: Choose | None, options: tuple[Option, ...], spot: Spot) -> tuple[Option, ...]:
        """`otherwise` is 'none of the others'; under `first`, where it stands last, that is always."""
        waiting = [option for option in options if option.when is _OTHERS]
        if len(waiting) > 1:
            spot.error("two options are 'otherwise'.", right="Only one can be.")
        if waiting and choose is Choose.FIRST and options[-1].when is not _OTHERS:
            spot.error("'otherwise' stands before other options.", right="Put it last.")
        others = tuple(option.when for option in options if option.when is not _OTHERS)
        rest = TRUE if choose is Choose.FIRST else Not(some(others))
        return tuple(evolve(option, when=rest) if option.when is _OTHERS else option for option in options)


_OTHERS: Final = evolve(TRUE)
"""Stands for `otherwise` until all options are read; known by identity."""
