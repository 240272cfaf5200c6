import ActivityFiles
import Testing

/// Services that are read from what is known of their formats.
@Suite struct ServiceTests {
  private static let start = ActivityStart(utcSeconds: 1_790_834_400, localSeconds: 1_790_841_600)
  private static let startInUTC = ActivityStart(utcSeconds: 1_790_834_400, localSeconds: nil)

  private func first(_ text: String, _ format: ActivityFormat) throws -> ImportedActivity {
    let reading = try Reading(text)
    #expect(reading.format == format)
    #expect(reading.reasons.isEmpty)
    // In an archive it is the same.
    let packed = try Reading(zip([.init("Takeout/a/b.file", text), .init("c.txt", "nothing")]))
    #expect(packed.format == format)
    #expect(packed.activities == reading.activities)
    return try #require(reading.activities.first)
  }

  @Test func `Fitbit's exercises`() throws {
    let run = try first(ServiceSamples.fitbit, .fitbit)
    #expect(run.sport == .run)
    #expect(run.serviceID == "fitbit:7001")
    #expect(run.start == Self.startInUTC)
    #expect(run.distanceM == 10_020)
    #expect(run.movingSeconds == 3753)
    #expect(run.elapsedSeconds == 3900)
    #expect(run.ascentM == 55)
    #expect(run.steps == 10_750)
    #expect(run.heartRateAverage == 150)
    #expect(run.device == "Charge 5")
    #expect(run.evidence == .serviceTable)
    #expect(try Reading(ServiceSamples.fitbit).activities.map(\.sport) == [.run, .walk])
  }

  @Test func `Fitbit's distances are in the unit beside them`() throws {
    let miles = ServiceSamples.fitbit.replacing("Kilometer", with: "Mile")
    #expect(try Reading(miles).activities.first?.distanceM == 10.02 * 1609.344)
    let open = ServiceSamples.fitbit.replacing("\"distanceUnit\":\"Kilometer\",", with: "")
    let reading = try Reading(open, ActivityReadingOptions(assumedUnit: .mile))
    #expect(reading.activities.first?.distanceM == 10.02 * 1609.344)
    #expect(reading.hasOpenUnit)
    #expect(try !Reading(ServiceSamples.fitbit).hasOpenUnit)
  }

  @Test func `An exercise of Fitbit without a start is set aside and the others are not`() throws {
    let text = ServiceSamples.fitbit.replacing("10/02/26 06:00:00", with: "some day")
    let reading = try Reading(text)
    #expect(reading.activities.count == 1)
    #expect(reading.reasons == ["The row's date is unreadable."])
  }

  @Test func `Samsung Health's exercises`() throws {
    let reading = try Reading(Self.withoutMetadata(ServiceSamples.samsung))
    #expect(reading.format == .samsung)
    #expect(reading.activities.map(\.sport) == [.run, .walk, .swim])
    let run = try #require(reading.activities.first)
    #expect(run.serviceID == "samsung:a-1")
    #expect(run.start == Self.start)
    #expect(run.distanceM == 10_020)
    #expect(run.movingSeconds == 3753)
    #expect(run.ascentM == 55)
    #expect(run.descentM == 54)
    #expect(run.steps == 10_750)
    #expect(run.heartRateAverage == 150)
    #expect(run.heartRateMaximum == 171)
    #expect(run.title == "Loop")
    #expect(run.note == "Easy")
    // Milliseconds since 1970, where the clock was behind.
    #expect(reading.activities.last?.start?.utcSeconds == 1_791_007_200)
    #expect(reading.activities.last?.start?.utcOffsetMinutes == -330)
  }

  /// The header on the first line, as somebody leaves it who opened the file.
  private static func withoutMetadata(_ text: String) -> String {
    String(text[text.index(after: text.firstIndex(of: "\n") ?? text.startIndex)...])
  }

  @Test(arguments: [ServiceSamples.polar, ServiceSamples.polarOfToday])
  func `A session of Polar`(text: String) throws {
    let run = try first(text, .polar)
    #expect(run.sport == .run)
    #expect(run.start == Self.start)
    #expect(run.distanceM == 10_020)
    #expect(run.movingSeconds == 3753)
    #expect(run.elapsedSeconds == 3900)
    #expect(run.ascentM == 55)
    #expect(run.descentM == 54)
    #expect(run.heartRateAverage == 150)
    #expect(run.heartRateMaximum == 171)
    #expect(run.title == "Loop")
    #expect(try Reading(text).activities.count == 1)
  }

  @Test func `Each sport of a session of Polar is an activity`() throws {
    let text = """
      {"startTime":"2026-10-01T08:00:00","timezoneOffset":120,"exercises":[
      {"startTime":"2026-10-01T08:00:00","duration":"PT10M","sport":"SWIMMING","distance":400},
      {"startTime":"2026-10-01T08:12:00","duration":"PT20M","sport":"RUNNING","distance":4000}]}
      """
    let activities = try Reading(text).activities
    #expect(activities.map(\.sport) == [.swim, .run])
    #expect(activities.map(\.movingSeconds) == [600, 1200])
    #expect(activities.map(\.start?.utcSeconds) == [1_790_834_400, 1_790_835_120])
    #expect(Set(activities.map(\.fingerprint)).count == 2)
  }

