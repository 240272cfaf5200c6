import CivilDay
import Testing
import JournalModel

@testable import JournalStore

/// The first of March 2026.
private let firstOfMarch = Day(daysSince1970: 20_513)

/// Days put together from the entries are what the view `day` says of them.
@Suite struct DayAssemblyTests {
  /// A journal of random entries of every kind in some weeks of 2026.
  private struct RandomJournal {
    let journal: Journal
    var random: SplitMix64

    private mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }

    private mutating func day() -> SQLiteValue { .text("\(firstOfMarch + below(40))") }

    private mutating func time() -> SQLiteValue {
      below(3) == 0 ? .null : .text("\(10 + below(14)):\(10 + below(50)):00")
    }

    private mutating func perhaps(_ value: SQLiteValue) -> SQLiteValue {
      below(3) == 0 ? .null : value
    }

    private mutating func run() -> [String: SQLiteValue] {
      let isTimed = below(2) == 0
      return [
        "day": day(), "start_time": time(),
        "distance_m": isTimed ? perhaps(.real(Double(below(20_000) + 1))) : 5_123.4,
        "duration_s": isTimed ? .integer(below(9_000) + 1) : perhaps(.integer(1_801)),
        "rpe": perhaps(.integer(below(11))), "ascent_m": perhaps(.real(Double(below(300)))),
        "descent_m": perhaps(.real(Double(below(300)))),
        "steps": perhaps(.integer(below(9_000) + 1)),
      ]
    }

    private mutating func checkIn() -> [String: SQLiteValue] {
      [
        "day": day(), "time": below(4) == 0 ? "01:30:00" : time(), "note": "n",
        "moment": [.null, "morning", "later"][below(3)],
        "leg_pain": perhaps(.integer(below(11))), "back_pain": perhaps(.integer(below(11))),
        "reach": perhaps(.integer(below(7))), "sitting_hours": perhaps(.integer(below(9))),
        "sleep_hours": perhaps(.real(Double(below(20)) / 2)),
      ]
    }

    private mutating func stretch() -> [String: SQLiteValue] {
      [
        "day": day(), "exercise": "calf", "sets": 3, "hold_s": perhaps(30),
        "duration_s": perhaps(95),
      ]
    }

    /// Logs an entry; one that may not be is left out.
    mutating func log() throws {
      do {
        switch below(12) {
        case 0...3: try journal.log(.run, run())
        case 4...6: try journal.log(.checkIn, checkIn())
        case 7: try journal.log(.stretch, stretch())
        case 8: try journal.log(.crossTraining, ["day": day(), "activity": "swim"])
        case 9:
          try journal.log(
            .dayMark, ["day": day(), "kind": below(2) == 0 ? "rest" : "not_tracked"])
        case 10:
          try journal.log(.flareUp, ["onset_day": day(), "end_day": below(6) == 0 ? .null : day()])
        default:
          try journal.connection.run(
            """
            INSERT INTO import (file_name, format, target, imported_at, added, already_there,
              refused, covers_from, covers_to)
            VALUES ('a', 'csv', 'run', '2026-05-04T00:00:00Z', 1, 0, 0, ?1, date(?1, '+3 days'))
            """, day())
        }
      } catch is JournalError {
        // A second mark of a day, a flare-up that ends before it begins.
      }
    }
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func `Days are as the view tells them, and unknown outside it`(
    seed: UInt64
  ) throws {
    let journal = try Journal.inMemory()
    var random = RandomJournal(journal: journal, random: SplitMix64(state: seed))
    // The last is none that the program would take.
    let boundary: SQLiteValue? = [nil, "02:30", "00:00", "soon"][Int(seed % 4)]
    if let boundary {
      try journal.log(.setting, ["name": "day_boundary", "value": boundary])
    }
    for _ in 0..<Int(seed) { try random.log() }
    let all = try journal.daysOfView()
    for measure in PainMeasure.allCases { _ = try journal.ratingsOfView(measure) }
    let known = Dictionary(uniqueKeysWithValues: all.map { ($0.day, $0) })
    // A flare-up that lasts goes on where the journal ends.
    let onset = try journal.openFlareUp()?.onsetDay
    func outside(_ day: Day) -> DiaryDay {
      .unknown(day, isFlare: onset.map { $0 <= day } ?? false)
    }
    let first = firstOfMarch
    for days in [first - 5...first + 50, first + 7...first + 20, first + 11...first + 11] {
      #expect(try journal.days(in: days).map(\.day) == Array(days))
      for (found, day) in zip(try journal.days(in: days), days) {
        #expect(found == known[day] ?? outside(day))
      }
    }
  }
}

extension DiaryDay {
  /// A day of which nothing was logged.
  fileprivate static func unknown(_ day: Day, isFlare: Bool) -> DiaryDay {
    DiaryDay(
      day: day, state: nil, runs: nil, distanceKm: nil, minutes: nil, load: nil, ascentM: nil,
      legPain: nil, legPainMoment: nil, eveningLegPain: nil, worstLegPain: nil,
      backPain: nil, reach: nil, isFlare: isFlare, stretchMinutes: nil, sittingHours: nil,
      sleepHours: nil)
  }
}
