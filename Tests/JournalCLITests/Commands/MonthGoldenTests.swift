import CivilDay
import Foundation
import Platform
import Testing
@testable import JSONText
@testable import JournalCLI

/// Whole monthly summaries in every format, and the schema of their JSON.
///
/// After an intended change: `NERVE_UPDATE_GOLDEN=1 swift test --filter
/// MonthGoldenTests`, and read what changed before committing it.
@Suite struct MonthGoldenTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appending(path: "Tests/JournalCLITests/Golden")

  /// A month of a journal of its own.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let month: String
    let fill: @Sendable (Desk) -> Void
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "rich", month: "2026-10") { desk in
      for day in 1...92 {
        let date = MonthGoldenTests.day(day)
        let pain = [2, 3, 3, 4, 2, 5, 3][day % 7] + (day > 76 && day < 82 ? 3 : 0)
        if day % 9 != 4 {
          desk.results(
            "pain", "\(pain)", "--morning", "--on", date, "--reach",
            ["thigh", "knee", "calf"][day % 3], "--sitting", "\(4 + day % 5)", "--sleep",
            "\(6 + day % 3)", "--back", "\(pain / 2)")
        }
        if day % 3 != 0 {
          desk.results(
            "run", "\(5 + day % 6)km", "\(30 + 5 * (day % 6))m", "--rpe", "\(3 + day % 4)",
            "--shoe",
            day % 2 == 0 ? "pegasus" : "nova", "--before", "\(pain)", "--during", "\(pain - 1)",
            "--after", "\(pain + day % 3)", "--on", date)
        }
        if day % 2 == 0 { desk.results("stretch", "piriformis", "3x30s", "--on", date) }
      }
      desk.results("flare", "start", "--on", "2026-10-16", "--trigger", "a long drive")
      desk.results("flare", "end", "--on", "2026-10-20", "--peak", "7")
      desk.results("run", "6km", "--on", "2026-11-02")
    },
    Case(name: "sparse", month: "2026-10") { desk in
      desk.results("run", "6km", "--on", "2026-09-28")
      desk.results("run", "8km", "48m", "--rpe", "5", "--shoe", "nova", "--on", "2026-10-02")
      desk.results("pain", "3", "--on", "2026-10-03")
      desk.results("pain", "4", "--on", "2026-10-30")
    },
    Case(name: "empty", month: "2026-09") { desk in
      desk.results("run", "5km", "--on", "2026-08-15")
      desk.results("run", "5km", "--on", "2026-10-15")
    },
    Case(name: "first", month: "2026-11") { desk in
      desk.results("pain", "4", "--morning", "--on", "2026-11-20")
      desk.results("run", "5km", "30m", "--rpe", "4", "--on", "2026-11-21")
      desk.results("pain", "5", "--morning", "--on", "2026-11-22")
    },
    // The clocks go forward on 29 March 2026 in Europe.
    Case(name: "clock-change", month: "2026-03") { desk in
      for number in 1...31 {
        let date = "2026-03-" + (number < 10 ? "0" : "") + "\(number)"
        desk.results("pain", "\(number % 4 + 1)", "--time", "06:30", "--on", date)
        if number % 2 == 1 {
          desk.results("run", "\(4 + number % 5)km", "--start", "02:30", "--on", date)
        }
      }
    },
  ]

  /// The day that is `number` days after 31 July 2026.
  static func day(_ number: Int) -> String {
    (Desk.monday.day - 115 + number).description
  }

  private static func desk(_ month: Case) throws -> Desk {
    var desk = try Desk()
    desk.variables["LANG"] = "C.UTF-8"
    desk.results("shoe", "add", "Pegasus", "--on", "2026-01-01")
    desk.results("shoe", "add", "Nova", "--on", "2026-01-01")
    month.fill(desk)
    return desk
  }

  @Test(arguments: cases)
  func `A month is as it was in text, JSON as its schema says, CSV and Markdown`(_ month: Case)
    throws
  {
    let desk = try Self.desk(month)
    for (format, ending) in [("text", "txt"), ("json", "json"), ("csv", "csv"), ("markdown", "md")]
    {
      let now = desk.results("month", month.month, "--format", format)
      let file = Self.folder.appending(path: "month-\(month.name).\(ending)")
      if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
        try Data(now.utf8).write(to: file)
      }
      let before = try String(contentsOf: file, encoding: .utf8)
      #expect(now == before, "\(month.name), \(format)")
      switch format {
      case "json":
        let problems = try JSONSchema(of: "month").problems(of: ReadJSON(now))
        #expect(problems.isEmpty, "\(problems)")
      // One screen and a half on a terminal of a usual size today.
      case "text": #expect(now.split(separator: "\n", omittingEmptySubsequences: false).count <= 66)
      default: break
      }
    }
  }

  @Test func `Without UTF-8 the calendar is drawn in ASCII`() throws {
    var desk = try Self.desk(Self.cases[4])
    desk.variables["LANG"] = "C"
    let text = desk.results("month", "2026-03")
    #expect(text.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `Quiet about nothing, and with exit status 1`() throws {
    let desk = try Self.desk(Self.cases[1])
    #expect(desk.nerve("month", "2026-01", "--quiet") == Transcript(1, output: "", messages: ""))
    #expect(desk.nerve("month", "2026-10", "--quiet").status == 0)
    #expect(
      desk.nerve("report", "--html", "-", "--from", "2020-01-01", "--to", "2020-02-01", "-q")
        == Transcript(1, output: "", messages: ""))
  }
}
