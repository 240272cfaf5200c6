#!/usr/bin/env python3
"""Breaks the disk, the power and the program under nerve's feet, and checks that nothing
that was logged is lost. See README.md in this folder.

    python3 Tests/Faults/run.py --seed 1                  everything; takes hours
    python3 Tests/Faults/run.py --seed 1 --short          a sample; takes a minute
    python3 Tests/Faults/run.py --seed 1 --case kill/run/17-torn
"""

import argparse
import collections
import importlib
import multiprocessing
import os
import random
import shutil
import sys
import time

import cases
import commands
import world
from bench import Bench

DRILLS = {
    "kill": "drill_kills", "error": "drill_errors", "power": "drill_power", "full": "drill_disks",
    "flip": "drill_flips", "lock": "drill_locks", "crowd": "drill_crowd",
}
# How many subjects a short run takes.
SHORT = {"kill": 9, "error": 9, "power": 7, "full": 4, "flip": 2, "lock": 9, "crowd": 1}
# What is still said wrongly, and where; the full run counts it as a failure. SQLite
# drops the reason when a file cannot be created, and repairs work on an image in memory.
KNOWN = {
    ("create-EDQUOT", "it does not say that the disk is full"),
    ("doctor-repair", "it does not say that the disk is full"),
    ("doctor-repair", "it says that the journal is damaged"),
}
# Failures of one drill and subject that are printed in full.
SHOWN = 12


def is_known(case: str, problem: str) -> bool:
    """Whether a problem is one of those that are known."""
    return any(part in case and problem == words for part, words in KNOWN)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="the start of all that is random")
    parser.add_argument("--short", action="store_true", help="only a sample, for CI")
    parser.add_argument("--case", help="replay one case, by the name that a failure prints")
    parser.add_argument("--only", default="", help="drills, or drills/subjects, with commas")
    parser.add_argument("--most", type=int, help="at most so many cases of each drill and subject")
    parser.add_argument("--jobs", type=int, default=1, help="how many at the same time")
    parser.add_argument("--seconds", type=float, help="stop after this time, and say so")
    return parser.parse_args()


def tasks(options) -> list[tuple[str, list[str]]]:
    """The subjects, each with its drills, which share what they prepare."""
    if options.case:
        drill, subject, _ = options.case.split("/", 2)
        return [(subject, [drill])]
    chosen = options.only.split(",") if options.only else list(DRILLS)
    drills_of = collections.defaultdict(list)
    for drill, module in DRILLS.items():
        subjects = importlib.import_module(module).SUBJECTS
        if options.short and not options.only:
            # Mostly the same subjects for every drill.
            order = random.Random(options.seed).sample(sorted(commands.ALL), len(commands.ALL))
            mixed = sorted(subjects, key=lambda name: order.index(name) if name in order else -1)
            subjects = mixed[:SHORT[drill]]
        for subject in subjects:
            if drill in chosen or f"{drill}/{subject}" in chosen:
                drills_of[subject].append(drill)
    return list(drills_of.items())


class Worker:
    """Runs groups of cases, in a folder of its own."""

    def __init__(self, options, folder, program, deadline):
        self.options, self.program, self.deadline = options, program, deadline
        self.folder = folder / str(os.getpid())
        self.plan = cases.Plan(
            options.seed, not options.short, options.most, bool(options.case), self.folder,
            program)
        self.bench = None

    def run(self, drill: str, subject: str):
        """Runs the cases of one drill; returns its name, counts, failures and a remark."""
        group, counts, failures = f"{drill}/{subject}", collections.Counter(), []
        if time.monotonic() > self.deadline:
            return group, counts, failures, "left out, as the time was over"
        self.folder.mkdir(exist_ok=True)
        self.bench = self.bench or Bench(self.program, self.folder)
        try:
            module = importlib.import_module(DRILLS[drill])
            for case in module.cases(self.bench, subject, self.plan):
                name = f"{drill}/{subject}/{case.name}"
                if self.options.case and name != self.options.case:
                    continue
                if time.monotonic() > self.deadline:
                    return group, counts, failures, "cut short, as the time was over"
                counts[case.counts_as] += 1
                problems = case.check()
                if self.options.short:
                    problems = [problem for problem in problems if not is_known(name, problem)]
                # What was said is no problem by itself.
                if any(not problem.startswith("said: ") for problem in problems):
                    failures.append((name, problems))
        except cases.Skipped as reason:
            return group, counts, failures, f"skipped: {reason}"
        except Exception as error:  # A fault of the harness must not hide the others.
            failures.append((group, [f"the drill itself failed: {error!r}"]))
        return group, counts, failures, ""


worker = None


def start_worker(*arguments):
    global worker
    worker = Worker(*arguments)


def work(task):
    subject, drills = task
    return [worker.run(drill, subject) for drill in drills]


def main() -> int:
    options = arguments()
    binary = os.environ.get("NERVE") or ".build/release/nerve"
    if not os.path.exists(binary):
        sys.exit(f"There is no program at {binary}; build it with make build, or set NERVE.")
    folder = world.working_folder()
    started = time.monotonic()
    deadline = started + options.seconds if options.seconds else float("inf")
    try:
        program = world.Program(binary, options.seed, folder)
        program.compile()
        setting = (options, folder, program, deadline)
        counts, failed = collections.Counter(), 0
        with multiprocessing.Pool(options.jobs, start_worker, setting) as pool:
            for results in pool.imap_unordered(work, tasks(options)):
                for name, group_counts, failures, remark in results:
                    counts += group_counts
                    failed += len(failures)
                    tell(options, name, group_counts, failures, remark)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    total = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    print(f"Seed {options.seed}, {time.monotonic() - started:.0f} s: {total or 'no such case'}.")
    print(f"{failed} of them failed." if failed else "Nothing that was logged was lost.")
    return 1 if failed or not counts else 0


def tell(options, name, counts, failures, remark):
    """Prints what came of one drill and subject."""
    if remark:
        print(f"{name}: {remark}")
    elif not options.short or failures:
        print(f"{name}: {sum(counts.values())} cases, {len(failures)} failed")
    for case, problems in failures[:SHOWN]:
        print(f"  {case}")
        for problem in problems:
            print(f"    {problem}")
        print(f"    python3 Tests/Faults/run.py --seed {options.seed} --case {case}")
    if len(failures) > SHOWN:
        print(f"  and {len(failures) - SHOWN} more")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
