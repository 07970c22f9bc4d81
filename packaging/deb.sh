#!/usr/bin/env bash
# A Debian package of the bundle in dist/sentencing-guidance, which it makes first if it is not there.
set -euo pipefail
cd "$(dirname "$0")/.."

version=$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
architecture=$(dpkg --print-architecture)
tree=build/deb/sentencing-guidance_${version}_${architecture}

if [ ! -d dist/sentencing-guidance ]; then
    python3 dev.py setup development bundle
    .venv/bin/python -m PyInstaller --noconfirm packaging/sentencing-guidance.spec
fi

rm -rf "$tree"
install -d "$tree/DEBIAN" "$tree/usr/bin" "$tree/usr/lib"
cp -r dist/sentencing-guidance "$tree/usr/lib/sentencing-guidance"
ln -s ../lib/sentencing-guidance/sentencing-guidance "$tree/usr/bin/sentencing-guidance"
ln -s ../lib/sentencing-guidance/sentencing "$tree/usr/bin/sentencing"
install -Dm644 packaging/debian/sentencing-guidance.desktop -t "$tree/usr/share/applications"
install -Dm644 packaging/debian/sentencing-guidance.xml -t "$tree/usr/share/mime/packages"
install -Dm644 packaging/icon.svg "$tree/usr/share/icons/hicolor/scalable/apps/sentencing-guidance.svg"
install -Dm644 LICENSE "$tree/usr/share/doc/sentencing-guidance/copyright"
size=$(du -ks "$tree/usr" | cut -f1)
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" \
    packaging/debian/control > "$tree/DEBIAN/control"
dpkg-deb --root-owner-group --build "$tree" dist
