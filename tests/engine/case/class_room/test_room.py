"""Twelve answer files give the spread that can be worked out by hand; what is foreign or too few is not counted."""

from fractions import Fraction
from pathlib import Path

import pytest
from attrs import evolve

from sentencing.case.class_room.answer_file import answer_bytes
from sentencing.case.class_room.folder import MOST_FILES, gather
from sentencing.case.class_room.origins import Reference
from sentencing.case.class_room.quartiles import LEAST_GROUP, Quartiles
from sentencing.case.class_room.registers import Line
from sentencing.case.class_room.room import Findings, Room, open_room
from sentencing.case.model import Standing
from sentencing.errors import CaseFileError
from tests.engine.case.class_room.rooms import CRUEL, MANY, ONE_ACT, TWELVE, answer_file, lorry, write


def room(folder: Path, reference: Reference = Reference.EXERCISE) -> Room:
    found = open_room(folder, *lorry(), reference)
    assert found is not None
    return found


def findings(folder: Path, reference: Reference = Reference.EXERCISE) -> Findings:
    (vote,) = room(folder, reference).votes
    assert vote.findings is not None
    return vote.findings


def told(found: Findings, register: str, line: Line) -> Quartiles | None:
    spread = next(each for each in found.registers if each.register == register)
    plot = spread.of(line)
    return plot.quartiles if plot is not None else None


@pytest.fixture(scope="module")
def twelve(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("twelve")
    write(folder)
    return folder


def test_the_spread_of_the_results_is_the_one_worked_out_by_hand(twelve: Path) -> None:
    found = findings(twelve)
    assert told(found, "points", Line.VALUE) == Quartiles(12, 8, 11, 12, Fraction(29, 2), 16)
    assert told(found, "guideline", Line.LOWER) == Quartiles(12, 6, 12, 12, 18, 24)
    assert told(found, "guideline", Line.UPPER) == Quartiles(12, 12, 24, 24, 33, 42)
    assert told(found, "sentence", Line.CHOSEN) == Quartiles(11, 8, 12, 18, 24, 36)


def test_the_dots_stand_where_the_points_are(twelve: Path) -> None:
    points = next(each for each in findings(twelve).registers if each.register == "points")
    plot = points.of(Line.VALUE)
    assert plot is not None
    assert [(column.first, column.people) for column in plot.columns] == [(8, 1), (10, 1), (11, 4), (13, 3), (16, 3)]
    assert [tick.value for tick in points.axis.ticks] == [8, 10, 12, 14, 16]


def test_the_spread_of_a_fact_is_told_with_its_standings(twelve: Path) -> None:
    facts = {tally.fact: tally for tally in findings(twelve).facts}
    persons = facts["persons"]
    assert [(each.value, each.people) for each in persons.values] == [(22, 7), (27, 5)]
    assert persons.standings == ((Standing.ESTABLISHED, 12),)
    assert persons.dots is not None
    assert persons.dots.quartiles.median == 22
    assert [(each.value, each.people) for each in facts["cooperation"].values] == [
        ("against-higher", 10),
        ("substantial", 1),
        ("none", 1),
    ]
    assert not facts["role"].splits


def test_the_room_splits_first_on_what_moves_most(twelve: Path) -> None:
    found = findings(twelve)
    assert [split.fact for split in found.splits] == ["cooperation", "inhuman", "third-party-basis", "persons"]
    moves = {split.fact: (split.moves["guideline"], split.moves["points"]) for split in found.splits}
    # As handed out: 22 persons, danger, the same act, low-level, help: 8 points, 6 to 12 months.
    assert moves == {"cooperation": (12, 5), "inhuman": (12, 3), "third-party-basis": (12, 3), "persons": (0, 2)}
    assert [(side.value, side.people) for side in found.splits[-1].sides] == [(22, 7), (27, 5)]


def test_facts_and_weighing_are_told_apart_by_computing_again(twelve: Path) -> None:
    ranges, terms = findings(twelve).origins.registers
    assert ranges.as_answered.register == "guideline"
    by_facts, by_weighing = ranges.facts.of(Line.UPPER), ranges.weighing.of(Line.UPPER)
    assert by_facts is not None
    assert by_weighing is not None
    assert by_facts.quartiles == Quartiles(12, 12, 24, 24, 33, 42), "the range follows the facts"
    assert by_weighing.quartiles == Quartiles(12, 12, 12, 12, 12, 12), "one set of facts has one range"
    # Of the terms only 12, 8 and 10 months lie inside the 6 to 12 months of the exercise as handed out.
    assert findings(twelve).origins.left_open == 8
    assert terms.weighing.of(Line.CHOSEN) is None, "three people are not told"


def test_a_room_of_one_mind_on_the_facts_differs_by_weighing_alone(tmp_path: Path) -> None:
    write(tmp_path, [({}, term) for term in ("12", "14", "16", "18", "20", "22")])
    found = findings(tmp_path, Reference.MEDIAN)
    _, terms = found.origins.registers
    by_facts, by_weighing = terms.facts.of(Line.CHOSEN), terms.weighing.of(Line.CHOSEN)
    assert by_facts is not None
    assert by_weighing is not None
    assert by_facts.quartiles.whole == 0
    assert by_weighing.quartiles == Quartiles(6, 12, 14, 17, 20, 22)
    assert by_facts.quartiles.median == 16, "of two in the middle the lower"
    assert found.splits == ()


def test_a_vote_of_four_is_not_told_in_any_way(tmp_path: Path) -> None:
    write(tmp_path, TWELVE[: LEAST_GROUP - 1])
    (vote,) = room(tmp_path).votes
    assert vote.people == 4
    assert vote.findings is None
    assert vote.stopped == 0


def test_a_vote_that_is_withheld_leaves_no_trace_on_the_axis(tmp_path: Path) -> None:
    write(tmp_path)
    alone = findings(tmp_path).registers
    write(tmp_path, [({"persons": "100", "role": "organiser"}, "144")] * 4, vote=2)
    first, second = room(tmp_path).votes
    assert second.findings is None
    assert first.findings is not None
    assert [each.axis for each in first.findings.registers] == [each.axis for each in alone]


def test_a_fact_that_four_answered_is_not_told(tmp_path: Path) -> None:
    for number in range(1, 9):
        file = answer_file({}, "15", number)
        if number > 4:
            file = evolve(file, answers=tuple(each for each in file.answers if each.fact != "persons"))
        (tmp_path / f"{number}.answers").write_bytes(answer_bytes(file))
    facts = {tally.fact: tally for tally in findings(tmp_path).facts}
    assert not facts["persons"].is_told
    assert facts["persons"].values == ()
    assert facts["persons"].dots is None
    assert facts["role"].answered == 8


def test_votes_before_and_after_stand_on_one_axis(tmp_path: Path) -> None:
    write(tmp_path)
    write(tmp_path, [({}, "15")] * 12, vote=2)
    found = room(tmp_path)
    before, after = found.votes
    assert before.findings is not None
    assert after.findings is not None
    assert [each.axis for each in before.findings.registers] == [each.axis for each in after.findings.registers]
    assert told(after.findings, "sentence", Line.CHOSEN) == Quartiles(12, 15, 15, 15, 15, 15)
    assert found.changes is not None
    assert found.changes.both == 12
    assert found.changes.result == 11, "only the second had 15 months before"
    assert dict(found.changes.facts) == {"persons": 5, "inhuman": 2, "third-party-basis": 2, "cooperation": 2}


def test_sheets_that_are_not_known_in_both_votes_are_not_compared(tmp_path: Path) -> None:
    write(tmp_path)
    for number in range(12):
        file = answer_file({}, "15", 100 + number, vote=2)
        (tmp_path / f"after-{number}.answers").write_bytes(answer_bytes(file))
    found = room(tmp_path)
    assert [vote.people for vote in found.votes] == [12, 12]
    assert found.changes is None


def test_foreign_and_damaged_files_are_listed_and_the_rest_go_on(tmp_path: Path) -> None:
    write(tmp_path)
    first = answer_file({}, "15", 99)
    spoiled = {
        "another.answers": answer_bytes(evolve(first, exercise="winter-path")),
        "z-copy.answers": answer_bytes(answer_file(*TWELVE[0], 1)),
        "cut.answers": answer_bytes(first)[:200],
        "edition.answers": answer_bytes(evolve(first, guidance=evolve(first.guidance, edition="2027-01-01"))),
        "empty.answers": b"",
        "hash.answers": answer_bytes(evolve(first, guidance=evolve(first.guidance, hash="0" * 64))),
        "notes.txt": b"hello",
        "value.answers": answer_bytes(first).replace(b'"22"', b'"twenty"'),
        "zz.answers": answer_bytes(answer_file({}, "24", 1)),
    }
    for name, content in spoiled.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "folder.answers").mkdir()
    (tmp_path / ".hidden.answers").write_bytes(b"")
    found = room(tmp_path)
    assert [vote.people for vote in found.votes] == [12]
    assert [each.name for each in found.refused] == sorted(spoiled)
    sentences = {each.name: each.problems[0].sentence() for each in found.refused}
    assert "winter-path" in sentences["another.answers"]
    assert "copy" in sentences["z-copy.answers"]
    assert "reads differently" in sentences["hash.answers"]
    assert "answers.persons" in sentences["value.answers"]
    assert "same sheet" in sentences["zz.answers"]


