/// Files that are not what they are said to be.
extension Misuse {
  private static let mapping = "SELECT date AS day, km * 1000 AS distance_m FROM csv"
  private static let sound = "date,km\n2026-11-18,8\n"

  /// An import of `file.csv` with a mapping.
  private static func importing(
    _ name: String, select: String = mapping, status: Int32 = 1, _ told: String
  ) -> Misuse {
    Misuse(line: "import file.csv --as run --select", status: status, told: told).with {
      $0.arguments.append(Array(select.utf8))
      $0.testDescription = "import: \(name)"
    }
  }

  /// An import of the activities of `file.csv`.
  private static func activities(_ name: String, _ told: String) -> Misuse {
    Misuse(line: "import file.csv", status: 1, told: told).with {
      $0.testDescription = "import activities: \(name)"
    }
  }

  private static func correlating(_ name: String, _ told: String) -> Misuse {
    Misuse(line: "correlate --csv file.csv", status: 1, told: told).with {
      $0.testDescription = "correlate: \(name)"
    }
  }

  static let imports: [Misuse] = [
    .usage("import", "needs <file"),
    .usage("import file.csv --as run", "--as needs --select"),
    .usage("import file.csv --select 'SELECT 1'", "name its journal table with --as"),
    .usage("import file.fit --delimiter tab", "name its journal table with --as"),
    .usage("import file.fit --sport zq9", "use run, walk, bike or swim"),
    .usage("import - -", "Standard input can be read only once"),
    .usage("import a.csv --as run --select 'SELECT 1' --sport run", "only for activities"),
    .usage("import a.csv --as run --select 'SELECT 1' --include-deleted", "only for activities"),
    .usage(
      "import file.csv --as zq9 --select 'SELECT 1'", "Unknown table 'zq9'; use run, check_in"),
    .usage("import file.csv --as setting --select 'SELECT 1'", "Unknown table"),
    .usage("import file.csv --as action --select 'SELECT 1'", "Unknown table"),
    .usage("import file.csv --as run --select 'SELECT 1' --delimiter zq9", "comma, semicolon"),
    .usage("import file.csv --as run --select 'SELECT 1' --format zq9", "text (or table)"),
    .usage("import file.csv other.csv --as run --select 'SELECT 1'", "reads one file at a time"),
    .failure("import missing.csv --as run --select 'SELECT 1'", "it does not exist"),
    .failure("import . --as run --select 'SELECT 1'", "it is a folder"),
    .failure("import file.csv/x --as run --select 'SELECT 1'", "not a folder").with(
      file: "file.csv", sound),
    .failure("import /dev/zero --as run --select 'SELECT 1'", "longer than"),
    .failure("import /dev/null --as run --select 'SELECT 1'", "The file is empty"),
    .failure("import - --as run --select 'SELECT 1'", "The file is empty"),
    Misuse(line: "import - --as run --select 'SELECT 2'", status: 1, told: "could not be read").with
    {
      $0.input = .closed
    },

    .usage("export --format zq9", "use json, ndjson or csv"),
    .usage("export --format csv", "name a new folder"),
    .failure("export -o missing/zq", "its folder does not exist"),
    .failure("export -o journal.sqlite", "a journal or another database"),
    .failure("export --format csv -o missing/zq", "its folder does not exist"),
    .usage("sample -", "standard output; name a file"),
    .failure("sample missing/zq.sqlite", "its folder does not exist"),
    .failure("export --format csv -o journal.sqlite", "it already exists"),
    .failure("import export.json", "an export needs an empty one").with(
      file: "export.json", "{\"nerve\":\"export\",\"schema\":8}"),
    .usage("import export.json --sport run", "remove --sport").with(
      file: "export.json", "{\"nerve\":\"export\",\"schema\":8}"),
    .failure("import missing.fit", "missing.fit cannot be read: it does not exist"),
    .failure("import missing.fit missing.gpx", "None of the files could be used").with {
      $0.reports = true
    },
    .failure("import missing.fit --json", "it does not exist"),
    .failure("import .", "it is a folder"),
    .failure("import file.csv/x", "not a folder").with(file: "file.csv", sound),
    .failure("import -", "In standard input: "),
    activities("an empty file", "").with([]),
    activities("a CSV of one's own", "import it with --as").with(sound),
    activities("bytes of no kind", "").with([
      0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF, 0x0A, 0,
    ]),
    activities("a GPX without times", "It has no time").with(
      "<gpx><trk><type>running</type><trkseg><trkpt lat='1' lon='1'/><trkpt lat='1' lon='1.1'/>"
        + "</trkseg></trk></gpx>"),
    activities("a GPX cut short", "").with("<gpx><trk><type>running</type><trkseg>"),
    activities("entities without end", "").with(
      "<!DOCTYPE gpx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><gpx>&b;"),

    importing("no SELECT", select: "nonsense", "syntax error").with(sound),
    importing("nothing", select: "", "no SQL statement").with(sound),
    importing("an open quote", select: "SELECT 'zq9 FROM csv", "a quote is not closed").with(sound),
    importing("an unknown column", select: "SELECT nope AS day FROM csv", "choose from: date, km")
      .with(sound),
    importing(
      "an unknown field", select: "SELECT date AS day, km AS length FROM csv",
      "Unknown field 'length' in run"
    ).with(sound),
    importing("no day", select: "SELECT km AS distance_m FROM csv", "day is missing").with(sound),
    importing(
      "a field twice", select: "SELECT date AS day, km AS distance_m, km AS distance_m FROM csv",
      "given twice"
    ).with(sound),
    importing("a deletion", select: "DELETE FROM run", "can only read").with(sound),
    importing("a way in", select: "SELECT 1; DELETE FROM run", "more than one SQL statement")
      .with(sound),
    importing("another database", select: "ATTACH 'zq9' AS a", "can only read").with(sound),
    importing("a pragma", select: "PRAGMA user_version = 9", "can only read").with(sound),
    importing("a library", select: "SELECT load_extension('zq9') AS day FROM csv", "").with(sound),

    importing("an empty file", "The file is empty").with(""),
    importing("empty lines", "The file is empty").with("\n\r\n\n"),
    importing("binary", "not valid UTF-8").with([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2, 0xFF, 0x0A, 0]),
    importing("NUL in the header", "not valid UTF-8").with("da\0te,km\n2026-11-18,8\n"),
    importing("UTF-16", "choose from: da").with([0xFF, 0xFE, 0x64, 0, 0x61, 0]),
    importing("Latin-1 in the header", "None of the rows could be used").with(
      Array("date,km,H".utf8) + [0xF6] + Array("he\n2026-11-18,zq9,1\n".utf8)
    ).with { $0.reports = true },
    importing("an open quote in a row", "None of the rows could be used").with(
      "date,km\n2026-11-18,\"8zq9\n"
    ).with { $0.reports = true },
    importing("text after a quote", "None of the rows could be used").with(
      "date,km\n2026-11-18,\"8\"zq9\n"
    ).with { $0.reports = true },
    importing("a field without end", "longer than 1048576 bytes").with(
      "date,km\n2026-11-18," + String(repeating: "zq9", count: 400_000) + "\n"),
    importing("too many columns", "too many columns").with(
      (0..<3_000).map { "c\($0)" }.joined(separator: ",") + "\n"),

    importing("NUL in a row", "None of the rows could be used").with("date,km\n2026-11-18,8\0\n")
      .with { $0.reports = true },
    importing("bytes in a row", "None of the rows could be used").with(
      Array("date,km\n2026-11-18,".utf8) + [0xFF, 0x0A]
    ).with { $0.reports = true },
    importing("ragged rows", "None of the rows could be used").with(
      "date,km\n2026-11-18\n2026-11-18,8,9\n"
    ).with { $0.reports = true },
    importing(
      "a note of a megabyte",
      select: "SELECT '2026-11-18' AS day, 1 AS distance_m, note FROM csv",
      "None of the rows could be used"
    ).with("note\n" + String(repeating: "z", count: 1_000_000) + "\n").with { $0.reports = true },
    importing("bad values", "None of the rows could be used").with(
      "date,km\n2026-11-18,0\n2026-11-18,-5\n2026-02-30,5\n2999-01-01,5\n,5\n"
    ).with { $0.reports = true },
  ]

