#!/bin/sh
# Runs the tests under sanitizers, one after another: sanitize.sh [address|thread|exclusivity...].
# Each has a build of its own, so that the usual one stays.
set -eu
cd "$(dirname "$0")/.."
export TZ=UTC
# The sanitizers say more than the backtrace of a trap, and lack room for both.
export SWIFT_BACKTRACE=enable=no
# The tests start the program itself, whose memory at its end nobody frees.
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1
export TSAN_OPTIONS=halt_on_error=1

# run NAME ARGUMENT...: builds and tests with the arguments.
run() {
  name=$1
  shift
  echo "== $name"
  nice -n 10 "${SWIFT:-swift}" test --disable-xctest --scratch-path .build/sanitize-"$name" "$@"
}

for name in ${*:-address thread exclusivity}; do
  case $name in
    # Swift has no sanitizer for undefined behaviour on Linux; its own traps are always on.
    address) run address --sanitize=address ;;
    # The program has no threads of its own; these tests open a journal in several.
    thread) run thread --sanitize=thread --filter 'BackupTests|DayCacheFileTests|MigratorConcurrencyTests' ;;
    exclusivity)
      run exclusivity -c release -Xswiftc -enable-testing -Xswiftc -enforce-exclusivity=checked
      ;;
    *)
      echo "Unknown sanitizer: $name" >&2
      exit 64
      ;;
  esac
done
