#!/usr/bin/env python3
"""Runs the examples in the help of every command: none may use the network, and no
program may be started but PAGER, EDITOR and the shell that is asked for.

The kernel kills whatever asks for a socket, and strace tells what is executed. The
environment is hostile: the PATH begins with bait, and HOME, TZ, LANG and TERM are odd.

usage: check-system-calls.py [NERVE]
"""

import concurrent.futures
import ctypes
import json
import os
import pathlib
import platform
import pty
import re
import select
import shlex
import shutil
import signal
import struct
import subprocess
import sys
import tempfile

TOP = pathlib.Path(__file__).resolve().parent.parent
NERVE = str(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else TOP / ".build/release/nerve").resolve())
SEEDS = TOP / "Fuzzing" / "Seeds"

# socket, socketpair, connect, bind, listen, accept, accept4, sendto, sendmsg, sendmmsg,
# and io_uring_setup, which could do the same unseen.
NETWORK = {
    "x86_64": (0xC000003E, [41, 53, 42, 49, 50, 43, 288, 44, 46, 307, 425]),
    "aarch64": (0xC00000B7, [198, 199, 203, 200, 201, 202, 242, 206, 211, 269, 425]),
}

# Programs that a command could be tempted to start by name.
BAIT = """sh bash less more cat vi vim nano editor sqlite3 litecli git curl wget xdg-open stty tput
locale man age gpg python3 uname hostname id whoami date lsof ip""".split()

HOSTILE = {
    "HOME": "/nowhere/%s%n\n$(touch x)", "TZ": ":../../../../etc/passwd", "LANG": "../../x.\x1b[31m",
    "LC_ALL": "tr_TR.UTF-8", "TERM": "\x1b]0;x\x07", "COLUMNS": "-1", "LINES": "99999999999",
}


