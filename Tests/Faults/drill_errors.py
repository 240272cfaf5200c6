"""Every error that the system can answer, at every call."""

import commands
import messages
import world
from aftermath import aftermath
from cases import Case, Plan

SUBJECTS = [command.name for command in commands.WRITING + commands.READING]
# What can happen to each kind of call.
ERRORS = {
    "open": ("EIO", "EINTR"),
    "create": ("ENOSPC", "EDQUOT", "EIO", "EINTR"),
    "write": ("ENOSPC", "EDQUOT", "EIO", "EINTR", "short"),
    "sync": ("ENOSPC", "EDQUOT", "EIO", "EINTR"),
    "truncate": ("ENOSPC", "EDQUOT", "EIO", "EINTR"),
    "rename": ("ENOSPC", "EDQUOT", "EIO", "EINTR"),
    "link": ("ENOSPC", "EDQUOT", "EIO", "EINTR"),
    "mkdir": ("ENOSPC", "EDQUOT", "EIO"),
    "unlink": ("EIO",),
    "rmdir": ("EIO",),
    "chmod": ("EIO",),
    "read": ("EIO", "EINTR", "short"),
    "lock": ("EIO", "ENOLCK"),
    "map": ("ENOMEM",),
    "stat": ("EIO",),
    "print": ("ENOSPC", "EIO", "EINTR", "short"),
    "tell": ("ENOSPC", "EIO"),
}
# A full disk refuses all of these, and a broken one too.
STORING = "create,write,sync,truncate,rename,link,mkdir"
# Those that a program is to repeat, so that nobody notices.
PASSING = {("read", "EINTR"), ("write", "EINTR"), ("open", "EINTR"), ("read", "short"),
           ("write", "short"), ("print", "EINTR"), ("print", "short")}


def cases(bench, subject: str, plan: Plan) -> list[Case]:
    """The errors of one command."""
    prepared = bench.prepare(commands.ALL[subject])
    found = []
    for call in prepared.result.calls:
        if call.kind == "close":
            continue
        for what in ERRORS[call.kind]:
            found.append(_case(bench, prepared, call, what, lasts=False))
            if call.kind not in ("print", "tell"):
                found.append(_case(bench, prepared, call, what, lasts=True))
    # Reads, locks and questions about files are many and much alike.
    quiet = [case for case in found if case.name.split("-")[1] in ("read", "stat", "lock")]
    loud = [case for case in found if case not in quiet]
    few = plan.chance("quiet", subject).sample(quiet, len(quiet) // 8)
    return plan.some(loud, 5, "error", subject) + plan.some(few, 1, "few", subject)


def _case(bench, prepared, call, what: str, lasts: bool) -> Case:
    kinds, last = call.kind, 0
    if lasts:
        last = 3 if what == "EINTR" else -1
        if what in messages.DISK_IS_FULL or (what == "EIO" and call.kind in STORING.split(",")):
            kinds = STORING
    fault = world.Fault(call.number, what, last, kinds)

    def check():
        return _problems(bench, prepared, call, fault)

    return Case(
        f"{call.number}-{call.kind}-{what}{'-lasting' if lasts else ''}", f"{what} errors", check)


def _problems(bench, prepared, call, fault) -> list[str]:
    command = prepared.command
    result = bench.run(prepared, fault)
    state, found = aftermath(bench, prepared, is_thorough=True)
    found = found + messages.problems(result, state, fault.what, command.writes)
    if result.code == 0 and result.out != prepared.result.out:
        found.append("it ends well, but prints something else")
    if result.code not in (0, None):
        if (call.kind, fault.what) in PASSING and fault.last == 0:
            found.append(f"an error that passes stopped it: {' '.join(result.err.split())}")
        elif not command.writes and _is_full_elsewhere(call, fault, command):
            found.append(f"a full disk keeps it from reading: {' '.join(result.err.split())}")
        if found:
            found.append(f"said: {' '.join(result.err.split())}")
    return found


def _is_full_elsewhere(call, fault, command) -> bool:
    """Whether the disk is full, and the command needs none of it."""
    return fault.what in messages.DISK_IS_FULL and call.kind not in ("print", "tell") \
        and not command.makes
