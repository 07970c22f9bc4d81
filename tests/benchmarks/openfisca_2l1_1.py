"""The rival: USSG §2L1.1, level and range, as an OpenFisca tax-benefit system, written as its own manual recommends.

One variable for each fact and, as far as the levels allow, one for each provision; formulas on arrays, enumerations for
choices, lists of numbers as parameters. It computes level and range, and gives no account of why. Nothing in it is made
slow on purpose: the system is built once, and single numbers stand in the formulas.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import numpy as np
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.model_api import Variable
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem

from tests.packs.independent_2l1_1 import CATEGORIES, LIFE, TABLE, spoken

PERIOD = "2025-11"
VALID = "2025-11-01"

Answers = Mapping[str, str | int]

Defendant = build_entity(
    key="defendant", plural="defendants", label="One defendant, all counts together", is_person=True
)

CHOICES: Mapping[str, tuple[str, ...]] = {
    "conviction": ("s1324", "s1327-aggravated-felony", "s1327-security"),
    "statute": (
        "a1-bring-or-gain", "a1-other", "a1-jeopardy", "a1-death", "a2-misdemeanour", "a2-not-presented", "a2-gain",
        "a2-third", "a3-hiring", "s1327",
    ),
    "weapon": ("none", "possessed", "brandished", "discharged"),
    "risk-basis": ("separate", "weapon-only", "flight-only"),
    "injury": ("none", "bodily", "serious", "permanent", "death"),
    "prostitution": ("none", "adult", "minor"),
    "homicide": (
        "none", "involuntary-negligent", "involuntary-reckless", "involuntary-transport", "voluntary", "second-degree",
        "first-degree",
    ),
    "vulnerable-victim": ("none", "one", "large-number"),
    "official-victim": ("none", "status", "assault"),
    "role": ("none", "minimal", "between", "minor", "other-leader", "manager", "organiser"),
    "flight-basis": ("separate", "same-conduct"),
    "history": CATEGORIES,
}  # fmt: skip
COUNTS = {"aliens": 1, "prior-immigration-felonies": 0, "early-disposition": 0}
YES_OR_NO = (
    "commercial-organisation", "family-only", "unaccompanied-minor", "weapon-own", "risk", "detained", "threats",
    "harboring-conviction", "hate-motive", "restrained", "terrorism", "trust-or-skill", "used-minor", "obstruction",
    "flight", "on-release", "acceptance", "government-motion", "zero-point",
)  # fmt: skip

LEVELS: Mapping[str, Mapping[str, int]] = {
    "conviction": {"s1324": 12, "s1327_aggravated_felony": 23, "s1327_security": 25},
    "weapon": {"none": 0, "possessed": 2, "brandished": 4, "discharged": 6},
    "weapon_floor": {"none": 0, "possessed": 18, "brandished": 20, "discharged": 22},
    "injury": {"none": 0, "bodily": 2, "serious": 4, "permanent": 6, "death": 10},
    "prostitution": {"none": 0, "adult": 2, "minor": 6},
    "homicide": {
        "none": 0, "involuntary_negligent": 12, "involuntary_reckless": 18, "involuntary_transport": 22,
        "voluntary": 29, "second_degree": 38, "first_degree": 43,
    },
    "vulnerable_victim": {"none": 0, "one": 2, "large_number": 4},
    "role": {"none": 0, "minimal": -4, "between": -3, "minor": -2, "other_leader": 2, "manager": 3, "organiser": 4},
    "least": {
        "a1_bring_or_gain": 0, "a1_other": 0, "a1_jeopardy": 0, "a1_death": 0, "a2_misdemeanour": 0,
        "a2_not_presented": 0, "a2_gain": 36, "a2_third": 60, "a3_hiring": 0, "s1327": 0,
    },
    "most": {
        "a1_bring_or_gain": 120, "a1_other": 60, "a1_jeopardy": 240, "a1_death": LIFE, "a2_misdemeanour": 12,
        "a2_not_presented": 120, "a2_gain": 120, "a2_third": 180, "a3_hiring": 60, "s1327": 120,
    },
}  # fmt: skip

LOWEST = np.array([[TABLE[level, category][0] for category in CATEGORIES] for level in range(1, 44)])
HIGHEST = np.array([[TABLE[level, category][1] for category in CATEGORIES] for level in range(1, 44)])


def _id(name: str) -> str:
    return name.replace("-", "_")


# ----------------------------------------------------------------------------------------------------------- facts


def _enum(name: str, values: Iterable[str]) -> Any:
    return Enum(f"{_id(name)}_values", {_id(value): value for value in values})


ENUMS = {_id(name): _enum(name, values) for name, values in CHOICES.items()}


def _fact(name: str, **traits: object) -> type[Variable]:
    return type(_id(name), (Variable,), {"entity": Defendant, "definition_period": DateUnit.MONTH, **traits})


def facts() -> list[type[Variable]]:
    """One variable for each question."""
    choices = [
        _fact(name, value_type=Enum, possible_values=ENUMS[name], default_value=next(iter(ENUMS[name])))
        for name in ENUMS
    ]
    counts = [_fact(name, value_type=int, default_value=default) for name, default in COUNTS.items()]
    flags = [_fact(name, value_type=bool) for name in YES_OR_NO]
    return [*choices, *counts, *flags, _fact("profit", value_type=bool, default_value=True)]


# ----------------------------------------------------------------------------------------------------------- rules


RULES: list[type[Variable]] = []


def rule(value_type: type) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Makes a variable of a formula; OpenFisca wants every attribute in the class itself."""

    def make(formula: Callable[..., Any]) -> Callable[..., Any]:
        RULES.append(_fact(formula.__name__, value_type=value_type, formula=formula, __doc__=formula.__doc__))
        return formula

    return make


