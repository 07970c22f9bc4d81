"""What the house asks of every file and the linters do not look at. Each rule is tried on an offence as well."""

import ast
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from attrs import frozen
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[1]
CODE = ("sentencing", "ui")
ALL_PYTHON = (*CODE, "tests", "packaging", "dev.py")
READ_BY_PEOPLE = (*ALL_PYTHON, "guidance")

NETWORK = {"aiohttp", "ftplib", "http", "httpx", "poplib", "requests", "smtplib", "socket", "socketserver", "ssl"}
NETWORK |= {"telnetlib", "urllib.request", "urllib3", "xmlrpc", "PySide6.QtNetwork", "PySide6.QtWebSockets"}
WORDS = {"base", "bonus", "common", "data", "flag", "handle", "helper", "info", "item", "manager", "modifier"}
WORDS |= {"override", "process", "util"}
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK|WIP|lorem ipsum|coming soon|not (yet )?implemented|placeholder)\b")

Find = Callable[[str], Iterable[str]]


@frozen
class Rule:
    """One claim about files: where it holds, how an offence is found, and an offence it must find."""

    folders: tuple[str, ...]
    find: Find
    offences: tuple[str, ...]
    exempt: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = (".py",)


def floats(text: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Constant(value=float() | complex()) | ast.Name(id="float"):
                yield f"line {node.lineno}: {ast.unparse(node)}"


def clocks_and_chance(text: str) -> Iterator[str]:
    yield from imports_of({"time", "locale", "random", "secrets"})(text)
    yield from uses_of(r"(\w+\.)*(datetime|date)\.(now|today|utcnow|fromtimestamp)|(\w+\.)*(uuid1|uuid4)")(text)


def environment(text: str) -> Iterator[str]:
    yield from uses_of(r"os\.(environ|environb|getenv|getlogin|uname)|Path\.home|\w+\.expanduser|platform\.\w+")(text)
    for module, name in imported(text):
        if module == "os" and name in {"environ", "environb", "getenv"}:
            yield f"from os import {name}"


def uses_of(pattern: str) -> Find:
    """Find dotted names that match the pattern as a whole."""

    def find(text: str) -> Iterator[str]:
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Attribute | ast.Name) and re.fullmatch(pattern, ast.unparse(node)):
                yield f"line {node.lineno}: {ast.unparse(node)}"

    return find


def imports_of(modules: set[str]) -> Find:
    """Find imports of the modules or of anything inside them, also those inside functions."""

    def find(text: str) -> Iterator[str]:
        for module, name in imported(text):
            full = f"{module}.{name}" if name else module
            if any(f"{full}.".startswith(f"{forbidden}.") for forbidden in modules):
                yield f"import of {full}"

    return find


def imported(text: str) -> Iterator[tuple[str, str]]:
    """Each import as (module, name); the name is empty for `import module`."""
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.Import(names=names):
                yield from ((alias.name, "") for alias in names)
            case ast.ImportFrom(module=str(module), names=names):
                yield from ((module, alias.name) for alias in names)
            case ast.Call(func=ast.Name("__import__") | ast.Attribute(attr="import_module"), args=[ast.Constant(name)]):
                yield str(name), ""


def no_opening_sentence(text: str) -> Iterator[str]:
    if text.strip() and not (ast.get_docstring(ast.parse(text)) or "").split("\n")[0].endswith((".", ":", "`")):
        yield "the module does not open with a sentence that says what it holds"


def too_long(text: str) -> Iterator[str]:
    if len(text.splitlines()) > 400:
        yield f"{len(text.splitlines())} lines are two ideas"


def unfinished(text: str) -> Iterator[str]:
    yield from (found.group() for found in UNFINISHED.finditer(text))


def vague_classes(text: str) -> Iterator[str]:
    names = [node.name for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ClassDef)]
    yield from (name for name in names if vague(name))


