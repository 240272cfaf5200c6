import Foundation
import JournalModel
import Testing
@testable import JournalCLI

private let keys = "Enter unknown, b back, ? help, Ctrl-D or Ctrl-C end\n"

@Suite struct CheckInImportedRunsTests {
  /// Two shoes, a typed run and three imported ones.
  private func desk() throws -> Desk {
    try Desk.prepared { desk in
      desk.results("shoe", "add", "Ghost")
      desk.results("shoe", "add", "Pegasus")
      desk.results("run", "8km", "--on", "2026-11-10")
      let files = try (20...22).map { day in
        try desk.folder.write(TrackFile(start: "2026-11-\(day)T06:00:00Z").text, to: "\(day).gpx")
      }
      desk.results(["import"] + files)
    }
  }

  @Test func `Imported runs are asked about, the newest first, a key each`() throws {
    var desk = try desk()
    desk.piped = ["5", "2", "", "1", "x", ""]
    #expect(
      desk.nerve("checkin", "--rpe")
        == Transcript(
          output: "Completed: 3 runs\n",
          messages: """
            \(keys)
            Sun 22 Nov 2026 (yesterday), 6.0 km in 30:00, 1 of 3
            Effort (0-10): 5
            Shoe (1 Ghost, 2 Pegasus): Pegasus

            Sat 21 Nov 2026 (2 days ago), 6.0 km in 30:00, 2 of 3
            Effort (0-10): unknown
            Shoe (1 Ghost, 2 Pegasus): Ghost

            Fri 20 Nov 2026 (3 days ago), 6.0 km in 30:00, 3 of 3
            Effort (0-10): 10
            Shoe (1 Ghost, 2 Pegasus): unknown
            \(undoHint)
            """))
    #expect(
      try desk.rows("SELECT day, rpe, footwear_id FROM run WHERE day > '2026-11-15' ORDER BY day")
        == ["2026-11-20|10.0|NULL", "2026-11-21|NULL|1", "2026-11-22|5.0|2"])
    // What is known is not asked again.
    desk.piped = ["4", "1"]
    #expect(
      desk.nerve("checkin", "--rpe").messages.hasPrefix(
        """
        \(keys)
        Sat 21 Nov 2026 (2 days ago), 6.0 km in 30:00, 1 of 2
        Effort (0-10): 4

        Fri 20 Nov 2026
        """))
    #expect(
      desk.nerve("checkin", "--rpe")
        == Transcript(messages: "Every imported run has an effort and a shoe.\n"))
  }

  @Test func `An end keeps what was answered, and each is undone by itself`() throws {
    var desk = try desk()
    desk.piped = ["5", "2", "4"]
    #expect(desk.nerve("checkin", "--rpe").output == "Completed: 2 runs\n")
    #expect(try desk.rows("SELECT count(rpe), count(footwear_id) FROM run") == ["2|1"])
    desk.results("undo")
    #expect(try desk.rows("SELECT count(rpe), count(footwear_id) FROM run") == ["1|1"])
  }

  @Test func `b goes back, ? explains, and a slip from a pipe stops`() throws {
    var desk = try desk()
    desk.piped = ["5", "b", "?", "6", "1"]
    #expect(desk.nerve("checkin", "--rpe").messages.contains("5 hard, 7 very hard"))
    #expect(try desk.rows("SELECT rpe, footwear_id FROM run WHERE day = '2026-11-22'") == ["6.0|1"])
    desk.piped = ["11"]
    let slip = desk.nerve("checkin", "--rpe")
    #expect(slip.status == 64)
    #expect(slip.messages.contains("nerve: Invalid answer. Effort"))
  }

  @Test func `A slip keeps what was answered of the run before it`() throws {
    var desk = try desk()
    desk.piped = ["5", "zq9"]
    let slip = desk.nerve("checkin", "--rpe")
    #expect(slip.status == 64)
    #expect(
      slip.messages.hasSuffix(
        "\(undoHint)nerve: Invalid answer. The number of the shoe you ran in.\n"
      ))
    #expect(try desk.rows("SELECT rpe, footwear_id FROM run WHERE rpe IS NOT NULL") == ["5.0|NULL"])
  }

  @Test func `Shoes that were retired before the run are not asked for`() throws {
    var desk = try desk()
    _ = try desk.rows(
      "UPDATE footwear SET first_day = NULL, retired_day = '2026-11-21' WHERE id = 1")
    desk.piped = ["", "", "", "", "", ""]
    let messages = desk.nerve("checkin", "--rpe").messages
    #expect(messages.components(separatedBy: "Shoe (1 Pegasus): ").count == 2)
    #expect(messages.components(separatedBy: "Shoe (1 Ghost, 2 Pegasus): ").count == 3)
  }

  @Test func `Without questions the runs are listed`() throws {
    var desk = try desk()
    desk.piped = ["5"]
    desk.results("checkin", "--rpe")
    #expect(
      desk.nerve("checkin", "--rpe", "--no-input")
        == Transcript(
          1,
          output: """
            Sun 22 Nov 2026 (yesterday), 6.0 km in 30:00, missing: shoe  [4]
            Sat 21 Nov 2026 (2 days ago), 6.0 km in 30:00, missing: effort and shoe  [3]
            Fri 20 Nov 2026 (3 days ago), 6.0 km in 30:00, missing: effort and shoe  [2]

            """,
          messages: """
            nerve: 3 imported runs to complete; log each with: nerve edit run ID --rpe 0-10 --shoe \
            NAME

            """))
  }

  @Test func `A day makes no sense beside it`() throws {
    #expect(try desk().nerve("checkin", "--rpe", "--on", "yesterday").status == 64)
  }
}
