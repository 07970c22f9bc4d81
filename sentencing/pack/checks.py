"""The checks of a pack that need no engine: what a complete and readable pack can still get wrong.

Gaps and overlaps are errors, because the program would have to guess there; the rest are warnings that a cited `note`,
an `unless` or a deletion settles. Sources of an official pack that nobody read are refused when it is read.
"""

from sentencing.errors import Problem
from sentencing.pack.check_effects import check_effects
from sentencing.pack.check_options import check_options
from sentencing.pack.check_tables import check_tables
from sentencing.pack.check_uses import check_uses
from sentencing.pack.model import Pack


def check(pack: Pack) -> tuple[Problem, ...]:
    """Every problem, in the order of the file, with a counter-example where there is one."""
    found = (*check_tables(pack), *check_options(pack), *check_effects(pack), *check_uses(pack))
    return tuple(sorted(found, key=lambda problem: problem.line))