@rule(int)
def base(defendant: Any, period: Any, parameters: Any) -> Any:
    """§2L1.1(a)."""
    return parameters(period).conviction[defendant("conviction", period)]


@rule(int)
def after_b1(defendant: Any, period: Any) -> Any:
    """Not for profit, or only family."""
    level = defendant("base", period)
    unpaid = np.logical_not(defendant("profit", period)) + defendant("family_only", period)
    return level - 3 * (unpaid * (level == 12))


@rule(int)
def after_b2(defendant: Any, period: Any) -> Any:
    """Number of aliens."""
    aliens = defendant("aliens", period)
    return defendant("after_b1", period) + 3 * (aliens >= 6) + 3 * (aliens >= 25) + 3 * (aliens >= 100)


@rule(int)
def after_b3(defendant: Any, period: Any) -> Any:
    """Earlier convictions."""
    felonies = defendant("prior_immigration_felonies", period)
    return defendant("after_b2", period) + 2 * (felonies >= 1) + 2 * (felonies >= 2)


@rule(int)
def after_b4(defendant: Any, period: Any) -> Any:
    """Unaccompanied minor."""
    return defendant("after_b3", period) + 4 * defendant("unaccompanied_minor", period)


@rule(int)
def after_b5(defendant: Any, period: Any, parameters: Any) -> Any:
    """Weapon."""
    weapon = defendant("weapon", period)
    raised = defendant("after_b4", period) + parameters(period).weapon[weapon]
    return np.maximum(raised, parameters(period).weapon_floor[weapon])


@rule(bool)
def risk_counts(defendant: Any, period: Any) -> Any:
    """(b)(6) applies, after note 3."""
    weapon_alone = defendant("risk_basis", period) == ENUMS["risk_basis"].weapon_only
    armed = defendant("weapon", period) != ENUMS["weapon"].none
    return defendant("risk", period) * np.logical_not(weapon_alone * armed)


@rule(int)
def after_b6(defendant: Any, period: Any) -> Any:
    """Substantial risk."""
    level = defendant("after_b5", period)
    return np.where(defendant("risk_counts", period), np.maximum(level + 2, 18), level)


@rule(int)
def after_b7(defendant: Any, period: Any, parameters: Any) -> Any:
    """Injury or death."""
    return defendant("after_b6", period) + parameters(period).injury[defendant("injury", period)]


@rule(bool)
def aggravating_role(defendant: Any, period: Any) -> Any:
    """§3B1.1 applies."""
    role, roles = defendant("role", period), ENUMS["role"]
    return (role == roles.other_leader) + (role == roles.manager) + (role == roles.organiser)


