import CivilDay
import Foundation
import Platform
import TestSupport
import Testing

@testable import JournalCLI

/// A trial of two shoes, lived through day by day: 35 weeks of diary from a file, then
/// everything that happens to people in 17 weeks.
@Suite struct TrialYearTests {
  /// The runner whose legs dislike one shoe.
  private struct Runner {
    var desk: Desk
    private var random = SplitMix64(seed: 7)
    /// Whether yesterday's run was in the shoe that hurts.
    private var isSore = false

    init() throws {
      desk = try Desk(at: 7)
    }

    /// A rating from 1 to 5, one to two points higher after a run in the shoe that hurts.
    mutating func rating() -> Int {
      let base = 2 + Int(random.next() % 3)
      defer { isSore = false }
      return base + (isSore ? 1 + Int(random.next() % 2) : 0)
    }

    /// Rates the leg at seven.
    mutating func wake(_ day: Int) throws {
      desk.setClock(7, daysLater: day)
      desk.results("pain", "\(rating())")
    }

    /// Runs at six in the evening.
    mutating func run(_ day: Int, in shoe: String) throws {
      desk.setClock(18, daysLater: day)
      desk.results("run", "8km", "45m", "--shoe", shoe)
      isSore = shoe == "endorphin"
    }

    /// The arm of today, as the trial has it.
    func arm() throws -> String {
      let progress = try ReadJSON(desk.results("trial", "--json"))
      return try #require(progress["arm_name"].string)
    }

    /// A week of days that begins on `first`, counted from the desk's Monday.
    mutating func week(_ first: Int, in shoe: String? = nil) throws {
      for day in first..<(first + 7) {
        try wake(day)
        if [1, 3, 5].contains((day - first) % 7) {
          try run(day, in: try shoe ?? arm().lowercased())
        }
      }
    }
  }

  private static let start = 7

  @Test func `A year with a trial ends with the result of its coins`() throws {
    var runner = try Runner()
    try runner.desk.live(
      World(days: 245, last: Desk.monday.day - 1, seed: 11, runWeekdays: [1, 3, 5]) { _, _ in 0 })
    runner.desk.results("shoe", "add", "Pegasus")
    runner.desk.results("shoe", "add", "Endorphin")
    runner.desk.setClock(8, daysLater: 0)
    let plan = try ReadJSON(
      runner.desk.results("trial", "plan", "shoe", "peg", "endo", "--on", "mon", "--json"))
    #expect(plan["pairs"].int == 8)
    let started = runner.desk.nerve("trial", "start", "shoe", "peg", "endo", "--on", "2026-11-30")
    #expect(started.status == 0)
    #expect(started.output.contains("Pegasus or Endorphin, 8 pairs of weeks"))

    var day = Self.start
    // Weeks 1 and 2, as the coin says.
    try runner.week(day)
    try runner.week(day + 7)
    day += 14
    // Week 3 without a rating before Thursday.
    for missed in day..<(day + 3) {
      if missed == day + 1 { try runner.run(missed, in: try runner.arm().lowercased()) }
    }
    for late in (day + 3)..<(day + 7) {
      try runner.wake(late)
      if late == day + 3 || late == day + 5 {
        try runner.run(late, in: try runner.arm().lowercased())
      }
    }
    day += 7
    try runner.week(day)
    day += 7
    // Week 5 in the wrong shoe.
    let other = try { () throws -> String in
      runner.desk.setClock(7, daysLater: day)
      return try runner.arm() == "Pegasus" ? "endorphin" : "pegasus"
    }()
    try runner.week(day, in: other)
    day += 7
    // Week 6 with a run that is undone and logged again.
    try runner.week(day)
    let undone = runner.desk.nerve("undo")
    #expect(undone.status == 0)
    runner.desk.results("redo")
    day += 7
    // A holiday in week 7: three days, nine days of pause, four days.
    for first in day..<(day + 3) { try runner.wake(first) }
    runner.desk.setClock(9, daysLater: day + 3)
    runner.desk.results("trial", "pause", "--because", "holiday")
    #expect(runner.desk.nerve("trial").output.contains("paused"))
    runner.desk.setClock(9, daysLater: day + 12)
    runner.desk.results("trial", "resume")
    for later in (day + 12)..<(day + 16) {
      try runner.wake(later)
      if later.isMultiple(of: 2) { try runner.run(later, in: try runner.arm().lowercased()) }
    }
    day += 16
    // Week 8, and a backup that is restored two days into week 9.
    try runner.week(day)
    day += 7
    let saved = runner.desk.folder["saved.sqlite"]
    _ = try runner.desk.rows("VACUUM INTO '\(saved)'")
    runner.desk.setClock(7, daysLater: day)
    let before = try runner.arm()
    runner.desk.results("run", "5km", "30m", "--shoe", before)
    try runner.desk.restore(from: saved)
    #expect(try runner.arm() == before)
    try runner.week(day)
    day += 7
    // Week 10, half of it eight hours further east.
    for late in day..<(day + 7) {
      try runner.wake(late)
      if late > day + 3 { runner.desk.utcOffsetMinutes = 540 }
      if [1, 3, 5].contains(late - day) { try runner.run(late, in: try runner.arm().lowercased()) }
    }
    runner.desk.utcOffsetMinutes = 60
    day += 7
    #expect(runner.desk.nerve("trial", "analyse").status == 1)
    for _ in 11...16 {
      try runner.week(day)
      day += 7
    }
    try runner.wake(day)
    try checkEnd(of: runner)
  }

