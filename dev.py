"""The one way in: `python3 dev.py run` opens the window, `test` runs every check, `setup` only installs.

`setup development benchmark` installs further sections of the lock; the rest of a `test` line goes to pytest alone.
"""

from __future__ import annotations  # an older Python must get as far as being told that it is too old

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
PIP: list[str | Path] = [PYTHON, "-m", "pip", "--disable-pip-version-check"]
SECTION = "# === "

# Library file -> Debian package. Qt loads these from the system, and without them it ends with no exception to read.
QT = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
QT_ON_X = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def main(arguments: list[str]) -> int:
    """Run the verb named first; the rest of the line belongs to the window or to pytest."""
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if verb not in VERBS:
        print("usage: python3 dev.py run [CASE] | test [PYTEST ARGUMENTS] | setup [SECTION OF THE LOCK ...]")
        return 2
    if sys.version_info < (3, 11):
        return with_newer_python(arguments)
    try:
        return VERBS[verb](rest)
    except subprocess.CalledProcessError as failed:
        print(f"Stopped: `{shown(failed.cmd)}` ended with {failed.returncode}.")
        return 1
    except Missing as missing:
        print(missing)
        return 1


def setup(sections: list[str]) -> int:
    """Install, and say what comes next."""
    install("run", *sections)
    print("Ready. `python3 dev.py run` opens the window, `python3 dev.py test` runs every check.")
    return 0


def run(rest: list[str]) -> int:
    """Open the window, or say how to reach the same memo without one."""
    install("run")
    on_wayland, on_x = os.environ.get("WAYLAND_DISPLAY"), os.environ.get("DISPLAY")
    if sys.platform.startswith("linux") and not (on_wayland or on_x or os.environ.get("QT_QPA_PLATFORM")):
        print("There is no display here, so no window can open. The same memo from the command line:")
        print(f"  {PYTHON.relative_to(ROOT)} -m sentencing memo CASE --to memo.pdf")
        return 1
    need({**QT, **(QT_ON_X if on_x and not on_wayland else {})})
    # The folder the person stands in is kept, so that a case file can be named from it.
    return call([PYTHON, "-m", "ui", *rest], env={**os.environ, "PYTHONPATH": str(ROOT)})


def test(rest: list[str]) -> int:
    """Every check in order, all of them even when one fails."""
    install("run", "development")
    need(QT)
    checks: dict[str, list[str | Path]] = {
        "ruff": [PYTHON, "-m", "ruff", "check", "."],
        "format": [PYTHON, "-m", "ruff", "format", "--check", "."],
        "mypy": [PYTHON, "-m", "mypy"],
        "imports": [BIN / "lint-imports", "--no-logo"],
        "pytest": [PYTHON, "-m", "pytest", "-q", *rest],
    }
    failed = [name for name, command in checks.items() if call(command, cwd=ROOT)]
    print(f"\nFailed: {', '.join(failed)}." if failed else f"\nAll {len(checks)} checks passed.")
    return 1 if failed else 0


def install(*sections: str) -> None:
    """Make `.venv` and bring it to the lock; nothing is done for a section whose lines have not changed."""
    if not (PYTHON.exists() and any(BIN.glob("pip*"))):
        if importlib.util.find_spec("ensurepip") is None:
            package = f"python3.{sys.version_info.minor}-venv"
            get([package], "Python cannot make a virtual environment: its module ensurepip is missing.")
        call([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    for name in sections:
        _, found, text = LOCK.read_text("utf-8").partition(f"{SECTION}{name}\n")
        if not found:
            raise Missing(f"The lock has no section '{name}'.")
        text = text.partition(SECTION)[0]
        wanted, installed = VENV / f"{name}.wanted", VENV / f"{name}.installed"
        if installed.exists() and installed.read_text("utf-8") == text:
            continue
        wanted.write_text(text, "utf-8")
        # The lock is complete, so nothing outside it is ever looked for.
        call([*PIP, "install", "-q", "--require-hashes", "--no-deps", "-r", wanted], check=True)
        wanted.replace(installed)


def need(libraries: dict[str, str]) -> None:
    """Install or name the system libraries that Qt will not find."""
    if not sys.platform.startswith("linux"):
        return
    missing = {library: package for library, package in libraries.items() if not loads(library)}
    if missing:
        get(sorted(missing.values()), f"Qt needs system libraries that are missing: {', '.join(missing)}.")


def loads(library: str) -> bool:
    """Whether the system's loader finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def get(packages: Sequence[str], why: str) -> None:
    """Install Debian packages when we may; otherwise print the one command that does."""
    install_them = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.name == "nt" or os.geteuid() or not shutil.which("apt-get"):
        raise Missing(f"{why}\nOn Debian or Ubuntu:\n  sudo {shown(install_them)}")
    print(why)
    call(["apt-get", "update", "-q"], check=True)
    call(install_them, check=True, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def with_newer_python(arguments: list[str]) -> int:
    """Hand over to a newer Python when the machine has one."""
    for minor in (11, 12, 13, 14):
        found = shutil.which(f"python3.{minor}")
        if found:
            return subprocess.call([found, __file__, *arguments])
    print("Sentencing Guidance needs Python 3.11 or newer; this is " + sys.version.split()[0] + ".")
    return 1


def call(
    command: Sequence[str | Path], *, check: bool = False, cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> int:
    """Print a command, run it and give its exit code; with `check`, a failure is raised."""
    print(f"$ {shown(command)}", flush=True)
    return subprocess.run(command, check=check, cwd=cwd, env=env).returncode


def shown(command: Sequence[str | Path]) -> str:
    """A command as a person would type it from the top folder."""
    return " ".join(str(part).replace(f"{ROOT}{os.sep}", "") for part in command)


class Missing(Exception):
    """Something of the system's is not there; the text says what, and the command that brings it."""


VERBS = {"run": run, "setup": setup, "test": test}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