  @Test func `A workout of Suunto`() throws {
    let run = try first(ServiceSamples.suunto, .suunto)
    #expect(run.sport == .run)
    #expect(run.start == Self.start)
    #expect(run.distanceM == 10_020)
    #expect(run.movingSeconds == 3753)
    #expect(run.elapsedSeconds == 3900)
    #expect(run.ascentM == 55)
    #expect(run.descentM == 54)
    #expect(run.steps == 10_750)
    #expect(run.heartRateAverage == 150)
    #expect(run.heartRateMaximum == 171)
    #expect(run.cadence.map { abs($0 - 172) < 0.1 } == true)
    #expect(run.device == "Suunto 9")
    #expect(run.evidence == .sensorRecording)
  }

  @Test func `Samples of Suunto without a header`() throws {
    let run = try first(ServiceSamples.suuntoSamples, .suunto)
    #expect(run.sport == .run)
    #expect(run.start == Self.start)
    #expect(run.distanceM == 10_020)
    #expect(run.movingSeconds == 3753)
    #expect(run.heartRateAverage == 150)
    #expect(run.heartRateMaximum == 156)
  }

  @Test func `Zepp's sports`() throws {
    let run = try first(ServiceSamples.zepp, .zepp)
    #expect(run.sport == .run)
    #expect(run.start == Self.startInUTC)
    #expect(run.distanceM == 10_020)
    #expect(run.movingSeconds == 3753)
    let other = try #require(Reading(ServiceSamples.zepp).activities.last)
    #expect(other.sport == .other("strength"))
    #expect(other.distanceM == nil)
  }

  @Test func `The activities of intervals.icu`() throws {
    let run = try first(ServiceSamples.intervals, .intervals)
    #expect(run.sport == .run)
    #expect(run.serviceID == "intervals:i1001")
    #expect(run.start == Self.start)
    #expect(run.distanceM == 10_020)
    #expect(run.movingSeconds == 3753)
    #expect(run.elapsedSeconds == 3900)
    #expect(run.ascentM == 55)
    #expect(run.descentM == 54)
    #expect(run.heartRateAverage == 150)
    #expect(run.heartRateMaximum == 171)
    #expect(run.cadence == 172)
    #expect(run.rpe == 6)
    #expect(run.title == "Loop")
    #expect(run.note == "Easy")
    #expect(run.device == "Garmin Fenix")
  }

  @Test func `Descent and steps are kept where a service tells them`() throws {
    let garmin = try #require(Reading(ServiceSamples.garmin).activities.first)
    #expect(garmin.descentM == 54)
    #expect(garmin.steps == 10_750)
    #expect(try Reading(ServiceSamples.strava).activities.map(\.descentM) == [54, 54])
  }

  @Test(arguments: [
    ("{\"id\":\"a\",\"start_epoch_ms\":1,\"active_duration_ms\":2}", "Nike Run Club"),
    ("{\"start_time\":1,\"duration\":2,\"sport_type_id\":\"1\"}", "adidas Running"),
    ("[{\"motionPathData\":[{\"sportType\":4}]}]", "Huawei Health"),
    ("[{\"totalDistance\":1,\"totalTime\":2,\"sportType\":4}]", "Huawei Health"),
    ("[{\"sport\":\"RUN\"},{\"start_time\":\"\"},{\"duration_s\":1}]", "Endomondo"),
    (
      "Cycle start time,Workout start time,Workout end time,Duration (min),Activity Strain\n",
      "Whoop"
    ),
    ("from,to,Timezone,Activity type,Data,GPS\n", "Withings"),
    ("Date Submitted,Workout Date,Distance (mi),Workout Time (seconds)\n", "MapMyRun"),
  ])
  func `Of what is not read it is said what to take instead`(text: String, service: String) {
    let error = #expect(throws: ActivityFileError.self) { try Reading(text) }
    #expect(error?.description.contains(service) == true)
    #expect(error?.description.contains("; ") == true)
    #expect(error != .unknownTable)
  }

  @Test(arguments: ServiceSamples.all)
  func `A thousand damaged files are read or refused`(text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try !Reading(Self.withoutMetadataIfAny(bytes)).activities.isEmpty)
    var random = SplitMix64(seed: 20_261_126)
    for round in 0..<1000 {
      var damaged = bytes
      switch round % 4 {
      case 0: damaged.removeSubrange(Int.random(in: 0..<bytes.count, using: &random)...)
      case 1:
        let place = Int.random(in: 0..<bytes.count, using: &random)
        damaged.insert(contentsOf: bytes[place...].prefix(40), at: place / 2)
      default:
        for _ in 0..<8 {
          damaged[Int.random(in: 0..<bytes.count, using: &random)] =
            Array("0129:/.,;\"-{}[]eNa\u{0}\u{FF}".utf8).randomElement(using: &random) ?? 0
        }
      }
      do {
        let reading = try Reading(damaged)
        #expect(reading.reasons.allSatisfy { $0.hasSuffix(".") })
      } catch let error as ActivityFileError {
        #expect(error.description.hasSuffix("."))
      }
    }
  }

  private static func withoutMetadataIfAny(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.hasPrefix("com.samsung") ? Array(withoutMetadata(text).utf8) : bytes
  }
}