def forbid_network() -> None:
    """Makes the kernel kill this process and its children if they ask for the network."""
    architecture, numbers = NETWORK[platform.machine()]
    load, equal, greater, give = 0x20, 0x15, 0x35, 0x06
    kill, allow = 0x80000000, 0x7FFF0000
    steps = [(load, 0, 0, 4), (equal, 1, 0, architecture), (give, 0, 0, kill), (load, 0, 0, 0)]
    # Each leads to the last step. Numbers from the first one on are those of another
    # interface to the same kernel.
    steps.append((greater, len(numbers) + 1, 0, 0x40000000))
    steps += [(equal, len(numbers) - index, 0, number) for index, number in enumerate(numbers)]
    steps += [(give, 0, 0, allow), (give, 0, 0, kill)]
    program = b"".join(struct.pack("=HBBI", *step) for step in steps)
    buffer = ctypes.create_string_buffer(program)
    header = struct.pack("@HP", len(steps), ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl.argtypes = [ctypes.c_int] + [ctypes.c_ulong] * 4
    place = ctypes.create_string_buffer(header)
    for arguments in [(38, 1, 0, 0, 0), (22, 2, ctypes.addressof(place), 0, 0)]:
        if libc.prctl(*arguments) != 0:
            sys.exit(f"The network cannot be forbidden: {os.strerror(ctypes.get_errno())}")
    attempt = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket()"], capture_output=True, check=False)
    if attempt.returncode != -signal.SIGSYS:
        sys.exit("The network is not forbidden.")


def examples() -> list[list[str]]:
    """The command lines in the help of every command."""
    told = subprocess.run([NERVE, "--experimental-dump-help"], capture_output=True, check=True)
    lines: list[str] = []

    def walk(command: dict) -> None:
        text = re.sub(r"\\\n *", " ", command.get("discussion", ""))
        own = re.findall(r"^  \$ (nerve.*)$", text, re.MULTILINE)
        if not own and command["commandName"] != "help":
            sys.exit(f"No example in the help of {command['commandName']}")
        lines.extend(own)
        for child in command.get("subcommands", []):
            walk(child)

    command = json.loads(told.stdout)["command"]
    command["subcommands"] = [c for c in command["subcommands"] if c["commandName"] != "help"]
    walk(command)
    return [words(line) for line in dict.fromkeys(lines)]


def words(line: str) -> list[str]:
    """The arguments in a command line; what follows a redirection or a pipe is the shell's."""
    reader = shlex.shlex(line, posix=True, punctuation_chars="|>&")
    reader.whitespace_split = True
    arguments = []
    for word in reader:
        if word[0] in "|>&":
            break
        arguments.append(word)
    return arguments[1:]


class Place:
    """A folder with a journal, bait, and the files that examples mention."""

    def __init__(self, root: pathlib.Path) -> None:
        self.root = root
        self.bait = self.program_folder("bait", BAIT)
        self.wanted = self.program_folder("wanted", ["pager", "editor", "litecli", "sqlite3"])
        self.sample = root / "sample.sqlite"
        subprocess.run([NERVE, "sample", str(self.sample)], check=True, capture_output=True)
        # The examples expect these.
        for line in ["shoe add pegasus", "query save longest 'SELECT day FROM run'",
                     "routine add morning piriformis 3x30s hamstring 3x30s"]:
            subprocess.run([NERVE, *shlex.split(line), "--journal", str(self.sample)],
                           check=False, capture_output=True)

    def program_folder(self, name: str, programs: list[str]) -> pathlib.Path:
        folder = self.root / name
        folder.mkdir()
        for program in programs:
            (folder / program).write_text("#!/bin/sh\n[ -t 0 ] || /bin/cat >/dev/null\n")
            (folder / program).chmod(0o755)
        return folder

    def fill(self, folder: pathlib.Path, words: list[str]) -> None:
        """Puts files where an example expects them."""
        shutil.copy(self.sample, folder / "journal.sqlite")
        kinds = {".fit": "fit/run.fit", ".fit.gz": "archive/run.fit.gz", ".gpx": "gpx/track.gpx",
                 ".tcx": "tcx/lap.tcx", ".zip": "archive/stored.zip", ".xml": "apple/workout.xml",
                 ".csv": "csv/strava.csv", ".json": "json/runs.json", ".sql": "sql/01"}
        is_import = words[:1] in (["import"], ["sql"])
        for word in words:
            kind = "".join(pathlib.Path(word).suffixes[-2:])
            seed = kinds.get(kind) or kinds.get(pathlib.Path(word).suffix)
            if is_import and seed and "/" not in word and " " not in word:
                shutil.copy(SEEDS / seed, folder / word)


def run(place: Place, number: int, words: list[str], on_terminal: bool) -> tuple[list[str], set[str]]:
    """Runs one example; the faults found, and the programs that were started."""
    folder = place.root / f"{number}-{'terminal' if on_terminal else 'pipe'}"
    folder.mkdir()
    place.fill(folder, words)
    environment = {
        "PATH": f"{place.bait}:/usr/bin:/bin", "NERVE_JOURNAL": str(folder / "journal.sqlite"),
        "EDITOR": str(place.wanted / "editor"), "PAGER": str(place.wanted / "pager"), **HOSTILE}
    if on_terminal:
        (folder / "home").mkdir()
        environment |= {"HOME": str(folder / "home"), "TERM": "xterm", "TZ": "Europe/Berlin",
                        "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "COLUMNS": "80", "LINES": "24"}
    # A shell that is asked for is found as any shell would find it.
    asked = words[words.index("--with") + 1] if "--with" in words else None
    if asked:
        environment["PATH"] = f"{place.wanted}:{environment['PATH']}"
    log = folder / "calls"
    command = ["strace", "-f", "-qq", "-s", "500", "-e", "trace=execve,execveat", "-e",
               "signal=none", "-o", str(log), NERVE, *words]
    primary = secondary = None
    output: int = subprocess.DEVNULL
    if on_terminal:
        primary, secondary = pty.openpty()
        output = secondary
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdin=output if on_terminal else subprocess.DEVNULL,
        stdout=output, stderr=output, start_new_session=True)
    faults = []
    line = "nerve " + shlex.join(words) + (" (on a terminal)" if on_terminal else "")
    if primary is not None and secondary is not None:
        os.close(secondary)
        answer(primary)
    try:
        status = process.wait(20)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        return [f"{line}: does not end"], set()
    if status not in (0, 1, 64):
        faults.append(f"{line}: ends with {status}")
    started = set()
    for call in re.findall(r"execve(?:at)?\((.*)", log.read_text(errors="replace"))[1:]:
        program = call.split('"')[1]
        arguments = re.findall(r'"((?:[^"\\]|\\.)*)"', call)[1:]
        kept = {str(place.wanted / name) for name in ["pager", "editor"] + ([asked] if asked else [])}
        shell_runs = program == "/bin/sh" and any(
            argument.startswith(tuple(kept)) for argument in arguments)
        # What the wanted programs run is theirs.
        if program in kept or shell_runs:
            started.add(pathlib.Path(program).name if program in kept else "sh")
        elif program != "/bin/cat":
            faults.append(f"{line}: starts {program}")
    shutil.rmtree(folder)
    return faults, started


def answer(terminal: int) -> None:
    """Reads what a terminal shows, and types Enter and the end of input when it waits, until
    nobody uses it any more."""
    try:
        for _ in range(100):
            if not select.select([terminal], [], [], 0.2)[0]:
                os.write(terminal, b"\n\x04")
            elif not os.read(terminal, 1 << 16):
                break
    except OSError:
        pass
    os.close(terminal)


def main() -> None:
    if shutil.which("strace") is None:
        print("Not checked: there is no strace to tell which programs are started", file=sys.stderr)
        sys.exit(os.environ.get("CI") == "true")
    forbid_network()
    lines = examples() + [["shell", "--with", "litecli"]]
    with tempfile.TemporaryDirectory() as folder:
        place = Place(pathlib.Path(folder))
        jobs = [(number, words, on_terminal) for number, words in enumerate(lines)
                for on_terminal in (False, True)]
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            results = list(pool.map(lambda job: run(place, *job), jobs))
    faults = [fault for found, _ in results for fault in found]
    started = set().union(*(names for _, names in results))
    # Otherwise the check could not see what is started.
    for program in {"pager", "editor", "litecli", "sqlite3"} - started:
        faults.append(f"No example starts {program}")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(lines)} examples, on a terminal and off it: no network; started: {sorted(started)}")
    sys.exit(bool(faults))


main()