  static let correlations: [Misuse] = [
    .failure("correlate --csv missing.csv", "it does not exist"),
    .failure("correlate --csv .", "it is a folder"),
    .failure("correlate --csv -", "The file is empty"),
    .failure("correlate --csv /dev/zero", "longer than"),
    correlating("an empty file", "The file is empty").with(""),
    correlating("no columns", "date, load and pain").with("a,b,c\n1,2,3\n"),
    correlating("a column missing", "date, load and pain").with("date,load\n2026-01-01,5\n"),
    correlating("binary", "not valid UTF-8").with([0x89, 0x50, 0x4E, 0x47, 0, 0x0A, 0x1A, 0xFF]),
    correlating("a day twice", "Line 4: the date appears twice").with(
      "date,load,pain\n2026-01-01,5,3\n2026-01-02,5,3\n2026-01-01,5,3\n"),
    correlating("no day", "Line 3: the date must be YYYY-MM-DD").with(
      "date,load,pain\n2026-01-01,5,3\nzq9,5,3\n"),
    correlating("a day that is none", "Line 2: the date must be YYYY-MM-DD").with(
      "date,load,pain\n2026-02-30,5,3\n"),
    correlating("no load", "Line 2: the load is not a number").with(
      "date,load,pain\n2026-01-01,zq9,3\n"),
    correlating("a hexadecimal load", "Line 2: the load is not a number").with(
      "date,load,pain\n2026-01-01,0x10,3\n"),
    correlating("an infinite pain", "Line 2: the pain is not a number").with(
      "date,load,pain\n2026-01-01,5,inf\n"),
    correlating("a huge pain", "Line 2: the pain is not a number").with(
      "date,load,pain\n2026-01-01,5,1e999\n"),
    correlating("a decimal comma", "Line 2: the load is not a number").with(
      "date;load;pain\n2026-01-01;5,5;3\n"),
    correlating("a ragged row", "Line 3: The row has 2 fields, but the header has 3").with(
      "date,load,pain\n2026-01-01,5,3\n2026-01-02,5\n"),
    correlating("NUL in a row", "Line 2: Column 3 contains a NUL byte").with(
      "date,load,pain\n2026-01-01,5,3\0\n"),
    correlating("bytes in a row", "Line 2: the load is not a number").with(
      Array("date,load,pain\n2026-01-01,".utf8) + [0xFF] + Array(",3\n".utf8)),
    correlating("an open quote", "Line 2: Column 3 has a missing").with(
      "date,load,pain\n2026-01-01,5,\"3\n"),
    correlating("centuries", "more than 200 years").with(
      "date,load,pain\n1026-01-01,5,3\n2026-01-01,5,3\n"),
  ]
}
