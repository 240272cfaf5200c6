public import CivilDay

/// A SYNTHETIC diary of a runner with sciatica who does not exist.
///
/// A formula makes it from a seed, for demonstrations, tests and benchmarks;
/// nobody felt or measured anything in it. The same arguments give the same diary
/// on every machine, because its numbers use only the four basic operations.
///
/// **What is true in it.** Leg pain has a latent level that is drawn back to its
/// resting level by 28 % a day, is shaken by noise, and rises the next morning
/// by ``painPerKilometre`` for each kilometre run, so that a run of 12 km adds
/// 1.2 points and some of it stays for days. Flare-ups come on their own. The
/// runner skips or shortens runs on sore mornings, which hides part of the
/// effect from anyone who only compares days with and without a run. Shoes,
/// surfaces, stretches, sleep, sitting, stress and mood have no effect on pain.
///
/// **Missing values.** An unrecorded value is `nil`, never 0. A morning has no
/// leg pain rating in about 12 of 100 tracked days. Every day has an entry or a
/// mark, except the days in ``untracked``, which have only a mark that says so.
public struct SampleDiary: Hashable, Sendable {
  /// The points of leg pain that a kilometre adds on the next morning.
  public static let painPerKilometre = 0.1

  /// All days of the diary, tracked or not.
  public let days: ClosedRange<Day>

  /// The holidays on which no diary was kept, in order.
  public internal(set) var untracked: [ClosedRange<Day>] = []

  /// The pairs of shoes, in order of purchase.
  public internal(set) var shoes: [SampleShoe] = []

  /// The runs, at most one per day, oldest first.
  public internal(set) var runs: [SampleRun] = []

  /// The exercises done, oldest first.
  public internal(set) var stretches: [SampleStretch] = []

  /// The check-ins, oldest first, the morning before the evening.
  public internal(set) var checkIns: [SampleCheckIn] = []

  /// The flare-ups, oldest first; none overlaps another.
  public internal(set) var flareUps: [SampleFlareUp] = []

  /// The other training, oldest first.
  public internal(set) var crossTraining: [SampleCrossTraining] = []

  /// The days marked as rest or as not tracked, oldest first.
  public internal(set) var marks: [SampleMark] = []

  /// Makes the diary for a seed.
  ///
  /// - Parameters:
  ///   - years: The number of years, at least 1. From 2, there is a holiday
  ///     without entries in every second year, and each year has one flare-up and
  ///     one new pair of shoes.
  ///   - lastDay: The last day of the diary.
  ///   - seed: Any number; another one gives another runner.
  /// - Returns: The diary.
  public static func make(
    years: Int = 2, endingOn lastDay: Day, seed: UInt64 = 1
  ) -> SampleDiary {
    precondition(years >= 1, "a diary covers at least one year")
    var generator = DiaryGenerator(years: years, lastDay: lastDay, seed: seed)
    return generator.generate()
  }

  init(days: ClosedRange<Day>) {
    self.days = days
  }
}