@rule(int)
def with_detention(defendant: Any, period: Any) -> Any:
    """The level with (b)(8)(A)."""
    level = defendant("after_b7", period)
    return np.where(defendant("detained", period), np.maximum(level + 2, 18), level)


@rule(int)
def with_prostitution(defendant: Any, period: Any, parameters: Any) -> Any:
    """The level with (b)(8)(B)."""
    counts = defendant("harboring_conviction", period) * defendant("aggravating_role", period)
    return defendant("after_b7", period) + counts * parameters(period).prostitution[defendant("prostitution", period)]


@rule(int)
def after_b8(defendant: Any, period: Any) -> Any:
    """The greater."""
    return np.maximum(defendant("with_detention", period), defendant("with_prostitution", period))


@rule(int)
def after_b9(defendant: Any, period: Any) -> Any:
    """Commercial organization."""
    return defendant("after_b8", period) + 2 * defendant("commercial_organisation", period)


@rule(bool)
def homicide_governs(defendant: Any, period: Any, parameters: Any) -> Any:
    """(c)(1): death resulted, and the homicide guideline gives the greater level."""
    homicide = parameters(period).homicide[defendant("homicide", period)]
    return (defendant("injury", period) == ENUMS["injury"].death) * (homicide > defendant("after_b9", period))


@rule(int)
def chapter_two(defendant: Any, period: Any, parameters: Any) -> Any:
    """The level that Chapter Two gives."""
    homicide = parameters(period).homicide[defendant("homicide", period)]
    return np.where(defendant("homicide_governs", period), homicide, defendant("after_b9", period))


@rule(bool)
def detention_counts(defendant: Any, period: Any) -> Any:
    """(b)(8)(A) applies and is not replaced."""
    taken = defendant("with_detention", period) >= defendant("with_prostitution", period)
    return defendant("detained", period) * taken * np.logical_not(defendant("homicide_governs", period))


@rule(int)
def after_victims(defendant: Any, period: Any, parameters: Any) -> Any:
    """§§3A1.1 and 3A1.2."""
    level = defendant("chapter_two", period) + 3 * defendant("hate_motive", period)
    level = level + parameters(period).vulnerable_victim[defendant("vulnerable_victim", period)]
    official, officials = defendant("official_victim", period), ENUMS["official_victim"]
    for_status = 3 + 3 * defendant("homicide_governs", period)
    return level + 6 * (official == officials.assault) + (official == officials.status) * for_status


@rule(int)
def after_restraint(defendant: Any, period: Any) -> Any:
    """§3A1.3, with note 5."""
    counts = defendant("restrained", period) * np.logical_not(defendant("detention_counts", period))
    return defendant("after_victims", period) + 2 * counts


@rule(int)
def after_terrorism(defendant: Any, period: Any) -> Any:
    """§3A1.4."""
    level = defendant("after_restraint", period)
    return np.where(defendant("terrorism", period), np.maximum(level + 12, 32), level)


@rule(int)
def after_role(defendant: Any, period: Any, parameters: Any) -> Any:
    """Chapter Three, Part B."""
    level = defendant("after_terrorism", period) + parameters(period).role[defendant("role", period)]
    return level + 2 * defendant("trust_or_skill", period) + 2 * defendant("used_minor", period)


@rule(bool)
def flight_counts(defendant: Any, period: Any) -> Any:
    """§3C1.2 applies, after its note 1 and note 3 of §2L1.1."""
    in_risk = defendant("risk_basis", period) == ENUMS["risk_basis"].flight_only
    in_risk = in_risk * defendant("risk_counts", period) * np.logical_not(defendant("homicide_governs", period))
    alone = defendant("flight_basis", period) == ENUMS["flight_basis"].separate
    return defendant("flight", period) * alone * np.logical_not(in_risk)


@rule(int)
def after_obstruction(defendant: Any, period: Any) -> Any:
    """Chapter Three, Part C."""
    level = defendant("after_role", period) + 2 * defendant("obstruction", period)
    return level + 2 * defendant("flight_counts", period) + 3 * defendant("on_release", period)


@rule(int)
def after_acceptance(defendant: Any, period: Any) -> Any:
    """§3E1.1."""
    level = defendant("after_obstruction", period)
    third = (level >= 16) * defendant("government_motion", period)
    return level - defendant("acceptance", period) * (2 + third)


