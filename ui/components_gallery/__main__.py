"""Renders the component sheet without a display."""

import sys
from pathlib import Path

from ui.components_gallery.sheet import main

main(Path(sys.argv[1] if len(sys.argv) > 1 else "."))
