import CivilDay
import Foundation
import JournalMigrations
import Testing
import JournalModel

@testable import JournalStore

/// A journal with runs from files that is older than the facts of their sources.
@Suite struct ActivityFactsMigrationTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "nerve-facts-\(UUID().uuidString)")

  /// A journal of schema 9: a run from a file, one that was typed and known again in
  /// a file, one that was typed, and one from a file that was deleted since.
  private func makeOldJournal() throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "journal.sqlite").path
    let journal = try Journal(
      path: path, for: .writing(makingFolder: false), migrations: Array(allMigrations.prefix(9)))
    try journal.connection.execute(
      script: """
        INSERT INTO import
          (id, file_name, format, target, imported_at, added, already_there, refused)
        VALUES (1, 'a.zip', 'archive', 'run', '2026-01-01T00:00:00Z', 1, 1, 0);
        INSERT INTO run
          (id, day, start_time, utc_offset_min, distance_m, duration_s, rpe, note, import_id)
        VALUES
          (1, '2026-01-01', '07:00:00', 60, 8000, 2700, NULL, NULL, 1),
          (2, '2026-01-02', '07:00:10', 60, 5000, 1500, 6, 'typed', NULL),
          (3, '2026-01-03', NULL, NULL, 6000, NULL, 4, NULL, NULL);
        INSERT INTO activity_source (id, run_id, fingerprint, service_id, import_id)
        VALUES
          (1, 1, '\(hash("a"))', 'strava:1', 1), (2, 2, '\(hash("b"))', 'strava:2', 1),
          (3, NULL, '\(hash("c"))', 'strava:3', 1);
        """)
    return path
  }

  private func hash(_ name: String) -> String { String(repeating: "0", count: 31) + name }

  private func activity(
    _ name: String, day: String, start: String, metres: Double, seconds: Double, service: String
  ) -> ImportableActivity {
    var activity = ImportableActivity(
      Entry(
        .run,
        [
          "day": .text(day), "start_time": .text(start), "utc_offset_min": 60,
          "distance_m": .real(metres), "duration_s": .real(seconds), "descent_m": 30.0,
          "steps": 6_000,
        ]), fingerprint: hash(name))
    activity.serviceID = service
    return activity
  }

  @Test func `The same files add nothing to an older journal but what it lacked`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let journal = try Journal(path: makeOldJournal(), for: .changing)
    let plan = ActivityImportPlan(today: Day(daysSince1970: 20_500), dayBoundaryMinutes: 240)
    func bring() throws -> ActivityImportReport {
      try journal.importActivities(
        [
          ActivityBatch(
            fileName: "a.zip", format: "archive",
            activities: [
              activity(
                "a", day: "2026-01-01", start: "07:00:00", metres: 8_000, seconds: 2_700,
                service: "strava:1"),
              activity(
                "b", day: "2026-01-02", start: "07:00:00", metres: 5_020, seconds: 1_510,
                service: "strava:2"),
              activity(
                "c", day: "2026-01-04", start: "07:00:00", metres: 9_000, seconds: 3_000,
                service: "strava:3"),
            ])
        ], plan: plan)
    }

    let report = try bring()
    #expect((report.added, report.completed, report.deletedSince) == (0, 2, 1))
    #expect(
      try journal.connection.table(
        "SELECT id, distance_m, duration_s, rpe, note, descent_m, steps FROM run ORDER BY id") == [
          [1, 8_000.0, 2_700.0, .null, .null, 30.0, 6_000],
          [2, 5_000.0, 1_500.0, 6.0, "typed", 30.0, 6_000],
          [3, 6_000.0, .null, 4.0, .null, .null, .null],
        ])
    #expect(try bring().completed == 0)
    try journal.connection.checkIntegrity()
  }
}