@rule(int)
def after_early(defendant: Any, period: Any) -> Any:
    """§3F1.1."""
    return defendant("after_acceptance", period) - defendant("early_disposition", period)


@rule(bool)
def zero_point_counts(defendant: Any, period: Any) -> Any:
    """§4C1.1 applies, as far as the answers show."""
    injury, injuries = defendant("injury", period), ENUMS["injury"]
    grave = (injury == injuries.serious) + (injury == injuries.permanent) + (injury == injuries.death)
    barred = grave + (defendant("history", period) != ENUMS["history"].I) + defendant("terrorism", period)
    barred = barred + defendant("threats", period) + defendant("weapon_own", period)
    barred = barred + defendant("hate_motive", period) + defendant("aggravating_role", period)
    barred = barred + (defendant("vulnerable_victim", period) != ENUMS["vulnerable_victim"].none)
    return defendant("zero_point", period) * np.logical_not(barred)


@rule(int)
def level(defendant: Any, period: Any) -> Any:
    """The offense level."""
    return np.clip(defendant("after_early", period) - 2 * defendant("zero_point_counts", period), 1, 43)


@rule(int)
def category(defendant: Any, period: Any) -> Any:
    """The place of the criminal history category."""
    history = defendant("history", period)
    places = sum(place * (history == member) for place, member in enumerate(ENUMS["history"]))
    return np.where(defendant("terrorism", period), 5, places)


@rule(int)
def statutory_minimum(defendant: Any, period: Any, parameters: Any) -> Any:
    """The least that the statute allows, in months."""
    return parameters(period).least[defendant("statute", period)]


@rule(int)
def statutory_maximum(defendant: Any, period: Any, parameters: Any) -> Any:
    """The most."""
    most = parameters(period).most[defendant("statute", period)]
    return most + 120 * (defendant("commercial_organisation", period) * (most < LIFE))


@rule(int)
def range_minimum(defendant: Any, period: Any) -> Any:
    """The lower end of the guideline range after §5G1.1."""
    cell = LOWEST[defendant("level", period) - 1, defendant("category", period)]
    return np.minimum(np.maximum(cell, defendant("statutory_minimum", period)), defendant("statutory_maximum", period))


@rule(int)
def range_maximum(defendant: Any, period: Any) -> Any:
    """The upper end."""
    cell = HIGHEST[defendant("level", period) - 1, defendant("category", period)]
    return np.minimum(np.maximum(cell, defendant("statutory_minimum", period)), defendant("statutory_maximum", period))


# ---------------------------------------------------------------------------------------------------------- running


def system() -> TaxBenefitSystem:
    """The system, built once."""
    built = TaxBenefitSystem([Defendant])
    values = {
        name: {key: {"values": {VALID: {"value": value}}} for key, value in levels.items()}
        for name, levels in LEVELS.items()
    }
    built.parameters = ParameterNode("", data=values)
    for variable in (*facts(), *RULES):
        built.add_variable(variable)
    return built


def simulation_by_builder(rival: TaxBenefitSystem, answers: Answers) -> Simulation:
    """One case as OpenFisca's own API takes it: a dictionary of entities."""
    said = {_id(name): {PERIOD: _said(name, value)} for name, value in answers.items()}
    return SimulationBuilder().build_from_entities(rival, {"defendants": {"one": said}})


def simulation_by_hand(rival: TaxBenefitSystem, answers: Answers) -> Simulation:
    """One case in the quickest way: a bare simulation, and an array for each answer."""
    simulation = SimulationBuilder().build_default_simulation(rival, 1)
    for name, value in answers.items():
        simulation.set_input(_id(name), PERIOD, np.array([_said(name, value)]))
    return simulation


def result(simulation: Simulation) -> tuple[int, str]:
    """Level and range."""
    low = int(simulation.calculate("range_minimum", PERIOD)[0])
    high = int(simulation.calculate("range_maximum", PERIOD)[0])
    return int(simulation.calculate("level", PERIOD)[0]), spoken((low, high))


def _said(name: str, value: str | int) -> str | int | bool:
    if name in CHOICES:
        return _id(str(value))
    return value == "yes" if isinstance(value, str) else value
