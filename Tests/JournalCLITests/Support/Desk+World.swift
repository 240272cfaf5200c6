import CivilDay
import JournalModel
import JournalStore
import Platform
import TestSupport

@testable import JournalCLI

/// A runner made up day by day, whose leg answers running in a known way.
struct World {
  /// The days, the last of which is ``last``.
  var days: Int
  /// The last day.
  var last = Day(year: 2026, month: 10, day: 31) ?? Desk.monday.day
  var seed: UInt64 = 1
  /// The weekdays with runs, 0 for Monday; `nil` for three or four a week by chance.
  var runWeekdays: Set<Int>?
  /// The points of pain that a run of so many kilometres adds the next morning, on
  /// the day with this number.
  var effect: @Sendable (_ km: Double, _ day: Int) -> Double
}

extension Desk {
  /// Writes the days of `world` into the journal: a rating every morning, runs of 3
  /// to 12 km, and a mark on every other day.
  func live(_ world: World) throws {
    var chance = SplitMix64(seed: world.seed)
    func share() -> Double { Double(chance.next() >> 11) / 0x1p53 }
    var (pain, entries) = (3.0, [Entry]())
    for number in 0..<world.days {
      let day = world.last - (world.days - 1 - number)
      entries.append(
        Entry(
          .checkIn,
          [
            "day": .text("\(day)"), "moment": "morning",
            "leg_pain": .integer(Int(pain.rounded())),
          ]))
      let (runs, km) = (share() < 0.5, Double(30 + Int(share() * 91)) / 10)
      let isRunDay = world.runWeekdays.map { $0.contains(day.weekday) } ?? runs
      if isRunDay {
        entries.append(
          Entry(
            .run,
            [
              "day": .text("\(day)"), "distance_m": .real(km * 1000),
              "duration_s": .integer(Int(km * 360)), "rpe": 4,
            ]))
      } else {
        entries.append(Entry(.dayMark, ["day": .text("\(day)"), "kind": "rest"]))
      }
      let noise = (share() + share() + share() - 1.5) * 2
      let answer = isRunDay ? world.effect(km, number) : 0
      pain = min(10, max(0, 3 + 0.5 * (pain - 3) + noise + answer))
    }
    let journal = try Journal(path: folder["journal.sqlite"], for: .writing(makingFolder: false))
    _ = try journal.add(entries, command: "world", today: nil)
  }
}
