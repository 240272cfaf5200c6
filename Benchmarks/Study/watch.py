"""Runs a command and prints its time and the largest memory of it and its children together.

    python3 watch.py COUNT COMMAND...

COUNT is the number of journals, for the rate.
"""

import os
import resource
import subprocess
import sys
import time
from collections import defaultdict


def memory(root):
    """Of `root` and all processes below it: resident MiB, the largest by name, and processor
    time, that of ended children included."""
    parents, resident, names, used = {}, {}, {}, {}
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
            used[pid] = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
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
    live = mine & resident.keys()
    return sum(resident[pid] for pid in live), largest, sum(used[pid] for pid in live)


def main():
    count, command = int(sys.argv[1]), sys.argv[2:]
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak, largest, processor = 0.0, defaultdict(float), 0.0
    while process.poll() is None:
        total, by_name, so_far = memory(process.pid)
        processor = max(processor, so_far)
        peak = max(peak, total)
        for name, size in by_name.items():
            largest[name] = max(largest[name], size)
        # Short commands would be missed by long pauses.
        time.sleep(0.002 if time.monotonic() - start < 1 else 0.1)
    seconds = time.monotonic() - start
    # Exact, but without what nobody waited for, such as Spark's workers.
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    processor = max(processor, used.ru_utime + used.ru_stime)
    usage = sorted(largest.items(), key=lambda item: -item[1])[:4]
    print(
        f"  {seconds:.2f} s, {count / seconds:,.1f} a second, {processor:.2f} s of processor time, "
        f"at most {peak:.0f} MiB together; "
        + ", ".join(f"{name} {size:.0f}" for name, size in usage)
    )
    if process.returncode:
        sys.exit(f"watch.py: the command failed with {process.returncode}")


main()
