"""What a derivation says of one assignment: each step in the order of the law, with what it did and why not."""

from fractions import Fraction

from sentencing.amounts import LIFE, Interval, Linear, Quantity, RangeForm, Reference, Side, Term, Units
from sentencing.engine.assignment import Assignment, Decision
from sentencing.engine.derivation import Derivation, EntryStatus, state_text
from sentencing.engine.evaluate import evaluate
from sentencing.pack.conditions import FALSE, TRUE, Among, Applied, Between, Condition, RegisterTest, every
from sentencing.pack.model import (
    Add,
    Assesses,
    Assistance,
    Choose,
    Edition,
    EditionRule,
    Effect,
    Fact,
    FactKind,
    FactValue,
    GateKind,
    GateRule,
    Head,
    Judgment,
    JudgmentKind,
    Limit,
    Option,
    Pack,
    Pick,
    Proposal,
    Register,
    RegisterKind,
    Scale,
    Set,
    Status,
    Step,
)

LEVEL = Reference("level", Side.WHOLE)


def months(low: int, high: int) -> RangeForm:
    return RangeForm(Linear((Term(low),)), Linear((Term(high),)))


def yes(fact: str) -> Condition:
    return Among(fact, frozenset({"yes"}))


def step(id_: str, *effects: Effect, when: Condition = TRUE, unless: Condition = FALSE, stage: str = "two") -> Step:
    return Step(id_, stage, id_, (), when, unless, effects=effects)


def pack_of(*steps: Step) -> Pack:
    facts = [Fact("persons", FactKind.COUNT, "How many?", 1)]
    facts += [Fact(name, FactKind.YES_NO, f"{name}?", "no") for name in ("risk", "flight", "plea", "death", "murder")]
    head = Head(
        "small", "Small", "X", "nobody", "en", Status.TRAINING, Edition("1", "2020-01-01"), EditionRule.OFFENCE_DATE,
        Assesses.EACH_COUNT, Proposal.RANGE, Assistance.OPEN, "range",
    )  # fmt: skip
    return Pack(
        head=head, units=Units(30), sources={}, stages={},
        registers={
            "level": Register("level", RegisterKind.SCORE, "Level"),
            "range": Register("range", RegisterKind.RANGE, "Range", Quantity.TIME),
            "sentence": Register("sentence", RegisterKind.FIGURE, "Sentence", Quantity.TIME),
        },
        facts={fact.id: fact for fact in facts},
        judgments={
            "term": Judgment("term", JudgmentKind.TIME, "Term"),
            "cut": Judgment("cut", JudgmentKind.FRACTION, "Cut", step="cut"),
        },
        terms={}, tables={}, transforms={}, contradictions=(), relations=(), steps=steps,
    )  # fmt: skip


def derive(pack: Pack, judgments: dict[str, Decision] | None = None, **facts: FactValue) -> Derivation:
    answers = {name: facts.get(name, fact.default) for name, fact in pack.facts.items()}
    return evaluate(pack, Assignment(answers, judgments or {}))


def hows(derivation: Derivation, step_id: str) -> list[str]:
    return [change.how for change in derivation.entry(step_id).changes]


BASE = step("base", Set("level", 12))
RISK = step("b6", Add("level", 2), Limit("level", at_least=18), when=yes("risk"))


def test_a_floor_works_inside_its_step_and_says_so() -> None:
    derivation = derive(pack_of(BASE, RISK), risk="yes")
    assert derivation.registers["level"] == 18
    assert hows(derivation, "b6") == ["+2", "floor 18"]


def test_a_floor_that_does_not_bite_leaves_no_trace() -> None:
    derivation = derive(pack_of(step("base", Set("level", 20)), RISK), risk="yes")
    assert hows(derivation, "b6") == ["+2"]


def test_an_excluded_step_is_met_and_says_by_which_step() -> None:
    flight = step("c12", Add("level", 2), when=yes("flight"), unless=Applied("b6"))
    derivation = derive(pack_of(BASE, RISK, flight), risk="yes", flight="yes")
    assert derivation.entry("c12").status is EntryStatus.EXCLUDED
    assert derivation.excluded() == ("c12",)
    assert derive(pack_of(BASE, RISK, flight), flight="yes").registers["level"] == 14


def test_the_first_option_that_is_met_is_taken_and_reads_the_register_before_the_step() -> None:
    both = Option("ab", "(a) and (b)", every((yes("plea"), RegisterTest(LEVEL, at_least=16))), (Add("level", -3),))
    one = Option("a", "(a)", yes("plea"), (Add("level", -2),))
    acceptance = Step("e1", "three", "Acceptance", (), choose=Choose.FIRST, options=(both, one))
    assert derive(pack_of(BASE, acceptance), plea="yes").registers["level"] == 10
    assert derive(pack_of(BASE, RISK, acceptance), plea="yes", risk="yes").entry("e1").option == "ab"


def test_the_greatest_compares_whole_effects_and_a_tie_goes_to_the_first() -> None:
    options = (
        Option("stays", "This guideline"),
        Option("equal", "Equal", TRUE, (Set("level", 12),)),
        Option("murder", "Homicide", yes("murder"), (Set("level", 38),), replaces="two"),
    )
    homicide = Step(
        "c1", "two", "Cross reference", (), yes("death"), choose=Choose.GREATEST, of="level", options=options
    )
    assert derive(pack_of(BASE, homicide), death="yes").entry("c1").option == "stays"
    greatest = derive(pack_of(BASE, homicide), death="yes", murder="yes").entry("c1")
    assert greatest.option == "murder"
    assert [(each.option, each.value) for each in greatest.alternatives] == [("stays", 12), ("equal", 12)]


