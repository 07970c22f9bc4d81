"""Reads a pack: one text of format 1 to a frozen `Pack`, or every problem in it; it never raises and never coerces.

What the format gained since it was designed is documented where it is read: `read_head` (country, titles of registers),
`read_facts` (names, labels, reasons not to be monotone or live), `read_steps` (short `unless`), `read_examples` (CSV).
"""

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from attrs import evolve

from sentencing.errors import Problem, Severity
from sentencing.pack.csv_files import PackFiles
from sentencing.pack.leaks import leaks
from sentencing.pack.model import (
    Contradiction,
    FactRelation,
    Head,
    Pack,
    RegisterKind,
    Relation,
    Status,
)
from sentencing.pack.read_conditions import FACTS_ONLY, read_condition, read_terms
from sentencing.pack.read_examples import read_examples
from sentencing.pack.read_facts import read_facts, read_judgments
from sentencing.pack.read_head import (
    read_head,
    read_registers,
    read_sources,
    read_stages,
    read_units,
    with_left_out,
    with_rounding,
)
from sentencing.pack.read_steps import Steps, read_steps, step_ids
from sentencing.pack.read_tables import read_tables, read_transforms
from sentencing.pack.scope import WHOLE_SECTION, Scope
from sentencing.pack.source import Node, decoded, read_nodes
from sentencing.pack.spots import Report, Spot, optional_text

FORMAT: Final = "1"
_REQUIRED: Final = ("guidance", "pack", "sources", "stages", "state", "facts", "steps")
_OPTIONAL: Final = (
    "numbers", "judgments", "terms", "tables", "transforms", "contradictions", "relations", "examples",
)  # fmt: skip
_HEADLINES: Final = (RegisterKind.RANGE, RegisterKind.FIGURE, RegisterKind.CATEGORY)


