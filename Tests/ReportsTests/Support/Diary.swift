import CivilDay

@testable import JournalStore

/// The day of the tests that is `number` days after 30 September 2026.
func october(_ number: Int) -> Day { Day(daysSince1970: 20_726) + number }

extension DiaryDay {
  /// A run.
  static func run(
    _ day: Day, km: Double? = nil, minutes: Double? = nil, load: Double? = nil,
    ascent: Double? = nil, runs: Int = 1, pain: Int? = nil, worst: Int? = nil
  ) -> DiaryDay {
    DiaryDay(
      day: day, state: .run, runs: runs, distanceKm: km, minutes: minutes, load: load,
      ascentM: ascent, legPain: pain, legPainMoment: nil, eveningLegPain: nil,
      worstLegPain: worst ?? pain, backPain: nil, reach: nil, isFlare: false,
      stretchMinutes: nil, sittingHours: nil, sleepHours: nil)
  }

  /// A rest, which is a load of zero in every measure.
  static func rest(
    _ day: Day, is restIs: RestGround = .implied, pain: Int? = nil, isFlare: Bool = false,
    stretch: Double? = nil
  ) -> DiaryDay {
    DiaryDay(
      day: day, state: .rest, restIs: restIs, runs: 0, distanceKm: 0, minutes: 0, load: 0,
      ascentM: 0,
      legPain: pain, legPainMoment: nil, eveningLegPain: nil, worstLegPain: pain,
      backPain: nil, reach: nil, isFlare: isFlare, stretchMinutes: stretch, sittingHours: nil,
      sleepHours: nil)
  }

  /// A day of which nobody knows whether there was a run.
  static func unknown(_ day: Day, isFlare: Bool = false) -> DiaryDay {
    DiaryDay(
      day: day, state: nil, runs: nil, distanceKm: nil, minutes: nil, load: nil, ascentM: nil,
      legPain: nil, legPainMoment: nil, eveningLegPain: nil, worstLegPain: nil,
      backPain: nil, reach: nil, isFlare: isFlare, stretchMinutes: nil, sittingHours: nil,
      sleepHours: nil)
  }
}
