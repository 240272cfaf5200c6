#!/bin/sh
# Tries what `make dist` made in a bare Debian: installs the package over one with a lower
# version, logs a day, reads the manual, loads the SQL functions and removes it again; then the
# archive, without root. Only the journal may stay.
#
# usage: check-dist.sh [SUITE]    bookworm unless named; needs root and debootstrap
set -eu
cd "$(dirname "$0")/.."
suite=${1:-bookworm}
[ "$(id -u)" -eq 0 ] || exec sudo sh "$0" "$suite"

fail() { echo "dist: $1" >&2; exit 1; }
# A root that is there already saves a minute.
root=${DIST_ROOT:-$(mktemp -d)/$suite}
lower=$(mktemp -d)
trap 'rm -rf "$lower"; [ -n "${DIST_ROOT:-}" ] || rm -rf "$(dirname "$root")"' EXIT
new=$(echo dist/nerve_*.deb)
[ -f "$new" ] || fail "there is no package; run make dist"
version=$(dpkg-deb -f "$new" Version)

for binary in .build/release/nerve .build/libnerve.so; do
  later=$(objdump -T "$binary" | grep -oE 'GLIBC_[0-9.]+' | sort -Vu | tail -n 1)
  [ "$(printf 'GLIBC_2.35\n%s\n' "$later" | sort -V | tail -n 1)" = GLIBC_2.35 ] \
    || fail "$binary needs $later"
done
for file in dist/*.sha256; do (cd dist && sha256sum --quiet -c "../$file"); done

if [ ! -e "$root/.ready" ]; then
  debootstrap --variant=minbase "$suite" "$root" "${DEBIAN_MIRROR:-http://deb.debian.org/debian}" >/dev/null
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
  chroot "$root" sh -c 'apt-get update -qq && useradd -m runner'
  touch "$root/.ready"
fi
DIST_VERSION=0.0.1 DIST_FOLDER=$lower sh Scripts/dist.sh >/dev/null
mkdir -p "$root/packages"
cp "$lower"/nerve_0.0.1_*.deb "$new" dist/nerve-*.tar.gz "$root/packages/"

inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
runner() { inside su runner -c "$1"; }
has() { grep -qF -- "$1" || fail "$2"; }

inside apt-get install -y -qq --no-install-recommends sqlite3 man-db bash >/dev/null 2>&1

inside apt-get install -y -qq --no-install-recommends "/packages/nerve_0.0.1_$(dpkg --print-architecture).deb" >/dev/null 2>&1
# /proc is not mounted here: arguments must arrive all the same.
runner 'nerve pain 4 left calf 2>&1' >"$lower/said"
has 'leg 4, left, down to the calf' "no check-in was logged" <"$lower/said"
grep -q 'No backup' "$lower/said" && fail "no backup was made"
runner 'nerve run 8.2km 45:10 --rpe 6 2>&1' | has '8.2 km' "no run was logged"
inside apt-get install -y -qq --no-install-recommends "/packages/$(basename "$new")" >/dev/null 2>&1
[ "$(inside dpkg-query -W -f '${Version}' nerve)" = "$version" ] || fail "the package was not upgraded"
runner 'nerve --version' | has "nerve ${version%%-*}" "another version runs"
runner 'nerve list' | has '8.2 km' "the run is gone after the upgrade"
runner 'nerve today' >/dev/null || fail "today fails"
for page in nerve nerve-run nerve-query-save; do
  runner "MANWIDTH=80 man $page" | has 'SEE ALSO' "there is no manual page $page"
done
runner "bash -c '. /usr/share/bash-completion/completions/nerve; complete -p nerve'" | has nerve "bash completes nothing"
runner "sqlite3 -cmd '.load /usr/lib/nerve/libnerve.so' :memory: 'SELECT median(value) FROM generate_series(1, 4)'" \
  | has 2.5 "the SQL functions do not load"
inside dpkg --verify nerve | grep . && fail "files of the package were changed"
inside dpkg-query -L nerve | grep -q '/usr/share/doc/nerve/copyright' || fail "the licences are missing"
inside apt-get purge -y -qq nerve >/dev/null 2>&1
inside sh -c 'find / -xdev -path /proc -prune -o -path /packages -prune -o -iname "*nerve*" -not -path "/home/*" -print' \
  | grep . && fail "these files stayed"
[ -f "$root/home/runner/.local/share/nerve/journal.sqlite" ] || fail "the journal is gone"

runner 'cd && tar -xzf /packages/nerve-*.tar.gz && ./nerve-*/install.sh' | has 'Installed nerve' "install.sh fails"
runner '~/.local/bin/nerve list' | has '8.2 km' "the run is gone after the change of packages"
runner 'cd && ./nerve-*/install.sh remove' | has 'Removed' "install.sh does not remove"
[ -z "$(find "$root/home/runner/.local/bin" "$root/home/runner/.local/lib" -type f)" ] || fail "install.sh leaves files"
[ "$(find "$root/home/runner/.local/share" -type f -name '*.sqlite')" ] || fail "the journal is gone"
[ "$(sqlite3 "$root/home/runner/.local/share/nerve/journal.sqlite" 'SELECT count(*) FROM run')" = 1 ] \
  || fail "the run is gone in the end"
rm -rf "$root/home/runner/.local" "$root"/home/runner/nerve-*
echo "The package and the archive work on $suite."