def read_pack(text: str | bytes, folder: Path | None = None) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The pack, or None when a problem is an error; `folder` holds its tables and texts.

    All problems are reported at once, in the order of the file, warnings among them.
    """
    clean, problems = decoded(text)
    if problems:
        return None, problems
    root, problems = read_nodes(clean)
    report = Report(list(problems))
    pack = _PackReader(clean, folder, report).read(root) if root is not None else None
    found = tuple(sorted(report.problems, key=lambda problem: problem.line))
    return (None if report.refuses else pack), found


class _PackReader:
    """Reads the sections of one pack in the order in which they may name each other."""

    def __init__(self, text: str, folder: Path | None, report: Report) -> None:
        self._text = text
        self._folder = folder
        self._report = report
        self._files = PackFiles(folder)

    def read(self, root: Node) -> Pack | None:
        """The pack, if its head and steps could be read at all."""
        spot = Spot(root, "", self._report)
        fields = spot.fields(_REQUIRED, _OPTIONAL)
        if not spot.is_map():
            return None
        if "guidance" in fields and (version := fields["guidance"].text()) != FORMAT:
            fields["guidance"].error(
                f"'guidance: {version}' is a format that this program does not know.", f"It reads format {FORMAT}."
            )
            return None
        head = read_head(fields["pack"]) if "pack" in fields else None
        scope = self._scope(fields, self._unread_sections(spot, fields))
        if head is not None:
            head = with_left_out(head, fields["pack"], scope)
            self._check_head(head, fields["pack"], scope)
        all_steps = step_ids(fields.get("steps"))
        scope = self._with_conditions(scope, fields, all_steps)
        steps = read_steps(fields["steps"], scope, all_steps) if "steps" in fields else Steps((), {})
        scope = evolve(scope, judgments=steps.judgments)
        contradictions = tuple(self._contradictions(fields.get("contradictions"), scope))
        relations = tuple(self._relations(fields.get("relations"), scope))
        examples = read_examples(fields.get("examples"), scope, steps.steps, self._files)
        self._unused_terms(fields.get("terms"), scope)
        self._unread_sources(head, scope, fields)
        if head is None or self._report.refuses:
            return None
        pack = Pack(
            head=head,
            units=scope.units,
            sources=scope.sources,
            stages=scope.stages,
            registers=scope.registers,
            facts=scope.facts,
            judgments=scope.judgments,
            terms=scope.terms,
            tables=scope.tables,
            transforms=scope.transforms,
            contradictions=contradictions,
            relations=relations,
            steps=steps.steps,
            examples=examples,
            text=self._text,
            hash=self._hash(head, scope),
            folder=str(self._folder) if self._folder is not None else "",
        )
        for problem in leaks(pack):
            self._report.add(problem)
        return pack

    # ----------------------------------------------------------------------------------------------- sections

    def _unread_sections(self, spot: Spot, fields: Mapping[str, Spot]) -> frozenset[tuple[str, str]]:
        """Sections that are no map, or absent while an unknown key may be their misspelt name."""
        misspelt = len(spot.entries(None)) > len(fields)
        sections = (*_REQUIRED, *_OPTIONAL)
        bad = {
            name
            for name in sections
            if (name in fields and not fields[name].is_map()) or (misspelt and name not in fields)
        }
        return frozenset((name, WHOLE_SECTION) for name in bad)

    def _scope(self, fields: Mapping[str, Spot], broken: frozenset[tuple[str, str]]) -> Scope:
        """Everything that is defined without conditions."""
        units, rounding = read_units(fields.get("numbers"))
        scope = Scope(units=units, broken=broken)
        if "sources" in fields:
            scope = evolve(scope, sources=read_sources(fields["sources"]))
        if "stages" in fields:
            scope = evolve(scope, stages=read_stages(fields["stages"]))
        if "state" in fields:
            registers, unusable = read_registers(fields["state"], units)
            scope = evolve(scope, registers=registers, broken=broken | unusable)
            scope = evolve(scope, registers=with_rounding(scope, rounding))
        return scope

    def _with_conditions(self, scope: Scope, fields: Mapping[str, Spot], all_steps: frozenset[str]) -> Scope:
        """Facts, judgments, terms, tables and transforms; conditions once all that they may name is known."""
        asked_when: Mapping[str, Spot] = {}
        if "facts" in fields:
            facts, asked_when, broken = read_facts(fields["facts"], scope)
            scope = evolve(scope, facts=facts, broken=scope.broken | broken)
        judgments, when, broken = read_judgments(fields.get("judgments"), scope)
        scope = evolve(scope, judgments=judgments, broken=scope.broken | broken)
        scope = evolve(scope, terms=read_terms(fields.get("terms"), scope, all_steps))
        self._one_meaning(fields, scope)
        facts = {
            name: evolve(fact, asked_when=read_condition(asked_when[name], scope, FACTS_ONLY))
            if name in asked_when
            else fact
            for name, fact in scope.facts.items()
        }
        judgments = {
            name: evolve(each, when=read_condition(when[name], scope, FACTS_ONLY)) if name in when else each
            for name, each in scope.judgments.items()
        }
        scope = evolve(scope, facts=facts, judgments=judgments)
        tables, broken = read_tables(fields.get("tables"), scope, self._files)
        scope = evolve(scope, tables=tables, broken=scope.broken | broken)
        transforms, measured, broken = read_transforms(fields.get("transforms"), scope)
        return evolve(scope, transforms=transforms, measured=measured, broken=scope.broken | broken)

    def _one_meaning(self, fields: Mapping[str, Spot], scope: Scope) -> None:
        """No fact, judgment or term shares its id; a judgment may share the one of the register it is picked into."""
        seen: dict[str, str] = dict.fromkeys(scope.registers, "register")
        for section, names in (("facts", scope.facts), ("judgments", scope.judgments), ("terms", scope.terms)):
            for name in names:
                other = seen.get(name)
                if other is not None and (section, other) != ("judgments", "register"):
                    found = f"'{name}' is also the id of a {other}."
                    fields[section].key_spot(name).error(found, right="Give one of them another id.")
                seen[name] = section.removesuffix("s")

    def _contradictions(self, spot: Spot | None, scope: Scope) -> Iterator[Contradiction]:
        for part in spot.parts() if spot is not None else ():
            fields = part.fields(("when", "say"))
            if len(fields) == 2:
                when = read_condition(fields["when"], scope, FACTS_ONLY)
                yield Contradiction(when, fields["say"].text(), part.place)

    def _relations(self, spot: Spot | None, scope: Scope) -> Iterator[FactRelation]:
        for part in spot.parts() if spot is not None else ():
            fields = part.fields(("facts", "is", "say"), ("cite",))
            kind = fields["is"].member(Relation) if "is" in fields else None
            facts = scope.facts_named(fields["facts"]) if "facts" in fields else ()
            cites = scope.cites(fields.get("cite"))
            if kind is not None:
                yield FactRelation(facts, kind, optional_text(fields, "say"), cites)

    # ------------------------------------------------------------------------------------- the pack as a whole

    def _check_head(self, head: Head, spot: Spot, scope: Scope) -> None:
        fields = dict(spot.entries(None))
        scope.register(fields["headline"], head.headline, _HEADLINES)

    def _unread_sources(self, head: Head | None, scope: Scope, fields: Mapping[str, Spot]) -> None:
        """`official` and `reviewed` promise that every cited source was read in its text."""
        if head is None or head.status not in (Status.OFFICIAL, Status.REVIEWED):
            return
        for section, name in sorted(self._report.used):
            if section == "sources" and name in scope.sources and scope.sources[name].read != "text":
                found = f"the source is cited and was read second-hand, and the pack is {head.status.value}."
                dict(fields["sources"].entries(None))[name].error(
                    found, right="Read its text, or make the status draft."
                )

    def _unused_terms(self, spot: Spot | None, scope: Scope) -> None:
        for name in scope.terms if spot is not None else ():
            if spot is not None and ("terms", name) not in self._report.used:
                spot.key_spot(name).warn(f"no condition uses the term '{name}'.", right="Use it or delete it.")

    def _hash(self, head: Head, scope: Scope) -> str:
        """SHA-256 over the pack, the tables it uses, its translations and its memo sections, in the order of names."""
        digest = hashlib.sha256(self._text.encode())
        for name, content in sorted(self._beside(head, scope).items()):
            digest.update(f"\n{name}\n".encode())
            digest.update(content.replace(b"\r\n", b"\n"))
        return digest.hexdigest()

    def _beside(self, head: Head, scope: Scope) -> dict[str, bytes]:
        tables = {table.file for table in scope.tables.values() if table.file}
        found = {name: content for name, content in self._files.read.items() if name in tables}
        if self._folder is None:
            return found
        for path in (*self._folder.glob(f"texts/{head.edition.id}.*.yaml"), *self._folder.glob("memo/*.md.j2")):
            try:
                found[path.relative_to(self._folder).as_posix()] = path.read_bytes()
            except OSError as wrong:
                name = path.relative_to(self._folder).as_posix()
                self._report.add(Problem(f"'{name}' cannot be read: {type(wrong).__name__}.", severity=Severity.ERROR))
        return found
