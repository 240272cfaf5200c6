import CivilDay
import JournalMigrations
import JournalModel
import Testing
@testable import JournalStore

/// The view `day` tells the same whatever is cached.
@Suite struct DayCacheTests {
  private let journal: Journal
  private let connection: Connection
  private let plain: PlainDays

  init() throws {
    journal = try Journal.inMemory()
    connection = journal.connection
    plain = try PlainDays(connection)
  }

  /// The days that are cached, after those that can be were.
  private func days() throws -> [String] {
    journal.cacheDays()
    return try cachedDays()
  }

  private func cachedDays() throws -> [String] {
    try connection.rows("SELECT day FROM day_cache ORDER BY day") {
      (row) throws(SQLiteError) in try row.text(0)
    }
  }

  /// 10,000 changes in all.
  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `After any change the days are what they are without a cache`(_ seed: UInt64) throws {
    // Other programs seldom check references, and rarely let REPLACE fire triggers.
    if seed % 2 == 0 { try connection.setForeignKeys(false) }
    if seed % 5 == 0 { try connection.execute(script: "PRAGMA recursive_triggers = ON") }
    var writer = RandomWriter(journal, seed: seed)
    var cached = 0
    for number in 0..<500 {
      try writer.write()
      #expect(try plain.agree, "change \(number)")
      if number % 3 == 0 {
        journal.cacheDays()
        cached += try cachedDays().count
      }
    }
    #expect(cached > 1_000)
    #expect(try plain.ratingsAgree)
  }

  @Test func `All days are cached but the two newest`() throws {
    #expect(try days() == [])
    try journal.log(.run, ["day": "2026-03-01", "distance_m": 5_000])
    #expect(try days() == [])
    try journal.log(.checkIn, ["day": "2026-03-05", "leg_pain": 2])
    #expect(try days() == ["2026-03-01", "2026-03-02", "2026-03-03"])
  }

  @Test func `What is logged on the newest days leaves the cache as it is`() throws {
    try journal.log(.run, ["day": "2026-01-01", "distance_m": 5_000])
    try journal.log(.run, ["day": "2026-03-01", "distance_m": 5_000])
    let days = try days()
    let before = try connection.integer("SELECT total_changes()")
    try connection.run(
      "INSERT INTO check_in (day, leg_pain) VALUES ('2026-03-01', 3), ('2026-03-02', 4)")
    #expect(try cachedDays() == days)
    // Two rows, and two in the record of changes.
    #expect(try connection.integer("SELECT total_changes()") - before == 4)
  }

  @Test func `A change takes away the day before it, whose next day it is, and those after it`()
    throws
  {
    for day in ["2026-03-01", "2026-03-20"] {
      try journal.log(.run, ["day": .text(day), "distance_m": 5_000])
    }
    #expect(try days().last == "2026-03-18")
    try connection.run("INSERT INTO check_in (day, leg_pain) VALUES ('2026-03-10', 3)")
    #expect(try cachedDays().last == "2026-03-08")
    // What no day follows from takes nothing away.
    try connection.run("UPDATE run SET note = 'x'")
    #expect(try cachedDays().last == "2026-03-08")
  }

  @Test func `A journal that ends before its cache has no more days than its entries`() throws {
    for day in ["2026-03-01", "2026-03-03", "2026-03-20"] {
      try journal.log(.run, ["day": .text(day), "distance_m": 5_000])
    }
    #expect(try days().count == 18)
    try connection.run("DELETE FROM run WHERE day = '2026-03-20'")
    #expect(try cachedDays().count == 18)
    #expect(try journal.days().map(\.day.description).last == "2026-03-03")
    #expect(try plain.agree)
    try connection.run("DELETE FROM run")
    #expect(try journal.days().isEmpty)
  }

  @Test func `Each table that a day follows from has triggers of every kind`() throws {
    let triggers = try connection.rows(
      "SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'uncache_*'"
    ) { (row) throws(SQLiteError) in try row.text(0) }
    var expected = Dictionary(
      uniqueKeysWithValues: [
        "check_in", "cross_training", "day_mark", "flare_up", "import", "run", "setting", "stretch",
      ].map { ($0, 3) })
    // A shoe's id is looked at once more when it is known.
    expected["footwear"] = 4
    #expect(Dictionary(grouping: triggers) { $0 }.mapValues(\.count) == expected)
  }

  @Test func `The cache is neither recorded nor exported, nor offered to be asked`() throws {
    try journal.log(.run, ["day": "2026-03-01", "distance_m": 5_000])
    try journal.log(.run, ["day": "2026-03-20", "distance_m": 5_000])
    #expect(try days().isEmpty == false)
    #expect(
      try connection.integer("SELECT count(*) FROM change WHERE table_name = 'day_cache'") == 0)
    #expect(try journal.exportedTables().allSatisfy { $0.name != "day_cache" })
    #expect(
      try Set(journal.schemaNames().tables.keys).isDisjoint(with: Journal.internalRelations))
  }

  @Test func `A cached day has the columns of one that is computed`() throws {
    #expect(
      try connection.column("SELECT name FROM pragma_table_info('day_cache')")
        == connection.column("SELECT name FROM pragma_table_info('day_tail')"))
  }

  @Test func `Days outside the journal are unknown, and days are told in order`() throws {
    for day in ["2026-03-04", "2026-03-09"] {
      try journal.log(.run, ["day": .text(day), "distance_m": 5_000])
    }
    try journal.log(.checkIn, ["day": "2026-03-06", "leg_pain": 2])
    let all = try journal.days()
    let first = try #require(Day("2026-03-01"))
    for span in [first...first + 12, first + 3...first + 8, first + 5...first + 5, first...first] {
      let days = try journal.days(in: span)
      #expect(days.map(\.day) == Array(span))
      for day in days {
        #expect(day == all.first { $0.day == day.day } ?? DiaryDay(unknown: day.day))
      }
    }
  }
}
