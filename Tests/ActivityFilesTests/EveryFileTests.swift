import ActivityFiles
import Testing

/// Every file of the shared data, whatever it is.
@Suite struct SharedFilesTests {
  private static let folders = [
    "activities/fit", "activities/gpx", "activities/tcx", "exports/strava", "exports/runkeeper",
    "exports/google-fit", "exports/garmin-account/DI-Connect-Fitness",
    "exports/garmin-account/DI-Connect-Aggregator",
    "exports/apple-health/health_healthkit-to-sqlite", "exports/apple-health/health_tdda",
  ]

  private static let files = folders.flatMap { folder in
    Shared.names(in: folder).filter { $0.contains(".") }.map { "\(folder)/\($0)" }
  }

  @Test(Shared.isNeeded, arguments: files)
  func `A file is read, or refused with a reason`(path: String) throws {
    do {
      let reading = try Reading(Shared.bytes(path))
      #expect(reading.reasons.isEmpty)
      #expect(!reading.activities.isEmpty)
      // Two activities of one content would be taken for one.
      #expect(Set(reading.activities.map(\.fingerprint)).count == reading.activities.count)
    } catch let error as ActivityFileError {
      #expect(error.description.hasSuffix("."))
    }
  }

  /// Every one of them in one archive, with what each should give.
  @Test(Shared.isNeeded)
  func `The services' exports are known in archives too`() throws {
    let expected: [(path: String, format: ActivityFormat, activities: Int)] = [
      ("exports/strava/activities.csv", .strava, 112),
      ("exports/runkeeper/cardioActivities.csv", .runkeeper, 178),
      (
        "exports/garmin-account/DI-Connect-Fitness/summarizedActivities.json", .garmin, 372
      ),
      ("exports/apple-health/health_healthkit-to-sqlite/export.xml", .appleHealth, 1),
    ]
    for (path, format, count) in expected {
      let bytes = try Shared.bytes(path)
      let plain = try Reading(bytes)
      let packed = try Reading(zip([PackedFile("a/b", bytes)]))
      #expect(plain.format == format)
      #expect(plain.activities.count == count)
      #expect(packed.format == format)
      #expect(packed.activities == plain.activities)
    }
  }
}
