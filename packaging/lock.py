"""Write `requirements.lock` anew from pyproject.toml: exact versions and every platform's hashes, in sections.

Run by whoever raises a version, with `uv` on the path: `python3 packaging/lock.py`. Versions already in the lock are
kept unless pyproject.toml no longer allows them; `--upgrade` takes the newest of everything.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.lock"
GROUPS = ("development", "benchmark", "bundle")
HEAD = """\
# Every package by exact version and hash, for every platform. Written by packaging/lock.py; read by dev.py.
# A section holds only what those above it do not; `python3 dev.py setup development benchmark bundle` installs all.
# Without a network: `pip download --require-hashes --no-deps -r requirements.lock -d wheels` on a machine of the same
# kind that has one; then PIP_NO_INDEX=1 PIP_FIND_LINKS=wheels python3 dev.py run.
"""


def resolve(pins: Path, *groups: str) -> str:
    """The pins and hashes that pyproject.toml and these groups come to, holding to the pins given."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder, "out.txt")
        command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version=3.11", "--quiet"]
        command += ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--generate-hashes"]
        command += [f"--group={group}" for group in groups]
        subprocess.run([*command, f"--constraint={pins}", f"--output-file={wanted}"], cwd=ROOT, check=True)
        return wanted.read_text("utf-8")


def without_hashes(text: str) -> str:
    """The pins alone, as a constraint for another resolution."""
    return "\n".join(line.removesuffix("\\").strip() for line in text.splitlines() if re.match(r"[a-z0-9]", line))


def entries(text: str) -> list[str]:
    """Each pin with its hashes, as one piece of text."""
    return re.findall(r"^[a-z0-9].*\n(?:    --hash.*\n)+", text, re.MULTILINE)


def main(arguments: list[str]) -> None:
    """Resolve everything together first, so that the sections agree, then cut it into sections."""
    with tempfile.TemporaryDirectory() as folder:
        pins = Path(folder, "pins.txt")
        old = LOCK.read_text("utf-8") if LOCK.exists() and "--upgrade" not in arguments else ""
        pins.write_text(without_hashes(old), "utf-8")
        pins.write_text(without_hashes(resolve(pins, *GROUPS)), "utf-8")
        sections = {"run": entries(resolve(pins)), **{group: entries(resolve(pins, group)) for group in GROUPS}}
    seen: set[str] = set()
    text = HEAD
    for name, wanted in sections.items():
        text += f"\n# === {name}\n" + "".join(entry for entry in wanted if entry not in seen)
        seen.update(wanted)
    LOCK.write_text(text, "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
