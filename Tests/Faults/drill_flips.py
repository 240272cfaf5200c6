"""A flipped bit in every page of a journal of two years.

The program either answers as from the sound file or refuses, and does not write to a
damaged file. What SQLite's own check does not find, such as another pain score, no
check can: such flips are counted apart.
"""

import dataclasses
import pathlib
import time

import commands
import states
from cases import Case, Plan

SUBJECTS = ["correlate", "list", "month", "export", "sql"]
PAGE = 4096
FLIPS_PER_PAGE = 2
READING = {
    "correlate": ("correlate", "--json"), "list": ("list", "-n", "5000", "--json"),
    "month": ("month", "2026-01"), "export": ("export", "--format", "ndjson"),
    "sql": ("sql", "SELECT * FROM day", "--json"),
}
WRITING = ("pain", "1", "--on", "2026-02-28", "--evening", "--yes")
SAMPLE = commands.command("flips", "list", before=commands.SAMPLE, writes=False)


@dataclasses.dataclass(frozen=True)
class Flip:
    """A journal with a flipped bit, and whether SQLite's own checks find it."""

    data: bytes
    offset: int
    bit: int
    can_be_found: bool


def cases(bench, subject: str, plan: Plan) -> list[Case]:
    """The flips that one reading command meets."""
    prepared = bench.prepare(SAMPLE)
    home, line = bench.world, READING[subject]
    home.become(prepared.tree)
    sound = home.run(line, moment=prepared.moment).out
    # With what the program notes of a file that it found sound.
    tree = home.tree()
    data = tree[str(home.journal.relative_to(home.root))]
    found = []
    for page in range(len(data) // PAGE):
        for number in range(FLIPS_PER_PAGE):
            # Each subject has flips of its own.
            chance = plan.chance("flip", subject, page, number)
            offset, bit = page * PAGE + chance.randrange(PAGE), chance.randrange(8)
            for check in (_read, _rot, _write):
                found.append(_case(bench, prepared, tree, line, sound, offset, bit, check))
    return plan.some(found, 12, "flip", subject)


def _case(bench, prepared, tree, line, sound, offset: int, bit: int, method) -> Case:
    name = method.__name__.strip("_")

    def check():
        bench.world.become(tree)
        journal = bench.world.journal
        data = bytearray(journal.read_bytes())
        data[offset] ^= 1 << bit
        can_be_found = _can_be_found(bytes(data), bench.scratch)
        flip = Flip(bytes(data), offset, bit, can_be_found)
        return method(bench.world, prepared.moment + 1, line, sound, flip)

    return Case(f"{offset}-{bit}-{name}", f"flips before a {name}", check)


def _can_be_found(data: bytes, scratch: pathlib.Path) -> bool:
    """Whether SQLite's own checks find the flip."""
    path = scratch / "flipped"
    path.write_bytes(data)
    try:
        states.read(path, scratch)
    except states.Unsound:
        return True
    finally:
        path.unlink()
    return False


def _judge(result, sound: str, flip: Flip) -> list[str]:
    if result.code is None or result.code < 0:
        return [f"it ended with {result.code}"]
    if result.code != 0:
        return [] if result.err.strip() else ["it refuses without a word"]
    if flip.can_be_found and result.out != sound:
        return ["it answers from the damaged file"]
    return []


def _read(home, moment, line, sound, flip) -> list[str]:
    home.journal.write_bytes(flip.data)
    return _judge(home.run(line, moment=moment), sound, flip)


def _rot(home, moment, line, sound, flip) -> list[str]:
    # The disk gives another byte of a file that nobody has written to. Then every flip
    # can be found, as the program knows the bytes of a journal that was last changed a
    # while before.
    clock = {"FAULTS_CLOCK": str(int(time.time()) + 3600)}
    sound = home.run(line, extra=clock).out
    rot = {"FAULTS_ROT": f"{home.journal.name}:{flip.offset}:{1 << flip.bit}"}
    flip = dataclasses.replace(flip, can_be_found=True)
    return _judge(home.run(line, extra=clock | rot), sound, flip)


def _write(home, moment, line, sound, flip) -> list[str]:
    home.journal.write_bytes(flip.data)
    result = home.run(WRITING, moment=moment)
    if result.code is None or result.code < 0:
        return [f"it ended with {result.code}"]
    if result.code != 0:
        is_same = home.journal.read_bytes() == flip.data
        found = [] if is_same else ["it changes a file that it refuses"]
        return found if result.err.strip() else found + ["it refuses without a word"]
    return ["a damaged file is written to"] if flip.can_be_found else []
