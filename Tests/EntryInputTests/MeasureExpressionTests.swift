import JournalModel
import Testing
@testable import EntryInput

@Suite struct DistanceExpressionTests {
  @Test(arguments: [
    ("8.2km", 8200.0), ("8,2km", 8200), ("8.2 KM", 8200), ("8.2", 8200), ("8,2", 8200),
    (".5km", 500), ("10k", 10_000), ("5mi", 8046.72), ("5 miles", 8046.72), ("1 mile", 1609.344),
    ("5000m", 5000), ("100m", 100), ("42 metres", 42), ("440yd", 402.336), ("8.25km", 8250),
    ("8.250km", 8250), ("42.195km", 42_195), ("26.2mi", 42_164.813), ("1000km", 1_000_000),
    ("8.3", 8300), ("0.001", 1), ("2 kilometers", 2000),
  ])
  func `A distance is read in metres`(text: String, metres: Double) throws {
    #expect(try DistanceExpression.parse(text, unit: .kilometres) == metres)
  }

  @Test func `A bare number is in the unit of the setting`() throws {
    #expect(try DistanceExpression.parse("5", unit: .miles) == 8046.72)
    #expect(try DistanceExpression.parse("5km", unit: .miles) == 5000)
  }

  @Test(arguments: [
    ("", InputError.unknownDistance), ("km", .unknownDistance), ("-5km", .unknownDistance),
    ("5 6km", .unknownDistance), ("5km 3", .unknownDistance), ("5.km", .unknownDistance),
    ("1.2.3km", .unknownDistance), ("1e3m", .unknownDistance), ("0x10km", .unknownDistance),
    ("nan", .unknownDistance), ("inf", .unknownDistance), ("5ft", .unknownDistance),
    ("٥km", .unknownDistance), ("5km!", .unknownDistance), ("45:10", .unknownDistance),
    ("1,000m", .ambiguousComma), ("8,250km", .ambiguousComma),
    ("5m", .ambiguousMetres), ("99.9m", .ambiguousMetres),
    ("0", .distanceOutOfRange), ("0m", .distanceOutOfRange), ("0.0000001km", .distanceOutOfRange),
    ("1001km", .distanceOutOfRange), ("622mi", .distanceOutOfRange),
    ("\(String(repeating: "9", count: 400))km", .unknownDistance),
  ])
  func `What is not a distance a runner covers is refused`(text: String, error: InputError) {
    #expect(throws: error) { try DistanceExpression.parse(text, unit: .kilometres) }
  }
}

@Suite struct DurationExpressionTests {
  @Test(arguments: [
    ("45:10", 2710), ("1:02:33", 3753), ("0:45", 45), ("90:00", 5400), ("1:30", 90),
    ("1h05", 3900), ("1h5", 3900), ("1h05m30s", 3930), ("1h 5m", 3900), ("1 hour 5 minutes", 3900),
    ("50m", 3000), ("50min", 3000), ("50 mins", 3000), ("50m30", 3030), ("1h05m30", 3930),
    ("1h 05 30", 3930), ("90s", 90), ("90 sec", 90), ("1.5h", 5400), ("1,5h", 5400), ("12.5m", 750),
    ("0.5s", 1),
    ("2H", 7200), ("168h", 604_800), ("1h30s", 3630), ("90m30s", 5430), ("1s", 1),
  ])
  func `A duration is read in seconds`(text: String, seconds: Int) throws {
    #expect(try DurationExpression.parse(text) == seconds)
  }

  @Test(arguments: [
    ("", InputError.unknownDuration), ("h", .unknownDuration), ("1:2", .unknownDuration),
    ("45:60", .unknownDuration), ("1:60:00", .unknownDuration), ("1:02:03:04", .unknownDuration),
    (":30", .unknownDuration), ("45:", .unknownDuration), ("4 5:10", .unknownDuration),
    ("5m1h", .unknownDuration), ("1h1h", .unknownDuration), ("1h75m", .unknownDuration),
    ("1.5h30m", .unknownDuration), ("90s5", .unknownDuration),
    ("-5m", .unknownDuration), ("5d", .unknownDuration), ("1e2s", .unknownDuration),
    ("1 2", .unknownDuration), ("45'10", .unknownDuration),
    ("45", .bareDuration), ("45.5", .bareDuration),
    ("1,500s", .ambiguousComma),
    ("0m", .durationOutOfRange), ("0:00", .durationOutOfRange), ("169h", .durationOutOfRange),
    ("0.4s", .durationOutOfRange), ("9999:00:00", .durationOutOfRange),
  ])
  func `What is not a duration is refused`(text: String, error: InputError) {
    #expect(throws: error) { try DurationExpression.parse(text) }
  }
}

@Suite struct PaceExpressionTests {
  @Test(
    arguments: [
      ("5:30/km", 330.0), ("5:30 /KM", 330), ("5:30 min/km", 330), ("5:30", 330),
      ("8:45/mi", 525 / 1.609344), ("10:00/mile", 600 / 1.609344), ("1:00/km", 60),
      ("60:00/km", 3600),
    ] as [(String, Double)])
  func `A pace is read in seconds per kilometre`(text: String, pace: Double) throws {
    #expect(abs(try PaceExpression.parse(text, unit: .kilometres) - pace) < 1e-9)
  }

  @Test func `A bare pace is in the unit of the setting`() throws {
    #expect(abs(try PaceExpression.parse("8:45", unit: .miles) - 525 / 1.609344) < 1e-9)
  }

  @Test(arguments: [
    ("", InputError.unknownPace), ("5/km", .unknownPace), ("5:3/km", .unknownPace),
    ("5:60/km", .unknownPace), ("5:30/h", .unknownPace), ("5:30/", .unknownPace),
    ("1:05:30/km", .unknownPace), ("5.5/km", .unknownPace),
    ("0:59/km", .paceOutOfRange), ("60:01/km", .paceOutOfRange), ("0:00/km", .paceOutOfRange),
  ])
  func `What is not a pace is refused`(text: String, error: InputError) {
    #expect(throws: error) { try PaceExpression.parse(text, unit: .kilometres) }
  }
}

@Suite struct ClockTimeTests {
  @Test(arguments: [
    ("7:05", "07:05"), ("07:05", "07:05"), ("19:30", "19:30"), ("0:00", "00:00"),
    ("23:59", "23:59"), ("7am", "07:00"), ("7 AM", "07:00"), ("7:30pm", "19:30"),
    ("12am", "00:00"), ("12pm", "12:00"), ("12:30am", "00:30"), ("11:59 pm", "23:59"),
  ])
  func `A time of day is read on either clock`(text: String, expected: String) throws {
    #expect(try ClockTime(text).description == expected)
  }

  @Test(arguments: [
    ("", InputError.unknownTime), ("24:00", .unknownTime), ("7:60", .unknownTime),
    ("7:5", .unknownTime), ("13pm", .unknownTime), ("0am", .unknownTime), ("am", .unknownTime),
    ("7:30:00", .unknownTime), ("-1:30", .unknownTime), ("7.30", .unknownTime),
    ("0730", .unknownTime), ("noonish", .unknownTime), ("7", .bareHour), ("19", .bareHour),
  ])
  func `What is not a time of day is refused`(text: String, error: InputError) {
    #expect(throws: error) { _ = try ClockTime(text) }
  }
}
