"""The commands under test, each with the journal that it finds.

To add one, add a line to `WRITING` or `READING`; nothing else needs to know it.
"""

import dataclasses

# What every journal starts from, unless a command wants something else: a diary of
# seven actions.
DIARY = (
    "shoe add pegasus --on 2026-02-01",
    "run 8.2km 45:10 --shoe pegasus --on 2026-02-20",
    "run 5km 30m --on 2026-02-24",
    "pain 4 --back 2 --on 2026-02-25 --evening --note first",
    "stretch piriformis 3x30s --on 2026-02-25",
    "flare start --on 2026-02-26",
    "rest 2026-02-27",
)
SAMPLE = ("sample .local/share/nerve/journal.sqlite --until 2026-03-01",)
CHECK_IN = "n\n3\nc\nl\nn\ny\nn\nn\n1\n8\n\n\n\n\n"

GPX = """<?xml version="1.0"?>
<gpx version="1.1" creator="faults" xmlns="http://www.topografix.com/GPX/1/1"><trk>
<type>running</type><trkseg>%s</trkseg></trk></gpx>
""" % "".join(
    f'<trkpt lat="{52 + minute * 0.002:.4f}" lon="13.4"><ele>{40 + minute % 3}</ele>'
    f"<time>2026-02-28T09:{minute:02}:00Z</time></trkpt>"
    for minute in range(25)
)
CSV = "date,km,effort\n" + "".join(
    f"2026-01-{day:02},{4 + day % 5},{day % 9}\n" for day in range(5, 25))
PAIN_CSV = "stamp,pain\n" + "".join(
    f"2026-01-{day:02} 07:10,{day % 7}\n" for day in range(5, 25))


@dataclasses.dataclass(frozen=True)
class Command:
    """A command line, as a shell would split it.

    `before` are the commands that made its journal; of these, `cut` is the last one, was
    killed while it moved its log into the journal, and counts as logged. `files` are
    put into the folder; `makes` are files that it may leave, whole, beside the journal.
    """

    name: str
    line: tuple[str, ...]
    typed: str = ""
    before: tuple[str, ...] = DIARY
    cut: str = ""
    files: tuple[tuple[str, str], ...] = ()
    makes: tuple[str, ...] = ()
    writes: bool = True
    # How many days after the commands before it is run.
    days_later: int = 0
    # What another program did to the journal before, in SQL.
    damage: str = ""


def command(name: str, line: str | tuple[str, ...], *more: str, **options) -> Command:
    """A command line, and the commands before it, besides the diary."""
    words = tuple(line.split()) if isinstance(line, str) else line
    if more:
        options["before"] = options.get("before", DIARY) + more
    return Command(name, words, **options)


