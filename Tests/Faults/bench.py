"""Commands with what comes of them when nothing goes wrong, and what has to hold when
something does."""

import contextlib
import dataclasses
import fnmatch
import pathlib
import shutil
import sqlite3

import commands
import states
import world
from cases import Skipped
from world import JOURNAL, Fault, Result, World

READER = ("sql", "SELECT * FROM day", "--json")
WRITER = ("pain", "1", "--on", "2026-02-03", "--quiet")
BACKUPS = ".local/state/nerve/backups/"
# More undos than any history here has actions.
LONGEST_HISTORY = 60
# When the later commands run, in minutes after the first: the same for all.
LATE = 10_000


@dataclasses.dataclass
class Prepared:
    """A command, the files that it finds, and a run in which nothing goes wrong."""

    command: commands.Command
    tree: dict
    moment: int
    result: Result
    before: states.Contents
    after: states.Contents
    # The files that may be there after the next command, as patterns.
    names: set[str] = dataclasses.field(default_factory=set)
    # The answers of READER, by state.
    answers: dict[str, str] = dataclasses.field(default_factory=dict)
    # The entries after every undo.
    undone: dict = dataclasses.field(default_factory=dict)
    # The files that it makes for people, when nothing goes wrong.
    products: dict[str, bytes] = dataclasses.field(default_factory=dict)
    # What was found out about trees, by digest.
    known: dict = dataclasses.field(default_factory=dict)

    @property
    def target(self) -> str:
        """The journal that the command is about, from its folder."""
        line = self.command.line
        if "--journal" in line:
            return line[line.index("--journal") + 1]
        return line[1] if line[0] == "sample" else JOURNAL

    def state(self, contents: states.Contents) -> str:
        """Where a journal with these contents is."""
        if self.before == self.after:
            return "both" if contents == self.before else "other"
        if contents == self.after:
            return "after"
        return "before" if contents == self.before else "other"


