import Testing
@testable import JSONText
@testable import JournalCLI

@Suite struct ImportCommandTests {
  private let mapping = "SELECT date AS day, km * 1000 AS distance_m FROM csv"

  /// Four rows: two sound, one of a future day, one without a number.
  private let csv = """
    date,km
    2026-11-20,8.2
    2026-11-21,5
    2027-01-01,7
    2026-11-22,far

    """

  @Test func `Sound rows come in and the others are told by line`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv, to: "runs.csv")
    let words = ["import", file, "--as", "run", "--select", mapping]
    let report = """
      2 added, 0 already in the journal, 2 skipped
        line 4: day is in the future.
        line 5: km is 'far', not a number.

      """
    #expect(desk.nerve(words) == Transcript(output: "Import 1: \(report)", messages: undoHint))
    #expect(
      try desk.rows("SELECT day, distance_m, import_id FROM run ORDER BY day")
        == ["2026-11-20|8200.0|1", "2026-11-21|5000.0|1"])
    #expect(
      desk.nerve(words)
        == Transcript(
          output: report.replacing("2 added, 0 already", with: "0 added, 2 already")))
    #expect(try desk.rows("SELECT count(*) FROM import") == ["1"])
  }

  @Test func `A dry run tells the same and changes nothing`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv, to: "runs.csv")
    let words = ["import", file, "--as", "run", "--select", mapping, "--dry-run"]
    let report = Transcript(
      output: """
        2 would be added, 0 already in the journal, 2 skipped
          line 4: day is in the future.
          line 5: km is 'far', not a number.

        """)
    #expect(desk.nerve(words) == report)
    #expect(try desk.folder.contents == ["runs.csv"])
    desk.results("pain", "4")
    let before = try desk.dump()
    #expect(desk.nerve(words) == report)
    #expect(try desk.dump() == before)
  }

  @Test func `The report comes as JSON and CSV`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv, to: "runs.csv")
    let words = ["import", file, "--as", "run", "--select", mapping]
    #expect(
      try ReadJSON(desk.results(words + ["--json"]))
        == .object([
          "import": .number(1), "dry_run": .bool(false), "added": .number(2),
          "already_there": .number(0), "refused": .number(2),
          "refusals": .array([
            .object(["line": .number(4), "reason": .string("day is in the future.")]),
            .object([
              "line": .number(5),
              "reason": .string("km is 'far', not a number."),
            ]),
          ]),
        ]))
    #expect(
      desk.results(words + ["--format", "csv", "--dry-run"])
        == "import,dry_run,added,already_there,refused\r\n,1,0,2,2\r\n")
  }

  @Test func `A file of nothing but refused rows fails and changes nothing`() throws {
    let desk = try Desk()
    desk.results("pain", "4")
    let before = try desk.dump()
    let file = try desk.folder.write("date,km\nyesterday,5\nmonday,6\n", to: "runs.csv")
    #expect(
      desk.nerve("import", file, "--as", "run", "--select", mapping)
        == Transcript(
          1,
          output: """
            0 added, 0 already in the journal, 2 skipped
              line 2: day is 'yesterday', not a YYYY-MM-DD date; convert it with to_day().
              line 3: day is 'monday', not a YYYY-MM-DD date; convert it with to_day().

            """, messages: "nerve: None of the rows could be used.\n"))
    #expect(try desk.dump() == before)
  }

  @Test(arguments: [
    "date,km\n2026-11-20,8.2\n", "\u{FEFF}date;km\r\n2026-11-20;8.2\r\n",
    "date\tkm\r2026-11-20\t8.2", "\"date\",\"km\"\n\"2026-11-20\",\"8.2\"\n",
    "date,km,note\n2026-11-20,8.2,\"two\nlines, \"\"quoted\"\"\"\n",
  ])
  func `Files of other programs are understood`(csv: String) throws {
    let desk = try Desk()
    let file = try desk.folder.write(csv, to: "runs.csv")
    #expect(
      desk.results("import", file, "--as", "run", "--select", mapping)
        == "Import 1: 1 added, 0 already in the journal, 0 skipped\n")
    #expect(try desk.rows("SELECT day, distance_m FROM run") == ["2026-11-20|8200.0"])
  }

  @Test func `A delimiter can be forced and columns of equal names told apart`() throws {
    let desk = try Desk()
    let file = try desk.folder.write("date;km;km\n2026-11-20;8,2;5\n", to: "runs.csv")
    desk.results(
      "import", file, "--as", "RUN", "--delimiter", "semicolon", "--select",
      "SELECT date AS day, km_2 * 1000 AS distance_m, 'km ' || km AS note FROM csv")
    #expect(
      try desk.rows("SELECT day, distance_m, note FROM run") == ["2026-11-20|5000.0|km 8,2"])
  }

  @Test func `A complete file makes the other days rest days`() throws {
    let desk = try Desk()
    let file = try desk.folder.write("date,km\n2026-11-18,8\n2026-11-21,5\n", to: "runs.csv")
    let words = ["import", file, "--as", "run", "--select", mapping]
    desk.results(words + ["--covers-all-runs"])
    #expect(
      try desk.rows("SELECT state, distance_km FROM day ORDER BY day")
        == ["run|8.0", "rest|0.0", "rest|0.0", "run|5.0"])
    desk.results("undo")
    desk.results(words)
    #expect(
      try desk.rows("SELECT state, distance_km FROM day ORDER BY day")
        == ["run|8.0", "NULL|NULL", "NULL|NULL", "run|5.0"])
  }

  @Test func `Undo takes an import back by its number whatever came after it`() throws {
    let desk = try Desk()
    let file = try desk.folder.write("date,km\n2026-11-18,8\n2026-11-21,5\n", to: "runs.csv")
    desk.results("import", file, "--as", "run", "--select", mapping)
    desk.results("pain", "4")
    #expect(
      desk.results("undo", "--import", "1") == """
        Undone: import (action 1)
          run 2 deleted: Sat 21 Nov 2026 (2 days ago), 5.0 km
          run 1 deleted: Wed 18 Nov 2026 (5 days ago), 8.0 km

        """)
    #expect(try desk.rows("SELECT count(*) FROM run") == ["0"])
    #expect(try desk.rows("SELECT count(*) FROM import") == ["0"])
    #expect(try desk.rows("SELECT count(*) FROM check_in") == ["1"])
    #expect(
      desk.nerve("undo", "--import", "1")
        == Transcript(1, messages: "nerve: There is no import 1 to undo.\n"))
  }

  @Test func `Entries of every kind can be imported`() throws {
    let desk = try Desk()
    let file = try desk.folder.write("date,what\n2026-11-18,plank\n", to: "a.csv")
    for (table, columns) in [
      ("exercise", "what || ' hold' AS name, 'strength' AS kind"),
      ("stretch", "date AS day, what AS exercise, 3 AS sets"),
      ("check_in", "date AS day, 4 AS leg_pain, 'morning' AS moment"),
      ("flare_up", "date AS onset_day, date AS end_day"),
      ("cross_training", "date AS day, 'swim' AS activity, 1800 AS duration_s"),
      ("day_mark", "date AS day, 'rest' AS kind"),
      ("guidance", "date AS day, 'no hills' AS advice, '2027-03-01' AS until_day"),
      ("footwear", "'Pegasus' AS name"),
    ] {
      #expect(
        desk.results("import", file, "--as", table, "--select", "SELECT \(columns) FROM csv")
          .hasSuffix(": 1 added, 0 already in the journal, 0 skipped\n"), "\(table)")
    }
    #expect(desk.results("list").split(separator: "\n").count == 2 + 6)
  }

  @Test func `A file can come from standard input`() throws {
    let binary = try BuiltBinary()
    let transcript = try binary.run(
      ["import", "-", "--as", "run", "--select", mapping],
      input: .text("date,km\n2020-01-01,5\n"))
    let journal = binary.home[".local/share/nerve/journal.sqlite"]
    #expect(
      transcript
        == Transcript(
          output: "Import 1: 1 added, 0 already in the journal, 0 skipped\n",
          messages: "New journal at \(journal)\n\(undoHint)"))
    #expect(
      try JournalFile(path: journal)
        .rows("SELECT file_name FROM import") == ["standard input"])
  }
}