WRITING = (
    command("first", "pain 3", before=()),
    command("run", "run 6km 33:10 --rpe 5 --shoe pegasus"),
    command("pain", "pain 3 left calf --tingling --morning"),
    command("pain-after-a-kill", "pain 2 --morning", cut="run 4km 25m --on yesterday"),
    command("checkin", "checkin", typed=CHECK_IN),
    command("stretch", "stretch piriformis 3x30s hamstring 2x30s left"),
    command("stretch-new", "stretch hop 3x10 --new --kind strength"),
    command("rest", "rest 2026-02-21..2026-02-23"),
    command("gap", "gap 2026-02-10..2026-02-12"),
    command("cross", "cross swim 30m --rpe 3"),
    command("flare-start", "flare start --peak 7 --trigger drive", "flare end --on 2026-02-28"),
    command("flare-end", "flare end"),
    command("flare-reopen", "flare reopen", "flare end --on 2026-02-28"),
    command("guidance", "guidance add no hills --by physio --until 2026-04-01"),
    command("guidance-end", "guidance end", "guidance add no hills --by physio --on 2026-02-20"),
    command("edit-run", "edit run 1 --rpe 7 --shoe pegasus"),
    command("edit-pain", "edit pain 1 --stress 4 --clear back --on yesterday"),
    command("delete", "delete run 1 2"),
    command("undo", "undo"),
    command("undo-by-number", "undo 3"),
    command("redo", "redo", "undo"),
    command("shoe-add", "shoe add endorphin --kind racing --limit 600km"),
    command("shoe-default", "shoe default pegasus"),
    command("shoe-retire", "shoe retire pegasus", "shoe default pegasus"),
    command("shoe-unretire", "shoe unretire pegasus", "shoe retire pegasus"),
    command("exercise", "exercise add step-down --kind strength"),
    command("config", "config units mi"),
    command("config-clear", "config units --clear", "config units mi"),
    command("routine-add", "routine add morning piriformis 3x30s bridge 3x12"),
    command("routine", "routine morning", "routine add morning piriformis 3x30s bridge 3x12"),
    command("routine-edit", "routine edit morning bridge 2x10", "routine add morning bridge 3x12"),
    command("routine-delete", "routine delete morning", "routine add morning bridge 3x12"),
    command("query-save", ("query", "save", "hard", "SELECT * FROM run WHERE rpe > 7")),
    command(
        "query-edit", ("query", "edit", "hard", "SELECT day FROM run"),
        "query save hard VALUES(1)"),
    command("query-delete", "query delete hard", "query save hard VALUES(1)"),
    command(
        "sql-write", ("sql", "--write", "--yes", "UPDATE run SET surface = 'trail'"),
        makes=("*.backup",)),
    command("import-gpx", "import track.gpx", files=(("track.gpx", GPX),)),
    command(
        "import-csv",
        ("import", "runs.csv", "--as", "run", "--select",
         "SELECT date AS day, km * 1000 AS distance_m, effort AS rpe FROM csv"),
        files=(("runs.csv", CSV),)),
    command(
        "import-pain",
        ("import", "pain.csv", "--as", "check_in", "--select",
         "SELECT to_day(stamp) AS day, round(pain) AS leg_pain FROM csv"),
        files=(("pain.csv", PAIN_CSV),)),
    command(
        "import-export", "import copy.json --journal other.sqlite",
        "export -o copy.json", makes=("other.sqlite",)),
    command(
        "undo-import", "undo --import 1", "import track.gpx", files=(("track.gpx", GPX),)),
    command("trial-start", "trial start distance 12km 24km", before=SAMPLE),
    command(
        "trial-stop", "trial stop --yes --because holiday",
        "trial start distance 12km 24km", before=SAMPLE),
    command(
        "trial-pause", "trial pause --because holiday",
        "trial start distance 12km 24km", before=SAMPLE, days_later=3),
    command("forget", "forget run 1 --yes"),
    command("forget-note", "forget note pain 1 --yes"),
    command(
        "restore", "restore copy.sqlite --yes",
        "backup copy.sqlite", "pain 2 --morning", makes=("copy.sqlite",)),
    command(
        "merge", "merge copy.sqlite --yes", "backup copy.sqlite",
        "pain 2 --morning --journal copy.sqlite", "rest 2026-02-21..2026-02-23"),
    command(
        "inbox", "inbox inbox.txt",
        files=(("inbox.txt", "2026-02-28 07:00 pain 3 left calf --note tight\n"),)),
    command("sample", "sample new.sqlite --until 2026-03-01", makes=("new.sqlite",)),
)

# Those that only read: whatever happens to the disk, the journal stays as it is.
READING = (
    command("today", "today", writes=False),
    command("list", "list --json", writes=False),
    command("history", "history", writes=False),
    command("month", "month 2026-02", writes=False),
    command("correlate", "correlate --json", writes=False),
    command("sql", ("sql", "SELECT * FROM day", "--json"), writes=False),
    command(
        "list-after-a-kill", "list --json", cut="run 4km 25m --on yesterday", writes=False),
    command("export", "export --format ndjson", writes=False),
    command("export-file", "export -o out.json", makes=("out.json",), writes=False),
    command("export-csv", "export --format csv -o out", makes=("out/*", "out"), writes=False),
    command("backup", "backup copy.db", makes=("copy.db",), writes=False),
    command(
        "doctor-repair", "doctor --repair --yes", makes=("*",), writes=False,
        damage="DROP INDEX run_by_day"),
    command("report", "report --html out.html", makes=("out.html",), writes=False),
)

ALL = {each.name: each for each in WRITING + READING}
