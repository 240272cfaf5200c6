import ActivityFiles
import Testing

/// What a table and the recordings in the same archive make of an activity.
@Suite struct RecordingJoinTests {
  private func archive(_ word: String, type: String, metres: Double = 600, hasPulse: Bool = false)
    throws -> Reading
  {
    let points = (0...20).map { number in
      """
      <trkpt lat="\(50 + Double(number) * 30 / 111_195.08)" lon="7">
      <time>2026-10-05T01:0\(number / 6):\(number % 6)0Z</time>\(hasPulse ? "<hr>150</hr>" : "")</trkpt>
      """
    }
    let table = """
      Activity ID,Activity Date,Activity Name,Activity Type,Filename,Distance,Moving Time
      1,"Oct 5, 2026, 1:00:00 AM",A,\(word),a/1.gpx,\(metres / 1000),190
      """
    let gpx = "<gpx><trk><type>\(type)</type><trkseg>\(points.joined())</trkseg></trk></gpx>"
    return try Reading(zip([PackedFile("activities.csv", table), PackedFile("a/1.gpx", gpx)]))
  }

  @Test(
    arguments: [
      ("Blorp", "9", .run), ("Blorp", "walking", .walk), ("Other", "9", .run), ("", "9", .run),
      ("Ride", "9", .ride), ("Yoga", "9", .other("yoga")), ("Blorp", "yoga", .other("yoga")),
      ("Blorp", "", .unrecognised("blorp")), ("Blorp", "blarp", .unrecognised("blorp")),
      ("", "", .unknown),
    ] as [(String, String, Sport)])
  func `Where the table's word is unknown the recording decides`(
    word: String, type: String, sport: Sport
  ) throws {
    #expect(try archive(word, type: type).activities.map(\.sport) == [sport])
  }

  @Test func `A recording with sensors is believed before the table, a bare track after it`() throws
  {
    let bare = try #require(try archive("Run", type: "9").activities.first)
    #expect(bare.distanceM == 600)
    #expect(bare.movingSeconds == 190)
    #expect(bare.evidence == .serviceTable)
    let full = try #require(try archive("Run", type: "9", hasPulse: true).activities.first)
    #expect(abs((full.distanceM ?? 0) - 600) < 0.1)
    #expect(full.distanceM != 600)
    #expect(full.movingSeconds == 200)
    #expect(full.heartRateAverage == 150)
    #expect(full.evidence == .sensorRecording)
    #expect(full.title == "A")
  }

  @Test func `What was changed at the service stays so, with a doubt`() throws {
    let reading = try archive("Run", type: "9", metres: 300, hasPulse: true)
    #expect(reading.activities.map(\.distanceM) == [300])
    #expect(reading.activities.map(\.movingSeconds) == [190])
    #expect(reading.findings.map(\.warnings.count) == [1])
  }
}