def vague(name: str) -> bool:
    """Whether a word of the name, in the singular or the plural, is one that could stand for anything."""
    words = {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", name)}
    return bool(words & (WORDS | {f"{word}s" for word in WORDS}))


RULES = {
    "the engine knows no floating point": Rule(
        ("sentencing",), floats, ("half = 0.5", "x = float('1')", "def f(x: float): ...", "z = 2j")
    ),
    "the engine has no clock and no chance": Rule(
        ("sentencing",),
        clocks_and_chance,
        (
            "import time",
            "from time import monotonic",
            "import locale",
            "import random",
            "today = datetime.date.today()",
            "now = datetime.now(UTC)",
            "key = uuid.uuid4()",
        ),
    ),
    "the engine does not read the machine": Rule(
        ("sentencing",),
        environment,
        (
            "home = os.environ['HOME']",
            "x = os.getenv('LANG')",
            "from os import environ",
            "x = Path.home()",
            "x = platform.system()",
        ),
        exempt=("sentencing/cli.py", "sentencing/memo/worker*.py"),
    ),
    "nothing reaches for the network": Rule(
        CODE,
        imports_of(NETWORK),
        (
            "import socket",
            "import urllib.request",
            "from urllib import request",
            "import http.client",
            "def f():\n    from PySide6 import QtNetwork",
            "x = importlib.import_module('ssl')",
        ),
    ),
    "a module opens with a sentence": Rule(ALL_PYTHON, no_opening_sentence, ("x = 1", '"""no stop"""\nx = 1')),
    "a file is one idea": Rule(ALL_PYTHON, too_long, ("\n" * 401,)),
    "nothing is left for later": Rule(
        READ_BY_PEOPLE,
        unfinished,
        ("x = 1  # TODO", "cite: FIXME", "title: lorem ipsum", "a placeholder"),
        exempt=("tests/test_house.py",),
        suffixes=(".py", ".yaml", ".md", ".j2", ".typ", ".csv"),
    ),
    "a class is named in the field's words": Rule(
        CODE, vague_classes, ("class CaseManager: ...", "class Utils: ...", "class XMLData: ...", "class Process: ...")
    ),
}


def files(folders: tuple[str, ...], suffixes: tuple[str, ...] = (".py",), exempt: tuple[str, ...] = ()) -> list[Path]:
    """The files of these folders that a rule speaks about, by their path from the top."""
    found = [path for folder in folders for path in [ROOT / folder, *(ROOT / folder).rglob("*")]]
    inside = [path.relative_to(ROOT) for path in found if path.is_file() and path.suffix in suffixes]
    return sorted(path for path in inside if not any(path.match(pattern) for pattern in exempt))


@pytest.mark.parametrize("name", RULES)
def test_the_house_keeps(name: str) -> None:
    rule = RULES[name]
    paths = files(rule.folders, rule.suffixes, rule.exempt)
    assert paths, "the rule looks at no file"
    assert [f"{path}: {found}" for path in paths for found in rule.find((ROOT / path).read_text("utf-8"))] == []


@pytest.mark.parametrize(("name", "offence"), [(name, text) for name, rule in RULES.items() for text in rule.offences])
def test_the_house_would_notice(name: str, offence: str) -> None:
    assert list(RULES[name].find(offence))


@pytest.mark.parametrize(
    "innocent",
    [
        "from sentencing.locale import _",
        "from urllib.parse import quote",
        "from datetime import date",
        "x = os.fspath(p)",
        "class Database: ...",
        "class Information: ...",
        "field.setPlaceholderText(text)",
        "time = Amount()",
    ],
)
def test_the_house_leaves_alone(innocent: str) -> None:
    finds = [rule.find for name, rule in RULES.items() if name != "a module opens with a sentence"]
    assert [found for find in finds for found in find(innocent)] == []


def test_modules_are_named_in_the_fields_words() -> None:
    names = {part for path in files(CODE) for part in path.with_suffix("").parts}
    assert sorted(filter(vague, names)) == []
    assert vague("case_helpers")


def test_the_law_is_data() -> None:
    assert files(("guidance",), (".py", ".pyw", ".ipynb")) == []


def test_the_packaging_folder_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists(), "it would hide the library of the same name"


WITHOUT_QT = """
import importlib, importlib.abc, pkgutil, sys

class Blocked(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "qtawesome", "qtpy", "ui"}:
            raise ImportError(f"{name} is blocked")

def refuse_network(event, arguments):
    if event.startswith("socket."):
        raise RuntimeError(event)

sys.meta_path.insert(0, Blocked())
sys.addaudithook(refuse_network)
"""
IMPORT_ALL = """
import sentencing
names = [found.name for found in pkgutil.walk_packages(sentencing.__path__, "sentencing.")]
for name in names:
    if not name.endswith("__main__"):
        importlib.import_module(name)
print(len(names))
"""


def child(program: str) -> subprocess.CompletedProcess[str]:
    """What a program does in a Python of its own, where Qt cannot be imported and no socket made."""
    return subprocess.run(
        [sys.executable, "-c", WITHOUT_QT + program], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )


def test_every_module_of_the_engine_runs_without_qt() -> None:
    done = child(IMPORT_ALL)
    assert done.stderr == ""
    assert int(done.stdout) > 5


@pytest.mark.parametrize("offence", ["import PySide6.QtCore", "import ui", "import socket; socket.socket()"])
def test_the_child_without_qt_refuses(offence: str) -> None:
    assert child(offence).returncode == 1


def test_qt_gives_back_every_none_it_takes() -> None:
    """PySide6 6.12.0 on CPython 3.11 loses a reference to None in each call that returns nothing, until it aborts."""
    qobject, before = QObject(), sys.getrefcount(None)
    for _ in range(2000):
        qobject.setObjectName("seen")
    assert abs(sys.getrefcount(None) - before) < 200
