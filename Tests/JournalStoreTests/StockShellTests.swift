import Foundation
import JournalMigrations
import Testing
import JournalModel

@testable import JournalStore

/// What a person sees who opens the journal with the `sqlite3` of the system.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: shell), "sqlite3 is not installed"))
struct StockShellTests {
  private static func run(_ sql: String, on path: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: shell)
    process.arguments = ["-batch", "-bail", path, sql]
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }

  private static func withJournal(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "journal.sqlite").path()
    try {
      let journal = try Journal(path: path, for: .writing(makingFolder: false))
      _ = try journal.add(
        [
          Entry(.footwear, ["name": "pegasus"]),
          Entry(
            .run,
            ["day": "2026-11-22", "distance_m": 8200.0, "duration_s": 2710, "footwear": "pegasus"]),
          Entry(
            .stretch, ["day": "2026-11-22", "exercise": "piriformis", "sets": 3, "hold_s": 30]),
          Entry(.checkIn, ["day": "2026-11-23", "leg_pain": 4, "moment": "morning"]),
          Entry(.flareUp, ["onset_day": "2026-11-23"]),
        ], command: "test", today: nil)
    }()
    try body(path)
  }

  @Test func `The file is sound and marked as a journal`() throws {
    try Self.withJournal { path in
      let answer = try Self.run(
        """
        PRAGMA integrity_check; PRAGMA foreign_key_check; PRAGMA application_id;
        PRAGMA user_version; PRAGMA journal_mode;
        """, on: path)
      #expect(answer == "ok\n\(0x4E52_5645)\n\(allMigrations.count)\nwal\n")
    }
  }

  @Test func `Every view can be read, also where the schema is not trusted`() throws {
    try Self.withJournal { path in
      let views = try Self.run(
        "SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name", on: path
      ).split(separator: "\n")
      #expect(
        views == [
          "day", "day_boundary", "day_rating", "day_span", "day_tail", "entry_text",
          "exercise_use", "flare", "footwear_use", "month", "rating", "rating_order",
          "run_response", "trial", "trial_run", "trial_unit", "trial_week", "week",
        ])
      for view in views {
        // Nobody wrote a note there, or started a trial.
        let isEmpty = view == "entry_text" || view.hasPrefix("trial")
        let expected = isEmpty ? "0\n" : "1\n"
        let rows = try Self.run(
          "PRAGMA trusted_schema = OFF; SELECT count(*) > 0 FROM (SELECT * FROM \(view))", on: path)
        #expect(rows == expected, "\(view)")
      }
      #expect(
        try Self.run(
          "SELECT day, state, distance_km, stretch_minutes, leg_pain, next_day_leg_pain FROM day",
          on: path) == "2026-11-22|run|8.2|1.5||4\n2026-11-23|rest|0.0||4|\n")
    }
  }

  @Test func `What the shell changes shows in the days at once`() throws {
    try Self.withJournal { path in
      let days = "SELECT day, state, footwear, leg_pain, next_day_leg_pain FROM day"
      _ = try Journal(path: path, for: .changing).log(
        .checkIn, ["day": "2026-11-26", "leg_pain": 0])
      #expect(try Self.run("SELECT count(*) FROM day_cache", on: path) == "3\n")
      // As the shell comes, without foreign keys.
      _ = try Self.run(
        """
        INSERT INTO run (day, distance_m) VALUES ('2026-11-25', 5000);
        REPLACE INTO check_in (id, day, leg_pain, moment) VALUES (1, '2026-11-24', 7, 'morning');
        DELETE FROM footwear;
        """, on: path)
      #expect(
        try Self.run(days, on: path) == """
          2026-11-22|run|||
          2026-11-23|rest|||7
          2026-11-24|rest||7|
          2026-11-25|run|||0
          2026-11-26|rest||0|

          """)
    }
  }

  @Test func `What the shell changes is recorded, without an action`() throws {
    try Self.withJournal { path in
      _ = try Self.run("UPDATE run SET rpe = 6 WHERE id = 1", on: path)
      #expect(
        try Self.run(
          "SELECT action_id IS NULL, table_name, row_id, kind FROM change ORDER BY id DESC LIMIT 1",
          on: path) == "1|run|1|update\n")
    }
  }
}

private let shell = "/usr/bin/sqlite3"