def test_a_replaced_stage_is_out_of_the_result_and_of_later_conditions() -> None:
    homicide = Step(
        "c1", "two", "Cross reference", (), choose=Choose.GREATEST, of="level",
        options=(Option("murder", "Homicide", yes("murder"), (Set("level", 38),), replaces="two"),),
    )  # fmt: skip
    later = step("a13", Add("level", 2), unless=Applied("b6"), stage="three")
    derivation = derive(pack_of(BASE, RISK, homicide, later), risk="yes", murder="yes")
    assert derivation.entry("b6").status is EntryStatus.REPLACED
    assert derivation.entry("b6").replaced_by == "murder"
    assert derivation.registers["level"] == 40
    assert "b6" not in derivation.applied()


def test_one_of_several_that_all_hold_is_a_conflict_showing_both() -> None:
    options = (Option("x", "X", yes("risk"), (Set("level", 1),)), Option("y", "Y", yes("flight"), (Set("level", 2),)))
    chosen = Step("one", "two", "One", (), choose=Choose.ONE, options=options)
    derivation = derive(pack_of(BASE, chosen), risk="yes", flight="yes")
    assert derivation.entry("one").status is EntryStatus.CONFLICT
    assert derivation.entry("one").conflict == ("x", "y")
    assert derivation.registers["level"] == 12
    assert [remark.kind for remark in derivation.remarks] == ["conflict"]


def test_a_stop_ends_the_assessment_and_what_follows_is_not_reached() -> None:
    gate = Step("art5", "one", "Article 5", (), yes("risk"), gate=GateRule(GateKind.STOP, "No offence."))
    derivation = derive(pack_of(gate, BASE), risk="yes")
    assert derivation.gate == "art5"
    assert derivation.entry("base").status is EntryStatus.NOT_REACHED
    opened = evaluate(
        pack_of(gate, BASE),
        Assignment({name: "yes" if name == "risk" else f.default for name, f in pack_of().facts.items()}),
        open_gates=frozenset({"art5"}),
    )
    assert opened.gate is None
    assert opened.entry("art5").gate_open


RANGE = step("frame", Set("range", months(24, 30)))
TERM = step("term", Pick("sentence", "term", "range"))


def test_a_figure_is_the_whole_range_until_a_person_chooses() -> None:
    assert state_text(derive(pack_of(RANGE, TERM)), pack_of(RANGE, TERM))["sentence"] == "24 to 30 months"


def test_a_judgment_inside_its_bounds_is_the_figure() -> None:
    chosen = derive(pack_of(RANGE, TERM), {"term": Decision(Interval(27, 27), reasons="Because.")})
    assert chosen.registers["sentence"] == Interval(27, 27)


def test_a_judgment_outside_its_bounds_is_kept_flagged_and_not_used() -> None:
    outside = derive(pack_of(RANGE, TERM), {"term": Decision(Interval(40, 40))})
    reading = outside.entry("term").judgment
    assert outside.registers["sentence"] == Interval(24, 30)
    assert reading is not None
    assert reading.rejected == Interval(40, 40)
    assert [remark.kind for remark in outside.remarks] == ["out-of-bounds"]


def test_a_departure_is_lawful_and_wants_reasons() -> None:
    wide = step("wide", Set("sentence", months(0, 120)))
    frame = step("frame", Set("range", months(24, 30)))
    depart = Step("term", "two", "Term", (), effects=(Pick("sentence", "term", "range", "sentence"),))
    derivation = derive(pack_of(wide, frame, depart), {"term": Decision(Interval(40, 40))})
    assert derivation.registers["sentence"] == Interval(40, 40)
    assert [remark.kind for remark in derivation.remarks] == ["departure-without-reasons"]


def test_a_range_of_fractions_widens_a_range_and_selects_on_a_figure() -> None:
    cut_range = step("cut", Scale("range", Fraction(-1, 2), 0))
    cut_figure = step("cut", Scale("sentence", Fraction(-1, 2), 0))
    half = {"cut": Decision(Fraction(-1, 2))}
    assert derive(pack_of(RANGE, cut_range), half).registers["range"] == Interval(12, 30)
    assert derive(pack_of(RANGE, TERM, cut_figure)).registers["sentence"] == Interval(12, 30)
    assert derive(pack_of(RANGE, TERM, cut_figure), half).registers["sentence"] == Interval(12, 15)


def test_life_is_not_divided_and_the_derivation_says_so() -> None:
    life = RangeForm(Linear((Term(240),)), LIFE)
    derivation = derive(
        pack_of(step("frame", Set("range", life)), step("cut", Scale("range", Fraction(-1, 3), Fraction(-1, 3))))
    )
    assert derivation.registers["range"] == Interval(160, LIFE)
    assert [remark.kind for remark in derivation.remarks] == ["life-not-divided"]


def test_the_same_pack_and_case_give_the_same_derivation() -> None:
    pack = pack_of(BASE, RISK, RANGE, TERM)
    assert derive(pack, risk="yes") == derive(pack, risk="yes")


def test_each_entry_begins_where_the_last_ended() -> None:
    persons = step("b2", Add("level", 3), when=Between("persons", 6, 24))
    derivation = derive(pack_of(BASE, persons, RISK), persons=24, risk="yes")
    at: object = 0
    for _, before, after in derivation.moves("level"):
        assert before == at
        at = after
    assert at == derivation.registers["level"]
