"""Reads worked examples, written in the pack or one to a row of a CSV file.

A file has the columns `id`, the facts by their ids, `expect.<register>` for each register that is compared, and
optionally `title`, judgments by their ids, `offence-date`, `conviction-date` and `sentence-date`. An empty cell says
nothing. Amounts are kept as the program itself writes them, so that `1 to 2 years` and `12 to 24 months` are equal.
"""

import re
from collections.abc import Mapping
from typing import Final

from sentencing.amounts import Interval, Quantity, interval_text
from sentencing.pack.csv_files import CsvFile, PackFiles, Row
from sentencing.pack.model import (
    CASE_DATES,
    Example,
    Expectation,
    Fact,
    Judgment,
    JudgmentKind,
    Register,
    RegisterKind,
    Step,
)
from sentencing.pack.read_amounts import amount, number
from sentencing.pack.read_facts import read_fact_value
from sentencing.pack.scope import Scope
from sentencing.pack.source import TextNode
from sentencing.pack.spots import DOTTED_NAME, Spot, nearest_of, optional_text

_KEYS: Final = ("title", "source", "dates", "facts", "judgments", "weights")
_OTHER_EXPECTATIONS: Final = ("applied", "not-applied", "excluded", "gate", "envelope", "turns-on")
_EXPECT: Final = "expect."
_SCORES: Final = re.compile(r"[-−]?\d{1,6}(?: to [-−]?\d{1,6})?")


def read_examples(spot: Spot | None, scope: Scope, steps: tuple[Step, ...], files: PackFiles) -> tuple[Example, ...]:
    """All examples: a list in which {file: …} stands for the rows of a file, or one {file: …}."""
    if spot is None:
        return ()
    reader = _ExampleReader(scope, steps, files)
    parts = [spot] if spot.is_map() else spot.parts()
    return tuple(example for part in parts for example in reader.read(part))


