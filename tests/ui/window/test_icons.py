"""An unknown icon spoils a whole page while it is painted: every name in the code exists."""

import re
from pathlib import Path

import ui
from ui import theme

ICON = re.compile(r'"(ph\.[a-z-]+)"')


def test_every_icon_that_the_code_names_exists() -> None:
    root = Path(ui.__file__).parent
    names = {name for path in root.rglob("*.py") for name in ICON.findall(path.read_text(encoding="utf-8"))}
    assert len(names) > 30
    theme.validate(tuple(sorted(names)))
