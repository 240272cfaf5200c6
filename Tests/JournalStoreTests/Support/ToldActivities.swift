import CivilDay
import JournalModel

@testable import JournalStore

/// Random activities, as several sources tell of each.
struct ToldActivities {
  /// What a source or a person tells.
  enum Telling {
    case source(ImportableActivity)
    case person(Entry)
  }

  private var random: SplitMix64
  private var number = 0

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  /// The tellings of one to four runs from `first` on, and how many runs those are.
  mutating func set(from first: Day) -> (tellings: [Telling], runs: Int) {
    var tellings: [Telling] = []
    var runs = 0
    for index in 0..<Int.random(in: 1...3, using: &random) {
      // The clock of another zone reaches into the next day.
      let day = first + 3 * index
      if Bool.random(using: &random) {
        tellings += alone(on: day)
        runs += 1
      } else {
        // Out and back, or the same loop twice.
        let loop = (Double.random(in: 4_000...20_000, using: &random), pace)
        tellings += told(on: day, at: 25_200 + second, loop.0, loop.0 * loop.1, withStarts: true)
        tellings += told(on: day, at: 61_200 + second, loop.0, loop.0 * loop.1, withStarts: true)
        runs += 2
      }
    }
    return (tellings, runs)
  }

  private var pace: Double { mutating get { Double.random(in: 0.25...0.5, using: &random) } }
  private var second: Int { mutating get { Int.random(in: 0..<3_600, using: &random) } }

  /// A run that is the only one of its days, so that it may be told in any way.
  private mutating func alone(on day: Day) -> [Telling] {
    let (metres, start) = (Double.random(in: 5_000...25_000, using: &random), 36_000 + second)
    let seconds = metres * pace
    var tellings = told(on: day, at: start, metres, seconds, withStarts: false)
    if Bool.random(using: &random) {
      let quarters = one(of: [-8, -4, 4, 8, 22, 23, -18])
      tellings.append(recording(on: day, at: start, metres, seconds))
      let shifted = start + quarters * 900 + Int.random(in: -1...1, using: &random)
      var activity = self.activity(on: day, at: shifted, metres * 1.002, seconds * 0.998)
      (activity.origin, activity.startTold) = ("elsewhere", .wall)
      activity.entry.values["utc_offset_min"] = .integer(60 + quarters * 15)
      tellings.append(.source(activity))
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      tellings.append(
        .person(
          Entry(
            .run,
            [
              "day": .text(day.description), "distance_m": .real((metres / 100).rounded() * 100),
              "duration_s": .real(seconds.rounded()), "rpe": 6, "note": "typed",
              "surface": "trail",
            ])))
    }
    return tellings
  }

  /// A run as some services and devices tell of it.
  private mutating func told(
    on day: Day, at start: Int, _ metres: Double, _ seconds: Double, withStarts: Bool
  ) -> [Telling] {
    var tellings: [Telling] = []
    if Bool.random(using: &random) {
      tellings.append(recording(on: day, at: start, metres, seconds))
    }
    if Bool.random(using: &random) {
      let late = start + Int.random(in: 0...40, using: &random)
      var track = activity(on: day, at: late, metres * 1.008, seconds * 0.995)
      (track.evidence, track.startTold) = (.bareTrack, .utc)
      if Bool.random(using: &random) { track.doubts = ["It is cut off."] }
      tellings.append(.source(track))
    }
    if Bool.random(using: &random) {
      number += 1
      var row = activity(on: day, at: start + 7, metres * 0.997, seconds)
      (row.serviceID, row.origin, row.startTold) = ("strava:\(number)", "strava", .utc)
      row.entry.values["note"] = .text("Row \(number)")
      row.shoe = "Ghost"
      tellings.append(.source(row))
    }
    if tellings.isEmpty || Bool.random(using: &random) {
      var row = activity(on: day, at: start - start % 60, (metres / 10).rounded() * 10, seconds)
      row.isStartToTheMinute = true
      if !withStarts, Bool.random(using: &random) {
        row.entry.values["start_time"] = nil
        row.entry.values["utc_offset_min"] = nil
      }
      tellings.append(.source(row))
    }
    return tellings
  }

  private mutating func recording(
    on day: Day, at start: Int, _ metres: Double, _ seconds: Double
  ) -> Telling {
    var recording = activity(on: day, at: start, metres, seconds)
    (recording.evidence, recording.origin) = (.sensorRecording, "watch")
    recording.startTold = Bool.random(using: &random) ? .utc : .both
    recording.entry.values["heart_rate_avg"] = 150
    recording.elapsedSeconds = seconds * 1.1
    return .source(recording)
  }

  /// A run in the zone of Berlin in winter.
  private mutating func activity(
    on day: Day, at start: Int, _ metres: Double, _ seconds: Double
  ) -> ImportableActivity {
    var second = start
    var date = day
    if second >= 86_400 { (second, date) = (second - 86_400, day + 1) }
    if second < 0 { (second, date) = (second + 86_400, day - 1) }
    let time = [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return ImportableActivity(
      Entry(
        .run,
        [
          "day": .text((second < 14_400 ? date - 1 : date).description), "start_time": .text(time),
          "utc_offset_min": 60, "distance_m": .real(metres), "duration_s": .real(seconds),
        ]), fingerprint: fingerprint())
  }

  /// A run that hardly differs from others of its kind: who tells of which is not to
  /// be known.
  mutating func blurred(from first: Day) -> Telling {
    let metres: Double = one(of: [5_000, 5_050, 5_200, 8_000])
    let start =
      (Int.random(in: 28...34, using: &random) * 900)
      + (Int.random(in: 0...3, using: &random) * 45)
    var activity = activity(
      on: first + Int.random(in: 0...1, using: &random), at: start, metres, metres * 0.36)
    if Bool.random(using: &random) {
      number += 1
      activity.serviceID = one(of: ["strava:\(number)", "garmin:\(number)"])
    }
    activity.origin = one(of: ["watch", "phone", nil])
    activity.evidence = one(of: [.bareTrack, .serviceTable, .sensorRecording])
    activity.isStartToTheMinute = start % 60 == 0
    for field in ["distance_m", "start_time"] where Int.random(in: 0..<5, using: &random) == 0 {
      activity.entry.values[field] = nil
    }
    if Int.random(in: 0..<6, using: &random) == 0 {
      var values = activity.entry.values
      values["rpe"] = .integer(Int.random(in: 1...9, using: &random))
      return .person(Entry(.run, values.filter { $0.key != "utc_offset_min" }))
    }
    return .source(activity)
  }

  private mutating func one<T>(of choices: [T]) -> T {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func fingerprint() -> String {
    let digits = String(UInt64.random(in: 1...UInt64.max, using: &random), radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }

  /// The elements in a random order.
  mutating func shuffled<T>(_ elements: [T]) -> [T] { elements.shuffled(using: &random) }

  /// A number from 0 up to `limit`.
  mutating func number(below limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}
