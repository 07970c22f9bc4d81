"""The component sheet: every widget in its states on one page, rendered to PNG to be looked at.

`python -m ui.components_gallery <folder>` writes `7-components-<look>.png`; `render(folder)` does it in a program.
"""

from ui.components_gallery.sheet import LOOKS, ComponentSheet, render

__all__ = ["LOOKS", "ComponentSheet", "render"]
