"""Power cuts: of what was written, only what was synchronised is sure to be there.

The program runs once, from its first entry on, while every write is recorded. Then the
power fails after each of its calls, and the files are rebuilt as a disk could have them.
"""

import commands
import world
from aftermath import aftermath
from cases import Case, Plan
from disk import Disk

SUBJECTS = [command.name for command in commands.WRITING if not command.cut
            and command.before != commands.SAMPLE]
VARIANTS = ("none", "first", "some")


def cases(bench, subject: str, plan: Plan) -> list[Case]:
    """The power cuts during one command."""
    prepared = bench.prepare(commands.ALL[subject])
    past, calls = _recorded(bench, prepared)
    found = []
    for number, call in enumerate(calls):
        if call.kind in ("read", "lock", "stat", "close", "map", "tell", "chmod", "open"):
            continue
        found += [_case(bench, prepared, past, calls[:number + 1], variant, plan)
                  for variant in VARIANTS]
    return plan.some(found, 6, "power", subject)


def _recorded(bench, prepared):
    """All calls of the commands before, and those of the command."""
    command, home = prepared.command, bench.world
    home.clear()
    files = {name: text.encode() for name, text in command.files}
    home.become(files)
    past = []
    for moment, line in enumerate(command.before, 1):
        past += home.run(line.split(), moment=moment, keeps_data=True).calls
    calls = home.run(command.line, command.typed, prepared.moment, keeps_data=True).calls
    disk = Disk(home.root, files)
    for call in past + calls:
        disk.apply(call)
    if disk.tree() != home.tree():
        raise RuntimeError("the recorded calls do not lead to the files that are there")
    return past, calls


def _case(bench, prepared, past, calls, variant: str, plan: Plan) -> Case:
    name = f"{calls[-1].number}-{calls[-1].kind}-{variant}"

    def check():
        command = prepared.command
        disk = Disk(bench.world.root, {name: text.encode() for name, text in command.files})
        for call in past:
            disk.apply(call)
        disk.has_spoken = False
        for call in calls:
            disk.apply(call)
        chance = plan.chance("power", command.name, name)
        bench.world.become(disk.cut(variant, chance))
        state, found = aftermath(bench, prepared, is_thorough=True)
        if disk.has_spoken and state == "before":
            found = found + ["its entry was shown as logged, but is not in the journal"]
        return found

    return Case(name, "power cuts", check)
