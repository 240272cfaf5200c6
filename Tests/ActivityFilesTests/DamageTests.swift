import ActivityFiles
import Testing

/// Cuts and corrupts exports and archives: whatever happens to them, they are
/// read or refused, and what is said of them ends in a full stop.
@Suite struct DamageTests {
  private static let exports = [
    "exports/strava/activities.csv", "exports/runkeeper/cardioActivities.csv",
    "exports/garmin-account/DI-Connect-Fitness/summarizedActivities.json",
    "exports/apple-health/health_tdda/export6s3sample.xml",
    "exports/apple-health/health_healthkit-to-sqlite/export.xml",
  ]

  /// The first rows will do: what comes after them is the same.
  private static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Shared.bytes(path).prefix(12_000))
  }

  /// An archive with recordings and tables of several kinds.
  private static func archive() throws -> [UInt8] {
    let paths = [
      "activities/fit/fitdecode--garmin-fenix-5-run.fit",
      "activities/tcx/tcx_myaiguide--2020-05-22T18_18_03+02_00_PT5M0.980S_Running.tcx",
      "activities/gpx/opentracks--gpx11_without_speed.gpx",
    ]
    var files = try paths.map { PackedFile($0, try Shared.bytes($0)) }
    for path in exports { files.append(PackedFile(path, try bytes(path))) }
    files.append(PackedFile("inner.zip", try zip(files)))
    files.append(PackedFile("first.fit.gz", try gzip(files[0].bytes)))
    return try zip(files)
  }

  @Test(Shared.isNeeded, arguments: exports)
  func `An export that is cut short or damaged is read or refused`(path: String) throws {
    try damage(Self.bytes(path))
  }

  @Test(Shared.isNeeded)
  func `An archive that is cut short or damaged is read or refused`() throws {
    let archive = try Self.archive()
    #expect(try Reading(archive).reasons.count >= 2)
    try damage(archive)
  }

  @Test(Shared.isNeeded)
  func `A .gz that is cut short or damaged is read or refused`() throws {
    try damage(gzip(Self.bytes(Self.exports[0])))
  }

  /// Reads `bytes` cut at 200 places, and with 1,000 bytes changed.
  private func damage(_ bytes: [UInt8]) throws {
    var random = SplitMix64(seed: 20_261_123)
    for cut in 0..<200 { try read(Array(bytes.prefix(bytes.count * cut / 200))) }
    for _ in 0..<100 {
      var damaged = bytes
      for _ in 0..<10 {
        damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      try read(damaged)
    }
  }

  private func read(_ bytes: [UInt8]) throws {
    do {
      let reading = try Reading(bytes)
      #expect(reading.reasons.allSatisfy { $0.hasSuffix(".") })
    } catch let error as ActivityFileError {
      #expect(error.description.hasSuffix("."))
    }
  }
}
