import Foundation
import JournalModel
import JournalStore
import Platform
import Testing
@testable import JSONText
@testable import JournalCLI

@Suite struct ImportActivitiesTests {
  /// A desk with the files of a run, a walk, a yoga lesson and what is none.
  private func desk() throws -> (desk: Desk, files: [String]) {
    let desk = try Desk()
    let files = try [
      ("run.gpx", TrackFile().text),
      ("walk.gpx", TrackFile(start: "2026-11-21T10:00:00Z", sport: "walking").text),
      ("yoga.gpx", TrackFile(start: "2026-11-21T12:00:00Z", sport: "yoga").text),
      ("silent.gpx", TrackFile(start: "2026-11-22T10:00:00Z", sport: nil).text),
      ("timeless.gpx", TrackFile(hasTimes: false).text),
      ("broken.gpx", String(TrackFile().text.prefix(200))),
    ].map { name, text in try desk.folder.write(text, to: name) }
    return (desk, files)
  }

  private static let open = """
    Activity Type,Date,Title,Distance,Time
    Running,10/5/2026 7:00,A,6.21,1:00:00
    Running,11/3/2026 7:00,B,6.21,1:00:00

    """

  @Test func `What a table leaves open is said, and decided by options`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(Self.open, to: "table.csv")
    let refused = desk.nerve("import", file)
    #expect(refused.status == 1)
    #expect(
      refused.messages == """
        nerve: In table.csv: Its dates could have the day or the month first; \
        add --dates dmy or --dates mdy.

        """)
    #expect(
      desk.nerve("import", file, "--dates", "mdy", "--dry-run").output == """
        2 runs would be added from Mon 5 Oct 2026 to Tue 3 Nov 2026
          distances read as kilometres, your unit, because the file does not say (table.csv); \
        if they are
            miles, add --units mi

        """)
    #expect(
      desk.nerve("import", file, "--dates", "mdy", "--units", "mi", "--quiet").status == 0)
    #expect(
      try desk.rows("SELECT day, round(distance_m) FROM run ORDER BY day")
        == ["2026-10-05|9994.0", "2026-11-03|9994.0"])
    #expect(desk.nerve("import", file, "--units", "furlongs").status == 64)
    #expect(desk.nerve("import", file, "--dates", "soon").status == 64)
  }

  private let report = """
    1 run and cross-training (1 walk) added from Fri 20 Nov 2026 to Sat 21 Nov 2026
      skipped: 1 yoga
      1 skipped without a sport; if they are runs, add --sport run
    Skipped: 2
      timeless.gpx: It has no time; log it with nerve run and --on DAY.
      broken.gpx: The XML is damaged on line 1: unclosed token.

    """

  @Test func `Runs and walks come in, the rest is listed`() throws {
    let (desk, files) = try desk()
    #expect(
      desk.nerve(["import"] + files)
        == Transcript(output: "Imports 1 to 2: \(report)", messages: undoHint))
    #expect(
      try desk.rows(
        "SELECT day, start_time, utc_offset_min, round(distance_m), duration_s, import_id FROM run")
        == ["2026-11-20|07:00:00|60|6000.0|1800.0|1"])
    #expect(
      try desk.rows("SELECT day, start_time, activity, round(distance_m) FROM cross_training")
        == ["2026-11-21|11:00:00|walk|6000.0"])
    #expect(
      try desk.rows("SELECT id, file_name, format, target, added, refused FROM import")
        == ["1|run.gpx|gpx|activities|1|0", "2|walk.gpx|gpx|activities|1|0"])
    let before = try desk.dump()
    #expect(
      desk.nerve(["import"] + files).output.hasPrefix("0 runs added\n  2 already in the journal\n"))
    #expect(try desk.dump() == before)
    desk.results("undo")
    #expect(try desk.rows("SELECT count(*) FROM run, cross_training, activity_source") == ["0"])
    desk.results("redo")
    #expect(try desk.rows("SELECT count(*) FROM activity_source") == ["2"])
  }

  @Test func `A dry run tells the same and makes no journal`() throws {
    let (desk, files) = try desk()
    #expect(
      desk.nerve(["import", "--dry-run"] + files)
        == Transcript(
          output: report.replacing(" added from", with: " would be added from")))
    #expect(try !desk.folder.contents.contains("journal.sqlite"))
  }

  @Test func `The report comes as JSON and CSV`() throws {
    let (desk, files) = try desk()
    let json = desk.results(["import", "--json", "--quiet"] + files)
    #expect(
      json == """
        {
          "imports": [
            1,
            2
          ],
          "dry_run": false,
          "files": 6,
          "runs_added": 1,
          "cross_training_added": {
            "walk": 1
          },
          "from": "2026-11-20",
          "to": "2026-11-21",
          "completed": 0,
          "already_there": 0,
          "brought_together": 0,
          "deleted_since": 0,
          "new_shoes": [],
          "days_to_check": [],
          "left_out": {
            "yoga": 1
          },
          "unknown_sport": 1,
          "no_activities": 0,
          "open_units": [],
          "covers_from": null,
          "covers_to": null,
          "refused": 2,
          "refusals": [
            {
              "file": "timeless.gpx",
              "place": null,
              "reason": "It has no time; log it with nerve run and --on DAY."
            },
            {
              "file": "broken.gpx",
              "place": null,
              "reason": "The XML is damaged on line 1: unclosed token."
            }
          ],
          "doubts": [],
          "shortened_notes": 0,
          "impossible": {}
        }

        """)
    #expect(
      desk.results(["import", "--format", "csv", "--dry-run"] + files) == """
        dry_run,from,to,files,runs_added,cross_training_added,completed,already_there,\
        deleted_since,left_out,unknown_sport,refused\r
        1,,,6,0,0,0,2,0,1,1,2\r

        """)
  }

  @Test func `What does not say what it is is what --sport says`() throws {
    let (desk, files) = try desk()
    #expect(desk.nerve("import", files[3]).status == 1)
    #expect(
      desk.results("import", files[3], "--sport", "run")
        == "Import 1: 1 run added on Sun 22 Nov 2026\n")
    // What says it stays what it is.
    #expect(
      desk.results("import", files[1], "--sport", "run")
        == "Import 2: cross-training (1 walk) added on Sat 21 Nov 2026\n")
  }

  @Test func `A word for the sport that is not known is told, and --sport answers for it`() throws {
    let desk = try Desk()
    let files = try [("blorp.gpx", "Blorping"), ("yoga.gpx", "yoga"), ("other.gpx", "Other")].map {
      try desk.folder.write(TrackFile(sport: $0.1).text, to: $0.0)
    }
    let refused = desk.nerve(["import"] + files)
    #expect(refused.status == 1)
    #expect(
      refused.output.contains(
        "2 skipped with an unknown sport (blorping, other); if they are runs, add --sport run"
      ))
    // What is known to be something else stays out.
    #expect(
      desk.results("import", files[0], files[1], "--sport", "run")
        == "Import 1: 1 run added on Fri 20 Nov 2026\n  skipped: 1 yoga\n")
  }

  @Test func `A time that cannot be read is not called none`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(
      TrackFile().text.replacing("2026-11-20T", with: "20 November, "), to: "run.gpx")
    #expect(desk.nerve("import", file).messages.contains("Its time is unreadable; log it"))
  }

  @Test func `Quiet says nothing but what was set aside`() throws {
    let (desk, files) = try desk()
    #expect(desk.nerve("import", files[0], "-q") == Transcript())
    #expect(desk.nerve("import", files[0], files[5], "-q").output.contains("broken.gpx"))
  }

  @Test func `Archives come in as they are, and alike by any name`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(TrackFile().text, to: "run.gpx")
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/gzip")
    gzip.arguments = ["-k", file]
    try gzip.run()
    gzip.waitUntilExit()
    desk.results("import", file + ".gz")
    #expect(desk.results("import", file).hasPrefix("0 runs added\n  1 already in the journal"))
  }

  @Test func `A typed run is completed and keeps what was typed`() throws {
    let (desk, files) = try desk()
    desk.results("shoe", "add", "Pegasus")
    desk.results(
      "run", "6km", "--rpe", "6", "--shoe", "peg", "--note", "calf", "--on", "2026-11-20")
    #expect(
      desk.results("import", files[0]) == """
        Import 1: 0 runs added
          1 already in the journal, completed from these files

        """)
    #expect(
      try desk.rows("SELECT id, start_time, distance_m, duration_s, rpe, note, import_id FROM run")
        == ["1|07:00:00|6000.0|1800.0|6.0|calf|NULL"])
    desk.results("undo")
    #expect(
      try desk.rows("SELECT start_time, duration_s, rpe FROM run") == ["NULL|NULL|6.0"])
  }

  @Test func `A typed run that differs too much is pointed at`() throws {
    let (desk, files) = try desk()
    desk.results("run", "8km", "--on", "2026-11-20")
    #expect(
      desk.results("import", files[0]) == """
        Import 1: 1 run added on Fri 20 Nov 2026
          possible duplicates of another run that day: Fri 20 Nov 2026

        """)
  }

  @Test func `What was deleted stays out until it is asked for`() throws {
    let (desk, files) = try desk()
    desk.results("import", files[0])
    desk.results("delete", "run", "1")
    #expect(
      desk.results("import", files[0]) == """
        0 runs added
          1 deleted since an earlier import; restore them with --include-deleted

        """)
    #expect(
      desk.results("import", files[0], "--include-deleted")
        == "Import 2: 1 run added on Fri 20 Nov 2026\n")
  }

  @Test func `A name that only says what it was is no note`() throws {
    let desk = try Desk()
    let names = ["Morning Run", "Berlin Laufen", "Left calf again"]
    let files = try names.indices.map { index in
      try desk.folder.write(
        TrackFile(start: "2026-11-1\(index)T06:00:00Z", name: names[index]).text,
        to: "\(index).gpx")
    }
    desk.results(["import"] + files)
    #expect(
      try desk.rows("SELECT note FROM run ORDER BY day") == ["NULL", "NULL", "Left calf again"])
  }

  /// A start in UTC, an hour behind the clock of the desk, and the day and time.
  @Test(arguments: [
    ("2026-11-19T22:59:00Z", "2026-11-19", "23:59:00"),
    ("2026-11-19T23:00:00Z", "2026-11-19", "00:00:00"),
    ("2026-11-20T02:59:00Z", "2026-11-19", "03:59:00"),
    ("2026-11-20T03:00:00Z", "2026-11-20", "04:00:00"),
  ])
  func `A night belongs to the day before until four`(
    _ start: String, _ day: String, _ time: String
  )
    throws
  {
    let desk = try Desk()
    let file = try desk.folder.write(TrackFile(start: start, minutes: 0 + 1).text, to: "a.gpx")
    desk.results("import", file)
    #expect(try desk.rows("SELECT day, start_time FROM run") == ["\(day)|\(time)"])
  }

  @Test func `The day ends when the journal's owner says so`() throws {
    let desk = try Desk()
    desk.results("config", "day-boundary", "00:00")
    let file = try desk.folder.write(TrackFile(start: "2026-11-20T02:59:00Z").text, to: "a.gpx")
    desk.results("import", file)
    #expect(try desk.rows("SELECT day FROM run") == ["2026-11-20"])
  }

  @Test(arguments: [
    ("Europe/Berlin", "2026-07-01T22:30:00Z", "2026-07-01|00:30:00|120"),
    ("Europe/Berlin", "2026-01-01T22:30:00Z", "2026-01-01|23:30:00|60"),
    ("Asia/Tokyo", "2026-01-01T22:30:00Z", "2026-01-02|07:30:00|540"),
    ("America/Los_Angeles", "2026-01-01T11:30:00Z", "2025-12-31|03:30:00|-480"),
    ("Asia/Kathmandu", "2026-01-01T00:00:00Z", "2026-01-01|05:45:00|345"),
  ])
  func `UTC becomes what the clock showed by the rules of the zone`(
    _ zone: String, _ start: String, _ row: String
  ) throws {
    var binary = try BuiltBinary()
    binary.variables["TZ"] = zone
    let file = try binary.home.write(TrackFile(start: start).text, to: "a.gpx")
    #expect(try binary.run(["import", file]).status == 0)
    #expect(
      try JournalFile(path: binary.home[".local/share/nerve/journal.sqlite"])
        .rows("SELECT day, start_time, utc_offset_min FROM run") == [row])
  }

  @Test func `A start still to come is set aside`() throws {
    let desk = try Desk()
    let file = try desk.folder.write(TrackFile(start: "2026-11-25T07:00:00Z").text, to: "a.gpx")
    #expect(
      desk.nerve("import", file)
        == Transcript(
          1,
          messages:
            "nerve: In a.gpx: Its day is in the future; log it with nerve run and --on "
            + "DAY.\n"))
  }

  @Test(arguments: ["1970-01-01", "1980-01-06", "1989-12-31", "2000-01-01"])
  func `A clock that was never set sets the activity aside, and makes no span`(
    _ day: String
  ) throws {
    let desk = try Desk()
    let files = try [
      desk.folder.write(TrackFile(start: "\(day)T06:00:00Z").text, to: "unset.gpx"),
      desk.folder.write(TrackFile().text, to: "run.gpx"),
    ]
    let report = desk.results(["import", "--covers-all-runs"] + files)
    #expect(
      report.contains("unset.gpx: Its clock was never set; log it with nerve run and --on DAY."))
    #expect(report.contains("not counted as rest days"))
    #expect(try desk.rows("SELECT count(*), min(day) FROM day") == ["1|2026-11-20"])
  }

  @Test func `What is doubtful is named, found again and settled`() throws {
    let desk = try Desk()
    let car = ImportOrderTests.recording(
      start: "2026-11-20T06:00:00Z", metres: 60_000, seconds: 1_800)
    let file = try desk.folder.write(car, to: "car.tcx")
    let listed = """
      Suspicious: 1
        car.tcx: The pace is faster than anyone runs.
      List it with: nerve list --doubts

      """
    #expect(desk.results("import", file).hasSuffix(listed))
    #expect(
      desk.results("list", "--doubts", "--plain").contains(
        "60.0 km in 30:00 (0:30 /km), heart rate 140. The pace is faster than anyone runs."))
    #expect(
      desk.results("edit", "run", "1", "--clear", "doubt")
        == "Edited run 1 on Fri 20 Nov 2026 (3 days ago): doubt settled\n")
    #expect(desk.results("list", "--doubts") == "")
    #expect(desk.results("import", file) == "0 runs added\n  1 already in the journal\n")
    #expect(desk.results("list", "--doubts") == "")
  }

  @Test func `What is shortened or left out is told with its count`() throws {
    let desk = try Desk()
    let name = String(repeating: "long ", count: 3_000)
    let file = try desk.folder.write(TrackFile(name: name).text, to: "run.gpx")
    #expect(
      desk.results("import", file).contains(
        "  1 with a note shortened to 10,000 characters\n"))
  }

  @Test func `A complete source makes the days between rest days`() throws {
    let (desk, files) = try desk()
    let later = try desk.folder.write(
      TrackFile(start: "2026-11-22T10:00:00Z").text, to: "later.gpx")
    #expect(
      desk.results("import", "--covers-all-runs", files[0], later) == """
        Imports 1 to 2: 2 runs added from Fri 20 Nov 2026 to Sun 22 Nov 2026
          every run from 2026-11-20 to 2026-11-22 is known: other days are rest days

        """)
    #expect(try desk.rows("SELECT state FROM day ORDER BY day") == ["run", "rest", "run"])
    desk.results("undo")
    #expect(
      desk.results("import", "--covers-all-runs", files[0], later, files[5])
        .contains(
          "  other days are not counted as rest days, because a skipped activity may be a run\n"))
  }
}
