"""Ten writers and ten readers at the same time, of which some are killed."""

import json
import random
import threading
import time

import commands
import messages
import states
import world
from cases import Case, Plan

SUBJECTS = ["crowd"]
WRITERS = READERS = 10
COUNTING = ("sql", "SELECT count(*) AS n FROM check_in", "--json")


def cases(bench, subject: str, plan: Plan) -> list[Case]:
    """A crowd for a minute, or for a moment."""
    long, short = (
        Case(f"{seconds}-s", f"crowds of {seconds} s",
             lambda seconds=seconds: Crowd(bench, plan).run(seconds)) for seconds in (60, 5))
    return [long, short] if plan.is_replay else [long] if plan.is_long else [short]


class Crowd:
    """What the writers were told, and what the readers saw."""

    def __init__(self, bench, plan: Plan):
        self.bench, self.plan = bench, plan
        # By note: "logged", "not logged" or "unknown".
        self.told: dict[str, str] = {}
        self.problems: list[str] = []
        self.reads = 0
        self.lock = threading.Lock()

    def run(self, seconds: float) -> list[str]:
        """Lets them all work; returns what is wrong."""
        home = self.bench.world
        home.become(self.bench.prepare(commands.ALL["run"]).tree)
        end = time.monotonic() + seconds
        threads = [
            threading.Thread(target=work, args=(number, end))
            for work, count in ((self._write, WRITERS), (self._read, READERS))
            for number in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        home.run(("pain", "1", "--on", "2026-01-02", "--yes"))
        try:
            rows = states.read(home.journal, self.bench.scratch).rows["check_in"]
        except states.Unsound as error:
            return self.problems + [f"the journal is not sound: {error}"]
        counts = {state: list(self.told.values()).count(state) for state in set(self.told.values())}
        print(f"  crowd: {counts}, {self.reads} reads")
        for note, state in self.told.items():
            found = sum(f"'{note}'" in row for row in rows)
            if found != 1 and state == "logged" or found and state == "not logged" or found > 1:
                self.problems.append(f"{note} was {state}, but is there {found} times")
        strays = [
            name for name in home.tree() if name.endswith(("-wal", "-shm")) or ".nerve-" in name]
        return self.problems + [f"{name} stays behind" for name in strays]

    def _write(self, number: int, end: float):
        chance = self.plan.chance("crowd", number)
        entry = 0
        while time.monotonic() < end:
            entry += 1
            note = f"w{number}-{entry}"
            state, problem = self._log(note, 1000 * (number + 1) + entry, chance)
            with self.lock:
                self.told[note] = state
                if problem:
                    self.problems.append(problem)

    def _log(self, note: str, moment: int, chance: random.Random) -> tuple[str, str]:
        line = ("pain", str(chance.randrange(11)), "--note", note, "--on", "2026-01-01", "--yes")
        process = self.bench.world.start(line, moment, extra={"FAULTS_HASTE": "0"})
        if chance.random() < 0.1:
            time.sleep(chance.uniform(0.0, 0.2))
            process.kill()
        out, err = process.communicate()
        if process.returncode == -9:
            return ("logged" if out else "unknown"), ""
        if process.returncode == 0:
            return "logged", ""
        words = err.decode(errors="replace")
        problem = "" if "nother program" in words else f"{note}: {words.strip()}"
        return ("not logged" if messages.NOT_IN.search(words) else "unknown"), problem

    def _read(self, number: int, end: float):
        seen, turn = 0, 0
        while time.monotonic() < end:
            turn += 1
            result = self.bench.world.run(
                COUNTING, moment=100_000 * (number + 1) + turn, extra={"FAULTS_HASTE": "0"})
            with self.lock:
                self.reads += 1
                if result.code != 0:
                    self.problems.append(f"a reader fails: {result.err.strip()}")
                    continue
                count = json.loads(result.out)[0]["n"]
                if count < seen:
                    self.problems.append(f"a reader saw {seen} entries, then {count}")
                seen = count
