"""A small pack as text, and packs made from it by changing a line."""

from sentencing.errors import Problem
from sentencing.pack.model import Pack
from sentencing.pack.reader import read_pack

SMALL = """\
guidance: 1
pack:
  id: small
  title: A small pack
  jurisdiction: XX
  authority: Nobody
  language: en
  status: training
  edition: {id: "1", from: 2026-01-01}
  choice-of-edition: offence-date
  assesses: each-count
  numeric-proposal: range
  assistance: sealed
  headline: frame
numbers: {month: 30 days, currency: EUR}
sources: {law: {title: The law, read: text}}
stages: {one: {title: Stage one}}
state:
  points: {is: score}
  frame: {is: range, of: time}
  sentence: {is: figure, of: time}
  band: {is: category, order: [A, B, C]}
facts:
  danger: {is: yes-no, default: no, ask: "Danger?"}
  weapon: {is: choice, of: [none, shown, used], default: none, ask: "Weapon?"}
  persons: {is: count, from: 1, default: 1, ask: "How many?"}
judgments:
  mercy: {is: yes-no, until-made: no, grounds: [danger], ask: "Mercy?"}
terms:
  grave: {title: Grave, when: {danger: yes, weapon: used}}
steps:
- {id: first, stage: one, title: First, cite: law 1, set: {frame: 1 to 2 years, sentence: 1 to 2 years, band: A}}
- {id: second, title: Second, cite: law 2, when: WHEN, VERBS}
"""


def small(
    when: str = "{danger: yes}", verbs: str = "add: {points: 1}", **changes: str
) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The small pack with a condition and verbs in its second step, and words changed."""
    text = SMALL.replace("WHEN", when).replace("VERBS", verbs)
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    return read_pack(text)


def good(when: str = "{danger: yes}", verbs: str = "add: {points: 1}", **changes: str) -> Pack:
    """The same when it must be readable."""
    pack, problems = small(when, verbs, **changes)
    assert pack is not None, [problem.sentence() for problem in problems]
    return pack
