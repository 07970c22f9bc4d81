#!/bin/sh
# Opens the window from a checkout; a case file may be named.
exec python3 "$(dirname "$(readlink -f "$0")")/../../dev.py" run "$@"
