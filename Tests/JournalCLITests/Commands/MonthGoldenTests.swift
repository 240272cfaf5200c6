import CivilDay
import Foundation
import Platform
import Testing
@testable import JSONText
@testable import JournalCLI
@testable import WrittenValues

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
    let fill: @Sendable (Desk) throws -> Void
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
    // Runs are followed by more pain in the next five: advice to go on would be at hand.
    Case(name: "red-flag", month: "2026-10") { desk in
      try desk.live(World(days: 400) { km, _ in 0.15 * km })
      desk.results("pain", "6", "--bladder", "--on", "2026-10-24", "--time", "20:15")
      desk.results("pain", "5", "--saddle", "--on", "2026-11-03", "--time", "21:00")
    },
    Case(name: "guidance", month: "2026-10") { desk in
      try desk.live(World(days: 400) { km, _ in 0.15 * km })
      desk.results(
        "guidance", "add", "no running until the scan", "--by", "Dr Weiss", "--days-off", "28",
        "--on", "2026-11-10")
      desk.results(
        "guidance", "add", "no hills", "--by", "physio", "--limit", "8km", "--on", "2026-10-02")
    },
    Case(name: "flare-up", month: "2026-10") { desk in
      try desk.live(World(days: 400) { km, _ in 0.15 * km })
      desk.results("flare", "start", "--on", "2026-10-28", "--trigger", "lifted a box")
    },
    // It hurt until last winter.
    Case(name: "healed-leg", month: "2026-10") { desk in
      try desk.live(World(days: 600, seed: 3) { km, day in day < 300 ? 0.25 * km : 0 })
    },
    Case(name: "depends-on-length", month: "2026-10") { desk in
      try desk.live(
        World(days: 500, seed: 5) { km, _ in km < 6 ? -1.2 : km < 9 ? 0 : 2 })
    },
  ]

  /// The day that is `number` days after 31 July 2026.
  static func day(_ number: Int) -> String {
    (Desk.monday.day - 115 + number).description
  }

  private static func desk(_ month: Case) throws -> Desk {
    var desk = try Desk.prepared(file: "golden month \(month.name)") { desk in
      desk.results("shoe", "add", "Pegasus", "--on", "2026-01-01")
      desk.results("shoe", "add", "Nova", "--on", "2026-01-01")
      try month.fill(desk)
    }
    desk.variables["LANG"] = "C.UTF-8"
    return desk
  }

  /// The golden files of a month: what is asked for, and how the file ends.
  private static let forms = [
    ([], "txt"), (["--full"], "full.txt"), (["--format", "json"], "json"),
    (["--format", "csv"], "csv"), (["--format", "plain"], "tsv"),
    (["--format", "markdown"], "md"), (["--format", "html"], "html"),
  ]

  private static func golden(_ month: Case, _ ending: String) throws -> String {
    try String(
      contentsOf: folder.appending(path: "month-\(month.name).\(ending)"), encoding: .utf8)
  }

  @Test(arguments: cases)
  func `A month is as it was in every format`(_ month: Case) throws {
    let desk = try Self.desk(month)
    for (options, ending) in Self.forms {
      let now = desk.results(["month", month.month] + options)
      if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
        try Data(now.utf8)
          .write(to: Self.folder.appending(path: "month-\(month.name).\(ending)"))
      }
      #expect(try now == Self.golden(month, ending), "\(month.name), \(ending)")
    }
  }

  // What follows holds for every month, and so for those that are kept.

  @Test(arguments: cases)
  func `A month's JSON is as its schema says`(_ month: Case) throws {
    let problems = try JSONSchema(of: "month")
      .problems(of: ReadJSON(Self.golden(month, "json")))
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test(arguments: cases)
  func `A month fits a screen of 40 lines and 100 columns`(_ month: Case) throws {
    let lines = try Self.golden(month, "txt")
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 40, "\(lines.count)")
    #expect(lines.allSatisfy { DisplayText.width($0) <= 100 })
  }

  @Test(arguments: cases)
  func `No page names a command`(_ month: Case) throws {
    for ending in ["html", "md"] {
      #expect(try !Self.golden(month, ending).contains("nerve "), "\(ending)")
    }
  }

  @Test(arguments: cases.filter { ["red-flag", "guidance", "flare-up"].contains($0.name) })
  func `Safety comes first, and no advice contradicts it`(_ month: Case) throws {
    let name = month.name == "red-flag" ? "red flag" : month.name
    for ending in ["txt", "full.txt", "md", "html", "json"] {
      let text = try Self.golden(month, ending)
      if ending != "json" {
        let first = try #require(text.range(of: name)).lowerBound
        #expect(try first < #require(text.range(of: "All your days to date")).lowerBound)
      }
      for words in ["coin", "plan a trial", "longer weeks", "another day", "go on", "your usual"] {
        #expect(!text.contains(words), "\(words) in \(ending)")
      }
    }
    let step = try ReadJSON(Self.golden(month, "json"))["next_step"].string
    #expect(step == (month.name == "red-flag" ? "see_someone" : "nothing"))
  }

  @Test func `The months begin with what comes first, and name no commands on pages`() throws {
    let desk = try Self.desk(try #require(Self.cases.first { $0.name == "guidance" }))
    #expect(desk.results("months").hasPrefix("guidance  Dr Weiss: no running until the scan"))
    for format in ["markdown", "html"] {
      let page = desk.results("months", "--format", format)
      let first = try #require(page.range(of: "Dr Weiss")).lowerBound
      #expect(try first < #require(page.range(of: "verdict")).lowerBound)
      #expect(!page.contains("nerve "))
    }
    #expect(
      try ReadJSON(desk.results("months", "--json"))["precautions"]["guidance"].array.count == 2)
  }

  @Test func `The days of the emergency card belong to their month and to today`() throws {
    let desk = try Self.desk(try #require(Self.cases.first { $0.name == "red-flag" }))
    func days(_ month: String) throws -> [String] {
      try ReadJSON(desk.results("month", month, "--json"))["precautions"]["red_flag_days"].array
        .compactMap(\.string)
    }
    #expect(try days("2026-10") == ["2026-10-24", "2026-11-03"])
    #expect(try days("2026-09") == ["2026-11-03"])
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
