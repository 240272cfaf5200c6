import CivilDay
import Foundation
import JournalMigrations
import JournalModel
import Testing
@testable import JournalStore

/// The cache of days in a file that several write to, and that processes leave at
/// any moment.
@Suite struct DayCacheFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("journal.sqlite")
    let journal = try Journal(path: path, for: .writing(makingFolder: false))
    for day in ["2026-01-01", "2026-02-01", "2026-03-01"] {
      try journal.log(.run, ["day": .text(day), "distance_m": 5_000])
    }
  }

  private func agree() throws -> Bool {
    try PlainDays(Connection(path: path, access: .readOnly)).agree
  }

  private func cachedDays() throws -> Int {
    try Connection(path: path, access: .readOnly).integer("SELECT count(*) FROM day_cache")
  }

  @Test func `Two who write at once leave a cache that is whole and true`() throws {
    let path = path
    let results = concurrently(2) { writer in
      let journal = try Journal(path: path, for: .changing)
      var random = SplitMix64(state: UInt64(writer))
      for _ in 0..<40 {
        let day = Day(daysSince1970: 20_454) + Int.random(in: 0..<60, using: &random)
        try journal.log(
          .checkIn,
          ["day": .text("\(day)"), "leg_pain": .integer(Int.random(in: 0...10, using: &random))])
      }
    }
    for result in results { try result.get() }
    #expect(try agree())
    try Journal(path: path, for: .changing).log(.checkIn, ["day": "2026-03-02", "leg_pain": 1])
    #expect(try agree())
    #expect(try cachedDays() == 59)
  }

  @Test func `Who ends between a write and the cache leaves it short, and the next fills it`()
    throws
  {
    let whole = try cachedDays()
    // The write alone, as if the process had ended after its commit.
    try Connection(path: path, access: .readWrite).run(
      "INSERT INTO check_in (day, leg_pain) VALUES ('2026-01-20', 5)")
    #expect(try cachedDays() == 18)
    #expect(try agree())
    // And in the middle of caching.
    do {
      let connection = try Connection(path: path, access: .readWrite)
      try connection.execute(
        script: """
          BEGIN IMMEDIATE;
          INSERT INTO day_cache SELECT * FROM day_tail WHERE day < '2026-02-10';
          """)
    }
    #expect(try cachedDays() == 18)
    #expect(try agree())
    try Journal(path: path, for: .changing).log(.checkIn, ["day": "2026-03-01", "leg_pain": 1])
    #expect(try cachedDays() == whole)
    #expect(try agree())
  }

  @Test func `Nobody waits to cache days while another writes, and nothing fails`() throws {
    let other = try Connection(path: path, access: .readWrite)
    let journal = try Journal(path: path, for: .changing)
    try journal.connection.run("DELETE FROM day_cache")
    try other.execute(script: "BEGIN IMMEDIATE")
    let start = ContinuousClock.now
    journal.cacheDays()
    #expect(ContinuousClock.now - start < .seconds(2))
    #expect(try cachedDays() == 0)
    try other.execute(script: "ROLLBACK")
    // Afterwards a write waits for its lock again.
    #expect(
      try journal.connection.integer("PRAGMA busy_timeout")
        == Int(Connection.busyTimeoutMilliseconds))
    journal.cacheDays()
    #expect(try cachedDays() == 58)
  }

  @Test func `A write stays although its days cannot be cached`() throws {
    let journal = try Journal(path: path, for: .changing)
    try journal.connection.execute(
      script: """
        CREATE TEMP TRIGGER full BEFORE INSERT ON day_cache
        BEGIN SELECT raise(ABORT, 'no room'); END
        """)
    try journal.log(.checkIn, ["day": "2026-01-20", "leg_pain": 5])
    journal.cacheDays()
    #expect(try cachedDays() == 18)
    #expect(try agree())
    #expect(
      try journal.days(in: Day(daysSince1970: 20_473)...Day(daysSince1970: 20_473))[0].legPain == 5)
  }

  @Test func `Who reads while days are cached sees one moment`() throws {
    let reader = try Journal(path: path, for: .reading)
    let writer = try Journal(path: path, for: .changing)
    try reader.snapshot {
      let before = try reader.days()
      try writer.log(.checkIn, ["day": "2026-01-20", "leg_pain": 5])
      try writer.log(.run, ["day": "2026-04-01", "distance_m": 5_000])
      writer.cacheDays()
      #expect(try reader.days() == before)
    }
    #expect(try reader.days().count == 91)
    #expect(try agree())
  }

  @Test func `Days stay what they are when the file is packed`() throws {
    try Connection(path: path, access: .readWrite).execute(script: "VACUUM")
    #expect(try cachedDays() == 58)
    #expect(try agree())
    let copy = folder.path("copy.sqlite")
    try Connection(path: path, access: .readWrite).run("VACUUM INTO ?1", .text(copy))
    #expect(try PlainDays(Connection(path: copy, access: .readWrite)).agree)
  }

  @Test func `An older journal is cached as it is brought up to date`() throws {
    let older = folder.path("older.sqlite")
    let steps = Array(allMigrations.prefix { $0.number < 13 })
    do {
      let journal = try Journal(
        path: older, for: .writing(makingFolder: false), migrations: steps)
      for day in ["2026-01-01", "2026-02-01"] {
        try journal.connection.run(
          "INSERT INTO run (day, distance_m) VALUES (?1, 5000)", .text(day))
      }
    }
    #expect(try Journal(path: older, for: .reading).days().count == 32)
    let journal = try Journal(path: older, for: .reading)
    #expect(try journal.connection.integer("SELECT count(*) FROM day_cache") == 30)
    #expect(try PlainDays(journal.connection).agree)
  }

  @Test func `A step of the schema empties the cache, for it may change the rules`() throws {
    let step = Migration.next("rule", "DROP VIEW week; CREATE VIEW week AS SELECT 1 AS monday")
    try Connection(path: path, access: .readWrite).run("UPDATE day_cache SET runs = 7")
    let journal = try Journal(path: path, for: .changing, migrations: allMigrations + [step])
    #expect(try journal.days().allSatisfy { ($0.runs ?? 0) < 7 })
  }
}
