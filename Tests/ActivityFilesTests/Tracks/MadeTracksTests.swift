import ActivityFiles
import Foundation
import Testing

/// The recordings that the project ships, against what their maker says of them.
@Suite struct MadeTracksTests {
  /// A row of `Fixtures/tracks.csv`.
  private struct Track {
    let fields: [String]

    var sport: Sport { fields[1] == "other" ? .unrecognised("other") : Sport(named: fields[1]) }
    var start: Int? { Int(fields[2]) }
    var metres: Double? { Double(fields[3]) }
    var seconds: Double? { Double(fields[4]) }
    var laps: Int? { Int(fields[5]) }
  }

  private static func tracks(of path: String) throws -> [Track] {
    String(decoding: try SampleFile.own("tracks.csv").bytes, as: UTF8.self)
      .split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
      .filter { $0[0] == path }.map(Track.init)
  }

  private static let files = SampleFile.all(own: "gpx") + SampleFile.all(own: "tcx")

  @Test func `The files are there`() {
    #expect(Self.files.count == 16)
  }

  @Test(arguments: files)
  func `Sport, start, distance, time and laps are those that were put in`(
    file: SampleFile
  ) throws {
    let expected = try Self.tracks(of: file.path)
    guard !expected.isEmpty else {
      let error = #expect(throws: ActivityFileError.self) { try read(file) }
      #expect(error?.description.hasSuffix(".") == true)
      return
    }
    let activities = try read(file)
    try #require(activities.count == expected.count)
    #expect(Set(activities.map(\.fingerprint)).count == activities.count)
    for (activity, track) in zip(activities, expected) {
      #expect(activity.sport == track.sport)
      #expect(activity.start?.utcSeconds == track.start)
      #expect(activity.laps == track.laps)
      #expect(isClose(activity.distanceM, track.metres, within: 0.02))
      if file.path.hasPrefix("gpx") {
        #expect(isClose(activity.elapsedSeconds, track.seconds, within: 0.001))
      } else {
        #expect(isClose(activity.movingSeconds, track.seconds, within: 0.001))
      }
    }
  }

  @Test(arguments: files)
  func `The reader of all files says the same`(file: SampleFile) throws {
    let expected = try Self.tracks(of: file.path)
    let bytes = try file.bytes
    guard !expected.isEmpty else {
      #expect(throws: ActivityFileError.self) { try Reading(bytes) }
      return
    }
    #expect(try Reading(bytes).activities == read(file))
    #expect(try Reading(gzip(bytes)).activities.count == expected.count)
  }

  private func read(_ file: SampleFile) throws -> [ImportedActivity] {
    let source = source(of: try file.bytes)
    return try file.path.hasPrefix("gpx")
      ? GPXFile.activities(in: source).map(\.activity)
      : TCXFile.activities(in: source).map(\.activity)
  }

  private func isClose(_ value: Double?, _ expected: Double?, within most: Double) -> Bool {
    guard let value, let expected else { return value == nil && expected == nil }
    return abs(value - expected) <= most
  }
}
