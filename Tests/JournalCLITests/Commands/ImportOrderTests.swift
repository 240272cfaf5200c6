import Correlator
import Testing

@testable import JournalCLI

/// The same journal comes of the same files and commands, in whatever order.
@Suite struct ImportOrderTests {
  /// Two runs of a day and one of another, as a track, a recording with laps and the
  /// tables of two services tell of them; what was typed tells of the last.
  private static let files = [
    "dawn.gpx": TrackFile(start: "2026-11-20T06:00:00Z", name: "Dawn").text,
    "dusk.gpx": TrackFile(start: "2026-11-20T16:30:20Z").text,
    "loop.gpx": TrackFile(start: "2026-11-21T09:00:00Z").text,
    "dawn.tcx": recording(start: "2026-11-20T06:00:10Z", metres: 5_980, seconds: 1_795),
    // A clock that is five hours and a half ahead.
    "loop.tcx": recording(start: "2026-11-21T14:30:01Z", metres: 6_010, seconds: 1_801),
    "runkeeper.csv": """
    Activity Id,Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),\
    Calories Burned,Climb (m),Average Heart Rate (bpm),Friend's Tagged,Notes,GPX File
    a,2026-11-20 07:00:05,Running,,6.02,30:00,5:00,12,300,12,,,before work,
    b,2026-11-20 17:30:25,Running,,5.99,30:02,5:00,12,300,14,,,,
    c,2026-11-20 17:30:25,Running,,2.00,12:00,6:00,10,100,1,,,default time,

    """,
  ]

  /// A TCX file of a run in one lap.
  static func recording(start: String, metres: Int, seconds: Int) -> String {
    """
    <?xml version="1.0"?>
    <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
    <Activities><Activity Sport="Running"><Id>\(start)</Id><Lap StartTime="\(start)">
    <TotalTimeSeconds>\(seconds)</TotalTimeSeconds><DistanceMeters>\(metres)</DistanceMeters>
    <AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>
    <Track><Trackpoint><Time>\(start)</Time><DistanceMeters>0</DistanceMeters></Trackpoint></Track>
    </Lap><Creator><Name>Watch</Name></Creator></Activity></Activities></TrainingCenterDatabase>
    """
  }

  @Test(arguments: 0..<12)
  func `Files, batches and typing in any order make the same journal`(_ seed: Int) throws {
    func content(_ seed: UInt64) throws -> [String] {
      var random = SplitMix64(seed: seed)
      var desk = try Desk()
      desk.answers = ["y"]
      var commands = try Self.files.keys.sorted().map { name in
        ["import", try desk.folder.write(Self.files[name] ?? "", to: name)]
      }
      commands.append(
        ["run", "6km", "30:00", "--rpe", "4", "--on", "2026-11-21", "--note", "typed"])
      commands.shuffle(using: &random)
      var batch: [String] = []
      for command in commands {
        let isImport = command[0] == "import"
        if isImport { batch.append(command[1]) }
        if !batch.isEmpty, !isImport || Bool.random(using: &random) {
          desk.results(["import", "--quiet"] + batch)
          batch = []
        }
        // Beside a file that is there already the answer is that it is the same run.
        if !isImport { #expect(desk.nerve(command).status == 0) }
      }
      if !batch.isEmpty { desk.results(["import", "--quiet"] + batch) }
      return try desk.rows(
        """
        SELECT day, start_time, utc_offset_min, round(distance_m), round(duration_s), rpe,
          heart_rate_avg, note, doubt FROM run ORDER BY 1, 2, 4
        """)
    }
    let (first, second) = try (content(UInt64(seed)), content(UInt64(seed) + 100))
    #expect(first == second)
    #expect(first.count == 4)
  }
}
