import CivilDay
import Foundation
import Testing

/// `today()` by the clock of the program, and by the computer's.
@Suite struct TodayTests {
  @Test func `The program's clock is asked anew`() throws {
    var day = try #require(Day("2026-11-27"))
    let database = try Database(today: { day })
    #expect(try database.rows("SELECT today(), weekday_name(today())") == [["2026-11-27", "Fri"]])
    day = day + 1
    #expect(try database.rows("SELECT today()") == [["2026-11-28"]])
  }

  /// The day by the computer's clock, `minutes` ago.
  private func localDay(_ minutes: Int) -> String {
    let format = DateFormatter()
    format.locale = Locale(identifier: "en_GB")
    format.calendar = Calendar(identifier: .gregorian)
    format.dateFormat = "yyyy-MM-dd"
    return format.string(from: Date(timeIntervalSinceNow: Double(-60 * minutes)))
  }

  @Test(arguments: [(nil, 240), ("00:00", 0), ("11:59", 719), ("02:30", 150), ("unreadable", 240)])
  func `Elsewhere, the day boundary is that of the journal`(
    _ boundary: String?, _ minutes: Int
  ) throws {
    let database = try Database()
    if let boundary {
      _ = try database.rows("CREATE TABLE setting (name, value)")
      _ = try database.rows("INSERT INTO setting VALUES ('day_boundary', '\(boundary)')")
    }
    let before = localDay(minutes)
    let found = try database.rows("SELECT today()")[0][0]
    let after = localDay(minutes)
    #expect(found == before || found == after)
  }

  @Test func `It is the same in all rows, and no part of an index`() throws {
    let database = try Database()
    #expect(
      try database.number(
        "SELECT count(DISTINCT today()) FROM generate_series(1, 1000)") ?? 0 <= 2)
    _ = try database.rows("CREATE TABLE t (day)")
    #expect(throws: Database.Failure.self) {
      try database.rows("CREATE INDEX i ON t (day = today())")
    }
  }
}
