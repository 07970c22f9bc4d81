"""Where the fonts and icons lie that come with packages."""

import importlib.util
from pathlib import Path

_SANS = ("fontpkg_ibm_plex_sans", ("IBMPlexSans[wdth,wght].ttf",))
_SERIF = (
    "fontpkg_ibm_plex_serif",
    ("IBMPlexSerif-Regular.ttf", "IBMPlexSerif-Italic.ttf", "IBMPlexSerif-SemiBold.ttf"),
)
_MONO = ("fontpkg_ibm_plex_mono", ("IBMPlexMono-Regular.ttf",))
_ARABIC = (
    "fontpkg_ibm_plex_sans_arabic",
    tuple(f"IBMPlexSansArabic-{weight}.ttf" for weight in ("Light", "Regular", "Medium", "SemiBold")),
)


def font_files() -> tuple[Path, ...]:
    """The typefaces of the window, in the order in which they are loaded."""
    return tuple(
        _package_folder(package) / "files" / name
        for package, names in (_SANS, _SERIF, _ARABIC, _MONO)
        for name in names
    )


def icon_font() -> tuple[Path, Path]:
    """The Phosphor font of QtAwesome and its table of names; the package is slow to import, so it is not."""
    folder = _package_folder("qtawesome") / "fonts"
    font = next(folder.glob("phosphor-[0-9]*.ttf"))
    return font, next(folder.glob("phosphor-charmap-*.json"))


def _package_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The package {package} is not installed; its fonts are needed to show the window.")
    return Path(spec.origin).parent
