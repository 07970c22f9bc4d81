"""Where a bundle starts: the window, the command line, or the module a child was started with."""

import runpy
import sys
from pathlib import Path


def main() -> None:
    """Choose by the name of the program; `-m sentencing...` is how the memo worker is started, as from a checkout."""
    module = "sentencing" if Path(sys.executable).stem == "sentencing" else "ui"
    if sys.argv[1:2] == ["-m"] and "".join(sys.argv[2:3]).startswith("sentencing"):
        module = sys.argv[2]
        del sys.argv[1:3]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