class _ExampleReader:
    """Reads examples; their ids are unique together."""

    def __init__(self, scope: Scope, steps: tuple[Step, ...], files: PackFiles) -> None:
        self._scope = scope
        self._files = files
        self._steps = {step.id: step for step in steps}
        self._ids = {*self._steps, *(option.id for step in steps for option in step.options)}
        self._ids |= {f"round-{register.id}" for register in scope.registers.values() if register.rounding}
        self._seen: set[str] = set()

    def read(self, spot: Spot) -> list[Example]:
        """One example, or those of a file."""
        if spot.is_map() and [key for key, _ in spot.entries(None)] == ["file"]:
            file = self._files.csv(spot.fields(("file",))["file"])
            return self._of_file(file, spot) if file is not None else []
        fields = spot.fields(("id", "facts", "expect"), _KEYS)
        if "id" not in fields or "facts" not in fields or "expect" not in fields:
            return []
        id_ = self._new_id(fields["id"])
        example = Example(
            id=id_,
            title=optional_text(fields, "title") or id_,
            source=optional_text(fields, "source"),
            facts={name: self._fact(name, part, fields["facts"]) for name, part in fields["facts"].entries(None)},
            expect=self._expectation(fields["expect"]),
            judgments=self._judgments(fields.get("judgments")),
            weights=self._weights(fields.get("weights")),
            dates=self._dates(fields.get("dates")),
            place=spot.place,
        )
        return [example]

    def _new_id(self, spot: Spot) -> str:
        id_ = spot.name(DOTTED_NAME)
        if id_ in self._seen:
            spot.error(f"'{id_}' stands twice among the examples.")
        self._seen.add(id_)
        return id_

    # ------------------------------------------------------------------------------------------------- facts

    def _fact(self, name: str, spot: Spot, facts: Spot) -> object:
        """A value, {prosecution, defence} when it is disputed, or {alleged}."""
        fact = self._scope.facts.get(name)
        if fact is None:
            if not self._scope.is_broken("facts", name):
                near = nearest_of(name, self._scope.facts)
                facts.key_spot(name).error(f"'{name}' is not a fact of this pack.", nearest=near)
            return ""
        if not spot.is_map():
            return self._value(fact, spot)
        if "alleged" in dict(spot.entries(None)):
            alleged = spot.fields(("alleged",))
            return {"alleged": self._value(fact, alleged["alleged"])}
        fields = spot.fields(("prosecution", "defence"))
        return {side: self._value(fact, part) for side, part in fields.items()}

    def _value(self, fact: Fact, spot: Spot) -> str:
        read_fact_value(spot, fact.kind, fact.values, self._scope)
        return spot.text() if spot.is_text() else ""

    def _judgments(self, spot: Spot | None) -> Mapping[str, object]:
        found: dict[str, object] = {}
        for name, part in spot.entries(None) if spot is not None else ():
            judgment = self._scope.judgments.get(name)
            if judgment is None:
                if spot is not None and not self._scope.is_broken("judgments", name):
                    near = nearest_of(name, self._scope.judgments)
                    spot.key_spot(name).error(f"'{name}' is not a judgment of this pack.", nearest=near)
                continue
            found[name] = self._judgment(judgment, part)
        return found

    def _judgment(self, judgment: Judgment, spot: Spot) -> object:
        if not spot.is_map():
            return self._decided(judgment, spot)
        fields = spot.fields((), ("value", "grounds", "reasons"))
        found: dict[str, object] = {}
        if "value" in fields:
            found["value"] = self._decided(judgment, fields["value"])
        if "grounds" in fields:
            found["grounds"] = list(fields["grounds"].known_names(judgment.grounds, f"a ground of '{judgment.id}'"))
        if "reasons" in fields:
            found["reasons"] = fields["reasons"].text()
        return found

    def _decided(self, judgment: Judgment, spot: Spot) -> str:
        match judgment.kind:
            case JudgmentKind.TIME | JudgmentKind.MONEY:
                amount(spot, Quantity(judgment.kind.value), self._scope.units)
            case JudgmentKind.FRACTION:
                number(spot)
            case JudgmentKind.SCORE:
                spot.whole()
            case _:
                spot.one_of(judgment.values)
        return spot.text() if spot.is_text() else ""

    def _weights(self, spot: Spot | None) -> Mapping[str, Mapping[str, str]]:
        """The word that each weighing step gives to a fact."""
        found: dict[str, Mapping[str, str]] = {}
        for name, part in spot.entries(None) if spot is not None else ():
            step = self._steps.get(name)
            if step is None or step.weigh is None:
                part.error(f"'{name}' is not a step that weighs.")
                continue
            words: dict[str, str] = {}
            for fact, word in part.entries(None):
                if fact not in step.weigh.facts:
                    part.key_spot(fact).error(
                        f"'{fact}' is not weighed there.", nearest=nearest_of(fact, step.weigh.facts)
                    )
                words[fact] = word.one_of(step.weigh.words) or ""
            found[name] = words
        return found

    def _dates(self, spot: Spot | None) -> Mapping[str, str]:
        fields = spot.fields((), CASE_DATES) if spot is not None else {}
        return {name: part.day() for name, part in fields.items()}

    # ------------------------------------------------------------------------------------------ expectations

    def _expectation(self, spot: Spot) -> Expectation:
        broken = [name for section, name in self._scope.broken if section == "state"]
        fields = spot.fields((), (*self._scope.registers, *_OTHER_EXPECTATIONS, *broken))
        if spot.has_no_keys():
            spot.error("the example expects nothing.")
        registers = self._scope.registers
        envelope = fields["envelope"].fields((), tuple(registers)) if "envelope" in fields else {}
        applied, not_applied, excluded = (
            fields[key].known_names(self._ids, "a step or option of this pack") if key in fields else ()
            for key in ("applied", "not-applied", "excluded")
        )
        return Expectation(
            registers={key: self._expected(registers[key], part) for key, part in fields.items() if key in registers},
            applied=applied,
            not_applied=not_applied,
            excluded=excluded,
            gate=fields["gate"].known_name(self._steps, "a step of this pack") if "gate" in fields else None,
            envelope={key: self._enveloped(registers[key], part) for key, part in envelope.items()},
            turns_on=self._turns_on(fields["turns-on"]) if "turns-on" in fields else None,
        )

    def _turns_on(self, spot: Spot) -> tuple[str, ...]:
        return spot.known_names((*self._scope.facts, *self._scope.judgments), "a fact or judgment of this pack")

    def _expected(self, register: Register, spot: Spot) -> str:
        """The value as the program prints it; "" expects that no step sets the register."""
        if isinstance(spot.node, TextNode) and spot.node.quoted and not spot.node.text:
            return ""
        match register.kind:
            case RegisterKind.SCORE:
                whole = spot.whole()
                return str(whole) if whole is not None else ""
            case RegisterKind.CATEGORY:
                return spot.one_of(register.order) or ""
            case _:
                quantity = Quantity(register.quantity)
                value = amount(spot, quantity, self._scope.units)
                return self._printed(register, value) if value is not None else ""

    def _printed(self, register: Register, value: Interval) -> str:
        return interval_text(value, Quantity(register.quantity), self._scope.units, register.unit)

    def _enveloped(self, register: Register, spot: Spot) -> str:
        """The lowest and the highest value, `12 to 18`, `A to C` or `10 to 33 months`."""
        if register.quantity is not None:
            return self._expected(register, spot)
        text = spot.text()
        if register.kind is RegisterKind.SCORE and not _SCORES.fullmatch(text):
            spot.error(f"{spot.shape()} is no range of a score.", right="Write it as 12 to 18.")
        elif register.kind is RegisterKind.CATEGORY and set(text.split(" to ")) - set(register.order):
            spot.error(
                f"{spot.shape()} is no range of '{register.id}'.", right="Write two of its labels, as in A to C."
            )
        return text

    # ------------------------------------------------------------------------------------------------- files

    def _of_file(self, file: CsvFile, spot: Spot) -> list[Example]:
        columns = [column for column in file.header if column not in ("id", "title", *CASE_DATES)]
        known = (*self._scope.facts, *self._scope.judgments, *(f"{_EXPECT}{name}" for name in self._scope.registers))
        for column in columns:
            if column not in known:
                spot.error(f"{file.name}: the column '{column}' is not known.", nearest=nearest_of(column, known))
        if "id" not in file.header or not any(column.startswith(_EXPECT) for column in columns):
            spot.error(f"'{file.name}' needs a column 'id' and one 'expect.<register>'.")
            return []
        good = [column for column in columns if column in known]
        return [self._of_row(row, [column for column in good if row.text(column)], file) for row in file.rows]

    def _of_row(self, row: Row, columns: list[str], file: CsvFile) -> Example:
        scope = self._scope
        id_ = self._new_id(row.spot("id"))
        expected = [column for column in columns if column.startswith(_EXPECT)]
        registers = {column.removeprefix(_EXPECT): row.spot(column) for column in expected}
        return Example(
            id=id_,
            title=(row.text("title") if "title" in file.header else "") or id_,
            source=file.name,
            facts={name: self._value(scope.facts[name], row.spot(name)) for name in columns if name in scope.facts},
            judgments={
                name: self._decided(scope.judgments[name], row.spot(name))
                for name in columns
                if name in scope.judgments
            },
            dates={name: row.spot(name).day() for name in CASE_DATES if name in file.header and row.text(name)},
            expect=Expectation({name: self._expected(scope.registers[name], part) for name, part in registers.items()}),
            place=row.where.place,
        )