  /// Compares the end of the trial with what its export says.
  private func checkEnd(of runner: Runner) throws {
    let status = try ReadJSON(runner.desk.results("trial", "--json"))
    #expect(status["complete"] == .bool(true))
    let result = try ReadJSON(runner.desk.results("trial", "analyse", "--json"))
    let export = try ReadJSON(runner.desk.results("trial", "export"))
    let seed = try #require(export["trial"]["seed"].number)
    #expect(UInt64(seed) == runner.desk.seed)
    let schedule = export["schedule"].array.compactMap(\.string)
    #expect(schedule == Self.orders(seed: UInt64(seed), pairs: 8))
    let units = export["units"].array
    #expect(units.count == 16)
    for (number, unit) in units.enumerated() {
      let order = Array(schedule[number / 2])
      #expect(unit["arm"].string == String(order[number % 2]))
    }
    // The pause moves the end of week 7, and everything after it.
    #expect(units[6]["first_day"].string == "2027-01-11")
    #expect(units[6]["last_day"].string == "2027-01-26")
    #expect(units[4]["done"].string != units[4]["arm"].string)
    let changes = units.compactMap { $0["pain_change"].number }
    #expect(changes.count == 16)
    let differences = stride(from: 0, to: 16, by: 2).map { first in
      schedule[first / 2] == "AB"
        ? changes[first + 1] - changes[first] : changes[first] - changes[first + 1]
    }
    let reading = result["as_randomised"]
    #expect(reading["differences"].array.compactMap(\.number) == differences)
    // Every pattern of signs by plain counting, as scipy.stats.permutation_test does with
    // permutation_type='samples'.
    let total = abs(differences.reduce(0, +))
    let extreme = (0..<256).count { pattern in
      let sum = differences.indices.reduce(0.0) { sum, index in
        sum + (pattern >> index & 1 == 1 ? -differences[index] : differences[index])
      }
      return abs(sum) >= total - 1e-9
    }
    #expect(reading["p"].number == Double(extreme) / 256)
    // So says scipy 1.17 of these eight differences.
    #expect(reading["p"].number == 0.0625)
    #expect(try #require(reading["mean"].number) > 0.5)
    #expect(result["units_done_otherwise"].int == 1)
    #expect(
      result["text"].string?.contains("In 8 pairs of weeks chosen by coin, weeks in Endorphin")
        == true)
    // The seed is in the open now, for everybody.
    #expect(runner.desk.results("sql", "SELECT seed FROM trial").contains("\(runner.desk.seed)"))
  }

  /// SplitMix64 written anew, so that the schedule is checked by other code.
  private static func orders(seed: UInt64, pairs: Int) -> [String] {
    var state = seed
    return (0..<pairs).map { _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return (z ^ (z >> 31)) >> 63 == 0 ? "AB" : "BA"
    }
  }
}

extension Desk {
  /// Puts a copy of the journal in its place, as someone whose disk has failed would.
  func restore(from copy: String) throws {
    let files = FileManager.default
    for ending in ["", "-wal", "-shm"] {
      let path = folder["journal.sqlite" + ending]
      if files.fileExists(atPath: path) { try files.removeItem(atPath: path) }
    }
    try files.copyItem(atPath: copy, toPath: folder["journal.sqlite"])
  }
}