class Bench:
    """One world, and the commands prepared in it so far."""

    def __init__(self, program: world.Program, folder: pathlib.Path):
        self.world = World(program, folder / "home")
        self.prepared: dict[str, Prepared] = {}
        self.fresh: states.Contents | None = None
        # The files after some commands, and the entries after all undos, which many
        # commands share.
        self.histories: dict[tuple, dict] = {}
        self.undone: dict[str, tuple] = {}

    # Runs without faults

    def prepare(self, command: commands.Command) -> Prepared:
        """Runs the command once without faults; raises if it fails."""
        if command.name not in self.prepared:
            if self.world.run(("help", command.line[0])).code != 0:
                raise Skipped(f"this program does not know 'nerve {command.line[0]}'")
            if self.fresh is None:
                self.fresh = self._fresh()
            self.prepared[command.name] = self._prepare(command)
        return self.prepared[command.name]

    def _fresh(self) -> states.Contents:
        """The contents of a journal in which nothing was ever logged."""
        self.world.clear()
        self._well(("pain", "3"), 0)
        self._well(("undo",), 1)
        contents = states.read(self.world.journal, self.scratch)
        return states.Contents(contents.entries)

    @property
    def scratch(self) -> pathlib.Path:
        return self.world.root.parent

    def _well(self, line, moment, typed="") -> Result:
        result = self.world.run(line, typed, moment, records=True)
        if result.code != 0:
            raise RuntimeError(f"nerve {' '.join(line)} failed without a fault: {result.err}")
        return result

    def _prepare(self, command: commands.Command) -> Prepared:
        self._make_history(command)
        moment = len(command.before) + 1 + command.days_later * 24 * 60
        if command.cut:
            self._cut(command.cut.split(), moment)
            moment += 1
        if command.damage:
            with contextlib.closing(sqlite3.connect(self.world.journal)) as connection:
                connection.executescript(command.damage)
        tree = self.world.tree()
        nothing = states.Contents({})
        prepared = Prepared(command, tree, moment, Result(0, "", ""), nothing, nothing)
        prepared.before = self.contents(prepared)
        self.world.become(tree)
        prepared.result = self._well(command.line, moment, command.typed)
        prepared.after = self.contents(prepared)
        prepared.products = {
            name: data for name, data in self.world.tree().items()
            if data is not None and name not in tree and not name.startswith(".")
            and not name.endswith(".sqlite")}
        if command.writes and prepared.before == prepared.after:
            raise RuntimeError(f"nerve {' '.join(command.line)} changes nothing")
        for state, start in (("before", tree), ("after", self.world.tree())):
            self._learn(prepared, state, start)
        prepared.answers["both"] = prepared.answers["after"]
        return prepared

    def _make_history(self, command: commands.Command):
        """Runs the commands before, as far as no other command had the same."""
        lines = command.before
        start = next(
            (count for count in range(len(lines), 0, -1)
             if (command.files, lines[:count]) in self.histories), 0)
        if start:
            self.world.become(self.histories[command.files, lines[:start]])
        else:
            self.world.clear()
            self.world.journal.parent.mkdir(mode=0o700, parents=True)
            for name, text in command.files:
                (self.world.root / name).write_text(text)
            # The first command makes the folder, unless it is told where the journal is.
            if not lines or lines[0].split()[0] != "sample":
                shutil.rmtree(self.world.root / JOURNAL.split("/")[0])
        for count in range(start, len(lines)):
            self._well(lines[count].split(), count + 1)
            self.histories[command.files, lines[:count + 1]] = self.world.tree()

    def _cut(self, line, moment):
        """Runs a command that is killed once its entry is safe, but its log still there."""
        tree = self.world.tree()
        calls = self._well(line, moment).calls
        last = max(call.number for call in calls if call.kind == "sync")
        self.world.become(tree)
        self.world.run(line, moment=moment, fault=Fault(last, "kill"))
        if not self.world.journal.with_name(self.world.journal.name + "-wal").exists():
            raise RuntimeError("the killed command left no log")

    def _learn(self, prepared: Prepared, state: str, tree):
        """Notes what comes after a command that went well."""
        self.world.become(tree)
        prepared.answers[state] = self.answer(prepared).out
        prepared.names |= set(self.world.tree())
        # Files of an earlier command that was killed go.
        if self.next_entry(prepared).code == 0:
            prepared.names |= set(self.world.tree())
        prepared.names = {name for name in prepared.names if not is_of_open_journal(name)}
        prepared.undone[state] = self.undo_all(prepared)[1]

    # Parts of the aftermath

    def contents(self, prepared: Prepared) -> states.Contents:
        """What the journals in the world hold; one without entries counts as none."""
        rows = {}
        for name in sorted({JOURNAL, prepared.target}):
            contents = states.read(self.world.root / name, self.scratch)
            if "action" not in contents.rows and contents.entries == self.fresh.rows:
                continue
            rows |= {f"{name}:{table}" if name != JOURNAL else table: lines
                     for table, lines in contents.rows.items()}
        return states.Contents(rows)

    def follow(self, prepared: Prepared, line, moment: int) -> Result:
        """Runs a later command on the same journal."""
        about = () if prepared.target == JOURNAL else ("--journal", prepared.target)
        return self.world.run((*line, *about), moment=moment)

    def answer(self, prepared: Prepared) -> Result:
        """Reads the days."""
        return self.follow(prepared, READER, LATE - 2)

    def next_entry(self, prepared: Prepared) -> Result:
        """Logs one more entry."""
        return self.follow(prepared, WRITER, LATE - 1)

    def undo_all(self, prepared: Prepared) -> tuple[str, dict | None]:
        """Undoes the whole history; what the last undo said, and the entries that are left.

        The same files are undone only once. Raises states.Unsound.
        """
        key = world.digest(self.world.tree()) + prepared.target
        if key not in self.undone:
            for moment in range(LONGEST_HISTORY):
                result = self.follow(prepared, ("undo", "--yes"), LATE + moment)
                if result.code != 0:
                    break
            self.undone[key] = (result.err.strip(), self.contents(prepared).entries)
        return self.undone[key]

    # The command with a fault

    def run(self, prepared: Prepared, fault: Fault | None, **options) -> Result:
        """Runs the command on the files that it finds, with a fault."""
        self.world.become(prepared.tree)
        return self.world.run(
            prepared.command.line, prepared.command.typed, prepared.moment, fault, **options)


def is_of_open_journal(name: str) -> bool:
    """Whether a file belongs to a journal that is open, or was left by one."""
    return name.endswith(("-wal", "-shm", "-journal"))


def is_allowed(name: str, prepared: Prepared) -> bool:
    """Whether a file may be there after the next command."""
    # Nobody has opened the other journal since.
    is_of_another = prepared.target != JOURNAL and name.startswith(JOURNAL + "-")
    # Nor the copy that is merged: a power cut can bring the rollback journal of its own
    # last write back, and merging only reads it.
    is_of_another = is_of_another or name.endswith("copy.sqlite-journal")
    # A journal made anew has another id, and so another folder for its backups.
    is_backup = name.startswith(BACKUPS) and "/." not in name and not is_of_open_journal(name)
    return is_of_another or is_backup or name in prepared.names or any(
        fnmatch.fnmatch(pathlib.PurePath(name).name, pathlib.PurePath(pattern).name)
        for pattern in prepared.command.makes)
