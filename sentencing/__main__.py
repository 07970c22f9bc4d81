"""`python -m sentencing`: the command line."""

from sentencing.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