def test_no_more_than_five_hundred_are_read(tmp_path: Path) -> None:
    content = answer_bytes(answer_file({}, "15", 1))
    for number in range(MOST_FILES + 3):
        (tmp_path / f"{number:03}.answers").write_bytes(content)
    gathered = gather(tmp_path, *lorry())
    assert gathered is not None
    assert gathered.beyond == 3
    assert len(gathered.participants) == 1


def test_reading_tells_how_far_it_is_and_can_be_stopped(twelve: Path) -> None:
    seen: list[tuple[int, int]] = []

    def goes_on(done: int, whole: int) -> bool:
        seen.append((done, whole))
        return done < 5

    assert gather(twelve, *lorry(), goes_on) is None
    assert seen == [(number, 12) for number in range(6)]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CaseFileError, match="no such folder"):
        gather(tmp_path / "nowhere", *lorry())


def test_an_empty_folder_is_an_empty_room(tmp_path: Path) -> None:
    assert room(tmp_path).votes == ()


def test_disputed_facts_count_as_the_guidance_reads_them(tmp_path: Path) -> None:
    write(tmp_path, [(MANY | CRUEL | ONE_ACT, "")] * 5)
    found = findings(tmp_path)
    assert told(found, "points", Line.VALUE) == Quartiles(5, 13, 13, 13, 13, 13)
    assert told(found, "sentence", Line.CHOSEN) is None, "nobody has chosen a term"
    assert told(found, "sentence", Line.UPPER) == Quartiles(5, 24, 24, 24, 24, 24)
