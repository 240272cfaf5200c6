import ActivityFiles
import Testing

/// Cuts and corrupts exports and archives: whatever happens to them, they are
/// read or refused, and what is said of them ends in a full stop.
@Suite struct DamageTests {
  private static let exports =
    SampleFile.all(own: "exports")
    + [
      "exports/strava/activities.csv", "exports/runkeeper/cardioActivities.csv",
      "exports/garmin-account/DI-Connect-Fitness/summarizedActivities.json",
      "exports/apple-health/health_tdda/export6s3sample.xml",
      "exports/apple-health/health_healthkit-to-sqlite/export.xml",
    ].flatMap(SampleFile.shared)

  /// The first rows will do: what comes after them is the same.
  private static func start(_ file: SampleFile) throws -> [UInt8] {
    Array(try file.bytes.prefix(12_000))
  }

  /// An archive with recordings and tables of several kinds.
  private static func archive() throws -> [UInt8] {
    var files = [PackedFile("made.fit", MadeFIT.run.bytes)]
    for file in ["tcx/three-laps.tcx", "gpx/two-tracks.gpx"].map(SampleFile.own) + exports {
      files.append(PackedFile(file.path, try start(file)))
    }
    files.append(PackedFile("inner.zip", try zip(files)))
    files.append(PackedFile("first.fit.gz", try gzip(files[0].bytes)))
    return try zip(files)
  }

  @Test(arguments: exports)
  func `An export that is cut short or damaged is read or refused`(file: SampleFile) throws {
    try damage(Self.start(file))
  }

  @Test func `An archive that is cut short or damaged is read or refused`() throws {
    let archive = try Self.archive()
    #expect(try !Reading(archive).reasons.isEmpty)
    try damage(archive)
  }

  @Test func `A .gz that is cut short or damaged is read or refused`() throws {
    try damage(gzip(Self.start(.own("exports/strava.csv"))))
  }

  /// Reads `bytes` cut at 50 places, and with 10 bytes changed, 40 times.
  private func damage(_ bytes: [UInt8]) throws {
    var random = SplitMix64(seed: 20_261_123)
    for cut in 0..<50 { try read(Array(bytes.prefix(bytes.count * cut / 50))) }
    for _ in 0..<40 {
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
