"""A folder that is somebody's home, and the program run in it."""

import dataclasses
import hashlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import zlib

HERE = pathlib.Path(__file__).resolve().parent
JOURNAL = ".local/share/nerve/journal.sqlite"
# Monday 2 March 2026, 18:20 UTC.
CLOCK = 1772475600


@dataclasses.dataclass(frozen=True)
class Fault:
    """What goes wrong: `what` happens to the call number `at`, and with `last` to as
    many further calls of `kinds` (-1: to all of them)."""

    at: int
    what: str
    last: int = 0
    kinds: str = ""


@dataclasses.dataclass
class Call:
    """A counted call, as faults.c records it."""

    number: int
    kind: str
    result: int
    descriptor: int
    offset: int
    length: int
    path: str
    data: bytes = b""


@dataclasses.dataclass
class Result:
    """What a run of the program left: its exit status (negative for a signal; None if
    it had to be stopped), what it printed, and its calls if they were recorded."""

    code: int | None
    out: str
    err: str
    calls: list[Call] = dataclasses.field(default_factory=list)


class Program:
    """The program under test, and the library that is preloaded into it."""

    def __init__(self, path: str, seed: int, folder: pathlib.Path):
        self.path, self.seed = os.path.abspath(path), seed
        self.library = folder / "faults.so"

    def compile(self):
        """Compiles the library; raises if there is no C compiler."""
        compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("clang") or "cc"
        subprocess.run(
            [compiler, "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o",
             str(self.library), *map(str, sorted(HERE.glob("*.c"))), "-ldl"], check=True)


def working_folder() -> pathlib.Path:
    """A new folder, in memory if possible: most of the time goes into files."""
    shared = "/dev/shm"
    place = os.environ.get("FAULTS_TMP") or (shared if os.access(shared, os.W_OK) else None)
    return pathlib.Path(tempfile.mkdtemp(prefix="nerve-faults-", dir=place))


class World:
    """One home with its journal. Its clock and its random numbers come from the seed, so
    that the same commands write the same bytes."""

    def __init__(self, program: Program, root: pathlib.Path):
        self.program, self.root = program, root
        self.journal = root / JOURNAL
        root.mkdir(parents=True, exist_ok=True)

    # Files

    def clear(self):
        """Removes everything."""
        for path in self.root.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    def become(self, tree: dict[str, bytes | None]):
        """Makes the files those of `tree`: contents by path, None for a folder."""
        self.clear()
        for name, data in sorted(tree.items()):
            path = self.root / name
            if data is None:
                path.mkdir(mode=0o700, parents=True, exist_ok=True)
            else:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                path.write_bytes(data)
                path.chmod(0o600)

    def tree(self) -> dict[str, bytes | None]:
        """All files and folders, as `remembered`."""
        found = {}
        for folder, folders, files in os.walk(self.root):
            place = pathlib.Path(folder)
            for name in folders:
                found[str((place / name).relative_to(self.root))] = None
            for name in files:
                path = place / name
                inner = str(path.relative_to(self.root))
                found[inner] = remembered(inner, path.read_bytes())
        return found

    # Running

    def environment(self, moment: int, fault: Fault | None) -> dict[str, str]:
        """The variables for the command number `moment` of a history."""
        chance = zlib.crc32(f"{self.program.seed}/{moment}".encode()) + 1
        variables = {
            "HOME": str(self.root), "PATH": "/usr/bin:/bin", "TZ": "UTC", "LANG": "C.UTF-8",
            "TERM": "dumb", "SWIFT_DETERMINISTIC_HASHING": "1",
            "LD_PRELOAD": str(self.program.library), "FAULTS_ROOT": str(self.root),
            "FAULTS_CLOCK": str(CLOCK + 60 * moment), "FAULTS_SEED": str(chance),
            "FAULTS_HASTE": "1",
        }
        if fault:
            variables |= {
                "FAULTS_AT": str(fault.at), "FAULTS_DO": fault.what,
                "FAULTS_LAST": str(fault.last), "FAULTS_KINDS": fault.kinds,
            }
        return variables

    def start(self, arguments, moment=0, fault=None, extra=None, stdout=subprocess.PIPE):
        """Starts the program, with pipes."""
        return subprocess.Popen(
            [self.program.path, *arguments], cwd=self.root, stdin=subprocess.PIPE,
            stdout=stdout, stderr=subprocess.PIPE,
            env=self.environment(moment, fault) | (extra or {}))

    def run(
        self, arguments, typed="", moment=0, fault=None, records=False, keeps_data=False,
        timeout=60, extra=None, stdout=subprocess.PIPE,
    ) -> Result:
        """Runs the program to its end, or to its death."""
        extra = dict(extra or {})
        log = pathlib.Path(f"{self.root}.log")
        if records or keeps_data:
            log.unlink(missing_ok=True)
            extra |= {"FAULTS_LOG": str(log), "FAULTS_DATA": "1" if keeps_data else "0"}
        process = self.start(arguments, moment, fault, extra, stdout)
        try:
            out, err = process.communicate(typed.encode(), timeout)
            code = process.returncode
        except subprocess.TimeoutExpired:
            process.kill()
            out, err = process.communicate()
            code = None
        calls = read_log(log.read_bytes()) if "FAULTS_LOG" in extra and log.exists() else []
        return Result(code, _text(out or b""), _text(err), calls)


def remembered(name: str, data: bytes) -> bytes:
    """The part of a file that counts: nothing of the index of a log, which the next
    program makes anew."""
    return b"" if name.endswith("-shm") else data


def _text(data: bytes) -> str:
    return data.decode(errors="replace")


def read_log(log: bytes) -> list[Call]:
    """The calls in a log of faults.c."""
    calls, place = [], 0
    while place < len(log):
        end = log.index(b"\n", place)
        fields = log[place:end].decode().split("\t", 7)
        number, kind, result, descriptor, offset, length, has_data, path = fields
        place = end + 1
        data = b""
        if has_data == "1":
            data = log[place:place + int(length)]
            place += int(length)
        calls.append(
            Call(int(number), kind, int(result), int(descriptor), int(offset), int(length), path,
                 data))
    return calls


def digest(tree: dict[str, bytes | None]) -> str:
    """A short name for the files of a folder."""
    sum = hashlib.blake2b(digest_size=16)
    for name, data in sorted(tree.items()):
        sum.update(name.encode() + (b"/" if data is None else b"=%d\n" % len(data) + data))
    return sum.hexdigest()
