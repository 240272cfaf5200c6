import ActivityFiles
import Testing
import WrittenValues

/// What Garmin's table leaves open: units, languages, and what spreadsheets make
/// of its times.
@Suite struct GarminUnitTests {
  private static let header =
    "Activity Type,Date,Title,Distance,Time,Moving Time,Avg Run Cadence,Avg Stride Length,Avg Pace\n"

  private func read(
    _ rows: String, header: String = header, _ options: ActivityReadingOptions = .init()
  ) throws -> Reading { try Reading(header + rows + "\n", options) }

  @Test func `Without proof the assumed unit counts, and that is told`() throws {
    let row = "Running,2026-10-01 08:00:00,A,6.21,1:00:00,--,--,--,9:40"
    let kilometres = try read(row)
    #expect(kilometres.activities.map(\.distanceM) == [6210])
    #expect(kilometres.hasOpenUnit)
    let miles = try read(row, ActivityReadingOptions(assumedUnit: .mile))
    #expect(miles.activities.map(\.distanceM) == [6.21 * 1609.344])
    #expect(miles.hasOpenUnit)
    let said = try read(row, ActivityReadingOptions(assumedUnit: .mile, units: .kilometre))
    #expect(said.activities.map(\.distanceM) == [6210])
    #expect(!said.hasOpenUnit)
  }

  @Test func `Proof counts for more than what is assumed, and less than what is said`() throws {
    let kilometres = "Running,2026-10-01 08:00:00,A,10.00,1:00:00,--,170,0.98,6:00"
    let miles = "Running,2026-10-01 08:00:00,A,6.21,1:00:00,--,170,0.98,9:40"
    let proven = try read(kilometres, ActivityReadingOptions(assumedUnit: .mile))
    #expect(proven.activities.map(\.distanceM) == [10_000])
    #expect(!proven.hasOpenUnit)
    #expect(try read(miles).activities.map(\.distanceM) == [6.21 * 1609.344])
    let said = try read(miles, ActivityReadingOptions(units: .kilometre))
    #expect(said.activities.map(\.distanceM) == [6210])
  }

  @Test(arguments: [("Distance (mi)", 1609.344), ("Distance [km]", 1000)])
  func `A unit in the header is proof`(name: String, metres: Double) throws {
    let reading = try read(
      "Running,2026-10-01 08:00:00,A,5.00,0:30:00,--,--,--,--",
      header: Self.header.replacing("Distance", with: name))
    #expect(reading.activities.map(\.distanceM) == [5 * metres])
    #expect(!reading.hasOpenUnit)
  }

  /// Durations as spreadsheets write them back, in a row of 12.26 miles or other
  /// values that tell what they are.
  @Test(arguments: [
    ("12.26", "1:33", "01:32:29", "7:36", 5580.0), ("12.26", "1:33", "--", "7:36", 5580),
    ("12.26", "1:33", "--", "--", 5580), ("8.20", "0:45", "--", "--", 2700),
    ("5.00", "26:42", "--", "5:20", 1602), ("0.40", "1:33", "--", "--", 93),
    ("8.20", "45:10:00", "--", "--", 2710), ("5.00", "26:42:00", "00:26:40", "--", 1602),
    ("5.00", "12:30:00 AM", "--", "--", 1800), ("5.00", "0:30:00.5", "--", "--", 1800.5),
    ("20.00", "33:02.3", "01:32:50", "--", 5582.3), ("5.00", "30:00.0", "--", "--", 1800),
    ("5.00", "0.02083333333333", "--", "--", 1800), ("5.00", "1h 2m 3s", "--", "--", 3723),
    ("5.00", "1800", "--", "--", 1800), ("5.00", "30", "--", "--", 1800),
    ("30.00", "01:30:00", "--", "--", 5400), ("10.00", "1:02:33", "--", "--", 3753),
  ])
  func `The other values of a row tell what its time means`(
    distance: String, time: String, moving: String, pace: String, seconds: Double
  ) throws {
    let row = "Running,2026-10-01 08:00:00,A,\(distance),\(time),\(moving),--,--,\(pace)"
    let read = try #require(read(row).activities.first?.movingSeconds)
    #expect(abs(read - seconds) < 0.01)
  }

  @Test func `A row that tells nothing follows the others`() throws {
    let rows = """
      Running,2026-10-01 08:00:00,A,12.0,1:05,--,--,--,--
      Running,2026-10-02 08:00:00,B,8.2,0:45,--,--,--,--
      Strength Training,2026-10-03 08:00:00,C,--,1:10,--,--,--,--
      """
    #expect(try read(rows).activities.map(\.movingSeconds) == [3900, 2700, 4200])
  }

  @Test func `The older name of the time is known`() throws {
    let header =
      "Activity Type,Date,Favorite,Title,Distance,Calories,Activity Time,Elev Gain,Elev Loss\n"
    let activity = try #require(
      read("Running,2020-10-01 08:00:00,false,A,5.00,300,00:30:00,12,13", header: header)
        .activities.first)
    #expect(activity.movingSeconds == 1800)
    #expect(activity.ascentM == 12)
    #expect(activity.descentM == 13)
  }

  @Test func `In a language that is not known the places tell`() throws {
    let header = "Τύπος,Ημερομηνία,Αγαπημένο,Τίτλος,Απόσταση,Θερμίδες,Χρόνος,Παλμοί\n"
    let reading = try read(
      "Running,2026-10-01 08:00:00,false,A,5.00,300,00:30:00,150", header: header)
    #expect(reading.format == .garmin)
    #expect(reading.activities.map(\.distanceM) == [5000])
    #expect(reading.activities.map(\.movingSeconds) == [1800])
    // A table of one's own has no favourites there.
    #expect(throws: ActivityFileError.unknownTable) {
      try read("Running,2026-10-01 08:00:00,no,A,5.00,300,00:30:00,150", header: header)
    }
  }

  @Test func `A start without seconds is told to the minute`() throws {
    let rows = """
      Running,2026-10-01 08:00,A,5.00,0:30:00,--,--,--,--
      Running,2026-10-02 08:00:00,B,5.00,0:30:00,--,--,--,--
      """
    #expect(try read(rows).activities.map(\.start?.isToTheMinute) == [true, false])
  }
}
