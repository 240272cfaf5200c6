"""Runs a command and prints its time and the largest memory of it and its children together.

    python3 watch.py COUNT COMMAND...

COUNT is the number of journals, for the rate.
"""

import os
import subprocess
import sys
import time
from collections import defaultdict


def memory(root):
    """Resident MiB of `root` and all processes below it, and the largest by name."""
    parents, resident, names = {}, {}, {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat") as file:
                head, tail = file.read().rsplit(")", 1)
            fields = tail.split()
            pid = int(entry)
            parents[pid] = int(fields[1])
            names[pid] = head.split("(", 1)[1]
            resident[pid] = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        except (OSError, IndexError, ValueError):
            continue
    mine, found = {root}, True
    while found:
        more = {pid for pid, parent in parents.items() if parent in mine} - mine
        mine |= more
        found = bool(more)
    largest = defaultdict(float)
    for pid in mine & resident.keys():
        largest[names[pid]] = max(largest[names[pid]], resident[pid])
    return sum(resident[pid] for pid in mine & resident.keys()), largest


def main():
    count, command = int(sys.argv[1]), sys.argv[2:]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, largest = 0.0, defaultdict(float)
    while process.poll() is None:
        total, by_name = memory(process.pid)
        peak = max(peak, total)
        for name, size in by_name.items():
            largest[name] = max(largest[name], size)
        # Short commands would be missed by long pauses.
        time.sleep(0.002 if time.monotonic() - start < 1 else 0.1)
    seconds = time.monotonic() - start
    usage = sorted(largest.items(), key=lambda item: -item[1])[:4]
    print(
        f"  {seconds:.2f} s, {count / seconds:,.1f} a second, at most {peak:.0f} MiB together; "
        + ", ".join(f"{name} {size:.0f}" for name, size in usage)
    )
    if process.returncode:
        sys.exit(f"watch.py: the command failed with {process.returncode}")


main()
