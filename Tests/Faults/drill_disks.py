"""Disks that are full, or read-only: reading goes on, and writing says what is the matter."""

import itertools
import re

import commands
import messages
from aftermath import aftermath
from bench import Bench
from cases import Case, Plan
from namespace import SmallDisk

SUBJECTS = [command.name for command in commands.WRITING + commands.READING]
PAGE = 4096
# How much room is left; at first, where the files beside a journal do not fit.
FREE_PAGES = (*range(0, 16), 20, 24, 32, 48, 64, 96, 128)
READ_ONLY = re.compile(r"read-only|cannot (be )?writ|permission", re.IGNORECASE)
_numbers = itertools.count()


def cases(_, subject: str, plan: Plan):
    """The full and the read-only disks of one command."""
    disk = SmallDisk(plan.folder / f"disk{next(_numbers)}", "16m")
    try:
        bench = Bench(plan.program, disk.place)
        prepared = bench.prepare(commands.ALL[subject])
        found = [_full(bench, prepared, disk, pages) for pages in FREE_PAGES]
        found.append(_read_only(bench, prepared, disk))
        # The disk is there only until the last case.
        yield from plan.some(found, 2, "full", subject)
    finally:
        disk.set_read_only(False)
        disk.remove()


def _full(bench, prepared, disk, pages: int) -> Case:
    def check():
        command = prepared.command
        bench.world.become(prepared.tree)
        disk.fill(pages * PAGE)
        result = bench.world.run(command.line, command.typed, prepared.moment)
        # The disk is still full when the person looks.
        reading = bench.answer(prepared)
        disk.empty()
        state, found = aftermath(bench, prepared, is_thorough=True)
        found = found + messages.problems(result, state, "ENOSPC", command.writes)
        if result.code == 0 and result.out != prepared.result.out:
            found.append("it ends well, but prints something else")
        if result.code != 0 and not command.writes and not command.makes:
            found.append("a full disk keeps it from reading")
        if found and result.code != 0:
            found.append(f"said: {' '.join(result.err.split())}")
        if state in prepared.answers and prepared.answers[state] \
                and reading.out != prepared.answers[state]:
            found.append(f"the full disk keeps it from reading later: {reading.err.strip()}")
        return found

    return Case(f"{pages}-pages", "full disks", check)


def _read_only(bench, prepared, disk) -> Case:
    def check():
        command = prepared.command
        bench.world.become(prepared.tree)
        disk.set_read_only(True)
        result = bench.world.run(command.line, command.typed, prepared.moment)
        disk.set_read_only(False)
        found = []
        if bench.world.tree() != prepared.tree:
            found.append("a read-only disk has changed")
        words = " ".join(result.err.split())
        if result.code == 0 and command.writes:
            found.append("it says that it wrote to a read-only disk")
        elif result.code == 0 and result.out != prepared.result.out:
            found.append("it prints something else on a read-only disk")
        elif result.code != 0 and not command.writes and not command.makes:
            found.append("a read-only disk keeps it from reading")
        elif result.code != 0 and not READ_ONLY.search(words):
            found.append("it does not say that the disk is read-only")
        if command.writes and result.code != 0:
            found += messages.claims(words, "before")
        return found + [f"said: {words}"] if found else []

    return Case("read-only", "read-only disks", check)
