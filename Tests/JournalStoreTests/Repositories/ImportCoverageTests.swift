import CivilDay
import Foundation
import Testing
import JournalModel

@testable import JournalStore

/// Files that tell of every run, trial runs, and large files.
@Suite struct ImportCoverageTests {
  let journal: Journal
  let connection: Connection

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
  }

  private static let rows = ["2026-01-03,5", "2026-01-01,5", "2026-01-05,5"]

  @Test func `In a file that tells of every run, days without one are rest days`() throws {
    try journal.log(.dayMark, ["day": "2026-01-07", "kind": "not_tracked"])
    let report = try journal.importRows("day,distance_m", Self.rows, isComplete: true)
    #expect(report.coverage == "2026-01-01"..."2026-01-05")
    #expect(try journal.days().map(\.state) == [.run, .rest, .run, .rest, .run, nil, nil])
    _ = try journal.undo()
    #expect(try journal.days().map(\.state) == [nil])
  }

  @Test func `In any other file they are unknown`() throws {
    #expect(try journal.importRows("day,distance_m", Self.rows).coverage == nil)
    #expect(try journal.days().map(\.state) == [.run, nil, .run, nil, .run])
  }

  @Test func `That a file tells of every run can be said when its rows are there already`() throws {
    _ = try journal.importRows("day,distance_m", Self.rows)
    let second = try journal.importRows("day,distance_m", Self.rows, isComplete: true)
    #expect(second.added == 0)
    #expect(second.importID == 2)
    #expect(try journal.days().map(\.state) == [.run, .rest, .run, .rest, .run])
    // Said again it changes nothing.
    #expect(try journal.importRows("day,distance_m", Self.rows, isComplete: true).importID == nil)
    #expect(try journal.undo().entryCount == 0)
    #expect(try journal.days().map(\.state) == [.run, nil, .run, nil, .run])
  }

  @Test func `A day whose run was refused is not taken for a rest day`() throws {
    let report = try journal.importRows(
      "day,distance_m", Self.rows + ["2026-01-04,0"], isComplete: true)
    #expect(report.refused == 1)
    #expect(report.coverage == nil)
    #expect(try journal.days().map(\.state) == [.run, nil, .run, nil, .run])
  }

  @Test func `Only a file of runs can tell of every run`() throws {
    #expect(throws: JournalError.self) {
      try journal.importRows("day,leg_pain", ["2026-01-01,1"], as: .checkIn, isComplete: true)
    }
    #expect(try connection.table("SELECT * FROM check_in").isEmpty)
  }

  @Test(arguments: [true, false])
  func `A trial run tells the same and leaves every byte as it was`(_ isComplete: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("journal.sqlite")
    try Journal(path: path, for: .writing(makingFolder: false))
      .log(.run, ["day": "2026-01-01", "distance_m": 5])
    let before = try folder.bytes("journal.sqlite")
    let rows = Self.rows + (isComplete ? [] : ["2026-01-04,x"])
    var trial: ImportReport?
    do {
      let journal = try Journal(path: path, for: .writing(makingFolder: false))
      let dump = try journal.dump()
      trial = try journal.importRows(
        "day,distance_m", rows, isComplete: isComplete, isDryRun: true)
      #expect(try journal.dump() == dump)
      #expect(try journal.connection.integer("SELECT count(*) FROM action") == 1)
    }
    #expect(try folder.bytes("journal.sqlite") == before)
    #expect(try folder.names == ["journal.sqlite"])
    #expect(trial?.importID == nil)
    #expect(trial?.added == 2)

    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    var real = try journal.importRows("day,distance_m", rows, isComplete: isComplete)
    #expect(real.importID == 1)
    real.importID = nil
    #expect(real == trial)
  }

  /// A file that holds the journal's lock if reading it does.
  private struct Watching: TextTable {
    let header = ["day", "distance_m"]
    // More than are read before their columns' types are decided.
    var rest = 1_003
    let isFree: () -> Bool

    mutating func next() -> TextRecord? {
      guard rest > 0 else { return nil }
      rest -= 1
      if rest < 3 { #expect(isFree()) }
      return .fields(["2026-01-01", "\(rest + 1)"], line: 1_005 - rest)
    }
  }

  @Test func `Others can write while a file is being read, however long that takes`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("journal.sqlite")
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    let other = try Journal(path: path, for: .writing(makingFolder: false))
    other.connection.setBusyTimeout(milliseconds: 0)
    var file = Watching {
      (try? other.log(.checkIn, ["day": "2026-02-01", "leg_pain": 3])) != nil
    }
    let report = try journal.importRows(
      of: &file,
      plan: ImportPlan(
        table: .run, select: "SELECT * FROM csv", fileName: "-",
        today: try #require(Day("2026-12-31"))))
    #expect(report.added == 1_003)
    #expect(try journal.ratings(of: .leg).count == 3)
  }

  /// Records that are made as they are asked for.
  private struct Many: TextTable {
    let header = ["day", "distance_m", "note"]
    var made = 0
    let count: Int

    mutating func next() -> TextRecord? {
      guard made < count else { return nil }
      made += 1
      let day = Day(daysSince1970: 10_000 + made / 20)
      return .fields(
        ["\(day)", "\(made)", "a note of some length for run \(made)"], line: made + 1)
    }
  }

  /// The memory that the process holds now, in bytes.
  private func residentBytes() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(
      separator: " ")
    return (Int(fields[1]) ?? 0) * 4_096
  }

  @Test func `A hundred thousand rows go in within a bounded time and memory`() async throws {
    // Alone in a process, so that other tests' memory does not count.
    await #expect(processExitsWith: .success) {
      let suite = try ImportCoverageTests()
      let folder = try TemporaryFolder()
      let journal = try Journal(
        path: folder.path("journal.sqlite"), for: .writing(makingFolder: false))
      let plan = ImportPlan(
        table: .run, select: "SELECT * FROM csv", fileName: "many.csv",
        today: Day(daysSince1970: 30_000))
      var file = Many(count: 10_000)
      _ = try journal.importRows(of: &file, plan: plan)
      let before = try suite.residentBytes()
      // Processor time, which other work on the machine does not stretch.
      let start = clock()
      file = Many(count: 100_000)
      let report = try journal.importRows(of: &file, plan: plan)
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      let growth = try suite.residentBytes() - before
      #expect(report.added == 90_000)
      #expect(report.alreadyThere == 10_000)
      #expect(growth < 16 << 20, "\(growth) bytes")
      // Some seconds unoptimised on one slow core.
      #expect(seconds < 120, "\(seconds) s")
      print("100000 rows: \(seconds) s, \(growth / 1024) KiB more")
    }
  }
}
