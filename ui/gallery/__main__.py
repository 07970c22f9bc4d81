"""`python -m ui.gallery [folder] [page …]`: every page in light and dark, in both directions, and large."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import field, frozen

from ui.models.pages import PageId
from ui.theme import Look, Motion, Scheme

LIGHT = Look(scheme=Scheme.LIGHT, motion=Motion.NONE)


@frozen
class Shot:
    """One picture: a page at a size and a look."""

    name: str
    width: int = 1366
    height: int = 768
    look: Look = field(default=LIGHT)


def shots() -> tuple[Shot, ...]:
    """The looks in which every page is taken."""
    quiet = Motion.NONE
    return (
        Shot("light"),
        Shot("dark", look=Look(scheme=Scheme.DARK, motion=quiet)),
        Shot("contrast", look=Look(scheme=Scheme.HIGH_CONTRAST, motion=quiet)),
        Shot("rtl", look=Look(scheme=Scheme.LIGHT, rtl=True, motion=quiet)),
        Shot("rtl-dark", look=Look(scheme=Scheme.DARK, rtl=True, motion=quiet)),
        Shot("150", look=Look(scheme=Scheme.LIGHT, percent=150, motion=quiet)),
        Shot("1920", 1920, 1080),
        Shot("1920-dark", 1920, 1080, Look(scheme=Scheme.DARK, motion=quiet)),
    )


def main(arguments: list[str]) -> int:
    """Write the pictures; names on the line after the folder choose pages or looks."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    folder = Path(arguments[0]) if arguments else Path("gallery")
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as place:
        for path in _written(folder, Path(place), set(arguments[1:])):
            sys.stdout.write(f"{path}\n")
    return 0


def _written(folder: Path, place: Path, only: set[str]) -> Iterator[Path]:
    from ui.gallery.studio import Studio  # noqa: PLC0415 the platform must be chosen before Qt is imported

    studio = Studio(place)
    pages = [page for page in PageId if not only or page.value in only or not only & {each.value for each in PageId}]
    looks = [shot for shot in shots() if not only or shot.name in only or not only & {each.name for each in shots()}]
    for shot in looks:
        studio.dress(shot.look, shot.width, shot.height)
        if not only or "home" in only:
            yield studio.home(folder / f"0-home-{shot.name}.png")
        if only != {"home"}:
            for page in pages:
                yield studio.page(page, folder / f"{page.number}-{page.value}-{shot.name}.png")
    studio.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
