#!/bin/sh
# Opens the window from a checkout.
exec python3 "$(dirname "$0")/../../dev.py" run "$@"
