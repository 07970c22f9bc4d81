"""The lock: complete, exact, and silent about where packages are fetched from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
GROUPS = {"run": PROJECT["project"]["dependencies"], **PROJECT["dependency-groups"]}
HEAD, *PARTS = (ROOT / "requirements.lock").read_text("utf-8").split("\n# === ")
SECTIONS = {name: text for name, _, text in (part.partition("\n") for part in PARTS)}


def test_the_lock_has_a_section_for_each_group() -> None:
    assert list(SECTIONS) == list(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_each_dependency_is_pinned_in_its_section_to_a_version_it_allows(group: str) -> None:
    pins = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", SECTIONS[group], re.MULTILINE))
    for wanted in map(Requirement, GROUPS[group]):
        assert wanted.specifier.contains(pins[canonicalize_name(wanted.name)]), wanted


@pytest.mark.parametrize("section", SECTIONS)
def test_every_line_is_a_pin_or_its_hash_and_names_no_place(section: str) -> None:
    pin, digest = r"[a-z0-9-]+==[0-9.]+( ; [a-z_]+ [!=<>]+ '[\w.]+')? \\\n", r"    --hash=sha256:[0-9a-f]{64}"
    assert re.fullmatch(rf"({pin}({digest} \\\n)*{digest}\n+)+", SECTIONS[section] + "\n")


def test_types_are_checked_without_exemptions() -> None:
    assert PROJECT["tool"]["mypy"]["strict"]
    assert "overrides" not in PROJECT["tool"]["mypy"]
