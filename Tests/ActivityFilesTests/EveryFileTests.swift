import ActivityFiles
import Testing

/// Every file that the project ships, and every file of the shared data, whatever
/// it is.
@Suite struct EveryFileTests {
  private static let folders = [
    "activities/fit", "activities/gpx", "activities/tcx", "exports/strava", "exports/runkeeper",
    "exports/google-fit", "exports/garmin-account/DI-Connect-Fitness",
    "exports/garmin-account/DI-Connect-Aggregator",
    "exports/apple-health/health_healthkit-to-sqlite", "exports/apple-health/health_tdda",
  ]

  private static let files =
    ["gpx", "tcx", "exports"].flatMap { SampleFile.all(own: $0) }
    + folders.flatMap { folder in
      Shared.names(in: folder).filter { $0.contains(".") }
        .flatMap { SampleFile.shared("\(folder)/\($0)") }
    }

  @Test(arguments: files)
  func `A file is read, or refused with a reason`(file: SampleFile) throws {
    do {
      let reading = try Reading(file.bytes)
      #expect(reading.reasons.isEmpty)
      #expect(!reading.activities.isEmpty)
      // Two activities of one content would be taken for one.
      #expect(Set(reading.activities.map(\.fingerprint)).count == reading.activities.count)
    } catch let error as ActivityFileError {
      #expect(error.description.hasSuffix("."))
    }
  }

  private static let exports: [(file: SampleFile, format: ActivityFormat, activities: Int)] =
    [
      (.own("exports/strava.csv"), .strava, 40), (.own("exports/runkeeper.csv"), .runkeeper, 30),
      (.own("exports/garmin.json"), .garmin, 30),
      (.own("exports/apple-health.xml"), .appleHealth, 12),
    ]
    + [
      ("strava/activities.csv", .strava, 112), ("runkeeper/cardioActivities.csv", .runkeeper, 178),
      ("garmin-account/DI-Connect-Fitness/summarizedActivities.json", .garmin, 372),
      ("apple-health/health_healthkit-to-sqlite/export.xml", .appleHealth, 1),
    ].flatMap { path, format, count in
      SampleFile.shared("exports/\(path)").map { ($0, format, count) }
    }

  @Test(arguments: exports)
  func `The services' exports are known in archives too`(
    file: SampleFile, format: ActivityFormat, count: Int
  ) throws {
    let bytes = try file.bytes
    let plain = try Reading(bytes)
    let packed = try Reading(zip([PackedFile("a/b", bytes)]))
    #expect(plain.format == format)
    #expect(plain.activities.count == count)
    #expect(packed.format == format)
    #expect(packed.activities == plain.activities)
  }

  @Test func `Totals of days are told from activities`() throws {
    let error = #expect(throws: ActivityFileError.self) {
      try Reading(SampleFile.own("exports/google-fit.csv").bytes)
    }
    #expect(error?.description.contains("Google Fit") == true)
  }
}
