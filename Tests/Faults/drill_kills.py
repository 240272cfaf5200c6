"""kill -9: before and in the middle of every call, and at random times."""

import time

import commands
import world
from aftermath import aftermath
from cases import Case, Plan

SUBJECTS = [command.name for command in commands.WRITING + commands.READING]
# Calls of which half can be done.
DIVISIBLE = {"write", "print"}
RANDOM_KILLS = 60


def cases(bench, subject: str, plan: Plan) -> list[Case]:
    """The kills of one command."""
    prepared = bench.prepare(commands.ALL[subject])
    found = []
    for call in _counted(prepared.result.calls):
        found.append(_at(bench, prepared, call.number, "kill"))
        if call.kind in DIVISIBLE:
            found.append(_at(bench, prepared, call.number, "torn"))
    found += [_sometime(bench, prepared, number, plan) for number in range(RANDOM_KILLS)]
    if not prepared.command.writes:
        found = found[::4]
    return plan.some(found, 6, "kill", subject)


def _counted(calls):
    """The calls with a number of their own."""
    return [call for call in calls if call.kind != "close"]


def _at(bench, prepared, number: int, what: str) -> Case:
    def check():
        result = bench.run(prepared, world.Fault(number, what))
        return _problems(bench, prepared, result)

    return Case(f"{number}-{what}", "kills at a call", check)


def _sometime(bench, prepared, number: int, plan: Plan) -> Case:
    def check():
        bench.world.become(prepared.tree)
        chance = plan.chance("kill", prepared.command.name, number)
        process = bench.world.start(prepared.command.line, prepared.moment)
        process.stdin.write(prepared.command.typed.encode())
        process.stdin.close()
        process.stdin = None
        time.sleep(chance.uniform(0.0, 0.03))
        process.kill()
        out, err = process.communicate()
        result = world.Result(process.returncode, out.decode(errors="replace"), err.decode(errors="replace"))
        return _problems(bench, prepared, result)

    return Case(f"random-{number}", "kills at a random time", check)


def _problems(bench, prepared, result) -> list[str]:
    state, found = aftermath(bench, prepared, is_thorough=True)
    is_told = result.out.strip() != "" or result.code == 0
    if prepared.command.writes and is_told and state == "before":
        found = found + ["its entry was shown as logged, but is not in the journal"]
    if result.code is None or result.code > 0 or result.code not in (0, -9):
        found = found + [f"it ended with {result.code}: {result.err.strip()}"]
    return found
