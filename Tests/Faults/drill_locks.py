"""Another program that keeps the journal locked for a while."""

import re
import shlex
import sqlite3
import threading
import time

import commands
import messages
import states
from aftermath import aftermath
from cases import Case, Plan

SUBJECTS = ["run", "checkin", "undo", "sql-write", "import-gpx", "config", "list", "correlate",
            "export-file"]
SECONDS = (1, 6, 60)
LOCKS = ("IMMEDIATE", "EXCLUSIVE")
BUSY = re.compile(r"another program|locked|busy", re.IGNORECASE)


def cases(bench, subject: str, plan: Plan) -> list[Case]:
    """The locks that one command meets."""
    prepared = bench.prepare(commands.ALL[subject])
    found = [_case(bench, prepared, seconds, lock) for seconds in SECONDS for lock in LOCKS]
    if prepared.command.typed:
        found.append(_case(bench, prepared, 600, "EXCLUSIVE"))
    if plan.is_long or plan.is_replay:
        return found
    return found[:1] if subject in ("run", "list") else found[-1:] if subject == "checkin" else []


def _case(bench, prepared, seconds: int, lock: str) -> Case:
    def check():
        command, home = prepared.command, bench.world
        home.become(prepared.tree)
        done = threading.Event()
        holder = _hold(home.journal, lock, seconds, done)
        started = time.monotonic()
        # The longest lock need not be waited for: the clock goes faster.
        speed = {"FAULTS_PACE": "60"} if seconds > 60 else {"FAULTS_HASTE": "0"}
        result = home.run(
            command.line, command.typed, prepared.moment, extra=speed, timeout=120)
        took = time.monotonic() - started
        done.set()
        holder.join()
        found = []
        if result.code != 0:
            words = " ".join(result.err.split())
            if not command.writes and lock == "IMMEDIATE":
                found.append("another writer keeps it from reading")
            if seconds < 4:
                found.append("it does not wait for a short lock")
            if not BUSY.search(words):
                found.append("it does not say that another program has locked the journal")
            if command.typed:
                found += _logs_later(bench, prepared, result.err)
                home.become(prepared.tree)
        state, later = aftermath(bench, prepared, is_thorough=True)
        found += later + messages.problems(result, state, "lock", command.writes)
        if took > seconds + 40:
            found.append(f"it waited for {took:.0f} s")
        if found:
            found.append(f"said: {' '.join(result.err.split())}")
        return found

    return Case(f"{seconds}-s-{lock.lower()}", f"locks of {seconds} s", check)


def _hold(journal, lock: str, seconds: float, done: threading.Event) -> threading.Thread:
    """Locks the journal until the time is over or the other is done."""
    locked = threading.Event()

    def hold():
        connection = sqlite3.connect(journal, isolation_level=None)
        connection.execute(f"BEGIN {lock}")
        locked.set()
        done.wait(seconds)
        connection.execute("ROLLBACK")
        connection.close()

    thread = threading.Thread(target=hold)
    thread.start()
    locked.wait()
    return thread


def _logs_later(bench, prepared, words: str) -> list[str]:
    """The answers of a conversation are not lost: a line that logs them is printed."""
    lines = re.findall(r"^\s*(nerve (?:pain|rest|run|checkin) .*)$", words, re.MULTILINE)
    lines += re.findall(r": (nerve (?:pain|rest|run|checkin) .*)$", words, re.MULTILINE)
    if not lines:
        return ["the answers are lost: no line logs them"]
    for line in lines:
        for part in line.split(" && "):
            result = bench.world.run(shlex.split(part)[1:], moment=prepared.moment)
            if result.code != 0:
                return [f"the line that logs the answers fails: {part}: {result.err.strip()}"]
    before, now = prepared.before.rows, states.read(bench.world.journal, bench.scratch).rows
    after = prepared.after.rows
    same = all(len(now.get(table, [])) == len(after.get(table, []))
               for table in ("check_in", "day_mark", "run"))
    return [] if same and now != before else ["the line that logs the answers logs something else"]
