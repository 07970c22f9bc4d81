"""Templates run in a sandbox: a pack's own section can replace one of ours, and cannot do anything else."""

import pytest

from sentencing.memo.template import render
from tests.engine.memo.matters import view

HOSTILE = [
    "{{ ''.__class__.__mro__ }}",
    "{{ memo.__class__ }}",
    "{{ memo.__init__.__globals__ }}",
    "{{ memo|attr('__class__') }}",
    "{{ _.call }}",
    "{{ _.__call__ }}",
    "{{ 'a'*10**9 }}",
    "{{ 10**10**10 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 'a' + 'b' }}",
    "{{ 'a' ~ 'b' }}",
    "{{ 'a'.center(1000000000) }}",
    "{{ '{0.__class__}'.format(memo) }}",
    "{{ 'a'|center(1000000000) }}",
    "{{ range(1000000000) }}",
    "{{ lipsum() }}",
    "{{ cycler('a') }}",
    "{{ namespace() }}",
    "{{ dict(a=1) }}",
    "{{ self }}{{ self._TemplateReference__context }}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import path %}",
    "{% extends 'memo' %}",
    "{% block a %}{% endblock %}",
    "{% filter upper %}a{% endfilter %}",
    "{% call _('a') %}{% endcall %}",
    "{{ memo.nothing }}",
    "{{ nothing }}",
    "{{ memo.facts[0].reasons.encode() }}",
    "{{ memo.facts.__len__() }}",
    "{{ 1 / 0 }}",
    "{{ 1 - 1 }}",
    "{% set memo.audience = 'x' %}",
    "{{ counted }}{{ counted.call.__func__ }}",
    "{% for a in memo.annex_b %}" * 7 + "xxxxxxxx" + "{% endfor %}" * 7,
    "{{ listed(memo) }}",
    "{{ account('x') }}",
    "{% if %}",
    "{{ memo",
    "{% endfor %}",
    "{{ _ }}" * 30_000,
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_section_is_left_out_and_its_line_is_told(hostile: str) -> None:
    rendered = render(view(), {"facts": f"## Facts\n\n{hostile}"})
    (problem,) = rendered.problems
    assert problem.path == "memo/facts.md.j2"
    assert problem.message
    assert "## The law and its edition" in rendered.text
    assert "## Facts" not in rendered.text


def test_the_line_of_a_mistake_is_told() -> None:
    for mistake in ("{{ memo.nothing }}", "{% if %}", "{{ 'a' ~ 'b' }}", "{{ 1 / 0 }}"):
        (problem,) = render(view(), {"facts": f"## Facts\n\nWords.\n\n{mistake}\n"}).problems
        assert problem.line == 5, mistake


def test_a_pack_may_write_one_section_in_its_own_words() -> None:
    own = "## Sachverhalt\n\n{% for fact in memo.facts %}{{ fact.name }}: {{ fact.value }}\n\n{% endfor %}"
    rendered = render(view(), {"facts": own})
    assert not rendered.problems
    assert "## Sachverhalt" in rendered.text
    assert "Risk of death: yes" in rendered.text


def test_an_unknown_section_is_told() -> None:
    (problem,) = render(view(), {"fcats": "x"}).problems
    assert "fcats" in problem.message


def test_messages_have_places_and_no_formats() -> None:
    own = "{{ _('{a.__class__} {a} {b}', a='*x*') }}"
    rendered = render(view(), {"facts": own})
    assert r"{a.__class__} \*x\* \{b\}" in rendered.text
