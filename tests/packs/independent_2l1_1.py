"""An independent reading of USSG §2L1.1 with Chapters Three to Five, Manual of 1 November 2025: plain Python, no pack.

Written from the guideline's text, paragraph by paragraph, so that the pack can be held against it. Nothing here is read
from the pack. The sentencing table is the Commission's own of its 2016 application data, a second source; it has not
changed since. Every answer is text or, for a count, a whole number; what is not answered reads as in `DEFAULTS`.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

CATEGORIES: Final = ("I", "II", "III", "IV", "V", "VI")
LIFE: Final = 10_000
"""Life in months, for comparing only: longer than every term of the table."""

DEFAULTS: Final[Mapping[str, str | int]] = {
    "conviction": "s1324",
    "statute": "a1-bring-or-gain",
    "commercial-organisation": "no",
    "profit": "yes",
    "family-only": "no",
    "aliens": 1,
    "prior-immigration-felonies": 0,
    "unaccompanied-minor": "no",
    "weapon": "none",
    "weapon-own": "no",
    "risk": "no",
    "risk-basis": "separate",
    "injury": "none",
    "detained": "no",
    "threats": "no",
    "prostitution": "none",
    "harboring-conviction": "no",
    "homicide": "none",
    "hate-motive": "no",
    "vulnerable-victim": "none",
    "official-victim": "none",
    "restrained": "no",
    "terrorism": "no",
    "role": "none",
    "trust-or-skill": "no",
    "used-minor": "no",
    "obstruction": "no",
    "flight": "no",
    "flight-basis": "separate",
    "on-release": "no",
    "acceptance": "no",
    "government-motion": "no",
    "early-disposition": 0,
    "zero-point": "no",
    "history": "I",
}


class Reading(NamedTuple):
    """What the guideline comes to; ranges as text, as a judge would say them."""

    level: int
    category: str
    guideline: str
    statutory: str
    sentence: str
    zone: str


class ChapterTwo(NamedTuple):
    """Where Chapter Two leaves the case, and what later rules ask about it."""

    level: int
    risk_counted: bool
    """(b)(6) was applied and is still in the result."""
    detention_counted: bool
    """(b)(8)(A) was applied and is still in the result."""
    homicide: bool
    """The homicide guideline took the place of §2L1.1."""


def reading(answers: Mapping[str, str | int], term: int | None = None) -> Reading:
    """The guideline read for one set of answers, and the sentence if a term in months was decided."""
    said = {**DEFAULTS, **answers}
    two = chapter_two(said)
    level = before_acceptance(said, two)
    level = after_acceptance(said, level)
    level = min(max(level, 1), 43)  # Chapter Five, Part A, note 2
    category = "VI" if said["terrorism"] == "yes" else str(said["history"])  # §3A1.4(b)
    low, high = TABLE[level, category]
    least, most = statutory(said)
    # §5G1.1: the range, cut to what the statute allows
    guideline = (min(max(low, least), most), min(max(high, least), most))
    sentence = spoken(guideline)
    if term is not None and least <= term <= most:
        sentence = spoken((term, term))
    return Reading(level, category, spoken(guideline), frame(least, most), sentence, zone(low))


# ---------------------------------------------------------------------------------------------------- Chapter Two


def chapter_two(said: Mapping[str, str | int]) -> ChapterTwo:
    """§2L1.1 with its specific offense characteristics in their order, and the cross reference at its end."""
    level = {"s1327-security": 25, "s1327-aggravated-felony": 23, "s1324": 12}[str(said["conviction"])]

    # (b)(1): not for profit, or only spouse or child; and the base is that of (a)(3)
    if level == 12 and (said["profit"] == "no" or said["family-only"] == "yes"):
        level -= 3

    # (b)(2): number of aliens
    aliens = int(said["aliens"])
    if aliens >= 100:
        level += 9
    elif aliens >= 25:
        level += 6
    elif aliens >= 6:
        level += 3

    # (b)(3): earlier convictions
    felonies = int(said["prior-immigration-felonies"])
    if felonies >= 2:
        level += 4
    elif felonies == 1:
        level += 2

    # (b)(4): unaccompanied minor
    if said["unaccompanied-minor"] == "yes":
        level += 4

    # (b)(5): the greatest
    weapon = said["weapon"]
    if weapon == "discharged":
        level = max(level + 6, 22)
    elif weapon == "brandished":
        level = max(level + 4, 20)
    elif weapon == "possessed":
        level = max(level + 2, 18)

    # (b)(6), and note 3: not where the only reckless conduct is that for which (b)(5) was applied
    risk_counted = said["risk"] == "yes" and not (said["risk-basis"] == "weapon-only" and weapon != "none")
    if risk_counted:
        level = max(level + 2, 18)

    # (b)(7): injury or death
    level += {"none": 0, "bodily": 2, "serious": 4, "permanent": 6, "death": 10}[str(said["injury"])]

    # (b)(8): the greater of (A) and (B)
    detention = max(level + 2, 18) if said["detained"] == "yes" else level
    prostitution = level
    if said["harboring-conviction"] == "yes" and aggravating_role(said):
        prostitution += {"none": 0, "adult": 2, "minor": 6}[str(said["prostitution"])]
    detention_counted = said["detained"] == "yes" and detention >= prostitution
    level = max(level, detention, prostitution)

    # (b)(9): convicted under 8 USC 1324(a)(4)
    if said["commercial-organisation"] == "yes":
        level += 2

    # (c)(1): only if the homicide guideline gives the greater level; it then takes the place of all of the above
    if said["injury"] == "death" and homicide_level(said) > level:
        return ChapterTwo(homicide_level(said), risk_counted=False, detention_counted=False, homicide=True)
    return ChapterTwo(level, risk_counted, detention_counted, homicide=False)


def homicide_level(said: Mapping[str, str | int]) -> int:
    """§§2A1.1 to 2A1.4."""
    return {
        "none": 0,
        "involuntary-negligent": 12,
        "involuntary-reckless": 18,
        "involuntary-transport": 22,
        "voluntary": 29,
        "second-degree": 38,
        "first-degree": 43,
    }[str(said["homicide"])]


def aggravating_role(said: Mapping[str, str | int]) -> bool:
    """§3B1.1 applies."""
    return said["role"] in ("other-leader", "manager", "organiser")


# -------------------------------------------------------------------------------------------------- Chapter Three


def before_acceptance(said: Mapping[str, str | int], two: ChapterTwo) -> int:
    """Chapter Three, Parts A to C."""
    level = two.level

    # Part A
    if said["hate-motive"] == "yes":
        level += 3
    level += {"none": 0, "one": 2, "large-number": 4}[str(said["vulnerable-victim"])]
    if said["official-victim"] == "assault" or (said["official-victim"] == "status" and two.homicide):
        level += 6
    elif said["official-victim"] == "status":
        level += 3
    if said["restrained"] == "yes" and not two.detention_counted:  # §2L1.1, note 5
        level += 2
    if said["terrorism"] == "yes":
        level = max(level + 12, 32)

    # Part B
    level += {
        "minimal": -4,
        "between": -3,
        "minor": -2,
        "none": 0,
        "other-leader": 2,
        "manager": 3,
        "organiser": 4,
    }[str(said["role"])]
    if said["trust-or-skill"] == "yes":
        level += 2
    if said["used-minor"] == "yes":
        level += 2

    # Part C
    if said["obstruction"] == "yes":
        level += 2
    # §3C1.2, note 1: not where another increase rests on the same conduct alone;
    # §2L1.1, note 3: not where (b)(6) rests on the flight alone
    flight_in_risk = two.risk_counted and said["risk-basis"] == "flight-only"
    if said["flight"] == "yes" and said["flight-basis"] == "separate" and not flight_in_risk:
        level += 2
    if said["on-release"] == "yes":
        level += 3
    return level


def after_acceptance(said: Mapping[str, str | int], level: int) -> int:
    """Chapter Three, Parts E and F, and §4C1.1, which comes after them."""
    if said["acceptance"] == "yes":
        level -= 3 if level >= 16 and said["government-motion"] == "yes" else 2
    level -= int(said["early-disposition"])
    if said["zero-point"] == "yes" and not barred_from_zero_point(said):
        level -= 2
    return level


def barred_from_zero_point(said: Mapping[str, str | int]) -> bool:
    """Whether an answer shows that a criterion of §4C1.1(a) is not met."""
    return (
        said["history"] != "I"  # a higher category has history points
        or said["terrorism"] == "yes"
        or said["threats"] == "yes"
        or said["injury"] in ("serious", "permanent", "death")
        or said["weapon-own"] == "yes"
        or said["hate-motive"] == "yes"
        or said["vulnerable-victim"] != "none"
        or aggravating_role(said)
    )


# ------------------------------------------------------------------------------------------------------- statutes


def statutory(said: Mapping[str, str | int]) -> tuple[int, int]:
    """The least and the most in months; 0 where the statute has no minimum. §1324(a)(4) allows ten years more."""
    least, most = {
        "a1-bring-or-gain": (0, 120),
        "a1-other": (0, 60),
        "a1-jeopardy": (0, 240),
        "a1-death": (0, LIFE),
        "a2-misdemeanour": (0, 12),
        "a2-not-presented": (0, 120),
        "a2-gain": (36, 120),
        "a2-third": (60, 180),
        "a3-hiring": (0, 60),
        "s1327": (0, 120),
    }[str(said["statute"])]
    if said["commercial-organisation"] == "yes" and most != LIFE:
        most += 120
    return least, most


def frame(least: int, most: int) -> str:
    """A statutory frame in words."""
    if not least:
        return "up to life" if most == LIFE else f"up to {most} months"
    return spoken((least, most))


def spoken(span: tuple[int, int]) -> str:
    """A range in words."""
    low, high = span
    if low == high:
        return "life" if low == LIFE else f"{low} months"
    return f"{low} months to life" if high == LIFE else f"{low} to {high} months"


def zone(low: int) -> str:
    """The zone of a cell by its minimum, as since 1 November 2010."""
    if low == 0:
        return "A"
    return "B" if low <= 9 else "C" if low <= 12 else "D"


# ---------------------------------------------------------------------------------------------- the table of 2016

_ROWS: Final = """
     1  0-6       0-6       0-6       0-6       0-6       0-6
     2  0-6       0-6       0-6       0-6       0-6       1-7
     3  0-6       0-6       0-6       0-6       2-8       3-9
     4  0-6       0-6       0-6       2-8       4-10      6-12
     5  0-6       0-6       1-7       4-10      6-12      9-15
     6  0-6       1-7       2-8       6-12      9-15      12-18
     7  0-6       2-8       4-10      8-14      12-18     15-21
     8  0-6       4-10      6-12      10-16     15-21     18-24
     9  4-10      6-12      8-14      12-18     18-24     21-27
    10  6-12      8-14      10-16     15-21     21-27     24-30
    11  8-14      10-16     12-18     18-24     24-30     27-33
    12  10-16     12-18     15-21     21-27     27-33     30-37
    13  12-18     15-21     18-24     24-30     30-37     33-41
    14  15-21     18-24     21-27     27-33     33-41     37-46
    15  18-24     21-27     24-30     30-37     37-46     41-51
    16  21-27     24-30     27-33     33-41     41-51     46-57
    17  24-30     27-33     30-37     37-46     46-57     51-63
    18  27-33     30-37     33-41     41-51     51-63     57-71
    19  30-37     33-41     37-46     46-57     57-71     63-78
    20  33-41     37-46     41-51     51-63     63-78     70-87
    21  37-46     41-51     46-57     57-71     70-87     77-96
    22  41-51     46-57     51-63     63-78     77-96     84-105
    23  46-57     51-63     57-71     70-87     84-105    92-115
    24  51-63     57-71     63-78     77-96     92-115    100-125
    25  57-71     63-78     70-87     84-105    100-125   110-137
    26  63-78     70-87     78-97     92-115    110-137   120-150
    27  70-87     78-97     87-108    100-125   120-150   130-162
    28  78-97     87-108    97-121    110-137   130-162   140-175
    29  87-108    97-121    108-135   121-151   140-175   151-188
    30  97-121    108-135   121-151   135-168   151-188   168-210
    31  108-135   121-151   135-168   151-188   168-210   188-235
    32  121-151   135-168   151-188   168-210   188-235   210-262
    33  135-168   151-188   168-210   188-235   210-262   235-293
    34  151-188   168-210   188-235   210-262   235-293   262-327
    35  168-210   188-235   210-262   235-293   262-327   292-365
    36  188-235   210-262   235-293   262-327   292-365   324-405
    37  210-262   235-293   262-327   292-365   324-405   360-life
    38  235-293   262-327   292-365   324-405   360-life  360-life
    39  262-327   292-365   324-405   360-life  360-life  360-life
    40  292-365   324-405   360-life  360-life  360-life  360-life
    41  324-405   360-life  360-life  360-life  360-life  360-life
    42  360-life  360-life  360-life  360-life  360-life  360-life
    43  life-life  life-life  life-life  life-life  life-life  life-life
"""


def _month(text: str) -> int:
    return LIFE if text == "life" else int(text)


def _table() -> dict[tuple[int, str], tuple[int, int]]:
    table = {}
    for row in _ROWS.split("\n"):
        level, *cells = row.split() or ("",)
        for category, cell in zip(CATEGORIES, cells, strict=bool(cells)):
            low, high = cell.split("-")
            table[int(level), category] = (_month(low), _month(high))
    return table


TABLE: Final = _table()
