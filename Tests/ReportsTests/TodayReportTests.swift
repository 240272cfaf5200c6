import CivilDay
import Correlator
@testable import Reports
import Testing
import JournalModel

@testable import JournalStore

@Suite struct TodayReportTests {
  private func run(
    _ id: Int, rpe: Double? = nil, shoe: Int? = nil
  ) -> StoredEntry {
    var values: [String: SQLiteValue] = ["distance_m": .real(5_000)]
    values["rpe"] = rpe.map { .real($0) }
    values["footwear_id"] = shoe.map { .integer(Int64($0)) }
    return StoredEntry(table: .run, id: id, day: october(5), values: values)
  }

  private func rated(_ moment: PainRating.Moment?, _ pain: Int?, evening: Int? = nil) -> DiaryDay {
    DiaryDay(
      day: october(5), state: .rest, runs: 0, distanceKm: 0, minutes: 0, load: 0, ascentM: 0,
      legPain: pain, legPainMoment: moment, eveningLegPain: evening, worstLegPain: pain,
      backPain: nil, reach: nil, isFlare: false, stretchMinutes: nil, sittingHours: nil,
      sleepHours: nil)
  }

  @Test func `A rating is missing from its time of the day on`() {
    let nothing = DiaryDay.unknown(october(5))
    func missing(_ day: DiaryDay, _ time: PartOfDay) -> [MissingEntry] {
      MissingEntry.all(of: day, [], at: time, hasShoes: true)
    }
    #expect(missing(nothing, .morning) == [.morningRating(recalled: false)])
    #expect(missing(nothing, .afternoon) == [.morningRating(recalled: true)])
    #expect(missing(nothing, .evening) == [.morningRating(recalled: true), .eveningRating])
    #expect(missing(rated(.morning, 3), .morning) == [])
    #expect(missing(rated(.morning, 3), .evening) == [.eveningRating])
    #expect(missing(rated(.later, 3, evening: 3), .evening) == [.morningRating(recalled: true)])
    #expect(missing(rated(.morning, 3, evening: 4), .evening) == [])
    // It may have been the morning's.
    #expect(missing(rated(nil, 3), .afternoon) == [])
  }

  @Test func `A run lacks an effort, and a shoe if there is one to name`() {
    func missing(_ runs: [StoredEntry], hasShoes: Bool = true) -> [MissingEntry] {
      MissingEntry.all(of: rated(.morning, 1), runs, at: .morning, hasShoes: hasShoes)
    }
    #expect(missing([run(1, rpe: 0, shoe: 2)]) == [])
    #expect(missing([run(1)]) == [.run(id: 1, effort: true, shoe: true)])
    #expect(missing([run(1)], hasShoes: false) == [.run(id: 1, effort: true, shoe: false)])
    #expect(missing([run(1, rpe: 3)], hasShoes: false) == [])
    #expect(
      missing([run(1, rpe: 3), run(2, shoe: 1)])
        == [.run(id: 1, effort: false, shoe: true), .run(id: 2, effort: true, shoe: false)])
    // After a run, the morning is past.
    #expect(
      MissingEntry.all(
        of: .unknown(october(5)), [run(1, rpe: 2)], at: .morning, hasShoes: false)
        == [.morningRating(recalled: true)])
  }

  @Test func `A day that is not tracked lacks nothing`() {
    let mark = StoredEntry(
      table: .dayMark, id: 1, day: october(5), values: ["kind": "not_tracked"])
    #expect(
      MissingEntry.all(of: .unknown(october(5)), [mark, run(1)], at: .evening, hasShoes: true)
        == [])
  }

  /// The seventh of October 2026 is a Wednesday; by hand.
  @Test func `Running is summed over weeks and days, and a blank week does not count`() {
    let today = october(7)
    let days = (today - 30...today).map { day -> DiaryDay in
      switch day - today {
      // The week of 14 September: nothing at all.
      case -23 ... -17: .unknown(day)
      case -16: .unknown(day)
      case -10: .run(day, km: 7, minutes: 42, load: 210)
      case -3: .run(day, minutes: 30)
      case -1: .run(day, km: 5, minutes: 30, load: 150)
      default: .rest(day)
      }
    }
    let running = RecentRunning(
      days,
      runs: [
        RunSummary(day: today - 30, distanceM: 9_000, footwear: nil),
        RunSummary(day: today - 10, distanceM: 9_000, footwear: nil),
        RunSummary(day: today - 3, distanceM: nil, footwear: nil),
        RunSummary(day: today - 1, distanceM: 5_000, footwear: nil),
      ])
    #expect(running.thisWeek.days == 3)
    #expect(running.thisWeek.km == 5)
    #expect(running.countedWeeks == 3)
    #expect(running.weeksBefore.days == 21)
    #expect(running.weeksBefore.unknownDays == 1)
    #expect(running.weeksBefore.km == 7)
    #expect(running.weeksBefore.minutes == 72)
    #expect(running.weeksBefore.runDaysWithout == (1, 0, 1))
    #expect(running.last7Days.runs == 2)
    #expect(running.last7Days.unknownDays == 0)
    #expect(running.last28Days.unknownDays == 8)
    #expect(running.before.days == 30)
    #expect(running.longest == RecentRunning.LongestRun(day: today - 10, distanceM: 9_000))
  }

  @Test func `Without a day before this week there is nothing to compare with`() {
    let today = october(7)
    let days = (today - 30...today).map { $0 == today ? DiaryDay.rest($0) : .unknown($0) }
    let running = RecentRunning(days, runs: [])
    #expect(running.countedWeeks == 0)
    #expect(running.weeksBefore.km == nil)
    #expect(running.longest == nil)
    #expect(running.last7Days.unknownDays == 6)
    #expect(running.last7Days.km == 0)
  }

  @Test func `A plan is set beside the longest run and what it would break`() {
    func advice(_ id: Int, longest: Double? = nil, off: Int? = nil) -> GivenGuidance {
      GivenGuidance(
        id: id, day: october(1), givenBy: nil, advice: "a", longestRunM: longest, daysOff: off,
        untilDay: nil, time: nil)
    }
    let days = (october(7) - 30...october(7)).map { DiaryDay.rest($0) }
    func plan(_ metres: Double, longest: Double?) -> PlannedRun {
      let runs = [RunSummary(day: october(3), distanceM: longest, footwear: nil)]
      return PlannedRun(
        metres: metres, day: october(7), RecentRunning(days, runs: runs), morningPain: 3,
        [
          advice(1), advice(2, longest: 8_000), advice(3, longest: 7_999), advice(4, off: 7),
          advice(5, off: 6),
        ])
    }
    let longer = plan(8_000, longest: 5_000)
    #expect(longer.spike == 1.6)
    #expect(longer.band == .moderate)
    #expect(longer.broken.map(\.id) == [3, 4])
    #expect(plan(8_000, longest: nil).band == nil)
    #expect(plan(8_000, longest: nil).spike == nil)
  }
}
