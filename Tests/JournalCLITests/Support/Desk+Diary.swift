import CivilDay
import JournalModel
import JournalStore
import Platform
import Testing
@testable import JournalCLI

/// Four weeks of running, rating and resting up to yesterday.
func deskWithDiary(at hour: Int = 7, _ minute: Int = 30) throws -> Desk {
  let desk = try Desk(at: hour, minute)
  func day(_ daysAgo: Int) -> SQLiteValue { .text("\(Desk.monday.day - daysAgo)") }
  let runs: [(daysAgo: Int, metres: Double?, minutes: Int)] = [
    (34, 8_000, 48), (32, 6_000, 36), (27, 9_000, 54), (24, 7_000, 42), (20, 8_000, 48),
    (17, 6_000, 36), (13, 10_400, 62), (10, 7_000, 42), (6, 9_000, 54), (3, nil, 30),
  ]
  let pains = runs.map { ($0.daysAgo - 1, 3) } + [12, 11, 8, 4, 1].map { ($0, $0 % 4) }
  let journal = try Journal(
    path: desk.folder["journal.sqlite"], for: .writing(makingFolder: false))
  _ = try journal.add(
    [
      Entry(
        .footwear,
        ["name": "Pegasus", "limit_distance_m": 700_000, "start_distance_m": 560_000])
    ]
      + runs.map { run in
        Entry(
          .run,
          [
            "day": day(run.daysAgo), "distance_m": .real(run.metres),
            "duration_s": .integer(run.minutes * 60), "rpe": 5, "footwear": "Pegasus",
          ])
      }
      + pains.map { daysAgo, pain in
        Entry(
          .checkIn,
          ["day": day(daysAgo), "moment": "morning", "leg_pain": .integer(pain)])
      },
    command: "diary", today: nil)
  return desk
}

/// What was logged over the Monday.
func logOfMonday(_ desk: Desk) throws {
  desk.results("run", "8.2km", "45:10", "--start", "17:30")
  desk.results("pain", "4", "--back", "2", "--reach", "calf", "--side", "left", "--time", "7am")
  for exercise in ["piriformis", "calf", "sciatic slider", "hip flexor", "piriformis"] {
    desk.results("stretch", exercise, "3x30s", "-y")
  }
}
