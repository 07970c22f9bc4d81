"""Where the fonts and icons lie that come with packages."""

import importlib.util
from functools import cache
from pathlib import Path

_SANS = ("fontpkg_ibm_plex_sans", ("IBMPlexSans[wdth,wght].ttf",))
_SERIF = (
    "fontpkg_ibm_plex_serif",
    ("IBMPlexSerif-Regular.ttf", "IBMPlexSerif-Italic.ttf", "IBMPlexSerif-SemiBold.ttf"),
)
_MONO = ("fontpkg_ibm_plex_mono", ("IBMPlexMono-Regular.ttf",))
_ARABIC = (
    "fontpkg_ibm_plex_sans_arabic",
    tuple(f"IBMPlexSansArabic-{weight}.ttf" for weight in ("Regular", "Light", "Medium", "SemiBold")),
)


def sans_files() -> tuple[Path, ...]:
    """The variable Plex Sans, and the Arabic that stands in for what it lacks."""
    return (*_files(_SANS), _files(_ARABIC)[0])


def serif_files() -> tuple[Path, ...]:
    """The guidance's voice."""
    return _files(_SERIF)


def mono_files() -> tuple[Path, ...]:
    """The voice of a pack's source."""
    return _files(_MONO)


def arabic_files() -> tuple[Path, ...]:
    """Every weight that a right-to-left window uses."""
    return _files(_ARABIC)


def icon_font() -> tuple[Path, Path]:
    """The Phosphor font of QtAwesome and its table of names; the package is slow to import, so it is not."""
    folder = _package_folder("qtawesome") / "fonts"
    font = next(folder.glob("phosphor-[0-9]*.ttf"))
    return font, next(folder.glob("phosphor-charmap-*.json"))


def _files(family: tuple[str, tuple[str, ...]]) -> tuple[Path, ...]:
    package, names = family
    return tuple(_package_folder(package) / "files" / name for name in names)


@cache
def _package_folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(f"The package {package} is not installed; its fonts are needed to show the window.")
    return Path(spec.origin).parent
