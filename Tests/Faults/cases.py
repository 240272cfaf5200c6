"""What a drill is made of."""

import dataclasses
import pathlib
import random
from collections.abc import Callable

import world


@dataclasses.dataclass(frozen=True)
class Case:
    """One fault: its name within the drill and its subject, what it counts as in the
    report, and the check, which returns what is wrong."""

    name: str
    counts_as: str
    check: Callable[[], list[str]]


@dataclasses.dataclass(frozen=True)
class Plan:
    """How much is tried. In a long run everything, unless there is a limit; in a short one
    a few cases of each drill and subject, chosen by the seed."""

    seed: int
    is_long: bool
    # The most cases of a drill and subject in a long run; None for all.
    most: int | None
    # Whether one case is repeated, so that all have to be there.
    is_replay: bool
    folder: pathlib.Path
    program: world.Program

    def chance(self, *name) -> random.Random:
        """Random numbers of one case, the same whenever it is replayed."""
        return random.Random("/".join(map(str, (self.seed, *name))))

    def some(self, cases: list, most: int, *name) -> list:
        """All of the cases, or a few: `most` in a short run, `self.most` in a long one."""
        most = self.most if self.is_long else most
        if self.is_replay or most is None or len(cases) <= most:
            return cases
        chosen = self.chance("some", *name).sample(range(len(cases)), most)
        return [cases[index] for index in sorted(chosen)]


class Skipped(Exception):
    """The drill cannot be done here; the words say why."""
