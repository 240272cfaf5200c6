import ActivityFiles
import Testing
import WrittenValues

/// One order of dates for each table, whatever the service.
@Suite struct TableDateTests {
  /// Seconds of 2026-10-05T00:00:00.
  private static let october5 = 1_791_158_400

  private static func garmin(_ dates: [String]) -> String {
    "Activity Type,Date,Title,Distance,Time\n"
      + dates.map { "Running,\"\($0)\",A,5.00,0:30:00\n" }.joined()
  }

  private static func strava(_ dates: [String]) -> String {
    "Activity ID,Activity Date,Activity Name,Activity Type,Distance,Moving Time\n"
      + dates.enumerated().map { "\($0 + 1),\"\($1)\",A,Run,5.00,1800\n" }.joined()
  }

  private static func runkeeper(_ dates: [String]) -> String {
    "Date,Type,Distance (km),Duration,GPX File\n"
      + dates.map { "\"\($0)\",Running,5.00,30:00,\n" }.joined()
  }

  private static func zepp(_ dates: [String]) -> String {
    "type,startTime,sportTime(s),distance(m)\n" + dates.map { "1,\"\($0)\",1800,5000\n" }.joined()
  }

  private static let tables: [@Sendable ([String]) -> String] = [garmin, strava, runkeeper, zepp]

  private static func days(_ reading: Reading) -> [Int] {
    reading.activities.compactMap {
      ($0.start?.utcSeconds ?? $0.start?.localSeconds).map { $0 / 86_400 }
    }
    .sorted()
  }

  @Test(arguments: [
    ["10/5/2026 7:12", "10/25/2026 7:12", "11/3/2026 7:12"],
    ["5/10/2026 7:12", "25/10/2026 7:12", "3/11/2026 7:12"],
    ["05-10-2026 07:12", "25-10-2026 07:12:00", "03-11-2026 07:12"],
    ["5.10.2026 7.12", "25.10.2026 7.12", "3.11.2026 7.12"],
    ["10/5/26 7:12 AM", "10/25/26 7:12 AM", "11/3/26 7:12 AM"],
    ["05/10/26 07:12", "25/10/26 07:12", "03/11/26 07:12"],
    ["2026/10/5 7:12", "2026/10/25 7:12", "2026/11/3 7:12"],
    ["2026. 10. 5. 오전 7:12", "2026. 10. 25. 오전 7:12", "2026. 11. 3. 오전 7:12"],
    ["mar. 5 oct. 2026 7:12", "mar. 25 oct. 2026 7:12", "mar. 3 nov. 2026 7:12"],
    ["2026-10-05 07:12:00", "25/10/2026 7:12", "3/11/2026 7:12"],
  ])
  func `A row proves the order of all`(dates: [String]) throws {
    let first = Self.october5 / 86_400
    for table in Self.tables {
      let reading = try Reading(table(dates))
      #expect(Self.days(reading) == [first, first + 20, first + 29])
      #expect(reading.reasons.isEmpty)
    }
  }

  @Test(arguments: [["10/5/2026 7:12", "11/3/2026 7:12"], ["10/25/2026 7:12", "25/10/2026 7:12"]])
  func `Without proof the table is refused, and what is said decides`(dates: [String]) throws {
    for table in Self.tables {
      #expect(throws: ActivityFileError.openDates) { try Reading(table(dates)) }
      let packed = try Reading(
        zip([.init("a.csv", table(dates)), .init("b.csv", Self.garmin(["2026-10-05 07:12:00"]))]))
      #expect(packed.reasons == [ActivityFileError.openDates.description])
      let said = try Reading(table(dates), ActivityReadingOptions(dates: .monthFirst))
      #expect(Self.days(said).first.map { $0 >= Self.october5 / 86_400 } == true)
    }
  }

  @Test func `A row that contradicts the others is set aside`() throws {
    let dates = ["10/5/2026 7:12", "10/25/2026 7:12", "25/10/2026 7:12", "10/26/2026 7:12"]
    for table in Self.tables {
      let reading = try Reading(table(dates))
      let first = Self.october5 / 86_400
      #expect(Self.days(reading) == [first, first + 20, first + 21])
      #expect(
        reading.reasons == ["Its day and month are in a different order than in the other rows."])
    }
  }

  @Test func `A date without a time says so`() throws {
    let reading = try Reading(Self.garmin(["2026-10-05", "some day", ""]))
    #expect(
      reading.reasons == [
        "The row has a date without a time.", "The row's date is unreadable.",
        "The row has no date.",
      ])
  }
}
