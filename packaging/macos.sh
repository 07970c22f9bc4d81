#!/usr/bin/env bash
# The bundle as an application and a disk image of it, on macOS. It is not signed.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
python3 dev.py setup development bundle
.venv/bin/python -m PyInstaller --noconfirm packaging/sentencing-guidance.spec
hdiutil create -ov -volname "Sentencing Guidance" -srcfolder "dist/Sentencing Guidance.app" \
    "dist/sentencing-guidance-$version-macos.dmg"
