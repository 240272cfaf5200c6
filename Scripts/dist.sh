#!/bin/sh
# Makes dist/: a Debian package and an archive for other systems, a checksum for each, and an
# SPDX file that lists what is in them. Needs what `make all` builds. The same build gives the same
# bytes at any time.
set -eu
cd "$(dirname "$0")/.."

# The time of the version instead of that of the build, in every file.
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
# Neither the language nor the zone of who builds may change an order or a date; nor may
# permissions depend on the umask.
export LC_ALL=C TZ=UTC
umask 022

architecture=$(dpkg --print-architecture)
# A lower one, to try an upgrade.
version=${DIST_VERSION:-$(.build/release/nerve --version | sed 's/^nerve //')}
name=nerve-$version-linux-$architecture
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dist=${DIST_FOLDER:-dist}
rm -rf "$dist"
mkdir "$dist"

sum() { (cd "$dist" && sha256sum "$1" >"$1.sha256"); }
touch_all() { find "$1" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +; }

python3 Scripts/sbom.py "$version" >"$dist/nerve-$version.spdx.json"
sum "nerve-$version.spdx.json"

# What both have.
stage() {
  make -s install DESTDIR="$1" PREFIX="$2"
  documents=$1$2/share/doc/nerve
  install -d "$documents/licences"
  install -m 644 README.md CHANGELOG.md Packaging/copyright "$documents"
  install -d "$documents/Documentation/images"
  install -m 644 Documentation/*.md Documentation/*.json "$documents/Documentation"
  install -m 644 Documentation/images/* "$documents/Documentation/images"
  install -m 644 LICENSE "$documents/licences/nerve.txt"
  install -m 644 "$(dirname "$(readlink -f "$(command -v swift)")")/../share/swift/LICENSE.txt" \
    "$documents/licences/swift.txt"
  for package in swift-argument-parser swift-numerics; do
    install -m 644 ".build/checkouts/$package/LICENSE.txt" "$documents/licences/$package.txt"
  done
  gcc=$(dpkg-query -S "$(readlink -f .build/static/libstdc++.a)" | cut -d : -f 1)
  install -m 644 "/usr/share/doc/$gcc/copyright" "$documents/licences/libstdc++.txt"
  install -m 644 "$dist/nerve-$version.spdx.json" "$documents/nerve.spdx.json"
}

# The Debian package, with the compressed pages that its policy asks for.
root=$work/deb
stage "$root" /usr
gzip -9n "$root"/usr/share/man/man1/*.1
{
  printf 'nerve (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n' "$version"
  printf ' -- %s  %s\n' "$(sed -n 's/^Maintainer: //p' Packaging/control.in)" "$(date -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9n >"$root/usr/share/doc/nerve/changelog.gz"
install -d "$root/usr/share/zsh/vendor-completions"
mv "$root/usr/share/zsh/site-functions/_nerve" "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
size=$(find "$root" -type f -printf '%s\n' | awk '{ kib += int(($1 + 1023) / 1024) } END { print kib }')
install -d "$root/DEBIAN"
sed -e "s/@VERSION@/$version/" -e "s/@ARCHITECTURE@/$architecture/" -e "s/@SIZE@/$size/" \
  Packaging/control.in >"$root/DEBIAN/control"
(cd "$root" && find usr -type f | sort | xargs md5sum) >"$root/DEBIAN/md5sums"
touch_all "$root"
# With more threads, the size of xz's blocks depends on the processors.
dpkg-deb --root-owner-group -Zxz --threads-max=1 --build "$root" "$dist/nerve_${version}_$architecture.deb" >/dev/null
sum "nerve_${version}_$architecture.deb"

# The archive, with an installer that needs no root.
stage "$work/$name" ''
install -m 755 Packaging/install.sh "$work/$name/install.sh"
touch_all "$work/$name"
tar --sort=name --format=ustar --owner=0 --group=0 --numeric-owner --mtime="@$SOURCE_DATE_EPOCH" \
  -C "$work" -cf - "$name" | gzip -9n >"$dist/$name.tar.gz"
sum "$name.tar.gz"

(cd "$dist" && ls -l)
