#!/bin/sh
# Installs missing Debian packages for building; with the word `tests` also those
# that some tests need, which are skipped without them.
set -eu

missing_of() {
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' \
      || printf ' %s' "$package"
  done
}

install() {
  if ! command -v apt-get >/dev/null; then
    return 1
  fi
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo=sudo
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" \
    >/dev/null
}

missing=$(missing_of pkg-config libsqlite3-dev libexpat1-dev libarchive-dev libedit-dev sqlite3)
# shellcheck disable=SC2086 # the names must be split into words
if [ -n "$missing" ] && ! install $missing; then
  echo "Install these first:$missing" >&2
  exit 1
fi

[ "${1:-}" = tests ] || exit 0
missing=$(missing_of age bash fish less python3 strace time tmux tzdata zsh)
# shellcheck disable=SC2086
if [ -n "$missing" ] && ! install $missing; then
  echo "Tests that need one of these are skipped:$missing" >&2
fi
