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
CSV = "date,km,effort\n" + "".join(f"2026-01-{day:02},{4 + day % 5},{day % 9}\n" for day in range(5, 25))
PAIN_CSV = "stamp,pain\n" + "".join(f"2026-01-{day:02} 07:10,{day % 7}\n" for day in range(5, 25))


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


def _command(name: str, line: str | tuple[str, ...], *more: str, **options) -> Command:
    words = tuple(line.split()) if isinstance(line, str) else line
    if more:
        options["before"] = options.get("before", DIARY) + more
    return Command(name, words, **options)


# The first that follow a name after its command line are commands before it.
WRITING = (
    _command("first", "pain 3", before=()),
    _command("run", "run 6km 33:10 --rpe 5 --shoe pegasus"),
    _command("pain", "pain 3 left calf --tingling --morning"),
    _command("pain-after-a-kill", "pain 2 --morning", cut="run 4km 25m --on yesterday"),
    _command("checkin", "checkin", typed=CHECK_IN),
    _command("stretch", "stretch piriformis 3x30s hamstring 2x30s left"),
    _command("stretch-new", "stretch hop 3x10 --new --kind strength"),
    _command("rest", "rest 2026-02-21..2026-02-23"),
    _command("gap", "gap 2026-02-10..2026-02-12"),
    _command("cross", "cross swim 30m --rpe 3"),
    _command("flare-start", "flare start --peak 7 --trigger drive", "flare end --on 2026-02-28"),
    _command("flare-end", "flare end"),
    _command("flare-reopen", "flare reopen", "flare end --on 2026-02-28"),
    _command("guidance", "guidance add no hills --by physio --until 2026-04-01"),
    _command("guidance-end", "guidance end", "guidance add no hills --by physio --on 2026-02-20"),
    _command("edit-run", "edit run 1 --rpe 7 --shoe pegasus"),
    _command("edit-pain", "edit pain 1 --stress 4 --clear back --on yesterday"),
    _command("delete", "delete run 1 2"),
    _command("undo", "undo"),
    _command("undo-by-number", "undo 3"),
    _command("redo", "redo", "undo"),
    _command("shoe-add", "shoe add endorphin --kind racing --limit 600km"),
    _command("shoe-default", "shoe default pegasus"),
    _command("shoe-retire", "shoe retire pegasus", "shoe default pegasus"),
    _command("shoe-unretire", "shoe unretire pegasus", "shoe retire pegasus"),
    _command("exercise", "exercise add step-down --kind strength"),
    _command("config", "config units mi"),
    _command("config-clear", "config units --clear", "config units mi"),
    _command("routine-add", "routine add morning piriformis 3x30s bridge 3x12"),
    _command("routine", "routine morning", "routine add morning piriformis 3x30s bridge 3x12"),
    _command("routine-edit", "routine edit morning bridge 2x10", "routine add morning bridge 3x12"),
    _command("routine-delete", "routine delete morning", "routine add morning bridge 3x12"),
    _command("query-save", ("query", "save", "hard", "SELECT * FROM run WHERE rpe > 7")),
    _command(
        "query-edit", ("query", "edit", "hard", "SELECT day FROM run"),
        "query save hard VALUES(1)"),
    _command("query-delete", "query delete hard", "query save hard VALUES(1)"),
    _command(
        "sql-write", ("sql", "--write", "--yes", "UPDATE run SET surface = 'trail'"),
        makes=("*.backup",)),
    _command("import-gpx", "import track.gpx", files=(("track.gpx", GPX),)),
    _command(
        "import-csv",
        ("import", "runs.csv", "--as", "run", "--select",
         "SELECT date AS day, km * 1000 AS distance_m, effort AS rpe FROM csv"),
        files=(("runs.csv", CSV),)),
    _command(
        "import-pain",
        ("import", "pain.csv", "--as", "check_in", "--select",
         "SELECT to_day(stamp) AS day, round(pain) AS leg_pain FROM csv"),
        files=(("pain.csv", PAIN_CSV),)),
    _command(
        "import-export", "import copy.json --journal other.sqlite",
        "export -o copy.json", makes=("other.sqlite",)),
    _command(
        "undo-import", "undo --import 1", "import track.gpx", files=(("track.gpx", GPX),)),
    _command("trial-start", "trial start distance 12km 24km", before=SAMPLE),
    _command(
        "trial-stop", "trial stop --yes --because holiday",
        "trial start distance 12km 24km", before=SAMPLE),
    _command(
        "trial-pause", "trial pause --because holiday",
        "trial start distance 12km 24km", before=SAMPLE, days_later=3),
    _command("sample", "sample new.sqlite --until 2026-03-01", makes=("new.sqlite",)),
)

# Those that only read: whatever happens to the disk, the journal stays as it is.
READING = (
    _command("today", "today", writes=False),
    _command("list", "list --json", writes=False),
    _command("history", "history", writes=False),
    _command("month", "month 2026-02", writes=False),
    _command("correlate", "correlate --json", writes=False),
    _command("sql", ("sql", "SELECT * FROM day", "--json"), writes=False),
    _command(
        "list-after-a-kill", "list --json", cut="run 4km 25m --on yesterday", writes=False),
    _command("export", "export --format ndjson", writes=False),
    _command("export-file", "export -o out.json", makes=("out.json",), writes=False),
    _command("export-csv", "export --format csv -o out", makes=("out/*", "out"), writes=False),
    _command("report", "report --html out.html", makes=("out.html",), writes=False),
)

ALL = {command.name: command for command in WRITING + READING}
