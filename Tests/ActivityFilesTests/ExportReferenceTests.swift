import ActivityFiles
import Foundation
import Testing

/// Compares the rows of exports, made up and real, with what Python's csv and json make of them.
@Suite struct ExportReferenceTests {
  private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private static let exports = [
    ("strava", "strava.csv", "strava/activities.csv"),
    ("runkeeper", "runkeeper.csv", "runkeeper/cardioActivities.csv"),
    ("garmin", "garmin.json", "garmin-account/DI-Connect-Fitness/summarizedActivities.json"),
  ].flatMap { service, own, shared in
    ([.own("exports/\(own)")] + SampleFile.shared("exports/\(shared)")).map { (service, $0) }
  }

  /// The sports by the names that the exports have for them.
  private static let sports: [String: Sport] = [
    "Run": .run, "Running": .run, "running": .run, "trail_running": .run, "Walk": .walk,
    "Walking": .walk, "walking": .walk, "Ride": .ride, "Cycling": .ride, "cycling": .ride,
    "lap_swimming": .swim, "open_water_swimming": .swim, "other": .unrecognised("other"),
  ]

  @Test(.enabled(if: python != nil, "needs python3"), arguments: exports)
  func `Every row says the same`(service: String, file: SampleFile) throws {
    let activities = try Reading(file.bytes).activities
    let rows = try Self.rows(service, file)
    #expect(rows.count >= 30)
    try #require(activities.count == rows.count)
    for (activity, row) in zip(activities, rows) {
      let id = row[0].isEmpty ? nil : "\(service):\(row[0])"
      #expect(activity.serviceID == id)
      #expect(activity.sport == Self.sports[row[1]] ?? .other(row[1].lowercased()))
      #expect((activity.start?.utcSeconds ?? activity.start?.localSeconds) == Int(row[2]))
      #expect(Self.isClose(activity.distanceM, row[3]))
      #expect(Self.isClose(activity.movingSeconds, row[4]))
      #expect(Self.isClose(activity.elapsedSeconds, row[5]))
      #expect(activity.rpe == Double(row[6]))
    }
  }

  private static func isClose(_ value: Double?, _ text: String) -> Bool {
    guard let value, let expected = Double(text) else { return value == nil && text.isEmpty }
    return abs(value - expected) < 0.001
  }

  private static func rows(_ service: String, _ file: SampleFile) throws -> [[String]] {
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Reference/export-rows.py")
    let process = Process()
    process.executableURL = URL(filePath: try #require(python))
    process.arguments = [script.path, service, file.location]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
