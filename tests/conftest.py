"""What every test needs before Qt is imported: no display to need, and no law that a slow machine can break."""

import os

from hypothesis import settings

# Without it an unset display aborts the whole run. Set it to `xcb` or `windows` to watch the tests.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("house", deadline=None)
settings.load_profile("house")
