"""The one way in: what it installs and when, and what it says when something of the system's is missing."""

import ast
import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

ENTRY = Path(__file__).resolve().parents[2] / "dev.py"


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py in an empty folder with a small lock, writing down its commands in `ran` instead of running them."""
    spec = importlib.util.spec_from_file_location("dev", ENTRY)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    ran: list[str] = []

    def note(command: list[object], **_options: object) -> int:
        ran.append(" ".join(map(str, command)).replace(f"{tmp_path}/", ""))
        if "venv" in ran[-1].split():
            module.BIN.mkdir(parents=True)
            module.PYTHON.touch()
            (module.BIN / "pip").touch()
        return 0

    for name, value in {"ROOT": tmp_path, "VENV": tmp_path / ".venv", "BIN": tmp_path / ".venv" / "bin"}.items():
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(module, "PYTHON", module.BIN / "python")
    monkeypatch.setattr(module, "LOCK", tmp_path / "requirements.lock")
    monkeypatch.setattr(module, "call", note)
    module.LOCK.write_text("# head\n\n# === run\na==1\n\n# === development\nb==1\n")
    module.ran = ran
    return module


def installs(dev: ModuleType) -> list[str]:
    """The sections that pip was asked to install, in order."""
    return [Path(command.split()[-1]).stem for command in dev.ran if " install " in command]


def test_a_section_is_installed_once_and_again_when_its_lines_change(dev: ModuleType) -> None:
    dev.install("run", "development")
    dev.install("run", "development")
    assert installs(dev) == ["run", "development"]
    dev.LOCK.write_text(dev.LOCK.read_text().replace("b==1", "b==2"))
    dev.install("run", "development")
    assert installs(dev) == ["run", "development", "development"]


def test_an_installation_that_failed_is_tried_again(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    dev.install()
    with monkeypatch.context() as broken:
        broken.setattr(
            dev, "call", lambda *_a, **_k: (_ for _ in ()).throw(dev.subprocess.CalledProcessError(1, "pip"))
        )
        assert dev.main(["setup"]) == 1
    dev.install("run")
    assert installs(dev) == ["run"]


def test_an_environment_that_lost_its_python_is_made_anew(dev: ModuleType) -> None:
    dev.install("run")
    dev.PYTHON.unlink()
    dev.BIN.joinpath("pip").unlink()
    dev.BIN.rmdir()
    dev.install()
    assert [command for command in dev.ran if "-m venv --clear" in command] == [dev.ran[0], dev.ran[-1]]


def test_an_unknown_section_is_named(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["setup", "benhcmark"]) == 1
    assert "no section 'benhcmark'" in capsys.readouterr().out


def test_an_unknown_verb_shows_the_three_there_are(dev: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["start"]) == dev.main([]) == 2
    assert capsys.readouterr().out.count("run [CASE] | test [PYTEST ARGUMENTS] | setup") == 2
    assert dev.ran == []


@pytest.mark.parametrize("display", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_run_passes_the_case_to_the_window(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, display: str) -> None:
    monkeypatch.setenv(display, ":0")
    monkeypatch.setattr(dev, "need", lambda _libraries: None)
    assert dev.main(["run", "pilot.case"]) == 0
    assert dev.ran[-1] == ".venv/bin/python -m ui pilot.case"


def test_without_a_display_run_shows_the_way_to_the_same_memo(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(dev.sys, "platform", "linux")
    assert dev.main(["run"]) == 1
    assert ".venv/bin/python -m sentencing memo CASE --to memo.pdf" in capsys.readouterr().out


def test_every_check_runs_even_when_one_fails(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dev.install("run", "development")
    dev.ran.clear()
    note = dev.call
    monkeypatch.setattr(dev, "need", lambda _libraries: None)
    monkeypatch.setattr(dev, "call", lambda command, **options: note(command, **options) or "mypy" in command)
    assert dev.main(["test", "-k", "plea"]) == 1
    assert [command.partition("bin/")[2] for command in dev.ran] == [
        "python -m ruff check .",
        "python -m ruff format --check .",
        "python -m mypy",
        "lint-imports --no-logo",
        "python -m pytest -q -k plea",
    ]
    assert capsys.readouterr().out.endswith("Failed: mypy.\n")


def test_a_missing_library_is_named_with_the_command_that_brings_it(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.Missing) as told:
        dev.need({"libnowhere.so.1": "libnowhere1"})
    assert "libnowhere.so.1" in str(told.value)
    assert str(told.value).endswith("sudo apt-get install -y --no-install-recommends libnowhere1")
    assert dev.ran == []


def test_root_on_debian_gets_what_is_missing(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.sys, "platform", "linux")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    monkeypatch.setattr(dev.shutil, "which", lambda _name: "/usr/bin/apt-get")
    dev.need({"libnowhere.so.1": "libnowhere1"})
    assert dev.ran == ["apt-get update -q", "apt-get install -y --no-install-recommends libnowhere1"]


def test_an_older_python_gets_as_far_as_being_told() -> None:
    assert ast.parse(ENTRY.read_text("utf-8"), feature_version=(3, 8))
